"""Index the reviewed places of a district, and the names known without a position, by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import shapely

from geo.crs import project
from geo.errors import SettingsError, describe
from geo.geocode.ground import Ground
from geo.geocode.kinds import EXTENDED, conflict
from geo.geocode.names import normalise_name, simplifying, split_aliases
from geo.model import Lexicon, Place, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import geopandas as gpd
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.geocode.imported import ImportedGazetteer
    from geo.geocode.sources import SourceFrames

ZONE_KIND = "zone"
_WORD_FILE = "gazetteer"
_FOLDER = "layers/source"
_SHORTEST_AREA_NAME = 3
_FIRST_ROW = 2
"""Of a table, as a spreadsheet counts: its header is row 1."""


@dataclass(frozen=True, slots=True)
class LookupWords:
    """The words with which a name is looked up, from assets/lexicon/gazetteer.toml."""

    part_suffixes: tuple[str, ...]
    """Longest first: 二期, 民宿."""
    work_suffixes: tuple[str, ...]
    """Longest first: 工程, 住宅项目."""
    administrative_endings: tuple[str, ...]
    """Longest first: 社区居民委员会."""
    town_endings: tuple[str, ...]
    subdistrict_endings: tuple[str, ...]
    distinguishing: tuple[str, ...]
    generic_words: tuple[str, ...]
    interchangeable_endings: tuple[tuple[str, ...], ...]
    """Groups of endings of which each may stand for the others: 路, 街."""
    way_endings: tuple[str, ...]
    paired: tuple[str, ...]
    """Two characters that say two names at once: 新老."""
    no_districts: tuple[str, ...]
    """Words that end like the name of a district and are none: 小区."""
    not_a_place: tuple[str, ...]
    """How a decision says that a name is no place."""
    needs_coordinate: str
    needs_name: str
    needs_choice: str
    needs_place: str
    needs_nothing: str
    needs_district: str
    needs_line: str
    """With {name}."""
    needs_crossing: str
    decided: str
    """With {by}, {on} and {reason}."""
    simplified: Mapping[int, str] = field(repr=False)
    """Table of ``str.translate`` from traditional to simplified characters."""


@dataclass(frozen=True, slots=True)
class ReviewedPlace:
    """A row of zones, places or roads."""

    place: Place
    aliases: tuple[str, ...]
    within: str | None
    """Zone or town that the row names."""
    metres_outside: float
    """Distance to the district; 0 where any part of it lies inside."""

    @property
    def name(self) -> str:
        """Name of the place."""
        return self.place.name

    @property
    def kind(self) -> str:
        """Kind of the place."""
        return self.place.kind


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that is known, without a position: a row of unlocated or of admin_names."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    within: str | None
    would_place: str
    source: str
    """Who says within what it lies."""
    homonyms: tuple[str, ...] = ()
    """Places elsewhere that have the name, or nearly, and are not meant."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of overrides: what a person has decided of a name."""

    row: int
    """As a spreadsheet counts, the header being row 1."""
    name: str
    within: str | None
    """Zone or town in which the name is so decided; None for everywhere."""
    verdict: str
    reason: str
    by: str
    on: str
    """Day, as YYYY-MM-DD."""


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def kind(self) -> str: ...


Entry = TypeVar("Entry", bound=_Named)


