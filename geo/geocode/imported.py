"""Ask an imported gazetteer, of a street or of a province, for what lies in the district.

It knows far more names than the reviewed layers and is less sure of them: it is asked after them, and only
for what lies in the district or no more than 300 m beyond. OpenStreetMap draws a road as many pieces and a
park as a point and an area; what of one name lies together is one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Protocol

import shapely

from geo.geocode.gazetteer import ReviewedPlace
from geo.geocode.kinds import conflict
from geo.model import RunnerUp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.geocode.ground import Ground
    from geo.model import Place

    Bounds = tuple[float, float, float, float]

_MOST_LISTED = 5
TOGETHER_M = 200.0
"""Places of one name and family of kinds that lie so near to one another are one."""


class CloseName(Protocol):
    """A name that is close to another one."""

    @property
    def name(self) -> str:
        """The name, normalised."""

    @property
    def same_sound(self) -> bool:
        """Whether both sound alike."""


class ImportedNames(Protocol):
    """Indexes of names, as :mod:`geo.io.gazetteer` opens them."""

    def exact(self, name: str, *, bounds: Bounds | None = None) -> Sequence[Place]:
        """Return the places of a normalised name, or only those that touch a rectangle in degrees."""

    def close(self, name: str, *, bounds: Bounds) -> Sequence[CloseName]:
        """Return names that are nearly this one, of places that touch a rectangle."""


@dataclass(frozen=True, slots=True)
class ImportedGazetteer:
    """Imported names, seen from one district."""

    names: ImportedNames
    bounds: Bounds
    """West, south, east and north in degrees of all that counts."""

    def look_up(self, name: str, *, kind: str | None, ground: Ground) -> tuple[ReviewedPlace, ...]:
        """Return who has exactly this normalised name and does not conflict with a kind, as places."""
        places = self.names.exact(name, bounds=self.bounds)
        suited = [place for place in places if not conflict(kind, place.kind)]
        return tuple(
            ReviewedPlace(place, (), None, ground.metres_outside(place.geometry))
            for place in _without_repetitions(suited, ground)
        )

    def elsewhere(self, name: str) -> tuple[RunnerUp, ...]:
        """Return who has exactly this normalised name anywhere, five at most: to be listed as refused."""
        found = (f"{place.id} {place.name}" for place in self.names.exact(name))
        return tuple(RunnerUp(place, "outside") for place in islice(dict.fromkeys(found), _MOST_LISTED))

    def close_to(self, name: str) -> tuple[CloseName, ...]:
        """Return the close names of the district, those that sound alike first."""
        return tuple(self.names.close(name, bounds=self.bounds))


def imported_gazetteer(names: ImportedNames, *, ground: Ground, margin_m: float) -> ImportedGazetteer:
    """Restrict imported names to a district and what lies no more than a margin beyond."""
    around = shapely.box(*ground.outline.buffer(margin_m).bounds)
    west, south, east, north = ground.in_degrees(around).bounds
    return ImportedGazetteer(names, (west, south, east, north))


def _without_repetitions(places: Sequence[Place], ground: Ground) -> list[Place]:
    """Return places without points and smaller things that lie together with an area of the same name."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: -shapely.get_dimensions(place.geometry)):
        shape = ground.in_metres(place.geometry)
        if shapely.get_dimensions(shape) == 1 or not any(
            shape.distance(ground.in_metres(other.geometry)) <= TOGETHER_M
            for other in kept
            if not conflict(other.kind, place.kind)
        ):
            kept.append(place)
    return kept
