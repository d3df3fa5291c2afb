"""Set the title block (图签): what the sheet is, who made it, in which projection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.crs import spatial_reference
from geo.render.sheet.display import Align, Stroke, Words, straight
from geo.render.sheet.paper import scale_text
from geo.render.sheet.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.render.sheet.display import Box, Item
    from geo.render.sheet.kit import SheetKit

_ROLE = "title_block"
_POINTS, _ROW_MM, _LABEL_MM, _PAD_MM = 6.4, 5.6, 15.0, 1.5
_LEADING = 1.3
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the block and what stands in it; empty where planmap.toml says nothing."""

    name: str
    value: str
    wide: bool = False
    """It takes the whole width; the others stand two in a row."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """A block, set."""

    items: tuple[Item, ...]
    height: float


def block_fields(number: str, scale: int | None, kit: SheetKit) -> tuple[Field, ...]:
    """Return the fields of a sheet's title block."""
    settings, given = kit.settings, kit.settings.print
    sources = kit.word("sources", district=settings.district, year=kit.as_of.year, month=kit.as_of.month)
    return (
        Field(kit.word("block_crs"), crs_words(kit), wide=True),
        Field(kit.word("block_sources"), sources, wide=True),
        Field(kit.word("block_organisation"), given.organisation, wide=True),
        Field(kit.word("block_drawn_by"), given.drawn_by),
        Field(kit.word("block_checked_by"), given.checked_by),
        Field(kit.word("block_date"), given.date),
        Field(kit.word("block_number"), number),
        Field(kit.word("block_scale"), scale_text(scale) if scale else ""),
        Field(kit.word("block_review_number"), given.review_number),
    )


def crs_words(kit: SheetKit) -> str:
    """Name the projection as drawing offices do, with its central meridian."""
    known = spatial_reference(kit.settings.crs)
    meridian = known.proj4.partition("+lon_0=")[2].partition(" ")[0]
    if "CGCS2000" in known.description and known.projection == "tmerc" and meridian:
        return kit.word("crs", meridian=meridian, code=known.authid)
    return kit.word("crs_other", name=known.description, code=known.authid)


@dataclass(frozen=True, slots=True)
class _Cell:
    name: str
    lines: list[str]
    x: float
    width: float


def title_block(box: Box, number: str, scale: int | None, kit: SheetKit) -> TitleBlock:
    """Return the title block at the bottom of a box, over its whole width."""
    rows = [_cells(row, box, kit) for row in _in_rows(block_fields(number, scale, kit))]
    heights = [_height(cells, kit) for cells in rows]
    y = box.bottom - sum(heights)
    items: list[Item] = []
    for cells, height in zip(rows, heights, strict=True):
        items.append(straight((box.x, y), (box.right, y), _ROLE, stroke=_thin(kit)))
        for cell in cells:
            items.extend(_cell_items(cell, box, y, height, kit))
        y += height
    return TitleBlock(tuple(items), sum(heights))


def _in_rows(fields: tuple[Field, ...]) -> list[tuple[Field, ...]]:
    narrow = [field for field in fields if not field.wide]
    pairs = [tuple(narrow[start : start + 2]) for start in range(0, len(narrow), 2)]
    return [*((field,) for field in fields if field.wide), *pairs]


def _cells(row: tuple[Field, ...], box: Box, kit: SheetKit) -> list[_Cell]:
    width = box.width / len(row)
    room = width - (_LABEL_MM + 2 * _PAD_MM) * kit.unit
    return [
        _Cell(
            field.name,
            wrap(field.value, room, points=_POINTS * kit.unit, face=kit.face()),
            box.x + number * width,
            width,
        )
        for number, field in enumerate(row)
    ]


def _height(cells: list[_Cell], kit: SheetKit) -> float:
    lines = max(len(cell.lines) for cell in cells)
    return max(_ROW_MM, lines * _POINTS * _MM * _LEADING + 1.8) * kit.unit


def _cell_items(cell: _Cell, box: Box, y: float, height: float, kit: SheetKit) -> Iterator[Item]:
    points, label = _POINTS * kit.unit, _LABEL_MM * kit.unit
    leading, middle = points * _MM * _LEADING, y + height / 2 + 0.36 * points * _MM
    if cell.x > box.x:
        yield straight((cell.x, y), (cell.x, y + height), _ROLE, stroke=_thin(kit))
    divider = cell.x + label
    yield straight((divider, y), (divider, y + height), _ROLE, stroke=_thin(kit))
    yield Words(cell.x + label / 2, middle, cell.name, points, _ROLE, kit.second, align=Align.MIDDLE)
    first = middle - (len(cell.lines) - 1) * leading / 2
    for number, line in enumerate(cell.lines):
        yield Words(divider + _PAD_MM * kit.unit, first + number * leading, line, points, _ROLE, kit.ink)


def _thin(kit: SheetKit) -> Stroke:
    return Stroke(kit.ink, 0.15 * kit.unit)
