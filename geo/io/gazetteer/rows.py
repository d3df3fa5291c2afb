"""What the readers of all formats give: named places, a batch at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

BATCH = 20_000
"""Rows that are in memory at once."""
FIRST_SHOWN = 5

NO_NAME = "no name"
NO_POSITION = "no position"
NO_NUMBER = "a position that is no number"


@dataclass(frozen=True, slots=True, eq=False)
class PlaceRows:
    """Some rows of a file, in its order; all sequences have one length."""

    labels: Sequence[str]
    """How a person finds the row: ``row 12``, ``way/4711``."""
    names: Sequence[str]
    """Empty where there is none."""
    aliases: Sequence[tuple[str, ...]]
    kinds: Sequence[str]
    """Kinds of planmap."""
    shapes: NDArray[np.object_]
    """Geometries in the file's own datum or projection; None where there is none."""

    def only(self, kept: NDArray[np.bool_]) -> PlaceRows:
        """Return the rows that are kept."""
        indexes = np.flatnonzero(kept).tolist()
        return PlaceRows(
            labels=[self.labels[index] for index in indexes],
            names=[self.names[index] for index in indexes],
            aliases=[self.aliases[index] for index in indexes],
            kinds=[self.kinds[index] for index in indexes],
            shapes=self.shapes[kept],
        )


@dataclass(frozen=True, slots=True, eq=False)
class RowSource:
    """A file that has been opened: what it says of itself, and its rows."""

    declared: str | None
    """The CRS that the file states; None where it states none."""
    batches: Iterator[PlaceRows]
    skipped: SkippedRows
    """Rows that the reader could not read; it grows as the batches are taken."""
    licence: str = ""
    """What whoever shows the places must say of their origin."""


@dataclass(slots=True)
class SkippedRows:
    """Rows that are left out, by reason: how many, and the first few."""

    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, labels: Sequence[str]) -> None:
        """Count rows that are left out for a reason."""
        if not labels:
            return
        self.counts[reason] = self.counts.get(reason, 0) + len(labels)
        shown = self.first.setdefault(reason, [])
        shown.extend(labels[: FIRST_SHOWN - len(shown)])
