"""Tell a text's encoding from its bytes.

The order is that of certainty: a byte order mark; UTF-8, which other encodings match by accident only
where all of it is ASCII; UTF-16 without a mark; then GB 18030 (which holds GBK and GB 2312) or Big5.
Nearly any bytes can be read as either of these two, so they are told apart by what the text would be: of
real Chinese nearly all characters are of everyday use, and most are among a few hundred frequent ones;
of a text in the wrong encoding they are not.
"""

from __future__ import annotations

import codecs
import functools
from importlib.resources import files

from geo.errors import EncodingError, describe

_FREQUENT_FILE = files("geo") / "assets" / "characters" / "frequent.txt"
_SAMPLE = 100_000
"""Characters of a text by which it is judged."""
EVERYDAY_SHARE = 0.8
"""Least share of everyday characters for a text to be Chinese. Measured on work reports: 0.99 and more;
Big5 read as GB 18030 0.26, UTF-8 read as GB 18030 0.4, and German in Latin-1 0."""
UTF16_SHARE = 0.9
"""Least share of everyday characters for bytes without a mark to be UTF-16."""
_WIDE_ENCODINGS = ("utf-16-le", "utf-16-be")
_DOUBLE_BYTE_ENCODINGS = ("gb18030", "cp950", "big5hkscs")
"""GB 18030, and Big5 with the additions of Windows and of Hong Kong."""
_DECLARED = {"gb": ("gb18030",), "big5": ("cp950", "big5hkscs")}
"""How a file's own name of its encoding begins, and how it is then read."""


def decode_text(content: bytes, *, where: str, declared: str | None = None) -> str:
    """Return the text of a file's bytes, line ends kept, byte order mark dropped.

    Parameters
    ----------
    content
        Bytes in UTF-8 or UTF-16 with or without a byte order mark, GB 18030 or Big5.
    where
        The file's name, for the message.
    declared
        The encoding that the file itself names; it counts where the bytes are no UTF-8 and fit it.

    Raises
    ------
    EncodingError
        The bytes are in none of them; the message names the first bad byte.
    """
    return content.decode(encoding_of(content, where=where, declared=declared))


def encoding_of(content: bytes, *, where: str, declared: str | None = None) -> str:
    """Return the name by which Python decodes a file's bytes, as in :func:`decode_text`.

    Raises
    ------
    EncodingError
        The bytes are in no known encoding.
    """
    marked = _marked_encoding(content)
    try:
        text = content.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        failure = error
    else:
        wide = _utf16_encoding(content) if "\0" in text and not marked else None
        return wide or marked or "utf-8"
    told = None if marked else _declared_encoding(content, declared) or _unmarked_encoding(content)
    if told is None:
        raise _undecodable(content, failure, where=where) from failure
    return told


def _marked_encoding(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else None


def _declared_encoding(content: bytes, declared: str | None) -> str | None:
    """Return the Chinese encoding that the file names, or None where it is not in it.

    Other names are not believed: a server's default (ISO-8859-1) fits any bytes.
    """
    name = (declared or "").strip().lower().replace("_", "-")
    for start, encodings in _DECLARED.items():
        if name.startswith(start):
            return next((it for it in encodings if _decode_whole(content, it) is not None), None)
    return None


def _unmarked_encoding(content: bytes) -> str | None:
    return _utf16_encoding(content) or _double_byte_encoding(content)


def _utf16_encoding(content: bytes) -> str | None:
    """Return the byte order where the bytes are UTF-16 without a mark beyond doubt, or None."""
    for encoding in _WIDE_ENCODINGS if len(content) % 2 == 0 else ():
        text = _decode_whole(content, encoding)
        if text and "\0" not in text and everyday_share(text) >= UTF16_SHARE:
            return encoding
    return None


def _double_byte_encoding(content: bytes) -> str | None:
    """Return GB 18030 or Big5, in whichever the text reads more like Chinese, or None where in neither."""
    if b"\0" in content:
        return None
    shares = {
        encoding: frequent_share(text)
        for encoding in _DOUBLE_BYTE_ENCODINGS
        if (text := _decode_whole(content, encoding))
        and everyday_share(text, ascii_counts=False) >= EVERYDAY_SHARE
    }
    return max(shares, key=lambda encoding: shares[encoding], default=None)


def _decode_whole(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def everyday_share(text: str, *, ascii_counts: bool = True) -> float:
    """Return the share of characters that are of everyday use in Chinese text.

    These are the 3,755 simplified ideographs of GB 2312's first level, the 5,401 traditional ones of
    Big5's, the punctuation of both and, where it counts, ASCII.
    """
    sample = [character for character in text[:_SAMPLE] if ascii_counts or character > "\x7f"]
    everyday = _everyday_characters()
    return sum(1 for character in sample if character in everyday) / len(sample) if sample else 0


def frequent_share(text: str) -> float:
    """Return the share of frequent characters among those that are not ASCII."""
    sample = [character for character in text[:_SAMPLE] if character > "\x7f"]
    frequent = _frequent_characters()
    return sum(1 for character in sample if character in frequent) / len(sample) if sample else 0


@functools.cache
def _everyday_characters() -> frozenset[str]:
    pairs = {
        "gb2312": ((0xA1, 0xA3, *range(0xB0, 0xD8)), range(0xA1, 0xFF)),
        "big5": (range(0xA1, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
    }
    decoded = (
        bytes((lead, trail)).decode(encoding, "ignore")
        for encoding, (leads, trails) in pairs.items()
        for lead in leads
        for trail in trails
    )
    return frozenset("\t\r\n").union(map(chr, range(0x20, 0x7F)), *decoded)


@functools.cache
def _frequent_characters() -> frozenset[str]:
    lines = _FREQUENT_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


def _undecodable(content: bytes, failure: UnicodeDecodeError, *, where: str) -> EncodingError:
    # The decoder counts from behind the byte order mark that it has dropped.
    mark = len(content) - len(failure.object)
    read_as = "UTF-8, GB 18030 nor Big5" if failure.encoding == "utf-8" else failure.encoding.upper()
    return EncodingError(
        describe(
            where=where,
            what=f"byte {mark + failure.start} is neither {read_as} text",
            value=f"0x{failure.object[failure.start]:02x}",
            remedy="save the file as UTF-8",
        )
    )
