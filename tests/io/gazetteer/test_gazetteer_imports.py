from __future__ import annotations

import json
import os
import sqlite3

import fiona
import numpy as np
import pytest
import shapely

from geo.crs import from_wgs84, project_shapes
from geo.errors import DatumError, EncodingError, LayerError, MissingFileError, OutputError
from geo.io.gazetteer import GazetteerIndex, ImportOptions, import_places
from geo.model import Datum, Precision, Wgs84
from tests.io.gazetteer.pbf import pbf_bytes

TOWER = (113.6604, 34.75334)
WGS84 = ImportOptions(datum="wgs84")


def bring(source, *, options=WGS84, normalise=str.strip, **more):
    return import_places(source, source.parent / "indexes", options=options, normalise=normalise, **more)


def placed(report, name):
    with GazetteerIndex(report.path) as index:
        return index.exact(name)


def position(place):
    return shapely.get_coordinates(place.geometry)[0]


def table(folder, *rows, header="name,lon,lat", encoding="utf-8", name="places.csv"):
    path = folder / name
    path.write_text("\n".join((header, *rows)) + "\n", encoding=encoding)
    os.utime(path, (1_596_240_000, 1_596_240_000))
    return path


def collection(folder, *features, **members):
    path = folder / "places.geojson"
    document = members | {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(lonlat):
    return {"type": "Point", "coordinates": list(lonlat)}


def layer(folder, suffix, *, rows=(("二七塔", TOWER),), crs="EPSG:4326", encoding="UTF-8", **more):
    path = folder / f"places{suffix}"
    schema = {"geometry": "Point", "properties": {"name": "str:80"}}
    options = {"encoding": encoding} if suffix == ".shp" else {}
    with fiona.open(path, "w", schema=schema, crs=crs, **options, **more) as sink:
        sink.writerecords({"geometry": point(lonlat), "properties": {"name": name}} for name, lonlat in rows)
    return path


# --- Formats -------------------------------------------------------------------------------------


def test_a_table_in_gcj02_is_found_in_wgs84(tmp_path):
    there = from_wgs84(Wgs84(np.array([TOWER])), datum=Datum.GCJ02)[0]
    source = table(tmp_path, f"二七塔,{there[0]},{there[1]}")
    report = bring(source, options=ImportOptions(datum="gcj02"))
    (place,) = placed(report, "二七塔")
    assert position(place) == pytest.approx(TOWER, abs=1e-7)
    assert (place.id, place.datum_in, place.source) == (
        "places.csv#row 2",
        "GCJ-02",
        "places.csv, 2020-08-01",
    )
    assert (place.precision, place.uncertainty_m, place.kind) == (Precision.EXACT, 50.0, "poi")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_table_may_have_any_chinese_encoding_and_chinese_columns(tmp_path, encoding):
    source = table(
        tmp_path,
        "德化步行街,道路,德化街、步行街,113.6604,34.7533",
        header="地名,类型,别名,经度,纬度",
        encoding=encoding,
    )
    report = bring(source)
    assert [place.kind for place in placed(report, "德化步行街")] == ["road"]
    assert placed(report, "德化街") == placed(report, "步行街") == placed(report, "德化步行街")


def test_metres_of_a_gauss_kruger_zone_are_read(tmp_path):
    (metres,) = project_shapes(
        np.array([shapely.Point(TOWER)], dtype=object), crs_from="EPSG:4490", crs_to="EPSG:4547"
    )
    source = table(tmp_path, f"二七塔,{metres.x},{metres.y}", header="name,x,y")
    report = bring(source, options=ImportOptions(datum="EPSG:4547"))
    (place,) = placed(report, "二七塔")
    assert position(place) == pytest.approx(TOWER, abs=1e-6)
    assert place.datum_in == "EPSG:4547"


@pytest.mark.parametrize("suffix", [".gpkg", ".shp"])
def test_a_layer_that_states_its_datum_needs_no_option(tmp_path, suffix):
    report = bring(layer(tmp_path, suffix), options=ImportOptions())
    (place,) = placed(report, "二七塔")
    assert position(place) == pytest.approx(TOWER, abs=1e-7)
    assert report.datum == "WGS84"


def test_a_shapefile_in_gbk_that_names_no_encoding_is_read_as_it_is(tmp_path):
    source = layer(tmp_path, ".shp", rows=[("二七纪念塔", TOWER)], encoding="GB18030")
    source.with_suffix(".cpg").unlink(missing_ok=True)
    content = bytearray(source.with_suffix(".dbf").read_bytes())
    content[29] = 0
    source.with_suffix(".dbf").write_bytes(content)
    assert placed(bring(source), "二七纪念塔")


def test_lines_and_areas_of_a_geojson_have_their_own_sureness(tmp_path):
    line = {"type": "LineString", "coordinates": [[113.6, 34.7], [113.7, 34.7]]}
    ring = [[113.6, 34.7], [113.6, 34.8], [113.7, 34.8], [113.6, 34.7]]
    source = collection(
        tmp_path,
        feature(line, name="大学路"),
        feature({"type": "Polygon", "coordinates": [ring]}, name="人民公园"),
    )
    report = bring(source)
    road, park = *placed(report, "大学路"), *placed(report, "人民公园")
    assert (road.precision, road.uncertainty_m, road.kind) == (Precision.STREET, 20.0, "road")
    assert (park.precision, park.uncertainty_m, park.kind) == (Precision.AREA, 50.0, "park")
    assert park.geometry.exterior.is_ccw
    declared = ImportOptions(datum="wgs84", precision=Precision.AREA, uncertainty_m=300.0)
    (road,) = placed(bring(source, options=declared), "大学路")
    assert (road.precision, road.uncertainty_m) == (Precision.AREA, 300.0)


def test_an_extract_of_openstreetmap_is_read_with_kinds_and_other_names(tmp_path):
    nodes = [
        (1, 113.66, 34.75, {"name": "二七纪念塔", "tourism": "attraction", "alt_name": "双塔;二七塔"}),
        (2, 113.65, 34.75, {}),
        (3, 113.66, 34.76, {}),
        (4, 113.65, 34.76, {}),
    ]
    ways = [
        (5, [2, 3], {"highway": "primary", "name": "大学路"}),
        (6, [2, 3, 4, 2], {"leisure": "park", "name": "人民公园"}),
        (7, [2, 4], {"highway": "primary"}),
    ]
    source = tmp_path / "henan.osm.pbf"
    source.write_bytes(pbf_bytes(nodes, ways))
    report = bring(source, options=ImportOptions())
    assert report.counts.places == 3
    (tower,) = placed(report, "双塔")
    assert (tower.name, tower.kind, tower.id) == ("二七纪念塔", "scenic", "henan.osm.pbf#node/1")
    assert "OpenStreetMap contributors, ODbL" in tower.source
    (road,) = placed(report, "大学路")
    assert (road.kind, road.geometry.geom_type, road.id) == ("road", "LineString", "henan.osm.pbf#way/5")
    (park,) = placed(report, "人民公园")
    assert (park.kind, park.geometry.geom_type, park.id) == ("park", "Polygon", "henan.osm.pbf#way/6")


def test_openstreetmap_is_wgs84_whatever_one_says(tmp_path):
    source = tmp_path / "a.osm.pbf"
    source.write_bytes(pbf_bytes([(1, *TOWER, {"name": "二七塔"})]))
    with pytest.raises(DatumError, match="contradicts --datum EPSG:4547"):
        bring(source, options=ImportOptions(datum="EPSG:4547"))


# --- What is asked for ---------------------------------------------------------------------------


def test_a_file_whose_datum_nobody_states_is_refused_with_a_question(tmp_path):
    for source in (
        table(tmp_path, "二七塔,113.66,34.75"),
        collection(tmp_path, feature(point(TOWER), name="塔")),
    ):
        with pytest.raises(DatumError, match=rf"{source.name}: .*which datum .*\? Say so with --datum"):
            bring(source, options=ImportOptions())
    assert not (tmp_path / "indexes").exists()


def test_a_geojson_may_state_its_crs_before_its_features(tmp_path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
    report = bring(collection(tmp_path, feature(point(TOWER), name="塔"), crs=crs), options=ImportOptions())
    assert report.datum == "CGCS2000"


def test_a_file_that_contradicts_the_option_is_refused(tmp_path):
    with pytest.raises(DatumError, match="contradicts --datum EPSG:4547"):
        bring(layer(tmp_path, ".gpkg"), options=ImportOptions(datum="EPSG:4547"))


def test_one_of_several_layers_must_be_named(tmp_path):
    source = layer(tmp_path, ".gpkg", layer="a")
    with fiona.open(
        source, "w", layer="b", driver="GPKG", crs="EPSG:4326",
        schema={"geometry": "Point", "properties": {"name": "str"}},
    ) as sink:  # fmt: skip
        sink.write({"geometry": point(TOWER), "properties": {"name": "另一个"}})
    with pytest.raises(LayerError, match="holds 2 layers; say with --layer which one: a, b"):
        bring(source)
    assert placed(bring(source, options=ImportOptions(layer="b")), "另一个")
    with pytest.raises(LayerError, match="has no layer c"):
        bring(source, options=ImportOptions(layer="c"))


def test_the_column_of_names_is_asked_for_where_it_is_not_plain(tmp_path):
    source = table(tmp_path, "二七塔,113.66,34.75", header="TITLE,lon,lat")
    with pytest.raises(LayerError, match=r"has no column of names; say with --name-column .*TITLE, lon, lat"):
        bring(source)
    assert placed(bring(source, options=ImportOptions(datum="wgs84", name_column="TITLE")), "二七塔")


# --- Bad rows and bad files ----------------------------------------------------------------------


def test_rows_that_cannot_be_placed_are_counted_and_the_first_five_are_named(tmp_path):
    rows = [
        "二七塔,113.66,34.75",
        ",113.66,34.75",
        "无处,,",
        "错,abc,34",
        "反,34.75,113.66",
        "零,0,0",
        "半,113.6",
    ]
    report = bring(table(tmp_path, *rows, *["无处,,"] * 10))
    assert report.counts.places == 1
    assert report.skipped == {
        "no name": (1, ("row 3",)),
        "no position": (12, ("row 4", "row 8", "row 9", "row 10", "row 11")),
        "a position that is no number": (1, ("row 5",)),
        "a position that is no longitude and latitude": (1, ("row 6",)),
        "a position at 0, 0": (1, ("row 7",)),
    }


def test_null_and_invalid_geometry_is_left_out_and_said(tmp_path):
    bow = [[113.6, 34.7], [113.7, 34.8], [113.7, 34.7], [113.6, 34.8], [113.6, 34.7]]
    report = bring(
        collection(
            tmp_path,
            feature(None, name="无"),
            feature({"type": "Polygon", "coordinates": [bow]}, name="扭"),
            feature({"type": "Point", "coordinates": []}, name="空"),
            feature(point(TOWER), name="塔"),
        )
    )
    assert report.counts.places == 1
    assert report.skipped == {
        "no position": (2, ("feature 1", "feature 3")),
        "a geometry that is not valid": (1, ("feature 2",)),
    }


def test_a_file_without_a_place_is_refused_and_the_old_index_stays(tmp_path):
    source = table(tmp_path, "二七塔,113.66,34.75")
    report = bring(source)
    table(tmp_path, "二七塔,34.75,113.66")
    with pytest.raises(
        LayerError, match=r"has no row that can be placed .1 rows with a position that is no long"
    ):
        bring(source)
    assert placed(report, "二七塔")
    assert list((tmp_path / "indexes").iterdir()) == [report.path]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[]", "is no FeatureCollection"),
        ('{"features": [{"type": "Feature", "properties": {"name": "a"}', "feature 1: is no JSON"),
        ('{"features": [{"properties": {"name": "a"}}, 7]}', "feature 2: is no Feature"),
        ('{"features": []}', "has no column of names"),
    ],
)
def test_a_broken_geojson_is_refused(tmp_path, content, told):
    source = tmp_path / "a.geojson"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(LayerError, match=told):
        bring(source)


