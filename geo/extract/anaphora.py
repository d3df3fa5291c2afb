"""Tell which places a task is about: those that it names, or those that its words stand for.

A task that names none of its own may be the next step at the places of the task before (…,年底前完工),
the rest of a list (其余8月底前完成), its first items (前3处), the list itself (上述道路, 3个核心板块), what
a verb was said of (改扩建项目), or a part of what was just named (其中水下部分). Where its words do not say
which places are meant, it has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.clauses import is_office
from geo.extract.counted_kinds import kind_of_head
from geo.extract.numerals import CHINESE, parse_number
from geo.extract.quantities import counted_noun
from geo.extract.spans import within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.finding import NameFinding
    from geo.extract.findings import SectionReading
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.lists import Enumeration
    from geo.extract.quantities import QuantityFinding
    from geo.extract.tasks import TaskFinding

COARSE = ("district", "city")
"""Kinds of places that no task is drawn at."""
_FARTHEST = 60
"""So many enumerations a count or 其余 may point back over."""
_REACH = 2000
"""So many characters before 其余 its list begins at most."""
_NEAR = 200
"""So many characters below a count its list begins."""
_NUMBER = rf"(\d{{1,4}}|[{CHINESE}]{{1,4}})"
_MEASURE = "(?:个|条|处|座|所|家|项|栋|片|大)"
_ORDINAL = re.compile(rf"(?:其中,?)?([前后]){_NUMBER}{_MEASURE}")
_OTHERS = re.compile(rf"另外{_NUMBER}{_MEASURE}")
_BACK = re.compile(rf"(?:上述|以上|前述|这些|这|该)(?:{_NUMBER}?{_MEASURE})?")
_COUNTED_SO = re.compile(rf"[\u4e00-\u9fff]{{2,4}}?{_NUMBER}{_MEASURE}")
_DONE_TO = re.compile(r"(\w{2,4}?)(?:项目|工程|部分)")
_ALL_ABOVE = ("上述", "以上", "前述", "这些")


@dataclass(frozen=True, slots=True)
class TaskPlaces:
    """The places that a task is about and the lists that it names or means."""

    places: tuple[NameFinding, ...]
    lists: tuple[Enumeration, ...]


def places_of_tasks(text: str, reading: SectionReading, patterns: Patterns) -> list[TaskPlaces]:
    """Return for each task of a section, in order, the places that it is about."""
    resolver = _Resolver(text, reading, patterns)
    for task in reading.tasks:
        resolver.take(task)
    return resolver.found


class _Resolver:
    """Takes the tasks of a section one by one; what it found for those before is what 其余 leaves out."""

    def __init__(self, text: str, reading: SectionReading, patterns: Patterns) -> None:
        self.found: list[TaskPlaces] = []
        self._text = text
        self._reading = reading
        self._patterns = patterns

    def take(self, task: TaskFinding) -> None:
        names = within(self._reading.names, task.start, task.end)
        own = tuple(name for name in names if self._is_own(name))
        sited = tuple(name for name in own if not self._locates(name, task))
        own = sited or own
        lists = tuple(_standing(self._reading.enumerations, task.start, task.end))
        if all(name.kind in COARSE for name in own):
            meant = self._meant(task, own)
            own, lists = meant.places, (*lists, *meant.lists)
        self.found.append(TaskPlaces(own, lists))

    def _is_own(self, name: NameFinding) -> bool:
        is_end = (name.start, name.end) in self._reading.endpoints
        if is_end or is_office(self._text, name, self._patterns):
            return False
        return not self._patterns.abstract.match(self._text, name.end)

    def _locates(self, name: NameFinding, task: TaskFinding) -> bool:
        """Tell whether a name stands in a clause that only says where another place lies: 位于A路北侧."""
        words = (*self._patterns.clause["lying"], *self._patterns.clause["neighbours"])
        clauses = (clause for clause in task.clauses if clause.start <= name.start < clause.end)
        return any(self._text.startswith(words, clause.start) for clause in clauses)

    def _begins(self, task: TaskFinding, words: str) -> bool:
        return self._text.startswith(self._patterns.clause[words], task.start)

    def _meant(self, task: TaskFinding, own: tuple[NameFinding, ...]) -> TaskPlaces:
        """Return what a task without a place of its own stands for."""
        text, at = self._text, task.start
        if self._begins(task, "rest") or _OTHERS.match(text, at, task.end):
            return TaskPlaces(self._rest(task), ())
        if task.goes_on and not own:
            return TaskPlaces(self._before(task), ())
        if ordinal := _ORDINAL.match(text, at, task.end):
            return TaskPlaces(self._first_or_last(task, ordinal), ())
        if back := _BACK.match(text, at, task.end):
            return TaskPlaces(self._named_above(task, back), ())
        return self._counted_or_said(task, own)

    def _counted_or_said(self, task: TaskFinding, own: tuple[NameFinding, ...]) -> TaskPlaces:
        """Return the list that a task counts, or what was said before in the words with which it begins."""
        quantities = within(self._reading.quantities, task.start, task.end)
        entry = self._list_counted(quantities, task) or self._list_so_called(task)
        if entry:
            return TaskPlaces((*own, *entry.members), (entry,))
        if quantities:
            return TaskPlaces(own, ())
        if self._text.startswith("其中", task.start):
            return TaskPlaces(self._before(task), ())
        verb = None if own else _DONE_TO.match(self._text, task.start, task.end)
        return TaskPlaces(self._said_of(verb[1], task) if verb else own, ())

    def _before(self, task: TaskFinding) -> tuple[NameFinding, ...]:
        """Return the places of the task just before, in the same block."""
        if not self.found:
            return ()
        last = self._reading.tasks[len(self.found) - 1]
        return () if "\n" in self._text[last.end : task.start] else self.found[-1].places

    def _rest(self, task: TaskFinding) -> tuple[NameFinding, ...]:
        """Return the members of a list before a task that were not singled out since.

        Which list is meant is told by its count less those singled out, by its noun, or by that some were.
        """
        words = ("另外", *self._patterns.clause["rest"])
        at = task.start + len(next(word for word in words if self._text.startswith(word, task.start)))
        counts = [q for q in within(self._reading.quantities, at, task.end) if q.start <= at + 1]
        noun = counts[0].of if counts else self._noun(at, task.end)
        best: tuple[tuple[bool, bool, bool, int, int], tuple[NameFinding, ...]] | None = None
        for entry in _standing(self._reading.enumerations, max(0, task.start - _REACH), task.start):
            singled = self._singled_out(entry, task)
            left = tuple(name for name in entry.members if self._words(name) not in singled)
            total = len(entry.members) if entry.count is None else entry.count
            agrees = bool(counts) and counts[0].min == total - len(singled) and bool(singled)
            fits = bool(noun and entry.head) and (entry.head or "").endswith(noun)
            if counts and not agrees and counts[0].min != len(left):
                continue
            if (agrees or singled or fits) and left:
                key = (agrees, bool(singled), fits, len(entry.members), entry.at)
                best = max(best or (key, left), (key, left), key=lambda scored: scored[0])
        return best[1] if best else ()

    def _noun(self, at: int, end: int) -> str:
        return self._text[at : counted_noun(self._text, at, end, self._patterns)]

    def _singled_out(self, entry: Enumeration, task: TaskFinding) -> set[str]:
        """Return the members that were named, or meant by themselves, between their list and a task."""
        members = {self._words(name) for name in entry.members}
        last = max(name.end for name in entry.members)
        since = {self._words(name) for name in within(self._reading.names, last, task.start)}
        first = bisect_left(self._reading.tasks, last, key=lambda other: other.start)
        for meant in self.found[first:]:
            words = {self._words(name) for name in meant.places}
            since |= words if words < members else set()
        return members & since

    def _words(self, name: NameFinding) -> str:
        return name.full or self._text[name.start : name.end]

    def _first_or_last(self, task: TaskFinding, match: re.Match[str]) -> tuple[NameFinding, ...]:
        """Return so many first or last members of the last list that has more: 前3处."""
        count = int(parse_number(match[2]) or 0)
        for entry in reversed(_standing(self._reading.enumerations, 0, task.start)):
            if len(entry.members) > count > 0:
                return entry.members[:count] if match[1] == "前" else entry.members[-count:]
        return ()

    def _named_above(self, task: TaskFinding, match: re.Match[str]) -> tuple[NameFinding, ...]:
        """Return the list of that count or noun, or the one place of the task before: 上述3条道路, 该项目."""
        count = int(parse_number(match[1]) or 0) if match[1] else None
        noun = self._noun(match.end(), task.end)
        for entry in reversed(_standing(self._reading.enumerations, 0, task.start)):
            fits = bool(noun and entry.head) and (entry.head or "").endswith(noun)
            if fits if count is None else count in (entry.count, len(entry.members)):
                return entry.members
        if count is None and noun and match.group() in _ALL_ABOVE:
            return self._all_above(task, kind_of_head(noun, self._patterns))
        before = self._before(task)
        return before if count is None and len(before) == 1 else ()

    def _all_above(self, task: TaskFinding, kind: str) -> tuple[NameFinding, ...]:
        """Return the members of that kind of all lists before a task in its block: 上述道路."""
        block = self._text.rfind("\n", 0, task.start) + 1
        lists = _standing(self._reading.enumerations, block, task.start)
        members = {
            n.start: n for entry in lists for n in entry.members if n.kind == kind and n.start >= block
        }
        return tuple(members[start] for start in sorted(members))

    def _list_so_called(self, task: TaskFinding) -> Enumeration | None:
        """Return the list announced in the words with which a task begins: 新建3条为:…。新建3条6月开工."""
        match = _COUNTED_SO.match(self._text, task.start, task.end)
        before = self._text.rfind(match.group(), 0, task.start) if match else -1
        if match is None or before < 0:
            return None
        count = int(parse_number(match[1]) or 0)
        entries = _standing(self._reading.enumerations, before, min(before + _NEAR, task.start))
        return next((entry for entry in entries if entry.count == count), None)

    def _said_of(self, verb: str, task: TaskFinding) -> tuple[NameFinding, ...]:
        """Return the last list right behind a verb: 改扩建A小学、B小学,…,改扩建项目8月底前竣工."""
        for entry in reversed(_standing(self._reading.enumerations, 0, task.start)):
            if self._text.endswith(verb, 0, entry.at):
                return entry.members
        return ()

    def _list_counted(self, quantities: Iterable[QuantityFinding], task: TaskFinding) -> Enumeration | None:
        """Return the list that a count stands for: 3个核心板块 after it, 打通7条断头路 before it."""
        entries = self._reading.enumerations
        for quantity in quantities:
            for entry in reversed(_standing(entries, 0, task.start)):
                same = entry.count == quantity.min == quantity.max
                if same and entry.head and quantity.of.startswith(entry.head):
                    return entry
            for entry in _standing(entries, task.end, task.end + _NEAR):
                if entry.count == quantity.min == quantity.max and self._counts(quantity, entry):
                    return entry
        return None

    def _counts(self, quantity: QuantityFinding, entry: Enumeration) -> bool:
        """Tell whether a quantity counts what a list holds, its noun behind or before it: 口袋公园6个."""
        noun_before = not quantity.of and self._text.endswith(entry.head or "\n", 0, quantity.start)
        return entry.head == quantity.of or noun_before


def _standing(enumerations: Sequence[Enumeration], start: int, end: int) -> Sequence[Enumeration]:
    """Return the enumerations that stand in a stretch, of a long one only the last."""
    first = bisect_left(enumerations, start, key=lambda entry: entry.at)
    last = bisect_left(enumerations, end, key=lambda entry: entry.at)
    return enumerations[max(first, last - _FARTHEST) : last]
