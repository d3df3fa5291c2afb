"""Columns of a table of features, dictionary-coded: each distinct value once, and a small number a row."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ColumnKind: TypeAlias = Literal["text", "number", "date"]

MISSING = 0
"""Code of a cell without a value; its text is empty."""
_UNSIGNED = (np.uint8, np.uint16, np.uint32)


@dataclass(frozen=True, slots=True)
class CodedColumn:
    """One column: ``texts[codes[row]]`` is what the row says."""

    name: str
    kind: ColumnKind
    texts: tuple[str, ...]
    """The empty text, then each distinct value: numbers and days in their order, texts as they first come."""
    codes: NDArray[np.unsignedinteger]
    """Shape (rows,), of the smallest unsigned type that holds them."""


def code_column(column: pd.Series[Any], *, name: str) -> CodedColumn:
    """Return a column of a frame as codes and distinct texts.

    A column of numbers or days has its texts in ascending order, so that a range of values is a range of
    codes. None, NaN and NaT have the code ``MISSING``. Lists and mappings are written as JSON.

    >>> coded = code_column(pd.Series(["路", None, "街", "路"]), name="kind")
    >>> coded.texts, coded.codes.tolist()
    (('', '路', '街'), [1, 0, 2, 1])
    """
    kind = _kind_of(column)
    plain = column if kind == "number" else _texts_of(column)
    found, distinct = pd.factorize(plain, sort=kind != "text", use_na_sentinel=True)
    text_of = _number_text if kind == "number" else str
    texts = [text_of(value) for value in distinct]
    codes = (found + 1).astype(smallest_type(len(texts)))
    return CodedColumn(name, kind, ("", *texts), codes)


def smallest_type(highest: int) -> type[np.unsignedinteger]:
    """Return the smallest unsigned type that holds a number."""
    return next(each for each in _UNSIGNED if highest <= np.iinfo(each).max)


def _kind_of(column: pd.Series[Any]) -> ColumnKind:
    if pd.api.types.is_bool_dtype(column):
        return "text"
    if pd.api.types.is_numeric_dtype(column):
        return "number"
    if pd.api.types.is_datetime64_any_dtype(column):
        return "date"
    if column.dtype != object:
        return "text"
    return "date" if pd.api.types.infer_dtype(column, skipna=True) in ("date", "datetime") else "text"


def _texts_of(column: pd.Series[Any]) -> pd.Series[str]:
    if column.dtype == object and pd.api.types.infer_dtype(column, skipna=True) == "string":
        return column
    return column.map(_text_of, na_action="ignore").astype(object)


def _text_of(value: object) -> str | None:
    if isinstance(value, pd.Timestamp | dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _number_text(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))  # noqa: PLR2004


def utf16_lengths(texts: Sequence[str]) -> NDArray[np.uint32]:
    """Return how many code units each text has in a browser's strings."""
    lengths = np.fromiter(map(len, texts), dtype=np.uint32, count=len(texts))
    if max("".join(texts), default="") > "\uffff":
        lengths += np.fromiter((sum(c > "\uffff" for c in text) for text in texts), np.uint32, len(texts))
    return lengths
