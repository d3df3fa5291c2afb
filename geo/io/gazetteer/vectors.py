"""Read places from GeoPackage, Shapefile and OpenStreetMap files with GDAL, a batch at a time."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import numpy as np
import pyogrio
import shapely

from geo.errors import LayerError, describe
from geo.io.gazetteer.columns import choose_columns, split_names
from geo.io.gazetteer.kinds import read_kinds
from geo.io.gazetteer.rows import BATCH, PlaceRows, RowSource, SkippedRows
from geo.io.vector_files import shapefile_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from geo.io.gazetteer.columns import NameColumns

    Cells = Mapping[str, Sequence[Any]]

_FAILURES = (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError)
_OSM_SETTINGS = files("geo") / "assets" / "gazetteer" / "osmconf.ini"
_SHORTEST_RING = 4
"""Positions, the first one twice."""
_OSM_LAYERS = ("points", "lines", "multilinestrings", "multipolygons")
_OSM_NAMES = ("name_zh", "alt_name", "old_name", "short_name", "official_name")
_OSM_MEMORY_MB = "64"
"""Beyond it GDAL keeps the positions of nodes in a file."""
_OSM_LICENCE = "© OpenStreetMap contributors, ODbL 1.0"


def open_vectors(path: Path, *, layer: str | None, name_column: str | None) -> RowSource:
    """Open a layer of a GeoPackage or Shapefile.

    Raises
    ------
    LayerError
        The file cannot be read, holds several layers of which none is named, or has no column of names.
    """
    where = path.as_posix()
    is_shapefile = path.suffix.lower() == ".shp"
    encoding = shapefile_encoding(path) if is_shapefile else None
    try:
        layer = _choose_layer(path, layer)
        info = pyogrio.read_info(path, layer=layer, encoding=encoding)
    except _FAILURES as error:
        raise _unreadable(where, error) from error
    columns = choose_columns(list(info["fields"]), stated=name_column, where=where)
    reader = _LayerReader(path, layer, columns=columns, encoding=encoding, fid_column=info["fid_column"])
    return RowSource(declared=info["crs"], batches=reader.batches(), skipped=SkippedRows())


def open_osm(path: Path) -> RowSource:
    """Open an extract of OpenStreetMap, ``.osm.pbf`` or ``.osm``: what has a name.

    GDAL goes through the file once for each of four kinds of geometry; only what is named is kept.

    Raises
    ------
    LayerError
        The file cannot be read.
    """
    return RowSource(
        declared="EPSG:4326", batches=_osm_batches(path), skipped=SkippedRows(), licence=_OSM_LICENCE
    )


class _LayerReader:
    def __init__(
        self, path: Path, layer: str, *, columns: NameColumns, encoding: str | None, fid_column: str
    ) -> None:
        self._path, self._layer, self._columns, self._encoding = path, layer, columns, encoding
        self._fid_column = fid_column

    def batches(self) -> Iterator[PlaceRows]:
        read, last = 0, None
        while True:
            # A GeoPackage finds a number at once and counts its way to a position; a Shapefile does not.
            start = (
                {"where": f'"{self._fid_column}" > {last}'} if last is not None else {"skip_features": read}
            )
            try:
                meta, fids, shapes, cells = pyogrio.raw.read(
                    self._path,
                    layer=self._layer,
                    columns=self._columns.all,
                    encoding=self._encoding,
                    max_features=BATCH,
                    return_fids=True,
                    **start,
                )
            except _FAILURES as error:
                raise _unreadable(self._path.as_posix(), error) from error
            if not len(shapes):
                return
            yield self._places(fids, shapes, dict(zip(meta["fields"], cells, strict=True)))
            read += len(shapes)
            last = int(fids[-1]) if self._fid_column else None

    def _places(self, fids: NDArray[np.int64], wkb: NDArray[np.object_], cells: Cells) -> PlaceRows:
        kinds, columns = read_kinds(), self._columns
        names = [_text(cell) for cell in cells[columns.name]]
        words = [_text(cell) for cell in cells[columns.kind]] if columns.kind else [""] * len(names)
        others = [cells[column] for column in columns.aliases]
        return PlaceRows(
            labels=[f"feature {number}" for number in fids.tolist()],
            names=names,
            aliases=[split_names(*row) for row in zip(*others, strict=True)] if others else [()] * len(names),
            kinds=[kinds.kind_of(name, word=word) for name, word in zip(names, words, strict=True)],
            shapes=shapely.from_wkb(wkb, on_invalid="ignore"),
        )


def _choose_layer(path: Path, layer: str | None) -> str:
    names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    if layer in names or (layer is None and len(names) == 1):
        return layer or names[0]
    what = f"holds {len(names)} layers" if layer is None else f"has no layer {layer}"
    remedy = f"say with --layer which one: {', '.join(names)}"
    raise LayerError(describe(where=path.as_posix(), what=what, remedy=remedy))


def _osm_batches(path: Path) -> Iterator[PlaceRows]:
    for layer in _OSM_LAYERS:
        cells, shapes = _read_osm_layer(path, layer)
        for start in range(0, len(shapes), BATCH):
            part = slice(start, start + BATCH)
            yield _osm_places({key: values[part] for key, values in cells.items()}, shapes[part], layer=layer)


def _read_osm_layer(path: Path, layer: str) -> tuple[Cells, NDArray[np.object_]]:
    """Return what has a name in a layer of GDAL's reader, as WKB.

    A query, not a filter, makes GDAL leave out the other layers, which it would collect in memory.
    """
    with as_file(_OSM_SETTINGS) as settings:
        try:
            meta, _, shapes, cells = pyogrio.raw.read(
                path,
                sql=f"SELECT * FROM {layer} WHERE name IS NOT NULL",  # noqa: S608 - one of our own names
                CONFIG_FILE=settings.as_posix(),
                INTERLEAVED_READING="NO",
                MAX_TMPFILE_SIZE=_OSM_MEMORY_MB,
            )
        except _FAILURES as error:
            raise _unreadable(path.as_posix(), error) from error
    return dict(zip(meta["fields"], cells, strict=True)), shapes


def _osm_places(cells: Cells, wkb: NDArray[np.object_], *, layer: str) -> PlaceRows:
    kinds = read_kinds()
    names = [_text(cell) for cell in cells["name"]]
    keys = [key for key in {**kinds.tags, **kinds.areas} if key in cells]
    tags = [
        {key: value for key, value in zip(keys, row, strict=True) if value}
        for row in zip(*(cells[key] for key in keys), strict=True)
    ]
    areas = np.fromiter((kinds.is_area(told) for told in tags), dtype=bool, count=len(tags))
    others = zip(*(cells[key] for key in _OSM_NAMES if key in cells), strict=True)
    return PlaceRows(
        labels=_osm_labels(cells, layer=layer),
        names=names,
        aliases=[split_names(*row) for row in others],
        kinds=[kinds.kind_of(name, tags=told) for name, told in zip(names, tags, strict=True)],
        shapes=_filled(shapely.from_wkb(wkb, on_invalid="ignore"), areas=areas),
    )


def _filled(shapes: NDArray[np.object_], *, areas: NDArray[np.bool_]) -> NDArray[np.object_]:
    """Return geometries with the closed lines among `areas` as polygons."""
    is_line = shapely.get_type_id(shapes) == shapely.GeometryType.LINESTRING
    rings = areas & is_line & shapely.is_closed(shapes) & (shapely.get_num_points(shapes) >= _SHORTEST_RING)
    if not rings.any():
        return shapes
    positions, owners = shapely.get_coordinates(shapes[rings], return_index=True)
    filled = shapes.copy()
    filled[rings] = shapely.polygons(shapely.linearrings(positions, indices=owners))
    return filled


def _osm_labels(cells: Cells, *, layer: str) -> list[str]:
    """Name elements as OpenStreetMap does."""
    element = {"points": "node", "lines": "way"}.get(layer, "relation")
    return [f"{element}/{number}" for number in cells["osm_id"]]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _unreadable(where: str, error: Exception) -> LayerError:
    what = f"cannot be read: {error}"
    return LayerError(describe(where=where, what=what, remedy="check that it is whole, or save it again"))
