"""The key of a sheet: only what is on its map, each with its count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.render.sheet.base_drawing import LIMITS_DASH, OTHER_LIMITS_DASH
from geo.render.sheet.display import Box, Shape, Stroke, Words, disc, rectangle
from geo.render.sheet.hatching import hatch
from geo.render.sheet.sheet_tasks import mixed_family
from geo.render.sheet.site_drawing import TUNNEL, hatch_angle, task_line
from geo.render.sheet.symbols import SymbolStyle, late_disc, symbol
from geo.render.sheet.wrapping import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.sheet_tasks import SheetTask, Site

    Draw = Callable[[float, float], Iterator[Item]]

_ROW_MM, _HEAD_MM, _KEY_MM = 4.5, 5.4, 8.4
_POINTS, _HEAD_POINTS = 7.0, 7.2
_COLUMN_MM = 38.0
_CLOSEST = 0.74
"""Rows come no closer than this share of their usual height."""
_ROLE = "legend"
_AREA = 2


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A key, its words, and how many there are."""

    text: str
    draw: Draw
    count: int | None = None


@dataclass(frozen=True, slots=True)
class LegendGroup:
    """Rows under one heading."""

    title: str
    rows: tuple[LegendRow, ...]


@dataclass(frozen=True, slots=True)
class BaseShown:
    """What of the base a map shows."""

    zone_limits: bool = False
    other_limits: bool = False
    district: bool = False
    neighbours: bool = False
    roads: bool = False
    landmarks: bool = False
    zone_level: int = 0
    sheet_frames: bool = False


def legend_groups(
    sites: Sequence[Site], tasks: Sequence[SheetTask], shown: BaseShown, kit: SheetKit
) -> tuple[LegendGroup, ...]:
    """Return the groups of a legend that have rows."""
    drawn = {id_ for site in sites for id_ in site.tasks}
    on_map = [task for task in tasks if task.id in drawn]
    groups = (
        LegendGroup(kit.word("legend_family"), tuple(_families(on_map, sites, kit))),
        LegendGroup(kit.word("legend_status"), tuple(_statuses(on_map, sites, kit))),
        LegendGroup(kit.word("legend_precision"), tuple(_precisions(sites, shown, kit))),
        LegendGroup(kit.word("legend_base"), tuple(_base(shown, kit))),
    )
    return tuple(group for group in groups if group.rows)


@dataclass(frozen=True, slots=True)
class Legend:
    """A legend, set."""

    items: tuple[Item, ...]
    height: float


