from __future__ import annotations

from datetime import date

import pytest


def steps(report):
    return [(task.text, task.due) for task in report.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "长江路9月开工、年底通车。",
            [("长江路9月开工", date(2020, 9, 30)), ("年底通车", date(2020, 12, 31))],
        ),
        (
            "长江路计划9月底前开工、力争12月底前通车。",
            [("长江路计划9月底前开工", date(2020, 9, 30)), ("力争12月底前通车", date(2020, 12, 31))],
        ),
        (
            "长江路9月底前、黄河路年底前通车。",
            [("长江路9月底前", date(2020, 9, 30)), ("黄河路年底前通车", date(2020, 12, 31))],
        ),
    ],
)
def test_a_step_with_a_day_of_its_own_is_a_task_of_its_own(text, expected, read):
    assert steps(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "9月、10月底前完成长江路改造",
        "长江路、黄河路分别于9月底、年底前通车",
        "年底前完成长江路、黄河路改造",
        "长江路(9月开工、年底通车)改造",
        "长江路每月5日、25日洒水",
    ],
)
def test_what_is_no_step_is_not_cut_off(text, read):
    assert [task for task, _ in steps(read(f"{text}。"))] == [text]


def test_the_days_of_several_places_in_turn_end_with_the_last(read):
    assert steps(read("东苑小区、西苑小区分别于9月、11月开工。")) == [
        ("东苑小区、西苑小区分别于9月、11月开工", date(2020, 11, 30))
    ]
