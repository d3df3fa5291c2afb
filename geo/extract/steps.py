"""Cut a clause where a next step with a day of its own begins: 3月开工|年底送电, A路6月底前|B路9月底前完工.

A step begins at a 、 outside brackets with a deadline on both sides. 5月、6月 is one time told twice, and
分别于6月底、9月底前完工 gives days to places that stand before both; neither is cut.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.extract.spans import Spans
from geo.model import TimeRole

if TYPE_CHECKING:
    from geo.extract.clauses import Clause
    from geo.extract.spans import Span
    from geo.extract.times import TimeFinding

_FEWEST = 2
_BRACKET = re.compile(r"\([^()]*\)|“[^“”]*”|《[^《》]*》")
_HEDGE = r"(?:力争|争取|确保|预计|计划|拟)?"
_RESPECTIVELY = re.compile("分别")


def split_steps(text: str, clause: Clause) -> list[Span]:
    """Return the spans of a clause's steps; the clause as one span where it has only one."""
    whole = [(clause.start, clause.end)]
    days = [time for time in clause.times if time.role is TimeRole.DEADLINE]
    if len(days) < _FEWEST or _RESPECTIVELY.search(text, clause.start, clause.end):
        return whole
    brackets = Spans(match.span() for match in _BRACKET.finditer(text, clause.start, clause.end))
    cuts = [
        cut
        for left, right in pairwise(days)
        if (cut := _cut(text, clause, left, right, brackets)) is not None
    ]
    edges = [clause.start, *(edge for cut in cuts for edge in (cut, cut + 1)), clause.end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _cut(text: str, clause: Clause, left: TimeFinding, right: TimeFinding, brackets: Spans) -> int | None:
    """Return the 、 at which the right time's step begins: right before it, or before its places."""
    marks = [
        match.start()
        for match in re.compile("、").finditer(text, left.end, right.start)
        if not brackets.overlaps(*match.span())
    ]
    if not marks:
        return None
    last = marks[-1]
    if re.fullmatch(_HEDGE, text[last + 1 : right.start]):
        return last if last > left.end else None
    first = marks[0]
    named = [name for name in clause.names if first < name.start and name.end <= right.start]
    has_own = any(clause.start <= name.start < left.start for name in clause.names)
    return first if has_own and named and named[0].start == first + 1 else None
