"""Name the columns, types and geometry of every layer, and hold frames against them.

One row of a schema is one column. Column names are constants here and nowhere else; their Chinese
labels stand in assets/labels.toml. See spec of the layers in layers/README.md.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.crs import DECIMALS, WGS84_CRS
from geo.errors import LayerError, describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

CHINA_LON = (73.0, 136.0)
CHINA_LAT = (3.0, 54.0)
"""Where positions of a Chinese district lie; tells swapped axes from a projection."""


class Type(StrEnum):
    """A column's value type, under the name that fiona and OGR give it."""

    TEXT = "str"
    INTEGER = "int"
    NUMBER = "float"
    DATE = "date"
    FLAG = "bool"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layer."""

    name: str
    type: Type = Type.TEXT
    required: bool = False
    """No empty value is allowed."""
    allowed: tuple[str, ...] = ()
    """Closed set of values; empty means any."""
    above: float | None = None
    """Every number is greater."""
    most: float | None = None
    """No number is greater."""
    refers_to: str = ""
    """Table whose id stands in this column; empty where it is a value of its own."""
    optional: bool = False
    """A file without the column has no value in any row of it, and nothing is wrong."""


@dataclass(frozen=True, slots=True)
class LayerSchema:
    """A layer's columns and geometry."""

    name: str
    geometry: str | None
    """OGR geometry type, or None for a table."""
    columns: tuple[Column, ...]
    id_column: str
    """Column whose value is the feature's id, unique in the layer; empty where rows have none."""
    optional: bool = False
    """A workspace without the file has no rows of it, and nothing is wrong."""
    id_prefix: str = ""
    """What the id of a new row begins with, before its number; empty where ids come from elsewhere."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)


PRECISIONS = ("exact", "street", "area", "zone", "district")
RINGED = ("Polygon", "MultiPolygon")
"""Types of geometry whose rings have a direction."""
MOST_UNCERTAIN_M = 100_000.0
"""Beyond that an uncertainty is no distance within a city but a slip of the pen."""
DATUMS = ("WGS84", "CGCS2000", "GCJ-02", "BD-09")
STATUSES = ("planned", "started", "done")
PLACED = ("yes", "partly", "zone", "no")
MISS_REASONS = ("no_coordinate", "unknown_name", "outside", "ambiguous", "not_a_place")

_ID = Column("id", required=True)
_NAME = Column("name", required=True)
_UNCERTAINTY = Column("uncertainty_m", Type.NUMBER, required=True, above=0.0, most=MOST_UNCERTAIN_M)
_PROVENANCE = (
    Column("datum_in", required=True, allowed=DATUMS),
    Column("source", required=True),
    Column("source_detail"),
    Column("licence", required=True),
    Column("precision", required=True, allowed=PRECISIONS),
    _UNCERTAINTY,
    Column("checked_on", Type.DATE),
    Column("checked_by", optional=True),
    Column("note"),
)
_REVIEWED_PLACE = (
    _ID,
    _NAME,
    Column("aliases"),
    Column("kind", required=True),
    Column("within"),
    Column("landmark", Type.FLAG, required=True),
    *_PROVENANCE,
)

DISTRICT = LayerSchema("district", "Polygon", (_ID, _NAME, *_PROVENANCE), "id")
NEIGHBOURS = LayerSchema("neighbours", "MultiPolygon", (_ID, _NAME, *_PROVENANCE), "id")
ZONES = LayerSchema(
    "zones",
    "Polygon",
    (
        _ID,
        _NAME,
        Column("aliases"),
        Column("status", required=True),
        Column("limits_as_published"),
        Column("published_area_km2", Type.NUMBER, above=0.0),
        Column("drawn_area_km2", Type.NUMBER, required=True, above=0.0),
        *_PROVENANCE,
    ),
    "id",
    id_prefix="A-",
)
PLACES = LayerSchema("places", "Point", _REVIEWED_PLACE, "id", id_prefix="P-")
ROADS = LayerSchema("roads", "LineString", _REVIEWED_PLACE, "id", id_prefix="R-")
UNLOCATED = LayerSchema(
    "unlocated",
    None,
    (
        _NAME,
        Column("aliases"),
        Column("kind", required=True),
        Column("within"),
        Column("searched", required=True),
        Column("would_place", required=True),
        Column("homonyms"),
    ),
    "name",
)
ADMIN_NAMES = LayerSchema(
    "admin_names",
    None,
    (
        Column("code", required=True),
        _NAME,
        Column("level", required=True, allowed=("town", "village")),
        Column("within", required=True),
        Column("source", required=True),
    ),
    "code",
)
OVERRIDES = LayerSchema(
    "overrides",
    None,
    (
        _NAME,
        Column("within"),
        Column("decision", required=True),
        Column("reason", required=True),
        Column("by", required=True),
        Column("on", Type.DATE, required=True),
    ),
    "",
    optional=True,
)
SOURCE_LAYERS = (DISTRICT, NEIGHBOURS, ZONES, PLACES, ROADS, UNLOCATED, ADMIN_NAMES, OVERRIDES)

_TASK_FACTS = (
    Column("zone", required=True),
    Column("unit"),
    Column("category", required=True),
    Column("status", required=True, allowed=STATUSES),
    Column("due", Type.DATE),
    Column("interval_start", Type.DATE),
    Column("interval_end", Type.DATE),
    Column("text", required=True),
    Column("quantity", Type.NUMBER),
    Column("quantity_max", Type.NUMBER),
    Column("quantity_unit"),
    Column("quantity_of"),
    Column("quantities"),
    Column("hedge"),
    Column("condition"),
    Column("due_alternative", Type.DATE),
    Column("list_named", Type.INTEGER),
    Column("list_total", Type.INTEGER),
)
_ORIGIN = (
    Column("report", required=True),
    Column("text_start", Type.INTEGER, required=True),
    Column("text_end", Type.INTEGER, required=True),
)
_TASK = Column("task_id", required=True, refers_to="tasks")
_PLACED_TASK = (
    _ID,
    _TASK,
    Column("place_id", required=True),
    Column("place", required=True),
    Column("kind", required=True),
    *_TASK_FACTS,
    Column("precision", required=True, allowed=PRECISIONS),
    _UNCERTAINTY,
    Column("datum_in", required=True, allowed=DATUMS),
    Column("source", required=True),
    *_ORIGIN,
)
TASKS = LayerSchema(
    "tasks",
    None,
    (
        Column("task_id", required=True),
        *_TASK_FACTS,
        Column("places"),
        Column("placed", required=True, allowed=PLACED),
        Column("reason"),
        *_ORIGIN,
    ),
    "task_id",
)
TASK_POINTS = LayerSchema("task_points", "Point", _PLACED_TASK, "id")
TASK_LINES = LayerSchema("task_lines", "LineString", _PLACED_TASK, "id")
TASK_AREAS = LayerSchema(
    "task_areas",
    "Polygon",
    (*_PLACED_TASK, Column("lon", Type.NUMBER), Column("lat", Type.NUMBER)),
    "id",
)
MISSES = LayerSchema(
    "misses",
    None,
    (
        _TASK,
        _NAME,
        Column("kind", required=True),
        Column("zone", required=True),
        Column("within"),
        Column("reason", required=True, allowed=MISS_REASONS),
        Column("candidates"),
        Column("would_place", required=True),
        Column("text_start", Type.INTEGER, required=True),
        Column("text_end", Type.INTEGER, required=True),
    ),
    "",
)
SHEETS = LayerSchema(
    "sheets",
    "Polygon",
    (
        _ID,
        _NAME,
        Column("title", required=True),
        Column("basis", required=True),
        Column("tasks", Type.INTEGER, required=True),
        Column("located", Type.INTEGER, required=True),
        Column("zone_level", Type.INTEGER, required=True),
        Column("unplaced", Type.INTEGER, required=True),
    ),
    "id",
)
DERIVED_LAYERS = (SHEETS, TASKS, TASK_POINTS, TASK_LINES, TASK_AREAS, MISSES)


# --- Holding a frame against its schema ----------------------------------------------------------


def validate(frame: pd.DataFrame, schema: LayerSchema, *, where: str) -> None:
    """Accept a frame that keeps its schema, or say what is wrong with it.

    Parameters
    ----------
    frame
        A GeoDataFrame where the schema has a geometry. Missing cells are None, NaN or NA; dates are
        ``datetime.date`` in object columns.
    where
        The file, as messages name it: ``layers/source/zones.geojson``.

    Raises
    ------
    LayerError
        With the first problem, and how many more there are.
    """
    found = problems(frame, schema, where=where)
    if not found:
        return
    more = f" ({len(found) - 1} more; planmap check lists all)" if len(found) > 1 else ""
    raise LayerError(found[0] + more)


def problems(frame: pd.DataFrame, schema: LayerSchema, *, where: str) -> list[str]:
    """List everything that breaks the schema: columns, then cells, then ids, then geometry.

    Each entry is a whole message: where, what, which value, what to do. The rows of a table count as
    a spreadsheet shows them (its header is row 1), the features of a layer from 1.
    """
    sheet = _Sheet(frame, schema, where)
    found = list(_column_problems(sheet))
    for column in schema.columns:
        if list(frame.columns).count(column.name) == 1:
            found.extend(_cell_problems(sheet, column))
            found.extend(_value_problems(sheet, column))
    found.extend(_id_problems(sheet))
    if schema.geometry is not None:
        found.extend(_geometry_problems(sheet))
    return found


def restore_types(frame: pd.DataFrame, schema: LayerSchema) -> pd.DataFrame:
    """Return a frame as :func:`validate` wants it, from one whose types a file format has blurred.

    Columns come in the schema's order, then those it does not know, then the geometry. Text, dates
    and incomplete whole numbers and flags are object columns with None for a missing cell; complete
    whole numbers are int64, complete flags bool, numbers float64 with NaN. Rows and their order
    stay. What cannot be read as its type stays as it is, for :func:`problems` to name. An optional
    column that the frame lacks comes with no value in it.
    """
    lacking = [column.name for column in schema.columns if column.optional and column.name not in frame]
    frame = frame.assign(**{name: pd.Series(None, index=frame.index, dtype=object) for name in lacking})
    known = [name for name in schema.column_names if name in frame.columns]
    geometry = [name for name in frame.columns if name == "geometry"]
    others = [name for name in frame.columns if name not in (*known, *geometry)]
    restored = frame[[*known, *others, *geometry]].copy()
    for column in schema.columns:
        if column.name in known:
            restored[column.name] = _restore(restored[column.name], column.type)
    return restored


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A frame, what it should be, and how to point at one of its rows."""

    frame: pd.DataFrame
    schema: LayerSchema
    where: str

    def each(
        self, bad: NDArray[np.bool_], *, what: str, remedy: str, values: Iterable[object] | None = None
    ) -> Iterator[str]:
        """Describe every bad row, with the value that is wrong or else the row's id."""
        if not bad.any():
            return
        shown = None if values is None else list(values)
        for position in np.flatnonzero(bad).tolist():
            row = f"feature {position + 1}" if self.schema.geometry else f"row {position + 2}"
            where, name = f"{self.where}: {row}", self._id_at(position)
            if shown is None:
                yield describe(where=where, what=what, value=name, remedy=remedy)
            else:
                where = f"{where} {name}" if name else where
                yield describe(where=where, what=what, value=shown[position], remedy=remedy)

    def _id_at(self, position: int) -> str | None:
        columns, id_column = list(self.frame.columns), self.schema.id_column
        if columns.count(id_column) != 1:
            return None
        name = self.frame[id_column].iloc[position]
        return None if pd.isna(name) else str(name)


