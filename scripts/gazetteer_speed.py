"""Measure one way of looking names up, in this process: ``gazetteer_speed.py WHAT FOLDER PLACES``.

WHAT is ``generate``, ``planmap-import``, ``planmap``, ``dict``, ``fts5`` or ``pandas``; FOLDER holds the
generated places and what is made of them. Prints one JSON object.
"""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import sqlite3
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from generated_places import generate_places
from geo.geocode.names import normalise_name
from geo.io.gazetteer import GazetteerIndex, ImportOptions, import_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SEED = 1
TABLE = "places.csv"
DRAWN = "queries.json"
QUERIES = 50_000
CLOSE_QUERIES = 2_000
DISTRICT = (113.5, 34.6, 113.8, 34.9)
"""A rectangle of about 27 by 33 km, in which some 3,000 of a million places lie."""
BYTES_OF_PEAK = 1 if sys.platform == "darwin" else 1024
MEGABYTE = 1_000_000

Figures = dict[str, Any]


def generate(folder: Path, places: int) -> Figures:
    """Write the places as a CSV in WGS 84."""
    names, kinds, lonlat = generate_places(places, seed=SEED)
    with (folder / TABLE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("name", "kind", "lon", "lat"))
        writer.writerows(zip(names, kinds, *lonlat.T.tolist(), strict=True))
    (folder / DRAWN).write_text(json.dumps(draw_queries(names), ensure_ascii=False), encoding="utf-8")
    return {"different_names": len(set(names))}


def planmap_import(folder: Path, _: int) -> Figures:
    """Import the CSV, as ``planmap gazetteer import`` does."""
    with timed() as taken:
        report = import_places(
            folder / TABLE, folder, options=ImportOptions(datum="wgs84"), normalise=normalise_name
        )
    return {"build": taken, "file_mb": report.path.stat().st_size / MEGABYTE}


def planmap(folder: Path, _: int) -> Figures:
    """Look names up in the index."""
    with timed() as opening:
        index = GazetteerIndex(folder / f"{TABLE}.sqlite")
        index.exact("人民路")
    different, by_place = queries(folder)
    return {
        "open": opening,
        "exact_per_s": per_second(index.exact, different),
        "exact_by_place_per_s": per_second(index.exact, by_place),
        "close_ms": milliseconds(index.close, misspelt(different)),
        "close_in_district_ms": milliseconds(
            lambda name: index.close(name, bounds=DISTRICT), misspelt(different)
        ),
        "piece_ms": milliseconds(index.containing, [name[:2] for name in different[:CLOSE_QUERIES]]),
    }


def in_dict(folder: Path, _: int) -> Figures:
    """Keep all rows in a plain dict of names."""
    by_name: dict[str, list[tuple[str, ...]]] = {}
    with timed() as taken:
        for row in rows_of(folder):
            by_name.setdefault(row[0], []).append(row)
    different, by_place = queries(folder)
    return {
        "build": taken,
        "open": taken,
        "exact_per_s": per_second(lambda name: by_name.get(name, ()), different),
        "exact_by_place_per_s": per_second(lambda name: by_name.get(name, ()), by_place),
    }


def in_fts5(folder: Path, _: int) -> Figures:
    """Keep all rows in FTS5 with the tokenizer that it takes by default."""
    path = folder / "fts5.sqlite"
    path.unlink(missing_ok=True)
    with timed() as building:
        database = sqlite3.connect(path)
        database.execute(
            "CREATE VIRTUAL TABLE places USING fts5 (name, kind UNINDEXED, lon UNINDEXED, lat UNINDEXED)"
        )
        database.executemany("INSERT INTO places VALUES (?, ?, ?, ?)", rows_of(folder))
        database.commit()
        database.close()
    with timed() as opening:
        database = sqlite3.connect(path)
    different, by_place = queries(folder)

    def exact(name: str) -> list[Any]:
        return database.execute("SELECT * FROM places WHERE places MATCH ?", (f'"{name}"',)).fetchall()

    return {
        "build": building,
        "open": opening,
        "file_mb": path.stat().st_size / MEGABYTE,
        "exact_per_s": per_second(exact, different),
        "exact_by_place_per_s": per_second(exact, by_place),
    }


