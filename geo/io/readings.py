"""Read how characters are pronounced, for those who search a page by typing letters."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CHARACTERS = files("geo") / "assets" / "characters"
_TABLES = ("pinyin.tsv", "other_readings.tsv")


def read_readings() -> Mapping[str, tuple[str, ...]]:
    """Return the syllables of each character without tones, the first reading first.

    >>> read_readings()["厦"]
    ('sha', 'xia')
    """
    readings: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for table in _TABLES:
        for syllable, characters in _rows(table):
            for character in characters:
                readings[character][syllable] = None
    return {character: tuple(syllables) for character, syllables in readings.items()}


def _rows(table: str) -> Iterator[tuple[str, str]]:
    for line in (_CHARACTERS / table).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            syllable, characters = line.split("\t")
            yield syllable, characters
