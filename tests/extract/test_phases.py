from __future__ import annotations

import pytest

from geo.extract.phases import find_phased


def phased(text, patterns):
    return [text[name.start : name.end] for name in find_phased(text, 0, len(text), patterns)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("泰江电机二期工程", ["泰江电机二期"]),
        ("加快建设柳营一期,年底完工", ["柳营一期"]),
        ("柳营谷第三期、体育公园二期", ["柳营谷第三期", "体育公园二期"]),
    ],
)
def test_what_stands_before_a_phase_is_a_name(text, expected, patterns):
    assert phased(text, patterns) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进项目一期",
        "管网改造二期工程",
        "建设一期",
        "第一期培训",
        "某路施工一期间",
        "分二期实施",
        "综合配套三期",
    ],
)
def test_a_word_for_a_thing_or_a_doing_has_no_name_by_its_phase(text, patterns):
    assert phased(text, patterns) == []
