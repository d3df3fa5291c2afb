"""The switch between Chinese and English, as a reader without Chinese uses it."""

import re

import pytest

from geo.render.web import index_map, page_bytes, zone_map

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
HAN = re.compile(r"[\u3400-\u9fff]")
REFUSE_STORAGE = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('no', 'SecurityError'); },
})"""
NAMES = re.compile("东新区|长安街|大市场")
"""Names of the data that stand within a sentence of the interface."""
INTERFACE = """() => {
    const skip = element => element.closest('[lang=zh-CN]:not(html), script, style');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        if (!skip(walker.currentNode.parentElement)) found.push(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [title]')) {
        if (!skip(element)) found.push(element.getAttribute('aria-label') ?? '');
    }
    return found;
}"""
"""Everything that is said and is not marked as Chinese."""


@pytest.fixture(scope="module")
def both(east, west, base, drawing, translations, told, assets):
    siblings = [east.zone, west.zone]
    zone = zone_map(east, base=base, siblings=siblings, translations=translations, report=told, **drawing)
    index = index_map([east, west], base=base, translations=translations, **drawing)
    return {"zone": page_bytes(zone, assets=assets), "index": page_bytes(index, assets=assets)}


@pytest.mark.parametrize("kind", ["zone", "index"])
def test_the_page_is_chinese_until_a_reader_switches(both, open_page, kind):
    page = open_page(both[kind])
    assert page.tab.locator("html").get_attribute("lang") == "zh-CN"
    assert page.texts(".language") == ["EN"]
    with page.tab.expect_navigation():
        page.tab.locator(".language").click()
    page.tab.locator(".language", has_text="中").wait_for()
    assert page.tab.locator("html").get_attribute("lang") == "en"
    assert "项目一张图" not in page.tab.title()


@pytest.mark.parametrize("kind", ["zone", "index"])
def test_in_english_nothing_is_said_in_chinese_but_what_the_data_say(both, open_page, kind):
    page = open_page(both[kind], query="?lang=en", **STILL)
    if kind == "zone":
        page.tab.locator("#panel-tasks .row").first.click()
        page.tab.locator("#panel-tasks .place").first.click()
        page.tab.locator("#tab-unplaced").click()
        page.tab.locator("#panel-unplaced .row").first.click()
        page.tab.locator("#tab-report").click()
        page.tab.locator(".button-measure").click()
    said = [text for text in page.tab.evaluate(INTERFACE) if HAN.search(NAMES.sub("", text))]
    assert set(said) <= {"中", "切换到中文"}


def test_the_choice_is_kept_for_the_next_page(both, open_page):
    page = open_page(both["zone"], fragment="#T-01-02")
    with page.tab.expect_navigation():
        page.tab.locator(".language").click()
    page.tab.locator("html[lang=en]").wait_for()
    page.tab.wait_for_url(re.compile(r"[#&]t=T-01-02\b"))
    page.tab.goto(page.tab.url.split("?")[0])
    assert page.tab.locator("html").get_attribute("lang") == "en"
    with page.tab.expect_navigation():
        page.tab.locator(".language").click()
    page.tab.locator("html[lang=zh-CN]").wait_for()
    assert "lang" not in page.tab.evaluate("location.search")


def test_where_nothing_can_be_kept_the_address_and_the_links_say_it(both, open_page):
    page = open_page(both["zone"], before=REFUSE_STORAGE)
    with page.tab.expect_navigation():
        page.tab.locator(".language").click()
    page.tab.locator("html[lang=en]").wait_for()
    assert page.tab.evaluate("location.search") == "?lang=en"
    assert page.tab.locator("nav a").first.get_attribute("href") == "index.html?lang=en"
    assert page.tab.locator(".pages-menu a").first.get_attribute("href") == "Z-01.html?lang=en"


def test_a_language_that_the_page_does_not_speak_is_chinese(both, open_page):
    page = open_page(both["zone"], query="?lang=%3Cimg%20src=x%3E")
    assert page.tab.locator("html").get_attribute("lang") == "zh-CN"


def test_a_page_without_other_words_has_no_switch(zone_file, open_page):
    assert open_page(zone_file).tab.locator(".language").count() == 0


def test_one_thing_is_counted_as_one(both, open_page):
    page = open_page(both["zone"], query="?lang=en")
    assert [text.split("\n")[-1] for text in page.texts("#panel-tasks .group h3")] == ["5 tasks", "1 task"]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("kind", ["zone", "index"])
def test_english_breaks_no_line_that_should_stand(both, open_page, kind, width, height):
    page = open_page(both[kind], query="?lang=en", width=width, height=height)
    assert page.tab.evaluate("document.documentElement.scrollWidth") == width
    lines = ".figure dt, .tabs [role=tab], .language, .map-button, .measure-button"
    heights = page.tab.locator(lines).evaluate_all(
        "elements => elements.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
    )
    assert heights == []
    figures = page.tab.locator(".figure dt").evaluate_all(
        "elements => elements.map(e => e.getBoundingClientRect().height)"
    )
    assert len(set(figures)) <= 1


def test_known_categories_are_said_in_english_and_found_in_both_languages(both, open_page):
    page = open_page(both["zone"], query="?lang=en", **STILL)
    meta = page.texts("#panel-tasks .task .row .meta bdi")
    assert meta[:2] == ["Road repair", "Parks and green space"]
    assert "没有听说过的类别" in meta
    page.tab.locator(".facet-category").click()
    assert "Road repair" in page.texts(".menu-category .option bdi")
    for query in ("road repair", "道路整治", "daolu"):
        page.tab.locator(".search-input").fill(query)
        assert page.tab.locator("#panel-tasks .task:visible").count() == 1, query


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_word_of_the_facets_and_of_the_sum_is_cut_or_broken_in_english(both, open_page, width):
    page = open_page(both["zone"], query="?lang=en", width=width, **STILL)
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
    assert page.tab.eval_on_selector_all(".facet, .facet span, .facet bdi:not(:empty)", cut) == []
    page = open_page(both["index"], query="?lang=en", width=width, **STILL)
    heights = page.tab.eval_on_selector_all(
        ".sum .ledger-key li, .sum a",
        "elements => elements.map((each) => each.getBoundingClientRect().height)",
    )
    assert max(heights) < 30
