"""Read the text layer of a PDF: its characters with their places, as lines."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from geo.io.documents.markup import write_document
from geo.io.documents.pdf_lines import Fragment, Glyph, Line, join_fragments
from geo.io.documents.pdf_margins import drop_margins, move_notes
from geo.io.documents.pdf_paragraphs import write_blocks
from geo.io.documents.refusal import refusal

MOST_PAGES = 1000
MOST_UNREADABLE_SHARE = 0.2
"""Characters whose font does not say what they are; a text with more of them is not to be trusted."""
MOST_SCANNED_SHARE = 0.5
_END_MARK = b"%%EOF"
_TAIL_BYTES = 4096
_SAVE_ANEW = "open it where it was made and export the PDF anew"
_USE_OCR = (
    "make the text readable with OCR (for example in a scanner's or PDF editor's program) and try again"
)
MOST_LEAN = 3
"""Degrees; text that leans more is a watermark."""
SAME_BASE = 0.35
"""Share of its size by which a character may stand above or below the one before it."""
CHANGE_GAP = 0.5
"""Share of its size from which on a gap may lie between two types."""
BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(r"bold|black|heavy|simhei|heiti", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x1f\x7f\ufffe\uffff]")
"""What is no text; PDFium gives U+0002 and U+FFFE for a hyphen at a line's end."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What one page holds."""

    lines: tuple[Line, ...]
    characters: int
    unreadable: int
    has_pictures: bool


def read_pdf(file: BinaryIO, *, where: str) -> str:
    """Return the text of a PDF: lines of one paragraph end with a line feed, paragraphs with a blank line.

    Running heads, running feet and page numbers are left out, and footnotes stand at the end, so that a
    paragraph can go on across pages. Lines in larger type are headings. Radicals and compatibility
    ideographs, which many producers leave in place of the ideographs, are given as the ideographs.

    Raises
    ------
    ReportError
        The file is no sound PDF, has a password, more than 1,000 pages, no text layer, or one
        that cannot be turned into characters.
    """
    _check_end(file, where=where)
    document = _open(file, where=where)
    pages = [_read_page(document, number, where=where) for number in range(len(document))]
    _check_text(pages, where=where)
    lines = move_notes(drop_margins([page.lines for page in pages]))
    return write_document(write_blocks(lines))


def _check_end(file: BinaryIO, *, where: str) -> None:
    """Refuse a file that was cut off: PDFium would give what is left without a word."""
    size = file.seek(0, 2)
    file.seek(max(size - _TAIL_BYTES, 0))
    if _END_MARK not in file.read():
        raise refusal(
            where, "is damaged or was cut off: the end mark of a PDF is missing", remedy="get the file anew"
        )
    file.seek(0)


