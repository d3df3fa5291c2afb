"""Index the reviewed places of a district, and the names known without a position, by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import shapely

from geo.crs import project
from geo.errors import SettingsError, describe
from geo.geocode.kinds import EXTENDED, conflict
from geo.geocode.names import normalise_name, split_aliases
from geo.model import Lexicon, Place, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import geopandas as gpd
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

ZONE_KIND = "zone"
_WORD_FILE = "gazetteer"


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
    needs_coordinate: str
    needs_name: str
    needs_choice: str
    needs_place: str
    needs_nothing: str


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

    def look_up(self, name: str, *, kind: str | None = None) -> tuple[Entry, ...]:
        """Return who has exactly this name, else this alias, else one of them differently spelt.

        Whoever conflicts with `kind` does not count.
        """
        holders = (
            self.by_name.get(name, ()),
            self.by_alias.get(name, ()),
            self.by_normalised.get(normalise_name(name), ()),
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
    reviewed: NameIndex[ReviewedPlace]
    unlocated: NameIndex[KnownName]
    administrative: NameIndex[KnownName]
    words: LookupWords

    def knows_area(self, name: str) -> bool:
        """Say whether a name is a management zone or a town of the district."""
        kinds = [entry.kind for entry in self.reviewed.look_up(name)]
        kinds += [entry.kind for entry in self.administrative.look_up(name)]
        return not EXTENDED.isdisjoint(kinds)


def build_gazetteer(
    *,
    district: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame,
    unlocated: pd.DataFrame,
    admin_names: pd.DataFrame,
    lexicon: Lexicon,
    crs: str,
) -> Gazetteer:
    """Index the source layers by name and alias.

    Parameters
    ----------
    district, zones, places, roads, unlocated, admin_names
        Frames of the schemas of those names. The order of rows does not matter.
    lexicon
        Its file ``gazetteer`` has the words of :class:`LookupWords`.
    crs
        Projected CRS in which distances to the district are measured.

    Raises
    ------
    DatumError
        A frame has no CRS.
    SettingsError
        The lexicon lacks a list.
    """
    words = lookup_words(lexicon)
    outline = project(district, crs).union_all()
    reviewed = [
        *_reviewed(zones.assign(kind=ZONE_KIND, within=None, precision=Precision.ZONE.value), outline, crs),
        *_reviewed(places, outline, crs),
        *_reviewed(roads, outline, crs),
    ]
    return Gazetteer(
        district=str(district["name"].iloc[0]),
        reviewed=_index(sorted(reviewed, key=lambda entry: entry.place.id)),
        unlocated=_index(_unlocated_names(unlocated)),
        administrative=_index(_administrative_names(admin_names, words)),
        words=words,
    )


def lookup_words(lexicon: Lexicon) -> LookupWords:
    """Read the words of the lexicon's file ``gazetteer``, suffixes longest first."""
    lists = lexicon.words.get(_WORD_FILE, {})

    def words(key: str) -> tuple[str, ...]:
        if not lists.get(key):
            raise SettingsError(
                describe(
                    where=f"assets/lexicon/{_WORD_FILE}.toml",
                    what="a list of words is missing or empty",
                    value=key,
                    remedy="put it back",
                )
            )
        return tuple(sorted(lists[key], key=lambda word: (-len(word), word)))

    return LookupWords(
        part_suffixes=words("part_suffixes"),
        work_suffixes=words("work_suffixes"),
        administrative_endings=words("administrative_endings"),
        town_endings=words("town_endings"),
        subdistrict_endings=words("subdistrict_endings"),
        distinguishing=words("distinguishing"),
        generic_words=words("generic_words"),
        needs_coordinate=words("needs_coordinate")[0],
        needs_name=words("needs_name")[0],
        needs_choice=words("needs_choice")[0],
        needs_place=words("needs_place")[0],
        needs_nothing=words("needs_nothing")[0],
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
    columns = ("name", "aliases", "kind", "within", "would_place")
    rows = zip(*(unlocated[name] for name in columns), strict=True)
    known = [
        KnownName(name, split_aliases(_text(aliases)), kind, _text(within), would_place)
        for name, aliases, kind, within, would_place in rows
    ]
    return sorted(known, key=lambda entry: (entry.name, entry.within or ""))


def _administrative_names(admin_names: pd.DataFrame, words: LookupWords) -> list[KnownName]:
    rows = zip(*(admin_names[name] for name in ("code", "name", "level", "within")), strict=True)
    return [
        KnownName(
            name=name,
            aliases=_shorter_names(name, words) if level == "village" else (),
            kind=_administrative_kind(name, level, words),
            within=name if level == "town" else _text(within),
            would_place=words.needs_coordinate,
        )
        for _, name, level, within in sorted(rows, key=lambda row: str(row[0]))
    ]


def _administrative_kind(name: str, level: str, words: LookupWords) -> str:
    return "subdistrict" if level == "town" and name.endswith(words.subdistrict_endings) else level


def _shorter_names(name: str, words: LookupWords) -> tuple[str, ...]:
    """Return what a village or community is called in short: 某社区居民委员会 is 某社区, and 某."""
    bare = without_suffix(name, words.administrative_endings)
    if bare is None:
        return ()
    return (bare, *(bare + ending for ending in words.administrative_endings if bare + ending != name))


def _index(entries: Iterable[Entry]) -> NameIndex[Entry]:
    kept = tuple(entries)
    return NameIndex(
        entries=kept,
        by_name=_group(kept, lambda entry: (entry.name,)),
        by_alias=_group(kept, lambda entry: entry.aliases),
        by_normalised=_group(kept, lambda entry: map(normalise_name, (entry.name, *entry.aliases))),
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
