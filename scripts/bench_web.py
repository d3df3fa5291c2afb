"""Make .venv where needed, then measure pages with many features in Chromium, beside other libraries.

The other libraries share an environment of their own, and what their pages load from the network is
served from local copies: both stand in .planmap/bench_web and are used again. Needs Chromium, and npm
to fetch the copies. Prints the section "Pages with many features" of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import re  # noqa: E402
import shlex  # noqa: E402
import signal  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402

from entry_point import start  # noqa: E402
from environment import (  # noqa: E402
    ROOT,
    RUNTIME_LOCK,
    TEST_LOCK,
    Environment,
    InstallationError,
    make_empty,
    packages_in,
    program_in,
    run_pip,
    tell,
)
from web_copies import fetch_copies  # noqa: E402
from web_section import BARE, EXPLORE, OURS, Figures, Measured, section  # noqa: E402

COUNTS = (1_000, 10_000, 50_000)
RIVALS = (OURS, BARE, EXPLORE)
"""Those that the verdict compares; the others are measured once."""
LIBRARIES = (*RIVALS, "folium GeoJson", "FastMarkerCluster", "leafmap", "pydeck", "maplibre")
PEERS = ("leafmap==0.63.1", "maplibre==0.3.6", "mapclassify==2.10.0", "matplotlib==3.11.2", "pydeck==0.9.3")
AS_LOCKED = ("django-js-lib-leaflet", "folium", "geopandas", "numpy", "pandas", "pyogrio", "shapely")
"""Packages that the peers have in planmap's version."""
FOLDER = ROOT / ".planmap" / "bench_web"
STAMP = "planmap-peers"
GRACE_S = 120
"""What using a page may take, after it could be used."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """What is needed to build a page and to open it."""

    ours: Path
    """Python of planmap's environment."""
    peers: Path
    """Python of the environment of the others."""
    copies: Path
    """What pages get in place of the network."""
    folder: Path
    """Frames and pages."""
    limit: float
    """Seconds to build a page, and to open it."""


class BeyondLimitError(Exception):
    """Something took longer than the limit."""


def bench(environment: Environment, arguments: list[str]) -> int:
    """Measure every library at every size, in turns, and print the section."""
    options = read_options(arguments)
    peers = make_peers(environment.root / RUNTIME_LOCK)
    copies = FOLDER / "copies"
    tell("fetching what pages load from the network ...")
    fetch_copies(copies, packages_in(peers))
    measured: Measured = {}
    with tempfile.TemporaryDirectory() as kept:
        python = program_in(peers, "python")
        work = Workplace(environment.python, python, copies, Path(kept), options.limit)
        left = list(options.only)
        for count in options.count:
            measured[count] = measure_all(left, count, options.runs, work)
            left = [name for name in left if measured[count][name]]
    print("\n".join(section(measured, command=command_line(arguments), names=options.only)))
    return 0


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read what the benchmark is given."""
    parser = argparse.ArgumentParser(prog="bench_web.py")
    parser.add_argument("--count", type=int, action="append", metavar="N", help="features of a page")
    parser.add_argument(
        "--only", action="append", choices=LIBRARIES, metavar="NAME", help=f"of {', '.join(LIBRARIES)}"
    )
    parser.add_argument("--runs", type=int, default=3, metavar="N", help=f"of {', '.join(RIVALS)}")
    parser.add_argument("--limit", type=float, default=120, metavar="S", help="to build and to open a page")
    options = parser.parse_args(arguments)
    options.count = sorted(options.count or COUNTS)
    options.only = [name for name in LIBRARIES if not options.only or name in options.only]
    return options


def command_line(arguments: Sequence[str]) -> str:
    """Give the command that this is."""
    return " ".join(["python3 scripts/bench_web.py", *map(shlex.quote, arguments)])


# --- What it takes ---------------------------------------------------------------------------------


def make_peers(lock: Path) -> Path:
    """Give the environment of the others, made anew where it is not what it should be."""
    folder, wanted = FOLDER / "peers", sorted((*PEERS, *(locked_version(name, lock) for name in AS_LOCKED)))
    stamp = folder / STAMP
    if not stamp.is_file() or stamp.read_text(encoding="ascii").splitlines() != wanted:
        tell("making the environment of the other libraries ...")
        make_empty(folder)
        run_pip(program_in(folder, "python"), ["install", *wanted])
        stamp.write_text("\n".join(wanted) + "\n", encoding="ascii")
    return folder


def locked_version(name: str, lock: Path) -> str:
    """Give the requirement of a package as the lock has it."""
    found = re.search(rf"^{re.escape(name)}==\S+", lock.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise InstallationError(f"{lock}: {name} is not in it; take it out of AS_LOCKED in bench_web.py")
    return found[0]


# --- Measuring -------------------------------------------------------------------------------------


def measure_all(names: Sequence[str], count: int, runs: int, work: Workplace) -> dict[str, list[Figures]]:
    """Measure libraries in turns; one that goes beyond the limit has no figures and gets no further turn."""
    measured: dict[str, list[Figures]] = {name: [] for name in names}
    answer([work.ours, "generated_features.py", count, work.folder / "features.pickle"], GRACE_S)
    late: set[str] = set()
    for run in range(runs):
        for name in names:
            if name in late or (run > 0 and name not in RIVALS):
                continue
            tell(f"{name}: {count:,} features, run {run + 1} ...")
            try:
                measured[name].append(measure(name, work))
            except BeyondLimitError:
                late.add(name)
                measured[name].clear()
    return measured


def measure(name: str, work: Workplace) -> Figures:
    """Build a page in one process, and open it in another."""
    features, page = work.folder / "features.pickle", work.folder / "page.html"
    python = work.ours if name == OURS else work.peers
    built = answer([python, "web_peers.py", name, features, page], work.limit + GRACE_S)
    opened = answer([work.ours, "web_speed.py", name, page, work.copies], work.limit + GRACE_S)
    if max(built["seconds"], opened["interactive_ms"] / 1000) > work.limit:
        raise BeyondLimitError
    return built | opened


def answer(command: Sequence[object], timeout: float) -> Figures:
    """Run one of the measuring scripts and read what it prints last.

    A browser is a family of processes, so that all of them end where the script takes too long.
    """
    python, script, *arguments = map(str, command)
    line = [python, str(ROOT / "scripts" / script), *arguments]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            said, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as late:
            os.killpg(process.pid, signal.SIGKILL)
            raise BeyondLimitError from late
    if process.returncode != 0:
        raise InstallationError(f"{' '.join(line)}: exit status {process.returncode}; what it said is above")
    figures: Figures = json.loads(said.splitlines()[-1]) if said else {}
    return figures


if __name__ == "__main__":
    sys.exit(
        start(
            bench,
            description=__doc__,
            passes_on_to="the benchmark: --count, --only, --runs, --limit",
            lock=TEST_LOCK,
        )
    )
