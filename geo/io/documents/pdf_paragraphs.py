"""Find the paragraphs in a PDF's lines by their geometry.

A line begins a paragraph where it is indented, where the line before it ends early enough to have taken
its first word, where the gap between them is wider than between lines, or where the type changes.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.io.documents.markup import BULLET, DEEPEST_HEADING
from geo.io.documents.pdf_lines import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.io.documents.pdf_lines import Line

WIDE_GAP = 1.3
"""Share of the usual distance of lines from which on a gap parts paragraphs."""
INDENT = 1.2
"""Share of the type's size by which the first line of a paragraph is moved in, at least; usually two."""
ROOM = 0.7
"""Share of the type's size that a line must keep free, beyond its next word, to have ended early."""
EDGE = 2.0
"""Share of the type's size within which lines end that are full (words and signs do not break)."""
SAME_SIZE = 0.08
"""Share by which the size of one type may differ between lines."""
HEADING_SIZE = 1.12
"""Share of the text's size from which on a short line is a heading."""
LONGEST_HEADING = 60
_LEAST_LEFT_SHARE = 0.05
_FEWEST_LINES = 6
_SMALLEST = 0.5
"""Points; smaller type is no one's to read, but must not end in a division."""
_SENTENCE_END = tuple("。！？!?；;")
_FIRST_WORD = re.compile(r"[0-9A-Za-z.,%~\-—–]+|.", re.DOTALL)
_CLOSING = re.compile(r"[，。、；：！？）》」』”’〉】,.;:!?)%‰]*")
"""Signs that may not begin a line and so stay with the character before them (GB/T 15834)."""
_ITEM = re.compile(
    r"[•●■◆▪]|[·-] |[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.．、](?!\d)|[①-⑳]"
)

_BULLET = re.compile(r"^[•●■◆▪]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _Column:
    """The edges of the text, in points; those of left and right pages may differ."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Measures:
    """The type of the text and where it stands, in points."""

    size: float
    pitch: float
    columns: tuple[_Column, _Column]
    bold: bool
    levels: dict[float, int]

    def column(self, line: Line) -> _Column:
        """Return the column in which a line stands."""
        return self.columns[line.page % 2]


def write_blocks(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Give the paragraphs, headings and tables of a document, in reading order."""
    lines = [*itertools.chain.from_iterable(pages)]
    if lines:
        measures = _measure(lines)
        for paragraph in _paragraphs(lines, measures):
            yield _write(paragraph, measures)


# --- Measures -------------------------------------------------------------------------------------


def _measure(lines: Sequence[Line]) -> _Measures:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[_rounded(line.size)] += len(line.text)
    size = max(letters.most_common(1)[0][0], _SMALLEST)
    body = [line for line in lines if abs(line.size - size) <= SAME_SIZE * size] or list(lines)
    whole = _edges(body, size)
    sides = [[line for line in body if line.page % 2 == side] for side in (0, 1)]
    left, right = (_edges(side, size) if len(side) >= _FEWEST_LINES else whole for side in sides)
    larger = sorted({_rounded(line.size) for line in lines if _is_large(line, size)}, reverse=True)
    return _Measures(
        size=size,
        pitch=_pitch(body, size),
        columns=(left, right),
        bold=sum(line.bold for line in body) * 2 > len(body),
        levels={larger_size: level for level, larger_size in enumerate(larger, 1)},
    )


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _is_large(line: Line, size: float) -> bool:
    return line.size >= HEADING_SIZE * size and len(line.text) <= LONGEST_HEADING


def _edges(lines: Sequence[Line], size: float) -> _Column:
    """Return the leftmost place at which lines often begin, and the place at which full lines end."""
    lefts = Counter(round(line.left / 2) * 2 for line in lines)
    often = min(_LEAST_LEFT_SHARE * len(lines), max(lefts.values()))
    left = min(place for place, count in lefts.items() if count >= often)
    farthest = max((line.right for line in lines if "\t" not in line.text), default=lines[0].right)
    full = [line.right for line in lines if farthest - line.right <= EDGE * size]
    return _Column(left, statistics.median(full))


def _pitch(lines: Sequence[Line], size: float) -> float:
    """Return the usual distance of lines: the most frequent one, the smaller where two are."""
    distances = Counter(
        round(before.base - after.base)
        for before, after in itertools.pairwise(lines)
        if before.page == after.page and 0 < before.base - after.base < 4 * size
    )
    often = max(distances.values(), default=0)
    return float(min((value for value, count in distances.items() if 2 * count >= often), default=1.5 * size))


# --- Paragraphs -----------------------------------------------------------------------------------


def _paragraphs(lines: Iterable[Line], measures: _Measures) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(line, paragraph[-1], measures):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(line: Line, before: Line, measures: _Measures) -> bool:
    """Tell whether a line begins a paragraph."""
    if abs(line.size - before.size) > SAME_SIZE * before.size or _is_wide_gap(line, before, measures):
        return True
    if "\t" in line.text or "\t" in before.text:
        return not ("\t" in line.text and "\t" in before.text)
    ended = before.text.endswith(_SENTENCE_END)
    if _has_room(before, line, measures.column(before)):
        return True
    if ended and _ITEM.match(line.text):
        return True
    indented = line.left - measures.column(line).left >= INDENT * line.size
    return indented and ended


def _is_wide_gap(line: Line, before: Line, measures: _Measures) -> bool:
    scale = max(line.size / measures.size, 1)
    return line.page == before.page and before.base - line.base > WIDE_GAP * scale * measures.pitch


def _has_room(line: Line, following: Line, column: _Column) -> bool:
    """Tell whether the first word of the following line would still have fitted on a line."""
    word = _FIRST_WORD.match(following.text)
    end = word.end() if word else 0
    closing = _CLOSING.match(following.text, end)
    first = following.text[: closing.end() if closing else end]
    width = sum(1 if is_wide(character) else 0.5 for character in first) * line.size
    return line.right + width + ROOM * line.size <= column.right


def _write(paragraph: Sequence[Line], measures: _Measures) -> str:
    texts = [_BULLET.sub(BULLET, line.text) for line in paragraph]
    level = measures.levels.get(_rounded(paragraph[0].size))
    if level is not None and sum(map(len, texts)) <= LONGEST_HEADING:
        return f"{'#' * min(level, DEEPEST_HEADING)} {''.join(texts)}"
    if not measures.bold and all(line.bold for line in paragraph):
        texts = [f"**{text}**" for text in texts]
    return "\n".join(texts)
