"""Find road segments: a road with its two ends in brackets, 丰华街（人民路—金穗大道）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.finding import NameFinding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.lexicon_patterns import Patterns

_ENDS = re.compile(
    r"\((?P<a>[^()—–~,。;、]{2,20}?)(?:—+|–+|-+|~|至|到)(?P<b>[^()—–~,。;、]{2,20}?)(?:路?段)?\)"
)


@dataclass(frozen=True, slots=True)
class SegmentFinding:
    """A road and its two ends in the flat text."""

    road: NameFinding
    from_place: NameFinding
    to_place: NameFinding


def find_segments(text: str, names: Sequence[NameFinding], patterns: Patterns) -> list[SegmentFinding]:
    """Return the segments whose road is one of the names, with the names of their ends."""
    found = []
    for road in names:
        match = _ENDS.match(text, road.end)
        if match:
            ends = (_end_name(text, *match.span(side), patterns) for side in ("a", "b"))
            found.append(SegmentFinding(road, *ends))
    return found


def _end_name(text: str, start: int, end: int, patterns: Patterns) -> NameFinding:
    suffixes = [m[1] for m in patterns.suffix.finditer(text, start, end) if m.start() + len(m[1]) == end]
    return NameFinding(start, end, patterns.suffix_kind[suffixes[0]] if suffixes else "poi")
