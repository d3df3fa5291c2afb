"""Set index tables: rows with cells that wrap, over as many sheets as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.sheet.display import Align, Box, Stroke, Words, rectangle, straight
from geo.render.sheet.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit

_POINTS, _HEAD_POINTS = 6.6, 6.8
_LEADING_MM, _PAD_MM = 3.05, 1.0
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table."""

    title: str
    share: float
    """Of the table's width; shares count against each other."""
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Table:
    """A table, before it is set."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    """A last row in bold."""

    def all_rows(self) -> tuple[tuple[tuple[str, ...], bool], ...]:
        """Return each row and whether it is bold."""
        return (*((row, False) for row in self.rows), *([(self.total, True)] if self.total else ()))


@dataclass(frozen=True, slots=True)
class TablePart:
    """The part of a table that a box holds."""

    items: tuple[Item, ...]
    height: float
    used: int
    """Rows that stand in it."""


def set_table(table: Table, box: Box, kit: SheetKit, *, start: int = 0, most: int | None = None) -> TablePart:
    """Return the rows of a table from `start` on that fit in a box, below its head; at most `most`."""
    shares = sum(column.share for column in table.columns)
    widths = [box.width * column.share / shares for column in table.columns]
    items: list[Item] = []
    titles = tuple(column.title for column in table.columns)
    y, head = _row(titles, table, widths, box.x, box.y, kit, bold=True)
    grey = kit.styles.interface["page"]
    items.append(rectangle(Box(box.x, box.y, box.width, y - box.y), "table_head", fill=grey))
    items.extend(head)
    items.append(
        straight((box.x, box.y), (box.right, box.y), "table_line", stroke=Stroke(kit.ink, 0.3 * kit.unit))
    )
    items.append(straight((box.x, y), (box.right, y), "table_line", stroke=Stroke(kit.ink, 0.2 * kit.unit)))
    rows = table.all_rows()[start:][:most]
    used = 0
    for row, bold in rows:
        end, words = _row(row, table, widths, box.x, y, kit, bold=bold)
        if end > box.bottom and used:
            break
        items.extend(words)
        y, used = end, used + 1
        rule = kit.styles.interface["rule_strong"]
        items.append(straight((box.x, y), (box.right, y), "table_line", stroke=Stroke(rule, 0.13 * kit.unit)))
    return TablePart(tuple(items), y - box.y, used)


def _row(
    cells: Sequence[str],
    table: Table,
    widths: Sequence[float],
    x: float,
    y: float,
    kit: SheetKit,
    *,
    bold: bool,
) -> tuple[float, list[Item]]:
    """Return where a row ends, and its words."""
    unit, points = kit.unit, (_HEAD_POINTS if bold else _POINTS) * kit.unit
    pad, leading = _PAD_MM * unit, _LEADING_MM * unit
    face = kit.face(bold=bold)
    wrapped = [
        wrap(cell, width - 2 * pad, points=points, face=face) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, wrapped)) * leading + 1.5 * unit
    items: list[Item] = []
    for column, lines, width in zip(table.columns, wrapped, widths, strict=True):
        at = {Align.START: x + pad, Align.MIDDLE: x + width / 2, Align.END: x + width - pad}[column.align]
        for number, line in enumerate(filter(None, lines)):
            base = y + 0.75 * unit + number * leading + 0.84 * points * _MM
            items.append(Words(at, base, line, points, "table", kit.ink, bold=bold, align=column.align))
        x += width
    return y + height, items
