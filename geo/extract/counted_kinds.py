"""Tell what kind of place a count counts: 道路 are roads, and bridges are counted with them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from geo.extract.lexicon_patterns import Patterns

_ROAD_HEADS = ("道路", "路段", "主干道", "街巷", "断头路", "干道", "小巷")
_BRIDGE_HEADS = ("桥梁", "天桥")
_RIVER_HEADS = ("河道", "河流", "沟渠", "水系")
_WORKS = ("项目", "工程")
_FACILITY = "facility"
_RELATED = {
    "estate": {"estate", "compound", "community", "village"},
    "park": {"park", "square"},
    "road": {"road", "tunnel", "bridge"},
    "school": {"school"},
}


@lru_cache(maxsize=1024)
def kind_of_head(head: str, patterns: Patterns) -> str:
    """Return the kind of place that a counted noun names: 道路 is a road; project where it tells none."""
    for work in _WORKS:
        head = head.removesuffix(work) or head
    kind = next(filter(None, (patterns.suffix_kind.get(head[at:]) for at in range(len(head)))), None)
    if kind:
        return "project" if kind in ("district", "city") else kind
    if head.endswith(_RIVER_HEADS):
        return "river"
    if head.endswith(_BRIDGE_HEADS):
        return "bridge"
    return "road" if head.endswith(_ROAD_HEADS) else "project"


def counted_with(kind: str) -> AbstractSet[str]:
    """Return the kinds that are counted as a kind: an estate, a compound, a village."""
    return _RELATED.get(kind, {kind})


def last_word(noun: str, kind: str) -> str:
    """Return by what a facility is told from others (车场 of 停车场); nothing for a noun of another kind."""
    return noun[-2:] if kind == _FACILITY else ""
