"""Place labels: each takes the best of its positions that no other label, symbol or edge is in the way of.

Positions are tried from the label with the fewest free ones; a label that finds none may move up to
two others aside. The best positions are those of Imhof (1962), then others along a leader.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.render.sheet.display import Align

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.display import Box

Boxes = NDArray[np.float64]
"""Left, top, right and bottom in millimetres, shape (n, 4)."""

_CLEARANCE = 0.25
"""Millimetres kept free round a label."""
_OVER_LINE = 6.0
"""What it costs to stand on a line."""
_MOST_MOVED = 2
_ROUNDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A position that a label may take."""

    boxes: Boxes
    """Room of its pieces."""
    cost: float
    x: float = 0.0
    """Where its text begins; the baseline of the first line."""
    y: float = 0.0
    align: Align = Align.START
    leader: tuple[float, float, float, float] | None = None
    """From the symbol to the label, where they lie apart."""
    leaves_area: bool = False
    """It stands over the side of the area that it names."""
    turns: tuple[float, ...] = ()
    """One turn in degrees of a text along a line, a zero for each character that stands upright, nothing of a
    text that lies level."""

    @property
    def is_turned(self) -> bool:
        """Whether it is one text that is turned with a line."""
        return len(self.turns) == 1 < len(self.boxes)


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """What became of a set of labels."""

    spots: tuple[Spot | None, ...]
    """One a label, None where it found no room."""

    @property
    def left_out(self) -> tuple[int, ...]:
        """Indexes of the labels that found no room."""
        return tuple(index for index, spot in enumerate(self.spots) if spot is None)


def place(
    choices: Sequence[Sequence[Spot]],
    *,
    window: Box,
    taken: Boxes | None = None,
    lines: Iterable[BaseGeometry] = (),
) -> Placement:
    """Choose a spot for each label.

    Parameters
    ----------
    choices
        The spots of each label.
    window
        No label crosses its sides.
    taken
        What no label may cover: symbols, names that stand already.
    lines
        What a label rather does not cover, in millimetres.
    """
    obstacles = np.empty((0, 4)) if taken is None else taken
    crossed = shapely.STRtree(list(lines))
    options = [_allowed(spots, window, obstacles, crossed) for spots in choices]
    board = _Board(options)
    for index in sorted(range(len(options)), key=lambda index: (len(options[index]), index)):
        board.settle(index)
    for _ in range(_ROUNDS):
        missing = [index for index, spot in enumerate(board.chosen) if spot is None and options[index]]
        moved = [board.make_room(index) for index in missing]
        if not any(moved):
            break
    for index in range(len(options)):
        board.settle(index)
    return Placement(tuple(board.chosen))


def _allowed(spots: Sequence[Spot], window: Box, obstacles: Boxes, crossed: shapely.STRtree) -> list[Spot]:
    """Return the spots within the window and free of obstacles, the cheapest first."""
    free = [spot for spot in spots if _within(spot.boxes, window) and not _hits(spot, obstacles)]
    priced = []
    for spot in free:
        areas = shapely.box(*spot.boxes.T)
        over = len(set(crossed.query(areas, predicate="intersects")[1].tolist()))
        priced.append((spot.cost + _OVER_LINE * over, spot))
    return [spot for _, spot in sorted(priced, key=lambda pair: pair[0])]


def _within(boxes: Boxes, window: Box) -> bool:
    return bool(
        (boxes[:, 0] >= window.x).all()
        and (boxes[:, 1] >= window.y).all()
        and (boxes[:, 2] <= window.right).all()
        and (boxes[:, 3] <= window.bottom).all()
    )


def _hits(spot: Spot, boxes: Boxes) -> bool:
    """Tell whether a label or its leader runs into any of some rectangles."""
    if not len(boxes):
        return False
    if bool(_overlaps(spot.boxes, boxes).any()):
        return True
    return spot.leader is not None and bool(_crosses(spot.leader, boxes).any())


def _overlaps(one: Boxes, other: Boxes) -> NDArray[np.bool_]:
    """Tell for each pair of rectangles whether they come closer than the clearance, shape (n, m)."""
    return np.asarray(
        (one[:, None, 0] < other[None, :, 2] + _CLEARANCE)
        & (other[None, :, 0] < one[:, None, 2] + _CLEARANCE)
        & (one[:, None, 1] < other[None, :, 3] + _CLEARANCE)
        & (other[None, :, 1] < one[:, None, 3] + _CLEARANCE)
    )


