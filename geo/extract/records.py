"""Turn what was found into records: ids, offsets of the original text, and who belongs to whom."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from geo.extract.anaphora import COARSE, places_of_tasks
from geo.extract.categories import categorise
from geo.extract.clauses import is_office
from geo.extract.counts import item_counts
from geo.extract.spans import within
from geo.extract.tasks import governing_time
from geo.extract.unwrap import BlockKind
from geo.model import (
    Mention,
    NamedList,
    Notice,
    PlaceRole,
    Quantity,
    Report,
    Scope,
    Section,
    Segment,
    Task,
    TextBlock,
    TimeExpression,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from geo.extract.anaphora import TaskPlaces
    from geo.extract.finding import NameFinding
    from geo.extract.findings import SectionReading
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.lists import Enumeration
    from geo.extract.quantities import QuantityFinding
    from geo.extract.sections import SectionFinding
    from geo.extract.spans import Span
    from geo.extract.tasks import TaskFinding
    from geo.extract.times import TimeFinding
    from geo.extract.unwrap import FlatText
    from geo.model import Document

_AREAS = frozenset({"town", "subdistrict", "community", "zone"})
_TOWNS = frozenset({"town", "subdistrict"})
_EACH = re.compile(r"(?:[、和][\u4e00-\u9fff]{2,6}?(?:街道|镇|乡))*各(?:新建|建设|建成|建|设|打造|改造|开放)")
"""What is done in each of several areas: 在A街道、B街道各建设1处."""
_SPREAD = ("涉及", "涉及到", "分布在", "分布于")
_OF_AREAS = re.compile(r"\d+个(?:街道|镇|乡|乡镇|镇街|社区)的\d")
"""Behind areas of which so many things are counted: 4个街道的17条街巷."""
_DETOUR = re.compile(r"(?:绕行|绕道|改走|途经)[^,。;!?]*\Z")
_DETOUR_REACH = 40
_AREA_HEADS = ("街道", "镇", "乡", "镇街", "乡镇")
_REACHING = re.compile(r"(?:覆盖|涉及|惠及|辐射|分布)[在于到了]?$")
"""Verbs after which areas only tell how far a work reaches."""
_HOW_MANY = re.compile(
    r":|(?:新建|续建|改建|扩建)+(?!$|[,。;])|\d+[个条处座所家项](?=[,、。;:)]|$)|的?(?:居民|群众|市民|百姓|师生)"
)
"""What says how much of it there is, or who lives there: 某新区2条,."""
_ACTS = re.compile(r"\d+(?:个|条|处|座|所|家|户)|已|将|要|负责|牵头|辖区|境内|范围内|组织|党委|政府|:")


def report_records(
    document: Document,
    flat: FlatText,
    readings: Sequence[SectionReading],
    *,
    patterns: Patterns,
    reference: date | None,
) -> Report:
    """Return the report's records, all in the order of the text."""
    writer = _Writer(document.text, flat, patterns)
    parts = [writer.section(number, reading) for number, reading in enumerate(readings, start=1)]
    return Report(
        title=_title(document, flat),
        path=document.path,
        sha256=document.sha256,
        date=reference,
        text=document.text,
        sections=tuple(_sections(document.text, flat, [reading.section for reading in readings])),
        tasks=tuple(task for part in parts for task in part.tasks),
        mentions=tuple(mention for part in parts for mention in part.mentions),
        segments=tuple(segment for part in parts for segment in part.segments),
        times=tuple(time for part in parts for time in part.times),
        quantities=tuple(quantity for part in parts for quantity in part.quantities),
        lists=tuple(named_list for part in parts for named_list in part.lists),
        notices=tuple(notice for part in parts for notice in part.notices),
        blocks=tuple(_blocks(document.text, flat)),
    )


def _title(document: Document, flat: FlatText) -> str:
    """Return the title that the text gives itself; where it gives none, the file's name."""
    first = flat.blocks[0]
    if first.kind is BlockKind.TITLE:
        return flat.text[first.start : first.end]
    return PurePosixPath(document.path).stem


