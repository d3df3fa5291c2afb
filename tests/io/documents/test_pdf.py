"""Lines on pages become paragraphs."""

from __future__ import annotations

import io

import pytest

from geo.errors import ReportError
from geo.io.documents.pdf import read_pdf
from geo.io.documents.pdf_lines import Fragment, Glyph, Line, join_fragments
from geo.io.documents.pdf_margins import drop_margins, move_notes
from geo.io.documents.pdf_paragraphs import write_blocks

SIZE, PITCH, LEFT, WIDTH = 10.0, 16.0, 50.0, 20
FULL = "东西南北中" * 4


def line(text, row, *, page=0, indent=0.0, size=SIZE, bold=False):
    left = LEFT + indent * SIZE
    return Line(text, page, left, left + len(text) * size, 700 - row * PITCH, size, bold)


def blocks(*lines):
    pages = [[it for it in lines if it.page == number] for number in range(max(it.page for it in lines) + 1)]
    return list(write_blocks(pages))


def fragment(text, left, base=700.0, *, size=SIZE, pitch=1.0):
    step = size * pitch
    glyphs = tuple(Glyph(sign, left + step * i, left + step * i + size) for i, sign in enumerate(text))
    return Fragment(glyphs, base, size, bold=False)


def text_of(*fragments):
    return [it.text for it in join_fragments(fragments, page=0)]


# --- Lines ----------------------------------------------------------------------------------------


def test_lines_go_from_top_to_bottom_and_left_to_right():
    above, below = (
        (fragment("乙", 60), fragment("甲", 50)),
        (fragment("丁", 60, 600), fragment("丙", 50, 600)),
    )
    assert text_of(*below, *above) == [
        "甲乙", "丙丁",
    ]  # fmt: skip


def test_signs_of_another_font_go_into_the_gaps_that_they_were_left():
    assert text_of(fragment("围绕", 50), fragment("六稳", 80), fragment("“", 70), fragment("”", 100)) == [
        "围绕“六稳”"
    ]


def test_a_wide_gap_parts_cells_and_a_small_one_words():
    assert text_of(fragment("甲乙", 50), fragment("丙丁", 100), fragment("戊己", 123)) == ["甲乙\t丙丁 戊己"]


def test_a_line_that_is_spread_over_its_width_has_no_gaps():
    assert text_of(fragment("产城融合定目标", 50, pitch=3)) == ["产城融合定目标"]


def test_the_distance_between_an_ideograph_and_a_digit_is_no_space():
    assert text_of(fragment("完成", 50), fragment("8", 72.5), fragment("条", 85)) == ["完成8条"]


def test_the_raised_sign_of_a_note_is_left_out_and_that_of_a_unit_is_not():
    assert text_of(fragment("银杏路", 50), fragment("1", 80, 704, size=6), fragment("。", 86)) == ["银杏路。"]
    assert text_of(fragment("5m", 50), fragment("2", 70, 704, size=6)) == ["5m2"]


def test_radicals_and_compatibility_ideographs_become_ideographs():
    assert text_of(fragment("\u2f06七\uf9c9\u2ee2寨镇\u2f17月\u00ad\u200b", 50)) == ["二七柳马寨镇十月"]


def test_bullets_of_symbol_fonts_are_bullets():
    assert text_of(fragment("\uf0b7甲", 50)) == ["•甲"]


# --- Margins --------------------------------------------------------------------------------------


def test_running_heads_and_page_numbers_are_dropped():
    pages = [
        [line("城建简报", 0, page=page), line(body, 3, page=page), line(f"— {page + 1} —", 40, page=page)]
        for page, body in enumerate("甲乙丙")
    ]
    assert [[it.text for it in page] for page in drop_margins(pages)] == [["甲"], ["乙"], ["丙"]]


@pytest.mark.parametrize("number", ["7", "- 7 -", "第7页", "第 7 页 共 9 页", "7/9", "Page 7 of 9", "·7·"])
def test_a_page_number_is_known_by_its_form(number):
    pages = [[line(body, 3, page=page)] for page, body in enumerate("甲乙丙丁戊己庚辛壬")]
    for page, lines in enumerate(pages):
        lines.append(line(number.replace("7", str(page + 7)), 40 + page % 2, page=page))
    assert [[it.text for it in page] for page in drop_margins(pages)] == [
        [body] for body in "甲乙丙丁戊己庚辛壬"
    ]


def test_numbers_that_do_not_count_pages_stay():
    numbers = ("30", "12")
    pages = [
        [line(f"{FULL}{page}", 3 + page, page=page), line(it, 9 + page, page=page)]
        for page, it in enumerate(numbers)
    ]
    assert [page[-1].text for page in drop_margins(pages)] == ["30", "12"]


def test_a_line_that_stands_once_is_no_running_head():
    pages = [
        [line(text, 0, page=page), line("正文", 5 + page, page=page)] for page, text in enumerate("甲乙丙")
    ]
    assert drop_margins(pages) == pages


