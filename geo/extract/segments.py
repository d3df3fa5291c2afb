"""Find road segments: a road with its two ends in brackets, 丰华街（人民路—金穗大道）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.crossings import WAYS, WORD
from geo.extract.finding import NameFinding
from geo.extract.lexicon_patterns import find_suffixes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.lexicon_patterns import Patterns

_TO = r"(?:—+|–+|-+|~|至|到)"
_IN_BRACKETS = re.compile(rf"\((?P<a>[^()—–~,。;、]{{2,20}}?){_TO}(?P<b>[^()—–~,。;、]{{2,20}}?)段?\)")
_BRACKET = re.compile(r"\(([^()]*[、,;][^()]*)\)")
_BETWEEN = re.compile("[、,;]")
_PIECE = re.compile(rf"(?P<a>[^()—–~,。;、]{{2,20}}?){_TO}(?P<b>[^()—–~,。;、]{{2,20}}?)段?[、,;)]")
_FROM = r"(?:[东西南北]起|起于|起自|起点为?|自|从)"
_UP_TO = r"[,、]?(?:[东西南北](?:至|到|止)|止于|终于|终点为?|至|到)"
_BOUNDED = re.compile(
    rf"\({_FROM}(?P<a>[^(),。;、]{{2,20}}?){_UP_TO}(?P<b>[^(),。;、]{{2,20}}?)段?\)"
    rf"|,?(?:[东西南北]起|起于|起自)(?P<c>[^(),。;、]{{2,20}}?)[,、]?(?:[东西南北](?:至|到|止)|止于)(?P<d>[^(),。;、]{{2,20}}?)(?=[,。;、\n]|$)"
)
_END = r"[\w·]{1,6}?(?:大道|大街|路|街|巷|桥|河|环|高速|广场)"
_WRITTEN_AFTER = re.compile(rf"(?:(?P<a>{_END}){_TO}(?P<b>{_END})(?P<section>路?段|区间)?)")
_SECTION_AFTER = re.compile(rf"(?:自|从)?(?P<a>{_END}){_TO}(?P<b>{_END})(?P<section>路?段|区间)")
_PLAIN = r"[\u4e00-\u9fff]{2,5}?"
_PLAIN_AFTER = re.compile(rf"(?P<a>{_PLAIN})(?:{_TO})(?P<b>{_PLAIN})(?:段|区间|(?=[、,。;]|$))")
"""Ends without a suffix: 某高速公路|景安至文阳段."""
_ONE_END = re.compile(r"[东西南北内外][上下]?[口端头侧]")
"""An end of whatever leads over or under the road."""
_SIDE = re.compile(r"(?:[东西南北]{1,2}侧|以?[东西南北]\d+(?:米|公里)|以[东西南北])$")


@dataclass(frozen=True, slots=True)
class SegmentFinding:
    """A road and its two ends in the flat text."""

    road: NameFinding
    from_place: NameFinding
    to_place: NameFinding
    end: int
    """Where the words for the ends end."""
    crossing: tuple[NameFinding, ...] = ()
    """The other roads of the crossings that are its ends."""


def find_segments(text: str, names: Sequence[NameFinding], patterns: Patterns) -> list[SegmentFinding]:
    """Return the segments whose road is one of the names, with the names of their ends.

    The ends stand in brackets after the road, or are written right after it: A路B路至C路段.
    """
    found: list[SegmentFinding] = []
    for road in names:
        if found and road.start < found[-1].end:
            continue
        matches = _several_after(text, road)
        if not matches and (match := _ends_after(text, road) or _plain_ends(text, road, patterns)):
            matches = [match]
        for match in matches:
            ends = [_end_name(text, *match.span(side), patterns) for side in _sides(match)]
            found.append(
                SegmentFinding(road, ends[0][0], ends[1][0], matches[-1].end(), (*ends[0][1:], *ends[1][1:]))
            )
    return found


def _several_after(text: str, road: NameFinding) -> list[re.Match[str]]:
    """Return the pieces of a road of which one bracket gives several: 大同路(A路—B路、C路—D路)."""
    bracket = _BRACKET.match(text, road.end) if road.kind in WAYS else None
    if bracket is None:
        return []
    edges = [bracket.start(1), *(mark.end() for mark in _BETWEEN.finditer(text, *bracket.span(1)))]
    pieces = [_PIECE.match(text, edge, bracket.end()) for edge in edges]
    read = [piece for piece in pieces if piece]
    return read if len(edges) > 1 and len(read) == len(pieces) else []


def _ends_after(text: str, road: NameFinding) -> re.Match[str] | None:
    if road.kind not in WAYS:
        return None
    match = _BOUNDED.match(text, road.end) or _IN_BRACKETS.match(text, road.end)
    if match or road.kind != "road":
        return match
    return _SECTION_AFTER.match(text, road.end) or _WRITTEN_AFTER.match(text, road.end)


def _plain_ends(text: str, road: NameFinding, patterns: Patterns) -> re.Match[str] | None:
    """Return the ends of a stretch that bear no suffix and hold no word for a doing."""
    match = _PLAIN_AFTER.match(text, road.end) if road.kind == "road" else None
    if match is None:
        return None
    words = match["a"], match["b"]
    common = any(
        patterns.boundary.search(end) or _ONE_END.fullmatch(end) or patterns.generic.fullmatch(end)
        for end in words
    )
    return None if common else match


def _sides(match: re.Match[str]) -> tuple[str, str]:
    return ("a", "b") if match["a"] else ("c", "d")


def _end_name(text: str, start: int, end: int, patterns: Patterns) -> list[NameFinding]:
    """Return the name of an end; of a crossing both roads, the first as the end."""
    crossing = WORD.search(text, start, end)
    if crossing:
        roads = re.split(r"(?<=[路街道巷河桥环])([与和、])", text[start : crossing.start()])
        starts = [start + sum(map(len, roads[:i])) for i in range(0, len(roads), 2)]
        parts = [(begin, begin + len(road)) for begin, road in zip(starts, roads[::2], strict=True) if road]
        roads_found = [NameFinding(*part, _kind(text, *part, patterns)) for part in parts]
        if roads_found:
            return roads_found
    side = _SIDE.search(text, start, end)
    end = side.start() if side and side.start() > start + 1 else end
    return [NameFinding(start, end, _kind(text, start, end, patterns))]


def _kind(text: str, start: int, end: int, patterns: Patterns) -> str:
    suffixes = [text[at:end] for at, stop in find_suffixes(text, start, end, patterns) if stop == end]
    return patterns.suffix_kind[suffixes[0]] if suffixes else "poi"
