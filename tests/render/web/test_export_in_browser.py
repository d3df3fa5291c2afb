"""What the menu 分享 saves: read as the programs of its readers would."""

import io
import json

import pandas as pd
import pytest
from geojson_pydantic import FeatureCollection
from shapely.geometry import shape

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}


def saved(page, word):
    page.tab.locator(".action").click()
    with page.tab.expect_download() as download:
        page.tab.locator("[role=menuitem]", has_text=word).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_geojson_holds_each_place_of_each_shown_task(zone_file, open_page):
    name, content = saved(open_page(zone_file, **STILL), "GeoJSON")
    assert name == "东新区_2020-08-01.geojson"
    FeatureCollection.model_validate_json(content)
    features = json.loads(content)["features"]
    assert [feature["id"] for feature in features] == [
        "T-01-01-R-01", "T-01-02-P-01", "T-01-03-P-02", "T-01-04-R-02", "T-01-04-P-02", "T-01-05", "T-01-06",
    ]  # fmt: skip
    by_id = {feature["id"]: feature for feature in features}
    assert by_id["T-01-06"]["geometry"] is None
    assert by_id["T-01-06"]["properties"]["reason_label"] == "原文只有数量，没有点名"
    ring = shape(by_id["T-01-02-P-01"]["geometry"])
    assert ring.exterior.is_ccw
    assert ring.centroid.distance(shape({"type": "Point", "coordinates": (113.96, 34.02)})) < 1e-5
    assert by_id["T-01-03-P-02"]["properties"]["status_label"] == "完成"


def test_exports_follow_the_filters(zone_file, open_page):
    page = open_page(zone_file, fragment="#s=done", **STILL)
    _, content = saved(page, "GeoJSON")
    assert [feature["properties"]["task_id"] for feature in json.loads(content)["features"]] == ["T-01-03"]
    _, table = saved(page, "CSV")
    assert list(pd.read_csv(io.BytesIO(table))["任务编号"]) == ["T-01-03"]


def test_csv_has_one_row_a_task_and_opens_in_excel(zone_file, open_page):
    name, content = saved(open_page(zone_file, **STILL), "CSV")
    assert name == "东新区_2020-08-01.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 7
    table = pd.read_csv(io.BytesIO(content), dtype=str)
    assert table.columns.is_unique
    assert table["地点"].iloc[3] == "地下通道；大市场"
    assert table["缺"].iloc[4] == "某院"


def test_a_picture_is_twice_the_map_and_not_blank(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    name, content = saved(page, "PNG")
    assert name == "东新区_2020-08-01.png"
    map_box = page.tab.locator(".folium-map").bounding_box()
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    assert width == pytest.approx(2 * map_box["width"], abs=2)
    assert height > 2 * map_box["height"]
    assert len(content) > 40_000


def test_the_menu_works_with_keys(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    button = page.tab.locator(".action")
    button.focus()
    page.tab.keyboard.press("ArrowDown")
    assert page.tab.evaluate("document.activeElement.textContent") == "复制链接"
    page.tab.keyboard.press("ArrowUp")
    assert page.tab.evaluate("document.activeElement.textContent") == "打印 A3"
    page.tab.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.tab.evaluate("document.activeElement.className") == "action"
