"""Put a task into a category by the words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick import Automaton

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "其他"


def compile_categories(categories: Mapping[str, tuple[str, ...]]) -> Automaton:
    """Return an automaton that tells of each word which category it speaks for, and its rank.

    A word of several categories speaks for the first.
    """
    automaton = Automaton()
    for rank, (name, words) in enumerate(categories.items()):
        for word in words:
            if word not in automaton:
                automaton.add_word(word, (rank, name))
    automaton.make_automaton()
    return automaton


def categorise(text: str, categories: Automaton) -> str:
    """Return the first category of which a word stands in the text, 的 aside; 其他 where none does.

    >>> table = compile_categories({"道路整治": ("整治",), "道路建设": ("道路",)})
    >>> categorise("完成建设路整治", table)
    '道路整治'
    """
    if not len(categories):
        return UNKNOWN
    found = (spoken for _, spoken in categories.iter(text.replace("的", "")))
    return min(found, default=(0, UNKNOWN))[1]
