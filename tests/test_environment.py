"""pyproject.toml, the lock files and environment.yml name the same packages within the same bounds."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CONDA_NAMES = {"playwright": "playwright-python"}
"""Name on PyPI, name on conda-forge; all others are the same."""
ONLY_ON_PYPI = {
    "axe-playwright-python",
    "borax",
    "django-js-lib-leaflet",
    "noto-cjk-sans-jp-bold",
    "noto-cjk-sans-otc",
    "types-shapely",
    "typst",  # conda-forge has typst-py, an older one
}
SUPPORTED_PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("linux", "darwin", "win32")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def bounds_by_name(requirements):
    parsed = [Requirement(requirement) for requirement in requirements]
    return {canonicalize_name(requirement.name): requirement.specifier for requirement in parsed}


BUILD = bounds_by_name(PROJECT["build-system"]["requires"])
RUNTIME = bounds_by_name(PROJECT["project"]["dependencies"])
EXTRAS = bounds_by_name(
    requirement for extra in PROJECT["project"]["optional-dependencies"].values() for requirement in extra
)
WANTED = {"requirements.lock": RUNTIME | BUILD, "requirements-test.lock": RUNTIME | BUILD | EXTRAS}
LOCKS = tuple(WANTED)


def read_conda_environment():
    """Give the lines of environment.yml under dependencies: and under its pip:, each without its dash."""
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    conda, _, pip = text.partition("dependencies:")[2].partition("- pip:")
    return (re.findall(r"^ +- (.+)$", part, flags=re.MULTILINE) for part in (conda, pip))


def read_lock(name):
    """Give the pins of a lock, each with its marker."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [Requirement(line) for line in re.findall(r"^(\w[^\\\n]*?) *\\?$", text, flags=re.MULTILINE)]


def pins_for(lock, python, platform):
    surroundings = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": platform,
        "platform_system": {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[platform],
        "os_name": "nt" if platform == "win32" else "posix",
    }
    applying = [pin for pin in read_lock(lock) if not pin.marker or pin.marker.evaluate(surroundings)]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in applying}


def test_conda_gives_the_packages_of_pyproject_within_the_same_bounds():
    conda, _ = read_conda_environment()
    wanted = {name: bounds for name, bounds in (RUNTIME | EXTRAS | BUILD).items() if name not in ONLY_ON_PYPI}
    expected = {CONDA_NAMES.get(name, name): bounds for name, bounds in wanted.items()}
    assert bounds_by_name(conda) == expected | {
        "python": SpecifierSet(PROJECT["project"]["requires-python"]),
        "pip": SpecifierSet(),
    }


def test_pip_gives_the_rest_within_the_same_bounds_and_the_project_itself():
    _, pip = read_conda_environment()
    assert pip.pop() == "--editable ."
    assert bounds_by_name(pip) == {name: (RUNTIME | EXTRAS)[name] for name in ONLY_ON_PYPI}


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", SUPPORTED_PYTHONS)
@pytest.mark.parametrize(("lock", "wanted"), list(WANTED.items()), ids=LOCKS)
def test_a_lock_pins_each_package_of_pyproject_within_its_bounds(lock, wanted, python, platform):
    pins = pins_for(lock, python, platform)
    assert [name for name, bounds in wanted.items() if name not in pins or pins[name] not in bounds] == []


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", SUPPORTED_PYTHONS)
def test_the_test_lock_holds_every_pin_of_the_runtime_lock(python, platform):
    runtime, test = (pins_for(lock, python, platform) for lock in LOCKS)
    assert runtime.items() <= test.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_of_a_lock_is_exact_and_has_hashes(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?://|file:|--index|--find-links|\(/|[A-Z]:\\", text) == []


def packages_imported_by(folder):
    """Give the names of the packages that a folder's modules import, without the standard library's."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")]
    parts = [part for tree in trees for part in ast.walk(tree)]
    modules = [alias.name for part in parts if isinstance(part, ast.Import) for alias in part.names]
    modules += [part.module for part in parts if isinstance(part, ast.ImportFrom)]
    return {module.partition(".")[0] for module in modules} - {folder.name} - sys.stdlib_module_names


def test_what_geo_imports_is_a_dependency_of_its_own():
    distributions = packages_distributions()
    imported = {
        canonicalize_name(distributions[package][0]) for package in packages_imported_by(ROOT / "geo")
    }
    assert imported - set(RUNTIME) == set()


def test_the_scripts_take_the_pythons_that_pyproject_takes():
    script = (ROOT / "scripts" / "python_version.py").read_text(encoding="utf-8")
    oldest, newest = (
        (3, int(minor)) for minor in re.findall(r"^\w+ST = \(3, (\d+)\)$", script, re.MULTILINE)
    )
    assert PROJECT["project"]["requires-python"] == f">=3.{oldest[1]},<3.{newest[1] + 1}"
    assert [f"3.{minor}" for minor in range(oldest[1], newest[1] + 1)] == list(SUPPORTED_PYTHONS)
