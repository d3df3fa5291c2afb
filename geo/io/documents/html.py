"""Read the main text of an HTML page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from selectolax.lexbor import LexborHTMLParser, LexborNode

from geo.io.documents.encoding import decode_text
from geo.io.documents.markup import BULLET, Run, drop_invisible, write_document, write_paragraph, write_table
from geo.io.documents.numerals import write_number
from geo.io.documents.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST_NESTING = 250
"""Elements within elements; browsers stop at 512, and pages that people wrote stay below 60."""

_LEFT_OUT = frozenset((
    "head", "script", "style", "noscript", "template", "nav", "aside", "footer", "iframe", "object",
    "embed", "svg", "math", "canvas", "audio", "video", "map", "del", "s", "strike", "button", "select",
    "option", "textarea", "input", "datalist", "dialog", "menu", "rp", "rt",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_HEADING = re.compile(r"h([1-6])")
_BOLD_TAGS = frozenset(("b", "strong", "th"))
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_LIGHT_WEIGHTS = frozenset(("normal", "lighter", "100", "200", "300", "400", "500"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WRITER_MARGINS = ("header", "footer")
"""How LibreOffice Writer marks the running heads and feet of a page."""
_NOTE_MARK = re.compile(r"\s*[\[(（]?(?:\d{1,3}|[*†‡↑^])[\])）]?\s*")
"""The sign of a note, a link to it or back from it."""
_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_CHARSET_BYTES = 4096
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BROKEN_LINE = "\x1f"
"""Stands for a line end in the source until it is known what is on both sides of it."""
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(?:cjk-ideographic|simp-chinese-\w+|trad-chinese-\w+)"
)
_WIDEST_SPAN = 1000
"""What a browser allows for colspan; a table of more columns is no one's."""
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element takes over from those around it."""

    bold: bool = False
    preformatted: bool = False
    depth: int = 0


@dataclass(slots=True)
class _Flow:
    """Paragraphs that are finished, and the one that is being filled."""

    blocks: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    label: str = ""
    in_cell: bool = False
    """Whether it is a table's cell, whose weight says nothing."""

    def add(self, text: str, style: _Style) -> None:
        """Add text to the paragraph."""
        self.runs.append(Run(text, style.bold and not self.in_cell))

    def close(self, *, heading: int | None = None) -> None:
        """Finish the paragraph."""
        runs = _join_lines(self.runs)
        block = write_paragraph(runs, heading=heading, label=self.label)
        self.runs = []
        if block:
            self.blocks.append(block)
            self.label = ""


def read_html(file: BinaryIO, *, where: str) -> str:
    """Return the text of a page's main part.

    The main part is ``main``, or the only ``article``, or the body. Left out are scripts, styles, forms'
    controls, what is hidden or struck out, signs of notes, and ``nav``, ``aside``, ``footer`` and a
    ``header`` of the page without a heading in it. No space is made of a line's end within Chinese text.

    Raises
    ------
    ReportError
        The page is nested too deep or holds NUL characters.
    EncodingError
        The page is in no known encoding.
    """
    content = file.read()
    declared = _CHARSET.search(content, 0, _CHARSET_BYTES) or _XML_ENCODING.match(content)
    text = decode_text(content, where=where, declared=declared[1].decode("ascii") if declared else None)
    if "\0" in text:
        raise refusal(where, "holds NUL characters, so it is no HTML page", remedy="save the page anew")
    flow = _Flow()
    root = _main_part(LexborHTMLParser(text))
    if root is not None:
        _visit(root, flow, _Style(), where=where)
        flow.close()
    return write_document(flow.blocks)


def _main_part(page: LexborHTMLParser) -> LexborNode | None:
    main = page.css_first("main")
    if main is not None:
        return main
    articles = page.css("article")
    return articles[0] if len(articles) == 1 else page.body


def _visit(node: LexborNode, flow: _Flow, style: _Style, *, where: str) -> None:
    """Write an element and all in it."""
    if style.depth > DEEPEST_NESTING:
        raise refusal(
            where, f"has elements nested more than {DEEPEST_NESTING} deep",
            remedy="copy its text into a .txt file",
        )  # fmt: skip
    for child in _children(node):
        _visit_child(child, flow, style, where=where)


def _visit_child(node: LexborNode, flow: _Flow, style: _Style, *, where: str) -> None:
    tag = node.tag or ""
    if tag == "-text":
        flow.add(_clean(node.text_content or "", style), style)
    elif tag == "br":
        flow.add("\n", style)
    elif tag.startswith(("-", "!")) or _is_left_out(node, tag):
        return
    elif tag == "table" and not _is_layout(node):
        flow.close()
        flow.blocks.append(write_table(_rows(node, where=where, depth=style.depth)))
    elif tag in _BLOCKS or _HEADING.fullmatch(tag):
        _visit_block(node, tag, flow, style, where=where)
    else:
        _visit(node, flow, _inner_style(node, tag, style), where=where)


