"""Read the main text of a Word document (.docx).

The parts are read with the standard library: python-docx gives neither numbers, tracked changes, content
controls nor text boxes, and has no limits of its own.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from geo.io.documents.markup import Run, drop_invisible, write_document, write_paragraph, write_table
from geo.io.documents.refusal import refusal
from geo.io.documents.word_numbering import ListLabels, read_numbering
from geo.io.documents.word_package import open_package
from geo.io.documents.word_styles import Styles, read_styles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

DEEPEST_NESTING = 200
"""Elements within elements; Word itself opens about 100."""
_DELETED = frozenset(("w-del", "w-moveFrom"))
_NOT_TEXT = _DELETED | {"w-pPr", "w-rPr", "w-rt", "w-instrText", "w-delText", "w-delInstrText"}
_SIGNS = {"w-tab": " ", "w-ptab": " ", "w-cr": "\n", "w-noBreakHyphen": "-"}
_PAGE_BREAKS = ("page", "column")
_NOTES = {"w-footnoteReference": "footnotes", "w-endnoteReference": "endnotes"}
_CONTINUES = (None, "continue")
_NOT_IN_A_REPORT = "copy the text into a new document"


@dataclass(slots=True)
class _Paragraph:
    """What has been read of a paragraph."""

    properties: Element | None = None
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A document being read: what it refers to, and what was referred to so far."""

    styles: Styles
    labels: ListLabels
    where: str
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnotes": [], "endnotes": []})


def read_word(file: BinaryIO, *, where: str) -> str:
    """Return the text of a document's body in its order, then its footnotes and endnotes.

    Tracked insertions are in, deletions out; text boxes stand behind the paragraph that they hang on;
    numbers that Word makes are written out; fields give their results. Headers, footers, comments,
    hidden text and the table of contents are left out.

    Raises
    ------
    ReportError
        The file is no sound Word document, or holds only pictures.
    """
    package = open_package(file, where=where)
    reader = _Reader(read_styles(package.part("styles")), read_numbering(package.part("numbering")), where)
    root = package.main_part()
    body = root.find("w-body")
    blocks = [] if body is None else [*_blocks(body, reader, depth=0)]
    for part, ids in reader.notes.items():
        blocks += _note_blocks(package.part(part), ids, reader) if ids else []
    if not any(blocks) and package.has_pictures():
        raise refusal(
            where, "holds pictures and no text", remedy="make the text readable with OCR and save that"
        )
    return write_document(blocks)


def _note_blocks(root: Element | None, ids: list[str], reader: _Reader) -> Iterator[str]:
    notes = {note.get("w-id"): note for note in root} if root is not None else {}
    for note_id in ids:
        if note_id in notes:
            yield from _blocks(notes[note_id], reader, depth=0)


# --- Blocks ---------------------------------------------------------------------------------------


def _blocks(container: Element, reader: _Reader, *, depth: int, in_cell: bool = False) -> Iterator[str]:
    """Give the paragraphs and tables of a body, cell, text box or note; in a cell weight says nothing."""
    paragraph = _Paragraph()
    for child in _block_elements(container, reader, depth=depth):
        if child.tag == "w-tbl":
            yield from _table_blocks(child, reader, depth=depth + 1)
            continue
        properties = child.find("w-pPr")
        if paragraph.properties is None:
            paragraph.properties = properties
        _read_runs(child, paragraph, reader, depth=depth + 1)
        if not _mark_is_deleted(properties):
            yield from _paragraph_blocks(paragraph, reader, depth=depth + 1, in_cell=in_cell)
            paragraph = _Paragraph()
    if paragraph.runs:
        yield from _paragraph_blocks(paragraph, reader, depth=depth + 1, in_cell=in_cell)


def _block_elements(container: Element, reader: _Reader, *, depth: int) -> Iterator[Element]:
    """Give the paragraphs and tables, also those in content controls and in tracked insertions."""
    _check_depth(depth, reader)
    for child in container:
        if child.tag in ("w-p", "w-tbl"):
            yield child
        elif child.tag == "w-altChunk":
            raise refusal(
                reader.where, "holds another document inside",
                remedy="open it in Word, save it anew and try again",
            )  # fmt: skip
        elif child.tag == "mc-AlternateContent":
            yield from _block_elements(_chosen(child), reader, depth=depth + 1)
        elif child.tag not in _NOT_TEXT and not _is_generated(child):
            yield from _block_elements(child, reader, depth=depth + 1)


def _is_generated(element: Element) -> bool:
    """Tell whether a content control holds the table of contents or only asks for a text."""
    if element.find("w-sdtPr/w-showingPlcHdr") is not None:
        return True
    gallery = element.find("w-sdtPr/w-docPartObj/w-docPartGallery")
    return gallery is not None and gallery.get("w-val") == "Table of Contents"


def _mark_is_deleted(properties: Element | None) -> bool:
    """Tell whether a paragraph runs on into the next, because its end is a tracked deletion."""
    return properties is not None and any(properties.find(f"w-rPr/{tag}") is not None for tag in _DELETED)


