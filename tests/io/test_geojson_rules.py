"""Each fault that a GeoJSON layer can have is named by ``planmap check``, and the layers have none."""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import geojson_pydantic
import pytest

from geo import pipeline, schema
from geo.geocode.checks import Severity
from geo.io.layers import layer_notes, layer_problems, layer_warnings

REPOSITORY = Path(__file__).parents[2]
LAYERS = sorted((REPOSITORY / "layers").rglob("*.geojson"))
AREAS = schema.TASK_AREAS
SQUARE = [[113.5, 34.6], [113.6, 34.6], [113.6, 34.7], [113.5, 34.7], [113.5, 34.6]]
FACTS = {
    "task_id": "T-01-01",
    "place_id": "P-01",
    "place": "马寨镇",
    "kind": "town",
    "zone": "马寨镇",
    "category": "道路整治",
    "status": "planned",
    "text": "完成道路整治",
    "precision": "area",
    "uncertainty_m": 500.0,
    "datum_in": "WGS84",
    "source": "测试",
    "report": "reports/a.md",
    "text_start": 0,
    "text_end": 6,
}


def area(id_, shift=0.0):
    properties = dict.fromkeys(AREAS.column_names) | FACTS | {"id": id_}
    ring = [[round(lon + shift, 7), lat] for lon, lat in SQUARE]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": id_, "properties": properties, "geometry": geometry}


def sound():
    return {"type": "FeatureCollection", "name": "task_areas", "features": [area("A"), area("B", shift=0.2)]}


def saved(folder, collection):
    path = folder / "task_areas.geojson"
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return path


def shape(collection):
    return collection["features"][1]["geometry"]


def facts(collection):
    return collection["features"][1]["properties"]


def unclosed_ring(collection):
    shape(collection)["coordinates"][0].pop()


def clockwise_ring(collection):
    shape(collection)["coordinates"][0].reverse()


def clockwise_hole(collection):
    hole = [[113.72, 34.62], [113.74, 34.62], [113.74, 34.64], [113.72, 34.62]]
    shape(collection)["coordinates"].append(hole)


