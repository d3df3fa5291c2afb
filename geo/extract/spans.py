"""Spans of a text that do not overlap, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]


class Spanned(Protocol):
    """Anything with a place in the flat text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """After the last character."""


_FindingT = TypeVar("_FindingT", bound=Spanned)


class Spans:
    """Sorted spans, none overlapping another; every look-up takes logarithmic time."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, span: Span) -> None:
        """Put in a span that overlaps no other."""
        insort(self._spans, span)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a span shares a character with the stretch."""
        if not self._spans:
            return False
        after = bisect_left(self._spans, (end, end))
        return after > 0 and self._spans[after - 1][1] > start

    def holds(self, start: int, end: int) -> bool:
        """Tell whether one span holds the whole stretch."""
        after = bisect_right(self._spans, (start, end))
        at_start = (
            after < len(self._spans) and self._spans[after][0] == start and self._spans[after][1] >= end
        )
        return at_start or (after > 0 and self._spans[after - 1][1] >= end)

    def last_end_before(self, position: int, *, least: int) -> int:
        """Return where the last span ends that ends at or before a position; `least` where none does."""
        if not self._spans:
            return least
        after = bisect_right(self._spans, (position, position))
        ends = [span[1] for span in self._spans[max(0, after - 2) : after] if span[1] <= position]
        return max([least, *ends])


def in_order(findings: Iterable[_FindingT]) -> tuple[_FindingT, ...]:
    """Return findings by where they stand, one of each span."""
    by_span = {(finding.start, finding.end): finding for finding in findings}
    return tuple(by_span[span] for span in sorted(by_span))


def within(findings: Sequence[_FindingT], start: int, end: int) -> list[_FindingT]:
    """Return the findings that lie in a span, from findings in order that do not overlap."""
    first = bisect_left(findings, start, key=lambda finding: finding.start)
    last = bisect_left(findings, end, key=lambda finding: finding.start)
    return [finding for finding in findings[first:last] if finding.end <= end]
