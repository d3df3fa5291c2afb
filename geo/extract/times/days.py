"""Days: 9月30日前, 2025.6.30, 2月16日至3月8日, 4月1日起, 截至6月10日."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.extract.times.meaning import (
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
    year_of,
    year_of_month,
)
from geo.model import TimeType

if TYPE_CHECKING:
    import re

_PART_OF_DAY = "(?:[早晚]|上午|下午|凌晨|夜间)?"
_HOUR = (
    r"(?:\((?:含|含当日|周.|星期.)\)"
    rf"|{_PART_OF_DAY}(?:\d{{1,2}}|零|二十四)[时点](?:整|\d{{1,2}}分)?|\d{{1,2}}:\d{{2}})?"
)
_DAY = rf"(?P<month>{N})月(?P<day>{N})[日号]"
_THIS_MONTH = rf"(?P<which>本月|当月|下个?月|次月)(?P<day>{N})[日号]{B}"
_NUMERIC = r"(?P<year>\d{4})(?P<dot>[./-])(?P<month>\d{1,2})(?P=dot)(?P<day>\d{1,2})(?![\d./-]\d)"


def _impossible(words: str) -> Meaning:
    return Meaning(TimeType.DATE, notice=Doubt("impossible_date", f"impossible date: {words}"))


def _read_day(match: re.Match[str], reference: date) -> Meaning | None:
    month, day = number(match["month"]), number(match["day"])
    if not is_month(month) or day < 1:
        return None
    year, notice = year_of_month(month, match["year"], reference)
    if day > month_days(year, month)[1].day:
        return _impossible(match.group())
    then = date(year, month, day)
    if match["before"]:
        return by(then, reference, notice=notice)
    return Meaning(TimeType.DATE, interval=(then, then), due=then, notice=notice)


def _read_day_of_this_month(match: re.Match[str], reference: date) -> Meaning | None:
    day = number(match["day"])
    first, last = month_days(reference.year, reference.month)
    if match["which"] not in ("本月", "当月"):
        following = last + timedelta(days=1)
        first, last = month_days(following.year, following.month)
    if not 1 <= day <= last.day:
        return _impossible(match.group())
    then = first.replace(day=day)
    return by(then, reference) if match["before"] else Meaning(TimeType.DATE, interval=(then, then), due=then)


def _read_called(match: re.Match[str], reference: date) -> Meaning | None:
    """“6·30”前: a day by which a work is called; the day itself is the last."""
    month, day = number(match["month"]), number(match["day"])
    if not is_month(month):
        return None
    year, notice = year_of_month(month, None, reference)
    if not 1 <= day <= month_days(year, month)[1].day:
        return _impossible(match.group())
    return by(date(year, month, day), reference, notice=notice)


def _read_numeric(match: re.Match[str], reference: date) -> Meaning | None:
    try:
        then = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return _impossible(match.group())
    return by(then, reference) if match["before"] else Meaning(TimeType.DATE, interval=(then, then), due=then)


def _read_range(match: re.Match[str], reference: date) -> Meaning | None:
    month = number(match["month"])
    last_month = number(match["last_month"]) if match["last_month"] else month
    if not (is_month(month) and is_month(last_month)):
        return None
    year, notice = year_of(match["year"], reference), None
    if year is None:
        year, notice = year_of_month(last_month, match["last_year"], reference)
        year -= last_month < month
    last_year = year_of(match["last_year"], reference) or year + (last_month < month)
    try:
        first = date(year, month, number(match["day"]))
        last = date(last_year, last_month, number(match["last_day"]))
    except ValueError:
        return _impossible(match.group())
    return during(first, last, notice=notice)


def _read_from_now(match: re.Match[str], reference: date) -> Meaning | None:
    month, day = number(match["month"]), number(match["day"])
    if not is_month(month):
        return None
    year, notice = year_of_month(month, match["year"], reference)
    if not 1 <= day <= month_days(year, month)[1].day:
        return _impossible(match.group())
    return by(date(year, month, day), reference, notice=notice)


def _read_start(match: re.Match[str], reference: date) -> Meaning | None:
    """From a day on: it begins then, and nothing is due."""
    month = number(match["month"])
    if not is_month(month):
        return None
    year = year_of(match["year"], reference) or reference.year
    first, last = month_days(year, month)
    if match["since"]:
        began = first.replace(day=min(number(match["day"] or "1"), last.day))
        return frame(began, reference) if began <= reference else None
    if match["day"]:
        day = number(match["day"])
        return (
            event(first.replace(day=day), first.replace(day=day))
            if 1 <= day <= last.day
            else _impossible(match.group())
        )
    return event(first, last)


def _read_as_of(match: re.Match[str], reference: date) -> Meaning | None:
    """As of a day: what is said was so then."""
    month = number(match["month"])
    if not is_month(month):
        return None
    year = year_of(match["year"], reference) or reference.year - (month > reference.month)
    if match.group().startswith("截止") and (closing := _closing_day(match, month, reference)):
        return closing
    first, last = month_days(year, month)
    if match["third"]:
        start = {"上": 1, "中": 11, "下": 21}[match["third"]]
        return event(first.replace(day=start), last if start > 20 else first.replace(day=start + 9))  # noqa: PLR2004 - days of a month
    day = number(match["day"]) if match["day"] else last.day
    return (
        event(first.replace(day=day), first.replace(day=day))
        if 1 <= day <= last.day
        else _impossible(match.group())
    )


def _closing_day(match: re.Match[str], month: int, reference: date) -> Meaning | None:
    """Return the day to come on which something closes: 截止11月30日."""
    first, last = month_days(year_of(match["year"], reference) or reference.year, month)
    number_of_day = number(match["day"]) if match["day"] else last.day
    if match["third"] or not 1 <= number_of_day <= last.day:
        return None
    day = first.replace(day=number_of_day)
    return Meaning(TimeType.DATE, interval=(day, day), due=day) if day > reference else None


CALLED: Rule = (r"“(?P<month>\d{1,2})[·.](?P<day>\d{1,2})”(?:节点)?前", _read_called)
RANGE: Rule = (
    rf"{Y}{_DAY}{_HOUR}起?{TO}(?P<last_year>{YEAR})?(?:(?P<last_month>{N})月)?(?P<last_day>{N})[日号]{_HOUR}(?:止|期间)?",
    _read_range,
)
FROM_NOW: Rule = (rf"即日起{TO}{Y}{_DAY}", _read_from_now)
AS_OF: Rule = (
    rf"截[至止到]目?前?{Y}(?P<month>{N})月(?:(?P<day>{N})[日号]|(?P<third>[上中下])旬|底|末)?",
    _read_as_of,
)
START: Rule = (
    rf"(?:自|从)?{Y}(?P<month>{N})月份?(?:(?P<day>{N})[日号])?{_HOUR}(?:起|(?P<since>以来)|开始)",
    _read_start,
)
THIS_MONTH: Rule = (_THIS_MONTH, _read_day_of_this_month)
NUMERIC: Rule = (rf"(?<![\d./-]){_NUMERIC}{B}", _read_numeric)
DAY: Rule = (rf"{Y}{_DAY}{_HOUR}{B}", _read_day)