def _column_problems(sheet: _Sheet) -> Iterator[str]:
    columns, schema = list(sheet.frame.columns), sheet.schema
    for column in schema.columns:
        if column.name not in columns and not column.optional:
            yield describe(
                where=sheet.where,
                what="column is missing",
                value=column.name,
                remedy=f"add it ({column.type}{', never empty' if column.required else ''})",
            )
    for name in columns:
        if name not in schema.column_names and not (schema.geometry and name == "geometry"):
            yield describe(
                where=sheet.where,
                what=f"column is not one of the layer {schema.name}",
                value=name,
                remedy=f"remove it; the columns are {', '.join(schema.column_names)}",
            )
    for name in sorted({name for name in columns if columns.count(name) > 1}):
        yield describe(where=sheet.where, what="column stands twice", value=name, remedy="remove one of them")


def _cell_problems(sheet: _Sheet, column: Column) -> Iterator[str]:
    cells = sheet.frame[column.name]
    missing = cells.isna().to_numpy(dtype=bool)
    types = _types(cells, missing)
    wrong = ~missing & ~_has_type(cells, column.type, types)
    nested = wrong & _is_nested(cells, types)
    what, remedy = f"{column.name} is not {_TYPE_NAMES[column.type]}", f"write {_TYPE_EXAMPLES[column.type]}"
    yield from sheet.each(nested, what=f"{what} but a list or an object", values=cells, remedy=remedy)
    yield from sheet.each(wrong & ~nested, what=what, values=cells, remedy=remedy)
    blank = _is_blank(cells, missing, types) if column.type is Type.TEXT else np.zeros(len(cells), dtype=bool)
    if column.required:
        yield from sheet.each(missing | blank, what=f"{column.name} is empty", remedy="fill it in")
    if column.allowed:
        strange = ~missing & ~blank & ~wrong & ~cells.isin(column.allowed).to_numpy(dtype=bool)
        yield from sheet.each(
            strange, what=f"{column.name} is none of its values", values=cells,
            remedy=f"write one of {', '.join(column.allowed)}",
        )  # fmt: skip


