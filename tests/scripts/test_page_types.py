"""The types of the pages' scripts: TypeScript reads the very files that pages are made of."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import page_types

ROOT = Path(__file__).parents[2]
CONFIGURATION = ("package.json", "package-lock.json", ".npmrc", "tsconfig.json")


@pytest.fixture(scope="session")
def workshop(tmp_path_factory):
    """A folder with TypeScript as the repository pins it."""
    folder = tmp_path_factory.mktemp("types")
    for name in CONFIGURATION:
        shutil.copy(ROOT / name, folder)
    problem = page_types.install(folder, shutil.which("npm"))
    if problem and page_types.PROGRAM not in page_types.required_programs():
        pytest.skip(problem)
    assert not problem
    return folder


@pytest.fixture(autouse=True)
def _as_they_are(request):
    """Put the scripts into the workshop as the repository has them."""
    if request.node.get_closest_marker("node"):
        web = request.getfixturevalue("workshop") / "geo/assets/web"
        shutil.rmtree(web, ignore_errors=True)
        shutil.copytree(ROOT / "geo/assets/web", web)


def change(workshop, name, old, new):
    file = workshop / "geo/assets/web" / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.node
def test_the_types_of_the_pages_scripts_hold(workshop):
    assert page_types.check_page_types(workshop) == 0


WRONG = [
    ("view.js", "const scale = 2 ** zoom;", "const scale = `${2 ** zoom}`;", "string"),
    ("deadlines.js", "return Math.round((Date", "return String((Date", "'string | number'"),
    ("task_layer.js", "page.allSites = inDraw", "page.alSites = inDraw", "'alSites' does not exist"),
    ("canvas_layer.js", "map.createPane(pane)", "map.createPain(pane)", "'createPain' does not exist"),
    ("rows.js", "taskIcon(task),\n    el('span'", "taskIcon(onSite),\n    el('span'", "not assignable"),
]


@pytest.mark.node
@pytest.mark.parametrize(("name", "old", "new", "said"), WRONG)
def test_a_wrong_type_is_found(workshop, capfd, name, old, new, said):
    change(workshop, name, old, new)
    assert page_types.check_page_types(workshop) != 0
    told = capfd.readouterr().out
    assert f"geo/assets/web/{name}" in told
    assert said in told


@pytest.mark.node
def test_a_parameter_without_a_type_is_found(workshop, capfd):
    change(workshop, "words.js", "/** @param {LabelTables} labels */\n", "")
    assert page_types.check_page_types(workshop) != 0
    assert "implicitly has an 'any' type" in capfd.readouterr().out


def test_without_node_the_check_says_that_it_is_left_out(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(page_types.shutil, "which", lambda _: None)
    monkeypatch.delenv("PLANMAP_REQUIRE", raising=False)
    assert page_types.check_page_types(tmp_path) == 0
    assert "no Node.js with npm: the types of the pages' scripts are not checked" in capsys.readouterr().err


def test_without_node_the_check_fails_where_it_is_required(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(page_types.shutil, "which", lambda _: None)
    monkeypatch.setenv("PLANMAP_REQUIRE", "chromium, node")
    assert page_types.check_page_types(tmp_path) == 1
    assert "PLANMAP_REQUIRE names node: no Node.js with npm" in capsys.readouterr().err


def test_what_npm_cannot_install_is_said(tmp_path, capsys, monkeypatch):
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(
        page_types.shutil, "which", lambda name: shutil.__file__ if name == "node" else "false"
    )
    monkeypatch.setenv("PLANMAP_REQUIRE", "node")
    assert page_types.check_page_types(tmp_path) == 1
    assert "npm could not install what package-lock.json names" in capsys.readouterr().err


def test_the_lock_pins_each_package_by_hash_and_names_no_registry():
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: pin for name, pin in json.loads(text)["packages"].items() if name}
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(pin["integrity"].startswith("sha512-") for pin in packages.values())
    assert re.findall(r"https?:|resolved", text) == []
