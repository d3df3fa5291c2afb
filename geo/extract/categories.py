"""Put a task into a category by the words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "其他"


def categorise(text: str, categories: Mapping[str, tuple[str, ...]]) -> str:
    """Return the first category of which a word stands in the text, 的 aside; 其他 where none does.

    >>> categorise("完成建设路整治", {"道路整治": ("整治",), "道路建设": ("道路",)})
    '道路整治'
    """
    plain = text.replace("的", "")
    return next((name for name, words in categories.items() if any(map(plain.__contains__, words))), UNKNOWN)
