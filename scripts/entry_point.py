"""What the scripts that need .venv have in common: their options, and one line for each problem."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, Environment, InstallationError, fetch, prepare, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FAILED = 2
INTERRUPTED = 130


def start(
    command: Callable[[Environment, list[str]], int],
    arguments: Sequence[str] | None = None,
    *,
    description: str,
    passes_on_to: str,
    lock: str,
) -> int:
    """Prepare .venv from ``lock``, run ``command`` in it and give its exit status.

    Parameters
    ----------
    command
        Called with the environment and the arguments that are not the script's own.
    arguments
        The command line; that of the process where None.
    description
        What the script does, for --help.
    passes_on_to
        The program that gets the further arguments, for --help.
    lock
        The lock file to install from.
    """
    options, further = options_of(description, passes_on_to).parse_known_args(arguments)
    environment = Environment(ROOT)
    try:
        if options.fetch is not None:
            fetch(environment, lock, options.fetch)
            return 0
        prepare(environment, lock, wheels=options.wheels)
        return command(environment, further)
    except InstallationError as problem:
        tell(str(problem))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def options_of(description: str, passes_on_to: str) -> argparse.ArgumentParser:
    """Give the parser of the options that all these scripts have."""
    parser = argparse.ArgumentParser(
        description=description,
        epilog=f"All other arguments are passed on to {passes_on_to}.",
        allow_abbrev=False,
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--fetch", metavar="DIR", type=Path, help="fill DIR with wheels, do nothing else")
    source.add_argument("--wheels", metavar="DIR", type=Path, help="install from DIR, without network")
    return parser
