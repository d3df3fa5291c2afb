"""What cannot be a report is refused with one message, before it uses up the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from geo.errors import EncodingError, MissingFileError, ReportError
from geo.io.documents import read as reading
from geo.io.documents import read_document
from geo.io.documents.formats import SUFFIXES, Format

MEMORY_BYTES = 300 * 1024**2
CPU_SECONDS = 5
UNDER_LIMITS = f"""
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_BYTES}, {MEMORY_BYTES}))
resource.setrlimit(resource.RLIMIT_CPU, ({CPU_SECONDS}, {CPU_SECONDS}))
from geo.errors import PlanmapError
from geo.io.documents import read_document
try:
    read_document(Path(sys.argv[1]))
except PlanmapError as error:
    sys.stdout.buffer.write(f"{{type(error).__name__}}: {{error}}".encode())
else:
    sys.exit("it was read")
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"


def refusal_of(folder, name, content):
    """Give the message, read in a process that may use 300 MB and 5 s, and its workers as well."""
    if sys.platform != "linux":
        pytest.skip("only Linux limits the memory of a process")
    path = folder / name
    path.write_bytes(content)
    result = subprocess.run([sys.executable, "-c", UNDER_LIMITS, str(path)], check=False, capture_output=True)
    assert (result.returncode, result.stderr.decode()) == (0, "")
    message = result.stdout.decode()
    assert message.startswith("ReportError: " + path.as_posix())
    assert len(message.splitlines()) == 1
    return message


def word(body, *, before=""):
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def page(extra):
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]" + extra + b">>"


def stream(entries, content):
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)


# --- Word -----------------------------------------------------------------------------------------


def test_entities_are_refused(tmp_path, make_zip):
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE w [<!ENTITY e0 "ha">{levels}]>'
    content = make_zip({"word/document.xml": word("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", before=bomb)})
    assert "defines XML entities" in refusal_of(tmp_path, "report.docx", content)


def test_external_entities_are_refused_and_not_fetched(tmp_path, make_zip):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    before = f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    content = make_zip({"word/document.xml": word("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", before=before)})
    assert "defines XML entities" in refusal_of(tmp_path, "report.docx", content)


def test_a_part_that_unpacks_to_too_much_is_refused(tmp_path, make_zip):
    content = make_zip({"word/document.xml": word(" " * 60_000_000)})
    assert len(content) < 100_000
    assert "zip bomb" in refusal_of(tmp_path, "report.docx", content)


def test_a_part_that_says_less_than_it_holds_is_refused(tmp_path, make_zip):
    content = bytearray(make_zip({"word/document.xml": word(" " * 2_000_000)}))
    true_size = len(word(" " * 2_000_000)).to_bytes(4, "little")
    assert content.count(true_size) == 2
    content = content.replace(true_size, (1000).to_bytes(4, "little"))
    assert "is damaged" in refusal_of(tmp_path, "report.docx", bytes(content))


def test_too_many_members_are_refused(tmp_path, make_zip):
    content = make_zip({f"{number}.xml": "" for number in range(20_000)})
    assert "20000 members" in refusal_of(tmp_path, "report.docx", content)


def test_a_text_that_takes_too_much_memory_is_refused(tmp_path, make_zip):
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{number:x}年底前完成</w:t></w:r></w:p>" for number in range(800_000)
    )
    content = make_zip({"word/document.xml": word(paragraphs)})
    assert "of memory to read" in refusal_of(tmp_path, "report.docx", content)


def test_deep_nesting_is_refused(tmp_path, make_zip):
    nested = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    content = make_zip({"word/document.xml": word(nested)})
    assert "nested more than 200 deep" in refusal_of(tmp_path, "report.docx", content)


@pytest.mark.parametrize(
    ("member", "told"),
    [
        ("xl/workbook.xml", "is an Excel workbook, not a Word document"),
        ("ppt/presentation.xml", "is a PowerPoint presentation"),
        ("OFD.xml", "is an OFD document"),
        ("mimetype", "is an OpenDocument"),
        ("report.txt", "is a ZIP archive without a Word document"),
        ("inner.docx", "is a ZIP archive without a Word document"),
    ],
)
def test_another_archive_is_named(tmp_path, make_zip, member, told):
    assert told in refusal_of(tmp_path, "report.docx", make_zip({member: "x"}))


