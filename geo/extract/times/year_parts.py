"""Years and their parts: 年底前, 三季度, 上半年, 2024-2026年, 年前."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.extract.times import festivals
from geo.extract.times.meaning import (
    BEFORE,
    TO,
    YEAR,
    B,
    Doubt,
    Meaning,
    N,
    Rule,
    Y,
    by,
    during,
    event,
    frame,
    is_month,
    month_days,
    number,
    whole_year,
    year_of,
)
from geo.model import TimeType

if TYPE_CHECKING:
    import re

_NAMED = r"(?P<year>今年|当年|本年|明年|次年|后年|去年|上年|\d{4}年)"
_NO_COUNT = r"(?<![\d一二两三四五六七八九十百今明去后前次每全近往周半上多几数])"
_LAST_QUARTER = 4
_LAST_OF_FIRST_HALF = 6


def _read_quarter(match: re.Match[str], reference: date) -> Meaning | None:
    this_quarter = (reference.month + 2) // 3
    quarter = this_quarter if match["quarter"] == "本" else number(match["quarter"])
    if not 1 <= quarter <= _LAST_QUARTER:
        return None
    year = year_of(match["year"], reference)
    if year is None:
        year = reference.year + (quarter * 3 < reference.month)
    last = month_days(year, quarter * 3)[1]
    first = date(year, 1 if match["up_to"] else quarter * 3 - 2, 1)
    if match["before"]:
        return by(first - timedelta(days=1) if not match["end"] else last, reference)
    return during(first, last)


def _read_other_quarter(match: re.Match[str], reference: date) -> Meaning:
    """Read the quarter after the report's, or the one before it, which is past."""
    months = reference.year * 12 + (reference.month - 1) // 3 * 3 + (3 if match["which"] == "下" else -3)
    first = date(months // 12, months % 12 + 1, 1)
    last = month_days(first.year, first.month + 2)[1]
    if match["which"] == "上":
        return event(first, last)
    if match["before"]:
        return by(last if match["end"] else first - timedelta(days=1), reference)
    return during(first, last)


def _read_half(match: re.Match[str], reference: date) -> Meaning:
    year, doubt = year_of(match["year"], reference), None
    if year is None:
        year = reference.year
        if match["half"] == "上" and reference.month > _LAST_OF_FIRST_HALF:
            year += 1
            doubt = Doubt("next_year", f"上半年 has passed in the report's year: read as {year}")
    first, last = whole_year(year)
    if match["half"] == "上":
        last = date(year, _LAST_OF_FIRST_HALF, 30)
    else:
        first = date(year, 7, 1)
    if match["before"] or match["end"]:
        return by(last, reference)
    meaning = during(first, last) if match["year"] and first > reference else frame(first, last)
    return replace(meaning, notice=doubt)


def _read_rest(match: re.Match[str], reference: date) -> Meaning | None:
    months = number(match["months"])
    return (
        frame(date(reference.year, 13 - months, 1), whole_year(reference.year)[1])
        if is_month(months)
        else None
    )


def _read_end(match: re.Match[str], reference: date) -> Meaning:
    year = year_of(match["year"], reference) or reference.year
    last = whole_year(year)[1]
    if match["before"]:
        return by(last, reference)
    return during(date(year, 12, 1), last)


def _read_before_new_year(match: re.Match[str], reference: date) -> Meaning | None:
    """年前: before the year ends or before Spring Festival, what comes first; the other is given too."""
    year = year_of(match["year"], reference) or reference.year
    last = whole_year(year)[1]
    if year >= festivals.LAST_YEAR:
        return None
    festival = festivals.next_festival("春节", reference if year == reference.year else last)
    eve = festival - timedelta(days=1)
    first, second = sorted((last, eve))
    notice = Doubt("two_readings", "年前 has two readings: before the year ends, or before Spring Festival")
    return Meaning(
        TimeType.BEFORE, interval=(reference, first), due=first, alternatives=(second,), notice=notice
    )


def _read_within(match: re.Match[str], reference: date) -> Meaning:
    year = year_of(match["year"], reference) or reference.year
    return by(whole_year(year)[1], reference)


def _read_middle(match: re.Match[str], reference: date) -> Meaning:
    year = year_of(match["year"], reference) or reference.year
    return by(date(year, 6, 30), reference)


def _read_start(match: re.Match[str], reference: date) -> Meaning:
    year = year_of(match["year"], reference) or reference.year
    first = date(year, 1, 1)
    last = month_days(year, 1)[1]
    return during(first, last) if first > reference else event(first, last)


def _read_by_year(match: re.Match[str], reference: date) -> Meaning | None:
    year = year_of(match["year"], reference)
    return by(whole_year(year)[1], reference) if year is not None else None


def _read_before_year(match: re.Match[str], reference: date) -> Meaning | None:
    """2026年前: by the last day of the year before it."""
    year = year_of(match["year"], reference)
    return by(whole_year(year - 1)[1], reference) if year is not None else None


def _read_two_years(_: re.Match[str], reference: date) -> Meaning:
    return during(whole_year(reference.year)[0], whole_year(reference.year + 1)[1])


def _read_years(match: re.Match[str], reference: date) -> Meaning | None:
    first, last = year_of(match["first"], reference), year_of(match["last"], reference)
    return frame(whole_year(first)[0], whole_year(last)[1]) if first and last and first <= last else None


def _read_year(match: re.Match[str], reference: date) -> Meaning | None:
    year = year_of(match["year"], reference) if match["year"] else reference.year
    return frame(*whole_year(year)) if year is not None else None


def _read_so_far(match: re.Match[str], reference: date) -> Meaning:
    year = year_of(match["year"], reference) or reference.year
    return event(whole_year(year)[0], reference)


YEARS: Rule = (rf"(?P<first>\d{{4}})年?{TO}(?P<last>\d{{4}})年度?", _read_years)
QUARTER: Rule = (
    rf"{Y}(?P<up_to>前)?第?(?P<quarter>[一二三四1-4本])个?季度(?P<end>末|底)?(?:内)?{B}",
    _read_quarter,
)
OTHER_QUARTER: Rule = (rf"(?P<which>[下上])一?个?季度(?P<end>末|底)?(?:内)?{B}", _read_other_quarter)
HALF: Rule = (rf"{Y}(?P<half>[上下])半年(?P<end>末|底|内)?{B}", _read_half)
REST: Rule = (rf"今年(?:剩余|余下|剩下)的?(?P<months>{N})个月", _read_rest)
END: Rule = (rf"{Y}(?<!\d)(?<!一)(?:年(?:底|末|终)|岁末(?!年初|,)){B}", _read_end)
NAMED_END: Rule = (rf"{_NAMED}(?:底|末|年底|年末){B}", _read_end)
BEFORE_NEW_YEAR: Rule = (rf"{Y}{_NO_COUNT}年前(?!后|期)", _read_before_new_year)
WITHIN: Rule = (
    rf"(?P<year>今年|明年|\d{{4}}年)(?:内|以内)|(?P<bare>本?年度内|{_NO_COUNT}年内)",
    _read_within,
)
MIDDLE: Rule = (rf"{Y}{_NO_COUNT}年中(?=[,。;前完实建投]|$)(?:前)?", _read_middle)
NAMED_START: Rule = (rf"{_NAMED}初|(?P<bare_start>{_NO_COUNT}年初)", _read_start)
BY_YEAR: Rule = (r"[到至](?P<year>\d{4}年)(?![底末初上下前]|\d)", _read_by_year)
BEFORE_YEAR: Rule = (rf"(?P<year>\d{{4}}年){BEFORE}", _read_before_year)
TWO_YEARS: Rule = (r"今明两年", _read_two_years)
SO_FAR: Rule = (
    rf"(?P<year>今年|去年|\d{{4}}年)(?:以来|至今)|(?P<bare_so_far>{_NO_COUNT}年以来)",
    _read_so_far,
)
YEAR_ALONE: Rule = (rf"(?P<year>{YEAR})度?|本年度|年度|全年", _read_year)
