"""Keep the rows of a frame that keep its schema, so that a check can go on after a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import pandas as pd

from geo.schema import problems, restore_types

if TYPE_CHECKING:
    from geo.schema import LayerSchema

Frame = TypeVar("Frame", bound=pd.DataFrame)


def sound_rows(frame: Frame, schema: LayerSchema) -> Frame:
    """Return the rows that keep their schema each by itself, in their order, with the schema's types.

    Rows may be dropped: all of them where a column is missing or the CRS is another. Two rows of one id
    both stay.
    """
    return frame.iloc[:0] if _is_broken(frame.iloc[:0], schema) else _sound(frame, schema)


def _sound(frame: Frame, schema: LayerSchema) -> Frame:
    """Halve a frame until what is left is sound, or is one row that is not."""
    restored = _restored(frame, schema)
    if not _is_broken(restored, schema):
        return restored
    if len(frame) == 1:
        return frame.iloc[:0]
    middle = len(frame) // 2
    halves = [_sound(half, schema) for half in (frame.iloc[:middle], frame.iloc[middle:])]
    kept = [half for half in halves if len(half)]
    return _restored(pd.concat(kept), schema) if kept else frame.iloc[:0]


def _is_broken(frame: pd.DataFrame, schema: LayerSchema) -> bool:
    return bool(problems(frame, schema, where=schema.name))


def _restored(frame: Frame, schema: LayerSchema) -> Frame:
    # A frame with a geometry stays one, which its annotation does not say.
    return cast("Frame", restore_types(frame, schema))
