"""planmap view: any layer as one page, and a clear word for what cannot be one."""

from __future__ import annotations

import base64
import gzip
import re

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import Point
from typer.testing import CliRunner

from geo.cli import app
from geo.crs import from_wgs84
from geo.errors import PlanmapError
from geo.model import Datum
from geo.render.web import MOST_FEATURES
from tests.render.web.test_feature_block import read_block

AT = (113.65, 34.75)


def run(*arguments):
    return CliRunner().invoke(app, ["view", *map(str, arguments)])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, *, at=AT, crs=4326, layer=None, **columns):
    frame = gpd.GeoDataFrame(columns or {"name": ["钟楼"]}, geometry=[Point(at)], crs=crs)
    frame.to_file(path, **({"layer": layer} if layer else {}))


def block_in(page):
    packed = re.search(r'id="feature_layer_plugin">([^<]*)<', page.read_text(encoding="utf-8"))[1]
    return read_block(gzip.decompress(base64.b64decode(packed)))


def positions_in(page):
    return block_in(page)[3]


def columns_in(page):
    return block_in(page)[1]


def test_a_layer_becomes_one_page_with_every_feature(here):
    write(here / "a.gpkg")
    result = run("a.gpkg", "a.html")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"a\.html: 1 features, 0\.\d MB\n", result.output)
    assert positions_in(here / "a.html") == [[[list(AT)]]]


@pytest.mark.parametrize(("name", "datum"), [("gcj02", Datum.GCJ02), ("bd09", Datum.BD09)])
def test_a_shifted_layer_is_drawn_where_it_is(here, name, datum):
    shifted = from_wgs84(np.array([AT]), datum=datum)[0]
    write(here / "a.gpkg", at=shifted)
    assert run("a.gpkg", "a.html", "--from", name).exit_code == 0
    assert positions_in(here / "a.html")[0][0][0] == pytest.approx(AT, abs=2e-6)


def test_a_projected_layer_is_drawn_where_it_is(here):
    frame = gpd.GeoDataFrame({"name": ["钟楼"]}, geometry=[Point(AT)], crs=4326).to_crs(4547)
    frame.to_file(here / "a.gpkg")
    assert run("a.gpkg", "a.html").exit_code == 0
    assert positions_in(here / "a.html")[0][0][0] == pytest.approx(AT, abs=2e-6)


def test_one_of_several_layers_is_taken_by_its_name(here):
    write(here / "a.gpkg", layer="roads")
    write(here / "a.gpkg", layer="parks", at=(114, 35))
    assert run("a.gpkg", "a.html", "--layer", "parks").exit_code == 0
    assert positions_in(here / "a.html") == [[[[114, 35]]]]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_a_shapefile_that_names_no_encoding_is_read_all_the_same(here, encoding):
    frame = gpd.GeoDataFrame({"name": ["樱桃沟", "德化街"]}, geometry=[Point(AT), Point(AT)], crs=4326)
    frame.to_file(here / "a.shp", encoding=encoding)
    (here / "a.cpg").unlink()
    assert run("a.shp", "a.html").exit_code == 0
    assert columns_in(here / "a.html") == [["樱桃沟", "德化街"]]


def make_too_many(here):
    count = MOST_FEATURES + 1
    gpd.GeoDataFrame(
        {"n": np.arange(count)}, geometry=shapely.points(np.full((count, 2), AT)), crs=4326
    ).to_file(here / "a.gpkg")


def make_two_layers(here):
    write(here / "a.gpkg", layer="roads")
    write(here / "a.gpkg", layer="parks")


def make_table(here):
    gpd.GeoDataFrame({"n": [1]}, geometry=[None], crs=4326).drop(columns="geometry").to_csv(here / "a.csv")


@pytest.mark.parametrize(
    ("make", "given", "said"),
    [
        (make_too_many, ("a.gpkg", "a.html"), r'"200,001".*more features than the 200,000.*QGIS.*PostGIS'),
        (make_two_layers, ("a.gpkg", "a.html"), r"holds 2 layers; name with --layer one of roads, parks"),
        (make_two_layers, ("a.gpkg", "a.html", "--layer", "x"), r'"x".*no such layer.*roads, parks'),
        (
            make_table,
            ("a.csv", "a.html"),
            r"a\.csv: is of no format that has layers; give a file that ends in",
        ),
        (lambda here: write(here / "a.gpkg"), ("a.gpkg", "a.pdf"), r"a\.pdf: is no name of a page"),
        (lambda here: write(here / "a.gpkg"), ("a.gpkg", "a.html", "--colour-by", "x"), r'"x".*one of name'),
        (lambda here: write(here / "a.gpkg"), ("a.gpkg", "a.html", "--from", "EPSG:4547"), "contradicts"),
        (lambda here: write(here / "a.geojson", at=AT), ("b.geojson", "a.html"), r"b\.geojson: is not there"),
        (lambda here: (here / "a.gpkg").write_bytes(b"no"), ("a.gpkg", "a.html"), r"a\.gpkg: cannot be read"),
        (
            lambda here: (here / "a.geojson").write_text('{"type": "FeatureCollection", "features": []}'),
            ("a.geojson", "a.html", "--from", "wgs84"),
            "holds no feature",
        ),
        (
            lambda here: (here / "a.geojson").write_text(
                '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}'
            ),
            ("a.geojson", "a.html"),
            "datum: the file does not state it.*--from",
        ),
    ],
)
def test_what_cannot_be_a_page_is_told_and_nothing_is_written(here, make, given, said):
    make(here)
    result = run(*given)
    assert isinstance(result.exception, PlanmapError)
    assert re.search(said, str(result.exception))
    assert not (here / "a.html").exists()
    assert not (here / "a.pdf").exists()
