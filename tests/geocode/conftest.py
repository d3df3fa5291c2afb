"""A made-up district, 测试区: a square of about 9 by 11 km, with a zone, a town and some roads."""

import json
import tomllib
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString, Point, box

import geo
from geo import schema
from geo.geocode.gazetteer import build_gazetteer
from geo.geocode.sources import SourceFrames
from geo.io.layers import read_layer
from geo.io.tables import read_table
from geo.model import Lexicon

CRS = "EPSG:4547"
SOURCE = Path(__file__).parents[2] / "layers" / "source"
LAYERS = {
    "district": schema.DISTRICT,
    "neighbours": schema.NEIGHBOURS,
    "zones": schema.ZONES,
    "places": schema.PLACES,
    "roads": schema.ROADS,
}
TABLES = {
    "unlocated": schema.UNLOCATED,
    "admin_names": schema.ADMIN_NAMES,
    "overrides": schema.OVERRIDES,
}
NEIGHBOUR = box(114.0, 34.0, 114.1, 34.1)
OUTLINE = box(113.9, 34.0, 114.0, 34.1)
PLACE_COLUMNS = ("id", "name", "aliases", "kind", "within", "precision", "uncertainty_m", "geometry")
METRE_EAST = 1 / 92_300
"""Degrees of longitude to a metre at 34 N."""

ZONES = [("Z-01", "东新区", "东部新区", box(113.95, 34.0, 113.99, 34.05))]
PLACES = [
    ("P-01", "和平广场", None, "poi", None, "exact", 50.0, Point(113.93, 34.06)),
    ("P-02", "柳树村", "柳树社区、柳树", "village", "柳湾镇", "area", 400.0, Point(113.91, 34.02)),
    ("P-03", "柳湾镇", None, "town", None, "exact", 100.0, Point(113.92, 34.03)),
    ("P-04", "湖滨1872住宅项目", None, "project", "东新区", "exact", 150.0, Point(113.96, 34.02)),
    ("P-05", "站前市场", None, "market", None, "exact", 60.0, Point(114.0 + 100 * METRE_EAST, 34.05)),
    ("P-06", "远方市场", None, "market", None, "exact", 60.0, Point(114.0 + 900 * METRE_EAST, 34.05)),
    ("P-07", "幸福小区", None, "estate", "柳湾镇", "exact", 60.0, Point(113.915, 34.025)),
    ("P-08", "幸福小区", None, "estate", "东新区", "exact", 60.0, Point(113.97, 34.03)),
    ("P-09", "福寿街街道", "福寿街办", "subdistrict", None, "area", 900.0, Point(113.94, 34.08)),
    ("P-10", "樱花谷", None, "poi", None, "exact", 80.0, Point(113.94, 34.09)),
    ("P-12", "和平购物广场", None, "mall", None, "exact", 50.0, Point(113.95, 34.06)),
    ("P-13", "金光路", None, "road", None, "street", 80.0, Point(113.945, 34.065)),
    ("P-14", "柳湾老镇区", None, "town", "柳湾镇", "area", 900.0, Point(113.921, 34.031)),
    ("P-11", "柳湾新镇区", None, "town", "柳湾镇", "area", 800.0, Point(113.918, 34.035)),
]
ROADS = [
    ("R-01", "福寿街", None, "road", None, "street", 90.0, LineString([(113.94, 34.07), (113.94, 34.08)])),
    (
        "R-02",
        "外环西段",
        "外环",
        "road",
        None,
        "street",
        200.0,
        LineString([(113.91, 34.01), (113.94, 34.01)]),
    ),
    (
        "R-03",
        "外环中段",
        "外环",
        "road",
        None,
        "street",
        150.0,
        LineString([(113.95, 34.01), (113.97, 34.01)]),
    ),
    (
        "R-04",
        "广场隧道",
        None,
        "tunnel",
        None,
        "street",
        120.0,
        LineString([(113.92, 34.06), (113.94, 34.06)]),
    ),
    (
        "R-06",
        "长安大道",
        None,
        "road",
        None,
        "street",
        60.0,
        LineString([(113.92, 34.075), (113.96, 34.075)]),
    ),
    (
        "R-07",
        "北园路",
        None,
        "road",
        None,
        "street",
        80.0,
        LineString([(113.955, 34.0753), (113.955, 34.085)]),
    ),
    (
        "R-08",
        "弓背路",
        None,
        "road",
        None,
        "street",
        50.0,
        LineString([(113.925, 34.07), (113.925, 34.08), (113.935, 34.08), (113.935, 34.07)]),
    ),
    ("R-05", "出城路", None, "road", None, "street", 80.0, LineString([(113.99, 34.04), (114.05, 34.04)])),
]
UNLOCATED_COLUMNS = ["name", "aliases", "kind", "within", "would_place", "homonyms"]
UNLOCATED = [
    ("月亮公园", None, "park", "柳湾镇", "柳湾镇提供公园四至", None),
    ("飞翔路", "飞翔大道", "road", "东新区", "管委会提供起止点", "邻区飞翔路、港区飞翔路"),
    ("全区产业园", None, "project", "测试区", "发改委提供地址", None),
]
ADMIN_NAMES = [
    ("410199001", "福寿街街道", "town", "测试区"),
    ("410199100", "柳湾镇", "town", "测试区"),
    ("410199100001", "柳树社区居民委员会", "village", "柳湾镇"),
    ("410199100002", "槐树村委会", "village", "柳湾镇"),
    ("410199001001", "前进社区居民委员会", "village", "福寿街街道"),
    ("410199100003", "前进村委会", "village", "柳湾镇"),
]


