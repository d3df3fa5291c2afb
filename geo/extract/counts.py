"""Find the lists that a count announces or sums up, clause by clause or over several sentences.

6条道路…涉及A路、B路…; 城厢街道4条:A路…。石塘街道3条:…; A小区、B小区;C小区,共3个小区. The places
that stand after the count (before a 共) and are of its kind are its members where they are as many as
are counted at the end of a sentence, or, after a colon or 如下, where they are fewer. A list of places
that were listed before points back to them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from geo.extract.counted_kinds import counted_with, kind_of_head, last_word
from geo.extract.findings import SectionReading
from geo.extract.lists import Enumeration
from geo.extract.parts import Parts
from geo.extract.sited_items import sited_items
from geo.extract.spans import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from geo.extract.clauses import Clause
    from geo.extract.finding import NameFinding
    from geo.extract.findings import Sentence
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.quantities import QuantityFinding
    from geo.extract.unwrap import Block

_ROW_BELOW = re.compile(r"\n[^\n\t]{0,12}\t")
_TABLE_NEAR = 60
"""A table so near below a count has what was counted in its rows."""
_COUNTS = range(2, 301)
_ITEM = re.compile(r"\d+[.、)](?!\d)|[①-⑳]")
_UNITS = frozenset("个条处所座家片项块大")
_NEAR = 12
"""A count so near after a list's last member is that list's own."""
_FARTHEST = 120
"""So many sentences a list may have."""
_LONGEST_BRACKET = 2000
_REACH = 30
"""So many characters a word such as 位于 reaches."""
_AMONG = ("中,", "中:")
_PROJECT = "project"
_WORKS = ("项目", "工程")
"""Behind the noun that tells the kind: 道路项目9个."""
_NEVER_LISTED = frozenset({"district", "city", "region", "subdistrict", "town", "river"})
_LOCATOR = re.compile(
    r"位于|地处|坐落|毗邻|紧邻|临近|[东西南北][至到临接起邻靠]|起于|止于|起点|终点|绕行|途经"
)
_BESIDE = re.compile(
    r"(?:[与和、]\w{2,8})?(?:交叉口|交汇处|交会处|路口(?!袋)|交口)|以[东西南北]|[东西南北]侧|对面|附近|周边"
)
_BRACKET = re.compile(r"\([^()]{2,40}\)")
_LISTS_BELOW = 4
"""So many sentences from a count on the list of what it counts may begin."""
_LIST_LEAD = re.compile(r"\w{0,8}?(?:具体|名单|分别|其余)\w{0,4}")
_FEW = 5
_MOST_OF_THEM = 0.5
"""Such a share of what is counted first is named below it without a word that announces them."""
_TOLD_WITHIN = 60
_EACH = (",为", ",即", ",是", ",有", "分别是", "分别为", "分别有", "分别位于", "分别:", "分别是:", "分别为:")
"""Right before a list of what was counted in the same sentence: 7座桥梁4月底完工,分别是…."""
_THAT_IS = (",为", ",分别为", ",即", "为:")
"""Behind a count the list of what it counts, also one more or less: the count is kept, a notice says so."""
_ANNOUNCES = re.compile(r":|如下|分别|名单|包括|涉及|具体")


def count_enumerations(text: str, reading: SectionReading, patterns: Patterns) -> SectionReading:
    """Return the reading with the lists that its counts announce, and with lists that point back."""
    found = [_back_over_commas(text, entry, reading) for entry in reading.enumerations]
    places: dict[tuple[NameFinding, ...], list[int]] = {}
    for index, entry in enumerate(found):
        places.setdefault(entry.members, []).append(index)
    own = {(entry.members[-1].end, entry.count) for entry in found}
    subjects = _Subjects(text, reading)
    counter = _Counter(text, reading, own, subjects, patterns, set(), {})
    open_: list[tuple[QuantityFinding, str]] = []
    for quantity in reading.quantities:
        noun = quantity.of.removesuffix("中") or _noun_before(text, quantity, patterns)
        counter.first.setdefault(_kind_of(noun, patterns) if noun else _PROJECT, quantity.min)
        members = _told_at_once(text, quantity, reading.enumerations) or counter.announced(quantity, noun)
        if members:
            _enter(found, places.setdefault(members, []), quantity, noun, members)
        else:
            open_.append((quantity, noun))
    lists = sorted(found, key=lambda entry: (entry.at, -len(entry.members)))
    parts = Parts(text, lists, [quantity for quantity, _ in open_], patterns, partial(_words, text))
    for quantity, noun in open_:
        members = parts.add_up(quantity, noun) or counter.announced_in_part(quantity, noun)
        if members:
            _enter(found, places.setdefault(members, []), quantity, noun, members)
    whole = (entry for entry in found if entry.count or not counter.sited.issuperset(entry.members))
    entries = sorted(whole, key=lambda entry: (entry.at, -len(entry.members)))
    return SectionReading(reading.section, reading.sentences, tuple(_pointing_back(text, entries)))


def _back_over_commas(text: str, entry: Enumeration, reading: SectionReading) -> Enumeration:
    """Return a counted list with the places of the clauses before it that name nothing but places.

    A街道B社区、C社区,D街道E社区等共9个社区 lists all three. Areas that only say where are no members.
    """
    if entry.count is None or len(entry.members) >= entry.count:
        return entry
    clauses = reading.sentences[reading.sentence_at(entry.at)].clauses
    own = next(index for index, clause in reversed(list(enumerate(clauses))) if clause.start <= entry.at)
    if not _only_lists(text, clauses[own], entry.members):
        return entry
    kinds = {member.kind for member in entry.members}
    members = list(entry.members)
    for before in reversed(clauses[:own]):
        named = [name for name in before.names if name.kind in kinds]
        goes_on = named and named[-1].end == before.end and text.startswith(",", before.end)
        if not goes_on or len(members) + len(named) > entry.count:
            break
        told = [listed for listed in reading.enumerations if before.start <= listed.at < before.end]
        if any(listed.count for listed in told):
            break
        members = [*(name for name in named if _is_of_the_run(text, name, before)), *members]
        if not _only_lists(text, before, named):
            break
    return (
        entry
        if len(members) == len(entry.members)
        else replace(entry, members=tuple(members), at=members[0].start)
    )


def _is_of_the_run(text: str, name: NameFinding, clause: Clause) -> bool:
    """Tell whether only names, areas and joints stand between a name and its clause's end."""
    rest = text[name.end : clause.end]
    for other in clause.names:
        if other.start >= name.end:
            rest = rest.replace(text[other.start : other.end], "", 1)
    return not rest.replace("办事处", "").strip("、和与及")