def _value_problems(sheet: _Sheet, column: Column) -> Iterator[str]:
    """Describe cells that are of their type and still no value: out of range, or unfit for any file."""
    cells = sheet.frame[column.name]
    if column.type is Type.TEXT and sheet.schema in SOURCE_LAYERS:
        unfit = np.array([isinstance(cell, str) and bool(_UNFIT.search(cell)) for cell in cells], dtype=bool)
        yield from sheet.each(
            unfit, what=f"{column.name} holds a control character", values=cells, remedy="take it out"
        )
    if column.above is None and column.most is None:
        return
    numbers = _numbers(sheet.frame[column.name])
    if column.above is not None:
        what, remedy = f"{column.name} is not above {column.above:g}", "correct it"
        yield from sheet.each(numbers <= column.above, what=what, values=cells, remedy=remedy)
    if column.most is not None:
        what, remedy = f"{column.name} is above {column.most:g}", "correct it"
        yield from sheet.each(numbers > column.most, what=what, values=cells, remedy=remedy)


_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and line ends, and halves of characters: XML and GeoPackage take none."""


def _id_problems(sheet: _Sheet) -> Iterator[str]:
    name = sheet.schema.id_column
    if list(sheet.frame.columns).count(name) != 1:
        return
    ids = sheet.frame[name]
    twice = (ids.duplicated() & ids.notna()).to_numpy(dtype=bool)
    yield from sheet.each(
        twice, what=f"{name} stands twice", values=list(ids), remedy="give each row its own"
    )


_TYPE_NAMES = {
    Type.TEXT: "a text",
    Type.INTEGER: "a whole number",
    Type.NUMBER: "a number",
    Type.DATE: "a date",
    Type.FLAG: "true or false",
}
_TYPE_EXAMPLES = {
    Type.TEXT: "it as text, in quotation marks",
    Type.INTEGER: "it like 12, without quotation marks",
    Type.NUMBER: "it like 12.5, without quotation marks",
    Type.DATE: "it like 2020-08-01",
    Type.FLAG: "true or false, without quotation marks",
}


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _numbers(cells: pd.Series[Any]) -> NDArray[np.float64]:
    """Return cells as numbers, NaN where one is none."""
    if pd.api.types.is_float_dtype(cells.dtype):
        return cells.to_numpy(dtype=float, na_value=np.nan)
    return np.array([float(cell) if _is_of(cell, Type.NUMBER) else np.nan for cell in cells], dtype=float)


def _types(cells: pd.Series[Any], missing: NDArray[np.bool_]) -> set[type]:
    """Return the types of a column's values, none where its dtype says it all.

    Nearly every column is known by them, in a twentieth of the time that a look at each value takes.
    """
    if pd.api.types.is_numeric_dtype(cells.dtype):
        return set()
    return set(map(type, cells.to_numpy(dtype=object)[~missing]))


def _has_type(cells: pd.Series[Any], wanted: Type, types: set[type]) -> NDArray[np.bool_]:
    """Tell of each cell whether its value is of a type; a missing cell may be either.

    `types` are those of :func:`_types`.
    """
    if pd.api.types.is_bool_dtype(cells.dtype):
        return np.full(len(cells), wanted is Type.FLAG)
    if pd.api.types.is_integer_dtype(cells.dtype):
        return np.full(len(cells), wanted in (Type.INTEGER, Type.NUMBER))
    if pd.api.types.is_float_dtype(cells.dtype):
        values = cells.to_numpy(dtype=float, na_value=np.nan)
        fits = np.isfinite(values) & (wanted in (Type.INTEGER, Type.NUMBER))
        return np.asarray(fits & (values == np.floor(values)) if wanted is Type.INTEGER else fits)
    if types <= {_PLAIN_TYPES[wanted]}:
        return np.full(len(cells), fill_value=True)
    if types == {float} and wanted is Type.NUMBER:
        return np.asarray(np.isfinite(cells.to_numpy(dtype=float, na_value=np.nan)))
    return cells.map(lambda cell: _is_of(cell, wanted)).to_numpy(dtype=bool)


_PLAIN_TYPES: dict[Type, type] = {
    Type.TEXT: str,
    Type.INTEGER: int,
    Type.NUMBER: int,
    Type.DATE: dt.date,
    Type.FLAG: bool,
}
"""Types of which every value will do; a float may be infinite."""


def _is_nested(cells: pd.Series[Any], types: set[type]) -> NDArray[np.bool_]:
    """Tell of each cell whether it is a list or an object, which no table can hold."""
    if not types & {list, dict}:
        return np.zeros(len(cells), dtype=bool)
    return cells.map(lambda cell: isinstance(cell, list | dict)).to_numpy(dtype=bool)


def _is_blank(cells: pd.Series[Any], missing: NDArray[np.bool_], types: set[type]) -> NDArray[np.bool_]:
    """Tell of each cell whether it is a text without a visible character."""
    if missing.all() or (types == {str} and all(map(str.strip, cells.to_numpy(dtype=object)[~missing]))):
        return np.zeros(len(cells), dtype=bool)
    return cells.map(lambda cell: isinstance(cell, str) and not cell.strip()).to_numpy(dtype=bool)


def _is_of(value: object, wanted: Type) -> bool:
    """Tell whether one value is of a type; bool is no number, datetime is no date."""
    flag = isinstance(value, bool | np.bool_)
    match wanted:
        case Type.TEXT:
            return isinstance(value, str)
        case Type.FLAG:
            return flag
        case Type.INTEGER:
            return isinstance(value, int | np.integer) and not flag
        case Type.NUMBER:
            return (
                isinstance(value, int | float | np.integer | np.floating)
                and not flag
                and math.isfinite(value)
            )
        case Type.DATE:
            return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _restore(cells: pd.Series[Any], wanted: Type) -> pd.Series[Any]:
    types = _types(cells, np.zeros(len(cells), dtype=bool))
    if wanted is Type.NUMBER:
        numbers = cells.isna().all() or _has_type(cells, wanted, types).all()
        return cells.astype(float) if numbers else cells
    if wanted in (Type.INTEGER, Type.FLAG) and len(cells) and not cells.isna().any():
        whole = _has_type(cells, wanted, types).all()
        return cells.astype("int64" if wanted is Type.INTEGER else bool) if whole else cells
    present = cells.notna()
    values = [_read(cell, wanted) if there else None for cell, there in zip(cells, present, strict=True)]
    return pd.Series(values, index=cells.index, dtype=object)


def _read(value: object, wanted: Type) -> object:
    """Return a value as its type, or as it is where it cannot be read as one."""
    if wanted is Type.DATE and isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value
    if wanted is Type.INTEGER and isinstance(value, float) and value.is_integer():
        return int(value)
    return value


# --- Geometry ------------------------------------------------------------------------------------


def _geometry_problems(sheet: _Sheet) -> Iterator[str]:
    frame, schema = sheet.frame, sheet.schema
    if not isinstance(frame, gpd.GeoDataFrame) or "geometry" not in frame.columns:
        yield describe(
            where=sheet.where, what="has no geometry column", remedy=f"add one of {schema.geometry}s"
        )
        return
    yield from _crs_problems(sheet, frame)
    shapes = frame.geometry.to_numpy()
    absent = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    yield from sheet.each(absent, what="has no geometry", remedy="draw it, or remove the row")
    kinds = frame.geometry.geom_type
    other = ~absent & (kinds != schema.geometry).to_numpy(dtype=bool)
    several = other & (kinds == f"Multi{schema.geometry}").to_numpy(dtype=bool)
    what, remedy = f"is no {schema.geometry}", f"this layer holds {schema.geometry}s only"
    yield from sheet.each(other & ~several, what=what, values=kinds, remedy=remedy)
    yield from sheet.each(
        several, what=what, values=kinds, remedy=f"{remedy}: join its parts, or give each a row and an id"
    )
    usable = ~absent & ~other
    broken = usable & ~shapely.is_valid(shapes)
    reasons = shapely.is_valid_reason(_only(shapes, broken))
    yield from sheet.each(
        broken, what="geometry is not valid", values=reasons, remedy="repair it in QGIS (Fix geometries)"
    )
    tall = usable & shapely.has_z(shapes)
    yield from sheet.each(tall, what="has heights", remedy="drop the Z values; layers are flat")
    yield from _position_problems(sheet, shapes, usable)
    if schema in DERIVED_LAYERS and schema.geometry in RINGED:
        clockwise = usable & ~shapely.equals_exact(shapes, shapely.orient_polygons(shapes), 0.0)
        yield from sheet.each(
            clockwise, what="ring runs the wrong way", remedy="run outer rings counter-clockwise"
        )


def _crs_problems(sheet: _Sheet, frame: gpd.GeoDataFrame) -> Iterator[str]:
    if frame.crs is None:
        yield describe(
            where=sheet.where, what="has no CRS", remedy=f"convert it to {WGS84_CRS} with planmap convert"
        )
    elif frame.crs.to_string() not in _WGS84_CRSS:
        yield describe(
            where=sheet.where, what=f"is not in {WGS84_CRS}", value=frame.crs.to_string(),
            remedy="convert it with planmap convert --to wgs84",
        )  # fmt: skip


_WGS84_CRSS = (WGS84_CRS, "OGC:CRS84", "EPSG:4979")
"""Longitude and latitude in WGS 84; the last one with heights, which are found for themselves."""
_LARGEST_DEGREES = np.array((180.0, 90.0))


def _position_problems(
    sheet: _Sheet, shapes: NDArray[np.object_], usable: NDArray[np.bool_]
) -> Iterator[str]:
    positions, owners = shapely.get_coordinates(shapes, return_index=True)
    x, y = positions[:, 0], positions[:, 1]

    def of_rows(bad: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return usable & (np.bincount(owners[bad], minlength=len(shapes)) > 0)

    swapped = of_rows(_within(y, CHINA_LON) & _within(x, CHINA_LAT))
    beyond = of_rows(np.any(~(np.abs(positions) <= _LARGEST_DEGREES), axis=1)) & ~swapped
    first = _first_positions(_only(shapes, swapped | beyond))
    long = of_rows((np.round(positions, DECIMALS) != positions).any(axis=1)) & ~swapped & ~beyond
    yield from sheet.each(
        swapped, what="latitude stands before longitude", values=first, remedy="swap the two"
    )
    yield from sheet.each(
        beyond, what="coordinates are no degrees (projected metres?)", values=first,
        remedy="convert it with planmap convert --from EPSG:n --to wgs84",
    )  # fmt: skip
    yield from sheet.each(
        long, what=f"coordinates have more than {DECIMALS} decimals",
        remedy="round them (in QGIS: COORDINATE_PRECISION=7 when saving)",
    )  # fmt: skip


def _within(values: NDArray[np.float64], limits: tuple[float, float]) -> NDArray[np.bool_]:
    return (values >= limits[0]) & (values <= limits[1])


def _only(shapes: NDArray[np.object_], rows: NDArray[np.bool_]) -> NDArray[np.object_]:
    """Return some of the geometries in their places, and None in the others."""
    chosen = np.full(len(shapes), None, dtype=object)
    chosen[rows] = shapes[rows]
    return chosen


def _first_positions(shapes: NDArray[np.object_]) -> list[str]:
    positions, owners = shapely.get_coordinates(shapes, return_index=True)
    starts = np.searchsorted(owners, np.arange(len(shapes)))
    return [
        f"{positions[start][0]:.10g}, {positions[start][1]:.10g}" if start < len(positions) else ""
        for start in starts
    ]
