"""Tiles of each datum in a folium map of someone else, served on loopback and looked at in a screenshot."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files

import folium
import numpy as np
import pytest

from geo.errors import InputError
from geo.model import Datum
from geo.pipeline import read_kit
from geo.render.web import OffsetTileLayer
from tile_server import GROUND, is_ring, middle_of, pixels_of, serving, world_pixels

LEAFLET = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
LOOPBACK = re.compile(r"^https?://127\.0\.0\.1:")
WIDTH, HEIGHT = 1200, 800
CENTRES = {"郑州": (113.64, 34.75), "乌鲁木齐": (87.60, 43.83), "三亚": (109.51, 18.25)}
LARGEST_ERROR_PX = 3.0
DOT = (0, 0, 255)
UNSEEN = 4
"""Of 255: a difference in brightness that no eye sees."""
ALL_SHOWN = """[...document.querySelectorAll('img.leaflet-tile')]
    .every(tile => tile.complete && tile.style.opacity === '1')"""


def marks_of_view(centre, zoom):
    """Give positions at the middle and near the corners of a view."""
    x, y = world_pixels(centre, zoom)[0]
    places = [(0, 0), *((x_share, y_share) for x_share in (-0.44, 0.44) for y_share in (-0.42, 0.42))]
    return [lonlat_of(x + x_share * WIDTH, y + y_share * HEIGHT, zoom) for x_share, y_share in places]


def lonlat_of(x, y, zoom):
    size = 256 * 2**zoom
    return (x / size - 0.5) * 360, np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * y / size))))


@pytest.fixture
def show(browser, tmp_path):
    """Open a folium map with Leaflet and nothing else of the network but loopback."""
    contexts, faults = [], []

    def open_map(chart):
        file = tmp_path / "chart.html"
        chart.save(file)
        context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        contexts.append(context)

        def answer(route):
            name = route.request.url.rpartition("/")[2]
            known = name in {"leaflet.js", "leaflet.css"}
            route.fulfill(body=LEAFLET.joinpath(name).read_text(encoding="utf-8") if known else "")

        context.route(lambda url: url.startswith("http") and not LOOPBACK.match(url), answer)
        tab = context.new_page()
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.goto(file.as_uri())
        tab.wait_for_function("document.querySelectorAll('.leaflet-tile-loaded').length > 3")
        tab.wait_for_function(
            "![...document.querySelectorAll('img.leaflet-tile')].some(tile => !tile.complete)"
        )
        tab.wait_for_function(
            "[...document.querySelectorAll('img.leaflet-tile')].every(tile => tile.style.opacity === '1')"
        )
        return tab

    yield open_map
    for context in contexts:
        context.close()
    assert faults == []


def chart_of(layer, marks, *, centre, zoom):
    chart = folium.Map(location=centre[::-1], zoom_start=zoom, tiles=None, zoom_control=False, zoom_snap=0)
    layer.add_to(chart)
    for lon, lat in marks:
        dot = {"radius": 6, "stroke": False, "fill_color": "#0000ff", "fill_opacity": 1}
        folium.CircleMarker((lat, lon), **dot).add_to(chart)
    return chart


def errors_in(tab, blank, marks, *, centre, zoom):
    """Give how far each dot lies from the middle of its ring, in pixels of the screenshot."""
    pixels = pixels_of(tab.screenshot(), blank)
    middle = world_pixels(centre, zoom)[0]
    for mark in world_pixels(marks, zoom):
        x, y = (mark - middle + (WIDTH / 2, HEIGHT / 2)).round().astype(int)
        part = pixels[max(0, y - 40) : y + 40, max(0, x - 40) : x + 40]
        yield np.hypot(*(middle_of(is_ring(part)) - middle_of((part == DOT).all(axis=-1))))


@pytest.fixture
def blank(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.chromium
@pytest.mark.parametrize("zoom", [5, 9, 12, 12.45, 13, 14.5, 16, 18])
@pytest.mark.parametrize("datum", list(Datum))
def test_marks_of_the_tiles_lie_under_our_points_all_over_the_view(show, blank, datum, zoom):
    for centre in CENTRES.values():
        marks = marks_of_view(centre, zoom)
        with serving(marks) as server:
            layer = OffsetTileLayer(server.address(datum), datum=datum, kit=read_kit(), attr="here")
            tab = show(chart_of(layer, marks, centre=centre, zoom=zoom))
            errors = list(errors_in(tab, blank, marks, centre=centre, zoom=zoom))
        assert max(errors) <= LARGEST_ERROR_PX
        assert len(errors) == len(marks)


@pytest.mark.chromium
@pytest.mark.parametrize("datum", [Datum.GCJ02, Datum.BD09])
def test_no_seam_is_seen_between_tiles(show, blank, datum):
    far_off = [(0.0, 0.0)]
    for zoom in (12, 14.5, 16):
        with serving(far_off) as server:
            layer = OffsetTileLayer(server.address(datum), datum=datum, kit=read_kit(), attr="here")
            tab = show(chart_of(layer, [], centre=CENTRES["郑州"], zoom=zoom))
            seen = pixels_of(tab.screenshot(), blank)[: HEIGHT - 30]
        assert np.abs(seen - np.array(GROUND)).max() <= UNSEEN


@pytest.mark.chromium
def test_parts_of_a_tile_ask_for_the_whole_tile_by_its_own_number(show):
    with serving([CENTRES["郑州"]]) as server:
        address = server.address(Datum.BD09)
        layer = OffsetTileLayer(address, datum=Datum.BD09, kit=read_kit(), attr="here")
        tab = show(chart_of(layer, [], centre=CENTRES["郑州"], zoom=14))
        asked = {tuple(map(int, re.findall(r"\d+", path)[1:])) for path in server.asked}
        x, y = np.floor(world_pixels(CENTRES["郑州"], 14)[0] / 256).astype(int)
        assert (14, x, y) in asked
        assert all(abs(column - x) < 6 and abs(row - y) < 6 for _, column, row in asked)
        from_south = tab.evaluate(
            """() => {
                const layer = planmapTiles.offsetTiles('{z}/{x}/{-y}', 'BD-09');
                Object.assign(layer, { _map: L.map(document.createElement('div')), _tileZoom: 3 });
                layer._globalTileRange = L.bounds([0, 0], [15, 15]);
                return layer.getTileUrl(Object.assign(L.point(5, 3), { z: 3 }));
            }"""
        )
        assert from_south == "3/2/6"


def test_a_map_with_two_layers_brings_the_scripts_once():
    chart, kit = folium.Map(tiles=None), read_kit()
    for name in ("一", "二"):
        address = "https://tiles.example/{z}/{x}/{y}.png"
        OffsetTileLayer(address, datum=Datum.GCJ02, kit=kit, attr="某图", name=name).add_to(chart)
    folium.LayerControl().add_to(chart)
    page = chart.get_root().render()
    assert page.count("globalThis.planmapTiles = ") == 1
    assert page.count("planmapTiles.offsetTiles(") == 2
    assert page.index("globalThis.planmapTiles = ") < page.index("planmapTiles.offsetTiles(")


def test_a_kit_without_scripts_is_refused_with_what_to_give():
    kit = replace(read_kit(), assets=None)
    with pytest.raises(InputError, match="read_kit"):
        OffsetTileLayer("https://tiles.example/{z}/{x}/{y}.png", datum=Datum.GCJ02, kit=kit, attr="某图")


def test_a_datum_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="MARS-01"):
        OffsetTileLayer("https://a.example/{z}/{x}/{y}.png", datum="MARS-01", kit=read_kit(), attr="某图")
