"""Tell kinds of place that one name cannot have at once."""

from __future__ import annotations

WAYS = frozenset({"road", "street", "tunnel", "bridge", "highway", "expressway", "metro"})
"""Kinds that one moves along."""

SUBDIVISIONS = frozenset({"subdistrict", "district", "city", "province", "region"})
"""Kinds that divide the country."""

EXTENDED = frozenset({"zone", "town", "subdistrict", "district", "city", "province", "region"})
"""Kinds so large that a point can only be their seat."""

OUTSIDE_ANY_DISTRICT = frozenset({"city", "province", "region", "district"})
"""Kinds that do not lie in a district."""


def conflict(kind: str | None, other: str | None) -> bool:
    """Say whether a name of `kind` cannot mean a place of `other`: 福寿街 is a road, 福寿街道 is none.

    A kind that is not known conflicts with nothing.
    """
    if kind is None or other is None:
        return False
    return any((kind in family) != (other in family) for family in (WAYS, SUBDIVISIONS))
