"""Where a label may stand: round a point, within an area, along a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.render.sheet.display import Align
from geo.render.sheet.placing import Spot
from geo.render.sheet.view import pole_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

_BESIDE = (0.0, -45.0, 45.0, 180.0, -135.0, 135.0, -90.0, 90.0)
"""Directions in the order in which they are best: right, upper right, lower right, left, …"""
_LEADERS_MM = (4.0, 7.0, 10.5, 14.0, 19.0, 25.0, 32.0, 40.0)
_AROUND = tuple(float(angle) for angle in range(0, 360, 20))
_LEADER_COST = 10.0
_STEEP_DEGREES = 45.0
_STEP_MM = 2.0
_MOST_SPOTS = 60


@dataclass(frozen=True, slots=True)
class Middle:
    """A symbol that a label belongs to."""

    x: float
    y: float
    gap: float
    """From its middle to its edge, with some room, in millimetres."""


def spots_round(middle: Middle, *, size: tuple[float, float], ascent: float) -> Iterator[Spot]:
    """Return the spots of a label beside a symbol, then those apart from it, with leaders.

    Parameters
    ----------
    size
        Width and height of the label.
    ascent
        From its upper side down to the baseline of its first line.
    """
    for rank, angle in enumerate(_BESIDE):
        yield _spot(middle, angle, 0.0, size=size, ascent=ascent, cost=0.6 * rank)
    for rank, distance in enumerate(_LEADERS_MM):
        for turn, angle in enumerate(_AROUND):
            cost = _LEADER_COST + 2.0 * rank + 0.02 * turn
            yield _spot(middle, angle, distance, size=size, ascent=ascent, cost=cost)


def _spot(
    middle: Middle, angle: float, apart: float, *, size: tuple[float, float], ascent: float, cost: float
) -> Spot:
    """Return the spot in a direction; one that lies apart has a leader."""
    across, down = float(np.cos(np.radians(angle))), float(np.sin(np.radians(angle)))
    width, height = size
    x, y = middle.x + (middle.gap + apart) * across, middle.y + (middle.gap + apart) * down
    is_aside = abs(across) > _ASIDE
    left = x - width / 2 if not is_aside else x if across > 0 else x - width
    top = y - height / 2 + height / 2 * (down if is_aside else np.sign(down))
    leader = (middle.x + middle.gap * across, middle.y + middle.gap * down, x, y) if apart else None
    align = Align.END if across < -_ASIDE else Align.START
    box = np.array([[left, top, left + width, top + height]])
    start = left + width if align is Align.END else left
    return Spot(box, cost, start, float(top + ascent), align, leader)


_ASIDE = 0.3
"""Cosine from which on a direction counts as sideways."""


def spots_within(
    area: BaseGeometry, *, size: tuple[float, float], ascent: float, most: int = _MOST_SPOTS
) -> list[Spot]:
    """Return the spots of a label within an area: at its pole of inaccessibility, then round it.

    A label that does not fit in the area stands over its sides, which costs.
    """
    if not area.area:
        return []
    x, y = pole_of(area)
    width, height = size
    west, south, east, north = area.bounds
    found = [(0.0, x, y)]
    raster = (np.linspace(*ends, 15)[1:-1].tolist() for ends in ((west, east), (south, north)))
    found.extend((float(np.hypot(across - x, down - y)), across, down) for across, down in product(*raster))
    found.sort()
    spots = []
    shapely.prepare(area)
    for distance, middle_x, middle_y in found:
        left, top = middle_x - width / 2, middle_y - height / 2
        box = shapely.box(left, top, left + width, top + height)
        if not area.intersects(box):
            continue
        outside = 0.0 if area.contains(box) else 20.0 * (1 - area.intersection(box).area / box.area)
        room = np.array([[left, top, left + width, top + height]])
        cost = 0.05 * distance + outside
        spots.append(Spot(room, cost, left, top + ascent, leaves_area=outside > 0))
    return sorted(spots, key=lambda spot: spot.cost)[:most]


def spots_along(line: LineString, *, widths: Sequence[float], size: float, clear: float) -> list[Spot]:
    """Return the spots of a name along a line: beside it, upright where the line is steep.

    Parameters
    ----------
    line
        In millimetres.
    widths
        Of each character.
    size
        Height of the characters.
    clear
        From the line's middle to the nearer side of the characters.

    Returns
    -------
    list of Spot
        With a box and a turn for each character. Where the line runs flatter than 45 degrees the name is
        one text, turned with it; where it is steeper, characters stand upright, one below the other.
        Empty where the line is too short or too bent.
    """
    length = float(sum(widths))
    down = size * 1.08 * len(widths)
    spots: list[Spot] = []
    for start in np.arange(0.0, max(line.length - min(length, down), 0.0) + 1e-9, _STEP_MM).tolist():
        for needed, steep in ((length, False), (down, True)):
            if start + needed > line.length + 1e-6:
                continue
            ends = shapely.get_coordinates(line.interpolate([start, start + needed]))
            angle = _reading_angle(ends)
            if (abs(angle) > _STEEP_DEGREES) != steep:
                continue
            bend = _bend(line, start, start + needed, ends)
            if bend > size:
                continue
            cost = 4.0 * bend / size + 3.0 * abs(start + needed / 2 - line.length / 2) / line.length
            lay = _stacked if steep else _turned
            spots.extend(lay(ends, widths, size=size, away=clear + bend, cost=cost))
    return sorted(spots, key=lambda spot: spot.cost)[:_MOST_SPOTS]


def _reading_angle(ends: NDArray[np.float64]) -> float:
    """Return how far a line is turned clockwise as it is read, from the left to the right."""
    (x, y), (to_x, to_y) = ends.tolist()
    angle = float(np.degrees(np.arctan2(to_y - y, to_x - x)))
    return angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle  # noqa: PLR2004 - a right angle


def _bend(line: LineString, start: float, end: float, ends: NDArray[np.float64]) -> float:
    """Return by how much a piece of a line leaves the straight one between its ends."""
    between = shapely.get_coordinates(line.interpolate(np.linspace(start, end, 9)))
    along = ends[1] - ends[0]
    offsets = between - ends[0]
    across = along[0] * offsets[:, 1] - along[1] * offsets[:, 0]
    return float(np.abs(across).max() / max(np.hypot(*along), 1e-9))


def _turned(
    ends: NDArray[np.float64], widths: Sequence[float], *, size: float, away: float, cost: float
) -> Iterator[Spot]:
    """Return a name turned with its line, above it and below."""
    angle = np.radians(_reading_angle(ends))
    along = np.array([np.cos(angle), np.sin(angle)])
    up = np.array([np.sin(angle), -np.cos(angle)])
    middle = ends.mean(axis=0)
    offsets = np.cumsum(widths) - np.array(widths) / 2 - sum(widths) / 2
    for rank, side in enumerate((1.0, -1.0)):
        centre = middle + up * side * (away + size / 2)
        middles = centre + np.outer(offsets, along)
        half = _half_box(np.array(widths), size, float(angle))
        boxes = np.column_stack((middles - half, middles + half))
        begin = centre - along * sum(widths) / 2 - up * size * 0.38
        turn = float(np.degrees(angle))
        yield Spot(boxes, cost + 0.5 * rank, float(begin[0]), float(begin[1]), turns=(turn,))


def _half_box(widths: NDArray[np.float64], size: float, angle: float) -> NDArray[np.float64]:
    """Return half the sides of the upright rectangles round turned characters."""
    cos, sin = abs(np.cos(angle)), abs(np.sin(angle))
    return np.column_stack((widths * cos + size * sin, widths * sin + size * cos)) / 2


def _stacked(
    ends: NDArray[np.float64], widths: Sequence[float], *, size: float, away: float, cost: float
) -> Iterator[Spot]:
    """Return a name of upright characters down its line, to the right of it and to the left."""
    first, last = ends if ends[0, 1] <= ends[1, 1] else ends[::-1]
    shares = (np.arange(len(widths)) + 0.5) / len(widths)
    on_line = first + np.outer(shares, last - first)
    steepness = max(abs(last[1] - first[1]) / max(float(np.hypot(*(last - first))), 1e-9), 0.1)
    slant = abs(last[0] - first[0]) / max(abs(last[1] - first[1]), 1e-9)
    for rank, side in enumerate((1.0, -1.0)):
        # A character's corner must stay clear of a line that leans towards it.
        aside = away / steepness + size / 2 * (1 + slant)
        middles = on_line + np.array((side * aside, 0.0))
        half = np.column_stack((np.array(widths), np.full(len(widths), size))) / 2
        boxes = np.column_stack((middles - half, middles + half))
        yield Spot(boxes, cost + 0.5 * rank, turns=(0.0,) * len(widths))
