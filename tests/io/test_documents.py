from __future__ import annotations

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EncodingError, MissingFileError, ReportError
from geo.io.documents import decode_text, read_document

TEXT = "二七区2024年工作要点\r\n\r\n一、加快人民路改造，年底前完成。\n"


def document_of(folder, content, name="report.txt"):
    path = folder / name
    path.write_bytes(content)
    return read_document(path)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
    ],
)
def test_each_encoding_gives_the_same_text_with_its_line_ends(tmp_path, content):
    document = document_of(tmp_path, content)
    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(content).hexdigest()


def test_the_path_has_forward_slashes(tmp_path):
    assert document_of(tmp_path, TEXT.encode(), "工作.MD").path == (tmp_path / "工作.MD").as_posix()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_utf8_text_comes_back(text):
    assert decode_text(codecs.BOM_UTF8 + text.encode(), where="report.txt") == text


@pytest.mark.parametrize(
    ("content", "byte"),
    [
        ("Straße, Fußgängerzone und Brücke über die Elbe".encode("latin-1"), 4),
        ("Улица Ленина, дом 5".encode("cp1251"), 0),
        (b"\xe4\xba\x8c\xe4\xb8\x83\xff\xff\xff", 6),
        (codecs.BOM_UTF8 + "二七".encode() + b"\xff\xfe\xfd", 9),
        (codecs.BOM_UTF16_LE + "二七".encode("utf-16-le") + b"\x00", 6),
    ],
)
def test_bytes_in_no_known_encoding_are_refused_with_their_place(tmp_path, content, byte):
    with pytest.raises(
        EncodingError, match=rf"report\.txt .*: byte {byte} is neither .*; save the file as UTF-8"
    ):
        document_of(tmp_path, content)


@pytest.mark.parametrize("content", [b"", codecs.BOM_UTF8, b" \r\n\t\n", "\u3000\n".encode()])
def test_an_empty_report_is_refused(tmp_path, content):
    with pytest.raises(ReportError, match="is empty"):
        document_of(tmp_path, content)


def test_a_binary_file_is_refused(tmp_path):
    with pytest.raises(ReportError, match="NUL"):
        document_of(tmp_path, b"text\x00\x01\x00")


def test_a_missing_report_is_named(tmp_path):
    with pytest.raises(MissingFileError, match=r"none\.md: report is not there"):
        read_document(tmp_path / "none.md")
