from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.unwrap import FOLD, BlockKind, unwrap

PIECES = st.sampled_from(
    [
        "完成东方",
        "路整治",
        "。",
        ",",
        "\n",
        "\n\n",
        "## 某局",
        "  \n",
        "（一）",
        "\u3000",
        "\u200b",
        "**",
        "1.",
        "A",
        "“",
        "”",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def kinds(text):
    return [block.kind for block in unwrap(text).blocks]


# --- Broken lines --------------------------------------------------------------------------------


def test_a_sentence_broken_by_a_blank_line_is_joined():
    assert unwrap("今年要完成彩虹路的整治,2021年\n\n3至6月完成东方路整治。").text == (
        "今年要完成彩虹路的整治,2021年3至6月完成东方路整治。\n"
    )


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n"])
def test_line_ends_of_every_kind_and_blank_lines_break_alike(break_):
    assert unwrap(f"完成长江路,黄{break_}河路整治。").text == "完成长江路,黄河路整治。\n"


def test_a_paragraph_that_ends_like_a_sentence_is_not_joined():
    assert len(unwrap("完成东方路整治。\n\n加快建设。").blocks) == 2


@pytest.mark.parametrize("end", list("。!?;:”)》") + list("！？；：）"))
def test_a_line_that_ends_like_a_sentence_is_whole(end):
    assert len(unwrap(f"完成长江路、黄河路整治{end}\n加快建设。").blocks) == 2


def test_a_short_line_without_a_mark_inside_is_no_broken_sentence():
    assert len(unwrap("开头,有话。\n\n重点任务\n改造长江路。").blocks) == 3


def test_a_long_line_without_a_mark_inside_goes_on():
    long = "甲" * 20
    assert len(unwrap(f"开头,有话。\n{long}\n乙乙乙。").blocks) == 2


def test_rows_of_a_table_are_never_joined():
    assert len(unwrap("开头,有话。\n长江路,北\t200个\n黄河路,南\t300个").blocks) == 3


@pytest.mark.parametrize("mark", ["1.", "2、", "3)", "- ", "• ", "（一）", "一、", "十二、"])
def test_a_list_item_begins_a_block_of_its_own(mark):
    assert len(unwrap(f"办好实事,包括下列十件民生方面的事情,\n{mark}新建道路8条,").blocks) == 2


def test_items_of_a_list_stay_apart():
    assert len(unwrap("办好实事,包括下列十件民生方面的事情,\n1.新建道路8条\n2.新建学校2所").blocks) == 3


def test_a_number_with_a_decimal_is_no_list_item():
    assert len(unwrap("完成长江路、黄河路整治,新建道路\n1.5公里。").blocks) == 1


# --- Kinds of block ------------------------------------------------------------------------------


def test_a_heading_is_not_joined_to_what_follows():
    assert kinds("## 某局\n\n完成东方路整治,加快建设\n\n东方大厦。") == [BlockKind.HEADING, BlockKind.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "## 某局",
        "###某局",
        "【某某局】",
        "**某某局**",
        "一、道路建设",
        "（二）小区改造",
        "第三章 道路建设",
        "第一部分道路",
    ],
)
def test_a_heading_is_told_by_its_mark_or_its_number(line):
    assert kinds(f"开头,有话。\n{line}\n改造长江路。")[1] is BlockKind.HEADING


@pytest.mark.parametrize(
    "line", ["一、改造长江路,年底前完成。", "（一）新建道路8条", "一、" + "甲" * 40, "#标签#,甲乙。"]
)
def test_a_numbered_sentence_is_no_heading(line):
    expected = BlockKind.HEADING if line.startswith("#") else BlockKind.BODY
    assert kinds(f"开头,有话。\n{line}\n改造长江路。")[1] is expected


def test_the_marks_of_a_heading_are_dropped_and_its_number_stays():
    flat = unwrap("## 某局\n\n**甲乙丙**\n\n一、甲乙")
    assert [flat.text[block.start : block.end] for block in flat.blocks] == ["某局", "甲乙丙", "一、甲乙"]


def test_lines_with_a_hard_break_are_slogans_and_stay_apart():
    assert kinds("强产业 增投资  \n加速发展\n\n完成东方路整治。") == [
        BlockKind.SLOGAN,
        BlockKind.SLOGAN,
        BlockKind.BODY,
    ]


@pytest.mark.parametrize(
    "line", ["责任单位：区住建局", "牵头部门:某局", "联系电话：12345", "咨询电话:12345", "地址：长江路12号"]
)
def test_a_label_is_no_sentence(line):
    assert kinds(f"改造长江路。\n{line}\n改造黄河路。") == [BlockKind.BODY, BlockKind.LABEL, BlockKind.BODY]


@pytest.mark.parametrize("line", ["# 某市,某局的安排", "某市住建局:今年的安排"])
def test_a_top_heading_or_a_short_first_line_without_commas_is_the_title(line):
    assert kinds(f"{line}\n\n3月4日,某局通报。")[0] is BlockKind.TITLE


@pytest.mark.parametrize("line", ["完成长江路、黄河路整治,年底前完工。", "甲" * 41])
def test_a_sentence_or_a_long_line_is_no_title(line):
    assert kinds(f"{line}\n\n3月4日,某局通报。")[0] is BlockKind.BODY


def test_a_text_of_one_line_has_no_title():
    assert kinds("改造长江路") == [BlockKind.BODY]


# --- Folding -------------------------------------------------------------------------------------


def test_full_width_and_wide_spaces_are_folded_in_place():
    assert unwrap("完成９月（东方路）　整治。").text == "完成9月(东方路) 整治。\n"


def test_folding_keeps_the_length_of_every_text():
    forms = "".join(map(chr, FOLD))
    assert len(forms.translate(FOLD)) == len(forms)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert text.translate(FOLD).translate(FOLD) == text.translate(FOLD)


def test_characters_without_width_are_dropped_and_offsets_still_lead_back():
    original = "东\u200b方路"
    flat = unwrap(original)
    start, end = flat.origin_span(0, 3)
    assert flat.text == "东方路\n"
    assert original[start:end] == original


@pytest.mark.parametrize("dropped", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "**"])
def test_what_has_no_width_and_bold_marks_are_dropped(dropped):
    assert unwrap(f"完成东方{dropped}路整治,年底。").text == "完成东方路整治,年底。\n"


