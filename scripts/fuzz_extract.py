"""Make .venv with the tests where needed, then fuzz the reader with atheris, for 600 s or as long as told.

Atheris is put into a folder of its own that is gone afterwards. Exit status 1 where something broke.
"""

import os
import sys

from python_version import require_supported_python

require_supported_python()

import argparse  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

from entry_point import start  # noqa: E402
from environment import TEST_LOCK, Environment, run, run_pip, tell  # noqa: E402

FUZZER = "atheris>=2.3,<4"


def fuzz(environment: Environment, arguments: list[str]) -> int:
    """Fuzz for a while; keep the shortest text of each kind of failure, and give 1 where there is one."""
    parser = argparse.ArgumentParser(prog="fuzz_extract.py")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument(
        "--keep", type=Path, default=Path("build/fuzz"), help="folder for what broke the reader"
    )
    options = parser.parse_args(arguments)
    options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        run_pip(environment.python, ["install", "--target", folder, FUZZER])
        os.environ["PYTHONPATH"] = folder
        module = ["-m", "tests.extract.fuzzing", options.keep.resolve(), str(options.seconds)]
        status = run([environment.python, *module], folder=environment.root)
    broken = sorted(path.name for path in options.keep.glob("*.txt"))
    tell(f"{options.keep}: {', '.join(broken)}" if broken else "nothing broke the reader")
    return 1 if broken else status


if __name__ == "__main__":
    sys.exit(start(fuzz, description=__doc__, passes_on_to="the fuzzer: --seconds, --keep", lock=TEST_LOCK))
