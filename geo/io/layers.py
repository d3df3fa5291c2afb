"""Read and write layers by their schema.

This is done with pyogrio, which takes whole columns. It would guess the type of a column of objects
(numbers with a gap become texts), so each column is handed over as an array of the schema's type, after
the schema has been held against the frame.
"""

from __future__ import annotations

import json
import re
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pyogrio.raw
import shapely

from geo.crs import WGS84_CRS
from geo.errors import LayerError, MissingFileError, describe
from geo.io.drawn_shapes import settle_shapes
from geo.io.geojson_members import foreign_habits, member_problems, member_warnings
from geo.io.sound_rows import sound_rows
from geo.schema import RINGED, SOURCE_LAYERS, LayerSchema, Type, problems, restore_types, validate

if TYPE_CHECKING:
    from numpy.typing import NDArray

Json = dict[str, Any]

# --- Layers with a schema ------------------------------------------------------------------------


def read_layer(path: Path, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return a GeoJSON layer that keeps its schema, rows in the file's order.

    Dates are ``datetime.date``, a missing cell is None (NaN in a column of numbers), the CRS is
    EPSG:4326. A layer without features has all columns. A layer kept by hand is read as QGIS saves it:
    its positions are rounded and its rings turned here, and nothing is written back.

    Raises
    ------
    MissingFileError
        The file is not there.
    LayerError
        The file is no GeoJSON, a ring is not closed, or the schema is broken; with the line or the
        feature.
    """
    layer = _settled(_read_unchecked(path, schema), schema)
    validate(layer, schema, where=path.as_posix())
    return layer


def layer_problems(path: Path, schema: LayerSchema) -> list[str]:
    """List everything that is wrong with a layer's file; empty where it keeps its schema and RFC 7946."""
    try:
        collection = _parse_collection(path)
        layer = _layer_of(collection, schema)
    except (LayerError, MissingFileError) as error:
        return [str(error)]
    where = collection.where
    return [
        *problems(_settled(layer, schema), schema, where=where),
        *member_problems(collection.members, layer, schema, where=where),
    ]


def layer_warnings(path: Path, schema: LayerSchema) -> list[str]:
    """List what is doubtful in a layer that keeps its schema, though a build reads it."""
    collection = _parse_collection(path)
    layer = _layer_of(collection, schema)
    return list(member_warnings(collection.members, layer, schema, where=collection.where))


def layer_notes(path: Path, schema: LayerSchema) -> list[str]:
    """List what QGIS writes by itself into a layer kept by hand and RFC 7946 does not want: no fault."""
    collection = _parse_collection(path)
    layer = _layer_of(collection, schema)
    return list(foreign_habits(collection.members, layer, schema, where=collection.where))


def read_sound_layer(path: Path, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return those features of a layer that keep its schema; none where the file cannot be read."""
    try:
        layer = sound_rows(_settled(_read_unchecked(path, schema), schema), schema)
    except (LayerError, MissingFileError):
        return _empty_layer(schema)
    return _empty_layer(schema) if layer.empty else layer


def layer_bytes(layer: gpd.GeoDataFrame, schema: LayerSchema) -> bytes:
    """Return a layer as RFC 7946 GeoJSON: one feature a line, sorted by id, the same bytes each time.

    Raises
    ------
    LayerError
        The layer breaks its schema.
    """
    validate(layer, schema, where=f"{schema.name}.geojson")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layer.geojson"
        _write_geojson(path, layer, schema)
        return _read_layer_bytes(path, schema)


def _write_geojson(path: Path, layer: gpd.GeoDataFrame, schema: LayerSchema) -> None:
    order = layer[schema.id_column].argsort(kind="stable").to_numpy()
    columns = [_array(layer[column.name].iloc[order], column.type) for column in schema.columns]
    # GDAL takes the column named as ID_FIELD out of the properties, so the id goes in twice.
    columns.insert(0, columns[schema.column_names.index(schema.id_column)])
    # RFC7946="YES" does what has been done here already: it turns rings and rounds, in a second more
    # for 100,000 points. With its 7 decimals GDAL takes the last digits of 113.6000009 for noise and
    # writes 113.6, 10 cm off; two more leave positions alone that have 7.
    shapes = layer.geometry.to_numpy()[order]
    shapes = shapely.orient_polygons(shapes) if schema.geometry in RINGED else shapes
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(shapes),
        fields=[_FEATURE_ID, *schema.column_names],
        field_data=[column.cells for column in columns],
        field_mask=[column.missing for column in columns],
        layer=schema.name,
        driver="GeoJSON",
        geometry_type=schema.geometry,
        crs=WGS84_CRS,
        encoding="UTF-8",
        ID_FIELD=_FEATURE_ID,
        COORDINATE_PRECISION=9,
    )


def _read_layer_bytes(path: Path, schema: LayerSchema) -> bytes:
    """Return the file without the members of GDAL's own (crs, resolution), in memory once.

    Our head is shorter than GDAL's: it is written over the end of that, and reading begins there.
    """
    head = f'{{\n"type": "FeatureCollection",\n"name": "{schema.name}",\n'.encode()
    with path.open("r+b") as file:
        start = file.read(_HEAD_BYTES).index(_FEATURES) - len(head)
        file.seek(start)
        file.write(head)
        file.seek(start)
        return file.read()


_FEATURE_ID = "feature_id"
_FEATURES = b'"features": ['
_HEAD_BYTES = 1024
"""All members before the features, and more."""


@dataclass(frozen=True, slots=True, eq=False)
class _Array:
    """A column as pyogrio takes it: every value of one type, and which of them are missing."""

    cells: NDArray[Any]
    missing: NDArray[np.bool_]


def _array(cells: pd.Series[Any], kind: Type) -> _Array:
    missing = cells.isna().to_numpy(dtype=bool)
    filled = cells.to_numpy(dtype=object, copy=kind is not Type.TEXT)
    if kind is Type.TEXT:
        return _Array(filled, missing)
    if kind is Type.DATE:
        # GeoJSON has no dates: they are texts in it, whatever GDAL is given.
        filled[missing] = None
        written = {day: day and day.isoformat() for day in set(filled)}
        return _Array(np.array([written[day] for day in filled], dtype=object), missing)
    filled[missing] = 0
    return _Array(filled.astype(_DTYPES[kind]), missing)


_DTYPES = {Type.INTEGER: "int64", Type.NUMBER: "float64", Type.FLAG: "bool"}


def _read_unchecked(path: Path, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return a GeoJSON file as a frame with the schema's types, whatever else is wrong with it."""
    return _layer_of(_parse_collection(path), schema)


def _settled(layer: gpd.GeoDataFrame, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return a layer kept by hand with its geometries as a layer holds them; any other as it is."""
    if schema not in SOURCE_LAYERS or schema.geometry is None:
        return layer
    shapes = settle_shapes(layer.geometry.to_numpy(), geometry=schema.geometry)
    return layer.set_geometry(gpd.GeoSeries(shapes, index=layer.index, crs=layer.crs))


def _layer_of(collection: _Collection, schema: LayerSchema) -> gpd.GeoDataFrame:
    features: list[Json] = collection.members["features"]
    if not features:
        return _empty_layer(schema)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            drawn = pyogrio.read_dataframe(collection.content, columns=[])
    except (pyogrio.errors.DataSourceError, shapely.errors.GEOSException, RuntimeWarning) as error:
        what, remedy = f"cannot be read: {error}", "open it in QGIS, repair it, and run planmap check"
        raise LayerError(describe(where=collection.where, what=what, remedy=remedy)) from error
    geometry = drawn.geometry if isinstance(drawn, gpd.GeoDataFrame) else [None] * len(features)
    layer = gpd.GeoDataFrame(
        _cells(features, schema), geometry=geometry, crs=getattr(drawn, "crs", WGS84_CRS)
    )
    return gpd.GeoDataFrame(restore_types(layer, schema), geometry="geometry", crs=layer.crs)


def _cells(features: list[Json], schema: LayerSchema) -> pd.DataFrame:
    """Return the properties of features as the file has them.

    OGR gives each column one type by guessing and turns what does not fit (12 in a column of texts
    into "12", a text that looks like a date into a date), so that a wrong value would go unseen.
    """
    rows = [_with_id(feature, schema.id_column) for feature in features]
    names = dict.fromkeys(name for row in rows for name in row)
    return pd.DataFrame({name: pd.Series([row.get(name) for row in rows], dtype=object) for name in names})


def _with_id(feature: Json, id_column: str) -> Json:
    """Return the properties of a feature, with its id where that stands beside them only.

    QGIS takes the ids out of the properties of what was in a file, and leaves them in those of new features.
    """
    row: Json = feature.get("properties") or {}
    return row if id_column in row or "id" not in feature else {id_column: feature["id"], **row}


def _empty_layer(schema: LayerSchema) -> gpd.GeoDataFrame:
    columns = {name: pd.Series([], dtype=object) for name in schema.column_names}
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=WGS84_CRS))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        remedy = "restore it from version control"
        raise MissingFileError(describe(where=path.as_posix(), what="is not there", remedy=remedy)) from error
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise LayerError(describe(where=path.as_posix(), what=what, remedy="allow reading it")) from error


@dataclass(frozen=True, slots=True)
class _Collection:
    """A GeoJSON file whose features are whole."""

    where: str
    """As messages name it."""
    content: bytes
    members: Json


def _parse_collection(path: Path) -> _Collection:
    """Return a GeoJSON file with its features looked over; OGR would not say where one is broken."""
    where, content = path.as_posix(), _read_bytes(path)
    members = parse_json(content, where=where)
    features = members.get("features")
    if members.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise LayerError(
            describe(where=where, what="is no FeatureCollection", remedy="save it as GeoJSON from QGIS")
        )
    _refuse_unknown_crs(members.get("crs"), where=where)
    for number, feature in enumerate(features, start=1):
        broken = _broken_feature(feature)
        if broken is not None:
            place = f"{where}: feature {number}"
            remedy = "repair it in QGIS and run planmap check"
            raise LayerError(describe(where=place, what=broken, value=_id_of(feature), remedy=remedy))
    return _Collection(where, content, members)


def _refuse_unknown_crs(member: object, *, where: str) -> None:
    """Refuse a CRS that OGR does not know: it would silently take the positions for WGS 84."""
    named = member.get("properties") if isinstance(member, dict) else None
    name = named.get("name") if isinstance(named, dict) else None
    if member is not None and not (isinstance(name, str) and _CRS_NAME.fullmatch(name)):
        remedy = "convert it with planmap convert, or take the member crs out if it is WGS 84"
        value = name if isinstance(name, str) else None
        raise LayerError(describe(where=where, what="names a CRS that is none", value=value, remedy=remedy))


_CRS_NAME = re.compile(r"(urn:ogc:def:crs:)?(EPSG:[\d.]*:?\d+|OGC:[\d.]*:?CRS84)")


class _ConstantError(Exception):
    """A NaN or Infinity in JSON."""


def _refuse_constant(name: str) -> float:
    """Refuse NaN and Infinity, which Python's reader lets through and RFC 8259 does not."""
    raise _ConstantError(name)


def parse_json(content: bytes, *, where: str) -> Json:
    """Return the object that a JSON file holds.

    Raises
    ------
    LayerError
        The file is no UTF-8 or no JSON, with line and column, or no object.
    """
    try:
        parsed = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 at byte {error.start}"
        raise LayerError(describe(where=where, what=what, remedy="save it as UTF-8")) from error
    except _ConstantError as error:
        what = "holds a number that is none in JSON"
        raise LayerError(
            describe(where=where, what=what, value=error, remedy="write null instead")
        ) from error
    except RecursionError as error:
        what = "is nested too deep"
        raise LayerError(describe(where=where, what=what, remedy="save it as GeoJSON from QGIS")) from error
    except json.JSONDecodeError as error:
        what = f"is no JSON at line {error.lineno}, column {error.colno}: {error.msg}"
        raise LayerError(
            describe(where=where, what=what, remedy="correct it there, or save it again")
        ) from error
    if not isinstance(parsed, dict):
        raise LayerError(
            describe(where=where, what="is no JSON object", remedy="save it as GeoJSON from QGIS")
        )
    return parsed


def _id_of(feature: object) -> object:
    if not isinstance(feature, dict):
        return None
    properties = feature.get("properties")
    return properties.get("id", feature.get("id")) if isinstance(properties, dict) else feature.get("id")


def _broken_feature(feature: object) -> str | None:
    """Say what is wrong with a feature's members, rings and lines, or None."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
        return "is no Feature"
    geometry = feature.get("geometry") or {}
    if not isinstance(geometry, dict):
        return "geometry is no object"
    return (_broken_part(geometry) or _broken_coordinates(geometry)) if geometry else None


def _broken_part(geometry: Json) -> str | None:
    """Say what is wrong with a geometry's rings or lines, or None."""
    match geometry.get("type"), geometry.get("coordinates"):
        case "Polygon", [*rings]:
            return _broken_ring(rings)
        case "MultiPolygon", [*polygons]:
            return next(filter(None, map(_broken_ring, polygons)), None)
        case "LineString", [*positions]:
            return _broken_line(positions)
        case "MultiLineString", [*lines]:
            return next(filter(None, map(_broken_line, lines)), None)
    return None


def _broken_line(positions: object) -> str | None:
    is_dot = isinstance(positions, list) and len(positions) == 1
    return "line has one position only" if is_dot else None


def _broken_coordinates(geometry: Json) -> str | None:
    """Say what is wrong with a geometry's type or positions; OGR would guess, or print a traceback."""
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        return None
    if kind not in _DEPTHS:
        return f"geometry is of no type of GeoJSON ({kind})"
    return _broken_positions(geometry.get("coordinates"), depth=_DEPTHS[kind])


_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How many lists stand around the positions of a geometry."""
_LARGEST_COORDINATE = 1e9


def _broken_positions(coordinates: object, *, depth: int) -> str | None:
    if not isinstance(coordinates, list):
        return "coordinates are no list of positions"
    if depth > 0:
        return next(filter(None, (_broken_positions(part, depth=depth - 1) for part in coordinates)), None)
    if len(coordinates) not in {2, 3}:
        return f"position has {len(coordinates)} numbers"
    numbers = [
        value for value in coordinates if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    fits = len(numbers) == len(coordinates) and all(abs(number) < _LARGEST_COORDINATE for number in numbers)
    return None if fits else "position is no pair of numbers"


def _broken_ring(rings: object) -> str | None:
    for ring in rings if isinstance(rings, list) else []:
        if not isinstance(ring, list) or not ring:
            return "ring has no positions"
        if ring[0] != ring[-1]:
            return "ring is not closed"
        if len(ring) < 4:  # noqa: PLR2004 - RFC 7946, 3.1.6
            return "ring has fewer than four positions"
    return None
