"""Find the lists that a count announces or sums up, clause by clause or over several sentences.

6条道路…涉及A路、B路…; 城厢街道4条:A路…。石塘街道3条:…; A小区、B小区;C小区,共3个小区. The places
that stand after the count (before a 共) and are of its kind are its members where they are as many as
are counted at the end of a sentence, or, after a colon or 如下, where they are fewer. A list of places
that were listed before points back to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from geo.extract.findings import SectionReading, Sentence
from geo.extract.lists import Enumeration, kind_of_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from geo.extract.finding import NameFinding
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.quantities import QuantityFinding

_ROW_BELOW = re.compile(r"\n[^\n\t]{0,12}\t")
_TABLE_NEAR = 60
"""A table so near below a count has what was counted in its rows."""
_COUNTS = range(2, 301)
_ITEM = re.compile(r"\d+[.、)](?!\d)|[①-⑳]")
_UNITS = frozenset("个条处所座家片项块")
_NEAR = 12
"""A count so near after a list's last member is that list's own."""
_FARTHEST = 120
"""So many sentences a list may have."""
_REACH = 30
"""So many characters a word such as 位于 reaches."""
_NEVER_LISTED = frozenset({"district", "city", "region", "subdistrict", "town", "river"})
_RELATED = {
    "estate": {"estate", "compound", "community", "village"},
    "park": {"park", "square"},
    "road": {"road", "tunnel", "bridge"},
    "school": {"school"},
}
_LOCATOR = re.compile(
    r"位于|地处|坐落|毗邻|紧邻|临近|[东西南北][至到临接起邻靠]|起于|止于|起点|终点|绕行|途经"
)
_BESIDE = re.compile(
    r"(?:[与和、]\w{2,8})?(?:交叉口|交汇处|交会处|路口|交口)|以[东西南北]|[东西南北]侧|对面|附近|周边"
)
_BRACKET = re.compile(r"\([^()]{2,40}\)")
_ANNOUNCES = re.compile(r":|如下|分别|名单|包括|涉及|具体")


def count_enumerations(text: str, reading: SectionReading, patterns: Patterns) -> SectionReading:
    """Return the reading with the lists that its counts announce, and with lists that point back."""
    found = {id(entry): entry for entry in reading.enumerations}
    own = {(entry.members[-1].end, entry.count) for entry in reading.enumerations}
    for quantity in reading.quantities:
        noun = quantity.of or _noun_before(text, quantity, patterns)
        members = _announced(text, reading, quantity, noun, own, patterns)
        if members:
            _enter(found, quantity, noun, members)
    entries = sorted(found.values(), key=lambda entry: (entry.at, -len(entry.members)))
    return SectionReading(reading.section, reading.sentences, tuple(_pointing_back(text, entries)))


def _enter(
    found: dict[int, Enumeration],
    quantity: QuantityFinding,
    noun: str,
    members: tuple[NameFinding, ...],
) -> None:
    count, head = int(quantity.min), noun or None
    for key, entry in found.items():
        if entry.members == members and entry.count in (None, count):
            found[key] = replace(entry, count=count, head=entry.head or head)
            return
    entry = Enumeration(members, count, head, closed=True, at=members[0].start)
    found[id(entry)] = entry


def _announced(
    text: str,
    reading: SectionReading,
    quantity: QuantityFinding,
    noun: str,
    own: AbstractSet[tuple[int, float | None]],
    patterns: Patterns,
) -> tuple[NameFinding, ...]:
    """Return the members that a count announces; none where it is a list's own (`own`: ends and counts)."""
    if quantity.min != quantity.max or int(quantity.min) not in _COUNTS or quantity.unit not in _UNITS:
        return ()
    if noun and not noun.endswith(patterns.place_heads):
        return ()
    if any((quantity.start - gap, quantity.min) in own for gap in range(_NEAR + 1)):
        return ()
    kind = kind_of_head(noun, patterns) if noun else "project"
    if quantity.total:
        return _gather(_sentences_before(text, reading, quantity, kind), int(quantity.min), loose=False)
    announces = _ANNOUNCES.search(text, quantity.end, quantity.head_end + _NEAR) is not None
    if kind == "project" and not announces and not _has_rows_below(text, quantity):
        return ()
    return _gather(_sentences_after(text, reading, quantity, kind), int(quantity.min), loose=announces)


def _has_rows_below(text: str, quantity: QuantityFinding) -> bool:
    """Tell whether a table stands below a count, which is no cell itself."""
    line = text.rfind("\n", 0, quantity.start) + 1
    is_cell = "\t" in text[line : quantity.start]
    return not is_cell and _ROW_BELOW.search(text, quantity.end, quantity.end + _TABLE_NEAR) is not None


