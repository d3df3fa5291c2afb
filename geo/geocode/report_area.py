"""Tell whether a report is about the workspace's district: what another one names is not here."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import chain
from typing import TYPE_CHECKING

from geo.model import Miss, MissReason, Notice, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.geocode.gazetteer import Gazetteer
    from geo.model import Report

_DISTRICT = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:自治县|[区县])")
_CITY = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:市|自治州)")
_BETWEEN_AREAS = re.compile(r"(?<=[省市])")
_SHORTEST_DISTRICT = 2
_SHORTEST_CITY = 3


class ReportArea(Enum):
    """Whose a report is."""

    OWN = auto()
    """The workspace's district's."""
    FOREIGN = auto()
    """Another district's or city's: what it names is not here."""
    UNKNOWN = auto()
    """Nobody says: what it names may be here or anywhere."""


def report_area(report: Report, gazetteer: Gazetteer, *, is_stated: bool) -> ReportArea:
    """Return whose a report is; `is_stated` where planmap.toml says that it is the workspace's."""
    if foreign_area(report, gazetteer) is not None:
        return ReportArea.FOREIGN
    own = gazetteer.area_names - set(gazetteer.elsewhere)
    is_named = any(name in text for name in (*own, *gazetteer.zone_ids.values()) for text in _texts(report))
    return ReportArea.OWN if is_stated or is_named else ReportArea.UNKNOWN


def doubt(found: Place | Miss, gazetteer: Gazetteer) -> Miss:
    """Return what is found for a name of nobody's report: a choice, never a place."""
    here = (f"{found.id} {gazetteer.district}{found.name}",) if isinstance(found, Place) else found.candidates
    needs = gazetteer.words.needs_district
    return Miss(found.name, found.kind, MissReason.AMBIGUOUS, None, needs, here, found.others)


def foreign_area(report: Report, gazetteer: Gazetteer) -> str | None:
    """Return the other district or city that a report is about; None where it may be the workspace's own.

    A report is the workspace's where it names the district anywhere, or one of its zones or towns in a
    heading. It is another's where it names other districts, or other cities and not the district's, and
    none of these.
    """
    headings = tuple(_headings(report))
    if gazetteer.district in report.text or _names_own_area(headings, gazetteer):
        return None
    districts = _named(report, headings, "district", _DISTRICT, gazetteer)
    if districts:
        return districts[0]
    cities = _named(report, headings, "city", _CITY, gazetteer)
    own_city = gazetteer.city is not None and (gazetteer.city in report.text or gazetteer.city in cities)
    return cities[0] if cities and not own_city else None


def area_notices(report: Report, gazetteer: Gazetteer, *, is_stated: bool) -> tuple[Notice, ...]:
    """Return a notice that says why nothing of a report is placed; none where it is the district's."""
    area = foreign_area(report, gazetteer)
    if area is None:
        is_own = report_area(report, gazetteer, is_stated=is_stated) is ReportArea.OWN
        return () if is_own or not report.mentions else (_nobodys(gazetteer),)
    start = max(report.text.find(area), 0)
    end = start + len(area) if report.text.startswith(area, start) else start
    message = f"the report is about {area} and never names {gazetteer.district}: none of its places is placed"
    return (Notice("area", start, end, message),)


def _nobodys(gazetteer: Gazetteer) -> Notice:
    message = (
        f"the report names neither {gazetteer.district} nor its city, a zone or a town: none of its places is"
        " placed; where it is the district's, give its path as report.path in planmap.toml"
    )
    return Notice("area", 0, 0, message)


def _texts(report: Report) -> Iterable[str]:
    """Return the text and what was read of its headings, in which a wrap may have been undone."""
    return report.text, *_headings(report)


def _headings(report: Report) -> Iterable[str]:
    """Return the title, and of each section its heading, unit and zone."""
    sections = ((section.heading, section.unit, section.zone) for section in report.sections)
    return filter(None, (report.title, *chain.from_iterable(sections)))


def _names_own_area(headings: Iterable[str], gazetteer: Gazetteer) -> bool:
    own = gazetteer.area_names - {gazetteer.city, *gazetteer.elsewhere}
    return any(area in heading for heading in headings for area in (*own, *gazetteer.zone_ids.values()))


def _named(
    report: Report, headings: Iterable[str], kind: str, form: re.Pattern[str], gazetteer: Gazetteer
) -> list[str]:
    """Return the districts, or the cities, that headings and then the text name, each once."""
    shortest = _SHORTEST_DISTRICT if kind == "district" else _SHORTEST_CITY
    pieces = chain.from_iterable(map(_BETWEEN_AREAS.split, headings))
    in_headings = (found[0] for piece in pieces if (found := form.match(piece)))
    in_text = (mention.name for mention in report.mentions if mention.kind == kind)
    return [
        name
        for name in dict.fromkeys((*in_headings, *in_text))
        if len(name) >= shortest and not name.endswith(gazetteer.words.no_districts)
    ]
