from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import as_event, promoted
from geo.extract.times.meaning import (
    by,
    during,
    event,
    frame,
    month_days,
    one_year_before,
    whole_year,
    year_of,
)
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))


def test_a_deadline_runs_from_the_reports_date_to_the_last_allowed_day():
    meaning = by(date(2020, 9, 30), AUGUST)
    assert (meaning.type, meaning.role) == (TimeType.BEFORE, TimeRole.DEADLINE)
    assert (meaning.interval, meaning.due) == ((AUGUST, date(2020, 9, 30)), date(2020, 9, 30))


def test_what_is_promised_during_an_interval_is_due_on_its_last_day():
    assert during(AUGUST, date(2020, 8, 31)).due == date(2020, 8, 31)


def test_a_frame_and_an_event_are_never_due():
    assert frame(*whole_year(2020)).due is None
    assert event(AUGUST, AUGUST).due is None


def test_an_event_of_one_day_is_a_date_and_a_longer_one_an_interval():
    assert event(AUGUST, AUGUST).type is TimeType.DATE
    assert event(*month_days(2020, 8)).type is TimeType.INTERVAL


def test_a_frame_becomes_a_deadline_only_when_it_is_promoted(time_of):
    frame_ = time_of("下半年")
    assert (frame_.role, frame_.due) == (TimeRole.HORIZON, None)
    assert (promoted(frame_).role, promoted(frame_).due) == (TimeRole.DEADLINE, date(2020, 12, 31))


@pytest.mark.parametrize("text", ["9月底前", "每周五", "尽快", "三年行动计划", "今年以来"])
def test_only_a_frame_is_promoted(text, time_of):
    assert promoted(time_of(text)) == time_of(text)


def test_a_frame_whose_year_is_not_known_is_not_promoted(time_of):
    assert promoted(time_of("下半年", None)).due is None


def test_an_event_is_not_after_the_report(time_of):
    assert as_event(time_of("9月30日"), AUGUST).interval == (date(2019, 9, 30), date(2019, 9, 30))


def test_an_event_has_no_due_day_no_other_reading_and_no_notice(time_of):
    told = as_event(time_of("年前"), AUGUST)
    assert (told.role, told.due, told.alternatives, told.notice) == (TimeRole.EVENT, None, (), None)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("今年", 2020),
        ("本年度", 2020),
        ("明年", 2021),
        ("次年", 2021),
        ("后年", 2022),
        ("去年", 2019),
        ("前年", 2018),
        ("2025年", 2025),
        ("二〇二五年", 2025),
        ("二○二五年", 2025),
        ("1200年", None),
        ("", None),
        (None, None),
    ],
)
def test_a_year_is_named_by_number_or_from_the_reports_date(words, year):
    assert year_of(words, AUGUST) == year


@given(DAYS)
def test_a_year_before_is_the_same_month_and_its_last_day_stays_its_last(day):
    then = one_year_before(day)
    assert (then.year, then.month) == (day.year - 1, day.month)
    assert (then == month_days(then.year, then.month)[1]) == (day == month_days(day.year, day.month)[1]) or (
        then.day == day.day
    )


@given(DAYS)
def test_a_month_holds_its_days(day):
    first, last = month_days(day.year, day.month)
    assert first <= day <= last
    assert (first.day, (last - first).days + 1) == (1, last.day)
