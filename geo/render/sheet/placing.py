"""Place labels: each takes the best of its positions that no other label, symbol or edge is in the way of.

Positions are tried from the label with the fewest free ones; a label that finds none may move up to
two others aside. The best positions are those of Imhof (1962), then others along a leader.
"""

from __future__ import annotations

from dataclasses import dataclass
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
_MOST_TRIED = 24
"""Spots from which a label tries to move others aside."""
_MOST_TRIALS = 300
"""So often it is tried in all: a sheet on which a third finds no room is full."""


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
    most_lines: float = np.inf,
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
    most_lines
        On so many of them it may stand.
    """
    obstacles = np.empty((0, 4)) if taken is None else taken
    crossed = shapely.STRtree(list(lines))
    options = [_allowed(_Options.of(spots), window, obstacles, crossed, most_lines) for spots in choices]
    board = _Board(options, [None] * len(options))
    for index in sorted(range(len(options)), key=lambda index: (len(options[index].spots), index)):
        board.settle(index)
    for _ in range(_ROUNDS):
        missing = [index for index, at in enumerate(board.chosen) if at is None and options[index].spots]
        moved = [board.make_room(index) for index in missing]
        if not any(moved):
            break
    for index in range(len(options)):
        board.settle(index)
    return Placement(tuple(board.spot(index) for index in range(len(options))))


@dataclass(frozen=True, slots=True, eq=False)
class _Options:
    """The spots of a label as arrays."""

    spots: tuple[Spot, ...]
    boxes: Boxes
    """Of all pieces of all spots."""
    starts: NDArray[np.int64]
    """Where each spot's pieces begin among them."""
    leaders: Boxes
    """From x, y to x, y; NaN for a spot without one."""

    @classmethod
    def of(cls, spots: Sequence[Spot]) -> _Options:
        counts = [len(spot.boxes) for spot in spots]
        none = (np.nan,) * 4
        return cls(
            tuple(spots),
            np.concatenate([spot.boxes for spot in spots]) if spots else np.empty((0, 4)),
            np.cumsum([0, *counts[:-1]]) if spots else np.empty(0, dtype=np.int64),
            np.array([spot.leader or none for spot in spots], dtype=float).reshape(-1, 4),
        )

    def any_piece(self, of_boxes: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return what holds for any piece of each spot, from what holds for each piece."""
        return np.asarray(np.logical_or.reduceat(of_boxes, self.starts, axis=0))


def _allowed(
    options: _Options, window: Box, obstacles: Boxes, crossed: shapely.STRtree, most_lines: float
) -> _Options:
    """Return the spots within the window, free of obstacles and on few lines, the cheapest first."""
    if not options.spots:
        return options
    boxes = options.boxes
    outside = (boxes[:, :2] < (window.x, window.y)) | (boxes[:, 2:] > (window.right, window.bottom))
    bad = options.any_piece(np.any(outside, axis=1))
    bad |= options.any_piece(np.any(_overlaps(boxes, obstacles), axis=1))
    bad |= _crosses(options.leaders, obstacles).any(axis=1)
    over = _lines_under(options, crossed)
    bad |= over > most_lines
    priced = sorted(
        (spot.cost + _OVER_LINE * over[index], index)
        for index, spot in enumerate(options.spots)
        if not bad[index]
    )
    return _Options.of([options.spots[index] for _, index in priced])


def _lines_under(options: _Options, crossed: shapely.STRtree) -> NDArray[np.int64]:
    """Count the lines on which each spot would stand."""
    pieces, lines = crossed.query(shapely.box(*options.boxes.T), predicate="intersects")
    owners = np.searchsorted(options.starts, pieces, side="right") - 1
    pairs = np.unique(np.column_stack((owners, lines)), axis=0)
    return np.bincount(pairs[:, 0], minlength=len(options.spots))


def _overlaps(one: Boxes, other: Boxes) -> NDArray[np.bool_]:
    """Tell for each pair of rectangles whether they come closer than the clearance, shape (n, m)."""
    return np.asarray(
        (one[:, None, 0] < other[None, :, 2] + _CLEARANCE)
        & (other[None, :, 0] < one[:, None, 2] + _CLEARANCE)
        & (one[:, None, 1] < other[None, :, 3] + _CLEARANCE)
        & (other[None, :, 1] < one[:, None, 3] + _CLEARANCE)
    )


def _crosses(leaders: Boxes, boxes: Boxes) -> NDArray[np.bool_]:
    """Tell for each leader and rectangle whether one runs through the other (Liang and Barsky 1984).

    Shape (n, m); a leader that is none crosses nothing.
    """
    enters, leaves = np.zeros((len(leaders), len(boxes))), np.ones((len(leaders), len(boxes)))
    for start, end, low, high in ((0, 2, 0, 2), (1, 3, 1, 3)):
        at, step = leaders[:, start, None], (leaders[:, end] - leaders[:, start])[:, None]
        step = np.where(np.abs(step) < _LEVEL_MM, _LEVEL_MM, step)
        first, last = (boxes[None, :, low] - at) / step, (boxes[None, :, high] - at) / step
        enters = np.maximum(enters, np.minimum(first, last))
        leaves = np.minimum(leaves, np.maximum(first, last))
    return np.asarray(enters < leaves)


_LEVEL_MM = 1e-9


def _meet(one: Boxes, other: Boxes) -> NDArray[np.bool_]:
    """Tell for each pair of leaders whether they cross, shape (n, m)."""

    def side(line: Boxes, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        run, rise = line[..., 2] - line[..., 0], line[..., 3] - line[..., 1]
        return np.asarray(run * (y - line[..., 1]) - rise * (x - line[..., 0]))

    a, b = one[:, None], other[None]
    apart = side(a, b[..., 0], b[..., 1]) * side(a, b[..., 2], b[..., 3]) < 0
    return np.asarray(apart & (side(b, a[..., 0], a[..., 1]) * side(b, a[..., 2], a[..., 3]) < 0))


@dataclass(slots=True)
class _Board:
    """The labels that stand so far."""

    options: list[_Options]
    chosen: list[int | None]
    """Which of its spots each label has."""
    trials: int = 0
    """How often labels were tried to be moved aside."""

    def spot(self, index: int) -> Spot | None:
        """Return the spot of a label."""
        at = self.chosen[index]
        return None if at is None else self.options[index].spots[at]

    def settle(self, index: int) -> None:
        """Give a label the cheapest spot that is free now; it keeps its own where none is free."""
        options = self.options[index]
        if options.spots:
            _, conflicts = self._conflicts(index)
            free = np.flatnonzero(~conflicts.any(axis=1))
            if len(free):
                self.chosen[index] = int(free[0])

    def make_room(self, index: int) -> bool:
        """Give a label a spot from which at most two others can move to another one."""
        if self.trials >= _MOST_TRIALS:
            return False
        labels, conflicts = self._conflicts(index)
        counts = conflicts.sum(axis=1)
        few = np.flatnonzero(counts <= _MOST_MOVED)
        ordered = few[np.argsort(counts[few], kind="stable")][:_MOST_TRIED]
        return any(self._take(index, int(at), labels[conflicts[at]].tolist()) for at in ordered)

    def _take(self, index: int, at: int, moving: list[int]) -> bool:
        if self.trials >= _MOST_TRIALS:
            return False
        self.trials += 1
        before = list(self.chosen)
        self.chosen[index] = at
        for other in moving:
            self.chosen[other] = None
        for other in moving:
            self.settle(other)
            if self.chosen[other] is None:
                self.chosen = before
                return False
        return True

    def _conflicts(self, index: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the other labels that stand, and for each spot of a label those that it is in the way of."""
        own = self.options[index]
        standing = [
            (other, spot)
            for other in range(len(self.options))
            if other != index and (spot := self.spot(other)) is not None
        ]
        labels = np.array([other for other, _ in standing], dtype=np.int64)
        if not standing:
            return labels, np.zeros((len(own.spots), 0), dtype=bool)
        others = _Options.of([spot for _, spot in standing])
        by_piece = own.any_piece(_overlaps(own.boxes, others.boxes)) | _crosses(own.leaders, others.boxes)
        found = others.any_piece(by_piece.T).T
        found |= own.any_piece(_crosses(others.leaders, own.boxes).T)
        return labels, found | _meet(own.leaders, others.leaders)
