"""Look over what persons have decided of names: rows that mean nothing, contradict or are not used."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import shapely
from shapely import Point

from geo.geocode.checks import MEANT_DEGREES, NULL_ISLAND_DEGREES, Finding, Severity
from geo.geocode.decisions import AtPosition, decision_for, read_verdict
from geo.geocode.lookup import MAX_OUTSIDE_M, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.geocode.gazetteer import Decision, Gazetteer
    from geo.model import Report

_FILE = "layers/source/overrides.csv"


def check_decisions(gazetteer: Gazetteer, report: Report) -> tuple[Finding, ...]:
    """Return what is to be looked at in overrides.csv, row by row; `report` is what the rows are used for."""
    found = chain(
        _meaningless(gazetteer),
        _in_unknown_areas(gazetteer),
        _contradicting(gazetteer),
        _unused(gazetteer, report),
    )
    return tuple(sorted(found, key=lambda finding: (finding.where, finding.message)))


def _decisions(gazetteer: Gazetteer) -> Iterator[Decision]:
    yield from chain.from_iterable(gazetteer.decisions.values())


def _meaningless(gazetteer: Gazetteer) -> Iterator[Finding]:
    for decision in _decisions(gazetteer):
        match read_verdict(decision, gazetteer):
            case AtPosition() as position:
                yield from _strayed(decision, position, gazetteer)
            case None:
                yield Finding(
                    Severity.FAULT,
                    _where(decision),
                    f"its decision {decision.verdict} is no place, no zone and no position that is known",
                    'write an id of layers/source, a zone or town, "not a place", or longitude, latitude',
                )
            case _:
                continue


def _strayed(decision: Decision, position: AtPosition, gazetteer: Gazetteer) -> Iterator[Finding]:
    point, turned = Point(position.lon, position.lat), Point(position.lat, position.lon)
    outline = gazetteer.ground.in_degrees(gazetteer.ground.outline)
    if max(abs(position.lon), abs(position.lat)) < NULL_ISLAND_DEGREES:
        what, remedy = "its position lies at 0, 0", "give the longitude and the latitude"
        yield Finding(Severity.FAULT, _where(decision), what, remedy)
    elif shapely.distance(turned, outline) < MEANT_DEGREES:
        what, remedy = "its position has latitude and longitude swapped", "give the longitude first"
        yield Finding(Severity.FAULT, _where(decision), what, remedy)
    elif (metres := gazetteer.ground.metres_outside(point)) > MAX_OUTSIDE_M:
        what, remedy = f"its position lies {metres:.0f} m outside the district", "correct it, or its datum"
        yield Finding(Severity.FAULT, _where(decision), what, remedy)


def _in_unknown_areas(gazetteer: Gazetteer) -> Iterator[Finding]:
    for decision in _decisions(gazetteer):
        if decision.within is not None and not gazetteer.knows_area(decision.within):
            yield Finding(
                Severity.WARNING,
                _where(decision),
                f"is for {decision.within}, which no layer and no list of names has",
                "correct the name of its zone or town, or leave it empty",
            )


def _contradicting(gazetteer: Gazetteer) -> Iterator[Finding]:
    """Find rows for one name in one area: of two that differ none counts, of two alike one is enough."""
    for decisions in gazetteer.decisions.values():
        for within in dict.fromkeys(decision.within for decision in decisions):
            first, *others = [decision for decision in decisions if decision.within == within]
            for other in others:
                same = other.verdict == first.verdict
                yield Finding(
                    Severity.WARNING if same else Severity.FAULT,
                    _where(other),
                    f"row {first.row} decides the same" if same else f"row {first.row} decides otherwise",
                    "keep one of them",
                )


def _unused(gazetteer: Gazetteer, report: Report) -> Iterator[Finding]:
    asked = tuple(_asked(gazetteer, report))
    for name, decisions in gazetteer.decisions.items():
        used = {
            decision_for(Query(name, None, query.within, query.zone), gazetteer)
            for query in asked
            if name in query.name
        }
        if None in used:
            continue
        for decision in decisions:
            if decision not in used:
                what = f"is not used: {report.path} has no such name that it decides"
                yield Finding(Severity.INFO, _where(decision), what, "take it out where it is not needed")


def _asked(gazetteer: Gazetteer, report: Report) -> Iterable[Query]:
    """Yield each name that the report mentions, where it does."""
    zones = {place: task.zone for task in report.tasks for place in task.places}
    for mention in report.mentions:
        yield Query(gazetteer.fold(mention.name), mention.kind, mention.within, zones.get(mention.id))


def _where(decision: Decision) -> str:
    return f"{_FILE}: row {decision.row} {decision.name}"
