from __future__ import annotations

import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import find_times
from geo.extract.unwrap import FOLD
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)
WORDS = """年 月 日 底 前 初 末 内 至 9 12 30 2021年 3 三 十 二〇二一年 明年 每 周 五 季度 上半 旬 春节 国庆
期间 起 截至 即日起 尽快 行动计划 “十四五” 个月 ， 、 路 本"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=16).map("".join)


def surfaces(text, times):
    return [text[time.start : time.end] for time in times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月底前启动,年底前完成", ["9月底前", "年底前"]),
        ("2021年3至6月,每周五", ["2021年3至6月", "每周五"]),
        ("明年6月底前", ["明年6月底前"]),
        ("2020年10月31日前", ["2020年10月31日前"]),
        ("9月10日至20日", ["9月10日至20日"]),
        ("到2025年底,三年行动计划", ["2025年底", "三年"]),
    ],
)
def test_the_more_particular_rule_goes_first_and_takes_the_whole_words(text, expected, times_of):
    assert surfaces(text, times_of(text)) == expected


@pytest.mark.parametrize("text", ["尽快", "适时", "近期", "尽早", "早日", "近日", "日前"])
def test_a_vague_word_sets_no_day(text, time_of):
    time = time_of(text)
    assert (time.type, time.role) == (TimeType.VAGUE, TimeRole.VAGUE)
    assert (time.due, time.interval) == (None, None)


@pytest.mark.parametrize("text", ["三年行动计划", "三年攻坚行动", "尽快完成", "适时启动"])
def test_names_of_plans_and_vague_words_set_no_day(text, time_of):
    assert time_of(text).due is None


@pytest.mark.parametrize(
    "text",
    [
        "二七",
        "G107",
        "十一届十次",
        "第六届三次会议",
        "2021第8号",
        "政发〔2023〕12号",
        "37号院",
        "13月完成",
        "公园1872",
        "一年一度",
        "12345热线",
        "5G基站",
        "一网通办",
        "三个一百",
        "电话0371-63000000",
        "1-6号楼",
        "K1+200",
        "待批复后",
        "条件成熟时",
        "汛期前",
        "一期、二期工程",
    ],
)
def test_what_only_looks_like_a_time_is_none(text, times_of):
    assert times_of(text) == []


@pytest.mark.parametrize("text", ["2020年6月底前", "今年7月31日前", "去年底", "2019年三季度", "2018年5月1日"])
def test_what_was_over_before_the_report_is_an_event_and_never_due(text, time_of):
    time = time_of(text)
    assert (time.role, time.due, time.alternatives) == (TimeRole.EVENT, None, ())


@pytest.mark.parametrize(
    "text", ["年底前完成", "3月底前", "春节前", "三年内", "年前", "9月", "今年", "下半年", "本周五前"]
)
def test_without_the_reports_date_nothing_is_made_up(text, time_of):
    time = time_of(text, None)
    assert (time.due, time.interval, time.alternatives) == (None, None, ())
    assert time.notice.kind == "year_unknown"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2021年3至6月", date(2021, 6, 30)),
        ("2021年底前", date(2021, 12, 31)),
        ("二〇二一年三月底", date(2021, 3, 31)),
        ("2025.6.30", date(2025, 6, 30)),
        ("“十四五”末", date(2025, 12, 31)),
        ("2021年春节前", date(2021, 2, 11)),
    ],
)
def test_without_the_reports_date_a_stated_year_still_counts(text, due, time_of):
    assert time_of(text, None).due == due


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_a_deadline_without_a_year_is_never_before_the_reports_month(reference):
    for text in ("3月底前", "9月", "一季度", "8至10月", "春节前", "年底前", "年前"):
        (time,) = find_times(text, 0, len(text), reference=reference)
        assert (time.due.year, time.due.month) >= (reference.year, reference.month)


@given(TEXTS, st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_times_stand_in_order_inside_the_text_and_do_not_overlap(text, reference):
    times = find_times(text, 0, len(text), reference=reference)
    edges = [edge for time in times for edge in (time.start, time.end)]
    assert edges == sorted(edges)
    assert all(0 <= time.start < time.end <= len(text) for time in times)


@given(TEXTS, st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_a_due_day_is_the_last_of_its_interval_and_not_before_the_report(text, reference):
    for time in find_times(text, 0, len(text), reference=reference):
        if time.due is not None:
            assert time.due == time.interval[1]
            assert time.due >= reference
            assert time.role is TimeRole.DEADLINE


def test_no_time_depends_on_today(monkeypatch, times_of):
    class NoToday(date):
        @classmethod
        def today(cls):
            raise AssertionError("a rule asked for today")

    for name, module in list(sys.modules.items()):
        if name.startswith("geo.extract") and getattr(module, "date", None) is date:
            monkeypatch.setattr(module, "date", NoToday)
    text = "今年8至10月,年底前,3月5日前,春节前,年前,三季度,三年内,本周内,每周五,“十四五”末,去年底"
    assert len(times_of(text)) == 11


@given(TEXTS, TEXTS)
def test_what_stands_before_and_after_a_comma_is_read_alone(left, right):
    text = f"{left}。{right}"
    both = find_times(text, 0, len(text), reference=AUGUST)
    shift = len(left) + 1
    alone = find_times(left, 0, len(left), reference=AUGUST)
    after = find_times(right, 0, len(right), reference=AUGUST)
    spans = [(t.start, t.end, t.due) for t in alone] + [
        (t.start + shift, t.end + shift, t.due) for t in after
    ]
    assert [(t.start, t.end, t.due) for t in both] == spans


@given(TEXTS)
def test_a_stretch_is_read_without_what_lies_beyond_it(text):
    padded = f"。{text}。"
    alone = find_times(text, 0, len(text), reference=AUGUST)
    inside = find_times(padded, 1, len(text) + 1, reference=AUGUST)
    assert [(t.start + 1, t.end + 1, t.interval) for t in alone] == [
        (t.start, t.end, t.interval) for t in inside
    ]


def test_the_known_idioms_are_read_as_a_person_reads_them(reference):
    wrong = []
    cases = json.loads((reference / "gold/deadlines.json").read_text(encoding="utf-8"))["cases"]
    for case in cases:
        text = case["input"].translate(FOLD)
        found = find_times(text, 0, len(text), reference=date.fromisoformat(case["report_date"]))
        due = str(found[0].due) if found and found[0].due else None
        if due not in (case["due"], *case["also_accept_due"]):
            wrong.append((case["input"], case["due"], due))
    assert wrong == []