def _visit_block(node: LexborNode, tag: str, flow: _Flow, style: _Style, *, where: str) -> None:
    flow.close()
    if tag == "li":
        flow.label = _item_label(node)
    heading = _HEADING.fullmatch(tag)
    _visit(node, flow, _inner_style(node, tag, style), where=where)
    flow.close(heading=int(heading[1]) if heading else None)
    if tag == "li":
        flow.label = ""


def _inner_style(node: LexborNode, tag: str, style: _Style) -> _Style:
    weight = _WEIGHT.search(_css(node))
    bold = weight[1].lower() not in _LIGHT_WEIGHTS if weight else style.bold or tag in _BOLD_TAGS
    return replace(style, bold=bold, preformatted=style.preformatted or tag == "pre", depth=style.depth + 1)


def _css(node: LexborNode) -> str:
    return node.attributes.get("style") or ""


def _is_left_out(node: LexborNode, tag: str) -> bool:
    attributes = node.attributes
    if tag in _LEFT_OUT or "hidden" in attributes or _HIDDEN.search(_css(node)):
        return True
    if tag == "div" and attributes.get("title") in _WRITER_MARGINS:
        return True
    if tag == "a" and (attributes.get("href") or "").startswith("#"):
        return _NOTE_MARK.fullmatch(node.text(deep=True)) is not None
    return tag == "header" and _is_of_page(node) and node.css_first("h1, h2, h3, h4, h5, h6") is None


def _is_of_page(node: LexborNode) -> bool:
    """Tell whether an element belongs to the page, not to its main part or an article."""
    around = node.parent
    while around is not None and around.tag not in ("main", "article"):
        around = around.parent
    return around is None


# --- Text -----------------------------------------------------------------------------------------


def _clean(text: str, style: _Style) -> str:
    text = drop_invisible(_CONTROLS.sub("", text))
    if style.preformatted:
        return text.replace("\r\n", "\n")
    return _SPACES.sub(lambda spaces: _BROKEN_LINE if "\n" in spaces[0] else " ", text)


def _join_lines(runs: list[Run]) -> list[Run]:
    """Return the runs with each line end of the source as a space, or as nothing between ideographs.

    That is the rule of CSS Text 3, section 4.1.2: Chinese has no spaces between words.
    """
    whole = "".join(run.text for run in runs)
    joined: list[Run] = []
    start = 0
    for run in runs:
        pieces = [
            _line_join(whole, start + position) if character == _BROKEN_LINE else character
            for position, character in enumerate(run.text)
        ] if _BROKEN_LINE in run.text else [run.text]  # fmt: skip
        joined.append(replace(run, text="".join(pieces)))
        start += len(run.text)
    return joined


def _line_join(text: str, position: int) -> str:
    before = text[:position].rstrip(f" {_BROKEN_LINE}")[-1:] if position else ""
    after = text[position:].lstrip(f" {_BROKEN_LINE}")[:1]
    return "" if _is_wide(before) and _is_wide(after) else " "


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in ("W", "F")


# --- Lists and tables -----------------------------------------------------------------------------


def _item_label(item: LexborNode) -> str:
    """Return the number or the bullet that a browser draws in front of a list's item."""
    group = item.parent
    if group is None or group.tag != "ol":
        return BULLET
    number = _whole_number(group.attributes.get("start"), default=1)
    before = item.prev
    while before is not None:
        number += before.tag == "li"
        before = before.prev
    number = _whole_number(item.attributes.get("value"), default=number)
    if _LIST_STYLE.search(_css(group)):
        return write_number(number, "chineseCounting") + "、"
    return write_number(number, _LIST_TYPES.get(group.attributes.get("type") or "", "decimal")) + ". "


def _whole_number(value: str | None, *, default: int) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else default


def _is_layout(table: LexborNode) -> bool:
    """Tell whether a table only arranges a page: it holds another table, or one cell."""
    inner = table.css("table, td, th")
    cells = [node for node in inner if node.tag in ("td", "th")]
    return len(cells) < 2 or any(node.tag == "table" and node != table for node in inner)  # noqa: PLR2004


def _rows(table: LexborNode, *, where: str, depth: int) -> list[list[str]]:
    """Return the cells of a table; a merged cell has its text once and leaves its other places empty."""
    rows: list[list[str]] = []
    merged: set[tuple[int, int]] = set()
    lines = table.css("tr")
    for number, row in enumerate(lines):
        cells: list[str] = []
        for cell in (node for node in _children(row) if node.tag in ("td", "th")):
            while (number, len(cells)) in merged:
                cells.append("")
            across = _span(cell, "colspan")
            for below in range(1, min(_span(cell, "rowspan"), len(lines) - number)):
                merged.update((number + below, len(cells) + column) for column in range(across))
            cells += [_cell_text(cell, where=where, depth=depth), *[""] * (across - 1)]
        rows.append(cells)
    return rows


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _span(cell: LexborNode, name: str) -> int:
    return min(max(_whole_number(cell.attributes.get(name), default=1), 1), _WIDEST_SPAN)


def _cell_text(cell: LexborNode, *, where: str, depth: int) -> str:
    flow = _Flow(in_cell=True)
    _visit(cell, flow, _Style(depth=depth + 1), where=where)
    flow.close()
    return " ".join(flow.blocks)
