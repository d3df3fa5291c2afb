"""Counted spans and plans: 三年内, 100天内, “十四五”末, 三年行动计划."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.extract.times.meaning import Meaning, N, Rule, by, during, frame, month_days, number, whole_year
from geo.model import TimeRole, TimeType

if TYPE_CHECKING:
    import re

_FIVE_YEAR_PLANS = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_PLAN = r"(?=(?:攻坚)?(?:行动|规划|建设|提升|改造|整治)?(?:计划|方案|行动|规划|攻坚))"
_COUNT = rf"(?P<count>\d{{1,3}}|百|{N})"
_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5
_DAYS_OF = {"天": 1, "日": 1, "周": 7, "个星期": 7, "星期": 7}


def _read_plan_name(_: re.Match[str], __: date) -> Meaning:
    return Meaning(TimeType.DURATION, TimeRole.PLAN_NAME)


def _read_five_years(match: re.Match[str], _: date) -> Meaning:
    last = whole_year(_FIVE_YEAR_PLANS[match["plan"]])[1]
    if match["end"]:
        return Meaning(TimeType.DATE, interval=(last, last), due=last)
    first = date(last.year - 4, 1, 1)
    is_all = match.group() == match.string.strip()
    return during(first, last) if is_all else frame(first, last)


def _counts_from_an_event(match: re.Match[str]) -> bool:
    """Tell whether a span begins with what is yet to come: 批复后三个月内, 签约之日起90天内."""
    before = match.string[max(0, match.start() - 3) : match.start()]
    return before.endswith(("后", "起")) and not before.endswith(("今后", "即日起"))


_UNDATED = Meaning(TimeType.DURATION, TimeRole.VAGUE)


def _read_months(match: re.Match[str], reference: date) -> Meaning | None:
    """Count from the report's date to the same day, or to the month's last."""
    if _counts_from_an_event(match):
        return _UNDATED
    months = number(match["count"]) * (12 if match["unit"] == "年" else 1)
    if not months:
        return None
    years, month = divmod(reference.month - 1 + months, 12)
    year, month = reference.year + years, month + 1
    return by(date(year, month, min(reference.day, calendar.monthrange(year, month)[1])), reference)


def _read_days(match: re.Match[str], reference: date) -> Meaning | None:
    if _counts_from_an_event(match):
        return _UNDATED
    count = number(match["count"])
    if match["unit"] == "个工作日":
        return by(_work_days_after(reference, count), reference) if count else None
    return by(reference + timedelta(days=count * _DAYS_OF[match["unit"]]), reference) if count else None


def _work_days_after(day: date, count: int) -> date:
    """Return the day so many work days later; weekends are skipped, holidays are not known."""
    weeks, rest = divmod(count, 5)
    day += timedelta(weeks=weeks)
    while rest:
        day += timedelta(days=1)
        rest -= day.weekday() < _SATURDAY
    return day


def _read_week(match: re.Match[str], reference: date) -> Meaning:
    next_week = 7 * match.group().startswith("下")
    return by(reference + timedelta(days=6 - reference.weekday() + next_week), reference)


def _read_weekday(match: re.Match[str], reference: date) -> Meaning:
    day = reference + timedelta(
        days=_WEEKDAYS.index(match["weekday"]) - reference.weekday() + 7 * (match["week"] == "下")
    )
    return by(day, reference)


def _read_half_year(match: re.Match[str], reference: date) -> Meaning:
    if _counts_from_an_event(match):
        return _UNDATED
    months = reference.month - 1 + 6
    year, month = reference.year + months // 12, months % 12 + 1
    return by(date(year, month, min(reference.day, month_days(year, month)[1].day)), reference)


PLAN_NAME: Rule = (rf"{N}年{_PLAN}", _read_plan_name)
FIVE_YEARS: Rule = (
    rf"“?(?P<plan>{'|'.join(_FIVE_YEAR_PLANS)})”?(?:(?P<end>末|收官|期末)|期间|时期|规划期)",
    _read_five_years,
)
MONTHS: Rule = (rf"(?<!近)(?P<count>{N})(?:个)?(?P<unit>年|月)(?:的?时间)?(?:之内|以内|内)", _read_months)
DAYS: Rule = (rf"(?<!近){_COUNT}(?P<unit>天|日|个工作日|周|个星期|星期)(?:之内|以内|内)", _read_days)
WEEKDAY: Rule = (r"(?P<week>本|下)周(?P<weekday>[一二三四五六日])(?:之前|前)?", _read_weekday)
WEEK: Rule = (r"(?:本|这|下)?周(?:内|末前)|[本下]周", _read_week)
HALF_YEAR: Rule = (r"半年(?:之内|以内|内)", _read_half_year)
