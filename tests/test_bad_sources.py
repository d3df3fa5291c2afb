"""What `planmap check` says of each way in which layers/source can be wrong: file, row, what, remedy."""

import json
import shutil
from pathlib import Path

import pytest

from geo import pipeline

REPOSITORY = Path(__file__).parents[1]
SOURCE = "layers/source"


@pytest.fixture
def workspace(tmp_path):
    shutil.copy(REPOSITORY / "planmap.toml", tmp_path)
    shutil.copytree(REPOSITORY / "reports", tmp_path / "reports")
    shutil.copytree(REPOSITORY / SOURCE, tmp_path / SOURCE)
    return tmp_path


def change(root, layer, place_id, edit):
    """Edit the feature of an id in a layer."""
    path = root / SOURCE / f"{layer}.geojson"
    collection = json.loads(path.read_text(encoding="utf-8"))
    edit(next(feature for feature in collection["features"] if feature["id"] == place_id))
    path.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")


def at(lon, lat):
    return lambda feature: feature["geometry"].update(coordinates=[lon, lat])


def with_value(column, value):
    return lambda feature: feature["properties"].update({column: value})


def without_geometry(feature):
    feature["geometry"] = None


def with_a_bow_tie(feature):
    west, south, east, north = 113.64, 34.74, 113.65, 34.75
    ring = [[west, south], [east, north], [east, south], [west, north], [west, south]]
    feature["geometry"]["coordinates"] = [ring]


def with_the_id_of_another(feature):
    feature["id"] = feature["properties"]["id"] = "P-02"


BAD = [
    ("places", "P-30", at(34.722227, 113.621562), "latitude stands before longitude", "feature 30"),
    ("places", "P-30", at(0, 0), "lies at 0, 0", "P-30 东方大厦"),
    ("places", "P-30", at(113.55, 34.78), "outside the district, in 中原区", "P-30 东方大厦"),
    ("places", "P-30", without_geometry, "has no geometry", "feature 30"),
    ("zones", "Z-02", with_a_bow_tie, "geometry is not valid", "feature 4"),
    ("places", "P-30", with_the_id_of_another, "id stands twice", "feature 30"),
    ("roads", "R-05", with_value("id", "P-02"), "its id P-02 is also that of", "P-02"),
    ("places", "P-30", with_value("aliases", "欢乐湖"), "the name 欢乐湖 is also that of", "P-28 欢乐湖"),
    ("places", "P-30", with_value("datum_in", "GCJ02"), "datum_in is none of its values", "feature 30"),
    ("places", "P-30", with_value("datum_in", None), "datum_in is empty", "feature 30"),
]


def test_everything_that_is_wrong_is_named_at_once(workspace):
    everything = (
        ("places", "P-01", at(34.722227, 113.621562), "latitude stands before longitude"),
        ("places", "P-03", at(0, 0), "lies at 0, 0"),
        ("places", "P-07", at(113.55, 34.78), "outside the district, in 中原区"),
        ("roads", "R-02", without_geometry, "has no geometry"),
        ("zones", "Z-02", with_a_bow_tie, "geometry is not valid"),
        ("roads", "R-05", with_value("id", "P-14"), "its id P-14 is also that of"),
        ("places", "P-30", with_value("aliases", "欢乐湖"), "the name 欢乐湖 is also that of"),
        ("places", "P-31", with_value("datum_in", "GCJ02"), "datum_in is none of its values"),
    )
    for layer, place_id, edit, _ in everything:
        change(workspace, layer, place_id, edit)
    found = pipeline.check(workspace)
    assert all(pipeline.fails(finding, strict=False) for finding in found)
    said = [finding.message for finding in found]
    assert [sum(what in message for message in said) for *_, what in everything] == [1] * len(everything)
    assert len(found) == len(everything)


@pytest.mark.parametrize(("layer", "place_id", "edit", "what", "row"), BAD, ids=[row[3] for row in BAD])
def test_what_is_wrong_is_named_with_its_file_row_and_remedy(workspace, layer, place_id, edit, what, row):
    change(workspace, layer, place_id, edit)
    found = [finding for finding in pipeline.check(workspace) if what in finding.message]
    assert any(".geojson" in finding.where and row in str(finding) for finding in found)
    assert all(finding.remedy for finding in found)
    assert all(pipeline.fails(finding, strict=True) for finding in found)
