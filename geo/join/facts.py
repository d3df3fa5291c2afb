"""Write down what a report says of a task, as the columns that every task layer has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.model import NamedList, Quantity, Report, Settings, Task, TimeExpression

Row = dict[str, object]

SEPARATOR = "、"
"""Between several values of one text column; a layer has no lists."""


@dataclass(frozen=True, slots=True)
class Records:
    """A report's records by id."""

    times: Mapping[str, TimeExpression]
    quantities: Mapping[str, Quantity]
    lists: Mapping[str, NamedList]


def index_records(report: Report) -> Records:
    """Index the times, quantities and lists of a report by id."""
    return Records(
        times={time.id: time for time in report.times},
        quantities={quantity.id: quantity for quantity in report.quantities},
        lists={named_list.id: named_list for named_list in report.lists},
    )


def task_facts(task: Task, records: Records, *, settings: Settings) -> Row:
    """Return the columns that tasks.csv and the placed tasks share.

    A task of no zone is the district's. ``quantity_max`` is empty where the number is no range.
    """
    interval = task.interval or (None, None)
    return {
        "zone": task.zone or settings.district,
        "unit": task.unit,
        "category": task.category,
        "status": task.status.value,
        "due": task.due,
        "interval_start": interval[0],
        "interval_end": interval[1],
        "text": task.text,
        **_quantity_facts([records.quantities[quantity] for quantity in task.quantities]),
        "hedge": task.hedge,
        "condition": task.condition,
        "due_alternative": _other_due([records.times[time] for time in task.times]),
        **_list_facts([records.lists[named_list] for named_list in task.lists]),
    }


def origin(task: Task, report: Report) -> Row:
    """Return the columns that lead back to the sentence."""
    return {"report": report.path, "text_start": task.start, "text_end": task.end}


def _quantity_facts(quantities: list[Quantity]) -> Row:
    if not quantities:
        return {}
    first = quantities[0]
    return {
        "quantity": first.min,
        "quantity_max": first.max if first.max != first.min else None,
        "quantity_unit": first.unit or None,
        "quantity_of": first.of or None,
        "quantities": SEPARATOR.join("".join(quantity.surface.split()) for quantity in quantities),
    }


def _list_facts(lists: list[NamedList]) -> Row:
    counted = next((named_list for named_list in lists if named_list.count is not None), None)
    return {} if counted is None else {"list_named": counted.named, "list_total": counted.count}


def _other_due(times: list[TimeExpression]) -> date | None:
    return next((time.alternatives[0] for time in times if time.alternatives), None)
