"""Online bases of a page: tiles of each datum from a server on loopback, and what happens without them."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest

from geo.model import Datum, OnlineBase
from geo.render.web import index_map, page_bytes, zone_map
from tile_server import is_ring, middle_of, pixels_of, serving, world_pixels

pytestmark = pytest.mark.chromium

CENTRE = (113.955, 34.025)
WIDTH, HEIGHT = 1440, 900
LARGEST_ERROR_PX = 3.0
STILL = {"reduced_motion": "reduce"}
MAP_MIDDLE = """() => {
    const { left, top, width, height } = document.querySelector('.folium-map').getBoundingClientRect();
    return [left, top, width, height];
}"""
ALL_THERE = """() => {
    const tiles = [...document.querySelectorAll('img.leaflet-tile')];
    return tiles.length > 3 && tiles.every(tile => tile.complete && tile.style.opacity === '1');
}"""
BARE_MAP = """() => {
    for (const each of document.querySelectorAll('.folium-map > [data-floats], .leaflet-labels-pane')) {
        each.style.visibility = 'hidden';
    }
}"""
TOLD = "() => document.querySelector('.base-notice').textContent !== ''"
TILES = "document.querySelectorAll('img.leaflet-tile').length"


def base_on(server, datum=Datum.GCJ02, **given):
    facts = {"id": "ours", "name": "某图", "attribution": "© 某局", **given}
    return OnlineBase(datum=datum, addresses=(server.address(datum),), **facts)


@pytest.fixture
def server():
    with serving([CENTRE]) as served:
        yield served


@pytest.fixture
def blank(browser):
    page = browser.new_page()
    yield page
    page.close()


class Online:
    """A page that may reach loopback, and what it asked for and complained of."""

    def __init__(self, tab):
        self.tab, self.faults, self.asked = tab, [], []
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("console", lambda said: self.faults.append(said.text) if self.is_fault(said.text) else None)
        tab.on("request", lambda request: self.asked.append(request.url))

    @staticmethod
    def is_fault(text):
        """A browser tells of each picture that does not come; that is no fault of the page."""
        return not re.match("Failed to load resource|Access to image at", text)

    @property
    def asked_online(self):
        return [url for url in self.asked if not url.startswith(("file:", "blob:", "data:"))]

    def choose(self, base="ours"):
        self.tab.locator("#base-choice").select_option(base)

    def notice(self):
        return self.tab.locator(".base-notice").inner_text()

    def chosen(self):
        return self.tab.locator("#base-choice").input_value()


@pytest.fixture
def open_online(browser, tmp_path):
    """Open the bytes of a page from a folder, with loopback in reach."""
    contexts, opened = [], []

    def open_bytes(page, *, fragment="", query="", clock=False, width=WIDTH, height=HEIGHT):
        file = tmp_path / "page.html"
        file.write_bytes(page)
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **STILL))
        opened.append(Online(contexts[-1].new_page()))
        if clock:
            opened[-1].tab.clock.install()
        opened[-1].tab.goto(file.as_uri() + query + fragment)
        return opened[-1]

    yield open_bytes
    for context in contexts:
        context.close()
    assert [fault for page in opened for fault in page.faults] == []


@pytest.fixture
def file_with(east, base, drawing, assets, translations):
    """Make the zone's page with online bases."""

    def make(*bases):
        drawn = zone_map(east, base=base, online_bases=bases, translations=translations, **drawing)
        return page_bytes(drawn, assets=assets)

    return make


# --- Tiles and data agree ------------------------------------------------------------------------


def lonlat_at(centre, zoom, aside):
    x, y = world_pixels(centre, zoom)[0] + aside
    size = 256 * 2**zoom
    return (x / size - 0.5) * 360, np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * y / size))))


@pytest.fixture
def page_with_points(base, drawing, assets, make_page):
    def make(marks, online):
        page = make_page(marks)
        return page_bytes(zone_map(page, base=base, online_bases=[online], **drawing), assets=assets)

    return make


CORNERS = [(0, 0), (-380, -300), (380, -300), (-380, 300), (380, 300)]
"""Aside from the middle of the map, in pixels: its corners, clear of what floats there."""


@pytest.mark.parametrize("zoom", [12, 13.5, 15, 18])
@pytest.mark.parametrize("datum", [Datum.WGS84, Datum.GCJ02, Datum.BD09])
def test_tiles_and_tasks_agree_at_the_middle_and_in_the_corners(
    datum, zoom, page_with_points, open_online, blank
):
    marks = [lonlat_at(CENTRE, zoom, aside) for aside in CORNERS]
    with serving(marks) as server:
        file = page_with_points(marks, base_on(server, datum))
        page = open_online(file, fragment=f"#b=ours&v={CENTRE[1]},{CENTRE[0]},{zoom}")
        page.tab.wait_for_function(ALL_THERE)
        page.tab.evaluate(BARE_MAP)
        left, top, width, height = page.tab.evaluate(MAP_MIDDLE)
        pixels = pixels_of(page.tab.screenshot(), blank)
    errors = []
    for aside in CORNERS:
        x, y = np.round((left + width / 2 + aside[0], top + height / 2 + aside[1])).astype(int)
        part = pixels[y - 36 : y + 36, x - 36 : x + 36].astype(int)
        symbol = (part.max(axis=-1) < 110) & (np.hypot(*(np.mgrid[-36:36, -36:36] + 0.5)) < 16)
        errors.append(np.hypot(*(middle_of(is_ring(part)) - middle_of(symbol))))
    assert max(errors) <= LARGEST_ERROR_PX