def _blocks(text: str, flat: FlatText) -> Iterator[TextBlock]:
    """Yield what is read as one paragraph, in original offsets; what was only taken out for reading stays."""
    starts = [*flat.flat_starts, len(flat.text)]
    for block in flat.blocks:
        first = bisect_right(flat.flat_starts, block.start) - 1
        last = bisect_left(starts, block.end)
        pieces: list[tuple[int, int]] = []
        for number in range(first, last):
            begin = max(starts[number], block.start)
            end = min(starts[number + 1], block.end)
            if begin >= end:
                continue
            piece = flat.origin_span(begin, end)
            if pieces and not _BROKEN.search(text, pieces[-1][1], piece[0]):
                piece = (pieces.pop()[0], piece[1])
            pieces.append(piece)
        yield TextBlock(block.kind.value, tuple(pieces))


_BROKEN = re.compile(r"[\r\n]|\*\*")
"""Between two pieces: they stood on two lines, or bold letters begin or end."""


def _sections(text: str, flat: FlatText, sections: Sequence[SectionFinding]) -> Iterator[Section]:
    """Yield sections that leave no gap: each begins with its heading's line."""
    starts = [text.rfind("\n", 0, flat.origin(section.start)) + 1 for section in sections]
    starts[0] = min(starts[0], len(text) - len(text.lstrip()))
    ends = [*starts[1:], len(text)]
    for number, (section, start, end) in enumerate(zip(sections, starts, ends, strict=True), start=1):
        yield Section(f"S-{number:02d}", section.heading, start, end, section.unit, section.zone)


@dataclass(frozen=True, slots=True)
class _Ids:
    """Ids of a section's findings, by span; of enumerations, by identity."""

    names: Mapping[Span, str]
    times: Mapping[Span, str]
    quantities: Mapping[Span, str]
    lists: Mapping[int, str]

    def of_name(self, name: NameFinding) -> str:
        return self.names[name.start, name.end]


@dataclass(frozen=True, slots=True)
class _SectionRecords:
    tasks: Sequence[Task]
    mentions: Sequence[Mention]
    segments: Sequence[Segment]
    times: Sequence[TimeExpression]
    quantities: Sequence[Quantity]
    lists: Sequence[NamedList]
    notices: Sequence[Notice]


