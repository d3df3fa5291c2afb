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
    from collections.abc import Iterator, Mapping, Sequence

    from geo.extract.lexicon_patterns import Patterns

_LONGEST_NAME = 16
_RUN_EDGE = re.compile(r"[^\w·]|[_等的]")
_RING_ROAD = re.compile(r"[东西南北中]{1,2}[一二三四五六]环(?:路)?")
_NUMBERED_ROAD = re.compile(r"(?<![A-Za-z0-9])[GSXY]\d{1,3}(?!\d)|\d{3}国道|\d{3}省道")
_COMPOUND_TAIL = re.compile(r"\d+号(?:院|大院|家属院|楼)")
_PHASE_TAIL = re.compile(r"[一二三四五六七八九十]+期")
_COUNT_BEFORE = re.compile(rf"(?:\d+|[{CHINESE}]+)(?:余|多)?(?:个|条|项|家|处|所|座|栋|片|大|类|批)$")
_PREPOSITIONS = frozenset("以在对把将从由按向")
_JOINERS = frozenset("和与及至到")
_NAME_ENDS = frozenset("路街道巷河桥线环")
_NO_NAME_ALONE = frozenset("东西南北中一二三四五六七八九十")
_LONGEST_PLAIN, _SHORTEST_PLAIN = 6, 2
_PART_OF_ROAD = re.compile(r"(?:路|街|大道|巷)[东西南北中]?段")
_RIVER = re.compile(
    r"[河渠江溪](?=(?:[东西南北]+岸|两岸|沿岸|沿线|河道|流域|综合|生态|黑臭|水环境|水系|治理|整治|疏浚|清淤|改造"
    r"|交叉|交汇|交会|交口|路口|[）)]))"
)
_RIVER_PREFIX = range(1, 5)
_AREA_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:自治县|[省市区县镇乡]|街道|社区)(?![道域内外场间政])")
_AREA_KINDS = {
    "省": "region",
    "市": "city",
    "区": "district",
    "县": "district",
    "镇": "town",
    "乡": "town",
    "道": "subdistrict",
}
_INSIDE_AREAS = frozenset({"town", "subdistrict", "community", "village", "estate", "compound", "road"})
_SHORTEST_PREFIX = {"district": 2, "city": 2}
_SHORTEST_AFTER_LETTER = 2
"""A boundary of one character cuts only where at least so many characters of a name are left: 人和路."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where words stand that no name begins with."""

    words: Mapping[int, int]
    """Start of the longest such word, by its end."""


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A place name in the flat text."""

    start: int
    end: int
    kind: str
    suffixed: bool = True
    """True where the name bears a suffix of its own."""


def find_names(
    text: str,
    start: int,
    end: int,
    patterns: Patterns,
    *,
    taken: Sequence[tuple[int, int]] = (),
    known: frozenset[str] = frozenset(),
) -> list[NameFinding]:
    """Return the place names of a stretch of flat text, in order, none overlapping another.

    Parameters
    ----------
    text, start, end
        The stretch.
    patterns
        The lexicon.
    taken
        Spans, such as those of times, into which no name reaches.
    known
        Names that stand elsewhere in the report with nothing before them; see `plain_names`.

    Returns
    -------
    list of NameFinding
        Where two candidates overlap the longer one stays.
    """
    cuts = find_cuts(text, start, end, patterns)
    candidates = [
        *_find_regions(text, start, end, patterns),
        *_find_relative(text, start, end, patterns),
        *_find_suffixed(text, start, end, taken, patterns, cuts, known),
        *_find_rivers(text, start, end, patterns, cuts),
        *_find_ring_roads(text, start, end),
        *_find_numbered_roads(text, start, end),
    ]
    free = [c for c in candidates if not any(c.start < stop and begin < c.end for begin, stop in taken)]
    return keep_longest(free)


def plain_names(text: str, patterns: Patterns) -> frozenset[str]:
    """Return the names of a text that stand with nothing before them: after punctuation, at a line's start.

    They tell where the same name begins where no word before it is known: 首条整治线武宁路.
    """
    found = set()
    for match in patterns.suffix.finditer(text):
        at = match.start()
        window = max(0, at - _LONGEST_PLAIN)
        edges = [edge.end() for edge in _RUN_EDGE.finditer(text, window, at)]
        begin = edges[-1] if edges else 0 if at <= _LONGEST_PLAIN else None
        kind = patterns.suffix_kind[match[1]]
        if begin is None or at - begin < _SHORTEST_PLAIN or patterns.boundary.search(text, begin, at):
            continue
        if is_proper(text[begin:at], kind, patterns):
            found.add(text[begin : at + len(match[1])])
    return frozenset(found)


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


def _find_rivers(text: str, start: int, end: int, patterns: Patterns, cuts: Cuts) -> Iterator[NameFinding]:
    """Yield rivers where they are a place of work or a crossing; elsewhere their words are common ones."""
    for match in _RIVER.finditer(text, start, end):
        begin = name_start(text, start, match.start(), patterns, cuts, shortest=1)
        if match.start() - begin in _RIVER_PREFIX and not patterns.generic.fullmatch(
            text, begin, match.start()
        ):
            yield NameFinding(begin, match.start() + 1, "river")


def _find_suffixed(
    text: str,
    start: int,
    end: int,
    taken: Sequence[tuple[int, int]],
    patterns: Patterns,
    cuts: Cuts,
    known: frozenset[str],
) -> Iterator[NameFinding]:
    for match in patterns.suffix.finditer(text, start, end):
        suffix = match[1]
        at, stop = match.start(), match.start() + len(suffix)
        if stop > end or _is_inside_a_word(text, at, stop, suffix, patterns):
            continue
        floor = max((b for _, b in taken if b <= at), default=start)
        kind = patterns.suffix_kind[suffix]
        begin = name_start(text, max(start, floor), at, patterns, cuts, shortest=kind == "road")
        begin = _known_start(text, begin, at, stop, known)
        if suffix not in patterns.unique and not is_proper(text[begin:at], kind, patterns):
            continue
        if suffix in patterns.weak_suffixes and not _stands_alone(text, begin, stop):
            continue
        if _is_road_with_tail(text, begin, stop, patterns) or _PART_OF_ROAD.search(text, begin, at):
            continue
        for part in _split_off_areas(text, NameFinding(begin, stop, kind), patterns):
            yield _extend(text, part, end)


def _known_start(text: str, begin: int, at: int, stop: int, known: frozenset[str]) -> int:
    """Return where a known name begins that ends where the candidate does, or where the candidate begins."""
    starts = (position for position in range(begin + 1, at - 1) if text[position:stop] in known)
    return next(starts, begin)


def _split_off_areas(text: str, name: NameFinding, patterns: Patterns) -> Iterator[NameFinding]:
    """Split an area off the name of what lies in it: 桐庐县|城南街道, 下杭社区|南洋新村."""
    inner = _AREA_BEFORE.match(text, name.start, name.end)
    if inner is None or name.kind not in _INSIDE_AREAS or inner.end() >= name.end - 1:
        yield name
        return
    suffix_start = max(name.start, name.end - 2)
    rest = NameFinding(inner.end(), name.end, name.kind)
    if not is_proper(text[rest.start : suffix_start + (suffix_start == rest.start)], name.kind, patterns):
        yield name
        return
    yield NameFinding(name.start, inner.end(), _AREA_KINDS[text[inner.end() - 1]])
    yield from _split_off_areas(text, rest, patterns)


def _is_road_with_tail(text: str, begin: int, stop: int, patterns: Patterns) -> bool:
    """Tell whether a candidate is another name and what lies along it: A路带状公园."""
    return any(patterns.tail.fullmatch(text, cut, stop) for cut in range(begin + 2, stop))


def _is_inside_a_word(text: str, suffix_start: int, stop: int, suffix: str, patterns: Patterns) -> bool:
    after = any(text.startswith(word, stop) for word in patterns.not_followed.get(suffix, ()))
    before = any(text.endswith(word, 0, suffix_start) for word in patterns.not_preceded.get(suffix, ()))
    return after or before


def name_start(
    text: str, floor: int, suffix_start: int, patterns: Patterns, cuts: Cuts, *, shortest: int = 0
) -> int:
    """Return where the name before a suffix begins: after the last boundary that leaves a name.

    What is left has at least `shortest` characters (a street may be called 建设路, but 推进集聚区 is no
    name) and is more than a point of the compass or a number (解放|东路 is no cut). A boundary of one
    character needs two characters to its right (人和路), or a name to its left (A路|和|B路). In an item
    of an enumeration only a preposition at its head cuts, of single characters.
    """
    floor = max(floor, suffix_start - _LONGEST_NAME)
    for edge in _RUN_EDGE.finditer(text, floor, suffix_start):
        floor = edge.end()
    is_item = text[floor - 1 : floor] == "、"
    for cut in range(suffix_start, floor, -1):
        if _COUNT_BEFORE.search(text, max(floor, cut - 6), cut):
            return cut
        left = suffix_start - cut
        alone = left == 1 and text[cut] in _NO_NAME_ALONE
        if cuts.words.get(cut, -1) >= floor and left >= shortest and not alone:
            return cut
        if text[cut - 1] in patterns.boundary_letters and _letter_cuts(
            text, cut, floor, left, is_item=is_item
        ):
            return cut
    return floor


def _letter_cuts(text: str, cut: int, floor: int, left: int, *, is_item: bool) -> bool:
    if text[cut - 1] in _JOINERS and text[cut - 2 : cut - 1] in _NAME_ENDS and cut - 1 > floor:
        return left > 0
    opens = cut - 1 == floor and text[cut - 1] in _PREPOSITIONS
    return (opens or not is_item) and left >= _SHORTEST_AFTER_LETTER


def find_cuts(text: str, start: int, end: int, patterns: Patterns) -> Cuts:
    """Return the words of the stretch that no name begins with, the longest by each end."""
    words: dict[int, int] = {}
    for last, length in patterns.boundary_words.iter(text, start, end):
        words[last + 1] = min(words.get(last + 1, last + 1), last + 1 - length)
    return Cuts(words)


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
