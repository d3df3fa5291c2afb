"""docs/notebook.md works as it stands."""

from __future__ import annotations

import re
import textwrap
from importlib.resources import files
from pathlib import Path

import folium
import pytest

from geo.errors import InputError
from geo.render.web import Legend

REPOSITORY = Path(__file__).parents[1]
TEXT = (REPOSITORY / "docs/notebook.md").read_text(encoding="utf-8")
LEAFLET = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")


@pytest.fixture(scope="module")
def chart():
    """The map of the example, which reads this repository's workspace."""
    [code] = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    names = {}
    exec(code.replace('Path(".")', f"Path({str(REPOSITORY)!r})"), names)  # noqa: S102 - the text under test
    return names["chart"]


@pytest.fixture
def shown(chart, browser, tmp_path):
    """The map in a browser that has Leaflet and nothing else of the network."""
    file = tmp_path / "chart.html"
    chart.save(file)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")

    def answer(route):
        name = route.request.url.rpartition("/")[2]
        known = name in {"leaflet.js", "leaflet.css"}
        route.fulfill(body=LEAFLET.joinpath(name).read_text(encoding="utf-8") if known else "")

    context.route(re.compile("^https?://"), answer)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert faults == []


@pytest.mark.chromium
def test_the_example_draws_the_tasks_and_marks_the_report(shown):
    assert shown.locator("canvas.planmap-canvas").count() == 2
    assert shown.locator(".report-text h2").count() == 9
    assert shown.locator(".report-text .task-number").count() == 47
    assert "道路交通" in shown.locator(".legend").inner_text()


@pytest.mark.chromium
def test_a_sentence_leads_to_its_places(shown):
    panes = "['.leaflet-map-pane', '.leaflet-proxy']"
    view = f"{panes}.map(pane => document.querySelector(pane).style.transform).join()"
    before = shown.evaluate(view)
    shown.locator(".text-task[data-task=T-09-02] .task-number").click()
    shown.wait_for_function(f"before => {view} !== before", arg=before)
    assert shown.locator(".task-number[aria-current]").inner_text() == "09-02"
    shown.locator(".text-task[data-task=T-03-06] .text-place-located").first.click()
    assert "德化步行街" in shown.locator(".popup h2").inner_text()


@pytest.mark.chromium
def test_the_report_folds_away_and_scrolls_within_itself(shown):
    fold = shown.locator(".embedded-fold")
    shown.locator(".text-task[data-task=T-09-02] .task-number").click()
    assert fold.is_visible()
    assert shown.locator(".embedded-report").evaluate("panel => panel.scrollTop") == 0
    fold.click()
    assert not shown.locator(".report-text").is_visible()
    assert fold.get_attribute("aria-expanded") == "false"


@pytest.mark.chromium
def test_the_style_of_planmap_keeps_to_what_is_planmaps(shown):
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert shown.evaluate("getComputedStyle(document.querySelector('.planmap')).pointerEvents") == "none"
    assert shown.locator(".report-key").evaluate("key => getComputedStyle(key).position") == "sticky"


def test_however_often_the_example_is_shown_it_brings_the_scripts_once(chart):
    for _ in range(2):
        assert chart.get_root().render().count("addReportPanel,") == 1
    assert "planmap" in chart._repr_html_()


def test_a_map_without_scripts_says_what_to_add():
    lonely = folium.Map()
    Legend().add_to(lonely)
    with pytest.raises(InputError, match="add a TaskLayer"):
        lonely.get_root().render()


# --- Tiles of another datum ----------------------------------------------------------------------


def test_the_example_of_tiles_works_as_it_stands():
    [code] = re.findall(r"((?:^    .*\n|^\n)+)", TEXT.partition("## Tiles in")[2], re.MULTILINE)[1:2]
    names = {}
    exec(textwrap.dedent(code), names)  # noqa: S102 - the text under test
    page = names["chart"].get_root().render()
    assert "planmapTiles.offsetTiles(" in page
    assert '"GCJ-02"' in page


def test_the_picture_of_the_offset_is_light():
    content = (REPOSITORY / "docs/tile-offset.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) <= 250_000


def test_the_example_of_many_features_writes_its_page(tmp_path):
    [code] = re.findall(r"^((?:    .*\n|\n)*    .*roads\.html.*\n)", TEXT, re.MULTILINE)
    given = f"{(REPOSITORY / 'layers').as_posix()}/"
    exec(textwrap.dedent(code).replace("layers/", given).replace("roads.html", f"{tmp_path}/roads.html"), {})  # noqa: S102
    page = (tmp_path / "roads.html").read_text(encoding="utf-8")
    assert "<title>道路 · 项目一张图</title>" in page
