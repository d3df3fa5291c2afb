"""Join broken lines and fold full width, and keep the way back to the original offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys((0x3000, 0x00A0, 0x2002, 0x2003, 0x2009), 0x20)
FOLD = {**_FULL_WIDTH, **_SPACES}
"""Full-width forms and wide spaces, one code point each, so that offsets stay."""

_DROPPED = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]|\\*\\*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_HEADING = re.compile(r" {0,3}#{1,6} *")
_TOP_HEADING = re.compile(r"#(?!#)")
_LIST_ITEM = re.compile(r" *(?:[-*•] |\d+[.、)](?!\d)|\(?[一二三四五六七八九十]+[、)])")
_NUMBERED_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+(?:章|节|部分))(?:\d{4}年(?:度|上半年|下半年)?)?[^,。;:!?\d]{2,25}(?:\([^()]{1,12}\))?$"
    r"|【[^【】]{2,25}】$|\*\*[^*]{2,30}\*\*$"
)
_LABEL = re.compile(
    r"(?:责任|牵头|配合|主管|主办|协办|承办|填报|报送|编制|制表|发布|印发)(?:单位|部门|领导|人|机关|时间|日期)\s*:|联系(?:人|电话)\s*:|(?:咨询|监督|举报)?电话\s*:|地址\s*:"
)
_TABLE_LINE = re.compile(r"^[ ]*\|[^\r\n]*\|[ ]*$", re.MULTILINE)
_TABLE_DASHES = re.compile(r"[ |:-]+")
_SENTENCE_END = frozenset("。!?;:”)》")
_FULL_STOPS = frozenset("。!?;:")
_LONGEST_TITLE = 40
_LONGEST_SLOGAN = 36
_PAIR = 2
_SPOKEN = re.compile(r"[,。;:!?、\d\t]")
_HALVES = re.compile(r"[\u4e00-\u9fff”] [\u4e00-\u9fff“]")
_SHORTEST_BROKEN_LINE = 20


class BlockKind(StrEnum):
    """What a block of text is."""

    TITLE = "title"
    HEADING = "heading"
    SLOGAN = "slogan"
    LABEL = "label"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the flat text that was one paragraph before it was broken."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FlatText:
    """A text without wraps, in half width, that knows where each character stood.

    Blocks are joined by one line feed each; no record may cross one.
    """

    text: str
    blocks: tuple[Block, ...]
    flat_starts: tuple[int, ...]
    origin_starts: tuple[int, ...]

    def origin(self, flat: int) -> int:
        """Return the offset in the original text of the character at a flat offset."""
        piece = bisect_right(self.flat_starts, flat) - 1
        return self.origin_starts[piece] + flat - self.flat_starts[piece]

    def origin_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span, end exclusive, of a flat span that is not empty."""
        return self.origin(start), self.origin(end - 1) + 1


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    hard_break: bool


def unwrap(original: str) -> FlatText:
    r"""Return the text with sentences that blank lines or page breaks cut in two made whole.

    Two pieces are joined, with nothing between, where both are body text, the first does not end
    like a sentence and the second does not begin like a list item; a closing quote ends one only before
    a blank line. Headings, the title and slogans (lines with a two-space hard break, or a pair of short
    lines without punctuation below a heading) are never joined.

    >>> unwrap("今年完成大同路,东方\n\n路整治。").text
    '今年完成大同路,东方路整治。\n'
    """
    folded = _TABLE_LINE.sub(_table_row, original.translate(FOLD))
    return _flatten(folded, _group_lines(folded))


def _table_row(match: re.Match[str]) -> str:
    """Return a line of a Markdown table with tabs between its cells; its line of dashes is left empty."""
    line = match.group()
    return " " * len(line) if _TABLE_DASHES.fullmatch(line) else line.replace("|", "\t")


def _group_lines(text: str) -> list[tuple[BlockKind, list[_Line]]]:
    groups: list[tuple[BlockKind, list[_Line]]] = []
    for paragraph in _paragraphs(text):
        slogan = any(line.hard_break for line in paragraph)
        for number, line in enumerate(paragraph):
            above = groups[-1][0] if groups else None
            kind = _kind_of(text, line, above, slogan=slogan)
            if groups and _continues(text, groups[-1], kind, line, wrapped=number > 0):
                groups[-1][1].append(line)
            else:
                groups.append((kind, [line]))
    if len(groups) == 1 and groups[0][0] is BlockKind.TITLE:
        return [(BlockKind.BODY, groups[0][1])]
    return _with_slogans(text, groups)


