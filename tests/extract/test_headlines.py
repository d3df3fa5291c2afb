from __future__ import annotations

from datetime import date

import pytest

BODY = "工程涉及长江路、黄河路、淮河路,全长3公里。"


def dues(report):
    return [task.due for task in report.tasks]


def test_the_day_in_a_headline_reaches_the_list_that_it_counts(read):
    assert dues(read(f"东城区:3条道路年底前通车\n\n{BODY}")) == [date(2020, 12, 31)]


@pytest.mark.parametrize(
    "headline",
    [
        "东城区:5条河道年底前通水",
        "东城区:3条道路加快通车",
        "东城区:道路年底前通车",
        "东城区:3条道路、4座桥梁年底前通车",
    ],
)
def test_another_count_or_no_day_lends_nothing(headline, read):
    assert dues(read(f"{headline}\n\n{BODY}")) == [None]


def test_a_list_with_a_day_of_its_own_keeps_it(read):
    text = "东城区:3条道路年底前通车\n\n长江路、黄河路、淮河路3条道路9月底前通车。"
    assert dues(read(text)) == [date(2020, 9, 30)]


def test_the_first_item_of_a_list_below_is_not_the_whole(read):
    text = (
        "东城区:3条道路年底前通车\n\n一、长江路。正在施工。\n二、黄河路。正在施工。\n三、淮河路。正在施工。"
    )
    assert [task.due for task in read(text).tasks] == [None] * 3
