from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.times import as_event, find_times, promoted
from geo.extract.unwrap import FOLD
from geo.model import TimeRole, TimeType

AUGUST = date(2020, 8, 1)


def only(text, reference=AUGUST):
    (time,) = find_times(text, 0, len(text), reference=reference)
    return time


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("今年8至10月完成", date(2020, 8, 1), date(2020, 10, 31)),
        ("八至十月", date(2020, 8, 1), date(2020, 10, 31)),
        ("2021年3至6月", date(2021, 3, 1), date(2021, 6, 30)),
        ("9月完成", date(2020, 9, 1), date(2020, 9, 30)),
        ("8月中旬", date(2020, 8, 11), date(2020, 8, 20)),
        ("第四季度", date(2020, 10, 1), date(2020, 12, 31)),
        ("前三季度", date(2020, 1, 1), date(2020, 9, 30)),
        ("年底实现", date(2020, 12, 1), date(2020, 12, 31)),
        ("今年剩余的5个月", date(2020, 8, 1), date(2020, 12, 31)),
    ],
)
def test_an_interval_is_closed_and_read_against_the_reports_date(text, first, last):
    assert only(text).interval == (first, last)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("年底前", date(2020, 12, 31)),
        ("10月底前", date(2020, 10, 31)),
        ("明年6月底前", date(2021, 6, 30)),
        ("2020年10月31号前", date(2020, 10, 31)),
        ("二〇二一年三月底", date(2021, 3, 31)),
        ("春节前", date(2021, 2, 11)),
        ("国庆节前", date(2020, 9, 30)),
        ("“十四五”末", date(2025, 12, 31)),
        ("三年内", date(2023, 8, 1)),
        ("年内", date(2020, 12, 31)),
    ],
)
def test_a_deadline_is_the_last_allowed_day(text, due):
    assert only(text).due == due


def test_before_a_month_s_end_begins_at_the_reports_date():
    assert only("10月底前").interval == (AUGUST, date(2020, 10, 31))


def test_before_the_year_has_two_readings():
    time = only("年前")
    assert (time.due, time.alternatives) == (date(2020, 12, 31), (date(2021, 2, 11),))
    assert time.notice.kind == "two_readings"


def test_a_month_before_the_reports_is_next_years_and_said_so():
    time = only("3月底前", date(2020, 12, 20))
    assert time.due == date(2021, 3, 31)
    assert time.notice.kind == "next_year"
    assert "2021" in time.notice.message


def test_an_impossible_day_is_reported_and_not_mended():
    time = only("11月31日前")
    assert time.due is None
    assert time.notice.kind == "impossible_date"


def test_days_of_every_month_are_a_rule():
    time = only("每月2日、7日、27日")
    assert (time.type, time.rrule, time.due) == (TimeType.SET, "FREQ=MONTHLY;BYMONTHDAY=2,7,27", None)


@pytest.mark.parametrize("text", ["三年行动计划", "三年攻坚行动", "尽快完成", "适时启动"])
def test_names_of_plans_and_vague_words_set_no_day(text):
    assert [time.due for time in find_times(text, 0, len(text), reference=AUGUST)] == [None]


@pytest.mark.parametrize(
    "text", ["二七", "G107", "十一届十次", "2021第8号", "37号院", "13月完成", "公园1872", "一年一度"]
)
def test_what_only_looks_like_a_time_is_none(text):
    assert find_times(text, 0, len(text), reference=AUGUST) == []


def test_without_the_reports_date_nothing_is_made_up():
    time = only("年底前完成", None)
    assert (time.due, time.interval) == (None, None)
    assert time.notice is not None


def test_without_the_reports_date_a_stated_year_still_counts():
    assert only("2021年3至6月", None).due == date(2021, 6, 30)


def test_a_frame_becomes_a_deadline_only_when_it_is_promoted():
    frame = only("下半年")
    assert (frame.role, frame.due) == (TimeRole.HORIZON, None)
    assert promoted(frame).due == date(2020, 12, 31)


def test_an_event_is_not_after_the_report():
    assert as_event(only("9月30日"), AUGUST).interval == (date(2019, 9, 30), date(2019, 9, 30))


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_a_deadline_without_a_year_is_never_before_the_reports_month(reference):
    for text in ("3月底前", "9月", "一季度", "8至10月", "春节前", "年底前", "年前"):
        due = only(text, reference).due
        assert (due.year, due.month) >= (reference.year, reference.month)


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
