"""Draw the cover of the atlas: the district with its tasks, the frames of the sheets, and their index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.model import Orientation
from geo.render.sheet import base_drawing
from geo.render.sheet.display import Align, Box, Shape, Sheet, Stroke, Words, rectangle, straight
from geo.render.sheet.furniture import bar_length, north_arrow, scale_bar
from geo.render.sheet.index_tables import sheet_index, sheet_number
from geo.render.sheet.label_wishes import area_wishes
from geo.render.sheet.labels import set_labels
from geo.render.sheet.layout import footer, heading, layout
from geo.render.sheet.legend import BaseShown, draw_legend, legend_groups
from geo.render.sheet.map_frame import crosses, map_box, neat_lines
from geo.render.sheet.panels import frame_of, panel_title
from geo.render.sheet.sheet_tasks import merged_sites, sheet_tasks, sites
from geo.render.sheet.site_drawing import draw_sites
from geo.render.sheet.tables import set_table
from geo.render.sheet.title_block import title_block
from geo.render.sheet.view import to_metres
from geo.render.sheet.wrapping import wrap
from geo.render.sheet.zone_map import zone_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import MapPage
    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.legend import LegendGroup
    from geo.render.sheet.sheet_tasks import Site
    from geo.render.sheet.view import MapView

_SMALLER = 0.72
"""Symbols and lines of the overview, against those of a zone's sheet."""
_FRAME_POINTS, _NORTH_MM = 8.0, 26.0


def cover(pages: Sequence[MapPage], sheets: Sequence[Sheet], kit: SheetKit, *, warning: str = "") -> Sheet:
    """Return the cover; `sheets` are the first ones of the pages.

    Raises
    ------
    InputError
        The district does not fit on the paper.
    """
    plan = layout(kit)
    tasks = [sheet_tasks(page, kit) for page in pages]
    places = merged_sites(
        [site for page, own in zip(pages, tasks, strict=True) for site in sites(page, own, kit)], kit
    )
    district = to_metres(kit.base.district.geometry, crs=kit.settings.crs)
    west, south, east, north = shapely.total_bounds(district).tolist()
    extent = (west, south, east, north)
    view = zone_view(extent, map_box(plan.frame, kit), kit, name=kit.settings.district)
    drawn, boxes = _overview(view, pages, sheets, places, kit)
    groups = legend_groups(places, [task for own in tasks for task in own], _shown(drawn), kit)
    content = _CoverContent(pages, sheets, view, groups)
    items = (
        *heading(kit.word("atlas_title", district=kit.settings.district), plan, kit),
        *drawn,
        *_panel(plan.panel, content, kit),
        *footer(plan, kit, warning=warning),
    )
    return Sheet(
        plan.paper.width,
        plan.paper.height,
        items,
        "cover",
        number=sheet_number(0, kit),
        scale=view.scale,
        map_box=view.box,
        ground=view.bounds,
        label_boxes=boxes,
        warning=warning,
    )


def _overview(
    view: MapView, pages: Sequence[MapPage], sheets: Sequence[Sheet], places: Sequence[Site], kit: SheetKit
) -> tuple[list[Item], tuple[tuple[str, Box], ...]]:
    own = [page.limits for page in pages if len(page.limits)]
    small = replace(kit, shrink=_SMALLER)
    items: list[Item] = [*base_drawing.ground(view, kit)]
    for limits in own:
        items.extend(base_drawing.zone_ground(view, limits, kit))
    items.extend(base_drawing.roads(view, kit.base.roads.geometry, small))
    for limits in own:
        items.extend(base_drawing.limits_line(view, limits, kit))
    frames = _frames(view, pages, sheets, kit)
    zones = [(page.zone.title, page.limits.geometry.iloc[0]) for page in pages if len(page.limits)]
    neighbours = [*zip(kit.base.neighbours["name"], kit.base.neighbours.geometry, strict=True)]
    wishes = [
        *area_wishes(zones, "zone_name_small", view, kit),
        *area_wishes(neighbours, "neighbour_name", view, kit),
    ]
    edges = [shapely.LinearRing(item.parts[0]) for item in frames.items if isinstance(item, Shape)]
    labels = set_labels(wishes, view, kit, taken=[box for _, box in frames.boxes], lines=edges)
    boxes = (*labels.boxes, *frames.boxes)
    items.extend(base_drawing.district_line(view, kit))
    items.extend(crosses(view, kit, names=[box for _, box in boxes]))
    items.extend(draw_sites(view, places, small))
    items.extend((*labels.items, *frames.items, *neat_lines(view, kit)))
    return items, boxes


@dataclass(frozen=True, slots=True)
class _Frames:
    items: tuple[Item, ...]
    boxes: tuple[tuple[str, Box], ...]


