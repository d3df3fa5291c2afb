"""Measure one way of bringing task points into PostGIS: ``postgis_speed.py WAY ADDRESS ROWS``.

Every way but planmap's own makes the same table, with key and spatial index, in one transaction. Prints one
JSON object: by step, seconds on the clock and on this process's cores; and the greatest memory.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.schema import TASK_POINTS, TASKS, Column, Type, restore_types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SEED = 1
POINTS_A_TASK = 5
SCHEMA = "bench"
TARGET = f"{SCHEMA}.points"
BYTES_OF_PEAK = 1 if sys.platform == "darwin" else 1024
MEGABYTE = 1_000_000
SQL_TYPES = {
    Type.TEXT: "text",
    Type.INTEGER: "bigint",
    Type.NUMBER: "double precision",
    Type.DATE: "date",
    Type.FLAG: "boolean",
}
CREATE = f"CREATE TABLE {TARGET} ({{}}, geometry geometry(Point,4326) NOT NULL)".format(
    ", ".join(f'"{column.name}" {SQL_TYPES[column.type]}' for column in TASK_POINTS.columns)
)
COLUMNS = ", ".join(f'"{name}"' for name in (*TASK_POINTS.column_names, "geometry"))
COPY = f"COPY {TARGET} ({COLUMNS}) FROM STDIN"
FINISH = (
    f"ALTER TABLE {TARGET} ADD PRIMARY KEY (id)",
    f"CREATE INDEX ON {TARGET} USING gist (geometry)",
)

Figures = dict[str, Any]


# --- What is brought in --------------------------------------------------------------------------


def task_points(rows: int) -> gpd.GeoDataFrame:
    """Generate placed tasks with all columns of the layer, the same ones each time."""
    rng = np.random.default_rng(SEED)
    cells = {column.name: _cells(column, rows, rng) for column in TASK_POINTS.columns}
    cells["id"] = [f"T-{row // POINTS_A_TASK:06}-{row % POINTS_A_TASK}" for row in range(rows)]
    cells["task_id"] = [f"T-{row // POINTS_A_TASK:06}" for row in range(rows)]
    lonlat = np.round(rng.uniform((113.5, 34.6), (113.8, 34.9), (rows, 2)), 7)
    drawn = gpd.GeoDataFrame(cells, geometry=shapely.points(lonlat), crs="EPSG:4326")
    return gpd.GeoDataFrame(restore_types(drawn, TASK_POINTS))


def tasks_of(points: gpd.GeoDataFrame) -> pd.DataFrame:
    """Give the table of the tasks that the points belong to."""
    tasks = points.drop_duplicates("task_id").assign(placed="yes", places=points["place"], reason=None)
    return restore_types(pd.DataFrame(tasks[list(TASKS.column_names)]), TASKS)


def _cells(column: Column, rows: int, rng: np.random.Generator) -> list[Any]:
    """Generate cells of a column; of one that may be empty, each third is."""
    drawn = rng.integers(0, 1000, rows).tolist()
    made: dict[Type, Callable[[int], Any]] = {
        Type.TEXT: lambda n: (
            f"完成第{n}号道路综合整治，年底前建成通车" if column.name == "text" else f"片区{n}"
        ),
        Type.INTEGER: lambda n: n,
        Type.NUMBER: lambda n: n / 7 + 1,
        Type.DATE: lambda n: dt.date(2020, 1, 1) + dt.timedelta(days=n),
        Type.FLAG: lambda n: n % 2 == 0,
    }
    if column.allowed:
        return [column.allowed[n % len(column.allowed)] for n in drawn]
    return [None if not column.required and n % 3 == 0 else made[column.type](n) for n in drawn]


def _rows(points: gpd.GeoDataFrame, shapes: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    frames = (points[name] for name in TASK_POINTS.column_names)
    cells = (frame.astype(object).where(frame.notna(), None).tolist() for frame in frames)
    return zip(*cells, shapes, strict=True)


def _wkb(points: gpd.GeoDataFrame, *, as_hex: bool) -> Any:  # noqa: ANN401 - bytes or texts
    return shapely.to_wkb(shapely.set_srid(points.geometry.to_numpy(), 4326), include_srid=True, hex=as_hex)


def _copy_text(points: gpd.GeoDataFrame) -> bytes:
    """Write the rows as COPY reads them; the generated texts hold no sign that needs an escape."""
    lines = (
        "\t".join("\\N" if cell is None else str(cell) for cell in row)
        for row in _rows(points, _wkb(points, as_hex=True))
    )
    return ("\n".join(lines) + "\n").encode()


# --- The ways ------------------------------------------------------------------------------------


def planmap(points: gpd.GeoDataFrame, address: str) -> Figures:
    """Push the points and their tasks three times: new, unchanged, and with one row of a hundred changed."""
    postgis, assets = importlib.import_module("geo.io.postgis"), importlib.import_module("geo.io.assets")
    labels, parsed = assets.read_labels(), postgis.parse_address(address)
    layers = {TASKS: tasks_of(points), TASK_POINTS: points}
    taken = {}
    for step in ("new", "unchanged", "1 % changed"):
        if step == "1 % changed":
            layers[TASK_POINTS] = points.assign(unit=points["unit"].where(points.index % 100 != 0, "某单位"))
        with timed() as taken[step]:
            postgis.push_layers(layers, parsed, schema=SCHEMA, labels=labels)
    return taken


def asyncpg_binary(points: gpd.GeoDataFrame, address: str) -> Figures:
    """COPY in its binary form, with WKB."""

    async def copy(connection: Any) -> None:  # noqa: ANN401 - asyncpg has no types
        await connection.set_type_codec(
            "geometry", schema="public", encoder=bytes, decoder=bytes, format="binary"
        )
        rows = _rows(points, _wkb(points, as_hex=False))
        await connection.copy_records_to_table("points", schema_name=SCHEMA, records=rows)

    return {"new": asyncio.run(_with_asyncpg(copy, address))}


def asyncpg_text(points: gpd.GeoDataFrame, address: str) -> Figures:
    """COPY in its text form, with WKB in hexadecimal digits."""

    async def copy(connection: Any) -> None:  # noqa: ANN401
        await connection.copy_to_table("points", schema_name=SCHEMA, source=io.BytesIO(_copy_text(points)))

    return {"new": asyncio.run(_with_asyncpg(copy, address))}


async def _with_asyncpg(copy: Callable[[Any], Any], address: str) -> Figures:
    connection = await importlib.import_module("asyncpg").connect(address)
    with timed() as taken:
        async with connection.transaction():
            await connection.execute(CREATE)
            await copy(connection)
            await connection.execute(";".join(FINISH))
    await connection.close()
    return taken


def psycopg_text(points: gpd.GeoDataFrame, address: str) -> Figures:
    """COPY a row at a time in text form, with WKB in hexadecimal digits."""
    return _with_psycopg(address, COPY, lambda: _rows(points, _wkb(points, as_hex=True)), types=None)


def psycopg_binary(points: gpd.GeoDataFrame, address: str) -> Figures:
    """COPY a row at a time in binary form, with WKB."""
    known = {Type.TEXT: "text", Type.INTEGER: "int8", Type.NUMBER: "float8", Type.DATE: "date"}
    types = [*(known[column.type] for column in TASK_POINTS.columns), "bytea"]
    command = f"{COPY} (FORMAT binary)"
    return _with_psycopg(address, command, lambda: _rows(points, _wkb(points, as_hex=False)), types=types)


def _with_psycopg(
    address: str, command: str, rows: Callable[[], Iterator[tuple[Any, ...]]], *, types: list[str] | None
) -> Figures:
    with importlib.import_module("psycopg").connect(address) as connection, timed() as taken:
        connection.execute(CREATE)
        with connection.cursor().copy(command) as copy:
            if types:
                copy.set_types(types)
            for row in rows():
                copy.write_row(row)
        for statement in FINISH:
            connection.execute(statement)
        connection.commit()
    return {"new": taken}


def pg8000(points: gpd.GeoDataFrame, address: str) -> Figures:
    """COPY in its text form; the driver is Python all through."""
    where = _parts(address)
    socket = f"{where['host']}/.s.PGSQL.{where['port']}"
    native = importlib.import_module("pg8000.native")
    connection = native.Connection(where["user"], unix_sock=socket, database=where["database"])
    with timed() as taken:
        connection.run("BEGIN")
        connection.run(CREATE)
        connection.run(COPY, stream=io.BytesIO(_copy_text(points)))
        for statement in (*FINISH, "COMMIT"):
            connection.run(statement)
    connection.close()
    return {"new": taken}


def to_postgis(points: gpd.GeoDataFrame, address: str) -> Figures:
    """Write by GeoPandas, with SQLAlchemy, GeoAlchemy2 and psycopg 3; its own spatial index, our key."""
    sqlalchemy = importlib.import_module("sqlalchemy")
    engine = sqlalchemy.create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1))
    with timed() as taken, engine.begin() as connection:
        points.to_postgis("points", connection, schema=SCHEMA)
        connection.execute(sqlalchemy.text(FINISH[0]))
    engine.dispose()
    return {"new": taken}


def ogr2ogr(points: gpd.GeoDataFrame, address: str) -> Figures:
    """Write by the system's ogr2ogr from a FlatGeobuf that is there before; its own key and index."""
    where = _parts(address)
    target = f"PG:host={where['host']} port={where['port']} user={where['user']} dbname={where['database']}"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "points.fgb")
        points.to_file(source, driver="FlatGeobuf", SPATIAL_INDEX="NO")
        program = shutil.which("ogr2ogr") or "ogr2ogr"
        options = ["-nln", TARGET, "-lco", "GEOMETRY_NAME=geometry", "--config", "PG_USE_COPY", "YES"]
        with timed() as taken:
            subprocess.run([program, "-f", "PostgreSQL", target, str(source), *options], check=True)
    return {"new": taken}


