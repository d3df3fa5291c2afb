"""Name the columns, types and geometry of every layer, and hold frames against them.

One row of a schema is one column. Column names are constants here and nowhere else; their Chinese
labels stand in assets/labels.toml. See spec of the layers in layers/README.md.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.errors import LayerError, describe

if TYPE_CHECKING:
    import pandas as pd

WGS84_CRS = "EPSG:4326"
DECIMALS = 7
"""Most decimals of a coordinate in a layer: 1e-7 degrees is 1 cm."""


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


@dataclass(frozen=True, slots=True)
class LayerSchema:
    """A layer's columns and geometry."""

    name: str
    geometry: str | None
    """OGR geometry type, or None for a table."""
    columns: tuple[Column, ...]
    id_column: str
    """Column whose value is the feature's id, unique in the layer."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)


PRECISIONS = ("exact", "street", "area", "zone", "district")
DATUMS = ("WGS84", "CGCS2000", "GCJ-02", "BD-09")
STATUSES = ("planned", "started", "done")
PLACED = ("yes", "partly", "zone", "no")
MISS_REASONS = ("no_coordinate", "unknown_name", "outside", "ambiguous")

_ID = Column("id", required=True)
_NAME = Column("name", required=True)
_PROVENANCE = (
    Column("datum_in", required=True, allowed=DATUMS),
    Column("source", required=True),
    Column("source_detail"),
    Column("licence", required=True),
    Column("precision", required=True, allowed=PRECISIONS),
    Column("uncertainty_m", Type.NUMBER, required=True),
    Column("checked_on", Type.DATE),
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
        Column("published_area_km2", Type.NUMBER),
        Column("drawn_area_km2", Type.NUMBER, required=True),
        *_PROVENANCE,
    ),
    "id",
)
PLACES = LayerSchema("places", "Point", _REVIEWED_PLACE, "id")
ROADS = LayerSchema("roads", "LineString", _REVIEWED_PLACE, "id")
UNLOCATED = LayerSchema(
    "unlocated",
    None,
    (_NAME, Column("aliases"), Column("kind", required=True), Column("within"),
     Column("searched", required=True), Column("would_place", required=True)),
    "name",
)
ADMIN_NAMES = LayerSchema(
    "admin_names",
    None,
    (Column("code", required=True), _NAME, Column("level", required=True, allowed=("town", "village")),
     Column("within", required=True), Column("source", required=True)),
    "code",
)
SOURCE_LAYERS = (DISTRICT, NEIGHBOURS, ZONES, PLACES, ROADS, UNLOCATED, ADMIN_NAMES)

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
_PLACED_TASK = (
    _ID,
    Column("task_id", required=True),
    Column("place_id", required=True),
    Column("place", required=True),
    Column("kind", required=True),
    *_TASK_FACTS,
    Column("precision", required=True, allowed=PRECISIONS),
    Column("uncertainty_m", Type.NUMBER, required=True),
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
        Column("task_id", required=True),
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
    (_ID, _NAME, Column("title", required=True), Column("basis", required=True),
     Column("tasks", Type.INTEGER, required=True), Column("located", Type.INTEGER, required=True),
     Column("zone_level", Type.INTEGER, required=True), Column("unplaced", Type.INTEGER, required=True)),
    "id",
)
DERIVED_LAYERS = (SHEETS, TASKS, TASK_POINTS, TASK_LINES, TASK_AREAS, MISSES)