def _paragraph_blocks(paragraph: _Paragraph, reader: _Reader, *, depth: int, in_cell: bool) -> Iterator[str]:
    properties = paragraph.properties
    if reader.styles.is_contents(properties):
        return
    place = reader.styles.numbering(properties)
    label = reader.labels.next_label(place.list_id, place.level) if place else ""
    runs = [Run(run.text) for run in paragraph.runs] if in_cell else paragraph.runs
    heading = None if in_cell else reader.styles.heading_level(properties)
    yield write_paragraph(runs, heading=heading, label=label)
    for box in paragraph.boxes:
        yield from _blocks(box, reader, depth=depth)


def _check_depth(depth: int, reader: _Reader) -> None:
    if depth > DEEPEST_NESTING:
        raise refusal(
            reader.where, f"has elements nested more than {DEEPEST_NESTING} deep", remedy=_NOT_IN_A_REPORT
        )


# --- Text -----------------------------------------------------------------------------------------


def _read_runs(element: Element, paragraph: _Paragraph, reader: _Reader, *, depth: int) -> None:
    """Read the text in a paragraph, or in what stands within it: links, fields, insertions, controls."""
    _check_depth(depth, reader)
    for child in element:
        if child.tag == "w-r":
            _read_run(child, paragraph, reader, depth=depth + 1)
        elif child.tag == "mc-AlternateContent":
            _read_runs(_chosen(child), paragraph, reader, depth=depth + 1)
        elif child.tag == "m-t":
            paragraph.runs.append(Run(child.text or ""))
        elif child.tag not in _NOT_TEXT and not _is_generated(child):
            _read_runs(child, paragraph, reader, depth=depth + 1)


def _read_run(run: Element, paragraph: _Paragraph, reader: _Reader, *, depth: int) -> None:
    properties = run.find("w-rPr")
    if reader.styles.is_set("w-vanish", paragraph.properties, properties):
        return
    bold = reader.styles.is_set("w-b", paragraph.properties, properties)
    for child in run:
        _read_piece(child, paragraph, reader, bold=bold, depth=depth)


def _read_piece(piece: Element, paragraph: _Paragraph, reader: _Reader, *, bold: bool, depth: int) -> None:
    """Read one piece of a run: text, a sign, a note's reference, or a drawing with text boxes."""
    _check_depth(depth, reader)
    text = _text_of(piece)
    if text is not None:
        paragraph.runs.append(Run(text, bold))
    elif piece.tag in _NOTES:
        reader.notes[_NOTES[piece.tag]].append(piece.get("w-id", ""))
    elif piece.tag == "w-txbxContent":
        paragraph.boxes.append(piece)
    elif piece.tag == "w-r":
        _read_run(piece, paragraph, reader, depth=depth + 1)
    elif piece.tag not in _NOT_TEXT:
        for child in _chosen(piece) if piece.tag == "mc-AlternateContent" else piece:
            _read_piece(child, paragraph, reader, bold=bold, depth=depth + 1)


def _text_of(piece: Element) -> str | None:
    """Return the text of a piece, or None where it is something else than text or a sign."""
    if piece.tag == "w-t":
        return drop_invisible(piece.text or "").replace("\n", " ").replace("\t", " ")
    if piece.tag == "w-br":
        return "" if piece.get("w-type") in _PAGE_BREAKS else "\n"
    return _SIGNS.get(piece.tag)


def _chosen(alternatives: Element) -> Element:
    """Return one of the alternatives that say the same for newer and for older programs."""
    choices = [child for child in alternatives if child.tag in ("mc-Choice", "mc-Fallback")]
    told = (choice for choice in choices if next(choice.iter("w-t"), None) is not None)
    return next(itertools.chain(told, choices), alternatives)


# --- Tables ---------------------------------------------------------------------------------------


def _table_blocks(table: Element, reader: _Reader, *, depth: int) -> Iterator[str]:
    """Give a table as one block, or its content where it is only a frame around paragraphs."""
    rows = [[*_inside(row, "w-tc")] for row in _inside(table, "w-tr") if row.find("w-trPr/w-del") is None]
    if sum(map(len, rows)) == 1 or next(_inner_tables(table), None) is not None:
        for cell in itertools.chain.from_iterable(rows):
            yield from _blocks(cell, reader, depth=depth)
        return
    yield write_table([[*_cell_texts(cells, reader, depth=depth)] for cells in rows])


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in ("w-sdt", "w-sdtContent", "w-customXml", "w-ins", "w-moveTo"):
            yield from _inside(child, tag)


def _inner_tables(table: Element) -> Iterator[Element]:
    return itertools.islice(table.iter("w-tbl"), 1, None)


def _cell_texts(cells: list[Element], reader: _Reader, *, depth: int) -> Iterator[str]:
    """Give a row's cells; one that is merged has its text once and leaves its other places empty."""
    for cell in cells:
        properties = cell.find("w-tcPr")
        texts = [] if _is_merged(properties) else [*_blocks(cell, reader, depth=depth, in_cell=True)]
        yield " ".join(filter(None, texts))
        span = properties.find("w-gridSpan") if properties is not None else None
        width = span.get("w-val", "1") if span is not None else "1"
        yield from [""] * (min(int(width), 100) - 1 if width.isdecimal() else 0)


def _is_merged(properties: Element | None) -> bool:
    """Tell whether a cell goes on from the one above it or beside it."""
    merges = [properties.find(f"w-{name}") for name in ("vMerge", "hMerge")] if properties is not None else []
    return any(merge is not None and merge.get("w-val") in _CONTINUES for merge in merges)
