"""Write the lock files anew from pyproject.toml; ``--upgrade`` takes the newest versions that fit.

Needs uv on the PATH and a network. One lock serves Linux, macOS and Windows and every supported
Python: where two Pythons need different versions of a package, both are in it, with a marker.
"""

import argparse
import shutil
import subprocess
import sys
import tomllib

from environment import ROOT, RUNTIME_LOCK, TEST_LOCK, tell
from python_version import OLDEST

COMMON = (
    "--universal",
    "--generate-hashes",
    "--python-version",
    ".".join(str(part) for part in OLDEST),
    # One version of a package for all Pythons where that is possible: same input, same bytes.
    "--fork-strategy",
    "fewest",
    "--custom-compile-command",
    "python3 scripts/lock.py",
    "--quiet",
)


def compile_lock(uv: str, lock: str, options: list[str]) -> None:
    """Write one lock: pyproject.toml and its build backend, which an install without network needs."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    subprocess.run(
        [uv, "pip", "compile", *COMMON, *options, "--output-file", lock, "pyproject.toml", "-"],
        check=True,
        cwd=ROOT,
        input="\n".join(settings["build-system"]["requires"]),
        text=True,
        stdout=subprocess.DEVNULL,
    )


def main() -> int:
    """Write the test lock, then the runtime lock from its pins."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    uv = shutil.which("uv")
    if uv is None:
        tell("uv is not on the PATH; install it (pip install uv) and try again")
        return 2
    try:
        compile_lock(uv, TEST_LOCK, [*upgrade, "--all-extras"])
        compile_lock(uv, RUNTIME_LOCK, [*upgrade, "--constraints", TEST_LOCK])
    except subprocess.CalledProcessError:
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
