"""Turn the rows of a frame into what SQLite keeps, a few thousand at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.io.geopackage.definitions import SRS_ID
from geo.schema import LayerSchema, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from numpy.typing import NDArray

_ROWS = 8192
"""Rows that are turned at once: enough for whole columns to pay, little enough to cost no memory."""
_LITTLE_ENDIAN = 0b0000_0001
_WITH_BOUNDS = 0b0000_0010
_HEAD = [("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs_id", "<i4")]
_BOUNDS = ("bounds", "<f8", 4)


def rows_of(frame: pd.DataFrame, schema: LayerSchema, order: NDArray[np.intp]) -> Iterator[tuple[Any, ...]]:
    """Yield the number of each row from 1, its geometry where the schema has one, and its values."""
    for start in range(0, len(order), _ROWS):
        chunk = frame.iloc[order[start : start + _ROWS]]
        columns = [_values(chunk[column.name], column.type) for column in schema.columns]
        if schema.geometry is not None:
            columns.insert(0, _geometries(chunk["geometry"].to_numpy()))
        yield from zip(range(start + 1, start + len(chunk) + 1), *columns, strict=True)


def _values(cells: pd.Series[Any], kind: Type) -> list[Any]:
    values = cells.to_numpy(dtype=object, copy=True)
    values[cells.isna().to_numpy(dtype=bool)] = None
    listed: list[Any] = values.tolist()
    if kind is Type.DATE:
        written = {day: day and day.isoformat() for day in set(listed)}
        return [written[day] for day in listed]
    return listed


def _geometries(shapes: NDArray[np.object_]) -> list[bytes]:
    """Return geometries as GeoPackage keeps them (requirement 19); all but points carry their bounds."""
    is_point = shapely.get_dimensions(shapes).max() == 0
    head = np.zeros(len(shapes), dtype=_HEAD if is_point else [*_HEAD, _BOUNDS])
    head["magic"], head["srs_id"] = b"GP", SRS_ID
    head["flags"] = _LITTLE_ENDIAN if is_point else _LITTLE_ENDIAN | _WITH_BOUNDS
    if not is_point:
        head["bounds"] = shapely.bounds(shapes)[:, (0, 2, 1, 3)]
    drawn = shapely.to_wkb(shapes, byte_order=1, flavor="iso")
    size, heads = head.dtype.itemsize, head.tobytes()
    return [heads[at * size : (at + 1) * size] + wkb for at, wkb in enumerate(drawn)]
