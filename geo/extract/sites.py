"""Find where the text says that a place lies: A路与B路交叉口东南角, A路以北, A路北60米.

The roads of a crossing, and what a side or a distance is measured from, are no places of the task themselves.
What stands there is: 位于A路与B路交叉口的C游园. Where no name stands there, the crossing, the side or the
spot is the place of the task, under the first of its names: 改造A路与B路交叉口.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.crossings import COMPASS, WAYS, are_joined, crossing_end
from geo.extract.findings import Sites

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.clauses import Clause
    from geo.extract.finding import NameFinding
    from geo.extract.findings import SectionReading, Sentence
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.lists import Enumeration
    from geo.extract.spans import Span

_CROSSINGS = re.compile(r"等?\d*[个处]?(?:交叉路?口|交汇处|交会处|交口|路口)")
_SIDE = re.compile(rf"[以之](?:{COMPASS})")
_FLANK = re.compile(rf"(?:{COMPASS})[侧边面]|对[面过]|旁边?|附近|门口")
_EITHER = re.compile(f"{_SIDE.pattern}|{_FLANK.pattern}")
_DISTANCE = re.compile(rf"[以之向往]?正?(?:{COMPASS})(?:侧|边|面|方向)?约?\d+(?:\.\d+)?(?:公里|千米|米)处?")
_MAY_LIE = re.compile("[交口角以之侧边面过旁近米里(]")
"""Every site has one of these, or a word such as 位于."""
_SEVERAL = 2
_JUNCTION, _SPOT = "junction", "poi"
_OF = re.compile("的?")
_AT = ("在", "于")
_CELL_EDGE = "\t"
_NEVER_SITED = frozenset({"district", "city", "province", "region", "town", "subdistrict"})


@dataclass(frozen=True, slots=True)
class Site:
    """Words that say where something lies, and the names in them."""

    parts: tuple[NameFinding, ...]
    end: int
    said: str
    """The words, with those that several crossings share: 大同路与德化街交叉口."""
    kind: str | None = None
    """What it is as a place by itself; None where it is none: the side of a road (A路北侧) is the road."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.parts[0].start


def mark_sites(text: str, reading: SectionReading, patterns: Patterns) -> SectionReading:
    """Return the reading with its sites; names that only say where something lies leave the lists."""
    at: dict[Span, str] = {}
    names: dict[Span, tuple[str, str]] = {}
    ends: set[Span] = set()
    for sentence in reading.sentences:
        sites = [(clause, site) for clause in sentence.clauses for site in find_sites(text, clause, patterns)]
        for clause in sentence.clauses:
            if _CELL_EDGE in text[clause.start : clause.end]:
                _mark_row(text, clause, at, ends)
                sites = [(other, site) for other, site in sites if other is not clause]
        ends.update(_neighbours(text, sentence, patterns))
        inside = {_span(part) for _, site in sites for part in site.parts}
        for clause, site in sites:
            standing = _standing_at(text, site, clause, sentence, inside, patterns)
            at.update(dict.fromkeys(map(_span, standing), site.said))
            if standing:
                ends.update(_span(part) for part in site.parts if part.kind not in _NEVER_SITED)
            elif site.kind:
                first, *others = map(_span, site.parts)
                names[first] = (site.said, site.kind)
                ends.update(others)
    if not (at or names or ends):
        return reading
    lists = tuple(entry for entry in (_without(entry, ends) for entry in reading.enumerations) if entry)
    return replace(reading, counted=lists, sites=Sites(at, names, frozenset(ends)))


def _neighbours(text: str, sentence: Sentence, patterns: Patterns) -> Iterator[Span]:
    """Yield the names right behind 紧邻 and the like: what lies there lies beside them."""
    for clause in sentence.clauses:
        for name in clause.names:
            if text.endswith(patterns.clause["neighbours"], clause.start, name.start):
                yield _span(name)


def _mark_row(text: str, clause: Clause, at: dict[Span, str], ends: set[Span]) -> None:
    """Take what other cells of a row name for where its first place lies: A停车场|B路与C路交叉口|220个."""
    named = [name for name in clause.names if name.kind not in _NEVER_SITED]
    if not named:
        return
    own_cell = text.find(_CELL_EDGE, named[0].end, clause.end)
    others = [name for name in named if own_cell >= 0 and name.start > own_cell]
    ends.update(map(_span, others))
    cells = {_cell(text, clause, name) for name in others}
    if len(cells) == 1:
        at[_span(named[0])] = cells.pop()


def _cell(text: str, clause: Clause, name: NameFinding) -> str:
    """Return the words of the cell in which a name stands."""
    start = text.rfind(_CELL_EDGE, clause.start, name.start) + 1
    end = text.find(_CELL_EDGE, name.end, clause.end)
    return text[start : end if end >= 0 else clause.end].strip()


def find_sites(text: str, clause: Clause, patterns: Patterns) -> Iterator[Site]:
    """Yield the sites of a clause, in the order of the text."""
    if not clause.names or not (
        _MAY_LIE.search(text, clause.start, clause.end)
        or patterns.clause_pattern["lying"].search(text, clause.start, clause.end)
    ):
        return
    at = 0
    while at < len(clause.names):
        sites = _sites_from(text, clause, at, patterns)
        yield from sites
        at += sum(len(site.parts) for site in sites) or 1


