"""Measure one way of writing layers, in this process: ``layers_speed.py WHAT FOLDER ROWS``.

WHAT is ``generate``, ``planmap`` or ``pyogrio``; FOLDER holds the generated tasks and what is written.
Prints one JSON object.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import pickle
import resource
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyogrio

from generated_tasks import generate_tasks
from geo import schema
from geo.io.assets import read_labels
from geo.io.geopackage import PackageTable, geopackage_bytes
from geo.io.layers import layer_bytes
from geo.io.outputs import write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import geopandas as gpd
    import pandas as pd

SEED = 1
GENERATED = "tasks.pickle"
PROJECT_BYTES = 200_000
"""Size of a project with its styles, layouts and bookmarks."""
WARM_UP = 100
"""Rows that are written first, so that the libraries are loaded."""
BYTES_OF_PEAK = 1 if sys.platform == "darwin" else 1024
MEGABYTE = 1_000_000

Figures = dict[str, Any]


def generate(folder: Path, rows: int) -> Figures:
    """Keep the generated tasks, so that every way begins with the same frames."""
    generated = generate_tasks(rows, seed=SEED)
    (folder / GENERATED).write_bytes(pickle.dumps(generated))
    return {"rows": len(generated[1]), "columns": len(schema.TASK_POINTS.columns)}


def by_planmap(folder: Path, tasks: pd.DataFrame, placed: gpd.GeoDataFrame) -> Figures:
    """Write as a build does: everything is made, held against its schema, then put in place."""
    labels = read_labels()
    project = bytes(range(256)) * (PROJECT_BYTES // 256)
    with timed() as geojson:
        text = layer_bytes(placed, schema.TASK_POINTS)
    with timed() as package:
        packed = geopackage_bytes(
            [
                PackageTable(tasks, schema.TASKS, "任务", ""),
                PackageTable(placed, schema.TASK_POINTS, "任务点", ""),
            ],
            column_labels=labels["columns"],
            styles={"task_points": "<qgis/>"},
            project=project,
            project_name="项目一张图",
            when=dt.date(2020, 8, 1),
        )
    with timed() as files:
        write_all(
            {
                folder / "task_points.geojson": text,
                folder / "planmap.gpkg": packed,
                folder / "planmap.qgz": project,
            }
        )
    return {"geojson": geojson, "gpkg": package, "files": files}


def by_pyogrio(folder: Path, tasks: pd.DataFrame, placed: gpd.GeoDataFrame) -> Figures:
    """Write the same rows as they are."""
    with timed() as geojson:
        pyogrio.write_dataframe(placed, folder / "plain.geojson")
    with timed() as package:
        pyogrio.write_dataframe(placed, folder / "plain.gpkg", layer="task_points")
        pyogrio.write_dataframe(tasks, folder / "plain.gpkg", layer="tasks")
    return {"geojson": geojson, "gpkg": package, "files": {"seconds": 0.0, "core_seconds": 0.0}}


WAYS: dict[str, Callable[[Path, pd.DataFrame, gpd.GeoDataFrame], Figures]] = {
    "planmap": by_planmap,
    "pyogrio": by_pyogrio,
}


def measure(what: str, folder: Path) -> Figures:
    """Write with frames in memory, and tell how much memory that took beside them."""
    tasks, placed = pickle.loads((folder / GENERATED).read_bytes())  # noqa: S301 - our own
    frame_mb = sum(int(frame.memory_usage(deep=True).sum()) for frame in (tasks, placed)) / MEGABYTE
    with tempfile.TemporaryDirectory() as aside:
        WAYS[what](Path(aside), tasks.head(WARM_UP), placed.head(WARM_UP))
    before = resident_mb()
    figures = WAYS[what](folder, tasks, placed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_PEAK / MEGABYTE
    return figures | {"frame_mb": frame_mb, "beside_mb": peak - before, "load": os.getloadavg()[0]}


@contextmanager
def timed() -> Iterator[Figures]:
    """Take the time of a block, on the clock and on the core."""
    taken: Figures = {}
    begun, begun_core = time.perf_counter(), time.process_time()
    yield taken
    taken["seconds"] = time.perf_counter() - begun
    taken["core_seconds"] = time.process_time() - begun_core


def resident_mb() -> float:
    """Return what this process has in memory now, where the system tells; its peak elsewhere."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_PEAK / MEGABYTE
    return pages * resource.getpagesize() / MEGABYTE


if __name__ == "__main__":
    name, where, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(generate(where, count) if name == "generate" else measure(name, where)))