# --- The choice ----------------------------------------------------------------------------------


def test_until_a_base_is_chosen_nobody_is_asked(file_with, open_online, server):
    page = open_online(file_with(base_on(server)))
    assert page.chosen() == ""
    page.tab.locator(".button-zoom_in").click()
    page.tab.locator(".button-fit").click()
    assert page.asked_online == []
    assert server.asked == []
    assert page.tab.locator(".base-datum").inner_text() == "WGS 84"


def test_a_chosen_base_asks_its_own_host_and_no_other(file_with, open_online, server):
    page = open_online(file_with(base_on(server)))
    page.choose()
    page.tab.wait_for_function(ALL_THERE)
    assert {re.match(r"http://[^/]+", url)[0] for url in page.asked_online} == {f"http://{server.host}"}
    assert page.tab.locator(".base-datum").inner_text() == "GCJ-02，瓦片已对齐 WGS 84 · © 某局"
    assert set(server.referrers) == {None}
    page.choose("")
    assert page.tab.evaluate(TILES) == 0
    assert page.tab.locator(".base-datum").inner_text() == "WGS 84"


def test_a_page_with_bases_lets_in_pictures_of_their_hosts_alone(file_with, east, base, drawing, assets):
    ours = OnlineBase(
        "ours", "某图", Datum.BD09, ("https://t{s}.tiles.example/{z}/{x}/{y}", "http://b.example:81/{z}/{x}/{y}"),
        subdomains=("0", "1"),
    )  # fmt: skip
    policy = re.search(r'Security-Policy" content="([^"]+)"', file_with(ours).decode())[1]
    hosts = "img-src http://b.example:81 https://t0.tiles.example https://t1.tiles.example;"
    assert hosts in policy
    assert policy.startswith("default-src 'none';")
    index = index_map([east], base=base, online_bases=[ours], **drawing)
    assert hosts in page_bytes(index, assets=assets).decode()


def test_the_address_keeps_the_choice_and_a_link_brings_it(file_with, open_online, server):
    file = file_with(base_on(server))
    page = open_online(file)
    page.choose()
    page.tab.wait_for_function("() => location.hash.includes('b=ours')")
    again = open_online(file, fragment=page.tab.evaluate("location.hash"))
    assert again.chosen() == "ours"
    again.tab.wait_for_function(ALL_THERE)
    again.choose("")
    again.tab.wait_for_function("() => !location.hash.includes('b=')")


@pytest.mark.parametrize("named", ["nobody", "%E0%A4%A", "__proto__", ""])
def test_a_base_that_the_page_does_not_know_is_none(named, file_with, open_online, server):
    page = open_online(file_with(base_on(server)), fragment=f"#b={named}")
    assert page.chosen() == ""
    assert page.asked_online == []


def test_the_choice_works_with_keys_and_has_a_name(file_with, open_online, server):
    page = open_online(file_with(base_on(server)))
    page.tab.get_by_label("底图").focus()
    page.tab.keyboard.press("ArrowDown")
    page.tab.wait_for_function(ALL_THERE)
    assert page.chosen() == "ours"
    before = page.tab.evaluate("location.hash")
    page.tab.keyboard.press("ArrowUp")
    assert page.chosen() == ""
    assert before != ""


def test_the_choice_speaks_english(file_with, open_online, server):
    amap = base_on(server, id="amap", name="")
    page = open_online(file_with(amap), query="?lang=en")
    assert page.tab.locator("#base-choice option").all_inner_texts() == ["None (offline)", "Amap"]
    page.choose("amap")
    assert page.tab.locator(".base-datum").inner_text().startswith("GCJ-02, tiles moved to WGS 84")


def test_a_hostile_name_is_shown_as_typed(file_with, open_online, server):
    hostile = "<img src=x onerror=window.hit=1>{{ 7 * 7 }}"
    page = open_online(file_with(base_on(server, name=hostile, attribution=hostile)))
    page.choose()
    assert page.tab.locator("#base-choice option").all_inner_texts()[1] == hostile
    assert hostile in page.tab.locator(".base-datum").inner_text()
    assert page.tab.evaluate("window.hit") is None


def test_a_phone_has_the_choice_in_reach(file_with, open_online, server):
    page = open_online(file_with(base_on(server)), width=390, height=844)
    box = page.tab.locator("#base-choice").bounding_box()
    assert box["height"] >= 44
    assert (
        page.tab.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).id", [box["x"] + box["width"] / 2, box["y"] + 22]
        )
        == "base-choice"
    )