def _frames(view: MapView, pages: Sequence[MapPage], sheets: Sequence[Sheet], kit: SheetKit) -> _Frames:
    """Return the windows of the sheets with number and name; one that fills the map has none."""
    unit, points = kit.unit, _FRAME_POINTS * kit.unit
    paper = kit.styles.interface["paper"]
    items: list[Item] = []
    boxes: list[tuple[str, Box]] = []
    for page, sheet in zip(pages, sheets, strict=True):
        window = _window(view, sheet)
        if window is None:
            continue
        items.append(rectangle(window, "sheet_frame", stroke=Stroke(kit.ink, 0.28 * unit)))
        text = f"{sheet.number} {page.zone.title}"
        room = Box(window.x, window.y, kit.face(bold=True).width(text, points) + 2 * unit, 4.2 * unit)
        room = _free(room, window, [box for _, box in boxes])
        boxes.append((text, room))
        items.append(rectangle(room, "sheet_frame", fill=kit.ink))
        middle, base = room.x + room.width / 2, room.y + 3.15 * unit
        words = Words(middle, base, text, points, "sheet_frame_name", paper, bold=True, align=Align.MIDDLE)
        items.append(words)
    return _Frames(tuple(items), tuple(boxes))


def _window(view: MapView, sheet: Sheet) -> Box | None:
    """Return a sheet's window on the overview; None where it does not lie within it."""
    if sheet.ground is None:
        return None
    west, south, east, north = sheet.ground
    (left, top), (right, bottom) = view.positions(np.array([(west, north), (east, south)])).tolist()
    window = Box(left, top, right - left, bottom - top)
    return window if view.box.inset(0.5).holds(window) else None


def _free(room: Box, window: Box, taken: Sequence[Box]) -> Box:
    """Return a plate in the first corner of a window that no other plate takes."""
    right, low = window.right - room.width, window.bottom - room.height
    corners = [(window.x, window.y), (right, window.y), (window.x, low), (right, low)]
    options = [replace(room, x=x, y=y) for x, y in corners]
    free = (box for box in options if not any(box.overlaps(other) for other in taken))
    return next(free, room)


def _shown(drawn: Sequence[Item]) -> BaseShown:
    roles = {item.role for item in drawn}
    return BaseShown(
        zone_limits="zone_limits" in roles,
        district=True,
        neighbours="neighbour" in roles,
        roads="road" in roles,
        sheet_frames="sheet_frame" in roles,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _CoverContent:
    pages: Sequence[MapPage]
    sheets: Sequence[Sheet]
    view: MapView
    groups: Sequence[LegendGroup]


def _panel(box: Box, content: _CoverContent, kit: SheetKit) -> list[Item]:
    """Return the panel: sheet index, legend, north and scale, title block; side by side below a map."""
    unit, pad = kit.unit, 3.0 * kit.unit
    upright = kit.paper.orientation is Orientation.PORTRAIT
    width = box.width / 2 if upright else box.width
    first = Box(box.x, box.y, width, box.height)
    table = Box(first.x + pad, first.y + 9 * unit, width - 2 * pad, box.height)
    part = set_table(sheet_index(content.pages, content.sheets, kit), table, kit)
    block_box = Box(box.right - width, box.y, width, box.height)
    block = title_block(block_box, sheet_number(0, kit), content.view.scale, kit)
    used = 9 * unit + part.height + 3 * unit
    second = Box(box.right - width, box.y + (0 if upright else used), width, 0)
    high = box.bottom - second.y - block.height
    legend_room = Box(second.x + pad, second.y + 6.8 * unit, width - 2 * pad, high - (7.0 + _NORTH_MM) * unit)
    legend = draw_legend(legend_room, content.groups, kit)
    row = legend_room.y + legend.height + 2.5 * unit
    block_top = box.bottom - block.height
    thin = Stroke(kit.ink, 0.15 * unit)
    divider = (
        straight((second.x, box.y), (second.x, box.bottom), "panel", stroke=thin)
        if upright
        else straight((box.x, second.y), (box.right, second.y), "panel", stroke=thin)
    )
    return [
        *frame_of(box, kit),
        panel_title(kit.word("index_title"), first.x + width / 2, first.y + 6.2 * unit, kit),
        *part.items,
        divider,
        panel_title(kit.word("legend"), second.x + width / 2, second.y + 6.2 * unit, kit),
        *legend.items,
        straight((second.x, row), (second.x + width, row), "panel", stroke=thin),
        *_north_and_scale(Box(legend_room.x, row, legend_room.width, _NORTH_MM * unit), content.view, kit),
        *_remarks(Box(legend_room.x, row + _NORTH_MM * unit, legend_room.width, 0), block_top, kit),
        *block.items,
    ]


def _remarks(box: Box, low: float, kit: SheetKit) -> list[Item]:
    """Return what one must know to read the atlas, as far as there is room for it."""
    points, leading = 6.8 * kit.unit, 3.5 * kit.unit
    texts = [line for line in kit.word("remarks").splitlines() if line]
    lines = [line for text in texts for line in wrap(text, box.width, points=points, face=kit.face())]
    if box.y + (len(lines) + 1) * leading > low:
        return []
    return [
        Words(box.x, box.y + (number + 1) * leading, line, points, "remark", kit.second)
        for number, line in enumerate(lines)
    ]


def _north_and_scale(row: Box, view: MapView, kit: SheetKit) -> list[Item]:
    length = bar_length(view.scale, kit)
    middle = row.y + row.height / 2
    return [
        *north_arrow(row.x + row.width * 0.18, middle, 14 * kit.unit, kit),
        *scale_bar(row.x + row.width * 0.64 - length / 2, middle + 2 * kit.unit, view.scale, kit),
    ]
