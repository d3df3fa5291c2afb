from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.lexicon_patterns import compile_lexicon
from geo.extract.quantities import axes_count, counted_noun, find_quantities
from geo.extract.spans import Spans
from geo.io.assets import read_lexicon

PATTERNS = compile_lexicon(read_lexicon())
WORDS = """1 12 3.5 十 两 三百 万 亿 个 条 公里 平方米 大 项 等 的 共 道路 小区 “ ” ~ 至 第 余 路 、 ，
新建 号院"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=14).map("".join)


def quantities(text, patterns, taken=()):
    return find_quantities(text, 0, len(text), taken=Spans(taken), patterns=patterns)


def only(text, patterns):
    (quantity,) = quantities(text, patterns)
    return quantity


@pytest.mark.parametrize(
    ("text", "least", "most", "unit", "of"),
    [
        ("改造5条道路", 5, 5, "条", "道路"),
        ("新建两所学校", 2, 2, "所", "学校"),
        ("改造十二个老旧小区", 12, 12, "个", "老旧小区"),
        ("引进2~3家合作平台", 2, 3, "家", "合作平台"),
        ("引进2-3家企业", 2, 3, "家", "企业"),
        ("引进5至8个项目", 5, 8, "个", "项目"),
        ("引进1到2家企业", 1, 2, "家", "企业"),
        ("改造20多个村", 20, 20, "个", "村"),
        ("面积290多万平方米", 2_900_000, 2_900_000, "平方米", ""),
        ("打通十余条道路", 10, 10, "条", "道路"),
        ("新增车位1200余个", 1200, 1200, "个", ""),
        ("新增学位1.2万个", 12000, 12000, "个", ""),
        ("新建道路1.2公里", 1.2, 1.2, "公里", ""),
        ("铺设管网3.5km", 3.5, 3.5, "km", ""),
        ("绿化面积1000㎡", 1000, 1000, "㎡", ""),
        ("建筑面积12.5万平方米", 125_000, 125_000, "平方米", ""),
        ("总投资3.6亿元", 360_000_000, 360_000_000, "元", ""),
        ("惠及20万人", 200_000, 200_000, "人", ""),
        ("达到80%以上", 80, 80, "%", ""),
        ("新建220千伏线路", 220, 220, "千伏", ""),
        ("新增床位五百张", 500, 500, "张", ""),
    ],
)
def test_a_quantity_is_a_number_a_measure_word_and_what_is_counted(text, least, most, unit, of, patterns):
    quantity = only(text, patterns)
    assert (quantity.min, quantity.max, quantity.unit, quantity.of) == (least, most, unit, of)


def test_each_number_of_a_clause_is_a_quantity(patterns):
    found = quantities("改造老旧小区25个、惠及居民3200户", patterns)
    assert [(quantity.min, quantity.unit) for quantity in found] == [(25, "个"), (3200, "户")]


@pytest.mark.parametrize(
    "text", ["提质一批商场", "建设一个中心", "入选第二批试点", "第8号文件", "第十一届三次会议", "打造一条街"]
)
def test_indefinite_amounts_and_ordinals_are_no_quantities(text, patterns):
    assert quantities(text, patterns) == []


@pytest.mark.parametrize(
    "text", ["推进“三项工程、一项管理”", "建设“一轴两带三片区”", "打造“三个十”工程", "“五个一批”"]
)
def test_a_slogan_in_quotation_marks_holds_no_quantity(text, patterns):
    assert quantities(text, patterns) == []


def test_a_number_in_digits_counts_in_quotation_marks_too(patterns):
    assert only("打造“15个小区”", patterns).min == 15


@pytest.mark.parametrize(
    "text", ["建设2号线", "5G基站", "37号院", "K1+200", "A5栋", "三纵四横", "百亿级企业", "一网通办"]
)
def test_a_number_in_a_name_is_no_quantity(text, patterns):
    assert quantities(text, patterns) == []


def test_names_and_times_hold_no_quantity(patterns):
    assert quantities("第5个月内改造3条道路", patterns, taken=[(0, 5)])[0].min == 3
    assert len(quantities("第5个月内改造3条道路", patterns, taken=[(0, 5)])) == 1


@pytest.mark.parametrize("text", ["共15条道路", "合计15条", "总计15条", "全长3公里", "总面积3万平方米"])
def test_a_total_is_said_right_before_the_number(text, patterns):
    assert only(text, patterns).total


def test_without_such_a_word_a_number_is_no_total(patterns):
    assert not only("改造15条道路", patterns).total


@pytest.mark.parametrize("text", ["打造两大核心", "实施四大行动", "抓好三大任务目标"])
def test_a_way_of_speaking_is_marked_as_such(text, patterns):
    assert only(text, patterns).rhetorical


@pytest.mark.parametrize("text", ["建设三大板块", "改造3个小区"])
def test_a_count_of_things_is_no_way_of_speaking(text, patterns):
    assert not only(text, patterns).rhetorical


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("道路建设", "道路"),
        ("产业转型升级项目开工", "产业转型升级项目"),
        ("合作平台", "合作平台"),
        ("企业,其余", "企业"),
        ("企业的厂房", "企业"),
        ("重点企业年底前入驻", "重点企业"),
        ("惠民实事完成", "惠民实事"),
        ("“云上”市场", "“云上”市场"),
        ("", ""),
    ],
)
def test_a_counted_noun_ends_with_its_head_or_before_a_verb_a_time_or_a_mark(text, noun, patterns):
    assert text[: counted_noun(text, 0, len(text), patterns)] == noun


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一纵一横一环", (3, 6)),
        ("“三纵四横”路网", (7, 6)),
        ("两横两纵", (4, 4)),
        ("一环", None),
        ("三条道路", None),
        ("", None),
    ],
)
def test_axes_add_up(text, expected):
    assert axes_count(text, 0) == expected


@given(TEXTS)
def test_quantities_stand_in_order_inside_the_text_and_do_not_overlap(text):
    found = quantities(text, PATTERNS)
    edges = [edge for quantity in found for edge in (quantity.start, quantity.end)]
    assert edges == sorted(edges)
    assert all(0 <= q.start < q.end <= q.head_end <= len(text) for q in found)


@given(st.integers(2, 10**6), st.sampled_from(["个", "条", "公里", "平方米", "户"]))
def test_a_number_is_kept_exactly(number, unit):
    assert only(f"改造{number}{unit}", PATTERNS).min == number
