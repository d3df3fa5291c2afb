"""The shifts of GCJ-02 and BD-09 in a page's scripts, held against geo/shifts.py."""

import re

import numpy as np
import pytest

from geo.crs import from_wgs84, to_wgs84
from geo.io.assets import web_assets
from geo.model import Datum

pytestmark = pytest.mark.chromium

ONE_CENTIMETRE = 1e-7
SHIFTED = [Datum.GCJ02, Datum.BD09]
RANDOM = np.random.default_rng(7)
POSITIONS = np.concatenate(
    [
        RANDOM.uniform((73.0, 3.0), (135.5, 53.8), size=(4000, 2)),
        RANDOM.uniform((113.4, 34.6), (113.8, 34.9), size=(2000, 2)),
        RANDOM.uniform((104.98, 20.0), (105.02, 45.0), size=(500, 2)),
        RANDOM.uniform((-179.0, -80.0), (71.0, 80.0), size=(500, 2)),
    ]
)
"""In China, in Zhengzhou, at the meridian where the formula has a kink, and abroad."""


@pytest.fixture
def tab(browser):
    page = browser.new_page()
    page.add_script_tag(
        content=re.sub(r"^export ", "", web_assets(".js")["datum_shift.js"], flags=re.MULTILINE)
    )
    yield page
    page.close()


def moved(tab, function, positions, datum):
    script = f"([positions, datum]) => positions.map(each => {function}(each, datum))"
    return np.asarray(tab.evaluate(script, [positions.tolist(), datum]))


@pytest.mark.parametrize("datum", SHIFTED)
def test_a_page_shifts_as_python_does(tab, datum):
    expected = from_wgs84(POSITIONS, datum=datum)
    np.testing.assert_allclose(moved(tab, "fromWgs84", POSITIONS, datum), expected, atol=1e-11, rtol=0)


@pytest.mark.parametrize("datum", SHIFTED)
def test_a_page_undoes_a_shift_as_python_does(tab, datum):
    given = from_wgs84(POSITIONS, datum=datum)
    expected = to_wgs84(given, datum=datum)
    np.testing.assert_allclose(moved(tab, "toWgs84", given, datum), expected, atol=1e-9, rtol=0)
    np.testing.assert_allclose(moved(tab, "toWgs84", given, datum), POSITIONS, atol=ONE_CENTIMETRE, rtol=0)


@pytest.mark.parametrize("datum", [Datum.WGS84, Datum.CGCS2000])
def test_a_datum_without_a_shift_moves_nothing(tab, datum):
    for function in ("fromWgs84", "toWgs84"):
        np.testing.assert_array_equal(moved(tab, function, POSITIONS, datum), POSITIONS)
