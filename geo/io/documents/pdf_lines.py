"""Join the stretches of text on a page into lines, in reading order."""

from __future__ import annotations

import itertools
import re
import statistics
import unicodedata
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from geo.io.documents.ideographs import restore_ideographs
from geo.io.documents.markup import drop_invisible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SAME_LINE = 0.4
"""Share of the size by which the base lines of one line may differ (raised numbers, mixed fonts)."""
_RAISED_SIZE = 0.75
_MOST_RAISED = 0.65
_MOST_LOWERED = 0.35
"""Shares of a line's size: raised and lowered signs are so much smaller, and so far from its base."""
_NOTE_SIGN = re.compile(r"[\[［(（]?\d{1,3}[\]］)）]?|[*①-⑳]")
CELL_GAP = 1.6
"""Share of the size from which on a gap parts a line into cells."""
WORD_GAP = 0.2
"""Share of the size from which on a gap is seen as a space."""
_SPREAD_SHARE = 0.8
"""Share of the gaps of a line that are alike where its characters are spread over the line."""
_SYMBOLS = dict.fromkeys((0xF06C, 0xF06E, 0xF0A7, 0xF0B7, 0xF0D8), "•")
"""Bullets of the fonts Symbol and Wingdings, which have no Unicode."""


class Glyph(NamedTuple):
    """A character and its left and right end, in points."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters in one type on one base line; places are in points, from the page's lower left corner."""

    glyphs: tuple[Glyph, ...]
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, with a tab where a gap parts it into cells."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool


def join_fragments(fragments: Iterable[Fragment], *, page: int) -> Iterator[Line]:
    """Give the lines of a page from top to bottom, each from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda fragment: -fragment.base):
        if rows and _on_same_line(rows[-1][0], fragment):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    for row in _attach_raised(rows):
        line = _join_row(row, page)
        if line.text:
            yield line


def _on_same_line(first: Fragment, second: Fragment) -> bool:
    return abs(first.base - second.base) <= _SAME_LINE * max(first.size, second.size)


def _attach_raised(rows: Iterable[list[Fragment]]) -> list[list[Fragment]]:
    """Return the rows with raised and lowered signs in the line that they belong to."""
    attached: list[list[Fragment]] = []
    for row in rows:
        raised = attached.pop() if attached and _is_raised(attached[-1], over=row) else []
        if attached and _is_raised(row, over=attached[-1]):
            attached[-1].extend(row)
        else:
            attached.append([*row, *raised])
    return attached


def _is_raised(row: Sequence[Fragment], *, over: Sequence[Fragment]) -> bool:
    line = max(over, key=lambda fragment: fragment.size)
    return all(
        fragment.size <= _RAISED_SIZE * line.size
        and -_MOST_LOWERED <= (fragment.base - line.base) / line.size <= _MOST_RAISED
        for fragment in row
    )


def _is_note_sign(fragment: Fragment, line: Fragment, before: str) -> bool:
    """Tell whether a fragment is the raised sign of a note: digits that follow no Latin letter (m²)."""
    raised = fragment.size <= _RAISED_SIZE * line.size and fragment.base > line.base + 0.1 * line.size
    text = "".join(glyph.text for glyph in fragment.glyphs).strip()
    return raised and _NOTE_SIGN.fullmatch(text) is not None and (is_wide(before) or not before)


def _join_row(row: Sequence[Fragment], page: int) -> Line:
    # A producer may write the signs of one font first and those of another into the gaps.
    longest = max(row, key=lambda fragment: len(fragment.glyphs))
    glyphs: list[Glyph] = []
    for fragment in sorted(row, key=lambda fragment: fragment.glyphs[0].left):
        before = glyphs[-1].text if glyphs else ""
        if glyphs and _is_note_sign(fragment, longest, before):
            glyphs.append(Glyph("", fragment.glyphs[0].left, fragment.glyphs[-1].right))
        else:
            glyphs += fragment.glyphs
    glyphs.sort(key=attrgetter("left"))
    text = (
        _join_glyphs(glyphs, longest.size).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )
    return Line(
        text=restore_ideographs(drop_invisible(text)).translate(_SYMBOLS).strip(),
        page=page,
        left=glyphs[0].left,
        right=max(glyph.right for glyph in glyphs if not glyph.text.isspace()),
        base=longest.base,
        size=longest.size,
        bold=all(fragment.bold for fragment in row),
    )


def _join_glyphs(glyphs: Sequence[Glyph], size: float) -> str:
    pairs = [*itertools.pairwise(glyphs)]
    usual = _usual_gap(pairs, size)
    parts = [glyphs[0].text]
    for before, after in pairs:
        gap = after.left - before.right - usual
        if gap >= CELL_GAP * size + usual:
            parts.append("\t")
        elif gap >= WORD_GAP * size and _parts_words(before.text, after.text):
            parts.append(" ")
        parts.append(after.text)
    return "".join(parts)


def _usual_gap(pairs: Sequence[tuple[Glyph, Glyph]], size: float) -> float:
    """Return the gap between characters that says nothing: wide where a line is spread to its full width."""
    gaps = [after.left - before.right for before, after in pairs if is_wide(before.text + after.text)]
    if not gaps:
        return 0
    usual = statistics.median(gaps)
    alike = sum(abs(gap - usual) <= WORD_GAP * size for gap in gaps)
    return usual if alike >= _SPREAD_SHARE * len(gaps) and len(gaps) * 2 > len(pairs) else 0


def _parts_words(before: str, after: str) -> bool:
    """Tell whether a gap between two characters stands for a space.

    Between an ideograph and a Latin letter or a digit it is only the distance that typesetting puts there.
    """
    return not (before.isspace() or after.isspace()) and is_wide(before) == is_wide(after)


def is_wide(text: str) -> bool:
    """Tell whether every character takes the width of an ideograph."""
    return all(unicodedata.east_asian_width(character) in ("W", "F") for character in text)
