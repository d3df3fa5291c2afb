"""One search box over all fields, in a real browser without network."""

from dataclasses import replace

import pytest

from geo.render.web import page_bytes, zone_map

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
ROWS = "#panel-tasks .task:visible"


def search(page, query):
    page.tab.locator(".search-input").fill(query)


def shown(page):
    return page.tab.eval_on_selector_all(
        "#panel-tasks .task", "rows => rows.filter(row => row.offsetParent).map(row => row.dataset.task)"
    )


def marked(page):
    return page.texts(f"{ROWS} mark")


def test_the_slash_comes_to_the_box_and_typing_finds_by_initials(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.keyboard.press("/")
    page.tab.keyboard.type("caj")
    assert shown(page) == ["T-01-01"]
    assert page.tab.locator(".search-input").input_value() == "caj"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("长安", ["T-01-01"]),
        ("changanjie", ["T-01-01"]),
        ("chang an jie", ["T-01-01"]),
        ("c a j", ["T-01-01"]),
        ("ZHANGANJ", ["T-01-01"]),
        ("zhongxingy", ["T-01-02"]),
        ("整治 公园", ["T-01-02"]),
        ("第3项", ["T-01-03"]),
        ("第３项", ["T-01-03"]),
        ("zaiban", ["T-01-02"]),
        ("t-01-04", ["T-01-04"]),
        ("政务中心", ["T-01-06"]),
        ("无期限", ["T-01-02"]),
        ("如不受汛情影响", ["T-01-01"]),
        ("门牌号", ["T-01-05"]),
        ("dsc dxtd", ["T-01-04"]),
        ("没有这样的词", []),
    ],
)
def test_a_query_finds_what_a_reader_means(zone_file, open_page, query, found):
    page = open_page(zone_file, **STILL)
    search(page, query)
    assert shown(page) == found


def test_hits_are_marked_where_they_stand(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    search(page, "gylh")
    assert marked(page) == ["公园绿化"]
    search(page, "dxqgwh")
    assert page.texts("#panel-tasks h3:visible mark") == ["东新区管委会"]
    search(page, "")
    assert page.tab.locator("mark").count() == 0


def test_a_hit_that_a_row_does_not_show_is_told_with_its_field(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    search(page, "caj")
    assert page.texts(".row-hit") == ["地点\n长安街"]
    assert marked(page) == ["长安街"]


def test_the_details_of_an_open_row_are_marked_too(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    search(page, "实地")
    search(page, "汛情")
    page.tab.locator(ROWS).first.locator(".row").click()
    assert page.texts("#panel-tasks .details mark") == ["汛情"]


def test_the_number_found_is_announced(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    found = page.tab.get_by_role("status").filter(has_text="找到")
    search(page, "整治")
    assert found.inner_text() == "找到 3 项"
    search(page, "整治xyz")
    assert page.texts(".search-found") == ["没有找到"]


def test_enter_goes_to_the_first_row_and_arrows_go_on(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    search(page, "整治")
    page.tab.keyboard.press("Enter")
    page.tab.keyboard.press("ArrowDown")
    page.tab.keyboard.press("Enter")
    assert page.tab.locator(".is-open:visible").get_attribute("data-task") == "T-01-02"


def test_escape_empties_the_box_first(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator("#panel-tasks .row").first.click()
    search(page, "完成第1项")
    page.tab.keyboard.press("Escape")
    assert len(shown(page)) == 6
    assert page.tab.locator("#panel-tasks .is-open").count() == 1


def test_a_search_is_no_filter_of_the_figures(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    search(page, "caj")
    assert page.texts(".figure dd") == ["6", "4", "1", "1", "0"]


def test_the_phone_has_the_box_beside_the_menu_of_pages(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    box = page.tab.locator(".search").bounding_box()
    assert box["height"] == 44
    assert box["width"] > 180
    assert page.texts(".pages-menu summary") == ["片区"]
    search(page, "caj")
    assert shown(page) == ["T-01-01"]


def test_the_table_of_the_index_follows_the_box(index_file, open_page):
    page = open_page(index_file, **STILL)
    search(page, "xyq")
    rows = page.tab.locator("tbody tr:visible")
    assert rows.count() == 1
    assert rows.locator("mark").all_inner_texts() == ["西园区", "西园区"]
    search(page, "没有这样的词")
    assert "没有符合条件的任务" in page.tab.locator("tbody").inner_text()


@pytest.mark.parametrize(
    "query", ["<img src=x", "</script>", "${window.hit=3}`", "𠮷🚧", "\u202e", "&lt;b&gt;", "renwuyi", "\\"]
)
def test_hostile_text_stays_text_when_it_is_marked(hostile_pages, assets, open_page, query):
    page = open_page(page_bytes(hostile_pages["zone"], assets=assets), **STILL)
    before = page.tab.locator("#panel-tasks .title").first.text_content()
    search(page, query)
    page.tab.locator(".facet-unit").click()
    page.tab.locator(".menu-unit input").first.check()
    page.tab.locator(".facet-category").click()
    assert page.tab.locator(f"{ROWS} mark").count() > 0
    assert page.tab.locator("#panel-tasks .title").first.text_content() == before
    assert '<img src=x onerror="window.hit=2">' in page.tab.locator(".menu-category").text_content()
    assert page.tab.evaluate("window.hit") is None
    assert page.tab.locator("main img, main script").count() == 0


def test_a_name_of_ten_thousand_characters_is_searched_at_once(west, base, drawing, assets, open_page):
    layers = replace(west.layers, tasks=west.layers.tasks.assign(text="长" * 10_000 + "街"))
    page = open_page(page_bytes(zone_map(replace(west, layers=layers), base=base, **drawing), assets=assets))
    search(page, "changchangchangchangchangchangjie")
    assert shown(page) == ["T-01-07"]
    search(page, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzx")
    assert shown(page) == []
