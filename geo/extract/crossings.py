"""Tell where two roads are said to cross: A路与B路交叉口东南角."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from geo.extract.finding import NameFinding

COMPASS = "东南|东北|西南|西北|东|南|西|北"
WORD = re.compile(r"(?:平面)?(?:交叉路?口|交汇处?|交会[处口]?|交汇口|交口|路口(?!袋))")
"""What stands behind the names of two roads that cross."""
WAYS = frozenset({"road", "tunnel", "bridge", "river"})
"""Kinds that cross."""
JOINTS = frozenset({"与", "和", "及", "、", "×", ""})
"""What stands between the names of two roads that cross."""
_AT = re.compile(rf"{WORD.pattern}处?(?:(?:{COMPASS})(?:侧?角|侧|口))?|岗?(?:东南|东北|西南|西北)角")
_TWO = 2


def are_joined(text: str, pair: Sequence[NameFinding], joints: Collection[str] = JOINTS) -> bool:
    """Tell whether two names are of ways and stand together as those of a crossing do."""
    if len(pair) != _TWO or not all(name.kind in WAYS for name in pair):
        return False
    return text[pair[0].end : pair[1].start] in joints


def crossing_end(text: str, pair: Sequence[NameFinding], end: int) -> int | None:
    """Return where the words for the crossing of two roads end; None where they are no crossing."""
    tail = _AT.match(text, pair[1].end, end) if are_joined(text, pair) else None
    return tail.end() if tail else None
