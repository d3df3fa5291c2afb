"""Read what a font says of itself: which characters it has, and how wide each is.

Widths decide where lines break and labels fit; the check of characters keeps boxes off the sheet.
The tables are those of OpenType 1.9: head, hhea, hmtx, name and cmap.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.errors import SettingsError, describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from mmap import mmap

    from numpy.typing import NDArray

MM_A_POINT = 25.4 / 72
_FULL_UNICODE = ((3, 10), (0, 6), (0, 4))
"""Platform and encoding of a cmap that has every plane."""
_SEGMENTED = 12
_FAMILY_NAME = 1


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a font."""

    family: str
    bold: bool
    ems: Mapping[str, float]
    """How wide each character is that it has."""

    def has(self, character: str) -> bool:
        """Tell whether the face has a character."""
        return character in self.ems

    def width(self, text: str, points: float) -> float:
        """Return the length of a text in millimetres, as set without kerning."""
        ems = self.ems
        return sum([ems.get(character, 1.0) for character in text]) * points * MM_A_POINT


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The two faces of a sheet."""

    regular: Face
    bold: Face

    def of(self, *, bold: bool) -> Face:
        """Return the face of a weight."""
        return self.bold if bold else self.regular

    def has(self, character: str) -> bool:
        """Tell whether both faces have a character."""
        return self.regular.has(character) and self.bold.has(character)


def read_face(content: bytes | mmap, *, family: str, bold: bool) -> Face:
    """Return the face of a family in the bytes of an OpenType font or collection.

    Raises
    ------
    SettingsError
        The file has no face of that family.
    """
    for start in _starts(content):
        tables = _tables(content, start)
        if family in _family_names(content, tables[b"name"]):
            codes, glyphs = _characters(content, tables[b"cmap"])
            widths = _advances(content, tables)[glyphs].tolist()
            return Face(family, bold, dict(zip(map(chr, codes.tolist()), widths, strict=True)))
    remedy = "install planmap again"
    raise SettingsError(describe(where="font", what="has no such family", value=family, remedy=remedy))


def _starts(content: bytes | mmap) -> tuple[int, ...]:
    """Return where each face's table directory begins."""
    if content[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack_from(">I", content, 8)
    return struct.unpack_from(f">{count}I", content, 12)


def _tables(content: bytes | mmap, start: int) -> dict[bytes, int]:
    """Return where each table begins, by its tag."""
    (count,) = struct.unpack_from(">H", content, start + 4)
    records = (struct.unpack_from(">4sIII", content, start + 12 + 16 * i) for i in range(count))
    return {tag: offset for tag, _, offset, _ in records}


def _family_names(content: bytes | mmap, name: int) -> set[str]:
    _, count, strings = struct.unpack_from(">HHH", content, name)
    found = set()
    for i in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", content, name + 6 + 12 * i)
        if kind == _FAMILY_NAME and platform == 3:  # noqa: PLR2004 - Windows, in UTF-16
            begin = name + strings + offset
            found.add(content[begin : begin + length].decode("utf-16-be"))
    return found


def _advances(content: bytes | mmap, tables: dict[bytes, int]) -> NDArray[np.float32]:
    """Return the width of each glyph in ems."""
    (units,) = struct.unpack_from(">H", content, tables[b"head"] + 18)
    (long_ones,) = struct.unpack_from(">H", content, tables[b"hhea"] + 34)
    (glyphs,) = struct.unpack_from(">H", content, tables[b"maxp"] + 4)
    pairs = np.frombuffer(content, dtype=">u2", count=2 * long_ones, offset=tables[b"hmtx"])
    advances = np.empty(glyphs, dtype=np.float32)
    advances[:long_ones] = pairs[::2]
    advances[long_ones:] = pairs[-2]
    return np.asarray(advances / units, dtype=np.float32)


def _characters(content: bytes | mmap, cmap: int) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the characters of a face, ascending, and the glyph of each."""
    (count,) = struct.unpack_from(">H", content, cmap + 2)
    entries = (struct.unpack_from(">HHI", content, cmap + 4 + 8 * i) for i in range(count))
    offsets = {(platform, encoding): cmap + offset for platform, encoding, offset in entries}
    start = next(offsets[key] for key in _FULL_UNICODE if key in offsets)
    form, _, _, _, groups = struct.unpack_from(">HHIII", content, start)
    if form != _SEGMENTED:
        what, remedy = "has no table of characters beyond the first plane", "install planmap again"
        raise SettingsError(describe(where="font", what=what, value=form, remedy=remedy))
    segments = np.frombuffer(content, dtype=">u4", count=3 * groups, offset=start + 16).reshape(-1, 3)
    first, last, glyph = segments.astype(np.int64).T
    lengths = last - first + 1
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return (np.repeat(first, lengths) + within).astype(np.uint32), np.repeat(glyph, lengths) + within
