"""Generate mixed features with Chinese attributes, the same for the same seed.

``generated_features.py COUNT FILE`` keeps them as a pickled frame.
"""

from __future__ import annotations

import datetime as dt
import pickle
import random
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

SEED = 1
MIDDLE = (113.65, 34.72)
HALF_DEGREES = (0.109, 0.09)
"""Ten kilometres to the east and to the north of the middle."""
DECIMALS = 6
SHARES = {"point": 0.60, "line": 0.25, "polygon": 0.15}
LINE_VERTICES = (2, 12)
POLYGON_VERTICES = (4, 12)
"""Fewest and most; the vertex that closes a ring is not counted."""
LINE_STEP = 0.0006
POLYGON_RADIUS = 0.001
DATED = 0.8
"""Share of features with a date."""

WORDS = (
    "人民", "金光", "德化", "彩虹", "兴盛", "共建", "大同", "福寿",
    "东方", "工业", "延陵", "敦睦", "凤湖", "樱桃", "马寨", "侯寨",
)  # fmt: skip
KINDS = ("家属院", "小区", "游园", "停车场", "农贸市场", "泵站", "学校")
OFFICES = ("街道办事处", "管委会", "镇政府")
ZONES = tuple(f"{word}片区" for word in WORDS[:12])
UNITS = tuple(f"{word}{office}" for word in WORDS[:13] for office in OFFICES)
CATEGORIES = (
    "规划设计", "片区开发", "道路整治", "道路建设", "停车设施",
    "重大工程", "项目开工", "市政设施", "新基建", "老旧小区改造",
    "安置区建设", "公园绿化", "环境整治", "乡村整治", "商业提升",
    "消费促进", "文旅项目", "产业项目", "招商引资", "政务服务",
)  # fmt: skip
STATUSES = ("planned", "started", "done")
WORKS = ("雨污分流", "架空线入地", "人行道翻新", "绿化提升", "立面改造", "路灯更换", "供水管网改造")
BEGINNING = dt.date(2026, 1, 1)
DAYS = 900


def generate_features(count: int, *, seed: int) -> gpd.GeoDataFrame:
    """Return points, lines and polygons in WGS 84 over a district, with eight attributes each."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    names = [f"{draw.choice(WORDS)}路{draw.randrange(1, 9000)}号{draw.choice(KINDS)}" for _ in range(count)]
    columns = {
        "name": names,
        "road": [f"{draw.choice(WORDS)}{draw.choice('东西南北中')}路" for _ in range(count)],
        "unit": draw.choices(UNITS, k=count),
        "category": draw.choices(CATEGORIES, k=count),
        "status": draw.choices(STATUSES, k=count),
        "zone": draw.choices(ZONES, k=count),
        "due": [due_date(draw) for _ in range(count)],
        "description": [sentence(draw) for _ in range(count)],
    }
    return gpd.GeoDataFrame(columns, geometry=generate_shapes(count, seed=seed), crs=4326)


def due_date(draw: random.Random) -> dt.date | None:
    """Return a date for most features."""
    return BEGINNING + dt.timedelta(days=draw.randrange(DAYS)) if draw.random() < DATED else None


def sentence(draw: random.Random) -> str:
    """Return what is to be done, in 15 to 40 characters."""
    start, end = draw.choice(WORDS), draw.choice(WORDS)
    works = "、".join(draw.sample(WORKS, draw.randrange(1, 4)))
    return f"{start}路至{end}路段{draw.randrange(100, 9999)}米{works}年底前全部完成"


def generate_shapes(count: int, *, seed: int) -> list[shapely.Geometry]:
    """Return the geometries, their kinds mixed in the shares promised."""
    chance = np.random.default_rng(seed)
    kinds = chance.choice(list(SHARES), size=count, p=list(SHARES.values()))
    places = chance.uniform(-1, 1, (count, 2)) * HALF_DEGREES + MIDDLE
    return [SHAPES[kind](chance, place) for kind, place in zip(kinds, places, strict=True)]


def a_point(_: np.random.Generator, place: np.ndarray) -> shapely.Geometry:
    """Return a point where it is."""
    return shapely.Point(np.round(place, DECIMALS))


def a_line(chance: np.random.Generator, place: np.ndarray) -> shapely.Geometry:
    """Return a line that wanders on in one direction."""
    vertices = chance.integers(*LINE_VERTICES, endpoint=True)
    course = chance.normal(0, LINE_STEP, 2)
    steps = course + chance.normal(0, LINE_STEP / 3, (vertices - 1, 2))
    return shapely.LineString(np.round(place + np.vstack([(0, 0), np.cumsum(steps, axis=0)]), DECIMALS))


def a_polygon(chance: np.random.Generator, place: np.ndarray) -> shapely.Geometry:
    """Return a polygon whose vertices go round its middle."""
    vertices = chance.integers(*POLYGON_VERTICES, endpoint=True)
    angles = (np.arange(vertices) + chance.uniform(0, 0.8, vertices)) / vertices * 2 * np.pi
    radii = POLYGON_RADIUS * chance.uniform(0.4, 1, vertices)
    ring = place + radii[:, np.newaxis] * np.column_stack((np.cos(angles), np.sin(angles)))
    return shapely.Polygon(np.round(ring, DECIMALS))


SHAPES = {"point": a_point, "line": a_line, "polygon": a_polygon}


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(pickle.dumps(generate_features(int(sys.argv[1]), seed=SEED)))
