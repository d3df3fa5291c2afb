"""A zone page as a planner uses it, in a real browser without network."""

import pytest

from geo.render.web import page_bytes

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
ROW = "#panel-tasks .row"
LONG_SOURCE = (
    "GitHub someone/some-pois @1a2b3c4, data/t.csv (Amap POI export); news.example.com/1 (某晚报, 2019)"
)


def open_rows(page):
    return page.tab.locator("#panel-tasks .row[aria-expanded=true]")


def test_the_page_opens_without_network_and_without_complaint(zone_file, open_page):
    page = open_page(zone_file)
    assert page.texts("h1") == ["东新区"]
    assert page.tab.locator("canvas.planmap-canvas").count() == 3


def test_the_figures_are_those_of_the_ledger(zone_file, open_page):
    page = open_page(zone_file)
    assert page.texts(".figure dd") == ["6", "4", "1", "1", "0"]


def test_tasks_stand_under_their_unit_with_their_facts(zone_file, open_page):
    page = open_page(zone_file)
    assert [text.split("\n") for text in page.texts("#panel-tasks .group h3")] == [
        ["东新区管委会", "5 项"],
        ["东新区政务中心", "1 项"],
    ]
    first = page.tab.locator(ROW).first.inner_text()
    assert all(words in first for words in ("完成第1项整治", "道路整治", "至 2020.10", "计划", "点名 1/8"))


