"""Find place names: a proper name between a boundary and a suffix that only places bear.

Chinese writes no spaces, so a name's end is told by its suffix (路, 变电站) and its beginning by what
cannot be part of it: punctuation, a verb, a preposition, a number with a classifier. What is left
must be more than a common noun (老旧小区, 核心板块 are none). Names without a suffix are found by
`lists` from the company they keep.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.numerals import CHINESE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.lexicon_patterns import Patterns

_LONGEST_NAME = 16
_RUN_EDGE = re.compile(r"[^\w·]|[_等的]")
_RING_ROAD = re.compile(r"[东西南北中]{1,2}[一二三四五六]环(?:路)?")
_NUMBERED_ROAD = re.compile(r"(?<![A-Za-z0-9])[GSXY]\d{1,3}(?!\d)|\d{3}国道|\d{3}省道")
_COMPOUND_TAIL = re.compile(r"\d+号(?:院|大院|家属院|楼)")
_PHASE_TAIL = re.compile(r"[一二三四五六七八九十]+期")
_COUNT_BEFORE = re.compile(rf"(?:\d+|[{CHINESE}]+)(?:余|多)?(?:个|条|项|家|处|所|座|栋|片|大|类|批)$")
_PREPOSITIONS = frozenset("以在对把将从由按向")
_SHORTEST_PREFIX = {"district": 2, "city": 2}
_SHORTEST_AFTER_LETTER = 2
"""A boundary of one character cuts only where at least so many characters of a name are left: 人和路."""


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A place name in the flat text."""

    start: int
    end: int
    kind: str
    suffixed: bool = True
    """True where the name bears a suffix of its own."""


def find_names(
    text: str, start: int, end: int, patterns: Patterns, *, taken: Sequence[tuple[int, int]] = ()
) -> list[NameFinding]:
    """Return the place names of a stretch of flat text, in order, none overlapping another.

    No name reaches into a span of `taken` (the times). Where two candidates overlap the longer one
    stays.
    """
    candidates = [
        *_find_regions(text, start, end, patterns),
        *_find_relative(text, start, end, patterns),
        *_find_suffixed(text, start, end, taken, patterns),
        *_find_ring_roads(text, start, end),
        *_find_numbered_roads(text, start, end),
    ]
    free = [c for c in candidates if not any(c.start < stop and begin < c.end for begin, stop in taken)]
    return keep_longest(free)


def keep_longest(candidates: list[NameFinding]) -> list[NameFinding]:
    """Drop every candidate that overlaps a longer one; return the rest in order."""
    kept: list[NameFinding] = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _find_regions(text: str, start: int, end: int, patterns: Patterns) -> Iterator[NameFinding]:
    for match in patterns.region.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "region")


def _find_ring_roads(text: str, start: int, end: int) -> Iterator[NameFinding]:
    for match in _RING_ROAD.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "road")


def _find_numbered_roads(text: str, start: int, end: int) -> Iterator[NameFinding]:
    for match in _NUMBERED_ROAD.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "road")


def _find_relative(text: str, start: int, end: int, patterns: Patterns) -> Iterator[NameFinding]:
    for match in patterns.relative.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "town")


def _find_suffixed(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], patterns: Patterns
) -> Iterator[NameFinding]:
    for match in patterns.suffix.finditer(text, start, end):
        suffix = match[1]
        at, stop = match.start(), match.start() + len(suffix)
        if stop > end or _is_inside_a_word(text, at, stop, suffix, patterns):
            continue
        floor = max((b for _, b in taken if b <= at), default=start)
        kind = patterns.suffix_kind[suffix]
        begin = name_start(text, max(start, floor), at, patterns, shortest=kind == "road")
        if suffix not in patterns.unique and not is_proper(text[begin:at], kind, patterns):
            continue
        if suffix in patterns.weak_suffixes and not _stands_alone(text, begin, stop):
            continue
        if not _is_road_with_tail(text, begin, stop, patterns):
            yield _extend(text, NameFinding(begin, stop, kind), end)


def _is_road_with_tail(text: str, begin: int, stop: int, patterns: Patterns) -> bool:
    """Tell whether a candidate is another name and what lies along it: A路带状公园."""
    return any(patterns.tail.fullmatch(text, cut, stop) for cut in range(begin + 2, stop))


def _is_inside_a_word(text: str, suffix_start: int, stop: int, suffix: str, patterns: Patterns) -> bool:
    after = any(text.startswith(word, stop) for word in patterns.not_followed.get(suffix, ()))
    before = any(text.endswith(word, 0, suffix_start) for word in patterns.not_preceded.get(suffix, ()))
    return after or before


def name_start(text: str, floor: int, suffix_start: int, patterns: Patterns, *, shortest: int = 0) -> int:
    """Return where the name before a suffix begins: after the last boundary that leaves a name.

    What is left has at least `shortest` characters: a street may be called 建设路, but 推进集聚区 is no name.

    In an item of an enumeration only words of two characters and more cut (A、人和路), or a
    preposition at its head (以A为目标、以B为牵引).
    """
    floor = max(floor, suffix_start - _LONGEST_NAME)
    for edge in _RUN_EDGE.finditer(text, floor, suffix_start):
        floor = edge.end()
    shortest_word = 2 if text[floor - 1 : floor] == "、" else 1
    for cut in range(suffix_start, floor, -1):
        left = suffix_start - cut
        if _COUNT_BEFORE.search(text, max(floor, cut - 6), cut):
            return cut
        for begin in _boundaries_ending_at(text, floor, cut, patterns):
            word = cut - begin
            opens = begin == floor and text[begin] in _PREPOSITIONS
            if (word >= shortest_word or opens) and left >= (
                _SHORTEST_AFTER_LETTER if word == 1 else shortest
            ):
                return cut
    return floor


def _boundaries_ending_at(text: str, floor: int, cut: int, patterns: Patterns) -> Iterator[int]:
    for begin in range(cut - 1, max(floor, cut - 4) - 1, -1):
        if patterns.boundary.fullmatch(text, begin, cut):
            yield begin


def is_proper(prefix: str, kind: str, patterns: Patterns) -> bool:
    """Tell whether what stands before a suffix is more than a common noun."""
    generic = patterns.generic_roads if kind == "road" else patterns.generic
    if not prefix or generic.fullmatch(prefix) or prefix.isdigit() or _COUNT_BEFORE.search(prefix):
        return False
    return len(prefix) >= _SHORTEST_PREFIX.get(kind, 1)


def _stands_alone(text: str, begin: int, stop: int) -> bool:
    before = text[begin - 1] if begin else "\n"
    after = text[stop] if stop < len(text) else "\n"
    return before in "、,。;:\n“(" and after in "、,。;:\n”)等"


def _extend(text: str, name: NameFinding, end: int) -> NameFinding:
    if name.kind == "road" and (compound := _COMPOUND_TAIL.match(text, name.end, end)):
        return NameFinding(name.start, compound.end(), "compound")
    if phase := _PHASE_TAIL.match(text, name.end, end):
        return NameFinding(name.start, phase.end(), name.kind)
    return name
