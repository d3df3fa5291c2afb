"""Read a report's file into text, and refuse what is not text."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import TYPE_CHECKING

from geo.errors import EncodingError, MissingFileError, ReportError, describe
from geo.model import Document

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".txt", ".md")
MAX_BYTES = 100 * 1024 * 1024

_COMMON = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
"""Punctuation and the 3,755 ideographs of everyday use (GB 2312, rows 1 to 3 and 16 to 55)."""
COMMON_SHARE = 0.8
"""Least share of such characters for a text to be Chinese: nearly any bytes decode as GB 18030, but those
of another encoding give rare ideographs. Measured on work reports: 0.99 and more; as Big5 0.26, and
German in Latin-1 0."""


def read_document(path: Path) -> Document:
    """Return the text of a report as it stands in its file: line ends kept, byte order mark dropped.

    Read are UTF-8 and UTF-16 (with a byte order mark), UTF-8 without one and, where the bytes are no
    UTF-8, GB 18030 (which holds GBK and GB 2312) if the text is then plausible Chinese.

    Raises
    ------
    MissingFileError
        The file is not there.
    ReportError
        The file is no text file, empty, or larger than 100 MB.
    EncodingError
        The bytes are in no known encoding; the message names the first bad byte.
    """
    content = _read_bytes(path)
    text = decode_text(content, where=path.as_posix())
    if "\0" in text:
        raise _report_error(path, "holds NUL characters, so it is no text file", remedy="give a text file")
    if not text.strip():
        raise _report_error(path, "is empty", remedy="give a file that holds the report's text")
    return Document(path=path.as_posix(), text=text, sha256=hashlib.sha256(content).hexdigest())


def _read_bytes(path: Path) -> bytes:
    if path.suffix.lower() not in SUFFIXES:
        raise _report_error(
            path, f"is of a format that is not read ({path.suffix or 'no suffix'})",
            remedy=f"save the report as one of {', '.join(SUFFIXES)}",
        )  # fmt: skip
    if not path.is_file():
        raise MissingFileError(
            describe(
                where=path.as_posix(), what="report is not there", remedy="check the path in planmap.toml"
            )
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _report_error(
                path, f"is larger than {MAX_BYTES // 1024 ** 2} MB", remedy="split it into its reports"
            )  # fmt: skip
        return path.read_bytes()
    except PermissionError as error:
        raise _report_error(path, "cannot be read (no permission)", remedy="allow reading it") from error


def decode_text(content: bytes, *, where: str) -> str:
    """Return the text of a file's bytes, in the encodings of :func:`read_document`.

    Raises
    ------
    EncodingError
        The bytes are in none of them.
    """
    return content.decode(encoding_of(content, where=where))


def encoding_of(content: bytes, *, where: str) -> str:
    """Return ``utf-8-sig``, ``utf-16`` or ``gb18030``, whichever the bytes of a text are in.

    Raises
    ------
    EncodingError
        They are in none of them.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if marked else "utf-8-sig"
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        if not marked and _is_gb18030(content):
            return "gb18030"
        raise _encoding_error(content, error, where=where) from error
    return encoding


def _is_gb18030(content: bytes) -> bool:
    """Tell whether bytes that are no UTF-8 are GB 18030 and read as Chinese."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    characters = [character.encode("gb18030") for character in text if character > "\x7f"]
    common = sum(1 for character in characters if _COMMON.fullmatch(character))
    return common >= COMMON_SHARE * len(characters)


def _encoding_error(content: bytes, error: UnicodeDecodeError, *, where: str) -> EncodingError:
    # The decoder counts from behind the byte order mark that it has dropped.
    mark = len(content) - len(error.object)
    return EncodingError(
        describe(
            where=where,
            what=f"byte {mark + error.start} is neither {error.encoding.upper()} nor GB 18030 text",
            value=f"0x{error.object[error.start]:02x}",
            remedy="save the file as UTF-8",
        )
    )


def _report_error(path: Path, what: str, *, remedy: str) -> ReportError:
    return ReportError(describe(where=path.as_posix(), what=what, remedy=remedy))
