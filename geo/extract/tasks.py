"""Put clauses together to tasks.

A task begins with a clause that promises something about a thing, takes in the leads before it and
the elaborations after it, and ends before the next such clause. A clause that has a date but no thing
of its own (年底形象初现; 力争年前报批) belongs to the clause just before it and lends it its date. A
sentence in which an office says what it stands for (某局将以…为主线) is no task unless it counts or dates
something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.clauses import (
    Clause,
    ClauseKind,
    is_anchor,
    is_only_a_time,
    names_an_object,
    only_divides,
    only_goes_on,
    only_names,
    sets_a_day,
)
from geo.extract.spans import within
from geo.model import Status, TimeRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.finding import NameFinding
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.times import TimeFinding

_ORIENTATION = re.compile(
    r"\w{2,20}?(?:委员会|管委会|各单位|各部门|局|中心|镇|乡|街道|办事处|公司|委)(?:将|要|会|谋|继续|坚持|始终|紧紧|紧扣|围绕|以)"
)
_AREAS = frozenset({"zone", "town", "subdistrict", "district", "city", "region", "community"})
_SHARED_PART = re.compile(r"的[\w]{2,8}$")
_TOLD = re.compile(r"(?:获悉|了解到|介绍|表示|透露|消息|得知)$")
_WORK = re.compile(r"(?:工程|项目|改造|计划|方案)(?=[,。;!?\n]|$)")
"""What a clause without a named thing still works on: 推进…工程."""
_SHARE_DONE = re.compile(r"(?<!力争)(?<!确保)完成[^,。;率]{0,14}?\d+(?:\.\d+)?%(?!以上)")
_WILL = re.compile(r"力争|争取|确保|计划|预计|有望|拟|将|实现|尽快|加快|推动|推进|^完成")
_QUOTES = re.compile(r"[“”]")


@dataclass(frozen=True, slots=True, eq=False)
class TaskFinding:
    """A task in the flat text."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    times: tuple[TimeFinding, ...]
    """Times that govern the task, those of its own clauses first."""
    status: Status
    hedge: str | None
    condition: str | None
    goes_on: bool = False
    """True where it is the next step at the places of the task before: 1月底前完成A路管线,春节前铺筑沥青."""


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    clauses: tuple[Clause, ...]
    lent: tuple[TimeFinding, ...] = ()
    goes_on: bool = False


def find_tasks(text: str, sentence: Sequence[Clause], patterns: Patterns) -> list[TaskFinding]:
    """Return the tasks of one sentence, in order, none overlapping another."""
    sentence = _what_is_said(text, sentence)
    if (
        not sentence
        or _reports_an_event(text, sentence, patterns)
        or _is_orientation(text, sentence, patterns)
    ):
        return []
    grouper = _Grouper(text, patterns)
    for clause in sentence:
        grouper.take(clause)
    groups = _carry_dates(text, grouper.finish(), patterns)
    return [task for group in groups for task in _split_shared_verb(text, group, patterns)]


# --- Which sentences hold tasks -------------------------------------------------------------------


def _what_is_said(text: str, sentence: Sequence[Clause]) -> Sequence[Clause]:
    """Return the sentence without the clause that says who told it: 记者2月26日从区城管局获悉,…."""
    for index, clause in enumerate(sentence[:2]):
        if _TOLD.search(text, clause.start, clause.end):
            return sentence[index + 1 :] or sentence
    return sentence


def _reports_an_event(text: str, sentence: Sequence[Clause], patterns: Patterns) -> bool:
    past = (TimeRole.EVENT, TimeRole.VAGUE)
    if not any(time.role in past for clause in sentence[:2] for time in clause.times):
        return False
    opening = text[sentence[0].start : sentence[min(2, len(sentence) - 1)].end]
    return patterns.clause_pattern["events"].search(opening) is not None


def _is_orientation(text: str, sentence: Sequence[Clause], patterns: Patterns) -> bool:
    first = _first_spoken(sentence)
    if not _ORIENTATION.match(text, first.start, first.end):
        return False
    counts = any(not quantity.rhetorical for clause in sentence for quantity in clause.quantities)
    works = any(_is_site(text, name, patterns) for clause in sentence for name in clause.names)
    return (
        not (counts or works)
        and not any(sets_a_day(clause) for clause in sentence)
        and not _only_clause_acts(text, sentence, patterns)
    )


def _is_site(text: str, name: NameFinding, patterns: Patterns) -> bool:
    """Tell whether a name is of something that is worked on, and no area that an office speaks of."""
    return name.kind not in _AREAS and is_anchor(text, name, patterns)


