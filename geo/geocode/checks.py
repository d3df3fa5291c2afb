"""Look over the source layers for what a schema cannot see: places far off, names that clash."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from geo.crs import project
from geo.errors import LayerError, describe
from geo.geocode.kinds import EXTENDED, WAYS
from geo.geocode.lookup import MAX_OUTSIDE_M
from geo.geocode.names import normalise_name, split_aliases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import geopandas as gpd
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.geocode.sources import SourceFrames
    from geo.model import Settings

NULL_ISLAND_DEGREES = 0.01
"""So near to 0, 0 no position is meant: an empty cell was read as zero."""
MEANT_DEGREES = 0.5
"""So near to the district a swapped pair must come to lie before it is called swapped."""
MIN_SHARE_OUTSIDE = 0.01
"""An outline drawn by hand runs along a district's outline no better than that."""

_FOLDER = "layers/source"


class Severity(StrEnum):
    """How bad a finding is."""

    INFO = "info"
    """Right, but worth knowing."""
    WARNING = "warning"
    """Probably not meant; fails ``planmap check --strict``."""
    FAULT = "fault"
    """Wrong; fails ``planmap check``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at."""

    severity: Severity
    where: str
    message: str
    remedy: str = ""
    """What to do; empty where nothing is to be done."""

    def __str__(self) -> str:
        """Say it in one line: how bad, where, what, what to do."""
        said = f"{self.severity}: {self.where}: {self.message}"
        return f"{said}; {self.remedy}" if self.remedy else said


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name or an alias of a located place."""

    where: str
    is_line: bool
    is_alias: bool


def check_district(district: gpd.GeoDataFrame, *, settings: Settings) -> None:
    """Accept the layer of the district where it holds the one that planmap.toml is about.

    Raises
    ------
    LayerError
        It holds none, several or another.
    """
    where = f"{_FOLDER}/district.geojson"
    if len(district) != 1:
        remedy = f"keep the outline of {settings.district} alone"
        raise LayerError(describe(where=where, what=f"holds {len(district)} features", remedy=remedy))
    drawn, meant = tuple(district.iloc[0][["id", "name"]]), (settings.adcode, settings.district)
    if drawn != meant:
        remedy = f"correct it, or district.adcode and district.name ({' '.join(meant)}) there"
        what = "is not the district of planmap.toml"
        raise LayerError(describe(where=where, what=what, value=" ".join(drawn), remedy=remedy))


def check_positions(frames: SourceFrames, *, crs: str) -> None:
    """Accept places that lie in the district, or near enough, each under an id of its own.

    Raises
    ------
    LayerError
        With the first place that does not, and how many more there are.
    """
    found = chain(_strayed(frames, crs=crs), _ids_used_twice(frames))
    faults = [finding for finding in found if finding.severity is Severity.FAULT]
    if not faults:
        return
    first = faults[0]
    more = f" ({len(faults) - 1} more; planmap check lists all)" if len(faults) > 1 else ""
    said = describe(where=first.where, what=first.message, remedy=first.remedy)
    raise LayerError(f"{said}{more}")


def check_sources(frames: SourceFrames, *, crs: str) -> tuple[Finding, ...]:
    """Return what is to be looked at, faults first, then by where it stands.

    Parameters
    ----------
    frames
        Frames that keep their schemas; the order of rows does not matter.
    crs
        Projected CRS in which metres are measured.
    """
    found = chain(
        _strayed(frames, crs=crs),
        _ids_used_twice(frames),
        _names_used_twice(frames),
        _located_and_unlocated(frames),
        _within_unknown(frames),
    )
    order = tuple(reversed(Severity))
    return tuple(
        sorted(found, key=lambda finding: (order.index(finding.severity), finding.where, finding.message))
    )


def _strayed(frames: SourceFrames, *, crs: str) -> Iterator[Finding]:
    """Find places that lie outside the district, wholly or in part."""
    outline = frames.district.union_all()
    ground = project(frames.district, crs).union_all()
    for name, layer in frames.located.items():
        if layer.empty:
            continue
        misplaced = _misplaced(layer, outline)
        where = _where(name, layer)
        metres = project(layer, crs)
        yield from (
            Finding(Severity.FAULT, place, what, "give the longitude first, and the right position")
            for place, what in zip(where, misplaced, strict=True)
            if what
        )
        right = np.array([not what for what in misplaced])
        yield from _beyond(
            where[right],
            metres.geometry.to_numpy()[right],
            ground,
            districts=_other_districts(layer, frames.neighbours)[right],
        )


def _misplaced(layer: gpd.GeoDataFrame, outline: BaseGeometry) -> list[str]:
    """Tell of each geometry what is wrong with its coordinates; empty where nothing is."""
    middles = shapely.get_coordinates(shapely.centroid(layer.geometry.to_numpy()))
    swapped = shapely.distance(shapely.points(middles[:, ::-1]), outline) < MEANT_DEGREES
    zero = np.hypot(middles[:, 0], middles[:, 1]) < NULL_ISLAND_DEGREES
    words = np.where(zero, "lies at 0, 0", np.where(swapped, "has latitude and longitude swapped", ""))
    return [str(word) for word in words]


def _other_districts(layer: gpd.GeoDataFrame, neighbours: gpd.GeoDataFrame | None) -> NDArray[np.object_]:
    """Return of each geometry the name of the other district in which its middle lies, or None."""
    names = np.full(len(layer), None, dtype=object)
    if neighbours is not None:
        middles = shapely.centroid(layer.geometry.to_numpy())
        for name, outline in zip(neighbours["name"], neighbours.geometry, strict=True):
            names[shapely.covers(outline, middles)] = name
    return names


def _beyond(
    where: Sequence[str],
    shapes: NDArray[np.object_],
    ground: BaseGeometry,
    *,
    districts: NDArray[np.object_],
) -> Iterator[Finding]:
    """Measure, in projected metres, how far places lie outside the district."""
    distances = shapely.distance(shapes, ground)
    outside = shapely.difference(shapes, ground)
    lengths = shapely.length(outside)
    shares = np.divide(
        shapely.area(outside), shapely.area(shapes), out=np.zeros(len(shapes)), where=shapely.area(shapes) > 0
    )
    rows = zip(where, shapes, distances, lengths, shares, districts, strict=True)
    for place, shape, metres, length, share, district in rows:
        if metres > 0:
            yield _outside(place, float(metres), district)
        elif shapely.get_dimensions(shape) == 1 and length >= 1:
            message = f"crosses the district's outline, {length:.0f} m of it lie outside"
            yield Finding(Severity.INFO, place, message)
        elif share >= MIN_SHARE_OUTSIDE:
            message = f"overlaps the district's outline, {share:.0%} of it lie outside"
            yield Finding(Severity.INFO, place, message)


def _outside(place: str, metres: float, district: str | None) -> Finding:
    message = f"lies {metres:.0f} m outside the district"
    if metres <= MAX_OUTSIDE_M:
        return Finding(Severity.INFO, place, f"{message} and is drawn, as it is within {MAX_OUTSIDE_M:.0f} m")
    remedy = "correct its position or its datum, or take it out"
    return Finding(Severity.FAULT, place, f"{message}, in {district}" if district else message, remedy)


def _ids_used_twice(frames: SourceFrames) -> Iterator[Finding]:
    """Find ids that stand in two layers; a schema sees those that stand twice in one."""
    holders: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, layer in frames.located.items():
        for place_id, where in zip(layer["id"], _where(name, layer), strict=True):
            holders[str(place_id)][name] = where
    for place_id, places in holders.items():
        if len(places) > 1:
            first, *others = sorted(places.values())
            yield Finding(
                Severity.FAULT,
                first,
                f"its id {place_id} is also that of {', '.join(others)}",
                "give each its own id",
            )


def _names_used_twice(frames: SourceFrames) -> Iterator[Finding]:
    """Find names of two places, which may be, and aliases of two; the parts of one road may share theirs."""
    for name, spellings in _spellings(frames).items():
        places = sorted({spelling.where for spelling in spellings})
        if len(places) < 2:  # noqa: PLR2004 - a pair
            continue
        message = f"the name {name} is also that of {', '.join(places[1:])}"
        if all(spelling.is_line for spelling in spellings):
            yield Finding(Severity.INFO, places[0], message, "rename one unless they are parts of one road")
        elif any(spelling.is_alias for spelling in spellings):
            message = f"{message}, as an alias"
            yield Finding(Severity.FAULT, places[0], message, "take the alias out of all but one")
        else:
            yield Finding(
                Severity.WARNING, places[0], message, "name or alias each so that it can be told apart"
            )


def _located_and_unlocated(frames: SourceFrames) -> Iterator[Finding]:
    spellings = _spellings(frames)
    for name, aliases in zip(frames.unlocated["name"], frames.unlocated["aliases"], strict=True):
        for spelling in _names(name, aliases):
            for place in sorted({located.where for located in spellings.get(spelling, ())}):
                yield Finding(
                    Severity.WARNING,
                    f"{_FOLDER}/unlocated.csv: {name}",
                    f"{spelling} is located in {place}",
                    "take it out of unlocated.csv, or the alias out of the layer",
                )


def _within_unknown(frames: SourceFrames) -> Iterator[Finding]:
    """Find rows whose zone or town nobody knows, because it was misspelt or its own row was deleted."""
    known = _area_names(frames)
    unlocated = frames.unlocated
    where = [f"{_FOLDER}/unlocated.csv: {name}" for name in unlocated["name"]]
    said = zip(where, unlocated["within"], strict=True)
    drawn = (
        zip(_where(name, layer), layer["within"], strict=True)
        for name, layer in frames.located.items()
        if "within" in layer
    )
    for place, within in chain(said, *drawn):
        if isinstance(within, str) and within and normalise_name(within) not in known:
            yield Finding(
                Severity.WARNING,
                place,
                f"lies within {within}, which no layer and no list of names has",
                "correct the name of its zone or town, or add that to layers/source",
            )


def _area_names(frames: SourceFrames) -> frozenset[str]:
    extended = frames.places[frames.places["kind"].isin(list(EXTENDED))]
    towns = frames.admin_names[frames.admin_names["level"] == "town"]
    named = pd.concat(
        [
            frames.zones[["name", "aliases"]],
            extended[["name", "aliases"]],
            towns[["name"]],
            frames.district[["name"]],
        ]
    )
    pairs = zip(named["name"], named["aliases"], strict=True)
    return frozenset(chain.from_iterable(_names(name, aliases) for name, aliases in pairs))


def _spellings(frames: SourceFrames) -> Mapping[str, Sequence[_Spelling]]:
    """Return every normalised name and alias of the located places, and who has it."""
    spellings: defaultdict[str, list[_Spelling]] = defaultdict(list)
    for layer_name, layer in frames.located.items():
        kinds = layer.get("kind", pd.Series("zone", index=layer.index))
        dimensions = shapely.get_dimensions(layer.geometry.to_numpy())
        lines = kinds.isin(list(WAYS)).to_numpy(dtype=bool) & (dimensions == 1)
        rows = zip(layer["name"], layer["aliases"], _where(layer_name, layer), lines, strict=True)
        for name, aliases, where, is_line in rows:
            for spelling in _names(name, aliases):
                is_alias = spelling != normalise_name(name)
                spellings[spelling].append(_Spelling(where, bool(is_line), is_alias))
    return spellings


def _names(name: str, aliases: object) -> Iterable[str]:
    """Return the normalised name and aliases of a row, each once."""
    others = split_aliases(aliases) if isinstance(aliases, str) else ()
    return dict.fromkeys(map(normalise_name, (name, *others)))


def _where(layer_name: str, layer: gpd.GeoDataFrame) -> NDArray[np.object_]:
    places = zip(layer["id"], layer["name"], strict=True)
    return np.array(
        [f"{_FOLDER}/{layer_name}.geojson: {place_id} {name}" for place_id, name in places], dtype=object
    )
