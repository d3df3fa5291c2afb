"""planmap push as a person runs it: one message for each fault, and never a password."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from geo.schema import DERIVED_LAYERS, SOURCE_LAYERS

REPOSITORY = Path(__file__).parents[1]
WRONG = "falsches-Kennwort"

pytestmark = pytest.mark.postgis


@pytest.fixture
def push(tmp_path):
    """Run the command with nothing of the caller's own settings; other variables can be given."""

    def run(address, *arguments, folder=REPOSITORY, **variables):
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return subprocess.run(
            [sys.executable, "-m", "geo", "push", address, str(folder), *arguments],
            cwd=tmp_path,
            env=inherited
            | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1", "HOME": str(tmp_path)}
            | variables,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


def refusal(result):
    """Give the one message of a refusal."""
    assert (result.returncode, result.stdout) == (2, "")
    lines = result.stderr.splitlines()
    assert [line for line in lines if not line.startswith("planmap: ")] == []
    assert "Traceback" not in result.stderr
    return lines[-1]


def test_a_push_says_what_came_and_a_second_one_that_nothing_changed(push, database):
    first, second = push(database.address), push(database.address)
    assert (first.returncode, first.stderr, second.returncode) == (0, "", 0)
    assert f"schema planmap, {len(SOURCE_LAYERS) + len(DERIVED_LAYERS)} tables" in first.stdout
    (tasks,) = database.ask("SELECT count(*) FROM planmap.tasks")[0]
    assert f"  tasks: new, {tasks} rows" in first.stdout
    assert second.stdout.splitlines()[1:] == ["  nothing has changed since the last push"]


def test_a_push_takes_another_schema(push, database):
    assert push(database.address, "--schema", "二七区").returncode == 0
    assert database.ask("SELECT obj_description('\"二七区\".tasks'::regclass)") == [("任务表",)]


def test_two_pushes_at_once_both_come_through(push, database):
    with ThreadPoolExecutor() as runners:
        done = list(runners.map(push, [database.address] * 2))
    assert [(result.returncode, result.stderr) for result in done] == [(0, "")] * 2
    assert sorted("nothing has changed" in result.stdout for result in done) == [False, True]


@pytest.mark.parametrize("way", ["address", "PGPASSWORD", "passfile", "PGSERVICE", "service in the address"])
def test_a_password_is_taken_from_where_it_usually_is(push, planner, database, tmp_path, way):
    user, password = planner
    parts = urlsplit(database.address)
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    host, port = options.get("host") or parts.hostname, options.get("port") or str(parts.port or 5432)
    name = parts.path.removeprefix("/")
    database.run(f"GRANT CREATE ON DATABASE {name} TO {user}")
    address, variables = database.address_for(user), {}
    if way == "address":
        address = database.address_for(user, password)
    elif way == "PGPASSWORD":
        variables = {"PGPASSWORD": password}
    elif way == "passfile":
        # Those who ask by socket are known as localhost.
        kept = tmp_path / ".pgpass"
        lines = (f"{known}:{port}:{name}:{user}:{password}\n" for known in (host, "localhost"))
        kept.write_text("".join(lines), "utf-8")
        kept.chmod(0o600)
    else:
        service = f"[erqi]\nhost={host}\nport={port}\ndbname={name}\nuser={user}\n"
        (tmp_path / ".pg_service.conf").write_text(service, "utf-8")
        address, variables = "postgresql://", {"PGSERVICE": "erqi", "PGPASSWORD": password}
        if way == "service in the address":
            address, variables = "postgresql://?service=erqi", {"PGPASSWORD": password}
    result = push(address, **variables)
    assert result.returncode == 0, result.stderr
    warned = "a password in the address can be seen in the list of processes" in result.stderr
    assert warned is (way == "address")
    assert password not in result.stdout + result.stderr


def faults(database, bare_database, user):
    """Give each fault: an address, what the message says, and what to do."""
    missing = database.address_of("no_such_database")
    return {
        "wrong password": (database.address_for(user, WRONG), "the password is wrong", "set PGPASSWORD"),
        "no password": (database.address_for(user), "or none was given", "~/.pgpass"),
        "no database": (missing, "the database is not there", "createdb"),
        "no extension": (bare_database.address, "has no PostGIS", "CREATE EXTENSION postgis"),
        "no socket": (f"postgresql://u:{WRONG}@/d?host=/no/folder", "cannot be reached", "PostgreSQL"),
        "closed port": (f"postgresql://u:{WRONG}@127.0.0.1:1/d", "cannot be reached", "check host and port"),
        "no host": (f"postgresql://u:{WRONG}@no-host.invalid/d", "cannot be reached", "check host"),
        "no address": (f"postgresql://u:{WRONG}/x@h/d", "means something else there", "write %40 for @"),
        "bad password file": (database.address_for(user), "are wrong", "check options"),
        "wrong option": (f"postgresql://u:{WRONG}@h/d?sslmode=x", "are wrong", "check options"),
        "unknown option": (database.address + f"&pasword={WRONG}", "the database refuses", "pasword"),
    }  # fmt: skip


FAULTS = (
    "wrong password",
    "no password",
    "no database",
    "no extension",
    "no socket",
    "closed port",
    "no host",
    "no address",
    "bad password file",
    "wrong option",
    "unknown option",
)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_one_message_that_says_what_to_do(
    push, planner, database, bare_database, tmp_path, fault
):
    if fault == "bad password file":
        (tmp_path / ".pgpass").write_text(f"*:{WRONG}\n", "utf-8")
        (tmp_path / ".pgpass").chmod(0o600)
    address, said, remedy = faults(database, bare_database, planner[0])[fault]
    result = push(address, PYTHONASYNCIODEBUG="1" if fault == "wrong password" else "")
    message = refusal(result)
    assert said in message
    assert remedy in message
    assert WRONG not in result.stderr


def test_a_user_without_rights_is_told_to_ask_for_them(push, planner, database):
    user, password = planner
    result = push(database.address_for(user), PGPASSWORD=password)
    message = refusal(result)
    assert "this user may not do that" in message
    assert "let the owner grant it" in message
    assert "nothing in the database was changed" in message
    assert password not in result.stderr


def test_a_user_who_may_only_read_the_tables_changes_none(push, planner, database):
    user, password = planner
    assert push(database.address).returncode == 0
    database.run(f"GRANT USAGE ON SCHEMA planmap TO {user};"
                 f" GRANT SELECT ON ALL TABLES IN SCHEMA planmap TO {user};"
                 " UPDATE planmap.tasks SET unit = 'x'")  # fmt: skip
    message = refusal(push(database.address_for(user), PGPASSWORD=password))
    assert "this user may not do that" in message
    assert database.ask("SELECT DISTINCT unit FROM planmap.tasks") == [("x",)]


def test_layers_that_are_not_built_are_not_pushed(push, database, tmp_path):
    workspace = tmp_path / "workspace"
    shutil.copytree(REPOSITORY / "layers" / "source", workspace / "layers" / "source")
    shutil.copy(REPOSITORY / "planmap.toml", workspace)
    message = refusal(push(database.address, folder=workspace))
    assert "layers/sheets.geojson: is not there; run planmap build first" in message
    assert database.ask("SELECT count(*) FROM pg_namespace WHERE nspname = 'planmap'") == [(0,)]


def test_a_password_file_that_others_may_read_is_named(push, planner, database, tmp_path):
    user, password = planner
    kept = tmp_path / ".pgpass"
    kept.write_text(f"*:*:*:{user}:{password}\n", "utf-8")
    kept.chmod(0o644)
    result = push(database.address_for(user))
    assert "the password is wrong, or none was given" in refusal(result)
    assert str(kept) in result.stderr
    assert password not in result.stderr
