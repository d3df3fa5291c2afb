"""Hold a person's word on a name above everything else: layers/source/overrides.csv.

A decision is the id of a reviewed place; the id or the name of a zone or town, within which the name lies
and more is not known; ``not a place``; or a position, ``113.66012, 34.75121`` in WGS 84, perhaps with a third
number, the metres by which it may be off. Without that it is taken to be exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely
from shapely import Point

from geo.geocode.lookup import EXACT_M, MAX_OUTSIDE_M, as_place, outside
from geo.model import Datum, Miss, MissReason, Place, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.geocode.gazetteer import Decision, Gazetteer, ReviewedPlace
    from geo.geocode.lookup import Query

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_POSITION = re.compile(rf"({_NUMBER})[, ]+({_NUMBER})(?:[, ]+±?({_NUMBER}) ?m?)?")


class NotAPlace:
    """The name is no place at all."""


@dataclass(frozen=True, slots=True)
class InArea:
    """The name lies in a zone or town, and more is not known."""

    name: str


@dataclass(frozen=True, slots=True)
class AtPosition:
    """The name is at a point, WGS 84."""

    lon: float
    lat: float
    uncertainty_m: float


Verdict = NotAPlace | InArea | AtPosition | tuple["ReviewedPlace", ...]


def find_decided(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Answer as a person has decided; None where nobody has, or where what was decided means nothing."""
    decision = decision_for(query, gazetteer)
    if decision is None:
        return None
    match read_verdict(decision, gazetteer):
        case NotAPlace():
            needs = _said(decision, gazetteer)
            miss = Miss(query.name, query.kind_or_poi, MissReason.NOT_A_PLACE, None, needs)
            return replace(miss, source=_by_whom(decision))
        case InArea() as area:
            needs = f"{gazetteer.words.needs_coordinate}；{_said(decision, gazetteer)}"
            miss = Miss(query.name, query.kind_or_poi, MissReason.NO_COORDINATE, area.name, needs)
            return replace(miss, source=_by_whom(decision))
        case AtPosition() as position:
            return _placed_at(position, decision, query, gazetteer)
        case tuple() as entries:
            place = as_place(entries)
            return replace(place, source=f"{place.source}; {_by_whom(decision)}")
        case None:
            return None


def decision_for(query: Query, gazetteer: Gazetteer) -> Decision | None:
    """Return what was decided of a name where it is asked for; None where two decisions contradict."""
    decided = gazetteer.decisions.get(query.name, ())
    areas = {query.within, query.zone, *_areas_of(query.name, gazetteer)} - {None}
    of_area = [decision for decision in decided if decision.within in areas]
    applying = of_area or [decision for decision in decided if decision.within is None]
    return applying[0] if len({decision.verdict for decision in applying}) == 1 else None


def read_verdict(decision: Decision, gazetteer: Gazetteer) -> Verdict | None:
    """Return what a decision means; None where it is no id, no area and no position that is known."""
    said = decision.verdict
    if said.lower() in gazetteer.words.not_a_place:
        return NotAPlace()
    if found := _POSITION.fullmatch(said.replace("，", ",")):
        lon, lat, metres = found.groups()
        return AtPosition(float(lon), float(lat), float(metres) if metres else EXACT_M)
    entries = tuple(entry for entry in gazetteer.reviewed.entries if entry.place.id == said)
    if entries and shapely.get_dimensions(entries[0].place.geometry) <= 1:
        return entries
    area = entries[0].name if entries else gazetteer.zone_ids.get(said, said)
    return InArea(area) if gazetteer.knows_area(area) else None


def _areas_of(name: str, gazetteer: Gazetteer) -> Iterable[str | None]:
    """Return the zones and towns in which places of a name are known to lie."""
    indexes = (gazetteer.reviewed, gazetteer.unlocated, gazetteer.administrative)
    return {entry.within for index in indexes for entry in index.look_up(name)}


def _placed_at(position: AtPosition, decision: Decision, query: Query, gazetteer: Gazetteer) -> Place | Miss:
    point = Point(position.lon, position.lat)
    if gazetteer.ground.metres_outside(point) > MAX_OUTSIDE_M:
        return replace(outside(query, gazetteer), source=_by_whom(decision))
    return Place(
        id=f"overrides-{decision.row}",
        name=query.name,
        kind=query.kind_or_poi,
        geometry=point,
        precision=Precision.EXACT if position.uncertainty_m <= EXACT_M else Precision.AREA,
        uncertainty_m=position.uncertainty_m,
        datum_in=Datum.WGS84.value,
        source=_by_whom(decision),
    )


def _by_whom(decision: Decision) -> str:
    return f"decided by {decision.by} on {decision.on}: {decision.reason}"


def _said(decision: Decision, gazetteer: Gazetteer) -> str:
    return gazetteer.words.decided.format(by=decision.by, on=decision.on, reason=decision.reason)
