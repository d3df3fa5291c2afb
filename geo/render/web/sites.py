"""Places with the tasks at them: several tasks at one place are drawn once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import shapely

from geo.render.web.rows import rows_of
from geo.render.web.shapes import position_of, shapes_of

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.model import TaskLayers
    from geo.render.web.embed import Json
    from geo.render.web.rows import Row

DECIMALS_KEPT = 7
"""As in the layers: what a reader exports from the page is no coarser than they are."""
_SITE_COLUMNS = ("place_id", "place", "kind", "precision", "uncertainty_m", "datum_in", "source")


def sites_of(layers: TaskLayers) -> list[Row]:
    """Return one record a place: its attributes, its shape, and its tasks.

    Of each task there are its id, its status and the id of the row in the layers.

    A road that two tasks take in different parts is two sites.
    """
    return [
        site
        for placed in (layers.areas, layers.lines, layers.points)
        if len(placed)
        for site in _sites_of_layer(placed)
    ]


def _sites_of_layer(placed: gpd.GeoDataFrame) -> list[Row]:
    outlines = pd.Series(shapely.to_wkb(placed.geometry.to_numpy()), index=placed.index)
    site = placed.groupby([placed["place_id"], outlines], sort=False).ngroup()
    first = placed[~site.duplicated()]
    facts = zip(rows_of(first, _SITE_COLUMNS), _site_shapes(first), strict=True)
    groups = (group for _, group in placed.groupby(site))
    return [
        {**row, "shape": shape, "place": _names(group), "tasks": rows_of(group, ["id", "task_id", "status"])}
        for (row, shape), group in zip(facts, groups, strict=True)
    ]


def _names(placed: gpd.GeoDataFrame) -> str:
    """Return what the tasks at one place call it."""
    return "、".join(placed["place"].unique())


def _site_shapes(placed: gpd.GeoDataFrame) -> list[Json]:
    shapes = shapes_of(placed.geometry, decimals=DECIMALS_KEPT)
    if "lon" not in placed.columns:
        return shapes
    known = (placed[column] for column in ("lon", "lat", "uncertainty_m"))
    return [
        shape if pd.isna(lon) else _circle(lon, lat, radius_m)
        for shape, lon, lat, radius_m in zip(shapes, *known, strict=True)
    ]


def _circle(lon: float, lat: float, radius_m: float) -> Json:
    """Return a circle of uncertainty by its middle, which is much shorter than its outline."""
    return {
        "type": "Circle",
        "coordinates": position_of(lon, lat, decimals=DECIMALS_KEPT),
        "radius_m": float(radius_m),
    }
