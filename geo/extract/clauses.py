"""Cut sentences into clauses and tell what each does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.model import TimeRole

if TYPE_CHECKING:
    from geo.extract.finding import NameFinding
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.lists import Enumeration
    from geo.extract.quantities import QuantityFinding
    from geo.extract.segments import SegmentFinding
    from geo.extract.times import TimeFinding

_OPEN, _CLOSE = "“(《「『", "”)》」』"
_SENTENCE_MARKS = re.compile(f"[。!?;{_OPEN}{_CLOSE}]")
_CLAUSE_MARKS = re.compile(f"[,。{_OPEN}{_CLOSE}]")
_PREPOSITION = 1
_COLON_LEAD = re.compile(r"[^:、]{1,30}:")
_BOOK = re.compile(r"《[^《》]+》")
_AS = re.compile(r"如[下期何实图约:]|待[遇定]|视[察为频]|若干")
_ACTS = re.compile(
    r"新建|新增|新改建|改扩建|建成|建设|完成|开工|续建|改造|升级|打造|达到|升至|提高|提升|转移|铺设|安装|整治|打通|种植|培育|引进|招引|力争|确保"
)
"""Verbs by which a number without a counted noun is promised: 新建停车泊位8000个."""
_MEASURED = re.compile(r"保持|稳定|控制|维持|不低于|不高于|不少于|超过|突破|降至|降到|提升至|力争达")
"""Verbs by which a share is promised: 按时办结率保持在99%以上."""
_FRAMED = re.compile(r"以.+为[\w“”]{1,10}$")
_AMONG = re.compile(r"\w{0,12}\d+(?:个|条|处|座|所|家|项)\w{0,10}中")
"""Of which of them the next clause speaks: 其余3个停车场中."""
_LOCATED = re.compile(
    r"(?=.*[侧角面边部东西南北过近旁线畔口处]\Z)[\w、与]{2,24}?(?:(?:交叉口|交汇处|交会处)?[东西南北]{1,2}(?:侧|角|面|边|部)|以[东南西北]|对面|对过|附近|旁边?|沿线|畔|交叉口|交汇处|交会处)$"
)
"""A clause that only says where something lies: 新马东路28号对面."""

_BY_WHOM = re.compile(r"由.{2,16}(?:负责|牵头|实施|组织实施|承建|承担|配合)$")
"""A clause that only says who does it."""
_BETWEEN = re.compile(r"(?:[、,:和及与有共约()各]|分别为?|新建|续建|改建|扩建|新开工|结转)*")


class ClauseKind(StrEnum):
    """What a clause does in its sentence."""

    LEAD = "lead"
    """Leads to the clause after it: 以A为示范, 依托B."""
    ATTITUDE = "attitude"
    """Sets the tone: 坚持…, 突出…."""
    CONDITION = "condition"
    """Says on what the next clause hangs: 如不受汛情影响."""
    MAIN = "main"
    RESULT = "result"
    """Says what good will come of it: 带动…."""
    DETAIL = "detail"
    """Says where, how big, how dear: 位于…, 总投资9.8亿元."""


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A clause of the flat text with what was found in it."""

    start: int
    end: int
    kind: ClauseKind
    names: tuple[NameFinding, ...] = ()
    times: tuple[TimeFinding, ...] = ()
    quantities: tuple[QuantityFinding, ...] = ()
    enumerations: tuple[Enumeration, ...] = field(default=())
    segments: tuple[SegmentFinding, ...] = ()


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a block, without the marks that end them."""
    return _split(text, start, end, _SENTENCE_MARKS)


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the clauses of a sentence: cut at commas outside quotes and brackets.

    A short lead before a colon (具体路段为:) is a clause of its own.
    """
    spans = []
    for begin, stop in _split(text, start, end, _CLAUSE_MARKS):
        lead = _COLON_LEAD.match(text, begin, stop)
        if lead and lead.end() < stop:
            spans += [(begin, lead.end() - 1), (lead.end(), stop)]
        else:
            spans.append((begin, stop))
    return spans


