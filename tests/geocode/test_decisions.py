import datetime as dt

import pandas as pd
import pytest

from geo.geocode.checks import Severity
from geo.geocode.decision_checks import check_decisions
from geo.geocode.resolve import resolve
from geo.model import (
    Mention,
    Miss,
    MissReason,
    Place,
    PlaceRole,
    Precision,
    Report,
    Scope,
)

DAY = dt.date(2020, 8, 5)
COLUMNS = ["name", "within", "decision", "reason", "by", "on"]


def rows(*decisions):
    """Make overrides of name, within and decision each."""
    return pd.DataFrame([(*decision, "现场核对", "张三", DAY) for decision in decisions], columns=COLUMNS)


def report(*names):
    mentions = tuple(
        Mention(f"P-{number:03d}", 0, 0, name, name, "poi", Scope.IN, PlaceRole.TASK, None)
        for number, name in enumerate(names, start=1)
    )
    return Report("标题", "reports/a.md", "", None, "", (), (), mentions, (), (), (), (), ())


def said(found):
    return [(finding.severity, finding.where, finding.message) for finding in found]


# --- What comes of a decision --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["云上路", "云上 路", "和平广场"])
def test_a_decided_place_wins_with_who_when_and_why_in_its_source(make_gazetteer, name):
    gazetteer = make_gazetteer(overrides=rows(("云上路", None, "R-01"), ("和平广场", None, "R-01")))
    place = resolve(name, kind="square", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.name) == ("R-01", name)
    assert place.source == "测绘; decided by 张三 on 2020-08-05: 现场核对"


@pytest.mark.parametrize("verdict", ["Z-02", "柳湾镇"])
def test_a_decided_zone_is_all_that_is_known_of_a_name(make_gazetteer, verdict):
    miss = resolve("和平广场", gazetteer=make_gazetteer(overrides=rows(("和平广场", None, verdict))))
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.NO_COORDINATE, "柳湾镇")
    assert miss.source == "decided by 张三 on 2020-08-05: 现场核对"
    assert miss.would_place.endswith("人工裁定（张三，2020-08-05）：现场核对")


@pytest.mark.parametrize("verdict", ["not a place", "Not a place", "不是地名"])
def test_a_name_can_be_decided_to_be_no_place(make_gazetteer, verdict):
    miss = resolve("和平广场", gazetteer=make_gazetteer(overrides=rows(("和平广场", None, verdict))))
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.NOT_A_PLACE, None)


@pytest.mark.parametrize(
    ("verdict", "uncertainty_m", "precision"),
    [
        ("113.95, 34.05", 150, Precision.EXACT),
        ("113.95，34.05，30", 30, Precision.EXACT),
        ("113.95 34.05 ±400m", 400, Precision.AREA),
    ],
)
def test_a_decided_position_is_as_sure_as_it_says(make_gazetteer, verdict, uncertainty_m, precision):
    place = resolve("云上路", gazetteer=make_gazetteer(overrides=rows(("云上路", None, verdict))))
    assert isinstance(place, Place)
    assert (place.geometry.x, place.geometry.y, place.datum_in) == (113.95, 34.05, "WGS84")
    assert (place.id, place.uncertainty_m, place.precision) == ("overrides-2", uncertainty_m, precision)


def test_a_decided_position_outside_the_district_is_refused_all_the_same(make_gazetteer):
    miss = resolve("云上路", gazetteer=make_gazetteer(overrides=rows(("云上路", None, "114.2, 34.05"))))
    assert isinstance(miss, Miss)
    assert miss.reason is MissReason.OUTSIDE


@pytest.mark.parametrize(("zone", "place_id"), [("东新区", "P-08"), ("柳湾镇", "P-07"), ("测试区", "P-01")])
def test_a_decision_for_a_zone_goes_before_one_for_everywhere(make_gazetteer, zone, place_id):
    overrides = rows(
        ("那个小区", "东新区", "P-08"), ("那个小区", "柳湾镇", "P-07"), ("那个小区", None, "P-01")
    )
    place = resolve("那个小区", zone=zone, gazetteer=make_gazetteer(overrides=overrides))
    assert isinstance(place, Place)
    assert place.id == place_id


