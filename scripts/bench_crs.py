"""Make .venv where needed, then measure how fast datums are converted, beside other libraries.

Each peer gets an environment of its own, from the network, that is gone afterwards. Prints the section
"Datums" of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
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

MILLION = 1_000_000
ONE_BY_ONE = 20_000
"""Positions for a library that takes them one at a time."""
PEERS = {
    "transbigdata": (("transbigdata", "setuptools<81"), MILLION),
    "coord-convert": (("coord-convert",), ONE_BY_ONE),
    "prcoords": (("prcoords",), ONE_BY_ONE),
    "eviltransform": (("eviltransform",), ONE_BY_ONE),
}
"""What is installed, and how many positions it is given."""
RUNS = 2
TIMEOUT_S = 600
CONVERSIONS = ("to GCJ-02", "from GCJ-02", "to BD-09", "from BD-09")

Taken = dict[str, Any]


def bench(environment: Environment, arguments: list[str]) -> int:
    """Measure every library and print the table."""
    parser = argparse.ArgumentParser(prog="bench_crs.py")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    options = parser.parse_args(arguments)
    lines = [*heading(), *rows_of("planmap", environment.python, MILLION)]
    with tempfile.TemporaryDirectory() as folder:
        for name in () if options.alone else PEERS:
            lines += peer_rows(Path(folder, name), name)
    print("\n".join(lines))
    return 0


def peer_rows(folder: Path, name: str) -> list[str]:
    """Measure a peer in an environment of its own; say so where it cannot be had or does not run."""
    packages, count = PEERS[name]
    try:
        tell(f"{name}: making its environment ...")
        make_empty(folder)
        python = program_in(folder, "python")
        run_pip(python, ["install", *packages])
        return rows_of(name, python, count)
    except (InstallationError, subprocess.SubprocessError) as problem:
        return [f"| {name} | not measured: {str(problem).splitlines()[0]} |" + " |" * 7]


def rows_of(name: str, python: Path, count: int) -> list[str]:
    """Measure a library, each run in a process of its own, and give a row a run."""
    rows = []
    for _ in range(RUNS):
        tell(f"{name}: {count:,} positions ...")
        command = [str(python), str(ROOT / "scripts" / "datum_speed.py"), name, str(count)]
        answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S)
        rows.append(row(name, json.loads(answer.stdout.splitlines()[-1])))
    return rows


def row(name: str, taken: Taken) -> str:
    """Write the figures of one run, scaled to a million positions."""
    scale = MILLION / taken["positions"]
    cells = [
        f"{scale * taken['conversions'][conversion]['seconds']:.2f}"
        f" ({scale * taken['conversions'][conversion]['core_seconds']:.2f})"
        for conversion in CONVERSIONS
    ]
    apart = [f"{taken['conversions'][f'from {datum}']['farthest_m']:.1g}" for datum in ("GCJ-02", "BD-09")]
    return f"| {name} {taken['version']} | {' | '.join((*cells, *apart))} | {taken['load']:.1f} |"


def heading() -> list[str]:
    """Say what was measured, on what and how."""
    columns = [*(f"{conversion}, s" for conversion in CONVERSIONS), "apart GCJ-02, m", "apart BD-09, m"]
    return [
        "## Datums",
        "",
        "`python3 scripts/bench_crs.py` converts positions over China (seeded) and takes the best of three.",
        "Seconds are for a million positions on the clock, in brackets those of all cores together; what",
        f"takes one position at a time is given {ONE_BY_ONE:,} and scaled. Apart is how far the farthest",
        "position is, in metres, from where it began after going there and back. Load is that of the",
        "machine in the last minute: above the number of its cores, the clock tells the waiting too.",
        "",
        machine_line(),
        "",
        f"| library | {' | '.join(columns)} | load |",
        f"|---|{'---:|' * 7}",
    ]


if __name__ == "__main__":
    sys.exit(start(bench, description=__doc__, passes_on_to="the benchmark: --alone", lock=RUNTIME_LOCK))
