"""Leave out what stands in the margins of a PDF's pages: running heads, running feet, page numbers."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.io.documents.pdf_lines import Line

MOST_MARGIN_LINES = 3
"""Lines at the top and at the bottom of a page that may be a running head or foot."""
LEAST_SHARE = 0.5
"""Share of the pages on which a line stands at the same place (even and odd pages may differ)."""
FEWEST_PAGES = 2
_PLACE_STEP = 3.0
"""Points by which the place of a running head may differ."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-—–－·•.~ ]*(\d{1,4})[-—–－·•.~ ]*|第\s*(\d{1,4})\s*页(?:[,，/ ]*共\s*\d{1,4}\s*页)?"
    r"|(\d{1,4})\s*/\s*\d{1,4}|(?:page|p\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?)",
    re.IGNORECASE,
)
NOTE_SIZE = 0.9
"""Share of the size of most of the text up to which type is a footnote's."""
_NOTE = re.compile(r"(?:[\[［(（]?\d{1,3}[\]］)）]?|[*①-⑳]|注)\s*(?![\d.．、\s])(.+)")
_FARTHEST_OFFSET = 50
"""A first page may bear a number up to this."""


def move_notes(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages with footnotes behind the last one, without their first sign.

    Footnotes are the last lines of a page, in smaller type than most, the first of them with a sign.
    """
    letters: Counter[float] = Counter()
    for line in itertools.chain.from_iterable(pages):
        letters[round(line.size * 2) / 2] += len(line.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    texts: list[list[Line]] = []
    notes: list[Line] = []
    for lines in pages:
        start = len(lines)
        while start and lines[start - 1].size <= NOTE_SIZE * usual:
            start -= 1
        sign = _NOTE.match(lines[start].text) if start < len(lines) else None
        texts.append(list(lines[:start] if sign else lines))
        if sign:
            notes += [replace(lines[start], text=sign[1]), *lines[start + 1 :]]
    return [*texts, notes]


def drop_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without running heads, running feet and page numbers.

    A running line stands at the same place of most pages and says the same, its numbers aside. A page
    number is alone in the first or last line and counts the pages.
    """
    return _drop_running_lines(_drop_page_numbers(pages))


def _drop_page_numbers(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drop lines that are only a number, where the numbers count the pages."""
    kept = [list(lines) for lines in pages]
    for edge in (-1, 0):
        numbers = {index: _page_number(lines[edge]) for index, lines in enumerate(kept) if lines}
        offsets = Counter(number - index for index, number in numbers.items() if number is not None)
        offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
        if _counts_pages(offset, count, len(numbers)):
            for index, number in numbers.items():
                if number == index + offset:
                    del kept[index][edge]
    return kept


def _counts_pages(offset: int, count: int, pages: int) -> bool:
    """Tell whether so many numbers that differ from their page's by an offset are page numbers."""
    if pages == 1:
        return count == 1 and offset == 1
    return count >= max(FEWEST_PAGES, LEAST_SHARE * pages) and 0 <= offset <= _FARTHEST_OFFSET


def _page_number(line: Line) -> int | None:
    match = _PAGE_NUMBER.fullmatch(line.text.strip())
    return int(next(filter(None, match.groups()))) if match else None


def _drop_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    counts = Counter(key for lines in pages for key in {_place(line) for line in _edge_lines(lines)})
    least = max(FEWEST_PAGES, math.ceil(LEAST_SHARE * sum(1 for lines in pages if lines)))
    running = {key for key, count in counts.items() if count >= least}
    kept: list[list[Line]] = []
    for lines in pages:
        edge = set(map(id, _edge_lines(lines)))
        kept.append([line for line in lines if id(line) not in edge or _place(line) not in running])
    return kept


def _edge_lines(lines: Sequence[Line]) -> list[Line]:
    count = min(MOST_MARGIN_LINES, max(len(lines) // 3, 1))
    return [*lines[:count], *lines[-count:]]


def _place(line: Line) -> tuple[int, str]:
    return round(line.base / _PLACE_STEP), _DIGITS.sub("#", line.text)
