from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import find_times
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("9月30日前", date(2020, 9, 30)),
        ("9月30号之前", date(2020, 9, 30)),
        ("九月三十日以前", date(2020, 9, 30)),
        ("2020年10月31号前", date(2020, 10, 31)),
        ("明年3月5日前", date(2021, 3, 5)),
        ("二〇二一年三月五日前", date(2021, 3, 5)),
        ("9月30日24时前", date(2020, 9, 30)),
        ("8月1日前", date(2020, 8, 1)),
        ("2025.6.30前", date(2025, 6, 30)),
        ("2025-6-30前", date(2025, 6, 30)),
        ("2025/06/30前", date(2025, 6, 30)),
        ("本月15日前", date(2020, 8, 15)),
    ],
)
def test_before_a_day_is_due_on_it_and_runs_from_the_reports_date(text, due, time_of):
    time = time_of(text)
    assert (time.type, time.due, time.interval) == (TimeType.BEFORE, due, (AUGUST, due))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9月30日完成", date(2020, 9, 30)),
        ("9月30日上午9时", date(2020, 9, 30)),
        ("2021年3月5日", date(2021, 3, 5)),
        ("2025.6.30", date(2025, 6, 30)),
        ("2025-06-30", date(2025, 6, 30)),
        ("当月10日", date(2020, 8, 10)),
    ],
)
def test_a_day_is_an_interval_of_one_day(text, day, time_of):
    time = time_of(text)
    assert (time.type, time.due, time.interval) == (TimeType.DATE, day, (day, day))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("9月10日至20日", date(2020, 9, 10), date(2020, 9, 20)),
        ("9月10日—9月20日", date(2020, 9, 10), date(2020, 9, 20)),
        ("9月28日到10月3日", date(2020, 9, 28), date(2020, 10, 3)),
        ("9月1日8时至9月3日18时", date(2020, 9, 1), date(2020, 9, 3)),
        ("12月28日至1月3日", date(2020, 12, 28), date(2021, 1, 3)),
        ("2020年12月28日至2021年1月3日", date(2020, 12, 28), date(2021, 1, 3)),
    ],
)
def test_from_day_to_day_is_closed_at_both_ends(text, first, last, time_of):
    time = time_of(text)
    assert (time.type, time.interval, time.due) == (TimeType.INTERVAL, (first, last), last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("自9月1日起", date(2020, 9, 1), date(2020, 9, 1)),
        ("4月1日起施行", date(2020, 4, 1), date(2020, 4, 1)),
        ("2021年3月1日起", date(2021, 3, 1), date(2021, 3, 1)),
        ("9月起", date(2020, 9, 1), date(2020, 9, 30)),
        ("从9月份开始", date(2020, 9, 1), date(2020, 9, 30)),
    ],
)
def test_from_a_day_on_something_begins_and_nothing_is_due(text, first, last, time_of):
    time = time_of(text)
    assert (time.role, time.due, time.interval) == (TimeRole.EVENT, None, (first, last))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("截至6月10日", date(2020, 6, 10)),
        ("截至目前6月10日", date(2020, 6, 10)),
        ("截至2020年6月底", date(2020, 6, 30)),
        ("截至11月底", date(2019, 11, 30)),
    ],
)
def test_as_of_a_day_tells_what_was_so_then(text, day, time_of):
    time = time_of(text)
    assert (time.role, time.due, time.interval) == (TimeRole.EVENT, None, (day, day))


def test_a_day_to_come_on_which_something_closes_is_a_deadline(time_of):
    assert time_of("截止11月30日").due == date(2020, 11, 30)
    assert time_of("截止8月").due == date(2020, 8, 31)
    assert time_of("截止6月30日").due is None


def test_from_now_to_a_day_is_a_deadline(time_of):
    assert time_of("即日起至9月30日").interval == (AUGUST, date(2020, 9, 30))


def test_a_day_without_a_year_before_the_reports_month_is_next_years_and_said_so(time_of):
    time = time_of("3月5日前")
    assert time.due == date(2021, 3, 5)
    assert time.notice.kind == "next_year"
    assert "read as 2021" in time.notice.message


def test_a_leap_day_is_possible_only_in_a_leap_year(time_of):
    assert time_of("2月29日前", date(2024, 1, 5)).due == date(2024, 2, 29)
    assert time_of("2月29日前", date(2023, 1, 5)).notice.kind == "impossible_date"


@pytest.mark.parametrize(
    "text",
    [
        "11月31日前",
        "2月30日",
        "2月30日起",
        "截至9月31日",
        "本月32日",
        "2025.2.30",
        "2025.13.1",
        "9月31日至10月5日",
    ],
)
def test_an_impossible_day_is_reported_and_not_mended(text, time_of):
    time = time_of(text)
    assert (time.due, time.interval) == (None, None)
    assert time.notice == ("impossible_date", f"impossible date: {text}")


@pytest.mark.parametrize(
    "text",
    ["13月5日", "0月5日", "9月0日", "1.2.3版", "1-6号楼", "10.5.2020", "0371-6300", "2021-2-3-4"],
)
def test_numbers_that_no_calendar_knows_are_no_day(text, times_of):
    assert times_of(text) == []


@given(st.dates(min_value=date(2020, 8, 1), max_value=date(2099, 12, 31)), st.sampled_from("./-年"))
def test_a_whole_date_means_its_day_however_it_is_written(day, mark):
    end = "日" if mark == "年" else ""
    second = "月" if mark == "年" else mark
    text = f"{day.year}{mark}{day.month}{second}{day.day}{end}"
    (time,) = find_times(text, 0, len(text), reference=AUGUST)
    assert (time.due, time.start, time.end) == (day, 0, len(text))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("截至6月上旬", 1, 10), ("截至6月中旬", 11, 20), ("截至6月下旬", 21, 30)],
)
def test_as_of_a_third_of_a_month_is_that_third(text, first, last, time_of):
    time = time_of(text)
    assert (time.role, time.due) == (TimeRole.EVENT, None)
    assert time.interval == (date(2020, 6, first), date(2020, 6, last))


def test_since_a_day_is_the_time_up_to_the_report(time_of):
    time = time_of("3月16日以来")
    assert (time.interval, time.due) == ((date(2020, 3, 16), date(2020, 8, 1)), None)