def test_a_chosen_row_opens_and_shows_every_attribute(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(ROW).first.click()
    details = page.tab.locator("#panel-tasks .details").inner_text()
    for words in (
        "东新区管委会",
        "道路交通 · 道路整治",
        "2020-10-31",
        "8条道路",
        "力争",
        "如不受汛情影响",
        "长安街",
        "沿路 ±90 m",
        "实地核对",
        "GCJ-02",
        "reports/r.md",
    ):
        assert words in details  # fmt: skip


def test_a_chosen_row_moves_the_map_to_its_places(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    before = page.tab.locator(".scale-text").inner_text()
    page.tab.locator(ROW).nth(2).click()
    page.tab.wait_for_function(
        "before => document.querySelector('.scale-text').textContent !== before", arg=before
    )


def test_a_row_is_chosen_with_the_keyboard_and_escape_closes_it(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(ROW).nth(1).focus()
    page.tab.keyboard.press("Enter")
    assert open_rows(page).count() == 1
    page.tab.keyboard.press("Escape")
    assert open_rows(page).count() == 0


def test_a_clicked_place_selects_its_row_and_shows_a_popup(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(ROW).nth(2).click()
    page.tab.locator("#panel-tasks .place").click()
    assert "大市场" in page.tab.locator(".popup").inner_text()
    page.tab.keyboard.press("Escape")
    box = page.tab.locator(".folium-map").bounding_box()
    found = False
    for x in range(int(box["x"]) + 120, int(box["x"] + box["width"]) - 260, 12):
        page.tab.mouse.move(x, box["y"] + box["height"] / 2)
        if page.tab.evaluate("getComputedStyle(document.querySelector('.folium-map')).cursor") == "pointer":
            page.tab.mouse.click(x, box["y"] + box["height"] / 2)
            found = True
            break
    assert found
    assert open_rows(page).count() == 1
    assert page.tab.locator(".popup").is_visible()


def test_a_popup_lists_the_other_tasks_of_a_shared_place(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(ROW).nth(2).click()
    page.tab.locator("#panel-tasks .place").click()
    other = page.tab.locator(".popup-tasks button")
    assert other.inner_text() == "做别的事"
    other.click()
    assert "做别的事" in open_rows(page).inner_text()


def test_tabs_are_moved_between_with_the_arrow_keys(zone_file, open_page):
    page = open_page(zone_file)
    page.tab.locator("#tab-tasks").focus()
    page.tab.keyboard.press("ArrowRight")
    assert page.tab.locator("#tab-unplaced").get_attribute("aria-selected") == "true"
    assert page.tab.locator("#panel-unplaced").is_visible()
    assert not page.tab.locator("#panel-tasks").is_visible()


def test_what_is_not_on_the_map_stands_there_with_its_reason(zone_file, open_page):
    page = open_page(zone_file)
    page.tab.locator("#tab-unplaced").click()
    assert page.texts(".ledger") == ["本片区任务 6 ＝ 已落图 4 ＋ 片区级 1 ＋ 未落图 1"]
    panel = page.tab.locator("#panel-unplaced").inner_text()
    assert "原因：原文只有数量，没有点名" in panel
    assert "原因：所写地点查无坐标" in panel


def test_what_is_missing_stands_with_what_would_place_it(zone_file, open_page):
    page = open_page(zone_file)
    page.tab.locator("#tab-unplaced").click()
    row = page.tab.locator("#panel-unplaced .task[data-task=T-01-05]").inner_text()
    assert "缺：某院——门牌号" in row
    assert "东新区内，坐标不详" in row


def test_only_the_first_group_counts_as_not_on_the_map(zone_file, open_page):
    page = open_page(zone_file)
    assert page.texts("#tab-unplaced") == ["未落图\n1"] or page.texts("#tab-unplaced") == ["未落图1"]
    page.tab.locator("#tab-unplaced").click()
    assert [text.split("\n") for text in page.texts("#panel-unplaced .group h3")] == [
        ["未落图", "1 项"],
        ["片区级：只知道在片区内", "1 项"],
    ]
    between = page.tab.locator("#panel-unplaced .group + .not-counted + .group")
    assert between.count() == 1


def test_a_zone_says_what_its_limits_are_worth(zone_file, open_page):
    page = open_page(zone_file)
    assert page.texts(".limits-status") == ["示意：已知村庄的凸包，不是公布界线"]
    assert page.texts(".area-line") == ["12 km²（公布） · 图示界线 12.5 km² · ±100 m"]


def test_a_source_is_short_and_unfolds_to_the_whole(long_source_file, open_page):
    page = open_page(long_source_file, **STILL)
    page.tab.locator(ROW).nth(2).click()
    source = page.tab.locator("#panel-tasks .place-source").first
    assert source.inner_text() == "高德 POI 表＋网页 某晚报 2019 · 原坐标系 GCJ-02"
    source.locator("summary").click()
    assert LONG_SOURCE in source.inner_text()
    page.tab.locator("#panel-tasks .place").first.click()
    assert "高德 POI 表＋网页 某晚报 2019" in page.tab.locator(".popup dl").inner_text()


def test_the_legend_shows_only_what_the_page_shows(zone_file, open_page):
    legend = open_page(zone_file).tab.locator(".legend").inner_text()
    assert "道路交通" in legend
    assert "产业招商" not in legend
    assert "其他" in legend


def test_a_task_in_the_address_is_chosen(zone_file, open_page):
    page = open_page(zone_file, fragment="#T-01-03", **STILL)
    assert "完成第3项整治" in open_rows(page).inner_text()


def test_an_address_that_is_no_task_does_nothing(zone_file, open_page):
    page = open_page(zone_file, fragment="#%E4%zz")
    assert open_rows(page).count() == 0


def test_a_zone_without_published_limits_says_so(west_file, open_page):
    page = open_page(west_file)
    assert page.texts(".area-line") == ["未见公布界线，图上不画片区范围"]
    assert "片区级 1 项" in page.tab.locator(".zone-note").inner_text()


def test_the_menu_leads_to_the_other_pages(zone_file, open_page):
    page = open_page(zone_file)
    page.tab.locator(".pages-menu summary").click()
    links = page.tab.locator(".pages-menu a")
    assert [links.nth(i).get_attribute("href") for i in range(2)] == ["Z-01.html", "Z-02.html"]
    assert page.tab.locator("nav a", has_text="测试区").get_attribute("href") == "index.html"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_is_wider_than_the_screen(zone_file, open_page, width, height):
    page = open_page(zone_file, width=width, height=height)
    assert page.tab.evaluate("document.documentElement.scrollWidth") == width


def test_the_phone_has_a_sheet_of_three_heights(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    heights = []
    for _ in range(3):
        heights.append(page.tab.locator(".panel").bounding_box()["height"])
        page.tab.locator(".sheet-handle").click()
    assert len(set(heights)) == 3


def test_hostile_text_is_shown_as_typed_and_never_run(hostile_pages, assets, open_page):
    page = open_page(page_bytes(hostile_pages["zone"], assets=assets), **STILL)
    page.tab.locator(ROW).first.click()
    page.tab.locator("#panel-tasks .place").click()
    page.tab.locator("#tab-unplaced").click()
    page.tab.locator("#panel-unplaced .row").first.click()
    shown = page.tab.evaluate("document.body.textContent")
    for typed in (
        "</script><script>",
        '<img src=x onerror="window.hit=2">',
        "${window.hit=3}`${1}`",
        "{{ 7 * 7 }}{% raw %}{# a #}",
        "a\u202eb\u2066c\u200f",
        "&lt;b&gt;&amp;",
        "𠮷🚧",
    ):
        assert shown.count(typed) > 10  # fmt: skip
    assert page.tab.evaluate("window.hit") is None
    assert page.tab.locator("main img, main script").count() == 0


@pytest.mark.parametrize(("width", "height"), [(1440, 620), (390, 844)])
def test_a_row_that_opens_at_the_edge_of_the_list_is_brought_into_sight(
    long_list_file, open_page, width, height
):
    page = open_page(long_list_file, width=width, height=height, **STILL)
    room = page.tab.locator(".panel-body").bounding_box()
    rows = page.tab.locator("#panel-tasks .task")
    at_edge = next(
        row
        for row in rows.all()
        if row.bounding_box()["y"] + row.bounding_box()["height"] > room["y"] + room["height"] - 8
    )
    at_edge.locator(".row").click(position={"x": 60, "y": 4})
    facts = at_edge.locator(".details dl").bounding_box()
    room = page.tab.locator(".panel-body").bounding_box()
    assert at_edge.bounding_box()["y"] >= room["y"]
    assert facts["y"] + 100 <= room["y"] + room["height"]


def test_on_the_phone_an_open_task_takes_the_room_of_the_zones_figures(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    figures = page.tab.locator(".figures")
    assert figures.is_visible()
    page.tab.locator("#panel-tasks .row").first.click()
    assert not figures.is_visible()
    page.tab.locator("#panel-tasks .row").first.click()
    assert figures.is_visible()
