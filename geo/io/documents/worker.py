"""The process in which a Word, PDF or HTML document is read: file in on standard input, text out on output.

Exit status: 0 the text is on standard output, in UTF-8; 2 refused, with the message on standard error;
3 out of memory. Any other end is a reader that broke down.
"""

from __future__ import annotations

import sys

from geo.errors import PlanmapError
from geo.io.documents.formats import Format
from geo.io.documents.isolation import OUT_OF_MEMORY, REFUSED
from geo.io.documents.limits import limit_this_process


def main() -> int:
    """Read the document on standard input and return the exit status."""
    name, where = sys.argv[1:]
    limit_this_process()
    try:
        text = _read(Format[name], where=where)
    except PlanmapError as error:
        sys.stderr.buffer.write(str(error).encode("utf-8", "replace"))
        return REFUSED
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def _read(format_: Format, *, where: str) -> str:
    """Return the text; a reader is loaded only for its own format, and after the limits are set."""
    match format_:
        case Format.WORD:
            from geo.io.documents.word import read_word  # noqa: PLC0415

            return read_word(sys.stdin.buffer, where=where)
        case Format.PDF:
            from geo.io.documents.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(sys.stdin.buffer, where=where)
        case Format.HTML:
            from geo.io.documents.html import read_html  # noqa: PLC0415

            return read_html(sys.stdin.buffer, where=where)
        case Format.TEXT:
            message = "plain text needs no worker"
            raise ValueError(message)


if __name__ == "__main__":
    sys.exit(main())
