"""Make and keep the repository's own virtual environment, .venv, from a lock file with hashes.

The stamp in .venv is written last and names what the environment was made from and what it holds. An
environment without a fitting stamp is half made, broken, moved or out of date, and is made anew; one
that fits costs a few milliseconds.
"""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from install_failures import explain_pip_failure, explain_venv_failure, no_space_message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"
LOCKS = (RUNTIME_LOCK, TEST_LOCK)
"""From the smaller to the larger: each lock holds every pin of the one before."""

STAMP = "planmap-environment.json"
PATH_FILE = "geo.pth"
"""Name that flit gives to the file that points to the project."""


class InstallationError(Exception):
    """The environment cannot be made; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A repository and the virtual environment inside it."""

    root: Path

    @property
    def folder(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """The file that says what the environment was made from."""
        return self.folder / STAMP

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """Give the path of a command that is installed in the environment."""
        return program_in(self.folder, name)


def program_in(folder: Path, name: str) -> Path:
    """Give the path of a command in the virtual environment ``folder``."""
    return folder / "Scripts" / f"{name}.exe" if os.name == "nt" else folder / "bin" / name


def packages_in(folder: Path) -> Path:
    """Give the path of the installed packages in the virtual environment ``folder``."""
    base = {"base": str(folder), "installed_base": str(folder)}
    return Path(sysconfig.get_path("purelib", scheme="venv", vars=base))


def prepare(environment: Environment, lock: str, *, wheels: Path | None = None) -> None:
    """Bring the environment to the state that ``lock`` describes.

    Parameters
    ----------
    environment
        The repository and its .venv.
    lock
        ``RUNTIME_LOCK`` or ``TEST_LOCK``. The test lock is added to an environment that already
        fits the runtime lock; anything else that does not fit is made anew.
    wheels
        Folder to install from instead of the network.

    Raises
    ------
    InstallationError
        Where the environment cannot be made; it is then without a stamp.
    """
    wanted = fingerprints(environment.root, lock)
    with os_errors_as_problems():
        made_from = read_stamp(environment)
        if not wanted.items() <= made_from.items():
            can_grow = bool(made_from) and made_from.items() <= wanted.items()
            make(environment, lock, wanted, wheels=wheels, anew=not can_grow)


def make(
    environment: Environment, lock: str, wanted: dict[str, str], *, wheels: Path | None, anew: bool
) -> None:
    """Install what ``lock`` names, in an empty environment where ``anew``, and write the stamp last."""
    if wheels is not None:
        require_wheels(wheels)
    started = time.monotonic()
    python = sys.version.split()[0]
    tell(f"{'Making' if anew else 'Completing'} .venv from {lock} (Python {python}) ...")
    if environment.stamp.exists():
        environment.stamp.unlink()
    if anew:
        make_empty(environment.folder)
    install(environment, lock, wheels=wheels)
    write_stamp(environment, wanted)
    tell(f".venv is ready after {time.monotonic() - started:.0f} s.")


def fetch(environment: Environment, lock: str, folder: Path) -> None:
    """Fill ``folder`` with the wheels that ``lock`` names, for this platform and Python.

    Raises
    ------
    InstallationError
        Where a wheel cannot be had or written.
    """
    tell(f"Fetching the wheels of {lock} into {folder} ...")
    with os_errors_as_problems(), tempfile.TemporaryDirectory() as temporary:
        folder.mkdir(parents=True, exist_ok=True)
        make_empty(Path(temporary, "pip"))
        run_pip(
            program_in(Path(temporary, "pip"), "python"),
            ["download", "--dest", str(folder), *locked(environment.root / lock)],
        )
    tell(f"Fetched {len(list(folder.glob('*.whl')))} wheels.")


def fingerprints(root: Path, lock: str) -> dict[str, str]:
    """Digest what an environment for ``lock`` is made from: one entry a lock that it satisfies."""
    wanted = LOCKS[: LOCKS.index(lock) + 1]
    surroundings = [sys.version, sysconfig.get_platform(), str(root), installing_tables(root)]
    common = json.dumps(surroundings, sort_keys=True).encode()
    return {name: sha256(common + read_bytes(root / name)).hexdigest() for name in wanted}


def installing_tables(root: Path) -> list[object]:
    """Read the tables of pyproject.toml that decide what is installed; the rest are settings of tools."""
    path = root / "pyproject.toml"
    try:
        settings = tomllib.loads(read_bytes(path).decode())
    except ValueError as error:
        raise InstallationError(f"{path}: {error}; mend the file") from error
    return [settings.get("build-system"), settings.get("project"), settings.get("tool", {}).get("flit")]


def read_bytes(path: Path) -> bytes:
    """Read a file that the repository must have."""
    try:
        return path.read_bytes()
    except OSError as error:
        remedy = f"get it back with git checkout {path.name}"
        raise InstallationError(f"{path}: {error.strerror}; {remedy}") from error


def read_stamp(environment: Environment) -> dict[str, str]:
    """Read what the environment was made from; empty where it is absent, broken or half made."""
    try:
        stamp = json.loads(environment.stamp.read_text(encoding="utf-8"))
        whole = set(stamp["holds"]) <= set(contents(environment)) and environment.python.exists()
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return stamp["made_from"] if whole else {}


def write_stamp(environment: Environment, made_from: dict[str, str]) -> None:
    """Write what the environment was made from and what it holds."""
    stamp = {"made_from": made_from, "holds": contents(environment)}
    environment.stamp.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def contents(environment: Environment) -> list[str]:
    """Give the names of the installed packages and commands."""
    folders = (packages_in(environment.folder), environment.python.parent)
    names = {entry.name for folder in folders for entry in folder.iterdir()}
    return sorted(names - {"__pycache__"})


def make_empty(folder: Path) -> None:
    """Make ``folder`` an environment that holds pip and nothing else, whatever stood there before."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise InstallationError(
            f"{sys.executable}: this Python cannot make virtual environments (no venv or ensurepip module); "
            f"on Debian and Ubuntu run: apt install {package}"
        )
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    base_python = getattr(sys, "_base_executable", sys.executable)
    run_quietly([base_python, "-I", "-m", "venv", "--without-pip", str(folder)], explain=explain_venv_failure)
    # Not by venv, which runs the same command but keeps its reason for failing to itself.
    run_quietly(
        [str(program_in(folder, "python")), "-I", "-m", "ensurepip", "--default-pip"],
        explain=explain_venv_failure,
    )


def install(environment: Environment, lock: str, *, wheels: Path | None) -> None:
    """Install what ``lock`` names, and the project itself so that edits of geo/ take effect at once."""
    source = [] if wheels is None else ["--no-index", "--find-links", str(wheels)]
    # Byte code is written when a module is first imported: most modules of most packages never are.
    run_pip(environment.python, ["install", "--no-compile", *source, *locked(environment.root / lock)])
    run_pip(
        environment.python,
        ["install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(environment.root)],
    )
    point_to_project(environment)


def point_to_project(environment: Environment) -> None:
    """Let the environment find geo/ by a relative path instead of the absolute one that pip left.

    Python 3.11 and 3.12 read the file in the encoding of the locale, and lose a path with Chinese
    in it where that is not UTF-8: on most Chinese Windows, and under LC_ALL=C.
    """
    packages = packages_in(environment.folder)
    (packages / PATH_FILE).write_text(os.path.relpath(environment.root, packages) + "\n", encoding="ascii")


def locked(lock: Path) -> list[str]:
    """Give pip's arguments for: exactly the wheels of ``lock``, each checked against its hashes."""
    return ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(lock)]


