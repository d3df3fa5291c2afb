"""Word's own XML is read as Word shows it."""

from __future__ import annotations

import io

import pytest

from geo.errors import ReportError
from geo.io.documents.word import read_word

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="一级标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
  <w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
 <w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""
BOX = """
<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></wps:txbx>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
"""


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if '<' in content else run(content)}</w:p>"


def item(text, level, list_id=1):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


@pytest.fixture
def text_of(make_docx):
    def read(body, **parts):
        return read_word(io.BytesIO(make_docx(body, **parts)), where="report.docx").removesuffix("\n")

    return read


def blocks(text):
    return text.split("\n\n")


def test_numbers_that_word_makes_stand_in_the_text(text_of):
    body = "".join(
        item(*entry)
        for entry in [("甲", 0), ("乙", 1), ("丙", 2), ("丁", 2), ("戊", 1), ("己", 0), ("庚", 1), ("辛", 3)]
    )
    assert blocks(text_of(body, numbering=NUMBERING)) == [
        "一、甲", "（一）乙", "1. 丙", "2. 丁", "（二）戊", "二、己", "（一）庚", "2.1 辛",
    ]  # fmt: skip


def test_a_list_that_starts_anew_counts_from_its_start(text_of):
    body = item("甲", 0) + item("乙", 0) + item("丙", 0, list_id=3) + item("丁", 0, list_id=3)
    assert blocks(text_of(body, numbering=NUMBERING)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_bullet_is_a_bullet_whatever_its_font(text_of):
    assert text_of(item("甲", 0, list_id=2), numbering=NUMBERING) == "• 甲"


def test_headings_are_known_by_style_level_and_title(text_of):
    body = (
        paragraph("总题", '<w:pStyle w:val="t"/>')
        + paragraph("道路", '<w:pStyle w:val="1"/>')
        + paragraph("小区", '<w:pStyle w:val="own"/>')
        + paragraph("公园", '<w:outlineLvl w:val="2"/>')
        + paragraph("正文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    )
    assert blocks(text_of(body, styles=STYLES)) == ["# 总题", "# 道路", "# 小区", "### 公园", "**正文**"]


def test_a_numbered_heading_keeps_both(text_of):
    properties = '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert text_of(paragraph("道路", properties), styles=STYLES, numbering=NUMBERING) == "# 一、道路"


def test_only_a_paragraph_that_is_bold_as_a_whole_is_marked(text_of):
    body = (
        paragraph(run("甲乙", "<w:b/>"))
        + paragraph(run("甲", "<w:b/>") + run("乙"))
        + paragraph(run("丙", '<w:rStyle w:val="s"/>'))
        + paragraph(run("丁", '<w:rStyle w:val="s"/><w:b w:val="0"/>'))
    )
    assert blocks(text_of(body, styles=STYLES)) == ["**甲乙**", "甲乙", "**丙**", "丁"]


def test_insertions_are_in_and_deletions_out(text_of):
    body = paragraph(
        run("年底前")
        + "<w:del w:id='1'><w:r><w:delText>开工</w:delText></w:r></w:del>"
        + f"<w:ins w:id='2'>{run('完工')}</w:ins>"
        + f"<w:moveFrom w:id='3'>{run('移走')}</w:moveFrom><w:moveTo w:id='4'>{run('。')}</w:moveTo>"
    )
    assert text_of(body) == "年底前完工。"


def test_paragraphs_are_one_where_the_mark_between_is_deleted(text_of):
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert text_of(paragraph("年底前", deleted) + paragraph("完工。")) == "年底前完工。"


def test_a_text_box_is_read_once_behind_its_paragraph(text_of):
    assert blocks(text_of(f"<w:p>{run('甲')}{BOX}{run('乙')}</w:p>" + paragraph("丙"))) == [
        "甲乙",
        "框内",
        "丙",
    ]


def test_fields_give_their_result_and_not_their_code(text_of):
    body = paragraph(
        run("见第")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF a </w:instrText></w:r>'
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("3")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + f'<w:fldSimple w:instr="DATE">{run("页")}</w:fldSimple>'
    )
    assert text_of(body) == "见第3页"


def test_content_controls_links_and_tags_are_seen_through(text_of):
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('乙')}</w:hyperlink><w:smartTag>{run('丙')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{run('丁')}</w:sdtContent></w:sdt></w:p>"
    )
    assert blocks(text_of(body)) == ["甲", "乙丙丁"]


def test_what_only_asks_for_a_text_or_lists_the_headings_is_left_out(text_of):
    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    asking = f"<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('单击此处')}</w:sdtContent>"
    body = (
        f"<w:sdt><w:sdtPr>{contents}</w:sdtPr><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
        + paragraph("道路 1", '<w:pStyle w:val="toc"/>')
        + f"<w:sdt>{asking}</w:sdt>"
        + paragraph("正文")
    )
    assert text_of(body, styles=STYLES) == "正文"


def test_breaks_tabs_and_hidden_text(text_of):
    body = paragraph(
        run("甲") + "<w:r><w:br/></w:r>" + run("乙") + '<w:r><w:br w:type="page"/></w:r>' + run("丙")
        + "<w:r><w:tab/></w:r>" + run("丁") + run("隐", "<w:vanish/>") + "<w:r><w:noBreakHyphen/></w:r>"
        + run("戊") + "<w:r><w:softHyphen/></w:r>"
    )  # fmt: skip
    assert text_of(body) == "甲\n乙丙 丁-戊"


def test_footnotes_stand_at_the_end(text_of):
    notes = f'<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">{paragraph("注")}</w:footnote>'
    body = f'<w:p>{run("甲")}<w:r><w:footnoteReference w:id="2"/></w:r>{run("乙")}</w:p>' + paragraph("丙")
    assert blocks(text_of(body, footnotes=notes)) == ["甲乙", "丙", "注"]


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_a_table_has_a_line_a_row_and_a_merged_cell_once(text_of):
    begins, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('片区')}{cell('小区')}{cell('时限')}</w:tr>"
        f"<w:tr>{cell('东片', begins)}{cell('梧桐苑')}{cell('九月底')}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('海棠苑', wide)}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('删')}{cell('去')}{cell('了')}</w:tr></w:tbl>"
    )
    assert text_of(body) == "片区\t小区\t时限\n东片\t梧桐苑\t九月底\n\t海棠苑"


def test_a_table_of_one_cell_is_a_frame(text_of):
    assert blocks(text_of(f"<w:tbl><w:tr>{cell('甲')}</w:tr></w:tbl>" + paragraph("乙"))) == ["甲", "乙"]


def test_paragraphs_in_a_cell_are_one_line(text_of):
    two = f"<w:tc>{paragraph('甲')}{paragraph(run('乙', '<w:b/>'))}</w:tc>"
    assert text_of(f"<w:tbl><w:tr>{two}{cell('丙')}</w:tr></w:tbl>") == "甲 乙\t丙"


def test_the_strict_form_is_read_like_the_transitional_one(make_zip):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("甲")}</w:body></w:document>'
    content = make_zip({"word/document.xml": body})
    assert read_word(io.BytesIO(content), where="report.docx") == "甲\n"


def test_another_document_inside_is_refused(text_of):
    with pytest.raises(ReportError, match="holds another document inside"):
        text_of('<w:altChunk r:id="a" xmlns:r="r"/>')


def test_pictures_without_text_are_refused(make_zip):
    document = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    content = make_zip({"word/document.xml": document, "word/media/image1.png": b"\x89PNG"})
    with pytest.raises(ReportError, match=r"pictures and no text; .*OCR"):
        read_word(io.BytesIO(content), where="report.docx")