def _only_lists(text: str, clause: Clause, named: Sequence[NameFinding]) -> bool:
    """Tell whether a clause begins with the names it lists, an area before the first aside."""
    rest = text[clause.start : named[0].start]
    for other in clause.names:
        if other.end <= named[0].start:
            rest = rest.replace(text[other.start : other.end], "", 1)
    return not rest.replace("办事处", "").strip("的")


def _enter(
    found: list[Enumeration],
    same: list[int],
    quantity: QuantityFinding,
    noun: str,
    members: tuple[NameFinding, ...],
) -> None:
    """Give a list its count, or add it; `same` says where lists of the same members stand among the found."""
    count, head = int(quantity.min), noun or None
    for index in same:
        entry = found[index]
        if entry.count in (None, count):
            found[index] = replace(entry, count=count, head=entry.head or head)
            return
    same.append(len(found))
    found.append(Enumeration(members, count, head, closed=True, at=members[0].start))


@dataclass(frozen=True, slots=True, eq=False)
class _Counter:
    """Finds what the counts of a section announce."""

    text: str
    reading: SectionReading
    own: AbstractSet[tuple[int, float | None]]
    """Ends and counts of lists: a count right behind is the list's own."""
    subjects: _Subjects
    patterns: Patterns
    sited: set[NameFinding]
    """The members of lists of sites; uncounted lists of some of them are pieces of those."""
    first: dict[str, float]
    """How many are counted first, by kind."""

    def announced(self, quantity: QuantityFinding, noun: str) -> tuple[NameFinding, ...]:
        """Return the members that a count announces: as many as it counts."""
        if quantity.min == quantity.max == 1 and quantity.unit in _UNITS:
            return _in_brackets(self.text, self.reading, quantity) or self._only_one(quantity, noun)
        if not self._counts_places(quantity, noun):
            return ()
        return (
            _in_brackets(self.text, self.reading, quantity)
            or self._sited(quantity)
            or self._gathered(quantity, noun)
        )

    def _only_one(self, quantity: QuantityFinding, noun: str) -> tuple[NameFinding, ...]:
        """Return the one place behind 1个 and a colon."""
        at = max(quantity.head_end, quantity.end)
        if not noun or not noun.endswith(self.patterns.place_heads) or not self.text.startswith(":", at):
            return ()
        sentence = self.reading.sentences[self.reading.sentence_at(quantity.start)]
        named = [name for clause in sentence.clauses for name in clause.names if name.start > at]
        alone = len(named) == 1 and named[0].start == at + 1
        return tuple(named) if alone and named[0].kind not in _NEVER_LISTED else ()

    def announced_in_part(self, quantity: QuantityFinding, noun: str) -> tuple[NameFinding, ...]:
        """Return the members that a count announces with a colon or 如下, fewer than it counts."""
        if not self._counts_places(quantity, noun):
            return ()
        announces = self._announces(quantity)
        listed = announces or (not quantity.total and self._is_listed_below(quantity))
        kind = _kind_of(noun, self.patterns)
        if not listed and not self._is_first_of_kind(quantity, kind):
            return ()
        if kind == _PROJECT and not announces and not _has_rows_below(self.text, quantity):
            return ()
        members = _gather(
            _sentences_after(self.reading, quantity, kind, self.subjects), int(quantity.min), loose=True
        )
        return members if listed or len(members) >= quantity.min * _MOST_OF_THEM else ()

    def _is_first_of_kind(self, quantity: QuantityFinding, kind: str) -> bool:
        """Tell whether a count of several is the first of its kind, or is that count again."""
        is_first = self.first.get(kind) == quantity.min
        return is_first and kind != _PROJECT and not quantity.total and quantity.min >= _FEW

    def _counts_places(self, quantity: QuantityFinding, noun: str) -> bool:
        """Tell whether a count is one of places, and no list has it yet."""
        return (
            quantity.min == quantity.max
            and quantity.unit in _UNITS
            and int(quantity.min) in _COUNTS
            and (not noun or noun.endswith(self.patterns.place_heads))
            and all((quantity.start - gap, quantity.min) not in self.own for gap in range(_NEAR + 1))
        )

    def _announces(self, quantity: QuantityFinding) -> bool:
        """Tell whether a word behind a count says that a list comes: 如下, 分别, a colon."""
        stop = self.text.find("。", quantity.end, quantity.head_end + _NEAR)
        end = stop if stop >= 0 else quantity.head_end + _NEAR
        told = _ANNOUNCES.search(self.text, quantity.end, end) is not None
        return told or self.text.startswith(_AMONG, quantity.head_end - len("中"))

    def _sited(self, quantity: QuantityFinding) -> tuple[NameFinding, ...]:
        """Return the sites that a clause near a count lists, where they are as many."""
        at = self.reading.sentence_at(quantity.start)
        for sentence in self.reading.sentences[at : at + _LISTS_BELOW]:
            for clause in sentence.clauses:
                if (
                    clause.end < quantity.end
                    or self.text.count("、", clause.start, clause.end) + 1 < quantity.min
                ):
                    continue
                members = sited_items(self.text, clause)
                if len(members) == quantity.min and len(set(members)) == len(members):
                    self.sited.update(members)
                    return members
        return ()

    def _gathered(self, quantity: QuantityFinding, noun: str) -> tuple[NameFinding, ...]:
        """Return the places that stand behind a count, or before a total, where they are as many."""
        count, kind = int(quantity.min), _kind_of(noun, self.patterns)
        announces = self._announces(quantity)
        if quantity.total and not announces:
            return _gather(_sentences_before(self.reading, quantity, kind, self.subjects), count, loose=False)
        if kind == _PROJECT and not announces and not _has_rows_below(self.text, quantity):
            return ()
        return _gather(_sentences_after(self.reading, quantity, kind, self.subjects), count, loose=False)

    def _is_listed_below(self, quantity: QuantityFinding) -> bool:
        """Tell whether one of the sentences right behind a count begins to list: 具体有:…."""
        at = self.reading.sentence_at(quantity.start)
        for sentence in self.reading.sentences[at : at + _LISTS_BELOW]:
            for clause in sentence.clauses:
                if clause.start > quantity.end and _LIST_LEAD.fullmatch(self.text, clause.start, clause.end):
                    return self.text.startswith(":", clause.end)
        return False


