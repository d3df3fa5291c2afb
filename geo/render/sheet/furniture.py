"""The furniture of a map: north arrow or wind rose, scale bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.render.sheet.display import Align, Box, Shape, Stroke, Words, rectangle
from geo.render.sheet.paper import scale_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit

_LONGEST_BAR_MM = 46.0
_IN_KILOMETRES_M = 4_000
"""From this length on a quarter of a bar is a whole kilometre."""
_PARTS = 4


def north_arrow(x: float, y: float, height: float, kit: SheetKit) -> Iterator[Item]:
    """Draw an arrow that points up, its middle at a position, with 北 above it."""
    role, half = "north_arrow", height * 0.17
    top, low, notch = y - height * 0.32, y + height * 0.5, y + height * 0.32
    dark = np.array([(x, top), (x - half, low), (x, notch)])
    light = np.array([(x, top), (x + half, low), (x, notch)])
    stroke = Stroke(kit.ink, 0.2 * kit.unit)
    paper = kit.styles.interface["paper"]
    yield Shape((dark,), role, closed=True, fill=kit.ink, stroke=stroke)
    yield Shape((light,), role, closed=True, fill=paper, stroke=stroke)
    base = top - height * 0.06
    yield Words(x, base, kit.word("north"), 9 * kit.unit, role, kit.ink, bold=True, align=Align.MIDDLE)


def wind_rose(
    x: float, y: float, radius: float, frequencies: Sequence[float], kit: SheetKit
) -> Iterator[Item]:
    """Draw how often the wind blows from each direction, the first one north, then clockwise."""
    role = "wind_rose"
    angles = np.arange(len(frequencies)) * 2 * np.pi / len(frequencies)
    directions = np.column_stack((np.sin(angles), -np.cos(angles)))
    middle = np.array((x, y))
    rose = middle + directions * (radius * np.array(frequencies) / max(frequencies))[:, None]
    spokes = tuple(np.array([middle, middle + radius * direction]) for direction in directions)
    around = Stroke(kit.ink, 0.25 * kit.unit)
    band = kit.styles.base["district_band"]
    yield Shape((rose,), role, closed=True, fill=band, stroke=around)
    yield Shape(spokes, role, stroke=Stroke(kit.second, 0.12 * kit.unit))
    head = middle + radius * np.array([(0, -1.42), (-0.12, -1.08), (0.12, -1.08)])
    yield Shape((head,), role, closed=True, fill=kit.ink)
    north, below = y - radius * 1.5, y + radius + 3.4 * kit.unit
    yield Words(x, north, kit.word("north"), 8 * kit.unit, role, kit.ink, bold=True, align=Align.MIDDLE)
    yield Words(x, below, kit.word("wind_rose"), 5.6 * kit.unit, role, kit.second, align=Align.MIDDLE)


def bar_metres(scale: int, *, longest: float = _LONGEST_BAR_MM) -> int:
    """Return the length of a scale bar on the ground: the largest one that fits and has round quarters.

    >>> bar_metres(10_000), bar_metres(25_000)
    (400, 1000)
    """
    most = longest * scale / 1000
    rounds = (4 * first * 10**power for power in range(6) for first in (1, 2, 2.5, 5))
    return int(max(length for length in rounds if length <= most))


def bar_length(scale: int, kit: SheetKit, *, longest: float = _LONGEST_BAR_MM) -> float:
    """Return how long the scale bar is on the sheet, in millimetres; `longest` is for A3."""
    return bar_metres(scale, longest=longest * kit.unit) * 1000 / scale


def scale_bar(
    x: float, y: float, scale: int, kit: SheetKit, *, longest: float = _LONGEST_BAR_MM
) -> Iterator[Item]:
    """Draw a bar of four parts, its left end at a position, figures above it, the scale above those."""
    unit, role = kit.unit, "scale_bar"
    metres = bar_metres(scale, longest=longest * unit)
    length = metres * 1000 / scale
    stroke = Stroke(kit.ink, 0.18 * unit)
    for part in range(_PARTS):
        box = Box(x + part * length / _PARTS, y, length / _PARTS, 1.3 * unit)
        fill = kit.ink if part % 2 == 0 else kit.styles.interface["paper"]
        yield rectangle(box, role, fill=fill, stroke=stroke)
    per_figure, name = (1000, "km") if metres >= _IN_KILOMETRES_M else (1, "m")
    points, above = 6 * unit, y - 0.9 * unit
    last = kit.face().width(f"{metres / per_figure:g}", points)
    shown = (0, 1, 2) if length / _PARTS > last + unit else (0, 2) if length / 2 > last + unit else (0,)
    for part in shown:
        figure = f"{metres * part / _PARTS / per_figure:g}"
        at = x + length * part / _PARTS
        yield Words(at, above, figure, points, role, kit.ink, align=Align.MIDDLE)
    figure = f"{metres / per_figure:g}"
    at = x + length - kit.face().width(figure, points) / 2
    yield Words(at, above, f"{figure} {name}", points, role, kit.ink)
    middle, top = x + length / 2, y - 4.4 * unit
    yield Words(middle, top, scale_text(scale), 11 * unit, "scale", kit.ink, bold=True, align=Align.MIDDLE)
