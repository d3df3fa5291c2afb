from __future__ import annotations

import datetime as dt
import io
import json
import os
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo import schema
from geo.errors import LayerError
from geo.io.assets import read_labels
from geo.io.geopackage import PackageTable, geopackage_bytes
from geo.io.layers import read_layer
from geo.io.tables import read_table

LAYERS = Path(__file__).parents[3] / "layers"
SCHEMAS = {kept.name: kept for kept in (*schema.DERIVED_LAYERS, *schema.SOURCE_LAYERS)}
PLACED = ("task_points", "task_lines", "task_areas")
DAY = dt.date(2020, 8, 1)
PROJECT_NAME = "项目一张图"
QML = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
 <renderer-v2 type="singleSymbol" forceraster="0" enableorderby="0" symbollevels="0">
  <symbols><symbol type="{kind}" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
   <layer class="{layer}" enabled="1" locked="0" pass="0">
    <Option type="Map"><Option type="QString" name="{colour}" value="22,78,120,255"/></Option>
   </layer>
  </symbol></symbols>
 </renderer-v2>
</qgis>
"""
STYLES = {
    "task_points": QML.format(kind="marker", layer="SimpleMarker", colour="color"),
    "task_lines": QML.format(kind="line", layer="SimpleLine", colour="line_color"),
    "task_areas": QML.format(kind="fill", layer="SimpleFill", colour="color"),
}


def committed(name):
    kept = SCHEMAS[name]
    folder = LAYERS / "source" if kept in schema.SOURCE_LAYERS else LAYERS
    if kept.geometry:
        return read_layer(folder / f"{name}.geojson", kept)
    return read_table(folder / f"{name}.csv", kept)


def table(name, frame=None):
    labels = read_labels()
    kept, frame = SCHEMAS[name], committed(name) if frame is None else frame
    return PackageTable(frame, kept, labels["layers"][name], labels["layer_descriptions"][name])


def package_of(*tables, styles=STYLES, project=None):
    return geopackage_bytes(
        tables,
        column_labels=read_labels()["columns"],
        styles=styles,
        project=project,
        project_name=PROJECT_NAME,
        when=DAY,
    )


def project():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            zipfile.ZipInfo("planmap.qgs"), '<qgis version="3.22.16"><title>一张图</title></qgis>'
        )
    return packed.getvalue()


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    path = tmp_path_factory.mktemp("包 package") / "planmap.gpkg"
    path.write_bytes(package_of(*map(table, SCHEMAS), project=project()))
    return path


@pytest.fixture
def database(package):
    with closing(sqlite3.connect(f"{package.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def rows(database, query, *values):
    return database.execute(query, values).fetchall()


# --- The file ------------------------------------------------------------------------------------


def test_it_is_a_geopackage_of_version_1_2(package, database):
    assert package.read_bytes()[68:72] == b"GPKG"
    assert rows(database, "PRAGMA user_version") == [(10200,)]
    assert rows(database, "PRAGMA journal_mode") == [("delete",)]
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert [path.name for path in package.parent.iterdir()] == ["planmap.gpkg"]


def test_it_holds_every_layer_with_its_name_and_description(database):
    labels = read_labels()
    listed = rows(
        database,
        "SELECT table_name, identifier, description, data_type, srs_id, last_change FROM gpkg_contents"
        " WHERE table_name <> 'layer_styles'",
    )
    assert listed == [
        (
            name,
            labels["layers"][name],
            labels["layer_descriptions"][name],
            "features" if kept.geometry else "attributes",
            4326 if kept.geometry else None,
            "2020-08-01T00:00:00.000Z",
        )
        for name, kept in SCHEMAS.items()
    ]


def test_a_layer_states_its_geometry_type_and_its_extent(database):
    kinds = rows(database, "SELECT table_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns")
    assert kinds == [
        (name, kept.geometry.upper(), 4326, 0, 0) for name, kept in SCHEMAS.items() if kept.geometry
    ]
    query = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'zones'"
    assert rows(database, query) == [tuple(committed("zones").total_bounds)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_table_holds_the_rows_and_types_of_its_layer(database, name):
    kept, frame = SCHEMAS[name], committed(name)
    if kept.id_column:
        frame = frame.sort_values(kept.id_column)
    types = {"str": "TEXT", "int": "INTEGER", "float": "REAL", "date": "DATE", "bool": "BOOLEAN"}
    declared = {row[1]: (row[2], row[3]) for row in rows(database, f'PRAGMA table_info("{name}")')}
    for column in kept.columns:
        assert declared[column.name] == (types[column.type], int(column.required))
        query = f'SELECT "{column.name}" FROM "{name}" ORDER BY fid'
        stored = [value for (value,) in rows(database, query)]
        cells = frame[column.name].astype(object).where(frame[column.name].notna(), None).tolist()
        assert stored == [cell.isoformat() if isinstance(cell, dt.date) else cell for cell in cells]


@pytest.mark.parametrize("name", [name for name, kept in SCHEMAS.items() if kept.geometry])
def test_geometries_come_back_with_their_spatial_index(package, database, name):
    back = gpd.read_file(package, layer=name)
    expected = committed(name).sort_values("id").geometry.to_numpy()
    assert back.crs == "EPSG:4326"
    assert shapely.equals_exact(back.geometry.to_numpy(), expected, 0.0).all()
    assert rows(database, f"SELECT rtreecheck('rtree_{name}_geom')") == [("ok",)]
    query = f"SELECT count(*) FROM rtree_{name}_geom"
    assert rows(database, query) == [(len(expected),)]


def test_a_place_refers_to_its_task(database):
    for name in (*PLACED, "misses"):
        (key,) = rows(database, f'PRAGMA foreign_key_list("{name}")')
        assert key[2:5] == ("tasks", "task_id", "task_id")
    assert rows(database, "PRAGMA foreign_key_check") == []


def test_a_place_without_its_task_is_refused():
    tasks = committed("tasks")
    lines = committed("task_lines")
    without = tasks[tasks["task_id"] != lines["task_id"].iloc[0]]
    with pytest.raises(LayerError, match="task_lines: row 1: refers to no row of tasks"):
        package_of(table("tasks", without), table("task_lines", lines))


def test_a_frame_that_breaks_its_schema_is_refused():
    broken = committed("places").assign(precision="about")
    with pytest.raises(LayerError, match=r"places.*precision is none of its values"):
        package_of(table("places", broken))


def test_columns_have_their_labels(database):
    query = "SELECT column_name, title FROM gpkg_data_columns WHERE table_name = 'task_points'"
    labels = dict(rows(database, query))
    assert set(labels) == set(schema.TASK_POINTS.column_names)
    assert (labels["due"], labels["quantity"]) == ("期限", "数量")
    assert len(set(labels.values())) == len(labels)


def test_the_order_of_rows_changes_no_byte():
    def shuffled(name):
        frame = committed(name)
        return table(name, frame.sample(frac=1, random_state=1) if SCHEMAS[name].id_column else frame)

    assert package_of(*map(shuffled, SCHEMAS)) == package_of(*map(table, SCHEMAS))


def test_the_clock_and_the_library_leave_no_trace(package):
    content = package.read_bytes()
    assert content[96:100] == (3_040_001).to_bytes(4, "big")
    assert dt.datetime.now(dt.UTC).date().isoformat().encode() not in content


def test_a_layer_without_rows_is_there():
    empty = committed("task_points").iloc[:0]
    content = package_of(table("tasks"), table("task_points", empty))
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        query = "SELECT min_x, srs_id FROM gpkg_contents WHERE table_name = 'task_points'"
        assert rows(database, query) == [(None, 4326)]
        assert rows(database, "SELECT rtreecheck('rtree_task_points_geom')") == [("ok",)]


def test_text_that_looks_like_sql_stays_text():
    hostile = '\'); DROP TABLE "tasks"; --'
    places = committed("places").assign(note=hostile)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package_of(table("places", places)))
        assert rows(database, "SELECT DISTINCT note FROM places") == [(hostile,)]


def test_many_rows_are_written_in_their_order():
    count = 20_000
    names = pd.DataFrame(
        {
            "code": [f"{number:09}" for number in range(count)],
            "name": "马寨镇",
            "level": "town",
            "within": "二七区",
            "source": "x",
        }
    )
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package_of(table("admin_names", names.iloc[::-1])))
        stored = rows(database, "SELECT fid, code FROM admin_names ORDER BY fid")
    assert stored == [(number + 1, f"{number:09}") for number in range(count)]


# --- In GDAL and QGIS ----------------------------------------------------------------------------


VALIDATE = """
import sys
from osgeo_utils.samples import validate_gpkg
sys.exit(validate_gpkg.main(["validate_gpkg", "-k", "--extra", "--warning-as-error", sys.argv[1]]))
"""
OPEN = """
import json, os, sys
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer, QgsWkbTypes
application = QgsApplication([], False)
said = []
log = QgsApplication.messageLog()
log.messageReceived.connect(lambda text, tag, level: said.append([tag, int(level), text]))
application.initQgis()
path, names = sys.argv[1], sys.argv[3:]
told = {}
for name in names:
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    styled = layer.loadDefaultStyle()[1] if layer.isSpatial() else False
    told[name] = {
        "valid": layer.isValid(),
        "rows": len(list(layer.getFeatures())),
        "crs": layer.crs().authid(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "indexed": int(layer.dataProvider().hasSpatialIndex()),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "colour": layer.renderer().symbol().color().name() if styled else None,
    }
    del layer
project = QgsProject.instance()
told["project"] = [project.read(f"geopackage:{path}?projectName={sys.argv[2]}"), project.title()]
told["said"] = said
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""
MOVE = """
import sys
from osgeo import gdal, ogr
gdal.UseExceptions()
source = gdal.OpenEx(sys.argv[1], gdal.OF_VECTOR | gdal.OF_UPDATE)
layer = source.GetLayerByName("task_points")
feature = layer.GetFeature(1)
feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (113.7 34.7)"))
layer.SetFeature(feature)
layer.DeleteFeature(2)
"""


def run(python, program, *arguments, home):
    return subprocess.run(
        [python, "-c", program, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.qgis
def test_gdal_finds_nothing_wrong_with_it(package, qgis_python, tmp_path):
    result = run(qgis_python, VALIDATE, package, home=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.fixture(scope="module")
def opened(package, qgis_python, tmp_path_factory):
    before = package.read_bytes()
    package.chmod(0o444)
    package.parent.chmod(0o555)
    result = run(qgis_python, OPEN, package, PROJECT_NAME, *SCHEMAS, home=tmp_path_factory.mktemp("home"))
    package.parent.chmod(0o755)
    assert result.returncode == 0, result.stderr
    assert package.read_bytes() == before
    assert [path.name for path in package.parent.iterdir()] == ["planmap.gpkg"]
    return json.loads(result.stdout.splitlines()[-1])


@pytest.mark.qgis
def test_qgis_opens_it_read_only_without_a_word(opened):
    assert opened["said"] == []


@pytest.mark.qgis
@pytest.mark.parametrize("name", SCHEMAS)
def test_qgis_reads_every_row_in_its_type(opened, name):
    layer, kept = opened[name], SCHEMAS[name]
    types = {"str": "String", "int": "Integer64", "float": "Real", "date": "Date", "bool": "Boolean"}
    expected = {column.name: types[column.type] for column in kept.columns}
    assert (layer["valid"], layer["rows"]) == (True, len(committed(name)))
    assert layer["fields"] == {"fid": "Integer64"} | expected
    if kept.geometry:
        assert (layer["crs"], layer["geometry"], layer["indexed"]) == ("EPSG:4326", kept.geometry, 2)


@pytest.mark.qgis
def test_qgis_opens_a_layer_with_its_style(opened):
    colours = {name: opened[name]["colour"] for name in SCHEMAS}
    assert {name: colour for name, colour in colours.items() if colour} == dict.fromkeys(STYLES, "#164e78")


@pytest.mark.qgis
def test_qgis_opens_the_project_inside(opened):
    assert opened["project"] == [True, "一张图"]


@pytest.mark.qgis
def test_the_spatial_index_follows_an_edit(package, qgis_python, tmp_path):
    edited = tmp_path / "edited.gpkg"
    edited.write_bytes(package.read_bytes())
    result = run(qgis_python, MOVE, edited, home=tmp_path)
    assert result.returncode == 0, result.stderr
    with closing(sqlite3.connect(edited)) as database:
        assert rows(database, "SELECT rtreecheck('rtree_task_points_geom')") == [("ok",)]
        query = "SELECT id FROM rtree_task_points_geom WHERE minx <= 113.7 AND maxx >= 113.7"
        assert rows(database, query) == [(1,)]
        assert (2,) not in rows(database, "SELECT id FROM rtree_task_points_geom")
