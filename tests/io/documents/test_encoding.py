"""The encoding of a text is told from its bytes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EncodingError
from geo.io.documents.encoding import decode_text, encoding_of, everyday_share, frequent_share

SIMPLIFIED = "年底前完成银杏路、柳荫街等12条道路改造，力争新建停车场3个，让群众出行更方便。\r\n"
TRADITIONAL = "年底前完成銀杏路、柳蔭街等12條道路改造，力爭新建停車場3個，讓群眾出行更方便。\r\n"
SHORT_SIMPLIFIED = ("改造", "王庄", "马寨镇", "大同路", "敦睦路", "二七区", "年底前", "道路建设")
SHORT_TRADITIONAL = ("改造", "馬寨鎮", "大同路", "敦睦路", "二七區", "年底前", "道路建設")


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "gb18030"),
    ],
)
def test_a_text_comes_back_from_each_encoding(text, mark, encoding):
    assert decode_text(mark + text.encode(encoding), where="report.txt") == text


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 500])
def test_a_traditional_text_comes_back_from_big5(text):
    assert decode_text(text.encode("big5"), where="report.txt") == text


@pytest.mark.parametrize("text", [SIMPLIFIED * 500, TRADITIONAL * 500])
def test_a_long_text_comes_back_from_gb18030(text):
    assert decode_text(text.encode("gb18030"), where="report.txt") == text


@pytest.mark.parametrize("text", SHORT_SIMPLIFIED)
def test_a_word_is_enough_to_know_gb18030(text):
    assert encoding_of(text.encode("gbk"), where="report.txt") == "gb18030"


@pytest.mark.parametrize("text", SHORT_TRADITIONAL)
def test_a_word_is_enough_to_know_big5(text):
    assert encoding_of(text.encode("big5"), where="report.txt") == "cp950"


@given(st.text(alphabet=sorted(set(SIMPLIFIED + TRADITIONAL) - set("\r\n")), min_size=1, max_size=40))
def test_whatever_is_read_as_utf8_is_given_as_it_stands(text):
    assert decode_text(text.encode(), where="report.txt") == text


@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_or_a_refusal(content):
    try:
        text = decode_text(content, where="report.txt")
    except EncodingError:
        return
    assert isinstance(text, str)


def test_text_in_the_wrong_encoding_does_not_look_like_chinese():
    wrong = SIMPLIFIED.encode("gb18030").decode("big5", "replace")
    assert everyday_share(SIMPLIFIED, ascii_counts=False) == 1
    assert everyday_share(wrong, ascii_counts=False) < 0.75
    assert frequent_share(SIMPLIFIED) > 0.6
    assert frequent_share(wrong) < 0.2


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("big5", "cp950"), ("Big5-HKSCS", "cp950"), ("gb2312", "gb18030"), ("GBK", "gb18030")],
)
def test_a_declared_encoding_counts_where_the_bytes_fit_it(declared, encoding):
    content = "改造".encode(encoding)
    assert encoding_of(content, where="page.html", declared=declared) == encoding


@pytest.mark.parametrize("declared", ["iso-8859-1", "koi8-r", "no-such-name", "utf-8", "big5"])
def test_a_declared_encoding_that_cannot_be_is_not_believed(declared):
    content = (SIMPLIFIED + "䶮").encode("gb18030")
    assert decode_text(content, where="page.html", declared=declared) == SIMPLIFIED + "䶮"


def test_utf8_is_known_whatever_is_declared():
    assert decode_text("银杏路".encode(), where="page.html", declared="gb2312") == "银杏路"


def test_utf8_with_a_bad_byte_is_not_taken_for_gb18030():
    content = SIMPLIFIED.encode()[:-3] + b"\x80\x80"
    with pytest.raises(EncodingError, match=r"byte \d+ is neither UTF-8, GB 18030 nor Big5 text"):
        decode_text(content, where="report.txt")
