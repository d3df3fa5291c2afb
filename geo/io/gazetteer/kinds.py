"""Translate what a file says of the kind of a place into planmap's kinds."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.io.assets import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TABLE = files("geo") / "assets" / "gazetteer" / "kinds.toml"
_ANY = "*"
_NO = "no"
UNKNOWN_KIND = "poi"
_NO_KINDS = frozenset({"weak"})
"""Lists of place_suffixes.toml that name no kind."""


@dataclass(frozen=True, slots=True)
class KindTable:
    """What words, tags and endings of names mean."""

    tags: Mapping[str, Mapping[str, str]]
    """By key of OpenStreetMap, in the order in which they count, then by value."""
    words: Mapping[str, str]
    """By the word in a column of kinds."""
    endings: Mapping[str, str]
    """By the end of a name."""
    lengths: Sequence[int]
    """Of the endings, the longest first."""
    finer: Mapping[str, Sequence[str]]
    """What the end of a name may say where something else has said the kind."""
    areas: Mapping[str, Sequence[str]]
    """By key of OpenStreetMap, the values with which a closed way is an area."""
    known: frozenset[str]
    """Every kind."""

    def is_area(self, tags: Mapping[str, str]) -> bool:
        """Tell from its tags whether a closed way of OpenStreetMap bounds an area."""
        return any(
            tags[key] in values or (_ANY in values and tags[key] != _NO)
            for key, values in self.areas.items()
            if key in tags
        )

    def kind_of(self, name: str, *, tags: Mapping[str, str] | None = None, word: str = "") -> str:
        """Return the kind of a place from its tags or the word of its row, else from the end of its name.

        `word` may be a kind of planmap itself. What is told by nothing is a ``poi``.
        """
        told = self._of_tags(tags) if tags else word if word in self.known else self.words.get(word)
        by_name = self._of_name(name)
        return by_name if told is None or by_name in self.finer.get(told, ()) else told

    def _of_tags(self, tags: Mapping[str, str]) -> str | None:
        for key, values in self.tags.items():
            kind = values.get(tags[key], values.get(_ANY)) if key in tags else None
            if kind is not None:
                return kind
        return None

    def _of_name(self, name: str) -> str:
        for length in self.lengths:
            kind = self.endings.get(name[-length:])
            if kind is not None:
                return kind
        return UNKNOWN_KIND


@functools.cache
def read_kinds() -> KindTable:
    """Return the table that ships with planmap; the endings are those by which reports are read."""
    document = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    suffixes = read_lexicon().words["place_suffixes"]
    endings = {ending: kind for kind, ends in suffixes.items() if kind not in _NO_KINDS for ending in ends}
    tags, words = document["osm"], document["words"]
    told = (kind for values in tags.values() for kind in values.values())
    return KindTable(
        tags=tags,
        words=words,
        endings=endings,
        lengths=sorted({len(ending) for ending in endings}, reverse=True),
        finer=document["finer"],
        areas=document["areas"],
        known=frozenset((*told, *words.values(), *endings.values(), UNKNOWN_KIND)),
    )
