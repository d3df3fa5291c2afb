"""Hatches as single lines, so that they stay lines in print, in grey and in every program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.affinity import rotate

from geo.render.sheet.display import Shape, Stroke
from geo.render.sheet.view import line_parts

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_MOST_LINES = 2_000


def hatch(
    area: BaseGeometry, *, step: float, stroke: Stroke, role: str, degrees: float = 45.0
) -> Shape | None:
    """Return parallel lines across an area in millimetres, `step` apart; None where there is none.

    All hatches of a sheet lie on one raster, so that those of neighbours meet.
    """
    if area.is_empty:
        return None
    turned = rotate(area, degrees, origin=(0, 0))
    west, south, east, north = turned.bounds
    levels = np.arange(np.ceil(south / step), np.floor(north / step) + 1)[:_MOST_LINES] * step
    if not len(levels):
        return None
    ends = np.empty((len(levels), 2, 2))
    ends[:, 0, 0], ends[:, 1, 0], ends[:, :, 1] = west - 1, east + 1, levels[:, None]
    across = shapely.intersection(shapely.linestrings(ends), turned)
    back = [rotate(piece, -degrees, origin=(0, 0)) for piece in shapely.get_parts(across)]
    parts = tuple(part for piece in back for part in line_parts(piece))
    return Shape(parts, role, stroke=stroke) if parts else None