def _crosses(leader: tuple[float, float, float, float], boxes: Boxes) -> NDArray[np.bool_]:
    """Tell for each rectangle whether a line runs through it (Liang and Barsky 1984)."""
    x, y, end_x, end_y = leader
    enters, leaves = np.zeros(len(boxes)), np.ones(len(boxes))
    outside = np.zeros(len(boxes), dtype=bool)
    for start, step, low, high in ((x, end_x - x, 0, 2), (y, end_y - y, 1, 3)):
        if abs(step) < 1e-9:  # noqa: PLR2004 - it runs along the other axis
            outside |= (start < boxes[:, low]) | (start > boxes[:, high])
            continue
        first, last = (boxes[:, low] - start) / step, (boxes[:, high] - start) / step
        enters = np.maximum(enters, np.minimum(first, last))
        leaves = np.minimum(leaves, np.maximum(first, last))
    return np.asarray(~outside & (enters < leaves))


@dataclass(slots=True)
class _Board:
    """The labels that stand so far."""

    options: list[list[Spot]]
    chosen: list[Spot | None] = field(init=False)

    def __post_init__(self) -> None:
        self.chosen = [None] * len(self.options)

    def settle(self, index: int) -> bool:
        """Give a label the cheapest spot that is free now; it keeps its own where none is cheaper."""
        others = self._others({index})
        for spot in self.options[index]:
            if not self._conflicts(spot, others):
                self.chosen[index] = spot
                return True
        return self.chosen[index] is not None

    def make_room(self, index: int) -> bool:
        """Give a label a spot from which at most two others can move to another one."""
        others = self._others({index})
        by_conflicts: defaultdict[int, list[tuple[Spot, list[int]]]] = defaultdict(list)
        for spot in self.options[index]:
            found = self._conflicts(spot, others)
            if len(found) <= _MOST_MOVED:
                by_conflicts[len(found)].append((spot, found))
        return any(
            self._take(index, spot, moving)
            for count in sorted(by_conflicts)
            for spot, moving in by_conflicts[count]
        )

    def _take(self, index: int, spot: Spot, moving: list[int]) -> bool:
        before = list(self.chosen)
        self.chosen[index] = spot
        for other in moving:
            self.chosen[other] = None
        for other in moving:
            self.settle(other)
            if self.chosen[other] is None:
                self.chosen = before
                return False
        return True

    def _others(self, but: set[int]) -> tuple[Boxes, NDArray[np.int64], list[int]]:
        """Return the rectangles of all labels that stand, whose each is, and the labels with leaders."""
        standing = [
            (index, spot) for index, spot in enumerate(self.chosen) if spot is not None and index not in but
        ]
        if not standing:
            return np.empty((0, 4)), np.empty(0, dtype=np.int64), []
        boxes = np.concatenate([spot.boxes for _, spot in standing])
        owners = np.concatenate([np.full(len(spot.boxes), index) for index, spot in standing])
        return boxes, owners, [index for index, spot in standing if spot.leader is not None]

    def _conflicts(self, spot: Spot, others: tuple[Boxes, NDArray[np.int64], list[int]]) -> list[int]:
        """Return the labels that a spot is in the way of."""
        boxes, owners, with_leaders = others
        if not len(boxes):
            return []
        hit = _overlaps(spot.boxes, boxes).any(axis=0)
        if spot.leader is not None:
            hit |= _crosses(spot.leader, boxes)
        found = set(owners[hit].tolist())
        for index in with_leaders:
            other = self.chosen[index]
            if other is None or other.leader is None or index in found:
                continue
            if bool(_crosses(other.leader, spot.boxes).any()) or _meet(spot.leader, other.leader):
                found.add(index)
        return sorted(found)


def _meet(one: tuple[float, float, float, float] | None, other: tuple[float, float, float, float]) -> bool:
    """Tell whether two leaders cross."""
    if one is None:
        return False

    def side(ax: float, ay: float, bx: float, by: float, px: float, py: float) -> float:
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax)

    return (
        side(*one, other[0], other[1]) * side(*one, other[2], other[3]) < 0
        and side(*other, one[0], one[1]) * side(*other, one[2], one[3]) < 0
    )
