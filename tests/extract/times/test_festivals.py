from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import find_times
from geo.extract.times.festivals import NAMES, festival_day, holiday, next_festival
from geo.model import TimeType

AUGUST = date(2020, 8, 1)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("元旦", 2021, date(2021, 1, 1)),
        ("国庆", 2021, date(2021, 10, 1)),
        ("春节", 2021, date(2021, 2, 12)),
        ("春节", 2024, date(2024, 2, 10)),
        ("元宵", 2024, date(2024, 2, 24)),
        ("清明", 2025, date(2025, 4, 4)),
        ("端午", 2025, date(2025, 5, 31)),
        ("中秋", 2021, date(2021, 9, 21)),
        ("重阳", 2024, date(2024, 10, 11)),
    ],
)
def test_a_festival_has_its_day_by_the_sun_or_the_moon(name, year, day):
    assert festival_day(name, year) == day


@pytest.mark.parametrize(
    ("text", "reference", "due"),
    [
        ("春节前", AUGUST, date(2021, 2, 11)),
        ("春节来临前", date(2024, 11, 12), date(2025, 1, 28)),
        ("明年春节前", AUGUST, date(2021, 2, 11)),
        ("2022年春节前", AUGUST, date(2022, 1, 31)),
        ("国庆节前", AUGUST, date(2020, 9, 30)),
        ("“五一”前", date(2021, 3, 1), date(2021, 4, 30)),
        ("“五一”前", AUGUST, date(2021, 4, 30)),
        ("元旦前", AUGUST, date(2020, 12, 31)),
        ("元宵节前", date(2024, 2, 18), date(2024, 2, 23)),
        ("端午节之前", date(2025, 3, 10), date(2025, 5, 30)),
        ("清明节前", date(2025, 2, 10), date(2025, 4, 3)),
        ("重阳节前", date(2024, 8, 1), date(2024, 10, 10)),
    ],
)
def test_before_a_festival_is_due_on_its_eve(text, reference, due, time_of):
    time = time_of(text, reference)
    assert (time.type, time.due, time.interval) == (TimeType.BEFORE, due, (reference, due))


@pytest.mark.parametrize(
    ("text", "reference", "due"),
    [
        ("国庆、中秋“双节”前", date(2025, 7, 1), date(2025, 9, 30)),
        ("中秋国庆双节前", date(2021, 7, 1), date(2021, 9, 20)),
        ("元旦、春节前", date(2020, 11, 1), date(2020, 12, 31)),
    ],
)
def test_before_two_festivals_is_before_the_first(text, reference, due, time_of):
    assert time_of(text, reference).due == due


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("国庆期间", date(2020, 10, 1), date(2020, 10, 7)),
        ("国庆长假期间", date(2020, 10, 1), date(2020, 10, 7)),
        ("春节假期", date(2021, 2, 12), date(2021, 2, 18)),
        ("2025年五一期间", date(2025, 5, 1), date(2025, 5, 5)),
        ("中秋节期间", date(2020, 10, 1), date(2020, 10, 1)),
    ],
)
def test_a_festivals_time_is_its_holiday(text, first, last, time_of):
    assert time_of(text).interval == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "五一路",
        "八一路8号院",
        "十一中",
        "国庆路",
        "七一社区",
        "春节",
        "中秋晚会",
        "汛期前",
        "开学前",
        "两会前",
    ],
)
def test_a_festivals_name_alone_or_in_a_places_name_is_no_time(text, times_of):
    assert times_of(text) == []


@given(st.sampled_from(NAMES), st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)))
def test_the_next_festival_is_on_or_after_the_day_and_within_thirteen_months(name, reference):
    found = next_festival(name, reference)
    assert reference <= found <= reference + timedelta(days=400)
    assert holiday(name, found)[0] == found


@given(st.sampled_from(NAMES), st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)))
def test_on_the_eve_a_festival_is_still_to_come(name, reference):
    text = f"{name}前"
    eve = next_festival(name, reference) - timedelta(days=1)
    (time,) = find_times(text, 0, len(text), reference=eve)
    assert time.due == eve


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("明年“五一”投入使用", date(2021, 5, 1)),
        ("2022年国庆开放", date(2022, 10, 1)),
        ("明年春节开园", date(2021, 2, 12)),
    ],
)
def test_a_festival_of_a_year_is_its_day(text, day):
    assert [time.due for time in find_times(text, 0, len(text), reference=AUGUST)] == [day]


def test_a_street_called_by_a_date_is_no_festival():
    text = "今年八一路改造"
    assert [text[t.start : t.end] for t in find_times(text, 0, len(text), reference=AUGUST)] == ["今年"]
