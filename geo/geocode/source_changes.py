"""Tell what was edited in the layers kept by hand since the last build: by whom, when, how far."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from geo.crs import WGS84_CRS, project_shapes
from geo.geocode.checks import Finding, Severity
from geo.model import SourceRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import geopandas as gpd
    from numpy.typing import NDArray

_SIGNATURE = ("checked_by", "checked_on")
_DIGITS = 12
"""Of a digest that are kept: one in 10^14 pairs is alike by chance."""
_SMALL_M = 10.0
"""Below that a distance is told to a tenth of a metre."""


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What happened to one feature kept by hand."""

    layer: str
    id: str
    name: str
    what: str
    """In words: ``moved 105 m; changed: note``."""
    checked_by: str = ""
    checked_on: str = ""
    removed: bool = False

    @property
    def signed(self) -> bool:
        """Whether the row says who and when; a row that is gone can not."""
        return self.removed or bool(self.checked_by and self.checked_on)

    @property
    def signature(self) -> str:
        """Who and when, as far as the row says so."""
        return ", ".join(filter(None, (self.checked_by, self.checked_on)))

    def __str__(self) -> str:
        """Say it in one line: layer, id, name, what, who and when."""
        said = f"{self.layer} {self.id} {self.name} {self.what}"
        if self.signed:
            return f"{said} ({self.signature})" if self.signature else said
        return f"{said} ({self.signature or 'nobody'}; who and when are not both stated)"


def remember(layers: Mapping[str, gpd.GeoDataFrame]) -> dict[str, dict[str, SourceRow]]:
    """Return what is to be known of each feature at the next build, by layer and id."""
    return {name: _rows(layer) for name, layer in layers.items()}


def source_changes(
    before: Mapping[str, Mapping[str, SourceRow]], layers: Mapping[str, gpd.GeoDataFrame], *, crs: str
) -> tuple[SourceChange, ...]:
    """Return what changed in each layer, sorted by id.

    Parameters
    ----------
    before
        What :func:`remember` gave at the last build. A layer that it does not know has no changes.
    layers
        Frames that keep their schemas, by layer name.
    crs
        Projected CRS in which metres are measured.
    """
    return tuple(
        change
        for name, layer in layers.items()
        if name in before
        for change in _changes(name, before[name], layer, crs=crs)
    )


def change_findings(changes: Sequence[SourceChange]) -> Iterator[Finding]:
    """Yield each change as a finding: worth knowing, and a warning where nobody signed it."""
    for change in changes:
        where = f"layers/source/{change.layer}.geojson: {change.id} {change.name}"
        said = f"{change.what} since the last build"
        if change.signed:
            said = f"{said} ({change.signature})" if change.signature else said
            yield Finding(Severity.INFO, where, said)
        else:
            lacking = " and ".join(name for name in _SIGNATURE if not getattr(change, name))
            said = f"{said}, and its {lacking} {'are' if ' ' in lacking else 'is'} empty"
            yield Finding(Severity.WARNING, where, said, "say who did it and when")


def _rows(layer: gpd.GeoDataFrame) -> dict[str, SourceRow]:
    """Return the rows of a layer by id; where a ring begins and how it runs makes no difference."""
    shapes = layer.geometry.to_numpy()
    middles = shapely.get_coordinates(shapely.centroid(shapes)).tolist()
    columns = [name for name in layer.columns if name not in ("id", "geometry")]
    table = layer[columns].astype(object).to_dict("records")
    rows = zip(
        layer["id"], layer["name"], shapely.to_wkb(shapely.normalize(shapes)), middles, table, strict=True
    )
    return {
        str(id_): SourceRow(
            name=str(name),
            middle=(round(lon, 7), round(lat, 7)),
            shape=hashlib.sha256(wkb).hexdigest()[:_DIGITS],
            cells={column: _digest(cell) for column, cell in cells.items() if not pd.isna(cell)},
        )
        for id_, name, wkb, (lon, lat), cells in rows
    }


def _digest(cell: object) -> str:
    """Return a digest of a value; the schema has given all values of a column one type."""
    return hashlib.sha256(str(cell).encode()).hexdigest()[:_DIGITS]


def _changes(
    name: str, before: Mapping[str, SourceRow], layer: gpd.GeoDataFrame, *, crs: str
) -> Iterator[SourceChange]:
    after = _rows(layer)
    kinds = dict(zip(layer["id"], layer.geom_type, strict=True))
    who, when = (_texts(layer[column]) for column in _SIGNATURE)
    signatures = dict(zip(layer["id"], zip(who, when, strict=True), strict=True))
    moved = _moved_m(before, after, crs=crs)
    for id_ in sorted({*before, *after}):
        if id_ not in after:
            yield SourceChange(name, id_, before[id_].name, "removed", removed=True)
            continue
        what = "added"
        if id_ in before:
            what = _difference(before[id_], after[id_], moved_m=moved[id_], is_point=kinds[id_] == "Point")
        if what:
            yield SourceChange(name, id_, after[id_].name, what, *signatures[id_])


def _difference(before: SourceRow, after: SourceRow, *, moved_m: float, is_point: bool) -> str:
    """Say in words how a row differs from what it was; empty where it does not."""
    said = []
    if before.shape != after.shape:
        metres = f"{moved_m:.1f} m" if moved_m < _SMALL_M else f"{moved_m:.0f} m"
        said.append(f"moved {metres}" if is_point else f"redrawn, its middle moved {metres}")
    columns = {*before.cells, *after.cells}
    other = sorted(name for name in columns if before.cells.get(name) != after.cells.get(name))
    facts = [name for name in other if name not in _SIGNATURE]
    if facts:
        said.append(f"changed: {', '.join(facts)}")
    if other and not said:
        said.append("checked anew")
    return "; ".join(said)


def _moved_m(
    before: Mapping[str, SourceRow], after: Mapping[str, SourceRow], *, crs: str
) -> Mapping[str, float]:
    """Return how far the middle of each row that stayed has moved, in metres."""
    stayed = sorted(before.keys() & after.keys())
    old, new = (_points([rows[id_].middle for id_ in stayed], crs=crs) for rows in (before, after))
    return dict(zip(stayed, shapely.distance(old, new).tolist(), strict=True))


def _points(lonlat: Sequence[tuple[float, float]], *, crs: str) -> NDArray[np.object_]:
    points = np.asarray(shapely.points(np.array(lonlat, dtype=float).reshape(-1, 2)), dtype=object)
    return project_shapes(points, crs_from=WGS84_CRS, crs_to=crs)


def _texts(cells: pd.Series[Any]) -> list[str]:
    return ["" if empty else str(cell).strip() for cell, empty in zip(cells, cells.isna(), strict=True)]
