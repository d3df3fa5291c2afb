"""Days that come again: 每月2日、7日, 每周五, 每季度."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.times.meaning import Meaning, N, Rule, is_month, number
from geo.model import TimeRole, TimeType

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))
_LAST_DAY = 31
_DECEMBER = 12
_FREQUENCIES = {"季度": "MONTHLY;INTERVAL=3", "季": "MONTHLY;INTERVAL=3", "半年": "MONTHLY;INTERVAL=6",
                "月": "MONTHLY", "周": "WEEKLY", "天": "DAILY", "日": "DAILY"}  # fmt: skip


def _rule(text: str) -> Meaning:
    return Meaning(TimeType.SET, TimeRole.RECURRENCE, rrule=text)


def _read_month_days(match: re.Match[str], _: date) -> Meaning | None:
    if any(not 1 <= int(day) <= _LAST_DAY for day in re.findall(r"[0-9]+", match["days"])):
        return None
    return _rule(f"FREQ=MONTHLY;BYMONTHDAY={','.join(re.findall(r'[0-9]+', match['days']))}")


def _read_weekdays(match: re.Match[str], _: date) -> Meaning:
    named = re.sub(r"周|星期", "", match["days"])
    if "至" in named or "到" in named:
        order = "一二三四五六日"
        first, last = (order.index(char.replace("天", "日")) for char in (named[0], named[-1]))
        named = order[first : last + 1]
    return _rule(f"FREQ=WEEKLY;BYDAY={','.join(_WEEKDAYS[char] for char in named if char in _WEEKDAYS)}")


def _read_frequency(match: re.Match[str], _: date) -> Meaning:
    return _rule(f"FREQ={_FREQUENCIES[match['unit']]}")


def _read_yearly(match: re.Match[str], _: date) -> Meaning | None:
    month = number(match["month"])
    if not is_month(month):
        return None
    last = number(match["last"]) if match["last"] else month
    if not is_month(last):
        return None
    months = range(month, last + 1) if month <= last else (*range(month, _DECEMBER + 1), *range(1, last + 1))
    return _rule(f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}")


def _read_month_end(_: re.Match[str], __: date) -> Meaning:
    return _rule("FREQ=MONTHLY;BYMONTHDAY=-1")


YEARLY: Rule = (
    rf"每年(?P<month>{N})月(?:份|底前?|初)?(?:\d{{1,2}}[日号])?(?:[至到—~-](?P<last>{N})月(?:份|底|初)?(?:\d{{1,2}}[日号])?)?",
    _read_yearly,
)
MONTH_END: Rule = (r"每个?月(?:底|末)", _read_month_end)
MONTH_DAYS: Rule = (r"每月(?P<days>\d{1,2}[日号]?(?:[、和及,]\d{1,2}[日号])*)", _read_month_days)
WEEKDAYS: Rule = (
    r"每(?:周|个?星期)(?P<days>[一二三四五六日天](?:[、和及至到](?:周|星期)?[一二三四五六日天])*)",
    _read_weekdays,
)
FREQUENCY: Rule = (
    r"每个?(?P<unit>季度|半年|月|周|天|日)(?=[一二两三\d]*(?:次|期|场|报|通报|调度|召开|组织|更新|开展|向|对|至少|汇报|研判|督导|巡查|检查|公布|公示)|(?<=[天日])(?:\d{1,2}[时点]|早|晚|夜))",
    _read_frequency,
)
