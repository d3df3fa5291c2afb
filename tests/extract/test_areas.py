from __future__ import annotations

import pytest

from geo.extract.areas import split_areas
from geo.extract.finding import NameFinding


def split(text, suffix, kind, patterns):
    """Split a text that is one name, and give each part with its kind."""
    name = NameFinding(0, len(text), kind)
    parts = split_areas(text, name, len(text) - len(suffix), patterns)
    return [(text[part.start : part.end], part.kind) for part in parts]


@pytest.mark.parametrize(
    ("text", "suffix", "kind", "expected"),
    [
        ("桐庐县城南街道", "街道", "subdistrict", [("桐庐县", "district"), ("城南街道", "subdistrict")]),
        ("下杭社区南洋新村", "新村", "estate", [("下杭社区", "community"), ("南洋新村", "estate")]),
        ("城东街道幸福路", "路", "road", [("城东街道", "subdistrict"), ("幸福路", "road")]),
        ("青山镇柳河村", "村", "village", [("青山镇", "town"), ("柳河村", "village")]),
        ("云南省大理市洱海路", "路", "road", [("云南省", "region"), ("大理市", "city"), ("洱海路", "road")]),
        ("锦屏自治县三江大道", "大道", "road", [("锦屏自治县", "district"), ("三江大道", "road")]),
    ],
)
def test_an_area_before_a_name_is_a_name_of_its_own(text, suffix, kind, expected, patterns):
    assert split(text, suffix, kind, patterns) == expected


@pytest.mark.parametrize(
    ("text", "area"), [("鱼峰区农贸市场", "鱼峰区"), ("北坡乡农贸市场", "北坡乡农贸市场")]
)
def test_a_market_is_any_of_a_districts_and_the_one_of_a_town(text, area, patterns):
    assert [words for words, _ in split(text, "农贸市场", "market", patterns)] == [area]


@pytest.mark.parametrize(
    ("text", "suffix", "kind"),
    [("江北市第一中学", "中学", "school"), ("城关区人民医院", "医院", "hospital")],
)
def test_an_areas_school_or_hospital_keeps_the_area_in_its_name(text, suffix, kind, patterns):
    assert split(text, suffix, kind, patterns) == [(text, kind)]


@pytest.mark.parametrize(
    ("text", "suffix", "kind"),
    [
        ("小区路", "路", "road"),
        ("景区大道", "大道", "road"),
        ("园区东路", "路", "road"),
        ("校区北路", "路", "road"),
    ],
)
def test_a_part_of_a_word_is_no_area(text, suffix, kind, patterns):
    assert split(text, suffix, kind, patterns) == [(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("西山大道金柏路", ["西山大道", "金柏路"]),
        ("长江路黄河路", ["长江路", "黄河路"]),
        ("长江路", ["长江路"]),
    ],
)
def test_two_roads_written_as_one_are_two(text, expected, patterns):
    assert [words for words, _ in split(text, "路", "road", patterns)] == expected


@pytest.mark.parametrize("text", ["新华路二巷", "长江路东三巷", "建设街十二巷"])
def test_a_numbered_side_lane_belongs_to_its_road(text, patterns):
    assert split(text, "巷", "road", patterns) == [(text, "road")]


@pytest.mark.parametrize(
    ("text", "suffix", "kind", "expected"),
    [
        ("沙河路阜阳商业学校", "学校", "school", ["沙河路", "阜阳商业学校"]),
        ("复兴大道北郊乡卫生院", "卫生院", "hospital", ["复兴大道", "北郊乡卫生院"]),
        ("东台区中山路春江市第二中学", "中学", "school", ["东台区", "中山路", "春江市第二中学"]),
        ("天津路第一小学", "小学", "school", ["天津路第一小学"]),
        ("联合街道第二幼儿园", "幼儿园", "school", ["联合街道第二幼儿园"]),
    ],
)
def test_an_institution_behind_a_road_is_called_by_it_or_stands_there(text, suffix, kind, expected, patterns):
    assert [words for words, _ in split(text, suffix, kind, patterns)] == expected


@pytest.mark.parametrize(
    ("text", "suffix", "kind", "expected"),
    [
        ("城关区图书馆", "图书馆", "facility", ["城关区图书馆"]),
        ("城关区停车场", "停车场", "facility", ["城关区"]),
        ("三江新区口袋公园", "口袋公园", "park", ["三江新区"]),
    ],
)
def test_a_district_has_one_library_and_many_car_parks(text, suffix, kind, expected, patterns):
    assert [words for words, _ in split(text, suffix, kind, patterns)] == expected


def test_a_lane_beside_what_stands_at_a_road_is_called_by_both(patterns):
    assert split("上海西路甲菜馆西侧巷", "巷", "road", patterns) == [("上海西路甲菜馆西侧巷", "road")]


@pytest.mark.parametrize(
    ("text", "suffix", "kind", "expected"),
    [
        ("长江路石化加油站", "加油站", "facility", [("长江路", "road"), ("石化加油站", "facility")]),
        ("长江路电信大楼", "大楼", "building", [("长江路", "road"), ("电信大楼", "building")]),
        ("长江路立体停车楼", "停车楼", "facility", [("长江路立体停车楼", "facility")]),
        ("长江路垃圾中转站", "中转站", "facility", [("长江路垃圾中转站", "facility")]),
        ("长江路加油站", "加油站", "facility", [("长江路加油站", "facility")]),
    ],
)
def test_a_facility_with_a_name_of_its_own_only_lies_at_its_road(text, suffix, kind, expected, patterns):
    assert split(text, suffix, kind, patterns) == expected


def test_what_lies_beside_a_bridge_is_another_place(patterns):
    assert split("通河桥东侧盛世名都", "名都", "estate", patterns) == [
        ("通河桥", "bridge"),
        ("盛世名都", "estate"),
    ]
    assert split("通河桥东侧小区", "小区", "estate", patterns) == [("通河桥东侧小区", "estate")]
