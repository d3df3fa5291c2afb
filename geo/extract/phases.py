"""Find names that only their phase tells: 泰开电机二期工程, 右营一期.

What stands before the phase is a name where nothing else says so, unless it is a word for a thing or a doing:
项目一期, 管网改造二期.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.boundaries import find_cuts, name_start
from geo.extract.finding import NameFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.lexicon_patterns import Patterns

PHASE_MARK = "期"
"""Without it a stretch has no phase."""
_PHASE = re.compile(r"(?<=[\u4e00-\u9fff])(?:第?[一二三四五六七八]|[1-8])期(?![间货末望盼限刊权])")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,9}")
_LONGEST = 12
_PROJECT = "project"


def find_phased(text: str, start: int, end: int, patterns: Patterns) -> Iterator[NameFinding]:
    """Yield the names of a stretch that end with a phase, whatever stands before it."""
    for phase in _PHASE.finditer(text, start, end):
        floor = max(start, phase.start() - _LONGEST)
        cuts = find_cuts(text, floor, phase.start(), patterns)
        begin = name_start(text, floor, phase.start(), patterns, cuts)
        own = text[begin : phase.start()]
        is_common = own.endswith((*patterns.things, *patterns.doings))
        if _NAME.fullmatch(own) and not is_common and own not in patterns.place_heads:
            yield NameFinding(begin, phase.end(), _PROJECT)
