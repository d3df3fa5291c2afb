"""README, ARCHITECTURE, CONTRIBUTING and CHANGELOG say what is so."""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import typer.main

from geo.cli import app
from geo.model import Precision
from geo.workspace import load_workspace, read_settings

REPOSITORY = Path(__file__).parents[1]
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "layers/README.md")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")

LARGEST_PICTURE_BYTES = 250_000
HOMES = (REPOSITORY, REPOSITORY / "geo")


def code_lines(text):
    """Give the lines of code blocks that are indented by four spaces."""
    return [line.strip() for line in re.findall(r"^ {4}(\S.*)$", text, flags=re.MULTILINE)]


def section(text, heading):
    """Give what stands under a heading of the second level."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def first_cells(table):
    """Give the first cell of each row of a Markdown table, without its head."""
    cells = re.findall(r"^\|([^|]*)\|", table, flags=re.MULTILINE)
    return [cell.strip() for cell in cells[2:]]


COMMANDS = [line for line in code_lines(README) if line.startswith("planmap ")]
NEEDS_A_DATABASE = "planmap push "
SUBCOMMANDS = set(typer.main.get_command(app).commands)


# --- The command ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Give a copy of what the repository's own workspace is made from."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers", root / "layers")
    return root


@pytest.fixture
def surroundings(request, command):
    """Give the environment for a command: one that speaks to a database finds one."""
    variables = os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}
    if not command.startswith(NEEDS_A_DATABASE):
        return variables
    address = urlsplit(request.getfixturevalue("database").address)
    options = {key: values[-1] for key, values in parse_qs(address.query).items()}
    found = {
        "PGHOST": options.get("host") or address.hostname,
        "PGPORT": options.get("port") or str(address.port or 5432),
        "PGUSER": address.username,
        "PGPASSWORD": unquote(address.password or ""),
        "PGDATABASE": address.path.removeprefix("/"),
    }
    return variables | {name: value for name, value in found.items() if value}


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(command, marks=pytest.mark.postgis if command.startswith(NEEDS_A_DATABASE) else ())
        for command in COMMANDS
    ],
)
def test_a_command_of_the_readme_runs(command, workspace, surroundings):
    _, *arguments = shlex.split(command)
    result = subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        cwd=workspace,
        env=surroundings,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr


def test_each_subcommand_has_an_example_and_a_row():
    examples = {shlex.split(command)[1] for command in COMMANDS}
    rows = {cell.strip("`") for cell in first_cells(section(README, "The command"))}
    assert examples == rows == SUBCOMMANDS


def test_the_scripts_that_the_pages_run_are_there():
    pages = (REPOSITORY / page for page in PAGES)
    named = {name for page in pages for name in re.findall(r"scripts/\w+\.py", page.read_text("utf-8"))}
    assert named >= {"scripts/build.py", "scripts/test.py"}
    assert [name for name in sorted(named) if not (REPOSITORY / name).is_file()] == []


# --- Paths and links -----------------------------------------------------------------------------


def test_every_path_of_the_map_of_folders_is_there():
    cells = first_cells(section(README, "What lies where"))
    paths = [path for cell in cells for path in re.findall(r"`([^`]+)`", cell)]
    assert len(paths) >= len(cells) > 0
    wrong = [path for path in paths if (REPOSITORY / path).is_dir() != path.endswith("/")]
    absent = [path for path in paths if not (REPOSITORY / path).exists()]
    assert (wrong, absent) == ([], [])


def test_every_room_of_the_architecture_is_there_and_every_room_that_is_there_stands_in_it():
    listed = re.findall(r"^ {6}([\w/.]+) ", ARCHITECTURE, flags=re.MULTILINE)
    geo = REPOSITORY / "geo"
    assert [name for name in listed if not (geo / name).exists()] == []
    rooms = {path.parent.name for path in geo.glob("*/__init__.py")} | {
        path.name for path in geo.glob("*.py")
    }
    known = {name.split("/")[0] for name in listed} | {"__init__.py", "__main__.py"}
    assert rooms - known == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_link_to_a_file_leads_to_one(page):
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    files = [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [file for file in files if not (REPOSITORY / page).parent.joinpath(file).exists()] == []


def test_the_picture_is_a_desktop_page_and_light():
    content = (REPOSITORY / "docs/zone-page.png").read_bytes()
    assert struct.unpack(">II", content[16:24]) == (1440, 900)
    assert len(content) <= LARGEST_PICTURE_BYTES


# --- Facts ---------------------------------------------------------------------------------------


def test_the_figures_of_the_readme_are_those_of_the_build():
    with (REPOSITORY / "layers/tasks.csv").open(encoding="utf-8-sig", newline="") as file:
        placed = [row["placed"] for row in csv.DictReader(file)]
    located = placed.count("yes") + placed.count("partly")
    said = re.search(r"\*\*(\d+) tasks: (\d+) located, (\d+) known by zone, (\d+) unplaced\.\*\*", README)
    assert [int(figure) for figure in said.groups()] == [
        len(placed),
        located,
        placed.count("zone"),
        placed.count("no"),
    ]


def test_every_class_of_precision_is_explained_in_order():
    cells = first_cells(section(README, "How sure the map is"))
    assert [cell.strip("`") for cell in cells] == [precision.value for precision in Precision]


def test_the_settings_that_the_readme_shows_are_settings():
    shown = re.search(r"```toml\n(.*?)```", README, flags=re.DOTALL)[1]
    report = tomllib.loads(shown)["report"]
    own = (REPOSITORY / "planmap.toml").read_text(encoding="utf-8")
    changed = re.sub(
        r"^\[report\].*?(?=^\[\[zones)",
        "\n".join(line.strip() for line in shown.splitlines()) + "\n",
        own,
        count=1,
        flags=re.DOTALL | re.MULTILINE,
    )
    settings = read_settings(changed.encode(), where="README.md")
    assert (settings.report, settings.report_date) == (report["path"], report["date"])
    assert settings.zones == load_workspace(REPOSITORY).settings.zones


def test_the_pythons_of_the_readme_are_those_of_the_package():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest, newest = re.search(r"Python (3\.\d+) to 3\.(\d+)", README).groups()
    assert project["requires-python"] == f">={oldest},<3.{int(newest) + 1}"


def test_the_version_that_is_being_made_is_in_the_changelog():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[([\d.]+)\]", changelog, flags=re.MULTILINE)[1] == project["version"]


def test_each_law_names_tests_that_are_there():
    laws = section(ARCHITECTURE, "Laws and the tests that hold them")
    rows = [row for row in laws.splitlines() if row.startswith("| **")]
    missing = []
    for row in rows:
        files = [REPOSITORY / path for path in re.findall(r"tests/[\w/]+\.py", row)]
        assert files, row
        texts = "".join(file.read_text(encoding="utf-8") for file in files)
        missing += [name for name in re.findall(r"`(test_\w+)`", row) if f"def {name}(" not in texts]
    assert (len(rows) > 0, missing) == (True, [])


def test_each_function_that_the_flow_of_a_build_names_is_there():
    flow = section(ARCHITECTURE, "One build")
    names = set(re.findall(r"`(?:\w+\.)*([a-z]\w*)(?:\(\w*\))?`", flow))
    sources = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "geo").rglob("*.py")]
    functions = set(re.findall(r"^def (\w+)\(", "\n".join(sources), flags=re.MULTILINE))
    modules = {path.stem for path in (REPOSITORY / "geo").glob("*.py")}
    assert len(names) > 0
    assert sorted(names - functions - modules) == []


def test_each_module_that_a_decision_names_is_there():
    decisions = ARCHITECTURE.partition("\n## Decisions\n")[2]
    paths = set(re.findall(r"`((?:\w+/)+(?:\w+\.py)?)`", decisions))
    assert len(paths) > 0
    assert [path for path in sorted(paths) if not any((folder / path).exists() for folder in HOMES)] == []
