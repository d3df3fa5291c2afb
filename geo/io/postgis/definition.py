"""Hold a table of the database against what it must be, and give the SQL for what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import DatabaseError, describe
from geo.io.postgis.tables import GEOMETRY, Table, literal, quoted, target_sql
from geo.schema import TASKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.io.postgis.catalog import FoundTable


def check_table(table: Table, found: FoundTable | None, *, where: str) -> None:
    """Accept a table that is missing or of our making, with whatever users added to it.

    Raises
    ------
    DatabaseError
        Something else is there under its name: a view, a column of another type, another key.
    """
    wrong = None if found is None else _wrong(table, found)
    if wrong:
        remedy = "rename it, or push into another schema with --schema; nothing in the database was changed"
        raise DatabaseError(describe(where=where, what=wrong, remedy=remedy))


def _wrong(table: Table, found: FoundTable) -> str | None:
    if not found.is_table:
        return "is there and is no plain table"
    for column in table.columns:
        there = found.columns.get(column.name)
        if there is not None and there.type != column.type:
            return f"column {column.name} is {there.type}, not {column.type}"
    if found.key not in {(), (table.key,)}:
        return f"its key is {', '.join(found.key)}, not {table.key}"
    return None


def lacking_sql(table: Table, found: FoundTable | None, *, schema: str) -> Iterator[str]:
    """Give the statements that make a table whole once its rows are in; none where it is whole."""
    target = target_sql(schema, table.name)
    yield from _lacking_keys(table, found, target=target, schema=schema)
    if found is None or found.comment != table.comment:
        yield f"COMMENT ON TABLE {target} IS {literal(table.comment)}"
    for column in table.columns:
        there = found.columns.get(column.name) if found else None
        name = quoted(column.name)
        if found and column.required != (there.is_required if there else False):
            yield f"ALTER TABLE {target} ALTER {name} {'SET' if column.required else 'DROP'} NOT NULL"
        if there is None or there.comment != column.comment:
            yield f"COMMENT ON COLUMN {target}.{name} IS {literal(column.comment)}"


def _lacking_keys(table: Table, found: FoundTable | None, *, target: str, schema: str) -> Iterator[str]:
    """Give the statements for key, indexes and reference; the like of one will do."""
    if found is None or not found.key:
        yield f"ALTER TABLE {target} ADD PRIMARY KEY ({quoted(table.key)})"
    if table.has_geometry and (found is None or (GEOMETRY, "gist") not in found.indexes):
        yield f"CREATE INDEX ON {target} USING gist ({quoted(GEOMETRY)})"
    if table.parent_key is None:
        return
    key = quoted(table.parent_key)
    # Without it, each task that goes would be looked for in all rows of the table.
    if found is None or (table.parent_key, "btree") not in found.indexes:
        yield f"CREATE INDEX ON {target} ({key})"
    if found is None or found.references.get(table.parent_key) != TASKS.name:
        parent = f"{target_sql(schema, TASKS.name)} ({key})"
        yield f"ALTER TABLE {target} ADD FOREIGN KEY ({key}) REFERENCES {parent}"
