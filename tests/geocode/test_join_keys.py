"""Each pair of the join-key vectors: the one name looked up where the other is all that is known."""

import json

import pytest
from shapely import LineString, Point

from geo.geocode.resolve import resolve
from geo.model import Miss, Place, PlaceReason

WAYS = ("路", "街", "环", "道")
AREAS = {"街道": "subdistrict", "镇": "town", "隧道": "tunnel"}


def kind_of(name):
    area = next((kind for ending, kind in AREAS.items() if name.endswith(ending)), None)
    return area or ("road" if name.endswith(WAYS) else "poi")


def answer(key, name, make_gazetteer, sources):
    """Say ``match``, ``offer`` or ``no``."""
    kind = kind_of(name)
    is_way = kind in ("road", "tunnel")
    shape = LineString([(113.93, 34.06), (113.95, 34.06)]) if is_way else Point(113.94, 34.06)
    layer = "roads" if is_way else "places"
    row = sources[layer].iloc[[0]].assign(id="P-01", name=name, aliases=None, kind=kind, within=None)
    row = row.assign(geometry=[shape])
    emptied = {
        other: sources[other].iloc[:0] for other in ("zones", "places", "roads", "unlocated", "admin_names")
    }
    found = resolve(key, gazetteer=make_gazetteer(**{**emptied, layer: row}))
    match found:
        case Place():
            return "match", found
        case Miss(candidates=candidates):
            return ("offer" if candidates == (name,) else "no"), found


EXPECTED = {"match": "match", "no match": "no", "ask": "offer", "suggest": "offer"}


@pytest.fixture(scope="session")
def cases(reference):
    return json.loads((reference / "vectors" / "join_keys.json").read_text(encoding="utf-8"))["cases"]


def test_every_join_key_matches_is_offered_or_is_refused_as_it_should(cases, make_gazetteer, sources):
    for case in cases:
        wanted = next(EXPECTED[word] for word in EXPECTED if case["expected"].startswith(word))
        wanted = "offer" if "else suggest" in case["expected"] else wanted
        got, found = answer(case["key_table"], case["key_layer"], make_gazetteer, sources)
        assert (case["key_table"], got) == (case["key_table"], wanted)
        if "segment kept" in case["expected"]:
            assert found.reason is PlaceReason.NO_CROSSING
            assert "德化街" in found.source


@pytest.mark.parametrize(
    ("key", "name", "expected"),
    [
        ("大學路", "大学路", "match"),
        ("大同路（德化街-二七路）", "大同路", "match"),
        ("福寿街", "福寿街道", "no"),
        ("二七广场", "二七广场隧道", "no"),
        ("G107", "107国道", "offer"),
        ("三〇一医院", "301医院", "offer"),
        ("南南街37号院", "南南街37号", "offer"),
        ("中原路", "中原西路", "no"),
    ],
)
def test_a_key_and_a_name(key, name, expected, make_gazetteer, sources):
    assert answer(key, name, make_gazetteer, sources)[0] == expected


def test_a_known_alias_is_a_match(make_gazetteer, sources):
    roads = sources["roads"].iloc[[0]].assign(name="107国道", aliases="G107")
    assert isinstance(resolve("G107", gazetteer=make_gazetteer(roads=roads)), Place)
