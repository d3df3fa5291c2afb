"""Online bases in the system's Firefox: tiles and tasks agree there, too, and a refused key is told."""

import numpy as np
import pytest

from geo.model import Datum, OnlineBase
from geo.render.web import page_bytes, zone_map
from tile_server import is_ring, middle_of, pixels_of, serving

pytestmark = pytest.mark.firefox

MARK = (113.955, 34.025)
VIEW = f"#b=ours&v={MARK[1]},{MARK[0]},15"


@pytest.fixture
def server():
    with serving([MARK]) as served:
        yield served


@pytest.fixture
def tab(firefox_browser, server, make_page, base, drawing, assets, tmp_path):
    online = OnlineBase("ours", "某图", Datum.GCJ02, (server.address(Datum.GCJ02),))
    page = zone_map(make_page([MARK]), base=base, online_bases=[online], **drawing)
    file = tmp_path / "page.html"
    file.write_bytes(page_bytes(page, assets=assets))
    context = firefox_browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.goto(file.as_uri())
    yield opened
    context.close()


@pytest.fixture
def blank(firefox_browser):
    page = firefox_browser.new_page()
    yield page
    page.close()


def wait_until(tab, holds):
    for _ in range(200):
        if tab.evaluate(holds):
            return
        tab.wait_for_timeout(50)
    pytest.fail(f"never came true: {holds}")


def test_a_task_lies_in_the_ring_that_the_tiles_have_for_it(tab, blank):
    tab.evaluate(f"location.hash = '{VIEW}'")
    wait_until(
        tab,
        "[...document.querySelectorAll('img.leaflet-tile')].filter(each => each.naturalWidth).length > 3"
        " && [...document.querySelectorAll('img.leaflet-tile')].every(each => each.style.opacity === '1')",
    )
    tab.evaluate("document.querySelector('.leaflet-labels-pane').style.visibility = 'hidden'")
    pixels = pixels_of(tab.screenshot(), blank)
    ring = middle_of(is_ring(pixels))
    x, y = ring.round().astype(int)
    part = pixels[y - 14 : y + 14, x - 14 : x + 14]
    symbol = middle_of(part.max(axis=-1) < 110)
    assert np.hypot(*(symbol + np.array([x - 14, y - 14]) - ring)) <= 3


def test_a_refused_key_brings_the_offline_base_back(tab, server):
    server.status = 403
    tab.locator("#base-choice").select_option("ours")
    wait_until(tab, "document.querySelector('.base-notice').textContent.includes('换回')")
    assert tab.locator("#base-choice").input_value() == ""
