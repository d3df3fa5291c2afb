"""Import a file of places into an index: whole, or not at all.

Nothing is dropped in silence: rows that have no place on the map are counted by reason, with the first few.
"""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.crs import round_lonlat
from geo.errors import DatumError, LayerError, MissingFileError, OutputError, describe
from geo.io.datums import converter, settle_system
from geo.io.gazetteer.build import IndexCounts, Sureness, write_index
from geo.io.gazetteer.features import open_features
from geo.io.gazetteer.rows import NO_NAME, NO_POSITION, SkippedRows
from geo.io.gazetteer.tables import open_table
from geo.io.gazetteer.vectors import open_osm, open_vectors
from geo.model import Datum, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    from geo.io.gazetteer.rows import PlaceRows, RowSource

INDEX_SUFFIX = ".sqlite"
_OPTION = "--datum"

INVALID = "a geometry that is not valid"
NO_DEGREES = "a position that is no longitude and latitude"
NULL_ISLAND = "a position at 0, 0"

_BY_DIMENSION = {
    0: Sureness(Precision.EXACT, 50.0),
    1: Sureness(Precision.STREET, 20.0),
    2: Sureness(Precision.AREA, 50.0),
}
"""A point of interest stands at its entrance or in its middle; a line is drawn along the road."""
_LARGEST = (180.0, 90.0)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user says of a file."""

    datum: str | None = None
    """None where the file declares it."""
    layer: str | None = None
    name_column: str | None = None
    precision: Precision | None = None
    """Of every place; None for what the geometry tells."""
    uncertainty_m: float | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import made, and what it left out."""

    path: Path
    datum: str
    counts: IndexCounts
    skipped: Mapping[str, tuple[int, tuple[str, ...]]]
    """By reason: how many rows, and the first five of them."""


def import_places(
    source: Path,
    folder: Path,
    *,
    options: ImportOptions,
    normalise: Callable[[str], str],
    announce: Callable[[int], None] = lambda _: None,
) -> ImportReport:
    """Import a file into the index of its name in a folder; an older index of that name is replaced.

    Parameters
    ----------
    source
        ``.osm.pbf``, ``.osm``, ``.gpkg``, ``.shp``, ``.geojson``, ``.json`` or ``.csv``.
    folder
        Where the indexes are.
    options
        What the user says of the file.
    normalise
        Brings two spellings of a name to one.
    announce
        Called with the number of rows that have been read.

    Raises
    ------
    MissingFileError
        The file is not there.
    DatumError
        Nobody states the datum, or what is stated contradicts the file.
    LayerError
        The file cannot be read as what it is, has no names, or no row of it can be placed.
    OutputError
        The index cannot be written.
    """
    where = source.as_posix()
    if not source.is_file():
        raise MissingFileError(describe(where=where, what="is not there", remedy="check the path"))
    rows = _open(source, options)
    try:
        system = settle_system(options.datum, declared=rows.declared, option=_OPTION)
    except DatumError as error:
        raise DatumError(f"{where}: {error}") from error
    datum = str(system)
    about = {"file": source.name, "datum": datum, "source": _source_of(source, rows.licence)}
    skipped = rows.skipped
    convert = converter(system, Datum.WGS84)
    metres = not isinstance(system, Datum)
    batches = _placed(rows.batches, convert=convert, metres=metres, skipped=skipped, announce=announce)
    target = folder / f"{source.name}{INDEX_SUFFIX}"
    counts = _write_whole(
        target,
        lambda staged: write_index(
            staged,
            batches,
            about=about,
            normalise=normalise,
            sureness=lambda batch: _sureness(batch, options),
        ),
        refuse=lambda counts: _refuse_empty(counts, skipped, where=where),
    )
    told = {reason: (count, tuple(skipped.first[reason])) for reason, count in skipped.counts.items()}
    return ImportReport(path=target, datum=datum, counts=counts, skipped=told)