def test_a_decision_for_the_town_that_a_name_is_known_to_lie_in_holds(make_gazetteer):
    place = resolve("月亮公园", gazetteer=make_gazetteer(overrides=rows(("月亮公园", "柳湾镇", "P-10"))))
    assert isinstance(place, Place)
    assert place.id == "P-10"


def test_the_end_of_a_piece_and_the_road_of_a_crossing_can_be_decided(make_gazetteer):
    gazetteer = make_gazetteer(overrides=rows(("云上路", None, "R-01")))
    for name in ("长安大道（云上路—北园路）", "长安大道与云上路交叉口"):
        place = resolve(name, gazetteer=gazetteer)
        assert isinstance(place, Place)
        assert place.reason is None


@pytest.mark.parametrize("verdicts", [("P-99",), ("R-01", "R-06")])
def test_a_decision_that_means_nothing_and_two_that_contradict_change_nothing(
    gazetteer, make_gazetteer, verdicts
):
    overrides = rows(*(("和平广场", None, verdict) for verdict in verdicts))
    decided = resolve("和平广场", gazetteer=make_gazetteer(overrides=overrides))
    assert decided == resolve("和平广场", gazetteer=gazetteer)


# --- What is to be looked at ---------------------------------------------------------------------


def test_a_decision_of_an_unknown_place_is_a_fault(make_gazetteer):
    found = check_decisions(make_gazetteer(overrides=rows(("云上路", None, "R-99"))), report("云上路"))
    assert said(found) == [
        (
            Severity.FAULT,
            "layers/source/overrides.csv: row 2 云上路",
            "its decision R-99 is no place, no zone and no position that is known",
        )
    ]
    assert found[0].remedy


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        ("34.05, 113.95", "its position has latitude and longitude swapped"),
        ("114.2, 34.05", "its position lies 18466 m outside the district"),
        ("0, 0", "its position lies at 0, 0"),
    ],
)
def test_a_decided_position_that_is_swapped_or_outside_is_a_fault(make_gazetteer, verdict, message):
    (finding,) = check_decisions(make_gazetteer(overrides=rows(("云上路", None, verdict))), report("云上路"))
    assert finding.severity is Severity.FAULT
    assert finding.message.startswith(message)


def test_two_decisions_of_one_name_are_a_fault_or_one_too_many(make_gazetteer):
    overrides = rows(
        ("云上路", None, "R-01"),
        ("云上路", "东新区", "R-06"),
        ("云上路", None, "R-06"),
        ("云上 路", None, "R-01"),
    )
    found = check_decisions(make_gazetteer(overrides=overrides), report("云上路"))
    assert said(found) == [
        (Severity.FAULT, "layers/source/overrides.csv: row 4 云上路", "row 2 decides otherwise"),
        (Severity.WARNING, "layers/source/overrides.csv: row 5 云上 路", "row 2 decides the same"),
    ]


def test_a_decision_for_an_unknown_zone_is_a_warning(make_gazetteer):
    overrides = rows(("云上路", None, "R-01"), ("云上路", "无此镇", "R-06"))
    found = check_decisions(make_gazetteer(overrides=overrides), report("云上路"))
    assert (Severity.WARNING, "is for 无此镇, which no layer and no list of names has") in [
        (finding.severity, finding.message) for finding in found
    ]


def test_a_decision_that_the_report_has_no_use_for_is_mentioned(make_gazetteer):
    overrides = rows(("云上路", None, "R-01"), ("和平广场", None, "P-01"))
    found = check_decisions(make_gazetteer(overrides=overrides), report("长安大道与云上路交叉口"))
    assert said(found) == [
        (
            Severity.INFO,
            "layers/source/overrides.csv: row 3 和平广场",
            "is not used: reports/a.md has no such name that it decides",
        )
    ]


def test_nobody_has_to_have_decided_anything(gazetteer):
    assert check_decisions(gazetteer, report("云上路")) == ()
