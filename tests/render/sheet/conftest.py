"""A district that is nowhere in the code, with pages made of rows; the fonts are the real ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.io import assets
from geo.io.fonts import bold_font, regular_font
from geo.model import BaseMap, Ledger, MapPage, Settings, TaskLayers, ZoneSetting
from geo.render.sheet import Faces, SheetKit, read_face
from geo.schema import MISSES, TASK_AREAS, TASK_LINES, TASK_POINTS, TASKS

DISTRICT = "柳湾区"
ZONE = shapely.box(113.90, 34.00, 113.925, 34.018)
"""2.3 by 2.0 km."""
REPORT_DAY = dt.date(2022, 3, 1)


def frame(rows, geometries, names):
    kept = {name: [row.get(name) for row in rows] for name in names}
    return gpd.GeoDataFrame(kept, geometry=list(geometries), crs="EPSG:4326")


def task_row(number, **given):
    facts = {
        "task_id": f"T-01-{number:02d}", "zone": "东岸片区", "unit": "东岸管委会", "category": "道路整治",
        "status": "planned", "due": None, "text": f"完成第{number}项道路整治", "places": None, "placed": "no",
        "reason": "no_place", "report": "r.md", "text_start": number * 10, "text_end": number * 10 + 9,
    }  # fmt: skip
    return facts | given


def placed_row(number, name, **given):
    facts = {
        "id": f"T-01-{number:02d}-01", "place_id": f"P-{name}", "place": name, "kind": "road",
        "precision": "exact", "uncertainty_m": 50.0, "datum_in": "WGS84", "source": "测绘",
    }  # fmt: skip
    return task_row(number) | facts | given


def page_of(tasks, *, points=(), lines=(), areas=(), misses=(), limits=ZONE, name="东岸片区"):
    """Make a page; points, lines and areas are pairs of a row and a geometry."""
    counts = [task["placed"] for task in tasks]
    located = sum(placed in ("yes", "partly") for placed in counts)
    ledger = Ledger(len(tasks), located, counts.count("zone"), counts.count("no"))

    def layer(schema, pairs):
        columns = [*schema.column_names]
        return frame([row for row, _ in pairs], [shape for _, shape in pairs], columns)

    layers = TaskLayers(
        tasks=pd.DataFrame(tasks, columns=list(TASKS.column_names)),
        points=layer(TASK_POINTS, points),
        lines=layer(TASK_LINES, lines),
        areas=layer(TASK_AREAS, areas),
        misses=pd.DataFrame(list(misses), columns=list(MISSES.column_names)),
    )
    zones = [] if limits is None else [{"id": "Z-01", "name": name}]
    return MapPage(
        zone=ZoneSetting("Z-01", name, name),
        layers=layers,
        limits=frame(zones, [] if limits is None else [limits], ["id", "name"]),
        frame=(113.90, 34.00, 113.925, 34.018),
        ledger=ledger,
        basis="limits" if limits is not None else "places",
    )


@pytest.fixture(scope="session")
def make():
    """Makers of rows and pages."""
    return SimpleNamespace(task=task_row, placed=placed_row, page=page_of, zone=ZONE)


@pytest.fixture(scope="session")
def faces():
    regular, bold = regular_font(), bold_font()
    with regular.opened() as one, bold.opened() as other:
        return Faces(
            read_face(one, family=regular.family, bold=False), read_face(other, family=bold.family, bold=True)
        )


@pytest.fixture(scope="session")
def base():
    zones = frame([{"id": "Z-01", "name": "东岸片区"}], [ZONE], ["id", "name"])
    roads = frame(
        [{"id": "R-1", "name": "河滨大道"}, {"id": "R-2", "name": "南北街"}],
        [
            shapely.LineString([(113.895, 34.005), (113.935, 34.007)]),
            shapely.LineString([(113.925, 33.99), (113.925, 34.03)]),
        ],
        ["id", "name"],
    )
    names = ["id", "name"]
    district, neighbour = shapely.box(113.86, 33.97, 113.96, 34.05), shapely.box(113.96, 33.9, 114.1, 34.1)
    return BaseMap(
        district=frame([{"id": "990101", "name": DISTRICT}], [district], names),
        neighbours=frame([{"id": "990102", "name": "邻山区"}], [neighbour], names),
        zones=zones,
        roads=roads,
        landmarks=frame([{"id": "P-0", "name": "钟楼"}], [shapely.Point(113.905, 34.015)], names),
    )


@pytest.fixture(scope="session")
def kit(faces, base):
    zones = (ZoneSetting("Z-01", "东岸片区", "东岸片区"),)
    settings = Settings(DISTRICT, "990101", "某市", "EPSG:4547", "reports/r.md", REPORT_DAY, zones)
    words = assets.read_lexicon().words["place_suffixes"]
    return SheetKit(
        settings=settings,
        base=base,
        styles=assets.read_styles(),
        labels=assets.read_labels(),
        words=assets.read_sheet_words(),
        faces=faces,
        as_of=REPORT_DAY,
        endings=tuple(word for listed in words.values() for word in listed),
    )


@pytest.fixture(scope="session")
def printing(kit):
    """The kit with words of planmap.toml's [print]."""

    def with_words(**given):
        given_print = replace(kit.settings.print, **given)
        return replace(kit, settings=replace(kit.settings, print=given_print))

    return with_words
