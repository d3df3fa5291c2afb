from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.extract.times import find_times

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.extract.times import TimeFinding

AUGUST = date(2020, 8, 1)


@pytest.fixture(scope="session")
def times_of() -> Callable[..., list[TimeFinding]]:
    """Find the times of a text that was written on 2020-08-01, or another day, or none."""

    def find(text: str, reference: date | None = AUGUST) -> list[TimeFinding]:
        return find_times(text, 0, len(text), reference=reference)

    return find


@pytest.fixture(scope="session")
def time_of(times_of) -> Callable[..., TimeFinding]:
    """Find the only time of a text."""

    def find(text: str, reference: date | None = AUGUST) -> TimeFinding:
        (time,) = times_of(text, reference)
        return time

    return find
