import tomllib
from pathlib import Path

import pytest

import geo
from geo.join.placed import TaskReason, with_places, without_places
from geo.model import MissReason, Precision


def judge(*placements):
    placed, reason = with_places(placements, district="测试区")
    return placed.value, None if reason is None else reason.value


def test_a_task_all_of_whose_places_are_drawn_is_placed(make):
    assert judge(make.place("甲路"), make.place("乙路")) == ("yes", None)


def test_a_task_some_of_whose_places_are_drawn_is_partly_placed(make):
    assert judge(make.place("甲路"), make.miss("乙路")) == ("partly", "no_coordinate")


def test_a_task_whose_places_all_lie_in_known_zones_is_placed_in_the_zone(make):
    misses = make.miss("甲路", within="东新区"), make.miss("乙路", MissReason.UNKNOWN_NAME, within="柳湾镇")
    assert judge(*misses) == ("zone", "no_coordinate")


def test_a_task_that_names_the_zone_itself_is_placed_in_the_zone(make):
    assert judge(make.place("东新区", "area", precision=Precision.ZONE)) == ("zone", None)


def test_one_place_of_which_nothing_is_known_leaves_the_task_unplaced(make):
    known, unknown = make.miss("甲路", within="东新区"), make.miss("乙路", MissReason.UNKNOWN_NAME)
    assert judge(known, unknown) == ("no", "unknown_name")


@pytest.mark.parametrize("within", [None, "测试区"])
def test_to_lie_in_the_district_is_not_to_lie_in_a_zone(make, within):
    assert judge(make.miss("甲路", within=within)) == ("no", "no_coordinate")


def test_a_task_that_names_the_district_is_district_wide(make):
    assert judge(make.miss("测试区")) == ("no", "district_wide")


def test_a_task_that_names_only_places_beyond_the_district_is_outside():
    assert judge() == ("no", "outside")


@pytest.mark.parametrize(
    ("unit", "district_wide", "reason"),
    [
        ("个", True, "count_only"),
        ("条", False, "count_only"),
        ("%", True, "district_wide"),
        ("%", False, "no_place"),
    ],
)
def test_a_task_without_a_place_says_why(make, unit, district_wide, reason):
    placed, why = without_places([make.quantity(unit=unit)], district_wide=district_wide)
    assert (placed.value, why.value) == ("no", reason)


def test_every_reason_has_its_words():
    labels = tomllib.loads((Path(geo.__file__).parent / "assets/labels.toml").read_text(encoding="utf-8"))
    assert {reason.value for reason in TaskReason} <= set(labels["task_reason"])
