"""Make .venv where needed, then measure how a sheet is drawn and named, beside other libraries.

Each peer gets an environment of its own, from the network, that is gone afterwards; QGIS is the system's.
Prints the section "Printed sheets" of docs/benchmarks.md. Needs poppler-utils.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import re  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from dataclasses import dataclass  # noqa: E402
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

PEERS = {"matplotlib": ("matplotlib",), "weasyprint": ("weasyprint",), "fpdf2": ("fpdf2",)}
"""What is installed for each."""
LABEL_PEER = ("textalloc", "matplotlib")
SYSTEM_PYTHON = "/usr/bin/python3"
RUNS = 3
SEEDS = (1, 2, 3)
TIMEOUT_S = 600
SAMPLE_S = 0.01
Taken = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command took."""

    said: str
    seconds: float
    largest_mb: float
    """Of its largest process."""
    together_mb: float
    """Of all its processes at one moment, pages that they share counted in each."""


def bench(environment: Environment, arguments: list[str]) -> int:
    """Measure every library and print the tables."""
    parser = argparse.ArgumentParser(prog="bench_sheet.py")
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    options = parser.parse_args(arguments)
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        rows = [row("planmap", environment.python, folder)]
        laid_out = json.loads((folder / "laid-out.json").read_text(encoding="utf-8"))
        if not options.alone:
            rows += [peer_row(name, folder) for name in PEERS]
            rows.append(row("qgis", Path(SYSTEM_PYTHON), folder))
        labels = [label_row("planmap", environment.python)]
        whole = [atlas_row(environment.python, folder), build_row(environment.python, folder)]
        if not options.alone:
            labels.append(label_peer_row(folder))
    load = f"Load of the machine: {before:.1f} before, {os.getloadavg()[0]:.1f} after."
    print(
        "\n".join([*heading(laid_out), *rows, *atlas_heading(), *whole, *label_heading(), *labels, "", load])
    )
    return 0


def peer_row(name: str, folder: Path) -> str:
    """Measure a peer in an environment of its own."""
    return in_own_environment(name, PEERS[name], folder, lambda python: row(name, python, folder))


def label_peer_row(folder: Path) -> str:
    """Measure the peer that places names."""
    name = LABEL_PEER[0]
    return in_own_environment(name, LABEL_PEER, folder, lambda python: label_row(name, python))


def in_own_environment(name: str, packages: tuple[str, ...], folder: Path, measure: Any) -> str:  # noqa: ANN401
    """Install packages in an environment that is gone afterwards; say so where they cannot be had."""
    try:
        tell(f"{name}: making its environment ...")
        home = folder / f"environment-{name}"
        make_empty(home)
        python = program_in(home, "python")
        run_pip(python, ["install", *packages])
        return str(measure(python))
    except (InstallationError, subprocess.SubprocessError) as problem:
        return f"| {name} | not measured: {str(problem).splitlines()[0]} |"


def row(name: str, python: Path, folder: Path) -> str:
    """Draw the sheet some times with a library; give its best time and what its file is like."""
    made: list[Taken] = []
    contents = set()
    for _ in range(RUNS):
        tell(f"{name} ...")
        run = watched([str(python), str(ROOT / "scripts" / "sheet_speed.py"), name, str(folder)])
        taken = json.loads(run.said.splitlines()[-1])
        made.append(taken | {"peak_mb": max(taken["peak_mb"], run.together_mb)})
        contents.add((folder / f"{name}.pdf").read_bytes())
    best = min(made, key=lambda taken: float(taken["seconds"]))
    path = folder / f"{name}.pdf"
    cells = (
        best["label"],
        f"{best['seconds']:.2f}",
        f"{best['process']:.1f}",
        f"{best['peak_mb']:.0f}",
        f"{path.stat().st_size / 1000:.0f}",
        names_found(path, folder, ours=name != "qgis"),
        f"{images_in(path)}",
        "yes" if len(contents) == 1 else "no",
    )
    return f"| {' | '.join(cells)} |"


def answer(python: Path, script: str, *arguments: str) -> Taken:
    """Run one of the measuring scripts and read what it prints last."""
    command = [str(python), str(ROOT / "scripts" / script), *arguments]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S)
    taken: Taken = json.loads(said.stdout.splitlines()[-1])
    return taken


def names_found(path: Path, folder: Path, *, ours: bool) -> str:
    """Count the texts of the sheet that pdftotext finds as typed; QGIS's own sheet says other things."""
    if not ours:
        return "-"
    sheet = json.loads((folder / "sheet.json").read_text(encoding="utf-8"))
    texts = {item["text"] for item in sheet["items"] if len(item.get("text", "")) > 1}
    found = re.sub(r"\s", "", poppler("pdftotext", "-layout", str(path), "-"))
    return f"{sum(re.sub(r'[ 　]', '', text) in found for text in texts)} of {len(texts)}"


def images_in(path: Path) -> int:
    """Count the pictures in a file."""
    return len(poppler("pdfimages", "-list", str(path)).splitlines()) - 2


def poppler(program: str, *arguments: str) -> str:
    """Return what a program of poppler-utils prints."""
    found = shutil.which(program)
    if found is None:
        tell(f"{program} is not on the PATH; install poppler-utils")
        raise SystemExit(2)
    return subprocess.run([found, *arguments], check=True, capture_output=True, text=True).stdout


