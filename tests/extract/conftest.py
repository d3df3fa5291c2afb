from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.extract import read_report
from geo.extract.lexicon_patterns import compile_lexicon
from geo.io.assets import read_lexicon
from geo.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.extract.lexicon_patterns import Patterns
    from geo.model import Lexicon, Report

collect_ignore = ["fuzzing.py"]
"""Needs atheris; scripts/fuzz_extract.py runs it."""


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return read_lexicon()


@pytest.fixture(scope="session")
def patterns(lexicon) -> Patterns:
    return compile_lexicon(lexicon)


@pytest.fixture(scope="session")
def read(lexicon) -> Callable[..., Report]:
    """Read a text as a report of 2020-08-01, or of another day, or of none."""

    def read_text(text: str, reference: date | None = date(2020, 8, 1)) -> Report:
        return read_report(Document("report.txt", text, ""), reference=reference, lexicon=lexicon)

    return read_text
