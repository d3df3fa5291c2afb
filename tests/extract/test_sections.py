from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.lexicon_patterns import compile_lexicon
from geo.extract.sections import answered_zone, find_district, responsible_unit, split_sections
from geo.extract.unwrap import unwrap
from geo.io.assets import read_lexicon

PATTERNS = compile_lexicon(read_lexicon())
LINES = [
    "# 重点工作",
    "## 东城区住建局",
    "## 河口镇",
    "一、教育局",
    "（一）道路",
    "改造长江路。",
    "责任单位:区城管局",
    "",
]


def sections(text, patterns):
    return [(found.heading, found.unit, found.zone) for found in split_sections(unwrap(text), patterns)]


def test_each_heading_begins_a_section(patterns):
    text = "## 湖滨新区管委会\n\n改造长江路。\n\n## 河口镇\n\n改造黄河路。"
    assert [heading for heading, _, _ in sections(text, patterns)] == ["湖滨新区管委会", "河口镇"]


def test_a_text_without_headings_is_one_section(patterns):
    assert sections("改造长江路。\n\n改造黄河路。", patterns) == [("", None, None)]


def test_a_title_alone_belongs_to_the_section_after_it(patterns):
    assert sections("# 重点工作\n\n## 河口镇\n\n改造长江路。", patterns) == [("河口镇", "河口镇", "河口镇")]


def test_text_before_the_first_heading_is_a_section_of_its_own(patterns):
    text = "改造长江路。\n\n## 河口镇\n\n改造黄河路。"
    assert [heading for heading, _, _ in sections(text, patterns)] == ["", "河口镇"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## 河口镇", "河口镇"),
        ("### 河口镇", "河口镇"),
        ("【河口镇】", "河口镇"),
        ("**河口镇政府**", "河口镇政府"),
        ("一、河口镇", "一、河口镇"),
        ("（二）河口镇", "(二)河口镇"),
        ("第三章 河口镇", "第三章 河口镇"),
    ],
)
def test_a_heading_is_marked_bold_in_brackets_or_numbered(line, heading, patterns):
    found = sections(f"改造长江路。\n\n{line}\n\n改造黄河路。", patterns)
    assert [words for words, _, _ in found] == ["", heading]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("湖滨新区管委会", "湖滨新区管委会"),
        ("湖滨新区管理委员会", "湖滨新区管理委员会"),
        ("河口镇", "河口镇"),
        ("城东街道办事处", "城东街道办事处"),
        ("东城区住建局", "东城区住建局"),
        ("东城区政务服务中心", "东城区政务服务中心"),
        ("一、教育局", "教育局"),
        ("(二)区委办公室", "区委办公室"),
        ("住建局:今年的安排", "住建局"),
        ("住建局(牵头)", "住建局"),
        ("东城区住建局关于道路的通报", "东城区住建局"),
        ("东城区住建局2020年工作安排", "东城区住建局"),
    ],
)
def test_a_heading_names_its_responsible_unit(heading, unit, patterns):
    assert responsible_unit(heading, patterns) == unit


@pytest.mark.parametrize(
    "heading", ["", "重点任务", "一、道路建设", "2020年工作安排", "局" * 30, "完成长江路,教育局"]
)
def test_a_heading_may_name_no_unit(heading, patterns):
    assert responsible_unit(heading, patterns) is None


@pytest.mark.parametrize(
    ("unit", "zone"),
    [
        ("湖滨新区管委会", "湖滨新区"),
        ("湖滨新区管理委员会", "湖滨新区"),
        ("河口镇", "河口镇"),
        ("河口镇人民政府", "河口镇"),
        ("河口镇党委", "河口镇"),
        ("城东街道办事处", "城东街道"),
        ("西城区商务局", "西城区"),
        ("江北市西城区商务局", "西城区"),
        ("江北市住建局", "江北市"),
        ("教育局", "东城区"),
        ("管委会", "东城区"),
        (None, None),
    ],
)
def test_a_unit_answers_for_its_zone_itself_or_its_district(unit, zone, patterns):
    assert answered_zone(unit, "东城区", patterns) == zone


def test_a_heading_without_a_unit_takes_that_of_the_heading_above(patterns):
    text = "一、住建局\n改造长江路。\n（一）道路建设\n改造黄河路。\n（二）小区改造\n二、教育局"
    assert [unit for _, unit, _ in sections(text, patterns)] == ["住建局", "住建局", "住建局", "教育局"]


def test_a_unit_does_not_reach_over_a_heading_of_its_own_rank(patterns):
    text = "一、住建局\n改造长江路。\n二、道路建设\n改造黄河路。"
    assert [unit for _, unit, _ in sections(text, patterns)] == ["住建局", None]


def test_where_no_heading_names_a_unit_all_sections_are_the_districts(patterns):
    text = "# 江东区2020年民生实事\n\n一、道路建设\n改造长江路。\n二、小区改造\n改造黄河路。"
    assert {zone for _, _, zone in sections(text, patterns)} == {"江东区"}


def test_a_label_names_the_unit_of_its_section(patterns):
    text = "一、道路建设\n改造长江路。\n责任单位：区住建局\n二、小区\n\n责任单位：区房管局、城东街道"
    assert [unit for _, unit, _ in sections(text, patterns)] == ["区住建局", "区房管局、城东街道"]


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("江东区改造长江路。江北区改造黄河路。江东区改造淮河路。", "江东区"),
        ("全区改造老旧小区,新区建设提速。", None),
        ("改造长江路。", None),
    ],
)
def test_without_headings_the_district_is_the_one_the_text_names_most(text, district, patterns):
    assert find_district(unwrap(text), [], patterns) == district


def test_the_districts_of_headings_go_before_those_of_the_text(patterns):
    flat = unwrap("西城区来访。西城区回访。")
    assert find_district(flat, ["东城区住建局", "东城区教育局", "河口镇"], patterns) == "东城区"


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_sections_hold_all_blocks_in_order_and_each_one_once(text):
    flat = unwrap(text)
    if flat.blocks:
        assert [b for found in split_sections(flat, PATTERNS) for b in found.blocks] == list(flat.blocks)


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_a_section_ends_before_the_next_begins(text):
    flat = unwrap(text)
    if flat.blocks:
        edges = [edge for found in split_sections(flat, PATTERNS) for edge in (found.start, found.end)]
        assert edges == sorted(edges)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("今年,东城区市场监管局将会同各镇,改造东郊市场。", "东城区市场监管局"),
        ("近日,东城区城市管理局印发《方案》,整治长江路。", "东城区城市管理局"),
        ("整治长江路。\n\n东城区住建局\n\n2024年3月1日", "东城区住建局"),
        ("整治长江路。", None),
        ("某公司将整治长江路。", None),
    ],
)
def test_an_office_that_says_what_it_will_do_or_signs_is_the_issuer(text, unit, patterns):
    assert [told for _, told, _ in sections(text, patterns)] == [unit]


def test_a_heading_may_begin_with_a_year(patterns):
    found = sections("一、回顾\n\n改造长江路。\n\n二、2021年重点工作\n\n改造黄河路。", patterns)
    assert [heading for heading, _, _ in found] == ["一、回顾", "二、2021年重点工作"]
