"""Open a report's file, refuse what cannot be a report, and hand the rest to the reader of its format."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, BinaryIO

from geo.errors import MissingFileError, describe
from geo.io.documents.encoding import decode_text
from geo.io.documents.formats import Format, check_content, suffix_format
from geo.io.documents.isolation import read_isolated
from geo.io.documents.refusal import refusal

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

    from geo.errors import ReportError
    from geo.model import Document

MEGABYTE = 1024 * 1024
MAX_BYTES = {
    Format.TEXT: 50 * MEGABYTE,
    Format.WORD: 100 * MEGABYTE,
    Format.PDF: 100 * MEGABYTE,
    Format.HTML: 16 * MEGABYTE,
}
"""Largest files. Ten million Chinese characters are 30 MB; documents with pictures may be larger."""


def read_document(path: Path) -> Document:
    """Return the text that a report's file yields, to which all offsets refer.

    Plain text and Markdown are given as they stand in the file: line ends kept, byte order mark
    dropped. Of Word, PDF and HTML the main text is given, with Markdown's signs for headings.

    Raises
    ------
    MissingFileError
        The file is not there.
    ReportError
        The file is not what its suffix says, damaged, protected, a scan, empty or too large.
    EncodingError
        The bytes of a text are in no known encoding; the message names the first bad byte.
    """
    where = path.as_posix()
    promised = suffix_format(path.suffix, where=where)
    with _open(path, where=where) as file:
        size = file.seek(0, 2)
        if size > MAX_BYTES[promised]:
            raise refusal(
                where, f"is larger than {MAX_BYTES[promised] // MEGABYTE} MB",
                value=f"{size / MEGABYTE:.0f} MB", remedy="split it into its reports",
            )  # fmt: skip
        if size == 0:
            raise _empty(where)
        check_content(file, promised, where=where)
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        text = _read_text(file, promised, where=where)
    if not text.strip():
        raise _empty(where)
    from geo.model import Document  # noqa: PLC0415 - numpy behind it would cost each worker its time

    return Document(path=where, text=text, sha256=sha256)


def _read_text(file: BinaryIO, promised: Format, *, where: str) -> str:
    if promised is not Format.TEXT:
        return read_isolated(file, promised, where=where)
    text = decode_text(file.read(), where=where)
    if "\0" in text:
        raise refusal(where, "holds NUL characters, so it is no text file", remedy="give a text file")
    return text


def _open(path: Path, *, where: str) -> BufferedReader:
    try:
        if path.is_dir():
            raise refusal(where, "is a folder", remedy="give the report's file")
        if path.exists() and not path.is_file():
            raise refusal(where, "is no ordinary file", remedy="give the report's file")
        return path.open("rb")
    except FileNotFoundError as error:
        raise MissingFileError(
            describe(where=where, what="report is not there", remedy="check the path")
        ) from error
    except PermissionError as error:
        raise refusal(where, "cannot be read (no permission)", remedy="allow reading it") from error
    except OSError as error:
        raise refusal(where, f"cannot be read ({error.strerror})", remedy="check the path") from error


def _empty(where: str) -> ReportError:
    return refusal(where, "is empty", remedy="give a file that holds the report's text")
