"""Bring layers into a schema of a PostGIS database, in one transaction.

A table that is not there is made and filled by COPY. One that is there stays: the rows are copied into
a temporary table beside it, and only those that differ are changed, added or removed. So whatever users
hung on the tables (views, columns, indexes, triggers, grants, references) stays, readers never wait, and
a second push writes nothing. To drop and make anew would take all that away, and TRUNCATE would shut
readers out and stop at a reference.
"""

from __future__ import annotations

import asyncio
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import asyncpg
import shapely

from geo.errors import DatabaseError, InputError, describe
from geo.io.postgis.catalog import FoundTable, find_tables
from geo.io.postgis.definition import check_table, lacking_sql
from geo.io.postgis.refusals import or_refusal
from geo.io.postgis.tables import (
    GEOMETRY,
    ROW_NUMBER,
    SRID,
    Table,
    create_sql,
    delete_sql,
    insert_sql,
    quoted,
    stage_sql,
    table_of,
    target_sql,
    update_sql,
)
from geo.schema import TASKS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence

    import pandas as pd

    from geo.io.postgis.address import Address
    from geo.schema import LayerSchema

CONNECT_S = 15
"""Seconds to wait for a server that does not answer."""
LOCK_S = 30
"""Seconds to wait for another session that holds a row or a table."""
_LONGEST_NAME = 63
"""Bytes of a name; PostgreSQL silently cuts off the rest."""


@dataclass(frozen=True, slots=True)
class TablePush:
    """What a push did to one table."""

    name: str
    rows: int
    is_new: bool
    added: int
    changed: int
    removed: int

    @property
    def wrote(self) -> bool:
        """Whether any row is other than before."""
        return self.is_new or self.added + self.changed + self.removed > 0


@dataclass(frozen=True, slots=True)
class PushReport:
    """What a push did, table by table."""

    shown: str
    """The address without its password."""
    schema: str
    tables: tuple[TablePush, ...]


def push_layers(
    layers: Mapping[LayerSchema, pd.DataFrame],
    address: Address,
    *,
    schema: str,
    labels: Mapping[str, Mapping[str, str]],
    say: Callable[[str], None] = lambda _: None,
) -> PushReport:
    """Bring layers that keep their schemas into a schema of a database, all of them or none.

    Parameters
    ----------
    layers
        Frames by schema, in WGS 84; with one that has ``task_id`` comes the table of tasks.
    schema
        Schema of the database; it is made where it is missing.
    labels
        Chinese words of labels.toml, which become the comments of tables and columns.
    say
        Takes what a person should know and what stops nothing.

    Raises
    ------
    InputError
        The schema's name is none.
    DatabaseError
        The database is out of reach or does not take the layers; it is as it was before.
    """
    _check_name(schema)
    # Tasks first: others refer to them.
    ordered = sorted(layers, key=lambda layer: layer is not TASKS)
    tables = [(table_of(layer, labels=labels), layers[layer]) for layer in ordered]
    push = partial(_push, tables, address, schema=schema, say=say)
    return or_refusal(lambda: _wait_for(push), address, schema=schema)


