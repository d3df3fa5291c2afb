"""Count where the tasks went, and stop a build that loses or invents one."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from geo.errors import ConservationError, describe
from geo.join.named_places import NamedPlace, named_places
from geo.join.placed import Placed
from geo.model import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from geo.model import MapPage, Report, TaskLayers


def count_tasks(tasks: pd.DataFrame) -> Ledger:
    """Count the rows of a frame of schema.TASKS by how far they could be placed."""
    counts = Counter(tasks["placed"])
    return Ledger(
        tasks=len(tasks),
        located=counts[Placed.YES] + counts[Placed.PARTLY],
        zone_level=counts[Placed.ZONE],
        unplaced=counts[Placed.NO],
    )


def sum_ledgers(ledgers: Iterable[Ledger]) -> Ledger:
    """Add the counts of several pages."""
    kept = tuple(ledgers)
    return Ledger(
        tasks=sum(ledger.tasks for ledger in kept),
        located=sum(ledger.located for ledger in kept),
        zone_level=sum(ledger.zone_level for ledger in kept),
        unplaced=sum(ledger.unplaced for ledger in kept),
    )


def check_conservation(report: Report, layers: TaskLayers, pages: Sequence[MapPage]) -> None:
    """Accept layers and pages that hold every task and every named place of a report, and no other.

    Raises
    ------
    ConservationError
        A task is lost, invented or twice there; a page's tasks do not add up; a place that a task
        names is neither drawn nor missed, or both; a row belongs to no task.
    """
    task_ids = sorted(task.id for task in report.tasks)
    _require_same("tasks.csv", task_ids, layers.tasks["task_id"])
    _require_same("the pages", task_ids, (task for page in pages for task in page.layers.tasks["task_id"]))
    _require_sums(layers, pages)
    _require_places(named_places(report), layers)


def _require_same(where: str, expected: Iterable[str], found: Iterable[str]) -> None:
    wanted, there = Counter(expected), Counter(found)
    lost, surplus = sorted((wanted - there).elements()), sorted((there - wanted).elements())
    if lost:
        raise _broken(where, "a task or place of the report is lost", lost)
    if surplus:
        raise _broken(where, "a task or place stands there that the report does not have, or twice", surplus)


def _require_sums(layers: TaskLayers, pages: Sequence[MapPage]) -> None:
    total = count_tasks(layers.tasks)
    if total.located + total.zone_level + total.unplaced != total.tasks:
        raise _broken("tasks.csv", "located, zone level and unplaced do not add up to the tasks", [total])
    for page in pages:
        if page.ledger != count_tasks(page.layers.tasks):
            raise _broken(f"page {page.zone.id}", "the ledger does not count its tasks", [page.ledger])
    summed = sum_ledgers(page.ledger for page in pages)
    if summed != total:
        raise _broken("the pages", "their ledgers do not add up to the report's", [summed])


def _require_places(named: Sequence[NamedPlace], layers: TaskLayers) -> None:
    """Hold every named place of the district against what is drawn or missed.

    A place beyond the district may be missed, and is never drawn.
    """
    by_start = {(place.task.id, place.mention.start): place.id for place in named}
    starts = zip(layers.misses["task_id"], layers.misses["text_start"], strict=True)
    missed = [by_start.get((task, int(start)), f"{task} at {start}") for task, start in starts]
    beyond = {place.id for place in named if not place.in_district}
    accounted = [*_drawn_ids(layers), *(place_id for place_id in missed if place_id not in beyond)]
    inside = [place.id for place in named if place.in_district]
    _require_same("the task layers and misses.csv", inside, accounted)


def _drawn_ids(layers: TaskLayers) -> set[str]:
    """Return the ids of the named places that are drawn; the rows of a place's parts are one place."""
    rows = (
        zip(frame["id"], frame["task_id"], strict=True)
        for frame in (layers.points, layers.lines, layers.areas)
    )
    return {
        f"{task_id}-{row_id.removeprefix(f'{task_id}-').split('-')[0]}"
        for row_id, task_id in chain.from_iterable(rows)
    }


def _broken(where: str, what: str, values: Sequence[object]) -> ConservationError:
    value = ", ".join(map(str, values[:5]))
    return ConservationError(
        describe(where=where, what=what, value=value, remedy="report this as a fault of planmap")
    )
