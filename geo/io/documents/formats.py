"""Tell a document's format from its first bytes, and hold its suffix against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from geo.io.documents.refusal import refusal


class Format(StrEnum):
    """What a document is read as."""

    TEXT = "text"
    WORD = "Word (.docx)"
    PDF = "PDF"
    HTML = "HTML"


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A format that is not read, by its first bytes."""

    pattern: re.Pattern[bytes]
    what: str
    remedy: str


SUFFIXES = {
    ".txt": Format.TEXT,
    ".md": Format.TEXT,
    ".docx": Format.WORD,
    ".pdf": Format.PDF,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}
HEAD_BYTES = 4096
_BLOCK = 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_SAVE_AS_DOCX = "open it in Word or WPS and save it as .docx"
_OLE_STREAMS = {
    "EncryptedPackage": ("is a Word document with a password", "save it without the password"),
    "WordDocument": ("is a document of Word 97 to 2003 (.doc)", _SAVE_AS_DOCX),
    "Workbook": ("is an Excel workbook (.xls)", "give the report as .docx, .pdf, .html, .txt or .md"),
}
_FOREIGN = (
    _Foreign(re.compile(rb"\{\\rtf"), "is a document in Rich Text Format", _SAVE_AS_DOCX),
    _Foreign(re.compile(rb"MIME-Version:", re.IGNORECASE), "is a web archive (.mht)", _SAVE_AS_DOCX),
    _Foreign(
        re.compile(rb".*<(?:pkg:package|w:wordDocument)\b", re.DOTALL),
        "is Word's single XML file",
        _SAVE_AS_DOCX,
    ),
    _Foreign(
        re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8[79]a|II\*\0|MM\0\*|BM....\0\0\0\0", re.DOTALL),
        "is a picture",
        "make its text readable with OCR and give that",
    ),
    _Foreign(
        re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b"),
        "is an archive",
        "unpack it and give the report that it holds",
    ),
)
_MAIN_SUFFIX = {Format.TEXT: ".txt", Format.WORD: ".docx", Format.PDF: ".pdf", Format.HTML: ".html"}


def suffix_format(suffix: str, *, where: str) -> Format:
    """Return the format that a suffix promises.

    Raises
    ------
    ReportError
        Documents with this suffix are not read.
    """
    if suffix.lower() not in SUFFIXES:
        raise refusal(
            where, f"is of a format that is not read ({suffix or 'no suffix'})",
            remedy=f"save the report as one of {', '.join(SUFFIXES)}",
        )  # fmt: skip
    return SUFFIXES[suffix.lower()]


def check_content(file: BinaryIO, promised: Format, *, where: str) -> None:
    """Hold a document's content against the format that its suffix promises.

    Raises
    ------
    ReportError
        It is something else; the message says what.
    """
    file.seek(0)
    head = file.read(HEAD_BYTES)
    _refuse_foreign(file, head, where=where)
    found = _recognise(head)
    if found is promised or (promised is Format.HTML and found is Format.TEXT):
        return
    if promised is Format.PDF and b"%PDF-" in head[:1024]:
        return
    if found is Format.TEXT:
        raise refusal(
            where, f"does not begin like a {promised} file, so it is damaged or something else",
            remedy="open it where it was made and save it anew",
        )  # fmt: skip
    raise refusal(
        where, f"is really {found}, not {promised} as its name says",
        remedy=f"give its name the suffix {_MAIN_SUFFIX[found]}",
    )  # fmt: skip


def _recognise(head: bytes) -> Format:
    if head.startswith(_ZIP):
        return Format.WORD
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-"):
        return Format.PDF
    # UTF-16 has a NUL beside each ASCII character.
    return (
        Format.HTML if _HTML.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")) else Format.TEXT
    )


def _refuse_foreign(file: BinaryIO, head: bytes, *, where: str) -> None:
    """Refuse what is known to be something else, and say what."""
    if head.startswith(_OLE):
        what, remedy = _ole_kind(file)
        raise refusal(where, what, remedy=remedy)
    for kind in _FOREIGN:
        if kind.pattern.match(head):
            raise refusal(where, kind.what, remedy=kind.remedy)


def _ole_kind(file: BinaryIO) -> tuple[str, str]:
    """Return what a compound file of Microsoft is and what to do, by the names of its streams."""
    names = {name: name.encode("utf-16-le") for name in _OLE_STREAMS}
    file.seek(0)
    kept = b""
    found: set[str] = set()
    while block := file.read(_BLOCK):
        found |= {name for name, pattern in names.items() if pattern in kept + block}
        kept = block[-64:]
    first = next((name for name in names if name in found), None)
    return _OLE_STREAMS[first] if first else ("is a document of an old Office program", _SAVE_AS_DOCX)
