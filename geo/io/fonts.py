"""Find the fonts of printed sheets: files of packages that pip installs, never those of the system.

Both are Noto Sans CJK under the SIL Open Font License 1.1. The regular face is the Simplified Chinese one of
the collection. Of the bold weight PyPI has the file of the Japanese package alone; it holds the same
65,535 glyphs and shows those of Simplified Chinese where a text says that it is in zh-CN, as ours all do.
"""

from __future__ import annotations

import mmap
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import noto_cjk_sans_jp_bold
import noto_cjk_sans_otc

from geo.errors import MissingFileError, describe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file and the family in it that is used."""

    family: str
    path: Path

    @property
    def folder(self) -> str:
        """The folder in which it lies."""
        return self.path.parent.as_posix()

    @contextmanager
    def opened(self) -> Iterator[mmap.mmap]:
        """Give the file's bytes, of which only those that are looked at come into memory."""
        with (
            self.path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
        ):
            yield content


def regular_font() -> FontFile:
    """Return the regular face.

    Raises
    ------
    MissingFileError
        The package is not whole.
    """
    return _found("Noto Sans CJK SC", noto_cjk_sans_otc.FONT_PATH)


def bold_font() -> FontFile:
    """Return the bold face.

    Raises
    ------
    MissingFileError
        The package is not whole.
    """
    return _found("Noto Sans CJK JP", noto_cjk_sans_jp_bold.FONT_PATH)


def _found(family: str, path: Traversable) -> FontFile:
    file = Path(str(path))
    if not file.is_file():
        remedy = "install planmap again"
        raise MissingFileError(describe(where=file.as_posix(), what="is not there", remedy=remedy))
    return FontFile(family, file)
