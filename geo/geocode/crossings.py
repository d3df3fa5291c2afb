"""Find where two roads cross, from lines that are surer of their course than of their metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import LineString, MultiPoint, Point
from shapely.ops import substring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

SIDE_BY_SIDE_DEGREES = 25.0
"""Lines that differ in direction by less, one beside the other, run along each other and do not cross."""
_LOOKED_ALONG_M = 25.0


def find_crossings(road: BaseGeometry, other: BaseGeometry, *, tolerance_m: float) -> tuple[Point, ...]:
    """Return where two lines cross, or come so near that they may be taken to.

    Parameters
    ----------
    road, other
        Lines, or several lines, in projected metres.
    tolerance_m
        Sum of both uncertainties. Lines with a gap no wider cross in the middle of the gap, unless they
        run side by side; crossings no farther apart are one, in the middle between them.

    Returns
    -------
    tuple of Point
        In projected metres, from west to east; empty where the lines do not meet.
    """
    shared = road.intersection(other)
    if not shared.is_empty:
        return _merged(_ends_of(shared), tolerance_m)
    gap = shapely.shortest_line(road, other)
    if gap.length > tolerance_m or _side_by_side(road, other, gap):
        return ()
    return (gap.interpolate(0.5, normalized=True),)


def _ends_of(shared: BaseGeometry) -> list[Point]:
    """Return the points that two lines share; of a stretch that they share, both ends."""
    parts = shapely.get_parts(shapely.line_merge(shared) if shared.geom_type == "MultiLineString" else shared)
    return [
        Point(position)
        for part in parts
        for position in (part.coords[0], part.coords[-1])[: 1 if isinstance(part, Point) else 2]
    ]


def _merged(points: Sequence[Point], within_m: float) -> tuple[Point, ...]:
    """Return one point for each group whose members lie within a distance of one another."""
    discs = shapely.buffer(points, within_m / 2)
    groups = shapely.get_parts(shapely.union_all(discs)) if within_m > 0 else points
    middles = [
        MultiPoint([point for point in points if group.intersects(point)]).centroid for group in groups
    ]
    return tuple(sorted(middles, key=lambda point: (point.x, point.y)))


def _side_by_side(road: BaseGeometry, other: BaseGeometry, gap: LineString) -> bool:
    """Say whether two lines run along each other at their gap, rather than towards it."""
    here, there = (Point(position) for position in gap.coords)
    one, two, across = _direction(road, here), _direction(other, there), _unit(np.diff(gap.coords, axis=0)[0])
    least_cosine = np.cos(np.radians(SIDE_BY_SIDE_DEGREES))
    parallel = abs(float(one @ two)) > least_cosine
    return parallel and abs(float(one @ across)) < float(np.sqrt(0.5))


def _direction(road: BaseGeometry, at: Point) -> NDArray[np.float64]:
    """Return the unit direction of a line near a point of it."""
    nearest = min(shapely.get_parts(road), key=lambda part: float(part.distance(at)))
    along = nearest.project(at)
    stretch = substring(
        nearest, max(along - _LOOKED_ALONG_M, 0.0), min(along + _LOOKED_ALONG_M, nearest.length)
    )
    return _unit(np.subtract(stretch.coords[-1], stretch.coords[0]))


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.hypot(*vector))
    return vector / length if length > 0 else vector
