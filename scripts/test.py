"""Make .venv with what the tests need where needed, then run the tests: ``pytest``."""

import sys

from python_version import require_supported_python

require_supported_python()

from entry_point import start  # noqa: E402
from environment import TEST_LOCK, Environment, run  # noqa: E402


def test(environment: Environment, arguments: list[str]) -> int:
    """Run the tests from the repository's root and give pytest's exit status."""
    return run([environment.python, "-m", "pytest", *arguments], folder=environment.root)


if __name__ == "__main__":
    sys.exit(start(test, description=__doc__, passes_on_to="pytest", lock=TEST_LOCK))
