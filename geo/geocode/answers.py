"""Say what `planmap geocode --json` prints of one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import shapely
from shapely import LineString, Point

from geo.crs import DECIMALS
from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, Precision, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from geo.geocode.gazetteer import Gazetteer

_CUT_BETWEEN = re.compile(r"\[.*\]")
"""What a piece of a road has in its id after that of the road."""
_JOINED = {"×": "×", "+": "、"}
"""What stands between the ids of a crossing and of several places, and between their names."""

Answer = dict[str, Any]
"""JSON object with name, status, place, geometry_type, lon, lat, precision, uncertainty_m, datum_in, source,
reason and others."""


def answer(name: str, *, kind: str | None = None, zone: str | None = None, gazetteer: Gazetteer) -> Answer:
    """Return where a name is, from which source and how sure.

    `status` is ``placed``, ``zone`` (only the zone or town is known; `place` names it), ``ambiguous`` or
    ``miss``. ``lon`` and ``lat`` are a point on the geometry: of a line its middle, of what is only known
    to lie in a zone a point in its published limits. `reason` says why there is no position, or why the
    geometry is less than the name (model.PlaceReason).
    """
    return answer_with(name, resolve(name, kind=kind, zone=zone, gazetteer=gazetteer), gazetteer=gazetteer)


def answer_with(name: str, found: Place | Miss, *, gazetteer: Gazetteer) -> Answer:
    """Return as :func:`answer` does what was found for a name."""
    match found:
        case Place() as place:
            return _placed(name, place, gazetteer)
        case Miss() as miss:
            return _missed(name, miss, gazetteer)


def _placed(name: str, place: Place, gazetteer: Gazetteer) -> Answer:
    is_zone = place.precision in {Precision.ZONE, Precision.DISTRICT}
    return {
        "name": name,
        "status": "zone" if is_zone else "placed",
        "place": _reviewed_name(place, gazetteer) or place.name,
        **_where(place.geometry),
        "precision": place.precision.value,
        "uncertainty_m": place.uncertainty_m,
        "datum_in": place.datum_in,
        "source": place.source,
        "reason": None if place.reason is None else place.reason.value,
        "others": _others(place.others),
    }


def _missed(name: str, miss: Miss, gazetteer: Gazetteer) -> Answer:
    """Answer for a miss; of a name known to lie in a zone with published limits, with these."""
    is_ambiguous = miss.reason is MissReason.AMBIGUOUS
    why = "same_name" if is_ambiguous else "alike"
    area = None if is_ambiguous or miss.within is None else gazetteer.limits_of(miss.within)
    known = "miss" if miss.within is None else "zone"
    return {
        "name": name,
        "status": "ambiguous" if is_ambiguous else known,
        "place": miss.within,
        **_where(area.geometry if area else None),
        "precision": None if is_ambiguous or miss.within is None else Precision.ZONE.value,
        "uncertainty_m": area.uncertainty_m if area else None,
        "datum_in": area.datum_in if area else None,
        "source": miss.source or _who_says(miss, gazetteer) or (area.source if area else None),
        "reason": miss.reason.value,
        "others": _others((*(RunnerUp(candidate, why) for candidate in miss.candidates), *miss.others)),
    }


def _who_says(miss: Miss, gazetteer: Gazetteer) -> str | None:
    """Return who says that a name without a position lies where it does; None where only its task does."""
    name = gazetteer.fold(miss.name)
    known = (*gazetteer.unlocated.look_up(name), *gazetteer.administrative.look_up(name))
    sources = (entry.source for entry in known if entry.within is not None and entry.within == miss.within)
    return next(sources, None)


def _where(geometry: BaseGeometry | None) -> Answer:
    if geometry is None:
        return {"geometry_type": None, "lon": None, "lat": None}
    point = _point_on(geometry)
    return {
        "geometry_type": geometry.geom_type,
        "lon": round(point.x, DECIMALS),
        "lat": round(point.y, DECIMALS),
    }


def _point_on(geometry: BaseGeometry) -> Point:
    """Return a point of a geometry: the middle of its longest line, or one inside its area."""
    longest = max(shapely.get_parts(geometry), key=lambda part: float(part.length))
    if isinstance(longest, LineString):
        return longest.interpolate(0.5, normalized=True)
    return geometry.representative_point()


def _reviewed_name(place: Place, gazetteer: Gazetteer) -> str:
    """Return the names of the reviewed places that it comes from, or its own where there are none."""
    names = {entry.place.id: entry.name for entry in gazetteer.reviewed.entries}
    return _named(_CUT_BETWEEN.sub("", place.id), names) or place.name


def _named(ids: str, names: Mapping[str, str]) -> str | None:
    for mark, joined in _JOINED.items():
        if mark in ids:
            found = (_named(part, names) for part in ids.split(mark))
            return joined.join(dict.fromkeys(name for name in found if name))
    return names.get(ids)


def _others(runners_up: tuple[RunnerUp, ...]) -> list[dict[str, str]]:
    return [{"place": other.place, "why": other.why} for other in runners_up]