def _open(file: BinaryIO, *, where: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(file)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise refusal(
                where, "is protected with a password", remedy="save it without the password"
            ) from error
        raise refusal(where, "is damaged or was cut off", remedy=_SAVE_ANEW) from error
    if len(document) > MOST_PAGES:
        raise refusal(
            where,
            f"has more than {MOST_PAGES} pages",
            value=len(document),
            remedy="split it into its reports",
        )
    return document


def _check_text(pages: list[_Page], *, where: str) -> None:
    characters = sum(page.characters for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    scanned = sum(page.has_pictures and not page.characters for page in pages)
    if scanned > MOST_SCANNED_SHARE * len(pages):
        raise refusal(
            where, f"is a scan: {scanned} of {len(pages)} pages are pictures without text", remedy=_USE_OCR
        )
    if not characters:
        raise refusal(where, "holds no text", remedy=_SAVE_ANEW)
    if unreadable > MOST_UNREADABLE_SHARE * characters:
        raise refusal(
            where, "does not say which characters its signs are (fonts without Unicode)",
            value=f"{unreadable} of {characters}", remedy=_USE_OCR,
        )  # fmt: skip


def _read_page(document: pdfium.PdfDocument, number: int, *, where: str) -> _Page:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise refusal(
            where, f"page {number + 1} cannot be read, so the file is damaged", remedy=_SAVE_ANEW
        ) from error
    fragments, unreadable = _read_fragments(_TextPage(text_page, page))
    has_pictures = not fragments and _has_pictures(page)
    count = sum(len(fragment.glyphs) for fragment in fragments)
    lines = tuple(join_fragments(fragments, page=number))
    text_page.close()
    page.close()
    return _Page(lines, count, unreadable, has_pictures)


def _has_pictures(page: pdfium.PdfPage) -> bool:
    kinds = (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_SHADING)
    return next(page.get_objects(filter=kinds, max_depth=3), None) is not None


# --- Characters -----------------------------------------------------------------------------------


class _TextPage:
    """The characters of a page and their places on the page as it is seen, in points."""

    def __init__(self, text_page: pdfium.PdfTextPage, page: pdfium.PdfPage) -> None:
        self._raw = text_page.raw
        self._turns = page.get_rotation() % 360
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._box = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium_c.FS_MATRIX()

    def __len__(self) -> int:
        return max(int(pdfium_c.FPDFText_CountChars(self._raw)), 0)

    def character(self, index: int) -> str | None:
        """Return a character, or None where it is a space or a line end that PDFium made up."""
        if pdfium_c.FPDFText_IsGenerated(self._raw, index) == 1:
            return None
        return chr(pdfium_c.FPDFText_GetUnicode(self._raw, index))

    def is_unreadable(self, index: int) -> bool:
        """Tell whether the font does not say which character it is."""
        return bool(pdfium_c.FPDFText_HasUnicodeMapError(self._raw, index) == 1)

    def place(self, index: int) -> tuple[float, float, float]:
        """Return the left end, the right end and the base of a character."""
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, box)
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        match self._turns:
            case 90:
                return box.bottom, box.top, self._right - self._x.value
            case 180:
                return self._right - box.right, self._right - box.left, self._top - self._y.value
            case 270:
                return self._top - box.top, self._top - box.bottom, self._x.value
        return box.left, box.right, self._y.value

    def size(self, index: int) -> float | None:
        """Return the size of a character's type as it is seen, or None where it does not stand upright."""
        matrix = self._matrix
        pdfium_c.FPDFText_GetMatrix(self._raw, index, matrix)
        lean = math.degrees(math.atan2(matrix.b, matrix.a)) - self._turns
        if abs((lean + 180) % 360 - 180) > MOST_LEAN:
            return None
        return float(pdfium_c.FPDFText_GetFontSize(self._raw, index) * math.hypot(matrix.c, matrix.d))

    def is_bold(self, index: int) -> bool:
        """Tell whether a character's font is a bold one."""
        if pdfium_c.FPDFText_GetFontWeight(self._raw, index) >= BOLD_WEIGHT:
            return True
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, None, 0, None)
        name = ctypes.create_string_buffer(max(length, 1))
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, name, length, None)
        return _BOLD_NAME.search(name.value.decode("utf-8", "ignore")) is not None


@dataclass(slots=True)
class _Stretch:
    """Characters beside each other on one base line, while they are read."""

    glyphs: list[Glyph]
    base: float
    size: float
    bold: bool

    def takes(self, glyph: Glyph, base: float) -> bool:
        """Add a character where it stands right behind, and tell whether it does."""
        gap = (glyph.left - self.glyphs[-1].right) / self.size
        behind = abs(base - self.base) <= SAME_BASE * self.size and abs(gap) < CHANGE_GAP
        if behind:
            self.glyphs.append(glyph)
        return behind


def _read_fragments(page: _TextPage) -> tuple[list[Fragment], int]:
    """Return a page's stretches of text in its content's order, and the count of unreadable characters."""
    stretches: list[_Stretch] = []
    unreadable = 0
    for index in range(len(page)):
        character = page.character(index)
        if character is None or _CONTROLS.match(character):
            continue
        left, right, base = page.place(index)
        unreadable += page.is_unreadable(index)
        glyph = Glyph(character, left, right)
        if stretches and stretches[-1].takes(glyph, base):
            continue
        size = page.size(index)
        if size and not character.isspace():
            stretches.append(_Stretch([glyph], base, size, page.is_bold(index)))
    fragments = [
        Fragment(tuple(stretch.glyphs), stretch.base, stretch.size, stretch.bold) for stretch in stretches
    ]
    return fragments, unreadable