# --- Without tiles -------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [403, 404, 500])
def test_where_a_key_is_refused_the_offline_base_comes_back(status, file_with, open_online, server):
    server.status = status
    page = open_online(file_with(base_on(server)))
    before = page.tab.locator(".folium-map").screenshot()
    page.choose()
    page.tab.wait_for_function(TOLD)
    assert page.notice() == "某图的瓦片没有来：连不上，或密钥被拒。已换回离线底图。"
    assert page.chosen() == ""
    assert page.tab.evaluate(TILES) == 0
    assert "b=" not in page.tab.evaluate("location.hash")
    page.tab.evaluate("document.querySelector('.base-notice').replaceChildren()")
    page.tab.evaluate("document.activeElement.blur()")
    assert page.tab.locator(".folium-map").screenshot() == before
    server.status = 200
    page.choose()
    page.tab.wait_for_function(ALL_THERE)
    assert page.notice() == ""


def test_a_host_that_is_not_there_is_told(file_with, open_online):
    base = OnlineBase("ours", "某图", Datum.WGS84, ("http://127.0.0.1:9/{z}/{x}/{y}.png",))
    page = open_online(file_with(base), fragment="#b=ours")
    page.tab.wait_for_function(TOLD)
    assert page.chosen() == ""


def test_a_host_that_never_answers_is_given_up(file_with, open_online, server):
    page = open_online(file_with(base_on(server)), clock=True)
    page.tab.route(lambda url: url.startswith("http"), lambda _: None)
    page.choose()
    page.tab.wait_for_function(f"() => {TILES} > 0")
    page.tab.clock.run_for(30_000)
    page.tab.wait_for_function(TOLD)
    assert page.chosen() == ""


def test_a_key_that_is_refused_later_is_told_then(file_with, open_online, server):
    page = open_online(file_with(base_on(server)), fragment="#b=ours")
    page.tab.wait_for_function(ALL_THERE)
    server.status = 403
    for _ in range(3):
        page.tab.locator(".button-zoom_in").click()
    page.tab.wait_for_function("() => document.querySelector('.base-notice').textContent.includes('换回')")
    assert page.chosen() == ""


def test_single_tiles_that_are_missing_are_counted_and_the_rest_stays(file_with, open_online, server):
    page = open_online(file_with(base_on(server)))
    requests = itertools.count(1)

    def answer(route):
        if next(requests) in {5, 6}:
            route.fulfill(status=404)
        else:
            route.continue_()

    page.tab.route(lambda url: url.startswith("http"), answer)
    page.choose()
    page.tab.wait_for_function(TOLD)
    assert page.notice() == "有 2 块瓦片没有来，那里是离线底图。"
    assert page.chosen() == "ours"


# --- Pictures and paper --------------------------------------------------------------------------


def saved_picture(page):
    page.tab.locator(".action").click()
    with page.tab.expect_download() as download:
        page.tab.locator("[role=menuitem]", has_text="PNG").click()
    return download.value.path().read_bytes()


def test_a_picture_holds_the_tiles_that_it_may_read(file_with, open_online, server, blank):
    page = open_online(file_with(base_on(server)), fragment=f"#b=ours&v={CENTRE[1]},{CENTRE[0]},15")
    page.tab.wait_for_function(ALL_THERE)
    assert is_ring(pixels_of(saved_picture(page), blank)).sum() > 400


def test_a_picture_leaves_out_tiles_that_it_may_not_read_and_says_so(file_with, open_online, server, blank):
    server.allows_reading = False
    page = open_online(file_with(base_on(server)), fragment=f"#b=ours&v={CENTRE[1]},{CENTRE[0]},15")
    page.tab.wait_for_function(ALL_THERE)
    assert is_ring(pixels_of(page.tab.screenshot(), blank)).sum() > 100
    page.tab.evaluate(
        """() => {
            const write = CanvasRenderingContext2D.prototype.fillText;
            window.written = [];
            CanvasRenderingContext2D.prototype.fillText = function fillText(text, ...rest) {
                window.written.push(text);
                return write.call(this, text, ...rest);
            };
        }"""
    )
    assert is_ring(pixels_of(saved_picture(page), blank)).sum() == 0
    assert any("图中没有某图的瓦片" in text for text in page.tab.evaluate("window.written"))


@pytest.mark.parametrize("readable", [True, False])
def test_paper_holds_the_tiles_and_whose_they_are(readable, file_with, open_online, server, blank):
    server.allows_reading = readable
    page = open_online(file_with(base_on(server)), fragment=f"#b=ours&v={CENTRE[1]},{CENTRE[0]},15")
    page.tab.wait_for_function(ALL_THERE)
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.tab.emulate_media(media="print")
    assert "某图 · GCJ-02，瓦片已对齐 WGS 84 · © 某局" in page.tab.locator(".print-notes").inner_text()
    assert is_ring(pixels_of(page.tab.locator(".print-map").screenshot(), blank)).sum() > 100