def test_footnotes_go_behind_the_last_page():
    note = line("1见附件。", 40, size=8)
    pages = [[line(FULL, 0), note], [line(FULL, 0, page=1)]]
    assert [[it.text for it in page] for page in move_notes(pages)] == [[FULL], [FULL], ["见附件。"]]


# --- Paragraphs -----------------------------------------------------------------------------------


def test_lines_of_a_paragraph_end_with_one_line_feed():
    first, rest = FULL[:18], FULL
    whole = line(first, 0, indent=2), line(rest, 1), line("完。", 2)
    assert blocks(*whole, line(first, 3, indent=2), line(rest, 4)) == [
        f"{first}\n{rest}\n完。", f"{first}\n{rest}",
    ]  # fmt: skip


def test_a_paragraph_goes_on_across_pages():
    assert (
        blocks(line(FULL, 0), line(FULL, 40), line(FULL, 0, page=1), line("完。", 1, page=1))[-1].count("\n")
        == 2
    )


def test_a_short_line_ends_a_paragraph_without_any_sign():
    assert blocks(line(FULL, 0), line("短行", 1), line(FULL, 2), line(FULL, 3)) == [
        f"{FULL}\n短行",
        f"{FULL}\n{FULL}",
    ]


def test_a_line_is_not_short_where_the_next_word_did_not_fit():
    assert blocks(line(FULL[:-3], 0), line("123456789平方米" + FULL[:8], 1), line(FULL, 2)) == [
        f"{FULL[:-3]}\n123456789平方米{FULL[:8]}\n{FULL}"
    ]


def test_a_wide_gap_parts_paragraphs():
    assert blocks(line(FULL, 0), line(FULL, 1), line(FULL, 2), line(FULL, 3.6), line(FULL, 4.6)) == [
        f"{FULL}\n{FULL}\n{FULL}", f"{FULL}\n{FULL}",
    ]  # fmt: skip


def test_larger_type_is_a_heading_by_rank():
    assert blocks(
        line("总题", 0, size=20),
        line("道路", 2, size=14),
        line(FULL, 4),
        line(FULL, 5),
        line("公园", 7, size=14),
    ) == ["# 总题", "## 道路", f"{FULL}\n{FULL}", "## 公园"]


def test_only_lines_that_are_bold_in_a_text_that_is_not_are_marked():
    assert blocks(line("分工", 0, bold=True), line(FULL, 1, indent=2), line(FULL, 2)) == [
        "**分工**",
        f"{FULL}\n{FULL}",
    ]
    assert blocks(line(FULL, 0, bold=True), line(FULL, 1, bold=True)) == [f"{FULL}\n{FULL}"]


def test_items_begin_paragraphs():
    assert blocks(line(FULL[:19] + "。", 0), line("2." + FULL[:18], 1), line("•" + FULL[:19], 2)) == [
        f"{FULL[:19]}。", f"2.{FULL[:18]}\n•{FULL[:19]}".replace("\n•", "\n• "),
    ]  # fmt: skip


def test_lines_that_begin_anywhere_are_read():
    lines = [line(FULL, row, indent=row * 1.5) for row in range(30)]
    assert "\n".join(blocks(*lines)).split() == [FULL] * 30


def test_rows_of_a_table_are_one_block():
    assert blocks(line(FULL, 0), line("片区\t时限", 1), line("东片\t九月", 2), line(FULL, 3)) == [
        FULL, "片区\t时限\n东片\t九月", FULL,
    ]  # fmt: skip


# --- Files ----------------------------------------------------------------------------------------

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def page(extra=b""):
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R"
        + extra
        + b">>"
    )


def stream(content):
    return b"<</Length %d>>stream\n%b\nendstream" % (len(content), content)


@pytest.mark.parametrize(
    ("turns", "matrix"),
    [(0, b"1 0 0 1 20 250"), (90, b"0 1 -1 0 50 20"), (180, b"-1 0 0 -1 180 50"), (270, b"0 -1 1 0 150 280")],
)
def test_a_turned_page_is_read_as_it_is_seen(make_pdf, turns, matrix):
    shown = b"BT /F 12 Tf " + matrix + b" Tm 14 TL (first) Tj T* (second) Tj ET"
    content = make_pdf(CATALOGUE, ONE_PAGE, page(b"/Rotate %d" % turns), stream(shown), FONT)
    assert read_pdf(io.BytesIO(content), where="report.pdf") == "first\nsecond\n"


def test_text_that_leans_is_a_watermark(make_pdf):
    shown = b"BT /F 12 Tf 20 250 Td (text) Tj ET BT /F 30 Tf .7 .7 -.7 .7 50 50 Tm (draft) Tj ET"
    content = make_pdf(CATALOGUE, ONE_PAGE, page(), stream(shown), FONT)
    assert read_pdf(io.BytesIO(content), where="report.pdf") == "text\n"


def test_a_page_that_is_listed_within_itself_is_refused(make_pdf):
    content = make_pdf(CATALOGUE, b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>")
    with pytest.raises(ReportError, match="page 1 cannot be read"):
        read_pdf(io.BytesIO(content), where="report.pdf")
