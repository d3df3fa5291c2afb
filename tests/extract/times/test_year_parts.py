from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import find_times
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)
NEW_YEARS_EVE = date(2020, 12, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("年底实现", date(2020, 12, 1), NEW_YEARS_EVE),
        ("年末", date(2020, 12, 1), NEW_YEARS_EVE),
        ("岁末", date(2020, 12, 1), NEW_YEARS_EVE),
        ("明年底", date(2021, 12, 1), date(2021, 12, 31)),
        ("到2025年底", date(2025, 12, 1), date(2025, 12, 31)),
        ("三季度", date(2020, 7, 1), date(2020, 9, 30)),
        ("本季度末", date(2020, 7, 1), date(2020, 9, 30)),
        ("第四季度", date(2020, 10, 1), NEW_YEARS_EVE),
        ("前三季度", date(2020, 1, 1), date(2020, 9, 30)),
        ("明年一季度", date(2021, 1, 1), date(2021, 3, 31)),
        ("一季度", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021年上半年", date(2021, 1, 1), date(2021, 6, 30)),
        ("明年初", date(2021, 1, 1), date(2021, 1, 31)),
        ("今明两年", date(2020, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_part_of_a_year_is_a_closed_interval_and_due_on_its_last_day(text, first, last, time_of):
    time = time_of(text)
    assert (time.type, time.interval, time.due) == (TimeType.INTERVAL, (first, last), last)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("年底前", NEW_YEARS_EVE),
        ("年终前", NEW_YEARS_EVE),
        ("今年年底前", NEW_YEARS_EVE),
        ("2021年底前", date(2021, 12, 31)),
        ("后年底之前", date(2022, 12, 31)),
        ("年内", NEW_YEARS_EVE),
        ("2021年内", date(2021, 12, 31)),
        ("第四季度末前", NEW_YEARS_EVE),
        ("四季度前", date(2020, 9, 30)),
        ("到2025年", date(2025, 12, 31)),
        ("至2027年", date(2027, 12, 31)),
        ("下半年末", NEW_YEARS_EVE),
    ],
)
def test_before_the_end_of_a_part_of_a_year_runs_from_the_reports_date(text, due, time_of):
    time = time_of(text)
    assert (time.type, time.due, time.interval) == (TimeType.BEFORE, due, (AUGUST, due))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("下半年", date(2020, 7, 1), NEW_YEARS_EVE),
        ("今年", date(2020, 1, 1), NEW_YEARS_EVE),
        ("全年", date(2020, 1, 1), NEW_YEARS_EVE),
        ("2021年度", date(2021, 1, 1), date(2021, 12, 31)),
        ("今年剩余的5个月", AUGUST, NEW_YEARS_EVE),
        ("今年余下4个月", date(2020, 9, 1), NEW_YEARS_EVE),
        ("2024-2026年", date(2024, 1, 1), date(2026, 12, 31)),
        ("2024年至2026年", date(2024, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_year_or_its_running_half_only_frames_and_is_not_due(text, first, last, time_of):
    time = time_of(text)
    assert (time.role, time.interval, time.due) == (TimeRole.HORIZON, (first, last), None)


@pytest.mark.parametrize("text", ["年初", "今年以来", "去年底", "今年二季度", "2020年一季度"])
def test_a_part_of_a_year_that_is_over_is_an_event(text, time_of):
    assert (time_of(text).role, time_of(text).due) == (TimeRole.EVENT, None)


def test_so_far_this_year_ends_with_the_report(time_of):
    assert time_of("今年以来").interval == (date(2020, 1, 1), AUGUST)


def test_the_middle_of_the_year_ends_with_june(time_of):
    assert time_of("年中完成", date(2020, 2, 1)).due == date(2020, 6, 30)


def test_before_the_year_has_two_readings(time_of):
    time = time_of("年前")
    assert (time.due, time.alternatives) == (NEW_YEARS_EVE, (date(2021, 2, 11),))
    assert time.notice.kind == "two_readings"


def test_before_the_year_is_in_january_first_of_all_before_spring_festival(time_of):
    time = time_of("年前", date(2021, 1, 10))
    assert (time.due, time.alternatives) == (date(2021, 2, 11), (date(2021, 12, 31),))


@pytest.mark.parametrize(
    "text",
    [
        "三年前",
        "数年前",
        "年前期工作",
        "百年内",
        "五季度",
        "2026-2024年",
        "3000年",
        "一年一度",
        "中年",
        "青年路",
        "周年",
    ],
)
def test_a_count_of_years_or_no_year_at_all_is_no_part_of_one(text, times_of):
    assert times_of(text) == []


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)))
def test_the_end_of_the_year_is_the_reports_years(reference):
    for text in ("年底前", "年内", "今年底", "年末"):
        (time,) = find_times(text, 0, len(text), reference=reference)
        assert time.due == date(reference.year, 12, 31)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)))
def test_a_quarter_without_a_year_is_not_over(reference):
    for text in ("一季度", "二季度", "三季度", "四季度", "本季度"):
        (time,) = find_times(text, 0, len(text), reference=reference)
        assert time.due >= reference
