"""What the next build says of layers that were edited."""

from __future__ import annotations

import datetime as dt

import geopandas as gpd
import pytest
from shapely import LineString, Point, Polygon

from geo.geocode.checks import Severity
from geo.geocode.source_changes import change_findings, remember, source_changes

CRS = "EPSG:4547"
DAY = dt.date(2026, 11, 25)


def layer(*rows):
    cells = ("id", "name", "note", "checked_on", "checked_by")
    return gpd.GeoDataFrame(
        {cell: [row.get(cell) for row in rows] for cell in cells},
        geometry=[row["at"] for row in rows],
        crs="EPSG:4326",
    )


HALL = {"id": "P-01", "name": "二七区政府", "note": "参照", "at": Point(113.634158, 34.725307)}
TOWER = {"id": "P-02", "name": "二七纪念塔", "at": Point(113.6604, 34.75334)}
SIGNED = {"checked_by": "王工", "checked_on": DAY}
ROAD = {"id": "R-01", "name": "德化街", "at": LineString([(113.66, 34.75), (113.66, 34.751)])}


def said(before, after, name="places"):
    return [str(change) for change in source_changes(remember({name: before}), {name: after}, crs=CRS)]


def test_what_is_as_it_was_is_not_spoken_of():
    assert said(layer(HALL, TOWER), layer(TOWER, HALL)) == []


def test_a_point_is_moved_by_metres_on_the_ground():
    moved = HALL | SIGNED | {"at": Point(113.635308, 34.725307)}
    assert said(layer(HALL, TOWER), layer(moved, TOWER)) == [
        "places P-01 二七区政府 moved 105 m (王工, 2026-11-25)"
    ]


def test_a_small_move_is_told_to_a_tenth():
    moved = HALL | SIGNED | {"at": Point(113.634168, 34.725307)}
    assert said(layer(HALL), layer(moved)) == ["places P-01 二七区政府 moved 0.9 m (王工, 2026-11-25)"]


def test_a_road_or_a_limit_is_redrawn():
    longer = ROAD | SIGNED | {"at": LineString([(113.66, 34.75), (113.66, 34.752)])}
    assert said(layer(ROAD), layer(longer), "roads") == [
        "roads R-01 德化街 redrawn, its middle moved 55 m (王工, 2026-11-25)"
    ]


def test_where_a_ring_begins_and_how_it_runs_is_no_change():
    corners = [(113.6, 34.7), (113.7, 34.7), (113.7, 34.8)]
    one, other = Polygon(corners), Polygon([corners[2], corners[1], corners[0]])
    assert said(layer(TOWER | {"at": one}), layer(TOWER | {"at": other}), "zones") == []


def test_rows_come_and_go():
    assert said(layer(HALL), layer(TOWER | SIGNED)) == [
        "places P-01 二七区政府 removed",
        "places P-02 二七纪念塔 added (王工, 2026-11-25)",
    ]


def test_changed_columns_are_named_and_a_value_that_is_gone_is_a_change():
    other = HALL | SIGNED | {"name": "区政府", "note": None}
    assert said(layer(HALL), layer(other)) == ["places P-01 区政府 changed: name, note (王工, 2026-11-25)"]


def test_a_row_of_which_only_the_day_changed_was_checked_anew():
    assert said(layer(HALL), layer(HALL | SIGNED)) == [
        "places P-01 二七区政府 checked anew (王工, 2026-11-25)"
    ]


def test_a_layer_that_nobody_remembers_has_no_changes():
    assert source_changes({}, {"places": layer(HALL)}, crs=CRS) == ()


def test_a_layer_may_have_been_or_become_empty():
    empty = layer(HALL).iloc[:0]
    assert said(empty, empty) == []
    assert len(said(empty, layer(HALL))) == len(said(layer(HALL), empty)) == 1


@pytest.mark.parametrize(
    ("signature", "severity", "message"),
    [
        (SIGNED, Severity.INFO, "changed: note since the last build (王工, 2026-11-25)"),
        (
            {"checked_on": DAY},
            Severity.WARNING,
            "changed: note since the last build, and its checked_by is empty",
        ),
        (
            {},
            Severity.WARNING,
            "changed: note since the last build, and its checked_by and checked_on are empty",
        ),
    ],
)
def test_a_change_is_a_finding_and_a_warning_where_nobody_signed_it(signature, severity, message):
    before = remember({"places": layer(HALL)})
    changes = source_changes(before, {"places": layer(HALL | {"note": "新"} | signature)}, crs=CRS)
    (finding,) = change_findings(changes)
    assert (finding.severity, finding.message) == (severity, message)
    assert finding.where == "layers/source/places.geojson: P-01 二七区政府"


def test_a_row_that_is_gone_can_not_be_signed():
    changes = source_changes(remember({"places": layer(HALL, TOWER)}), {"places": layer(TOWER)}, crs=CRS)
    (finding,) = change_findings(changes)
    assert (finding.severity, finding.message) == (Severity.INFO, "removed since the last build")