def _noun_before(text: str, quantity: QuantityFinding, patterns: Patterns) -> str:
    """Return the noun that is counted where it stands before its count: 新建口袋公园6个."""
    heads = (head for head in patterns.place_heads if text.endswith(head, 0, quantity.start))
    noun = max(heads, key=len, default="")
    return "" if noun and kind_of_head(noun, patterns) in _NEVER_LISTED else noun


def _gather(sentences: Iterator[list[NameFinding]], count: int, *, loose: bool) -> tuple[NameFinding, ...]:
    """Return the places of as many sentences as hold the count, or of all where fewer will do."""
    members: list[NameFinding] = []
    for names in sentences:
        if len(members) + len(names) > count:
            break
        members += names
        if len(members) == count:
            return tuple(sorted(members, key=lambda name: name.start))
    return tuple(members) if loose and len(members) > 1 else ()


def _sentences_after(
    text: str, reading: SectionReading, quantity: QuantityFinding, kind: str
) -> Iterator[list[NameFinding]]:
    seen: set[str] = set()
    at = reading.sentence_at(quantity.start)
    for sentence in islice(reading.sentences, at, at + _FARTHEST):
        subjects = _subjects(text, reading, sentence, kind)
        yield [n for n in subjects if n.start > quantity.end and _is_new(text, n, seen)]


def _sentences_before(
    text: str, reading: SectionReading, quantity: QuantityFinding, kind: str
) -> Iterator[list[NameFinding]]:
    seen: set[str] = set()
    at = reading.sentence_at(quantity.start)
    for sentence in reversed(reading.sentences[max(0, at - _FARTHEST) : at + 1]):
        subjects = _subjects(text, reading, sentence, kind)
        yield [n for n in subjects if n.end <= quantity.start and _is_new(text, n, seen)]


def _is_new(text: str, name: NameFinding, seen: set[str]) -> bool:
    """Tell whether a place was not counted yet; a road with other ends in brackets is another stretch."""
    ends = _BRACKET.match(text, name.end)
    words = (name.full or text[name.start : name.end]) + (ends.group() if ends else "")
    new = words not in seen
    seen.add(words)
    return new


def _subjects(text: str, reading: SectionReading, sentence: Sentence, kind: str) -> list[NameFinding]:
    """Return the places of a sentence that are listed, not those that only locate others."""
    wanted = _RELATED.get(kind, {kind})
    listed: list[NameFinding] = []
    for clause in sentence.clauses:
        is_row = "\t" in text[clause.start : clause.end]
        starts = {name.start for name in clause.names}
        for name in clause.names:
            suits = kind == "project" or name.kind in wanted
            leads = name.end in starts
            if is_row and listed and listed[-1].start >= clause.start:
                break
            locates = _LOCATOR.search(
                text, max(clause.start, name.start - _REACH), name.start
            ) or _BESIDE.match(text, name.end)
            if suits and not (
                name.kind in _NEVER_LISTED or leads or locates or (name.start, name.end) in reading.endpoints
            ):
                listed.append(name)
    return listed


@dataclass(frozen=True, slots=True)
class ItemCount:
    """A count before a numbered list that has another number of items."""

    start: int
    end: int
    stated: int
    listed: int


def item_counts(text: str, reading: SectionReading) -> Iterator[ItemCount]:
    """Yield counts before a colon that the numbered items below do not bear out: 10件实事,包括: 1.… 5.…."""
    blocks = reading.section.blocks
    for index, block in enumerate(blocks):
        if text[block.end - 1] != ":":
            continue
        following = islice(blocks, index + 1, None)
        items = list(takewhile(lambda later: _ITEM.match(text, later.start), following))
        if not items:
            continue
        inside = [
            q for q in reading.quantities if block.start <= q.start and q.end <= block.end and q.min == q.max
        ]
        if inside and int(inside[-1].min) in _COUNTS and int(inside[-1].min) != len(items):
            yield ItemCount(inside[-1].start, inside[-1].end, int(inside[-1].min), len(items))


def _pointing_back(text: str, entries: Sequence[Enumeration]) -> Iterator[Enumeration]:
    """Let a counted list of places that were listed before point back to them: A路、B路3条已开工."""
    first: dict[str, NameFinding] = {}
    for entry in entries:
        words = [text[member.start : member.end] for member in entry.members]
        earlier = [first.get(word) for word in words]
        back = tuple(name for name in earlier if name is not None and name.start < entry.at)
        if entry.count is not None and len(back) == len(words):
            yield replace(entry, members=back)
        else:
            yield entry
        for word, member in zip(words, entry.members, strict=True):
            first.setdefault(word, member)
