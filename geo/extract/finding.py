"""A place name in the flat text, and what makes it more than a common noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.extract.boundaries import stands_after_count
from geo.extract.spans import Spans

if TYPE_CHECKING:
    from geo.extract.lexicon_patterns import Patterns

_LETTERS = "由对要是为的在把将"
"""What may stand before a common noun without being part of it."""
_NO_DISTRICT = re.compile(r"[\d路街号]|[在于经由报向对从可和]$|.{8}")
"""What stands before a 区 that is no district's: 某街31号区住建局, 上午在区政府."""
_AT_METRES = re.compile(r"\d(?:平方)?米")
_BUS_ROUTE = re.compile(r"公交(?:车)?[A-Z]?\d+$")
_NO_NAMES = frozenset({"马"})
"""What makes a common noun with any suffix by itself only: 马路, but 一马路."""
_LARGE = frozenset({"district", "city"})
_SHORTEST_PREFIX = {"district": 2, "city": 2, "bridge": 2}


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A place name in the flat text."""

    start: int
    end: int
    kind: str
    suffixed: bool = True
    """True where the name bears a suffix of its own."""
    full: str | None = None
    """The whole name where the text leaves a part out: 14号院 after 西津西路12号院."""


def is_proper(prefix: str, kind: str, patterns: Patterns) -> bool:
    """Tell whether what stands before a suffix is more than a common noun."""
    generic = patterns.generic_roads if kind == "road" else patterns.generic
    bare = prefix.lstrip(_LETTERS)
    if (
        not bare
        or prefix in _NO_NAMES
        or generic.fullmatch(prefix)
        or (bare != prefix and generic.fullmatch(bare))
        or prefix.isdigit()
        or (prefix[-1].isdigit() and _BUS_ROUTE.search(prefix))
        or ("米" in prefix and _AT_METRES.search(prefix))
        or stands_after_count(prefix, 0, len(prefix))
    ):
        return False
    if kind in _LARGE and _NO_DISTRICT.search(prefix):
        return False
    return len(prefix) >= _SHORTEST_PREFIX.get(kind, 1) and prefix not in patterns.boundary_letters


def keep_longest(candidates: list[NameFinding]) -> list[NameFinding]:
    """Drop every candidate that overlaps a longer one; return the rest in order."""
    in_order = sorted(candidates, key=lambda c: c.start)
    if all(left.start < left.end <= right.start for left, right in pairwise(in_order)):
        return in_order
    kept: list[NameFinding] = []
    spans = Spans()
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        if not spans.overlaps(candidate.start, candidate.end):
            spans.add((candidate.start, candidate.end))
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)
