"""Say what `planmap geocode --json` prints of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from shapely import LineString, Point

from geo.crs import DECIMALS
from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, Precision, RunnerUp

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.geocode.gazetteer import Gazetteer

Answer = dict[str, Any]
"""JSON object with name, status, place, geometry_type, lon, lat, precision, uncertainty_m, datum_in, source,
reason and others."""


def answer(name: str, *, kind: str | None = None, zone: str | None = None, gazetteer: Gazetteer) -> Answer:
    """Return where a name is, from which source and how sure.

    `status` is ``placed``, ``zone`` (only the zone or town is known; `place` names it), ``ambiguous`` or
    ``miss``. ``lon`` and ``lat`` are a point on the geometry: of a line its middle.
    """
    return answer_with(name, resolve(name, kind=kind, zone=zone, gazetteer=gazetteer), gazetteer=gazetteer)


def answer_with(name: str, found: Place | Miss, *, gazetteer: Gazetteer) -> Answer:
    """Return as :func:`answer` does what was found for a name."""
    match found:
        case Place() as place:
            return _placed(name, place, gazetteer)
        case Miss() as miss:
            return _missed(name, miss)


def _placed(name: str, place: Place, gazetteer: Gazetteer) -> Answer:
    point = _point_on(place.geometry)
    is_zone = place.precision in {Precision.ZONE, Precision.DISTRICT}
    return {
        "name": name,
        "status": "zone" if is_zone else "placed",
        "place": _reviewed_name(place, gazetteer),
        "geometry_type": place.geometry.geom_type,
        "lon": round(point.x, DECIMALS),
        "lat": round(point.y, DECIMALS),
        "precision": place.precision.value,
        "uncertainty_m": place.uncertainty_m,
        "datum_in": place.datum_in,
        "source": place.source,
        "reason": None,
        "others": _others(place.others),
    }


def _missed(name: str, miss: Miss) -> Answer:
    candidates = tuple(RunnerUp(candidate, "alike") for candidate in miss.candidates)
    if miss.reason is MissReason.AMBIGUOUS:
        status = "ambiguous"
        candidates = tuple(RunnerUp(candidate, "same_name") for candidate in miss.candidates)
    else:
        status = "zone" if miss.within is not None else "miss"
    return {
        "name": name,
        "status": status,
        "place": miss.within,
        "geometry_type": None,
        "lon": None,
        "lat": None,
        "precision": Precision.ZONE.value if status == "zone" else None,
        "uncertainty_m": None,
        "datum_in": None,
        "source": None,
        "reason": miss.reason.value,
        "others": _others(candidates),
    }


def _point_on(geometry: BaseGeometry) -> Point:
    """Return a point of a geometry: the middle of its longest line, or one inside its area."""
    longest = max(shapely.get_parts(geometry), key=lambda part: float(part.length))
    if isinstance(longest, LineString):
        return longest.interpolate(0.5, normalized=True)
    return geometry.representative_point()


def _reviewed_name(place: Place, gazetteer: Gazetteer) -> str:
    ids = place.id.split("+")
    return "、".join(entry.name for entry in gazetteer.reviewed.entries if entry.place.id in ids)


def _others(runners_up: tuple[RunnerUp, ...]) -> list[dict[str, str]]:
    return [{"place": other.place, "why": other.why} for other in runners_up]
