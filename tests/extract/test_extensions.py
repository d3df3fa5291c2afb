from __future__ import annotations

import pytest

from geo.extract.extensions import extend, inherited_compounds, inherited_parts
from geo.extract.finding import NameFinding


def extended(name, rest, kind):
    text = name + rest
    found = extend(text, NameFinding(0, len(name), kind), len(text))
    return text[: found.end], found.kind


@pytest.mark.parametrize(
    ("rest", "expected", "kind"),
    [
        ("37号院改造", "长江路37号院", "compound"),
        ("12-3号家属院", "长江路12-3号家属院", "compound"),
        ("8号大院", "长江路8号大院", "compound"),
        ("5号楼", "长江路5号楼", "compound"),
        ("12号门面", "长江路12号", "poi"),
        ("3号线", "长江路", "road"),
        ("东延工程", "长江路东延", "road"),
        ("西延伸段", "长江路西延伸段", "road"),
        ("南段", "长江路南段", "road"),
        ("北段(", "长江路北段", "road"),
        ("西段整治", "长江路西段", "road"),
        ("西段由北向南", "长江路", "road"),
        ("延伸线", "长江路延伸线", "road"),
        ("甲字42号", "长江路甲字42号", "poi"),
        ("甲14号", "长江路甲14号", "poi"),
        ("上跨京广铁路立交桥", "长江路上跨京广铁路立交桥", "bridge"),
        ("下穿京广铁路隧道", "长江路下穿京广铁路隧道", "tunnel"),
        ("站建设", "长江路站", "station"),
        ("站台改造", "长江路", "road"),
        ("二期工程", "长江路二期", "road"),
        ("段整治", "长江路", "road"),
    ],
)
def test_to_a_road_belong_its_houses_extensions_and_phases(rest, expected, kind):
    assert extended("长江路", rest, "road") == (expected, kind)


@pytest.mark.parametrize(
    ("name", "kind", "rest", "expected"),
    [
        ("阳光花园", "estate", "二期", "阳光花园二期"),
        ("阳光花园", "estate", "A区", "阳光花园A区"),
        ("阳光花园", "estate", "南区二期", "阳光花园南区二期"),
        ("高新工业园", "industrial_park", "2期", "高新工业园2期"),
        ("第三中学", "school", "东校区", "第三中学东校区"),
        ("人民医院", "hospital", "新院区", "人民医院新院区"),
        ("人民医院", "hospital", "城东分院", "人民医院城东分院"),
        ("城东变电站", "substation", "三期", "城东变电站三期"),
    ],
)
def test_to_other_places_belong_their_phases_wings_and_campuses(name, kind, rest, expected):
    assert extended(name, rest, kind) == (expected, kind)


@pytest.mark.parametrize(
    ("name", "kind", "rest"),
    [("第三中学", "school", "A区"), ("城东变电站", "substation", "东区"), ("阳光花园", "estate", "扩建工程")],
)
def test_work_on_a_place_and_anothers_parts_do_not_belong_to_it(name, kind, rest):
    assert extended(name, rest, kind) == (name, kind)


def test_nothing_beyond_the_stretch_belongs_to_a_name():
    assert extend("长江路37号院", NameFinding(0, 3, "road"), 3).end == 3


def test_a_house_without_a_road_takes_that_of_the_item_before():
    text = "建设路12号院、14号院、16-2号楼改造"
    first = NameFinding(0, 7, "compound")
    found = inherited_compounds(text, [first], len(text))
    assert [(text[name.start : name.end], name.full) for name in found] == [
        ("14号院", "建设路14号院"),
        ("16-2号楼", "建设路16-2号楼"),
    ]


def test_a_house_after_another_word_takes_no_road():
    text = "建设路12号院和14号院"
    assert inherited_compounds(text, [NameFinding(0, 7, "compound")], len(text)) == []


def test_a_lane_called_by_its_number_is_a_road_and_the_next_takes_its_street():
    text = "康宁路66号巷和62号巷"
    lane = extend(text, NameFinding(0, 3, "road"), len(text))
    assert (text[lane.start : lane.end], lane.kind) == ("康宁路66号巷", "road")
    (short,) = inherited_compounds(text, [lane], len(text))
    assert (text[short.start : short.end], short.full) == ("62号巷", "康宁路62号巷")


def test_a_motorway_is_left_at_a_way_out():
    assert extended("长江高速", "城东出口改造", "road") == ("长江高速城东出口", "poi")
    assert extended("长江路", "出口", "road") == ("长江路", "road")


def test_a_phase_of_an_estate_may_have_parts():
    assert extended("长江安置区", "三期二区", "estate") == ("长江安置区三期二区", "estate")


def test_numbered_parts_of_a_list_have_the_name_of_the_first():
    text = "工房一区、二区、三区和电厂宿舍"
    found = inherited_parts(text, [NameFinding(0, 4, "district")], len(text))
    assert [(text[name.start : name.end], name.full) for name in found] == [
        ("二区", "工房二区"),
        ("三区", "工房三区"),
    ]


def test_parts_of_another_word_inherit_nothing():
    text = "城东区、一村、"
    assert inherited_parts(text, [NameFinding(0, 3, "district")], len(text)) == []


def test_a_phase_in_brackets_belongs_to_its_name():
    assert extended("永安还建点", "(一期)正在设计", "estate") == ("永安还建点(一期)", "estate")
    assert extended("永安还建点", "(中段)正在设计", "estate") == ("永安还建点", "estate")
