"""Make .venv with the tests where needed, then print how well the reader reads annotated texts."""

import sys

from python_version import require_supported_python

require_supported_python()

from entry_point import start  # noqa: E402
from environment import TEST_LOCK, Environment, run  # noqa: E402


def score(environment: Environment, arguments: list[str]) -> int:
    """Print the tables and give 1 where the reference misses a least value, 2 without the scorer."""
    return run([environment.python, "-m", "tests.extract.score_tables", *arguments], folder=environment.root)


if __name__ == "__main__":
    sys.exit(start(score, description=__doc__, passes_on_to="the tables: --wrong", lock=TEST_LOCK))
