"""Join sentences that say one thing: the head of an item and what is said of it, a count and its list.

一、A路游园。位于B路，5月1日前开放。 is about one garden; 今年整治2条路。具体为：A路、B路。 names what it
counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.clauses import ClauseKind, clause_kind
from geo.extract.names import find_names

if TYPE_CHECKING:
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.spans import Span

_LONGEST_HEAD = 60
_NUMBER = re.compile(r"\s*(?:\d+[.、)]|\(?[一二三四五六七八九十]+[、)])?\s*")
_BRACKETS = re.compile(r"\([^()]*\)")
_LISTING = re.compile(r"(?:(?:具体|分别|依次|具体路段|具体点位|具体项目|名单)(?:为|是|包括|有)?|包括|即):")
_JOINTS = re.compile(r"[、和与及\s]+")


def join_sentences(text: str, sentences: list[Span], patterns: Patterns) -> list[Span]:
    """Return the sentences of a block with those joined that say one thing."""
    joined: list[Span] = []
    for sentence in join_items(text, sentences, patterns):
        follows = joined and text[joined[-1][1]] == "。"
        if follows and _LISTING.match(text, *sentence):
            joined[-1] = (joined[-1][0], sentence[1])
        else:
            joined.append(sentence)
    return joined


def join_items(text: str, sentences: list[Span], patterns: Patterns) -> list[Span]:
    """Return the sentences of a block; where the first only names places, it goes on with the next.

    It goes on through sentences that give details (全长2.9公里) up to the first that says what is done.
    """
    if len(sentences) < len(("head", "said of it")) or not _is_head(text, *sentences[0], patterns):
        return sentences
    last = 1
    while last + 1 < len(sentences) and _is_detail(text, sentences[last], patterns):
        last += 1
    whole = (sentences[0][0], sentences[last][1])
    if ";" in _BRACKETS.sub("", text[whole[0] : sentences[last][0]]):
        return sentences
    return [whole, *sentences[last + 1 :]]


def _is_head(text: str, start: int, end: int, patterns: Patterns) -> bool:
    if end - start > _LONGEST_HEAD or "。" not in text[end : end + 1]:
        return False
    if "," in text[start:end] and "," in _BRACKETS.sub("", text[start:end]):
        return False
    number = _NUMBER.match(text, start, end)
    start = number.end() if number else start
    names = find_names(text, start, end, patterns)
    if not names or names[0].start != start:
        return False
    said = "".join(text[a:b] for a, b in _between([(name.start, name.end) for name in names], end))
    left = _JOINTS.sub("", _BRACKETS.sub("", said))
    return patterns.head_works.fullmatch(left) is not None


def _between(spans: list[Span], end: int) -> list[Span]:
    """Return the stretches after each span and before the next."""
    starts = [start for start, _ in spans[1:]]
    return list(zip((stop for _, stop in spans), (*starts, end), strict=True))


def _is_detail(text: str, sentence: Span, patterns: Patterns) -> bool:
    return clause_kind(text[slice(*sentence)], patterns) is ClauseKind.DETAIL
