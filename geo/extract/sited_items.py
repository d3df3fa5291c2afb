"""Find the items of a list of sites: 10处,分别位于A路与B路交叉口、C桥东侧、D路E村旁.

Each item is one place, however many names say where it lies. It stands under the first of them, or under what
stands right behind a road.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.extract.crossings import WAYS
from geo.extract.spans import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.clauses import Clause
    from geo.extract.finding import NameFinding
    from geo.extract.spans import Span

_LEAD = re.compile(r"(?:分别|具体|依次)(?:位于|为|是|在|分布在|设在):?|位于:")
_MARKS = re.compile("[、()]")
_AREAS = frozenset({"district", "city", "region", "subdistrict", "town"})


def sited_items(text: str, clause: Clause) -> tuple[NameFinding, ...]:
    """Return the places of a clause that lists sites, one an item; none where an item names nothing."""
    lead = _LEAD.search(text, clause.start, clause.end)
    behind_colon = text[clause.start - 1 : clause.start] == ":"
    if not (lead or behind_colon):
        return ()
    found = []
    for item in _items(text, lead.end() if lead else clause.start, clause.end):
        names = [name for name in within(clause.names, *item) if name.kind not in _AREAS]
        if not names:
            return ()
        found.append(_place(names))
    return tuple(found)


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    depth = 0
    for mark in _MARKS.finditer(text, start, end):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if mark.group() == "、" and depth == 0:
            yield start, mark.start()
            start = mark.end()
    yield start, end


def _place(names: list[NameFinding]) -> NameFinding:
    """Return under which of its names an item stands: what stands right behind a road, else the first."""
    for left, right in pairwise(names):
        if left.kind == "road" and right.start == left.end and right.kind not in WAYS:
            return right
    return names[0]
