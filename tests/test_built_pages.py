"""The committed pages in a real browser with the network off."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

MAPS = Path(__file__).parents[1] / "maps"
PAGES = sorted(path.name for path in MAPS.glob("*.html"))
ZONES = {"Z-01": "二七新区", "Z-02": "二七特色商业区", "Z-03": "马寨产业集聚区", "Z-04": "樱桃沟景区", "Z-05": "马寨镇",
         "Z-06": "全区性任务"}  # fmt: skip


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def opened(browser):
    """Open a page as a double click does, and keep what it asks for and what it complains of."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})

    def open_page(name):
        page = context.new_page()
        requests, messages = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto((MAPS / name).as_uri())
        page.wait_for_function(
            "document.querySelector('canvas') !== null || document.querySelector('svg') !== null"
        )
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
    assert len(html.encode()) <= 450_000
    assert re.findall(r"""(?:src|href)\s*=\s*["']https?:""", html) == []
    assert "default-src 'none'" in html


def test_there_are_seven_pages():
    assert PAGES == [*(f"{zone}.html" for zone in ZONES), "index.html"]


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
def test_the_index_leads_to_every_page(opened):
    page, _, _ = opened("index.html")
    targets = {
        link.split("#")[0]
        for link in page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
    }
    assert {f"{zone}.html" for zone in ZONES} <= targets
