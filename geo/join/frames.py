"""Make frames of a schema from rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.crs import WGS84_CRS, round_lonlat
from geo.schema import LayerSchema, restore_types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.join.facts import Row


def table(rows: Sequence[Row], schema: LayerSchema) -> pd.DataFrame:
    """Return rows as a frame with exactly the schema's columns; what a row does not say is empty."""
    columns = {name: [row.get(name) for row in rows] for name in schema.column_names}
    return restore_types(pd.DataFrame(columns, dtype=object), schema)


def layer(rows: Sequence[Row], geometries: Sequence[BaseGeometry], schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return rows with WGS 84 geometries as a layer: 7 decimals, outer rings counter-clockwise."""
    shapes = np.empty(len(geometries), dtype=object)
    shapes[:] = list(geometries)
    return gpd.GeoDataFrame(table(rows, schema), geometry=round_lonlat(shapes), crs=WGS84_CRS)
