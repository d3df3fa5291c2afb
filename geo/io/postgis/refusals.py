"""Say in one message why a database did not take what it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import asyncpg

from geo.errors import DatabaseError, PlanmapError, describe
from geo.schema import DERIVED_LAYERS, TASKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.io.postgis.address import Address

Done = TypeVar("Done")
_UNTOUCHED = "nothing in the database was changed"
_AGAIN = "see to the connection and push again; until then all tables are as they were before"
_Reason = tuple[str, str]
"""What is wrong, and what to do."""


def or_refusal(step: Callable[[], Done], address: Address, *, schema: str) -> Done:
    """Take a step; turn what the driver and the database complain about into one message.

    The error that is raised has no password in it, and no context: what led to it knows the address.

    Raises
    ------
    DatabaseError
        In place of every error of the driver, the database and the network.
    """
    try:
        return step()
    except asyncpg.PostgresError as error:
        what, remedy = _of_the_database(error, schema=schema)
    except (asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, ValueError) as error:
        if isinstance(error, PlanmapError):
            raise
        what, remedy = _of_the_way_there(error)
    raise DatabaseError(describe(where=address.shown, what=what, remedy=remedy))


_REASONS: dict[type[asyncpg.PostgresError], _Reason] = {
    asyncpg.InvalidPasswordError: (
        "the password is wrong, or none was given",
        "set PGPASSWORD, or give host, port, database and user a line in ~/.pgpass",
    ),
    asyncpg.InvalidAuthorizationSpecificationError: (
        "this user is not let in",
        "check user and host, and the server's pg_hba.conf",
    ),
    asyncpg.InvalidCatalogNameError: (
        "the database is not there",
        "check its name, or make it with createdb and CREATE EXTENSION postgis",
    ),
    asyncpg.InsufficientPrivilegeError: (
        "this user may not do that",
        f"let the owner grant it, or push into a schema of your own with --schema; {_UNTOUCHED}",
    ),
    asyncpg.LockNotAvailableError: (
        "another session holds the tables",
        f"end it (pg_stat_activity has it) and push again; {_UNTOUCHED}",
    ),
    asyncpg.PostgresConnectionError: ("the connection was lost", _AGAIN),
    asyncpg.OperatorInterventionError: ("the connection was lost", _AGAIN),
    asyncpg.PostgresError: ("the database refuses", f"remove the cause and push again; {_UNTOUCHED}"),
}
"""By class, as what a server says may be in any language; the first that fits counts."""


def _of_the_database(error: asyncpg.PostgresError, *, schema: str) -> _Reason:
    if isinstance(error, asyncpg.ForeignKeyViolationError):
        return _of_a_reference(error, schema=schema)
    what, remedy = next(reason for kind, reason in _REASONS.items() if isinstance(error, kind))
    detail = f" ({error.detail})" if error.detail else ""
    return f"{what}: {error.args[0]}{detail}", remedy


def _of_a_reference(error: asyncpg.PostgresError, *, schema: str) -> _Reason:
    what = f"{error.schema_name}.{error.table_name}: {error.detail} ({error.constraint_name})"
    if error.schema_name == schema and error.table_name in _OUR_CHILDREN:
        return what, f"the layers are not of one build: run planmap build, then push again; {_UNTOUCHED}"
    return what, f"these rows of yours still need it: change them first, then push again; {_UNTOUCHED}"


_OUR_CHILDREN = tuple(
    layer.name for layer in DERIVED_LAYERS if layer is not TASKS and TASKS.id_column in layer.column_names
)


def _of_the_way_there(error: Exception) -> _Reason:
    if isinstance(error, TimeoutError):
        return "there is no answer", "check host and port, and that the way there is open"
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        return f"cannot be reached: {reason}", "check host and port, and that PostgreSQL runs there"
    if isinstance(error, asyncpg.ClientConfigurationError):
        return (
            "the address or the settings around it are wrong",
            "check options, PG… variables, password file, service file",
        )
    if isinstance(error, asyncpg.InterfaceError):
        return "the connection was lost", _AGAIN
    return f"a value cannot be sent ({type(error).__name__})", f"run planmap check; {_UNTOUCHED}"
