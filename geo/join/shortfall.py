"""Sum up what a build could not place, for the person who reads it: each name once, each task once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.join.placed import Placed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


@dataclass(frozen=True, slots=True)
class UnplacedName:
    """A name without a geometry, and all tasks that name it."""

    name: str
    tasks: tuple[str, ...]
    """Ids of the tasks, each once, sorted."""
    mentions: int
    """Rows of misses.csv."""
    reason: str
    """In words."""
    would_place: str
    """What would place it, in words for a planner."""


@dataclass(frozen=True, slots=True)
class UnplacedTask:
    """A task that is on no map."""

    id: str
    reason: str
    """In words."""
    text: str


def unplaced_names(misses: pd.DataFrame, *, reasons: Mapping[str, str]) -> tuple[UnplacedName, ...]:
    """Return the names of a frame of schema.MISSES, by reason and then in the order of the text.

    Parameters
    ----------
    misses
        Every row is counted under one name; a name that is missed for two reasons stands twice.
    reasons
        Words by code; their order is that of the names.
    """
    by_reason = {reason: number for number, reason in enumerate(reasons)}
    ordered = sorted(
        misses[["reason", "text_start", "name", "would_place", "task_id"]].itertuples(index=False, name=None),
        key=lambda row: (by_reason[row[0]], row[1]),
    )
    tasks: dict[tuple[str, str, str], list[str]] = {}
    for reason, _, name, would_place, task_id in ordered:
        tasks.setdefault((reason, name, would_place), []).append(task_id)
    return tuple(
        UnplacedName(name, tuple(sorted(set(ids))), len(ids), reasons[reason], would_place)
        for (reason, name, would_place), ids in tasks.items()
    )


def unplaced_tasks(tasks: pd.DataFrame, *, reasons: Mapping[str, str]) -> tuple[UnplacedTask, ...]:
    """Return the tasks of a frame of schema.TASKS that are on no map, by reason and then by id.

    `reasons` are words by code; their order is that of the tasks.
    """
    by_reason = {reason: number for number, reason in enumerate(reasons)}
    missing = tasks.loc[tasks["placed"] == Placed.NO.value, ["reason", "task_id", "text"]]
    ordered = sorted(
        missing.itertuples(index=False, name=None),
        key=lambda row: (by_reason.get(row[0], len(reasons)), row[1]),
    )
    return tuple(UnplacedTask(task_id, reasons.get(reason, ""), text) for reason, task_id, text in ordered)