def draw_legend(box: Box, groups: Sequence[LegendGroup], kit: SheetKit) -> Legend:
    """Return the legend set from the top of a box, its rows closer where the box is low."""
    unit = kit.unit
    columns = max(1, int(box.width // (_COLUMN_MM * unit)))
    width = box.width / columns
    lines = sum(-(-len(group.rows) // columns) for group in groups)
    full = (len(groups) * _HEAD_MM + lines * _ROW_MM) * unit
    closer = max(min(1.0, box.height / full), _CLOSEST) if full else 1.0
    head, step = _HEAD_MM * unit * closer, _ROW_MM * unit * closer
    items: list[Item] = []
    y = box.y
    for group in groups:
        y += head
        title = Words(box.x, y - 1.5 * unit, group.title, _HEAD_POINTS * unit, _ROLE, kit.ink, bold=True)
        items.append(title)
        for index, row in enumerate(group.rows):
            line, column = divmod(index, columns)
            items.extend(_row(row, box.x + column * width, y + (line + 0.5) * step, width, kit))
        y += -(-len(group.rows) // columns) * step
    return Legend(tuple(items), y - box.y)


def _row(row: LegendRow, left: float, middle: float, width: float, kit: SheetKit) -> Iterator[Item]:
    unit = kit.unit
    yield from (_as_key(item) for item in row.draw(left + _KEY_MM * unit / 2, middle))
    points, face = _POINTS * unit, kit.face()
    count = kit.word("count_tasks", n=row.count) if row.count is not None else ""
    room = width - (_KEY_MM + 2.0) * unit - face.width(count, points)
    text = shortened(row.text, room, points=points, face=face) + count
    yield Words(left + (_KEY_MM + 1.0) * unit, middle + 0.9 * unit, text, points, _ROLE, kit.ink)


def _as_key(item: Item) -> Item:
    return replace(item, role=_ROLE)


def _families(tasks: Sequence[SheetTask], sites: Sequence[Site], kit: SheetKit) -> Iterator[LegendRow]:
    counts = Counter(task.style.family.key for task in tasks)
    with_areas = {key for site in sites if site.dimensions == _AREA for key in site.families}
    for family in kit.styles.families:
        if counts[family.key]:
            style = SymbolStyle(family, "done")
            key = _hatched_key(style, kit) if family.key in with_areas else _symbol_key(style, kit)
            yield LegendRow(family.label, key, counts[family.key])
    shared = next((site.style.family for site in sites if len(site.families) > 1), None)
    if shared is not None:
        yield LegendRow(shared.label, _symbol_key(SymbolStyle(shared, "done"), kit))


def _statuses(tasks: Sequence[SheetTask], sites: Sequence[Site], kit: SheetKit) -> Iterator[LegendRow]:
    counts = Counter(task.style.status for task in tasks)
    family = mixed_family(kit)
    lines = any(site.dimensions == 1 for site in sites)
    points = any(site.dimensions == 0 for site in sites)
    for status in ("planned", "started", "done"):
        if counts[status]:
            style = SymbolStyle(family, status)
            key = (
                _both_keys(style, kit)
                if lines and points
                else (_line_key(style, kit) if lines else _symbol_key(style, kit))
            )
            yield LegendRow(kit.labels["status"][status], key, counts[status])
    late = sum(task.style.late for task in tasks)
    if late:
        yield LegendRow(kit.word("late_key"), _late_key(kit), late)


def _precisions(sites: Sequence[Site], shown: BaseShown, kit: SheetKit) -> Iterator[LegendRow]:
    family = mixed_family(kit)
    exact = sum(site.dimensions == 0 and not site.style.ringed for site in sites)
    ringed = sum(site.dimensions == 0 and site.style.ringed for site in sites)
    lines = sum(site.dimensions == 1 and site.kind != TUNNEL for site in sites)
    tunnels = sum(site.dimensions == 1 and site.kind == TUNNEL for site in sites)
    areas = sum(site.dimensions == _AREA for site in sites)
    planned = SymbolStyle(family, "planned")
    if exact:
        yield LegendRow(kit.word("exact"), _symbol_key(planned, kit), exact)
    if lines:
        yield LegendRow(kit.word("street_line"), _line_key(planned, kit), lines)
    if tunnels:
        yield LegendRow(kit.labels["kind"][TUNNEL], _line_key(planned, kit, tunnel=True), tunnels)
    if ringed:
        yield LegendRow(kit.word("street_point"), _symbol_key(replace(planned, ringed=True), kit), ringed)
    if areas:
        yield LegendRow(kit.word("area"), _area_key(planned, kit), areas)
    if shown.zone_level:
        yield LegendRow(kit.word("zone_level"), _rim_key(kit), shown.zone_level)


def _base(shown: BaseShown, kit: SheetKit) -> Iterator[LegendRow]:
    colours, unit = kit.styles.base, kit.unit
    if shown.zone_limits:
        dash = tuple(length * unit for length in LIMITS_DASH)
        yield LegendRow(
            kit.word("zone_limits"), _stroke_key(colours["zone_line"], kit.px("zone") * 1.25, dash, kit)
        )
    if shown.other_limits:
        dash = tuple(length * unit for length in OTHER_LIMITS_DASH)
        yield LegendRow(
            kit.word("other_limits"), _stroke_key(colours["zone_line"], kit.px("zone") * 0.7, dash, kit)
        )
    if shown.district:
        width = kit.px("district") * 1.3
        yield LegendRow(kit.word("district_limits"), _stroke_key(colours["district_line"], width, (), kit))
    if shown.neighbours:
        yield LegendRow(kit.word("neighbours"), _neighbour_key(kit))
    if shown.roads:
        yield LegendRow(kit.word("roads"), _road_key(kit))
    if shown.landmarks:
        yield LegendRow(kit.word("landmarks"), _landmark_key(kit))
    if shown.sheet_frames:
        yield LegendRow(kit.word("sheet_frames"), _frame_key(kit))


# --- Keys ------------------------------------------------------------------------------------------


def _symbol_key(style: SymbolStyle, kit: SheetKit) -> Draw:
    size = 3.4 * kit.unit * (0.86 if style.ringed else 1.0)
    return lambda x, y: symbol(x, y, style, size=size, styles=kit.styles, role=_ROLE)


def _hatched_key(style: SymbolStyle, kit: SheetKit) -> Draw:
    """Return a family's symbol and its hatch, by which areas are told apart in grey."""

    def draw(x: float, y: float) -> Iterator[Item]:
        size = 3.2 * kit.unit
        yield from symbol(x - 2.2 * kit.unit, y, style, size=size, styles=kit.styles, role=_ROLE)
        yield from _area_key(style, kit)(x + 2.0 * kit.unit, y)

    return draw


def _across(x: float, y: float, kit: SheetKit, half: float = 3.4) -> tuple[np.ndarray, ...]:
    return (np.array([(x - half * kit.unit, y), (x + half * kit.unit, y)]),)


def _line_key(style: SymbolStyle, kit: SheetKit, *, tunnel: bool = False) -> Draw:
    return lambda x, y: task_line(_across(x, y, kit, 3.2), style, kit, tunnel=tunnel, role=_ROLE)


def _both_keys(style: SymbolStyle, kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        yield from symbol(x - 2.4 * kit.unit, y, style, size=3.2 * kit.unit, styles=kit.styles, role=_ROLE)
        yield from task_line(_across(x + 1.8 * kit.unit, y, kit, 1.9), style, kit, role=_ROLE)

    return draw


def _late_key(kit: SheetKit) -> Draw:
    return lambda x, y: late_disc(x, y, 1.3 * kit.unit, styles=kit.styles, role=_ROLE)


def _area_key(style: SymbolStyle, kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        area = shapely.Point(x, y).buffer(1.75 * kit.unit)
        colour = style.family.colour
        step, width = kit.px("hatch_step") * 0.62, kit.px("hatch") * 0.7
        lines = hatch(
            area, step=step, stroke=Stroke(colour, width), role=_ROLE, degrees=hatch_angle(style, kit)
        )
        if lines is not None:
            yield lines
        dash = (kit.px("area_dash"), kit.px("area_gap"))
        yield disc(x, y, 1.75 * kit.unit, _ROLE, stroke=Stroke(colour, kit.px("area"), dash=dash))

    return draw


def _key_box(x: float, y: float, kit: SheetKit) -> Box:
    return Box(x - 3.0 * kit.unit, y - 1.3 * kit.unit, 6.0 * kit.unit, 2.6 * kit.unit)


def _rim_key(kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        box = _key_box(x, y, kit)
        area = shapely.box(box.x, box.y, box.right, box.bottom)
        stroke = Stroke(kit.styles.base["zone_hatch"], kit.px("hatch"))
        lines = hatch(area, step=kit.px("hatch_step") * 0.8, stroke=stroke, role=_ROLE)
        if lines is not None:
            yield lines

    return draw


def _stroke_key(colour: str, width: float, dash: tuple[float, ...], kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        yield Shape(_across(x, y, kit), _ROLE, stroke=Stroke(colour, width, dash=dash))

    return draw


def _neighbour_key(kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        colours = kit.styles.base
        stroke = Stroke(colours["neighbour_line"], kit.px("neighbour") * 1.4)
        yield rectangle(_key_box(x, y, kit), _ROLE, fill=colours["neighbour"], stroke=stroke)

    return draw


def _road_key(kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        colours = kit.styles.base
        parts = _across(x, y, kit, 3.2)
        yield Shape(parts, _ROLE, stroke=Stroke(colours["landmark"], kit.px("road_casing") * 0.75))
        yield Shape(parts, _ROLE, stroke=Stroke(colours["road"], kit.px("road") * 0.72))

    return draw


def _landmark_key(kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        half = kit.px("landmark") / 2
        box = Box(x - half, y - half, 2 * half, 2 * half)
        yield rectangle(box, _ROLE, fill=kit.styles.base["context_label"])

    return draw


def _frame_key(kit: SheetKit) -> Draw:
    def draw(x: float, y: float) -> Iterator[Item]:
        yield rectangle(_key_box(x, y, kit), _ROLE, stroke=Stroke(kit.ink, 0.25 * kit.unit))

    return draw
