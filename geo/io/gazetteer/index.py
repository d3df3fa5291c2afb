"""Look names up in the index files of a workspace, exactly or nearly.

An index is opened read-only and reads from its file what it needs: opening takes a millisecond, and memory
stays that of a small cache. Several indexes answer as one, in the order of their file names.
"""

from __future__ import annotations

import sqlite3
import weakref
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from geo.errors import LayerError, describe
from geo.io.gazetteer.build import FORMAT, SEPARATOR, UNITS_PER_DEGREE, pairs_of
from geo.io.gazetteer.near_keys import SHORTEST_CUT, cut_keys, initials_key, sound_key
from geo.io.gazetteer.sounds import sound_of
from geo.model import Place, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Self

    from shapely.geometry.base import BaseGeometry

    Bounds = tuple[float, float, float, float]
    _Row = tuple[str, str, str, str, float, bytes]

MOST_CLOSE = 20
_MAPPED_BYTES = 256 * 1024 * 1024
"""A part of the file that is read without copying; more would be read all the same, a page at a time."""
_MOST_CANDIDATES = 3000
"""Names with one key that are compared; initials and short pieces have thousands."""
_PRECISIONS = {precision.value: precision for precision in Precision}
_EXACT = """
SELECT label, places.name, kind, precision, uncertainty_m, geometry
FROM names JOIN places ON places.id = names.place
WHERE names.name = ? ORDER BY names.place
"""
_EXACT_WITHIN = """
SELECT label, places.name, kind, precision, uncertainty_m, geometry
FROM names JOIN boxes ON boxes.place = names.place JOIN places ON places.id = names.place
WHERE names.name = ? AND east >= ? AND west <= ? AND north >= ? AND south <= ? ORDER BY names.place
"""
_NAMES_WITHIN = """
SELECT name, spellings FROM boxes JOIN places ON places.id = boxes.place
WHERE east >= ? AND west <= ? AND north >= ? AND south <= ?
"""
_NEAR = """
SELECT name FROM near JOIN spellings ON spellings.id = near.spelling
WHERE key IN ({keys}) LIMIT {most}
"""
_CONTAINING = """
SELECT name FROM pairs JOIN spellings ON spellings.id = pairs.rowid
WHERE pairs MATCH ? AND instr(name, ?) ORDER BY pairs.rowid LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class CloseName:
    """A name that is close to the one that was asked for."""

    name: str
    same_sound: bool
    """Whether both sound alike, tones apart."""


class GazetteerIndex:
    """One index file, open for reading until it is closed or nobody has it any more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = _open_read_only(path)
        self.close_file = weakref.finalize(self, self._database.close)
        """Closes the file; a second time does nothing."""
        self._last_within: tuple[Bounds, frozenset[str]] | None = None
        try:
            self.about: Mapping[str, str] = dict(self._database.execute("SELECT key, value FROM about"))
        except sqlite3.Error as error:
            self.close_file()
            raise _unreadable(path, str(error)) from error
        if self.about.get("format") != FORMAT:
            self.close_file()
            raise _unreadable(path, f"it has format {self.about.get('format')}, not {FORMAT}")
        self._file, self._datum, self._source = (self.about[key] for key in ("file", "datum", "source"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close_file()

    def exact(self, name: str, *, bounds: Bounds | None = None) -> tuple[Place, ...]:
        """Return the places of exactly this normalised name or alias, in the order of their file.

        Parameters
        ----------
        name
            Normalised as the index was.
        bounds
            West, south, east and north in degrees: only what touches this rectangle.
        """
        if bounds is None:
            rows = self._database.execute(_EXACT, (name,))
        else:
            rows = self._database.execute(_EXACT_WITHIN, (name, *_box(bounds)))
        found: list[_Row] = rows.fetchall()
        geometries = shapely.from_wkb([row[-1] for row in found])
        return tuple(self._place(row, geometry) for row, geometry in zip(found, geometries, strict=True))

    def close(self, name: str, *, bounds: Bounds | None = None) -> tuple[CloseName, ...]:
        """Return names that are nearly this one, at most 20: to be offered, never taken.

        They differ in one character, sound alike, contain the name, or (of letters only) begin their
        syllables with these. Those that sound alike come first.

        Parameters
        ----------
        name
            Normalised as the index was; Latin letters are read as the sound of a name or its initials.
        bounds
            Only names of places that touch this rectangle.
        """
        inside = None if bounds is None else self.names_within(bounds)
        alike, others = self._close_spellings(name, inside)
        found = [CloseName(other, same_sound=True) for other in sorted(alike)]
        by_length = sorted(others - alike, key=lambda other: (abs(len(other) - len(name)), other))
        found += [CloseName(other, same_sound=False) for other in by_length]
        return tuple(found[:MOST_CLOSE])

    def names_within(self, bounds: Bounds) -> frozenset[str]:
        """Return the normalised names and aliases in a rectangle; the last answer is kept."""
        if self._last_within is None or self._last_within[0] != bounds:
            rows = self._database.execute(_NAMES_WITHIN, _box(bounds))
            names = frozenset(
                spelling for name, spellings in rows for spelling in (spellings or name).split(SEPARATOR)
            )
            self._last_within = bounds, names
        return self._last_within[1]

    def containing(self, piece: str, *, most: int = MOST_CLOSE) -> list[str]:
        """Return names that contain a piece of two characters or more, in the order of Unicode."""
        pairs = pairs_of(piece)
        if not pairs:
            return []
        query = " AND ".join(f'"{pair.replace(chr(34), chr(34) * 2)}"' for pair in dict.fromkeys(pairs))
        return [name for (name,) in self._database.execute(_CONTAINING, (query, piece, most))]

    def _close_spellings(self, name: str, inside: frozenset[str] | None) -> tuple[set[str], set[str]]:
        """Return the names that sound alike, and those that are close in another way."""
        sound = sound_of(name)
        alike = {other for other in self._with_keys(sound_key(name), inside) if sound_of(other) == sound}
        others = {other for other in self._with_keys(cut_keys(name), inside) if within_one_edit(name, other)}
        if name.isascii():
            others.update(
                other for other in self._with_keys(initials_key(name), inside) if _initials(other) == sound
            )
        elif len(name) >= SHORTEST_CUT:
            longer = self.containing(name, most=_MOST_CANDIDATES)
            others.update(longer if inside is None else inside.intersection(longer))
        return alike - {name}, others - {name}

    def _with_keys(self, keys: Sequence[int], inside: frozenset[str] | None) -> set[str]:
        query = _NEAR.format(keys=", ".join("?" * len(keys)), most=_MOST_CANDIDATES)
        names = {name for (name,) in self._database.execute(query, keys)}
        return names if inside is None else names & inside

    def _place(self, row: _Row, geometry: BaseGeometry) -> Place:
        label, name, kind, precision, uncertainty_m, _ = row
        return Place(
            id=f"{self._file}#{label}",
            name=name,
            kind=kind,
            geometry=geometry,
            precision=_PRECISIONS[precision],
            uncertainty_m=uncertainty_m,
            datum_in=self._datum,
            source=self._source,
        )


class GazetteerIndexes:
    """Index files that answer as one, open for reading until nobody has them any more."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._indexes = [GazetteerIndex(path) for path in paths]

    def exact(self, name: str, *, bounds: Bounds | None = None) -> tuple[Place, ...]:
        """Return the places of a name as :meth:`GazetteerIndex.exact` does, of all files."""
        return tuple(place for index in self._indexes for place in index.exact(name, bounds=bounds))

    def close(self, name: str, *, bounds: Bounds | None = None) -> tuple[CloseName, ...]:
        """Return close names as :meth:`GazetteerIndex.close` does, of all files."""
        return tuple(
            dict.fromkeys(other for index in self._indexes for other in index.close(name, bounds=bounds))
        )


def within_one_edit(name: str, other: str) -> bool:
    """Tell whether one character changed, added or left out makes one name of the other.

    >>> within_one_edit("飞翔路", "飞祥路"), within_one_edit("飞翔路", "飞翔东路")
    (True, True)
    >>> within_one_edit("飞翔路", "翔飞路")
    False
    """
    shorter, longer = sorted((name, other), key=len)
    extra = len(longer) - len(shorter)
    if extra > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[start + 1 - extra :] == longer[start + 1 :]


def _initials(name: str) -> str:
    return "".join(sound[0] for sound in map(sound_of, name) if sound)


def _box(bounds: Bounds) -> tuple[int, int, int, int]:
    """Return west, east, south and north as they are compared with a box, in its units."""
    west, south, east, north = (round(bound * UNITS_PER_DEGREE) for bound in bounds)
    return west, east, south, north


def _open_read_only(path: Path) -> sqlite3.Connection:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as trial:
            trial.execute("SELECT 1 FROM sqlite_master").fetchone()
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        database.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    except sqlite3.Error as error:
        raise _unreadable(path, str(error)) from error
    return database


def _unreadable(path: Path, what: str) -> LayerError:
    remedy = "import the file again with planmap gazetteer import, or delete the index"
    return LayerError(describe(where=path.as_posix(), what=f"cannot be read: {what}", remedy=remedy))
