"""Which report a page is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from geo.render.web.embed import Json


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """What the top bar of every page says."""

    district: str
    title: str
    """Title of the report."""
    date: date
    """Date of the report."""
    lent_deadlines: frozenset[str] = frozenset()
    """Ids of tasks whose last day stands in the heading of their section, not in their sentence."""

    def record(self) -> dict[str, Json]:
        """Return the heading as data of a page."""
        return {"district": self.district, "title": self.title, "date": self.date.isoformat()}
