from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import find_times
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)
"""A Saturday."""
MONDAY = date(2020, 8, 3)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("三年内", date(2023, 8, 1)),
        ("两年之内", date(2022, 8, 1)),
        ("3个月内", date(2020, 11, 1)),
        ("六个月以内", date(2021, 2, 1)),
        ("半年内", date(2021, 2, 1)),
        ("100天内", date(2020, 11, 9)),
        ("百日内", date(2020, 11, 9)),
        ("10日内", date(2020, 8, 11)),
        ("两周内", date(2020, 8, 15)),
        ("本周内", date(2020, 8, 2)),
        ("周内", date(2020, 8, 2)),
        ("下周一前", date(2020, 8, 3)),
    ],
)
def test_a_span_is_counted_from_the_reports_date(text, due, time_of):
    time = time_of(text)
    assert (time.type, time.due, time.interval) == (TimeType.BEFORE, due, (AUGUST, due))


def test_a_weekday_is_that_of_the_reports_week(time_of):
    assert time_of("本周五前", MONDAY).due == date(2020, 8, 7)
    assert time_of("下周三", MONDAY).due == date(2020, 8, 12)


@pytest.mark.parametrize(
    ("text", "reference", "due"),
    [
        ("一个月内", date(2024, 1, 31), date(2024, 2, 29)),
        ("半年内", date(2020, 8, 31), date(2021, 2, 28)),
        ("一年内", date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_months_last(text, reference, due, time_of):
    assert time_of(text, reference).due == due


@pytest.mark.parametrize("text", ["“十四五”末", "十四五末", "十四五收官"])
def test_a_five_year_plan_ends_with_its_last_year(text, time_of):
    assert (time_of(text).type, time_of(text).due) == (TimeType.DATE, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("“十四五”期间的道路", date(2021, 1, 1), date(2025, 12, 31)),
        ("十三五时期的道路", date(2016, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_five_year_plans_time_is_a_frame(text, first, last, time_of):
    time = time_of(text)
    assert (time.role, time.interval, time.due) == (TimeRole.HORIZON, (first, last), None)


@pytest.mark.parametrize("text", ["三年行动计划", "三年攻坚行动", "五年规划", "两年建设计划", "三年整治方案"])
def test_the_span_in_a_plans_name_sets_no_day(text, time_of):
    time = time_of(text)
    assert (time.type, time.role) == (TimeType.DURATION, TimeRole.PLAN_NAME)
    assert (time.due, time.interval) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["近三个月内", "近三年", "90天", "3个月", "半年", "十四五", "“十四五”规划", "一周", "区内", "三日游"],
)
def test_a_span_that_nothing_must_happen_in_is_no_time(text, times_of):
    assert times_of(text) == []


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)), st.integers(1, 99))
def test_days_are_counted_one_by_one(reference, count):
    text = f"{count}天内"
    (time,) = find_times(text, 0, len(text), reference=reference)
    assert time.due == reference + timedelta(days=count)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)))
def test_the_week_ends_on_its_sunday(reference):
    (time,) = find_times("本周内", 0, 3, reference=reference)
    assert time.due.weekday() == 6
    assert 0 <= (time.due - reference).days < 7


def test_a_plan_period_by_itself_is_due_with_its_end(time_of):
    assert time_of("“十四五”期间").due == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "due"),
    [("下周进场", date(2020, 8, 9)), ("下周内进场", date(2020, 8, 9)), ("本周进场", date(2020, 8, 2))],
)
def test_a_week_ends_on_its_sunday(text, due, time_of):
    assert time_of(text).due == due
