"""Colour and symbol of features: by the families of the style table, or by a column's commonest values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.errors import LayerError, describe
from geo.render.web.style_sheet import family_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import StyleTable
    from geo.render.web.embed import Json
    from geo.render.web.feature_columns import CodedColumn

_USUAL = "category"
_FEW = 24
"""Up to so many distinct texts make a column that can be told apart by colour."""


def column_for_colour(
    columns: Sequence[CodedColumn], *, wanted: str | None, where: str
) -> CodedColumn | None:
    """Return the column that is wanted, the usual one, or the first with few texts; None without any.

    Raises
    ------
    LayerError
        The wanted column is not there.
    """
    for column in columns:
        if column.name == (wanted or _USUAL):
            return column
    if wanted is not None:
        raise no_such_column(wanted, columns, where=where)
    return next((column for column in columns if _tells_groups_apart(column)), None)


def _tells_groups_apart(column: CodedColumn) -> bool:
    """Whether a column has a few texts, each of two rows or more on average: ids and aliases have not."""
    count, filled = len(column.texts) - 1, int(np.count_nonzero(column.codes))
    return column.kind == "text" and 1 < count <= min(_FEW, filled // 2)


def no_such_column(wanted: str, columns: Sequence[CodedColumn], *, where: str) -> LayerError:
    """Return the error that names the columns that there are."""
    names = ", ".join(column.name for column in columns)
    return LayerError(
        describe(where=where, what="has no column", value=wanted, remedy=f"take one of {names}")
    )


def classes_of(column: CodedColumn | None, style: StyleTable) -> dict[str, Json]:
    """Return the classes, each with label and family, and the class of each text of the column.

    Values that are categories of the style table take its families. Of others, the commonest have a
    family's look each, and the rest share the last one.
    """
    families = style.families
    if column is None:
        return {"classes": [{"label": None, "family": families[0].key}], "classOf": []}
    known = {category for family in families for category in family.categories}
    if any(text in known for text in column.texts):
        keys = [family.key for family in families]
        return {
            "classes": [{"label": family.label, "family": family.key} for family in families],
            "classOf": [keys.index(family_key(style, text)) for text in column.texts],
        }
    counts = np.bincount(column.codes, minlength=len(column.texts))
    order = [int(code) for code in np.argsort(-counts, kind="stable") if column.texts[code]]
    leading = order[: len(families) - 1]
    rest = len(leading)
    classes = [
        {"label": column.texts[code], "family": families[rank].key} for rank, code in enumerate(leading)
    ]
    return {
        "classes": [*classes, {"label": None, "family": families[-1].key}],
        "classOf": [leading.index(code) if code in leading else rest for code in range(len(column.texts))],
    }