def _kind_of(noun: str, patterns: Patterns) -> str:
    """Return the kind that a noun counts; a facility with what tells it from others: facility/车场."""
    kind = kind_of_head(noun, patterns) if noun else _PROJECT
    return f"{kind}/{tail}" if (tail := last_word(noun, kind)) else kind


def _in_brackets(text: str, reading: SectionReading, quantity: QuantityFinding) -> tuple[NameFinding, ...]:
    """Return the places that stand in brackets right behind their count: 4条(A路、B路、C路、D路)."""
    at = quantity.head_end if text.startswith("(", quantity.head_end) else quantity.end
    if not text.startswith("(", at):
        return ()
    depth, end = 1, at + 1
    while depth and end < min(len(text), at + _LONGEST_BRACKET):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        end += 1
    names = [
        name
        for name in within(reading.names, at, end)
        if name.kind not in _NEVER_LISTED and (name.start, name.end) not in reading.endpoints
    ]
    least = min(2, int(quantity.min))
    return tuple(names) if least <= len(names) <= quantity.min else ()


def _told_at_once(
    text: str, quantity: QuantityFinding, entries: Sequence[Enumeration]
) -> tuple[NameFinding, ...]:
    """Return the members of the list right behind a count, whatever is counted: 8处积水点,分别为A路…."""
    if quantity.min != quantity.max:
        return ()
    at = bisect_right(entries, quantity.end, key=lambda entry: entry.at)
    entry = entries[at] if at < len(entries) else None
    if entry is None or entry.count is not None or entry.at > quantity.head_end + _TOLD_WITHIN:
        return ()
    near = entry.at <= quantity.head_end + 2 * _NEAR
    announced = near and _ANNOUNCES.search(text, quantity.end, quantity.head_end + _NEAR)
    between = text[quantity.end : entry.at]
    if not announced and ("。" in between or not between.endswith(_EACH)):
        return ()
    off = abs(len(entry.members) - int(quantity.min))
    is_right = off == 0 or (off == 1 and quantity.min > 2 and between in _THAT_IS)  # noqa: PLR2004 - a pair
    return entry.members if is_right else ()


