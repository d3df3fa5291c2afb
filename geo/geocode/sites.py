"""Place a name that nobody knows where the report says that it lies: 位于大同路与德化街交叉口东南角."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.geocode.composed import JUNCTION_KIND
from geo.geocode.lookup import EXACT_M, FINENESS, PART_UNCERTAINTY_M
from geo.model import Miss, MissReason, Place, PlaceReason, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.geocode.gazetteer import Gazetteer
    from geo.geocode.lookup import Query

_UNKNOWN = frozenset({MissReason.UNKNOWN_NAME, MissReason.NO_COORDINATE})
_SEVERAL = re.compile("、(?=[^、]*(?:[侧边面旁近口]|以.)$)")
_NEAR = re.compile("(?:对[面过]|旁边?|附近|门口)$")
"""Behind a place, so near to it that the place itself is meant."""
_COARSE = frozenset({Precision.ZONE, Precision.DISTRICT})


def find_at_site(
    miss: Miss, site: Query, gazetteer: Gazetteer, *, resolve: Callable[[Query, Gazetteer], Place | Miss]
) -> Place | Miss:
    """Return the place of what lies at a site; the miss where the site is not known either.

    What stands at a crossing is within 150 m of it and never `exact`; what stands on a street is somewhere
    along it; what stands in or by another place is an area of half a kilometre around a point. Of a site that
    is a whole zone or town only that remains.
    """
    if miss.reason not in _UNKNOWN:
        return miss
    match _first_known(site, gazetteer, resolve=resolve):
        case Place(precision=precision, name=name) if precision in _COARSE:
            return replace(miss, within=name)
        case Place() as place:
            return _at(place, miss, site, gazetteer)
        case Miss(within=within):
            return replace(miss, within=miss.within or within)


def _first_known(
    site: Query, gazetteer: Gazetteer, *, resolve: Callable[[Query, Gazetteer], Place | Miss]
) -> Place | Miss:
    """Return what a site means; of several ways to tell it (A路西侧、B学校对面) the first that is known."""
    parts = [site.name, *(part for part in _SEVERAL.split(site.name) if part != site.name)]
    answers = (resolve(replace(site, name=_NEAR.sub("", part)), gazetteer) for part in parts)
    found = list(answers)
    return next((answer for answer in found if isinstance(answer, Place)), found[0])


def _at(place: Place, miss: Miss, site: Query, gazetteer: Gazetteer) -> Place:
    shape = gazetteer.ground.in_metres(place.geometry)
    dimensions = shapely.get_dimensions(shape)
    is_crossing = place.kind == JUNCTION_KIND
    reach_m = EXACT_M if is_crossing else shape.length / 2 if dimensions == 1 else PART_UNCERTAINTY_M
    coarsest = Precision.STREET if is_crossing or dimensions == 1 else Precision.AREA
    return replace(
        place,
        name=miss.name,
        kind=miss.kind,
        precision=max(place.precision, coarsest, key=FINENESS.index),
        uncertainty_m=float(round(max(place.uncertainty_m, reach_m))),
        source=f"{place.source}; the report says at {site.name}",
        reason=PlaceReason.STATED_SITE,
        others=(),
    )
