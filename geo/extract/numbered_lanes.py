"""Find lanes that are called by their number: 南湖一条、二条和三条. One by itself is a count (新建一条路)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.boundaries import find_cuts, name_start
from geo.extract.finding import NameFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.lexicon_patterns import Patterns

LANE_MARK = "条"
"""Without it a stretch has no lane that is called by its number."""
_NUMERAL = "[头一二三四五六七八九十]{1,2}"
_RUN = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?P<first>{_NUMERAL}条)(?:[、和与及至到]{_NUMERAL}条)+(?!(?:[\u4e00-\u9fff]{{0,2}}?(?:道路|街巷)|路|街|河)(?!面|灯|基))"
)
_LANE = re.compile(rf"{_NUMERAL}条")
_LONGEST = 12
_PROPER = range(2, 5)
_COUNTED = frozenset("路街道巷河渠沟线")
"""Behind these a number counts: 修路一条."""


def find_numbered_lanes(text: str, start: int, end: int, patterns: Patterns) -> Iterator[NameFinding]:
    """Yield the lanes of runs of two and more; those after the first have the full name of theirs."""
    for run in _RUN.finditer(text, start, end):
        floor = max(start, run.start() - _LONGEST)
        cuts = find_cuts(text, floor, run.start(), patterns)
        begin = name_start(text, floor, run.start(), patterns, cuts)
        own = text[begin : run.start()]
        if len(own) not in _PROPER or own[-1] in _COUNTED or patterns.generic_roads.fullmatch(own):
            continue
        yield NameFinding(begin, run.end("first"), "road")
        for lane in _LANE.finditer(text, run.end("first"), run.end()):
            yield NameFinding(*lane.span(), "road", full=own + lane.group())
