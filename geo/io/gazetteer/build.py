"""Write places into an index file: sorted names, keys of close names, pairs of characters, boxes.

The file is a database of SQLite.

| table | what | look-up |
|---|---|---|
| about | what the index was made from | |
| places | a row a place | by number |
| names | normalised names and aliases, and who has them, sorted | exact |
| spellings | each different name, by number | what `near` and `pairs` point at |
| near | keys of :mod:`geo.io.gazetteer.near_keys`, sorted | one character apart, same sound, initials |
| pairs | full-text index of the pairs of neighbouring characters | what contains a piece of a name |
| boxes | R*Tree of the bounds, in units of 1e-7 degrees | what lies in a rectangle |

The trigrams of FTS5 do not fit: a road's name has three characters, the pieces that are looked for have two.
Rows are collected in temporary tables and sorted by SQLite, which goes to disk where they are many, so that
memory does not grow with the file. There is no clock and no random number: the same rows make the same bytes.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.io.gazetteer.near_keys import near_keys
from geo.io.gazetteer.rows import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from geo.io.gazetteer.rows import PlaceRows
    from geo.model import Precision

FORMAT = "1"
"""Raised where an older index can no longer be read."""
UNITS_PER_DEGREE = 10_000_000
"""The R*Tree holds whole numbers; a position has 7 decimals."""
SHORTEST_PIECE = 2
SEPARATOR = "\n"
"""Between the normalised names and aliases of a place, where they are not just its name."""

_CACHE_KB = 32_000
_OPENING = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -{_CACHE_KB};
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    precision TEXT NOT NULL,
    uncertainty_m REAL NOT NULL,
    spellings TEXT NOT NULL,
    geometry BLOB NOT NULL
);
CREATE TABLE names (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE spellings (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE near (key INTEGER, spelling INTEGER, PRIMARY KEY (key, spelling)) WITHOUT ROWID;
CREATE VIRTUAL TABLE boxes USING rtree_i32 (place, west, east, south, north);
CREATE VIRTUAL TABLE pairs USING fts5 (
    text, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii'
);
CREATE TEMP TABLE found_names (name TEXT, place INTEGER);
CREATE TEMP TABLE found_keys (key INTEGER, spelling INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a place is."""

    precision: Precision
    uncertainty_m: float


@dataclass(frozen=True, slots=True)
class IndexCounts:
    """How much an index holds."""

    places: int
    names: int
    """Different normalised names and aliases."""


def write_index(
    path: Path,
    batches: Iterable[PlaceRows],
    *,
    about: Mapping[str, str],
    normalise: Callable[[str], str],
    sureness: Callable[[PlaceRows], Sequence[Sureness]],
) -> IndexCounts:
    """Write an index into a new file.

    Parameters
    ----------
    path
        A file that is not there.
    batches
        Places with names, kinds and geometries in WGS 84, in the order in which they are to be offered.
    about
        What the index was made from.
    normalise
        Brings two spellings of a name to one.
    sureness
        Says of each row of a batch how sure it is.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_OPENING)
        database.execute("BEGIN")
        places = 0
        for batch in batches:
            _insert_places(database, batch, sureness(batch), normalise=normalise, first=places + 1)
            places += len(batch.names)
        database.execute("INSERT INTO names SELECT DISTINCT name, place FROM found_names ORDER BY 1, 2")
        names = _index_names(database)
        database.execute("INSERT INTO near SELECT DISTINCT key, spelling FROM found_keys ORDER BY 1, 2")
        database.execute("INSERT INTO pairs (pairs) VALUES ('optimize')")
        counts = IndexCounts(places=places, names=names)
        told = {**about, "format": FORMAT, "places": str(places), "names": str(names)}
        database.executemany("INSERT INTO about VALUES (?, ?)", sorted(told.items()))
        database.execute("COMMIT")
    return counts


def pairs_of(name: str) -> list[str]:
    """Return the neighbouring characters of a name, without spaces, which separate pairs in the index.

    >>> pairs_of("二七广场")
    ['二七', '七广', '广场']
    """
    joined = name.replace(" ", "").lower()
    return [joined[start : start + SHORTEST_PIECE] for start in range(len(joined) - SHORTEST_PIECE + 1)]


def _insert_places(
    database: sqlite3.Connection,
    batch: PlaceRows,
    sureness: Sequence[Sureness],
    *,
    normalise: Callable[[str], str],
    first: int,
) -> None:
    ids = range(first, first + len(batch.names))
    spellings = [
        list(dict.fromkeys(filter(None, map(normalise, (name, *aliases)))))
        for name, aliases in zip(batch.names, batch.aliases, strict=True)
    ]
    told = (
        "" if found == [name] else SEPARATOR.join(found)
        for name, found in zip(batch.names, spellings, strict=True)
    )
    wkb = shapely.to_wkb(batch.shapes, output_dimension=2, byte_order=1).tolist()
    sure = ((one.precision.value, one.uncertainty_m) for one in sureness)
    database.executemany(
        "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*row, *how_sure, told_, shape)
            for *row, how_sure, told_, shape in zip(
                ids, batch.labels, batch.names, batch.kinds, sure, told, wkb, strict=True
            )
        ),
    )
    west, south, east, north = np.rint(shapely.bounds(batch.shapes).T * UNITS_PER_DEGREE).astype(np.int64)
    database.executemany(
        "INSERT INTO boxes VALUES (?, ?, ?, ?, ?)",
        zip(ids, west.tolist(), east.tolist(), south.tolist(), north.tolist(), strict=True),
    )
    database.executemany(
        "INSERT INTO found_names VALUES (?, ?)",
        ((name, place) for place, found in zip(ids, spellings, strict=True) for name in found),
    )


def _index_names(database: sqlite3.Connection) -> int:
    """Index every different name: its number, its pairs and its keys; return how many there are."""
    database.execute("INSERT INTO spellings (name) SELECT DISTINCT name FROM names ORDER BY name")
    count = 0
    while names := _names_after(database, count):
        spellings = range(count + 1, count + len(names) + 1)
        database.executemany(
            "INSERT INTO pairs (rowid, text) VALUES (?, ?)",
            ((spelling, " ".join(pairs_of(name))) for spelling, name in zip(spellings, names, strict=True)),
        )
        keys, owners = near_keys(names)
        database.executemany(
            "INSERT INTO found_keys VALUES (?, ?)",
            zip(keys.tolist(), (owners + spellings.start).tolist(), strict=True),
        )
        count += len(names)
    return count


def _names_after(database: sqlite3.Connection, spelling: int) -> list[str]:
    rows = database.execute("SELECT name FROM spellings WHERE id > ? ORDER BY id LIMIT ?", (spelling, BATCH))
    return [name for (name,) in rows]
