"""Move symbols apart that would cover each other; a thin line then leads to the true position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from geo.render.sheet.display import Positions
    from geo.render.sheet.sheet_tasks import Site
    from geo.render.sheet.view import MapView

_LEAST_APART = 1.08
"""Of a symbol's side."""
_FARTHEST = 1.6
"""So many sides a symbol moves at most."""
_ROUNDS = 60
_SAME_MM = 1e-6
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))
"""Directions that never come together, for positions that are the same."""


def site_shapes(view: MapView, sites: Sequence[Site], *, size: float) -> NDArray[np.object_]:
    """Return the sites in millimetres, their points moved apart where symbols of `size` would overlap."""
    shapes = view.on_sheet(site.geometry for site in sites)
    is_point = np.array([site.dimensions == 0 for site in sites], dtype=bool)
    if is_point.sum() > 1:
        shapes[is_point] = shapely.points(spread(shapely.get_coordinates(shapes[is_point]), size=size))
    return shapes


def spread(positions: Positions, *, size: float) -> Positions:
    """Return positions of which no two are closer than a symbol is wide, as far as they may move.

    Each pair that is too close is pushed apart by halves, some dozen times. Of positions that are the same
    each goes its own way.
    """
    moved = positions.copy()
    least = _LEAST_APART * size
    for _ in range(_ROUNDS):
        one, other = _close_pairs(moved, least)
        if not len(one):
            break
        apart = moved[other] - moved[one]
        distances = np.hypot(apart[:, 0], apart[:, 1])
        same = distances < _SAME_MM
        angles = one * _GOLDEN_ANGLE
        apart[same] = np.column_stack((np.cos(angles), np.sin(angles)))[same]
        distances[same] = 1.0
        push = apart / distances[:, None] * ((least - np.where(same, 0.0, distances)) / 2)[:, None]
        np.subtract.at(moved, one, push)
        np.add.at(moved, other, push)
        moved = positions + _shortened(moved - positions, _FARTHEST * size)
    return moved


def _close_pairs(positions: Positions, least: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of positions that are closer than a distance, each once, in a fixed order."""
    points = np.asarray(shapely.points(positions), dtype=object)
    found = shapely.STRtree(points).query(points, predicate="dwithin", distance=least - _SAME_MM)
    one, other = found[:, found[0] < found[1]]
    order = np.lexsort((other, one))
    return one[order], other[order]


def _shortened(steps: Positions, most: float) -> Positions:
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    return steps * np.minimum(1.0, most / np.maximum(lengths, 1e-9))[:, None]
