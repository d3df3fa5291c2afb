"""Write a report as the JSON object that `planmap extract --json` promises."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.model import Report


def report_as_json(report: Report) -> dict[str, Any]:
    """Return the stable interface of an extraction: lists of flat objects, dates as YYYY-MM-DD."""
    return {
        "report": {
            "title": report.title,
            "path": report.path,
            "sha256": report.sha256,
            "date": _plain(report.date),
            "length": len(report.text),
        },
        "sections": _plain(report.sections),
        "tasks": _plain(report.tasks),
        "places": _plain(report.mentions),
        "segments": [
            {"id": s.id, "road": s.road, "from": s.from_place, "to": s.to_place} for s in report.segments
        ],
        "times": _plain(report.times),
        "quantities": _plain(report.quantities),
        "lists": _plain(report.lists),
        "notices": _plain(report.notices),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - the edge where records become JSON
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
