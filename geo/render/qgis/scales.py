"""Scales at which things are drawn and named."""

from __future__ import annotations

import math

SHEET_SCALES = (2_000, 5_000, 8_000, 10_000, 12_000, 15_000,
                20_000, 25_000, 30_000, 40_000, 50_000, 60_000, 70_000,
                80_000, 90_000,
                100_000, 125_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000)  # fmt: skip
"""Scales of printed sheets, the largest first."""

_SCALE_OF_ZOOM_0 = 591_657_550.5
"""Denominator at the equator of a map of 256 pixels at 96 dpi (OGC Web Map Tile Service)."""
_LATITUDE = 35.0
"""Middle of China; at its northern and southern ends a scale is a quarter off, which no eye sees."""


def scale_of_zoom(zoom: float) -> int:
    """Return the denominator of a web map's zoom, in round numbers.

    >>> scale_of_zoom(13), scale_of_zoom(14.5)
    (59000, 21000)
    """
    return int(round(_SCALE_OF_ZOOM_0 / 2**zoom * math.cos(math.radians(_LATITUDE)), -3))


def sheet_scale(width_m: float, height_m: float, *, width_mm: float, height_mm: float) -> int:
    """Return the largest scale at which an extent fits on paper.

    >>> sheet_scale(14_000, 16_000, width_mm=300, height_mm=236)
    70000
    """
    needed = 1000 * max(width_m / width_mm, height_m / height_mm)
    return next((scale for scale in SHEET_SCALES if scale >= needed), SHEET_SCALES[-1])
