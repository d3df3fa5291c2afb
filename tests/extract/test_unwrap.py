from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.extract.unwrap import BlockKind, unwrap

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


def test_a_sentence_broken_by_a_blank_line_is_joined():
    assert unwrap("今年要完成彩虹路的整治,2021年\n\n3至6月完成东方路整治。").text == (
        "今年要完成彩虹路的整治,2021年3至6月完成东方路整治。\n"
    )


def test_a_paragraph_that_ends_like_a_sentence_is_not_joined():
    assert len(unwrap("完成东方路整治。\n\n加快建设。").blocks) == 2


def test_a_heading_is_not_joined_to_what_follows():
    kinds = [block.kind for block in unwrap("## 某局\n\n完成东方路整治,加快建设\n\n东方大厦。").blocks]
    assert kinds == [BlockKind.HEADING, BlockKind.BODY]


def test_lines_with_a_hard_break_are_slogans_and_stay_apart():
    kinds = [block.kind for block in unwrap("强产业 增投资  \n加速发展\n\n完成东方路整治。").blocks]
    assert kinds == [BlockKind.SLOGAN, BlockKind.SLOGAN, BlockKind.BODY]


def test_a_list_item_begins_a_block_of_its_own():
    assert len(unwrap("办好实事,包括下列十件民生方面的事情,\n1.新建道路8条\n2.新建学校2所").blocks) == 3


def test_a_short_first_line_without_commas_is_the_title():
    assert unwrap("某市住建局:今年的安排\n\n3月4日,某局通报。").blocks[0].kind is BlockKind.TITLE


def test_full_width_and_wide_spaces_are_folded_in_place():
    flat = unwrap("完成９月（东方路）　整治。")
    assert flat.text == "完成9月(东方路) 整治。\n"


def test_characters_without_width_are_dropped_and_offsets_still_lead_back():
    original = "东\u200b方路"
    flat = unwrap(original)
    start, end = flat.origin_span(0, 3)
    assert flat.text == "东方路\n"
    assert original[start:end] == original


def test_a_text_without_anything_has_no_blocks():
    assert unwrap(" \n\n\t").blocks == ()


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_flat_character_leads_to_the_one_it_was(original):
    flat = unwrap(original)
    for block in flat.blocks:
        for position in range(block.start, block.end):
            start, end = flat.origin_span(position, position + 1)
            assert end == start + 1
            assert unwrap(f"字{original[start]}字").text.strip("\n") == f"字{flat.text[position]}字"


@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_rise_with_the_text(original):
    flat = unwrap(original)
    origins = [flat.origin(p) for block in flat.blocks for p in range(block.start, block.end)]
    assert origins == sorted(set(origins))


@given(
    st.lists(PIECES.filter(lambda piece: piece not in ("**", "## 某局", "  \n")), max_size=40).map("".join)
)
def test_unwrapping_a_joined_paragraph_changes_nothing_more(original):
    for block in (flat := unwrap(original)).blocks:
        once = flat.text[block.start : block.end]
        assert unwrap(f"字,{once}").text == f"字,{once}\n"
