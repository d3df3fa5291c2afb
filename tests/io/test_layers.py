from __future__ import annotations

import datetime as dt
import json
import os
import subprocess

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from geo.errors import LayerError, MissingFileError
from geo.io.layers import layer_bytes, layer_notes, layer_problems, layer_warnings, read_layer
from geo.schema import PLACES, ROADS, Column, LayerSchema, Type

COLUMNS = (
    Column("id", required=True),
    Column("name"),
    Column("count", Type.INTEGER),
    Column("uncertainty_m", Type.NUMBER),
    Column("due", Type.DATE),
    Column("landmark", Type.FLAG),
)
PINS = LayerSchema("pins", "Point", COLUMNS, "id")
AREAS = LayerSchema("areas", "Polygon", (Column("id", required=True),), "id")
GOOD = {"id": "P-1", "name": "二七塔", "count": 3, "uncertainty_m": 60, "due": "2020-12-31", "landmark": True}


def pins_of(*rows):
    cells = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in PINS.column_names}
    points = [Point(row.get("at", (113.66, 34.75))) for row in rows]
    return gpd.GeoDataFrame(cells, geometry=points, crs="EPSG:4326")


def feature(properties=GOOD, geometry=None, **members):
    geometry = geometry or {"type": "Point", "coordinates": [113.66, 34.75]}
    return {"type": "Feature", "properties": properties, "geometry": geometry} | members


def saved(folder, *features, **members):
    path = folder / "pins.geojson"
    collection = {"type": "FeatureCollection", "features": list(features)} | members
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return path


# --- Writing -------------------------------------------------------------------------------------


WRITTEN = """{
"type": "FeatureCollection",
"name": "pins",
"features": [
{ "type": "Feature", "id": "P-1", "properties": { "id": "P-1", "name": null, "count": null, \
"uncertainty_m": null, "due": null, "landmark": false }, \
"geometry": { "type": "Point", "coordinates": [ 113.66, 34.75 ] } },
{ "type": "Feature", "id": "P-2", "properties": { "id": "P-2", "name": "人民路/\\"一期\\"\\n", "count": 3, \
"uncertainty_m": 60.5, "due": "2020-12-31", "landmark": true }, \
"geometry": { "type": "Point", "coordinates": [ 113.6000009, 34.7 ] } }
]
}
"""


def test_a_layer_is_written_as_rfc_7946():
    values = {"count": 3, "uncertainty_m": 60.5, "due": dt.date(2020, 12, 31), "landmark": True}
    full = {"id": "P-2", "name": '人民路/"一期"\n', "at": (113.6000009, 34.7)} | values
    layer = pins_of(full, {"id": "P-1", "landmark": False})
    assert layer_bytes(layer, PINS).decode("utf-8") == WRITTEN


def test_a_layer_without_features_is_a_collection_and_comes_back(tmp_path):
    written = layer_bytes(pins_of(), PINS)
    assert json.loads(written)["features"] == []
    (tmp_path / "pins.geojson").write_bytes(written)
    back = read_layer(tmp_path / "pins.geojson", PINS)
    assert list(back.columns) == [*PINS.column_names, "geometry"]
    assert len(back) == 0
    assert layer_bytes(back, PINS) == written


def test_the_order_of_rows_does_not_matter():
    layer = pins_of({"id": "P-2"}, {"id": "P-10"}, {"id": "P-1"})
    written = layer_bytes(layer, PINS)
    assert layer_bytes(layer.iloc[::-1], PINS) == written
    assert [entry["id"] for entry in json.loads(written)["features"]] == ["P-1", "P-10", "P-2"]


