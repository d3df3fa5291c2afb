"""Make .venv where needed, then measure how fast layers come into PostGIS, beside other ways.

It starts a PostgreSQL cluster of its own. The peers get an environment of their own, from the network,
that is gone afterwards. Prints the section "PostGIS" of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from entry_point import start  # noqa: E402
from environment import (  # noqa: E402
    ROOT,
    RUNTIME_LOCK,
    Environment,
    InstallationError,
    make_empty,
    program_in,
    run_pip,
    tell,
)
from machine import machine_line  # noqa: E402
from postgis_cluster import address_of, find_programs, running_cluster  # noqa: E402

RUNS = 3
DATABASE = "bench"
OWN = {
    "planmap": "planmap push",
    "asyncpg_binary": "asyncpg, COPY binary",
    "asyncpg_text": "asyncpg, COPY text",
}
PEERS = {
    "psycopg_binary": "psycopg 3, COPY binary",
    "psycopg_text": "psycopg 3, COPY text",
    "pg8000": "pg8000, COPY text",
    "to_postgis": "GeoDataFrame.to_postgis",
    "ogr2ogr": "ogr2ogr",
}
PACKAGES = ("geopandas", "pyogrio", "sqlalchemy", "geoalchemy2", "psycopg[binary]", "pg8000")
YARDSTICK = "asyncpg_binary"

Figures = dict[str, Any]


def bench(environment: Environment, arguments: list[str]) -> int:
    """Start a cluster, measure every way, and print the table."""
    parser = argparse.ArgumentParser(prog="bench_postgis.py")
    parser.add_argument("--rows", type=int, default=100_000, metavar="N", help="task points to bring in")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    options = parser.parse_args(arguments)
    programs = find_programs()
    if programs is None:
        tell("no PostgreSQL with PostGIS here; on Debian run: apt install postgresql-15-postgis-3")
        return 2
    with running_cluster(programs) as cluster, tempfile.TemporaryDirectory() as folder:
        run_sql(programs, cluster, "postgres", f"CREATE DATABASE {DATABASE}")
        run_sql(programs, cluster, DATABASE, "CREATE EXTENSION postgis")

        pythons = dict.fromkeys(OWN, environment.python)
        if not options.alone:
            python = peer_python(Path(folder, "peers"))
            pythons |= {way: python for way in PEERS if way != "ogr2ogr" or shutil.which(way)}
        # In rounds, so that a busy moment of the machine meets every way.
        rounds = [
            {way: measured(way, python, programs, cluster, options.rows) for way, python in pythons.items()}
            for _ in range(RUNS)
        ]
    found = {way: [done[way] for done in rounds] for way in pythons}
    print("\n".join([*heading(options.rows), *rows_of(found)]))
    return 0


def peer_python(folder: Path) -> Path:
    """Make an environment with the peers and return its Python."""
    tell("making the environment of the peers ...")
    make_empty(folder)
    python = program_in(folder, "python")
    run_pip(python, ["install", *PACKAGES])
    return python


def measured(way: str, python: Path, programs: Path, cluster: Path, rows: int) -> Figures:
    """Measure one way in a process of its own, into a schema that is empty."""
    tell(f"{way} ...")
    anew = "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench; CHECKPOINT"
    run_sql(programs, cluster, DATABASE, anew)
    address = address_of(cluster, database=DATABASE)
    command = [str(python), str(ROOT / "scripts" / "postgis_speed.py"), way, address, str(rows)]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=surroundings)
    figures: Figures = json.loads(answer.stdout.splitlines()[-1])
    table = "task_points" if way == "planmap" else "points"
    counted = run_sql(programs, cluster, DATABASE, f"SELECT count(*) FROM bench.{table}")  # noqa: S608
    if int(counted) != rows:
        raise InstallationError(f"{way}: {counted} rows came, not {rows}")
    return figures


def run_sql(programs: Path, cluster: Path, database: str, sql: str) -> str:
    """Run statements one after the other; return what they print."""
    command = [str(programs / "psql"), "--quiet", "--no-psqlrc", "--tuples-only", "--no-align"]
    statements = [part for statement in sql.split("; ") for part in ("--command", statement)]
    address = address_of(cluster, database=database)
    quiet = os.environ | {"PGOPTIONS": "-c client_min_messages=warning"}
    answer = subprocess.run(
        [*command, *statements, address], check=True, stdout=subprocess.PIPE, text=True, env=quiet
    )
    return answer.stdout.strip()


def rows_of(found: dict[str, list[Figures]]) -> list[str]:
    """Write a row a way and step: the fastest run, and the slowest one's seconds."""
    fastest = min(run["steps"]["new"]["seconds"] for run in found[YARDSTICK])
    titles = {**OWN, **PEERS}
    rows = []
    for way, runs in found.items():
        for step in runs[0]["steps"]:
            best, *_, worst = sorted(runs, key=lambda run: float(run["steps"][step]["seconds"]))
            taken, longest = best["steps"][step], worst["steps"][step]["seconds"]
            title = f"{titles[way]}, {step}" if way == "planmap" else titles[way]
            rows.append(
                f"| {title} | {taken['seconds']:.2f} ({taken['core_seconds']:.2f}) | {longest:.2f}"
                f" | {taken['seconds'] / fastest:.1f} | {best['grown_mb']:,.0f} | {best['load']:.1f} |"
            )
    return rows


def heading(rows: int) -> list[str]:
    """Say what was measured, on what and how."""
    return [
        "## PostGIS",
        "",
        f"`python3 scripts/bench_postgis.py` brings {rows:,} task points with all their columns (seeded)",
        "from a frame in memory into a PostgreSQL cluster of its own, over a socket, in one transaction,",
        "with primary key and spatial index. planmap brings the tasks of the points too, a fifth as many,",
        "with foreign key and comments; then again where nothing has changed, and where one point of a",
        "hundred has. ogr2ogr reads a FlatGeobuf. Each way has three runs, each in a process of its own, in",
        "turns; the ratio is between the fastest ones. In brackets stand seconds of the client's cores; the",
        "server's are not in them. Memory is what the process grew by. Load is that of the machine in the",
        "last minute.",
        "",
        machine_line(),
        "",
        "| way | fastest, s | slowest, s | ratio | MB more | load |",
        f"|---|{'---:|' * 5}",
    ]


if __name__ == "__main__":
    sys.exit(
        start(bench, description=__doc__, passes_on_to="the benchmark: --rows, --alone", lock=RUNTIME_LOCK)
    )
