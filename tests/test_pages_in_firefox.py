"""The committed pages in the system's Firefox, with the network off, used as a reader would."""

from __future__ import annotations

import csv
import io
import re
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.firefox

MAPS = Path(__file__).parents[1] / "maps"
PAGES = sorted(path.name for path in MAPS.glob("*.html"))
WIDTHS = {"wide": (1440, 900), "phone": (390, 844)}
TASK = "T-01-01"
COLOURS_OF_MAP = """() => {
    const colours = new Set();
    for (const canvas of document.querySelectorAll('.folium-map canvas')) {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        for (let at = 0; at < data.length; at += 4 * 97) {
            if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
        }
    }
    return colours.size;
}"""


class Reader:
    """A page in Firefox, and everything that it asked for or complained of."""

    def __init__(self, context, address):
        self.tab, self.requests, self.messages = context.new_page(), [], []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.messages.append(message.text))
        self.tab.on("pageerror", lambda error: self.messages.append(str(error)))
        self.tab.goto(address)
        self.tab.locator("canvas.planmap-canvas").first.wait_for(state="attached")

    def hash(self):
        return self.tab.evaluate("location.hash")

    def row(self, task):
        return self.tab.locator(f"#panel-tasks .task[data-task='{task}']")


@pytest.fixture
def read(firefox_browser):
    """Open a page by its file; after the test it has asked for nothing and complained of nothing."""
    contexts, readers = [], []

    def open_page(name, *, fragment="", size="wide"):
        width, height = WIDTHS[size]
        contexts.append(
            firefox_browser.new_context(offline=True, viewport={"width": width, "height": height})
        )
        readers.append(Reader(contexts[-1], (MAPS / name).as_uri() + fragment))
        return readers[-1]

    yield open_page
    for reader in readers:
        assert [url for url in reader.requests if not url.startswith(("file:", "blob:"))] == []
        assert reader.messages == []
    for context in contexts:
        context.close()


def test_what_a_page_asks_for_and_complains_of_is_heard(firefox_browser, tmp_path):
    page = tmp_path / "careless.html"
    page.write_text(
        '<!DOCTYPE html><meta charset="utf-8"><canvas class="planmap-canvas"></canvas>'
        '<img src="http://192.0.2.1/x.png"><script>console.warn("heard"); thrown();</script>',
        encoding="utf-8",
    )
    context = firefox_browser.new_context(offline=True)
    reader = Reader(context, page.as_uri())
    for _ in range(50):
        if len(reader.messages) > 1 and reader.requests:
            break
        reader.tab.wait_for_timeout(100)
    context.close()
    assert [url.split(":", 1)[1] for url in reader.requests if url.endswith(".png")] == ["//192.0.2.1/x.png"]
    assert "heard" in reader.messages
    assert [message for message in reader.messages if "thrown" in message]


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_drawn_and_asks_for_nothing(read, name, size):
    reader = read(name, size=size)
    assert reader.tab.evaluate(COLOURS_OF_MAP) > 8
    assert reader.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "一张图" in reader.tab.title()


def test_letters_find_a_place_and_a_row_opens(read):
    reader = read("Z-02.html")
    reader.tab.keyboard.press("/")
    reader.tab.keyboard.type("dhbxj")
    found = reader.tab.locator("#panel-tasks .task:visible")
    assert found.locator("mark").all_inner_texts() == ["德化步行街"]
    reader.tab.keyboard.press("Enter")
    reader.tab.keyboard.press("Enter")
    assert found.locator(".row").get_attribute("aria-expanded") == "true"
    assert "德化步行街" in found.locator(".details").inner_text()
    assert re.search(r"t=T-\d\d-\d\d", reader.hash())


def test_filters_leave_what_passes_and_say_how_many(read):
    reader = read("Z-02.html")
    rows = reader.tab.locator("#panel-tasks .task:visible")
    before = rows.count()
    roads = reader.tab.locator(".legend-row", has_text="道路交通")
    promised = int(roads.locator(".count").inner_text())
    roads.click()
    assert 0 < rows.count() == promised < before
    assert roads.get_attribute("aria-pressed") == "true"
    reader.tab.keyboard.press("Escape")
    assert rows.count() == before


def test_a_click_on_the_map_opens_the_popup_of_a_place(read):
    reader = read("Z-02.html")
    reader.tab.locator("#panel-tasks .task .row").first.click()
    place = reader.tab.locator("#panel-tasks .task.is-open .place").first
    name = place.locator(".place-name").inner_text()
    place.click()
    popup = reader.tab.locator(".popup")
    assert popup.locator("h2").inner_text() == name
    box = reader.tab.locator(".popup-leader circle").bounding_box()
    popup.locator(".popup-close").click()
    assert popup.is_hidden()
    reader.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert popup.locator("h2").inner_text() == name
    assert "位置把握" in popup.inner_text()


def test_text_and_map_lead_to_each_other(read):
    reader = read("Z-02.html")
    reader.tab.locator("#tab-report").click()
    number = reader.tab.locator("#panel-report a.task-number").first
    number.click()
    assert number.get_attribute("aria-current") == "true"
    task = re.search(r"t=(T-\d\d-\d\d)", reader.hash())[1]
    reader.tab.locator(".report-open").click()
    assert reader.row(task).locator(".row").get_attribute("aria-expanded") == "true"


def test_a_copied_address_shows_the_same(read):
    reader = read("Z-02.html")
    reader.tab.locator(".preset-yearend").click()
    reader.tab.locator("#panel-tasks .task:visible .row").first.click()
    reader.tab.locator(".action").click()
    reader.tab.locator("[role=menuitem]").first.click()
    reader.tab.locator(".action [role=status]", has_text="已复制").wait_for()
    opened = reader.tab.locator("#panel-tasks .task.is-open").get_attribute("data-task")
    assert "d=yearend" in reader.hash()
    again = read("Z-02.html", fragment=reader.hash())
    assert again.row(opened).locator(".row").get_attribute("aria-expanded") == "true"
    assert again.tab.locator(".preset[aria-pressed=true]").inner_text().startswith("年底前")


def test_a_table_is_saved(read, saved_by_firefox):
    reader = read("Z-02.html")
    reader.tab.locator(".action").click()
    reader.tab.locator("[role=menuitem]", has_text="CSV").click()
    wanted = saved_by_firefox / "二七特色商业区_2020-08-01.csv"
    ends = time.monotonic() + 20
    while not (wanted.is_file() and wanted.stat().st_size) and time.monotonic() < ends:
        reader.tab.wait_for_timeout(50)
    rows = list(csv.DictReader(io.StringIO(wanted.read_bytes().decode("utf-8-sig"))))
    assert len(rows) == reader.tab.locator("#panel-tasks .task").count()
    assert rows[0]["任务编号"].startswith("T-")


def test_the_sheet_for_paper_is_laid_out(read):
    reader = read("Z-02.html")
    reader.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = reader.tab.locator(".print-sheet")
    assert sheet.locator("h1").text_content() == "二七特色商业区"
    assert sheet.locator(".print-list li").count() == reader.tab.locator("#panel-tasks .task").count()
    reader.tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sheet.count() == 0


def test_the_whole_page_speaks_english(read):
    reader = read("index.html")
    reader.tab.locator("button.language").click()
    reader.tab.locator("html[lang=en]").wait_for()
    assert reader.tab.locator("#cards-title").inner_text().startswith("Management zones")
