from __future__ import annotations

import pytest

from geo.extract.names import find_names
from geo.extract.segments import find_segments


def segments(text, patterns):
    found = find_segments(text, find_names(text, 0, len(text), patterns), patterns)
    return [
        tuple(text[name.start : name.end] for name in (part.road, part.from_place, part.to_place))
        for part in found
    ]


EXPECTED = [("长江路", "人民路", "金穗大道")]


@pytest.mark.parametrize(
    "text",
    [
        "打通长江路(人民路—金穗大道)",
        "打通长江路(人民路——金穗大道)",
        "打通长江路(人民路-金穗大道)",
        "打通长江路(人民路–金穗大道)",
        "打通长江路(人民路~金穗大道)",
        "打通长江路(人民路至金穗大道)",
        "打通长江路(人民路到金穗大道)",
        "打通长江路(人民路至金穗大道段)",
        "打通长江路人民路至金穗大道",
        "打通长江路人民路至金穗大道段",
        "长江路人民路到金穗大道区间改造",
    ],
)
def test_a_road_has_its_two_ends_in_brackets_or_right_after_it(text, patterns):
    assert segments(text, patterns) == EXPECTED


def test_each_road_of_a_list_has_its_own_ends(patterns):
    text = "改造长江路(人民路—和平路)、黄山路(解放路—东风路)2条道路"
    assert segments(text, patterns) == [("长江路", "人民路", "和平路"), ("黄山路", "解放路", "东风路")]


def test_one_bracket_may_give_several_pieces_of_a_road(patterns):
    text = "整治长江路(人民路—和平路、解放路—东风路段)和黄山路(人民路—解放路)"
    assert segments(text, patterns) == [
        ("长江路", "人民路", "和平路"),
        ("长江路", "解放路", "东风路"),
        ("黄山路", "人民路", "解放路"),
    ]


@pytest.mark.parametrize("text", ["长江路(人民路、和平路)", "长江路(全长3公里、宽20米)"])
def test_a_bracket_without_ends_gives_no_piece(text, patterns):
    assert segments(text, patterns) == []


def test_an_end_may_be_any_place(patterns):
    text = "打通长江路(京沪铁路桥洞—阳光花园)"
    found = find_segments(text, find_names(text, 0, 3 + 2, patterns), patterns)
    assert [(part.from_place.kind, part.to_place.kind) for part in found] == [("poi", "estate")]


def test_the_end_at_a_crossing_is_its_first_road_and_the_other_is_kept(patterns):
    text = "打通长江路(人民路与东湖路交叉口—东风路)"
    (segment,) = find_segments(text, find_names(text, 0, len(text), patterns), patterns)
    assert text[segment.from_place.start : segment.from_place.end] == "人民路"
    assert [text[name.start : name.end] for name in segment.crossing] == ["东湖路"]


def test_a_joining_character_inside_a_roads_name_does_not_cut_it(patterns):
    text = "打通长江路(人民路与和平路交叉口—永和路)"
    (segment,) = find_segments(text, find_names(text, 0, len(text), patterns), patterns)
    assert [text[name.start : name.end] for name in segment.crossing] == ["和平路"]
    assert text[segment.to_place.start : segment.to_place.end] == "永和路"


def test_a_segment_ends_with_the_words_for_its_ends(patterns):
    text = "打通长江路(人民路—金穗大道)工程"
    (segment,) = find_segments(text, find_names(text, 0, len(text), patterns), patterns)
    assert text[: segment.end] == "打通长江路(人民路—金穗大道)"


@pytest.mark.parametrize(
    "text",
    [
        "改造长江路(长1.2公里)",
        "改造长江路(含人行道)",
        "长江路(原人民路)",
        "阳光花园(人民路—和平路)",
        "改造长江路,人民路至和平路",
        "长江路(人民路—和平路—东风路)",
    ],
)
def test_other_words_in_brackets_or_apart_are_no_ends(text, patterns):
    assert segments(text, patterns) == []


def test_an_end_that_is_only_a_crossing_is_an_end(read):
    report = read("改造桂花街(路口至绵兴西路)。")
    assert [segment.road for segment in report.segments] == [report.mentions[0].id]


@pytest.mark.parametrize(
    "text",
    [
        "打通东岗路(北起丽新路,南至周山路)。",
        "打通东岗路(自丽新路至周山路)。",
        "打通东岗路,北起丽新路,南至周山路。",
        "打通东岗路丽新路至周山路段。",
    ],
)
def test_the_ends_may_be_told_by_where_the_road_begins_and_ends(text, read):
    report = read(text)
    names = {mention.id: mention.name for mention in report.mentions}
    assert [(names[s.road], names[s.from_place], names[s.to_place]) for s in report.segments] == [
        ("东岗路", "丽新路", "周山路")
    ]


def test_an_end_is_the_whole_name_before_the_word_for_a_section(read):
    report = read("打通河柳街九都西路至滨河北路段。")
    assert [mention.name for mention in report.mentions] == ["河柳街", "九都西路", "滨河北路"]


def test_ends_without_a_suffix_are_told_by_the_stretch_that_they_bound(patterns):
    assert segments("推进沪阳高速公路景安至文阳段", patterns) == [("沪阳高速公路", "景安", "文阳")]
    assert segments("推进G235清口至澄河、东山大桥", patterns) == [("G235", "清口", "澄河")]
    assert segments("长江路开工至完成段", patterns) == []


def test_how_far_beyond_its_end_a_stretch_goes_is_no_part_of_the_end(patterns):
    assert segments("长江路(黄河大街至黄河大街北200米)", patterns) == [("长江路", "黄河大街", "黄河大街")]
