from __future__ import annotations

import csv
import json
import os
import subprocess

import fiona
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from geo.crs import from_wgs84
from geo.errors import DatumError, LayerError, MissingFileError
from geo.io.convert import convert_file
from geo.model import Datum, Wgs84

TOWER = [113.6604, 34.75334]
NAMES = {"wgs84": Datum.WGS84, "cgcs2000": Datum.CGCS2000, "gcj02": Datum.GCJ02, "bd09": Datum.BD09}


def gcj02(pair):
    return from_wgs84(Wgs84(np.array([pair])), datum=Datum.GCJ02)[0]


def geojson(folder, *features, name="in.geojson", **members):
    path = folder / name
    document = members | {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def point(lonlat, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": lonlat}}


def vectors(folder, suffix, *, crs="EPSG:4326", rows=None):
    path = folder / f"in{suffix}"
    fields = {"name": "str:80", "count": "int", "due": "date"}
    options = {"encoding": "UTF-8"} if suffix == ".shp" else {}
    with fiona.open(
        path, "w", schema={"geometry": "Point", "properties": fields}, crs=crs, **options
    ) as sink:
        for name, count, due in rows or [("二七塔", 3, "2020-12-31"), ("马寨镇", None, None)]:
            properties = {"name": name, "count": count, "due": due}
            sink.write({"geometry": {"type": "Point", "coordinates": TOWER}, "properties": properties})
    return path


def content_of(path):
    with fiona.open(path) as source:
        rows = [dict(entry.properties) for entry in source]
        return rows, [shape(entry.geometry) for entry in source], source.crs.to_epsg() if source.crs else None


# --- GeoJSON -------------------------------------------------------------------------------------


def test_only_positions_change_in_a_geojson(tmp_path):
    odd = {"名称": "二七塔", "数": 1.0, "空": None, "表": [1, {"a": "b"}], "日": "2020/12/31"}
    nowhere = {"type": "Feature", "id": 7, "properties": odd, "geometry": None}
    source = geojson(
        tmp_path, point([*TOWER, 110.5], **odd) | {"id": "a", "bbox": [0, 0, 1, 1]}, nowhere, name="in.json"
    )
    target = tmp_path / "out.geojson"
    assert convert_file(source, target, datum_from="wgs84", datum_to="gcj02") == 2
    first, second = json.loads(target.read_bytes())["features"]
    assert (first["id"], first["properties"], "bbox" in first) == ("a", odd, False)
    assert second == nowhere
    assert first["geometry"]["coordinates"] == [*np.round(gcj02(TOWER), 7), 110.5]
    assert "二七塔" in target.read_text(encoding="utf-8")


lonlats = st.tuples(st.floats(80, 130), st.floats(20, 50)).map(
    lambda pair: [round(number, 7) for number in pair]
)
systems = st.sampled_from(["wgs84", "cgcs2000", "gcj02", "bd09", "EPSG:4547", "EPSG:4326"])


@settings(max_examples=40, deadline=None)
@given(positions=st.lists(lonlats, min_size=2, max_size=6), there=systems)
def test_there_and_back_is_the_same_file(tmp_path_factory, positions, there):
    folder = tmp_path_factory.mktemp("convert")
    line = {"type": "LineString", "coordinates": positions}
    source = geojson(folder, {"type": "Feature", "properties": {"name": "人民路"}, "geometry": line})
    convert_file(source, folder / "there.geojson", datum_from="wgs84", datum_to=there)
    convert_file(folder / "there.geojson", folder / "back.geojson", datum_from=there, datum_to="wgs84")
    back = json.loads((folder / "back.geojson").read_bytes())["features"][0]["geometry"]["coordinates"]
    # Two roundings of 1 cm; far from its meridian a projected centimetre is stretched.
    assert np.abs(np.array(back) - np.array(positions)).max() < 5e-7


def test_a_bare_geometry_is_converted(tmp_path):
    path = tmp_path / "in.geojson"
    collection = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": TOWER}]}
    path.write_text(json.dumps(collection), encoding="utf-8")
    assert convert_file(path, path, datum_from="wgs84", datum_to="gcj02") == 1
    (geometry,) = json.loads(path.read_bytes())["geometries"]
    assert geometry["coordinates"] == np.round(gcj02(TOWER), 7).tolist()


def test_an_empty_collection_stays_one(tmp_path):
    source = geojson(tmp_path)
    assert convert_file(source, tmp_path / "out.geojson", datum_from="bd09", datum_to="wgs84") == 0
    assert json.loads((tmp_path / "out.geojson").read_bytes())["features"] == []


def test_a_projected_geojson_declares_its_crs(tmp_path):
    source = geojson(tmp_path, point([113.6655, 34.7524]))
    target = tmp_path / "out.geojson"
    convert_file(source, target, datum_from="wgs84", datum_to="epsg:4547")
    written = json.loads(target.read_bytes())
    assert written["crs"]["properties"]["name"] == "EPSG:4547"
    assert written["features"][0]["geometry"]["coordinates"] == [469372.3492, 3847175.5395]


@pytest.mark.parametrize(
    ("declared", "stated"), [("EPSG:4547", "gcj02"), ("EPSG:4547", "wgs84"), ("EPSG:4326", "EPSG:4547")]
)
def test_a_file_that_declares_another_crs_is_refused(tmp_path, declared, stated):
    member = {"type": "name", "properties": {"name": declared}}
    source = geojson(tmp_path, point([469372.3, 3847175.5]), crs=member)
    with pytest.raises(DatumError, match=rf'in\.geojson: declared CRS \("{declared}"\): contradicts --from'):
        convert_file(source, tmp_path / "out.geojson", datum_from=stated, datum_to="wgs84")
    assert not (tmp_path / "out.geojson").exists()


def test_a_label_of_degrees_does_not_speak_against_gcj02(tmp_path):
    member = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    source = geojson(tmp_path, point(gcj02(TOWER).tolist()), crs=member)
    convert_file(source, tmp_path / "out.geojson", datum_from="gcj02", datum_to="wgs84")
    written = json.loads((tmp_path / "out.geojson").read_bytes())
    assert "crs" not in written
    assert written["features"][0]["geometry"]["coordinates"] == TOWER


# --- GeoPackage and Shapefile --------------------------------------------------------------------


@pytest.mark.parametrize("read", [".gpkg", ".shp"])
@pytest.mark.parametrize("write", [".gpkg", ".shp", ".geojson"])
def test_rows_and_columns_stay_whatever_the_format(tmp_path, read, write):
    source = vectors(tmp_path, read)
    target = tmp_path / f"out{write}"
    assert convert_file(source, target, datum_from="wgs84", datum_to="gcj02") == 2
    rows, shapes, _ = content_of(target)
    assert [row["name"] for row in rows] == ["二七塔", "马寨镇"]
    assert rows == content_of(source)[0]
    assert shapely.get_coordinates(shapes) == pytest.approx(np.array([gcj02(TOWER)] * 2), abs=1e-7)


def test_the_target_declares_what_it_holds(tmp_path):
    source = vectors(tmp_path, ".gpkg")
    for name, code in {"wgs84": 4326, "cgcs2000": 4490, "EPSG:4547": 4547}.items():
        convert_file(source, tmp_path / "out.gpkg", datum_from="wgs84", datum_to=name)
        assert content_of(tmp_path / "out.gpkg")[2] == code
    convert_file(source, tmp_path / "out.shp", datum_from="wgs84", datum_to="gcj02")
    assert content_of(tmp_path / "out.shp")[2] is None


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".geojson"])
def test_the_same_input_gives_the_same_bytes(tmp_path, suffix):
    source = vectors(tmp_path, ".gpkg")
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        convert_file(source, tmp_path / name / f"out{suffix}", datum_from="wgs84", datum_to="bd09")
    first, second = (
        [path.read_bytes() for path in sorted((tmp_path / name).iterdir())] for name in ("a", "b")
    )
    assert first == second


