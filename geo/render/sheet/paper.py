"""Sizes of paper and the standard series of scales."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Orientation, PaperSize

SCALES = (500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000)
"""Denominators of GB/T 13989 and of planning practice, the largest scale first."""


_SHORT_AND_LONG_MM = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A3: (297.0, 420.0),
    PaperSize.A2: (420.0, 594.0),
    PaperSize.A1: (594.0, 841.0),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper."""

    size: PaperSize = PaperSize.A3
    orientation: Orientation = Orientation.LANDSCAPE

    @property
    def width(self) -> float:
        """Millimetres."""
        return _SHORT_AND_LONG_MM[self.size][self.orientation is Orientation.LANDSCAPE]

    @property
    def height(self) -> float:
        """Millimetres."""
        return _SHORT_AND_LONG_MM[self.size][self.orientation is Orientation.PORTRAIT]


def largest_scale(width_m: float, height_m: float, *, width_mm: float, height_mm: float) -> int | None:
    """Return the denominator of the largest scale of the series at which an extent fits; None for none.

    >>> largest_scale(2_900, 2_100, width_mm=270, height_mm=230)
    25000
    >>> largest_scale(2_600, 2_100, width_mm=270, height_mm=230)
    10000
    """
    needed = 1000 * max(width_m / width_mm, height_m / height_mm)
    return next((scale for scale in SCALES if scale >= needed), None)


def scale_text(scale: int) -> str:
    """Write a scale as maps do.

    >>> scale_text(25_000)
    '1:25 000'
    """
    return f"1:{scale:,}".replace(",", " ")
