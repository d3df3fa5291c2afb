from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from shapely import LineString, Point, box

from geo.geocode.imported import imported_gazetteer
from geo.geocode.lookup import MAX_OUTSIDE_M
from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, Precision, RunnerUp

METRE_EAST = 1 / 92_300


@dataclass(frozen=True)
class Close:
    name: str
    same_sound: bool


class Names:
    def __init__(self, places, others, aliases):
        self.places, self.others, self.aliases = places, others, aliases

    def exact(self, name, *, bounds=None):
        named = [place for place in self.places if name in (place.name, self.aliases.get(place.name))]
        return [place for place in named if bounds is None or box(*bounds).intersects(place.geometry)]

    def close(self, name, *, bounds):
        return self.others if name and bounds else ()


def place(name, geometry, *, kind="poi", id_="osm#node/1", precision=Precision.EXACT):
    return Place(id_, name, kind, geometry, precision, 50.0, "WGS84", "osm, 2020-08-01")


@pytest.fixture
def with_imported(gazetteer):
    def make(*places, close=(), aliases=None):
        names = Names(places, close, aliases or {})
        imported = imported_gazetteer(names, ground=gazetteer.ground, margin_m=MAX_OUTSIDE_M)
        return replace(gazetteer, imported=imported)

    return make


def test_a_name_that_no_reviewed_layer_has_is_found(with_imported):
    there = place("星火泵站", Point(113.95, 34.05), kind="facility")
    found = resolve("星火泵站", gazetteer=with_imported(there))
    assert found == there


def test_another_name_of_a_place_leads_to_its_own(with_imported):
    there = place("星火泵站", Point(113.95, 34.05), kind="facility")
    found = resolve("老泵房", gazetteer=with_imported(there, aliases={"星火泵站": "老泵房"}))
    assert (found.id, found.name) == (there.id, "老泵房")
    assert found.source == "osm, 2020-08-01; there named 星火泵站"


def test_a_reviewed_place_wins(with_imported):
    found = resolve("和平广场", gazetteer=with_imported(place("和平广场", Point(113.99, 34.05))))
    assert found.id == "P-01"


def test_a_homonym_outside_the_district_is_never_accepted(with_imported):
    near = place("星火泵站", Point(114.0 + 200 * METRE_EAST, 34.05))
    far = place("星火泵站", Point(114.0 + 900 * METRE_EAST, 34.05))
    assert isinstance(resolve("星火泵站", gazetteer=with_imported(near)), Place)
    refused = resolve("星火泵站", gazetteer=with_imported(far))
    assert refused.reason is MissReason.UNKNOWN_NAME
    assert refused.others == (RunnerUp("osm#node/1 星火泵站", "outside"),)


def test_the_corner_of_the_rectangle_outside_the_outline_does_not_count(with_imported, gazetteer):
    corner = place("星火泵站", Point(114.0 + 290 * METRE_EAST, 34.1 + 0.0026))
    assert gazetteer.ground.metres_outside(corner.geometry) > MAX_OUTSIDE_M
    assert isinstance(resolve("星火泵站", gazetteer=with_imported(corner)), Miss)


def test_pieces_of_one_road_are_one_road(with_imported):
    pieces = [
        place("星火路", LineString([(x, 34.05), (x + 0.01, 34.05)]), kind="road", id_=f"osm#way/{x}")
        for x in (113.94, 113.95)
    ]
    found = resolve("星火路", gazetteer=with_imported(*pieces))
    assert found.id == "osm#way/113.94+osm#way/113.95"
    assert found.geometry.length == pytest.approx(0.02)


def test_a_station_of_a_roads_name_is_not_the_road(with_imported):
    stop = place("星火路", Point(113.95, 34.05), kind="station")
    road = place("星火路", LineString([(113.94, 34.05), (113.96, 34.05)]), kind="road", id_="osm#way/1")
    assert resolve("星火路", gazetteer=with_imported(stop, road)).id == "osm#way/1"


def test_a_point_and_an_area_of_one_park_are_one_place(with_imported):
    point = place("星火公园", Point(113.951, 34.051), kind="park")
    area = place("星火公园", box(113.95, 34.05, 113.952, 34.052), kind="park", id_="osm#way/1")
    assert resolve("星火公园", gazetteer=with_imported(point, area)).id == "osm#way/1"


def test_two_places_of_one_name_are_ambiguous_unless_the_zone_settles_it(with_imported):
    gazetteer = with_imported(
        place("星火小学", Point(113.92, 34.08)), place("星火小学", Point(113.96, 34.02), id_="osm#node/2")
    )
    found = resolve("星火小学", gazetteer=gazetteer)
    assert found.reason is MissReason.AMBIGUOUS
    assert found.candidates == ("osm#node/1 星火小学", "osm#node/2 星火小学")
    assert resolve("星火小学", zone="东新区", gazetteer=gazetteer).id == "osm#node/2"


def test_the_seat_of_a_town_is_no_more_than_the_town(with_imported):
    seat = place("星火镇", Point(113.95, 34.05), kind="town")
    assert resolve("星火镇", gazetteer=with_imported(seat)).precision is Precision.ZONE


def test_close_names_are_offered_and_never_taken(with_imported):
    close = [
        Close("星伙泵站", same_sound=True),
        Close("星光泵站", same_sound=False),
        Close("东火泵站", same_sound=False),
    ]
    found = resolve("星火泵站", gazetteer=with_imported(close=close))
    assert found.reason is MissReason.UNKNOWN_NAME
    assert found.candidates[:2] == ("星伙泵站", "星光泵站")


def test_a_difference_in_a_distinguishing_character_is_not_offered(with_imported):
    found = resolve("星火东路", gazetteer=with_imported(close=[Close("星火西路", same_sound=False)]))
    assert "星火西路" not in found.candidates