def crs_member(collection):
    collection["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}


def crs_of_metres(collection):
    collection["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}


def projected_metres(collection):
    shape(collection)["coordinates"] = [
        [[463000.5, 3840000.5], [464000.5, 3840000.5], [464000.5, 3841000.5], [463000.5, 3840000.5]]
    ]


def swapped_axes(collection):
    # A square that is turned with its axes would run clockwise, too.
    ring = shape(collection)["coordinates"][0]
    ring[:] = [[lat, lon] for lon, lat in reversed(ring)]


def duplicate_id(collection):
    facts(collection)["id"] = "A"
    collection["features"][1]["id"] = "A"


def other_feature_id(collection):
    collection["features"][1]["id"] = "A"


def not_a_number(collection):
    facts(collection)["uncertainty_m"] = float("nan")


def endless_coordinate(collection):
    shape(collection)["coordinates"][0][1][0] = float("inf")


def too_many_decimals(collection):
    shape(collection)["coordinates"][0][1][0] = 113.80000001


def mixed_value_types(collection):
    facts(collection)["place"] = 410103


def mixed_geometry_types(collection):
    shape(collection).update(type="Point", coordinates=[113.7, 34.6])


def nested_object(collection):
    facts(collection)["place"] = {"name": "马寨镇"}


def nested_list(collection):
    facts(collection)["quantities"] = ["5条", "3座"]


def nested_value_of_a_closed_set(collection):
    facts(collection)["status"] = ["planned"]


def nested_id(collection):
    facts(collection)["id"] = {"a": 1}


def nested_column_of_its_own(collection):
    facts(collection)["owner"] = {"name": "某人"}


def wrong_bbox(collection):
    collection["bbox"] = [113.5, 34.6, 113.6, 34.7]


def turned_bbox(collection):
    collection["bbox"] = [34.6, 113.5, 34.7, 113.8]


def bbox_of_words(collection):
    collection["bbox"] = "西南东北"


def wrong_bbox_of_a_feature(collection):
    collection["features"][1]["bbox"] = [113.5, 34.6, 113.8, 34.7]


def self_intersection(collection):
    ring = shape(collection)["coordinates"][0]
    ring[1], ring[2] = ring[2], ring[1]


def null_geometry(collection):
    collection["features"][1]["geometry"] = None


SECOND = r'feature 2.*\("B"\)'
FAULTS = {
    unclosed_ring: rf"{SECOND}: ring is not closed",
    clockwise_ring: rf"{SECOND}: ring runs the wrong way",
    clockwise_hole: rf"{SECOND}: ring runs the wrong way",
    crs_member: r"has the member crs",
    crs_of_metres: r"\(\"EPSG:4547\"\): is not in EPSG:4326",
    projected_metres: r'feature 2 B \("463000.5, 3840000.5"\): coordinates are no degrees',
    swapped_axes: r"feature 2.*: latitude stands before longitude",
    duplicate_id: r'feature 2 A \("A"\): id stands twice',
    other_feature_id: r'feature 2 \("A"\): its id is not its id, B',
    not_a_number: r'\("NaN"\): holds a number that is none in JSON',
    endless_coordinate: r'\("Infinity"\): holds a number that is none in JSON',
    too_many_decimals: rf"{SECOND}: coordinates have more than 7 decimals",
    mixed_value_types: r'feature 2 B \("410103"\): place is not a text',
    mixed_geometry_types: r'feature 2 B \("Point"\): is no Polygon',
    nested_object: r"feature 2 B .*: place is not a text but a list or an object",
    nested_list: r"feature 2 B .*: quantities is not a text but a list or an object",
    nested_value_of_a_closed_set: r"feature 2 B .*: status is not a text but a list or an object",
    nested_id: r"feature 2 .*: id is not a text but a list or an object",
    nested_column_of_its_own: r'\("owner"\): column is not one of the layer',
    wrong_bbox: r"bbox is not the extent",
    turned_bbox: r"bbox is not the extent",
    bbox_of_words: r'\("西南东北"\): bbox is not the extent',
    wrong_bbox_of_a_feature: r"feature 2 .*: bbox is not the extent",
    self_intersection: r"feature 2 B .*Self-intersection.*: geometry is not valid",
    null_geometry: rf"{SECOND}: has no geometry",
}
NAMES = [fault.__name__ for fault in FAULTS]


def broken(fault):
    collection = copy.deepcopy(sound())
    fault(collection)
    return collection


def test_a_layer_without_a_fault_has_no_problem(tmp_path):
    assert layer_problems(saved(tmp_path, sound()), AREAS) == []


def test_a_right_bbox_is_no_problem(tmp_path):
    collection = sound() | {"bbox": [113.5, 34.6, 113.8, 34.7]}
    collection["features"][1]["bbox"] = [113.7, 34.6, 0, 113.8, 34.7, 0]
    assert layer_problems(saved(tmp_path, collection), AREAS) == []


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_a_fault_is_named_and_where_it_stands(tmp_path, fault):
    path = saved(tmp_path, broken(fault))
    found = layer_problems(path, AREAS)
    assert len(found) <= 2, found
    assert found[0].startswith(path.as_posix())
    assert any(re.search(FAULTS[fault], problem) for problem in found), found
    assert all("; " in problem for problem in found), "each says what to do"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    root = tmp_path_factory.mktemp("workspace")
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers", root / "layers")
    return root


def faults_in(workspace, collection):
    path = workspace / "layers" / "task_areas.geojson"
    kept = path.read_bytes()
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    found = pipeline.check(workspace)
    path.write_bytes(kept)
    return [finding for finding in found if finding.severity is Severity.FAULT]


def test_planmap_check_passes_without_a_fault(workspace):
    assert faults_in(workspace, sound()) == []


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_planmap_check_fails_for_it(workspace, fault):
    (finding, *_) = faults_in(workspace, broken(fault))
    assert "task_areas.geojson" in finding.where
    assert finding.remedy


def test_a_source_layer_saved_the_old_way_is_read_and_noted(workspace):
    path = workspace / "layers" / "source" / "zones.geojson"
    kept = path.read_bytes()
    collection = json.loads(kept)
    crs_member(collection)
    collection["features"][0]["geometry"]["coordinates"][0].reverse()
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    assert layer_problems(path, schema.ZONES) == []
    assert layer_warnings(path, schema.ZONES) == []
    said = layer_notes(path, schema.ZONES)
    found = pipeline.check(workspace)
    path.write_bytes(kept)
    assert ["crs" in said[0], "ring runs the wrong way" in said[1]] == [True, True]
    what = re.compile("has the member crs|ring runs the wrong way")
    noted = [finding for finding in found if what.search(finding.message)]
    assert [finding.severity for finding in noted] == [Severity.INFO, Severity.INFO]


# --- The layers of the repository ----------------------------------------------------------------


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_a_layer_is_geojson_by_an_independent_reader(path):
    read = geojson_pydantic.FeatureCollection.model_validate_json(path.read_bytes())
    assert len(read.features) == len(json.loads(path.read_bytes())["features"])


def test_the_layers_keep_the_rules_of_the_reference(reference):
    rules = reference / "checks" / "geojson_rules_check.py"
    result = subprocess.run(
        [sys.executable, rules, *LAYERS], check=False, capture_output=True, encoding="utf-8"
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [f"{path.name} ok" for path in LAYERS]