def layer_of(rows):
    columns = dict(zip(PLACE_COLUMNS, zip(*rows, strict=True), strict=True))
    frame = gpd.GeoDataFrame(columns, geometry="geometry", crs="EPSG:4326")
    return frame.assign(landmark=False, datum_in="GCJ-02", source="测绘")


@pytest.fixture(scope="session")
def lexicon():
    folder = Path(geo.__file__).parent / "assets/lexicon"
    files = {
        name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("gazetteer", "traditional")
    }
    return Lexicon(
        {name: {key: tuple(words) for key, words in lists.items()} for name, lists in files.items()}
    )


@pytest.fixture(scope="session")
def sources():
    neighbours = gpd.GeoDataFrame({"id": ["410198"], "name": ["邻区"]}, geometry=[NEIGHBOUR], crs="EPSG:4326")
    zone_columns = dict(zip(("id", "name", "aliases", "geometry"), zip(*ZONES, strict=True), strict=True))
    shared = {"datum_in": "WGS84", "source": "公告", "precision": "area", "uncertainty_m": 300.0}
    zones = gpd.GeoDataFrame(zone_columns, geometry="geometry", crs="EPSG:4326").assign(**shared)
    district = gpd.GeoDataFrame({"id": ["410199"], "name": ["测试区"]}, geometry=[OUTLINE], crs="EPSG:4326")
    return {
        "district": district,
        "zones": zones,
        "places": layer_of(PLACES),
        "roads": layer_of(ROADS),
        "unlocated": pd.DataFrame(UNLOCATED, columns=UNLOCATED_COLUMNS).assign(searched="网页：均无"),
        "admin_names": pd.DataFrame(ADMIN_NAMES, columns=["code", "name", "level", "within"]).assign(
            source="名录"
        ),
        "neighbours": neighbours,
    }


@pytest.fixture(scope="session")
def gazetteer(sources, lexicon):
    return build_gazetteer(SourceFrames(**sources), lexicon=lexicon, crs=CRS, city="测试市")


@pytest.fixture(scope="session")
def make_gazetteer(sources, lexicon):
    """Build the gazetteer with some of its sources changed."""

    def make(**changed):
        return build_gazetteer(
            SourceFrames(**{**sources, **changed}),
            lexicon=lexicon,
            crs=CRS,
            city="测试市",
            zone_ids={"Z-01": "东新区", "Z-02": "柳湾镇"},
        )

    return make


# --- This workspace's own sources ----------------------------------------------------------------


@pytest.fixture(scope="session")
def real_sources():
    layers = {name: read_layer(SOURCE / f"{name}.geojson", form) for name, form in LAYERS.items()}
    return layers | {name: read_table(SOURCE / f"{name}.csv", form) for name, form in TABLES.items()}


@pytest.fixture(scope="session")
def real_gazetteer(real_sources, lexicon):
    return build_gazetteer(SourceFrames(**real_sources), lexicon=lexicon, crs=CRS, city="郑州市")


@pytest.fixture(scope="session")
def gold(reference):
    return json.loads((reference / "gold" / "erqi-2020-08.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def gold_names(gold):
    """Give the names in the district that tasks of the real report name as their own."""
    places = {place["id"]: place for place in gold["places"]}
    named = (places[place_id] for task in gold["tasks"] for place_id in task["places"])
    return {place["name"] for place in named if place["role"] == "task" and place["scope"] == "in"}
