import pytest
import shapely

from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, PlaceReason, Precision


def sited(at, gazetteer, **asked):
    return resolve("兰花游园", kind="park", at=at, gazetteer=gazetteer, **asked)


def test_what_nobody_knows_is_placed_at_the_crossing_where_the_report_says_that_it_lies(gazetteer):
    place = sited("福寿街与长安大道交叉口东南角", gazetteer)
    assert isinstance(place, Place)
    assert (place.name, place.kind, place.reason) == ("兰花游园", "park", PlaceReason.STATED_SITE)
    assert (place.precision, place.uncertainty_m) == (Precision.STREET, 150.0)
    assert (place.geometry.x, place.geometry.y) == pytest.approx((113.94, 34.075), abs=5e-6)
    assert place.source.endswith("the report says at 福寿街与长安大道交叉口东南角")


def test_what_lies_on_a_street_is_somewhere_along_it(gazetteer):
    place = sited("福寿街", gazetteer)
    assert (place.id, place.precision) == ("R-01", Precision.STREET)
    assert place.uncertainty_m == pytest.approx(555, abs=2)


def test_what_lies_in_another_place_is_an_area_around_it(gazetteer):
    place = sited("樱花谷", gazetteer)
    assert (place.id, place.precision, place.uncertainty_m) == ("P-10", Precision.AREA, 500.0)


def test_of_a_town_only_that_it_lies_there_remains(gazetteer):
    miss = sited("柳湾镇", gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.UNKNOWN_NAME, "柳湾镇")


def test_a_site_that_nobody_knows_leaves_the_miss_as_it_was(gazetteer):
    assert sited("云上路与天河路交叉口", gazetteer) == sited(None, gazetteer)


def test_a_known_name_needs_no_site(gazetteer):
    here = resolve("樱花谷", at="福寿街与长安大道交叉口", gazetteer=gazetteer)
    assert here == resolve("樱花谷", gazetteer=gazetteer)


def test_several_places_of_one_name_stay_ambiguous(gazetteer):
    miss = resolve("幸福小区", at="福寿街与长安大道交叉口", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.reason is MissReason.AMBIGUOUS


# --- Sides ---------------------------------------------------------------------------------------


def test_the_side_of_a_road_is_the_land_there_and_no_street(gazetteer):
    place = resolve("福寿街以东", gazetteer=gazetteer)
    assert isinstance(place, Place)
    west, _, east, _ = place.geometry.bounds
    assert (place.precision, place.reason) == (Precision.AREA, PlaceReason.BESIDE)
    assert west == pytest.approx(113.94 - 90 / 92_300, abs=1e-5)
    assert east == pytest.approx(113.94 + 590 / 92_300, abs=1e-5)


def test_two_sides_share_a_corner(gazetteer):
    corner = resolve("福寿街以东、长安大道以北", gazetteer=gazetteer)
    east = resolve("福寿街以东", gazetteer=gazetteer)
    assert isinstance(corner, Place)
    assert isinstance(east, Place)
    assert corner.geometry.area < east.geometry.area
    assert shapely.covers(shapely.buffer(east.geometry, 1e-7), corner.geometry)
    assert corner.id == "R-01×R-06"


def test_the_side_of_what_nobody_knows_is_a_miss(gazetteer):
    miss = resolve("云上路以东", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.name, miss.reason) == ("云上路以东", MissReason.UNKNOWN_NAME)


def test_the_side_of_a_town_is_no_place(gazetteer):
    miss = resolve("柳湾镇以东", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.NO_COORDINATE, None)
