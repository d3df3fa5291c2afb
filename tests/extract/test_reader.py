from __future__ import annotations

import dataclasses
import itertools
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ReportError
from geo.extract import read_report, report_as_json
from geo.io.assets import read_lexicon
from geo.io.documents import read_document
from geo.model import Document, PlaceRole, Scope, Status, TimeRole

OURS = Path(__file__).parents[2] / "reports" / "erqi-2020-08.md"
LEXICON = read_lexicon()
WORDS = """年底前 完成 人民路 、 东方大道 等5条道路 整治 , 。 ## 力争 9月 ( — ) “ ” 3个小区 已开工 的编制、
一环 号院 其余 以 为示范 2021年 A1"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n", "## 某区住建局\n", "\u3000", "\u200b", "\r\n"])


def tasks(report):
    names = {mention.id: mention.name for mention in report.mentions}
    return [(task.text, [names[place] for place in task.places], task.due) for task in report.tasks]


# --- The rules -----------------------------------------------------------------------------------


def test_each_promise_about_a_thing_is_a_task(read):
    report = read("加快人民路等5条道路建设,加快东郊变电站、西郊变电站建设。")
    assert tasks(report) == [
        ("加快人民路等5条道路建设", ["人民路"], None),
        ("加快东郊变电站、西郊变电站建设", ["东郊变电站", "西郊变电站"], None),
    ]


def test_a_date_belongs_to_the_clause_it_governs(read):
    report = read("加快人民路等5条道路建设,推进热力供应工程,年底前实现供热保障。")
    assert [(task.text, task.due) for task in report.tasks] == [
        ("加快人民路等5条道路建设", None),
        ("推进热力供应工程,年底前实现供热保障", date(2020, 12, 31)),
    ]


def test_a_date_at_the_head_reaches_clauses_that_only_tell_of_an_end(read):
    report = read("年底前完成环湖路等8条道路施工,景中路带状公园景观全部完工。")
    assert [task.due for task in report.tasks] == [date(2020, 12, 31)] * 2


def test_a_date_without_a_thing_belongs_to_the_clause_before(read):
    report = read("推进凤湖新区行动计划落实,年底形象初现。")
    assert [(task.text, task.due) for task in report.tasks] == [
        ("推进凤湖新区行动计划落实,年底形象初现", date(2020, 12, 31))
    ]


def test_objects_that_share_a_verb_are_tasks_each_with_the_shared_date(read):
    report = read("启动北郊片区控规方案的编制报批、东郊新镇区控规方案的调整,力争年前报批。")
    assert [(task.text, task.due, task.hedge) for task in report.tasks] == [
        ("启动北郊片区控规方案的编制报批", date(2020, 12, 31), "力争"),
        ("东郊新镇区控规方案的调整", date(2020, 12, 31), "力争"),
    ]


def test_a_lead_belongs_to_the_promise_it_leads_to(read):
    report = read("以和平街12号院为示范楼院,委托设计院编制方案,年底前完成7个老旧小区改造。")
    assert [task.text for task in report.tasks] == [
        "以和平街12号院为示范楼院,委托设计院编制方案",
        "年底前完成7个老旧小区改造",
    ]


def test_a_count_means_the_list_that_was_named_before(read):
    report = read("规划建设康养板块、华侨城文旅板块、湖滨板块3个核心板块。3个核心板块要实现1~2个项目开工。")
    assert tasks(report)[1][1] == ["康养板块", "华侨城文旅板块", "湖滨板块"]


def test_an_offices_own_orientation_is_no_task(read):
    assert read("## 东区管委会\n\n东区管委会将以东区商圈复兴为主线,抓实规划设计和产业升级。").tasks == ()


def test_what_was_decided_at_a_meeting_is_no_task(read):
    report = read("7月30日,某市召开会议,部署人民路整治等工作。")
    assert report.tasks == ()
    assert report.times[0].role is TimeRole.EVENT


def test_what_has_begun_is_not_planned(read):
    report = read("湖畔民宿、山间民宿等已落地开工。")
    assert [task.status for task in report.tasks] == [Status.STARTED]


def test_a_lists_stated_count_is_kept_when_fewer_are_named(read):
    (entry,) = read("年底前完成环湖路等8条道路施工。").lists
    assert (entry.count, entry.named, entry.unnamed, entry.closed) == (8, 1, 7, False)


def test_a_name_without_a_suffix_is_told_by_its_company(read):
    report = read("支持世贸商城、欢乐湖、锦荣等专业市场打造基地。")
    assert [(mention.name, mention.kind) for mention in report.mentions] == [
        ("世贸商城", "market"), ("欢乐湖", "market"), ("锦荣", "market"),
    ]  # fmt: skip


def test_a_segments_ends_are_places_but_not_the_tasks(read):
    report = read("打通丰华街(人民路—金穗大道)。")
    assert [(mention.name, mention.role) for mention in report.mentions] == [
        ("丰华街", PlaceRole.TASK), ("人民路", PlaceRole.ENDPOINT), ("金穗大道", PlaceRole.ENDPOINT),
    ]  # fmt: skip
    assert tasks(report) == [("打通丰华街(人民路—金穗大道)", ["丰华街"], None)]


def test_a_place_in_an_offices_name_is_the_offices(read):
    roles = {mention.name: mention.role for mention in read("东城区商务局要改造人民路。").mentions}
    assert roles == {"东城区": PlaceRole.ORG, "人民路": PlaceRole.TASK}


def test_regions_lie_outside_the_district(read):
    report = read("盯紧京津冀、长三角重点区域,每个区域新签约两个产业项目。")
    assert {mention.scope for mention in report.mentions} == {Scope.OUT}


def test_slogans_ordinals_and_house_numbers_are_no_quantities(read):
    report = read("推进“三项工程、一项管理”,入选第二批试点,改造人民路37号院,提质一批商场。")
    assert report.quantities == ()


def test_a_range_is_a_quantity_with_two_ends(read):
    (quantity,) = read("引进2~3家合作平台。").quantities
    assert (quantity.min, quantity.max, quantity.unit, quantity.of) == (2, 3, "家", "合作平台")


def test_a_text_without_headings_is_one_section(read):
    report = read("完成人民路整治。")
    assert [(section.unit, section.zone) for section in report.sections] == [(None, None)]


def test_a_committee_answers_for_its_zone_and_an_office_for_its_district(read):
    report = read(
        "## 湖滨新区管委会\n\n改造人民路。\n\n## 东城区商务局\n\n改造人民路。\n\n## 河口镇\n\n改造人民路。"
    )
    assert [section.zone for section in report.sections] == ["湖滨新区", "东城区", "河口镇"]


def test_a_title_is_the_texts_own_or_the_files_name(read):
    assert read("# 下半年重点工作\n\n## 河口镇\n\n改造人民路。").title == "下半年重点工作"
    assert read("## 河口镇\n\n改造人民路。").title == "report"


def test_a_title_alone_belongs_to_the_section_after_it(read):
    report = read("# 下半年重点工作\n\n## 河口镇\n\n改造人民路。")
    assert [(section.heading, section.start) for section in report.sections] == [("河口镇", 0)]


def test_a_document_without_text_is_refused():
    with pytest.raises(ReportError, match="holds no text"):
        read_report(Document("empty.md", " \n ", ""), reference=None, lexicon=LEXICON)


# --- Laws ----------------------------------------------------------------------------------------


@given(st.lists(PIECES, max_size=60).map("".join).filter(str.strip))
def test_every_record_stands_where_it_says(text):
    try:
        report = read_report(Document("t", text, ""), reference=date(2020, 8, 1), lexicon=LEXICON)
    except ReportError:
        return
    for record in (*report.tasks, *report.mentions, *report.times, *report.quantities):
        assert text[record.start : record.end] == record.surface
        assert record.surface


@given(st.lists(PIECES, max_size=60).map("".join).filter(str.strip))
def test_tasks_do_not_overlap_and_sections_leave_no_gap(text):
    try:
        report = read_report(Document("t", text, ""), reference=date(2020, 8, 1), lexicon=LEXICON)
    except ReportError:
        return
    spans = sorted((task.start, task.end) for task in report.tasks)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    joined = "".join(text[section.start : section.end] for section in report.sections)
    assert text[: report.sections[0].start].strip() == ""
    assert text[report.sections[0].start :] == joined


@given(st.lists(PIECES, max_size=40).map("".join).filter(str.strip))
def test_ids_that_records_name_exist(text):
    try:
        report = read_report(Document("t", text, ""), reference=None, lexicon=LEXICON)
    except ReportError:
        return
    mentions = {mention.id for mention in report.mentions}
    for task in report.tasks:
        assert set(task.places) <= mentions
        assert set(task.times) <= {time.id for time in report.times}
        assert set(task.quantities) <= {quantity.id for quantity in report.quantities}
        assert set(task.lists) <= {entry.id for entry in report.lists}
    for entry in report.lists:
        assert set(entry.members) <= mentions


def test_the_interface_is_plain_json_with_every_key_of_the_records(read):
    told = report_as_json(read("年底前完成人民路、和平路2条道路整治。"))
    again = json.loads(json.dumps(told, ensure_ascii=False))
    assert again == told
    assert set(told["tasks"][0]) == {
        field.name for field in dataclasses.fields(type(read("改造人民路。").tasks[0]))
    }
    assert told["tasks"][0]["due"] == "2020-12-31"


# --- Whole reports -------------------------------------------------------------------------------


def promises(report):
    """Return what a task promises, apart from its wording."""
    names = {mention.id: mention.name for mention in report.mentions}
    counts = {quantity.id: (quantity.min, quantity.max, quantity.unit) for quantity in report.quantities}
    return Counter(
        (
            task.zone,
            task.unit,
            tuple(sorted(names[place] for place in task.places)),
            tuple(sorted(counts[quantity] for quantity in task.quantities)),
            task.due,
            task.interval,
            task.status,
            task.category,
            task.hedge,
        )
        for task in report.tasks
    )


def test_our_restated_report_holds_every_task_of_the_real_one(reference, lexicon):
    day = date(2020, 8, 1)
    ours = read_report(read_document(OURS), reference=day, lexicon=lexicon)
    real = read_report(read_document(reference / "reports/erqi-2020-08.txt"), reference=day, lexicon=lexicon)
    assert promises(ours) == promises(real)


def test_our_restated_report_reads_as_it_did(lexicon, golden):
    report = read_report(
        dataclasses.replace(read_document(OURS), path="reports/erqi-2020-08.md"),
        reference=date(2020, 8, 1),
        lexicon=lexicon,
    )
    golden("erqi-2020-08.json", json.dumps(report_as_json(report), ensure_ascii=False, indent=1) + "\n")
