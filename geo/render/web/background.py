"""What lies under the tasks, cut down to what a page can show."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely

from geo.render.web.rows import rows_of
from geo.render.web.shapes import packed_shapes_of, shapes_of
from geo.render.web.source_names import with_source_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    import geopandas as gpd
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.model import BaseMap
    from geo.render.web.embed import Json

SIMPLIFY_DEGREES = 6e-5
"""About 6 m: a pixel at zoom 14, and far below the 100 m to which outlines are known."""
MARGIN = 1.4
"""How far beyond district and frame the neighbours go on, as a share of their longer side."""

Box: TypeAlias = tuple[float, float, float, float]


def background(
    base: BaseMap,
    *,
    frame: Box,
    limits: gpd.GeoDataFrame,
    other_limits: gpd.GeoDataFrame,
    drawn_as_tasks: Container[str],
    source_words: Mapping[str, str],
) -> dict[str, Json]:
    """Return district, neighbours, limits, roads and landmarks as data of a page.

    Parameters
    ----------
    base
        The whole map base.
    frame
        West, south, east, north of the page in degrees.
    limits
        Rows of zones that the page is about.
    other_limits
        Rows of zones that are drawn beside them.
    drawn_as_tasks
        Ids of roads that are drawn as tasks and so not as context.
    source_words
        Kinds of source, as ``source_names.source_name`` takes them.
    """
    around = surroundings(base, frame)
    district, neighbours = _simplified_together(base)
    near = np.asarray(shapely.clip_by_rect(neighbours, *around))
    shown = ~shapely.is_empty(near)
    is_context = np.array([road not in drawn_as_tasks for road in base.roads["id"]], dtype=bool)
    roads = base.roads[is_context]
    return {
        "around": [round(side, 4) for side in around],
        "district": _shaped(base.district, district, _OUTLINE_COLUMNS, source_words),
        "neighbours": _shaped(base.neighbours[shown], near[shown]),
        "zones": _shaped(limits, limits.geometry, _ZONE_COLUMNS, source_words),
        "otherZones": _shaped(other_limits, other_limits.geometry, _ZONE_COLUMNS, source_words),
        "roads": _shaped(roads, roads.geometry),
        "landmarks": _shaped(base.landmarks, base.landmarks.geometry),
    }


def surroundings(base: BaseMap, frame: Box) -> Box:
    """Return the box that a reader may pan over: district and frame with a margin."""
    return surroundings_of([frame, tuple(base.district.total_bounds)])


def surroundings_of(boxes: Sequence[Box]) -> Box:
    """Return a box round others with a margin."""
    west, south, east, north = np.asarray(boxes).T
    margin = MARGIN * max(east.max() - west.min(), north.max() - south.min())
    return (
        float(west.min() - margin),
        float(south.min() - margin / 2),
        float(east.max() + margin),
        float(north.max() + margin / 2),
    )


def _simplified_together(base: BaseMap) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Simplify outlines as one coverage, so that shared borders stay shared."""
    outlines = np.concatenate([base.district.geometry.to_numpy(), base.neighbours.geometry.to_numpy()])
    simplified = shapely.coverage_simplify(outlines, SIMPLIFY_DEGREES)
    return simplified[: len(base.district)], simplified[len(base.district) :]


_NAME_COLUMNS: Sequence[str] = ("id", "name")
_OUTLINE_COLUMNS: Sequence[str] = (*_NAME_COLUMNS, "source")
_ZONE_COLUMNS: Sequence[str] = (
    *_OUTLINE_COLUMNS,
    "status",
    "limits_as_published",
    "published_area_km2",
    "drawn_area_km2",
    "uncertainty_m",
    "note",
)


def _shaped(
    layer: gpd.GeoDataFrame,
    geometries: Iterable[BaseGeometry],
    columns: Sequence[str] = _NAME_COLUMNS,
    source_words: Mapping[str, str] = MappingProxyType({}),
) -> Json:
    rows = [with_source_name(row, source_words) for row in rows_of(layer, columns)]
    return [row | {"shape": shape} for row, shape in zip(rows, _shapes_of(geometries), strict=True)]


def _shapes_of(geometries: Iterable[BaseGeometry]) -> list[Json]:
    """Return lines and areas packed; points have nothing to pack."""
    shapes = list(geometries)
    are_points = bool(shapes) and all(shapely.get_dimensions(shape) == 0 for shape in shapes)
    return shapes_of(shapes) if are_points else packed_shapes_of(shapes)
