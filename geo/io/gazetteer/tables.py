"""Read places from a CSV file, a batch at a time."""

from __future__ import annotations

import csv
import math
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.errors import EncodingError, LayerError, describe
from geo.io.documents import encoding_of
from geo.io.gazetteer.columns import POSITIONS, choose_columns, split_names
from geo.io.gazetteer.kinds import read_kinds
from geo.io.gazetteer.rows import BATCH, NO_NUMBER, NO_POSITION, PlaceRows, RowSource, SkippedRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_SAMPLE_BYTES = 1_000_000
_LONGEST_CELL = 1_000_000


def open_table(path: Path, *, name_column: str | None) -> RowSource:
    """Open a CSV with a header, columns of positions (lon, lat; 经度, 纬度; x, y …) and a column of names.

    Raises
    ------
    LayerError
        The file is empty, or a column is missing.
    EncodingError
        It is in no known encoding.
    """
    where = path.as_posix()
    encoding = _encoding_of_start(path)
    header = next(_rows(path, encoding), None)
    if header is None:
        raise LayerError(describe(where=where, what="is empty", remedy="write at least the header"))
    names = choose_columns(header, stated=name_column, where=where)
    skipped = SkippedRows()
    reader = _TableReader(
        name=header.index(names.name),
        aliases=[header.index(column) for column in names.aliases],
        kind=None if names.kind is None else header.index(names.kind),
        positions=_position_columns(header, where=where),
        skipped=skipped,
    )
    return RowSource(declared=None, batches=reader.batches(_rows(path, encoding)), skipped=skipped)


class _TableReader:
    def __init__(
        self,
        *,
        name: int,
        aliases: Sequence[int],
        kind: int | None,
        positions: tuple[int, int],
        skipped: SkippedRows,
    ) -> None:
        self._name, self._aliases, self._kind = name, aliases, kind
        self._positions = positions
        self._skipped = skipped

    def batches(self, rows: Iterator[list[str]]) -> Iterator[PlaceRows]:
        next(rows)
        numbered = ((number, row) for number, row in enumerate(rows, start=2) if row)
        while batch := list(islice(numbered, BATCH)):
            yield self._places(batch)

    def _places(self, batch: Sequence[tuple[int, list[str]]]) -> PlaceRows:
        kinds = read_kinds()
        kept, pairs = self._placed(batch)
        names = [_cell(row, self._name).strip() for _, row in kept]
        words = [_cell(row, self._kind).strip() for _, row in kept]
        return PlaceRows(
            labels=[f"row {number}" for number, _ in kept],
            names=names,
            aliases=[split_names(*(_cell(row, column) for column in self._aliases)) for _, row in kept]
            if self._aliases
            else [()] * len(names),
            kinds=[kinds.kind_of(name, word=word) for name, word in zip(names, words, strict=True)],
            shapes=np.asarray(shapely.points(pairs), dtype=object),
        )

    def _placed(
        self, batch: Sequence[tuple[int, list[str]]]
    ) -> tuple[Sequence[tuple[int, list[str]]], NDArray[np.float64]]:
        """Return the rows that have a position, and the positions."""
        first, second = self._positions
        try:
            pairs = np.array([(float(row[first]), float(row[second])) for _, row in batch])
        except (ValueError, IndexError):
            pass
        else:
            if np.isfinite(pairs).all():
                return batch, pairs
        placed = [(number, row, self._position(number, row)) for number, row in batch]
        kept = [(number, row) for number, row, position in placed if position is not None]
        found = [position for *_, position in placed if position is not None]
        return kept, np.array(found, dtype=np.float64).reshape(-1, 2)

    def _position(self, number: int, row: list[str]) -> tuple[float, float] | None:
        first, second = (_cell(row, column).strip() for column in self._positions)
        if not first or not second:
            self._skipped.add(NO_POSITION, [f"row {number}"])
            return None
        try:
            position = float(first), float(second)
        except ValueError:
            position = math.nan, math.nan
        if not all(map(math.isfinite, position)):
            self._skipped.add(NO_NUMBER, [f"row {number}"])
            return None
        return position


def _cell(row: list[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _rows(path: Path, encoding: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding=encoding, newline="") as file:
        try:
            yield from csv.reader(file)
        except UnicodeDecodeError as error:
            what = f"is no {encoding} from some row on, though it begins so"
            remedy = "save the whole file as UTF-8"
            raise EncodingError(describe(where=path.as_posix(), what=what, remedy=remedy)) from error
        except csv.Error as error:
            what, remedy = f"is no CSV: {error}", "save it again from the program that made it"
            raise LayerError(describe(where=path.as_posix(), what=what, remedy=remedy)) from error


def _encoding_of_start(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_SAMPLE_BYTES)
    whole_lines = start if len(start) < _SAMPLE_BYTES else start[: start.rfind(b"\n") + 1]
    return encoding_of(whole_lines, where=path.as_posix())


def _position_columns(header: Sequence[str], *, where: str) -> tuple[int, int]:
    names = [name.strip().lower() for name in header]
    for first, second in POSITIONS:
        if first in names and second in names:
            return names.index(first), names.index(second)
    pairs = ", ".join(f"{first}/{second}" for first, second in POSITIONS)
    what, value = "has no columns of positions", ", ".join(header)
    raise LayerError(describe(where=where, what=what, value=value, remedy=f"name them {pairs}"))
