"""Read a report: the order in which the rules are applied."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.errors import ReportError, describe
from geo.extract.bare_names import BareNames
from geo.extract.clauses import (
    Clause,
    ClauseKind,
    clause_kind,
    is_only_a_time,
    split_clauses,
    split_sentences,
)
from geo.extract.collection import collection_paused
from geo.extract.counts import count_enumerations
from geo.extract.finding import keep_longest
from geo.extract.findings import SectionReading, Sentence
from geo.extract.headlines import lend_days
from geo.extract.items import join_sentences
from geo.extract.lexicon_patterns import compile_lexicon
from geo.extract.lists import announced_kinds, read_enumerations
from geo.extract.names import find_names, plain_names
from geo.extract.quantities import find_quantities
from geo.extract.records import report_records
from geo.extract.sections import split_sections
from geo.extract.segments import find_segments
from geo.extract.sites import mark_sites
from geo.extract.spans import Spans
from geo.extract.steps import split_steps
from geo.extract.tasks import find_tasks
from geo.extract.times import as_event, find_times, following_days, one_year_before, promoted
from geo.extract.unwrap import BlockKind, unwrap
from geo.model import TimeRole, TimeType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.sections import SectionFinding
    from geo.extract.times import TimeFinding
    from geo.extract.unwrap import Block, FlatText
    from geo.model import Document, Lexicon, Report

_WILL_DO = re.compile(
    r"\w{0,8}?(?:将|(?<![纲主重必需概摘简])要|力争|拟|确保|再[添增建]|计划(?![公安任书表的落实,。]|$|出炉|发布))"
)
_COUNTED = re.compile(r"\d(?:余|多)?[个条处座所家栋项件]")
_WHOSE = re.compile(
    r"^(?:[全我本](?:区|市|县|镇|乡|街道)|辖区|\w{1,4}?(?:[区市县镇乡]|街道)(?=将|计划|拟|共|实施|新建|改)|由[\w“”]{2,14}?(?:公司|集团|局|委|办|中心))?(?:总?共|一共)?"
)
"""Before what is promised: 今年全区共安排7条."""
_ARRANGED = "安排"
"""By itself it tells what there is (今年安排项目42个); 安排开工4条 promises."""
_TO_EACH = re.compile(r"[对将把为][^,。;]*?\d+(?:余|多)?[个条处座所家栋项]")
"""What is done to so many: 对6条路段开展整治."""
_INVENTORY = re.compile(r"(?:共)?(?:实施|安排|推进|谋划)[^\d,。;]*(?:项目|工程)\d")
"""What there is: 实施学校建设项目6个; 实施7条道路工程 promises."""
_INVESTS = re.compile(r"\w{0,6}?(?:计划)?投资[\d.]+[亿万]?元")
_HEADS = (
    "",
    "将",
    "要",
    "确保",
    "力争",
    "争取",
    "“",
    "计划",
    "预计",
    "有望",
    "拟于",
    "计划于",
    "预计于",
    "将于",
    "力争在",
)
_FRAMED = re.compile(
    r"(?:公示|征集|报名|有效|办理|受理)(?:期|时间|期限)?(?:为|自|从|:)?$|原(?:定|计划)(?:的|于|为|在)?$"
)
"""What stands before a time that only frames a procedure."""
_NEWS_DAYS = 45
_SAID = re.compile(r"[^\s,。]")
_BEGAN = re.compile(r"(?:正式|全面|顺利)?(?:开工|动工|启动|进场|开建|复工)")
_AFTER_THE_HALF = range(7, 10)
_FIRST_HALF = re.compile("上半年")
_ACHIEVED = re.compile(r"\w{0,6}?(?:共|累计)?(?:完成|实现|建成|新增|交付|开工|达到)")
_TOLD_OF = re.compile(r"\w{2}了(?!解)")
"""A verb with 了 tells of what is past: 5月底公布了名单."""
_TOWN = re.compile(r"\w{2,6}")
"""A town by its short name before what its headline promises: 阜城今年拟建11处公园."""
_CAMPAIGN = re.compile(r"(?:冲刺|攻坚|盘点|扫描|观察|回顾|忙)")
"""Behind a time in a headline that only names the season: 重点项目年底冲刺."""
_DURING = re.compile(r"\w{0,4}期间")
_PROMISING = re.compile(r"将|拟|计划|预计|力争|争取|确保|有望|要|前")
_NEAR = 8
_SLOGAN_REACH = 5000
_SUBJECT_ENDS = (
    "安排在",
    "调整到",
    "明确",
    "提出",
    "要求",
    "决定",
    "计划在",
    "定在",
    "个",
    "条",
    "处",
    "座",
    "所",
    "家",
    "栋",
    "项",
    "区",
    "市",
    "县",
    "镇",
    "街道",
    "局",
    "项目",
    "工程",
    "道路",
    "段",
    "街",
    "路",
)


def read_report(document: Document, *, reference: date | None, lexicon: Lexicon) -> Report:
    """Return what a report says, before any geocoding.

    Parameters
    ----------
    document
        The text as it stands in its file; every offset of the result points into it.
    reference
        The report's own date. Without it a time whose year is not in the text has no due day.
    lexicon
        The words that the rules know.

    Raises
    ------
    ReportError
        The document holds no text.
    """
    flat = unwrap(document.text)
    if not flat.blocks:
        raise ReportError(
            describe(
                where=document.path,
                what="the report holds no text",
                remedy="give a file with the report's text in it",
            )
        )
    patterns = compile_lexicon(lexicon)
    with collection_paused():
        known = plain_names(flat.text, patterns)
        readings = [
            read_section(flat, section, patterns=patterns, reference=reference, known=known)
            for section in split_sections(flat, patterns)
        ]
        return report_records(document, flat, readings, patterns=patterns, reference=reference)


def read_section(
    flat: FlatText,
    section: SectionFinding,
    *,
    patterns: Patterns,
    reference: date | None,
    known: frozenset[str] = frozenset(),
) -> SectionReading:
    """Return all that is found in a section; `known` are names from `plain_names` of the whole text."""
    announced = (
        found
        for block in section.blocks
        for found in announced_kinds(flat.text, block.start, block.end, patterns)
    )
    context = _Context(patterns, reference, known, tuple(announced), BareNames())
    sentences = tuple(
        _read_sentence(flat.text, start, end, block, context)
        for block in section.blocks
        if block.kind is not BlockKind.LABEL
        for start, end in join_sentences(
            flat.text, split_sentences(flat.text, block.start, block.end), patterns
        )
        if _SAID.search(flat.text, start, end)
    )
    counted = count_enumerations(flat.text, SectionReading(section, sentences), patterns)
    return lend_days(mark_sites(flat.text, counted, patterns))


@dataclass(frozen=True, slots=True)
class _Context:
    """What every clause is read with."""

    patterns: Patterns
    reference: date | None
    known: frozenset[str]
    announced: tuple[tuple[int, int, str], ...]
    """Stretches that list bare names of a kind."""
    bare: BareNames

    def announced_at(self, position: int) -> str | None:
        """Return the kind of the bare names that are listed at a position."""
        before = bisect_right(self.announced, position, key=lambda stretch: stretch[0]) - 1
        holds = before >= 0 and position < self.announced[before][1]
        return self.announced[before][2] if holds else None


def _read_sentence(text: str, start: int, end: int, block: Block, context: _Context) -> Sentence:
    clauses = [
        step
        for begin, stop in split_clauses(text, start, end)
        for step in _read_steps(text, begin, stop, context)
    ]
    headline = block.kind is not BlockKind.BODY
    clauses = [_frame_times(text, clause, clauses, context, headline=headline) for clause in clauses]
    clauses = _with_following_days(text, clauses, context.reference)
    if _is_dateline(block, clauses):
        clauses = [replace(c, times=tuple(as_event(t, context.reference) for t in c.times)) for c in clauses]
    if block.kind is BlockKind.SLOGAN:
        clauses = [_without_coined(text, clause) for clause in clauses]
    tasks = find_tasks(text, clauses, context.patterns) if block.kind is BlockKind.BODY else []
    return Sentence(tuple(clauses), tuple(tasks))


def _with_following_days(text: str, clauses: list[Clause], reference: date | None) -> list[Clause]:
    """Return the clauses of a sentence with the days whose month stands in a clause before."""
    if not any(clause.times for clause in clauses):
        return clauses
    told: list[TimeFinding] = []
    out = []
    for clause in clauses:
        told += clause.times
        days = tuple(following_days(text, clause.start, clause.end, told, reference))
        told += days
        out.append(replace(clause, times=(*clause.times, *days)) if days else clause)
    return out


def _without_coined(text: str, clause: Clause) -> Clause:
    """Return a clause of a slogan without names that stand nowhere else in the text near it: 产业兴镇."""
    near = (max(0, clause.start - _SLOGAN_REACH), clause.end + _SLOGAN_REACH)
    names = tuple(name for name in clause.names if text.count(text[name.start : name.end], *near) > 1)
    return clause if names == clause.names else replace(clause, names=names, enumerations=(), segments=())


def _read_steps(text: str, start: int, end: int, context: _Context) -> list[Clause]:
    whole = _read_clause(text, start, end, context)
    steps = split_steps(text, whole)
    return [_read_clause(text, *step, context) for step in steps] if len(steps) > 1 else [whole]


def _is_dateline(block: Block, clauses: Sequence[Clause]) -> bool:
    """Tell whether a block is nothing but the day below a signature."""
    times = [time for clause in clauses for time in clause.times]
    return block.start > 0 and len(times) == 1 and (times[0].start, times[0].end) == (block.start, block.end)


def _read_clause(text: str, start: int, end: int, context: _Context) -> Clause:
    patterns = context.patterns
    times = find_times(text, start, end, reference=context.reference)
    days = Spans((time.start, time.end) for time in times)
    found = find_names(text, start, end, patterns, taken=days, known=context.known)
    again = context.bare.find(text, start, end, patterns, taken=days)
    found = keep_longest([*found, *again]) if again else found
    segments = find_segments(text, found, patterns) if found else []
    if segments:
        brackets = Spans((segment.road.end, segment.end) for segment in segments)
        found = [name for name in found if not brackets.overlaps(name.start, name.start + 1)]
    announced = context.announced_at(start) if context.announced else None
    names, enumerations = read_enumerations(text, start, end, found, patterns, announced=announced)
    context.bare.learn(text, names)
    ends = (end for segment in segments for end in (segment.from_place, segment.to_place, *segment.crossing))
    taken = Spans((finding.start, finding.end) for finding in (*times, *names, *ends))
    return Clause(
        start,
        end,
        ClauseKind.LEAD if text[end : end + 1] == ":" else clause_kind(text[start:end], patterns),
        tuple(names),
        tuple(times),
        tuple(find_quantities(text, start, end, taken=taken, patterns=patterns)),
        tuple(enumerations),
        tuple(segments),
    )


def _frame_times(
    text: str, clause: Clause, sentence: Sequence[Clause], context: _Context, *, headline: bool
) -> Clause:
    """Tell deadlines from days of events and frames of time, by what stands around them."""
    if not clause.times:
        return clause
    opening = text[sentence[0].start : sentence[min(1, len(sentence) - 1)].end]
    told = clause is sentence[0] and context.patterns.clause_pattern["events"].search(opening) is not None
    times = []
    for time in clause.times:
        is_day = time.type is TimeType.DATE and time.role is TimeRole.DEADLINE
        past = time.notice is not None and (
            _has_happened(text, clause, time, context.reference)
            or _is_news(text, clause, time, context.reference)
        )
        in_brackets = headline and text[time.start - 1 : time.start] == "(" and text.startswith(")", time.end)
        if (
            (told and is_day)
            or past
            or (time.type is TimeType.INTERVAL and _DURING.match(text, time.end))
            or in_brackets
            or (headline and _CAMPAIGN.match(text, time.end))
            or _FRAMED.search(text[max(0, time.start - _NEAR) : time.start])
        ):
            times.append(as_event(time, context.reference))
        elif not _is_over(time, context.reference) and (
            _promises(text, clause, time, context.patterns, headline=headline)
            or _promises_next(text, clause, time, sentence, context.patterns)
        ):
            times.append(promoted(time))
        else:
            times.append(time)
    return replace(clause, times=tuple(times))


def _promises_next(
    text: str, clause: Clause, time: TimeFinding, sentence: Sequence[Clause], patterns: Patterns
) -> bool:
    """Tell whether the clause behind a time promises and counts something: 今年,将打通8条路.

    The time stands alone in its clause, or what is invested stands behind it: 今年投资6亿元,对8条路进行改造.
    """
    at = next(index for index, other in enumerate(sentence) if other.start == clause.start)
    is_alone = is_only_a_time(clause) or _INVESTS.fullmatch(text, time.end, clause.end) is not None
    if not is_alone or at + 1 == len(sentence) or time.role is not TimeRole.HORIZON:
        return False
    whole = text[sentence[at + 1].start : sentence[at + 1].end]
    said = _WHOSE.sub("", whole, count=1)
    if whole[: len(whole) - len(said)].endswith("共") or _INVENTORY.match(said) or "已" in said[:4]:
        return False
    does = _WILL_DO.match(said) or _TO_EACH.match(said) or said.startswith(patterns.clause["works"])
    return _COUNTED.search(said) is not None and bool(does)


def _is_over(time: TimeFinding, reference: date | None) -> bool:
    return bool(reference and time.interval and time.interval[1] < reference)


def _has_happened(text: str, clause: Clause, time: TimeFinding, reference: date | None) -> bool:
    """Tell whether a clause says that what a time tells of is past or under way.

    In the summer 上半年完成投资10亿元 speaks of the half year that has just gone.
    """
    body = text[clause.start : clause.end]
    if "已" in body or "正在" in body or _TOLD_OF.search(body):
        return True
    just_gone = reference is not None and reference.month in _AFTER_THE_HALF
    told = _FIRST_HALF.fullmatch(text, time.start, time.end) and _ACHIEVED.match(text, time.end, clause.end)
    return just_gone and told is not None and not _PROMISING.search(body)


def _is_news(text: str, clause: Clause, time: TimeFinding, reference: date | None) -> bool:
    """Tell whether a day is told without a word of what will be: 8月20日竣工交付, 9月30日正式开工.

    A day of the last weeks, or the day on which a work began.
    """
    if reference is None or time.due is None or time.type not in (TimeType.DATE, TimeType.INTERVAL):
        return False
    if _PROMISING.search(text, clause.start, clause.end):
        return False
    days_ago = (reference - one_year_before(time.due)).days
    is_day = text[time.end - 1] in "日号"
    began = _BEGAN.match(text, time.end) is not None and (is_day or text[time.start - 1] == "于")
    return (is_day and 0 <= days_ago <= _NEWS_DAYS) or began


def _promises(text: str, clause: Clause, time: TimeFinding, patterns: Patterns, *, headline: bool) -> bool:
    """Tell whether a frame of time (今年, 下半年) stands right before what is promised.

    In a headline it must be said that it will be done: 2021年推进安排 only names the year.
    """
    after = _WHOSE.sub("", text[time.end : clause.end], count=1)
    if after.startswith(_ARRANGED) and not after.startswith(patterns.clause["works"], len(_ARRANGED)):
        return False
    if _INVENTORY.match(after) and text[time.start : time.end] != "全年":
        return False
    boundary = patterns.boundary.match(after)
    is_verb = boundary is not None and len(boundary.group()) > 1
    works = patterns.clause_pattern["works"].match(after) and re.search(r"\d", after)
    counted = works or (boundary is not None and is_verb and after[boundary.end() :][:1].isdigit())
    to_each = _TO_EACH.match(after) is not None
    told = headline and is_verb and _COUNTED.search(text, clause.start, time.start) is not None
    if text[time.end - 1] == "度" or (headline and not (_WILL_DO.match(after) or counted or told)):
        return False
    if told:
        return True
    if patterns.steps.fullmatch(after) and after.endswith(patterns.clause["steps"]):
        return True
    head = text[clause.start : time.start]
    head = head[max(head.rfind("("), head.rfind(",")) + 1 :]
    goes_on = _WILL_DO.match(after) is not None or to_each or is_verb
    whose = headline and _COUNTED.search(after) is not None and _TOWN.fullmatch(head) is not None
    return goes_on and (head in _HEADS or whose or head.endswith(_SUBJECT_ENDS)) and "已" not in after[:3]
