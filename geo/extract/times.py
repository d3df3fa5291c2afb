"""Find times and read them against the report's date, never against today.

Each rule is a pattern and a reader. The reader gets the match and the reference day and returns what
the words mean, or None where they mean no time after all. Rules are tried in order at each place, so
that the more particular one comes first. A month without a year that lies before the report's month
is next year's.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.extract import festivals
from geo.extract.numerals import parse_number
from geo.model import TimeRole, TimeType

if TYPE_CHECKING:
    from collections.abc import Callable

Interval = tuple[date, date]

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:\d{4}年|[〇○零一二三四五六七八九]{4}年|今年|明年|后年|本年度?|当年)"
_FESTIVAL = "|".join(festivals.NAMES)
_PLAN = r"(?=(?:攻坚)?(?:行动|规划|建设)?(?:计划|方案|行动|规划))"
_FIVE_YEAR_PLANS = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_BEFORE = r"(?:之?前|以前)"
_DECEMBER = 12
_LAST_QUARTER = 4
_YEARS = range(1900, 2201)
"""A number outside is no year."""


@dataclass(frozen=True, slots=True)
class TimeFinding:
    """A time in the flat text and what it means."""

    start: int
    end: int
    type: TimeType
    role: TimeRole
    interval: Interval | None = None
    due: date | None = None
    alternatives: tuple[date, ...] = ()
    rrule: str | None = None
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class _Meaning:
    type: TimeType
    role: TimeRole = TimeRole.DEADLINE
    interval: Interval | None = None
    due: date | None = None
    alternatives: tuple[date, ...] = ()
    rrule: str | None = None
    notice: str | None = None


def find_times(text: str, start: int, end: int, *, reference: date | None) -> list[TimeFinding]:
    """Return the times of a stretch of flat text, in order, none overlapping another.

    Without a reference day nothing is made up: a time that needs one has neither interval nor due
    day, and a notice says why.
    """
    found: list[TimeFinding] = []
    for match in _ANY.finditer(text, start, end):
        rule = _RULES[int(match.lastgroup[1:])] if match.lastgroup else None
        if rule is None:
            continue
        # The alternation only says which rule applies; its own pattern gives the groups.
        own = rule[0].match(text, match.start(), end)
        if own is None:
            continue
        finding = _read(own, rule[1], reference)
        if finding is not None:
            found.append(finding)
    return found


def promoted(time: TimeFinding) -> TimeFinding:
    """Return a frame of time (今年, 下半年) as the deadline that it is where a promise follows it."""
    if time.role is not TimeRole.HORIZON or time.interval is None or time.type is not TimeType.INTERVAL:
        return time
    return replace(time, role=TimeRole.DEADLINE, due=time.interval[1])


def as_event(time: TimeFinding, reference: date | None) -> TimeFinding:
    """Return the day of something that has happened: no due day, and not after the report's date."""
    interval = time.interval
    if interval and reference and interval[0] > reference:
        interval = (
            interval[0].replace(year=interval[0].year - 1),
            interval[1].replace(year=interval[1].year - 1),
        )
    return replace(time, role=TimeRole.EVENT, due=None, interval=interval, notice=None)


def _read(
    match: re.Match[str], reader: Callable[[re.Match[str], date], _Meaning | None], reference: date | None
) -> TimeFinding | None:
    meaning = reader(match, reference or date(1, 1, 1))
    if meaning is None:
        return None
    if reference is None and not _states_its_year(match.group()) and (meaning.interval or meaning.due):
        meaning = replace(
            meaning,
            interval=None,
            due=None,
            alternatives=(),
            notice="the year is not in the text and no report date is given",
        )
    return TimeFinding(
        match.start(),
        match.end(),
        meaning.type,
        meaning.role,
        meaning.interval,
        meaning.due,
        meaning.alternatives,
        meaning.rrule,
        meaning.notice,
    )


def _states_its_year(surface: str) -> bool:
    return re.match(r"\d{4}|[〇○零一二三四五六七八九]{4}年|“?十[二三四五六]五", surface) is not None


# --- Years and months -----------------------------------------------------------------------------


