"""What the gazetteer of this repository's own workspace answers."""

import numpy as np
import pytest

from geo.crs import project_shapes
from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, PlaceReason


def line_of(place_id, gazetteer):
    (entry,) = (entry for entry in gazetteer.reviewed.entries if entry.place.id == place_id)
    return gazetteer.ground.in_metres(entry.place.geometry)


def test_roads_drawn_3_m_apart_cross_in_the_middle_of_the_gap(real_gazetteer):
    place = resolve("大同路与德化街交叉口", gazetteer=real_gazetteer)
    assert isinstance(place, Place)
    roads = [line_of(road, real_gazetteer) for road in ("R-05", "R-01")]
    assert roads[0].distance(roads[1]) == pytest.approx(3.4, abs=0.05)
    point = real_gazetteer.ground.in_metres(place.geometry)
    assert [point.distance(road) for road in roads] == pytest.approx([1.7, 1.7], abs=0.03)


def test_a_street_is_cut_between_two_others(real_gazetteer):
    place = resolve("大同路（福寿街—德化街）", gazetteer=real_gazetteer)
    assert isinstance(place, Place)
    piece = real_gazetteer.ground.in_metres(place.geometry)
    assert 100 < piece.length < line_of("R-05", real_gazetteer).length / 2
    assert place.reason is None


def test_the_address_of_a_building_as_an_offset_comes_to_lie_near_it(real_gazetteer):
    """东方大厦 is said to stand 60 m north of a crossing that no line here has: it is not made up."""
    miss = resolve("嵩山南路与航海西路交叉口北60米", gazetteer=real_gazetteer)
    assert isinstance(miss, Miss)
    shapes = [resolve(name, gazetteer=real_gazetteer).geometry for name in ("东方大厦", "东方大厦以东200米")]
    here, there = project_shapes(np.array(shapes), crs_from="EPSG:4326", crs_to="EPSG:4547")
    assert here.distance(there) == pytest.approx(200, abs=0.01)


def test_a_compound_stands_on_its_street_or_stays_in_its_zone(real_gazetteer):
    on_street = resolve("大同路131号院", kind="compound", gazetteer=real_gazetteer)
    in_zone = resolve("南南街37号院", kind="compound", gazetteer=real_gazetteer)
    assert isinstance(on_street, Place)
    assert isinstance(in_zone, Miss)
    assert (on_street.id, on_street.reason) == ("R-05", PlaceReason.ITS_STREET)
    assert in_zone.within == "二七特色商业区"


def test_two_parts_of_a_town_that_nothing_tells_apart_are_one_place(real_gazetteer):
    place = resolve("侯寨新老镇区", kind="town", gazetteer=real_gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.geometry.geom_type) == ("P-08", "Point")
    assert place.source.endswith("stands for 侯寨新镇区、侯寨老镇区")


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("王庄", {"三王庄", "小王庄", "王庄（中州大道）"}),
        ("飞翔路", {"航空港区飞翔路"}),
        ("金水区大同路", {"R-05 大同路"}),
        ("马寨镇大同路", {"R-05 大同路"}),
    ],
)
def test_a_homonym_elsewhere_is_refused_and_listed(real_gazetteer, name, refused):
    miss = resolve(name, gazetteer=real_gazetteer)
    assert isinstance(miss, Miss)
    assert {other.place for other in miss.others} == refused


def test_part_of_a_name_is_no_name(real_gazetteer):
    miss = resolve("东方", gazetteer=real_gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.candidates) == (MissReason.UNKNOWN_NAME, ("东方路",))
