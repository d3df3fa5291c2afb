"""When a service may be asked, and how long to wait after it said no; no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0


@dataclass(slots=True)
class Pace:
    """Keeps the requests to each host apart."""

    next_at: dict[str, float] = field(default_factory=dict)
    """Earliest time of the next request, by host."""

    def wait_s(self, host: str, *, now: float) -> float:
        """Return how long to wait before the next request to a host."""
        return max(self.next_at.get(host, now) - now, 0.0)

    def started(self, host: str, *, now: float, per_second: float | None) -> None:
        """Note that a request to a host begins."""
        if per_second is not None:
            self.next_at[host] = now + 1.0 / per_second


def backoff_s(attempt: int, *, jitter: Callable[[], float]) -> float:
    """Return how long to wait after a failed attempt, counted from 0: 1, 2, 4 ... s, and up to half more.

    `jitter` gives a number from 0 to 1, so that many clients do not come back at once.
    """
    wait_s = min(FIRST_WAIT_S * 2.0**attempt, LONGEST_WAIT_S)
    return wait_s * (1.0 + jitter() / 2.0)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return what ``Retry-After`` asks for in seconds, or None where it is missing or makes no sense.

    A date counts from the answer's own ``Date`` (RFC 9110, 10.2.3), so that no clock is needed.
    """
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdecimal():
        return float(asked)
    until, since = _moment(asked), _moment(headers.get("date", ""))
    return max((until - since).total_seconds(), 0.0) if until and since else None


def answered_at(headers: Mapping[str, str]) -> datetime | None:
    """Return the moment of an answer as its ``Date`` states it, or None."""
    return _moment(headers.get("date", ""))


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
