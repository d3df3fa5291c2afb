"""Months and their parts: 8至10月, 9月底前, 8月中旬, 月底前."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.extract.times.meaning import (
    DECEMBER,
    TO,
    YEAR,
    B,
    Meaning,
    N,
    Rule,
    Y,
    by,
    during,
    event,
    is_month,
    month_days,
    number,
    one_year_before,
    year_of,
    year_of_month,
)
from geo.model import TimeType

if TYPE_CHECKING:
    import re


def _read_range(match: re.Match[str], reference: date) -> Meaning | None:
    first, last = number(match["first"]), number(match["last"])
    if not (is_month(first) and is_month(last)):
        return None
    last_year, notice = year_of(match["last_year"], reference), None
    year = year_of(match["year"], reference)
    if year is not None:
        last_year = last_year or year + (first > last)
    else:
        last_year, notice = (last_year, None) if last_year else year_of_month(last, None, reference)
        year = last_year - (first > last)
    return during(date(year, first, 1), month_days(last_year, last)[1], notice=notice)


def _read_third(match: re.Match[str], reference: date) -> Meaning | None:
    month = number(match["month"]) if match["month"] else _month_named(match.group(), reference)
    if not is_month(month):
        return None
    year, notice = year_of_month(month, match["year"], reference)
    first, last = month_days(year, month)
    begin, finish = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20)}.get(
        match["part"], (21, last.day)
    )
    if match["before"]:
        return by(first.replace(day=finish), reference, notice=notice)
    return during(first.replace(day=begin), first.replace(day=finish), notice=notice)


def _month_named(words: str, reference: date) -> int:
    """Return the report's month, or the one after it where the words say 下月."""
    return reference.month % DECEMBER + 1 if words.startswith("下") else reference.month


def _read_end(match: re.Match[str], reference: date) -> Meaning | None:
    month = number(match["month"]) if match["month"] else _month_named(match.group(), reference)
    if not is_month(month):
        return None
    year, notice = year_of_month(month, match["year"], reference)
    last = month_days(year, month)[1]
    if match["before"]:
        return by(last, reference, notice=notice)
    return Meaning(TimeType.DATE, interval=(last, last), due=last, notice=notice)


def _read_month(match: re.Match[str], reference: date) -> Meaning | None:
    month = number(match["month"])
    if not is_month(month):
        return None
    year, notice = year_of_month(month, match["year"], reference)
    first, last = month_days(year, month)
    if match["before"]:
        return by(first - timedelta(days=1), reference, notice=notice)
    return during(first, last, notice=notice)


def _read_this_month(_: re.Match[str], reference: date) -> Meaning:
    return by(month_days(reference.year, reference.month)[1], reference)


def _read_last_month(match: re.Match[str], reference: date) -> Meaning:
    last = reference.replace(day=1) - timedelta(days=1)
    return event(last, last) if match["end"] else event(*month_days(last.year, last.month))


def _read_next_month(match: re.Match[str], reference: date) -> Meaning:
    following = month_days(reference.year, reference.month)[1] + timedelta(days=1)
    first, last = month_days(following.year, following.month)
    return by(last, reference) if match["end"] else during(first, last)


def _read_same_month_last_year(_: re.Match[str], reference: date) -> Meaning:
    then = one_year_before(reference)
    return event(*month_days(then.year, then.month))


_MONTH = rf"(?:(?P<month>{N})月份?|本月|当月|下个?月)"

RANGE: Rule = (
    rf"{Y}(?P<first>{N})月?份?{TO}(?P<last_year>{YEAR})?(?P<last>{N})月份?(?!\d*[日号])(?:底|末|期间|间)?(?:前)?",
    _read_range,
)
THIRD: Rule = (rf"{Y}{_MONTH}(?P<part>[上中下]旬|初|中(?=[,。;前完]|$)){B}", _read_third)
END: Rule = (rf"{Y}{_MONTH}(?:底|末){B}", _read_end)
BARE_END: Rule = (rf"(?P<year>)(?P<month>)(?<![\d一二三四五六七八九十个])月(?:底|末){B}", _read_end)
MONTH: Rule = (rf"{Y}(?P<month>{N})月份?(?:内|间)?{B}(?!\d|[一两]次|三|度)", _read_month)
THIS_MONTH: Rule = (r"(?:本月|当月|(?<![个\d一二三四五六七八九十])月)内", _read_this_month)
LAST_MONTH: Rule = (r"上个?月(?:(?P<end>底|末)|初|中旬)?", _read_last_month)
NEXT_MONTH: Rule = (r"(?:下个?月|次月)(?P<end>底前?|末前?|内)?", _read_next_month)
SAME_MONTH_LAST_YEAR: Rule = (r"去年同期|上年同期", _read_same_month_last_year)
