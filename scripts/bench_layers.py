"""Make .venv where needed, then measure how fast placed tasks are written, beside plain pyogrio.

Every figure is taken in a fresh process. Prints the section "Writing layers" of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from typing import Any  # noqa: E402

from entry_point import start  # noqa: E402
from environment import ROOT, RUNTIME_LOCK, Environment, tell  # noqa: E402
from machine import machine_line  # noqa: E402

RUNS = 3
WAYS = ("planmap", "pyogrio")
STEPS = ("geojson", "gpkg", "files")

Figures = dict[str, Any]


def bench(environment: Environment, arguments: list[str]) -> int:
    """Generate the tasks, write them each way three times, in turns, and print the table."""
    parser = argparse.ArgumentParser(prog="bench_layers.py")
    parser.add_argument("--rows", type=int, default=100_000, metavar="N", help="placed tasks to generate")
    options = parser.parse_args(arguments)
    measured: dict[str, list[Figures]] = {way: [] for way in WAYS}
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:

            def measure(what: str, folder: str = folder) -> Figures:
                tell(f"{what} ...")
                script = ROOT / "scripts" / "layers_speed.py"
                command = [str(environment.python), str(script), what, folder, str(options.rows)]
                answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
                figures: Figures = json.loads(answer.stdout.splitlines()[-1])
                return figures

            columns = measure("generate")["columns"]
            for way in WAYS:
                measured[way].append(measure(way))
    lines = heading(options.rows, columns)
    lines += [row(way, figures) for way in WAYS for figures in measured[way]]
    print("\n".join([*lines, "", *verdict(measured)]))
    return 0


def heading(rows: int, columns: int) -> list[str]:
    """Say what was measured, on what and how."""
    return [
        "## Writing layers",
        "",
        f"`python3 scripts/bench_layers.py` generates {rows:,} placed tasks (seeded) with the {columns}",
        "columns of task_points, three to a task, and writes them: planmap as a build does (held against",
        "the schema, GeoJSON sorted by id, a GeoPackage with its tasks, index, keys, labels, style and",
        "project, then all files put in place), pyogrio with `write_dataframe` to GeoJSON, and to GeoPackage",
        "with the tasks. Each row is a run in a process of its own, in turns, after a few rows that load the",
        "libraries. In brackets stand seconds of the core. Memory is what the process takes at most beyond",
        "what it has with the frames loaded. Load is that of the machine in the last minute.",
        "",
        machine_line(),
        "",
        "| way | GeoJSON, s | GeoPackage, s | to disk, s | together, s | memory, MB | frames, MB | load |",
        f"|---|{'---:|' * 7}",
    ]


def row(way: str, figures: Figures) -> str:
    """Write the figures of one run."""
    steps = [f"{figures[step]['seconds']:.2f} ({figures[step]['core_seconds']:.2f})" for step in STEPS]
    both = f"{total(figures, 'seconds'):.2f} ({total(figures, 'core_seconds'):.2f})"
    memory = f"{figures['beside_mb']:.0f} | {figures['frame_mb']:.0f}"
    return f"| {way} | {' | '.join(steps)} | {both} | {memory} | {figures['load']:.1f} |"


def total(figures: Figures, unit: str) -> float:
    """Add up the steps of a run."""
    return sum(float(figures[step][unit]) for step in STEPS)


def verdict(measured: dict[str, list[Figures]]) -> list[str]:
    """Say how planmap compares, by the medians of the runs."""

    def ratio(unit: str) -> float:
        ours, plain = (statistics.median(total(run, unit) for run in measured[way]) for way in WAYS)
        return ours / plain

    most = max((run["frame_mb"] + run["beside_mb"]) / run["frame_mb"] for run in measured["planmap"])
    return [
        f"By the medians, planmap takes {ratio('seconds'):.2f} times the time of plain pyogrio on the clock,",
        f"{ratio('core_seconds'):.2f} times on the core, and with the frames {most:.2f} times their memory.",
    ]


if __name__ == "__main__":
    sys.exit(start(bench, description=__doc__, passes_on_to="the benchmark: --rows", lock=RUNTIME_LOCK))
