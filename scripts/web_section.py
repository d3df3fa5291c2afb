"""The section "Pages with many features" of docs/benchmarks.md, from what was measured."""

from __future__ import annotations

import statistics
import textwrap
from typing import TYPE_CHECKING, Any

from machine import machine_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OURS, BARE, EXPLORE = "planmap", "bare page", "explore"
"""The page measured, and the two that it is held against."""
HEADING = """## Pages with many features

`{command}` generates points (60 %), lines (25 %) and polygons (15 %) over
a district, with eight Chinese attributes each (seeded), and makes a page of them with each library,
without a base map. The bare page is Leaflet with GeoJSON, packed, on a canvas, in one file: it has neither
list nor search. Clusters have no attributes.
explore, folium and leafmap draw on a canvas too; pydeck and maplibre draw with WebGL, which a processor
does here in place of a graphics card. Figures of planmap, explore and the bare page are medians of
{runs}, in turns; the others were measured once. Each run has processes and a browser of its own.

- Build is from the frame in memory to the file, when the modules are loaded; peak is the greatest
  resident size of that process.
- Requests are those that the page makes to the network. All are answered from local copies here, so that
  no time goes by in waiting; a page that makes any shows nothing where there is no network.
- Interactive is when the second frame comes after the features are drawn and the last task longer than
  50 ms has ended. The longest task is until then; 0 means that none took 50 ms.
- In brackets stand seconds of the core, for a page those of its main thread: they leave out the waiting of
  a busy machine. Load is that of the machine in the last minute.
- Heap is what the scripts hold then, after collecting: objects, the browser's own objects, and the bytes
  of typed arrays, with those of workers. The text of the page is not in it, nor what WebGL was given.
- Pan is the median gap between frames while the mouse drags the map for 1.5 s, its worst with what comes
  when the button is let go. Zoom is the worst gap in two steps of the wheel in and two out.

{machine} Chromium {browser}, {width} x {height} pixels.
"""
COLUMNS = (
    "page", "build, s", "peak, MB", "file, MB", "requests", "interactive, s", "longest task, ms", "heap, MB",
    "pan, ms", "pan worst, ms", "zoom worst, ms", "load",
)  # fmt: skip
LINE_WIDTH = 105
ANSWERS = (("search", "a search"), ("filter", "a checkbox"))
STEPS = (("listed", "list and counts"), ("drawn", "map"))
RATIOS = (
    ("file_mb", BARE, "the file {}"),
    ("interactive_ms", BARE, "the time to interactive {}"),
    ("core_ms", BARE, "{} on the core"),
    ("heap_mb", BARE, "the heap {}"),
    ("longest_ms", BARE, "the longest task {}"),
    ("seconds", EXPLORE, "the build {}"),
    ("core_seconds", EXPLORE, "{} on the core"),
    ("peak_mb", EXPLORE, "its memory {}"),
)
"""Figure, the page that it is divided by, and how the ratio is told."""

Figures = dict[str, Any]
Runs = dict[str, list[Figures]]
Measured = dict[int, Runs]
"""By features of a page and by library: its runs, none where it was beyond the limit."""


def section(measured: Measured, *, command: str, names: Sequence[str]) -> list[str]:
    """Return the lines of the section."""
    lines = heading(measured, command=command)
    for count, runs in measured.items():
        lines += table(count, runs, names)
    return [*lines, *answer_table(measured), *(line for item in measured.items() for line in verdict(*item))]


def heading(measured: Measured, *, command: str) -> list[str]:
    """Say what was measured, on what and how."""
    taken = [figures for runs in measured.values() for of_one in runs.values() for figures in of_one]
    most = max(len(of_one) for runs in measured.values() for of_one in runs.values())
    facts = {
        "command": command,
        "machine": machine_line(),
        "runs": "one run" if most == 1 else f"{most} runs",
    }
    seen = {name: taken[0][name] for name in ("browser", "width", "height")}
    return [*HEADING.format(**facts, **seen).splitlines(), ""]