@pytest.mark.parametrize("encoding", ["GB18030", "UTF-8"])
def test_a_shapefile_that_names_no_encoding_is_read_as_it_is(tmp_path, encoding):
    path = tmp_path / "in.shp"
    schema = {"geometry": "Point", "properties": {"名称": "str:80"}}
    with fiona.open(path, "w", schema=schema, crs="EPSG:4326", encoding=encoding) as sink:
        sink.write(
            {"geometry": {"type": "Point", "coordinates": TOWER}, "properties": {"名称": "二七纪念塔"}}
        )
    (tmp_path / "in.cpg").unlink(missing_ok=True)
    table = bytearray((tmp_path / "in.dbf").read_bytes())
    table[29] = 0
    (tmp_path / "in.dbf").write_bytes(table)
    convert_file(path, tmp_path / "out.gpkg", datum_from="gcj02", datum_to="wgs84")
    assert content_of(tmp_path / "out.gpkg")[0] == [{"名称": "二七纪念塔"}]


def test_a_shapefile_without_its_table_is_refused(tmp_path):
    source = vectors(tmp_path, ".shp")
    source.with_suffix(".dbf").unlink()
    with pytest.raises(MissingFileError, match=r"in\.dbf: is not there"):
        convert_file(source, tmp_path / "out.gpkg", datum_from="gcj02", datum_to="wgs84")


