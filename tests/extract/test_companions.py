from __future__ import annotations

from itertools import pairwise

import pytest

from geo.extract.companions import companions
from geo.extract.names import find_names


def bare(text, patterns):
    names = find_names(text, 0, len(text), patterns)
    edges = [-1, *(at for at, mark in enumerate(text) if mark == "、"), len(text)]
    items = [(left + 1, right) for left, right in pairwise(edges)]
    found = companions(text, items, names, patterns)
    return [(text[name.start : name.end], name.kind) for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("临溪花园、瑞德名邦", [("瑞德名邦", "estate")]),
        ("临溪花园、外青阳即将招投标", [("外青阳", "estate")]),
        ("推进泉北园、龙江花园改造", [("泉北园", "estate")]),
        ("外青阳、仙马花园、老共和、岳北新村处于设计阶段", [("外青阳", "estate"), ("老共和", "estate")]),
    ],
)
def test_a_bare_item_beside_as_many_whole_names_is_a_place_like_them(text, expected, patterns):
    assert bare(text, patterns) == expected


@pytest.mark.parametrize(
    "text",
    [
        "临溪花园、绿化",
        "临溪花园、雨污分流",
        "临溪花园、停车位改造",
        "临溪花园、加装电梯",
        "临溪花园、社会资本",
        "长江路、综合管廊建设",
    ],
)
def test_a_word_for_a_thing_or_a_doing_is_no_place(text, patterns):
    assert bare(text, patterns) == []


def test_more_bare_items_than_whole_names_tell_nothing(patterns):
    assert bare("临溪花园、外青阳、老共和", patterns) == []


def test_names_of_several_kinds_tell_of_one_bare_item_only_where_they_are_twice_as_many(patterns):
    assert bare("凤凰渚、丰和立交、临溪花园", patterns) == [("凤凰渚", "poi")]
    assert bare("凤凰渚、丰和立交、老共和、临溪花园", patterns) == []
