"""Write a GeoPackage 1.2 that QGIS opens styled, with SQLite alone.

GDAL would write the rows as fast, but neither declares foreign keys nor gives the same bytes in another
version; so what the file holds is said here, line by line (docs/benchmarks.md has the times).
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.errors import LayerError, describe
from geo.io.geopackage import definitions
from geo.io.geopackage.rows import rows_of
from geo.io.geopackage.spatial_index import create_spatial_index
from geo.schema import validate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import pandas as pd
    from numpy.typing import NDArray

    from geo.schema import LayerSchema

_FEATURES, _ATTRIBUTES = "features", "attributes"
_STYLE_OWNER = "planmap"
_LIBRARY_VERSION_AT = 96
"""Where SQLite notes its own version in a file, for information only."""
_LIBRARY_VERSION = (3_040_001).to_bytes(4, "big")


@dataclass(frozen=True, slots=True, eq=False)
class PackageTable:
    """A layer or table of the package, and what people call it."""

    frame: pd.DataFrame
    """Keeps the schema; a GeoDataFrame where that has a geometry."""
    schema: LayerSchema
    identifier: str
    """Name for people, such as 任务（点）; no two tables have the same."""
    description: str


def geopackage_bytes(
    tables: Sequence[PackageTable],
    *,
    column_labels: Mapping[str, str],
    styles: Mapping[str, str],
    project: bytes | None,
    project_name: str,
    when: date,
) -> bytes:
    """Return a GeoPackage with one table a layer, rows sorted by id; the same bytes each time.

    Parameters
    ----------
    tables
        In the order in which programs list them.
    column_labels
        Labels of columns by name; a layer shows them in place of the names.
    styles
        QML by the name of the table that opens with it.
    project
        Bytes of a .qgz that is stored inside under `project_name`; None for none.
    when
        What the file states as the day of its last change, in place of the clock.

    Raises
    ------
    LayerError
        A frame breaks its schema, or a row refers to one that is not there.
    """
    for table in tables:
        validate(table.frame, table.schema, where=f"{table.schema.name} of the package")
    changed = f"{when.isoformat()}T00:00:00.000Z"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "package.gpkg"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(definitions.SETTINGS)
            database.execute("BEGIN")
            _write_catalogue(database)
            _write_tables(database, tables, column_labels=column_labels, changed=changed)
            _write_styles(database, tables, styles=styles, changed=changed)
            if project is not None:
                _write_project(database, project_name, project, changed=changed)
            _refuse_dangling(database)
            database.execute("COMMIT")
        _forget_library(path)
        return path.read_bytes()


def _write_catalogue(database: sqlite3.Connection) -> None:
    for statement in definitions.CATALOGUE.split(";\n")[:-1]:
        database.execute(statement)
    database.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", definitions.SPATIAL_REFERENCES
    )
    for table in ("gpkg_data_columns", "gpkg_data_column_constraints"):
        _note_extension(database, table, None, definitions.SCHEMA_EXTENSION)


def _write_tables(
    database: sqlite3.Connection,
    tables: Sequence[PackageTable],
    *,
    column_labels: Mapping[str, str],
    changed: str,
) -> None:
    id_columns = {table.schema.name: table.schema.id_column for table in tables if table.schema.id_column}
    for table in tables:
        database.execute(definitions.table_definition(table.schema, id_columns=id_columns))
        order = _order(table)
        _insert_rows(database, table, order)
        bounds = _bounds(table, order)
        _register(database, table, bounds, changed=changed)
        _label_columns(database, table.schema, column_labels)
        if table.schema.geometry is not None:
            _index_space(database, table.schema, bounds)
        for column in table.schema.columns:
            if column.refers_to in id_columns:
                name = f"{table.schema.name}_{column.name}"
                database.execute(f'CREATE INDEX "{name}" ON "{table.schema.name}" ("{column.name}")')


def _order(table: PackageTable) -> NDArray[np.intp]:
    """Return the positions of the rows, sorted by id where they have one."""
    if not table.schema.id_column:
        return np.arange(len(table.frame))
    return np.asarray(table.frame[table.schema.id_column].argsort(kind="stable"), dtype=np.intp)


def _insert_rows(database: sqlite3.Connection, table: PackageTable, order: NDArray[np.intp]) -> None:
    width = 1 + (table.schema.geometry is not None) + len(table.schema.columns)
    places = ", ".join("?" * width)
    database.executemany(
        f'INSERT INTO "{table.schema.name}" VALUES ({places})',  # noqa: S608 - one of our own names
        rows_of(table.frame, table.schema, order),
    )


def _bounds(table: PackageTable, order: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the bounds of each row, in the order of the rows; none where the table has no geometry."""
    if table.schema.geometry is None or not len(order):
        return np.empty((0, 4))
    return np.asarray(shapely.bounds(table.frame["geometry"].to_numpy()[order]), dtype=float)


