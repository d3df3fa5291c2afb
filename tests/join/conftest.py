"""Small reports made of records: no text is read, so offsets only need to be in order."""

from datetime import date
from types import SimpleNamespace

import geopandas as gpd
import pytest
from shapely import LineString, Point, box

from geo.model import (
    Mention,
    Miss,
    MissReason,
    NamedList,
    Place,
    PlaceRole,
    Precision,
    Quantity,
    Report,
    Scope,
    Settings,
    Status,
    Task,
    TimeExpression,
    TimeRole,
    TimeType,
    ZoneSetting,
)

DISTRICT = "测试区"
GEOMETRIES = {
    "point": Point(113.95, 34.02),
    "line": LineString([(113.93, 34.06), (113.95, 34.06)]),
    "area": box(113.95, 34.0, 113.99, 34.05),
}


def mention(number, name, *, role=PlaceRole.TASK, scope=Scope.IN, kind="road"):
    start = number * 10
    return Mention(f"P{number:03d}", start, start + len(name), name, name, kind, scope, role, None)


def task(task_id="T-01-01", *, start=0, zone="东新区", places=(), **given):
    facts = {
        "section": "S-01", "end": start + 9, "surface": "完成道路整治", "text": "完成道路整治",
        "unit": "东新区管委会", "category": "道路整治", "status": Status.PLANNED, "due": None,
        "interval": None, "hedge": None, "condition": None, "times": (), "quantities": (), "lists": (),
    }  # fmt: skip
    return Task(id=task_id, start=start, zone=zone, places=tuple(places), **{**facts, **given})


def report(tasks, *, mentions=(), times=(), quantities=(), lists=()):
    return Report(
        title="报告", path="reports/r.md", sha256="", date=date(2020, 8, 1), text="", sections=(),
        tasks=tuple(tasks), mentions=tuple(mentions), segments=(), times=tuple(times),
        quantities=tuple(quantities), lists=tuple(lists), notices=(),
    )  # fmt: skip


def quantity(surface="4条道路", low=4, high=4, unit="条", of="道路", number=1):
    return Quantity(f"Q{number}", 0, 5, surface, low, high, unit, of, total=False)


def place(name, geometry="line", *, precision=Precision.STREET, uncertainty_m=80.0, place_id="R-01"):
    shape = GEOMETRIES.get(geometry, geometry) if isinstance(geometry, str) else geometry
    return Place(place_id, name, "road", shape, precision, uncertainty_m, "GCJ-02", "测绘")


def miss(name, reason=MissReason.NO_COORDINATE, within=None, candidates=()):
    return Miss(name, "road", reason, within, "补坐标", candidates)


def named_list(count, named):
    return NamedList(
        "L1", (), count, "道路", closed=False, named=named, unnamed=None if count is None else count - named
    )


def time(due, *alternatives):
    return TimeExpression(
        "X1", 0, 2, "年前", TimeType.BEFORE, None, due, alternatives, None, TimeRole.DEADLINE
    )


@pytest.fixture(scope="session")
def make():
    """Makers of records."""
    return SimpleNamespace(
        mention=mention, task=task, report=report, quantity=quantity, place=place, miss=miss,
        named_list=named_list, time=time,
    )  # fmt: skip


@pytest.fixture(scope="session")
def settings():
    zones = (
        ZoneSetting("Z-01", "东新区", "东新区", ("东部新区",)),
        ZoneSetting("Z-02", "柳湾镇", "柳湾镇"),
        ZoneSetting("Z-03", DISTRICT, "全区性任务"),
    )
    return Settings(DISTRICT, "410199", "某市", "EPSG:4547", "reports/r.md", date(2020, 8, 1), zones)


@pytest.fixture(scope="session")
def district_frame():
    return gpd.GeoDataFrame(
        {"id": ["410199"], "name": [DISTRICT]}, geometry=[box(113.9, 34.0, 114.0, 34.1)], crs="EPSG:4326"
    )


@pytest.fixture(scope="session")
def zones_frame():
    return gpd.GeoDataFrame(
        {"id": ["Z-01"], "name": ["东新区"], "aliases": [None], "limits_as_published": ["东至外环"]},
        geometry=[GEOMETRIES["area"]],
        crs="EPSG:4326",
    )
