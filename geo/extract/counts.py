"""Give an enumeration the count that was said before it: 6条道路…涉及A路、B路…."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.findings import SectionReading, Sentence

if TYPE_CHECKING:
    from geo.extract.clauses import Clause
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.lists import Enumeration

_FEWEST = 3
"""Two members may agree with a count by chance."""


def count_enumerations(reading: SectionReading, _: Patterns) -> SectionReading:
    """Return the reading with counts carried to the enumerations that they announce.

    The count stands before the enumeration in the same section, is that of no other enumeration, and
    equals the number of members.
    """
    stated = {entry.count for entry in reading.enumerations}

    def count(entry: Enumeration) -> Enumeration:
        members = len(entry.members)
        if entry.count is not None or not entry.closed or members < _FEWEST or members in stated:
            return entry
        announced = [
            quantity
            for quantity in reading.quantities
            if quantity.start < entry.members[0].start and quantity.min == quantity.max == members
        ]
        return replace(entry, count=members, head=announced[-1].of or None) if announced else entry

    def recount(clause: Clause) -> Clause:
        return replace(clause, enumerations=tuple(map(count, clause.enumerations)))

    if not any(entry.count is None for entry in reading.enumerations):
        return reading
    sentences = tuple(
        Sentence(tuple(map(recount, sentence.clauses)), sentence.tasks) for sentence in reading.sentences
    )
    return SectionReading(reading.section, sentences)
