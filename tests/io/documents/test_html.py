"""A page's main text is read as a browser shows it."""

from __future__ import annotations

import io

import pytest

from geo.errors import ReportError
from geo.io.documents.html import read_html


def text_of(body, head=""):
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_html(io.BytesIO(page.encode()), where="page.html").removesuffix("\n")


@pytest.mark.parametrize(
    "left_out",
    [
        "<nav>首页</nav>", "<aside>相关</aside>", "<footer>版权</footer>", "<script>var a = '<p>'</script>",
        "<style>p{}</style>", "<div hidden>隐</div>", "<p style='display: none'>隐</p>", "<!-- 注 -->",
        "<header><a href=/>网站</a></header>", "<button>打印</button>", "<template><p>模板</p></template>",
        "<select><option>2024</select>",
    ],
)  # fmt: skip
def test_what_is_not_the_text_is_left_out(left_out):
    assert text_of(f"{left_out}<p>正文</p>{left_out}") == "正文"


def test_the_main_part_goes_before_the_rest():
    assert text_of("<p>外</p><main><p>内</p></main>") == "内"
    assert text_of("<p>外</p><article><header>题</header></article>") == "题"
    assert text_of("<article>一</article><article>二</article>") == "一\n\n二"


def test_headings_bold_paragraphs_and_breaks():
    body = "<h1>总<br>题</h1><h3><b>道路</b></h3><p><strong>甲</strong></p><p><b>甲</b>乙</p><p>丙<br>丁</p>"
    assert text_of(body) == "# 总 题\n\n### 道路\n\n**甲**\n\n甲乙\n\n丙\n丁"


def test_weight_may_come_from_a_style():
    light = "<span style='font-weight:normal'>丙</span>"
    body = f"<p style='font-weight:bold'>甲</p><p style='font-weight:700'>乙{light}</p>"
    assert text_of(body) == "**甲**\n\n乙丙"


def test_a_line_end_in_the_source_is_no_space_within_chinese():
    assert text_of("<p>银杏\n  路、柳荫街\nABC\nDEF 甲</p>") == "银杏路、柳荫街 ABC DEF 甲"


def test_a_line_end_between_elements_is_no_space_within_chinese():
    assert text_of("<p>银杏<span>\n</span><b>路</b></p>") == "银杏路"


def test_entities_and_invisible_characters():
    assert text_of("<p>A&amp;B&nbsp;&#38134;&shy;杏&#8203;路</p>") == "A&B\xa0银杏路"


@pytest.mark.parametrize(
    ("group", "labels"),
    [
        ("<ul>", ["• ", "• "]),
        ("<ol>", ["1. ", "2. "]),
        ("<ol start=9>", ["9. ", "10. "]),
        ("<ol type=A>", ["A. ", "B. "]),
        ("<ol style='list-style-type: simp-chinese-informal'>", ["一、", "二、"]),
    ],
)
def test_numbers_that_a_browser_makes_stand_in_the_text(group, labels):
    end = group[1:3]
    assert text_of(f"{group}<li>甲<li><p>乙</p></{end}>") == f"{labels[0]}甲\n\n{labels[1]}乙"


def test_a_table_has_a_line_a_row_and_a_merged_cell_once():
    body = (
        "<table><tr><th>片区<th>小区<th>时限<tr><td rowspan=2>东片<td>梧桐苑<td>九月底"
        "<tr><td colspan=2><p>海棠苑</p><p>二期</p></table>"
    )
    assert text_of(body) == "片区\t小区\t时限\n东片\t梧桐苑\t九月底\n\t海棠苑 二期"


def test_a_table_that_only_arranges_the_page_is_seen_through():
    inner = "<table><tr><td>1<td>银杏路</table>"
    assert text_of(f"<table><tr><td><p>甲</p>{inner}</table>") == "甲\n\n1\t银杏路"


def test_struck_text_and_signs_of_notes_are_left_out():
    assert (
        text_of("<p>甲<del>乙</del>丙<a href='#n1'><sup>1</sup></a>丁<a href='#x'>戊</a></p>") == "甲丙丁戊"
    )


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-8"])
@pytest.mark.parametrize(
    "meta", ["<meta charset={}>", "<meta http-equiv=Content-Type content='text/html; charset={}'>"]
)
def test_the_page_says_its_encoding(encoding, meta):
    page = f"<html><head>{meta.format(encoding)}</head><p>道路建設</p></html>".encode(encoding)
    assert read_html(io.BytesIO(page), where="page.html") == "道路建設\n"


def test_a_page_nested_too_deep_is_refused():
    with pytest.raises(ReportError, match=r"page\.html: has elements nested more than 250 deep"):
        text_of("<div>" * 300 + "甲")


def test_a_page_with_nul_characters_is_refused():
    with pytest.raises(ReportError, match="NUL"):
        text_of("甲\0乙")