def test_a_shapefile_that_would_cut_a_text_is_refused(tmp_path):
    source = geojson(tmp_path, point(TOWER, 要求="加" * 200))
    with pytest.raises(LayerError, match=r"\.shp: this format cannot hold .*; convert to \.gpkg instead"):
        convert_file(source, tmp_path / "out.shp", datum_from="wgs84", datum_to="gcj02")
    assert not list(tmp_path.glob("out*"))


def test_a_shapefile_that_would_cut_a_name_is_refused(tmp_path):
    source = geojson(tmp_path, point(TOWER, uncertainty_m=5))
    with pytest.raises(LayerError, match=r"\.shp: this format cannot hold"):
        convert_file(source, tmp_path / "out.shp", datum_from="wgs84", datum_to="gcj02")


def test_a_geopackage_with_two_layers_is_refused(tmp_path):
    source = vectors(tmp_path, ".gpkg")
    with fiona.open(
        source, "w", layer="second", schema={"geometry": "Point", "properties": {}}, crs="EPSG:4326"
    ):
        pass
    with pytest.raises(LayerError, match=r'\("in, second"\): holds 2 layers'):
        convert_file(source, tmp_path / "out.gpkg", datum_from="wgs84", datum_to="gcj02")


def test_a_geopackage_in_another_crs_is_refused(tmp_path):
    with pytest.raises(DatumError, match="contradicts --from WGS84"):
        convert_file(
            vectors(tmp_path, ".gpkg", crs="EPSG:4490"),
            tmp_path / "o.gpkg",
            datum_from="wgs84",
            datum_to="bd09",
        )


def test_a_file_that_is_no_geopackage_is_refused(tmp_path):
    (tmp_path / "in.gpkg").write_bytes(b"nothing")
    with pytest.raises(LayerError, match="cannot be read"):
        convert_file(tmp_path / "in.gpkg", tmp_path / "out.gpkg", datum_from="wgs84", datum_to="bd09")


# --- CSV -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["lon,lat", "Lng,Lat", "经度,纬度", "x,y", "longitude,latitude"])
def test_only_the_two_columns_of_a_csv_change(tmp_path, columns):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(
        f'名称,{columns},备注\r\n"二七塔,北",113.6604,34.75334,007\r\n马寨镇,,,"两行\n文字"\r\n'.encode(
            "utf-8-sig"
        )
    )
    assert convert_file(source, target, datum_from="wgs84", datum_to="gcj02") == 2
    lon, lat = np.round(gcj02(TOWER), 7)
    assert target.read_bytes().decode("utf-8") == (
        f'\ufeff名称,{columns},备注\r\n"二七塔,北",{lon},{lat},007\r\n马寨镇,,,"两行\n文字"\r\n'
    )


