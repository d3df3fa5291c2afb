"""The index page in a real browser without network."""

import pytest

from geo.render.web import page_bytes

pytestmark = pytest.mark.chromium


def test_the_sum_adds_up_over_all_pages(index_file, open_page):
    page = open_page(index_file)
    assert page.texts("h1") == ["测试区重点任务一张图"]
    assert page.texts(".sum p span") == ["7 ＝ 4 ＋ 2 ＋ 1"]


def test_there_is_a_card_with_a_picture_for_each_page(index_file, open_page):
    page = open_page(index_file)
    cards = page.tab.locator(".card")
    assert [cards.nth(i).get_attribute("href") for i in range(2)] == ["Z-01.html", "Z-02.html"]
    assert page.tab.locator(".card canvas").count() == 2
    assert "未见公布界线" in cards.nth(1).inner_text()


def test_totals_by_unit_and_by_family_count_each_task_once(index_file, open_page):
    page = open_page(index_file)
    for chart in (0, 1):
        counts = page.tab.locator(".chart").nth(chart).locator("li > .count").all_inner_texts()
        assert sum(map(int, counts)) == 7


def test_the_table_leads_to_each_task_on_its_page(index_file, open_page):
    page = open_page(index_file)
    links = page.tab.locator("tbody th a")
    assert links.count() == 7
    assert links.last.get_attribute("href") == "Z-02.html#T-01-07"


def test_what_could_not_be_placed_is_folded_by_reason(index_file, open_page):
    page = open_page(index_file)
    folds = page.tab.locator(".unplaced-list details")
    assert [text.split("\n") for text in page.texts(".unplaced-list summary")] == [
        ["未落图", "原文只有数量，没有点名", "1 项"],
        ["片区级", "所写地点查无坐标", "2 项"],
    ]
    assert page.tab.locator(".unplaced-list li:visible").count() == 0
    for fold in folds.all():
        fold.locator("summary").click()
    assert page.tab.locator(".unplaced-list details > ul > li:visible").count() == 3
    assert "缺：某院——门牌号" in page.tab.locator(".unplaced-list").inner_text()


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_is_wider_than_the_screen(index_file, open_page, width):
    page = open_page(index_file, width=width)
    assert page.tab.evaluate("document.documentElement.scrollWidth") == width


def test_hostile_text_is_shown_as_typed_and_never_run(hostile_pages, assets, open_page):
    page = open_page(page_bytes(hostile_pages["index"], assets=assets))
    shown = page.tab.evaluate("document.body.textContent")
    assert shown.count('<img src=x onerror="window.hit=2">') > 10
    assert page.tab.evaluate("window.hit") is None