def _sites_from(text: str, clause: Clause, at: int, patterns: Patterns) -> tuple[Site, ...]:
    """Return the sites that begin with a name of a clause; none where it begins none."""
    crossings = _several_crossings(text, clause, at)
    if crossings:
        return crossings
    found = (
        _crossing(text, clause, at)
        or _sides(text, clause, at, patterns)
        or _beside(text, clause, at, patterns)
    )
    return (found,) if found else ()


def _crossing(text: str, clause: Clause, at: int) -> Site | None:
    pair = clause.names[at : at + 2]
    end = crossing_end(text, pair, clause.end)
    return _site(text, pair, end, _JUNCTION) if end else None


def _several_crossings(text: str, clause: Clause, at: int) -> tuple[Site, ...]:
    """Return the crossings of A路与B路、C路与D路等5个路口, each with the words that they share."""
    pairs: list[Sequence[NameFinding]] = []
    names = clause.names
    while are_joined(text, names[at : at + 2], "与×") and (
        not pairs or text[pairs[-1][1].end : names[at].start] in {"、", "和", "以及"}
    ):
        pairs.append(names[at : at + 2])
        at += 2
    if len(pairs) < _SEVERAL or not _CROSSINGS.match(text, pairs[-1][1].end, clause.end):
        return ()
    found = (_site(text, pair, pair[1].end, _JUNCTION) for pair in pairs)
    return tuple(replace(site, said=f"{site.said}交叉口") for site in found)


def _site(text: str, parts: Sequence[NameFinding], end: int, kind: str | None) -> Site:
    return Site(tuple(parts), end, text[parts[0].start : end], kind)


def _sides(text: str, clause: Clause, at: int, patterns: Patterns) -> Site | None:
    """Return A路以北、B路以东, or after 位于 also A路北侧、B学校对面."""
    lies = _word_before(text, clause, clause.names[at].start, patterns)
    side = _EITHER if lies and lies not in _AT else _SIDE
    parts: list[NameFinding] = []
    end = clause.names[at].start
    for name in clause.names[at:]:
        tail = side.match(text, name.end, clause.end) if name.kind not in _NEVER_SITED else None
        if tail is None or text[end : name.start] not in ({"、", "和"} if parts else {""}):
            break
        parts.append(name)
        end = tail.end()
    return _site(text, parts, end, _SPOT if side is _SIDE else None) if parts else None


def _beside(text: str, clause: Clause, at: int, patterns: Patterns) -> Site | None:
    """Return A路北60米, A路北侧, or what stands right after 位于."""
    name = clause.names[at]
    if name.kind not in _NEVER_SITED:
        for pattern, kind in ((_DISTANCE, _SPOT), (_FLANK, None)):
            if tail := pattern.match(text, name.end, clause.end):
                return _site(text, [name], tail.end(), kind)
    lies = _word_before(text, clause, name.start, patterns)
    is_told = (lies and lies not in _AT) or _is_address(text, clause, at)
    return _site(text, [name], name.end, None) if is_told else None


def _is_address(text: str, clause: Clause, at: int) -> bool:
    """Tell whether a street or a house is all that stands in the brackets behind another name."""
    name = clause.names[at]
    before = clause.names[at - 1] if at else None
    if before is None or before.kind in WAYS or not (name.kind in WAYS or text[name.end - 1] == "号"):
        return False
    return text[before.end : name.start] == "(" and text.startswith(")", name.end)


def _word_before(text: str, clause: Clause, position: int, patterns: Patterns) -> str:
    """Return 位于, 地处 or 在 right before a position; else nothing."""
    lying = patterns.clause["lying"]
    if not text.endswith(lying, clause.start, position):
        lying = ()
    words = (*lying, *_AT)
    return next((word for word in words if text.endswith(word, clause.start, position)), "")


def _standing_at(
    text: str,
    site: Site,
    clause: Clause,
    sentence: Sentence,
    inside: set[Span],
    patterns: Patterns,
) -> list[NameFinding]:
    """Return what is named to stand at a site: before it in brackets or after 位于, or behind it."""
    own = _may_stand(clause, inside)
    if text[site.start - 1 : site.start] == "(":
        return [name for name in own if name.end == site.start - 1]
    behind = [name for name in own if name.start >= site.end]
    of = _OF.match(text, site.end)
    if behind and of and behind[0].start == of.end():
        return behind[:1]
    word = _word_before(text, clause, site.start, patterns)
    before = [name for name in own if name.end <= site.start]
    if not word:
        return []
    if site.start - len(word) == clause.start and word not in _AT:
        at = sentence.clauses.index(clause)
        return _may_stand(sentence.clauses[at - 1], inside) if at else []
    return (behind or before) if word in _AT else before


def _may_stand(clause: Clause, inside: set[Span]) -> list[NameFinding]:
    return [name for name in clause.names if _span(name) not in inside and name.kind not in _NEVER_SITED]


def _without(entry: Enumeration, ends: set[Span]) -> Enumeration | None:
    """Return a list without names that only locate; None where one name without a count is left."""
    members = tuple(name for name in entry.members if _span(name) not in ends)
    if len(members) == len(entry.members):
        return entry
    return replace(entry, members=members) if members and (entry.count or len(members) > 1) else None


def _span(name: NameFinding) -> Span:
    return (name.start, name.end)
