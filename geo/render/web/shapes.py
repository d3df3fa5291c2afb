"""Geometries as plain data, no finer than the page can show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from geo.render.web.embed import Json

DECIMALS = 5
"""1 m: finer than any place on the page is known, and a pixel at the closest zoom but one."""


def shapes_of(geometries: Iterable[BaseGeometry], *, decimals: int = DECIMALS) -> list[Json]:
    """Return the GeoJSON geometry of each, lon-lat rounded to ``decimals``."""
    texts = shapely.to_geojson(np.asarray(list(geometries), dtype=object))
    return [_rounded(json.loads(text), decimals) for text in texts]


def packed_shapes_of(geometries: Iterable[BaseGeometry]) -> list[Json]:
    """Return each line or area as its parts, a third as long as GeoJSON.

    A part is one list of whole numbers: lon and lat of its first position in units of the last of
    ``DECIMALS``, then the steps from each position to the next.
    """
    shapes = np.asarray(list(geometries), dtype=object)
    return [{"type": shape.geom_type, "parts": [_steps(part) for part in _parts(shape)]} for shape in shapes]


def _parts(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    lines = shapely.boundary(shape) if shapely.get_dimensions(shape) == 2 else shape  # noqa: PLR2004
    return cast("Iterable[BaseGeometry]", shapely.get_parts(lines))


def _steps(line: BaseGeometry) -> list[int]:
    units = np.rint(shapely.get_coordinates(line) * 10**DECIMALS).astype(np.int64)
    steps = np.diff(units, axis=0, prepend=0)
    stays = np.r_[False, (steps[1:] == 0).all(axis=1)]
    return cast("list[int]", steps[~stays].ravel().tolist())


def position_of(lon: float, lat: float, *, decimals: int = DECIMALS) -> list[Json]:
    """Return a lon-lat pair rounded to ``decimals``."""
    return [round(float(lon), decimals), round(float(lat), decimals)]


def _rounded(value: object, decimals: int) -> Json:
    if isinstance(value, float):
        return round(value, decimals)
    if isinstance(value, list):
        return [_rounded(item, decimals) for item in value]
    if isinstance(value, dict):
        return {key: _rounded(item, decimals) for key, item in value.items()}
    return cast("Json", value)
