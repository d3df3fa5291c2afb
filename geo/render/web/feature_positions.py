"""Positions of many features as whole steps: four arrays instead of an object a feature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.errors import LayerError, describe

if TYPE_CHECKING:
    from numpy.typing import NDArray

DECIMALS = 6
"""0.1 m: a tenth of a pixel at the closest zoom."""
MERCATOR_LAT = 85.0
"""Degrees beyond which the map's projection shows nothing."""
_COLLECTION = 7


@dataclass(frozen=True, slots=True)
class Positions:
    """What is drawn of each row: nothing, points, lines or the rings of areas."""

    dimensions: NDArray[np.uint8]
    """Shape (rows,): 0 a point, 1 a line, 2 an area, 3 no geometry."""
    parts: NDArray[np.uint32]
    """Shape (rows,): how many parts a row has."""
    sizes: NDArray[np.uint32]
    """Shape (sum of parts,): how many positions a part has; rings are not closed."""
    steps: NDArray[np.int32]
    """Shape (2, sum of sizes): lon and lat in units of the last decimal, each from the position before."""


def positions_of(shapes: NDArray[np.object_], *, where: str) -> Positions:
    """Return the positions of geometries in WGS 84 degrees, in their order.

    Parameters
    ----------
    shapes
        Points, lines, areas and their multi-forms; None and empty ones are rows without geometry.
    where
        What messages name: the file or layer.

    Raises
    ------
    LayerError
        A geometry is a collection of several kinds, or lies where a Mercator map has no place for it.
    """
    shapes = shapes.copy()
    shapes[shapely.is_empty(shapes)] = None
    _refuse(shapely.get_type_id(shapes) == _COLLECTION, where, "is a GeometryCollection", "split it by kind")
    dimensions = np.where(shapely.is_missing(shapes), 3, shapely.get_dimensions(shapes)).astype(np.uint8)
    parts, owners = _simple_parts(shapes, dimensions)
    lonlat, part_of = shapely.get_coordinates(parts, return_index=True)
    _refuse_outside(lonlat, owners[part_of], where)
    is_last = np.r_[part_of[1:] != part_of[:-1], np.ones(min(len(part_of), 1), dtype=bool)]
    kept = ~(is_last & (dimensions[owners[part_of]] == 2)) if len(part_of) else is_last  # noqa: PLR2004
    units = np.rint(lonlat[kept] * 10**DECIMALS).astype(np.int32)
    return Positions(
        dimensions=dimensions,
        parts=np.bincount(owners, minlength=len(shapes)).astype(np.uint32),
        sizes=np.bincount(part_of[kept], minlength=len(parts)).astype(np.uint32),
        steps=np.diff(units, axis=0, prepend=np.zeros((1, 2), dtype=np.int32)).T.astype(np.int32),
    )


def _simple_parts(
    shapes: NDArray[np.object_], dimensions: NDArray[np.uint8]
) -> tuple[NDArray[np.object_], NDArray[np.intp]]:
    """Return points, lines and rings in the order of their rows, and the row of each.

    Outer rings turn counterclockwise, holes clockwise: so a page tells them apart.
    """
    areas = np.flatnonzero(dimensions == 2)  # noqa: PLR2004
    others = np.flatnonzero(dimensions < 2)  # noqa: PLR2004
    polygons, polygon_of = shapely.get_parts(shapes[areas], return_index=True)
    rings, ring_of = shapely.get_rings(shapely.orient_polygons(polygons), return_index=True)
    parts, part_of = shapely.get_parts(shapes[others], return_index=True)
    owners = np.concatenate([areas[polygon_of[ring_of]], others[part_of]])
    order = np.argsort(owners, kind="stable")
    return np.concatenate([rings, parts])[order], owners[order]


def _refuse_outside(lonlat: NDArray[np.float64], rows: NDArray[np.intp], where: str) -> None:
    with np.errstate(invalid="ignore"):
        is_inside = (np.abs(lonlat) <= (180.0, MERCATOR_LAT)).all(axis=1)
    if is_inside.all():
        return
    at = int(np.flatnonzero(~is_inside)[0])
    raise LayerError(
        describe(
            where=f"{where}, feature {rows[at] + 1}",
            what="lies where a Mercator map has no place",
            value=f"{lonlat[at, 0]:g}, {lonlat[at, 1]:g}",
            remedy=f"give degrees of WGS 84, lon before lat, up to {MERCATOR_LAT:g} north and south",
        )
    )


def _refuse(is_wrong: NDArray[np.bool_], where: str, what: str, remedy: str) -> None:
    for row in np.flatnonzero(is_wrong)[:1]:
        raise LayerError(describe(where=f"{where}, feature {row + 1}", what=what, remedy=remedy))
