"""Measure one library's datum conversions, in this process: ``datum_speed.py LIBRARY POSITIONS``.

Runs in the library's own environment, so it needs nothing but the standard library and that library.
Prints one JSON object: the library's version, and for each conversion seconds on the clock and on the cores,
and how far from where they began positions are after going there and back.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import random
import sys
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Pairs = Sequence[tuple[float, float]]
    Conversion = Callable[[Any], Any]

SEED = 1
CHINA = ((73.0, 135.0), (4.0, 54.0))
METRES_PER_DEGREE = 111_320.0
TAKEN = 3
"""Times that each conversion is done; the best one counts."""


def planmap() -> dict[str, Conversion]:
    """Arrays, exact inverse, in threads."""
    crs, model = importlib.import_module("geo.crs"), importlib.import_module("geo.model")
    gcj02, bd09 = model.Datum.GCJ02, model.Datum.BD09
    return {
        "to GCJ-02": lambda given: crs.from_wgs84(given, datum=gcj02),
        "from GCJ-02": lambda given: crs.to_wgs84(given, datum=gcj02),
        "to BD-09": lambda given: crs.from_wgs84(given, datum=bd09),
        "from BD-09": lambda given: crs.to_wgs84(given, datum=bd09),
    }


def transbigdata() -> dict[str, Conversion]:
    """Arrays, inverse by subtracting once."""
    library = importlib.import_module("transbigdata")
    stacked = importlib.import_module("numpy").column_stack

    def of_columns(convert: Callable[[Any, Any], Any]) -> Conversion:
        return lambda given: stacked(convert(given[:, 0], given[:, 1]))

    return {
        "to GCJ-02": of_columns(library.wgs84togcj02),
        "from GCJ-02": of_columns(library.gcj02towgs84),
        "to BD-09": of_columns(library.wgs84tobd09),
        "from BD-09": of_columns(library.bd09towgs84),
    }


def coord_convert() -> dict[str, Conversion]:
    """One position at a time, longitude first."""
    library = importlib.import_module("coord_convert.transform")
    return {
        "to GCJ-02": each(library.wgs2gcj),
        "from GCJ-02": each(library.gcj2wgs),
        "to BD-09": each(library.wgs2bd),
        "from BD-09": each(library.bd2wgs),
    }


def eviltransform() -> dict[str, Conversion]:
    """One position at a time, latitude first."""
    library = importlib.import_module("eviltransform")
    return {
        "to GCJ-02": each_swapped(library.wgs2gcj),
        "from GCJ-02": each_swapped(library.gcj2wgs_exact),
        "to BD-09": each_swapped(library.wgs2bd),
        "from BD-09": each_swapped(library.bd2wgs),
    }


def prcoords() -> dict[str, Conversion]:
    """One position at a time, latitude first in a pair."""
    library = importlib.import_module("prcoords")

    def pairs(convert: Callable[[Any], Any]) -> Conversion:
        return each_swapped(lambda lat, lon: tuple(convert(library.Coords(lat, lon))))

    return {
        "to GCJ-02": pairs(library.wgs_gcj),
        "from GCJ-02": pairs(library.gcj_wgs_bored),
        "to BD-09": pairs(library.wgs_bd),
        "from BD-09": pairs(library.bd_wgs_bored),
    }


LIBRARIES: dict[str, tuple[Callable[[], dict[str, Conversion]], bool]] = {
    "planmap": (planmap, True),
    "transbigdata": (transbigdata, True),
    "coord-convert": (coord_convert, False),
    "eviltransform": (eviltransform, False),
    "prcoords": (prcoords, False),
}
"""By distribution: what gives the conversions, and whether they take arrays."""


def each(convert: Callable[[float, float], Sequence[float]]) -> Conversion:
    """Convert positions one by one."""
    return lambda given: [tuple(convert(lon, lat)) for lon, lat in given]


def each_swapped(convert: Callable[[float, float], Sequence[float]]) -> Conversion:
    """Convert positions one by one with a function that has the latitude first."""
    return lambda given: [tuple(reversed(convert(lat, lon))) for lon, lat in given]


def positions(count: int) -> list[tuple[float, float]]:
    """Give positions over China, the same ones each time."""
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    lons, lats = CHINA
    return [(chance.uniform(*lons), chance.uniform(*lats)) for _ in range(count)]


def measure(convert: Conversion, given: object) -> tuple[object, dict[str, float]]:
    """Convert several times; give the result, and the least time on the clock and on the cores."""
    clocks, cores, result = [], [], None
    for _ in range(TAKEN):
        cores_began, clock_began = time.process_time(), time.perf_counter()
        result = convert(given)
        clocks.append(time.perf_counter() - clock_began)
        cores.append(time.process_time() - cores_began)
    return result, {"seconds": min(clocks), "core_seconds": min(cores)}


def farthest_m(given: Pairs, back: Pairs) -> float:
    """Give the largest distance between positions, in metres, a degree taken as one of latitude."""
    return max(math.dist(a, b) for a, b in zip(given, back, strict=True)) * METRES_PER_DEGREE


def main(name: str, count: int) -> None:
    """Measure all conversions of a library."""
    make, takes_arrays = LIBRARIES[name]
    conversions = make()
    given: Any = positions(count)
    if takes_arrays:
        given = importlib.import_module("numpy").array(given)
    taken: dict[str, dict[str, float]] = {}
    for datum in ("GCJ-02", "BD-09"):
        there, taken[f"to {datum}"] = measure(conversions[f"to {datum}"], given)
        back, taken[f"from {datum}"] = measure(conversions[f"from {datum}"], there)
        taken[f"from {datum}"]["farthest_m"] = farthest_m(given, back)  # type: ignore[arg-type]
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
    print(json.dumps({"version": version(name), "positions": count, "load": load, "conversions": taken}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
