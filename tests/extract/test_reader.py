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
from geo.extract.unwrap import FOLD, unwrap
from geo.io.assets import read_lexicon
from geo.io.documents import read_document
from geo.model import Document, PlaceRole, Status, TimeRole

OURS = Path(__file__).parents[2] / "reports" / "erqi-2020-08.md"
LEXICON = read_lexicon()
AUGUST = date(2020, 8, 1)
WORDS = """年底前 完成 人民路 、 东方大道 等5条道路 整治 , 。 ## 力争 9月 ( — ) “ ” 3个小区 已开工 的编制、
一环 号院 其余 以 为示范 2021年 A1"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n", "## 某区住建局\n", "\u3000", "\u200b", "\r\n"])
TEXTS = st.lists(PIECES, max_size=60).map("".join).filter(str.strip)
SENTENCES = (
    "年底前完成人民路、和平路2条道路整治。",
    "打通丰华街(人民路—金穗大道),长1.2公里。",
    "如不受汛情影响,9月底前改造阳光花园、幸福小区等5个小区。",
    "坚持以人民为中心,持续改善民生。",
    "每月2日开展夜市,力争年前引进2~3家企业。",
    "人民路已开工,其余三季度完工。",
    "改造老镇区,盯紧长三角重点企业。",
    "3月底前新建学校3所,11月31日前完成验收。",
    "7月30日,区政府召开会议,部署人民路整治。",
)
BODIES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n\n".join)


def read_text(text, reference=AUGUST):
    return read_report(Document("report.txt", text, ""), reference=reference, lexicon=LEXICON)


def read_or_refuse(text, reference=AUGUST):
    """Read a text, or give None where it holds nothing to read."""
    try:
        return read_text(text, reference)
    except ReportError:
        return None


def records(report, shift=0):
    """Give all records of a report with their places moved and their ids replaced by what they stand for."""
    everything = (
        *report.tasks,
        *report.mentions,
        *report.segments,
        *report.times,
        *report.quantities,
        *report.lists,
    )
    spans = {
        record.id: (record.start + shift, record.end + shift)
        for record in everything
        if hasattr(record, "start")
    }
    lists = {entry.id: tuple(spans[member] for member in entry.members) for entry in report.lists}
    known = {**spans, **lists, **dict.fromkeys((section.id for section in report.sections), "")}
    found = []
    for record in (*everything, *report.notices):
        told = dataclasses.asdict(record)
        if "start" in told:
            told |= {"start": told["start"] + shift, "end": told["end"] + shift}
        found.append({key: meant(value, known) for key, value in told.items() if key != "id"})
    return sorted(map(str, found))


def meant(value, known):
    if isinstance(value, tuple):
        return tuple(meant(item, known) for item in value)
    return known.get(value, value) if isinstance(value, str) else value


# --- What a report is made of --------------------------------------------------------------------


def test_a_report_keeps_its_text_its_file_and_its_day(read):
    report = read("改造人民路。\r\n")
    assert (report.text, report.path, report.date) == ("改造人民路。\r\n", "report.txt", AUGUST)


@pytest.mark.parametrize("text", ["", " \n ", "\u3000\n\u200b"])
def test_a_document_without_text_is_refused(text):
    with pytest.raises(ReportError, match=r"empty\.md: the report holds no text; give a file"):
        read_report(Document("empty.md", text, ""), reference=None, lexicon=LEXICON)


def test_a_text_without_headings_is_one_section(read):
    report = read("完成人民路整治。")
    assert [(section.unit, section.zone) for section in report.sections] == [(None, None)]


def test_a_committee_answers_for_its_zone_and_an_office_for_its_district(read):
    report = read(
        "## 湖滨新区管委会\n\n改造人民路。\n\n## 东城区商务局\n\n改造人民路。\n\n## 河口镇\n\n改造人民路。"
    )
    assert [section.zone for section in report.sections] == ["湖滨新区", "东城区", "河口镇"]


def test_a_title_alone_belongs_to_the_section_after_it(read):
    report = read("# 下半年重点工作\n\n## 河口镇\n\n改造人民路。")
    assert [(section.heading, section.start) for section in report.sections] == [("河口镇", 0)]


@pytest.mark.parametrize("text", ["## 年底前完成人民路整治工程的某局\n\n甲乙。", "# 改造人民路\n\n甲乙。"])
def test_a_heading_and_a_title_promise_nothing(text, read):
    assert read(text).tasks == ()


def test_the_places_of_a_heading_and_a_slogan_are_found_all_the_same(read):
    report = read("建设湖滨新区 振兴商贸  \n甲乙\n\n改造湖滨新区人民路。")
    assert [mention.name for mention in report.mentions] == ["湖滨新区", "湖滨新区", "人民路"]


def test_what_a_slogan_coins_is_no_place(read):
    report = read("## 湖滨镇\n\n产业兴镇 宜居美镇\n\n改造人民路。")
    assert [mention.name for mention in report.mentions] == ["湖滨镇", "人民路"]


def test_what_a_label_says_is_neither_place_nor_task(read):
    report = read("改造人民路。\n责任单位：城东街道、和平路社区\n地址：长江路12号\n电话：12345678")
    assert [mention.name for mention in report.mentions] == ["人民路"]
    assert len(report.tasks) == 1


def test_the_day_below_a_signature_is_no_deadline(read):
    report = read("改造人民路。\n\n2020年8月1日")
    assert [(time.role, time.due) for time in report.times] == [(TimeRole.EVENT, None)]


@pytest.mark.parametrize(
    "frame", ["公示期为8月10日至20日", "报名时间为8月10日至20日", "征集期自8月10日至20日"]
)
def test_the_days_of_a_procedure_are_no_deadline(frame, read):
    assert [time.due for time in read(f"改造人民路,{frame}。").times] == [None]


def test_a_time_that_has_passed_for_what_is_done_is_no_deadline_of_next_year(read):
    report = read("人民路已于3月完工。")
    assert [(time.interval, time.due) for time in report.times] == [
        ((date(2020, 3, 1), date(2020, 3, 31)), None)
    ]
    assert report.notices == ()


# --- The rules together --------------------------------------------------------------------------


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


def test_a_place_in_an_offices_name_is_the_offices(read):
    roles = {mention.name: mention.role for mention in read("东城区商务局要改造人民路。").mentions}
    assert roles == {"东城区": PlaceRole.ORG, "人民路": PlaceRole.TASK}


def test_slogans_ordinals_and_house_numbers_are_no_quantities(read):
    report = read("推进“三项工程、一项管理”,入选第二批试点,改造人民路37号院,提质一批商场。")
    assert report.quantities == ()


def test_a_range_is_a_quantity_with_two_ends(read):
    (quantity,) = read("引进2~3家合作平台。").quantities
    assert (quantity.min, quantity.max, quantity.unit, quantity.of) == (2, 3, "家", "合作平台")


def test_a_lead_belongs_to_the_promise_it_leads_to(read):
    report = read("以和平街12号院为示范楼院,委托设计院编制方案,年底前完成7个老旧小区改造。")
    assert [task.text for task in report.tasks] == [
        "以和平街12号院为示范楼院,委托设计院编制方案",
        "年底前完成7个老旧小区改造",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "推进三年行动计划。",
        "打造“三个文明”。",
        "贯彻十一届十次全会精神。",
        "推行一网通办。",
        "学习“枫桥”模式。",
        "金茂集团参加进博会。",
        "委托北建院编制。",
        "咨询电话:12345678。",
    ],
)
def test_plans_slogans_sessions_companies_and_events_are_nothing_on_a_map(text, read):
    report = read(text)
    assert (report.tasks, report.mentions, report.quantities, report.lists) == ((), (), (), ())
    assert all(time.due is None and time.interval is None for time in report.times)


@pytest.mark.parametrize(
    ("text", "surfaces"), [("改造和平街37号院。", ["和平街37号院"]), ("位于人民路的5G基站。", ["人民路"])]
)
def test_numbers_in_names_and_brands_are_no_count_and_no_time(text, surfaces, read):
    report = read(text)
    assert [mention.surface for mention in report.mentions] == surfaces
    assert (report.quantities, report.times) == ((), ())


# --- Laws ----------------------------------------------------------------------------------------


@given(TEXTS)
def test_every_record_stands_where_it_says(text):
    report = read_or_refuse(text)
    for record in (*report.tasks, *report.mentions, *report.times, *report.quantities) if report else ():
        assert text[record.start : record.end] == record.surface
        assert record.surface


@given(TEXTS)
def test_tasks_do_not_overlap_and_sections_leave_no_gap(text):
    report = read_or_refuse(text)
    if report is None:
        return
    spans = sorted((task.start, task.end) for task in report.tasks)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    joined = "".join(text[section.start : section.end] for section in report.sections)
    assert text[: report.sections[0].start].strip() == ""
    assert text[report.sections[0].start :] == joined


@given(TEXTS)
def test_ids_that_records_name_exist_and_are_unique(text):
    report = read_or_refuse(text, None)
    if report is None:
        return
    mentions = {mention.id for mention in report.mentions}
    for task in report.tasks:
        assert set(task.places) <= mentions
        assert set(task.times) <= {time.id for time in report.times}
        assert set(task.quantities) <= {quantity.id for quantity in report.quantities}
        assert set(task.lists) <= {entry.id for entry in report.lists}
    for entry in report.lists:
        assert set(entry.members) <= mentions
    for kept in (report.tasks, report.mentions, report.times, report.quantities, report.lists):
        assert len({record.id for record in kept}) == len(kept)


@given(TEXTS)
def test_a_task_lies_in_its_section(text):
    report = read_or_refuse(text)
    sections = {section.id: section for section in report.sections} if report else {}
    for task in report.tasks if report else ():
        assert sections[task.section].start <= task.start < task.end <= sections[task.section].end


@given(TEXTS)
def test_the_same_input_gives_the_same_output(text):
    assert read_or_refuse(text) == read_or_refuse(text)


@given(BODIES, BODIES)
def test_two_sections_read_together_are_as_each_read_alone(first, second):
    first, second = f"## 河口镇\n\n{first}\n\n", f"## 湖滨新区管委会\n\n{second}\n"
    together = records(read_text(first + second))
    alone = records(read_text(first)) + records(read_text(second), len(first))
    assert together == sorted(alone)


@given(BODIES)
def test_blank_lines_at_the_ends_only_move_the_records(text):
    assert records(read_text(f"\n\n{text}\n\n")) == records(read_text(text), 2)


@given(BODIES)
def test_line_ends_of_windows_change_no_words(text):
    texts = [task.text for task in read_text(text).tasks]
    assert [task.text for task in read_text(text.replace("\n", "\r\n")).tasks] == texts


@given(BODIES)
def test_full_width_and_half_width_mean_the_same(text):
    wide = text.translate(str.maketrans(",;:()1239", "，；：（）１２３９"))
    ours, theirs = read_text(text), read_text(wide)
    assert [task.text for task in theirs.tasks] == [task.text for task in ours.tasks]
    assert [(time.interval, time.due) for time in theirs.times] == [(t.interval, t.due) for t in ours.times]
    assert [mention.name for mention in theirs.mentions] == [mention.name for mention in ours.mentions]


@given(BODIES, st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_the_reports_day_changes_dates_and_nothing_else(text, reference):
    ours, theirs = read_text(text), read_text(text, reference)
    assert [mention.name for mention in theirs.mentions] == [mention.name for mention in ours.mentions]
    assert [quantity.surface for quantity in theirs.quantities] == [q.surface for q in ours.quantities]
    assert [time.surface for time in theirs.times] == [time.surface for time in ours.times]


@given(BODIES)
def test_without_a_day_nothing_whose_year_is_not_stated_is_due(text):
    assert all(task.due is None for task in read_text(text, None).tasks)


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


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("今年,城西区计划打通8条断头路。", date(2020, 12, 31)),
        ("今年全区计划实施道路项目9个。", date(2020, 12, 31)),
        ("今年对6条路段开展整治。", date(2020, 12, 31)),
        ("东湖公园北入口改造计划下半年启动。", date(2020, 12, 31)),
        ("今年对东关、西关2个街道的9个老旧小区进行改造。", date(2020, 12, 31)),
        ("今年城西区投资6800万元,对17条背街小巷进行改造。", date(2020, 12, 31)),
        ("因燃气管道改造,调整到下半年实施。", date(2020, 12, 31)),
        ("今年,全区共实施重点项目36个。", None),
        ("今年,城西区实施学校建设项目6个。", None),
        ("今年全区安排重点项目42个。", None),
        ("今年区内共安排9座人行天桥。", date(2020, 12, 31)),
        ("今年,市城管局还将对各片实施改造:东片改造长江路等18条道路。", date(2020, 12, 31)),
        ("今年,城西区对老旧管网进行集中改造。", None),
        ("另外2条列入明年计划。", None),
        ("今年,全区要办好10件实事。", date(2020, 12, 31)),
        ("上半年完成投资102亿元。", None),
        ("长江路快速化改造6月30日正式开工。", None),
        ("东湖小学均于5月开工。", None),
        ("东湖小学计划于5月开工。", date(2021, 5, 31)),
        ("上半年完成投资102亿元的目标将确保实现。", date(2021, 6, 30)),
        ("9月7日至9日高考期间暂停夜间施工。", None),
        ("东湖小学7月20日竣工交付。", None),
        ("东湖小学7月20日前竣工交付。", date(2021, 7, 20)),
        ("东湖小学将于7月20日竣工交付。", date(2021, 7, 20)),
    ],
)
def test_a_year_is_a_deadline_where_so_many_are_promised_and_none_where_they_are_told(text, due, read):
    (time,) = read(f"区里的工作\n\n{text}").times
    assert time.due == due


@pytest.mark.parametrize("text", ["请绕行长江路、黄河路。", "途经东湖街的车辆可绕行长江路。"])
def test_a_detour_is_no_place_that_is_worked_on(text, read):
    roles = {mention.name: mention.role.value for mention in read(text).mentions}
    assert roles["长江路"] == "context"


def test_a_sentence_of_nothing_but_a_comma_says_nothing():
    assert [task.text for task in read_text(",。3个小区").tasks] == ["3个小区"]


@given(TEXTS)
def test_blocks_hold_the_whole_text_in_the_order_of_reading(text):
    report = read_or_refuse(text)
    if report is None:
        return
    flat = unwrap(text)
    pieces = [piece for block in report.blocks for piece in block.pieces]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(pieces))
    read = ["".join(text[start:end] for start, end in block.pieces) for block in report.blocks]
    assert [block.translate(FOLD).replace("\u200b", "") for block in read] == flat.text.splitlines()


def test_a_block_keeps_what_reading_drops_and_loses_broken_lines_and_marks():
    report = read_text(
        "## 某区住建局\n\n今年要完成**彩虹路**👨\u200d👩整治,2021年\n\n3至6月完成东方路整治。\n"
    )
    read = ["".join(report.text[start:end] for start, end in block.pieces) for block in report.blocks]
    assert read == ["某区住建局", "今年要完成彩虹路👨\u200d👩整治,2021年3至6月完成东方路整治。"]
    assert [block.kind for block in report.blocks] == ["heading", "body"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("柳城今年拟建11处口袋公园\n\n近日,有关部门作了介绍。", date(2020, 12, 31)),
        ("柳城重点项目今年冲刺\n\n近日,有关部门作了介绍。", None),
        ("柳城今年整治工作\n\n近日,有关部门作了介绍。", None),
        ("今年,由市建设投资公司新建3个农贸市场。", date(2020, 12, 31)),
        ("穿山隧道2座(柳湖隧道,今年力争开建)。", date(2020, 12, 31)),
    ],
)
def test_a_year_is_a_deadline_where_a_headline_an_agent_or_brackets_promise(text, due, read):
    assert [time.due for time in read(text).times if time.surface == "今年"] == [due]


def test_a_month_before_the_reports_is_past_where_what_was_done_is_told(read):
    (time,) = read("市里于5月底公布了第一批名单。").times
    assert (time.due, time.interval) == (None, (date(2020, 5, 31), date(2020, 5, 31)))


def test_a_count_in_a_long_speech_is_a_quantity(read):
    report = read("“四个在建项目整体进度过半,计划月底完工。”负责人说。")
    assert [quantity.min for quantity in report.quantities] == [4]


@pytest.mark.parametrize(
    ("text", "day", "due"),
    [
        ("已经通车的有3条,其中长江路于3月5日通车。", date(2020, 9, 10), None),
        ("长江路4月初开工,正在铺设管网。", date(2020, 6, 27), None),
        ("长江路计划4月初开工。", date(2020, 6, 27), date(2021, 4, 10)),
        ("今年一季度完成投资1.72亿元。", date(2014, 3, 28), None),
        ("明年上半年建成长江路。", date(2023, 9, 18), date(2024, 6, 30)),
        ("2019年:长江路于10月30日开工。", date(2020, 1, 19), None),
        ("上半年已完成基础,本月将完成长江路路基。", date(2020, 7, 20), date(2020, 7, 31)),
        ("2022年,完成长江大道提档升级。", date(2021, 11, 8), date(2022, 12, 31)),
        ("今年,区政府投资近1200万元,对长江路等13条街巷进行改造。", date(2022, 9, 5), date(2022, 12, 31)),
        ("今年投资282万元,对8条街巷进行改造。目前8条街巷改造已完工。", date(2019, 9, 5), None),
        ("4月21日下午大雨过后,城管局派员巡查长江路。", date(2017, 4, 21), None),
        ("2019年度建设14个停车场。", date(2019, 6, 3), date(2019, 12, 31)),
    ],
)
def test_what_has_passed_is_told_from_what_is_to_come(text, day, due):
    report = read_report(Document("r.txt", "城东区工作进展\n\n" + text, ""), reference=day, lexicon=LEXICON)
    dues = {time.due for time in report.times if time.due}
    assert dues == ({due} if due else set())


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("长江市今年建32个停车场", date(2020, 12, 31)),
        ("长江今年9个老小区进行供热改造", date(2020, 12, 31)),
        ("长江今年全力办好10件民生实事", date(2020, 12, 31)),
        ("长江今年重点工作安排", None),
    ],
)
def test_a_headline_promises_where_it_counts_what_will_be_done(title, due):
    text = f"{title}\n\n工作正在开展。"
    report = read_report(Document("r.txt", text, ""), reference=AUGUST, lexicon=LEXICON)
    assert [time.due for time in report.times] == [due]


def test_what_began_in_a_quarter_that_has_passed_is_no_promise_where_one_says_how_far_it_is(read):
    report = read("一季度开工12个,二季度开工20个,截至6月底已完工15个,剩余17个10月底前完工。")
    assert [time.due for time in report.times if time.due] == [date(2020, 10, 31)]


def test_a_stretch_that_comes_again_every_year_is_due_on_no_day(read):
    [time] = read("每年3月至11月,对绿地进行养护。").times
    assert (time.due, time.rrule) == (None, "FREQ=YEARLY;BYMONTH=3,4,5,6,7,8,9,10,11")
    [time] = read("每年11月至3月,对道路除雪。").times
    assert time.rrule == "FREQ=YEARLY;BYMONTH=11,12,1,2,3"


def test_where_a_road_ends_is_a_detail_of_its_task(read):
    [task] = read("北环路南起解放路,北至滨河大道,全长1.8公里,目前完成60%,计划年底前通车。").tasks
    assert task.due == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("某区三季度城建工作推进情况\n\n近日,有关部门作了介绍。", None),
        ("某区三季度项目攻坚安排\n\n近日,有关部门作了介绍。", None),
        ("三季度完成长江路整治。", date(2020, 9, 30)),
    ],
)
def test_a_quarter_that_a_headline_is_about_promises_nothing(text, due, read):
    assert [time.due for time in read(text).times if time.surface == "三季度"] == [due]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("今年确定的88条背街小巷整治任务已全部完成。", None),
        ("据悉,青山州今年计划改造背街小巷105条。", date(2020, 12, 31)),
        ("会议提出,今年集中力量办好10件实事。", date(2020, 12, 31)),
    ],
)
def test_a_year_promises_what_is_to_be_done_in_it_and_not_what_is_done(text, due, read):
    assert [time.due for time in read(text).times if time.surface == "今年"] == [due]


@pytest.mark.parametrize(("text", "due"), [("全年", date(2020, 12, 31)), ("今年上半年", date(2020, 6, 30))])
def test_a_part_of_the_year_that_is_all_that_is_said_answers_by_when(text, due, read):
    [time] = read(text).times
    assert time.due == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("“五一”期间接待游客3万人次。", None),
        ("国庆期间接待游客3万人次。", date(2020, 10, 7)),
        ("“五一”期间将举办灯会。", date(2021, 5, 5)),
    ],
)
def test_a_festival_that_has_passed_and_promises_nothing_is_past(text, due, read):
    [time] = read(text).times
    assert time.due == due
