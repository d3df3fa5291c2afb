"""Rows of layers as plain data: what is empty is left out, days are text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.render.web.embed import Json

Row: TypeAlias = "dict[str, Json]"


def rows_of(table: pd.DataFrame, columns: Sequence[str] | None = None) -> list[Row]:
    """Return one record a row, in order, without the geometry and without empty values."""
    names = [name for name in (columns or table.columns) if name in table.columns and name != "geometry"]
    values = pd.DataFrame(table[names]).astype(object)
    return [
        {name: _plain(value) for name, value in record.items() if not _is_empty(value)}
        for record in cast("list[dict[str, object]]", values.to_dict("records"))
    ]


def _is_empty(value: object) -> bool:
    return value is None or value == "" or bool(pd.isna(value))  # type: ignore[call-overload]


def _plain(value: object) -> Json:
    if isinstance(value, date):
        return value.isoformat()[: len("2020-08-01")]
    if isinstance(value, np.generic):
        return cast("Json", value.item())
    return cast("Json", value) if isinstance(value, str | int | float | bool) else str(value)
