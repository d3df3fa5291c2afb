"""What a time expression means, and the words that all rules of time share."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from geo.extract.numerals import parse_number
from geo.model import TimeRole, TimeType

Interval = tuple[date, date]

N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
"""A small number."""
YEAR = (
    r"(?:\d{4}年|(?<!\d)[2-4]\d年(?=[1-9]\d?月|底|末|[上下]半年|第?[一二三四1-4]季度)|[〇○零一二三四五六七八九]{4}年|今年|明年|次年|后年|去年|(?<![则马以早晚])上年"
    r"|前年|本年度?|当年)"
)
Y = rf"(?P<year>{YEAR})?的?"
"""A year, where it is named."""
BEFORE = r"(?:之前|以前|前(?!后|期|三|来|往|述|沿|提|景|列))"
B = rf"(?P<before>{BEFORE})?"
TO = r"(?:至|到|-|—+|–|~)"

DECEMBER = 12
_YEARS = range(1901, 2100)
"""The lunar calendar is known so far."""
_CENTURY = 2000
_NAMED_YEARS = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "当年": 0,
    "明年": 1,
    "次年": 1,
    "后年": 2,
    "去年": -1,
    "上年": -1,
    "前年": -2,
}


class Doubt(NamedTuple):
    """What a person must look at in a time."""

    kind: str
    """next_year, two_readings, impossible_date or year_unknown."""
    message: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression means, wherever it stands."""

    type: TimeType
    role: TimeRole = TimeRole.DEADLINE
    interval: Interval | None = None
    due: date | None = None
    alternatives: tuple[date, ...] = ()
    rrule: str | None = None
    notice: Doubt | None = None


@dataclass(frozen=True, slots=True)
class TimeFinding(Meaning):
    """A time in the flat text and what it means."""

    start: int = 0
    end: int = 0


Reader = Callable[[re.Match[str], date], Meaning | None]
Rule = tuple[str, Reader]
"""A pattern, and what reads a match of it against the report's date; None where it is no time."""


def by(due: date, reference: date, *, notice: Doubt | None = None) -> Meaning:
    """Return a deadline: from the report's date to the last allowed day."""
    return Meaning(TimeType.BEFORE, interval=(min(reference, due), due), due=due, notice=notice)


def during(first: date, last: date, *, notice: Doubt | None = None) -> Meaning:
    """Return an interval in which something is promised; it is due on its last day."""
    return Meaning(TimeType.INTERVAL, interval=(first, last), due=last, notice=notice)


def frame(first: date, last: date) -> Meaning:
    """Return an interval that only frames what is said."""
    return Meaning(TimeType.INTERVAL, TimeRole.HORIZON, interval=(first, last))


def event(first: date, last: date) -> Meaning:
    """Return a day or an interval at which something happens or has happened; nothing is due."""
    return Meaning(
        TimeType.DATE if first == last else TimeType.INTERVAL, TimeRole.EVENT, interval=(first, last)
    )


def promoted(time: TimeFinding) -> TimeFinding:
    """Return a frame of time (今年, 下半年) as the deadline that it is where a promise follows it."""
    if time.role is not TimeRole.HORIZON or time.interval is None or time.type is not TimeType.INTERVAL:
        return time
    return replace(time, role=TimeRole.DEADLINE, due=time.interval[1])


def as_event(time: TimeFinding, reference: date | None) -> TimeFinding:
    """Return the time of something that has happened: no due day, and not after the report's date."""
    interval = time.interval
    if interval and reference and interval[0] > reference:
        interval = (one_year_before(interval[0]), one_year_before(interval[1]))
    return replace(time, role=TimeRole.EVENT, due=None, interval=interval, notice=None, alternatives=())


def one_year_before(day: date) -> date:
    """Return the same day of the year before; a month's last day stays its last."""
    if (day + timedelta(days=1)).month != day.month:
        return month_days(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1)


def year_of(words: str | None, reference: date) -> int | None:
    """Return the year that the words name, or None where they name none."""
    if not words:
        return None
    if words in _NAMED_YEARS:
        return reference.year + _NAMED_YEARS[words]
    value = parse_number(words.removesuffix("年"))
    year = int(value or 0) + (_CENTURY if re.fullmatch(r"\d\d年", words) else 0)
    return year if year in _YEARS else None


def year_of_month(month: int, words: str | None, reference: date) -> tuple[int, Doubt | None]:
    """Return the year of a month, and a notice where it is next year's for lying before the report's."""
    year = year_of(words, reference)
    if year is not None:
        return year, None
    if month < reference.month:
        message = f"month {month} lies before the report's month: read as {reference.year + 1}"
        return reference.year + 1, Doubt("next_year", message)
    return reference.year, None


def month_days(year: int, month: int) -> Interval:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def whole_year(year: int) -> Interval:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, DECEMBER, 31)


def number(text: str) -> int:
    """Return a small number; 0 where it is none, which no day, month or quarter is."""
    value = parse_number(text)
    return int(value) if value is not None else 0


def is_month(month: int) -> bool:
    """Tell whether a number is a month's."""
    return 1 <= month <= DECEMBER