@dataclass(frozen=True, slots=True)
class NameIndex(Generic[Entry]):
    """Entries by their names; two of one name are both kept, in the order of their layer."""

    entries: tuple[Entry, ...]
    by_name: Mapping[str, tuple[Entry, ...]]
    by_alias: Mapping[str, tuple[Entry, ...]]
    by_normalised: Mapping[str, tuple[Entry, ...]]
    """By every name and alias, normalised."""
    simplified: Mapping[int, str] = field(repr=False)

    def look_up(self, name: str, *, kind: str | None = None) -> tuple[Entry, ...]:
        """Return who has exactly this name, else this alias, else one of them differently spelt.

        Whoever conflicts with `kind` does not count.
        """
        holders = (
            self.by_name.get(name, ()),
            self.by_alias.get(name, ()),
            self.by_normalised.get(normalise_name(name, self.simplified), ()),
        )
        suited = (tuple(entry for entry in held if not conflict(kind, entry.kind)) for held in holders)
        return next(filter(None, suited), ())

    def names(self) -> frozenset[str]:
        """Return every name and alias."""
        return frozenset(self.by_name) | frozenset(self.by_alias)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is known of the names of one district."""

    district: str
    city: str | None
    elsewhere: tuple[str, ...]
    """Names of other districts."""
    ground: Ground
    reviewed: NameIndex[ReviewedPlace]
    unlocated: NameIndex[KnownName]
    administrative: NameIndex[KnownName]
    area_names: frozenset[str]
    """Names with which the name of what lies there may begin: of city, districts, zones and towns."""
    zone_ids: Mapping[str, str]
    """Names of the management zones, by the id that planmap.toml gives them."""
    decisions: Mapping[str, tuple[Decision, ...]]
    """By normalised name, in the order of their table."""
    words: LookupWords
    imported: ImportedGazetteer | None = None
    """Names of files that the user has imported; None where there are none."""

    def fold(self, name: str) -> str:
        """Return a name as it is looked up: normalised, in simplified characters."""
        return normalise_name(name, self.words.simplified)

    def limits_of(self, name: str) -> Place | None:
        """Return a zone or town as the polygon of its limits; None where nobody published any."""
        entries = self.reviewed.look_up(name)
        polygons = (entry.place for entry in entries if shapely.get_dimensions(entry.place.geometry) > 1)
        return next(polygons, None)

    def knows_area(self, name: str) -> bool:
        """Say whether a name is a management zone or a town of the district."""
        kinds = [entry.kind for entry in self.reviewed.look_up(name)]
        kinds += [entry.kind for entry in self.administrative.look_up(name)]
        return not EXTENDED.isdisjoint(kinds)


def build_gazetteer(
    sources: SourceFrames,
    *,
    lexicon: Lexicon,
    crs: str,
    city: str | None = None,
    zone_ids: Mapping[str, str] | None = None,
) -> Gazetteer:
    """Index the source layers by name and alias.

    Parameters
    ----------
    sources
        Frames that keep their schemas. The order of rows does not matter, but in overrides.
    lexicon
        Its files ``gazetteer`` and ``traditional`` have the words of :class:`LookupWords`.
    crs
        Projected CRS in which roads cross and distances to the district are measured.
    city
        Name of the district's city, with which a name may begin.
    zone_ids
        Names of the management zones by their ids in planmap.toml.

    Raises
    ------
    DatumError
        A frame has no CRS.
    SettingsError
        The lexicon lacks a list.
    """
    words = lookup_words(lexicon)
    outline = project(sources.district, crs).union_all()
    zones = sources.zones.assign(kind=ZONE_KIND, within=None, precision=Precision.ZONE.value)
    layers = (zones, sources.places, sources.roads)
    reviewed = sorted(
        (entry for layer in layers for entry in _reviewed(layer, outline, crs)),
        key=lambda entry: entry.place.id,
    )
    administrative = _administrative_names(sources.admin_names, words)
    name = str(sources.district["name"].iloc[0])
    elsewhere = () if sources.neighbours is None else tuple(sources.neighbours["name"])
    return Gazetteer(
        district=name,
        city=city,
        elsewhere=elsewhere,
        ground=Ground(crs, outline),
        reviewed=_index(reviewed, words),
        unlocated=_index(_unlocated_names(sources.unlocated), words),
        administrative=_index(administrative, words),
        area_names=_area_names(reviewed, administrative) | {name, *elsewhere} | ({city} if city else set()),
        zone_ids=MappingProxyType(dict(zone_ids or {})),
        decisions=_decisions(sources.overrides, words),
        words=words,
    )


def lookup_words(lexicon: Lexicon) -> LookupWords:
    """Read the words of the lexicon's files ``gazetteer`` and ``traditional``, suffixes longest first."""

    def words(key: str, file: str = _WORD_FILE) -> tuple[str, ...]:
        found = lexicon.words.get(file, {}).get(key)
        if not found:
            raise SettingsError(
                describe(
                    where=f"assets/lexicon/{file}.toml",
                    what="a list of words is missing or empty",
                    value=key,
                    remedy="put it back",
                )
            )
        return tuple(sorted(found, key=lambda word: (-len(word), word)))

    return LookupWords(
        part_suffixes=words("part_suffixes"),
        work_suffixes=words("work_suffixes"),
        administrative_endings=words("administrative_endings"),
        town_endings=words("town_endings"),
        subdistrict_endings=words("subdistrict_endings"),
        distinguishing=words("distinguishing"),
        generic_words=words("generic_words"),
        interchangeable_endings=tuple(tuple(group.split("/")) for group in words("interchangeable_endings")),
        way_endings=words("way_endings"),
        paired=words("paired"),
        no_districts=words("no_districts"),
        not_a_place=words("not_a_place"),
        needs_coordinate=words("needs_coordinate")[0],
        needs_name=words("needs_name")[0],
        needs_choice=words("needs_choice")[0],
        needs_place=words("needs_place")[0],
        needs_nothing=words("needs_nothing")[0],
        needs_district=words("needs_district")[0],
        needs_line=words("needs_line")[0],
        needs_crossing=words("needs_crossing")[0],
        decided=words("decided")[0],
        simplified=MappingProxyType(simplifying(words("pairs", "traditional"))),
    )


def without_suffix(name: str, suffixes: Iterable[str]) -> str | None:
    """Return a name without the first of `suffixes` it ends in, or None; two characters stay at least."""
    stems = (name.removesuffix(suffix).strip() for suffix in suffixes if name.endswith(suffix))
    return next((stem for stem in stems if len(stem) > 1), None)


