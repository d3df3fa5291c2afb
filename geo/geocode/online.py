"""Offer names that nobody here knows to geocoding services, and believe little of what they say.

Each service is asked in turn. A candidate is accepted where all of this holds, whatever the service says:

1. its level is fine enough and the service is sure enough (`geo.geocode.services.levels`);
2. its name is the name asked for, where the answer has names; a road is a road, and no shop of that name;
3. it lies inside the district's outline;
4. where the zone or town of the name is known, it lies within the limits of that, or, where nobody published
   any, no farther from its seat than a town reaches; what is unsure of either counts for the candidate.

Candidates that lie no farther apart than their uncertainties are one place. It is ``exact`` where two
services say so within 150 m, and else as fine as the finest says. Where accepted candidates contradict one
another, the name is ambiguous: none is chosen. A service that fails is never a service that found nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Point

from geo.crs import DECIMALS, WGS84_CRS, project, project_shapes
from geo.errors import ServiceError, ServiceRefusedError
from geo.geocode.kinds import EXTENDED, OUTSIDE_ANY_DISTRICT, conflict
from geo.geocode.names import normalise_name, split_aliases
from geo.geocode.prefixes import FARTHEST_FROM_SEAT_M
from geo.geocode.services.contract import Question
from geo.geocode.services.levels import is_line
from geo.model import Miss, MissReason, Place, Precision, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import geopandas as gpd
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.geocode.services.contract import Ask, Candidate, Service
    from geo.geocode.services.levels import Level
    from geo.geocode.sources import SourceFrames
    from geo.model import ServiceReply, ServiceRequest, Settings

    Fetch = Callable[[ServiceRequest, Callable[[str], object]], ServiceReply]
    """Sends a request; its second argument raises a ServiceError where a body is no answer."""
    Say = Callable[[str], None]

EXACT_WITHIN_M = 150.0
"""The precision class ``exact``: a point that was cross-checked to so many metres."""
MOST_FAILURES = 3
"""After so many failures in a row a service is left out."""
ASKED_FOR = frozenset({MissReason.UNKNOWN_NAME, MissReason.NO_COORDINATE})
"""A name outside the district is not looked for, and which of two homonyms is meant no service can say."""
SHOP = "shop"
SHOP_MAY_BE = frozenset({"poi", "market", "mall", "shop", "company"})

_FINENESS = tuple(Precision)
_UNKNOWN_KIND = "poi"


@dataclass(frozen=True, slots=True)
class SearchArea:
    """The district in which names are looked for."""

    city: str
    district: str
    adcode: str
    outline: BaseGeometry
    """WGS 84."""
    crs: str
    """Projected CRS in which distances are measured."""
    zones: Mapping[str, BaseGeometry] = field(default_factory=dict, repr=False)
    """By normalised name, how far a zone or town may reach, in projected metres."""

    def may_lie_in(self, zone: str | None, point: Point, *, uncertainty_m: float) -> bool:
        """Tell whether nothing speaks against a WGS 84 point lying in a zone or town."""
        reach = None if zone is None else self.zones.get(normalise_name(zone))
        if reach is None:
            return True
        ground = project_shapes(np.array([point], dtype=object), crs_from=WGS84_CRS, crs_to=self.crs)[0]
        return bool(shapely.distance(reach, ground) <= uncertainty_m)

    def question(self, name: str) -> Question:
        """Return the question for a name."""
        west, south, east, north = self.outline.bounds
        return Question(name, self.city, self.district, self.adcode, (west, south, east, north))


def search_area(sources: SourceFrames, *, settings: Settings) -> SearchArea:
    """Return the district of a workspace, with its zones and towns.

    Raises
    ------
    DatumError
        A frame has no CRS.
    """
    seats = sources.places[sources.places["kind"].isin(list(EXTENDED))]
    return SearchArea(
        city=settings.city,
        district=settings.district,
        adcode=settings.adcode,
        outline=sources.district.union_all(),
        crs=settings.crs,
        # Limits, where there are any, go before the seat.
        zones={**_reaches(seats, settings.crs), **_reaches(sources.zones, settings.crs)},
    )


def _reaches(areas: gpd.GeoDataFrame, crs: str) -> dict[str, BaseGeometry]:
    """Return by normalised name how far areas may reach: limits as far as they are unsure, a seat farther."""
    if areas.empty:
        return {}
    shapes = project(areas, crs).geometry.to_numpy()
    beyond = np.where(shapely.get_dimensions(shapes) > 1, 0.0, FARTHEST_FROM_SEAT_M)
    reaches = shapely.buffer(shapes, areas["uncertainty_m"].to_numpy(dtype=float) + beyond)
    return {
        normalise_name(spelling): reach
        for name, aliases, reach in zip(areas["name"], areas["aliases"], reaches, strict=True)
        for spelling in (name, *(split_aliases(aliases) if isinstance(aliases, str) else ()))
    }


@dataclass(frozen=True, slots=True)
class _Offer:
    """A candidate and where it comes from."""

    candidate: Candidate
    service: Service
    ask: Ask
    reply: ServiceReply
    rank: int
    """Turn of the service."""

    @property
    def point(self) -> Point:
        return Point(round(self.candidate.lon, DECIMALS), round(self.candidate.lat, DECIMALS))

    @property
    def level(self) -> Level:
        assert self.candidate.grade is not None, "only graded candidates are accepted"
        return self.candidate.grade

    @property
    def order(self) -> tuple[int, float, int, float, float]:
        """Best first, whatever the order in which a service lists its candidates."""
        fineness = _FINENESS.index(self.level.precision)
        return fineness, self.level.uncertainty_m, self.rank, self.candidate.lon, self.candidate.lat

    @property
    def source(self) -> str:
        answered = f"，{self.reply.answered_on}" if self.reply.answered_on else ""
        line = "，路上一点，不是走向" if is_line(self.level) else ""
        return f"{self.service.label} {self.ask.words}（{self.candidate.level}{line}{answered}）"

    def __str__(self) -> str:
        name = self.candidate.name or self.candidate.level
        return f"{self.service.label} {name} {self.point.x}, {self.point.y}"


@dataclass(slots=True)
class _Turn:
    """A service during a run."""

    service: Service
    rank: int
    failures: int = 0
    """In a row."""
    is_over: bool = False
    unanswered: list[str] = field(default_factory=list)
    """Names that it was not asked for, or gave no answer for."""


def is_asked_for(miss: Miss) -> bool:
    """Tell whether services are asked for a name: not for areas, nor where a person has decided."""
    is_area = miss.kind in EXTENDED | OUTSIDE_ANY_DISTRICT
    return miss.reason in ASKED_FOR and miss.source is None and not is_area


def search_online(
    misses: Iterable[Miss], *, services: Sequence[Service], area: SearchArea, fetch: Fetch, say: Say
) -> dict[Miss, Place | Miss]:
    """Ask services for names.

    Parameters
    ----------
    misses
        Names without a position, as :func:`geo.geocode.resolve.resolve` gives them.
    services
        In the order in which they are asked.
    fetch
        Sends a request at the service's pace and gives its answer, or raises a ServiceError.
    say
        Takes a message when a service fails or is left out, and at the end one for each service on the
        names for which it gave no answer.

    Returns
    -------
    dict
        By each miss of which services can be asked: a place; or the miss, ambiguous where services
        contradict one another. `others` are what was offered and not accepted, and why.
    """
    asked = list(dict.fromkeys(miss for miss in misses if is_asked_for(miss)))
    willing = [service for service in services if _is_willing(service, asked, say)]
    turns = [_Turn(service, rank) for rank, service in enumerate(willing)]
    findings: dict[Miss, Place | Miss] = {}
    for miss in asked:
        question = area.question(miss.name)
        offers = [offer for turn in turns for offer in _offers(miss, question, turn, area, fetch, say)]
        findings[miss] = _settle(miss, offers, area)
    for turn in turns:
        if turn.unanswered:
            names = "、".join(dict.fromkeys(turn.unanswered))
            say(f"{turn.service.label}: no answer for {names}; that is not the same as not found")
    return findings


def with_others_listed(miss: Miss) -> Miss:
    """Return a miss whose candidates name what was refused, too: for a list that has no other column."""
    refused = tuple(f"{other.place} [{other.why}]" for other in miss.others)
    return replace(miss, candidates=(*miss.candidates, *refused))


def _is_willing(service: Service, asked: Sequence[Miss], say: Say) -> bool:
    names = len({miss.name for miss in asked})
    if service.most_names is None or names <= service.most_names:
        return True
    say(
        f"{service.label}: is not asked for {names} names, its rules allow {service.most_names} in a run;"
        " set PLANMAP_NOMINATIM_URL to a server of your own"
    )
    return False


def _offers(
    miss: Miss, question: Question, turn: _Turn, area: SearchArea, fetch: Fetch, say: Say
) -> list[_Offer]:
    """Ask one service in each of its ways until something can be accepted."""
    offers: list[_Offer] = []
    if turn.is_over:
        turn.unanswered.append(miss.name)
        return offers
    try:
        for ask in turn.service.asks:
            reply = fetch(ask.request(question), ask.read)
            new = [_Offer(found, turn.service, ask, reply, turn.rank) for found in ask.read(reply.text)]
            offers += new
            if any(_why_refused(offer, miss, area) is None for offer in new):
                break
        turn.failures = 0
    except ServiceError as error:
        turn.failures += 1
        turn.is_over = isinstance(error, ServiceRefusedError) or turn.failures >= MOST_FAILURES
        turn.unanswered.append(miss.name)
        say(f"{error}; it is not asked again" if turn.is_over else str(error))
    return offers


def _why_refused(offer: _Offer, miss: Miss, area: SearchArea) -> str | None:
    """Return why a candidate is not accepted, or None."""
    candidate = offer.candidate
    if candidate.refusal is not None or candidate.grade is None:
        return candidate.refusal or "unknown_level"
    if not _is_named(candidate.name, miss.name, area):
        return "other_name"
    if _is_other_kind(miss.kind, offer.level.kind):
        return "other_kind"
    if not area.outline.covers(offer.point):
        return "outside"
    in_zone = area.may_lie_in(miss.within, offer.point, uncertainty_m=offer.level.uncertainty_m)
    return None if in_zone else "other_zone"


def _is_named(said: str | None, asked: str, area: SearchArea) -> bool:
    """Tell whether a candidate has the name asked for: alone, or at the end of an address in the district."""
    if said is None:
        return True
    name, found = normalise_name(asked), normalise_name(said)
    before = found.removesuffix(name)
    return found == name or (before != found and before.endswith((area.district, area.city)))


def _is_other_kind(asked: str, found: str | None) -> bool:
    if found == SHOP:
        return asked not in SHOP_MAY_BE
    return asked != _UNKNOWN_KIND and conflict(asked, found)


def _settle(miss: Miss, offers: Sequence[_Offer], area: SearchArea) -> Place | Miss:
    """Decide from all candidates: one place, none, or several that contradict one another."""
    judged = [(offer, _why_refused(offer, miss, area)) for offer in offers]
    refused = tuple(
        sorted(
            (RunnerUp(str(offer), why) for offer, why in judged if why is not None),
            key=lambda other: other.place,
        )
    )
    accepted = sorted((offer for offer, why in judged if why is None), key=lambda offer: offer.order)
    if not accepted:
        return replace(miss, others=(*miss.others, *refused))
    metres = _metres_apart(accepted, area.crs)
    if any(
        metres[i, j] > _reach_m(accepted[i], accepted[j]) for i, j in combinations(range(len(accepted)), 2)
    ):
        choice = tuple(map(str, accepted))
        others = (*miss.others, *refused)
        return replace(miss, reason=MissReason.AMBIGUOUS, candidates=choice, others=others)
    return _as_place(miss, accepted, metres, refused)


def _reach_m(offer: _Offer, other: _Offer) -> float:
    """Return how far two candidates of one place may lie apart."""
    return offer.level.uncertainty_m + other.level.uncertainty_m


def _metres_apart(offers: Sequence[_Offer], crs: str) -> NDArray[np.float64]:
    """Return the distances between candidates in metres, shape (n, n)."""
    points = np.array([offer.point for offer in offers], dtype=object)
    ground = project_shapes(points, crs_from=WGS84_CRS, crs_to=crs)
    return np.asarray(shapely.distance(ground[:, None], ground[None, :]), dtype=np.float64)


def _as_place(
    miss: Miss, accepted: Sequence[_Offer], metres: NDArray[np.float64], refused: tuple[RunnerUp, ...]
) -> Place:
    """Return the best candidate as a place; the others are its sources, too."""
    best = accepted[0]
    level, uncertainty_m = best.level, best.level.uncertainty_m
    precision = level.precision
    second = [
        float(metres[0, turn])
        for turn, offer in enumerate(accepted)
        if offer.service.id != best.service.id and not is_line(offer.level)
    ]
    is_point = precision is Precision.STREET and not is_line(level)
    if is_point and second and max(min(second), uncertainty_m) <= EXACT_WITHIN_M:
        precision, uncertainty_m = Precision.EXACT, max(min(second), uncertainty_m)
    return Place(
        id=f"{best.service.id}:{miss.name}",
        name=miss.name,
        kind=miss.kind,
        geometry=best.point,
        precision=precision,
        uncertainty_m=float(np.ceil(uncertainty_m)),
        datum_in=best.service.datum.value,
        source="; ".join(dict.fromkeys(offer.source for offer in accepted)),
        others=(*miss.others, *refused),
    )