texts = st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
positions = st.tuples(
    st.integers(1_135_000_000, 1_138_000_000).map(lambda number: number / 1e7),
    st.integers(345_000_000, 349_000_000).map(lambda number: number / 1e7),
)
rows = st.fixed_dictionaries(
    {
        "name": texts,
        "count": st.none() | st.integers(-(10**15), 10**15),
        "uncertainty_m": st.none() | st.integers(0, 10**9).map(lambda number: number / 1000),
        "due": st.none() | st.dates(min_value=dt.date(1000, 1, 1)),
        "landmark": st.none() | st.booleans(),
        "at": positions,
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, min_size=1, max_size=4))
def test_what_is_written_comes_back(tmp_path_factory, given):
    layer = pins_of(*({"id": f"P-{number}"} | row for number, row in enumerate(given)))
    written = layer_bytes(layer, PINS)
    path = tmp_path_factory.mktemp("layer") / "pins.geojson"
    path.write_bytes(written)
    back = read_layer(path, PINS)
    plain = back.drop(columns="geometry").astype(object)
    assert plain.where(plain.notna(), None).to_dict("records") == layer.drop(columns="geometry").to_dict(
        "records"
    )
    assert shapely.equals_exact(back.geometry.to_numpy(), layer.geometry.to_numpy(), 0.0).all()
    assert layer_bytes(back, PINS) == written


def test_no_position_loses_its_last_decimals():
    random = np.random.default_rng(7)
    lonlat = np.round(random.uniform((113.0, 34.0), (114.0, 35.0), (5000, 2)), 7)
    lonlat[:3] = [(113.6000001, 34.5999999), (113.3999998, 34.7999999), (113.0000009, 34.0000001)]
    layer = pins_of(*({"id": f"P-{number:04}", "at": at} for number, at in enumerate(lonlat)))
    written = [entry["geometry"]["coordinates"] for entry in json.loads(layer_bytes(layer, PINS))["features"]]
    assert written == lonlat.tolist()


@pytest.mark.parametrize("dtype", ["str", "string", "object"])
def test_text_dtypes_give_the_same_bytes(dtype):
    layer = pins_of({"id": "P-1", "name": "二七塔"}, {"id": "P-2"})
    assert layer_bytes(layer.astype({"id": dtype, "name": dtype}), PINS) == layer_bytes(layer, PINS)


def test_nullable_dtypes_give_the_same_bytes():
    layer = pins_of({"id": "P-1", "count": 3, "landmark": True, "uncertainty_m": 2.0}, {"id": "P-2"})
    nullable = layer.astype({"count": "Int64", "landmark": "boolean", "uncertainty_m": "float64"})
    assert layer_bytes(nullable, PINS) == layer_bytes(layer, PINS)


def test_rings_are_written_counter_clockwise():
    hole = [(113.52, 34.51), (113.53, 34.51), (113.53, 34.52)]
    clockwise = Polygon([(113.5, 34.5), (113.5, 34.6), (113.6, 34.6), (113.6, 34.5)], [hole])
    layer = gpd.GeoDataFrame({"id": ["A-1"]}, geometry=[clockwise], crs="EPSG:4326")
    (written,) = json.loads(layer_bytes(layer, AREAS))["features"]
    shape = shapely.geometry.shape(written["geometry"])
    assert shape.exterior.is_ccw
    assert not shape.interiors[0].is_ccw


def test_a_layer_that_breaks_its_schema_is_not_written():
    with pytest.raises(
        LayerError, match=r'pins\.geojson: feature 1 P-1 \("三"\): count is not a whole number'
    ):
        layer_bytes(pins_of({"id": "P-1", "count": "三"}), PINS)