@given(st.lists(lonlats, max_size=6), st.sampled_from(sorted(NAMES)))
def test_a_csv_there_and_back_is_the_same(tmp_path_factory, positions, there):
    folder = tmp_path_factory.mktemp("convert")
    rows = [("id", "lon", "lat"), *((f"P-{number}", *pair) for number, pair in enumerate(positions))]
    with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    convert_file(folder / "in.csv", folder / "there.csv", datum_from="wgs84", datum_to=there)
    convert_file(folder / "there.csv", folder / "back.csv", datum_from=there, datum_to="wgs84")
    with (folder / "back.csv").open(encoding="utf-8", newline="") as file:
        back = list(csv.reader(file))
    assert [row[0] for row in back] == [row[0] for row in rows]
    assert np.array([row[1:] for row in back[1:]], dtype=float) == pytest.approx(
        np.array([row[1:] for row in rows[1:]], dtype=float), abs=2.1e-7
    )


def test_metres_in_a_csv_are_called_x_and_y(tmp_path):
    (tmp_path / "in.csv").write_text("name,经度,纬度\n塔,113.6655,34.7524\n", encoding="utf-8")
    convert_file(tmp_path / "in.csv", tmp_path / "out.csv", datum_from="cgcs2000", datum_to="EPSG:4547")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "name,x,y\n塔,469372.3492,3847175.5395\n"
    convert_file(tmp_path / "out.csv", tmp_path / "back.csv", datum_from="EPSG:4547", datum_to="cgcs2000")
    assert (tmp_path / "back.csv").read_text(encoding="utf-8") == "name,lon,lat\n塔,113.6655,34.7524\n"


def test_a_csv_from_chinese_excel_is_read_and_excel_can_read_the_result(tmp_path):
    (tmp_path / "in.csv").write_bytes("名称,经度,纬度\r\n二七纪念塔,113.66,34.75\r\n".encode("gbk"))
    convert_file(tmp_path / "in.csv", tmp_path / "out.csv", datum_from="gcj02", datum_to="wgs84")
    assert (
        (tmp_path / "out.csv").read_bytes().startswith("\ufeff名称,经度,纬度\r\n二七纪念塔,113.65".encode())
    )


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("name,a,b\n塔,1,2\n", r"has no columns of positions; name them lon/lat"),
        ("name,lon,lat\n塔,113.66,北\n", r'row 2 \("113.66, 北"\): is no position'),
        ("name,lon,lat\n塔,113.66,\n", r"row 2 .*is no position"),
        ("", r"is empty"),
    ],
)
def test_a_csv_without_positions_is_refused(tmp_path, content, complaint):
    (tmp_path / "in.csv").write_text(content, encoding="utf-8")
    with pytest.raises(LayerError, match=complaint):
        convert_file(tmp_path / "in.csv", tmp_path / "out.csv", datum_from="gcj02", datum_to="wgs84")


def test_metres_that_are_said_to_be_degrees_are_refused(tmp_path):
    (tmp_path / "in.csv").write_text("x,y\n469372.3,3847175.5\n", encoding="utf-8")
    with pytest.raises(DatumError, match=r"in\.csv: position 1 .*not longitude and latitude"):
        convert_file(tmp_path / "in.csv", tmp_path / "out.csv", datum_from="gcj02", datum_to="wgs84")


# --- Arguments -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["gcj", "GCJ-2000", "4547", "EPSG:99999", "EPSG:X"])
def test_an_unknown_datum_is_named(tmp_path, name):
    with pytest.raises(DatumError, match=name):
        convert_file(geojson(tmp_path), tmp_path / "out.geojson", datum_from="wgs84", datum_to=name)


@pytest.mark.parametrize("name", ["out.kml", "out", "out.csv"])
def test_a_format_that_cannot_be_written_is_named(tmp_path, name):
    with pytest.raises(LayerError, match=name):
        convert_file(geojson(tmp_path), tmp_path / name, datum_from="wgs84", datum_to="gcj02")


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".shp", ".csv"])
def test_a_missing_source_is_named(tmp_path, suffix):
    with pytest.raises(MissingFileError, match=f"none\\{suffix}: is not there"):
        convert_file(
            tmp_path / f"none{suffix}", tmp_path / f"out{suffix}", datum_from="wgs84", datum_to="gcj02"
        )