def _year_of(words: str | None, reference: date) -> int | None:
    """Return the year that the words name, or None where they name none."""
    if not words:
        return None
    named = {"今年": 0, "本年": 0, "本年度": 0, "当年": 0, "明年": 1, "后年": 2}
    if words in named:
        return reference.year + named[words]
    number = parse_number(words.removesuffix("年"))
    return int(number) if number else None


def _month_year(month: int, words: str | None, reference: date) -> tuple[int, str | None]:
    year = _year_of(words, reference)
    if year is not None:
        return year, None
    if month < reference.month:
        return (
            reference.year + 1,
            f"month {month} lies before the report's month: read as {reference.year + 1}",
        )
    return reference.year, None


def _month_days(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _int(text: str) -> int:
    number = parse_number(text)
    return int(number) if number is not None else 0


# --- Readers --------------------------------------------------------------------------------------


def _plan_name(_: re.Match[str], __: date) -> _Meaning:
    return _Meaning(TimeType.DURATION, TimeRole.PLAN_NAME)


def _monthly(match: re.Match[str], _: date) -> _Meaning:
    days = ",".join(re.findall(r"\d+", match["days"]))
    return _Meaning(TimeType.SET, TimeRole.RECURRENCE, rrule=f"FREQ=MONTHLY;BYMONTHDAY={days}")


def _weekly(match: re.Match[str], _: date) -> _Meaning:
    codes = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))
    days = ",".join(codes[char] for char in match["days"] if char in codes)
    return _Meaning(TimeType.SET, TimeRole.RECURRENCE, rrule=f"FREQ=WEEKLY;BYDAY={days}")


def _day(match: re.Match[str], reference: date) -> _Meaning | None:
    month, day = _int(match["month"]), _int(match["day"])
    if not 1 <= month <= _DECEMBER or day < 1:
        return None
    year, notice = _month_year(month, match["year"], reference)
    last = _month_days(year, month)[1]
    if day > last.day:
        return _Meaning(TimeType.DATE, notice=f"impossible date: {match.group()}")
    then = date(year, month, day)
    if match["before"]:
        return _Meaning(TimeType.BEFORE, interval=(reference, then), due=then, notice=notice)
    return _Meaning(TimeType.DATE, interval=(then, then), due=then, notice=notice)


def _months(match: re.Match[str], reference: date) -> _Meaning | None:
    first, last = _int(match["first"]), _int(match["last"])
    if not (1 <= first <= _DECEMBER and 1 <= last <= _DECEMBER):
        return None
    named = _year_of(match["year"], reference)
    year = named if named is not None else reference.year + (last < reference.month)
    start_year = year - (first > last and named is None)
    end_year = year + (first > last and named is not None)
    end = _month_days(end_year, last)[1]
    return _Meaning(TimeType.INTERVAL, interval=(date(start_year, first, 1), end), due=end)


def _third_of_month(match: re.Match[str], reference: date) -> _Meaning | None:
    month = _int(match["month"]) if match["month"] else reference.month
    if not 1 <= month <= _DECEMBER:
        return None
    year, notice = _month_year(month, match["year"], reference)
    first, last = _month_days(year, month)
    starts = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, last.day)}
    begin, finish = starts[match["part"]]
    interval = (first.replace(day=begin), first.replace(day=finish))
    if match["before"]:
        return _Meaning(TimeType.BEFORE, interval=(reference, interval[1]), due=interval[1], notice=notice)
    return _Meaning(TimeType.INTERVAL, interval=interval, due=interval[1], notice=notice)


def _month_end(match: re.Match[str], reference: date) -> _Meaning | None:
    month = _int(match["month"]) if match["month"] else reference.month
    if not 1 <= month <= _DECEMBER:
        return None
    year, notice = _month_year(month, match["year"], reference)
    last = _month_days(year, month)[1]
    interval = (reference, last) if match["before"] else (last, last)
    kind = TimeType.BEFORE if match["before"] else TimeType.DATE
    return _Meaning(kind, interval=interval, due=last, notice=notice)