def _has_rows_below(text: str, quantity: QuantityFinding) -> bool:
    """Tell whether a table stands below a count, which is no cell itself."""
    line = text.rfind("\n", 0, quantity.start) + 1
    is_cell = "\t" in text[line : quantity.start]
    return not is_cell and _ROW_BELOW.search(text, quantity.end, quantity.end + _TABLE_NEAR) is not None


def _noun_before(text: str, quantity: QuantityFinding, patterns: Patterns) -> str:
    """Return the noun that is counted where it stands before its count: 新建口袋公园6个."""
    if not text.endswith(patterns.place_heads, 0, quantity.start):
        return ""
    noun = _head_before(text, quantity.start, patterns)
    if noun in _WORKS:
        noun = _head_before(text, quantity.start - len(noun), patterns) + noun
    return "" if noun and kind_of_head(noun, patterns) in _NEVER_LISTED else noun


def _head_before(text: str, end: int, patterns: Patterns) -> str:
    """Return the longest noun for places that ends at a position; nothing where none does."""
    return max((head for head in patterns.place_heads if text.endswith(head, 0, end)), key=len, default="")


def _gather(
    sentences: Iterator[Iterator[tuple[str, NameFinding]]], count: int, *, loose: bool
) -> tuple[NameFinding, ...]:
    """Return the places of as many sentences as hold the count, or of all where fewer will do."""
    members: list[NameFinding] = []
    seen: set[str] = set()
    bracketed: set[str] = set()
    """Names of stretches; what is named later without its ends is one of them."""
    for names in sentences:
        new = (named for named in names if named[0] not in seen and f"{named[0]}(" not in bracketed)
        added = dict(islice(new, count - len(members) + 1))
        if len(members) + len(added) > count:
            break
        seen.update(added)
        bracketed.update(words[: words.index("(") + 1] for words in added if "(" in words)
        members += sorted(added.values(), key=lambda name: name.start)
        if len(members) == count:
            return tuple(sorted(members, key=lambda name: name.start))
    return tuple(members) if loose and len(members) > 1 else ()


def _sentences_after(
    reading: SectionReading, quantity: QuantityFinding, kind: str, subjects: _Subjects
) -> Iterator[Iterator[tuple[str, NameFinding]]]:
    at = reading.sentence_at(quantity.start)
    for sentence in range(at, min(at + _FARTHEST, len(reading.sentences))):
        yield subjects.of(sentence, kind).after(quantity.end)


def _sentences_before(
    reading: SectionReading, quantity: QuantityFinding, kind: str, subjects: _Subjects
) -> Iterator[Iterator[tuple[str, NameFinding]]]:
    at = reading.sentence_at(quantity.start)
    for sentence in range(at, max(0, at - _FARTHEST) - 1, -1):
        yield subjects.of(sentence, kind).before(quantity.start)


