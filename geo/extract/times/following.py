"""Read a day without its month from the day before it in the sentence: 11月10日前通车,15日完工."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.times.meaning import TimeFinding, month_days
from geo.model import TimeRole, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_BARE_DAY = re.compile(
    r"(?<![\d月至到—–~./-])(?P<day>\d{1,2})[日号](?P<before>前)?(?![\d元报均内游照常间院楼线路])"
)
_DAY_BEFORE = re.compile(r"\d{1,2}月\d{1,2}[日号]前?$")


def following_days(
    text: str, start: int, end: int, times: Sequence[TimeFinding], reference: date | None
) -> Iterator[TimeFinding]:
    """Yield the days of a stretch that name no month; `times` are those of the sentence so far.

    The month is that of the last day before them; an earlier day of it would be another month's.
    """
    if reference is None or not times:
        return
    last = times[-1]
    if last.interval is None or not _DAY_BEFORE.search(text, last.start, last.end):
        return
    known = last.interval[1]
    for match in _BARE_DAY.finditer(text, max(start, last.end), end):
        day = int(match["day"])
        if not known.day < day <= month_days(known.year, known.month)[1].day:
            continue
        then = known.replace(day=day)
        over = last.role is TimeRole.EVENT or then < reference
        kind = TimeType.BEFORE if match["before"] else TimeType.DATE
        first = min(reference, then) if match["before"] else then
        yield TimeFinding(
            kind,
            TimeRole.EVENT if over else last.role,
            (then, then) if over else (first, then),
            None if over else then,
            start=match.start(),
            end=match.end(),
        )
