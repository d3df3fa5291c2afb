"""Break texts into lines, as Chinese is set: no line begins with 、 or ends with （."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.render.sheet.faces import Face

_NOT_FIRST = "!%),.:;?]}¢°·’”†‡›℃∶、。〃〆〕〗〞﹚﹜！＂％＇），．：；？］｝～—…》」』】"
"""Characters that no line begins with (GB/T 15834, CLREQ 3.1.5)."""
_NOT_LAST = "([{£¥‘“‹〈《「『【〔〖〝﹙﹛＄（．［｛￡￥"
"""Characters that no line ends with."""
_WORD = re.compile(
    rf"[{re.escape(_NOT_LAST)}]*(?:[0-9A-Za-z~±+/.,:'’-]*[0-9A-Za-z]%?|\S|\s+)[{re.escape(_NOT_FIRST)}]*"
)
_MOST_KEPT = 0.8
"""A name that takes more than this share of a line may be broken."""


def wrap(text: str, width: float, *, points: float, face: Face, keep: Iterable[str] = ()) -> list[str]:
    """Return a text in lines no wider than `width` millimetres.

    `keep` are names that stay on one line where they fit on one. A word that is wider than a line is
    broken where it must be. Blanks at the ends of lines are left out.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for word in _broken_up(text, width, points=points, face=face, keep=keep):
        length = face.width(word, points)
        if line and used + face.width(word.rstrip(), points) > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
            word = word.lstrip()  # noqa: PLW2901 - the blank was the end of the line
            length = face.width(word, points)
        line, used = line + word, used + length
    return [*lines, line.rstrip()] if line.strip() else lines


def _broken_up(text: str, width: float, *, points: float, face: Face, keep: Iterable[str]) -> list[str]:
    """Return the pieces of a text that stay whole, none wider than a line."""
    names = sorted({name for name in keep if name}, key=lambda name: (-len(name), name))
    names = [name for name in names if face.width(name, points) <= _MOST_KEPT * width]
    pieces: list[str] = []
    for word in _words(text, names):
        if face.width(word.rstrip(), points) <= width:
            pieces.append(word)
        else:
            pieces.extend(_cut(word, width, points=points, face=face))
    return pieces


def _words(text: str, names: Sequence[str]) -> list[str]:
    if not names:
        return _WORD.findall(text)
    alternatives = "|".join(map(re.escape, names))
    named = re.compile(
        rf"[{re.escape(_NOT_LAST)}]*(?:{alternatives})[{re.escape(_NOT_FIRST)}]*|{_WORD.pattern}"
    )
    return named.findall(text)


def _cut(word: str, width: float, *, points: float, face: Face) -> list[str]:
    """Return a word that is wider than a line in pieces that are not."""
    pieces = [""]
    for character in word:
        if pieces[-1] and face.width(pieces[-1] + character, points) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def fitted_points(text: str, width: float, *, points: float, least: float, face: Face) -> float:
    """Return the size, up to `points` and not below `least`, at which a text fits in one line."""
    length = face.width(text, points)
    return points if length <= width else max(least, points * width / length)


def shortened(text: str, width: float, *, points: float, face: Face) -> str:
    """Return a text that fits in one line, with … where it was cut."""
    if face.width(text, points) <= width:
        return text
    while text and face.width(text + "…", points) > width:
        text = text[:-1]
    return text + "…"