def _wait_for(push: Callable[[], Coroutine[Any, Any, PushReport]]) -> PushReport:
    """Run a push to its end: in a thread of its own where this one runs a loop, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(push())
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, push()).result()


def _check_name(schema: str) -> None:
    if not schema.strip() or "\0" in schema or len(schema.encode(errors="replace")) > _LONGEST_NAME:
        remedy = f"give one of 1 to {_LONGEST_NAME} bytes"
        raise InputError(
            describe(where="--schema", what="is no name of a schema", value=schema, remedy=remedy)
        )


async def _push(
    tables: Sequence[tuple[Table, pd.DataFrame]], address: Address, *, schema: str, say: Callable[[str], None]
) -> PushReport:
    async with _connected(address, say=say) as connection, connection.transaction():
        push = _Push(connection, address, schema)
        await push.prepare()
        found = await find_tables(connection, schema=schema)
        for table, _ in tables:
            check_table(table, found.get(table.name), where=f"{address.shown}: {schema}.{table.name}")
        done = await push.bring(tables, found)
        for table, _ in tables:
            for statement in lacking_sql(table, found.get(table.name), schema=schema):
                await connection.execute(statement)
    return PushReport(address.shown, schema, tuple(done))


async def _connect(address: Address, *, say: Callable[[str], None]) -> asyncpg.Connection:
    with warnings.catch_warnings(record=True) as noticed:
        warnings.simplefilter("always", UserWarning)
        try:
            return await asyncpg.connect(
                address.dsn,
                # The driver itself reads this variable after it has looked services up.
                service=os.environ.get("PGSERVICE"),
                timeout=CONNECT_S,
                # One transaction asks each thing once; and a pooler between may take no prepared statements.
                statement_cache_size=0,
                server_settings={"application_name": "planmap"},
            )
        except ValueError:
            # Such as a line of the password file with too few cells; its text stays unsaid.
            raise asyncpg.ClientConfigurationError("settings") from None
        finally:
            for notice in noticed:
                say(str(notice.message))


@asynccontextmanager
async def _connected(address: Address, *, say: Callable[[str], None]) -> AsyncIterator[asyncpg.Connection]:
    connection = await _connect(address, say=say)
    try:
        yield connection
    finally:
        connection.terminate() if connection.is_closed() else await connection.close(timeout=CONNECT_S)


@dataclass(frozen=True, slots=True, eq=False)
class _Push:
    """A transaction that is under way."""

    connection: asyncpg.Connection
    address: Address
    schema: str

    async def prepare(self) -> None:
        """Find PostGIS, let no other push into the schema begin, and make the schema."""
        execute, fetchval = self.connection.execute, self.connection.fetchval
        home = await fetchval(
            "SELECT n.nspname FROM pg_catalog.pg_extension AS e"
            " JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'"
        )
        if home is None:
            remedy = "let an administrator run CREATE EXTENSION postgis in it; nothing was changed"
            raise DatabaseError(
                describe(where=self.address.shown, what="the database has no PostGIS", remedy=remedy)
            )
        await execute(f"SET LOCAL lock_timeout = '{LOCK_S}s'; SET LOCAL standard_conforming_strings = on")
        # At the end of the path: triggers and views of users find what they always find.
        await fetchval(
            "SELECT set_config('search_path',"
            " concat_ws(', ', nullif(current_setting('search_path'), ''), quote_ident($1)), true)",
            home,
        )
        await self.connection.set_type_codec(
            "geometry", schema=home, encoder=bytes, decoder=bytes, format="binary"
        )
        one_push = "SELECT pg_advisory_xact_lock(hashtextextended('planmap push ' || $1, 0))"
        await fetchval(one_push, self.schema)
        # CREATE SCHEMA IF NOT EXISTS asks for a right that a schema which is there does not need.
        if not await fetchval("SELECT true FROM pg_catalog.pg_namespace WHERE nspname = $1", self.schema):
            await execute(f"CREATE SCHEMA {quoted(self.schema)}")

    async def bring(
        self, tables: Sequence[tuple[Table, pd.DataFrame]], found: Mapping[str, FoundTable]
    ) -> list[TablePush]:
        """Bring in all rows: parents are added before their children, and removed after them."""
        counts: dict[str, tuple[int, int]] = {}
        for table, frame in tables:
            if table.name in found:
                counts[table.name] = await self._merge(table, frame, found[table.name])
            else:
                await self.connection.execute(create_sql(table, target=target_sql(self.schema, table.name)))
                await self._copy(table, frame, into=table.name, schema=self.schema)
                counts[table.name] = (len(frame), 0)
        removed = {
            table.name: await self._count(delete_sql, table) if table.name in found else 0
            for table, _ in reversed(tables)
        }
        rows = {table.name: len(frame) for table, frame in tables}
        return [TablePush(name, rows[name], name not in found, *counts[name], removed[name]) for name in rows]

    async def _merge(self, table: Table, frame: pd.DataFrame, found: FoundTable) -> tuple[int, int]:
        """Stage the rows beside a table and take over what differs; return how many came, and changed."""
        for column in table.columns:
            if column.name not in found.columns:
                added = f"ADD COLUMN {quoted(column.name)} {column.type}"
                await self.connection.execute(f"ALTER TABLE {target_sql(self.schema, table.name)} {added}")
        staging = stage_sql(table, target=target_sql(self.schema, table.name), staged=_staged(table))
        await self.connection.execute(staging)
        await self._copy(table, frame, into=table.name, schema="pg_temp")
        await self.connection.execute(f"ANALYZE {_staged(table)} ({quoted(table.key)})")
        changed = await self._count(update_sql, table)
        return await self._count(insert_sql, table), changed

    async def _count(self, statement: Callable[..., str], table: Table) -> int:
        """Run a statement that brings staged rows in; return how many rows it touched."""
        sql = statement(table, target=target_sql(self.schema, table.name), staged=_staged(table))
        tag: str = await self.connection.execute(sql)
        return int(tag.rpartition(" ")[2])

    async def _copy(self, table: Table, frame: pd.DataFrame, *, into: str, schema: str) -> None:
        await self.connection.copy_records_to_table(
            into, schema_name=schema, columns=table.column_names, records=_records(frame, table)
        )


def _staged(table: Table) -> str:
    return target_sql("pg_temp", table.name)


def _records(frame: pd.DataFrame, table: Table) -> Iterator[tuple[Any, ...]]:
    """Give the rows as the driver takes them: plain values, None for a missing cell, EWKB for a shape."""
    return zip(*(_cells(frame, name) for name in table.column_names), strict=True)


def _cells(frame: pd.DataFrame, name: str) -> list[Any]:
    if name == ROW_NUMBER:
        return list(range(1, len(frame) + 1))
    if name == GEOMETRY:
        shapes = shapely.set_srid(frame[name].to_numpy(), SRID)
        encoded: list[Any] = list(shapely.to_wkb(shapes, include_srid=True))
        return encoded
    cells = frame[name]
    values: list[Any] = cells.astype(object).where(cells.notna(), None).tolist()
    return values
