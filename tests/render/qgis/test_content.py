from __future__ import annotations

import datetime as dt

import geopandas as gpd
import pandas as pd
import pytest

from geo.model import Ledger, MapPage, TaskLayers, ZoneSetting
from geo.render.qgis import map_content


def placed(*rows):
    return pd.DataFrame(rows, columns=["place_id", "category"])


@pytest.fixture
def layers():
    return TaskLayers(
        tasks=pd.DataFrame({"zone": ["北片区", "老北区"]}),
        points=placed(("P-1", "道路整治"), ("P-1", "道路建设")),
        lines=placed(("R-2", "道路整治"), ("R-1", "道路整治")),
        areas=placed(("P-9", "公园绿化"), ("P-9", "没有这一类"), ("P-8", "公园绿化")),
        misses=pd.DataFrame(),
    )


@pytest.fixture
def page(layers):
    limits = gpd.GeoDataFrame({"id": ["N-1"]})
    frame = (108.0, 34.0, 108.1, 34.1)
    return MapPage(ZoneSetting("N-1", "北片区", "北片区"), layers, limits, frame, Ledger(3, 1, 2, 0))


def test_a_place_is_mixed_where_families_differ_and_not_where_categories_of_one_do(layers, page, styles):
    found = map_content(layers, [page], styles=styles, as_of=dt.date(2022, 3, 1))
    assert found.mixed_places == ("P-9",)
    assert found.task_roads == ("R-1", "R-2")


def test_a_zone_knows_what_its_tasks_call_it_and_its_limits(layers, page, styles):
    (zone,) = map_content(layers, [page], styles=styles, as_of=dt.date(2022, 3, 1)).zones
    assert (zone.task_zones, zone.limits, zone.zone_level) == (("北片区", "老北区"), ("N-1",), 2)


def test_the_frame_of_all_holds_every_page(content):
    assert content.frame == (108.0, 34.0, 108.1, 34.2)
