"""Check the types of the pages' scripts with TypeScript, which npm installs as package-lock.json says.

Nobody else needs Node: pages are built, tested and read without it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING

from environment import run, tell

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "node"
"""What PLANMAP_REQUIRE calls it."""
STAMP = "planmap-lock"
"""File in node_modules that says which lock it was made from."""


def check_page_types(root: Path) -> int:
    """Give TypeScript's exit status for tsconfig.json; 0 where it cannot be had and need not be."""
    node, npm = shutil.which("node"), shutil.which("npm")
    problem = "no Node.js with npm" if node is None or npm is None else install(root, npm)
    if node is not None and not problem:
        return run([node, compiler_in(root), "--project", "tsconfig.json"], folder=root)
    if PROGRAM in required_programs():
        tell(f"PLANMAP_REQUIRE names {PROGRAM}: {problem}")
        return 1
    tell(f"{problem}: the types of the pages' scripts are not checked")
    return 0


def install(root: Path, npm: str) -> str:
    """Install what package-lock.json pins, where it is not there yet; return what went wrong, or nothing."""
    stamp = root / "node_modules" / STAMP
    wanted = sha256((root / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return ""
    tell("Installing TypeScript from package-lock.json ...")
    result = subprocess.run([npm, "ci", "--silent"], check=False, cwd=root, capture_output=True)
    if result.returncode != 0 or not compiler_in(root).is_file():
        return "npm could not install what package-lock.json names"
    stamp.write_text(wanted, encoding="ascii")
    return ""


def compiler_in(root: Path) -> Path:
    """Give the path of TypeScript's command, a script for Node.js."""
    return root / "node_modules" / "typescript" / "bin" / "tsc"


def required_programs() -> set[str]:
    """Read PLANMAP_REQUIRE: the programs whose absence is a failure."""
    return {name.strip() for name in os.environ.get("PLANMAP_REQUIRE", "").split(",")}
