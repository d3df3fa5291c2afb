"""Write results whole: beside the target first, then renamed into place."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import OutputError, describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Written:
    """What a call of :func:`write_all` did, in the order of the paths."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    """Files that held the same bytes already and were not touched."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place with all of its content, or leave the old one as it is.

    The folder is made where it is missing. A build that is killed leaves the old file or the new
    one, never a part.

    Raises
    ------
    OutputError
        The folder is not writable, the disk is full, or the target is a folder.
    """
    staged = _stage(path, content)
    _put_in_place(staged, path)


def write_all(contents: Mapping[Path, bytes]) -> Written:
    """Write many files; nothing is replaced before everything is on disk beside its target.

    Raises
    ------
    OutputError
        One file cannot be written. Every old file is untouched unless the failure is in a rename.
    """
    changed = {path: content for path, content in sorted(contents.items()) if not _holds(path, content)}
    staged: dict[Path, Path] = {}
    try:
        for path, content in changed.items():
            staged[path] = _stage(path, content)
        for path in changed:
            _put_in_place(staged[path], path)
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
    return Written(
        written=tuple(changed), unchanged=tuple(path for path in sorted(contents) if path not in changed)
    )


def check_writable(folders: Iterable[Path]) -> None:
    """Accept folders into which files can be written; say so before an hour of work, not after it.

    A missing folder is made.

    Raises
    ------
    OutputError
        Naming the first folder that does not take a file.
    """
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except (FileExistsError, NotADirectoryError) as error:
            remedy = "move it away; results go into a folder of that name"
            raise OutputError(
                describe(where=folder.as_posix(), what="is no folder", remedy=remedy)
            ) from error
        except OSError as error:
            raise _output_error(folder, error) from error


def find_parts(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files beside their targets: of writes that are under way, or that were killed."""
    parts = (path for folder in folders for path in sorted(folder.glob(".*.part")))
    return tuple(path for path in parts if _PART.fullmatch(path.name))


def remove_parts(folders: Iterable[Path]) -> None:
    """Remove what writes that were killed left; no other write into these folders may be under way."""
    for path in find_parts(folders):
        _discard(path)


_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
"""Name of a file beside its target, as :func:`_stage` and mkstemp make it."""


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether a file has this content, without a second copy of it in memory."""
    try:
        if path.stat().st_size != len(content):
            return False
        wanted = memoryview(content)
        with path.open("rb") as file:
            return all(
                file.read(_BLOCK) == wanted[start : start + _BLOCK]
                for start in range(0, len(content), _BLOCK)
            )
    except OSError:
        return False


_BLOCK = 1 << 20
"""Bytes that are compared at a time."""


def _stage(path: Path, content: bytes) -> Path:
    """Write content to a new file beside its target and return that file."""
    if path.is_dir():
        raise OutputError(
            describe(where=path.as_posix(), what="is a folder", remedy="move it away; a file goes there")
        )
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
    except OSError as error:
        _discard(temporary)
        raise _output_error(path, error) from error
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _put_in_place(staged: Path, path: Path) -> None:
    try:
        staged.replace(path)
    except OSError as error:
        _discard(staged)
        raise _output_error(path, error) from error


def _discard(temporary: Path | None) -> None:
    if temporary is not None:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """Return the old file's permissions, or those of a new file (mkstemp gives 0600)."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0o644


def _output_error(path: Path, error: OSError) -> OutputError:
    return OutputError(
        describe(
            where=path.as_posix(),
            what=f"cannot be written: {error.strerror or error}",
            remedy="allow writing there, free space or close what holds it; the old file is untouched",
        )
    )
