"""Remember what a build read and made, so that a build where nothing changed does nothing.

The memory is ``.planmap/build.json`` in the workspace. It holds digests only: no clock, so that a copy
of a workspace is as current as the original.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import geo
from geo.io.outputs import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STATE_FILE = PurePosixPath(".planmap/build.json")


@dataclass(frozen=True, slots=True)
class BuildState:
    """What the last build read and what it made."""

    inputs: str
    """Digest of everything that decides the outputs, from :func:`digest_inputs`."""
    outputs: Mapping[str, str]
    """Digest of each file made, by its path in the workspace with forward slashes."""


def digest_inputs(root: Path, files: Iterable[Path], *, arguments: Mapping[str, str]) -> str:
    """Return one digest of all that decides what a build makes.

    That is: the files (those of the workspace by their path in it, a missing one as missing), the
    arguments, every file of this package, the Python version and the installed distributions.
    """
    digest = hashlib.sha256()
    for path in sorted(set(files)):
        _add(digest, "file", _name_in(root, path), _digest_file(path) or "missing")
    for name, value in sorted(arguments.items()):
        _add(digest, "argument", name, value)
    package = Path(geo.__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            _add(digest, "package", path.relative_to(package).as_posix(), _digest_file(path) or "missing")
    _add(digest, "python", *map(str, sys.version_info[:3]))
    _add(digest, "distributions", *_installed_distributions())
    return digest.hexdigest()


def state_of(inputs: str, contents: Mapping[Path, bytes], *, root: Path) -> BuildState:
    """Return the state that a build leaves which writes these contents."""
    return BuildState(
        inputs=inputs,
        outputs={
            _name_in(root, path): hashlib.sha256(content).hexdigest()
            for path, content in sorted(contents.items())
        },
    )


def load_state(root: Path) -> BuildState | None:
    """Return what the last build left in a workspace, or None where there is no such memory."""
    try:
        stored = json.loads((root / STATE_FILE).read_bytes())
        inputs, outputs = stored["inputs"], stored["outputs"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(inputs, str) or not isinstance(outputs, dict):
        return None
    if not all(isinstance(digest, str) and _stays_inside(name) for name, digest in outputs.items()):
        return None
    return BuildState(inputs=inputs, outputs=outputs)


def save_state(root: Path, state: BuildState) -> None:
    """Keep the state of a build; call it when all outputs are in place.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    content = json.dumps(
        {"inputs": state.inputs, "outputs": dict(state.outputs)}, ensure_ascii=False, indent=1
    )
    write_whole(root / STATE_FILE, f"{content}\n".encode())


def is_current(root: Path, *, inputs: str) -> bool:
    """Tell whether the last build had these inputs and all of its files are still as it made them."""
    state = load_state(root)
    if state is None or state.inputs != inputs or not state.outputs:
        return False
    return all(_digest_file(root / name) == digest for name, digest in state.outputs.items())


def remove_stale(root: Path, *, previous: BuildState | None, current: BuildState) -> tuple[Path, ...]:
    """Remove files that the previous build made and the current one no longer makes.

    A file that someone has changed since is theirs and stays.
    """
    if previous is None:
        return ()
    stale = [
        root / name
        for name, digest in sorted(previous.outputs.items())
        if name not in current.outputs and _digest_file(root / name) == digest
    ]
    for path in stale:
        path.unlink(missing_ok=True)
    return tuple(stale)


def _add(digest: hashlib._Hash, *parts: str) -> None:
    """Add parts so that no two lists of parts give the same bytes."""
    digest.update(json.dumps(parts).encode())


def _digest_file(path: Path) -> str | None:
    """Return the digest of a file's bytes, or None of what is no file or cannot be read."""
    try:
        if not path.is_file():  # a pipe or a device would be read for ever
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _name_in(root: Path, path: Path) -> str:
    """Return a path as seen from the workspace; one outside it by its name alone."""
    # Unlike Path.resolve, realpath takes a loop of links and a name that is too long.
    absolute, base = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    return absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else absolute.name


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name


def _installed_distributions() -> list[str]:
    """Return name and version of each installed distribution, read from folder names to be fast."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(path.stem for folder in folders for path in Path(folder).glob("*.dist-info"))
