"""Say in one line why making or filling a virtual environment failed, from what venv and pip printed."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_SPACE = (
    "No space left on device",
    "Errno 28",
    "There is not enough space on the disk",
    "Disk quota exceeded",
)
NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Connection refused",
)
NO_WHEEL = ("No matching distribution found", "Could not find a version")
WRONG_HASH = ("DO NOT MATCH THE HASHES",)
END_OF_BUILD = "[end of output]"
"""Closes what pip shows of a build that failed."""
BREAKDOWN = "Exception:"
"""What pip calls an error of its own; a traceback follows."""
ADVICE = ("hint:", "note:")


def explain_venv_failure(output: str) -> str:
    """Say in one line why a virtual environment could not be made."""
    if contains_any(output, NO_SPACE):
        return no_space_message()
    return f"no virtual environment: {last_line(output)}; on Debian and Ubuntu, apt install python3-venv"


def explain_pip_failure(output: str) -> str:
    """Say in one line why pip failed, and what to do."""
    if contains_any(output, NO_SPACE):
        return no_space_message()
    if contains_any(output, WRONG_HASH):
        return f"{hash_line(output)}: not the file that was locked; get it anew from a source you trust"
    if contains_any(output, NO_NETWORK):
        return (
            "no connection to the package index; connect, or run build.py --fetch DIR on a machine that is "
            "connected and build.py --wheels DIR here"
        )
    if contains_any(output, NO_WHEEL):
        return f"{error_line(output)}; the folder or index has no wheel of it for this Python and platform"
    return f"pip failed: {error_line(output)}"


def contains_any(output: str, phrases: Sequence[str]) -> bool:
    """Tell whether one of ``phrases`` stands in ``output``."""
    return any(phrase in output for phrase in phrases)


def no_space_message() -> str:
    """Say that the disk is full."""
    needed = "about 1 GB in the repository for .venv and in the folder for temporary files"
    return f"no space left on the disk; free {needed}, {tempfile.gettempdir()}"


def error_line(output: str) -> str:
    """Give the line of pip's output that says what went wrong.

    That is the last line of the build that pip ran, or else the last line marked as an error, or else
    the last line: of a traceback, where pip itself broke down, its last line names the exception.
    """
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    if END_OF_BUILD in lines[1:]:
        return lines[lines.index(END_OF_BUILD) - 1]
    errors = [line[len("error:") :].strip() for line in lines if line.lower().startswith("error:")]
    return errors[-1] if errors and errors[-1] != BREAKDOWN else last_line(output)


def hash_line(output: str) -> str:
    """Give the line under pip's hash complaint that names the package."""
    named = [line.strip() for line in output.splitlines() if " from " in line and line.startswith("    ")]
    return named[0].partition(" (from ")[0].partition("#")[0] if named else error_line(output)


def last_line(output: str) -> str:
    """Give the last line of ``output`` that is neither blank nor pip's advice."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith(ADVICE)]
    return said[-1] if said else "no message"
