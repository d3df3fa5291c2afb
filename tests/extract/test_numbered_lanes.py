from __future__ import annotations

import pytest

from geo.extract.numbered_lanes import find_numbered_lanes


def lanes(text, patterns):
    found = find_numbered_lanes(text, 0, len(text), patterns)
    return [(text[name.start : name.end], name.full) for name in found]


def test_lanes_of_a_run_take_their_name_from_the_first(patterns):
    assert lanes("完成南湖一条、二条和三条路面硬化", patterns) == [
        ("南湖一条", None),
        ("二条", "南湖二条"),
        ("三条", "南湖三条"),
    ]


@pytest.mark.parametrize(
    "text", ["南湖一条路面硬化", "新建一条、改造二条道路", "一是修路一条、二条", "打通长江路等一条、二条道路"]
)
def test_one_by_itself_and_what_counts_roads_is_no_lane(text, patterns):
    assert lanes(text, patterns) == []