@pytest.mark.qgis
def test_qgis_sees_the_types_of_the_schema(tmp_path, qgis_python):
    values = {"count": 3, "uncertainty_m": 60.0, "due": dt.date(2020, 12, 31), "landmark": True}
    layer = pins_of({"id": "P-1", "name": "410103"} | values, {"id": "P-2"})
    path = tmp_path / "pins.geojson"
    path.write_bytes(layer_bytes(layer, PINS))
    program = (
        "import sys\n"
        "from qgis.core import QgsApplication, QgsVectorLayer\n"
        "app = QgsApplication([], False); app.initQgis()\n"
        "layer = QgsVectorLayer(sys.argv[1], 'pins', 'ogr')\n"
        "print(layer.isValid(), layer.featureCount(), layer.crs().authid())\n"
        "for field in layer.fields(): print(field.name(), field.typeName())\n"
        "sys.stdout.flush()\n"
        "import os; os._exit(0)\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)}
    result = subprocess.run(
        [qgis_python, "-c", program, path], capture_output=True, text=True, check=True, env=environment
    )
    assert result.stdout.splitlines() == [
        "True 2 EPSG:4326",
        "id String",
        "name String",
        "count Integer",
        "uncertainty_m Real",
        "due Date",
        "landmark Boolean",
    ]


# --- Reading -------------------------------------------------------------------------------------


def test_a_layer_comes_with_the_types_of_its_schema(tmp_path):
    nothing = dict.fromkeys(PINS.column_names) | {"id": "P-2", "name": ""}
    layer = read_layer(saved(tmp_path, feature(), feature(nothing)), PINS)
    assert layer.crs == "EPSG:4326"
    assert layer.drop(columns="geometry").iloc[0].to_dict() == GOOD | {"due": dt.date(2020, 12, 31)}
    assert layer.iloc[1][["count", "due", "landmark"]].tolist() == [None, None, None]


def test_a_text_that_looks_like_a_date_stays_a_text(tmp_path):
    layer = read_layer(saved(tmp_path, feature(GOOD | {"name": "2020/12/31"})), PINS)
    assert layer["name"].tolist() == ["2020/12/31"]


def test_an_id_beside_the_properties_is_the_id(tmp_path):
    properties = {name: value for name, value in GOOD.items() if name != "id"}
    assert read_layer(saved(tmp_path, feature(properties, id="P-7")), PINS)["id"].tolist() == ["P-7"]


# --- A layer kept by hand, as QGIS saves it ------------------------------------------------------


POINT = {"type": "Point", "coordinates": [113.635123456700001, 34.725123456779997]}
ROW = dict.fromkeys(PLACES.column_names) | {
    "id": "P-01", "name": "二七区政府", "kind": "poi", "landmark": False, "datum_in": "WGS84",
    "source": "测试", "licence": "facts", "precision": "exact", "uncertainty_m": 60.0,
    "checked_on": "2026-11-25",
}  # fmt: skip


def without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


def test_positions_of_a_layer_kept_by_hand_are_rounded_and_the_file_stays(tmp_path):
    path = saved(tmp_path, feature(ROW, POINT))
    before = path.read_bytes()
    assert layer_problems(path, PLACES) == []
    (point,) = read_layer(path, PLACES).geometry
    assert (point.x, point.y) == (113.6351235, 34.7251235)
    assert layer_notes(path, PLACES) == [
        f"{path.as_posix()}: 1 positions have more than 7 decimals; nothing needs doing: they are read with 7"
    ]
    assert path.read_bytes() == before


def test_each_feature_has_its_id_in_one_place_or_the_other(tmp_path):
    old = feature(without(ROW, "id"), POINT, id="P-01")
    new = feature(ROW | {"id": "P-40", "name": "新地点"}, POINT)
    path = saved(tmp_path, old, new)
    assert layer_problems(path, PLACES) == []
    assert read_layer(path, PLACES)["id"].tolist() == ["P-01", "P-40"]


def test_an_id_that_was_taken_out_in_qgis_is_missing(tmp_path):
    path = saved(tmp_path, feature(ROW | {"id": None}, POINT, id="P-06"))
    assert "id is empty" in layer_problems(path, PLACES)[0]


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"])
def test_a_crs_of_wgs84_is_accepted(tmp_path, name):
    path = saved(tmp_path, feature(ROW, POINT), crs={"type": "name", "properties": {"name": name}})
    assert layer_problems(path, PLACES) == layer_warnings(path, PLACES) == []
    assert read_layer(path, PLACES).crs == "EPSG:4326"


def test_a_bbox_that_qgis_kept_as_it_was_is_no_fault(tmp_path):
    path = saved(tmp_path, feature(ROW, POINT), bbox=[113.5, 34.6, 113.6, 34.7])
    assert layer_problems(path, PLACES) == []
    assert "bbox is not the extent" in layer_notes(path, PLACES)[0]


def test_a_column_that_a_file_may_do_without_comes_empty(tmp_path):
    layer = read_layer(saved(tmp_path, feature(without(ROW, "checked_by"), POINT)), PLACES)
    assert list(layer.columns) == [*PLACES.column_names, "geometry"]
    assert layer["checked_by"].tolist() == [None]


LINES_APART = {"type": "MultiLineString", "coordinates": [[[1, 1], [2, 2]], [[3, 3], [4, 4]]]}
LINE_OF_ONE = {"type": "MultiLineString", "coordinates": [[[1, 1], [2, 2]], [[3, 3]]]}


@pytest.mark.parametrize(
    ("geometry", "complaint"),
    [
        (LINES_APART, "is no LineString; this layer holds LineStrings only: join its parts, or give"),
        (LINE_OF_ONE, "line has one position only; repair it in QGIS"),
    ],
)
def test_lines_that_do_not_join_are_named(tmp_path, geometry, complaint):
    (problem,) = layer_problems(saved(tmp_path, feature(ROW, geometry)), ROADS)
    assert complaint in problem


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'{"type": "FeatureCollection",\n "features": [{]}', "is no JSON at line 2, column 16"),
        (b"", "is no JSON at line 1, column 1"),
        (b"[]", "is no JSON object"),
        (b'{"type": "Topology"}', "is no FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": ["\xd6\xd0"]}', "is not UTF-8 at byte 44"),
        (b'{"type": "FeatureCollection", "features": [1]}', "feature 1: is no Feature"),
        (b'{"type": "FeatureCollection", "features": [{"properties": [1]}]}', "feature 1: is no Feature"),
        (b'{"type": "FeatureCollection", "features": [{"geometry": 1}]}', "feature 1: geometry is no object"),
        (b"[" * 100_000, "is nested too deep"),
    ],
)
def test_a_file_that_is_no_geojson_is_named_with_the_place(tmp_path, content, complaint):
    path = tmp_path / "pins.geojson"
    path.write_bytes(content)
    with pytest.raises(LayerError) as caught:
        read_layer(path, PINS)
    assert str(caught.value).startswith(f"{path.as_posix()}: {complaint}")
    assert layer_problems(path, PINS) == [str(caught.value)]


