"""Take off the area that a name begins with: 二七区福寿街, 马寨镇王庄; refuse what another one has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.geocode.lookup import outside
from geo.geocode.phrases import Sides, read_phrase
from geo.model import Miss, MissReason, Place, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.geocode.gazetteer import Gazetteer, ReviewedPlace
    from geo.geocode.lookup import Query

_PROVINCE = re.compile(r"[\u4e00-\u9fff]{2,3}省")
_AREA = re.compile(r"[\u4e00-\u9fff]{2,5}?[市区县]")
_SHORTEST_REST = 2
FARTHEST_FROM_SEAT_M = 8000.0
"""So far from its seat a town's land may reach, and no farther (a circle of 200 km²)."""


def find_in_area(
    query: Query, gazetteer: Gazetteer, *, resolve: Callable[[Query, Gazetteer], Place | Miss]
) -> Place | Miss | None:
    """Answer with what lies in the area that a name begins with; None where it begins with none.

    Of the workspace's own city, district, zones and towns the rest of the name is resolved, and refused
    where it lies in another zone or town. Of any other city or district it is refused as a homonym.
    """
    area, rest = split_area(query.name, gazetteer)
    if area is None or _is_beside(query.name, area):
        return None
    found = resolve(replace(query, name=rest), gazetteer)
    if area in (gazetteer.city, gazetteer.district):
        return found
    if gazetteer.knows_area(area):
        return _in_own_area(replace(query, name=rest, zone=area), area, gazetteer, resolve=resolve)
    if isinstance(found, Place):
        return outside(query, gazetteer, others=(RunnerUp(f"{found.id} {found.name}", "other_area"),))
    return None if found.reason is MissReason.UNKNOWN_NAME else outside(query, gazetteer)


def _is_beside(name: str, area: str) -> bool:
    """Tell whether a name is the land beside the area, and so not in it: 马寨镇以东."""
    phrase = read_phrase(name)
    return isinstance(phrase, Sides) and phrase.of[0][0] == area


def split_area(name: str, gazetteer: Gazetteer) -> tuple[str | None, str]:
    """Split a name into the area that it begins with and the rest; None where it begins with none.

    The longest name that is known counts; else whatever ends as a city or a district does.
    """
    province = _PROVINCE.match(name)
    bare = name[province.end() :] if province else name
    known = (area for area in gazetteer.area_names if bare.startswith(area))
    area = max(known, key=len, default=None)
    if area is None:
        found = _AREA.match(bare)
        is_area = found is not None and not found[0].endswith(gazetteer.words.no_districts)
        area = found[0] if found is not None and is_area else None
    if area is None or len(bare) - len(area) < _SHORTEST_REST:
        return None, name
    return area, bare[len(area) :]


def _in_own_area(
    query: Query, area: str, gazetteer: Gazetteer, *, resolve: Callable[[Query, Gazetteer], Place | Miss]
) -> Place | Miss:
    found = resolve(query, gazetteer)
    if isinstance(found, Miss):
        return replace(found, within=found.within or area)
    if _may_lie_in(found, area, gazetteer):
        return found
    refused = RunnerUp(f"{found.id} {found.name}", "other_zone")
    needs = gazetteer.words.needs_name
    return Miss(query.name, found.kind, MissReason.UNKNOWN_NAME, area, needs, others=(refused,))


def _may_lie_in(place: Place, area: str, gazetteer: Gazetteer) -> bool:
    """Say whether nothing speaks against it: neither what the row says, nor the limits or the seat."""
    stated = {entry.within for entry in gazetteer.reviewed.entries if entry.place.id == place.id} - {None}
    if area in stated:
        return True
    if stated:
        return False
    ground, entries = gazetteer.ground, gazetteer.reviewed.look_up(area)
    here = ground.in_metres(place.geometry)
    reaches = (
        shapely.distance(ground.in_metres(entry.place.geometry), here)
        <= place.uncertainty_m + entry.place.uncertainty_m + _reach_m(entry)
        for entry in entries
    )
    return not entries or any(reaches)


def _reach_m(area: ReviewedPlace) -> float:
    """Return how far an area may reach beyond its geometry: limits say where it ends, a seat does not."""
    return 0.0 if shapely.get_dimensions(area.place.geometry) > 1 else FARTHEST_FROM_SEAT_M