def _first_spoken(sentence: Sequence[Clause]) -> Clause:
    """Return the first clause that is more than a time: 下半年,某局将…."""
    for clause in sentence:
        if not any(time.end - time.start >= clause.end - clause.start for time in clause.times):
            return clause
    return sentence[0]


def _only_clause_acts(text: str, sentence: Sequence[Clause], patterns: Patterns) -> bool:
    """Tell whether the office's sentence is a single clause that acts on a named place."""
    body = _first_spoken(sentence)
    return len(sentence) == 1 and any(is_anchor(text, name, patterns) for name in body.names)


# --- Which clauses belong together ----------------------------------------------------------------


class _Grouper:
    """Takes the clauses of a sentence one by one and keeps those that belong together."""

    def __init__(self, text: str, patterns: Patterns) -> None:
        self.groups: list[_Group] = []
        self._text = text
        self._patterns = patterns
        self._pending: list[Clause] = []
        """Leads that wait for the clause to which they lead."""
        self._last: Clause | None = None
        """The clause just before, where a later one may be added to it."""

    def take(self, clause: Clause) -> None:
        match clause.kind:
            case _ if is_only_a_time(clause):
                self._pending.append(clause)
            case ClauseKind.LEAD | ClauseKind.CONDITION:
                self._pending.append(clause)
            case _ if self._goes_with_the_group(clause) and self._adjoins():
                self._extend((clause,))
                self._last = clause
                self._pending = []
            case ClauseKind.ATTITUDE if not sets_a_day(clause):
                self._pending += [clause] if self._pending else []
                self._last = None
            case _:
                self._last = self._place(clause)
                self._pending = []

    def finish(self) -> list[_Group]:
        if self._leads_hold_an_object() or self._is_one_condition():
            self.groups.append(_Group(tuple(self._pending)))
        elif self._pending and self._adjoins():
            self._extend(())
        return self.groups

    def _place(self, clause: Clause) -> Clause | None:
        dated = sets_a_day(clause)
        anchored = names_an_object(self._text, clause, self._patterns) or (
            dated and self._adjoins() and self._brings_about(clause)
        )
        if anchored or (dated and self._last is None) or (not dated and self._leads_hold_an_object()):
            self.groups.append(_Group((*self._pending, clause)))
        elif dated and self._adjoins() and (_deadlines(self.groups[-1]) or self._is_done()):
            self.groups.append(_Group((*self._pending, clause), goes_on=True))
        elif self._adjoins() and (dated or _elaborates(self.groups[-1], clause)):
            self._extend((clause,))
        elif dated and self._last is not None:
            # A date without a thing of its own belongs to the clause just before it.
            self.groups.append(_Group((self._last, *self._pending, clause)))
        elif clause.kind is not ClauseKind.MAIN and not _WORK.search(self._text, clause.start, clause.end):
            return None
        return clause

    def _goes_with_the_group(self, clause: Clause) -> bool:
        """Tell whether a clause only adds to the group: a detail, a divided count, more items of a list."""
        if clause.kind is ClauseKind.DETAIL or only_divides(self._text, clause):
            return True
        if self._tells_progress(clause):
            return True
        announced = bool(self._pending) and self._text[self._pending[-1].end] == ":"
        return only_names(self._text, clause) and (
            announced or not (self.groups and sets_a_day(self.groups[-1].clauses[-1]))
        )

    def _tells_progress(self, clause: Clause) -> bool:
        """Tell whether a clause only says how far the work is: 主体封顶, 外墙保温完成70%."""
        if clause.names or sets_a_day(clause):
            return False
        body = self._text[clause.start : clause.end]
        reached = self._patterns.clause_pattern["milestones"].search(body) is not None
        return (reached and not _WILL.search(body)) or _SHARE_DONE.search(body) is not None

    def _adjoins(self) -> bool:
        return bool(self.groups) and self._last is self.groups[-1].clauses[-1]

    def _is_done(self) -> bool:
        """Tell whether the last group tells of what is done; a day yet to come is that of the next step."""
        group = self.groups[-1]
        body = self._text[group.clauses[0].start : group.clauses[-1].end]
        done = self._patterns.done.search(body)
        if done is None or _status(self._text, group, body, self._patterns) is not Status.DONE:
            return False
        says_of_what = done.group().endswith("完成") and done.end() < len(body)
        return (
            not says_of_what
            or self._patterns.clause_pattern["head_works"].search(body, done.end()) is not None
        )

    def _brings_about(self, clause: Clause) -> bool:
        """Tell whether a clause has an object of its own after 实现: 年底前实现集中供热全覆盖."""
        said = "实现" in self._text[clause.start : clause.end]
        return said and not only_goes_on(self._text, clause, self._patterns)

    def _extend(self, clauses: tuple[Clause, ...]) -> None:
        group = self.groups[-1]
        self.groups[-1] = replace(group, clauses=(*group.clauses, *self._pending, *clauses))

    def _is_one_condition(self) -> bool:
        """Tell whether the sentence is one clause that begins with its condition: 待批复后启动A路改造."""
        return (
            not self.groups
            and len(self._pending) == 1
            and names_an_object(self._text, self._pending[0], self._patterns)
        )

    def _leads_hold_an_object(self) -> bool:
        leads = (clause for clause in self._pending if clause.kind is ClauseKind.LEAD)
        return any(names_an_object(self._text, lead, self._patterns) for lead in leads)