@pytest.mark.parametrize("length", [10, 300, 3000, 6000])
def test_a_document_that_was_cut_is_refused(tmp_path, samples, length):
    content = (samples / "report-writer.docx").read_bytes()[:length]
    assert "is damaged or was cut off" in refusal_of(tmp_path, "report.docx", content)


def test_a_document_with_a_broken_part_is_refused(tmp_path, samples, make_zip):
    content = (samples / "report-writer.docx").read_bytes()
    broken = content[:2500] + bytes(200) + content[2700:]
    assert "is damaged or was cut off" in refusal_of(tmp_path, "report.docx", broken)
    no_xml = make_zip({"word/document.xml": "<w:document>"})
    assert "word/document.xml is no XML" in refusal_of(tmp_path, "report.docx", no_xml)


@pytest.mark.parametrize("name", ["report.docx", "report.txt"])
def test_a_document_of_an_old_word_is_named(tmp_path, samples, name):
    content = (samples / "old-writer.doc").read_bytes()
    assert "is a document of Word 97 to 2003 (.doc); open it in Word" in refusal_of(tmp_path, name, content)


def test_a_document_with_a_password_is_named(tmp_path):
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000) + "EncryptedPackage".encode("utf-16-le")
    assert "is a Word document with a password" in refusal_of(tmp_path, "report.docx", content)


# --- PDF ------------------------------------------------------------------------------------------


def test_a_pdf_with_a_password_is_named(tmp_path, samples):
    content = (samples / "password-writer.pdf").read_bytes()
    assert "is protected with a password" in refusal_of(tmp_path, "report.pdf", content)


def test_a_scan_needs_ocr(tmp_path, make_pdf):
    image = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    content = make_pdf(
        CATALOGUE,
        ONE_PAGE,
        page(b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>"),
        stream(b"", b"200 0 0 200 0 0 cm /I Do"),
        stream(image, b"\x80"),
    )
    told = refusal_of(tmp_path, "report.pdf", content)
    assert "is a scan: 1 of 1 pages are pictures without text; make the text readable with OCR" in told


def test_a_pdf_of_ten_thousand_pages_is_refused(tmp_path, make_pdf):
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 10_003))
    content = make_pdf(CATALOGUE, b"<</Type/Pages/Count 10000/Kids[%b]>>" % kids, *[page(b"")] * 10_000)
    assert '("10000"): has more than 1000 pages' in refusal_of(tmp_path, "report.pdf", content)


def test_a_page_that_unpacks_to_too_much_is_refused(tmp_path, make_pdf):
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0 0 m 1 1 l S " * 100_000) for _ in range(600)) + packer.flush()
    content = make_pdf(CATALOGUE, ONE_PAGE, page(b"/Contents 4 0 R"), stream(b"/Filter/FlateDecode", packed))
    assert "report.pdf" in refusal_of(tmp_path, "report.pdf", content)


def test_forms_that_draw_each_other_are_refused(tmp_path, make_pdf):
    def form(other):
        return b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % other

    content = make_pdf(
        CATALOGUE,
        ONE_PAGE,
        page(b"/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>"),
        stream(b"", b"/F Do " * 50),
        stream(form(6), b"/F Do " * 50),
        stream(form(5), b"/F Do " * 50),
    )
    assert "report.pdf" in refusal_of(tmp_path, "report.pdf", content)


def test_a_pdf_that_was_cut_is_refused(tmp_path, samples):
    content = (samples / "report-chromium.pdf").read_bytes()[:30_000]
    assert "the end mark of a PDF is missing" in refusal_of(tmp_path, "report.pdf", content)


def test_a_pdf_without_text_is_refused(tmp_path, make_pdf):
    assert "holds no text" in refusal_of(tmp_path, "report.pdf", make_pdf(CATALOGUE, ONE_PAGE, page(b"")))


