"""Go so many metres in a direction of the compass: 航海西路北60米; or anywhere up to there: 航海西路以北."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPoint
from shapely.affinity import translate

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

BEARINGS = {
    "北": 0.0, "东北": 45.0, "东": 90.0, "东南": 135.0,
    "南": 180.0, "西南": 225.0, "西": 270.0, "西北": 315.0,
}  # fmt: skip
"""Degrees clockwise from north."""

SIDEWAYS = float(np.sin(np.radians(22.5)))
"""An eighth of the compass is meant by a direction: so far to the side of it, for each metre, one may be."""


def shifted(shape: BaseGeometry, *, direction: str, metres: float) -> BaseGeometry:
    """Return a geometry in projected metres, moved by `metres` in one of `BEARINGS`.

    Grid north stands for north: in a 3-degree zone they differ by less than one degree.
    """
    bearing = np.radians(BEARINGS[direction])
    return translate(shape, xoff=metres * np.sin(bearing), yoff=metres * np.cos(bearing))


def swept(shape: BaseGeometry, *, direction: str, metres: float) -> BaseGeometry:
    """Return all that a geometry in projected metres passes when it is moved so far in one of `BEARINGS`.

    Lines are swept piece by piece, so a bent road gives the land on its side and not that within its bend.
    """
    there = shifted(shape, direction=direction, metres=metres)
    starts, ends = (_pieces(one) for one in (shape, there))
    return shapely.union_all(
        [
            MultiPoint([*here.coords, *moved.coords]).convex_hull
            for here, moved in zip(starts, ends, strict=True)
        ]
    )


def _pieces(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the points of a geometry, or the straight pieces of its lines or outlines."""
    if shapely.get_dimensions(shape) == 0:
        return list(shapely.get_parts(shape))
    lines = shapely.get_parts(shapely.boundary(shape) if shapely.get_dimensions(shape) > 1 else shape)
    return [
        shapely.LineString(pair)
        for line in lines
        for pair in zip(line.coords[:-1], line.coords[1:], strict=True)
    ]
