"""Name the frames that planmap's own places come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import pandas as pd


@dataclass(frozen=True, slots=True)
class SourceFrames:
    """The source layers that planmap's own places come from."""

    district: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    roads: gpd.GeoDataFrame
    unlocated: pd.DataFrame
    admin_names: pd.DataFrame
    overrides: pd.DataFrame | None = None
    """None where nobody has decided anything."""
    neighbours: gpd.GeoDataFrame | None = None
    """Other districts; None where none are known."""

    @property
    def located(self) -> Mapping[str, gpd.GeoDataFrame]:
        """Frames that hold places, by layer name."""
        return {"zones": self.zones, "places": self.places, "roads": self.roads}
