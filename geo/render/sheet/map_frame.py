"""Draw the frame of a map: two neat lines, ticks and figures of the kilometre grid, crosses, corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.crs import WGS84_CRS, project_shapes
from geo.render.sheet.display import Align, Box, Shape, Stroke, Words, rectangle, straight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.view import MapView

MARGIN_MM = 6.5
"""Between the inner and the outer neat line, on A3: figures stand there."""
_INTERVALS_M = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
_LEAST_APART_MM = 38.0
_CROSS_MM = 2.4
_CORNER_MM = 19.0
"""So far from a corner no figure of the grid stands: the corner's own does."""


def grid_interval(scale: int, *, unit: float = 1.0) -> int:
    """Return how many metres lie between the lines of the grid, a round number.

    >>> grid_interval(10_000), grid_interval(100_000)
    (500, 5000)
    """
    needed = _LEAST_APART_MM * unit * scale / 1000
    return next((metres for metres in _INTERVALS_M if metres >= needed), _INTERVALS_M[-1])


def grid_metres(low: float, high: float, interval: int) -> list[int]:
    """Return the round metres between two others."""
    return [n * interval for n in range(int(np.ceil(low / interval)), int(np.floor(high / interval)) + 1)]


def crosses(view: MapView, kit: SheetKit, *, names: Sequence[Box]) -> Iterator[Item]:
    """Draw a cross wherever two lines of the grid meet, whole ones only, and none that a name would cover."""
    west, south, east, north = view.bounds
    interval = grid_interval(view.scale, unit=kit.unit)
    half = _CROSS_MM * kit.unit / 2
    room = half * view.scale / 1000
    xs = grid_metres(west + room, east - room, interval)
    ys = grid_metres(south + room, north - room, interval)
    if not xs or not ys:
        return
    metres = np.array([(x, y) for x in xs for y in ys], dtype=float)
    parts = []
    for x, y in view.positions(metres).tolist():
        if any(Box(x - half, y - half, 2 * half, 2 * half).overlaps(name) for name in names):
            continue
        parts += [np.array([(x - half, y), (x + half, y)]), np.array([(x, y - half), (x, y + half)])]
    if parts:
        yield Shape(tuple(parts), "grid_cross", stroke=Stroke(kit.second, 0.13 * kit.unit))


def neat_lines(view: MapView, kit: SheetKit) -> Iterator[Item]:
    """Draw both neat lines, the ticks between them and the figures at the ticks."""
    outer = view.box.inset(-MARGIN_MM * kit.unit)
    yield rectangle(outer, "neat_line_outer", stroke=Stroke(kit.ink, 0.7 * kit.unit))
    yield rectangle(view.box, "neat_line_inner", stroke=Stroke(kit.ink, 0.18 * kit.unit))
    yield from _ticks(view, kit)
    yield from _corners(view, kit)


def _ticks(view: MapView, kit: SheetKit) -> Iterator[Item]:
    box, unit = view.box, kit.unit
    west, south, east, north = view.bounds
    interval = grid_interval(view.scale, unit=unit)
    stroke, long = Stroke(kit.ink, 0.18 * unit), 1.8 * unit
    for metres in grid_metres(west, east, interval):
        (x, _), *_ = view.positions(np.array([(metres, north)])).tolist()
        yield straight((x, box.y), (x, box.y - long), "grid_tick", stroke=stroke)
        yield straight((x, box.bottom), (x, box.bottom + long), "grid_tick", stroke=stroke)
        if box.x + _CORNER_MM * unit < x < box.right - _CORNER_MM * unit:
            yield _figure(x, box.y - long - 0.9 * unit, metres, kit)
            yield _figure(x, box.bottom + long + 2.6 * unit, metres, kit)
    for metres in grid_metres(south, north, interval):
        (_, y), *_ = view.positions(np.array([(west, metres)])).tolist()
        yield straight((box.x, y), (box.x - long, y), "grid_tick", stroke=stroke)
        yield straight((box.right, y), (box.right + long, y), "grid_tick", stroke=stroke)
        if box.y + _CORNER_MM * unit < y < box.bottom - _CORNER_MM * unit:
            yield _figure(box.x - long - 0.9 * unit, y, metres, kit, turn=-90.0)
            yield _figure(box.right + long + 2.6 * unit, y, metres, kit, turn=-90.0)


def _figure(x: float, y: float, metres: int, kit: SheetKit, *, turn: float = 0.0) -> Words:
    kilometres = f"{metres / 1000:.2f}".rstrip("0").rstrip(".")
    return Words(x, y, kilometres, 5.6 * kit.unit, "grid_figure", kit.second, align=Align.MIDDLE, turn=turn)


def _corners(view: MapView, kit: SheetKit) -> Iterator[Item]:
    """Write longitude and latitude at the four corners of the inner neat line."""
    west, south, east, north = view.bounds
    corners = np.array([(west, north), (east, north), (east, south), (west, south)])
    points = np.asarray(shapely.points(corners), dtype=object)
    degrees = shapely.get_coordinates(project_shapes(points, crs_from=view.crs, crs_to=WGS84_CRS))
    box, unit = view.box, kit.unit
    near, far = 2.7 * unit, 4.4 * unit
    for (lon, lat), right, low in zip(
        degrees.tolist(), (False, True, True, False), (False, False, True, True), strict=True
    ):
        x = box.right if right else box.x
        align = Align.END if right else Align.START
        lon_y = box.bottom + far if low else box.y - near
        yield Words(x, lon_y, as_degrees(lon, "E"), 5.2 * unit, "corner", kit.second, align=align)
        side_x = box.right + far if right else box.x - near
        side_y = box.bottom if low else box.y
        end = Align.START if low else Align.END
        yield Words(
            side_x, side_y, as_degrees(lat, "N"), 5.2 * unit, "corner", kit.second, align=end, turn=-90.0
        )


def as_degrees(degrees: float, direction: str) -> str:
    """Write degrees as maps do.

    >>> as_degrees(113.6646, "E")
    '113°39′52.6″E'
    """
    tenths = round(degrees * 36_000)
    minutes, rest = divmod(tenths, 600)
    return f"{minutes // 60}°{minutes % 60:02d}′{rest // 10:02d}.{rest % 10}″{direction}"


def map_box(outer: Box, kit: SheetKit) -> Box:
    """Return the inner neat line that goes with an outer one."""
    return outer.inset(MARGIN_MM * kit.unit)
