"""Write data as text that is safe inside a page and inside a template: JSON, and JSON packed."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

# Markup (< > &), line ends that JavaScript once refused, direction controls that would reorder the
# source for its reader, and surrogates that UTF-8 cannot carry.
_UNSAFE = re.compile("[<>&\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
# branca compiles what a macro returned as a template once more; these would open an expression.
_TEMPLATE_OPENING = re.compile(r"\{(?=[{%#])")


def json_text(value: Json) -> str:
    r"""Return compact JSON that neither ends a script element nor opens a template expression.

    >>> json_text({"name": "</script>{{ 7 }}"})
    '{"name":"\\u003c/script\\u003e\\u007b{ 7 }}"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _TEMPLATE_OPENING.sub(r"\\u007b", _UNSAFE.sub(_escape, text))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def packed_json(value: Json) -> str:
    """Return JSON as gzip in base64: a third of its size, and letters that mean nothing to a page."""
    return packed_bytes(json_text(value).encode())


def packed_bytes(content: bytes, *, effort: int = 9) -> str:
    """Return bytes as gzip in base64; ``effort`` is zlib's level, 9 the smallest and slowest.

    The header of gzip is written here: what Python puts there depends on its version.
    """
    packer = zlib.compressobj(effort, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(content) + packer.flush()
    ending = zlib.crc32(content).to_bytes(4, "little") + (len(content) % 2**32).to_bytes(4, "little")
    return base64.b64encode(_GZIP_HEADER + body + ending).decode("ascii")


_GZIP_HEADER = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255))
"""RFC 1952: deflate, no name, no time, packed as small as can be, unknown system."""