def atlas_row(python: Path, folder: Path) -> str:
    """Make the atlas and the files of all zones some times; give its best time and what it took."""
    command = [str(python), str(ROOT / "scripts" / "sheet_speed.py"), "atlas", str(folder)]
    runs, contents = [], set()
    for _ in range(RUNS):
        tell("atlas ...")
        runs.append(watched(command))
        contents.add((folder / "atlas.pdf").read_bytes())
    taken = [json.loads(run.said.splitlines()[-1]) for run in runs]
    seconds = min(float(each["seconds"]) for each in taken)
    return watched_row(taken[0]["label"], seconds, runs, contents)


def build_row(python: Path, folder: Path) -> str:
    """Build a copy of this repository's workspace some times, from nothing."""
    copy, runs, contents = folder / "workspace", [], set()
    for _ in range(RUNS):
        tell("build ...")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(ROOT / "reports", copy / "reports")
        shutil.copytree(ROOT / "layers" / "source", copy / "layers" / "source")
        shutil.copy(ROOT / "planmap.toml", copy)
        runs.append(watched([str(python), "-m", "geo", "build", str(copy)]))
        contents.add((copy / "maps" / "print" / "atlas.pdf").read_bytes())
    return watched_row("all of `planmap build`", min(run.seconds for run in runs), runs, contents)


def watched_row(label: str, seconds: float, runs: list[Watched], contents: set[bytes]) -> str:
    """Put what some runs took into a row; of memory the most."""
    cells = (
        label,
        f"{seconds:.1f}",
        f"{max(run.largest_mb for run in runs):.0f}",
        f"{max(run.together_mb for run in runs):.0f}",
        f"{len(next(iter(contents))) / 1000:.0f}",
        "yes" if len(contents) == 1 else "no",
    )
    return f"| {' | '.join(cells)} |"


def watched(command: list[str]) -> Watched:
    """Run a command and look at the memory of its processes all the while; Linux says it in /proc."""
    began, largest, together = time.perf_counter(), 0.0, 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        while process.poll() is None:
            sizes = [resident_mb(number) for number in family(process.pid)]
            largest, together = max(largest, *sizes), max(together, sum(sizes))
            time.sleep(SAMPLE_S)
        seconds = time.perf_counter() - began
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Watched(said, seconds, largest, together)


def family(number: int) -> list[int]:
    """Return a process and all that it started and that run by now.

    Until its own program is loaded, a new process has its parent's memory, which would count twice.
    """
    try:
        started = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
        running = [child for child in map(int, started) if program_of(child) != program_of(number)]
    except OSError:  # it has ended
        running = []
    return [number, *(kin for child in running for kin in family(child))]


def program_of(number: int) -> bytes:
    """Return the command line of a process."""
    return Path(f"/proc/{number}/cmdline").read_bytes()


def resident_mb(number: int) -> float:
    """Return what a process has in memory; nothing where it has ended."""
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def label_row(name: str, python: Path) -> str:
    """Place the names of several sheets with a library, and add up."""
    tell(f"{name}: names ...")
    made = [answer(python, "label_speed.py", name, str(seed)) for seed in SEEDS]
    total = {key: sum(taken[key] for taken in made) for key in made[0]}
    best = min(float(taken["seconds"]) for taken in made)
    cells = (name, total["left"], total["overlapping"], total["over_symbols"], f"{best:.2f}")
    return f"| {' | '.join(map(str, cells))} |"


def heading(laid_out: float) -> list[str]:
    """Say what was measured, on what and how."""
    columns = ("library", "s", "process, s", "peak MB", "kB", "texts found", "pictures", "same bytes")
    return [
        "## Printed sheets",
        "",
        f"`python3 scripts/bench_sheet.py` draws the sheet of one zone on A3, {RUNS} times with each library",
        "in a process of its own, and takes the best time. planmap makes the display list (here in",
        f"{laid_out:.2f} s, names placed); Typst and the peers set that same list in millimetres,",
        "with the same fonts, and QGIS draws its own layout of the same zone. Seconds are from the list to",
        "the file; the process of planmap reads the report, too, and its memory is that of both of its",
        "processes. Texts are those that `pdftotext -layout` finds as typed.",
        "",
        machine_line(),
        "",
        f"| {' | '.join(columns)} |",
        f"|---|{'---:|' * (len(columns) - 1)}",
    ]


def atlas_heading() -> list[str]:
    """Say what the whole atlas takes."""
    return [
        "",
        f"The whole district, best time and most memory of {RUNS} runs, looked at every",
        f"{SAMPLE_S * 1000:.0f} ms: of its largest process, and of all together, what they share in each.",
        "",
        "| what | s | largest process, MB | together, MB | atlas, kB | same bytes |",
        "|---|---:|---:|---:|---:|---:|",
    ]


def label_heading() -> list[str]:
    """Say how names were placed."""
    return [
        "",
        f"Names: 150 points spread over the map of A3 (seeded), {len(SEEDS)} such sheets, each name of",
        "2 to 8 characters.",
        "",
        "| library | found no room, of 450 | overlapping pairs | over a symbol | s a sheet |",
        "|---|---:|---:|---:|---:|",
    ]


if __name__ == "__main__":
    sys.exit(start(bench, description=__doc__, passes_on_to="the benchmark: --alone", lock=RUNTIME_LOCK))
