"""Find how many of what: a number, a measure word, and the noun that is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.numerals import CHINESE, parse_number

if TYPE_CHECKING:
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.spans import Spans

_LONGEST_HEAD = 14
_HEAD_RUN = re.compile(r"“\w+”\w*|\w*")
_LONGEST_SLOGAN = 40
_SESSION = frozenset("届第")
_HEAD_STOP = re.compile(
    r"[的等要将已因受由\d]|正在|以[上下]|左右|[为是有]$|[今明本当]?年[底内末]|[今明]年|[上下]半年|本?月底"
)
_AXES = re.compile(r"“?((?:[一两二三四五六七八九十][纵横环轴带廊心核点片翼])+)”?")
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
"""What a round number is told in: 290多|万平方米."""
_INDEFINITE = re.compile(r"一(?!百|千|万|十)")


@dataclass(frozen=True, slots=True)
class QuantityFinding:
    """A quantity in the flat text."""

    start: int
    end: int
    """End of the number and its measure word."""
    head_end: int
    """End of the noun that is counted; equal to end where there is none."""
    min: float
    max: float
    unit: str
    of: str
    total: bool
    rhetorical: bool


def find_quantities(
    text: str, start: int, end: int, *, taken: Spans, patterns: Patterns
) -> list[QuantityFinding]:
    """Return the quantities of a stretch of flat text, in order.

    Spans in `taken` (names, times) and slogans in quotation marks hold none; neither do ordinals
    (第二批), indefinite amounts (一批) nor numbers in names (37号院, 5G).
    """
    found = []
    for match in patterns.quantity.finditer(text, start, end):
        if taken.overlaps(*match.span()):
            continue
        finding = _read(text, match, end, patterns)
        if finding is not None:
            found.append(finding)
    return found


def axes_count(text: str, position: int) -> tuple[int, int] | None:
    """Return the sum and the end of a phrase such as 一纵一横一环 at a position."""
    match = _AXES.match(text, position)
    if match is None or len(match[1]) < len("一纵一横"):
        return None
    return sum(int(parse_number(char) or 0) for char in match[1][::2]), match.end()


def counted_noun(text: str, position: int, end: int, patterns: Patterns) -> int:
    """Return where the noun that begins at a position ends.

    It ends with the first noun that places are counted by (产业转型升级|项目), or before a verb, 的, a
    time or punctuation.
    """
    run = _HEAD_RUN.match(text, position, min(end, position + _LONGEST_HEAD))
    stop = run.end() if run else position
    hard = _HEAD_STOP.search(text, position, stop)
    stop = hard.start() if hard else stop
    head = patterns.head.search(text, position, stop)
    if head:
        return head.end()
    for cut in range(position + 1, stop):
        boundary = patterns.boundary.match(text, cut)
        if boundary and (cut > position + 1 or len(boundary.group()) > 1):
            return cut
    return stop


def _read(text: str, match: re.Match[str], end: int, patterns: Patterns) -> QuantityFinding | None:
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else low
    if (
        low is None
        or high is None
        or _is_slogan(text, match)
        or text[match.start() - 1 : match.start()] in _SESSION
    ):
        return None
    unit = match["unit"]
    if unit[0] in _MYRIADS and len(unit) > 1 and text[match.start("unit") - 1] in "余多":
        low, high, unit = low * _MYRIADS[unit[0]], high * _MYRIADS[unit[0]], unit[1:]
    counted = patterns.classifier.fullmatch(unit) is not None
    if counted and _INDEFINITE.fullmatch(match["low"]):
        return None
    head_end = counted_noun(text, match.end(), end, patterns) if counted else match.end()
    of = text[match.end() : head_end].strip("“”的")
    if (unit == "大" and not of) or (of and parse_number(of) is not None):
        return None
    before = text[max(0, match.start() - 3) : match.start()]
    return QuantityFinding(
        match.start(),
        match.end(),
        head_end,
        low,
        high,
        unit,
        of,
        total=before.endswith(patterns.total_marks),
        rhetorical=unit in ("大", "大类")
        and (not of or of.startswith(patterns.rhetorical_heads) or of.endswith(patterns.rhetorical_heads)),
    )


def _is_slogan(text: str, match: re.Match[str]) -> bool:
    """Tell whether a count is part of a name in quotation marks: “三项工程、一项管理”."""
    if match["low"][0] not in CHINESE:
        return False
    opened = text.rfind("“", max(0, match.start() - _LONGEST_SLOGAN), match.start())
    if opened < 0 or "”" in text[opened : match.start()]:
        return False
    return "。" not in text[match.end() : match.end() + _LONGEST_SLOGAN].partition("”")[0]
