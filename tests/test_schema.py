from __future__ import annotations

import datetime as dt

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import LineString, Point, Polygon

from geo.errors import LayerError
from geo.schema import Column, LayerSchema, Type, problems, restore_types, validate

COLUMNS = (
    Column("id", required=True),
    Column("name", required=True),
    Column("status", allowed=("planned", "done")),
    Column("count", Type.INTEGER),
    Column("uncertainty_m", Type.NUMBER),
    Column("due", Type.DATE),
    Column("landmark", Type.FLAG),
)
POINTS = LayerSchema("pins", "Point", COLUMNS, "id")
LINES = LayerSchema("ways", "LineString", (Column("id", required=True),), "id")
AREAS = LayerSchema("grounds", "Polygon", (Column("id", required=True),), "id")
TABLE = LayerSchema("rows", None, COLUMNS, "id")
WHERE = "layers/source/pins.geojson"


def pins(**changes):
    cells = {
        "id": ["P-01", "P-02"],
        "name": ["二七塔", "马寨镇"],
        "status": ["planned", None],
        "count": [3, None],
        "uncertainty_m": [60.0, np.nan],
        "due": pd.Series([dt.date(2020, 12, 31), None], dtype=object),
        "landmark": [True, False],
    }
    cells |= {name: pd.Series(values, dtype=object) for name, values in changes.items()}
    return gpd.GeoDataFrame(cells, geometry=[Point(113.66, 34.75), Point(113.53, 34.68)], crs="EPSG:4326")


def found_in(frame, schema=POINTS):
    return problems(frame, schema, where=WHERE)


def areas(*shapes):
    ids = [f"A-{number:02}" for number in range(1, len(shapes) + 1)]
    return gpd.GeoDataFrame({"id": ids}, geometry=list(shapes), crs="EPSG:4326")


def test_a_frame_that_keeps_its_schema_has_no_problems():
    assert found_in(pins()) == []
    validate(pins(), POINTS, where=WHERE)


def test_a_layer_without_rows_keeps_its_schema():
    assert found_in(pins().iloc[:0]) == []


@pytest.mark.parametrize("dtype", ["object", "str", "string"])
def test_text_may_be_of_any_text_dtype(dtype):
    assert found_in(pins().astype({"name": dtype, "status": dtype})) == []


def test_a_table_needs_no_geometry():
    assert found_in(pd.DataFrame(pins().drop(columns="geometry")), TABLE) == []


def test_a_missing_column_is_named():
    assert found_in(pins().drop(columns="due")) == [
        f'{WHERE} ("due"): column is missing; add it (date)',
    ]


def test_an_unknown_column_is_named():
    (problem,) = found_in(pins(colour=["红", "蓝"]))
    assert problem.startswith(f'{WHERE} ("colour"): column is not one of the layer pins; remove it')


def test_a_column_that_stands_twice_is_named():
    doubled = pd.concat([pins()[["name"]], pins()], axis=1)
    assert any("column stands twice" in problem for problem in found_in(doubled))


@pytest.mark.parametrize(
    ("column", "value", "complaint"),
    [
        ("name", 12, "name is not a text"),
        ("count", "三", "count is not a whole number"),
        ("count", 1.5, "count is not a whole number"),
        ("count", True, "count is not a whole number"),
        ("uncertainty_m", "60", "uncertainty_m is not a number"),
        ("uncertainty_m", float("inf"), "uncertainty_m is not a number"),
        ("due", "2020-12-31", "due is not a date"),
        ("due", dt.datetime(2020, 12, 31, tzinfo=dt.UTC), "due is not a date"),
        ("landmark", 1, "landmark is not true or false"),
        ("status", "soon", "status is none of its values"),
    ],
)
def test_a_value_of_another_type_is_shown_with_its_row(column, value, complaint):
    (problem,) = found_in(pins(**{column: [None if column != "name" else "二七塔", value]}))
    assert problem.startswith(f'{WHERE}: feature 2 P-02 ("{value}"): {complaint}; ')


def test_whole_columns_of_a_wrong_type_are_found():
    counted = pins().astype({"landmark": "int64"})
    assert [problem.partition("; ")[0].rpartition(": ")[2] for problem in found_in(counted)] == [
        "landmark is not true or false",
        "landmark is not true or false",
    ]


@pytest.mark.parametrize("empty", [None, "", "  ", np.nan])
def test_a_required_cell_is_not_empty(empty):
    assert found_in(pins(name=["二七塔", empty])) == [
        f'{WHERE}: feature 2 ("P-02"): name is empty; fill it in'
    ]


def test_an_optional_column_may_be_missing_and_is_restored_empty():
    optional = LayerSchema("pins", None, (Column("id", required=True), Column("by", optional=True)), "id")
    rows = pd.DataFrame({"id": ["P-01", "P-02"]})
    assert problems(rows, optional, where=WHERE) == []
    assert restore_types(rows, optional)["by"].tolist() == [None, None]


