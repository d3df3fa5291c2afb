"""The page of any features as a reader uses it: search, facets, list, map, exports, address."""

import io
import json
import unicodedata
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo.render.web import WebKit, feature_map, page_bytes
from tests.render.web.conftest import HOSTILE

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
SEED = 7
ROADS = ("德化街", "大同路", "福寿街", "敦睦路", "延陵街", "长江路")
ROWS = 4_000


@pytest.fixture(scope="session")
def kit(drawing):
    return WebKit(drawing["style"], drawing["labels"])


@pytest.fixture(scope="session")
def many():
    """Points on a grid, so that each can be pointed at alone; every seventh has no geometry."""
    index = range(ROWS)
    return gpd.GeoDataFrame(
        {
            "name": [f"{ROADS[i % 6]}{i}号" for i in index],
            "unit": [f"第{i % 5}办事处" for i in index],
            "category": [("道路整治", "公园绿化", "没听过")[i % 3] for i in index],
            "status": [("planned", "started", "done")[i % 3] for i in index],
            "due": [date(2020, 1 + i % 12, 1) if i % 4 else None for i in index],
            "length_m": [float(i % 100) for i in index],
        },
        geometry=[
            None if i % 7 == 3 else Point(113.6 + i % 80 * 0.001, 34.7 + i // 80 * 0.001) for i in index
        ],
        crs=4326,
    )


@pytest.fixture(scope="session")
def many_file(many, kit, drawing, assets):
    return page_bytes(
        feature_map(many, title="试验", source="a.gpkg", kit=kit, readings=drawing["readings"]), assets=assets
    )


SHAPES = gpd.GeoDataFrame(
    {"name": ["点", "线", "孔", "两块", "群", "无"], "n": [1, 2, 3, 4, 5, None]},
    geometry=[
        Point(113.65, 34.75),
        LineString([(113.66, 34.75), (113.67, 34.76), (113.68, 34.75)]),
        Polygon(box(113.60, 34.70, 113.64, 34.74).exterior, [box(113.61, 34.71, 113.63, 34.73).exterior]),
        MultiPolygon([box(113.70, 34.70, 113.71, 34.71), box(113.72, 34.70, 113.73, 34.71)]),
        MultiPoint([(113.60, 34.77), (113.61, 34.78)]),
        None,
    ],
    crs=4326,
)


@pytest.fixture(scope="session")
def shapes_file(kit, assets):
    return page_bytes(feature_map(SHAPES, title="形状", kit=kit), assets=assets)


@pytest.fixture
def open_features(open_page):
    """Open a page and wait until it is built, which is a task of its own."""

    def opened(file, **given):
        page = open_page(file, **given)
        page.tab.wait_for_selector(".leaflet-chosen-pane canvas", state="attached")
        return page

    return opened


def titles(page):
    return page.texts(".feature-row .title")


def shown(page):
    return page.texts(".shown-count")[0]


def wait_until(page, holds):
    for _ in range(100):
        if holds():
            return
        page.tab.wait_for_timeout(30)
    pytest.fail("it does not come to hold")


def choose(page, facet, value):
    """Choose a value of a facet by its name."""
    page.tab.locator(".facet", has_text=facet).click()
    page.tab.locator(".facet-menu:not([hidden]) .option", has_text=value).locator("input").click()
    page.tab.keyboard.press("Escape")


def counts(page, facet):
    page.tab.locator(".facet", has_text=facet).click()
    lines = [text.split("\n") for text in page.texts(".facet-menu:not([hidden]) .option")]
    page.tab.keyboard.press("Escape")
    return {name: int(number) for name, number in lines}


def test_every_feature_is_listed_and_counted_though_few_rows_are_in_the_page(many_file, open_features):
    page = open_features(many_file, **STILL)
    placeless = sum(i % 7 == 3 for i in range(ROWS))
    assert shown(page) == f"显示 {ROWS} / {ROWS} 个，其中 {placeless} 个没有位置"
    assert page.tab.locator(".feature-row").count() < 40
    assert titles(page)[0] == "德化街0号"
    page.tab.locator("#feature-list").focus()
    page.tab.keyboard.press("End")
    assert titles(page)[-1] == f"{ROADS[(ROWS - 1) % 6]}{ROWS - 1}号"
    last = page.tab.locator(".feature-row").last
    assert last.get_attribute("aria-posinset") == last.get_attribute("aria-setsize") == str(ROWS)
    assert not page.faults
    assert page.requests == [page.tab.url]


def folded(text):
    return unicodedata.normalize("NFKC", str(text)).lower()


@pytest.mark.parametrize("query", ["德化", "德化 第3", "１２３号", "2020-05", "完成", "没有这个", "号"])
def test_a_search_finds_the_rows_that_hold_every_word(query, many, many_file, open_features):
    page = open_features(many_file, **STILL)
    page.tab.fill(".search-input", query)
    said = many.drop(columns="geometry").assign(
        status=many["status"].map({"planned": "计划", "started": "在办", "done": "完成"})
    )
    texts = [[folded(cell) for cell in row if cell is not None] for row in said.itertuples(index=False)]
    expected = sum(all(any(word in text for text in row) for word in folded(query).split()) for row in texts)
    assert shown(page).startswith(f"显示 {expected} / {ROWS} 个")
    assert page.tab.locator(".no-match").is_visible() == (expected == 0)


@pytest.mark.parametrize(
    ("typed", "road"),
    [
        ("dehua", "德化"),
        ("dhj", "德化街"),
        ("yanling jie", "延陵街"),
        ("chang jiang", "长江"),
        ("dtl", "大同路"),
    ],
)
def test_a_search_by_sound_finds_what_it_sounds_like(typed, road, many_file, open_features):
    page = open_features(many_file, **STILL)
    page.tab.fill(".search-input", typed)
    number = sum(ROADS[i % 6].startswith(road) for i in range(ROWS))
    assert shown(page).startswith(f"显示 {number} / {ROWS} 个")
    assert all(title.startswith(road) for title in titles(page))
    assert page.tab.locator(".feature-row mark").first.inner_text() == road


def test_a_facet_counts_what_choosing_it_would_give(many, many_file, open_features):
    page = open_features(many_file, **STILL)
    choose(page, "责任单位", "第1办事处")
    assert counts(page, "责任单位") == many["unit"].value_counts().to_dict()
    within = many[many["unit"] == "第1办事处"]
    assert counts(page, "类别") == within["category"].value_counts().to_dict()
    choose(page, "类别", "公园绿化")
    both = within[within["category"] == "公园绿化"]
    assert shown(page).startswith(f"显示 {len(both)} / {ROWS} 个")
    page.tab.locator(".filter-line .clear-filters").click()
    assert shown(page).startswith(f"显示 {ROWS} / {ROWS} 个")


def test_days_and_numbers_are_narrowed_down_by_a_range(many, many_file, open_features):
    page = open_features(many_file, **STILL)
    page.tab.locator(".facet", has_text="期限").click()
    first, last = page.tab.locator(".facet-menu:not([hidden]) input").all()
    first.fill("2020-02-02")
    last.fill("2020-04-01")
    last.press("Tab")
    days = pd.to_datetime(many["due"])
    expected = days.between("2020-02-02", "2020-04-01")
    assert shown(page).startswith(f"显示 {expected.sum()} / {ROWS} 个")
    page.tab.locator(".facet", has_text="length_m").click()
    page.tab.locator(".facet-menu:not([hidden]) input").first.fill("90.5")
    page.tab.keyboard.press("Tab")
    both = expected & (many["length_m"] >= 90.5)
    assert shown(page).startswith(f"显示 {both.sum()} / {ROWS} 个")


def test_the_legend_takes_one_class_alone(many, many_file, open_features):
    page = open_features(many_file, **STILL)
    row = page.tab.locator(".legend-row", has_text="生态环境")
    expected = (many["category"] == "公园绿化").sum()
    assert row.locator(".count").inner_text() == str(expected)
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    assert shown(page).startswith(f"显示 {expected} / {ROWS} 个")


def test_a_row_shows_its_place_and_a_click_on_the_map_its_row(many_file, open_features):
    page = open_features(many_file, **STILL)
    page.tab.fill(".search-input", "福寿街2号")
    page.tab.locator(".feature-row", has_text="福寿街2号").first.click()
    assert page.texts(".feature-card h2") == ["福寿街2号"]
    card = page.texts(".feature-card dd")
    assert "2020-03-01" in card
    assert "完成" in card
    page.tab.locator(".feature-card .popup-close").click()
    assert not page.tab.locator(".feature-card").is_visible()
    page.tab.locator(".search-clear").click()
    stage = page.tab.locator(".folium-map").bounding_box()
    left, beside = (page.tab.locator(selector).bounding_box() for selector in (".folium-map", ".legend"))
    # The row stays in the middle of what nothing covers; there the map was taken.
    middle = ((left["x"] + 60 + beside["x"] - 24) / 2, stage["y"] + stage["height"] / 2)
    found = None
    for dx in range(-80, 81, 4):
        page.tab.mouse.click(middle[0] + dx, middle[1])
        if page.tab.locator(".feature-card").is_visible():
            found = page.texts(".feature-card h2")[0]
            break
    assert found
    assert page.texts(".feature-row[aria-selected=true] .title") == [found]


def test_the_map_shows_what_is_shown_and_nothing_else(many_file, open_features):
    page = open_features(many_file, **STILL)
    painted = """() => { const canvas = document.querySelector('.leaflet-features-pane canvas');
        const { width, height } = canvas;
        const copy = Object.assign(document.createElement('canvas'), { width, height });
        const context = copy.getContext('2d', { willReadFrequently: true });
        context.drawImage(canvas, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        let count = 0; for (let i = 3; i < data.length; i += 4) count += data[i] > 0; return count; }"""
    whole = page.tab.evaluate(painted)
    page.tab.fill(".search-input", "没有这个")
    wait_until(page, lambda: page.tab.evaluate(painted) == 0)
    page.tab.fill(".search-input", "德化街0号")
    wait_until(page, lambda: page.tab.evaluate(painted) > 0)
    assert page.tab.evaluate(painted) < whole / 20


def test_arrows_and_enter_go_through_the_list(many_file, open_features):
    page = open_features(many_file, **STILL)
    page.tab.keyboard.press("/")
    page.tab.keyboard.type("第1办事处")
    page.tab.keyboard.press("ArrowDown")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.tab.keyboard.press(key)
    assert page.texts(".feature-row[aria-selected=true] .title") == ["德化街6号"]
    assert page.texts(".feature-card h2") == ["德化街6号"]
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator(".feature-card").is_visible()


def test_a_copied_address_shows_the_same(many_file, open_features):
    page = open_features(many_file, **STILL)
    page.tab.fill(".search-input", "大同")
    choose(page, "状态", "在办")
    page.tab.locator(".facet", has_text="length_m").click()
    page.tab.locator(".facet-menu:not([hidden]) input").first.fill("50")
    page.tab.keyboard.press("Tab")
    page.tab.locator(".feature-row").nth(1).click()
    wait_until(page, lambda: "&s=" in page.tab.evaluate("location.hash"))
    told, fragment = shown(page), page.tab.evaluate("location.hash")
    again = open_features(many_file, fragment=fragment, **STILL)
    assert shown(again) == told != f"显示 {ROWS} / {ROWS} 个"
    assert again.texts(".feature-card h2") == page.texts(".feature-card h2")


@pytest.mark.parametrize(
    "fragment", ["#%E0%A4", "#s=99999999&v=1,2&f.nix=1&r.due=..&q=%", "#f.unit=没有", "#s=0"]
)
def test_a_broken_address_breaks_nothing(fragment, many_file, open_features):
    page = open_features(many_file, fragment=fragment, **STILL)
    assert "显示" in shown(page)
    assert not page.faults


def saved(page, word):
    page.tab.locator(".action").click()
    with page.tab.expect_download() as download:
        page.tab.locator("[role=menuitem]", has_text=word).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_geojson_gives_every_shape_and_value_back(shapes_file, open_features):
    name, content = saved(open_features(shapes_file, **STILL), "GeoJSON")
    assert name == "形状.geojson"
    back = gpd.GeoDataFrame.from_features(json.loads(content)["features"])
    assert list(back["name"]) == list(SHAPES["name"])
    assert back["n"].tolist()[:5] == [1, 2, 3, 4, 5]
    for written, given in zip(back.geometry, SHAPES.geometry, strict=True):
        if given is None:
            assert written is None
        else:
            assert written.geom_type == given.geom_type
            assert shapely.equals_exact(written.normalize(), given.normalize(), 2e-6)
    assert all(polygon.exterior.is_ccw for polygon in back.geometry[3].geoms)


def test_csv_gives_what_is_shown_with_the_middle_of_each(shapes_file, open_features):
    page = open_features(shapes_file, **STILL)
    page.tab.fill(".search-input", "线")
    _, content = saved(page, "CSV")
    table = pd.read_csv(io.BytesIO(content))
    assert list(table.iloc[:, 0]) == ["线"]
    assert table["lon"][0] == pytest.approx(113.67)
    assert table["lat"][0] == pytest.approx(34.755, abs=1e-5)


def test_areas_are_chosen_where_they_are_and_not_in_their_holes(shapes_file, open_features):
    page = open_features(shapes_file, fragment="#v=34.72,113.62,14", **STILL)
    stage = page.tab.locator(".folium-map").bounding_box()
    middle = (stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2)
    page.tab.mouse.click(*middle)
    assert not page.tab.locator(".feature-card").is_visible()
    # 0.015 degrees west of the middle at zoom 14 lies in the ring, 0.01 is the edge of the hole.
    page.tab.mouse.click(middle[0] - 0.015 * 256 * 2**14 / 360, middle[1])
    assert page.texts(".feature-card h2") == ["孔"]


def test_hostile_texts_are_shown_as_typed(kit, assets, open_features):
    frame = gpd.GeoDataFrame(
        {"name": [f"名{text}" for text in HOSTILE], "category": list(HOSTILE), HOSTILE[0]: list(HOSTILE)},
        geometry=[Point(113.6 + i / 100, 34.7) for i in range(len(HOSTILE))],
        crs=4326,
    )
    page = open_features(page_bytes(feature_map(frame, title=HOSTILE[1], kit=kit), assets=assets), **STILL)
    assert page.tab.evaluate("window.hit") is None
    assert page.tab.locator(".feature-row .title").evaluate_all(
        "all => all.map(each => each.textContent)"
    ) == list(frame["name"])
    page.tab.locator(".feature-row").nth(1).click()
    assert page.tab.locator(".feature-card h2").text_content() == frame["name"][1]
    assert not page.faults


def test_the_page_speaks_english(many, kit, translations, assets, open_features):
    made = feature_map(many, title="t", kit=kit, translations=translations)
    page = open_features(page_bytes(made, assets=assets), query="?lang=en", **STILL)
    assert shown(page) == f"showing {ROWS} of {ROWS}, 571 of them without a place"
    assert set(counts(page, "Status")) == {"Planned", "Started", "Done"}


def test_a_phone_has_map_list_and_card(many_file, open_features):
    page = open_features(many_file, width=390, height=844, has_touch=True, **STILL)
    panel = page.tab.locator(".panel").bounding_box()
    assert panel["width"] == 390
    assert panel["y"] > 300
    page.tab.locator(".feature-row").nth(2).tap()
    card = page.tab.locator(".feature-card").bounding_box()
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= 390
    assert card["y"] + card["height"] < panel["y"]
    assert page.tab.evaluate("document.documentElement.scrollWidth") == 390
