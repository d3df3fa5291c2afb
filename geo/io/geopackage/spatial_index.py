"""Build an R*Tree of SQLite whole, from all rectangles at once.

SQLite's module takes rectangles one by one, which is half the time of writing a layer. Its nodes are
plain rows of three tables (https://www.sqlite.org/rtree.html, section 5), so they can be packed
beforehand: sorted into columns by x, each column by y, and cut into full nodes (Leutenegger, Lopez and
Edgington, "STR: a simple and efficient algorithm for R-tree packing", 1997).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Boxes = NDArray[np.float32]
    """Least and greatest x, least and greatest y, shape (n, 4)."""

_CELLS = 51
"""Most entries of a node, RTREE_MAXCELLS."""
_CELL = np.dtype([("number", ">i8"), ("box", ">f4", 4)])
_NODE_BYTES = 4 + _CELLS * _CELL.itemsize
"""Size of every node where a page has at least 2048 bytes."""
_ROOT = 1


@dataclass(frozen=True, slots=True)
class _Tree:
    """Rows of the three tables behind an R*Tree."""

    nodes: list[tuple[int, bytes]] = field(default_factory=list)
    owners: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = field(default_factory=list)
    """Level by level from the rows up, their numbers and the node that holds each."""


def create_spatial_index(database: sqlite3.Connection, name: str, bounds: NDArray[np.float64]) -> None:
    """Create an R*Tree over rows that are numbered from 1.

    Parameters
    ----------
    bounds
        Least x, least y, greatest x, greatest y of each row, shape (n, 4), as shapely gives them.
    """
    database.execute(f'CREATE VIRTUAL TABLE "{name}" USING rtree(id, minx, maxx, miny, maxy)')
    tree = _pack(_widen(bounds[:, (0, 2, 1, 3)]))
    _insert(database, f"{name}_node", sorted(tree.nodes))
    for level, (numbers, nodes) in enumerate(tree.owners):
        table = f"{name}_parent" if level else f"{name}_rowid"
        _insert(database, table, zip(numbers.tolist(), nodes.tolist(), strict=True))


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[int, object]]) -> None:
    # The new, empty tree has an empty root already.
    database.executemany(f'INSERT OR REPLACE INTO "{table}" VALUES (?, ?)', rows)  # noqa: S608


def _widen(bounds: NDArray[np.float64]) -> Boxes:
    """Return bounds in single precision, rounded outwards: no row may lie outside its rectangle."""
    boxes = bounds.astype(np.float32)
    least, greatest = boxes[:, ::2], boxes[:, 1::2]
    boxes[:, ::2] = np.where(least > bounds[:, ::2], np.nextafter(least, np.float32(-np.inf)), least)
    boxes[:, 1::2] = np.where(
        greatest < bounds[:, 1::2], np.nextafter(greatest, np.float32(np.inf)), greatest
    )
    return boxes


def _pack(boxes: Boxes) -> _Tree:
    """Pack level by level, from the leaves up, until all that is left fits into the root."""
    tree = _Tree()
    numbers, depth, last = np.arange(1, len(boxes) + 1), 0, _ROOT
    while len(boxes) > _CELLS:
        groups = _tile(boxes)
        first, last = last + 1, last + len(groups)
        owners = np.empty(len(boxes), dtype=np.int64)
        for node, group in enumerate(groups, start=first):
            tree.nodes.append((node, _node(numbers[group], boxes[group])))
            owners[group] = node
        tree.owners.append((numbers, owners))
        boxes = np.array([_around(boxes[group]) for group in groups])
        numbers, depth = np.arange(first, last + 1), depth + 1
    tree.nodes.append((_ROOT, _node(numbers, boxes, depth=depth)))
    tree.owners.append((numbers, np.full(len(numbers), _ROOT)))
    return tree


def _tile(boxes: Boxes) -> list[NDArray[np.intp]]:
    """Divide boxes among as few nodes as hold them, neighbours together."""
    by_x = np.argsort(boxes[:, 0] + boxes[:, 1], kind="stable")
    columns = np.array_split(by_x, math.ceil(math.sqrt(len(boxes) / _CELLS)))
    tiles: list[NDArray[np.intp]] = []
    for column in columns:
        by_y = column[np.argsort(boxes[column, 2] + boxes[column, 3], kind="stable")]
        tiles += np.array_split(by_y, math.ceil(len(by_y) / _CELLS))
    return tiles


def _around(boxes: Boxes) -> Boxes:
    least, greatest = boxes.min(axis=0), boxes.max(axis=0)
    return np.array([least[0], greatest[1], least[2], greatest[3]], dtype=np.float32)


def _node(numbers: NDArray[np.int64], boxes: Boxes, *, depth: int = 0) -> bytes:
    """Return a node as SQLite keeps it; only the root states the depth of the tree."""
    cells = np.empty(len(numbers), dtype=_CELL)
    cells["number"], cells["box"] = numbers, boxes
    head = np.array([depth, len(numbers)], dtype=">u2")
    return (head.tobytes() + cells.tobytes()).ljust(_NODE_BYTES, b"\0")
