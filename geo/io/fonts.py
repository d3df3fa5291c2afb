"""Find the fonts of printed sheets: files of packages that pip installs, never those of the system.

Both are Noto Sans CJK under the SIL Open Font License 1.1. The regular face is the Simplified Chinese one of
the collection. Of the bold weight PyPI has the file of the Japanese package alone; it holds the same
65,535 glyphs and shows those of Simplified Chinese where a text says that it is in zh-CN, as ours all do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import noto_cjk_sans_jp_bold
import noto_cjk_sans_otc

from geo.errors import MissingFileError, describe

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file and the family in it that is used."""

    family: str
    folder: str
    content: bytes = field(repr=False)


def regular_font() -> FontFile:
    """Return the regular face.

    Raises
    ------
    MissingFileError
        The package is not whole.
    """
    return _read("Noto Sans CJK SC", noto_cjk_sans_otc.FONT_PATH)


def bold_font() -> FontFile:
    """Return the bold face.

    Raises
    ------
    MissingFileError
        The package is not whole.
    """
    return _read("Noto Sans CJK JP", noto_cjk_sans_jp_bold.FONT_PATH)


def _read(family: str, path: Traversable) -> FontFile:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        remedy = "install planmap again"
        raise MissingFileError(describe(where=str(path), what="is not there", remedy=remedy)) from error
    return FontFile(family, Path(str(path)).parent.as_posix(), content)