def _elaborates(group: _Group, clause: Clause) -> bool:
    """Tell whether a clause goes on with the group rather than praising its result."""
    if clause.kind is ClauseKind.MAIN:
        return True
    last = group.clauses[-1]
    led = group.clauses[0].kind is ClauseKind.LEAD and len(group.clauses) <= 2  # noqa: PLR2004 - lead and main
    return led and not (sets_a_day(last) or last.names or last.quantities)


def _carry_dates(text: str, groups: list[_Group], patterns: Patterns) -> list[_Group]:
    """Lend a date at the head of a sentence or clause to what follows it there without one.

    到2025年,绿地率达到40%,路网基本建成: the date stands alone and reaches all. 上半年新建管网41.8km,消除A路
    易涝点; 年底前完成A路等8条道路施工,B公园景观全部完工: it reaches the next clauses that begin with
    a verb or tell of an end.
    """
    carried: list[_Group] = []
    lent: tuple[TimeFinding, ...] = ()
    alone = False
    for group in groups:
        own = _deadlines(group)
        if own:
            first = group.clauses[0]
            body = text[first.start : own[0].start]
            alone = is_only_a_time(first)
            lent = own[:1] if alone or not body or body in patterns.clause["hedges"] else ()
            carried.append(group)
        elif lent and not _has_a_time(group) and (alone or _takes_up(text, group, patterns)):
            carried.append(replace(group, lent=lent))
        else:
            lent = ()
            carried.append(group)
    return carried


def _has_a_time(group: _Group) -> bool:
    return any(clause.times for clause in group.clauses)


def _takes_up(text: str, group: _Group, patterns: Patterns) -> bool:
    """Tell whether a group goes on under the date before it: it begins with a verb or tells of an end."""
    first, last = group.clauses[0], group.clauses[-1]
    if text.endswith(patterns.clause["endings"], last.start, last.end):
        return True
    verb = patterns.clause_pattern["works"].match(text, first.start, first.end)
    return verb is not None and first.kind is ClauseKind.MAIN


def _deadlines(group: _Group) -> tuple[TimeFinding, ...]:
    return tuple(time for clause in group.clauses for time in clause.times if time.role is TimeRole.DEADLINE)


# --- Tasks of a group -----------------------------------------------------------------------------


def _split_shared_verb(text: str, group: _Group, patterns: Patterns) -> list[TaskFinding]:
    """Return one task, or one for each object that shares the verb: 启动A的编制报批、B的调整."""
    first = group.clauses[0]
    parts = _shared_parts(text, first)
    if len(parts) < 2:  # noqa: PLR2004 - a verb shared by one object is not shared
        return [_task(text, group, group.clauses[0].start, group.clauses[-1].end, patterns)]
    rest = tuple(time for clause in group.clauses[1:] for time in clause.times)
    shared = replace(group, clauses=(first,), lent=(*rest, *group.lent))
    whole = _task(text, group, first.start, group.clauses[-1].end, patterns)
    return [
        replace(
            whole,
            start=start,
            end=end,
            clauses=(_within(first, start, end),),
            status=_status(text, shared, text[start:end], patterns),
        )
        for start, end in parts
    ]


def _shared_parts(text: str, clause: Clause) -> list[tuple[int, int]]:
    edges = [clause.start]
    while (mark := text.find("、", edges[-1], clause.end)) >= 0:
        edges += [mark, mark + 1]
    if len(edges) == 1:
        return []
    edges.append(clause.end)
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    each_has_its_object = all(
        any(name.end < end for name in within(clause.names, start, end))
        and _SHARED_PART.search(text[start:end])
        for start, end in parts
    )
    return parts if each_has_its_object else []


