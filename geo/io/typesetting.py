"""Set Typst's text in a process of its own, which gives back its memory when it ends: 130 MB for an atlas."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import geo
from geo.errors import OutputError, describe
from geo.io.fonts import bold_font, regular_font

if TYPE_CHECKING:
    from datetime import date

    from geo.model import SheetFormat

REFUSED = 2
"""Exit status of a worker whose Typst refused the text; what it said is on its standard error."""
LENGTH_BYTES = 8
"""Each file on the worker's standard output comes after its length, big-endian."""
_PACKAGE_ROOT = Path(geo.__file__).parent.parent


def typeset(text: str, *, named: str, when: date, form: SheetFormat) -> tuple[bytes, ...]:
    """Return the bytes of one PDF, or of a PNG (300 pixels an inch) or an SVG a page.

    Parameters
    ----------
    text
        What is set, in Typst's own language, with our fonts and no others.
    named
        What a message calls it.
    when
        The time stamp that stands in a PDF, so that the same text gives the same bytes.

    Raises
    ------
    OutputError
        Typst refused the text or warned of it, or its process was ended before it was done.
    MissingFileError
        A font is not there.
    """
    worker = _run_worker(text, form=form, when=when)
    if worker.returncode == 0:
        return _files(worker.stdout)
    told = worker.stderr.decode("utf-8", "replace").strip()
    if worker.returncode == REFUSED:
        raise _fault(named, f"cannot be set: {told}", remedy="report this; the files are untouched")
    last = f" ({told.splitlines()[-1]})" if told else ""
    what = f"the process that sets it ended before it was done, with status {worker.returncode}{last}"
    raise _fault(named, what, remedy="free some memory and try again; the files are untouched")


def _fault(named: str, what: str, *, remedy: str) -> OutputError:
    return OutputError(describe(where="sheet", what=what, value=named, remedy=remedy))


def _run_worker(text: str, *, form: SheetFormat, when: date) -> subprocess.CompletedProcess[bytes]:
    paths = [str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    folders = [font.folder for font in (regular_font(), bold_font())]
    return subprocess.run(  # noqa: S603 - our own module, with the text as its standard input
        [sys.executable, "-P", "-m", "geo.io.typesetting_worker", form.value, when.isoformat(), *folders],
        check=False,
        input=text.encode("utf-8"),
        capture_output=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
    )


def _files(stream: bytes) -> tuple[bytes, ...]:
    """Take apart what the worker wrote."""
    files = []
    while stream:
        end = LENGTH_BYTES + int.from_bytes(stream[:LENGTH_BYTES], "big")
        files.append(stream[LENGTH_BYTES:end])
        stream = stream[end:]
    return tuple(files)
