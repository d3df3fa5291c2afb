"""How the characters of a page are pronounced, so that its reader can search by typing letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.render.web.embed import Json

Readings: TypeAlias = "Mapping[str, Sequence[str]]"
"""Syllables without tones by character."""


def readings_record(data: Json, readings: Readings) -> dict[str, str]:
    """Return each syllable that some text in ``data`` has, with its characters there.

    >>> readings_record(["大厦", {"place": "大学南路"}], {"大": ["da"], "厦": ["sha", "xia"]})
    {'da': '大', 'sha': '厦', 'xia': '厦'}
    """
    found: defaultdict[str, str] = defaultdict(str)
    for character in sorted({character for text in _texts(data) for character in text}):
        for syllable in readings.get(character, ()):
            found[syllable] += character
    return dict(sorted(found.items()))


def _texts(data: Json) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from _texts(value)