def _reviewed(layer: gpd.GeoDataFrame, outline: BaseGeometry, crs: str) -> list[ReviewedPlace]:
    if layer.empty:
        return []
    metres_outside: NDArray[np.float64] = project(layer, crs).distance(outline).to_numpy()
    columns = ("id", "name", "aliases", "kind", "within", "precision", "uncertainty_m", "datum_in", "source")
    rows = zip(*(layer[name] for name in columns), layer.geometry, metres_outside, strict=True)
    return [
        ReviewedPlace(
            place=Place(
                id=str(place_id),
                name=name,
                kind=kind,
                geometry=shapely.force_2d(geometry),
                precision=Precision(precision),
                uncertainty_m=float(uncertainty_m),
                datum_in=datum_in,
                source=source,
            ),
            aliases=split_aliases(_text(aliases)),
            within=_text(within),
            metres_outside=float(metres),
        )
        for (
            place_id,
            name,
            aliases,
            kind,
            within,
            precision,
            uncertainty_m,
            datum_in,
            source,
            geometry,
            metres,
        ) in rows
    ]


def _unlocated_names(unlocated: pd.DataFrame) -> list[KnownName]:
    columns = ("name", "aliases", "kind", "within", "would_place", "searched", "homonyms")
    rows = zip(*(unlocated[name] for name in columns), strict=True)
    known = [
        KnownName(
            name,
            split_aliases(_text(aliases)),
            kind,
            _text(within),
            would_place,
            f"{_FOLDER}/unlocated.csv: {searched}",
            split_aliases(_text(homonyms)),
        )
        for name, aliases, kind, within, would_place, searched, homonyms in rows
    ]
    return sorted(known, key=lambda entry: (entry.name, entry.within or ""))


def _administrative_names(admin_names: pd.DataFrame, words: LookupWords) -> list[KnownName]:
    rows = zip(*(admin_names[name] for name in ("code", "name", "level", "within", "source")), strict=True)
    return [
        KnownName(
            name=name,
            aliases=_shorter_names(name, words) if level == "village" else (),
            kind=_administrative_kind(name, level, words),
            within=name if level == "town" else _text(within),
            would_place=words.needs_coordinate,
            source=f"{_FOLDER}/admin_names.csv: {source}",
        )
        for _, name, level, within, source in sorted(rows, key=lambda row: str(row[0]))
    ]


def _administrative_kind(name: str, level: str, words: LookupWords) -> str:
    return "subdistrict" if level == "town" and name.endswith(words.subdistrict_endings) else level


def _shorter_names(name: str, words: LookupWords) -> tuple[str, ...]:
    """Return what a village or community is called in short: 某社区居民委员会 is 某社区, and 某."""
    bare = without_suffix(name, words.administrative_endings)
    if bare is None:
        return ()
    return (bare, *(bare + ending for ending in words.administrative_endings if bare + ending != name))


def _area_names(reviewed: Iterable[ReviewedPlace], administrative: Iterable[KnownName]) -> frozenset[str]:
    """Return the names of zones and towns with which a name may begin; a mere stem (某寨) is none."""
    named: Iterable[ReviewedPlace | KnownName] = (*reviewed, *administrative)
    extended = (entry for entry in named if entry.kind in EXTENDED)
    names = (name for entry in extended for name in (entry.name, *entry.aliases))
    return frozenset(name for name in names if len(name) >= _SHORTEST_AREA_NAME)


def _decisions(overrides: pd.DataFrame | None, words: LookupWords) -> Mapping[str, tuple[Decision, ...]]:
    if overrides is None:
        return MappingProxyType({})
    columns = ("name", "within", "decision", "reason", "by", "on")
    rows = zip(*(overrides[column] for column in columns), strict=True)
    decided = [
        Decision(row, name, _text(within), normalise_name(verdict), reason, by, on.isoformat())
        for row, (name, within, verdict, reason, by, on) in enumerate(rows, start=_FIRST_ROW)
    ]
    groups: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decided:
        groups[normalise_name(decision.name, words.simplified)].append(decision)
    return MappingProxyType({name: tuple(group) for name, group in groups.items()})


def _index(entries: Iterable[Entry], words: LookupWords) -> NameIndex[Entry]:
    kept = tuple(entries)

    def folded(entry: Entry) -> Iterable[str]:
        return (normalise_name(name, words.simplified) for name in (entry.name, *entry.aliases))

    return NameIndex(
        entries=kept,
        by_name=_group(kept, lambda entry: (entry.name,)),
        by_alias=_group(kept, lambda entry: entry.aliases),
        by_normalised=_group(kept, folded),
        simplified=words.simplified,
    )


def _group(
    entries: Iterable[Entry], keys: Callable[[Entry], Iterable[str]]
) -> Mapping[str, tuple[Entry, ...]]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            groups[key].append(entry)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})


def _text(value: object) -> str | None:
    """Return a cell's text, or None where it is empty in any of the ways a file reader knows."""
    return value.strip() or None if isinstance(value, str) else None