def _open(source: Path, options: ImportOptions) -> RowSource:
    name = source.name.lower()
    if name.endswith((".osm.pbf", ".pbf", ".osm")):
        return open_osm(source)
    if name.endswith((".gpkg", ".shp")):
        return open_vectors(source, layer=options.layer, name_column=options.name_column)
    if name.endswith((".geojson", ".json")):
        return open_features(source, name_column=options.name_column)
    if name.endswith(".csv"):
        return open_table(source, name_column=options.name_column)
    what = f"is of a format that is not imported ({source.suffix or 'no suffix'})"
    remedy = "use .osm.pbf, .gpkg, .shp, .geojson or .csv"
    raise LayerError(describe(where=source.as_posix(), what=what, remedy=remedy))


def _source_of(source: Path, licence: str) -> str:
    changed = datetime.fromtimestamp(source.stat().st_mtime, tz=UTC).date()
    return f"{source.name}, {changed}" + (f", {licence}" if licence else "")


def _placed(
    batches: Iterator[PlaceRows],
    *,
    convert: Callable[[NDArray[np.object_]], NDArray[np.object_]],
    metres: bool,
    skipped: SkippedRows,
    announce: Callable[[int], None],
) -> Iterator[PlaceRows]:
    """Yield what can be placed, in WGS 84 with 7 decimals; count the rest."""
    read = 0
    for batch in batches:
        read += len(batch.names)
        named = _without(batch, np.array([not name for name in batch.names], dtype=bool), NO_NAME, skipped)
        drawn = _without(named, _has_no_geometry(named.shapes), NO_POSITION, skipped)
        drawn = _without(drawn, ~shapely.is_valid(drawn.shapes), INVALID, skipped)
        if not metres:
            drawn = _without(drawn, _is_no_degree(drawn.shapes), NO_DEGREES, skipped)
        drawn = _without(drawn, _is_at_zero(drawn.shapes), NULL_ISLAND, skipped)
        wgs84 = convert(shapely.force_2d(drawn.shapes)) if drawn.names else drawn.shapes
        moved = _without(replace(drawn, shapes=wgs84), _is_no_degree(wgs84), NO_DEGREES, skipped)
        announce(read)
        if moved.names:
            yield replace(moved, shapes=round_lonlat(moved.shapes))


def _without(batch: PlaceRows, bad: NDArray[np.bool_], reason: str, skipped: SkippedRows) -> PlaceRows:
    if not bad.any():
        return batch
    skipped.add(reason, [batch.labels[index] for index in np.flatnonzero(bad).tolist()])
    return batch.only(~bad)


def _has_no_geometry(shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    missing: NDArray[np.bool_] = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    return missing


def _is_no_degree(shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    west, south, east, north = shapely.bounds(shapes).reshape(-1, 4).T
    lon, lat = _LARGEST
    return np.asarray(~((west >= -lon) & (east <= lon) & (south >= -lat) & (north <= lat)))


def _is_at_zero(shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    return np.asarray((shapely.bounds(shapes).reshape(-1, 4) == 0.0).all(axis=1))


def _sureness(batch: PlaceRows, options: ImportOptions) -> list[Sureness]:
    by_dimension = {
        dimension: Sureness(
            options.precision or usual.precision,
            usual.uncertainty_m if options.uncertainty_m is None else options.uncertainty_m,
        )
        for dimension, usual in _BY_DIMENSION.items()
    }
    return [by_dimension[dimension] for dimension in shapely.get_dimensions(batch.shapes).tolist()]


def _refuse_empty(counts: IndexCounts, skipped: SkippedRows, *, where: str) -> None:
    if counts.places:
        return
    reasons = "; ".join(f"{count} rows with {reason}" for reason, count in skipped.counts.items())
    what = f"has no row that can be placed ({reasons or 'it has no rows'})"
    remedy = "check the datum and the columns"
    raise LayerError(describe(where=where, what=what, remedy=remedy))


def _write_whole(
    target: Path, write: Callable[[Path], IndexCounts], *, refuse: Callable[[IndexCounts], None]
) -> IndexCounts:
    """Write an index beside its target and rename it into place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".import-") as folder:
            staged = Path(folder) / target.name
            counts = write(staged)
            refuse(counts)
            staged.replace(target)
    except (OSError, sqlite3.Error) as error:
        what = f"cannot be written: {getattr(error, 'strerror', None) or error}"
        remedy = "allow writing there, free space or close what holds it; the old index is untouched"
        raise OutputError(describe(where=target.as_posix(), what=what, remedy=remedy)) from error
    return counts
