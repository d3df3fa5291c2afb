"""Read a report: the order in which the rules are applied, and the records they make."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.errors import ReportError, describe
from geo.extract.categories import categorise
from geo.extract.clauses import Clause, ClauseKind, clause_kind, is_anchor, is_office, split_clauses, split_sentences
from geo.extract.lexicon_patterns import Patterns, compile_lexicon
from geo.extract.lists import Enumeration, read_enumerations
from geo.extract.names import NameFinding, find_names, keep_longest
from geo.extract.quantities import QuantityFinding, find_quantities
from geo.extract.sections import SectionFinding, split_sections
from geo.extract.segments import SegmentFinding, find_segments
from geo.extract.tasks import TaskFinding, as_event, find_tasks, governing_time, promoted
from geo.extract.times import TimeFinding, find_times
from geo.extract.unwrap import BlockKind, FlatText, unwrap
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
    TimeRole,
    TimeType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.model import Document, Lexicon

_OUTSIDE_KINDS = ("region",)
_NEVER_A_TASKS_PLACE = ("district", "city")
_FEWEST_COUNTED = 3


@dataclass(slots=True)
class _Draft:
    """What has been found so far, in flat offsets, and the ids it was given."""

    names: dict[tuple[int, int], NameFinding] = field(default_factory=dict)
    times: dict[tuple[int, int], TimeFinding] = field(default_factory=dict)
    quantities: dict[tuple[int, int], QuantityFinding] = field(default_factory=dict)
    enumerations: list[tuple[int, Enumeration]] = field(default_factory=list)
    segments: list[SegmentFinding] = field(default_factory=list)
    tasks: list[tuple[int, TaskFinding]] = field(default_factory=list)
    endpoints: set[tuple[int, int]] = field(default_factory=set)


def read_report(document: Document, *, reference: date | None, lexicon: Lexicon) -> Report:
    """Return what a report says, before any geocoding.

    Parameters
    ----------
    document
        The text as it stands in its file; every offset of the result points into it.
    reference
        The report's own date. Without it a time whose year is not in the text has no due day.
    lexicon
        The words that the rules know.

    Raises
    ------
    ReportError
        The document holds no text.
    """
    flat = unwrap(document.text)
    if not flat.blocks:
        raise ReportError(describe(where=document.path, what="the report holds no text",
                                   remedy="give a file with the report's text in it"))
    patterns = compile_lexicon(lexicon)
    sections = split_sections(flat, patterns)
    draft = _Draft()
    for number, section in enumerate(sections):
        _read_section(flat, section, number, draft, patterns, reference)
    return _records(document, flat, sections, draft, patterns, reference)


# --- Finding --------------------------------------------------------------------------------------


def _read_section(flat: FlatText, section: SectionFinding, number: int, draft: _Draft, patterns: Patterns,
                  reference: date | None) -> None:
    for block in section.blocks:
        for start, end in split_sentences(flat.text, block.start, block.end):
            sentence = [
                _read_clause(flat.text, begin, stop, patterns, reference)
                for begin, stop in split_clauses(flat.text, start, end)
            ]
            sentence = [_frame_times(flat.text, clause, sentence, patterns, reference) for clause in sentence]
            tasks = find_tasks(flat.text, sentence, patterns) if block.kind is BlockKind.BODY else []
            _note(draft, number, sentence, tasks)


def _read_clause(text: str, start: int, end: int, patterns: Patterns, reference: date | None) -> Clause:
    times = find_times(text, start, end, reference=reference)
    found = find_names(text, start, end, patterns, taken=[(time.start, time.end) for time in times])
    segments = find_segments(text, found, patterns)
    inside = [(s.road.end, s.to_place.end + 1) for s in segments]
    found = [n for n in found if not any(a <= n.start < b for a, b in inside)]
    names, enumerations = read_enumerations(text, start, end, found, patterns)
    taken = [(x.start, x.end) for x in (*names, *times)]
    quantities = find_quantities(text, start, end, taken=taken, patterns=patterns)
    return Clause(start, end, clause_kind(text[start:end], patterns), tuple(names), tuple(times), tuple(quantities),
                  tuple(enumerations), tuple(segments))


def _frame_times(text: str, clause: Clause, sentence: Sequence[Clause], patterns: Patterns,
                 reference: date | None) -> Clause:
    """Tell deadlines from days of events and frames of time, by what stands around them."""
    events = patterns.clause["events"]
    body = text[sentence[0].start : sentence[min(1, len(sentence) - 1)].end]
    told = any(word in body for word in events) and clause is sentence[0]
    times = []
    for time in clause.times:
        if told and time.type is TimeType.DATE and time.role is TimeRole.DEADLINE:
            times.append(as_event(time, reference))
        elif _promises(text, clause, time, patterns):
            times.append(promoted(time))
        else:
            times.append(time)
    return replace(clause, times=tuple(times))


def _promises(text: str, clause: Clause, time: TimeFinding, patterns: Patterns) -> bool:
    """Tell whether a frame of time (今年, 下半年) stands right before what is promised."""
    after = text[time.end : clause.end]
    goes_on = after.startswith(("将", "要", "计划", "力争", "拟", "确保")) or patterns.boundary.match(after) is not None
    whole = time.start == clause.start or text[clause.start : time.start] in ("将", "要", "确保", "力争", "争取")
    has_object = any(is_anchor(text, n, patterns) for n in clause.names) or any(not q.rhetorical for q in clause.quantities)
    return whole and goes_on and has_object


def _note(draft: _Draft, section: int, sentence: Sequence[Clause], tasks: Sequence[TaskFinding]) -> None:
    for clause in sentence:
        segment_ends = [end for s in clause.segments for end in (s.from_place, s.to_place)]
        draft.endpoints.update((end.start, end.end) for end in segment_ends)
        draft.names.update({(n.start, n.end): n for n in (*clause.names, *segment_ends)})
        draft.times.update({(t.start, t.end): t for t in clause.times})
        draft.quantities.update({(q.start, q.end): q for q in clause.quantities})
        draft.enumerations += [(section, entry) for entry in clause.enumerations]
        draft.segments += clause.segments
    draft.tasks += [(section, task) for task in tasks]


# --- Records --------------------------------------------------------------------------------------


def _records(document: Document, flat: FlatText, sections: Sequence[SectionFinding], draft: _Draft,
             patterns: Patterns, reference: date | None) -> Report:
    names = sorted(draft.names.values(), key=lambda n: n.start)
    name_ids = {(n.start, n.end): f"P-{i:03d}" for i, n in enumerate(names, 1)}
    time_ids = {key: f"X-{i:03d}" for i, key in enumerate(sorted(draft.times), 1)}
    quantity_ids = {key: f"Q-{i:03d}" for i, key in enumerate(sorted(draft.quantities), 1)}
    enumerations = _with_counts_said_before(draft, sections)
    list_ids = {id(entry): f"L-{i:03d}" for i, (_, entry) in enumerate(enumerations, 1)}
    ids = _Ids(name_ids, time_ids, quantity_ids, list_ids)
    task_spans = [(task.start, task.end) for _, task in draft.tasks]
    return Report(
        title=_title(flat, sections),
        path=document.path,
        sha256=document.sha256,
        date=reference,
        text=document.text,
        sections=tuple(_section_records(document.text, flat, sections)),
        tasks=tuple(_task_records(document.text, flat, sections, draft, enumerations, ids, patterns)),
        mentions=tuple(
            _mention(document.text, flat, name, name_ids[name.start, name.end], sections, draft, task_spans, patterns)
            for name in names
        ),
        segments=tuple(
            Segment(f"G-{i:03d}", ids.name(s.road), ids.name(s.from_place), ids.name(s.to_place))
            for i, s in enumerate(draft.segments, 1)
        ),
        times=tuple(_time(document.text, flat, draft.times[key], time_ids[key]) for key in sorted(draft.times)),
        quantities=tuple(
            _quantity(document.text, flat, draft.quantities[key], quantity_ids[key]) for key in sorted(draft.quantities)
        ),
        lists=tuple(_named_list(entry, list_ids[id(entry)], ids) for _, entry in enumerations),
        notices=tuple(_notices(flat, draft, enumerations)),
    )


@dataclass(frozen=True, slots=True)
class _Ids:
    names: dict[tuple[int, int], str]
    times: dict[tuple[int, int], str]
    quantities: dict[tuple[int, int], str]
    lists: dict[int, str]

    def name(self, name: NameFinding) -> str:
        return self.names[name.start, name.end]


def _title(flat: FlatText, sections: Sequence[SectionFinding]) -> str:
    first = flat.blocks[0]
    if first.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return flat.text[first.start : first.end]
    return sections[0].heading


def _section_records(text: str, flat: FlatText, sections: Sequence[SectionFinding]) -> Iterator[Section]:
    starts = [text.rfind("\n", 0, flat.origin(s.start)) + 1 for s in sections]
    ends = [*starts[1:], len(text)]
    for number, (section, start, end) in enumerate(zip(sections, starts, ends, strict=True), 1):
        yield Section(f"S-{number:02d}", section.heading, start, end, section.unit, section.zone)


def _mention(text: str, flat: FlatText, name: NameFinding, id_: str, sections: Sequence[SectionFinding],
             draft: _Draft, task_spans: Sequence[tuple[int, int]], patterns: Patterns) -> Mention:
    start, end = flat.origin_span(name.start, name.end)
    section = next(s for s in reversed(sections) if s.start <= name.start)
    role = _role(flat.text, name, draft, section, task_spans, patterns)
    within = section.zone if role is PlaceRole.RELATIVE else None
    return Mention(id_, start, end, text[start:end], flat.text[name.start : name.end], name.kind,
                   _scope(flat.text, name, section), role, within)


def _scope(text: str, name: NameFinding, section: SectionFinding) -> Scope:
    if name.kind in _OUTSIDE_KINDS:
        return Scope.OUT
    is_other_district = name.kind in _NEVER_A_TASKS_PLACE and section.zone is not None
    if is_other_district and text[name.start : name.end] not in (section.zone or ""):
        return Scope.OUT
    return Scope.IN


def _role(text: str, name: NameFinding, draft: _Draft, section: SectionFinding,
          task_spans: Sequence[tuple[int, int]], patterns: Patterns) -> PlaceRole:
    if (name.start, name.end) in draft.endpoints:
        return PlaceRole.ENDPOINT
    if is_office(text, name, patterns) or (name.end - name.start, text[name.start : name.end]) == (
        section.end - section.start, section.heading
    ):
        return PlaceRole.ORG
    if patterns.abstract.match(text, name.end):
        return PlaceRole.METONYM
    if patterns.relative.fullmatch(text, name.start, name.end):
        return PlaceRole.RELATIVE
    in_task = any(start <= name.start and name.end <= end for start, end in task_spans)
    if in_task and name.kind not in _NEVER_A_TASKS_PLACE:
        return PlaceRole.TASK
    return PlaceRole.CONTEXT


def _time(text: str, flat: FlatText, time: TimeFinding, id_: str) -> TimeExpression:
    start, end = flat.origin_span(time.start, time.end)
    return TimeExpression(id_, start, end, text[start:end], time.type, time.interval, time.due, time.alternatives,
                          time.rrule, time.role)


def _quantity(text: str, flat: FlatText, quantity: QuantityFinding, id_: str) -> Quantity:
    start, end = flat.origin_span(quantity.start, quantity.end)
    return Quantity(id_, start, end, text[start:end], quantity.min, quantity.max, quantity.unit, quantity.of,
                    quantity.total)


def _with_counts_said_before(draft: _Draft, sections: Sequence[SectionFinding]) -> list[tuple[int, Enumeration]]:
    """Give an enumeration without a count the one said before it: 6条道路…涉及A路、B路….

    The count must stand in the same section, be that of no other enumeration, and equal the number of
    members; two members may agree with a count by chance, so three are the least.
    """
    stated = {entry.count for _, entry in draft.enumerations}
    return [
        (number, _with_count(entry, sections[number], draft) if entry.count is None and entry.closed
         and len(entry.members) >= _FEWEST_COUNTED and len(entry.members) not in stated else entry)
        for number, entry in draft.enumerations
    ]


def _with_count(entry: Enumeration, section: SectionFinding, draft: _Draft) -> Enumeration:
    first = entry.members[0].start
    before = [q for (start, _), q in sorted(draft.quantities.items())
              if section.start <= start < first and q.min == q.max == len(entry.members)]
    return replace(entry, count=len(entry.members), head=before[-1].of or None) if before else entry


def _named_list(entry: Enumeration, id_: str, ids: _Ids) -> NamedList:
    named = len(entry.members)
    unnamed = None if entry.count is None else entry.count - named
    return NamedList(id_, tuple(ids.name(n) for n in entry.members), entry.count, entry.head, entry.closed, named, unnamed)


def _task_records(text: str, flat: FlatText, sections: Sequence[SectionFinding], draft: _Draft,
                  enumerations: Sequence[tuple[int, Enumeration]], ids: _Ids, patterns: Patterns) -> Iterator[Task]:
    counters: dict[int, int] = {}
    for number, task in draft.tasks:
        counters[number] = counters.get(number, 0) + 1
        yield _task_record(text, flat, sections[number], number, counters[number], task, draft, enumerations, ids, patterns)


def _task_record(text: str, flat: FlatText, section: SectionFinding, number: int, nth: int, task: TaskFinding,
                 draft: _Draft, enumerations: Sequence[tuple[int, Enumeration]], ids: _Ids, patterns: Patterns) -> Task:
    start, end = flat.origin_span(task.start, task.end)
    body = flat.text[task.start : task.end]
    own_names = [n for key, n in sorted(draft.names.items()) if task.start <= key[0] and key[1] <= task.end]
    places = [n for n in own_names if (n.start, n.end) not in draft.endpoints and not is_office(flat.text, n, patterns)
              and not patterns.abstract.match(flat.text, n.end)]
    quantities = [q for key, q in sorted(draft.quantities.items()) if task.start <= key[0] and key[1] <= task.end]
    lists = [entry for _, entry in enumerations if task.start <= entry.members[0].start < task.end]
    if not places:
        meant = _list_meant(number, task, quantities, enumerations)
        places += meant.members if meant else ()
        lists += [meant] if meant else []
    time = governing_time(task.times)
    return Task(
        id=f"T-{number + 1:02d}-{nth:02d}",
        section=f"S-{number + 1:02d}",
        start=start,
        end=end,
        surface=text[start:end],
        text=body,
        unit=section.unit,
        zone=section.zone,
        category=categorise(body, patterns.categories),
        status=task.status,
        due=time.due if time else None,
        interval=time.interval if time else None,
        hedge=task.hedge,
        condition=task.condition,
        places=tuple(ids.name(n) for n in places),
        times=tuple(dict.fromkeys(ids.times[t.start, t.end] for t in task.times)),
        quantities=tuple(ids.quantities[q.start, q.end] for q in quantities),
        lists=tuple(ids.lists[id(entry)] for entry in lists),
    )


def _list_meant(section: int, task: TaskFinding, quantities: Sequence[QuantityFinding],
                enumerations: Sequence[tuple[int, Enumeration]]) -> Enumeration | None:
    """Return the earlier list that a count stands for: 3个核心板块 after A、B、C3个核心板块."""
    for quantity in quantities:
        for number, entry in reversed(enumerations):
            same = entry.count == quantity.min == quantity.max and entry.head and quantity.of.startswith(entry.head)
            if number == section and entry.members[0].start < task.start and same:
                return entry
    return None


def _notices(flat: FlatText, draft: _Draft, enumerations: Sequence[tuple[int, Enumeration]]) -> Iterator[Notice]:
    for key in sorted(draft.times):
        time = draft.times[key]
        if time.notice:
            yield Notice("time", *flat.origin_span(*key), time.notice)
    for _, entry in enumerations:
        if entry.count is not None and entry.closed and entry.count != len(entry.members):
            span = flat.origin_span(entry.members[0].start, entry.members[-1].end)
            yield Notice("count", *span, f"{entry.count} are stated, {len(entry.members)} are listed")
