"""The committed pages in a real browser with the network off."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

MAPS = Path(__file__).parents[1] / "maps"
PAGES = sorted(path.name for path in MAPS.glob("*.html"))
ZONES = {
    "Z-01": "二七新区", "Z-02": "二七特色商业区", "Z-03": "马寨产业集聚区",
    "Z-04": "樱桃沟景区", "Z-05": "马寨镇", "Z-06": "全区性任务",
}  # fmt: skip


SIZES = [(1440, 900), (1024, 768), (390, 844)]
MOST_BYTES = 450_000
MOST_PIXELS = {1440: 4400, 390: 6700}
"""Heights of the index page that a reader can still scroll through."""
LIVE_REFERENCES = """() => [...document.querySelectorAll('*')].flatMap(element =>
    [...element.attributes]
        .filter(({ name }) => /^(src|srcset|href|xlink:href|action|data|poster|background)$/.test(name))
        .map(({ value }) => value))"""


class References(HTMLParser):
    """Collects what the elements of a page refer to: addresses in attributes and in style sheets."""

    ATTRIBUTES = frozenset(
        {
            "src",
            "srcset",
            "href",
            "xlink:href",
            "action",
            "formaction",
            "data",
            "poster",
            "background",
            "ping",
        }
    )

    def __init__(self):
        super().__init__()
        self.found, self.policy, self._in_style = [], None, False

    def handle_starttag(self, tag, attributes):
        self._in_style = tag == "style"
        self.found += [value for name, value in attributes if name in self.ATTRIBUTES]
        given = dict(attributes)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]

    def handle_endtag(self, tag):
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data):
        if self._in_style:
            self.found += re.findall(r"url\(([^)]*)\)|@import\s+([^;]*)", data)


@pytest.fixture
def opened(browser, canvas_record):
    """Open a page as a double click does, and keep what it asks for and what it complains of."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    context.add_init_script(canvas_record)

    def open_page(name, *, width=1440, height=900):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        requests, messages = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto((MAPS / name).as_uri())
        page.locator("canvas.planmap-canvas").first.wait_for(state="attached")
        return page, requests, messages

    yield open_page
    context.close()


@pytest.mark.chromium
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_complains_of_nothing(opened, name):
    _, requests, messages = opened(name)
    assert [url for url in requests if not url.startswith("file:")] == []
    assert len(requests) == 1
    assert messages == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_one_file_of_moderate_size_that_links_nothing_outside(name):
    html = (MAPS / name).read_text(encoding="utf-8")
    assert len(html.encode()) <= MOST_BYTES
    references = References()
    references.feed(html)
    assert references.found == []
    assert references.policy.startswith("default-src 'none'")


@pytest.mark.chromium
@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_builds_of_itself_refers_to_its_siblings_only(opened, name):
    page, _, _ = opened(name)
    targets = {target.split("#")[0] for target in page.evaluate(LIVE_REFERENCES)}
    assert targets <= {"", *PAGES}


def test_there_are_seven_pages():
    assert [*(f"{zone}.html" for zone in ZONES), "index.html"] == PAGES


@pytest.mark.chromium
@pytest.mark.parametrize(("zone", "title"), ZONES.items())
def test_a_zone_page_lists_its_tasks_and_what_could_not_be_placed(opened, zone, title):
    page, _, _ = opened(f"{zone}.html")
    text = page.inner_text("body")
    assert title in text
    assert "未落图" in text
    sheets = json.loads((MAPS.parent / "layers/sheets.geojson").read_text(encoding="utf-8"))["features"]
    counts = next(sheet["properties"] for sheet in sheets if sheet["id"] == zone)
    assert counts["tasks"] == counts["located"] + counts["zone_level"] + counts["unplaced"]
    assert re.search(rf"任务\s*{counts['tasks']}\b", text)


@pytest.mark.chromium
def test_initials_find_a_place(opened):
    page, _, messages = opened("Z-02.html")
    page.keyboard.press("/")
    page.keyboard.type("dhbxj")
    assert page.locator("#panel-tasks .task:visible mark").all_inner_texts() == ["德化步行街"]
    assert messages == []


@pytest.mark.chromium
def test_the_index_leads_to_every_page(opened):
    page, _, _ = opened("index.html")
    targets = {
        link.split("#")[0]
        for link in page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
    }
    assert {f"{zone}.html" for zone in ZONES} <= targets


@pytest.mark.chromium
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_names_on_the_map_neither_mislead_nor_collide(opened, read_drawn, name, width, height):
    page, _, _ = opened(name, width=width, height=height)
    drawn = read_drawn(page)
    assert drawn.labels
    assert drawn.in_strange_circles() == set()
    assert drawn.colliding() == set()


@pytest.mark.chromium
@pytest.mark.parametrize("width", MOST_PIXELS)
def test_the_index_can_be_scrolled_through(opened, width):
    page, _, _ = opened("index.html", width=width)
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_PIXELS[width]


@pytest.mark.chromium
@pytest.mark.parametrize("name", PAGES)
def test_sources_are_short_and_in_chinese(opened, name):
    page, _, _ = opened(name, width=390, height=844)
    notes = page.locator(".map-footer .note").last.inner_text()
    assert notes.startswith("界线来源 ")
    assert "GitHub" not in notes
    assert "PyPI" not in notes
