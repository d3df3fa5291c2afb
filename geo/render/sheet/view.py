"""The map's window: metres of the district's projection -> millimetres on the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.crs import WGS84_CRS, project_shapes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.display import Box, Positions

Bounds = tuple[float, float, float, float]
"""West, south, east, north in metres."""
_MM = 1000.0
_FINEST_MM = 0.02
"""Vertices that move a line by less are left out: a fifth of the thinnest line."""


@dataclass(frozen=True, slots=True)
class MapView:
    """A window of the map at a scale."""

    box: Box
    """Inner neat line on the sheet."""
    scale: int
    """Denominator."""
    crs: str
    """Projected CRS, such as EPSG:4547."""
    east: float
    """Metres in the middle of the window."""
    north: float

    @property
    def bounds(self) -> Bounds:
        """The window in metres."""
        half_width, half_height = (side * self.scale / _MM / 2 for side in (self.box.width, self.box.height))
        return (
            self.east - half_width,
            self.north - half_height,
            self.east + half_width,
            self.north + half_height,
        )

    @property
    def area_km2(self) -> float:
        """The ground that the window shows."""
        return self.box.width * self.box.height * (self.scale / _MM) ** 2 / 1e6

    def mm(self, metres: float) -> float:
        """Return a length on the ground as one on the sheet."""
        return metres * _MM / self.scale

    def positions(self, metres: NDArray[np.float64]) -> Positions:
        """Return positions in metres, shape (n, 2), in millimetres on the sheet."""
        x, y = self.box.middle
        return np.column_stack(
            (
                x + (metres[:, 0] - self.east) * _MM / self.scale,
                y - (metres[:, 1] - self.north) * _MM / self.scale,
            )
        )

    def on_sheet(self, geometries: Iterable[BaseGeometry]) -> NDArray[np.object_]:
        """Return geometries, WGS 84, in millimetres on the sheet, not cut at its edges."""
        metres = to_metres(geometries, crs=self.crs)
        return np.asarray(shapely.transform(metres, self.positions), dtype=object)

    def cut(self, shapes: NDArray[np.object_]) -> NDArray[np.object_]:
        """Return shapes on the sheet without what lies outside the window, no finer than a line is wide."""
        window = shapely.box(self.box.x, self.box.y, self.box.right, self.box.bottom)
        simpler = shapely.simplify(shapes, _FINEST_MM)
        return np.asarray(shapely.intersection(shapely.make_valid(simpler), window), dtype=object)

    def cut_one(self, shape: BaseGeometry) -> BaseGeometry:
        """Return one shape on the sheet without what lies outside the window."""
        shapes = np.empty(1, dtype=object)
        shapes[0] = shape
        cut: BaseGeometry = self.cut(shapes)[0]
        return cut


def to_metres(geometries: Iterable[BaseGeometry], *, crs: str) -> NDArray[np.object_]:
    """Return geometries, WGS 84, in metres of a projected CRS, shape (n,)."""
    listed = list(geometries)
    shapes = np.empty(len(listed), dtype=object)
    shapes[:] = listed
    return project_shapes(shapes, crs_from=WGS84_CRS, crs_to=crs)


def pole_of(shape: BaseGeometry) -> tuple[float, float]:
    """Return the pole of inaccessibility of an area: its point that is farthest from every side."""
    found = shapely.maximum_inscribed_circle([shape], tolerance=0.3)
    x, y = shapely.get_coordinates(found)[0].tolist()
    return x, y


def point_of(shape: BaseGeometry) -> tuple[float, float]:
    """Return the position of a point."""
    x, y = shapely.get_coordinates(shape)[0].tolist()
    return x, y


def frame_in_metres(frame: Bounds, *, crs: str) -> Bounds:
    """Return the extent of a frame of degrees in metres."""
    # A straight side of degrees is bent in metres: its middle counts, too.
    outline = shapely.segmentize(shapely.box(*frame), 0.01)
    west, south, east, north = shapely.bounds(to_metres([outline], crs=crs)[0]).tolist()
    return west, south, east, north


def outlines(shape: BaseGeometry) -> tuple[Positions, ...]:
    """Return every ring and line of a shape as positions; rings without their last corner."""
    parts: list[Positions] = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            rings = [part.exterior, *part.interiors]
            parts.extend(shapely.get_coordinates(ring)[:-1] for ring in rings)
        elif part.geom_type == "LineString":
            parts.append(shapely.get_coordinates(part))
    return tuple(part for part in parts if len(part) > 1)


def area_parts(shape: BaseGeometry) -> tuple[Positions, ...]:
    """Return the rings of the areas of a shape; lines and points that a cut left over are no areas."""
    areas = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return outlines(shapely.multipolygons(areas)) if areas else ()


def line_parts(shape: BaseGeometry) -> tuple[Positions, ...]:
    """Return the lines of a shape."""
    return tuple(
        shapely.get_coordinates(part)
        for part in shapely.get_parts(shape)
        if part.geom_type in ("LineString", "LinearRing") and part.length > 0
    )
