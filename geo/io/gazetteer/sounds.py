"""Spell Chinese names as they sound: 飞翔路 is feixianglu.

Each character has its first reading, whatever stands beside it. That is wrong for some words and does no
harm: both names that are compared are spelt by the same table.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = files("geo") / "assets" / "characters" / "pinyin.tsv"


def sound_of(name: str) -> str:
    """Return the letters and digits of which a name's sound is made, without tones.

    >>> sound_of("飞翔路3号")
    'feixianglu3hao'
    """
    syllables = read_syllables()
    return "".join(syllables.get(character, "") or _own_letter(character) for character in name)


def own_sound(character: str) -> str:
    """Return the sound of one character: its syllable, itself where it is a letter or digit, else nothing."""
    return read_syllables().get(character, "") or _own_letter(character)


@functools.cache
def read_syllables() -> Mapping[str, str]:
    """Return the syllable of each Chinese character of the table."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {character: syllable for syllable, characters in rows for character in characters}


def _own_letter(character: str) -> str:
    return character.lower() if character.isascii() and character.isalnum() else ""
