"""Lend the day in a headline to the task that lists what the headline counts: 8条道路年内通车."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.findings import Sentence
from geo.extract.spans import within
from geo.extract.tasks import governing_time
from geo.extract.unwrap import BlockKind

if TYPE_CHECKING:
    from geo.extract.findings import SectionReading
    from geo.extract.tasks import TaskFinding
    from geo.extract.times import TimeFinding

_HEADLINES = (BlockKind.TITLE, BlockKind.HEADING)


def lend_days(reading: SectionReading) -> SectionReading:
    """Return the reading with the day of each headline at the undated tasks whose list it counts."""
    promised = _promises(reading)
    if not promised:
        return reading
    counted = {id(entry): promised[entry.count] for entry in reading.enumerations if entry.count in promised}
    sentences = tuple(
        Sentence(sentence.clauses, tuple(_lend(task, reading, counted) for task in sentence.tasks))
        for sentence in reading.sentences
    )
    return replace(reading, sentences=sentences)


def _promises(reading: SectionReading) -> dict[int | None, TimeFinding]:
    """Return the day that each headline with one count and one day sets, by the count."""
    promised: dict[int | None, TimeFinding] = {}
    for block in reading.section.blocks:
        if block.kind not in _HEADLINES:
            continue
        inside = [clause for clause in reading.clauses if block.start <= clause.start < block.end]
        counts = [q for clause in inside for q in clause.quantities if q.min == q.max and not q.rhetorical]
        time = governing_time([time for clause in inside for time in clause.times])
        if time and len(counts) == 1:
            promised[int(counts[0].min)] = time
    return promised


def _lend(task: TaskFinding, reading: SectionReading, counted: dict[int, TimeFinding]) -> TaskFinding:
    if governing_time(task.times):
        return task
    own = (
        entry
        for entry in reading.enumerations
        if task.start <= entry.at < task.end and len(within(entry.members, task.start, task.end)) > 1
    )
    time = next((counted[id(entry)] for entry in own if id(entry) in counted), None)
    return replace(task, times=(*task.times, time)) if time else task