def require_wheels(folder: Path) -> None:
    """Raise InstallationError where ``folder`` holds no wheel."""
    if not any(folder.glob("*.whl")):
        raise InstallationError(f"{folder}: no wheels here; fill the folder with build.py --fetch {folder}")


def run_pip(python: Path, arguments: Sequence[str]) -> None:
    """Run the pip of an environment; raise InstallationError with one line where it fails."""
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "2", "--timeout", "30"]
    command, *rest = arguments
    run_quietly([str(python), "-I", "-m", "pip", command, *options, *rest], explain=explain_pip_failure)


def run_quietly(command: Sequence[str], *, explain: Callable[[str], str]) -> None:
    """Run ``command`` without showing its output; raise InstallationError with ``explain(output)``."""
    # A user's own --user, --target or --prefix setting would lead pip out of the environment.
    astray = {"PIP_TARGET", "PIP_PREFIX"}
    variables = {name: value for name, value in os.environ.items() if name not in astray}
    result = subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=variables | {"PIP_USER": "0", "PYTHONIOENCODING": "utf-8"},
    )
    if result.returncode != 0:
        raise InstallationError(explain(result.stdout))


@contextmanager
def os_errors_as_problems() -> Iterator[None]:
    """Turn an error of the file system into an InstallationError."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise InstallationError(no_space_message()) from error
        raise InstallationError(f"{error.filename or ROOT}: {error.strerror or error}") from error


def run(command: Sequence[str | Path], *, folder: Path | None = None) -> int:
    """Run ``command`` in the foreground and give its exit status, 128 + n where signal n ended it."""
    status = subprocess.run([str(part) for part in command], check=False, cwd=folder).returncode
    return status if status >= 0 else 128 - status


def tell(message: str) -> None:
    """Write one line to standard error."""
    print(f"planmap: {message}", file=sys.stderr, flush=True)
