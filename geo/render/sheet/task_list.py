"""Set the list of tasks: entries that flow through the free columns of a sheet and on to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.render.sheet.display import Words, moved
from geo.render.sheet.symbols import symbol
from geo.render.sheet.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.render.sheet.display import Box, Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.sheet_tasks import SheetTask

_POINTS, _FACT_POINTS, _HEAD_POINTS = 7.2, 6.2, 7.6
_INDENT_MM = 8.6
_LEADING, _FACT_LEADING = 3.5, 3.0
_GAP_MM, _HEAD_MM = 1.5, 5.6
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Row:
    """Items that stand together, from their own upper left corner."""

    items: tuple[Item, ...]
    height: float
    keeps_next: bool = False
    """No column ends with it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or a task, before it is known how wide its column is."""

    heading: str = ""
    task: SheetTask | None = None
    note: str = ""
    """A paragraph in small type."""

    def rows(self, width: float, kit: SheetKit) -> list[Row]:
        """Return the rows of the entry in a column of `width` millimetres."""
        if self.note:
            return list(_note_rows(self.note, width, kit))
        if self.task is None:
            points = _HEAD_POINTS * kit.unit
            words = Words(
                0,
                _HEAD_MM * kit.unit - 1.7 * kit.unit,
                self.heading,
                points,
                "list_heading",
                kit.ink,
                bold=True,
            )
            return [Row((words,), _HEAD_MM * kit.unit, keeps_next=True)]
        return list(_task_rows(self.task, width, kit))


def entries(tasks: Sequence[SheetTask], kit: SheetKit, *, note: str = "") -> list[Entry]:
    """Return what a list holds: what is on the map, what is known by its zone, what is nowhere; a note."""
    groups = (
        ("located", [task for task in tasks if task.placed in ("yes", "partly")]),
        ("zone_level_tasks", [task for task in tasks if task.placed == "zone"]),
        ("unplaced", [task for task in tasks if task.placed == "no"]),
    )
    found: list[Entry] = []
    for key, listed in groups:
        if listed:
            found.append(Entry(f"{kit.word(key)}{kit.word('count_tasks', n=len(listed))}"))
            found.extend(Entry(task=task) for task in listed)
    found = found or [Entry(kit.word("no_tasks"))]
    if note:
        found.append(Entry(note=note))
    return found


def _note_rows(note: str, width: float, kit: SheetKit) -> Iterator[Row]:
    points = _FACT_POINTS * kit.unit
    lines = wrap(note, width, points=points, face=kit.face(), keep=re.split("[：、]", note))
    for number, line in enumerate(lines):
        gap = _GAP_MM if number == 0 else 0.0
        words = Words(0, (gap + 2.2) * kit.unit, line, points, "list_note", kit.second)
        yield Row((words,), (gap + _FACT_LEADING) * kit.unit)


def _task_rows(task: SheetTask, width: float, kit: SheetKit) -> Iterator[Row]:
    unit, indent = kit.unit, _INDENT_MM * kit.unit
    points, facts = _POINTS * unit, _FACT_POINTS * unit
    text = wrap(task.text, width - indent, points=points, face=kit.face(), keep=task.places)
    small = wrap(
        f"{task.id}　{task.facts}",
        width - indent,
        points=facts,
        face=kit.face(),
        keep=task.facts.split("　"),
    )
    if task.why:
        small += wrap(task.why, width - indent, points=facts, face=kit.face())
    baseline = 2.7 * unit
    head: list[Item] = [
        *symbol(
            1.9 * unit,
            baseline - 0.95 * unit,
            task.style,
            size=3.3 * unit,
            styles=kit.styles,
            role="list_symbol",
        ),
        Words(
            4.3 * unit,
            baseline,
            str(task.number),
            points,
            "list_number",
            task.style.family.label_colour,
            bold=True,
        ),
    ]
    for number, line in enumerate(text):
        words = Words(indent, baseline, line, points, "list_text", kit.ink)
        items = (*head, words) if number == 0 else (words,)
        yield Row(items, _LEADING * unit, keeps_next=True)
    for number, line in enumerate(small):
        last = number == len(small) - 1
        words = Words(indent, 2.2 * unit, line, facts, "list_facts", kit.second)
        yield Row((words,), (_FACT_LEADING + (_GAP_MM if last else 0.0)) * unit, keeps_next=not last)


@dataclass(frozen=True, slots=True)
class Flow:
    """What of a list stands in the columns of a sheet, and what is left."""

    items: tuple[Item, ...]
    rest: tuple[Entry, ...]
    ends: tuple[float, ...]
    """Where each column ends."""


def flow(listed: Sequence[Entry], columns: Sequence[Box], kit: SheetKit, *, divide: bool = False) -> Flow:
    """Set entries into columns.

    An entry that does not fit stays whole and goes on to the next column. With `divide`, one that is
    taller than a whole column is divided; there is nothing larger that it could go on to.
    """
    items: list[Item] = []
    rest = list(listed)
    ends: list[float] = []
    for column in columns:
        y = column.y
        while rest:
            rows = rest[0].rows(column.width, kit)
            if y + _needed(rest, rows, column, kit) > column.bottom:
                if not divide or y > column.y or rest[0].task is None:
                    break
                rows, rest[0] = _divided(rest[0], column, kit)
            else:
                rest.pop(0)
            for row in rows:
                items.extend(moved(row.items, column.x, y))
                y += row.height
        ends.append(y)
    return Flow(tuple(items), tuple(rest), tuple(ends))


def _needed(rest: Sequence[Entry], rows: Sequence[Row], column: Box, kit: SheetKit) -> float:
    """Return the room that an entry needs; a heading needs that of the entry below it, too."""
    needed = sum(row.height for row in rows)
    if rest[0].heading and len(rest) > 1:
        below = sum(row.height for row in rest[1].rows(column.width, kit))
        needed += min(below, column.height / 2)
    return needed


def _divided(entry: Entry, column: Box, kit: SheetKit) -> tuple[list[Row], Entry]:
    """Return the rows of a tall entry that fill a column, and the entry that is left."""
    assert entry.task is not None
    rows = entry.rows(column.width, kit)
    count = max(1, int(column.height // (_LEADING * kit.unit)) - 1)
    lines = wrap(
        entry.task.text,
        column.width - _INDENT_MM * kit.unit,
        points=_POINTS * kit.unit,
        face=kit.face(),
        keep=entry.task.places,
    )
    count = min(count, len(lines) - 1)
    return rows[:count], Entry(task=replace(entry.task, text="".join(lines[count:])))