def _words(text: str, name: NameFinding) -> str:
    """Return what tells a place from others; a road with other ends in brackets is another stretch."""
    ends = _BRACKET.match(text, name.end)
    return (name.full or text[name.start : name.end]) + (ends.group() if ends else "")


class _Listed:
    """The places that a sentence lists, by their words: one that is named again counts once."""

    def __init__(self, text: str, names: Sequence[NameFinding]) -> None:
        self._names: dict[str, list[NameFinding]] = {}
        for name in names:
            self._names.setdefault(_words(text, name), []).append(name)
        self._last_first = sorted(self._names.items(), key=lambda named: -named[1][-1].start)

    def before(self, position: int) -> Iterator[tuple[str, NameFinding]]:
        """Yield the places that end before a position and where each is named first."""
        for words, names in self._names.items():
            if names[0].end > position:
                return
            yield words, names[0]

    def after(self, position: int) -> Iterator[tuple[str, NameFinding]]:
        """Yield the places that begin after a position and where each is named first, the last one first."""
        for words, names in self._last_first:
            if names[-1].start <= position:
                return
            yield words, names[bisect_right(names, position, key=lambda name: name.start)]


class _Subjects:
    """The places that the sentences of a section list, each sentence looked through once for a kind."""

    def __init__(self, text: str, reading: SectionReading) -> None:
        self._text = text
        self._reading = reading
        self._listed: dict[tuple[int, str], _Listed] = {}

    def of(self, sentence: int, kind: str) -> _Listed:
        """Return what the sentence of a number lists."""
        if (sentence, kind) not in self._listed:
            names = _subjects(self._text, self._reading, self._reading.sentences[sentence], kind)
            self._listed[sentence, kind] = _Listed(self._text, names)
        return self._listed[sentence, kind]


def _subjects(text: str, reading: SectionReading, sentence: Sentence, kind: str) -> list[NameFinding]:
    """Return the places of a sentence that are listed, not those that only locate others.

    The kind of a facility goes on with what tells it from others: facility/车场.
    """
    kind, _, tail = kind.partition("/")
    wanted = counted_with(kind)
    listed: list[NameFinding] = []
    for clause in sentence.clauses:
        is_row = "\t" in text[clause.start : clause.end]
        starts = {name.start for name in clause.names}
        for name in clause.names:
            suits = kind == _PROJECT or (name.kind in wanted and text.endswith(tail, name.start, name.end))
            leads = name.end in starts
            if is_row and listed and listed[-1].start >= clause.start:
                break
            locates = _LOCATOR.search(
                text, max(clause.start, name.start - _REACH), name.start
            ) or _BESIDE.match(text, name.end)
            is_what_lies_there = text.startswith("的", name.start - 1)
            if suits and not (
                name.kind in _NEVER_LISTED
                or leads
                or (locates and not is_what_lies_there)
                or (name.start, name.end) in reading.endpoints
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
    for block, items in zip(blocks, _items_below(text, blocks), strict=True):
        if text[block.end - 1] != ":" or not items:
            continue
        inside = [q for q in within(reading.quantities, block.start, block.end) if q.min == q.max]
        if inside and int(inside[-1].min) in _COUNTS and int(inside[-1].min) != items:
            yield ItemCount(inside[-1].start, inside[-1].end, int(inside[-1].min), items)


def _items_below(text: str, blocks: Sequence[Block]) -> list[int]:
    """Return for each block how many items of a numbered list follow right below it."""
    counts: list[int] = []
    items = 0
    for block in reversed(blocks):
        counts.append(items)
        items = items + 1 if _ITEM.match(text, block.start) else 0
    return counts[::-1]


def _pointing_back(text: str, entries: Sequence[Enumeration]) -> Iterator[Enumeration]:
    """Let a counted list of places that were listed before point back to them: A路、B路3条已开工."""
    first: dict[str, NameFinding] = {}
    for entry in entries:
        words = [text[member.start : member.end] for member in entry.members]
        earlier = [first.get(word) for word in words]
        if entry.count is None:
            yield entry
        else:
            back = (name if name and name.start < entry.at else None for name in earlier)
            members = zip(back, entry.members, strict=True)
            yield replace(entry, members=tuple(before or here for before, here in members))
        for word, member in zip(words, entry.members, strict=True):
            first.setdefault(word, member)
