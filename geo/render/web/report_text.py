"""A report's text as a page shows it: blocks of runs, each run with the marks that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from geo.model import Miss, Place, PlaceRole
from geo.render.web.style_sheet import family_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from geo.model import Mention, Report, Section, StyleTable, Task, TextBlock, TimeExpression
    from geo.render.web.embed import Json

_NO_PLACE_TO_READ = frozenset({PlaceRole.ORG})
"""Roles of names that say who does something and not where."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report with what became of its places, for reading beside a map."""

    report: Report
    placements: Mapping[str, Place | Miss]
    """By mention id, as ``pipeline.find_places`` gives them."""
    pages: Mapping[str, str]
    """Page on which a task is, by task id: a task of another page leads there. May be empty."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text that stands for something."""

    start: int
    end: int
    record: Mapping[str, Json]


def report_record(text: ReportText, *, tasks: Iterable[str] | None, style: StyleTable) -> dict[str, Json]:
    """Return what a reading panel needs.

    Parameters
    ----------
    text
        The report.
    tasks
        Ids of the tasks of the page: the sections that hold them are shown. None shows the whole report.
    style
        Tells the family of a task's category.

    Returns
    -------
    dict
        ``sections``, each of blocks ``{kind, runs}``, where a run is ``[characters, mark, …]``, the outer
        mark first; ``marks``, to which these numbers lead; ``before`` and ``after``, the sections left out
        next to those shown. Positions are counted here: a browser would count UTF-16 halves.
    """
    report = text.report
    wanted = None if tasks is None else frozenset(tasks)
    holding = {task.section for task in report.tasks if wanted is None or task.id in wanted}
    shown = [section for section in report.sections if wanted is None or section.id in holding]
    section_at = _finder([section.start for section in report.sections])
    block_at = _finder([block.pieces[0][0] for block in report.blocks])
    numbers = {report.sections.index(section) for section in shown}
    marks = [mark for mark in _marks(text, style) if section_at(mark.start) in numbers]
    marks_of: defaultdict[int, list[int]] = defaultdict(list)
    for index, mark in enumerate(marks):
        marks_of[block_at(mark.start)].append(index)
    blocks_of: defaultdict[str, list[Json]] = defaultdict(list)
    for number, block in enumerate(report.blocks):
        section = section_at(block.pieces[0][0])
        if section in numbers:
            runs = _runs(report.text, block, marks, marks_of[number])
            blocks_of[report.sections[section].id].append({"kind": block.kind, "runs": list(runs)})
    return {
        "title": report.title,
        "marks": [mark.record for mark in marks],
        "sections": [{"id": section.id, "blocks": blocks_of[section.id]} for section in shown],
        "whole": len(shown) == len(report.sections),
        **_beside(text, shown),
    }


def _finder(starts: Sequence[int]) -> Callable[[int], int]:
    """Return what tells the number of the section or block in which an offset stands; none crosses one."""
    return lambda offset: max(0, bisect_right(starts, offset) - 1)


def _beside(text: ReportText, shown: Sequence[Section]) -> dict[str, Json]:
    """Return the headings of the nearest sections before and after, whose tasks are on other pages."""
    sections = text.report.sections
    if not shown:
        return {}
    first, last = sections.index(shown[0]), sections.index(shown[-1])
    before = filter(None, (_page_of(text, section) for section in reversed(sections[:first])))
    after = filter(None, (_page_of(text, section) for section in sections[last + 1 :]))
    found = {"before": next(before, None), "after": next(after, None)}
    return {side: link for side, link in found.items() if link is not None}


def _page_of(text: ReportText, section: Section) -> dict[str, Json] | None:
    pages = (text.pages.get(task.id) for task in text.report.tasks if task.section == section.id)
    page = next(filter(None, pages), None)
    return None if page is None else {"heading": section.heading, "page": page}


# --- Marks ---------------------------------------------------------------------------------------


def _marks(text: ReportText, style: StyleTable) -> Iterator[_Mark]:
    """Yield tasks, then places, then times: a mark holds those of the kinds behind it."""
    report = text.report
    for task in report.tasks:
        yield _Mark(
            task.start,
            task.end,
            {
                "kind": "task",
                "task": task.id,
                "family": family_key(style, task.category),
                **({"page": text.pages[task.id]} if task.id in text.pages else {}),
            },
        )
    owners: defaultdict[str, list[Task]] = defaultdict(list)
    for task in report.tasks:
        for mention_id in task.places:
            owners[mention_id].append(task)
    for mention in report.mentions:
        if mention.role not in _NO_PLACE_TO_READ:
            record = _place(mention, owners[mention.id], text.placements.get(mention.id))
            yield _Mark(mention.start, mention.end, record)
    for time in report.times:
        yield _Mark(time.start, time.end, _time(time))


def _place(mention: Mention, owners: Sequence[Task], found: Place | Miss | None) -> dict[str, Json]:
    if not owners:
        return {"kind": "place"}
    around = (task for task in owners if task.start <= mention.start < task.end)
    owned: dict[str, Json] = {"kind": "place", "task": next(around, owners[0]).id}
    match found:
        case Place(id=place):
            return {**owned, "place": place}
        case Miss(reason=reason):
            return {**owned, "reason": reason.value}
        case None:
            return owned


def _time(time: TimeExpression) -> dict[str, Json]:
    days = time.interval and {"from": time.interval[0].isoformat(), "to": time.interval[1].isoformat()}
    due = {"due": time.due.isoformat()} if time.due else {}
    return {"kind": "time", **(days or {}), **due}


# --- Runs ----------------------------------------------------------------------------------------


def _runs(text: str, block: TextBlock, marks: Sequence[_Mark], near: Sequence[int]) -> Iterator[Json]:
    cuts = sorted({edge for index in near for edge in (marks[index].start, marks[index].end)})
    pieces = (
        (text[start:end], tuple(index for index in near if marks[index].start <= start < marks[index].end))
        for piece in block.pieces
        for start, end in pairwise([piece[0], *(cut for cut in cuts if piece[0] < cut < piece[1]), piece[1]])
    )
    for holders, parts in groupby(pieces, key=lambda part: part[1]):
        yield ["".join(characters for characters, _ in parts), *holders]