def table(count: int, runs: Runs, names: Sequence[str]) -> list[str]:
    """Write the figures of all pages of one size."""
    rows = [row(runs[name]) if runs.get(name) else beyond(name) for name in names]
    return [
        f"### {count:,} features",
        "",
        f"| {' | '.join(COLUMNS)} |",
        f"|---|{'---:|' * (len(COLUMNS) - 1)}",
        *rows,
        "",
    ]


def beyond(name: str) -> str:
    """Write the row of a page that took too long."""
    return f"| {name} | beyond the limit |{' |' * (len(COLUMNS) - 2)}"


def row(taken: list[Figures]) -> str:
    """Write the medians of the runs of a page."""
    cells = (
        taken[0]["label"],
        f"{median_of(taken, 'seconds'):.2f} ({median_of(taken, 'core_seconds'):.2f})",
        f"{median_of(taken, 'peak_mb'):.0f}",
        f"{median_of(taken, 'file_mb'):.2f}",
        f"{median_of(taken, 'requests'):.0f}",
        f"{median_of(taken, 'interactive_ms') / 1000:.2f} ({median_of(taken, 'core_ms') / 1000:.2f})",
        f"{median_of(taken, 'longest_ms'):.0f}",
        f"{median_of(taken, 'heap_mb'):.1f}",
        f"{median_of(taken, 'pan_ms'):.1f}",
        f"{median_of(taken, 'pan_worst_ms'):.0f}",
        f"{median_of(taken, 'zoom_worst_ms'):.0f}",
        f"{median_of(taken, 'load'):.1f}",
    )
    return f"| {' | '.join(cells)} |"


def median_of(taken: list[Figures], figure: str) -> float:
    """Give the median of the runs."""
    return statistics.median(float(run[figure]) for run in taken)


def answer_table(measured: Measured) -> list[str]:
    """Write how long planmap takes to answer, where it was measured."""
    rows = [answer_row(count, runs[OURS]) for count, runs in measured.items() if runs.get(OURS)]
    if not rows:
        return []
    columns = [f"{act}: {what}, ms" for _, act in ANSWERS for _, what in STEPS]
    return [
        "### Search and filters of planmap",
        "",
        "From the event until list and counts stand in the page, and until the map is drawn: the median,",
        "and in brackets the longest.",
        "",
        f"| features | {' | '.join(columns)} |",
        f"|---:|{'---:|' * len(columns)}",
        *rows,
        "",
    ]


def answer_row(count: int, taken: list[Figures]) -> str:
    """Write how long the answers to one page's events take."""
    cells = [f"{count:,}"]
    for act, _ in ANSWERS:
        for step, _ in STEPS:
            times = answer_times(taken, act, step)
            cells.append(f"{statistics.median(times):.0f} ({max(times):.0f})")
    return f"| {' | '.join(cells)} |"


def answer_times(taken: list[Figures], act: str, step: str) -> list[float]:
    """Give the times of all answers of a kind, of all runs."""
    return [float(answer[step]) for run in taken for answer in run[act]]


def verdict(count: int, runs: Runs) -> list[str]:
    """Say how planmap compares at one size, by the medians; nothing where it was not measured."""
    if not runs.get(OURS):
        return []
    told = "; ".join(ratio_phrases(runs))
    said = f"- At {count:,} features, by the medians: {told}."
    return textwrap.wrap(said, LINE_WIDTH, subsequent_indent="  ") if told else []


def ratio_phrases(runs: Runs) -> Iterator[str]:
    """Say each ratio whose other side was measured."""
    for other in (BARE, EXPLORE):
        parts = [
            told.format(f"{ratio:.2f}")
            for figure, beside, told in RATIOS
            if beside == other and (ratio := ratio_to(runs, figure, beside)) is not None
        ]
        if parts:
            yield f"{', '.join(parts)} times that of {'the bare page' if other == BARE else 'explore()'}"


def ratio_to(runs: Runs, figure: str, beside: str) -> float | None:
    """Divide planmap's median by another page's; None where the other has none, or nothing to divide by."""
    if not runs.get(OURS) or not runs.get(beside):
        return None
    divisor = median_of(runs[beside], figure)
    return median_of(runs[OURS], figure) / divisor if divisor else None