def _within(clause: Clause, start: int, end: int) -> Clause:
    return replace(
        clause,
        start=start,
        end=end,
        segments=(),
        enumerations=(),
        names=tuple(within(clause.names, start, end)),
        times=tuple(within(clause.times, start, end)),
        quantities=tuple(within(clause.quantities, start, end)),
    )


def _task(text: str, group: _Group, start: int, end: int, patterns: Patterns) -> TaskFinding:
    body = text[start:end]
    conditions = [text[c.start : c.end] for c in group.clauses if c.kind is ClauseKind.CONDITION]
    hedges = (_hedge(text, clause, patterns) for clause in group.clauses)
    times = tuple(time for clause in group.clauses for time in clause.times)
    return TaskFinding(
        start,
        end,
        group.clauses,
        _in_turn(text, (start, end), (*times, *group.lent)),
        _status(text, group, body, patterns),
        next(filter(None, hedges), None),
        conditions[0] if conditions else None,
        group.goes_on,
    )


def _hedge(text: str, clause: Clause, patterns: Patterns) -> str | None:
    found = patterns.clause_pattern["hedges"].search(text, clause.start, clause.end)
    if found:
        return found.group()
    words = patterns.clause["hedges_at_head"]
    heads = (clause.start, *(time.end for time in clause.times))
    hedged = [head for head in heads if text.startswith(words, head)]
    return next((word for word in words for head in hedged if text.startswith(word, head)), None)


def _status(text: str, group: _Group, body: str, patterns: Patterns) -> Status:
    """Tell how far a task is, as its words say: a share that is done, 已 with a verb, or 正在."""
    plain = _QUOTES.sub("", body)
    if _will_start(text, group, patterns):
        return Status.PLANNED
    if _SHARE_DONE.search(plain):
        return Status.STARTED
    if patterns.begun.search(plain):
        return Status.STARTED
    if done := patterns.done.search(plain):
        is_step = patterns.clause_pattern["parts"].match(plain, done.end()) is not None
        is_part = plain.endswith(patterns.clause["parts"], 0, done.start()) or _goes_on_after(
            done, plain, group
        )
        return Status.STARTED if is_part or (done.group().endswith("完成") and is_step) else Status.DONE
    if patterns.clause_pattern["under_way"].search(plain) or _has_reached(text, group, patterns):
        return Status.STARTED
    return Status.PLANNED


def _goes_on_after(done: re.Match[str], plain: str, group: _Group) -> bool:
    """Tell whether a day is still to come after what has been completed: 已完成粉刷,5月底前竣工."""
    if not done.group().endswith("完成") or done.end() == len(plain):
        return False
    start = group.clauses[0].start + done.end()
    return any(time.start >= start and time.due for time in _deadlines(group))


def _will_start(text: str, group: _Group, patterns: Patterns) -> bool:
    """Tell whether the last day of a group is the one on which the work begins: 已完成招标,4月上旬进场."""
    days = [
        (time, clause)
        for clause in group.clauses
        for time in clause.times
        if time.role is TimeRole.DEADLINE and time.due
    ]
    if not days:
        return False
    time, clause = days[-1]
    starts = patterns.clause_pattern["starts"].search(text, time.end, clause.end)
    return starts is not None and not text.endswith(patterns.clause["endings"], clause.start, clause.end)


def _has_reached(text: str, group: _Group, patterns: Patterns) -> bool:
    """Tell whether a milestone is told without a day on which it will be reached: 主体封顶,年底投产."""
    for clause in group.clauses:
        days = [time.end for time in clause.times if time.role is TimeRole.DEADLINE]
        for match in patterns.clause_pattern["milestones"].finditer(text, clause.start, clause.end):
            promised = any(
                day <= match.start() and "\t" not in text[day : match.start()] for day in days
            ) or _WILL.search(text[clause.start : match.start()])
            if not promised:
                return True
    return False


def governing_time(times: Sequence[TimeFinding]) -> TimeFinding | None:
    """Return the time that sets a task's deadline: the first with a due day."""
    return next((time for time in times if time.role is TimeRole.DEADLINE and time.due), None)


def _in_turn(text: str, body: tuple[int, int], times: tuple[TimeFinding, ...]) -> tuple[TimeFinding, ...]:
    """Return the times with the last day in front where a task has a day for each of its places.

    A小区、B小区分别于3月、5月开工: all of it is done by the last of them.
    """
    days = [time for time in times if time.role is TimeRole.DEADLINE and time.due]
    if len(days) < len(("3月", "5月")) or "分别" not in text[body[0] : days[0].start]:
        return times
    last = max(days, key=lambda time: (time.due, time.start))
    return (last, *(time for time in times if time is not last))
