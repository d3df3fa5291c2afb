"""Set the panel of a zone's sheet: legend, north and scale, location, list, title block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Orientation
from geo.render.sheet import furniture
from geo.render.sheet.display import Align, Box, Stroke, Words, rectangle, straight
from geo.render.sheet.legend import draw_legend
from geo.render.sheet.location_map import location_map
from geo.render.sheet.title_block import title_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import MapPage
    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.legend import LegendGroup
    from geo.render.sheet.view import MapView

HEAD_MM = 11.0
"""Height of the list's heading with the sum below it."""
_PAD_MM, _TITLE_MM = 3.0, 6.8
_NORTH_MM = 40.0


@dataclass(frozen=True, slots=True, eq=False)
class PanelContent:
    """What a panel shows."""

    page: MapPage
    view: MapView
    groups: Sequence[LegendGroup]
    number: str


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A panel, set but for its list."""

    items: tuple[Item, ...]
    columns: tuple[Box, ...]
    """Free for the list; the first one begins below the list's heading."""
    head: Box
    """Where that heading stands."""


def zone_panel(box: Box, content: PanelContent, kit: SheetKit) -> Panel:
    """Return the panel: in one column beside the map, or in three below it."""
    upright = kit.paper.orientation is Orientation.PORTRAIT
    return _low_panel(box, content, kit) if upright else _side_panel(box, content, kit)


def _side_panel(box: Box, content: PanelContent, kit: SheetKit) -> Panel:
    unit, pad = kit.unit, _PAD_MM * kit.unit
    inner = Box(box.x + pad, box.y, box.width - 2 * pad, box.height)
    items: list[Item] = [*frame_of(box, kit), *_legend_title(box, kit)]
    block = title_block(box, content.number, content.view.scale, kit)
    north = _NORTH_MM * unit
    room = box.height - _TITLE_MM * unit - block.height - north - 2.5 * unit
    legend = draw_legend(Box(inner.x, box.y + _TITLE_MM * unit, inner.width, room), content.groups, kit)
    y = box.y + _TITLE_MM * unit + legend.height + 2.5 * unit
    row = Box(inner.x, y, inner.width, north)
    head = Box(inner.x, row.bottom, inner.width, HEAD_MM * unit)
    items.extend((*legend.items, *block.items, *_rules(box, (row.y, row.bottom), kit)))
    items.extend(_north_and_place(row, content, kit))
    column = Box(inner.x, head.bottom, inner.width, box.bottom - block.height - head.bottom - unit)
    return Panel(tuple(items), (column,), head)


def _low_panel(box: Box, content: PanelContent, kit: SheetKit) -> Panel:
    """Return the panel below the map: legend at the left, title block at the right, the list between."""
    unit, pad = kit.unit, _PAD_MM * kit.unit
    first, second, third = _beside(box, _LOW_SHARES)
    left, middle, right = (
        Box(part.x + pad, box.y, part.width - 2 * pad, box.height) for part in (first, second, third)
    )
    items: list[Item] = [*frame_of(box, kit), *_legend_title(first, kit)]
    dividers = (second.x, third.x)
    items.extend(straight((x, box.y), (x, box.bottom), "panel", stroke=_thin(kit)) for x in dividers)
    room = Box(left.x, box.y + _TITLE_MM * unit, left.width, box.height - (_TITLE_MM + 1.5) * unit)
    legend = draw_legend(room, content.groups, kit)
    block = title_block(third, content.number, content.view.scale, kit)
    row = Box(right.x, box.y, right.width, min(_NORTH_MM * unit, box.height - block.height))
    head = Box(middle.x, box.y, middle.width, HEAD_MM * unit)
    items.extend((*legend.items, *block.items, *_north_and_place(row, content, kit)))
    column = Box(middle.x, head.bottom, middle.width, box.bottom - head.bottom - 0.5 * unit)
    return Panel(tuple(items), (column,), head)


_LOW_SHARES = (0.3, 0.42, 0.28)
"""Of the width of a panel below the map: legend, list, title block."""


def _beside(box: Box, shares: Sequence[float]) -> list[Box]:
    """Return a box divided into parts side by side."""
    starts = [box.x + box.width * sum(shares[:number]) for number in range(len(shares))]
    return [Box(x, box.y, box.width * share, box.height) for x, share in zip(starts, shares, strict=True)]


def _legend_title(box: Box, kit: SheetKit) -> list[Item]:
    return [panel_title(kit.word("legend"), box.x + box.width / 2, box.y + 6.2 * kit.unit, kit)]


def _rules(box: Box, levels: Sequence[float], kit: SheetKit) -> list[Item]:
    return [straight((box.x, y), (box.right, y), "panel", stroke=_thin(kit)) for y in levels]


def _thin(kit: SheetKit) -> Stroke:
    return Stroke(kit.ink, 0.15 * kit.unit)


def frame_of(box: Box, kit: SheetKit) -> list[Item]:
    """Return the frame round a panel."""
    paper = kit.styles.interface["paper"]
    return [rectangle(box, "panel", fill=paper, stroke=Stroke(kit.ink, 0.7 * kit.unit))]


def panel_title(text: str, x: float, y: float, kit: SheetKit) -> Item:
    """Return the heading of a part of a panel, centred."""
    return Words(x, y, text, 10.5 * kit.unit, "panel_title", kit.ink, bold=True, align=Align.MIDDLE)


def list_head(title: str, head: Box, page: MapPage, kit: SheetKit) -> list[Item]:
    """Return the heading of a list, with the sum of its tasks below it."""
    middle, unit = head.x + head.width / 2, kit.unit
    ledger = page.ledger
    sum_words = kit.word(
        "sum",
        tasks=ledger.tasks,
        located=ledger.located,
        zone_level=ledger.zone_level,
        unplaced=ledger.unplaced,
    )
    return [
        panel_title(title, middle, head.y + 5.6 * unit, kit),
        Words(middle, head.y + 9.6 * unit, sum_words, 7.2 * unit, "sum", kit.ink, align=Align.MIDDLE),
    ]


def _north_and_place(row: Box, content: PanelContent, kit: SheetKit) -> list[Item]:
    """Return the north arrow or wind rose and the scale bar, beside the map of where this is."""
    unit = kit.unit
    side = row.height - 7.5 * unit
    width = min(side * 1.15, row.width * 0.44)
    place = Box(row.right - width, row.y + 2.2 * unit, width, side)
    free = place.x - row.x - 4.0 * unit
    x, low = row.x + free / 2, row.bottom - 3.4 * unit
    longest = min(46.0, free / unit - 8.0)
    length = furniture.bar_length(content.view.scale, kit, longest=longest)
    page = content.page
    zone = [] if page.basis == "district" else list(page.limits.geometry)
    middle = place.x + place.width / 2
    return [
        *_pointer(x, row.y + (row.height - 11.0 * unit) / 2, kit),
        *furniture.scale_bar(x - length / 2, low, content.view.scale, kit, longest=longest),
        *location_map(place, content.view, zone, kit),
        Words(middle, row.bottom - 2.0 * unit, kit.word("location"), 6.6 * unit, "location", kit.ink,
              align=Align.MIDDLE),
    ]  # fmt: skip


def _pointer(x: float, y: float, kit: SheetKit) -> list[Item]:
    """Return the wind rose where planmap.toml has data for it, else the north arrow."""
    given = kit.settings.print.wind_rose
    if given:
        return [*furniture.wind_rose(x, y, 5.6 * kit.unit, given, kit)]
    return [*furniture.north_arrow(x, y, 14.0 * kit.unit, kit)]
