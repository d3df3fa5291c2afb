"""Go so many metres in a direction of the compass: 航海西路北60米."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from shapely.affinity import translate

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

BEARINGS = {
    "北": 0.0, "东北": 45.0, "东": 90.0, "东南": 135.0,
    "南": 180.0, "西南": 225.0, "西": 270.0, "西北": 315.0,
}  # fmt: skip
"""Degrees clockwise from north."""

SIDEWAYS = float(np.sin(np.radians(22.5)))
"""An eighth of the compass is meant by a direction: so far to the side of it, for each metre, one may be."""


def shifted(shape: BaseGeometry, *, direction: str, metres: float) -> BaseGeometry:
    """Return a geometry in projected metres, moved by `metres` in one of `BEARINGS`.

    Grid north stands for north: in a 3-degree zone they differ by less than one degree.
    """
    bearing = np.radians(BEARINGS[direction])
    return translate(shape, xoff=metres * np.sin(bearing), yoff=metres * np.cos(bearing))
