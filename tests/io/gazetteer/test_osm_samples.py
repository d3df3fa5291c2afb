"""A file of OpenStreetMap that another program wrote: nodes, ways, relations and Chinese names."""

import shutil
from pathlib import Path

import pytest
import shapely

from geo.io.gazetteer import GazetteerIndex, ImportOptions, import_places

SAMPLES = Path(__file__).parent / "samples"
KINDS = {
    "甲村": ("village", "Point", "node/1"),
    "丙小区": ("estate", "Polygon", "way/106"),
    "丁湖": ("river", "MultiPolygon", "relation/200"),
    "戊商城": ("mall", "MultiPolygon", "relation/201"),
    "辛广场": ("square", "Polygon", "way/107"),
    "壬环路": ("road", "LineString", "way/108"),
    "己镇": ("town", "MultiPolygon", "relation/202"),
    "庚国道": ("road", "MultiLineString", "relation/203"),
}


@pytest.fixture(params=["neighbourhood.osm", "neighbourhood.osm.pbf"])
def index(request, tmp_path):
    source = shutil.copy(SAMPLES / request.param, tmp_path)
    report = import_places(Path(source), tmp_path / "indexes", options=ImportOptions(), normalise=str.strip)
    assert (report.counts.places, report.skipped) == (11, {})
    with GazetteerIndex(report.path) as opened:
        yield opened


@pytest.mark.parametrize("name", KINDS)
def test_each_element_with_a_name_is_a_place_of_its_kind(index, name):
    (place,) = index.exact(name)
    kind, geometry_type, element = KINDS[name]
    assert (place.kind, place.geometry.geom_type) == (kind, geometry_type)
    assert place.id.endswith(f"#{element}")
    assert place.datum_in == "WGS84"


@pytest.mark.parametrize(
    ("name", "meant"), [("甲家村", "甲村"), ("甲庄", "甲村"), ("甲小学", "Jia School"), ("老乙路", "乙路")]
)
def test_other_old_and_chinese_names_lead_to_the_same_place(index, name, meant):
    assert [place.name for place in index.exact(name)] == [meant]


def test_a_road_in_two_ways_is_two_lines_of_one_name(index):
    lines = shapely.line_merge(shapely.union_all([place.geometry for place in index.exact("乙路")]))
    assert shapely.get_coordinates(lines).tolist() == [
        [113.6, 34.69], [113.605, 34.691], [113.61, 34.692], [113.615, 34.693],
    ]  # fmt: skip


def test_a_multipolygon_has_its_island_and_its_parts(index):
    (lake,), (mall,) = index.exact("丁湖"), index.exact("戊商城")
    assert shapely.area(lake.geometry) == pytest.approx(0.01**2 - 0.002**2)
    assert not shapely.covers(lake.geometry, shapely.Point(113.645, 34.695))
    assert shapely.get_num_geometries(mall.geometry) == 2
