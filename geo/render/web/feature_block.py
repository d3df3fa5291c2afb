"""Many features as one block of bytes that a browser reads into typed arrays, without an object a feature.

Four bytes with the length of the head, the head in JSON, then the sections that it lists, each from a
multiple of four bytes on. Numbers have their lowest byte first. Steps are zigzag-coded and laid out by
bytes, all lowest ones first: small steps leave long runs of zeros, which pack well.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from geo.render.web.feature_columns import smallest_type, utf16_lengths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from geo.render.web.embed import Json
    from geo.render.web.feature_columns import CodedColumn
    from geo.render.web.feature_positions import Positions

Numbers: TypeAlias = "NDArray[np.unsignedinteger]"
_ALIGNMENT = 4


def feature_block(
    columns: Sequence[CodedColumn], positions: Positions, *, facts: Mapping[str, Json]
) -> bytes:
    """Return the block; ``facts`` go into its head beside what the sections are."""
    sections = [
        section
        for column in columns
        for section in (_utf8(column.texts), _compact(utf16_lengths(column.texts)), column.codes)
    ]
    sections += [
        positions.dimensions,
        _compact(positions.parts),
        _compact(positions.sizes),
        *(_planes(steps) for steps in positions.steps),
    ]
    head = {
        **facts,
        "rows": len(positions.dimensions),
        "columns": [{"name": column.name, "kind": column.kind} for column in columns],
        "sections": [[section.itemsize, len(section)] for section in sections],
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    pieces = [np.uint32(len(text)).tobytes(), _padded(text)]
    pieces += [_padded(section.astype(section.dtype.newbyteorder("<")).tobytes()) for section in sections]
    return b"".join(pieces)


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % _ALIGNMENT)


def _utf8(texts: Sequence[str]) -> Numbers:
    return np.frombuffer("".join(texts).encode(errors="replace"), dtype=np.uint8)


def _compact(numbers: NDArray[np.uint32]) -> Numbers:
    return numbers.astype(smallest_type(int(numbers.max(initial=0))))


def _planes(steps: NDArray[np.int32]) -> NDArray[np.uint8]:
    zigzag = ((steps << 1) ^ (steps >> 31)).astype("<u4")
    return np.ascontiguousarray(zigzag.view(np.uint8).reshape(-1, 4).T).ravel()