def _month(match: re.Match[str], reference: date) -> _Meaning | None:
    month = _int(match["month"])
    if not 1 <= month <= _DECEMBER:
        return None
    year, notice = _month_year(month, match["year"], reference)
    first, last = _month_days(year, month)
    if match["before"]:
        due = first - timedelta(days=1)
        return _Meaning(TimeType.BEFORE, interval=(reference, due), due=due, notice=notice)
    return _Meaning(TimeType.INTERVAL, interval=(first, last), due=last, notice=notice)


def _quarter(match: re.Match[str], reference: date) -> _Meaning | None:
    quarter = _int(match["quarter"])
    if not 1 <= quarter <= _LAST_QUARTER:
        return None
    year = _year_of(match["year"], reference) or reference.year
    if match["year"] is None and quarter * 3 < reference.month:
        year += 1
    last = _month_days(year, quarter * 3)[1]
    first = date(year, 1 if match["up_to"] else quarter * 3 - 2, 1)
    if match["before"]:
        return _Meaning(TimeType.BEFORE, interval=(reference, last), due=last)
    return _Meaning(TimeType.INTERVAL, interval=(first, last), due=last)


def _half_year(match: re.Match[str], reference: date) -> _Meaning:
    year = _year_of(match["year"], reference) or reference.year
    first_half = match["half"] == "上"
    interval = (date(year, 1, 1), date(year, 6, 30)) if first_half else (date(year, 7, 1), date(year, 12, 31))
    if match["before"]:
        return _Meaning(TimeType.BEFORE, interval=(reference, interval[1]), due=interval[1])
    return _Meaning(TimeType.INTERVAL, TimeRole.HORIZON, interval=interval)


def _rest_of_year(match: re.Match[str], reference: date) -> _Meaning | None:
    months = _int(match["months"])
    if not 1 <= months <= _DECEMBER:
        return None
    interval = (date(reference.year, 13 - months, 1), date(reference.year, 12, 31))
    return _Meaning(TimeType.INTERVAL, TimeRole.HORIZON, interval=interval)


def _year_end(match: re.Match[str], reference: date) -> _Meaning:
    year = _year_of(match["year"], reference) or reference.year
    last = date(year, 12, 31)
    if match["before"]:
        return _Meaning(TimeType.BEFORE, interval=(reference, last), due=last)
    return _Meaning(TimeType.INTERVAL, interval=(date(year, 12, 1), last), due=last)


def _before_new_year(match: re.Match[str], reference: date) -> _Meaning:
    """年前: before the year ends, or before Spring Festival; both readings are given."""
    year = _year_of(match["year"], reference) or reference.year
    last = date(year, 12, 31)
    eve = festivals.festival_day("春节", year + 1) - timedelta(days=1)
    return _Meaning(
        TimeType.BEFORE,
        interval=(reference, last),
        due=last,
        alternatives=(eve,),
        notice="年前 has two readings: before the year ends, or before Spring Festival",
    )


def _within_year(match: re.Match[str], reference: date) -> _Meaning:
    year = _year_of(match["year"], reference) or reference.year
    last = date(year, 12, 31)
    return _Meaning(TimeType.BEFORE, interval=(reference, last), due=last)


def _festival(match: re.Match[str], reference: date) -> _Meaning:
    name = match["festival"]
    year = _year_of(match["year"], reference)
    day = festivals.festival_day(name, year) if year else festivals.next_festival(name, reference)
    if match["before"]:
        due = day - timedelta(days=1)
        return _Meaning(TimeType.BEFORE, interval=(reference, due), due=due)
    first, last = festivals.holiday(name, day)
    return _Meaning(TimeType.INTERVAL, interval=(first, last), due=last)


def _five_year_plan(match: re.Match[str], _: date) -> _Meaning:
    last = date(_FIVE_YEAR_PLANS[match["plan"]], 12, 31)
    if match["end"]:
        return _Meaning(TimeType.DATE, interval=(last, last), due=last)
    return _Meaning(TimeType.INTERVAL, TimeRole.HORIZON, interval=(date(last.year - 4, 1, 1), last))


