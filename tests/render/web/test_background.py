from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import MultiPolygon, Polygon, box

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


def unpacked(shape):
    """Positions of the parts of a packed shape."""
    return [np.cumsum(np.reshape(part, (-1, 2)), axis=0) / 1e5 for part in shape["parts"]]


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
    outline = MultiPolygon([Polygon(part) for part in unpacked(neighbour["shape"])])
    assert outline.within(box(*surroundings(base, FRAME)).buffer(1e-4))


def test_a_shared_border_stays_shared(base):
    under = drawn(base)
    district, neighbour = (
        {tuple(corner) for corner in unpacked(under[name][0]["shape"])[0].tolist()}
        for name in ("district", "neighbours")
    )
    assert {(114.0, 34.0), (114.0, 34.06)} <= district & neighbour


def test_limits_and_district_tell_their_source_in_short(base):
    under = drawn(base)
    assert [outline["source_name"] for outline in (*under["zones"], *under["district"])] == [
        "测绘局",
        "测绘局",
    ]


def test_limits_tell_what_they_are_worth(base):
    assert [zone["status"] for zone in drawn(base)["zones"]] == ["示意：已知村庄的凸包，不是公布界线"]


def test_lines_and_areas_are_packed_as_steps_and_points_are_not(base):
    under = drawn(base)
    assert under["roads"][0]["shape"] == {
        "type": "LineString",
        "parts": [[11391000, 3401000, 8000, 500]],
    }
    assert under["landmarks"][0]["shape"] == {"type": "Point", "coordinates": [113.955, 34.04]}


def test_holes_and_islands_of_an_area_are_parts(base):
    ring = Polygon(box(113.91, 34.01, 113.99, 34.05).exterior, [box(113.95, 34.02, 113.96, 34.03).exterior])
    wide = base.roads.set_geometry([MultiPolygon([ring, box(113.92, 34.052, 113.93, 34.058)])])
    [area] = drawn(replace(base, roads=wide))["roads"]
    assert [len(part) for part in unpacked(area["shape"])] == [5, 5, 5]
