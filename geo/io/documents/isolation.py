"""Read a document in a process of its own, which ends when it takes too much."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import geo
from geo.errors import ReportError
from geo.io.documents.limits import CPU_SECONDS, MEMORY_BYTES, WALL_SECONDS
from geo.io.documents.refusal import refusal

if TYPE_CHECKING:
    from geo.io.documents.formats import Format

REFUSED = 2
"""Exit status of a worker that refused the document; the message is on its standard error."""
OUT_OF_MEMORY = 3
_PACKAGE_ROOT = Path(geo.__file__).parent.parent
_SAVE_ANEW = "open it where it was made, save it anew and try again"


def read_isolated(file: BinaryIO, format_: Format, *, where: str) -> str:
    """Return the text of an open file, as the reader of its format yields it.

    Raises
    ------
    ReportError
        The reader refused the document, used up its memory or its time, or broke down.
    """
    worker = _run_worker(file, format_, where=where)
    if worker is None or worker.returncode in _OUT_OF_TIME:
        raise refusal(
            where, f"takes more than {CPU_SECONDS} s to read, so it is damaged or built to never end",
            remedy="save it anew, or split it into its reports",
        )  # fmt: skip
    if worker.returncode == 0:
        return worker.stdout.decode("utf-8")
    told = worker.stderr.decode("utf-8", "replace").strip()
    if worker.returncode == REFUSED:
        raise ReportError(told)
    if worker.returncode == OUT_OF_MEMORY or told.endswith("MemoryError"):
        raise refusal(
            where, f"takes more than {MEMORY_BYTES // 1024**2} MB of memory to read",
            remedy="save it anew, or split it into its reports",
        )  # fmt: skip
    raise refusal(
        where, "breaks its reader, so it is damaged or built to use up the memory",
        value=told.rpartition("\n")[2] or None, remedy=_SAVE_ANEW,
    )  # fmt: skip


_OUT_OF_TIME = tuple(-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name))


def _run_worker(file: BinaryIO, format_: Format, *, where: str) -> subprocess.CompletedProcess[bytes] | None:
    """Return the ended worker, or None where it had to be ended."""
    paths = [str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        return subprocess.run(  # noqa: S603 - our own module, with the file as its standard input
            [sys.executable, "-P", "-m", "geo.io.documents.worker", format_.name, where],
            check=False,
            stdin=file,
            capture_output=True,
            timeout=WALL_SECONDS,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        )
    except subprocess.TimeoutExpired:
        return None
