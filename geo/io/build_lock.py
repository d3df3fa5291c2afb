"""Let one build at a time write into a workspace, so that its files are all of one build."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_FILE = PurePosixPath(".planmap/lock")

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def sole_writer(root: Path) -> Iterator[bool]:
    """Wait until no other build writes into the workspace; yield whether that is certain.

    It is not where the file system knows no locks (some network drives) or takes no file. The system
    itself releases the lock of a process that is killed.
    """
    path = root / LOCK_FILE
    with ExitStack() as held:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _lock(held.enter_context(path.open("wb")))
        except OSError:
            alone = False
        else:
            alone = True
        yield alone