def _parts(address: str) -> dict[str, str]:
    parts = urlsplit(address)
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {**options, "user": parts.username or "", "database": parts.path.removeprefix("/")}


WAYS: dict[str, Callable[[gpd.GeoDataFrame, str], Figures]] = {
    way.__name__: way
    for way in (
        planmap,
        asyncpg_binary,
        asyncpg_text,
        psycopg_binary,
        psycopg_text,
        pg8000,
        to_postgis,
        ogr2ogr,
    )
}


@contextmanager
def timed() -> Iterator[Figures]:
    """Yield a record that holds the seconds of the block once it has ended."""
    taken: Figures = {}
    started, children = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    core = time.process_time()
    yield taken
    taken["seconds"] = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    of_children = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    taken["core_seconds"] = time.process_time() - core + of_children


def main(way: str, address: str, rows: str) -> None:
    """Measure one way and print its figures."""
    points = task_points(int(rows))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures: Figures = {"steps": WAYS[way](points, address), "load": os.getloadavg()[0]}
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    figures["grown_mb"] = grown * BYTES_OF_PEAK / MEGABYTE
    figures["frame_mb"] = points.memory_usage(deep=True).sum() / MEGABYTE
    print(json.dumps(figures, default=float))


if __name__ == "__main__":
    main(*sys.argv[1:])
