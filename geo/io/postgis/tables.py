"""Say which table a layer becomes: columns, key, references, comments; as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.schema import TASKS, LayerSchema, Type

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_NUMBER = "row_number"
"""Key of a table whose rows have no id of their own: their place in the file, from 1."""
GEOMETRY = "geometry"
SRID = 4326
_TYPES = {
    Type.TEXT: "text",
    Type.INTEGER: "bigint",
    Type.NUMBER: "double precision",
    Type.DATE: "date",
    Type.FLAG: "boolean",
}
"""As PostgreSQL's format_type spells them."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table."""

    name: str
    type: str
    """As format_type spells it where the schema of PostGIS is in the search path."""
    required: bool
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, by what it must be; what users add to it is not in here."""

    name: str
    columns: tuple[TableColumn, ...]
    key: str
    has_geometry: bool
    parent_key: str | None
    """Column that refers to the table of tasks, which has a key of the same name."""
    comment: str

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)


def table_of(schema: LayerSchema, *, labels: Mapping[str, Mapping[str, str]]) -> Table:
    """Return the table of a layer; `labels` are the Chinese words for layers and columns."""
    words, beside = labels["columns"], labels["database"]
    columns = [
        TableColumn(
            column.name,
            _TYPES[column.type],
            column.required or column.name == schema.id_column,
            words[column.name],
        )
        for column in schema.columns
    ]
    if not schema.id_column:
        columns.insert(0, TableColumn(ROW_NUMBER, "bigint", required=True, comment=beside[ROW_NUMBER]))
    if schema.geometry:
        kind = f"geometry({schema.geometry},{SRID})"
        columns.append(TableColumn(GEOMETRY, kind, required=True, comment=beside[GEOMETRY]))
    refers = schema is not TASKS and TASKS.id_column in schema.column_names
    return Table(
        name=schema.name,
        columns=tuple(columns),
        key=schema.id_column or ROW_NUMBER,
        has_geometry=schema.geometry is not None,
        parent_key=TASKS.id_column if refers else None,
        comment=labels["layers"][schema.name],
    )


# --- SQL -----------------------------------------------------------------------------------------


def quoted(name: str) -> str:
    """Return a name as SQL takes it, whatever signs it holds.

    >>> print(quoted('二七区 "甲" 片'))
    "二七区 ""甲"" 片"
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as SQL takes it where it takes no parameter (standard_conforming_strings is on)."""
    return "'" + text.replace("'", "''") + "'"


def target_sql(schema: str, name: str) -> str:
    """Return a table's name with its schema, as SQL takes it."""
    return f"{quoted(schema)}.{quoted(name)}"


def names_sql(names: tuple[str, ...], *, prefix: str = "") -> str:
    """Return names for a list of columns, each with the alias of its table in front."""
    return ", ".join(f"{prefix}{quoted(name)}" for name in names)


def create_sql(table: Table, *, target: str) -> str:
    """Return the statement that makes a table without key and index: these come after its rows."""
    columns = (
        f"{quoted(column.name)} {column.type}{' NOT NULL' if column.required else ''}"
        for column in table.columns
    )
    return f"CREATE TABLE {target} ({', '.join(columns)})"


def stage_sql(table: Table, *, target: str, staged: str) -> str:
    """Return the statement that makes an empty temporary table with the columns of a table."""
    names = names_sql(table.column_names)
    return f"CREATE TEMPORARY TABLE {staged} ON COMMIT DROP AS SELECT {names} FROM {target} WITH NO DATA"


def update_sql(table: Table, *, target: str, staged: str) -> str:
    """Return the statement that changes those rows whose cells differ from the staged ones."""
    cells = tuple(name for name in table.column_names if name != table.key)
    key = quoted(table.key)
    return (
        f"UPDATE {target} AS kept SET ({names_sql(cells)}) = ROW({names_sql(cells, prefix='staged.')})"
        f" FROM {staged} AS staged WHERE kept.{key} = staged.{key}"
        f" AND ({names_sql(cells, prefix='kept.')}) IS DISTINCT FROM ({names_sql(cells, prefix='staged.')})"
    )


def insert_sql(table: Table, *, target: str, staged: str) -> str:
    """Return the statement that adds the staged rows that are not there."""
    names, key = names_sql(table.column_names), quoted(table.key)
    return (
        f"INSERT INTO {target} ({names}) SELECT {names} FROM {staged} AS staged WHERE NOT EXISTS"
        f" (SELECT FROM {target} AS kept WHERE kept.{key} = staged.{key}) ORDER BY {key}"
    )


def delete_sql(table: Table, *, target: str, staged: str) -> str:
    """Return the statement that removes the rows that are not among the staged ones."""
    key = quoted(table.key)
    return (
        f"DELETE FROM {target} AS kept WHERE NOT EXISTS"
        f" (SELECT FROM {staged} AS staged WHERE staged.{key} = kept.{key})"
    )
