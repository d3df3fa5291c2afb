"""The display list: what stands on a sheet, in millimetres from its upper left corner, y down.

Tests look at these records, :mod:`geo.render.sheet.typesetting` writes them for Typst; nothing else is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

Positions = NDArray[np.float64]
"""x and y in millimetres on the sheet, shape (n, 2)."""


class Align(StrEnum):
    """Which end of a text stands at its position."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle on the sheet, in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, by: float) -> Box:
        """Return the rectangle with each side moved inwards."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def overlaps(self, other: Box, *, slack: float = 0.0) -> bool:
        """Tell whether two rectangles share more than `slack` millimetres both ways."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )

    def holds(self, other: Box, *, slack: float = 0.0) -> bool:
        """Tell whether another rectangle lies within this one, but for `slack` millimetres."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def corners(self) -> Positions:
        """Return its four corners, from the upper left one, clockwise."""
        return np.array(
            [(self.x, self.y), (self.right, self.y), (self.right, self.bottom), (self.x, self.bottom)]
        )


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    colour: str
    width: float
    """Millimetres."""
    dash: tuple[float, ...] = ()
    """Lengths drawn and left out in turn, in millimetres; empty for a whole line."""
    round: bool = False
    """Round ends and corners; else flat ends and pointed corners."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Lines or areas that are drawn in one go."""

    parts: tuple[Positions, ...]
    role: str
    """What it is, such as ``grid_cross``; of a task its id follows: ``task T-03-02``."""
    closed: bool = False
    fill: str | None = None
    opacity: float = 1.0
    """Of the fill."""
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    points: float
    role: str
    colour: str = "#16212B"
    bold: bool = False
    align: Align = Align.START
    turn: float = 0.0
    """Degrees clockwise round its position."""


Item = Shape | Words


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A page: its size and what stands on it, the lowest first."""

    width: float
    height: float
    items: tuple[Item, ...]
    name: str
    """What the page is, such as ``Z-02``; further pages of it have a number behind."""
    number: str = ""
    """What the title block says of its place in the atlas."""
    scale: int | None = None
    """Denominator of the map's scale; None of a page without a map."""
    map_box: Box | None = None
    """Inner neat line of the map."""
    ground: tuple[float, float, float, float] | None = None
    """West, south, east and north of the map in metres of the district's projection."""
    label_boxes: tuple[tuple[str, Box], ...] = field(default=())
    """Each label of the map with the room that it takes."""
    unnamed: tuple[str, ...] = ()
    """Places of tasks whose names found no room on the map; the list has them."""
    warning: str = ""
    """Why the sheet may not be published; empty where it may."""

    def words(self, role: str = "") -> tuple[Words, ...]:
        """Return its texts, or those of a role."""
        return tuple(
            item for item in self.items if isinstance(item, Words) and (not role or item.role == role)
        )

    def shapes(self, role: str = "") -> tuple[Shape, ...]:
        """Return its shapes, or those whose role begins so."""
        return tuple(item for item in self.items if isinstance(item, Shape) and item.role.startswith(role))


def rectangle(
    box: Box,
    role: str,
    *,
    fill: str | None = None,
    stroke: Stroke | None = None,
    opacity: float = 1.0,
) -> Shape:
    """Return a rectangle as a shape."""
    return Shape((box.corners(),), role, closed=True, fill=fill, stroke=stroke, opacity=opacity)


def straight(start: tuple[float, float], end: tuple[float, float], role: str, *, stroke: Stroke) -> Shape:
    """Return a straight line as a shape."""
    return Shape((np.array([start, end]),), role, stroke=stroke)


def disc(
    x: float, y: float, radius: float, role: str, *, fill: str | None = None, stroke: Stroke | None = None
) -> Shape:
    """Return a circle of 48 corners as a shape."""
    angles = np.linspace(0.0, 2.0 * np.pi, 48, endpoint=False)
    corners = np.column_stack((x + radius * np.cos(angles), y + radius * np.sin(angles)))
    return Shape((corners,), role, closed=True, fill=fill, stroke=stroke)


def moved(items: Iterable[Item], dx: float, dy: float) -> tuple[Item, ...]:
    """Return items moved to the right and down by millimetres."""
    return tuple(_moved(item, dx, dy) for item in items)


def _moved(item: Item, dx: float, dy: float) -> Item:
    if isinstance(item, Words):
        return replace(item, x=item.x + dx, y=item.y + dy)
    return replace(item, parts=tuple(part + np.array((dx, dy)) for part in item.parts))
