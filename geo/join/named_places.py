"""List the places that a task names, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Mention, PlaceRole, Report, Scope, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that a task names as its own; named twice in one task, it is one."""

    task: Task
    number: int
    """From 1 in the order of mention; part of the id of what is drawn, so that a place which is
    located later does not renumber the others."""
    mention: Mention

    @property
    def id(self) -> str:
        """Id of the row that is drawn for it: T-03-02-01."""
        return f"{self.task.id}-{self.number:02d}"

    @property
    def in_district(self) -> bool:
        """Whether the text leaves it in the district."""
        return self.mention.scope is Scope.IN


def named_places(report: Report) -> tuple[NamedPlace, ...]:
    """Return the named places of every task, by task id, then in the order of mention."""
    mentions = {mention.id: mention for mention in report.mentions}
    tasks = sorted(report.tasks, key=lambda task: task.id)
    return tuple(named for task in tasks for named in _of_task(task, mentions))


def _of_task(task: Task, mentions: Mapping[str, Mention]) -> Iterable[NamedPlace]:
    own = (mentions[place] for place in task.places if mentions[place].role is PlaceRole.TASK)
    ordered = sorted(own, key=lambda mention: (mention.start, mention.end, mention.id))
    firsts: dict[tuple[str, str | None], Mention] = {}
    for mention in ordered:
        firsts.setdefault((mention.name, mention.within), mention)
    return (NamedPlace(task, number, mention) for number, mention in enumerate(firsts.values(), start=1))
