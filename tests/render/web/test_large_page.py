"""A page of very many tasks: none is left out, and one that is too large says where to look."""

from datetime import date

import pytest
from shapely import Point

from geo.render.web import large_page, page_bytes, zone_map
from geo.render.web.large_page import is_large, rows_of_tasks
from tests.render.web.conftest import AT, EAST, TASKS, WEST, layers_of, page_of, task

pytestmark = pytest.mark.chromium


def many(count):
    return [task(number, text=f"完成第{number}项", due=date(2020, 9, 1)) for number in range(1, count + 1)]


def test_each_task_has_a_row_a_place_and_one_without_a_place():
    rows = rows_of_tasks(layers_of(TASKS[:6], AT))
    assert sorted(rows["task_id"]) == sorted(
        ["T-01-01", "T-01-02", "T-01-03", "T-01-04", "T-01-04", "T-01-05", "T-01-06"]
    )
    unplaced = rows[rows.geometry.isna()]
    assert set(unplaced["task_id"]) == {"T-01-05", "T-01-06"}
    assert set(unplaced["placed"]) == {"zone", "no"}
    assert rows.set_index("task_id").loc["T-01-03", "place"] == "大市场"


def test_an_ordinary_page_stays_what_it_is(east):
    assert not is_large(east.layers)


def test_beyond_the_crossing_the_page_lists_and_counts_every_task(base, zones, drawing, assets, open_page):
    tasks = many(large_page.MOST_PLACED_TASKS + 1)
    places = [(1, "P-02", "大市场", "market", "exact", 20.0, Point(113.95, 34.02))]
    made = page_of(EAST, tasks, places=places, limits=zones)
    page = open_page(page_bytes(zone_map(made, base=base, siblings=[EAST, WEST], **drawing), assets=assets))
    page.tab.wait_for_selector(".feature-row")
    assert page.texts(".shown-count") == ["显示 501 / 501 个，其中 500 个没有位置"]
    assert page.tab.locator(".pages-menu").count() == 1
    page.tab.fill(".search-input", "第501项")
    assert page.texts(".feature-row .title") == ["完成第501项"]
    assert not page.faults


def test_what_no_browser_holds_is_refused_with_a_way_to_go(
    base, zones, drawing, assets, open_page, monkeypatch
):
    monkeypatch.setattr(large_page, "MOST_FEATURES", 1_500)
    made = page_of(EAST, many(1_501), limits=zones)
    page = open_page(page_bytes(zone_map(made, base=base, siblings=[EAST, WEST], **drawing), assets=assets))
    [said] = page.texts("main")
    assert "1,501" in said
    assert "1,500" in said
    assert "layers/planmap.qgz" in said
    assert "planmap push" in said
    assert not page.tab.locator(".folium-map").is_visible()
    assert not page.faults
