"""Make .venv where needed, then measure a gazetteer of a million generated places, beside other ways.

Every figure is taken in a fresh process. Prints the section "A local gazetteer" of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from typing import Any  # noqa: E402

from entry_point import start  # noqa: E402
from environment import ROOT, RUNTIME_LOCK, Environment, tell  # noqa: E402
from machine import machine_line  # noqa: E402

RUNS = 2
PEERS = {
    "dict": "a dict of names in memory",
    "fts5": "FTS5 with its own tokenizer",
    "pandas": "a pandas frame, names as index",
}
WAYS = "| way | build, s | opening, s | exact look-ups a second | by frequency | peak MB | file MB | load |"

Figures = dict[str, Any]


def bench(environment: Environment, arguments: list[str]) -> int:
    """Generate the places, measure every way twice, and print the tables."""
    parser = argparse.ArgumentParser(prog="bench_gazetteer.py")
    parser.add_argument("--places", type=int, default=1_000_000, metavar="N", help="places to generate")
    parser.add_argument("--alone", action="store_true", help="leave the other ways out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:

        def measure(what: str) -> Figures:
            tell(f"{what} ...")
            script = ROOT / "scripts" / "gazetteer_speed.py"
            command = [str(environment.python), str(script), what, folder, str(options.places)]
            answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            figures: Figures = json.loads(answer.stdout.splitlines()[-1])
            return figures

        different = measure("generate")["different_names"]
        imports = [measure("planmap-import") for _ in range(RUNS)]
        look_ups = [measure("planmap") for _ in range(RUNS)]
        others = {} if options.alone else {name: [measure(name) for _ in range(RUNS)] for name in PEERS}
    lines = heading(options.places, different)
    lines += [row("planmap", {**found, **made}) for made, found in zip(imports, look_ups, strict=True)]
    lines += [row(PEERS[name], figures) for name, runs in others.items() for figures in runs]
    lines += ["", *close_table(look_ups), "", *memory_lines(imports, look_ups)]
    print("\n".join(lines))
    return 0


def heading(places: int, different: int) -> list[str]:
    """Say what was measured, on what and how."""
    return [
        "## A local gazetteer",
        "",
        f"`python3 scripts/bench_gazetteer.py` generates {places:,} places (seeded) with {different:,}",
        "different plausible names over an area as large as Henan, and imports them from a CSV. Each row is",
        "a run in processes of its own. In brackets stand seconds of the core, and what they would allow:",
        "they leave out the waiting of a busy machine. An exact look-up gives all places of a name with",
        "their geometries; names are drawn among the different ones, and by frequency, as places have them:",
        "there a look-up gives nine places. Load is that of the machine in the last minute.",
        "",
        machine_line(),
        "",
        WAYS,
        f"|---|{'---:|' * 7}",
    ]


def row(name: str, figures: Figures) -> str:
    """Write the figures of one way; a way that keeps nothing on disk is built whenever it is opened."""
    made, opened = figures["build"], figures["open"]
    size = f"{figures['file_mb']:,.0f}" if "file_mb" in figures else ""
    return (
        f"| {name} | {made['seconds']:.1f} ({made['core_seconds']:.1f}) | {opened['seconds']:.3f}"
        f" | {rate(figures['exact_per_s'])} | {rate(figures['exact_by_place_per_s'])}"
        f" | {figures['peak_mb']:,.0f} | {size} | {figures['load']:.1f} |"
    )


def rate(figures: Figures) -> str:
    """Write look-ups a second by the clock, and by the core."""
    return f"{figures['seconds']:,.0f} ({figures['core_seconds']:,.0f})"


def close_table(runs: list[Figures]) -> list[str]:
    """Write what close matches and pieces of names take."""
    kinds = {
        "close names, anywhere": "close_ms",
        "close names, in a district": "close_in_district_ms",
        "names with a piece of two characters": "piece_ms",
    }
    rows = [
        f"| {title} | {figures[key]['p50']:.2f} | {figures[key]['p95']:.2f} ({figures[key]['core_p95']:.2f})"
        f" | {figures['load']:.1f} |"
        for title, key in kinds.items()
        for figures in runs
    ]
    return ["| planmap | median, ms | 95th percentile, ms | load |", "|---|---:|---:|---:|", *rows]


def memory_lines(imports: list[Figures], look_ups: list[Figures]) -> list[str]:
    """Say how much memory the import and the look-ups took."""
    importing, asking = (max(run["peak_mb"] for run in runs) for runs in (imports, look_ups))
    return [
        f"The process that imports takes {importing:,.0f} MB at most, the one that asks {asking:,.0f} MB,",
        "with Python, numpy, shapely, pandas and GDAL in it.",
    ]


if __name__ == "__main__":
    sys.exit(
        start(bench, description=__doc__, passes_on_to="the benchmark: --places, --alone", lock=RUNTIME_LOCK)
    )