OPEN_RING = [[113.5, 34.5], [113.6, 34.5], [113.6, 34.6], [113.5, 34.6]]


@pytest.mark.parametrize(
    ("geometry", "complaint"),
    [
        ({"type": "Polygon", "coordinates": [OPEN_RING]}, "ring is not closed"),
        ({"type": "MultiPolygon", "coordinates": [[OPEN_RING]]}, "ring is not closed"),
        ({"type": "Polygon", "coordinates": [[OPEN_RING[0], OPEN_RING[1], OPEN_RING[0]]]}, "fewer than four"),
        ({"type": "Polygon", "coordinates": [[]]}, "ring has no positions"),
        ({"type": "LineString", "coordinates": [[113.5, 34.5]]}, "line has one position only"),
        ({"type": "Dot", "coordinates": [113.5, 34.5]}, r"of no type of GeoJSON \(Dot\)"),
        ({"type": "point", "coordinates": [113.5, 34.5]}, "of no type of GeoJSON"),
        ({"type": "Point", "coordinates": []}, "position has 0 numbers"),
        ({"type": "Point", "coordinates": [113.5, 34.5, 90.0, 1.0]}, "position has 4 numbers"),
        ({"type": "Point", "coordinates": ["113.5", "34.5"]}, "position is no pair of numbers"),
        ({"type": "Point", "coordinates": [10**400, 34.5]}, "position is no pair of numbers"),
        ({"type": "Point", "coordinates": None}, "coordinates are no list of positions"),
    ],
)
def test_a_broken_geometry_is_named_with_its_feature(tmp_path, geometry, complaint):
    path = saved(tmp_path, feature({"id": "Z-01"}), feature({"id": "Z-03"}, geometry))
    with pytest.raises(
        LayerError, match=rf'pins\.geojson: feature 2 \("Z-03"\): .*{complaint}.*; repair it in QGIS'
    ):
        read_layer(path, AREAS)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        (feature(GOOD | {"due": "2020-13-01"}), 'feature 1 P-1 ("2020-13-01"): due is not a date'),
        (feature(GOOD | {"due": "2020/12/31"}), "due is not a date"),
        (feature(GOOD | {"name": 410103}), 'feature 1 P-1 ("410103"): name is not a text'),
        (feature(GOOD | {"name": ["二七塔"]}), "name is not a text"),
        (feature(GOOD | {"count": 1.5}), 'feature 1 P-1 ("1.5"): count is not a whole number'),
        (feature(GOOD | {"landmark": "yes"}), "landmark is not true or false"),
        (feature({"id": "P-1"}), 'pins.geojson ("name"): column is missing'),
        (feature(GOOD | {"colour": "红"}), 'pins.geojson ("colour"): column is not one'),
        (feature(geometry={"type": "LineString", "coordinates": OPEN_RING}), "is no Point"),
        (
            feature(geometry={"type": "Point", "coordinates": [34.75, 113.66]}),
            "latitude stands before longitude",
        ),
        (feature(geometry={"type": "Point", "coordinates": [469372.3, 3847175.5]}), "are no degrees"),
    ],
)
def test_what_breaks_the_schema_is_named(tmp_path, entry, complaint):
    with pytest.raises(LayerError) as caught:
        read_layer(saved(tmp_path, entry), PINS)
    assert complaint in str(caught.value)


