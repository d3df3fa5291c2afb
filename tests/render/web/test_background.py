from dataclasses import replace

import geopandas as gpd
import pandas as pd
from shapely import box
from shapely.geometry import shape

from geo.render.web.background import background, surroundings

FRAME = (113.93, 34.0, 113.98, 34.05)


def drawn(base, *, drawn_as_tasks=()):
    none = base.zones.iloc[:0]
    return background(
        base,
        frame=FRAME,
        limits=base.zones,
        other_limits=none,
        drawn_as_tasks=drawn_as_tasks,
        source_words={"测绘": "测绘局"},
    )


def test_a_road_that_is_a_task_is_no_context(base):
    assert [road["id"] for road in drawn(base)["roads"]] == ["R-09"]
    assert drawn(base, drawn_as_tasks={"R-09"})["roads"] == []


def test_a_district_without_roads_has_none(base):
    assert drawn(replace(base, roads=base.roads.iloc[:0]))["roads"] == []


def test_what_lies_far_off_is_left_out(base):
    far = gpd.GeoDataFrame({"id": ["3"], "name": ["远方"]}, geometry=[box(120, 30, 121, 31)], crs=4326)
    neighbours = pd.concat([base.neighbours, far], ignore_index=True)
    under = drawn(replace(base, neighbours=neighbours))
    assert [neighbour["name"] for neighbour in under["neighbours"]] == ["邻区"]


def test_neighbours_are_cut_to_the_surroundings(base):
    wide = base.neighbours.copy()
    wide.geometry = [box(114.0, 20.0, 130.0, 40.0)]
    [neighbour] = drawn(replace(base, neighbours=wide))["neighbours"]
    assert shape(neighbour["shape"]).within(box(*surroundings(base, FRAME)).buffer(1e-4))


def test_a_shared_border_stays_shared(base):
    under = drawn(base)
    district = {tuple(corner) for corner in under["district"][0]["shape"]["coordinates"][0]}
    neighbour = {tuple(corner) for corner in under["neighbours"][0]["shape"]["coordinates"][0]}
    assert {(114.0, 34.0), (114.0, 34.06)} <= district & neighbour


def test_limits_and_district_tell_their_source_in_short(base):
    under = drawn(base)
    assert [outline["source_name"] for outline in (*under["zones"], *under["district"])] == [
        "测绘局",
        "测绘局",
    ]


def test_limits_tell_what_they_are_worth(base):
    assert [zone["status"] for zone in drawn(base)["zones"]] == ["示意：已知村庄的凸包，不是公布界线"]
