"""Write expressions of QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from geo.model import StyleTable

MIXED = "MIX"
"""Key of places where tasks of several families meet."""
AS_OF = "planmap_as_of"
"""Variable of the project: the day against which 逾期 is told."""


def literal(text: str) -> str:
    r"""Return a text as a literal.

    >>> literal("二马路's")
    "'二马路''s'"
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def column(name: str) -> str:
    """Return a reference to a column."""
    return f'"{name}"'


def is_one_of(subject: str, values: Iterable[str]) -> str:
    """Return a condition that holds where an expression gives one of some texts."""
    listed = ", ".join(literal(value) for value in values)
    return f"{subject} IN ({listed})" if listed else "FALSE"


def cases(chosen: Mapping[str, str], *, otherwise: str) -> str:
    """Return an expression that takes the value of the first condition that holds."""
    if not chosen:
        return otherwise
    whens = " ".join(f"WHEN {condition} THEN {value}" for condition, value in chosen.items())
    return f"CASE {whens} ELSE {otherwise} END"


def cell(name: str) -> str:
    """Return a feature's value in a column, NULL where there is no feature.

    In the legend of a layout there are no columns either, and an expression that names one fails.
    """
    return f"attribute($currentfeature, {literal(name)})"


def holds(condition: str, *, otherwise: str = "FALSE") -> str:
    """Return a condition with an answer where a value is missing."""
    return f"coalesce({condition}, {otherwise})"


def has(name: str, value: str) -> str:
    """Return a condition that a column holds a text; in a legend it does not hold."""
    return holds(f"{cell(name)} = {literal(value)}")


def family_key(styles: StyleTable, *, mixed: Iterable[str] = ()) -> str:
    """Return the key of a task's family; at places in `mixed`, where several families meet, MIXED."""
    chosen = {is_one_of(column("place_id"), mixed): literal(MIXED)} if (mixed := sorted(mixed)) else {}
    chosen |= {
        is_one_of(column("category"), family.categories): literal(family.key)
        for family in styles.families
        if family.categories
    }
    return cases(chosen, otherwise=literal(styles.families[-1].key))


def overdue(as_of: date | None) -> str:
    """Return the condition that a task's day is over and the task is not done.

    The day is the project's variable AS_OF; a layer opened without the project takes `as_of`.
    """
    fallback = "NULL" if as_of is None else literal(as_of.isoformat())
    today = f"to_date(coalesce(@{AS_OF}, {fallback}))"
    return holds(f"{cell('due')} < {today} AND {cell('status')} <> 'done'")


def escaped(expression: str) -> str:
    """Return an expression for HTML: what a report says is text, never markup."""
    return f"replace(replace(coalesce({expression}, ''), '&', '&amp;'), '<', '&lt;')"