# --- Whose datum nobody states -------------------------------------------------------------------


def test_a_file_that_does_not_state_its_datum_is_refused_with_a_question(tmp_path):
    table = tmp_path / "in.csv"
    table.write_text("name,lon,lat\n二七塔,113.66,34.75\n", encoding="utf-8")
    plain = geojson(tmp_path, point(TOWER))
    for source, target in ((table, "out.csv"), (plain, "out.geojson"), (plain, "out.gpkg")):
        with pytest.raises(
            DatumError, match=r"does not state it; which datum .*\? Say so with --from: wgs84"
        ):
            convert_file(source, tmp_path / target, datum_from=None, datum_to="wgs84")
        assert not (tmp_path / target).exists()


@pytest.mark.parametrize(("crs", "suffix"), [("EPSG:4326", ".gpkg"), ("EPSG:4490", ".shp")])
def test_a_file_that_states_its_datum_needs_no_option(tmp_path, crs, suffix):
    source = vectors(tmp_path, suffix, crs=crs)
    convert_file(source, tmp_path / "out.geojson", datum_from=None, datum_to="gcj02")
    _, shapes, _ = content_of(tmp_path / "out.geojson")
    assert shapely.get_coordinates(shapes) == pytest.approx(np.array([gcj02(TOWER)] * 2), abs=1e-7)


# --- Four ways of giving ten points --------------------------------------------------------------

TEN = np.round(np.random.default_rng(10).uniform((113.55, 34.65), (113.75, 34.80), (10, 2)), 7)
READ_IN_QGIS = """
import json, sys
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
wanted = QgsCoordinateReferenceSystem("EPSG:4547")
answers = []
for path in sys.argv[1:]:
    uri = path if not path.endswith(".csv") else f"file://{path}?type=csv&xField=lon&yField=lat&crs=EPSG:4326"
    layer = QgsVectorLayer(uri, "points", "delimitedtext" if path.endswith(".csv") else "ogr")
    assert layer.isValid(), path
    move = QgsCoordinateTransform(layer.crs(), wanted, QgsProject.instance())
    rows = sorted((f["name"], move.transform(f.geometry().asPoint())) for f in layer.getFeatures())
    answers.append([[name, position.x(), position.y()] for name, position in rows])
print(json.dumps(answers))
"""


@pytest.mark.qgis
def test_four_ways_of_giving_ten_points_meet_within_a_metre_in_qgis(tmp_path, qgis_python):
    given = geojson(
        tmp_path,
        *(point(pair.tolist(), name=f"点{number}") for number, pair in enumerate(TEN)),
        name="a.geojson",
    )
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
        moved = from_wgs84(Wgs84(TEN), datum=Datum.GCJ02)
        csv.writer(file).writerows(
            [("name", "lon", "lat"), *((f"点{number}", *pair) for number, pair in enumerate(moved))]
        )
    convert_file(given, tmp_path / "c.gpkg", datum_from="wgs84", datum_to="EPSG:4547")
    convert_file(given, tmp_path / "d.shp", datum_from="wgs84", datum_to="bd09")
    ways = [("a.geojson", "wgs84"), ("b.csv", "gcj02"), ("c.gpkg", None), ("d.shp", "bd09")]
    targets = []
    for name, datum in ways:
        target = tmp_path / "wgs84" / name
        target.parent.mkdir(exist_ok=True)
        convert_file(tmp_path / name, target, datum_from=datum, datum_to="wgs84")
        targets.append(str(target))
    read = subprocess.run(
        [qgis_python, "-c", READ_IN_QGIS, *targets],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    four = json.loads(read.stdout.splitlines()[-1])
    assert [name for name, *_ in four[0]] == sorted(f"点{number}" for number in range(10))
    assert all([name for name, *_ in way] == [name for name, *_ in four[0]] for way in four)
    positions = np.array([[position for _, *position in way] for way in four])
    assert np.hypot(*np.moveaxis(positions - positions[0], -1, 0)).max() < 1.0
