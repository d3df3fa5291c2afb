import pytest

from geo.geocode.prefixes import split_area
from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, RunnerUp


@pytest.mark.parametrize(
    ("name", "area", "rest"),
    [
        ("测试区福寿街", "测试区", "福寿街"),
        ("某某省测试市福寿街", "测试市", "福寿街"),
        ("柳湾镇王庄", "柳湾镇", "王庄"),
        ("邻区福寿街", "邻区", "福寿街"),
        ("金水区福寿街", "金水区", "福寿街"),
        ("幸福小区大门", None, "幸福小区大门"),
        ("福寿街", None, "福寿街"),
        ("柳湾镇", None, "柳湾镇"),
    ],
)
def test_a_name_is_split_from_the_area_that_it_begins_with(gazetteer, name, area, rest):
    assert split_area(name, gazetteer) == (area, rest)


@pytest.mark.parametrize("name", ["测试区福寿街", "测试市福寿街", "测试市测试区福寿街"])
def test_a_road_after_the_name_of_its_own_district_is_that_road(gazetteer, name):
    place = resolve(name, kind="road", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.name) == ("R-01", name)


@pytest.mark.parametrize("name", ["邻区福寿街", "金水区福寿街", "别处市福寿街"])
def test_a_homonym_in_another_district_is_refused_and_listed(gazetteer, name):
    miss = resolve(name, gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.others) == (MissReason.OUTSIDE, (RunnerUp("R-01 福寿街", "other_area"),))


def test_homonyms_elsewhere_of_a_name_without_a_position_are_listed(gazetteer):
    miss = resolve("飞翔路", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.others == (RunnerUp("邻区飞翔路", "outside"), RunnerUp("港区飞翔路", "outside"))


def test_a_place_too_far_outside_is_refused_and_listed(gazetteer):
    miss = resolve("远方市场", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.others == (RunnerUp("P-06 远方市场", "outside"),)


def test_a_name_after_its_zone_or_town_is_the_one_there(gazetteer):
    for zone, place_id in (("东新区", "P-08"), ("柳湾镇", "P-07")):
        place = resolve(f"{zone}幸福小区", gazetteer=gazetteer)
        assert isinstance(place, Place)
        assert place.id == place_id


@pytest.mark.parametrize("name", ["东新区福寿街", "柳湾镇湖滨1872"])
def test_a_name_after_a_zone_in_which_it_does_not_lie_is_another_one(gazetteer, name):
    miss = resolve(name, gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, [other.why for other in miss.others]) == (MissReason.UNKNOWN_NAME, ["other_zone"])


def test_an_unknown_name_after_a_town_lies_in_that_town(gazetteer):
    miss = resolve("柳湾镇云上基地", zone="东新区", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.within == "柳湾镇"
