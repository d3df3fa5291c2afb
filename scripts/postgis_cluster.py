"""Start a private PostgreSQL cluster in a folder of its own, for tests and benchmarks."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROGRAMS = "/usr/lib/postgresql/*/bin"
EXTENSION = "/usr/share/postgresql/{version}/extension/postgis.control"
ACCOUNT = "postgres"
"""Who runs the server where we are root: PostgreSQL refuses to run as root."""
SUPERUSER = "postgres"
PORT = 5432
"""Names the socket; no network is listened to."""
ACCESS = f"local all {SUPERUSER} trust\nlocal all all scram-sha-256\n"
SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=20",
    "log_statement=all",
)
"""A cluster that is thrown away need not outlive a power cut. The log tells what a test has sent."""


def find_programs() -> Path | None:
    """Find the folder with initdb and pg_ctl of a Debian PostgreSQL that has PostGIS; the newest one."""
    found = [Path(folder) for folder in sorted(glob.glob(PROGRAMS), reverse=True)]  # noqa: PTH207
    return next((folder for folder in found if _has_postgis(folder)), None)


def _has_postgis(programs: Path) -> bool:
    extension = Path(EXTENSION.format(version=programs.parent.name))
    return extension.is_file() and (programs / "initdb").is_file()


@contextmanager
def running_cluster(programs: Path) -> Iterator[Path]:
    """Start a cluster, yield its folder, which holds its socket and its log, and throw it away.

    The superuser needs no password on the socket; everybody else does.
    """
    # Not in pytest's own folder: its name may be too long for a socket, and only its owner may enter.
    folder = Path(tempfile.mkdtemp(prefix="planmap-pg-"))
    try:
        if _is_root():
            shutil.chown(folder, ACCOUNT, ACCOUNT)
        data = folder / "data"
        initdb: list[str | Path] = [
            programs / "initdb",
            "--pgdata",
            data,
            "--username",
            SUPERUSER,
            "--auth",
            "trust",
        ]
        _run([*initdb, "--encoding", "UTF8", "--no-locale", "--no-sync"], folder=folder)
        (data / "pg_hba.conf").write_text(ACCESS, encoding="ascii")
        options = " ".join(f"-c {setting}" for setting in (*SETTINGS, f"port={PORT}"))
        control: list[str | Path] = [programs / "pg_ctl", "--pgdata", data, "--wait", "--silent"]
        log = folder / "server.log"
        _run([*control, "--log", log, "--options", f"{options} -k {folder}", "start"], folder=folder)
        try:
            yield folder
        finally:
            with suppress(subprocess.CalledProcessError):
                _run([*control, "--mode", "immediate", "stop"], folder=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def address_of(folder: Path, *, user: str = SUPERUSER, database: str = "postgres") -> str:
    """Give the address of a database of the cluster in a folder."""
    return f"postgresql://{user}@/{database}?host={folder}&port={PORT}"


def _run(command: Sequence[str | Path], *, folder: Path) -> None:
    # The server keeps what it is given as its output, so a pipe would never end.
    account = {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []} if _is_root() else {}
    with (folder / "start.log").open("ab") as log:
        subprocess.run(command, check=True, cwd=folder, stdout=log, stderr=log, **account)  # type: ignore[call-overload]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
