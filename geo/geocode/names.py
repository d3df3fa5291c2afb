"""Bring two spellings of one name to the same string, and tell names that are merely alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ALIAS_SEPARATOR = "、"
"""Between the names of an ``aliases`` column."""

_MARKS = re.compile(
    "[\"'“”‘’„‟「」『』《》〈〉"  # quotes and title marks
    "·•‧∙⋅・"  # middle dots
    "\u200b-\u200f\u2060\ufeff]"  # zero width
)
_HAN = "〇\u3400-\u9fff\U00020000-\U0003ffff"
_SPACE_AT_HAN = re.compile(rf"(?<=[{_HAN}])\s+|\s+(?=[{_HAN}])")
_SPACES = re.compile(r"\s+")
_SHORTEST_ALIKE = 3
_MOST_CHARACTERS_APART = 2


_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HIGHWAYS = {"国道": "G", "省道": "S", "县道": "X", "乡道": "Y"}
"""Letters of the road classes (GB/T 917)."""
_HIGHWAY = re.compile(r"(?P<number>\d+)(?P<after>[国省县乡]道)|(?P<before>[国省县乡]道)(?P<its>\d+)")


def normalise_name(name: str, simplified: Mapping[int, str] | None = None) -> str:
    """Fold width, drop quotes, middle dots and the spaces beside Chinese characters.

    Idempotent. Changes no word: 路 and 街, or 镇 and 乡, stay two names. With `simplified`, as
    :func:`simplifying` makes it, traditional characters become simplified ones.

    >>> normalise_name("“公园１８７２”")
    '公园1872'
    >>> normalise_name("南南街 37 号院")
    '南南街37号院'
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", name))
    closed = _SPACE_AT_HAN.sub("", bare)
    return unicodedata.normalize("NFKC", _SPACES.sub(" ", closed).strip()).translate(simplified or {})


def simplifying(pairs: Collection[str]) -> dict[int, str]:
    """Return the table of ``str.translate`` for pairs of a traditional and a simplified character.

    >>> "大學路".translate(simplifying(["學学豐丰"]))
    '大学路'
    """
    return {ord(line[at]): line[at + 1] for line in pairs for at in range(0, len(line), 2)}


def split_aliases(aliases: str | None) -> tuple[str, ...]:
    """Split an ``aliases`` value into its names; none where it is empty."""
    if aliases is None:
        return ()
    return tuple(part.strip() for part in aliases.split(ALIAS_SEPARATOR) if part.strip())


def are_alike(name: str, other: str, *, distinguishing: Collection[str], generic: Collection[str]) -> bool:
    """Say whether `other` is worth offering to someone who wrote `name`. It is never taken.

    Alike are: one character changed (飞翔路, 飞祥路; 兴盛路, 兴盛街), a `generic` word left out (西四环,
    西四环路), up to two other characters left out in one piece (水磨公园, 水磨森林公园), and one number
    written in two ways (三〇一医院, 301医院; G107, 107国道). A difference in a `distinguishing` character
    or word (中原路, 中原西路; 二七广场, 二七广场隧道) makes two places.

    >>> are_alike("飞翔路", "飞祥路", distinguishing="东西", generic="路街")
    True
    >>> are_alike("中原路", "中原西路", distinguishing="东西", generic="路街")
    False
    """
    if name == other:
        return False
    if _in_digits(name) == _in_digits(other):
        return True
    if len(name) == len(other):
        return _differ_in_one(name, other, distinguishing)
    shorter, longer = sorted((name, other), key=len)
    if any(longer == shorter + word for word in generic):
        return True
    added = _characters_added(shorter, longer)
    if added is None or len(shorter) < _SHORTEST_ALIKE:
        return False
    return len(added) <= _MOST_CHARACTERS_APART and not {added, *added} & set(distinguishing)


def _in_digits(name: str) -> str:
    """Write the numbers of a name, and the class of a numbered road, as letters and digits."""
    digits = name.translate(_CHINESE_DIGITS)
    found = _HIGHWAY.fullmatch(digits)
    if found is None:
        return digits
    return _HIGHWAYS[found["after"] or found["before"]] + (found["number"] or found["its"])


def _differ_in_one(name: str, other: str, distinguishing: Collection[str]) -> bool:
    pairs = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    if len(name) < _SHORTEST_ALIKE or len(pairs) != 1:
        return False
    a, b = pairs[0]
    return a not in distinguishing and b not in distinguishing


def _characters_added(shorter: str, longer: str) -> str | None:
    """Return what must be put into `shorter`, in one piece, to make `longer`; None where that cannot be."""
    extra = len(longer) - len(shorter)
    for start in range(len(shorter) + 1):
        if longer[:start] + longer[start + extra :] == shorter:
            return longer[start : start + extra]
    return None
