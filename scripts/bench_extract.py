"""Make .venv where needed, then measure how fast and in how much memory a report is read, beside its peers.

Each peer gets an environment of its own, from the network, that is gone afterwards. Every figure is
taken in a fresh process on one core. Prints the section "Reading a report" of docs/benchmarks.md.
"""

import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import json  # noqa: E402
import platform  # noqa: E402
import random  # noqa: E402
import re  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from itertools import pairwise  # noqa: E402
from pathlib import Path  # noqa: E402

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

REPORT = ROOT / "reports" / "erqi-2020-08.md"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
PEERS = {
    "jionlp": (("jionlp-times", "jionlp-locations"), ("jionlp==1.5.31",)),
    # cpca 0.5.5 reads its data through pkg_resources, which later setuptools no longer have.
    "cpca": (("cpca",), ("cpca==0.5.5", "setuptools<81")),
}
"""Environment, its readers, and what is installed in it."""

NAMED_ROAD = re.compile(r"(?<=[、,。和先将完成])[\u4e00-\u9fff]{2}(?=大道|路|街|变电站|小区|公园)")
NAME_CHARACTERS = (
    "安宝北昌长春德东福富广海和恒宏湖华惠江金锦景康兰乐丽龙隆梅南宁平青荣瑞山盛泰文祥新秀阳永玉远云紫"
)
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Figures:
    """What one reader needed for one text."""

    characters: int
    seconds: float
    core_seconds: float
    before_bytes: int
    peak_bytes: int
    version: str

    @property
    def microseconds(self) -> float:
        """Time of the core for a character."""
        return 1e6 * self.core_seconds / self.characters

    @property
    def own_bytes(self) -> float:
        """Memory for a character, over what the loaded program takes."""
        return (self.peak_bytes - self.before_bytes) / self.characters


def bench(environment: Environment, arguments: list[str]) -> int:
    """Measure every reader and print the tables."""
    parser = argparse.ArgumentParser(prog="bench_extract.py")
    parser.add_argument(
        "--limit", type=float, default=600, metavar="S", help="skip what would take the core longer"
    )
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        texts = write_texts(Path(folder))
        lines = [
            *heading(options.limit),
            *table("planmap", measure_all(environment.python, "planmap", texts, options.limit)),
        ]
        for name in () if options.alone else PEERS:
            lines += peer_tables(Path(folder, name), name, texts, options.limit)
    print("\n".join(lines))
    return 0


def write_texts(folder: Path) -> list[Path]:
    """Write a text of each size: the report again and again, with other names each time.

    In parts: a process is said to have had at least the memory of the one that started it.
    """
    report = REPORT.read_text(encoding="utf-8")
    chance = random.Random(1)  # noqa: S311 - no secret depends on it
    paths = [folder / f"{size}.txt" for size in SIZES]
    for size, path in zip(SIZES, paths, strict=True):
        with path.open("w", encoding="utf-8") as file:
            left = size
            while left > 0:
                varied = NAMED_ROAD.sub(lambda _: "".join(chance.choices(NAME_CHARACTERS, k=2)), report)
                left -= file.write(varied[:left])
    return paths


def measure_all(python: Path, reader: str, texts: list[Path], limit: float) -> list[Figures]:
    """Measure one reader on each text, up to the first that would take the core longer than ``limit``."""
    taken: list[Figures] = []
    for text, size in zip(texts, SIZES, strict=True):
        if taken and taken[-1].core_seconds * size / taken[-1].characters > limit:
            break
        tell(f"{reader}: {size:,} characters ...")
        command = [str(python), str(ROOT / "scripts" / "reading_speed.py"), reader, str(text)]
        try:
            answer = subprocess.run(
                command, check=True, stdout=subprocess.PIPE, text=True, timeout=10 * limit
            )
        except subprocess.TimeoutExpired:
            break
        taken.append(Figures(**json.loads(answer.stdout.splitlines()[-1])))
    return taken


def peer_tables(folder: Path, name: str, texts: list[Path], limit: float) -> list[str]:
    """Measure a peer in an environment of its own; say so where it cannot be had or does not run."""
    readers, packages = PEERS[name]
    try:
        tell(f"{name}: making its environment ...")
        make_empty(folder)
        python = program_in(folder, "python")
        run_pip(python, ["install", *packages])
        return [
            line for reader in readers for line in table(reader, measure_all(python, reader, texts, limit))
        ]
    except (InstallationError, subprocess.CalledProcessError) as problem:
        return [f"### {name}", "", f"Not measured: {problem}", ""]


def heading(limit: float) -> list[str]:
    """Say what was measured, on what and how."""
    return [
        "## Reading a report",
        "",
        f"`python3 scripts/bench_extract.py --limit {limit:g}`",
        "repeats [our report](../reports/erqi-2020-08.md) with other names each time (seeded) and reads it",
        "in a fresh process on one core. Core seconds leave out the waiting of a busy machine; the rates",
        "are by them. Memory is the greatest resident size of the process, and what a character adds to",
        "it. planmap reads sections, tasks, times, quantities, lists, places and segments together; a peer",
        "does the one thing that its name says, line by line. A curve of 1.00 is linear: a character costs",
        "as much as in the row above.",
        "",
        f"Machine: {processor()}, {platform.system()}, Python {platform.python_version()}.",
        "",
    ]


def table(reader: str, taken: list[Figures]) -> list[str]:
    """Write the curve of one reader; a ratio of 1.0 to the row above is linear."""
    name = f"{reader} {taken[0].version}".strip() if taken else reader
    rows = [
        f"| {now.characters:,} | {now.seconds:.2f} | {now.core_seconds:.2f} | {1e6 / now.microseconds:,.0f} "
        f"| {ratio} | {now.peak_bytes / MEGABYTE:,.0f} | {now.own_bytes:,.0f} |"
        for now, ratio in zip(taken, ["", *map(growth, pairwise(taken))], strict=True)
    ]
    skipped = [f"| {size:,} | beyond the limit | | | | | |" for size in SIZES[len(taken) :]]
    return [
        f"### {name}",
        "",
        "| characters | seconds | core seconds | characters/s | curve | peak MB | bytes/character |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        *rows,
        *skipped,
        "",
    ]


def growth(pair: tuple[Figures, Figures]) -> str:
    """Give how many times as long a character takes as in the text before."""
    return f"{pair[1].microseconds / pair[0].microseconds:.2f}"


def processor() -> str:
    """Name the processor where the system tells."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    named = re.search(r"^model name\s*: (.+)$", told, re.MULTILINE)
    return named[1] if named else platform.machine()


if __name__ == "__main__":
    sys.exit(
        start(bench, description=__doc__, passes_on_to="the benchmark: --limit, --alone", lock=RUNTIME_LOCK)
    )
