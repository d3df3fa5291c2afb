"""Set the sheets on which a zone's list goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.render.sheet.display import Box, Sheet, Stroke, straight
from geo.render.sheet.layout import footer, heading, layout
from geo.render.sheet.panels import HEAD_MM, frame_of, list_head
from geo.render.sheet.task_list import flow
from geo.render.sheet.title_block import title_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import MapPage
    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.layout import Layout
    from geo.render.sheet.task_list import Entry, Flow

_COLUMN_MM = 88.0
"""Least width of a column, on A3."""
_PAD_MM = 4.0
_HALVINGS = 7
"""How exactly columns are made equally long: to 2 mm on A3."""


@dataclass(frozen=True, slots=True, eq=False)
class ListHeading:
    """What stands above a list that goes on."""

    page: MapPage
    title: str
    number: str


def list_sheets(listed: Sequence[Entry], head: ListHeading, kit: SheetKit) -> tuple[Sheet, ...]:
    """Return as many sheets as the rest of a list needs, in columns as wide as they read well."""
    plan = layout(kit)
    found: list[Sheet] = []
    rest = tuple(listed)
    while rest:
        columns, block = _columns(plan, head, kit)
        columns = _levelled(rest, columns, kit)
        flowed = flow(rest, columns, kit, divide=True)
        items = _items(plan, columns, flowed, head, kit, turn=len(found) + 1)
        name = f"{head.page.zone.id}-{len(found) + 2}"
        found.append(Sheet(plan.paper.width, plan.paper.height, (*items, *block), name, number=head.number))
        rest = flowed.rest
    return tuple(found)


def _columns(plan: Layout, head: ListHeading, kit: SheetKit) -> tuple[list[Box], tuple[Item, ...]]:
    """Return the columns of a sheet, and the title block below the last one."""
    body, unit = plan.body, kit.unit
    count = max(1, int(body.width // (_COLUMN_MM * unit)))
    pad, width, top = _PAD_MM * unit, body.width / count, body.y + HEAD_MM * unit
    last = Box(body.right - width, body.y, width, body.height)
    block = title_block(last, head.number, None, kit)
    side = straight(
        (last.x, last.bottom - block.height),
        (last.x, last.bottom),
        "panel",
        stroke=Stroke(kit.ink, 0.15 * unit),
    )
    ends = [body.bottom - unit] * (count - 1) + [body.bottom - block.height - unit]
    columns = [
        Box(body.x + number * width + pad / 2, top, width - pad, end - top) for number, end in enumerate(ends)
    ]
    return columns, (*block.items, side)


def _levelled(rest: Sequence[Entry], columns: list[Box], kit: SheetKit) -> list[Box]:
    """Return columns so short that the end of a list fills all of them; one that goes on has them whole."""
    low, high = 0.0, max(column.height for column in columns)
    best = columns
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        shorter = [replace(column, height=min(middle, column.height)) for column in columns]
        if flow(rest, shorter, kit).rest:
            low = middle
        else:
            best, high = shorter, middle
    return best


def _items(
    plan: Layout, columns: Sequence[Box], flowed: Flow, head: ListHeading, kit: SheetKit, *, turn: int
) -> list[Item]:
    body, pad = plan.body, _PAD_MM * kit.unit / 2
    rule = Stroke(kit.styles.interface["rule_strong"], 0.15 * kit.unit)
    top = Box(body.x, body.y, body.width, HEAD_MM * kit.unit)
    return [
        *heading(kit.word("title_more", title=head.title, n=turn), plan, kit),
        *frame_of(body, kit),
        *list_head(kit.word("list_more"), top, head.page, kit),
        *(
            straight((column.x - pad, column.y), (column.x - pad, column.bottom), "panel", stroke=rule)
            for column in columns[1:]
        ),
        *flowed.items,
        *footer(plan, kit),
    ]