def _split(text: str, start: int, end: int, marks: re.Pattern[str]) -> list[tuple[int, int]]:
    spans = []
    depth, begin = 0, start
    for match in marks.finditer(text, start, end):
        char = match.group()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            spans.append((begin, match.start()))
            begin = match.end()
    spans.append((begin, end))
    return [
        span if text[span[0]] > " " < text[span[1] - 1] else _strip(text, *span)
        for span in spans
        if span[0] < span[1] and not text[slice(*span)].isspace()
    ]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def clause_kind(body: str, patterns: Patterns) -> ClauseKind:
    """Return what a clause does, told by how it begins; a row of a table is one clause."""
    words = patterns.clause
    if "\t" in body:
        return ClauseKind.MAIN
    opens = body[0] in patterns.clause_openers
    if opens and body.startswith(words["conditions"]) and not _AS.match(body):
        return ClauseKind.CONDITION
    if opens and body.startswith(words["attitudes"]):
        return ClauseKind.ATTITUDE
    if _leads(body, patterns, opens=opens):
        return ClauseKind.LEAD
    if (opens and body.startswith(words["details"])) or _LOCATED.match(body) or _BY_WHOM.match(body):
        return ClauseKind.DETAIL
    return ClauseKind.RESULT if opens and body.startswith(words["results"]) else ClauseKind.MAIN


def _leads(body: str, patterns: Patterns, *, opens: bool) -> bool:
    """Tell whether a clause leads to the next; `opens` where its first letter is one of an opening word."""
    if _FRAMED.match(body) or (body[-1] == "中" and _AMONG.fullmatch(body)):
        return True
    leads = opens and body.startswith(patterns.clause["lead_ins"])
    return leads and not patterns.clause_pattern["lead_verbs"].search(body, 2)


def only_divides(text: str, clause: Clause) -> bool:
    """Tell whether a clause only divides a count among areas: 其中东街道14个、西街道12个."""
    if not text.startswith("其中", clause.start) or not clause.quantities or clause.times:
        return False
    spans = [(name.start, name.end) for name in clause.names]
    spans += [(quantity.start, quantity.head_end) for quantity in clause.quantities]
    return _BETWEEN.fullmatch(_outside(text, clause.start + len("其中"), clause.end, spans)) is not None


def only_names(text: str, clause: Clause) -> bool:
    """Tell whether a clause names places and nothing else: A路、B路(C路—D路)."""
    if not clause.names or clause.times or clause.quantities:
        return False
    spans = [(name.start, name.end) for name in clause.names]
    spans += [(segment.road.end, segment.end) for segment in clause.segments]
    return not _outside(text, clause.start, clause.end, spans).strip("、和与及")


def _outside(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """Return what a stretch says outside some spans."""
    left, position = [], start
    for begin, stop in sorted(spans):
        left.append(text[position:begin])
        position = max(position, stop)
    return "".join([*left, text[position:end]])


def is_office(text: str, name: NameFinding, patterns: Patterns) -> bool:
    """Tell whether a name stands inside the name of an office: 二七区 in 二七区商务局."""
    return patterns.office_tail.match(text, name.end) is not None


def names_an_object(text: str, clause: Clause, patterns: Patterns) -> bool:
    """Tell whether a clause promises something about a thing: a place, a count, a document, a new service."""
    if any(is_anchor(text, name, patterns) for name in clause.names):
        return True
    body = text[clause.start : clause.end]
    if body.startswith(patterns.clause["rest"]) or (body.startswith("其中") and sets_a_day(clause)):
        return True
    counted = [quantity for quantity in clause.quantities if not quantity.rhetorical]
    if any(quantity.of for quantity in counted) or (counted and _ACTS.search(body)):
        return True
    if any(quantity.unit == "%" for quantity in counted) and _MEASURED.search(body):
        return True
    opening = patterns.opening.search(body)
    return opening is not None and not re.search(r"”(?:模式|精神|标准|理念)", body)


def is_anchor(text: str, name: NameFinding, patterns: Patterns) -> bool:
    """Tell whether a place name makes its clause a promise about a place."""
    if is_office(text, name, patterns) or patterns.relative.fullmatch(text, name.start, name.end):
        return False
    if name.kind in ("district", "city"):
        built = patterns.clause_pattern["builds"].match(text, name.end)
        return built is not None and text[name.start - 1 : name.start] in ("在", "于")
    return name.kind != "region"


def is_only_a_time(clause: Clause) -> bool:
    """Tell whether a clause is a time and nothing else: 到2026年底,…."""
    length = clause.end - clause.start
    return len(clause.times) == 1 and length - (clause.times[0].end - clause.times[0].start) <= _PREPOSITION


def only_goes_on(text: str, clause: Clause, patterns: Patterns) -> bool:
    """Tell whether a clause names nothing but steps of a work and when they are taken: 力争年底前全部完工."""
    if clause.names or clause.quantities:
        return False
    spans = [(time.start, time.end) for time in clause.times]
    told = _outside(text, clause.start, clause.end, spans)
    return patterns.steps.fullmatch(told) is not None


def sets_a_day(clause: Clause) -> bool:
    """Tell whether a clause holds a deadline or a recurring day."""
    return any(time.role in (TimeRole.DEADLINE, TimeRole.RECURRENCE) for time in clause.times)
