"""Turn what was found into records: ids, offsets of the original text, and who belongs to whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

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
    TimeExpression,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

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

_NEVER_A_TASKS_PLACE = ("district", "city")
_FARTHEST = 60
"""So many enumerations a count or 其余 may point back over."""
_NEAR = 200
"""So many characters below a count its list begins."""
_AREAS = frozenset({"town", "subdistrict", "community", "zone"})
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
    )


def _title(document: Document, flat: FlatText) -> str:
    """Return the title that the text gives itself; where it gives none, the file's name."""
    first = flat.blocks[0]
    if first.kind is BlockKind.TITLE:
        return flat.text[first.start : first.end]
    return PurePosixPath(document.path).stem


def _sections(text: str, flat: FlatText, sections: Sequence[SectionFinding]) -> Iterator[Section]:
    """Yield sections that leave no gap: each begins with its heading's line."""
    starts = [text.rfind("\n", 0, flat.origin(section.start)) + 1 for section in sections]
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
            tasks=[
                self._task(number, nth, task, reading, ids) for nth, task in enumerate(reading.tasks, start=1)
            ],
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
        return Mention(
            id_,
            start,
            end,
            self._text[start:end],
            name.full or self._flat.text[name.start : name.end],
            name.kind,
            self._scope(name, zone),
            role,
            zone if role is PlaceRole.RELATIVE else None,
        )

    def _scope(self, name: NameFinding, zone: str | None) -> Scope:
        if name.kind == "region":
            return Scope.OUT
        if name.kind not in _NEVER_A_TASKS_PLACE or zone is None:
            return Scope.IN
        return Scope.IN if self._flat.text[name.start : name.end] in zone else Scope.OUT

    def _role(self, name: NameFinding, reading: SectionReading) -> PlaceRole:
        text, patterns = self._flat.text, self._patterns
        if (name.start, name.end) in reading.endpoints:
            return PlaceRole.ENDPOINT
        if self._is_office(name, reading):
            return PlaceRole.ORG
        if patterns.relative.fullmatch(text, name.start, name.end):
            return PlaceRole.RELATIVE
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
        if name.kind in _NEVER_A_TASKS_PLACE or (name.kind in _AREAS and self._only_contains(name, reading)):
            return PlaceRole.CONTEXT
        in_task = reading.task_spans.holds(name.start, name.end)
        return PlaceRole.TASK if in_task else PlaceRole.CONTEXT

    def _only_contains(self, name: NameFinding, reading: SectionReading) -> bool:
        """Tell whether an area only says where something lies, how much of it, or who acts."""
        acts = name.kind != "zone" and _ACTS.match(self._flat.text, name.end) is not None
        by_name = name.kind == "subdistrict" and self._flat.text[name.end - 1] == "道"
        if by_name or acts:
            return True
        following = bisect_left(reading.names, name.end, key=lambda other: other.start)
        return following < len(reading.names) and reading.names[following].start == name.end

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

    def _task(self, number: int, nth: int, task: TaskFinding, reading: SectionReading, ids: _Ids) -> Task:
        start, end = self._flat.origin_span(task.start, task.end)
        body = self._flat.text[task.start : task.end]
        quantities = within(reading.quantities, task.start, task.end)
        places = [name for name in within(reading.names, task.start, task.end) if self._is_own(name, reading)]
        lists = _standing(reading.enumerations, task.start, task.end)
        if body.startswith(self._patterns.clause["rest"]):
            places = self._rest(task, reading)
        elif task.goes_on and not places:
            places = self._places_before(task, reading)
        elif self._names_no_place(places) and (meant := _list_meant(quantities, reading, task)):
            places, lists = [*places, *meant.members], [*lists, meant]
        time = governing_time(task.times)
        return Task(
            id=f"T-{number:02d}-{nth:02d}",
            section=f"S-{number:02d}",
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
            places=tuple(ids.of_name(name) for name in places),
            times=tuple(dict.fromkeys(ids.times[time.start, time.end] for time in task.times)),
            quantities=tuple(ids.quantities[q.start, q.end] for q in quantities),
            lists=tuple(ids.lists[id(entry)] for entry in lists),
        )

    @staticmethod
    def _names_no_place(names: Sequence[NameFinding]) -> bool:
        """Tell whether a task names nothing finer than districts: 打通7条断头路,其中东区4条."""
        return all(name.kind in _NEVER_A_TASKS_PLACE for name in names)

    def _places_before(self, task: TaskFinding, reading: SectionReading) -> list[NameFinding]:
        """Return the places of the task just before, whose next step a task is."""
        at = bisect_left(reading.tasks, task.start, key=lambda other: other.start)
        before = reading.tasks[at - 1]
        own = [n for n in within(reading.names, before.start, before.end) if self._is_own(n, reading)]
        return self._places_before(before, reading) if not own and before.goes_on else own

    def _rest(self, task: TaskFinding, reading: SectionReading) -> list[NameFinding]:
        """Return the places of the longest list before a task that were not named since: 其余8月底前完成."""
        before = _standing(reading.enumerations, 0, task.start)
        if not before:
            return []
        whole = max(before, key=lambda entry: (len(entry.members), entry.at))
        since = within(reading.names, whole.members[-1].end, task.start)
        named = {self._flat.text[name.start : name.end] for name in since}
        return [name for name in whole.members if self._flat.text[name.start : name.end] not in named]

    def _is_own(self, name: NameFinding, reading: SectionReading) -> bool:
        text, patterns = self._flat.text, self._patterns
        if (name.start, name.end) in reading.endpoints or is_office(text, name, patterns):
            return False
        return not patterns.abstract.match(text, name.end)

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


def _standing(enumerations: Sequence[Enumeration], start: int, end: int) -> Sequence[Enumeration]:
    """Return the enumerations that stand in a stretch, of a long one only the last."""
    first = bisect_left(enumerations, start, key=lambda entry: entry.at)
    last = bisect_left(enumerations, end, key=lambda entry: entry.at)
    return enumerations[max(first, last - _FARTHEST) : last]


def _list_meant(
    quantities: Iterable[QuantityFinding], reading: SectionReading, task: TaskFinding
) -> Enumeration | None:
    """Return the list that a count stands for: 3个核心板块 after it was named, 打通7条断头路 before it is."""
    for quantity in quantities:
        for entry in reversed(_standing(reading.enumerations, 0, task.start)):
            same = entry.count == quantity.min == quantity.max
            if same and entry.head and quantity.of.startswith(entry.head):
                return entry
        for entry in _standing(reading.enumerations, task.end, task.end + _NEAR):
            if entry.count == quantity.min == quantity.max and entry.head == quantity.of:
                return entry
    return None
