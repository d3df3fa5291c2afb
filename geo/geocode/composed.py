"""Place a composed name by the places that it is made of: a crossing, a piece, an offset, a house."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Point

from geo.crs import DECIMALS
from geo.geocode.crossings import find_crossings
from geo.geocode.gazetteer import without_suffix
from geo.geocode.kinds import WAYS
from geo.geocode.lookup import (
    EXACT_M,
    FINENESS,
    MAX_OUTSIDE_M,
    PART_UNCERTAINTY_M,
    Query,
    join_sources,
    look_up,
    outside,
    zone_known,
)
from geo.geocode.offsets import SIDEWAYS, shifted, swept
from geo.geocode.phrases import Crossing, House, Offset, Phrase, Pieces, Sides, read_phrase
from geo.geocode.segments import cut_between, find_end
from geo.model import Miss, MissReason, Place, PlaceReason, Precision, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.geocode.gazetteer import Gazetteer

JUNCTION_KIND = "junction"
_ROAD_KIND = "road"
_LINE = 1
_FINE = frozenset({Precision.EXACT, Precision.STREET})


def find_composed(
    query: Query, gazetteer: Gazetteer, *, resolve: Callable[[Query, Gazetteer], Place | Miss]
) -> Place | Miss | None:
    """Answer with what a composed name describes; None where it is none, or nobody knows its parts."""
    bare = without_suffix(query.name, gazetteer.words.work_suffixes)
    phrase = read_phrase(query.name) or (read_phrase(bare) if bare else None)
    if phrase is None:
        return None
    return _Composer(query, gazetteer, resolve).place(phrase)


def place_pieces(
    road: Place, pieces: Sequence[Sequence[tuple[str, Place | Miss]]], gazetteer: Gazetteer
) -> Place:
    """Return the pieces of a road, each between two ends: their names and what these mean.

    Where one of them cannot be cut, it is the whole road: its `source` and `reason` say so, and the ends
    that were not found stand in `others`.
    """
    line = gazetteer.ground.in_metres(road.geometry)
    cut = [_cut_piece(line, road, ends, gazetteer) for ends in pieces]
    not_found = [name for piece in cut if isinstance(piece, list) for name in piece]
    if not_found:
        return _whole(road, list(dict.fromkeys(not_found)))
    drawn = shapely.line_merge(shapely.union_all([piece for piece in cut if not isinstance(piece, list)]))
    ends = [[place for _, place in piece if isinstance(place, Place)] for piece in pieces]
    return replace(
        road,
        id="+".join(f"{road.id}[{','.join(place.id for place in found)}]" for found in ends),
        geometry=gazetteer.ground.in_degrees(drawn),
        uncertainty_m=max(place.uncertainty_m for place in (road, *chain.from_iterable(ends))),
        source="; ".join(
            (road.source, *(f"piece between {'、'.join(name for name, _ in piece)}" for piece in pieces))
        ),
    )


def _cut_piece(
    line: BaseGeometry, road: Place, ends: Sequence[tuple[str, Place | Miss]], gazetteer: Gazetteer
) -> BaseGeometry | list[str]:
    """Return the piece of a road between two ends, in metres; else the names of the ends that it lacks."""
    crossings = [_end_of_piece(line, road, end, gazetteer) for _, end in ends]
    start, end = crossings
    if start is None or end is None:
        return [name for (name, _), at in zip(ends, crossings, strict=True) if at is None]
    return cut_between(line, start, end) or [name for name, _ in ends]


def _end_of_piece(line: BaseGeometry, road: Place, end: Place | Miss, gazetteer: Gazetteer) -> Point | None:
    if isinstance(end, Miss) or end.precision not in _FINE or shapely.get_dimensions(line) != _LINE:
        return None
    tolerance_m = road.uncertainty_m + end.uncertainty_m
    return find_end(line, gazetteer.ground.in_metres(end.geometry), tolerance_m=tolerance_m)


def _whole(road: Place, not_found: Sequence[str]) -> Place:
    refused = tuple(RunnerUp(name, "no_crossing") for name in not_found)
    return replace(
        road,
        source=f"{road.source}; whole road without one crossing with {'、'.join(not_found)}",
        reason=PlaceReason.NO_CROSSING,
        others=(*road.others, *refused),
    )


@dataclass(frozen=True, slots=True)
class _Composer:
    """Places what one name is composed of."""

    query: Query
    gazetteer: Gazetteer
    resolve: Callable[[Query, Gazetteer], Place | Miss]

    def place(self, phrase: Phrase) -> Place | Miss | None:
        match phrase:
            case Crossing():
                return self._inside(self._crossing(phrase))
            case Pieces():
                return self._pieces(phrase)
            case Offset():
                return self._inside(self._offset(phrase))
            case Sides():
                return self._inside(self._sides(phrase))
            case House():
                return self._house(phrase)

    def _crossing(self, phrase: Crossing) -> Place | Miss:
        reviewed = self._reviewed_crossing(phrase)
        if reviewed is not None:
            return _noting_corner(reviewed, phrase)
        roads = [self._part(name, _ROAD_KIND) for name in (phrase.road, phrase.other)]
        road, other = roads
        if isinstance(road, Miss) or isinstance(other, Miss):
            return self._lacking(next(part for part in roads if isinstance(part, Miss)))
        ground = self.gazetteer.ground
        lines = [ground.in_metres(place.geometry) for place in (road, other)]
        for place, line in zip((road, other), lines, strict=True):
            if shapely.get_dimensions(line) != _LINE:
                return self._miss(self.gazetteer.words.needs_line.format(name=place.name))
        points = find_crossings(*lines, tolerance_m=road.uncertainty_m + other.uncertainty_m)
        degrees = [ground.in_degrees(point) for point in points]
        if len(degrees) != 1:
            return self._undecided(degrees)
        gap_m = float(shapely.distance(*lines))
        source = (
            f"{join_sources((road.source, other.source))}; at the crossing of {phrase.road}、{phrase.other}"
        )
        place = replace(self._at_crossing(road, other, degrees[0], gap_m), source=source)
        return _noting_corner(place, phrase)

    def _at_crossing(self, road: Place, other: Place, point: BaseGeometry, gap_m: float) -> Place:
        return Place(
            id=f"{road.id}×{other.id}",
            name=self.query.name,
            kind=self.query.kind or JUNCTION_KIND,
            geometry=point,
            precision=max(road.precision, other.precision, key=FINENESS.index),
            uncertainty_m=float(round(np.hypot(road.uncertainty_m, other.uncertainty_m) + gap_m / 2)),
            datum_in=road.datum_in,
            source=road.source,
        )

    def _reviewed_crossing(self, phrase: Crossing) -> Place | None:
        spellings = (f"{phrase.road}×{phrase.other}", f"{phrase.other}×{phrase.road}")
        found = (look_up(replace(self.query, name=name), self.gazetteer) for name in spellings)
        return next((place for place in found if isinstance(place, Place)), None)

    def _undecided(self, points: Sequence[BaseGeometry]) -> Miss:
        """Answer for two roads that do not cross, or that cross several times."""
        words = self.gazetteer.words
        if not points:
            return self._miss(words.needs_crossing)
        where = tuple(
            f"{round(point.x, DECIMALS)}, {round(point.y, DECIMALS)}"
            for point in points
            if isinstance(point, Point)
        )
        within = zone_known(self.query, self.gazetteer)
        kind = self.query.kind or JUNCTION_KIND
        return Miss(self.query.name, kind, MissReason.AMBIGUOUS, within, words.needs_choice, where)

    def _pieces(self, phrase: Pieces) -> Place | Miss:
        road = self._part(phrase.road, self.query.kind or _ROAD_KIND)
        if isinstance(road, Miss):
            return self._lacking(road)
        pieces = [[(end, self._part(end, None)) for end in ends] for ends in phrase.ends]
        return place_pieces(road, pieces, self.gazetteer)

    def _offset(self, phrase: Offset) -> Place | Miss:
        base = self._part(phrase.base, None)
        if isinstance(base, Miss):
            return self._lacking(base)
        dimensions = shapely.get_dimensions(base.geometry)
        if base.precision in {Precision.ZONE, Precision.DISTRICT} or dimensions > _LINE:
            return self._miss(self.gazetteer.words.needs_coordinate)
        ground = self.gazetteer.ground
        moved = shifted(ground.in_metres(base.geometry), direction=phrase.direction, metres=phrase.metres)
        said = f"{phrase.direction}{phrase.metres:g}米"
        place = replace(
            base,
            name=self.query.name,
            kind=self.query.kind_or_poi,
            source=f"{base.source}; offset by {phrase.base}{said}",
        )
        if dimensions == _LINE:
            strip = shapely.buffer(moved, base.uncertainty_m)
            precision = max(base.precision, Precision.AREA, key=FINENESS.index)
            return replace(
                place, geometry=ground.in_degrees(strip), precision=precision, reason=PlaceReason.BESIDE
            )
        uncertainty_m = round(base.uncertainty_m + SIDEWAYS * phrase.metres)
        is_fine = uncertainty_m <= max(EXACT_M, base.uncertainty_m)
        precision = base.precision if is_fine else max(base.precision, Precision.AREA, key=FINENESS.index)
        return replace(
            place, geometry=ground.in_degrees(moved), precision=precision, uncertainty_m=float(uncertainty_m)
        )

    def _sides(self, phrase: Sides) -> Place | Miss:
        """Answer with the land beside places, as far as a block reaches; of several, what they share."""
        bases = [self._part(name, None) for name, _ in phrase.of]
        lacking = next((base for base in bases if isinstance(base, Miss)), None)
        if lacking is not None:
            return self._lacking(lacking)
        places = [base for base in bases if isinstance(base, Place)]
        if any(base.precision in {Precision.ZONE, Precision.DISTRICT} for base in places):
            return self._miss(self.gazetteer.words.needs_coordinate)
        ground = self.gazetteer.ground
        strips = [
            shapely.buffer(
                swept(ground.in_metres(base.geometry), direction=direction, metres=PART_UNCERTAINTY_M),
                base.uncertainty_m,
            )
            for base, (_, direction) in zip(places, phrase.of, strict=True)
        ]
        land = shapely.intersection_all(strips)
        if land.is_empty:
            return self._miss(self.gazetteer.words.needs_coordinate)
        return replace(
            places[0],
            id="×".join(base.id for base in places),
            name=self.query.name,
            kind=self.query.kind_or_poi,
            geometry=ground.in_degrees(land),
            precision=max((Precision.AREA, *(base.precision for base in places)), key=FINENESS.index),
            uncertainty_m=float(round(max(PART_UNCERTAINTY_M, *(base.uncertainty_m for base in places)))),
            source=f"{join_sources(base.source for base in places)}; anywhere on the land {self.query.name}",
            reason=PlaceReason.BESIDE,
            others=(),
        )

    def _house(self, phrase: House) -> Place | Miss | None:
        """Answer with the street on which a house stands: somewhere along it."""
        street = self._part(phrase.street, _ROAD_KIND)
        if isinstance(street, Miss):
            return None if street.reason is MissReason.UNKNOWN_NAME else self._lacking(street)
        if street.kind not in WAYS:
            return None
        line = self.gazetteer.ground.in_metres(street.geometry)
        has_course = shapely.get_dimensions(line) == _LINE
        reach_m = line.length / 2 if has_course else PART_UNCERTAINTY_M
        return replace(
            street,
            name=self.query.name,
            kind=self.query.kind_or_poi,
            precision=street.precision
            if has_course
            else max(street.precision, Precision.AREA, key=FINENESS.index),
            uncertainty_m=float(round(max(street.uncertainty_m, reach_m))),
            source=f"{street.source}; on its street {phrase.street}",
            reason=PlaceReason.ITS_STREET,
            others=(),
        )

    def _part(self, name: str, kind: str | None) -> Place | Miss:
        return self.resolve(replace(self.query, name=name, kind=kind, within=None), self.gazetteer)

    def _lacking(self, part: Miss) -> Miss:
        """Answer for a name of which a part has no position, with the reason of the part."""
        return replace(part, name=self.query.name, kind=self.query.kind or part.kind)

    def _miss(self, needs: str) -> Miss:
        within = zone_known(self.query, self.gazetteer)
        return Miss(self.query.name, self.query.kind_or_poi, MissReason.NO_COORDINATE, within, needs)

    def _inside(self, found: Place | Miss) -> Place | Miss:
        """Refuse what was computed to lie outside the district."""
        if isinstance(found, Miss) or self.gazetteer.ground.metres_outside(found.geometry) <= MAX_OUTSIDE_M:
            return found
        return outside(self.query, self.gazetteer)


def _noting_corner(place: Place, phrase: Crossing) -> Place:
    """Keep the corner of a crossing in the source: it moves nothing and makes nothing surer."""
    if phrase.corner is None:
        return place
    return replace(place, source=f"{place.source}; said to be at its {phrase.corner}")