def _register(
    database: sqlite3.Connection, table: PackageTable, bounds: NDArray[np.float64], *, changed: str
) -> None:
    spatial = table.schema.geometry is not None
    extent = [*bounds[:, :2].min(axis=0), *bounds[:, 2:].max(axis=0)] if len(bounds) else [None] * 4
    database.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            table.schema.name,
            _FEATURES if spatial else _ATTRIBUTES,
            table.identifier,
            table.description,
            changed,
            *extent,
            definitions.SRS_ID if spatial else None,
        ),
    )


def _label_columns(
    database: sqlite3.Connection, schema: LayerSchema, column_labels: Mapping[str, str]
) -> None:
    """Give columns their labels; a label that two columns share gets the name of the second one."""
    given: set[str] = set()
    for column in schema.columns:
        label = column_labels.get(column.name)
        if label is None:
            continue
        name = f"{label}（{column.name}）" if label in given else label
        given.add(name)
        database.execute(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)",
            (schema.name, column.name, name, name),
        )


def _index_space(database: sqlite3.Connection, schema: LayerSchema, bounds: NDArray[np.float64]) -> None:
    geometry = definitions.GEOMETRY_COLUMN
    assert schema.geometry is not None
    database.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
        (schema.name, geometry, schema.geometry.upper(), definitions.SRS_ID),
    )
    _note_extension(database, schema.name, geometry, definitions.RTREE_EXTENSION)
    index = f"rtree_{schema.name}_{geometry}"
    create_spatial_index(database, index, bounds)
    for trigger in definitions.spatial_index_triggers(schema.name, index):
        database.execute(trigger)


def _note_extension(
    database: sqlite3.Connection, table: str, column: str | None, extension: tuple[str, str, str]
) -> None:
    database.execute("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", (table, column, *extension))


def _write_styles(
    database: sqlite3.Connection,
    tables: Sequence[PackageTable],
    *,
    styles: Mapping[str, str],
    changed: str,
) -> None:
    """Write the styles as QGIS does, each as its layer's default; no table where there is none."""
    styled = [table for table in tables if table.schema.name in styles]
    if not styled:
        return
    database.execute(definitions.LAYER_STYLES)
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
        " VALUES ('layer_styles', ?, 'layer_styles', '', ?, 0)",
        (_ATTRIBUTES, changed),
    )
    for table in styled:
        name = table.schema.name
        geometry = definitions.GEOMETRY_COLUMN if table.schema.geometry is not None else ""
        database.execute(
            "INSERT INTO layer_styles VALUES (NULL, '', '', ?, ?, ?, ?, '', 1, ?, ?, NULL, ?)",
            (name, geometry, name, styles[name], table.description, _STYLE_OWNER, changed),
        )


def _write_project(database: sqlite3.Connection, name: str, project: bytes, *, changed: str) -> None:
    """Store a project as QGIS does: the .qgz as hexadecimal digits."""
    metadata = {"last_modified_time": changed.partition(".")[0], "last_modified_user": _STYLE_OWNER}
    database.execute(definitions.QGIS_PROJECTS)
    database.execute(
        "INSERT INTO qgis_projects VALUES (?, ?, ?)", (name, json.dumps(metadata), project.hex())
    )


def _refuse_dangling(database: sqlite3.Connection) -> None:
    """Refuse a package in which a row refers to one that is not there."""
    dangling = database.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is None:
        return
    table, number, parent, _ = dangling
    raise LayerError(
        describe(where=f"{table}: row {number}", what=f"refers to no row of {parent}", remedy="add that row")
    )


def _forget_library(path: Path) -> None:
    """State one version of SQLite, so that the same tables are the same bytes whichever wrote them."""
    with path.open("r+b") as file:
        file.seek(_LIBRARY_VERSION_AT)
        file.write(_LIBRARY_VERSION)
