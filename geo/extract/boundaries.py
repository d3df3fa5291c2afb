"""Find where a name begins: Chinese writes no spaces, so by what cannot be part of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.numerals import CHINESE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.extract.lexicon_patterns import Patterns

RUN_EDGE = re.compile(r"[^\w·]|[_等的了或①-⑳]|(?<=的)有")
"""What no name reaches over."""
_COUNTED_BY = "个条项家处所座栋幢片大类批块宗"
_COUNT_BEFORE = re.compile(rf"(?:\d+|[{CHINESE}]+)(?:余|多)?[{_COUNTED_BY}]\Z")

_LONGEST_NAME = 16
_SHORTEST_AFTER_LETTER = 2
_LONGEST_COUNT = 6
_PREPOSITIONS = frozenset("以在对把将从由按向为是")
_NEVER_IN_NAMES = frozenset("在对把")
_NAMES_WITH_JOINERS = ("和平", "和谐", "和睦", "和顺", "和兴", "和义", "和安", "及第")
_UP_TO = frozenset("至到")
_JOINERS = frozenset("和与及至到")
_NAME_ENDS = frozenset("路街道巷同河桥线环院区园苑村场馆站校楼段")
_LESS_SURE_ENDS = frozenset("镇乡学")
"""After these a joiner may belong to a name of two characters: 东坝镇|和平路."""
_STREETS = frozenset("路街道巷大")
_NEVER_FIRST = ("街道", "社区")
"""What no name begins with: 联合街道第二幼儿园 is no 街道第二幼儿园."""
_NO_NAME_ALONE = frozenset("东西南北中一二三四五六七八九十")


def find_cuts(text: str, start: int, end: int, patterns: Patterns) -> Mapping[int, int]:
    """Return where the words of a stretch stand that no name begins with: their starts by their ends.

    The leftmost and longest words are taken, none overlapping another: 启动|工业路, not 启|动工|业路.
    """
    if start >= end:
        return {}
    # A slice: the automaton copies the whole text that it is given.
    found = patterns.boundary_words.iter_long(text[start:end])
    return {start + last + 1: start + last + 1 - length for last, length in found if length}


def name_start(
    text: str,
    floor: int,
    suffix_start: int,
    patterns: Patterns,
    cuts: Mapping[int, int],
    *,
    shortest: int = 0,
    whole_words: bool = False,
) -> int:
    """Return where the name before a suffix begins: after the last boundary that leaves a name.

    What is left has at least `shortest` characters (a street may be called 建设路, but 推进集聚区 is no
    name) and is more than a point of the compass or a number (解放|东路 is no cut). A boundary of one
    character needs two characters to its right (人和路), or a name to its left (A路|和|B路). In an item
    of an enumeration only a preposition at its head cuts, of single characters; with `whole_words` no
    word at its head does that leaves one character (、新建里小区).
    """
    floor = run_start(text, max(floor, suffix_start - _LONGEST_NAME), suffix_start)
    floor += text.startswith("(原", floor - 1)
    is_item = text[floor - 1 : floor] == "、"
    for cut in range(suffix_start, floor, -1):
        letter = text[cut - 1]
        if letter in _COUNTED_BY and stands_after_count(text, max(floor, cut - _LONGEST_COUNT), cut):
            return cut
        left = suffix_start - cut
        if left >= shortest and cuts.get(cut, -1) >= floor:
            alone = left == 1 and text[cut] in _NO_NAME_ALONE and text[suffix_start] in _STREETS
            headless = left > 0 and text.startswith(_NEVER_FIRST, cut)
            heads_item = is_item or text[floor - 1 : floor] in ("和", "与", "及")
            torn = left == 1 and whole_words and heads_item and cuts[cut] == floor
            if not (alone or headless or torn):
                return cut
        joins_works = letter in _JOINERS and cuts.get(cut - 1, -1) >= floor
        if left > 0 and joins_works and not text.startswith(_NAMES_WITH_JOINERS, cut - 1):
            return cut
        if letter not in patterns.boundary_letters or text.startswith(patterns.not_prepositions, cut - 1):
            continue
        if _letter_cuts(text, cut, floor, left, is_item=is_item):
            return cut
    return floor


def run_start(text: str, floor: int, end: int) -> int:
    """Return where the run of characters before a place begins that a name may consist of."""
    edges = [edge.end() for edge in RUN_EDGE.finditer(text, floor, end)]
    return edges[-1] if edges else floor


def stands_after_count(text: str, floor: int, end: int) -> bool:
    """Tell whether a number and its measure word stand right before a place, from a floor on.

    A street is no measure: 四大街, 文化一条街.
    """
    if text[end - 1 : end] not in _COUNTED_BY or _COUNT_BEFORE.search(text, floor, end) is None:
        return False
    return not (text.startswith(("大街", "大道"), end - 1) or text.startswith("一条街", end - 2))


def _letter_cuts(text: str, cut: int, floor: int, left: int, *, is_item: bool) -> bool:
    joins = text[cut - 1] in _JOINERS and cut - 1 > floor
    if joins and text[cut - 2] in _LESS_SURE_ENDS and left >= _SHORTEST_AFTER_LETTER:
        return True
    if joins and text[cut - 2 : cut - 1] in _NAME_ENDS:
        return True
    opens = cut - 1 == floor and text[cut - 1] in _PREPOSITIONS
    if text[cut - 1] in _NEVER_IN_NAMES and (opens or text[cut - 1] != "在"):
        return left > 0
    return (opens or not is_item or text[cut - 1] in _UP_TO) and left >= _SHORTEST_AFTER_LETTER
