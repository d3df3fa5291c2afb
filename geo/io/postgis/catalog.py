"""Look up what a schema of the database holds already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

_RELATIONS = """
SELECT c.oid, c.relname AS name, c.relkind = 'r' AS is_table, obj_description(c.oid, 'pg_class') AS comment
FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
"""
_COLUMNS = """
SELECT a.attrelid AS oid, a.attname AS name, a.attnotnull AS is_required,
    format_type(a.atttypid, a.atttypmod) AS type, col_description(a.attrelid, a.attnum) AS comment
FROM pg_catalog.pg_attribute AS a
WHERE a.attrelid = ANY($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
"""
_KEYS = """
SELECT k.conrelid AS oid, k.contype = 'p' AS is_primary, k.confrelid AS parent,
    ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)) AS columns
FROM pg_catalog.pg_constraint AS k WHERE k.conrelid = ANY($1::oid[]) AND k.contype IN ('p', 'f')
"""
_INDEXES = """
SELECT i.indrelid AS oid, a.attname AS name, m.amname AS method
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = ANY($1::oid[]) AND i.indpred IS NULL
"""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column as the database has it."""

    type: str
    is_required: bool
    comment: str | None


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A relation as the database has it."""

    is_table: bool
    """It is no view and no table of another kind."""
    comment: str | None
    columns: Mapping[str, FoundColumn]
    key: tuple[str, ...]
    """Columns of the primary key, none where it has none."""
    references: Mapping[str, str]
    """Tables of the same schema by the column that refers to them."""
    indexes: frozenset[tuple[str, str]]
    """First column and method of each index over all rows."""


async def find_tables(connection: asyncpg.Connection, *, schema: str) -> dict[str, FoundTable]:
    """Return the relations of a schema by name; none where there is no such schema."""
    relations = await connection.fetch(_RELATIONS, schema)
    names = {row["oid"]: row["name"] for row in relations}
    columns, keys, indexes = [
        _by_oid(await connection.fetch(query, list(names))) for query in (_COLUMNS, _KEYS, _INDEXES)
    ]
    return {
        row["name"]: FoundTable(
            is_table=row["is_table"],
            comment=row["comment"],
            columns={
                column["name"]: FoundColumn(column["type"], column["is_required"], column["comment"])
                for column in columns.get(row["oid"], ())
            },
            key=next((tuple(key["columns"]) for key in keys.get(row["oid"], ()) if key["is_primary"]), ()),
            references={
                key["columns"][0]: names[key["parent"]]
                for key in keys.get(row["oid"], ())
                if not key["is_primary"] and len(key["columns"]) == 1 and key["parent"] in names
            },
            indexes=frozenset((index["name"], index["method"]) for index in indexes.get(row["oid"], ())),
        )
        for row in relations
    }


def _by_oid(rows: list[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row["oid"], []).append(row)
    return grouped
