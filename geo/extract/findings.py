"""What has been found in a section, in offsets of the flat text, before it becomes records."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from geo.extract.spans import Spans, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.extract.clauses import Clause
    from geo.extract.finding import NameFinding
    from geo.extract.lists import Enumeration
    from geo.extract.quantities import QuantityFinding
    from geo.extract.sections import SectionFinding
    from geo.extract.segments import SegmentFinding
    from geo.extract.spans import Span
    from geo.extract.tasks import TaskFinding
    from geo.extract.times import TimeFinding


@dataclass(frozen=True, slots=True)
class Sites:
    """What the sites of a section say."""

    at: Mapping[Span, str] = field(default_factory=dict)
    """Words for the site of each name that stands at one."""
    names: Mapping[Span, tuple[str, str]] = field(default_factory=dict)
    """Full name and kind of what is a place by itself, at the first of its names: A路与B路交叉口."""
    ends: frozenset[Span] = frozenset()
    """Names that only say where something lies."""


NO_SITES = Sites()


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
    sites: Sites = NO_SITES
    """Where the text says that its places lie."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses."""
        return tuple(clause for sentence in self.sentences for clause in sentence.clauses)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.clauses[0].start for sentence in self.sentences)

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence in which a position stands."""
        return bisect_right(self._sentence_starts, position) - 1

    @cached_property
    def tasks(self) -> tuple[TaskFinding, ...]:
        """All tasks."""
        return tuple(task for sentence in self.sentences for task in sentence.tasks)

    @cached_property
    def task_spans(self) -> Spans:
        """Where the tasks stand."""
        return Spans((task.start, task.end) for task in self.tasks)

    @cached_property
    def segments(self) -> tuple[SegmentFinding, ...]:
        """Road segments."""
        return tuple(segment for clause in self.clauses for segment in clause.segments)

    @cached_property
    def endpoints(self) -> frozenset[tuple[int, int]]:
        """Spans of the ends of segments, and of names that only say where something lies."""
        ends = (end for s in self.segments for end in (s.from_place, s.to_place, *s.crossing))
        return frozenset((end.start, end.end) for end in ends) | self.sites.ends

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
