from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.lexicon_patterns import compile_lexicon
from geo.extract.names import find_names, plain_names
from geo.extract.spans import Spans
from geo.io.assets import read_lexicon

PATTERNS = compile_lexicon(read_lexicon())
WORDS = """完成 启动 推进 长江 人和 东方 解放东 路 街 巷 小区 公园 变电站 镇 区 市 村 庄 的 等 、 ， 和 与 以
在 老旧 断头 5条 37号院 二期 东延 社区 街道 中学 G107 东三环 隧道 河道 地址: 老镇区 长三角 管委会 一"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14).map("".join)


def names(text, patterns, **choices):
    return [text[name.start : name.end] for name in find_names(text, 0, len(text), patterns, **choices)]


def kinds(text, patterns):
    return [(text[name.start : name.end], name.kind) for name in find_names(text, 0, len(text), patterns)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成福寿街、敦睦路整治", ["福寿街", "敦睦路"]),
        ("金沙路八一路至中山路段", ["金沙路", "八一路", "中山路"]),
        ("南北主干道蓝溪路通车", ["蓝溪路"]),
        ("建设甲州至乙州高速公路、外环线", ["甲州至乙州高速公路", "外环线"]),
        ("超市西侧无名路和9幢住宅楼", []),
        ("泰兴城区停车场", []),
        ("夏庄街道后古镇社区、丹山社区", ["夏庄街道", "后古镇社区", "丹山社区"]),
        ("已建成国槐街农贸市场", ["国槐街农贸市场"]),
        ("福寿街休闲餐饮街", ["福寿街休闲餐饮街"]),
        ("学苑巷(原二中南路)", ["学苑巷", "二中南路"]),
        ("地铁一号线和轨道交通10号线", ["地铁一号线", "轨道交通10号线"]),
        ("彩石新城规划纵二路", ["彩石新城", "规划纵二路"]),
        ("柏油路、瓶颈路和消防通道", []),
        ("一核、两路、六组团", []),
        ("污水处理厂二期工程", ["污水处理厂二期"]),
        ("人均8.5平方米公园绿地", []),
        ("在马寨镇建设福寿街", ["马寨镇", "福寿街"]),
        ("洪殿南路与新城大道", ["洪殿南路", "新城大道"]),
        ("蒲鞋市街道的福寿街", ["蒲鞋市街道", "福寿街"]),
        ("双屿街道温化游园", ["双屿街道", "温化游园"]),
        ("安吉路北拓", ["安吉路北拓"]),
        ("打通芙蓉路至东风路段", ["芙蓉路", "东风路"]),
        ("拥军路桥涵积水改造", ["拥军路"]),
        ("道路桥涵积水改造", []),
        ("凤山街与劳动路路口", ["凤山街", "劳动路"]),
        ("紫城南路(金和路-鄞县大道)", ["紫城南路", "金和路", "鄞县大道"]),
        ("云中路西环路", ["云中路", "西环路"]),
        ("北二环路方井头村", ["北二环路", "方井头村"]),
        ("天心区新开铺铁路桥", ["天心区", "新开铺铁路桥"]),
        ("云冈路桥涵改造和拥军路桥涵改造", ["云冈路", "拥军路"]),
        ("通园溪滨水绿地", ["通园溪"]),
        ("市第二实验小学城东北校区", ["市第二实验小学城东北校区"]),
        ("文星村片区第四期", ["文星村片区第四期"]),
        ("民主路部分地段和西街", ["民主路", "西街"]),
        ("便民步道、室外铺装", []),
        ("鞍山道(青年路至市府西路)维护机动车道", ["鞍山道", "青年路", "市府西路"]),
        ("分别为校园路、丰盈道、富强路", ["校园路", "丰盈道", "富强路"]),
        ("更换人行道砖,清理河道、管道", []),
        ("瓦市殿巷北侧的瓦市殿小游园", ["瓦市殿巷", "瓦市殿小游园"]),
        ("厚载门街第二小学和关林中学", ["厚载门街第二小学", "关林中学"]),
        ("云龙镇、红旗镇和甲子镇", ["云龙镇", "红旗镇", "甲子镇"]),
        ("东坝镇和平路", ["东坝镇", "和平路"]),
        ("松鹤路铁路桥", ["松鹤路铁路桥"]),
        ("期间公交5路改道", []),
        ("首批开工的有无影山街道", ["无影山街道"]),
        ("可提供安置房5860套", []),
        ("将利用暑假对御营小学进行改造", ["御营小学"]),
        ("屏山市场、岩村市场和东环市场", ["屏山市场", "岩村市场", "东环市场"]),
        ("神山路下穿桥", ["神山路下穿桥"]),
        ("南塔路以西、木龙河以北", ["南塔路", "木龙河"]),
        ("兴隆苑小区、新建里小区", ["兴隆苑小区", "新建里小区"]),
        ("修复葡萄山路", ["葡萄山路"]),
        ("泰山路辅道", ["泰山路辅道"]),
        ("越州镇中心集市", ["越州镇中心集市"]),
        ("下埔九年一贯制学校", ["下埔九年一贯制学校"]),
        ("北川河(朝阳桥至天峻桥段)", ["北川河", "朝阳桥", "天峻桥"]),
        ("全区共安排断头路打通工程7条", []),
        ("为畅通城区微循环", []),
        ("另据区综合行政执法局介绍", []),
        ("建成绿道18公里", []),
        ("正在铺装园路", []),
        ("2个乡镇集市", []),
        ("推进凤湖智能新区三年行动计划", ["凤湖智能新区"]),
        ("以东方路整治为示范点", ["东方路"]),
        ("金水路和人和路", ["金水路", "人和路"]),
        ("加快建设建设路", ["建设路"]),
        ("打造王庄示范点", ["王庄"]),
        ("依托东方大厦打造地标", ["东方大厦"]),
        ("二七广场隧道工程", ["二七广场隧道"]),
        ("棉纺路中学", ["棉纺路中学"]),
        ("环城公园路", ["环城公园路"]),
        ("整治平双公路", ["平双公路"]),
        ("修缮锡伯河带状公园", ["锡伯河带状公园"]),
        ("新建潍州路下穿通道", ["潍州路下穿通道"]),
        ("扩建联合街道第二幼儿园", ["联合街道第二幼儿园"]),
        ("广西大学东门", ["广西大学东门"]),
        ("一纬路北支", ["一纬路北支"]),
        ("金桥开发区充电站", ["金桥开发区充电站"]),
        ("赛罕区医院", ["赛罕区医院"]),
        ("长沙市湘雅医院", ["长沙市", "湘雅医院"]),
        ("郑州市第一人民医院", ["郑州市第一人民医院"]),
        ("西乡塘区", ["西乡塘区"]),
        ("枣园镇便民市场", ["枣园镇便民市场"]),
        ("云峰北街31号区住建局", ["云峰北街31号"]),
        ("南南街37号院", ["南南街37号院"]),
        ("刘庄小区二期", ["刘庄小区二期"]),
        ("南三环、西四环", ["南三环", "西四环"]),
        ("改造G107沿线", ["G107"]),
        ("启动火车站周边外迁", ["火车站"]),
        ("景中路、椰风路带状公园", ["景中路", "椰风路"]),
        ("盯紧京津冀、长三角重点区域", ["京津冀", "长三角"]),
        ("望江楼社区卫生服务中心", ["望江楼社区卫生服务中心"]),
        ("鱼峰区农贸市场", ["鱼峰区"]),
        ("人民南路与解放东路", ["人民南路", "解放东路"]),
    ],
)
def test_a_name_lies_between_a_boundary_and_its_suffix(text, expected, patterns):
    assert names(text, patterns) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长江大道", "road"),
        ("滨河步行街", "road"),
        ("长江路隧道", "tunnel"),
        ("柳河大桥", "bridge"),
        ("望江森林公园", "park"),
        ("人民广场", "square"),
        ("阳光花园", "estate"),
        ("长江路37号院", "compound"),
        ("江滨农贸市场", "market"),
        ("柳河村", "village"),
        ("望江社区", "community"),
        ("青山镇", "town"),
        ("城东街道", "subdistrict"),
        ("东城区", "district"),
        ("江北市", "city"),
        ("湖滨新区", "zone"),
        ("江北科技园", "industrial_park"),
        ("城东变电站", "substation"),
        ("江北体育中心", "facility"),
        ("江北第二小学", "school"),
        ("江北中医院", "hospital"),
        ("江北高铁站", "station"),
        ("江北大酒店", "hotel"),
        ("望江大厦", "building"),
        ("长三角", "region"),
        ("老镇区", "town"),
    ],
)
def test_the_suffix_tells_the_kind(text, expected, patterns):
    assert kinds(text, patterns) == [(text, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("G107国道改造", ["G107国道"]),
        ("改造S312省道、X007", ["S312省道", "X007"]),
        ("312国道拓宽", ["312国道"]),
        ("东三环、西四环路拓宽", ["东三环", "西四环路"]),
        ("完成三环路整治", ["三环路"]),
    ],
)
def test_numbered_and_ring_roads_need_no_name(text, expected, patterns):
    assert names(text, patterns) == expected


@pytest.mark.parametrize("text", ["ZG107型", "G1070号", "V312", "一环", "G10720"])
def test_models_and_numbers_are_no_roads(text, patterns):
    assert names(text, patterns) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("治理柳江两岸", ["柳江"]),
        ("实施清水河综合整治", ["清水河"]),
        ("疏浚柳沟河道", ["柳沟"]),
        ("柳江儿女", []),
        ("江河湖泊治理", []),
    ],
)
def test_a_river_is_a_place_where_work_is_done_at_it(text, expected, patterns):
    assert names(text, patterns) == expected


COMMON = """改造7个老旧小区 3个核心板块 打通断头路 4条道路 提质一批批发市场 建设智慧社区 全区各街道
城市道路标线 路灯整修 乡镇街道 进博会 委托北建院编制 金茂集团 建设大数据中心 十个行政村 国家中心城市
区域发展 推进集聚区 完善路网结构 背街小巷 一网通办 5G基站 三级医院 市场主体 社区服务 公园城市 村集体 全市
道路两侧 园区企业 招商引资大会 汛期前 碧桂园公司 华润集团 三个文明 公园1872 十一届十次全会 各乡镇 停车场
农村公路 桥梁 学校 现代产业园 城市更新片区 小区楼院
"""


@pytest.mark.parametrize("text", COMMON.split())
def test_a_common_noun_an_office_or_an_event_is_no_place(text, patterns):
    assert names(text, patterns) == []


@pytest.mark.parametrize(
    "text",
    [
        "地址:长江路12号,电话0553-1234567",
        "咨询电话:12345678,地址:长江路12号",
        "长江路12号,电话12345678",
        "联系人地点为长江路12号",
    ],
)
def test_the_address_of_an_office_is_no_place(text, patterns):
    assert names(text, patterns) == []


def test_a_house_where_something_is_built_is_a_place(patterns):
    assert kinds("在长江路12号建设泵房", patterns) == [("长江路12号", "poi")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成山居民宿、湖畔民宿", ["湖畔民宿"]),
        ("完成江滨直播基地改造", []),
        ("、江滨直播基地、", ["江滨直播基地"]),
    ],
)
def test_a_weak_suffix_names_a_place_only_where_the_name_stands_by_itself(text, expected, patterns):
    assert names(text, patterns) == expected


def test_no_name_reaches_into_a_time(patterns):
    text = "9月人民路完工"
    found = find_names(text, 0, len(text), patterns, taken=Spans([(0, 2)]))
    assert [text[name.start : name.end] for name in found] == ["人民路"]


def test_a_name_known_from_elsewhere_begins_where_it_began_there(patterns):
    text = "首期样板线武宁路"
    assert names(text, patterns, known=frozenset({"武宁路"})) == ["武宁路"]


def test_known_are_names_with_nothing_before_them(patterns):
    text = "武宁路、江宁路整治。\n完成昌平路整治,断头路。"
    assert plain_names(text, patterns) == {"武宁路", "江宁路"}


def test_houses_of_a_list_have_their_road_in_the_full_name(patterns):
    found = find_names("建设路12号院、14号院", 0, 12, patterns)
    assert [name.full for name in found] == [None, "建设路14号院"]


@given(TEXTS)
def test_names_stand_in_order_inside_the_text_and_do_not_overlap(text):
    found = find_names(text, 0, len(text), PATTERNS)
    edges = [edge for name in found for edge in (name.start, name.end)]
    assert edges == sorted(edges)
    assert all(0 <= name.start < name.end <= len(text) for name in found)


@given(TEXTS)
def test_no_name_holds_punctuation_or_a_particle(text):
    for name in names(text, PATTERNS):
        assert not set(name) & set("、,。;:的等")


@given(TEXTS, TEXTS)
def test_sentences_are_searched_each_by_itself(left, right):
    text = f"{left}。{right}"
    shift = len(left) + 1
    whole = find_names(text, shift, len(text), PATTERNS)
    alone = find_names(right, 0, len(right), PATTERNS)
    assert [(n.start - shift, n.end - shift, n.kind) for n in whole] == [
        (n.start, n.end, n.kind) for n in alone
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文化一条街口袋公园竣工", ["文化一条街口袋公园"]),
        ("四大街与长江路", ["四大街", "长江路"]),
        ("供销胡同和文化街", ["供销胡同", "文化街"]),
        ("重工路交叉口向西100米路北", ["重工路"]),
        ("长江路与黄河路交叉路口口袋公园", ["长江路", "黄河路"]),
        ("黄汴河交叉口柳湖小区", ["黄汴河", "柳湖小区"]),
        ("①柳湖幼儿园", ["柳湖幼儿园"]),
        ("该区宁国路", ["宁国路"]),
        ("长江路东段至二环路段", ["长江路", "二环路"]),
        ("跨江大桥5座、穿山隧道2座", []),
        ("已建有标准化菜市场27个", []),
        ("立交桥下停车场", []),
        ("前江路菜市场", ["前江路菜市场"]),
        ("金钟新市镇等6个菜市场", ["金钟新市镇"]),
        ("万达城市广场", ["万达城市广场"]),
        ("主城区低洼易涝片区", []),
        ("南翼世纪大道、国道G324", ["世纪大道", "国道G324"]),
        ("除化工路外", ["化工路"]),
        ("背街里巷30条", []),
        ("即长江小学和黄河中学", ["长江小学", "黄河中学"]),
        ("长江热力负责新河路27号院", ["新河路27号院"]),
        ("废旧钢材市场", []),
        ("柳河北里、车站路甲14号", ["柳河北里", "车站路甲14号"]),
        ("柳河镇天桥", ["柳河镇天桥"]),
        ("柳河会展区节点公园", ["柳河会展区节点公园"]),
        ("隔离带和公交站台", []),
        ("道路是火车南站的进出干道", ["火车南站"]),
        ("市二院东侧", ["市二院"]),
        ("长江路社区道路、兽医站门前道路", ["长江路社区道路", "兽医站门前道路"]),
    ],
)
def test_names_of_notices_begin_and_end_where_they_should(text, expected, patterns):
    assert names(text, patterns) == expected


def test_a_district_is_told_from_its_city_where_it_also_stands_alone(patterns):
    text = "安阳殷都区8条巷完工。今年殷都区投资282万元"
    found = find_names(text, 0, 10, patterns)
    assert [(text[name.start : name.end], name.kind) for name in found] == [
        ("安阳", "city"),
        ("殷都区", "district"),
    ]
    alone = text[:10]
    assert [alone[name.start : name.end] for name in find_names(alone, 0, 10, patterns)] == ["安阳殷都区"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长江路皂河以西至黄河路段", ["长江路", "皂河", "黄河路"]),
        ("长江路下穿陇东铁路部分", ["长江路", "陇东铁路"]),
        ("建成生活污水处理厂24座", []),
        ("建成社区便民市场8处", []),
        ("柳河村、红山村通村路", ["柳河村", "红山村"]),
        ("柳河南村二四队", ["柳河南村二四队"]),
        ("于洪区香山路", ["于洪区", "香山路"]),
        ("其余15个县每县6条", []),
        ("市幼儿园分园", ["市幼儿园分园"]),
        ("预防接种区有独立通道", []),
        ("柳湖区城东街道社区卫生服务中心", ["柳湖区", "城东街道社区卫生服务中心"]),
        ("大桥街道社区卫生服务中心", ["大桥街道社区卫生服务中心"]),
        ("柳河公厕、新建公厕5座", ["柳河公厕"]),
        ("新建健身广场6个、停车场4个", []),
        ("国家级湿地公园", []),
        ("柳河水电站、长江建材城、柳园老年大学", ["柳河水电站", "长江建材城", "柳园老年大学"]),
        ("天江文化公园C、D、E区", ["天江文化公园C"]),
    ],
)
def test_names_end_before_what_is_counted_crossed_or_beside_them(text, expected, patterns):
    assert [name.removesuffix("C") for name in names(text, patterns)] == [
        name.removesuffix("C") for name in expected
    ]


def test_a_part_with_a_letter_is_no_district(patterns):
    [name] = find_names("橡树A区", 0, 4, patterns)
    assert name.kind == "estate"
