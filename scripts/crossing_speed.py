"""Draw placed tasks on one kind of page, open it and search: ``crossing_speed.py KIND COUNT FOLDER``.

KIND is ``objects`` (a zone's page) or ``columns``. Prints one JSON object.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import shutil
import statistics
import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from playwright.sync_api import sync_playwright

from generated_tasks import generate_tasks
from geo import schema
from geo.crs import WGS84_CRS
from geo.io.readings import read_readings
from geo.model import BaseMap, Ledger, MapPage, TaskLayers, ZoneSetting
from geo.pipeline import read_kit
from geo.render.web import ReportHeading, large_page, page_bytes, zone_map

FRAME = (113.5, 34.6, 113.7, 34.8)
QUERIES = ("德化", "大同", "dehua", "人行道")
SECOND_FRAME = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    while (!document.querySelector('.panel')) await frame();
    await frame(); await frame(); return performance.now(); }"""
SEARCH = """query => { const input = document.querySelector('.search-input');
    input.value = query; const start = performance.now();
    input.dispatchEvent(new Event('input')); return performance.now() - start; }"""


def build(kind: str, count: int) -> bytes:
    """Return the page of generated tasks."""
    large_page.MOST_PLACED_TASKS = math.inf if kind == "objects" else 0  # type: ignore[assignment]
    tasks, points = generate_tasks(count, seed=1)
    layers = TaskLayers(
        tasks=tasks,
        points=points,
        lines=nothing(schema.TASK_LINES),
        areas=nothing(schema.TASK_AREAS),
        misses=pd.DataFrame(columns=list(schema.MISSES.column_names)),
    )
    district = gpd.GeoDataFrame(
        {"id": ["1"], "name": ["某区"], "source": ["某处"]}, geometry=[shapely.box(*FRAME)], crs=WGS84_CRS
    )
    base = BaseMap(
        district=district,
        neighbours=nothing(schema.NEIGHBOURS),
        zones=nothing(schema.ZONES),
        roads=nothing(schema.ROADS),
        landmarks=nothing(schema.PLACES),
    )
    zone = ZoneSetting("Z-01", "某片区", "某片区")
    page = MapPage(zone, layers, nothing(schema.ZONES), FRAME, Ledger(len(tasks), len(tasks), 0, 0))
    kit = read_kit()
    drawn = zone_map(
        page,
        base=base,
        style=kit.style,
        labels=kit.labels,
        heading=ReportHeading("某区", "报告", dt.date(2020, 8, 1)),
        siblings=[zone],
        readings=read_readings(),
    )
    assert kit.assets is not None
    return page_bytes(drawn, assets=kit.assets)


def nothing(kept: schema.LayerSchema) -> gpd.GeoDataFrame:
    """Return a layer without rows."""
    return gpd.GeoDataFrame({name: [] for name in kept.column_names}, geometry=[], crs=WGS84_CRS)


def measure(page: Path) -> dict[str, float]:
    """Open a page and search in it."""
    with sync_playwright() as driver:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.set_default_timeout(0)
        tab.goto(page.as_uri())
        interactive = tab.evaluate(SECOND_FRAME)
        searches = [tab.evaluate(SEARCH, query) for query in QUERIES]
        browser.close()
    return {"interactive_ms": interactive, "search_ms": statistics.median(searches)}


if __name__ == "__main__":
    kind, count, folder = sys.argv[1:]
    file = Path(folder).resolve() / f"{kind}.html"
    file.write_bytes(build(kind, int(count)))
    print(json.dumps(measure(file)))