# --- HTML -----------------------------------------------------------------------------------------


def test_a_large_page_is_refused(tmp_path):
    content = b"<!DOCTYPE html>" + b"<div>" * 10_000_000
    assert "is larger than 16 MB" in refusal_of(tmp_path, "report.html", content)


@pytest.mark.parametrize(
    "nested", [b"<div>" * 3_000_000, b"<b><i><a href=x>" * 500_000], ids=["blocks", "formatting"]
)
def test_a_page_built_to_never_end_is_refused(tmp_path, nested):
    told = refusal_of(tmp_path, "report.html", b"<!DOCTYPE html>" + nested)
    assert "report.html" in told


def test_a_table_of_endless_cells_is_refused(tmp_path):
    content = b"<!DOCTYPE html><table>" + b"<tr><td rowspan=65000 colspan=1000>" * 100_000
    assert "report.html" in refusal_of(tmp_path, "report.html", content)


# --- What is not what its name says ---------------------------------------------------------------

CONTENT = {
    Format.PDF: b"%PDF-1.7\n",
    Format.WORD: b"PK\x03\x04rest",
    Format.HTML: b"\xef\xbb\xbf <!-- x -->\n<!doctype HTML><p>",
    Format.TEXT: "年底前完成银杏路改造。".encode(),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", CONTENT)
def test_a_document_that_is_something_else_is_named(tmp_path, suffix, content):
    promised = SUFFIXES[suffix]
    if content is promised or (promised is Format.HTML and content is Format.TEXT):
        pytest.skip("it is what it says")
    path = tmp_path / f"report{suffix}"
    path.write_bytes(CONTENT[content])
    told = (
        "does not begin like a"
        if content is Format.TEXT
        else rf"is really {content.replace('(', '.')[:4]}.*, not"
    )
    with pytest.raises(ReportError, match=told):
        read_document(path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (rb"{\rtf1 x}", "Rich Text Format"),
        (b"MIME-Version: 1.0\r\n", "web archive"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "single XML file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture; .*OCR"),
        (b"\xff\xd8\xff\xe0", "is a picture; .*OCR"),
        (b"Rar!\x1a\x07", "is an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office program"),
    ],
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_format_that_is_not_read_is_named(tmp_path, suffix, content, told):
    path = tmp_path / f"report{suffix}"
    path.write_bytes(content)
    with pytest.raises(ReportError, match=told):
        read_document(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_is_refused(tmp_path, suffix):
    path = tmp_path / f"report{suffix}"
    path.touch()
    with pytest.raises(ReportError, match="is empty"):
        read_document(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_file_is_named(tmp_path, suffix):
    with pytest.raises(MissingFileError, match="report is not there"):
        read_document(tmp_path / f"report{suffix}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_is_refused(tmp_path, suffix):
    (tmp_path / f"report{suffix}").mkdir()
    with pytest.raises(ReportError, match="is a folder"):
        read_document(tmp_path / f"report{suffix}")


@pytest.mark.parametrize("name", ["report.doc", "report.wps", "report.ofd", "report"])
def test_an_unknown_suffix_is_refused_with_those_that_are_read(tmp_path, name):
    with pytest.raises(ReportError, match=r"format that is not read .*\.txt, \.md, \.docx, \.pdf, \.html"):
        read_document(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "report.txt")
    with pytest.raises(ReportError, match="is no ordinary file"):
        read_document(tmp_path / "report.txt")


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    path = tmp_path / "report.txt"
    path.write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReportError, match="no permission"):
        read_document(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_huge_file_is_refused(tmp_path, monkeypatch, suffix):
    monkeypatch.setitem(reading.MAX_BYTES, SUFFIXES[suffix], 10)
    path = tmp_path / f"report{suffix}"
    path.write_bytes(CONTENT[SUFFIXES[suffix]] * 2)
    with pytest.raises(ReportError, match="is larger than"):
        read_document(path)


def test_binary_data_are_no_text(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(bytes(range(256)) * 10)
    with pytest.raises((ReportError, EncodingError)):
        read_document(path)
