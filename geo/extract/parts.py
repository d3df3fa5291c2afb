"""Add up the lists that are the parts of a count before them: 9处,…3处…,…等6处."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.counted_kinds import counted_with, kind_of_head, last_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.extract.finding import NameFinding
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.lists import Enumeration
    from geo.extract.quantities import QuantityFinding

_FARTHEST = 60
"""So many lists and counts after a count are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What may be parts of a count, each sorted by where it stands."""

    text: str
    lists: Sequence[Enumeration]
    counts: Sequence[QuantityFinding]
    """Counts that no list belongs to: 其余8个小区."""
    patterns: Patterns
    words: Callable[[NameFinding], str]
    """What tells a place from others."""

    def add_up(self, quantity: QuantityFinding, noun: str) -> tuple[NameFinding, ...]:
        """Return the members of the lists after a count that add up to it; none where they do not.

        The rest that is only counted adds to lists that are counted, too. A list of places that were listed
        before is no part.
        """
        kind = kind_of_head(noun, self.patterns) if noun else "project"
        if kind == "project" or quantity.min != quantity.max:
            return ()
        members: dict[str, NameFinding] = {}
        rest = self._rest(quantity, kind)
        total, parts = rest, int(rest > 0)
        first = bisect_left(self.lists, quantity.end, key=lambda entry: entry.at)
        for entry in self.lists[first : first + _FARTHEST]:
            named = {self.words(name): name for name in entry.members}
            again = named.keys() <= members.keys() or (rest and entry.count is None)
            if again or not self._is_of(entry, noun, kind):
                continue
            total, parts = total + (entry.count or len(entry.members)), parts + 1
            members = named | members
            if total >= quantity.min:
                break
        in_order = sorted(members.values(), key=lambda name: name.start)
        return tuple(in_order) if total == quantity.min and parts > 1 and in_order else ()

    def _rest(self, quantity: QuantityFinding, kind: str) -> int:
        """Return how many are told later as the rest, without a name."""
        first = bisect_right(self.counts, quantity.start, key=lambda count: count.start)
        rest = self.patterns.clause["rest"]
        for count in self.counts[first : first + _FARTHEST]:
            same = count.of and kind_of_head(count.of, self.patterns) == kind
            if same and self.text.endswith(rest, 0, count.start):
                return int(count.min)
        return 0

    def _is_of(self, entry: Enumeration, noun: str, kind: str) -> bool:
        """Tell whether a list is of a kind: by what it counts, or by its members where it says none."""
        wanted = counted_with(kind)
        if entry.head and (tail := last_word(noun, kind)):
            return entry.head.endswith(tail)
        told = kind_of_head(entry.head, self.patterns) if entry.head else "project"
        return told in wanted or (told == "project" and all(name.kind in wanted for name in entry.members))