def _paragraphs(text: str) -> list[list[_Line]]:
    paragraphs: list[list[_Line]] = [[]]
    for match in _LINE.finditer(text):
        raw = match.group().rstrip("\r\n")
        stripped = raw.strip()
        if stripped:
            start = match.start() + len(raw) - len(raw.lstrip())
            hard = raw.endswith("  ")
            paragraphs[-1].append(_Line(start, start + len(stripped), hard))
        elif paragraphs[-1]:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


def _kind_of(text: str, line: _Line, above: BlockKind | None, *, slogan: bool) -> BlockKind:
    body = text[line.start : line.end]
    first = above is None
    if first and _TOP_HEADING.match(body):
        return BlockKind.TITLE
    if _HEADING.match(body) or _NUMBERED_HEADING.match(body):
        return BlockKind.HEADING
    if _LABEL.match(body):
        return BlockKind.LABEL
    if slogan:
        return BlockKind.SLOGAN
    if first and len(body) <= _LONGEST_TITLE and not set(body) & set(",。;!?"):
        return BlockKind.TITLE
    return BlockKind.BODY


def _with_slogans(
    text: str, groups: list[tuple[BlockKind, list[_Line]]]
) -> list[tuple[BlockKind, list[_Line]]]:
    """Tell slogans below a heading: two short lines without punctuation, or one with halves set apart."""
    kinds = [kind for kind, _ in groups]
    for index, kind in enumerate(kinds):
        if kind not in {BlockKind.TITLE, BlockKind.HEADING}:
            continue
        run = list(takewhile(lambda group: _calls_out(text, group), islice(groups, index + 1, index + 4)))
        after = groups[index + 1 + len(run)][0] if index + 1 + len(run) < len(groups) else None
        halves = bool(run) and _HALVES.search(text, run[0][1][0].start, run[0][1][0].end) is not None
        if after is BlockKind.BODY and (len(run) == _PAIR or (len(run) == 1 and halves)):
            kinds[index + 1 : index + 1 + len(run)] = [BlockKind.SLOGAN] * len(run)
    return [(kind, lines) for kind, (_, lines) in zip(kinds, groups, strict=True)]


def _calls_out(text: str, group: tuple[BlockKind, list[_Line]]) -> bool:
    kind, lines = group
    length = lines[-1].end - lines[0].start
    is_short = len(lines) == 1 and length <= _LONGEST_SLOGAN
    return kind is BlockKind.BODY and is_short and not _SPOKEN.search(text, lines[0].start, lines[0].end)


def _continues(
    text: str, group: tuple[BlockKind, list[_Line]], kind: BlockKind, line: _Line, *, wrapped: bool
) -> bool:
    """Tell whether a line goes on with the one above; `wrapped` where no blank line stands between."""
    if group[0] is not BlockKind.BODY or kind is not BlockKind.BODY:
        return False
    last = group[1][-1]
    before = text[last.start : last.end]
    ends = _FULL_STOPS if wrapped else _SENTENCE_END
    if (
        before[-1] in ends
        or "\t" in before
        or "\t" in text[line.start : line.end]
        or _LIST_ITEM.match(text[line.start : line.end])
    ):
        return False
    return len(before) >= _SHORTEST_BROKEN_LINE or not set(before).isdisjoint(",。、")


def _flatten(text: str, groups: list[tuple[BlockKind, list[_Line]]]) -> FlatText:
    parts: list[str] = []
    flat_starts: list[int] = []
    origin_starts: list[int] = []
    blocks: list[Block] = []
    length = 0

    def append(start: int, end: int) -> None:
        nonlocal length
        flat_starts.append(length)
        origin_starts.append(start)
        parts.append(text[start:end])
        length += end - start

    for kind, lines in groups:
        block_start = length
        for line in lines:
            start = line.start
            if kind in (BlockKind.HEADING, BlockKind.TITLE) and (
                mark := _HEADING.match(text, start, line.end)
            ):
                start = mark.end()
            for dropped in _DROPPED.finditer(text, start, line.end):
                append(start, dropped.start())
                start = dropped.end()
            append(start, line.end)
        if length > block_start:
            blocks.append(Block(kind, block_start, length))
            parts.append("\n")
            length += 1
    if not blocks:
        return FlatText("", (), (0,), (0,))
    return FlatText("".join(parts), tuple(blocks), tuple(flat_starts), tuple(origin_starts))
