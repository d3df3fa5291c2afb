"""Look a simple name up: the one place that it can mean, or a miss that says why there is none.

A name goes through `STEPS` in order, and the first one that knows it answers:

1. a reviewed place of that name, of that alias, of that name differently spelt, or whose name is
   that name and a word for the work (公园1872: 公园1872住宅项目);
2. a name known without a position;
3. the place of which the name is a part, a phase or the work on it (刘胡垌二期: 刘胡垌);
4. for a relative name, the zone or town that it is relative to;
5. a place of an imported gazetteer;
6. a community or town of the administrative list: known by its town only;
7. the one place that is known with another ending (大同街: 大同路; 马寨乡: 马寨镇), and the answer says so.

A homonym is never chosen by chance: what conflicts in kind or lies outside the district is refused,
and where several are left the answer is that the name is ambiguous. Alike names are offered, never
taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geocode.gazetteer import Gazetteer, KnownName, NameIndex, ReviewedPlace, without_suffix
from geo.geocode.kinds import EXTENDED, WAYS, conflict
from geo.geocode.names import are_alike
from geo.model import Miss, MissReason, Place, PlaceReason, Precision, RunnerUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MAX_OUTSIDE_M = 300.0
"""A reviewed place may lie so far beyond the district's outline (a market at the station)."""

PART_UNCERTAINTY_M = 500.0
"""A part or a later phase lies beside its place: within half a kilometre, about one block of a city."""

EXACT_M = 150.0
"""A point that may be farther off than this is not exact."""

_UNKNOWN_KIND = "poi"
_ROAD_KIND = "road"
_MOST_OFFERED = 5
FINENESS = tuple(Precision)
"""Best first."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the gazetteer."""

    name: str
    kind: str | None
    within: str | None
    """Place that a relative name is relative to."""
    zone: str | None
    """Zone of the task that names it."""

    @property
    def kind_or_poi(self) -> str:
        """Kind of the name, or the kind of a thing of which nothing is known."""
        return self.kind or _UNKNOWN_KIND


