"""Write what a layout says with Markdown's signs: headings, lines that are bold as a whole, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DEEPEST_HEADING = 6
BULLET = "• "
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPACES_IN_LINE = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one weight."""

    text: str
    bold: bool = False


def drop_invisible(text: str) -> str:
    """Return the text without soft hyphens and characters of no width."""
    return text.translate(_INVISIBLE)


def write_paragraph(runs: Sequence[Run], *, heading: int | None = None, label: str = "") -> str:
    """Return a paragraph's text, or "" where it holds none.

    Parameters
    ----------
    runs
        Its text; a line feed is a line break within the paragraph, other spaces are single.
    heading
        Its level where it is a heading, which takes one line.
    label
        The number or bullet that the layout puts in front.
    """
    lines = [_SPACES_IN_LINE.sub(" ", line).strip() for line in "".join(run.text for run in runs).split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return ""
    lines[0] = label + lines[0]
    if heading is not None:
        return f"{'#' * min(heading, DEEPEST_HEADING)} {' '.join(lines)}"
    if all(run.bold for run in runs if run.text.strip()):
        lines = [f"**{line}**" for line in lines]
    return "\n".join(lines)


def write_table(rows: Iterable[Sequence[str]]) -> str:
    """Return a table with one line a row, a tab between cells, and no row that is empty."""
    lines = ("\t".join(" ".join(cell.split()) for cell in row).rstrip("\t") for row in rows)
    return "\n".join(line for line in lines if line)


def write_document(blocks: Iterable[str]) -> str:
    """Return the blocks that are not empty, with a blank line between two."""
    return "\n\n".join(block for block in blocks if block) + "\n"
