"""Make .venv where needed, then find where a page of columns answers sooner than a page of objects.

Both draw the same placed tasks. Needs Chromium. Prints a table of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from entry_point import start  # noqa: E402
from environment import ROOT, TEST_LOCK, Environment, tell  # noqa: E402
from machine import machine_line  # noqa: E402

COUNTS = (100, 300, 1_000, 3_000)
KINDS = ("objects", "columns")
Figures = dict[str, Any]


def bench(environment: Environment, arguments: list[str]) -> int:
    """Measure both pages at every size, in turns, and print the table."""
    parser = argparse.ArgumentParser(prog="bench_crossing.py")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of which the median is told")
    options = parser.parse_args(arguments)
    lines = heading(options.runs)
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            taken: dict[str, list[Figures]] = {kind: [] for kind in KINDS}
            for _ in range(options.runs):
                for kind in KINDS:
                    tell(f"{count:,} placed tasks, {kind} ...")
                    taken[kind].append(measure(environment.python, kind, count, Path(folder)))
            lines.append(row(count, taken))
    print("\n".join(lines))
    return 0


def measure(python: Path, kind: str, count: int, folder: Path) -> Figures:
    """Build a page and open it, in a process of its own."""
    script = ROOT / "scripts" / "crossing_speed.py"
    command = [str(python), str(script), kind, str(count), str(folder)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(answer.stdout.splitlines()[-1])
    return figures


def heading(runs: int) -> list[str]:
    """Say what was measured, on what and how."""
    return [
        "### Where the two kinds of page cross",
        "",
        "`python3 scripts/bench_crossing.py` draws placed tasks (seeded) on a zone's page, which has an",
        "object a task and a row a task in its list, and on a page of columns. Interactive is the second",
        "frame after the page is built; a search is the median of four, until the list stands.",
        f"Medians of {runs} runs, in turns.",
        "",
        machine_line(),
        "",
        "| placed tasks | interactive, ms: objects | columns | a search, ms: objects | columns |",
        "|---:|---:|---:|---:|---:|",
    ]


def row(count: int, taken: dict[str, list[Figures]]) -> str:
    """Write the medians of both pages."""
    cells = [
        f"{statistics.median(run[figure] for run in taken[kind]):.0f}"
        for figure in ("interactive_ms", "search_ms")
        for kind in KINDS
    ]
    return f"| {count:,} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(start(bench, description=__doc__, passes_on_to="the benchmark: --runs", lock=TEST_LOCK))
