"""Measure one reader on one text, in this process: ``reading_speed.py READER TEXT``.

Runs in the reader's own environment, so it needs nothing but the standard library and that reader.
Prints one JSON object: characters, seconds on the clock and on the core, peak memory, version.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2020, 8, 1)
BYTES_OF_PEAK = 1 if sys.platform == "darwin" else 1024


def planmap() -> Callable[[str], object]:
    """Read a whole report: sections, tasks, times, quantities, lists, places, segments."""
    extract, assets, model = (
        importlib.import_module(f"geo.{name}") for name in ("extract", "io.assets", "model")
    )
    lexicon = assets.read_lexicon()
    return lambda text: extract.read_report(
        model.Document("report.md", text, ""), reference=DAY, lexicon=lexicon
    )


def jionlp_times() -> Callable[[str], object]:
    """Find and parse times, line by line."""
    find = importlib.import_module("jionlp").ner.extract_time
    start = time.mktime(DAY.timetuple())
    return lambda text: [find(line, time_base=start) for line in lines_of(text)]


def jionlp_locations() -> Callable[[str], object]:
    """Find provinces, cities, counties and some roads, line by line."""
    find = importlib.import_module("jionlp").recognize_location
    return lambda text: [find(line) for line in lines_of(text)]


def cpca() -> Callable[[str], object]:
    """Tell the province, city and county of each line, as of an address."""
    transform = importlib.import_module("cpca").transform
    return lambda text: transform(lines_of(text))


READERS: dict[str, tuple[str, Callable[[], Callable[[str], Any]]]] = {
    "planmap": ("planmap", planmap),
    "jionlp-times": ("jionlp", jionlp_times),
    "jionlp-locations": ("jionlp", jionlp_locations),
    "cpca": ("cpca", cpca),
}
"""Name, distribution, and what makes the function that reads a text."""


def lines_of(text: str) -> list[str]:
    """Give the lines that have something on them."""
    return [line for line in text.splitlines() if line.strip()]


def peak_bytes() -> int:
    """Give the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_PEAK


def stay_on_one_core() -> None:
    """Keep to one core where the system can be told so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Read a short text first, so that what is loaded at the first call is not counted."""
    name, path = sys.argv[1:]
    stay_on_one_core()
    distribution, make = READERS[name]
    read = make()
    text = Path(path).read_text(encoding="utf-8")
    read(text[:1000])
    before = peak_bytes()
    started, worked = time.perf_counter(), time.process_time()
    kept = read(text)
    seconds, core_seconds = time.perf_counter() - started, time.process_time() - worked
    figures = {
        "characters": len(text),
        "seconds": seconds,
        "core_seconds": core_seconds,
        "before_bytes": before,
        "peak_bytes": peak_bytes(),
        "version": version(distribution) if distribution != "planmap" else "",
    }
    del kept
    json.dump(figures, sys.stdout)


if __name__ == "__main__":
    main()