class _Writer:
    """Writes records section by section; ids run on through the report."""

    def __init__(self, text: str, flat: FlatText, patterns: Patterns) -> None:
        self._text = text
        self._flat = flat
        self._patterns = patterns
        self._numbers = {letter: count(1) for letter in "PXQLG"}

    def section(self, number: int, reading: SectionReading) -> _SectionRecords:
        names = {(name.start, name.end): self._id("P") for name in reading.names}
        times = {(time.start, time.end): self._id("X") for time in reading.times}
        quantities = {(quantity.start, quantity.end): self._id("Q") for quantity in reading.quantities}
        lists = {id(entry): self._id("L") for entry in reading.enumerations}
        ids = _Ids(names, times, quantities, lists)
        return _SectionRecords(
            tasks=list(self._tasks(number, reading, ids)),
            mentions=[self._mention(name, names[name.start, name.end], reading) for name in reading.names],
            segments=[
                Segment(
                    self._id("G"),
                    ids.of_name(segment.road),
                    ids.of_name(segment.from_place),
                    ids.of_name(segment.to_place),
                )
                for segment in reading.segments
            ],
            times=[self._time(time, times[time.start, time.end]) for time in reading.times],
            quantities=[
                self._quantity(quantity, quantities[quantity.start, quantity.end])
                for quantity in reading.quantities
            ],
            lists=[_named_list(entry, lists[id(entry)], ids) for entry in reading.enumerations],
            notices=list(self._notices(reading)),
        )

    def _id(self, letter: str) -> str:
        return f"{letter}-{next(self._numbers[letter]):03d}"

    def _mention(self, name: NameFinding, id_: str, reading: SectionReading) -> Mention:
        start, end = self._flat.origin_span(name.start, name.end)
        role = self._role(name, reading)
        zone = reading.section.zone
        span = (name.start, name.end)
        said = name.full or self._flat.text[name.start : name.end]
        full, kind = reading.sites.names.get(span, (said, name.kind))
        return Mention(
            id_,
            start,
            end,
            self._text[start:end],
            full,
            kind,
            self._scope(name, reading),
            role,
            zone if role is PlaceRole.RELATIVE else None,
            reading.sites.at.get(span),
        )

    def _scope(self, name: NameFinding, reading: SectionReading) -> Scope:
        """Tell whether the text itself places a name elsewhere: a region, another city, 某市某医院."""
        zone = reading.section.zone
        if name.kind == "region":
            return Scope.OUT
        if zone is None:
            return Scope.IN
        if name.kind in COARSE:
            return Scope.IN if self._flat.text[name.start : name.end] in zone else Scope.OUT
        before = bisect_left(reading.names, name.start, key=lambda other: other.start) - 1
        area = reading.names[before] if before >= 0 else None
        if area is None or area.end != name.start or area.kind != "city":
            return Scope.IN
        return self._scope(area, reading)

    def _role(self, name: NameFinding, reading: SectionReading) -> PlaceRole:
        text, patterns = self._flat.text, self._patterns
        if (name.start, name.end) in reading.endpoints:
            return PlaceRole.ENDPOINT
        if self._is_office(name, reading):
            return PlaceRole.ORG
        if patterns.relative.fullmatch(text, name.start, name.end):
            return PlaceRole.RELATIVE
        if _DETOUR.search(text, max(0, name.start - _DETOUR_REACH), name.start):
            return PlaceRole.CONTEXT
        return (
            PlaceRole.METONYM
            if patterns.abstract.match(text, name.end)
            else self._role_in_task(name, reading)
        )

    def _is_office(self, name: NameFinding, reading: SectionReading) -> bool:
        words = self._flat.text[name.start : name.end]
        named = words == reading.section.unit or words.endswith("办事处")
        return named or is_office(self._flat.text, name, self._patterns)

    def _role_in_task(self, name: NameFinding, reading: SectionReading) -> PlaceRole:
        if name.kind in COARSE or (name.kind in _AREAS and self._only_contains(name, reading)):
            return PlaceRole.CONTEXT
        in_task = reading.task_spans.holds(name.start, name.end)
        return PlaceRole.TASK if in_task else PlaceRole.CONTEXT

    def _only_contains(self, name: NameFinding, reading: SectionReading) -> bool:
        """Tell whether an area only says where something lies, how much of it, or who acts."""
        acts = (_HOW_MANY if name.kind == "zone" else _ACTS).match(self._flat.text, name.end) is not None
        by_name = name.kind == "subdistrict" and self._flat.text[name.end - 1] == "道"
        if self._is_told_of(name, reading):
            return True
        if self._is_counted(name, reading) or _EACH.match(self._flat.text, name.end):
            return False
        if by_name or acts:
            return True
        end = name.end + (self._flat.text[name.end : name.end + 1] == "的")
        following = bisect_left(reading.names, end, key=lambda other: other.start)
        return following < len(reading.names) and reading.names[following].start == end

    def _only_says_where(self, name: NameFinding, reading: SectionReading) -> bool:
        """Tell whether a town or subdistrict only says where a named place lies or who acts there."""
        return name.kind in _TOWNS and self._role(name, reading) in {PlaceRole.CONTEXT, PlaceRole.ORG}

    def _is_counted(self, name: NameFinding, reading: SectionReading) -> bool:
        """Tell whether an area is one of several that are counted and worked on: A街道、B街道2个街道."""
        entry = self._list_of_areas(name, reading)
        return entry is not None and not _REACHING.search(self._flat.text, max(0, entry.at - 3), entry.at)

    def _is_told_of(self, name: NameFinding, reading: SectionReading) -> bool:
        """Tell whether an area is one of several that a work reaches: 涉及A街道、B街道2个街道."""
        entry = self._list_of_areas(name, reading)
        if entry is None:
            return False
        of = _OF_AREAS.match(self._flat.text, max(member.end for member in entry.members))
        return of is not None or self._flat.text.endswith(_SPREAD, 0, entry.at)

    def _list_of_areas(self, name: NameFinding, reading: SectionReading) -> Enumeration | None:
        """Return the list of counted towns or subdistricts of which a name is a member."""
        last = bisect_left(reading.enumerations, name.start + 1, key=lambda entry: entry.at)
        entry = reading.enumerations[last - 1] if last else None
        if entry is None or entry.count is None or name not in entry.members or not entry.head:
            return None
        return entry if entry.head.endswith(_AREA_HEADS) else None

    def _time(self, time: TimeFinding, id_: str) -> TimeExpression:
        start, end = self._flat.origin_span(time.start, time.end)
        return TimeExpression(
            id_, start, end, self._text[start:end], time.type, time.interval, time.due, time.alternatives,
            time.rrule, time.role,
        )  # fmt: skip

    def _quantity(self, quantity: QuantityFinding, id_: str) -> Quantity:
        start, end = self._flat.origin_span(quantity.start, quantity.end)
        return Quantity(
            id_, start, end, self._text[start:end], quantity.min, quantity.max, quantity.unit, quantity.of,
            quantity.total,
        )  # fmt: skip

    def _tasks(self, number: int, reading: SectionReading, ids: _Ids) -> Iterator[Task]:
        about = places_of_tasks(self._flat.text, reading, self._patterns)
        for nth, (task, meant) in enumerate(zip(reading.tasks, about, strict=True), start=1):
            yield self._task(f"{number:02d}", f"{nth:02d}", task, meant, reading, ids)

    def _task(
        self,
        number: str,
        nth: str,
        task: TaskFinding,
        meant: TaskPlaces,
        reading: SectionReading,
        ids: _Ids,
    ) -> Task:
        start, end = self._flat.origin_span(task.start, task.end)
        body = self._flat.text[task.start : task.end]
        quantities = within(reading.quantities, task.start, task.end)
        time = governing_time(task.times)
        return Task(
            id=f"T-{number}-{nth}",
            section=f"S-{number}",
            start=start,
            end=end,
            surface=self._text[start:end],
            text=body,
            unit=reading.section.unit,
            zone=reading.section.zone,
            category=categorise(body, self._patterns.categories),
            status=task.status,
            due=time.due if time else None,
            interval=time.interval if time else None,
            hedge=task.hedge,
            condition=task.condition,
            places=tuple(
                ids.of_name(name) for name in meant.places if not self._only_says_where(name, reading)
            ),
            times=tuple(dict.fromkeys(ids.times[time.start, time.end] for time in task.times)),
            quantities=tuple(ids.quantities[q.start, q.end] for q in quantities),
            lists=tuple(ids.lists[id(entry)] for entry in meant.lists),
        )

    def _notices(self, reading: SectionReading) -> Iterator[Notice]:
        for time in reading.times:
            if time.notice:
                span = self._flat.origin_span(time.start, time.end)
                yield Notice(time.notice.kind, *span, time.notice.message)
        for announced in item_counts(self._flat.text, reading):
            span = self._flat.origin_span(announced.start, announced.end)
            yield Notice("count", *span, f"{announced.stated} are stated, {announced.listed} are listed")
        for entry in reading.enumerations:
            if entry.count is not None and entry.closed and entry.count != len(entry.members):
                span = self._flat.origin_span(entry.members[0].start, entry.members[-1].end)
                yield Notice("count", *span, f"{entry.count} are stated, {len(entry.members)} are listed")


def _named_list(entry: Enumeration, id_: str, ids: _Ids) -> NamedList:
    named = len(entry.members)
    unnamed = None if entry.count is None else entry.count - named
    members = tuple(ids.of_name(name) for name in entry.members)
    return NamedList(id_, members, entry.count, entry.head, entry.closed, named, unnamed)