@pytest.mark.parametrize("name", ["a.gpkg", "a.osm.pbf"])
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, name):
    source = tmp_path / name
    source.write_bytes(b"nothing of the kind")
    with pytest.raises(LayerError, match="cannot be read"):
        bring(source)


def test_a_file_that_is_not_there_or_of_another_format_is_refused(tmp_path):
    with pytest.raises(MissingFileError, match="is not there"):
        bring(tmp_path / "a.csv")
    (tmp_path / "a.xyz").touch()
    with pytest.raises(LayerError, match=r"format that is not imported \(\.xyz\)"):
        bring(tmp_path / "a.xyz")


def test_a_table_whose_encoding_changes_is_refused(tmp_path):
    source = tmp_path / "a.csv"
    plain = b"name,lon,lat\n" + b"a,113.6,34.7\n" * 100_000
    source.write_bytes(plain + "塔,113.6,34.7\n".encode("gb18030"))
    with pytest.raises(EncodingError, match="is no utf-8 from some row on"):
        bring(source)


def test_an_index_that_cannot_be_written_is_said(tmp_path):
    source = table(tmp_path, "二七塔,113.66,34.75")
    (tmp_path / "indexes").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        bring(source)


def test_an_import_that_is_interrupted_leaves_nothing(tmp_path):
    def interrupt(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring(table(tmp_path, "二七塔,113.66,34.75"), announce=interrupt)
    assert not list((tmp_path / "indexes").iterdir())


# --- The index -----------------------------------------------------------------------------------


def test_the_same_file_gives_the_same_bytes(tmp_path):
    rows = [f"点{number}路,{113.5 + number / 1e4},34.7" for number in range(500)]
    first = bring(table(tmp_path, *rows)).path.read_bytes()
    assert bring(table(tmp_path, *rows)).path.read_bytes() == first


def test_progress_is_announced_in_rows(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.io.gazetteer.tables.BATCH", 2)
    seen = []
    bring(table(tmp_path, *["塔,113.66,34.75"] * 5), announce=seen.append)
    assert seen == [2, 4, 5]


@pytest.mark.parametrize("suffix", [".gpkg", ".shp"])
def test_a_layer_is_read_in_batches_each_row_once(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr("geo.io.gazetteer.vectors.BATCH", 3)
    names = [f"点{number}路" for number in range(10)]
    report = bring(layer(tmp_path, suffix, rows=[(name, TOWER) for name in names]))
    assert report.counts.places == report.counts.names == 10
    assert all(len(placed(report, name)) == 1 for name in names)


def test_a_large_geojson_is_read_piece_by_piece(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.io.gazetteer.features._CHUNK", 64)
    features = [feature(point(TOWER), name=f"点{number}路", note="长" * number) for number in range(50)]
    assert bring(collection(tmp_path, *features)).counts.names == 50


def test_the_index_is_a_database_that_others_can_read(tmp_path):
    report = bring(table(tmp_path, "二七塔,113.66,34.75"))
    database = sqlite3.connect(report.path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert dict(database.execute("SELECT key, value FROM about"))["places"] == "1"
    database.close()