def in_pandas(folder: Path, _: int) -> Figures:
    """Keep all rows in a frame with the names as its index."""
    with timed() as taken:
        places = pd.read_csv(folder / TABLE).set_index("name").sort_index()
    different, by_place = queries(folder)
    some = different[:CLOSE_QUERIES]
    return {
        "build": taken,
        "open": taken,
        "exact_per_s": per_second(lambda name: places.loc[[name]], some),
        "exact_by_place_per_s": per_second(lambda name: places.loc[[name]], by_place[:CLOSE_QUERIES]),
    }


MEASURES: dict[str, Callable[[Path, int], Figures]] = {
    "generate": generate,
    "planmap-import": planmap_import,
    "planmap": planmap,
    "dict": in_dict,
    "fts5": in_fts5,
    "pandas": in_pandas,
}


class timed:  # noqa: N801 - used like a function
    """Take the time of a block, on the clock and on the cores."""

    def __enter__(self) -> dict[str, float]:
        self._taken: dict[str, float] = {}
        self._clock, self._cores = time.perf_counter(), time.process_time()
        return self._taken

    def __exit__(self, *_: object) -> None:
        self._taken["seconds"] = time.perf_counter() - self._clock
        self._taken["core_seconds"] = time.process_time() - self._cores


def draw_queries(names: Sequence[str]) -> dict[str, list[str]]:
    """Draw among the different names, and among the places, where frequent names come often."""
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    different = sorted(set(names))
    return {
        "different": chance.sample(different, min(QUERIES, len(different))),
        "by_place": chance.choices(names, k=QUERIES),
    }


def queries(folder: Path) -> tuple[list[str], list[str]]:
    """Read the names that were drawn."""
    drawn = json.loads((folder / DRAWN).read_text(encoding="utf-8"))
    return drawn["different"], drawn["by_place"]


def misspelt(names: Sequence[str]) -> list[str]:
    """Change one character of each name into one of another name."""
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    changed = []
    for name in names[:CLOSE_QUERIES]:
        at = chance.randrange(len(name))
        changed.append(name[:at] + chance.choice(chance.choice(names)) + name[at + 1 :])
    return changed


def rows_of(folder: Path) -> Iterator[tuple[str, ...]]:
    """Give the rows of the CSV."""
    with (folder / TABLE).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from map(tuple, reader)


def per_second(look_up: Callable[[str], object], names: Sequence[str]) -> dict[str, float]:
    """Give look-ups a second, the better of two passes, on the clock and on the core."""
    passes = []
    for _ in range(2):
        with timed() as taken:
            for name in names:
                look_up(name)
        passes.append(taken)
    return {key: len(names) / min(taken[key] for taken in passes) for key in passes[0]}


def milliseconds(look_up: Callable[[str], object], names: Sequence[str]) -> dict[str, float]:
    """Give the median and the 95th percentile of look-ups, on the clock, and the latter on the core."""
    taken = []
    for name in names:
        with timed() as once:
            look_up(name)
        taken.append(once)
    clocks, cores = (sorted(1000 * once[key] for once in taken) for key in ("seconds", "core_seconds"))
    ninety_fifth = int(0.95 * len(names))
    return {"p50": clocks[len(names) // 2], "p95": clocks[ninety_fifth], "core_p95": cores[ninety_fifth]}


def main(what: str, folder: Path, places: int) -> None:
    """Measure one thing and print its figures."""
    figures = MEASURES[what](folder, places)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_PEAK / MEGABYTE
    load = os.getloadavg()[0]
    print(json.dumps({**figures, "peak_mb": peak, "load": load}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
