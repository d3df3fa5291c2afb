"""Bring geometries as QGIS saves them to what a layer kept by hand holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.crs import round_lonlat

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MULTIPLE = {"Point": "MultiPoint", "LineString": "MultiLineString", "Polygon": "MultiPolygon"}


def settle_shapes(shapes: NDArray[np.object_], *, geometry: str) -> NDArray[np.object_]:
    """Return geometries, shape (n,), with 7 decimals, right-handed rings and, where it can be, of one type.

    QGIS writes 15 decimals, runs rings as they were drawn, and may leave several parts where two rows
    were joined: one part alone, and lines that meet end to end, become one geometry. What is missing, has
    heights or stays of several parts comes back as what it is, for the schema to name.
    """
    settled = np.array(shapes, dtype=object)
    flat = ~shapely.is_missing(settled) & ~shapely.has_z(settled)
    settled[flat] = _of_type(round_lonlat(settled[flat]), geometry)
    return settled


def _of_type(shapes: NDArray[np.object_], geometry: str) -> NDArray[np.object_]:
    """Return geometries of one type, those as they are that cannot be of it."""
    if geometry not in _MULTIPLE:
        single = _are(shapes, "Polygon")
        shapes[single] = [shapely.MultiPolygon([polygon]) for polygon in shapes[single]]
        return shapes
    several = _are(shapes, _MULTIPLE[geometry])
    if geometry == "LineString":
        shapes[several] = shapely.line_merge(shapes[several])
        several = _are(shapes, _MULTIPLE[geometry])
    lone = several & (shapely.get_num_geometries(shapes) == 1)
    shapes[lone] = shapely.get_geometry(shapes[lone], 0)
    return shapes


def _are(shapes: NDArray[np.object_], kind: str) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = shapely.get_type_id(shapes) == shapely.GeometryType[kind.upper()].value
    return found
