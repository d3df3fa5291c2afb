"""The index page in a real browser without network."""

import pytest

from geo.render.web import index_map, page_bytes

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


def test_totals_by_unit_by_family_and_by_month_count_each_task_once(index_file, open_page):
    page = open_page(index_file)
    for chart in (0, 1, 2):
        counts = page.tab.locator(".chart").nth(chart).locator("li > .count").all_inner_texts()
        assert sum(map(int, counts)) == 7


def test_months_stand_in_order_and_tasks_without_a_deadline_last(index_file, open_page):
    page = open_page(index_file)
    months = page.tab.locator(".chart").nth(2).locator(".chart-label").all_inner_texts()
    assert months[-1] == "无期限"
    assert len(months) > 1
    assert months[:-1] == sorted(months[:-1])


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


@pytest.fixture(scope="module")
def reading_file(east, west, base, drawing, told, assets):
    return page_bytes(index_map([east, west], base=base, report=told, **drawing), assets=assets)


STILL = {"reduced_motion": "reduce"}


def test_the_report_unfolds_from_the_top_of_the_page(reading_file, open_page):
    page = open_page(reading_file, fragment="#s=planned", **STILL)
    text = page.tab.locator(".report-text")
    assert not text.is_visible()
    page.tab.locator(".sum a", has_text="报告原文").click()
    assert text.is_visible()
    assert 0 <= page.tab.locator("#report").bounding_box()["y"] < 200
    assert page.tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.tab.evaluate("location.hash") == "#s=planned"


def test_the_report_leads_to_the_map_and_to_the_pages(reading_file, open_page):
    page = open_page(reading_file, **STILL)
    page.tab.locator(".report-fold > summary").click()
    page.tab.locator(".report-text a.task-number").first.click()
    assert page.tab.evaluate("location.hash").startswith("#t=T-01-01")
    page.tab.locator(".report-text .text-place-located").first.click()
    assert page.texts(".popup h2") == ["长安街"]
    stage = page.tab.locator(".stage").bounding_box()
    assert stage["y"] < 900
    assert page.tab.locator(".report-open").get_attribute("href") == "Z-01.html#T-01-01"


def test_a_way_down_the_page_takes_no_filter_away(index_file, open_page):
    page = open_page(index_file, fragment="#s=done", **STILL)
    page.tab.locator(".sum a", has_text="未落图清单").click()
    assert page.tab.locator("#unplaced").bounding_box()["y"] < 900
    assert page.tab.evaluate("location.hash") == "#s=done"
    assert page.tab.locator("tbody tr:not(.no-match):visible").count() == 1


def order(page):
    return [
        link.split("#")[1]
        for link in page.tab.locator("tbody tr:visible th a").evaluate_all(
            "links => links.map((link) => link.getAttribute('href'))"
        )
    ]


def test_the_table_sorts_by_each_column_and_back_to_the_order_of_the_report(index_file, open_page):
    page = open_page(index_file, **STILL)
    reported = order(page)
    head = page.tab.locator("thead th", has_text="期限")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert order(page)[-1] == "T-01-02", "what has no deadline comes last"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert order(page)[-1] == "T-01-02"
    status = page.tab.locator("thead th", has_text="状态")
    status.locator("button").press("Enter")
    assert head.get_attribute("aria-sort") is None
    shown = [text.strip() for text in page.texts("tbody tr:visible .column-status")]
    assert shown == sorted(shown, key=["在办", "计划", "完成"].index)
    page.tab.locator("thead th").first.locator("button").click()
    assert order(page) == reported


def test_a_sorted_table_follows_the_filters(index_file, open_page):
    page = open_page(index_file, **STILL)
    page.tab.locator("thead th.column-unit button").click()
    page.tab.locator(".segment", has_text="计划").click()
    assert len(order(page)) == int(
        page.tab.locator(".segment", has_text="计划").locator(".count").inner_text()
    )