def test_a_feature_without_geometry_is_named(tmp_path):
    path = saved(
        tmp_path, feature(), {"type": "Feature", "properties": GOOD | {"id": "P-2"}, "geometry": None}
    )
    assert layer_problems(path, PINS) == [
        f'{path.as_posix()}: feature 2 ("P-2"): has no geometry; draw it, or remove the row'
    ]


def test_no_feature_has_a_geometry(tmp_path):
    path = saved(tmp_path, {"type": "Feature", "properties": GOOD, "geometry": None})
    assert "has no geometry" in layer_problems(path, PINS)[0]


def test_a_crs_member_that_is_not_wgs84_is_named(tmp_path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}
    path = saved(tmp_path, feature(geometry={"type": "Point", "coordinates": [469372.3, 3847175.5]}), crs=crs)
    assert 'pins.geojson ("EPSG:4547"): is not in EPSG:4326' in layer_problems(path, PINS)[0]


@pytest.mark.parametrize("name", ["GCJ-02", "urn:ogc:def:crs:BD09", 4326, None])
def test_a_crs_member_that_nobody_knows_is_not_taken_for_wgs84(tmp_path, name):
    member = {"type": "name", "properties": {"name": name}}
    with pytest.raises(LayerError, match=r"names a CRS that is none; convert it"):
        read_layer(saved(tmp_path, feature(), crs=member), PINS)


def test_heights_are_one_problem_not_two(tmp_path):
    entry = feature(geometry={"type": "Point", "coordinates": [113.66, 34.75, 90.0]})
    (problem,) = layer_problems(saved(tmp_path, entry), PINS)
    assert "has heights" in problem


def test_a_number_that_json_does_not_have_is_named(tmp_path):
    path = saved(tmp_path, feature(GOOD | {"uncertainty_m": float("nan")}))
    assert layer_problems(path, PINS) == [
        f'{path.as_posix()} ("NaN"): holds a number that is none in JSON; write null instead'
    ]


def test_every_problem_is_listed(tmp_path):
    path = saved(tmp_path, feature(GOOD | {"due": "soon"}), feature(GOOD | {"landmark": "no", "count": 3}))
    assert len(layer_problems(path, PINS)) == 3


def test_a_missing_layer_is_named(tmp_path):
    with pytest.raises(MissingFileError, match=r"none\.geojson: is not there"):
        read_layer(tmp_path / "none.geojson", PINS)


def test_a_folder_is_no_layer(tmp_path):
    with pytest.raises(LayerError, match="cannot be read"):
        read_layer(tmp_path, PINS)


def test_lines_come_back_as_lines(tmp_path):
    ways = LayerSchema("ways", "LineString", (Column("id", required=True),), "id")
    layer = gpd.GeoDataFrame(
        {"id": ["R-1"]}, geometry=[LineString([(113.6, 34.7), (113.61, 34.71)])], crs="EPSG:4326"
    )
    (tmp_path / "ways.geojson").write_bytes(layer_bytes(layer, ways))
    assert read_layer(tmp_path / "ways.geojson", ways).geometry.iloc[0].equals(layer.geometry.iloc[0])
