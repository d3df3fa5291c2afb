"""Generate placed tasks that look like those of many reports, the same for the same seed."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo import schema
from geo.crs import DECIMALS, WGS84_CRS
from geo.schema import restore_types

if TYPE_CHECKING:
    from geo.schema import LayerSchema

PLACES_OF_A_TASK = 3
ZONES = ("二七新区", "二七特色商业区", "马寨产业集聚区", "樱桃沟景区", "马寨镇")
CATEGORIES = ("道路整治", "公园绿化", "市政设施", "消费促进", "老旧小区改造", "安置房建设")
ROADS = ("人民", "金光", "德化", "彩虹", "兴盛", "共建", "大同", "福寿", "东方", "工业")
WORKS = ("雨污分流", "架空线入地", "人行道翻新", "绿化提升", "立面改造", "路灯更换", "管网改造")
BEGINNING = dt.date(2020, 8, 1)


def generate_tasks(count: int, *, seed: int) -> tuple[pd.DataFrame, gpd.GeoDataFrame]:
    """Return tasks, and `count` placed tasks of schema.TASK_POINTS, three to a task."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    rows: list[dict[str, Any]] = []
    for number in range(count):
        task, place = divmod(number, PLACES_OF_A_TASK)
        if place == 0:
            facts = task_facts(draw, task)
        road = f"{draw.choice(ROADS)}路{draw.randrange(1, 400)}号"
        rows.append(facts | {"id": f"{facts['task_id']}-{place + 1:02}", "place": road, **place_facts(draw)})
    lonlat = np.random.default_rng(seed).uniform((113.5, 34.6), (113.7, 34.8), (count, 2))
    points = np.asarray(shapely.points(np.round(lonlat, DECIMALS)))
    placed = gpd.GeoDataFrame(frame_of(rows, schema.TASK_POINTS), geometry=points, crs=WGS84_CRS)
    firsts = [row | {"places": row["place"], "placed": "yes"} for row in rows[::PLACES_OF_A_TASK]]
    return frame_of(firsts, schema.TASKS), placed


def frame_of(rows: list[dict[str, Any]], kept: LayerSchema) -> pd.DataFrame:
    """Return rows as a frame of a schema."""
    cells = {name: [row.get(name) for row in rows] for name in kept.column_names}
    return restore_types(pd.DataFrame(cells, dtype=object), kept)


def task_facts(draw: random.Random, number: int) -> dict[str, Any]:
    """Return what a task says, wherever it is."""
    works, zone = "、".join(draw.sample(WORKS, 3)), draw.choice(ZONES)
    due = BEGINNING + dt.timedelta(days=draw.randrange(900)) if draw.random() < 0.7 else None  # noqa: PLR2004
    many = float(draw.randrange(1, 200)) if draw.random() < 0.5 else None  # noqa: PLR2004
    text = f"第{number}项：{draw.choice(ROADS)}路等{draw.randrange(2, 30)}条道路的{works}年底前全部完成"
    return {
        "task_id": f"T-{number:06}",
        "zone": zone,
        "unit": f"{zone}管委会",
        "category": draw.choice(CATEGORIES),
        "status": draw.choice(schema.STATUSES),
        "due": due,
        "interval_start": due and due - dt.timedelta(days=90),
        "interval_end": due,
        "text": text,
        "quantity": many,
        "quantity_unit": "条" if many else None,
        "quantity_of": "道路" if many else None,
        "quantities": f"{many:.0f}条" if many else None,
        "condition": "如不受汛情影响" if draw.random() < 0.1 else None,  # noqa: PLR2004
        "list_named": draw.randrange(1, 9) if many else None,
        "report": "reports/erqi-2020-08.md",
        "text_start": number * 60,
        "text_end": number * 60 + len(text),
    }


def place_facts(draw: random.Random) -> dict[str, Any]:
    """Return what is known of one position."""
    return {
        "place_id": f"P-{draw.randrange(5000):04}",
        "kind": "road",
        "precision": draw.choice(("exact", "street")),
        "uncertainty_m": float(draw.randrange(50, 150)),
        "datum_in": "GCJ-02",
        "source": f"POI export, row {draw.randrange(100_000)}; at the crossing of {draw.choice(ROADS)}路",
    }
