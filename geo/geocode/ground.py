"""Measure in metres: the projected plane on which roads cross and pieces are cut, and the district on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.crs import WGS84_CRS, project_shapes

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Ground:
    """The plane of a projected CRS, x east and y north in metres."""

    crs: str
    """Projected CRS: the CGCS2000 zone of the district."""
    outline: BaseGeometry
    """The district, in metres."""

    def in_metres(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a WGS 84 geometry on the plane."""
        return self._moved(shape, WGS84_CRS, self.crs)

    def in_degrees(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a geometry of the plane in WGS 84."""
        return self._moved(shape, self.crs, WGS84_CRS)

    def metres_outside(self, shape: BaseGeometry) -> float:
        """Return how far a WGS 84 geometry lies from the district; 0 where any part of it lies inside."""
        return float(shapely.distance(self.in_metres(shape), self.outline))

    @staticmethod
    def _moved(shape: BaseGeometry, crs_from: str, crs_to: str) -> BaseGeometry:
        moved: BaseGeometry = project_shapes(
            np.array([shape], dtype=object), crs_from=crs_from, crs_to=crs_to
        )[0]
        return moved