def _within_months(match: re.Match[str], reference: date) -> _Meaning | None:
    """三年内: counted from the report's date to the same day (or the month's last)."""
    count = _int(match["count"])
    months = count * (12 if match["unit"] == "年" else 1)
    if not months:
        return None
    year, month = divmod(reference.month - 1 + months, 12)
    year, month = reference.year + year, month + 1
    due = date(year, month, min(reference.day, calendar.monthrange(year, month)[1]))
    return _Meaning(TimeType.BEFORE, interval=(reference, due), due=due)


def _year(match: re.Match[str], reference: date) -> _Meaning | None:
    year = _year_of(match["year"], reference)
    if year is None or year not in _YEARS:
        return None
    return _Meaning(TimeType.INTERVAL, TimeRole.HORIZON, interval=(date(year, 1, 1), date(year, 12, 31)))


def _vague(_: re.Match[str], __: date) -> _Meaning:
    return _Meaning(TimeType.VAGUE, TimeRole.VAGUE)


_Y = rf"(?P<year>{_YEAR})?的?"
_B = rf"(?P<before>{_BEFORE})?"
_SOURCES: tuple[tuple[str, Callable[[re.Match[str], date], _Meaning | None]], ...] = (
    (rf"{_N}年{_PLAN}", _plan_name),
    (r"每月(?P<days>\d{1,2}[日号](?:[、和及]\d{1,2}[日号])*)", _monthly),
    (r"每(?:周|个?星期)(?P<days>[一二三四五六日天](?:[、和及至]?[一二三四五六日天])*)", _weekly),
    (rf"{_Y}(?P<first>{_N})月?(?:至|到|-|—|~)(?P<last>{_N})月份?(?!\d*日)", _months),
    (rf"{_Y}(?P<month>{_N})月(?P<day>{_N})[日号]{_B}", _day),
    (rf"{_Y}(?:(?P<month>{_N})月份?|本月)(?P<part>[上中下]旬|初|中(?=[,。前完]|$)){_B}", _third_of_month),
    (rf"{_Y}(?:(?P<month>{_N})月份?|本月|当月)(?:底|末){_B}", _month_end),
    (rf"(?P<year>)(?P<month>)(?<![\d一二三四五六七八九十])月(?:底|末){_B}", _month_end),
    (rf"{_Y}(?P<month>{_N})月份?{_B}(?!\d)", _month),
    (rf"{_Y}(?P<up_to>前)?第?(?P<quarter>[一二三四1-4])个?季度(?:末|底)?{_B}", _quarter),
    (rf"{_Y}(?P<half>[上下])半年(?:末|底)?{_B}", _half_year),
    (r"今年(?:剩余|余下)的?(?P<months>\d{1,2}|[一二三四五六七八九十]+)个月", _rest_of_year),
    (rf"{_Y}(?:年(?:底|末|终)|岁末){_B}", _year_end),
    (rf"(?P<year>今年|明年|后年|\d{{4}}年)(?:底|末){_B}", _year_end),
    (rf"{_Y}(?<![\d一二三四五六七八九十今明去后每全近往周半])年前", _before_new_year),
    (r"(?P<year>今年|明年|\d{4}年)(?:内|以内)|(?P<bare>(?<![\d一二三四五六七八九十])年内)", _within_year),
    (rf"{_Y}“?(?P<festival>{_FESTIVAL})”?(?:节)?(?:(?P<before>{_BEFORE})|期间|假期)", _festival),
    (rf"“?(?P<plan>{'|'.join(_FIVE_YEAR_PLANS)})”?(?:(?P<end>末|收官|期末)|期间|时期)", _five_year_plan),
    (rf"(?P<count>{_N})(?:个)?(?P<unit>年|月)(?:之内|以内|内)", _within_months),
    (rf"(?P<year>{_YEAR}|本年度|年度)", _year),
    (r"尽快|适时|近期|尽早|早日", _vague),
)
_RULES = tuple((re.compile(source), reader) for source, reader in _SOURCES)


def _unnamed(source: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", source)


_ANY = re.compile("|".join(f"(?P<r{i}>{_unnamed(source)})" for i, (source, _) in enumerate(_SOURCES)))
