"""Festivals by which reports set deadlines: 春节前, 国庆期间; lunar ones through a calendar library."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from borax.calendars.lunardate import LunarDate, TermUtils

from geo.extract.times.meaning import BEFORE, YEAR, Meaning, Rule, Y, by, during, year_of

if TYPE_CHECKING:
    import re

_SOLAR = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "六一": (6, 1),
    "儿童节": (6, 1),
    "七一": (7, 1),
    "建党节": (7, 1),
    "八一": (8, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "青年节": (5, 4),
    "国庆": (10, 1),
    "十一": (10, 1),
}
_LUNAR = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "正月十五": (1, 15),
    "端午": (5, 5),
    "中秋": (8, 15),
    "重阳": (9, 9),
}
_TERMS = {"清明": 6, "立夏": 8, "夏至": 11, "立秋": 14, "立冬": 20, "冬至": 23}
"""Numbers among the 24 solar terms, counted from 小寒 as 0."""
_EVE = "除夕"
LAST_YEAR = 2099
"""The calendar library ends with 2100."""
_DAYS_OFF = {"春节": 7, "国庆": 7, "五一": 5}
"""Length of the holiday as the State Council has set it since 2025; one day where not named."""

NAMES = (*_SOLAR, *_LUNAR, *_TERMS, _EVE)


def festival_day(name: str, year: int) -> date:
    """Return the day of a festival in a year of the solar calendar."""
    if name in _SOLAR:
        return date(year, *_SOLAR[name])
    if name in _TERMS:
        day_of_term: date = TermUtils.nth_term_day(year, _TERMS[name])
        return day_of_term
    if name == _EVE:
        return festival_day("春节", year) - timedelta(days=1)
    month, day = _LUNAR[name]
    solar: date = LunarDate(year, month, day).to_solar_date()
    return solar


def next_festival(name: str, reference: date) -> date:
    """Return the first day of the festival on or after the reference day."""
    this_year = festival_day(name, reference.year)
    return this_year if this_year >= reference else festival_day(name, reference.year + 1)


def holiday(name: str, first: date) -> tuple[date, date]:
    """Return the first and last day of the holiday that begins on a festival's day."""
    return first, first + timedelta(days=_DAYS_OFF.get(name, 1) - 1)


def _read_festival(match: re.Match[str], reference: date) -> Meaning | None:
    name = match["festival"]
    year = year_of(match["year"], reference)
    if reference.year >= LAST_YEAR:
        return None
    day = festival_day(name, year) if year else next_festival(name, reference)
    if match["before"]:
        return by(day - timedelta(days=1), reference)
    return during(*holiday(name, day))


def _read_festival_of_year(match: re.Match[str], reference: date) -> Meaning | None:
    name = match["festival"] or match["sure"]
    year = year_of(match["year"], reference)
    if year is None or year >= LAST_YEAR:
        return None
    day = festival_day(name, year)
    return during(day, day)


def _read_lunar_year(_: re.Match[str], reference: date) -> Meaning | None:
    if reference.year >= LAST_YEAR:
        return None
    return by(next_festival("春节", reference) - timedelta(days=1), reference)


def _read_both(match: re.Match[str], reference: date) -> Meaning | None:
    """Before two festivals: before the one that comes first."""
    if reference.year >= LAST_YEAR:
        return None
    first = min(next_festival(match[side], reference) for side in ("a", "b"))
    return by(first - timedelta(days=1), reference)


BOTH: Rule = (
    r"(?P<a>国庆|中秋|元旦|春节)(?:节)?[、和及]?(?P<b>国庆|中秋|元旦|春节)(?:节)?“?(?:双节|两节)?”?(?:之前|前)",
    _read_both,
)
_ALIAS = r"”?(?:国际)?(?:劳动节|儿童节|妇女节|青年节|建党节|建军节|节日|佳节|节)?”?"
_DAYS_OFF_WORDS = "(?:黄金周|小?长假|放假|假期)?"
FESTIVAL: Rule = (
    rf"{Y}“?(?P<festival>{'|'.join(NAMES)}){_ALIAS}{_DAYS_OFF_WORDS}(?:(?P<before>{BEFORE}|来临前|到来前)|期间|假期)",
    _read_festival,
)
_SURE_NAMES = "|".join(name for name in NAMES if name not in ("七一", "八一", "十一"))
"""Names that are no street's."""
FESTIVAL_OF_YEAR: Rule = (
    rf"(?P<year>{YEAR})的?(?:“(?P<festival>{'|'.join(NAMES)}){_ALIAS}|(?P<sure>{_SURE_NAMES}){_ALIAS}(?![路街巷小]))(?P<before>)",
    _read_festival_of_year,
)
"""A year's festival by itself: 明年“五一”投入使用."""
LUNAR_YEAR: Rule = (rf"(?:农历(?:新年|年底|年)|腊月底){BEFORE}", _read_lunar_year)