@pytest.mark.parametrize("text", ["", " \n\n\t", "\u3000\n", "\r\n\r\n"])
def test_a_text_without_anything_has_no_blocks(text):
    assert unwrap(text).blocks == ()
    assert unwrap(text).text == ""


# --- Laws ----------------------------------------------------------------------------------------


@given(TEXTS)
def test_every_flat_character_leads_to_the_one_it_was(original):
    flat = unwrap(original)
    for block in flat.blocks:
        for position in range(block.start, block.end):
            start, end = flat.origin_span(position, position + 1)
            assert end == start + 1
            assert unwrap(f"字{original[start]}字").text.strip("\n") == f"字{flat.text[position]}字"


@given(st.text(max_size=80))
def test_every_flat_character_of_any_text_leads_to_the_one_it_was(original):
    flat = unwrap(original)
    for block in flat.blocks:
        for position in range(block.start, block.end):
            assert original[flat.origin(position)].translate(FOLD) == flat.text[position]


@given(TEXTS)
def test_offsets_rise_with_the_text(original):
    flat = unwrap(original)
    origins = [flat.origin(p) for block in flat.blocks for p in range(block.start, block.end)]
    assert origins == sorted(set(origins))


@given(TEXTS)
def test_blocks_stand_one_after_the_other_and_are_parted_by_line_feeds(original):
    flat = unwrap(original)
    assert "".join(flat.text[block.start : block.end] + "\n" for block in flat.blocks) == flat.text
    assert all("\n" not in flat.text[block.start : block.end] for block in flat.blocks)


@given(
    st.lists(PIECES.filter(lambda piece: piece not in ("**", "## 某局", "  \n")), max_size=40).map("".join)
)
def test_unwrapping_a_joined_paragraph_changes_nothing_more(original):
    for block in (flat := unwrap(original)).blocks:
        once = flat.text[block.start : block.end]
        assert unwrap(f"字,{once}").text == f"字,{once}\n"


@given(TEXTS)
def test_a_text_in_half_width_reads_as_in_full_width(original):
    widths = {half: full for full, half in FOLD.items() if chr(half) not in " #*"}
    assert unwrap(original.translate(widths)).text == unwrap(original).text


def test_a_table_of_markdown_has_a_row_a_line_and_tabs_between_its_cells():
    flat = unwrap("进展如下\n| 项目 | 时限 |\n|---|---|\n| 长江路 | 9月底 |\n| 黄河路 | 年底 |\n")
    rows = [flat.text[block.start : block.end] for block in flat.blocks]
    assert [row.split() for row in rows[-3:]] == [["项目", "时限"], ["长江路", "9月底"], ["黄河路", "年底"]]
    assert all("\t" in row for row in rows[-3:])
