"""The online bases that planmap knows by name."""

from __future__ import annotations

import re

import pytest

from geo.io.assets import read_labels, read_translations
from geo.io.base_maps import read_online_bases
from geo.model import BaseProvider, Datum, OnlineBase, ProvidedBase
from geo.render.web.online_bases import tile_hosts

PLACEHOLDERS = {"z", "x", "y", "-y", "s"}


def based_on(provider, key="geheim&1"):
    [base] = read_online_bases([ProvidedBase(provider, key)])
    return base


@pytest.mark.parametrize("provider", list(BaseProvider))
def test_each_known_base_has_addresses_by_https_a_datum_and_a_name(provider):
    base = based_on(provider)
    for address in base.addresses:
        held = set(re.findall(r"\{([^}]*)\}", address))
        assert address.startswith("https://")
        assert {"z", "x"} <= held <= PLACEHOLDERS
        assert ("s" in held) == bool(base.subdomains)
        assert ("geheim%261" in address) == provider.needs_key
    assert base.attribution
    assert 17 <= base.max_zoom <= 19
    assert provider in read_labels()["base_map"]


def test_the_datum_of_a_service_is_its_own():
    datums = {provider: based_on(provider).datum for provider in BaseProvider}
    assert datums[BaseProvider.TIANDITU_VECTOR] == Datum.CGCS2000
    assert datums[BaseProvider.AMAP] == datums[BaseProvider.TENCENT] == Datum.GCJ02
    assert datums[BaseProvider.OSM] == Datum.WGS84


def test_tianditu_has_its_labels_above():
    assert ["LAYER=img" in address for address in based_on(BaseProvider.TIANDITU_IMAGERY).addresses] == [
        True,
        False,
    ]


def test_a_base_of_ones_own_stays_as_it_is():
    own = OnlineBase("ours", "某图", Datum.BD09, ("http://127.0.0.1/{z}/{x}/{y}.png",))
    assert read_online_bases([own]) == (own,)


def test_hosts_are_those_of_all_subdomains():
    assert tile_hosts([based_on(BaseProvider.TENCENT), based_on(BaseProvider.OSM)]) == (
        *(f"https://rt{n}.map.gtimg.com" for n in range(4)),
        "https://tile.openstreetmap.org",
    )


def test_english_names_what_has_no_latin_name():
    assert set(read_translations()["en"]["base_map"]) >= set(BaseProvider) - {"osm"}
