"""Decide where a name is: the one place that it can mean, or a miss that says why there is none.

A name goes through `STEPS` in order, and the first one that knows it answers:

1. what a person has decided of it (overrides.csv);
2. the places that it says at once (侯寨新老镇区: 侯寨新镇区 and 侯寨老镇区);
3. the gazetteer, as :mod:`geo.geocode.lookup` tells;
4. what lies in the area that it begins with (二七区福寿街), refused where that is another one;
5. what it is composed of: a crossing, a piece of a road, an offset, a house on its street;
6. nothing: a miss, within the task's zone where that is a zone of the district.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.geocode.composed import find_composed, place_pieces
from geo.geocode.decisions import find_decided
from geo.geocode.kinds import OUTSIDE_ANY_DISTRICT
from geo.geocode.lookup import MAX_OUTSIDE_M, Query, give_up, look_up, outside
from geo.geocode.prefixes import find_in_area
from geo.geocode.several import find_several
from geo.geocode.sites import find_at_site
from geo.model import Miss, MissReason, Place, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.geocode.gazetteer import Gazetteer

__all__ = ["MAX_OUTSIDE_M", "resolve"]


def resolve(
    name: str,
    *,
    kind: str | None = None,
    scope: Scope = Scope.IN,
    within: str | None = None,
    zone: str | None = None,
    between: Sequence[tuple[str, str]] = (),
    at: str | None = None,
    gazetteer: Gazetteer,
) -> Place | Miss:
    """Return the place that a name means, or why there is none.

    Parameters
    ----------
    name
        As the report has it.
    kind
        As the report's words tell it, or None; a place of another kind is refused.
    scope
        ``OUT`` where the text itself places the name outside the district: always a miss.
    within
        Place that a relative name is relative to: 老镇区 within 马寨镇.
    zone
        Zone of the task: settles homonyms, and is what remains known of an unknown name.
    between
        Names of what each piece of the road ends at: 人民路 and 金穗大道 of 丰华街（人民路—金穗大道）;
        none where the whole road is meant.
    at
        Where the report says that it lies, for a name without a position: 大同路与德化街交叉口东南角.
    gazetteer
        The district's places.

    Returns
    -------
    Place
        Its `name` is the name asked for; its `id` and `source` are those of the reviewed places it
        comes from. `reason` says where the geometry is less than the name. `others` are what was
        refused and what is spelt alike.
    Miss
        `within` is a zone or town of the gazetteer, never the whole district.
    """
    query = Query(gazetteer.fold(name), kind, within, zone)
    answer = _resolve(query, gazetteer) if scope is Scope.IN else outside(query, gazetteer)
    if at is not None and isinstance(answer, Miss):
        answer = find_at_site(
            answer, Query(gazetteer.fold(at), None, None, zone), gazetteer, resolve=_resolve
        )
    found = replace(answer, name=name)
    if not between or isinstance(found, Miss):
        return found
    pieces = [
        [(end, _resolve(Query(gazetteer.fold(end), None, None, zone), gazetteer)) for end in ends]
        for ends in dict.fromkeys(between)
    ]
    return place_pieces(found, pieces, gazetteer)


def find_simple(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Answer with what the gazetteer has under the name; the district itself is no place of a task."""
    if query.name == gazetteer.district:
        needs = gazetteer.words.needs_place
        return Miss(query.name, query.kind_or_poi, MissReason.NO_COORDINATE, None, needs)
    if query.kind in OUTSIDE_ANY_DISTRICT:
        return outside(query, gazetteer)
    return look_up(query, gazetteer)


def _resolve(query: Query, gazetteer: Gazetteer) -> Place | Miss:
    answers = (step(query, gazetteer) for step in STEPS)
    return next((answer for answer in answers if answer is not None), None) or give_up(query, gazetteer)


STEPS: tuple[Callable[[Query, Gazetteer], Place | Miss | None], ...] = (
    find_decided,
    lambda query, gazetteer: find_several(query, gazetteer, resolve=_resolve),
    find_simple,
    lambda query, gazetteer: find_in_area(query, gazetteer, resolve=_resolve),
    lambda query, gazetteer: find_composed(query, gazetteer, resolve=_resolve),
)
