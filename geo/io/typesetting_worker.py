"""The process in which Typst runs: its text in on standard input, files out on output, each after its length.

Arguments: format, day of the time stamp, folders of fonts. Exit status: 0 all files are on standard output;
2 Typst refused the text or warned of it, with its words on standard error. Any other end is a breakdown.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Literal, cast

import typst

from geo.io.typesetting import LENGTH_BYTES, REFUSED

_PNG_PER_INCH = 300.0


def main() -> int:
    """Set the text on standard input and return the exit status."""
    form, day, *folders = sys.argv[1:]
    try:
        made, warnings = typst.compile_with_warnings(
            sys.stdin.buffer.read(),
            font_paths=_only(folders),
            ignore_system_fonts=True,
            format=cast("Literal['pdf', 'png', 'svg']", form),
            ppi=_PNG_PER_INCH,
            timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
            pdf_tags=False,
        )
    except typst.TypstError as error:
        return _refuse(str(error))
    if warnings:
        return _refuse(warnings[0].message)
    _write(made)
    return 0


def _write(made: bytes | list[bytes]) -> None:
    """Hand over what Typst made: its stubs do not know that several pages of a PNG are a list."""
    for file in [made] if isinstance(made, bytes) else made:
        sys.stdout.buffer.write(len(file).to_bytes(LENGTH_BYTES, "big") + file)
    sys.stdout.buffer.flush()


def _only(folders: list[str]) -> typst.Fonts:
    """Return the fonts of our own folders and no other: what a machine has besides changes nothing."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _refuse(said: str) -> int:
    sys.stderr.buffer.write(said.encode("utf-8", "replace"))
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
