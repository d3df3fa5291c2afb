"""Name the source of a position in a few words: a planner reads them, an analyst opens the whole text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.render.web.rows import Row

REST_SLOT = "{rest}"
"""Stands in a word for what the source says after the word's key: the name of a parent, for one."""
BETWEEN_SOURCES = "＋"

_SEPARATOR = re.compile(r"\s*[;；]\s*|\s+[+＋]\s+")
_HOST = re.compile(r"^(?:https?://)?(?:www\.|m\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})\b")
_IN_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_DAY = re.compile(r"\d{4}(?:-\d{2}){1,2}")
_COMMA = re.compile(r"\s*[,，]\s*")
_HEAD_END = re.compile(r"[,，;；:：(（]")


def with_source_name(row: Row, words: Mapping[str, str]) -> Row:
    """Return the row with ``source_name`` beside its ``source``, where it has one."""
    return {**row, "source_name": source_name(str(row["source"]), words)} if "source" in row else row


def source_name(source: str, words: Mapping[str, str]) -> str:
    """Return the short name of a source, several joined by ``＋``.

    Parameters
    ----------
    source
        As a layer has it: sources are parted by ``;`` or a free-standing ``+``.
    words
        Table [source_words] of labels.toml: kinds of source by words that stand in them, whatever their
        case; the first in the table that fits counts. The key ``web`` names what is known as a page only.

    Examples
    --------
    >>> source_name("GitHub a/b @1f, c.csv (Amap POI export); 现场核对，2020-08", {"poi": "POI 表"})
    'POI 表＋现场核对'
    """
    parts = _parts(source)
    return BETWEEN_SOURCES.join(dict.fromkeys(_part_name(part, words) for part in parts)) or source


def _parts(source: str) -> list[str]:
    """Split at separators that stand in no brackets."""
    parts, start = [], 0
    for separator in _SEPARATOR.finditer(source):
        before = source[: separator.start()]
        if sum(map(before.count, "(（")) <= sum(map(before.count, ")）")):
            parts.append(source[start : separator.start()])
            start = separator.end()
    return [part for part in (*parts, source[start:]) if part]


def _part_name(part: str, words: Mapping[str, str]) -> str:
    for key, word in words.items():
        found = re.search(rf"(?<![a-z]){re.escape(key)}(?![a-z])", part, re.IGNORECASE)
        if found:
            return word.replace(REST_SLOT, part[found.end() :].strip())
    host = _HOST.match(part)
    return _page_name(part, host[1], words) if host else _head(part)


def _page_name(part: str, host: str, words: Mapping[str, str]) -> str:
    """Name a page by the Chinese publisher in brackets, else by its host and day."""
    noted = _IN_BRACKETS.search(part)
    if noted and _CHINESE.search(noted[1]):
        publisher, day = _COMMA.sub(" ", noted[1].strip()), None
    else:
        publisher, day = host, _DAY.search(part)
    return " ".join(filter(None, (words.get("web"), publisher, day and day[0])))


def _head(part: str) -> str:
    """Return what stands before the first comma, colon or bracket."""
    head = _HEAD_END.split(part, maxsplit=1)[0].strip()
    return head or part
