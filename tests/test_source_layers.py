"""The facts in layers/source, as they are committed: form, provenance, and what is known of each name."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from geo.crs import project_shapes, to_wgs84
from geo.model import Datum
from geo.schema import DECIMALS, SOURCE_LAYERS, Type

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "layers" / "source"
CATALOGUE = (ROOT / "layers" / "README.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "planmap.toml").read_text(encoding="utf-8"))
LAYERS = [schema for schema in SOURCE_LAYERS if schema.geometry]
TABLES = [schema for schema in SOURCE_LAYERS if not schema.geometry]
VALUE_TYPES = {Type.TEXT: str, Type.NUMBER: float, Type.DATE: str, Type.FLAG: bool}

FEATURE_OF_TASK_NAME = {
    "侯寨新镇区": "P-08",
    "侯寨新老镇区": "P-08",
    "二七广场隧道": "R-08",
    "福寿街": "R-04",
    "敦睦路": "R-07",
    "大同路": "R-05",
    "延陵街": "R-06",
    "金光路": "P-04",
    "德化东街": "R-02",
    "彩虹路": "R-03",
    "兴盛路": "P-05",
    "共建路": "P-06",
    "德化步行街": "R-01",
    "凤湖智能新区": "P-11",
    "景中路": "P-13",
    "公园1872": "P-12",
    "樱桃沟民宿": "P-16",
    "长安古寨民宿": "P-17",
    "刘胡垌二期": "P-14",
    "二七华侨城": "P-07",
    "世贸商城": "P-26",
    "欢乐湖": "P-28",
    "锦荣": "P-29",
    "东方大厦": "P-30",
    "东方路": "R-09",
    "工业路": "R-10",
    "西四环": "R-11",
}
AREA_OF_UNLOCATED_NAME = {
    "康养产业板块": "二七新区",
    "华侨城文旅板块": "二七新区",
    "总部经济板块": "二七新区",
    "总部经济产业园": "二七新区",
    "热源厂片区": "二七新区",
    "南南街37号院": "二七特色商业区",
    "宜华环路": "凤湖智能新区",
    "椰风路": "凤湖智能新区",
    "飞翔路": "马寨镇",
    "马寨变电站": "马寨镇",
    "张河变电站": "马寨镇",
    "王庄": "马寨镇",
    "水磨森林公园": "马寨镇",
    "滨湖公园": "马寨镇",
    "MCN网红经济直播基地": "樱桃沟景区",
    "二七智慧商圈": "二七区",
    "中原数字经济科创园": "二七区",
}


def text_of(schema):
    return (SOURCE / f"{schema.name}.geojson").read_text(encoding="utf-8")


def features_of(name):
    return json.loads((SOURCE / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def rows_of(name):
    with (SOURCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header_of(name):
    with (SOURCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(next(csv.reader(file)))


def names_of(feature):
    properties = feature["properties"]
    return [properties["name"], *filter(None, (properties.get("aliases") or "").split("、"))]


def projected(features):
    shapes = np.array([shape(feature["geometry"]) for feature in features], dtype=object)
    return project_shapes(shapes, crs_from="EPSG:4326", crs_to=SETTINGS["district"]["crs"])


def reviewed():
    return [*features_of("zones"), *features_of("places"), *features_of("roads")]


# --- Form ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("schema", LAYERS, ids=lambda schema: schema.name)
def test_a_layer_has_one_feature_a_line_sorted_by_its_id(schema):
    text = text_of(schema)
    collection = json.loads(text)
    ids = [feature["id"] for feature in collection["features"]]
    assert set(collection) == {"type", "features"}
    assert text.endswith("\n]}\n")
    assert len(text.splitlines()) == len(ids) + 2
    assert ids == sorted(set(ids))
    assert ids == [feature["properties"][schema.id_column] for feature in collection["features"]]


@pytest.mark.parametrize("schema", LAYERS, ids=lambda schema: schema.name)
def test_the_properties_of_a_layer_follow_its_schema(schema):
    for feature in json.loads(text_of(schema))["features"]:
        properties = feature["properties"]
        assert tuple(properties) == schema.column_names
        for column in schema.columns:
            value = properties[column.name]
            if value is None:
                assert not column.required, (feature["id"], column.name)
                continue
            assert type(value) is VALUE_TYPES[column.type], (feature["id"], column.name)
            assert value != ""
            assert not column.allowed or value in column.allowed
            if column.type is Type.DATE:
                assert date.fromisoformat(value).isoformat() == value


@pytest.mark.parametrize("schema", LAYERS, ids=lambda schema: schema.name)
def test_the_geometries_of_a_layer_are_of_one_type_valid_and_right_handed(schema):
    for feature in json.loads(text_of(schema))["features"]:
        geometry = shape(feature["geometry"])
        assert geometry.geom_type == schema.geometry
        assert geometry.is_valid
        polygons = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
        assert all(polygon.exterior.is_ccw for polygon in polygons)
        assert not any(ring.is_ccw for polygon in polygons for ring in polygon.interiors)


@pytest.mark.parametrize("schema", LAYERS, ids=lambda schema: schema.name)
def test_the_coordinates_of_a_layer_have_at_most_seven_decimals(schema):
    for feature in json.loads(text_of(schema))["features"]:
        coordinates = json.dumps(feature["geometry"]["coordinates"])
        assert not re.search(rf"\.\d{{{DECIMALS + 1}}}", coordinates), feature["id"]


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_a_table_has_the_columns_of_its_schema_and_is_sorted(schema):
    rows = rows_of(schema.name)
    keys = [row[schema.id_column] for row in rows if schema.id_column]
    assert header_of(schema.name) == schema.column_names
    assert keys == sorted(set(keys)) or not schema.id_column
    for column in schema.columns:
        values = {row[column.name] for row in rows}
        assert not column.required or "" not in values
        assert not column.allowed or values <= set(column.allowed)


# --- What is known of each name ------------------------------------------------------------------


def test_every_layer_has_all_the_facts():
    counts = {schema.name: len(features_of(schema.name)) for schema in LAYERS}
    counts |= {schema.name: len(rows_of(schema.name)) for schema in TABLES}
    assert counts == {
        "district": 1,
        "neighbours": 11,
        "zones": 5,
        "places": 39,
        "roads": 19,
        "unlocated": 17,
        "admin_names": 192,
        "overrides": 0,
    }


@pytest.mark.parametrize(("name", "feature_id"), FEATURE_OF_TASK_NAME.items())
def test_a_task_bearing_name_has_its_feature_or_that_of_the_place_it_is_a_part_of(name, feature_id):
    features = reviewed()
    exact = {feature["id"] for feature in features if name in names_of(feature)}
    whole = {feature["id"] for feature in features if name.startswith(feature["properties"]["name"])}
    assert (exact or whole) == {feature_id}


def test_the_names_without_a_coordinate_stay_without_one():
    unlocated = {row["name"]: row["within"] for row in rows_of("unlocated")}
    drawn = {name for feature in reviewed() for name in names_of(feature)}
    assert unlocated == AREA_OF_UNLOCATED_NAME
    assert not drawn & {
        name for row in rows_of("unlocated") for name in [row["name"], row["aliases"]] if name
    }


def test_every_within_is_an_area_that_is_known():
    known = {SETTINGS["district"]["name"], *(zone["name"] for zone in SETTINGS["zones"])}
    known |= {row["name"] for row in rows_of("admin_names") if row["level"] == "town"}
    known |= {name for feature in reviewed() for name in names_of(feature)}
    said = {feature["properties"].get("within") for feature in reviewed()} - {None}
    said |= {row["within"] for table in ("unlocated", "admin_names") for row in rows_of(table)} - {""}
    assert said <= known


def test_no_name_stands_for_two_places_except_the_parts_of_one_ring_road():
    holders = {}
    for feature in reviewed():
        for name in names_of(feature):
            holders.setdefault(name, set()).add(feature["id"])
    shared = {name: ids for name, ids in holders.items() if len(ids) > 1}
    assert shared == {"南四环": {"R-12", "R-13"}, "绕城路": {"R-11", "R-12", "R-13"}}


def test_the_zones_of_the_settings_have_the_limits_of_the_same_id():
    zones = {zone["id"]: zone["name"] for zone in SETTINGS["zones"]}
    limits = {feature["id"]: feature["properties"]["name"] for feature in features_of("zones")}
    assert {
        zone_id: name for zone_id, name in limits.items() if zone_id.startswith("Z-")
    }.items() <= zones.items()
    assert [zone_id for zone_id in zones if zone_id not in limits] == ["Z-03", "Z-05", "Z-06"]
    assert sorted(set(limits) - set(zones)) == ["A-01", "A-02"]
    assert all("示意" in feature["properties"]["status"] for feature in features_of("zones"))


def test_towns_and_villages_carry_the_code_of_their_parent():
    codes = {row["name"]: row["code"] for row in rows_of("admin_names") if row["level"] == "town"}
    villages = [row for row in rows_of("admin_names") if row["level"] == "village"]
    assert (len(codes), len(villages)) == (16, 176)
    assert all(code.startswith(SETTINGS["district"]["adcode"]) for code in codes.values())
    assert all(row["code"].startswith(codes[row["within"]]) and len(row["code"]) == 12 for row in villages)


# --- Positions -----------------------------------------------------------------------------------


def test_only_the_two_known_markets_lie_outside_and_within_300_m():
    outline = projected(features_of("district"))[0]
    features = [*features_of("places"), *features_of("roads")]
    metres = shapely.distance(projected(features), outline)
    beyond = {f["properties"]["name"]: round(m) for f, m in zip(features, metres, strict=True) if m > 0}
    assert beyond == {"百荣世贸商城": 63, "锦荣商贸城": 106}


def test_the_tower_agrees_with_a_second_source_only_if_that_is_read_as_gcj02():
    tower = next(feature for feature in features_of("places") if feature["id"] == "P-02")
    second = np.array([[113.666, 34.752]])
    points = [
        {"geometry": {"type": "Point", "coordinates": position.tolist()}}
        for position in (to_wgs84(second, datum=Datum.GCJ02)[0], second[0])
    ]
    here, *others = projected([tower, *points])
    assert [round(shapely.distance(here, other)) for other in others] == pytest.approx([51, 534], abs=1)


@pytest.mark.parametrize(("road", "published_m"), [("R-07", 400), ("R-08", 1370)])
def test_a_road_is_as_long_as_it_is_published_to_be(road, published_m):
    line = projected([feature for feature in features_of("roads") if feature["id"] == road])[0]
    assert line.length == pytest.approx(published_m, rel=0.01)


def test_a_polygon_has_the_area_that_its_row_states():
    zones = features_of("zones")
    stated = [feature["properties"]["drawn_area_km2"] for feature in zones]
    assert shapely.area(projected(zones)) / 1e6 == pytest.approx(stated, rel=0.005)
    assert shapely.area(projected(features_of("district")))[0] / 1e6 == pytest.approx(157.8, abs=0.1)


def test_landmarks_are_context_and_the_tower():
    landmarks = {f["properties"]["name"] for f in features_of("places") if f["properties"]["landmark"]}
    assert {"二七纪念塔", "二七广场", "郑州站", "大学南路×南四环"} <= landmarks
    assert len(landmarks) == 11
    assert not landmarks & set(FEATURE_OF_TASK_NAME)


# --- The catalogue -------------------------------------------------------------------------------


def test_the_catalogue_names_every_file_column_and_feature():
    for schema in SOURCE_LAYERS:
        assert f"source/{schema.name}." in CATALOGUE
        assert all(f"`{column}`" in CATALOGUE for column in schema.column_names)
    assert all(f"`{feature['id']}`" in CATALOGUE for feature in reviewed())
    assert all(row["would_place"] in CATALOGUE for row in rows_of("unlocated"))


def test_the_catalogue_accounts_for_each_of_the_78_reviewed_rows():
    numbers = [int(number) for number in re.findall(r"^\| (\d+) \|", CATALOGUE, flags=re.MULTILINE)]
    assert numbers == list(range(1, 79))
