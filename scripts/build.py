"""Make .venv where needed, then build this repository's layers and maps: ``planmap build``."""

import sys

from python_version import require_supported_python

require_supported_python()

from pathlib import Path  # noqa: E402

from entry_point import start  # noqa: E402
from environment import RUNTIME_LOCK, Environment, run  # noqa: E402


def build(environment: Environment, arguments: list[str]) -> int:
    """Run ``planmap build`` on the repository and give its exit status."""
    workspace = "." if Path.cwd() == environment.root else environment.root
    return run([environment.program("planmap"), "build", workspace, *arguments])


if __name__ == "__main__":
    sys.exit(start(build, description=__doc__, passes_on_to="planmap build", lock=RUNTIME_LOCK))
