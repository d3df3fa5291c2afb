from __future__ import annotations

from datetime import date

import pytest


def due_days(report):
    return {time.surface: time.due for time in report.times}


@pytest.mark.parametrize(
    ("text", "surface", "due"),
    [
        ("9月10日前完成主道路通车,15日全面完工。", "15日", date(2020, 9, 15)),
        ("9月1日开工,20日前完工。", "20日前", date(2020, 9, 20)),
        ("计划分别于9月10日、15日开工。", "15日", date(2020, 9, 15)),
    ],
)
def test_a_day_without_a_month_takes_that_of_the_day_before_it(text, surface, due, read):
    assert due_days(read(text))[surface] == due


def test_a_day_behind_one_that_has_passed_has_passed(read):
    assert due_days(read("7月10日开工,15日停工。"))["15日"] is None


@pytest.mark.parametrize(
    "text",
    [
        "9月10日开工,15日内完工。",
        "9月20日开工,15日完工。",
        "9月底前开工,15日完工。",
        "9月1日开工。15日完工。",
        "9月1日至15日施工,30日报送。",
    ],
)
def test_no_month_is_made_up(text, read):
    assert not {"15日", "30日"} & due_days(read(text)).keys()
