"""Make .venv with the tools where needed, then check style, types and import contracts.

The types of the pages' scripts need Node.js with npm; where it is not there, a line says so.
"""

import sys

from python_version import require_supported_python

require_supported_python()

from entry_point import start  # noqa: E402
from environment import TEST_LOCK, Environment, run, tell  # noqa: E402
from page_types import check_page_types  # noqa: E402

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
)


def check(environment: Environment, arguments: list[str]) -> int:
    """Run every check, name those that failed, and give 1 where one did."""
    if arguments:
        tell(f"{arguments[0]}: check.py takes no further arguments")
        return 2
    failed = [
        " ".join((tool, *options))
        for tool, *options in CHECKS
        if run([environment.program(tool), *options], folder=environment.root) != 0
    ]
    if check_page_types(environment.root) != 0:
        failed.append("tsc")
    tell(f"failed: {', '.join(failed)}" if failed else "style, types and import contracts hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(start(check, description=__doc__, passes_on_to="nothing", lock=TEST_LOCK))
