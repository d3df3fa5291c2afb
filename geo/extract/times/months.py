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
        if last_year is None and first == 1 and 0 < reference.month - last <= _COUNTED_UP:
            return event(date(reference.year, first, 1), month_days(reference.year, last)[1])
        last_year, notice = (last_year, None) if last_year else year_of_month(last, None, reference)
        year = last_year - (first > last)
    return during(date(year, first, 1), month_days(last_year, last)[1], notice=notice)


def _read_third(match: re.Match[str], reference: date) -> Meaning | None:
    month = number(match["month"]) if match["month"] else _month_named(match.group(), reference)
    if not is_month(month):
        return None
    year, notice = year_of_month(month, match["year"], reference)
    finish = _part_of_month(year, month, match["part"])[1]
    begin = _part_of_month(year, month, f"{match['from']}旬" if match["from"] else match["part"])[0]
    if match["before"]:
        return by(finish, reference, notice=notice)
    return during(begin, finish, notice=notice)


def _read_range_of_parts(match: re.Match[str], reference: date) -> Meaning | None:
    first, last = number(match["first"]), number(match["last"])
    if not (is_month(first) and is_month(last)):
        return None
    last_year, notice = year_of(match["last_year"], reference), None
    year = year_of(match["year"], reference)
    if last_year is None and year is not None:
        last_year = year + (first > last)
    elif last_year is None:
        last_year, notice = year_of_month(last, None, reference)
    begin = _part_of_month(last_year - (first > last) if year is None else year, first, match["part"])[0]
    return during(begin, _part_of_month(last_year, last, match["last_part"])[1], notice=notice)


def _part_of_month(year: int, month: int, part: str) -> tuple[date, date]:
    first, last = month_days(year, month)
    if part in ("底", "末"):
        return last, last
    begin, finish = _PARTS.get(part, (21, last.day))
    return first.replace(day=begin), first.replace(day=finish)


def _read_two_months(match: re.Match[str], reference: date) -> Meaning | None:
    first, last = (number(words) for words in match["near"] or (match["first"], match["last"]))
    if not (is_month(first) and last == first + 1 <= DECEMBER):
        return None
    year, notice = year_of_month(last, match["year"], reference)
    return during(date(year, first, 1), month_days(year, last)[1], notice=notice)


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


_COUNTED_UP = 3
"""So many months later 1至7月 still tells of this year's months, counted from its first."""
_PARTS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20)}
"""First and last days; a 下旬 ends with its month."""
_PART = r"[上中下]旬|初|中|底|末"
_MONTH = rf"(?:(?P<month>{N})月份?|本月|当月|下个?月)"

RANGE_OF_PARTS: Rule = (
    rf"{Y}(?P<first>{N})月份?(?P<part>{_PART}){TO}(?P<last_year>{YEAR})?(?P<last>{N})月份?(?P<last_part>{_PART})(?:之?前)?",
    _read_range_of_parts,
)
TWO_MONTHS: Rule = (
    rf"{Y}(?:(?P<first>{N})[、和](?P<last>{N})两个?月|(?P<near>[一二三四五六七八九][二三四五六七八九十])月)份?",
    _read_two_months,
)
RANGE: Rule = (
    rf"{Y}(?P<first>{N})月?份?{TO}(?P<last_year>{YEAR})?(?P<last>{N})月份?(?!\d*[日号])(?:底|末|期间|间)?(?:前)?",
    _read_range,
)
THIRD: Rule = (
    rf"{Y}{_MONTH}(?P<from>[上中](?=[中下]旬))?(?P<part>[上中下]旬|初|中(?=[,。;前完]|$)){B}",
    _read_third,
)
END: Rule = (rf"{Y}{_MONTH}(?:底|末){B}", _read_end)
BARE_END: Rule = (rf"(?P<year>)(?P<month>)(?<![\d一二三四五六七八九十个])月(?:底|末){B}", _read_end)
MONTH: Rule = (rf"{Y}(?P<month>{N})月份?(?:内|间)?{B}(?!\d|[一两]次|三|度)", _read_month)
THIS_MONTH: Rule = (
    r"(?:本月|当月|(?<![个\d一二三四五六七八九十])月)内|本月(?=将|拟|计划|力争|预计|要)",
    _read_this_month,
)
LAST_MONTH: Rule = (r"上个?月(?:(?P<end>底|末)|初|中旬)?", _read_last_month)
NEXT_MONTH: Rule = (r"(?:下个?月|次月)(?P<end>底前?|末前?|内)?", _read_next_month)
SAME_MONTH_LAST_YEAR: Rule = (r"去年同期|上年同期", _read_same_month_last_year)
