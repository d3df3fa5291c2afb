"""The symbols of tasks: shape by family, fill by status, as on the pages and in QGIS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.render.sheet.display import Align, Shape, Stroke, Words, disc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.model import Family, StyleTable
    from geo.render.sheet.display import Item, Positions

BOX_PX = 20.0
"""Side of the box in which the corners below are given, y down."""


def _regular(sides: int, radius: float) -> list[tuple[float, float]]:
    angles = np.arange(sides) * 2 * np.pi / sides
    return [(radius * float(np.cos(a)), radius * float(np.sin(a))) for a in angles]


CORNERS: dict[str, list[tuple[float, float]]] = {
    "hexagon": _regular(6, 8.8),
    "diamond": [(0, -9.2), (9.2, 0), (0, 9.2), (-9.2, 0)],
    "square": [(-7, -7), (7, -7), (7, 7), (-7, 7)],
    "house": [(-7.6, 7.6), (-7.6, -1.6), (0, -8.4), (7.6, -1.6), (7.6, 7.6)],
    "circle": _regular(48, 7.8),
    "triangle_down": [(-8.8, -6.4), (8.8, -6.4), (0, 8.6)],
    "triangle_up": [(-8.8, 6.4), (0, -8.6), (8.8, 6.4)],
    "cross": [
        (-2.8, -8), (2.8, -8), (2.8, -2.8), (8, -2.8), (8, 2.8), (2.8, 2.8),
        (2.8, 8), (-2.8, 8), (-2.8, 2.8), (-8, 2.8), (-8, -2.8), (-2.8, -2.8),
    ],
    "dot": _regular(32, 5.0),
}  # fmt: skip
"""By the style table's names; those of the pages (geo/assets/web/symbols.js)."""
_LATE = (7.0, -7.0, 4.0)
"""Where the disc of what is late stands on a symbol, and its radius."""


@dataclass(frozen=True, slots=True)
class SymbolStyle:
    """How the symbol of a task looks."""

    family: Family
    status: str
    """Value of schema.STATUSES."""
    late: bool = False
    ringed: bool = False
    """On a street: smaller, in a dashed ring."""
    nowhere: bool = False
    """Of a task that is not on the map: dashed outline."""


def symbol(
    x: float, y: float, style: SymbolStyle, *, size: float, styles: StyleTable, role: str
) -> Iterator[Item]:
    """Return a symbol of `size` millimetres round a position, with its white casing."""
    unit = size / BOX_PX
    line, casing = styles.line, styles.base["casing"]
    colour = style.family.colour
    if style.ringed:
        radius = line["ring_radius"] * unit
        dash = (line["ring_dash"] * unit, line["ring_gap"] * unit)
        yield disc(x, y, radius, role, stroke=Stroke(casing, (line["ring_stroke"] + 2) * unit))
        yield disc(x, y, radius, role, stroke=Stroke(colour, line["ring_stroke"] * unit, dash=dash))
        unit *= line["street_symbol_share"]
    body = np.array(CORNERS.get(style.family.shape, CORNERS["dot"])) * unit + (x, y)
    width = line["symbol_stroke"] * unit
    around = Stroke(casing, width + 2 * line["symbol_casing"] * unit, round=True)
    yield Shape((body,), role, closed=True, fill=casing, stroke=around)
    filled = _filled(body, y, style.status)
    if filled is not None and not style.nowhere:
        yield Shape((filled,), role, closed=True, fill=colour)
    outline = Stroke(colour, width, round=True)
    if style.nowhere:
        outline = Stroke(colour, width, dash=(2.2 * unit, 2.2 * unit))
    yield Shape((body,), role, closed=True, stroke=outline)
    if style.late:
        right, down, radius = (number * unit for number in _LATE)
        yield from late_disc(x + right, y + down, radius, styles=styles, role=role)


def late_disc(x: float, y: float, radius: float, *, styles: StyleTable, role: str) -> Iterator[Item]:
    """Return the red disc with its sign: red never stands without it."""
    casing = styles.base["casing"]
    yield disc(x, y, radius, role, fill=styles.interface["overdue"], stroke=Stroke(casing, radius / 3))
    points = radius * 1.7 / 0.3528
    yield Words(x, y + radius * 0.62, "!", points, role, casing, bold=True, align=Align.MIDDLE)


def _filled(body: Positions, middle: float, status: str) -> Positions | None:
    if status == "done":
        return body
    return _lower_half(body, middle) if status == "started" else None


def _lower_half(body: Positions, middle: float) -> Positions:
    """Return the part of an outline below its middle line."""
    kept: list[tuple[float, float]] = []
    for (x, y), (next_x, next_y) in zip(body.tolist(), np.roll(body, -1, axis=0).tolist(), strict=True):
        if y >= middle:
            kept.append((x, y))
        if (y >= middle) != (next_y >= middle):
            kept.append((x + (next_x - x) * (middle - y) / (next_y - y), middle))
    return np.array(kept)
