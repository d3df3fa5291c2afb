"""Give the online bases that planmap.toml names their addresses: from our own table, or from xyzservices."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import xyzservices.providers

from geo.io.assets import ASSETS
from geo.model import Datum, OnlineBase, ProvidedBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLE = ASSETS / "base_maps.toml"


def read_online_bases(settings: Iterable[ProvidedBase | OnlineBase]) -> tuple[OnlineBase, ...]:
    """Return the online bases of a workspace, in its order, with addresses that need nothing but a tile."""
    facts = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(
        _provided(base, facts[base.provider]) if isinstance(base, ProvidedBase) else base for base in settings
    )


def _provided(base: ProvidedBase, facts: Mapping[str, Any]) -> OnlineBase:
    known: Mapping[str, Any] = {}
    if "xyzservices" in facts:
        known = xyzservices.providers.flatten()[facts["xyzservices"]]
    # A page that is served by https takes no pictures by http.
    addresses = facts.get("addresses") or [known["url"].replace("http://", "https://", 1)]
    return OnlineBase(
        id=base.id,
        name="",
        datum=Datum(facts["datum"]),
        addresses=tuple(address.replace("{key}", quote(base.key, safe="")) for address in addresses),
        subdomains=tuple(facts.get("subdomains", ())),
        max_zoom=facts.get("max_zoom") or known["max_zoom"],
        attribution=facts["attribution"],
    )
