"""Cut the piece of a road that lies between two of its crossings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import LineString, Point
from shapely.ops import substring

from geo.geocode.crossings import find_crossings

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SHORTEST_PIECE_M = 1.0
"""Ends nearer to each other are one crossing, and leave no piece."""


def find_end(road: BaseGeometry, end: BaseGeometry, *, tolerance_m: float) -> Point | None:
    """Return where a road meets what a piece of it ends at; None where that is nowhere, or in several places.

    Parameters
    ----------
    road
        Line or lines in projected metres.
    end
        A road that crosses it, or the point of a place beside it, likewise.
    tolerance_m
        Sum of both uncertainties: a point no farther from the road is an end of a piece.
    """
    if isinstance(end, Point):
        return end if road.distance(end) <= tolerance_m else None
    if shapely.get_dimensions(end) != 1:
        return None
    crossings = find_crossings(road, end, tolerance_m=tolerance_m)
    return crossings[0] if len(crossings) == 1 else None


def cut_between(road: BaseGeometry, start: Point, end: Point) -> LineString | None:
    """Return the piece of a road between the two of its positions that are nearest to `start` and `end`.

    All in projected metres. The piece runs as the road does. None where no one piece lies between
    them: the road is a ring, or in parts and they lie on two; or the two are one position.
    """
    lines = list(shapely.get_parts(shapely.line_merge(road)))
    near_start, near_end = (min(lines, key=point.distance) for point in (start, end))
    if near_start is not near_end or near_start.is_ring:
        return None
    along = sorted(near_start.project(point) for point in (start, end))
    if along[1] - along[0] < SHORTEST_PIECE_M:
        return None
    piece = substring(near_start, *along)
    return piece if isinstance(piece, LineString) else None
