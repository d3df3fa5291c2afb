from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.clauses import (
    Clause,
    ClauseKind,
    clause_kind,
    is_anchor,
    is_office,
    is_only_a_time,
    names_an_object,
    sets_a_day,
    split_clauses,
    split_sentences,
)
from geo.extract.names import find_names
from geo.extract.quantities import find_quantities
from geo.extract.spans import Spans
from geo.extract.times import find_times

MARKS = st.text("甲乙丙。;,、:“”()《》!? ", max_size=40)


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def clauses(text):
    return [text[start:end] for start, end in split_clauses(text, 0, len(text))]


def clause_of(text, patterns):
    times = find_times(text, 0, len(text), reference=None)
    names = find_names(text, 0, len(text), patterns)
    taken = Spans((found.start, found.end) for found in (*times, *names))
    quantities = find_quantities(text, 0, len(text), taken=taken, patterns=patterns)
    return Clause(0, len(text), clause_kind(text, patterns), tuple(names), tuple(times), tuple(quantities))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙!丙?丁;戊", ["甲", "乙", "丙", "丁", "戊"]),
        ("打造“甲。乙”,丙。丁", ["打造“甲。乙”,丙", "丁"]),
        ("甲(乙;丙)丁。", ["甲(乙;丙)丁"]),
        ("甲。。 乙 。", ["甲", "乙"]),
        ("甲”。乙", ["甲”", "乙"]),
        ("", []),
    ],
)
def test_a_sentence_ends_at_its_marks_outside_quotes_and_brackets(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲,乙,丙", ["甲", "乙", "丙"]),
        ("甲(乙,丙),丁", ["甲(乙,丙)", "丁"]),
        ("甲、乙,丙", ["甲、乙", "丙"]),
        ("具体路段为:甲路", ["具体路段为", "甲路"]),
        ("甲、乙:丙", ["甲、乙:丙"]),
        ("甲:", ["甲:"]),
    ],
)
def test_a_clause_ends_at_a_comma_or_at_the_colon_of_a_short_lead(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("以长江路为示范", ClauseKind.LEAD),
        ("依托东方广场", ClauseKind.LEAD),
        ("围绕民生需求", ClauseKind.LEAD),
        ("坚持以人民为中心", ClauseKind.ATTITUDE),
        ("按照“一路一策”要求", ClauseKind.ATTITUDE),
        ("请广大市民绕行", ClauseKind.ATTITUDE),
        ("如不受汛情影响", ClauseKind.CONDITION),
        ("待手续办结后", ClauseKind.CONDITION),
        ("带动周边发展", ClauseKind.RESULT),
        ("不断提升品位", ClauseKind.RESULT),
        ("位于长江路以东", ClauseKind.DETAIL),
        ("总投资9.8亿元", ClauseKind.DETAIL),
        ("改造长江路", ClauseKind.MAIN),
        ("年底前完工", ClauseKind.MAIN),
    ],
)
def test_the_first_words_of_a_clause_tell_what_it_does(body, kind, patterns):
    assert clause_kind(body, patterns) is kind


@pytest.mark.parametrize("body", ["依托东方广场打造地标", "将长江路改造为景观道", "利用闲置地块新建公园"])
def test_a_lead_that_acts_itself_is_a_promise(body, patterns):
    assert clause_kind(body, patterns) is not ClauseKind.LEAD


@pytest.mark.parametrize("body", ["如下道路", "待遇保障", "视察长江路", "若干小区"])
def test_a_word_that_only_begins_like_a_condition_is_none(body, patterns):
    assert clause_kind(body, patterns) is not ClauseKind.CONDITION


def test_a_row_of_a_table_is_one_clause_of_its_own(patterns):
    assert clause_kind("以长江路\t200个\t9月底前", patterns) is ClauseKind.MAIN


@pytest.mark.parametrize("text", ["东城区商务局", "湖滨新区管委会", "河口镇人民政府", "东城区法院"])
def test_a_place_inside_an_offices_name_is_the_offices(text, patterns):
    name = find_names(text, 0, len(text), patterns)[0]
    assert is_office(text, name, patterns)
    assert not is_anchor(text, name, patterns)


@pytest.mark.parametrize("text", ["改造长江路", "在东城区布局建设大数据中心", "河口镇整治", "新建城东变电站"])
def test_a_place_at_which_something_is_done_is_an_anchor(text, patterns):
    assert any(is_anchor(text, name, patterns) for name in find_names(text, 0, len(text), patterns))


@pytest.mark.parametrize("text", ["东城区将加快发展", "推动长三角合作", "老镇区", "江北市提出要求"])
def test_a_district_a_region_or_a_relative_name_is_no_anchor(text, patterns):
    assert not any(is_anchor(text, name, patterns) for name in find_names(text, 0, len(text), patterns))


@pytest.mark.parametrize(
    "text",
    [
        "改造长江路",
        "改造12个小区",
        "新建停车泊位8000个",
        "出台《招商办法》",
        "推出“一件事”服务",
        "其余9月底前完成",
        "其中9月底前完成",
    ],
)
def test_a_promise_is_about_a_place_a_count_a_document_or_a_service(text, patterns):
    assert names_an_object(text, clause_of(text, patterns), patterns)


@pytest.mark.parametrize(
    "text",
    ["持续改善民生", "打造两大核心", "开展“枫桥”模式学习", "年底前完成", "东城区加快发展", "位于三千米处"],
)
def test_without_such_a_thing_nothing_is_promised(text, patterns):
    assert not names_an_object(text, clause_of(text, patterns), patterns)


@pytest.mark.parametrize(
    ("text", "expected"), [("到2026年底", True), ("2026年底", True), ("2026年底完成", False)]
)
def test_a_clause_may_be_nothing_but_a_time(text, expected, patterns):
    assert is_only_a_time(clause_of(text, patterns)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年底前完成", True),
        ("每周五开展", True),
        ("2026年", False),
        ("尽快完成", False),
        ("三年行动计划", False),
    ],
)
def test_only_deadlines_and_recurring_days_set_a_day(text, expected, patterns):
    assert sets_a_day(clause_of(text, patterns)) == expected


@given(MARKS)
def test_sentences_and_clauses_lie_in_order_and_begin_and_end_with_a_character(text):
    for spans in (split_sentences(text, 0, len(text)), split_clauses(text, 0, len(text))):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@given(MARKS)
def test_nothing_but_marks_and_blanks_is_lost_between_sentences(text):
    kept = "".join(sentences(text))
    assert [char for char in kept if char in "甲乙丙"] == [char for char in text if char in "甲乙丙"]
