"""Facets, legend and list as one, in a real browser without network."""

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}


def shown(page):
    return page.tab.eval_on_selector_all(
        "#panel-tasks .task", "rows => rows.filter(row => row.offsetParent).map(row => row.dataset.task)"
    )


def segment(page, name):
    return page.tab.locator(".segment", has_text=name)


def test_a_status_shows_its_tasks_only_and_groups_say_n_of_m(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    segment(page, "在办").click()
    assert shown(page) == ["T-01-02"]
    assert page.texts("#panel-tasks h3:visible span") == ["1 / 5 项"]
    assert segment(page, "在办").get_attribute("aria-pressed") == "true"
    assert page.texts(".filter-line span") == ["显示 1 / 6 项"]
    segment(page, "在办").click()
    assert len(shown(page)) == 6


def test_the_figures_never_change_with_filters(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    before = page.texts(".figure dd")
    segment(page, "完成").click()
    assert page.texts(".figure dd") == before


def test_counts_are_what_a_choice_would_give(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    assert [text.replace("\n", "") for text in page.texts(".segment")] == [
        "逾期0",
        "在办1",
        "计划4",
        "完成1",
    ]
    segment(page, "完成").click()
    assert page.texts(".segment .count") == ["0", "1", "4", "1"]
    page.tab.locator(".facet-unit").click()
    assert page.texts(".menu-unit .option") == ["东新区管委会\n1", "东新区政务中心\n0"]


def test_a_facet_is_used_with_the_keyboard_alone(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    keyboard = page.tab.keyboard
    page.tab.locator(".facet-unit").focus()
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Space")
    assert shown(page) == ["T-01-06"]
    keyboard.press("Escape")
    assert not page.tab.locator(".menu-unit").is_visible()
    assert page.tab.evaluate("document.activeElement.className").startswith("facet facet-unit")
    assert page.texts(".facet-unit .facet-chosen") == ["东新区政务中心"]
    assert shown(page) == ["T-01-06"]


def test_a_menu_closes_when_the_reader_goes_elsewhere(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(".facet-category").click()
    assert page.tab.locator(".menu-category").is_visible()
    page.tab.locator("h1").click()
    assert not page.tab.locator(".menu-category").is_visible()


def test_precision_counts_places_zones_and_what_is_not_on_the_map(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(".facet-precision").click()
    assert page.texts(".menu-precision .option") == [
        "准确\n2",
        "沿路\n2",
        "范围\n1",
        "片区级\n1",
        "未落图\n1",
    ]
    page.tab.locator(".menu-precision .option", has_text="沿路").click()
    page.tab.locator(".menu-precision .option", has_text="未落图").click()
    assert shown(page) == ["T-01-01", "T-01-04", "T-01-06"]
    assert page.texts(".facet-precision .facet-chosen") == ["2 个"]


def test_a_legend_row_shows_its_family_only_in_list_and_map(zone_file, open_page, read_drawn):
    page = open_page(zone_file, **STILL)
    row = page.tab.locator(".legend-row", has_text="道路交通")
    assert row.get_attribute("aria-pressed") == "false"
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    assert shown(page) == ["T-01-01"]
    labels = read_drawn(page.tab).labels
    assert "东新区" in labels
    assert not any("大市场" in text or "中心公园" in text for text in labels)
    row.click()
    assert any("大市场" in text for text in read_drawn(page.tab).labels)


def test_a_status_row_of_the_legend_is_the_segment(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(".legend-row", has_text="完成").click()
    assert shown(page) == ["T-01-03"]
    assert segment(page, "完成").get_attribute("aria-pressed") == "true"


def test_a_place_of_several_tasks_stays_while_one_is_shown(zone_file, open_page, read_drawn):
    page = open_page(zone_file, **STILL)
    assert "大市场 · 2 项" in read_drawn(page.tab).labels
    segment(page, "完成").click()
    assert "大市场" in read_drawn(page.tab).labels


def test_the_name_of_a_zone_stays_where_it_is(zone_file, open_page, read_drawn):
    page = open_page(zone_file, **STILL)
    before = read_drawn(page.tab).labels["东新区"].bounds
    segment(page, "完成").click()
    assert read_drawn(page.tab).labels["东新区"].bounds == before


def test_what_is_not_shown_is_no_longer_chosen(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator("#panel-tasks .row").first.click()
    segment(page, "完成").click()
    segment(page, "完成").click()
    assert page.tab.locator(".is-open").count() == 0


def test_nothing_found_says_so_and_offers_the_way_back(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    segment(page, "完成").click()
    page.tab.locator(".search-input").fill("做别的事")
    empty = page.tab.locator("#panel-tasks .no-match")
    assert empty.inner_text().split() == [
        "没有符合条件的任务",
        "本片区共",
        "6",
        "项，都被筛选条件挡住了。",
        "清除全部条件",
    ]
    empty.locator("button").click()
    assert len(shown(page)) == 6
    assert page.tab.locator(".search-input").input_value() == ""


def test_escape_takes_back_popup_choice_and_filters_in_turn(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    segment(page, "完成").click()
    page.tab.locator("#panel-tasks .row:visible").first.click()
    page.tab.locator("#panel-tasks .place").click()
    states = []
    for _ in range(3):
        page.tab.keyboard.press("Escape")
        states.append(
            (
                page.tab.locator(".popup").is_visible(),
                page.tab.locator("#panel-tasks .is-open").count(),
                len(shown(page)),
            )
        )
    assert states == [(False, 1, 1), (False, 0, 1), (False, 0, 6)]


def test_what_is_not_on_the_map_follows_too(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(".search-input").fill("某院")
    page.tab.locator("#tab-unplaced").click()
    assert page.texts("#panel-unplaced h3:visible") == ["片区级：只知道在片区内\n1 项"]


def test_facets_are_within_reach_of_a_thumb(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    heights = {
        name: page.tab.locator(name).first.bounding_box()["height"]
        for name in (".segments", ".facet", ".action")
    }
    assert min(heights.values()) >= 44
    page.tab.locator(".facet-category").click()
    page.tab.locator(".menu-category .option", has_text="公园绿化").click()
    assert shown(page) == ["T-01-02"]
    menu = page.tab.locator(".menu-category").bounding_box()
    assert menu["y"] + menu["height"] <= 844
    assert page.tab.evaluate("document.documentElement.scrollWidth") == 390


def test_the_index_filters_table_and_map(index_file, open_page, read_drawn):
    page = open_page(index_file, **STILL)
    page.tab.locator(".segment", has_text="完成").click()
    assert page.tab.locator("tbody tr:visible").count() == 1
    assert "大市场" in read_drawn(page.tab).labels
    assert page.texts(".sum p span") == ["7 ＝ 4 ＋ 2 ＋ 1"]