def look_up(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Return what the first step says that knows a name; None where none does."""
    answers = (step(query, gazetteer) for step in STEPS)
    return next((answer for answer in answers if answer is not None), None)


def find_reviewed(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Answer with a reviewed place of that name; a miss where several are, or none lies inside."""
    found = _reviewed_entries(query, gazetteer)
    near = [entry for entry in found if entry.metres_outside <= MAX_OUTSIDE_M]
    if not found:
        return None
    if not near:
        refused = tuple(RunnerUp(f"{entry.place.id} {entry.name}", "outside") for entry in found)
        return outside(query, gazetteer, others=refused)
    settled = _settle(near, query, gazetteer)
    if settled is None:
        return _ambiguous(near, query, gazetteer)
    of_any_kind = _reviewed_entries(replace(query, kind=None), gazetteer)
    lost = [entry for entry in dict.fromkeys((*found, *of_any_kind)) if entry not in settled]
    return replace(as_place(settled), others=_runners_up(query, lost, settled, gazetteer))


def find_unlocated(query: Query, gazetteer: Gazetteer) -> Miss | None:
    """Answer that a name is known without a position, and within which zone or town."""
    return _known_miss(query, gazetteer.unlocated, gazetteer)


def find_whole(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Answer with the place of which the name is a part, a phase, or the work on it."""
    words = gazetteer.words
    for suffixes, is_work in ((words.work_suffixes, True), (words.part_suffixes, False)):
        stem = without_suffix(query.name, suffixes)
        if stem is None:
            continue
        whole = replace(query, name=stem, kind=None)
        for step in (find_reviewed, find_unlocated, find_administrative, find_whole):
            match step(whole, gazetteer):
                case Place() as place:
                    return _as_part(query, place, is_work=is_work, gazetteer=gazetteer)
                case Miss() as miss:
                    return replace(miss, kind=query.kind_or_poi)
    return None


def find_relative(query: Query, gazetteer: Gazetteer) -> Miss | None:
    """Answer that a relative name lies in the zone or town that it is relative to."""
    if query.within is None or not gazetteer.knows_area(query.within):
        return None
    needs = gazetteer.words.needs_coordinate
    return Miss(query.name, query.kind_or_poi, MissReason.NO_COORDINATE, query.within, needs)


def find_imported(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Answer with a place of an imported gazetteer that lies in the district."""
    if gazetteer.imported is None or query.within is not None:
        return None
    named_way = query.name.endswith(gazetteer.words.way_endings)
    kind = query.kind or (_ROAD_KIND if named_way else None)
    found = gazetteer.imported.look_up(query.name, kind=kind, ground=gazetteer.ground)
    near = [entry for entry in found if entry.metres_outside <= MAX_OUTSIDE_M]
    if not near:
        return None
    place = _one_of(near, query, gazetteer)
    if isinstance(place, Miss) or gazetteer.fold(place.name) == query.name:
        return place
    return replace(place, source=f"{place.source}; there named {place.name}")


def find_administrative(query: Query, gazetteer: Gazetteer) -> Miss | None:
    """Answer that a name is a community or a town of the administrative list, and in which town."""
    return _known_miss(query, gazetteer.administrative, gazetteer)


def find_other_ending(query: Query, gazetteer: Gazetteer) -> Place | Miss | None:
    """Answer with what is known of the name with another ending, and say so; None where several are known."""
    if query.within is not None:
        return None
    steps = (find_reviewed, find_unlocated, find_imported, find_administrative)
    found = [
        (name, answer)
        for name in other_endings(query.name, gazetteer.words.interchangeable_endings)
        for answer in (step(replace(query, name=name), gazetteer) for step in steps)
        if answer is not None
    ]
    if len({name for name, _ in found}) != 1:
        return None
    match found[0]:
        case name, Place() as place:
            source = f"{place.source}; {query.name} is taken for {name}"
            return replace(place, source=source, reason=PlaceReason.OTHER_ENDING)
        case name, Miss() as miss:
            return replace(miss, name=query.name, others=(*miss.others, RunnerUp(name, "other_ending")))


def other_endings(name: str, groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return a name with each ending that may stand for its own; none where none may.

    >>> other_endings("大同街", [("路", "街"), ("街道", "镇", "乡")])
    ('大同路',)
    >>> other_endings("马寨乡", [("路", "街"), ("街道", "镇", "乡")])
    ('马寨街道', '马寨镇')
    """
    for group in groups:
        own = next((ending for ending in group if name.endswith(ending) and name != ending), None)
        if own is not None:
            return tuple(name.removesuffix(own) + ending for ending in group if ending != own)
    return ()


def give_up(query: Query, gazetteer: Gazetteer) -> Miss:
    """Answer that nobody knows the name here, with its zone, the names spelt alike and homonyms elsewhere."""
    return Miss(
        query.name,
        query.kind_or_poi,
        MissReason.UNKNOWN_NAME,
        zone_known(query, gazetteer),
        gazetteer.words.needs_name,
        offered(query, gazetteer),
        others=gazetteer.imported.elsewhere(query.name) if gazetteer.imported else (),
    )


STEPS: tuple[Callable[[Query, Gazetteer], Place | Miss | None], ...] = (
    find_reviewed,
    find_unlocated,
    find_whole,
    find_relative,
    find_imported,
    find_administrative,
    find_other_ending,
)


def _reviewed_entries(query: Query, gazetteer: Gazetteer) -> tuple[ReviewedPlace, ...]:
    if query.within is not None:
        return _relative_entries(query, query.within, gazetteer)
    suffixes = ("", *gazetteer.words.work_suffixes)
    found = (gazetteer.reviewed.look_up(query.name + suffix, kind=query.kind) for suffix in suffixes)
    return next(filter(None, found), ())


def _one_of(entries: Sequence[ReviewedPlace], query: Query, gazetteer: Gazetteer) -> Place | Miss:
    settled = _settle(entries, query, gazetteer)
    return as_place(settled) if settled else _ambiguous(entries, query, gazetteer)


def _ambiguous(entries: Sequence[ReviewedPlace], query: Query, gazetteer: Gazetteer) -> Miss:
    ids = tuple(f"{entry.place.id} {entry.name}" for entry in entries)
    needs, zone = gazetteer.words.needs_choice, zone_known(query, gazetteer)
    return Miss(query.name, query.kind_or_poi, MissReason.AMBIGUOUS, zone, needs, ids)


def _relative_entries(query: Query, within: str, gazetteer: Gazetteer) -> tuple[ReviewedPlace, ...]:
    """Return who has a relative name: spelt out, or by itself where the row says within what it lies."""
    spellings = _spelt_out(query.name, within, gazetteer)
    spelt_out = (gazetteer.reviewed.look_up(spelling, kind=query.kind) for spelling in spellings)
    by_itself = gazetteer.reviewed.look_up(query.name, kind=query.kind)
    return next(filter(None, spelt_out), tuple(entry for entry in by_itself if entry.within == within))


def _spelt_out(name: str, within: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return how a relative name may stand in a list: 马寨镇老镇区, 马寨老镇区."""
    stem = without_suffix(within, gazetteer.words.town_endings)
    return (within + name,) if stem is None else (within + name, stem + name)


def _settle(
    entries: Sequence[ReviewedPlace], query: Query, gazetteer: Gazetteer
) -> tuple[ReviewedPlace, ...] | None:
    """Return the one place that is meant, as its parts; None where several places are left."""
    if len(entries) == 1:
        return tuple(entries)
    if all(_is_line(entry) for entry in entries):
        # 地名管理条例 lets no two roads of a built-up area have one name: these are parts of one.
        return tuple(entries)
    in_zone = [entry for entry in entries if _lies_in(entry, query.zone, gazetteer)]
    return tuple(in_zone) if len(in_zone) == 1 else None


def _is_line(entry: ReviewedPlace) -> bool:
    return entry.kind in WAYS and shapely.get_dimensions(entry.place.geometry) == 1


def _lies_in(entry: ReviewedPlace, zone: str | None, gazetteer: Gazetteer) -> bool:
    if zone is None:
        return False
    limits = [area.place.geometry for area in gazetteer.reviewed.look_up(zone)]
    return entry.within == zone or bool(np.any(shapely.covers(limits, entry.place.geometry)))


def as_place(parts: Sequence[ReviewedPlace]) -> Place:
    """Return one place from its parts, as sure as the least sure of them."""
    first = parts[0].place
    if len(parts) > 1:
        places = [part.place for part in parts]
        first = replace(
            first,
            id="+".join(place.id for place in places),
            geometry=shapely.union_all([place.geometry for place in places]),
            precision=max((place.precision for place in places), key=FINENESS.index),
            uncertainty_m=max(place.uncertainty_m for place in places),
            source=join_sources(place.source for place in places),
        )
    is_seat = first.kind in EXTENDED and _is_finer(first.precision, Precision.AREA)
    return replace(first, precision=Precision.ZONE) if is_seat else first


def join_sources(sources: Iterable[str]) -> str:
    """Return several sources as one, each part once."""
    return "; ".join(dict.fromkeys(part for source in sources for part in source.split("; ")))


def _as_part(query: Query, whole: Place, *, is_work: bool, gazetteer: Gazetteer) -> Place | Miss:
    """Return a part of a place: no surer than the whole, and of a zone or town no more than within it."""
    if whole.precision is Precision.ZONE:
        needs = gazetteer.words.needs_coordinate
        return Miss(query.name, query.kind_or_poi, MissReason.NO_COORDINATE, whole.name, needs)
    part = replace(whole, source=f"{whole.source}; located by its parent {whole.name}")
    if is_work and whole.kind in WAYS:
        return part
    part = replace(part, reason=PlaceReason.PARENT)
    is_point = shapely.get_dimensions(whole.geometry) == 0
    return replace(
        part,
        precision=max(whole.precision, Precision.AREA, key=FINENESS.index),
        uncertainty_m=max(whole.uncertainty_m, PART_UNCERTAINTY_M) if is_point else whole.uncertainty_m,
    )


def _is_finer(precision: Precision, other: Precision) -> bool:
    return FINENESS.index(precision) < FINENESS.index(other)


def _known_miss(query: Query, index: NameIndex[KnownName], gazetteer: Gazetteer) -> Miss | None:
    known = list(index.look_up(query.name, kind=query.kind))
    if query.within is not None:
        known = [entry for entry in known if entry.within == query.within]
    if not known:
        return None
    areas = {entry.within for entry in known}
    if len(areas) > 1 and query.zone in areas:
        areas = {query.zone}
    if len(areas) > 1:
        choice = tuple(sorted(f"{entry.within or gazetteer.district}{entry.name}" for entry in known))
        needs = gazetteer.words.needs_choice
        return Miss(query.name, query.kind_or_poi, MissReason.AMBIGUOUS, None, needs, choice)
    within = areas.pop()
    is_area = within is not None and gazetteer.knows_area(within)
    return Miss(
        query.name,
        query.kind or known[0].kind,
        MissReason.NO_COORDINATE,
        within if is_area else None,
        known[0].would_place,
        offered(query, gazetteer),
        tuple(RunnerUp(homonym, "outside") for entry in known for homonym in entry.homonyms),
    )


def outside(query: Query, gazetteer: Gazetteer, *, others: tuple[RunnerUp, ...] = ()) -> Miss:
    """Answer that what is meant does not lie in the district."""
    needs = gazetteer.words.needs_nothing
    return Miss(query.name, query.kind_or_poi, MissReason.OUTSIDE, None, needs, others=others)


def zone_known(query: Query, gazetteer: Gazetteer) -> str | None:
    """Return the task's zone where it says something: not where it is the whole district."""
    return query.zone if query.zone is not None and gazetteer.knows_area(query.zone) else None


def offered(query: Query, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return names of the gazetteer that are spelt alike, sorted; then imported ones that are close."""
    entries: list[ReviewedPlace | KnownName] = [*gazetteer.reviewed.entries, *gazetteer.unlocated.entries]
    reviewed = _alike(query.name, query.kind, entries, gazetteer)
    return tuple(dict.fromkeys((*reviewed, *_imported_alike(query.name, gazetteer))))[:_MOST_OFFERED]


def _imported_alike(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    words = gazetteer.words
    close = gazetteer.imported.close_to(name) if gazetteer.imported else ()
    return tuple(
        other.name
        for other in close
        if other.same_sound
        or name.isascii()
        or are_alike(name, other.name, distinguishing=words.distinguishing, generic=words.generic_words)
    )


def _runners_up(
    query: Query, lost: Iterable[ReviewedPlace], chosen: Sequence[ReviewedPlace], gazetteer: Gazetteer
) -> tuple[RunnerUp, ...]:
    refused = tuple(RunnerUp(f"{entry.place.id} {entry.name}", _why_lost(entry, query)) for entry in lost)
    rest = (entry for entry in gazetteer.reviewed.entries if entry not in chosen)
    alike = _alike(query.name, chosen[0].kind, rest, gazetteer)
    return refused + tuple(RunnerUp(name, "alike") for name in alike)


def _why_lost(entry: ReviewedPlace, query: Query) -> str:
    if conflict(query.kind, entry.kind):
        return "other_kind"
    return "outside" if entry.metres_outside > MAX_OUTSIDE_M else "other_zone"


def _alike(
    name: str, kind: str | None, entries: Iterable[ReviewedPlace | KnownName], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Return names of entries spelt alike, sorted; of a kind in conflict none is offered."""
    words = gazetteer.words
    if kind is None and name.endswith(words.way_endings) and not name.endswith(words.subdistrict_endings):
        kind = _ROAD_KIND
    suited = (entry for entry in entries if not conflict(kind, entry.kind))
    names = {spelling for entry in suited for spelling in (entry.name, *entry.aliases)}
    alike = sorted(
        other
        for other in names
        if are_alike(
            name, gazetteer.fold(other), distinguishing=words.distinguishing, generic=words.generic_words
        )
    )
    return tuple(alike[:_MOST_OFFERED])
