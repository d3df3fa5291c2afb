import geopandas as gpd
import numpy as np
import pytest
from shapely import Point

from geo import schema
from geo.io.layers import layer_bytes, layer_problems, read_layer, read_sound_layer
from geo.io.sound_rows import sound_rows
from geo.io.tables import read_sound_table
from geo.schema import problems

GOOD = {"name": "甲", "aliases": None, "kind": "poi", "within": None, "landmark": False, "source": "测绘"}
GOOD |= {"precision": "exact", "uncertainty_m": 50.0, "datum_in": "WGS84"}
COLUMNS = schema.PLACES.column_names


@pytest.fixture
def places():
    rows = [
        {**dict.fromkeys(COLUMNS), **GOOD, "id": f"P-{n:02}", "geometry": Point(113.6, 34.7)}
        for n in range(9)
    ]
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")[[*COLUMNS, "geometry"]]


def test_a_sound_layer_stays_as_it_is(places, tmp_path):
    path = tmp_path / "places.geojson"
    path.write_bytes(layer_bytes(_complete(places), schema.PLACES))
    assert read_sound_layer(path, schema.PLACES).equals(read_layer(path, schema.PLACES))


@pytest.mark.parametrize("bad", [(), (0,), (8,), (2, 3), (0, 4, 8), tuple(range(9))])
def test_the_rows_that_keep_their_schema_stay_in_their_order(places, bad):
    layer = _complete(places)
    layer.loc[list(bad), "precision"] = "good"
    kept = sound_rows(layer, schema.PLACES)
    assert list(kept["id"]) == [f"P-{n:02}" for n in range(9) if n not in bad]
    assert problems(kept, schema.PLACES, where="") == []


def test_of_a_layer_without_a_column_or_in_another_crs_nothing_is_sound(places):
    layer = _complete(places)
    assert sound_rows(layer.drop(columns="precision"), schema.PLACES).empty
    assert sound_rows(layer.to_crs("EPSG:4547"), schema.PLACES).empty


def test_of_a_file_that_cannot_be_read_no_row_is_left(tmp_path):
    (tmp_path / "places.geojson").write_text("{", encoding="utf-8")
    assert layer_problems(tmp_path / "places.geojson", schema.PLACES)
    assert read_sound_layer(tmp_path / "places.geojson", schema.PLACES).empty
    assert list(read_sound_table(tmp_path / "none.csv", schema.UNLOCATED).columns) == list(
        schema.UNLOCATED.column_names
    )


def _complete(places):
    """Fill what the provenance of a place may need beside."""
    filled = {column.name: "测绘" for column in schema.PLACES.columns if column.required}
    missing = {name: text for name, text in filled.items() if places[name].isna().all()}
    return places.assign(**missing).replace({np.nan: None})
