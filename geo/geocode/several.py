"""Resolve a name that says two places at once: 侯寨新老镇区 is 侯寨新镇区 and 侯寨老镇区."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.geocode.lookup import FINENESS, join_sources
from geo.model import Miss, MissReason, Place, PlaceReason, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.geocode.gazetteer import Gazetteer
    from geo.geocode.lookup import Query


def split_several(name: str, pairs: Sequence[str]) -> tuple[str, ...]:
    """Return the names that a name says at once, each with one character of a pair; none where it is one.

    >>> split_several("侯寨新老镇区", ["新老"])
    ('侯寨新镇区', '侯寨老镇区')
    """
    pair = next((pair for pair in pairs if pair in name), None)
    return () if pair is None else tuple(name.replace(pair, one) for one in pair)


def find_several(
    query: Query, gazetteer: Gazetteer, *, resolve: Callable[[Query, Gazetteer], Place | Miss]
) -> Place | Miss | None:
    """Answer with all places that a name says at once; None where it is one name, or nobody knows them."""
    names = split_several(query.name, gazetteer.words.paired)
    answers = [resolve(replace(query, name=name), gazetteer) for name in names]
    places = [answer for answer in answers if isinstance(answer, Place)]
    misses = [answer for answer in answers if isinstance(answer, Miss)]
    if places:
        placed = [name for name, answer in zip(names, answers, strict=True) if isinstance(answer, Place)]
        return _together(places, misses, names=placed)
    known = [miss for miss in misses if miss.reason is not MissReason.UNKNOWN_NAME]
    return replace(known[0], name=query.name) if known else None


def _together(places: Sequence[Place], misses: Sequence[Miss], *, names: Sequence[str]) -> Place:
    """Return one place of several; one that is meant twice counts once, those not placed are listed."""
    different = list({place.id: place for place in places}.values())
    first = different[0]
    return replace(
        first,
        id="+".join(place.id for place in different),
        geometry=shapely.union_all([place.geometry for place in different]),
        precision=max((place.precision for place in different), key=FINENESS.index),
        uncertainty_m=max(place.uncertainty_m for place in different),
        source=f"{join_sources(place.source for place in different)}; stands for {'、'.join(names)}",
        reason=PlaceReason.PARTLY if misses else first.reason,
        others=(*first.others, *(RunnerUp(miss.name, miss.reason.value) for miss in misses)),
    )
