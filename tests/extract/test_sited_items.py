from __future__ import annotations

import pytest


def lists(report):
    names = {mention.id: mention.surface for mention in report.mentions}
    return [([names[member] for member in entry.members], entry.count) for entry in report.lists]


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        (
            "改造3个积水点,分别位于长江路黄河路东北角、长江路淮河路交会口西侧、长江路北侧。",
            ["长江路", "长江路", "长江路"],
            3,
        ),
        (
            "新建4座口袋公园。\n选址分别为:长江路与黄河路交叉口、柳湖桥东侧、珠江路方井村、淮河路旁。",
            ["长江路", "柳湖桥", "方井村", "淮河路"],
            4,
        ),
    ],
)
def test_each_item_of_a_list_of_sites_is_one_place(text, members, count, read):
    assert (members, count) in lists(read(text))


def test_the_pieces_of_a_list_of_sites_are_no_lists_of_their_own(read):
    report = read("新建3座口袋公园,分别位于长江路与黄河路交叉口、柳湖桥东侧、珠江路方井村。")
    assert [count for _, count in lists(report)] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "改造4个积水点,分别位于长江路黄河路东北角、长江路淮河路交会口西侧、长江路北侧。",
        "改造3个积水点,分别位于长江路黄河路东北角、某厂门前、长江路北侧。",
    ],
)
def test_items_that_are_not_as_many_or_name_nothing_are_no_list_of_sites(text, read):
    assert not [count for _, count in lists(read(text)) if count]
