from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import find_times
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("今年8至10月完成", date(2020, 8, 1), date(2020, 10, 31)),
        ("八至十月", date(2020, 8, 1), date(2020, 10, 31)),
        ("9-11月", date(2020, 9, 1), date(2020, 11, 30)),
        ("9月至11月", date(2020, 9, 1), date(2020, 11, 30)),
        ("2021年3至6月", date(2021, 3, 1), date(2021, 6, 30)),
        ("11月至次年2月", date(2020, 11, 1), date(2021, 2, 28)),
        ("11月至2月", date(2020, 11, 1), date(2021, 2, 28)),
        ("2020年11月-2021年2月", date(2020, 11, 1), date(2021, 2, 28)),
        ("9月完成", date(2020, 9, 1), date(2020, 9, 30)),
        ("9月份", date(2020, 9, 1), date(2020, 9, 30)),
        ("2021年2月", date(2021, 2, 1), date(2021, 2, 28)),
        ("8月初", date(2020, 8, 1), date(2020, 8, 10)),
        ("9月上旬", date(2020, 9, 1), date(2020, 9, 10)),
        ("8月中旬", date(2020, 8, 11), date(2020, 8, 20)),
        ("9月中完成", date(2020, 9, 11), date(2020, 9, 20)),
        ("9月下旬", date(2020, 9, 21), date(2020, 9, 30)),
        ("本月中旬", date(2020, 8, 11), date(2020, 8, 20)),
        ("下个月", date(2020, 9, 1), date(2020, 9, 30)),
        ("次月", date(2020, 9, 1), date(2020, 9, 30)),
    ],
)
def test_months_and_their_thirds_are_closed_intervals(text, first, last, time_of):
    time = time_of(text)
    assert (time.type, time.interval, time.due) == (TimeType.INTERVAL, (first, last), last)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("10月底前", date(2020, 10, 31)),
        ("十月底前", date(2020, 10, 31)),
        ("9月末之前", date(2020, 9, 30)),
        ("明年6月底前", date(2021, 6, 30)),
        ("后年2月底前", date(2022, 2, 28)),
        ("9月前", date(2020, 8, 31)),
        ("9月份前", date(2020, 8, 31)),
        ("9月上旬前", date(2020, 9, 10)),
        ("11月中旬前", date(2020, 11, 20)),
        ("本月底前", date(2020, 8, 31)),
        ("月底前", date(2020, 8, 31)),
        ("月内", date(2020, 8, 31)),
        ("本月内", date(2020, 8, 31)),
        ("下月底前", date(2020, 9, 30)),
    ],
)
def test_before_a_month_or_its_end_runs_from_the_reports_date(text, due, time_of):
    time = time_of(text)
    assert (time.type, time.due, time.interval) == (TimeType.BEFORE, due, (AUGUST, due))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9月底", date(2020, 9, 30)),
        ("本月底", date(2020, 8, 31)),
        ("二〇二一年三月底", date(2021, 3, 31)),
        ("2024年2月末", date(2024, 2, 29)),
    ],
)
def test_a_months_end_is_its_last_day(text, day, time_of):
    time = time_of(text)
    assert (time.type, time.interval, time.due) == (TimeType.DATE, (day, day), day)


def test_next_month_after_december_is_january(time_of):
    assert time_of("下月底前", date(2020, 12, 5)).due == date(2021, 1, 31)
    assert time_of("下月初", date(2020, 12, 5)).due == date(2021, 1, 10)


def test_a_month_before_the_reports_is_next_years_and_said_so(time_of):
    time = time_of("3月底前", date(2020, 12, 20))
    assert time.due == date(2021, 3, 31)
    assert time.notice.kind == "next_year"
    assert "2021" in time.notice.message


def test_the_reports_own_month_is_this_years_and_nothing_is_said(time_of):
    time = time_of("12月底前", date(2020, 12, 20))
    assert (time.due, time.notice) == (date(2020, 12, 31), None)


@pytest.mark.parametrize("text", ["上月底", "上个月", "去年同期"])
def test_what_lies_in_the_past_is_an_event_and_never_due(text, time_of):
    assert (time_of(text).role, time_of(text).due) == (TimeRole.EVENT, None)


@pytest.mark.parametrize(
    "text", ["13月完成", "0月底", "二十月底", "三个月底", "5个月", "月季花", "岁月", "9个月前"]
)
def test_what_names_no_month_is_none(text, times_of):
    assert times_of(text) == []


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2098, 12, 31)), st.integers(1, 12))
def test_a_month_without_a_year_is_the_next_to_come(reference, month):
    text = f"{month}月底前"
    (time,) = find_times(text, 0, len(text), reference=reference)
    year = reference.year + (month < reference.month)
    assert time.due == date(year, month, monthrange(year, month)[1])
    assert (time.notice is not None) == (month < reference.month)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2098, 12, 31)), st.integers(1, 12))
def test_the_thirds_of_a_month_make_the_month(reference, month):
    thirds = [f"{month}月{third}" for third in ("上旬", "中旬", "下旬")]
    found = [find_times(text, 0, len(text), reference=reference) for text in (f"{month}月", *thirds)]
    whole, *parts = [times[0].interval for times in found]
    assert (parts[0][0], parts[-1][1]) == whole
    gaps = [(after[0] - before[1]).days for before, after in pairwise(parts)]
    assert gaps == [1, 1]
