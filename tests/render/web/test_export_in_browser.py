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


TITLE_PX = 64
TASK_PIXELS = """() => {
    const map = document.querySelector('.folium-map').getBoundingClientRect();
    const canvas = document.querySelector('.leaflet-tasks-pane canvas');
    const { left, top } = canvas.getBoundingClientRect();
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const at = (x, y) => [...data.slice(4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 4)].join();
    const found = [];
    for (let y = 1; y < canvas.height - 1; y += 1) {
        for (let x = 1; x < canvas.width - 1; x += 1) {
            const own = at(x, y);
            const [red, green, blue, alpha] = own.split(',').map(Number);
            if (alpha < 255 || Math.max(red, green, blue) - Math.min(red, green, blue) < 40) continue;
            const same = (dx, dy) => at(x + dx, y + dy) === own && at(x - dx, y - dy) === own;
            if (!same(1, 0) && !same(0, 1)) continue;
            const place = [x + 2 * (left - map.left), y + 2 * (top - map.top)].map(Math.round);
            const isSeen = place.every((side, i) => side >= 0 && side < 2 * [map.width, map.height][i]);
            if (!isSeen) continue;
            found.push({ place, colour: [red, green, blue] });
        }
    }
    return found;
}"""
FAMILIES = {"ROD": "#BA5A2E", "ENV": "#0B6323", "COM": "#A08E00", "SRV": "#0F9A90"}


def rgb(colour):
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def test_a_picture_has_each_task_where_the_map_has_it(zone_file, open_page, pictures):
    page = open_page(zone_file, device_scale_factor=2, **STILL)
    drawn = page.tab.evaluate(TASK_PIXELS)
    _, content = saved(page, "PNG")
    places = [[x, 2 * TITLE_PX + y] for x, y in (spot["place"] for spot in drawn)]
    seen = pictures.ask("coloursAt", content, places)
    same = [
        max(abs(a - b) for a, b in zip(colour, spot["colour"], strict=True)) < 12
        for colour, spot in zip(seen, drawn, strict=True)
    ]
    assert len({tuple(spot["colour"]) for spot in drawn}) >= 2
    assert len(same) > 100
    assert sum(same) > 0.95 * len(same), sum(same) / len(same)


def test_a_picture_has_its_title_above_and_the_signs_of_what_is_shown_below(zone_file, open_page, pictures):
    page = open_page(zone_file, **STILL)
    _, content = saved(page, "PNG")
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    first, last = pictures.ask("inkIn", content, [0, 0, width, 2 * 34])
    long = page.tab.evaluate(
        "() => { const pen = document.createElement('canvas').getContext('2d');"
        "pen.font = `600 18px ${getComputedStyle(document.body).fontFamily}`;"
        "return pen.measureText('东新区').width; }"
    )
    assert first == pytest.approx(2 * 16, abs=6)
    assert last - first == pytest.approx(2 * long, abs=8)
    map_height = page.tab.locator(".folium-map").bounding_box()["height"]
    below = [0, round(2 * (TITLE_PX + map_height)), width, height]
    counts = pictures.ask("countIn", content, below, [rgb(colour) for colour in FAMILIES.values()])
    assert min(counts) > 100
    _, filtered = saved(open_page(zone_file, fragment="#s=done", **STILL), "PNG")
    below[3] = int.from_bytes(filtered[20:24])
    left = pictures.ask("countIn", filtered, below, [rgb(colour) for colour in FAMILIES.values()])
    assert [count > 100 for count in left] == [key == "COM" for key in FAMILIES]
