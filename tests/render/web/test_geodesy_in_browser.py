"""What the page measures, held against PROJ."""

import re

import pytest
from pyproj import Geod

from geo.io.assets import web_assets

pytestmark = pytest.mark.chromium

GEOD = Geod(ellps="WGS84")
PATHS = [
    [(113.64, 34.75), (113.641, 34.75)],
    [(113.64, 34.75), (113.64, 34.76), (113.70, 34.72)],
    [(113.5, 34.6), (113.9, 34.9), (114.6, 34.1)],
    [(87.6, 43.8), (121.5, 31.2)],
    [(109.0, 0.0), (109.5, 0.0)],
    [(113.64, 34.75), (113.64, 34.75)],
]
RINGS = [
    [(113.64, 34.75), (113.641, 34.75), (113.641, 34.751)],
    [(113.6, 34.7), (113.7, 34.7), (113.7, 34.8), (113.6, 34.8)],
    [(113.6, 34.8), (113.7, 34.8), (113.72, 34.7), (113.65, 34.75), (113.6, 34.7)],
]


@pytest.fixture
def tab(browser):
    page = browser.new_page()
    page.add_script_tag(content=re.sub(r"^export ", "", web_assets(".js")["geodesy.js"], flags=re.MULTILINE))
    yield page
    page.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_length_is_that_of_the_geodesic(tab, path):
    expected = GEOD.line_length(*zip(*path, strict=True))
    assert tab.evaluate("pathLength", path) == pytest.approx(expected, rel=1e-6, abs=1e-3)


@pytest.mark.parametrize("ring", RINGS)
def test_an_area_is_that_on_the_ellipsoid(tab, ring):
    expected = abs(GEOD.polygon_area_perimeter(*zip(*ring, strict=True))[0])
    for positions in (ring, ring[::-1]):
        assert tab.evaluate("areaOf", positions) == pytest.approx(expected, rel=1e-3)
