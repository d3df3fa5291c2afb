from __future__ import annotations

import pytest

from geo.extract.boundaries import find_cuts, name_start, run_start


def start_of(text, suffix, patterns, *, shortest=0):
    """Return what stands from the start of the name on that the last suffix of a text ends."""
    at = text.rindex(suffix)
    cuts = find_cuts(text, 0, len(text), patterns)
    return text[name_start(text, 0, at, patterns, cuts, shortest=shortest) : at + len(suffix)]


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("启动工业路", "路", "工业路"),
        ("加快推进滨河路", "路", "滨河路"),
        ("完成首条长江路", "路", "长江路"),
        ("整治:长江路", "路", "长江路"),
        ("改造的长江路", "路", "长江路"),
        ("有序建设长江路", "路", "长江路"),
    ],
)
def test_a_name_begins_after_the_last_word_that_no_name_begins_with(text, suffix, expected, patterns):
    assert start_of(text, suffix, patterns, shortest=1) == expected


def test_of_overlapping_words_the_leftmost_and_longest_cuts(patterns):
    text = "启动工业路"
    assert find_cuts(text, 0, len(text), patterns) == {2: 0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以东方路", "东方路"),
        ("在和平路", "和平路"),
        ("人和路", "人和路"),
        ("永和路", "永和路"),
        ("长江路和黄河路", "黄河路"),
        ("长江路与人和路", "人和路"),
        ("长江路及江路", "江路"),
    ],
)
def test_a_boundary_of_one_character_leaves_two_or_follows_a_name(text, expected, patterns):
    assert start_of(text, "路", patterns, shortest=1) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("改造、人和和路", "人和和路"), ("改造、以东方路", "东方路")],
)
def test_in_an_item_only_a_preposition_at_its_head_cuts(text, expected, patterns):
    assert start_of(text, "路", patterns, shortest=1) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("改造5条长江路", "长江路"), ("打通十二条长江路", "长江路"), ("新建3处江滨路", "江滨路")],
)
def test_a_name_begins_after_a_count(text, expected, patterns):
    assert start_of(text, "路", patterns, shortest=1) == expected


@pytest.mark.parametrize("text", ["建设路", "解放东路", "改造二路"])
def test_a_cut_leaves_more_than_a_direction_or_a_number(text, patterns):
    assert start_of(text, "路", patterns, shortest=1) == text


def test_a_name_has_at_least_the_shortest_length(patterns):
    assert start_of("推进路", "路", patterns, shortest=1) == "推进路"
    assert start_of("推进路", "路", patterns, shortest=0) == "路"


@pytest.mark.parametrize(
    ("text", "start"),
    [("甲,乙丙", 2), ("甲的乙丙", 2), ("甲等乙丙", 2), ("甲·乙丙", 0), ("甲_乙", 2), ("", 0)],
)
def test_no_name_reaches_over_punctuation_or_a_particle(text, start):
    assert run_start(text, 0, len(text)) == start


def test_a_name_is_never_longer_than_sixteen_characters_before_its_suffix(patterns):
    assert len(start_of("甲乙丙丁" * 10 + "路", "路", patterns)) <= 17
