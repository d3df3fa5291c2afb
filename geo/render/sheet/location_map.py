"""Draw where a sheet lies: its window in the district, and the district among its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.render.sheet.display import Align, Box, Shape, Stroke, Words, rectangle
from geo.render.sheet.view import area_parts, line_parts, pole_of, to_metres

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.display import Item, Positions
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.view import MapView

_ROLE = "location"
_DISTRICT_SHARE = 0.74
"""Of the map's sides that the district takes; the neighbours show round it."""
_FINEST_MM = 0.05
_OWN_POINTS, _NEIGHBOUR_POINTS = 6.6, 5.4
_TRIED = 25
"""Positions across an area, and down it, at which its name is tried."""
_CLEAR_MM = 0.4
_MM = 25.4 / 72


def location_map(
    box: Box, view: MapView | None, zone: Sequence[BaseGeometry], kit: SheetKit
) -> Iterator[Item]:
    """Draw the map into a box, from the real outlines; `zone` is in WGS 84, empty without limits."""
    unit, colours, crs = kit.unit, kit.styles.base, kit.settings.crs
    district, neighbours = (
        to_metres(frame.geometry, crs=crs) for frame in (kit.base.district, kit.base.neighbours)
    )
    small = _SmallMap.of(box, district)
    yield rectangle(box, _ROLE, fill=colours["outside"])
    line = Stroke(colours["neighbour_line"], 0.2 * unit)
    yield from _areas(small.cut(neighbours), fill=colours["neighbour"])
    yield from _lines(small.cut(np.asarray(shapely.boundary(neighbours))), line)
    outline = Stroke(colours["district_line"], 0.3 * unit)
    yield from _areas(small.cut(district), fill=colours["zone"], stroke=outline)
    edge = Stroke(colours["zone_line"], 0.25 * unit)
    own = small.cut(to_metres(zone, crs=crs))
    yield from _areas(own, fill=colours["zone_hatch"], stroke=edge)
    seen = [] if view is None else [shapely.box(*view.bounds)]
    window = small.cut(np.array(seen, dtype=object))
    yield from _areas(window, stroke=Stroke(kit.ink, 0.45 * unit))
    edges = shapely.union_all([shape.boundary for shape in (*own, *window)])
    yield from _names(small, district, neighbours, kit, edges=edges)
    yield rectangle(box, _ROLE, stroke=Stroke(kit.ink, 0.2 * unit))


@dataclass(frozen=True, slots=True)
class _SmallMap:
    """The window of the small map: metres -> millimetres."""

    box: Box
    factor: float
    """Millimetres a metre."""
    east: float
    north: float

    @classmethod
    def of(cls, box: Box, district: NDArray[np.object_]) -> _SmallMap:
        """Return the window with the district in its middle."""
        west, south, east, north = shapely.total_bounds(district).tolist()
        factor = min(box.width / (east - west), box.height / (north - south)) * _DISTRICT_SHARE
        return cls(box, factor, (west + east) / 2, (south + north) / 2)

    def positions(self, metres: NDArray[np.float64]) -> Positions:
        """Return positions in metres, shape (n, 2), in millimetres on the sheet."""
        x, y = self.box.middle
        return np.column_stack(
            (x + (metres[:, 0] - self.east) * self.factor, y - (metres[:, 1] - self.north) * self.factor)
        )

    def cut(self, shapes: NDArray[np.object_]) -> list[BaseGeometry]:
        """Return what of shapes in metres the window shows, in millimetres."""
        placed = shapely.simplify(np.asarray(shapely.transform(shapes, self.positions)), _FINEST_MM)
        window = shapely.box(self.box.x, self.box.y, self.box.right, self.box.bottom)
        seen: list[BaseGeometry] = shapely.intersection(shapely.make_valid(placed), window).tolist()
        return seen


def _areas(
    shapes: Sequence[BaseGeometry], *, fill: str | None = None, stroke: Stroke | None = None
) -> Iterator[Item]:
    for shape in shapes:
        parts = area_parts(shape)
        if parts:
            yield Shape(parts, _ROLE, closed=True, fill=fill, stroke=stroke)


def _lines(shapes: Sequence[BaseGeometry], stroke: Stroke) -> Iterator[Item]:
    for shape in shapes:
        parts = line_parts(shape)
        if parts:
            yield Shape(parts, _ROLE, stroke=stroke)


def _names(
    small: _SmallMap,
    district: NDArray[np.object_],
    neighbours: NDArray[np.object_],
    kit: SheetKit,
    *,
    edges: BaseGeometry,
) -> Iterator[Item]:
    """Name the districts that have room for their names, clear of the edges of the zone and the window."""
    taken: list[Box] = []
    own = [*zip(kit.base.district["name"], small.cut(district), strict=True)]
    others = [*zip(kit.base.neighbours["name"], small.cut(neighbours), strict=True)]
    for number, (name, seen) in enumerate((*own, *others)):
        bold = number < len(own)
        points = (_OWN_POINTS if bold else _NEIGHBOUR_POINTS) * kit.unit
        width, height = kit.face(bold=bold).width(name, points), points * _MM * 1.15
        if not area_parts(seen):
            continue
        rooms = _rooms(seen, width, height)
        room = next((room for room in rooms if _is_free(room, small.box, taken, edges)), None)
        if room is None:
            continue
        taken.append(room)
        colour = kit.ink if bold else kit.styles.base["neighbour_label"]
        base = room.bottom - 0.2 * height
        yield Words(
            room.middle[0], base, name, points, "location_name", colour, bold=bold, align=Align.MIDDLE
        )


def _rooms(seen: BaseGeometry, width: float, height: float) -> list[Box]:
    """Return where a name is wholly within an area, nearest to its pole first."""
    x, y = pole_of(seen)
    west, north, east, south = seen.bounds
    middles = [(x, y), *product(np.linspace(west, east, _TRIED), np.linspace(north, south, _TRIED))]
    middles.sort(key=lambda middle: (middle[0] - x) ** 2 + (middle[1] - y) ** 2)
    boxes = [Box(float(a) - width / 2, float(b) - height / 2, width, height) for a, b in middles]
    return [box for box in boxes if seen.contains(_polygon(box.inset(-_CLEAR_MM)))]


def _is_free(room: Box, box: Box, taken: Sequence[Box], edges: BaseGeometry) -> bool:
    clear = _polygon(room.inset(-_CLEAR_MM))
    return (
        box.holds(room) and not any(room.overlaps(other) for other in taken) and not clear.intersects(edges)
    )


def _polygon(box: Box) -> BaseGeometry:
    return shapely.box(box.x, box.y, box.right, box.bottom)
