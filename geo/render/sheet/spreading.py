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


def site_shapes(view: MapView, sites: Sequence[Site], *, size: float) -> NDArray[np.object_]:
    """Return the sites in millimetres, their points moved apart where symbols of `size` would overlap."""
    shapes = view.on_sheet(site.geometry for site in sites)
    is_point = np.array([site.dimensions == 0 for site in sites], dtype=bool)
    if is_point.sum() > 1:
        shapes[is_point] = shapely.points(spread(shapely.get_coordinates(shapes[is_point]), size=size))
    return shapes


def spread(positions: Positions, *, size: float) -> Positions:
    """Return positions of which no two are closer than a symbol is wide, as far as they may move.

    Each pair that is too close is pushed apart by halves, some dozen times. Positions that are the same
    go to the right and left of where they were, in their order.
    """
    moved = positions.copy()
    least = _LEAST_APART * size
    order = np.arange(len(moved))
    angles = order * np.pi * (3 - np.sqrt(5))
    for _ in range(_ROUNDS):
        apart = moved[None] - moved[:, None]
        distances = np.hypot(apart[..., 0], apart[..., 1])
        np.fill_diagonal(distances, np.inf)
        close = distances < least - 1e-9
        if not close.any():
            break
        same = distances < _SAME_MM
        sign = np.where(order[None] > order[:, None], 1.0, -1.0)
        turned = np.minimum(angles[:, None], angles[None])
        away = np.where(
            same[..., None],
            sign[..., None] * np.stack((np.cos(turned), np.sin(turned)), axis=-1),
            apart / np.where(same, 1.0, distances)[..., None],
        )
        push = np.where(close, (least - np.where(same, 0.0, distances)) / 2, 0.0)
        moved = moved - (away * push[..., None]).sum(axis=1)
        moved = positions + _shortened(moved - positions, _FARTHEST * size)
    return moved


def _shortened(steps: Positions, most: float) -> Positions:
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    return steps * np.minimum(1.0, most / np.maximum(lengths, 1e-9))[:, None]
