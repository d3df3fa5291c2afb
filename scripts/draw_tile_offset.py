"""Draw docs/tile-offset.png: tiles in GCJ-02 without and with OffsetTileLayer, below the same points.

The tiles are drawn here and served on loopback: pale ground, and a ring round each point.
"""

from __future__ import annotations

import base64
import re
import shutil
import sys
import tempfile
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import folium  # noqa: E402
import numpy as np  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from geo.crs import from_wgs84  # noqa: E402
from geo.model import Datum, Wgs84  # noqa: E402
from geo.pipeline import read_kit  # noqa: E402
from geo.render.web import OffsetTileLayer  # noqa: E402
from tile_server import serving  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

PICTURE = ROOT / "docs" / "tile-offset.png"
WIDTH, HEIGHT = 520, 420
MIDDLE = (113.6550, 34.7525)
ZOOM = 15
POINTS = [
    (113.6550, 34.7525),
    (113.6480, 34.7562),
    (113.6625, 34.7562),
    (113.6480, 34.7480),
    (113.6625, 34.7480),
]
LEAFLET = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
BLUE = "#164E78"
TITLE = (
    "position: absolute; z-index: 999; left: 10px; top: 10px; padding: 4px 10px; border-radius: 6px; "
    f"font: 600 15px sans-serif; background: #fff; color: {BLUE}"
)
ALL_SHOWN = """() => [...document.querySelectorAll('img.leaflet-tile')]
    .every(tile => tile.style.opacity === '1')"""


def metres_beside(point: tuple[float, float]) -> float:
    """Give how far GCJ-02 lies from WGS 84 at a point."""
    [[lon, lat]] = from_wgs84(Wgs84(np.array([point])), datum=Datum.GCJ02)
    east = (lon - point[0]) * 111_320 * np.cos(np.radians(point[1]))
    return float(np.hypot(east, (lat - point[1]) * 110_940))


def chart_of(layer: folium.TileLayer, title: str) -> folium.Map:
    """Make a map of a layer with our points above it."""
    chart = folium.Map(
        location=MIDDLE[::-1], zoom_start=ZOOM, tiles=None, zoom_control=False, attribution_control=False
    )
    layer.add_to(chart)
    for lon, lat in POINTS:
        dot = folium.CircleMarker(
            (lat, lon), radius=7, color="white", weight=2, fill_color=BLUE, fill_opacity=1
        )
        dot.add_to(chart)
    title_box = f'<div style="{TITLE}">{title}</div>'
    figure = chart.get_root()
    assert isinstance(figure, folium.Figure)
    figure.html.add_child(folium.Element(title_box))
    return chart


def answer(route: Route) -> None:
    """Give Leaflet from the package that carries it, and nothing else of the network."""
    name = route.request.url.rpartition("/")[2]
    known = name in {"leaflet.js", "leaflet.css"}
    route.fulfill(body=LEAFLET.joinpath(name).read_text(encoding="utf-8") if known else "")


@contextmanager
def chromium() -> Iterator[Page]:
    """Open a page in the system's Chromium."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), answer)
        yield tab
        browser.close()


def draw() -> None:
    """Draw both maps side by side."""
    metres = round(metres_beside(MIDDLE) / 10) * 10
    with serving(POINTS) as server, chromium() as tab, tempfile.TemporaryDirectory() as folder:
        address = server.address(Datum.GCJ02)
        layers = {
            f"folium.TileLayer: {metres} m": folium.TileLayer(address, attr="drawn here"),
            "OffsetTileLayer": OffsetTileLayer(address, datum=Datum.GCJ02, kit=read_kit(), attr="drawn here"),
        }
        shots = []
        for number, (title, layer) in enumerate(layers.items()):
            file = Path(folder) / f"{number}.html"
            chart_of(layer, title).save(file)
            tab.goto(file.as_uri())
            tab.wait_for_function(ALL_SHOWN)
            shots.append(tab.screenshot())
        PICTURE.write_bytes(side_by_side(tab, shots))


def side_by_side(tab: Page, shots: list[bytes]) -> bytes:
    """Put two screenshots beside each other."""
    tab.set_viewport_size({"width": 2 * WIDTH + 8, "height": HEIGHT})
    images = "".join(
        f'<img style="display:block" src="data:image/png;base64,{base64.b64encode(shot).decode()}">'
        for shot in shots
    )
    tab.set_content(f'<body style="margin:0;display:flex;gap:8px;background:#fff">{images}</body>')
    return tab.screenshot()


if __name__ == "__main__":
    draw()
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} bytes\n")
