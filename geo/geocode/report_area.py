"""Tell whether a report is about another district than the workspace: then none of its names is here."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from geo.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.geocode.gazetteer import Gazetteer
    from geo.model import Report

_DISTRICT = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:自治县|[区县])")
_CITY = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:市|自治州)")
_BETWEEN_AREAS = re.compile(r"(?<=[省市])")
_SHORTEST_DISTRICT = 2
_SHORTEST_CITY = 3


def foreign_area(report: Report, gazetteer: Gazetteer) -> str | None:
    """Return the other district or city that a report is about; None where it may be the workspace's own.

    A report is the workspace's where it names the district anywhere, or one of its zones or towns in a
    heading. It is another's where it names other districts, or other cities and not the district's, and
    none of these. Where it names no area at all, planmap.toml says whose it is.
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


def area_notices(report: Report, gazetteer: Gazetteer) -> tuple[Notice, ...]:
    """Return a notice that says why nothing of a report of another district is placed; else none."""
    area = foreign_area(report, gazetteer)
    if area is None:
        return ()
    start = max(report.text.find(area), 0)
    end = start + len(area) if report.text.startswith(area, start) else start
    message = f"the report is about {area} and never names {gazetteer.district}: none of its places is placed"
    return (Notice("area", start, end, message),)


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