def test_an_id_stands_once():
    (problem,) = found_in(pins(id=["P-01", "P-01"]))
    assert problem.startswith(f'{WHERE}: feature 2 P-01 ("P-01"): id stands twice')


def test_rows_of_a_table_count_as_a_spreadsheet_shows_them():
    (problem,) = found_in(pd.DataFrame(pins(name=[None, "马寨镇"]).drop(columns="geometry")), TABLE)
    assert problem.startswith(f'{WHERE}: row 2 ("P-01"): name is empty')


@pytest.mark.parametrize(
    ("shape", "complaint"),
    [
        (None, "has no geometry"),
        (Point(), "has no geometry"),
        (LineString([(113, 34), (114, 35)]), "is no Point"),
        (Point(34.75, 113.66), "latitude stands before longitude"),
        (Point(469372.35, 3847175.54), "coordinates are no degrees"),
        (Point(113.66, 34.75, 100), "has heights"),
        (Point(113.66012345678, 34.75), "coordinates have more than 7 decimals"),
    ],
)
def test_a_geometry_that_no_layer_may_hold_is_found(shape, complaint):
    broken = pins()
    broken.geometry = gpd.GeoSeries([Point(113.66, 34.75), shape], crs="EPSG:4326")
    (problem,) = found_in(broken)
    assert problem.startswith(f"{WHERE}: feature 2")
    assert complaint in problem


def test_a_ring_that_crosses_itself_is_found_with_the_place():
    bow = Polygon([(113.5, 34.5), (113.6, 34.6), (113.6, 34.5), (113.5, 34.6)])
    (problem,) = found_in(areas(bow), AREAS)
    assert "Self-intersection[113.55 34.55]" in problem


def test_only_derived_layers_must_run_counter_clockwise(monkeypatch):
    clockwise = Polygon([(113.5, 34.5), (113.5, 34.6), (113.6, 34.6)])
    assert found_in(areas(clockwise), AREAS) == []
    monkeypatch.setattr("geo.schema.DERIVED_LAYERS", (AREAS, LINES))
    assert "ring runs the wrong way" in found_in(areas(clockwise), AREAS)[0]
    assert found_in(areas(clockwise.reverse()), AREAS) == []
    assert found_in(areas(LineString([(113.5, 34.5), (113.5, 34.6)])), LINES) == []


def test_a_frame_without_a_crs_is_found():
    assert found_in(pins().set_crs(None, allow_override=True))[0].startswith(f"{WHERE}: has no CRS")


def test_a_frame_in_another_crs_is_found():
    complaints = found_in(pins().set_crs("EPSG:4547", allow_override=True))
    assert complaints[0].startswith(f'{WHERE} ("EPSG:4547"): is not in EPSG:4326')


def test_a_frame_without_geometry_is_found():
    assert "has no geometry column" in found_in(pd.DataFrame(pins().drop(columns="geometry")))[0]


def test_the_first_problem_is_raised_and_the_others_counted():
    with pytest.raises(LayerError, match=r"name is empty; fill it in \(2 more; planmap check lists all\)"):
        validate(pins(name=[None, None], status=["soon", None]), POINTS, where=WHERE)


def test_types_that_a_file_has_blurred_are_restored():
    blurred = pd.DataFrame(
        {
            "landmark": pd.Series([True, None], dtype=object),
            "due": ["2020-12-31", None],
            "count": [3.0, np.nan],
            "uncertainty_m": [60, 80],
            "name": ["二七塔", np.nan],
            "id": ["P-01", "P-02"],
        }
    )
    restored = restore_types(blurred, TABLE)
    assert list(restored.columns) == ["id", "name", "count", "uncertainty_m", "due", "landmark"]
    assert restored.to_dict("list") == {
        "id": ["P-01", "P-02"],
        "name": ["二七塔", None],
        "count": [3, None],
        "uncertainty_m": [60.0, 80.0],
        "due": [dt.date(2020, 12, 31), None],
        "landmark": [True, None],
    }
    assert type(restored["count"].iloc[0]) is int


def test_complete_columns_get_their_own_dtype():
    restored = restore_types(pd.DataFrame({"count": [1.0, 2.0], "landmark": [True, False]}), TABLE)
    assert restored.dtypes.astype(str).to_dict() == {"count": "int64", "landmark": "bool"}


@pytest.mark.parametrize("text", ["2020-13-01", "2020/12/31", "12月底", "20201231"])
def test_what_is_no_date_stays_for_the_complaint(text):
    restored = restore_types(pd.DataFrame({"due": [text]}), TABLE)
    assert restored["due"].tolist() == [text]
