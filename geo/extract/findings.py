"""What has been found in a section, in offsets of the flat text, before it becomes records."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.clauses import Clause
    from geo.extract.finding import NameFinding
    from geo.extract.lists import Enumeration
    from geo.extract.quantities import QuantityFinding
    from geo.extract.sections import SectionFinding
    from geo.extract.segments import SegmentFinding
    from geo.extract.tasks import TaskFinding
    from geo.extract.times import TimeFinding

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


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The clauses of one sentence and the tasks that they make."""

    clauses: tuple[Clause, ...]
    tasks: tuple[TaskFinding, ...]


@dataclass(frozen=True, eq=False)
class SectionReading:
    """A section and all that was found in it, in the order of the text."""

    section: SectionFinding
    sentences: tuple[Sentence, ...]
    counted: tuple[Enumeration, ...] | None = None
    """All enumerations, once the counts of the section have been looked at."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses."""
        return tuple(clause for sentence in self.sentences for clause in sentence.clauses)

    @cached_property
    def tasks(self) -> tuple[TaskFinding, ...]:
        """All tasks."""
        return tuple(task for sentence in self.sentences for task in sentence.tasks)

    @cached_property
    def segments(self) -> tuple[SegmentFinding, ...]:
        """Road segments."""
        return tuple(segment for clause in self.clauses for segment in clause.segments)

    @cached_property
    def endpoints(self) -> frozenset[Span]:
        """Spans of the ends of segments."""
        return frozenset(
            (end.start, end.end) for s in self.segments for end in (s.from_place, s.to_place, *s.crossing)
        )

    @cached_property
    def names(self) -> tuple[NameFinding, ...]:
        """Place names, ends of segments among them."""
        ends = (end for s in self.segments for end in (s.from_place, s.to_place, *s.crossing))
        return in_order((*(name for clause in self.clauses for name in clause.names), *ends))

    @cached_property
    def times(self) -> tuple[TimeFinding, ...]:
        """Times."""
        return in_order(time for clause in self.clauses for time in clause.times)

    @cached_property
    def quantities(self) -> tuple[QuantityFinding, ...]:
        """Quantities."""
        return in_order(quantity for clause in self.clauses for quantity in clause.quantities)

    @cached_property
    def enumerations(self) -> tuple[Enumeration, ...]:
        """Enumerations."""
        if self.counted is not None:
            return self.counted
        return tuple(entry for clause in self.clauses for entry in clause.enumerations)


def in_order(findings: Iterable[_FindingT]) -> tuple[_FindingT, ...]:
    """Return findings by where they stand, one of each span."""
    by_span = {(finding.start, finding.end): finding for finding in findings}
    return tuple(by_span[span] for span in sorted(by_span))


def within(findings: Sequence[_FindingT], start: int, end: int) -> list[_FindingT]:
    """Return the findings that lie in a span, from findings in order that do not overlap."""
    first = bisect_left(findings, start, key=lambda finding: finding.start)
    last = bisect_left(findings, end, key=lambda finding: finding.start)
    return [finding for finding in findings[first:last] if finding.end <= end]
