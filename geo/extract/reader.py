"""Read a report: the order in which the rules are applied."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
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
from geo.extract.names import NOTHING, find_names, plain_names
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
    from collections.abc import Mapping, Sequence
    from datetime import date

    from geo.extract.finding import NameFinding
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.sections import SectionFinding
    from geo.extract.times import TimeFinding
    from geo.extract.unwrap import Block, FlatText
    from geo.model import Document, Lexicon, Report

NO_NAMES: Mapping[str, str] = MappingProxyType({})
"""No place is known beforehand."""
_WILL_DO = re.compile(
    r"\w{0,8}?(?:将|(?<![纲主重必需概摘简])要|力争|拟|确保|再[添增建]|计划(?![公安任书表的落实,。]|$|出炉|发布))"
)
_COUNTED = re.compile(r"\d(?:余|多)?[个条处座所家栋项件]")
_WHOSE = re.compile(
    r"^(?:[全我本](?:区|市|县|镇|乡|街道)|(?:区|市|县|境|辖区)内|辖区|\w{1,4}?(?:[区市县镇乡]|街道)(?=将|计划|拟|共|实施|新建|改)|由[\w“”]{2,14}?(?:公司|集团|局|委|办|中心))?(?:总?共|一共)?"
)
"""Before what is promised: 今年全区共安排7条."""
_ARRANGED = "安排"
"""By itself it tells what there is (今年安排项目42个); 安排开工4条 promises."""
_TO_EACH = re.compile(r"[对将把为][^,。;]*?\d+(?:余|多)?[个条处座所家栋项]")
"""What is done to so many: 对6条路段开展整治."""
_INVENTORY = re.compile(r"(?:共)?(?:实施|安排|推进|谋划)[^\d,。;]*(?:项目|工程)\d")
"""What there is: 实施学校建设项目6个; 实施7条道路工程 promises."""
_SO_MANY = re.compile(
    r"(?:集中力量|用心用情|高质量|全力|着力|重点|扎实|大力|继续|再|将|要)*(?:办好|办|建|新建|改造|打通|整治|建设|实施|推进|提升|改扩建|新改建|开工)[^,。;\d已]{0,12}\d"
)
_MANY_DO = re.compile(r"\d+(?:余|多)?[个条处座所家栋项][^,。;已]{1,12}?(?:进行|将|拟|要实施)")
"""In a headline, what is promised of so many: 9个老小区进行供热改造."""
_INVESTS = re.compile(r"\w{0,6}?(?:计划)?投资(?:近|约)?[\d.]+[亿万]?元")
_HEADS = (
    "",
    "其中",
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
_NEWS_DAYS = 100
_COUNT_DONE = re.compile(
    r"(?P<count>(?<!\d)\d+[个条处座所家])[\u4e00-\u9fff“”]{0,14}?(?:已|均已|已经)(?:全部|全面)?(?:完工|完成改造|建成|交付|通车|竣工)(?![\d前])"
)
_DONE_COUNT = re.compile(
    r"已(?:经|全部|累计)?(?:交付|建成|完成|打通|取缔)[^,。;\n\d]{2,60}等(?P<count>\d+[个条处座所家])"
)
_NUMBERED = re.compile(r"\d+[个条处座所家]")
_SAID = re.compile(r"[^\s,。]")
_BEGAN = re.compile(r"(?:正式|全面|顺利)?(?:开工|动工|启动|进场|开建|复工)")
_JUST_GONE = {"上半年": range(7, 10), "一季度": range(3, 6), "前三季度": range(9, 12)}
"""Months in which one looks back on a part of the year that has just gone."""
_ACHIEVED = re.compile(r"\w{0,6}?(?:共|累计)?(?:完成|实现|建成|新增|交付|开工|达到)")
_TOLD_OF = re.compile(r"\w{2}了(?!解)")
"""A verb with 了 tells of what is past: 5月底公布了名单."""
_TOWN = re.compile(r"\w{2,6}")
"""A town by its short name before what its headline promises: 阜城今年拟建11处公园."""
_CAMPAIGN = re.compile(r"(?:冲刺|攻坚|盘点|扫描|观察|回顾|忙)")
"""Behind a time in a headline that only names the season: 重点项目年底冲刺."""
_AT_AN_HOUR = re.compile(r"[上下]午|凌晨|[早晚]|当[天日晚]")
"""Behind the report's own day: what happened on it."""
_DURING = re.compile(r"\w{0,4}期间")
_PROMISING = re.compile(r"将|拟|计划|预计|力争|争取|确保|有望|要|(?<![目日此先])前")
_NOW = ("正在", "已", "现已", "现正", "目前已", "目前正")
"""So begins what is told of a work that has begun before."""
_AROUND = 200
"""So far around a time a clause is searched for what has happened."""
_ALL_DONE = re.compile(r"已(?:经)?(?:全部|全面|基本|如期|提前)+(?:完成|完工|建成|竣工|交付)")
_PERIOD = re.compile(
    r"[\u4e00-\u9fff“”]*(?:情况|安排|进展|计划|方案|任务|清单|工作|要点|汇总|通报|公示|目标)"
)
"""What a headline says behind the quarter that it is about: 四季度|项目攻坚安排."""
_WHILE = "期间"
_NEXT_YEAR = re.compile(r"[明次来翌]|\d年")
_BY_NOW = re.compile(
    r"(?:截至|截止|到|至)?(?:目前|现在|今|\d+月\d*日?[底初末]?)?(?:已|累计)(?:经|全部|累计)?(?:完|开|建|竣|交|打|改)"
)
"""So tells a clause how far a work is that the clauses before it began: 截至6月底已完工15个."""
_ALREADY = re.compile("已|[日目]前")
"""What tells in a sentence that its days have passed."""
_NEAR = 8
_SLOGAN_REACH = 5000
_YEAR_LABEL = re.compile(r"(\d{4})年度?:")
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
    "州",
    "旗",
    "盟",
    "局",
    "项目",
    "工程",
    "道路",
    "段",
    "街",
    "路",
)


def read_report(
    document: Document, *, reference: date | None, lexicon: Lexicon, names: Mapping[str, str] = NO_NAMES
) -> Report:
    """Return what a report says, before any geocoding.

    Parameters
    ----------
    document
        The text as it stands in its file; every offset of the result points into it.
    reference
        The report's own date. Without it a time whose year is not in the text has no due day.
    lexicon
        The words that the rules know.
    names
        Names of places that are known beforehand, and their kinds; they need no suffix.

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
        known, done = plain_names(flat.text, patterns), counts_done(flat.text)
        given = BareNames.given(names) if names else None
        read = partial(
            read_section, patterns=patterns, reference=reference, known=known, done=done, given=given
        )
        readings = [read(flat, section) for section in split_sections(flat, patterns)]
        return report_records(document, flat, readings, patterns=patterns, reference=reference)


def counts_done(text: str) -> frozenset[str]:
    """Return the counts of which a text says that all are done: 8条背街小巷改造已完工, 已交付…等7处."""
    matches = (*_COUNT_DONE.finditer(text), *_DONE_COUNT.finditer(text))
    return frozenset(match["count"] for match in matches)


def read_section(
    flat: FlatText,
    section: SectionFinding,
    *,
    patterns: Patterns,
    reference: date | None,
    known: frozenset[str] = frozenset(),
    done: frozenset[str] = frozenset(),
    given: BareNames | None = None,
) -> SectionReading:
    """Return all that is found in a section.

    `known` are names from `plain_names` of the whole text, `done` counts from `counts_done` of it,
    `given` names that are known beforehand.
    """
    announced = (
        found
        for block in section.blocks
        for found in announced_kinds(flat.text, block.start, block.end, patterns)
    )
    context = _Context(patterns, reference, known, done, tuple(announced), BareNames(), given)
    sentences = _read_sentences(flat.text, section, context)
    if context.bare.stood_before(flat.text, section.start):
        sentences = _read_sentences(flat.text, section, context)
    counted = count_enumerations(flat.text, SectionReading(section, sentences), patterns)
    return lend_days(mark_sites(flat.text, counted, patterns))


def _read_sentences(text: str, section: SectionFinding, context: _Context) -> tuple[Sentence, ...]:
    return tuple(
        _read_sentence(text, start, end, block, context)
        for block in section.blocks
        if block.kind is not BlockKind.LABEL
        for start, end in join_sentences(
            text, split_sentences(text, block.start, block.end), context.patterns
        )
        if _SAID.search(text, start, end)
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """What every clause is read with."""

    patterns: Patterns
    reference: date | None
    known: frozenset[str]
    done: frozenset[str]
    """Counts of which the report says that they are done: 8条."""
    announced: tuple[tuple[int, int, str], ...]
    """Stretches that list bare names of a kind."""
    bare: BareNames
    """Names without a suffix that the section has told."""
    given: BareNames | None
    """Those that are known beforehand."""

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
    if _is_of_past_year(text, block, context.reference):
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


def _is_of_past_year(text: str, block: Block, reference: date | None) -> bool:
    """Tell whether a block begins with a year that is over: 2024年:…."""
    label = _YEAR_LABEL.match(text, block.start, block.end)
    return label is not None and reference is not None and int(label[1]) < reference.year


def _is_dateline(block: Block, clauses: Sequence[Clause]) -> bool:
    """Tell whether a block is nothing but the day below a signature."""
    times = [time for clause in clauses for time in clause.times]
    return block.start > 0 and len(times) == 1 and (times[0].start, times[0].end) == (block.start, block.end)


def _read_clause(text: str, start: int, end: int, context: _Context) -> Clause:
    patterns = context.patterns
    times = find_times(text, start, end, reference=context.reference)
    days = Spans((time.start, time.end) for time in times) if times else NOTHING
    found = find_names(text, start, end, patterns, taken=days, known=context.known)
    again = context.bare.find(text, start, end, patterns, taken=days)
    if context.given:
        again = [*again, *context.given.find(text, start, end, patterns, taken=days)]
    found = keep_longest([*found, *again]) if again else found
    segments = find_segments(text, found, patterns) if found else []
    if segments:
        brackets = Spans((segment.road.end, segment.end) for segment in segments)
        found = [name for name in found if not brackets.overlaps(name.start, name.start + 1)]
    announced = context.announced_at(start) if context.announced else None
    names, enumerations = read_enumerations(text, start, end, found, patterns, announced=announced)
    context.bare.learn(text, names)
    ends = (end for segment in segments for end in (segment.from_place, segment.to_place, *segment.crossing))
    spans = [(time.start, time.end) for time in times]
    spans += [(name.start, name.end) for name in (*names, *ends)]
    taken = Spans(spans) if spans else NOTHING
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
    for time in _framed_by_place(text, clause, headline=headline):
        is_day = time.type is TimeType.DATE and time.role is TimeRole.DEADLINE
        past = _has_just_gone(text, clause, time, context.reference) or (
            _is_moved_on(text, time, context.reference)
            and (
                _has_happened(text, clause, time, context.reference)
                or _was_festival(text, clause, time)
                or _is_news(text, clause, time, sentence, context.reference)
            )
        )
        in_brackets = headline and text[time.start - 1 : time.start] == "(" and text.startswith(")", time.end)
        if (
            (told and is_day)
            or past
            or (time.type is TimeType.INTERVAL and _DURING.match(text, time.end))
            or in_brackets
            or (time.due == context.reference and _AT_AN_HOUR.match(text, time.end))
            or (headline and _CAMPAIGN.match(text, time.end))
            or _FRAMED.search(text[max(0, time.start - _NEAR) : time.start])
        ):
            times.append(as_event(time, context.reference))
        elif not (_is_over(time, context.reference) or _is_done(text, time, sentence, context)) and (
            _promises(text, clause, time, context.patterns, headline=headline)
            or _promises_next(text, clause, time, sentence, context)
        ):
            times.append(promoted(time))
        else:
            times.append(time)
    return replace(clause, times=tuple(times))


def _promises_next(
    text: str, clause: Clause, time: TimeFinding, sentence: Sequence[Clause], context: _Context
) -> bool:
    """Tell whether the clause behind a time promises and counts something: 今年,将打通8条路.

    The time stands alone in its clause, or what is invested stands behind it: 今年投资6亿元,对8条路进行改造.
    """
    at = next(index for index, other in enumerate(sentence) if other.start == clause.start)
    is_alone = is_only_a_time(clause) or _INVESTS.fullmatch(text, time.end, clause.end) is not None
    if not is_alone or at + 1 == len(sentence) or time.role is not TimeRole.HORIZON:
        return False
    following = sentence[at + 1]
    if _INVESTS.fullmatch(text, following.start, following.end) and at + 2 < len(sentence):
        following = sentence[at + 2]
    whole = text[following.start : following.end]
    said = _WHOSE.sub("", whole, count=1)
    if whole[: len(whole) - len(said)].endswith("共") or _INVENTORY.match(said) or "已" in said[:4]:
        return False
    will = _WILL_DO.match(said) is not None
    if will and text[time.end - 1] == "年" and any(map(_is_small, following.names)):
        return True
    does = will or _TO_EACH.match(said) or said.startswith(context.patterns.clause["works"])
    is_to_come = bool(context.reference and time.interval and time.interval[0] > context.reference)
    counts = text[following.start : sentence[-1].end] if text.startswith(":", following.end) else said
    return bool(does) and (_COUNTED.search(counts) is not None or is_to_come)


def _is_small(name: NameFinding) -> bool:
    """Tell whether a name is of something that can be worked on within a year, no area that acts."""
    return name.kind not in {"city", "district", "region", "town", "subdistrict", "zone"}


def _is_done(text: str, time: TimeFinding, sentence: Sequence[Clause], context: _Context) -> bool:
    """Tell whether what is counted behind a time is said elsewhere to be done: 今年交付7处, 已交付…等7处."""
    if not context.done:
        return False
    counted = _NUMBERED.search(text, time.end, sentence[-1].end)
    return counted is not None and counted.group() in context.done


def _is_over(time: TimeFinding, reference: date | None) -> bool:
    return bool(reference and time.interval and time.interval[1] < reference)


def _framed_by_place(text: str, clause: Clause, *, headline: bool) -> list[TimeFinding]:
    """Return a clause's times with those promoted or not that stand alone in a text or a headline."""
    if is_only_a_time(clause) and _is_all_that_is_said(text, clause, clause.times[0]):
        return [promoted(clause.times[0])]
    if not headline:
        return list(clause.times)
    return [
        replace(time, role=TimeRole.HORIZON, due=None)
        if text.endswith("季度", time.start, time.end) and _PERIOD.fullmatch(text, time.end, clause.end)
        else time
        for time in clause.times
    ]


def _is_all_that_is_said(text: str, clause: Clause, time: TimeFinding) -> bool:
    """Tell whether a text is a part of a year and nothing else, as in a cell that says by when: 全年."""
    alone = len(text) - (clause.end - clause.start) <= len("\n")
    return alone and text.endswith(("全年", "半年"), time.start, time.end)


def _is_moved_on(text: str, time: TimeFinding, reference: date | None) -> bool:
    """Tell whether a time without a year was read as next year's, since it has passed in this one."""
    if time.notice is not None or reference is None or time.interval is None:
        return time.notice is not None
    is_quarter = text.endswith(("季度", _WHILE), time.start, time.end)
    is_next = is_quarter and time.interval[0].year > reference.year
    return is_next and _NEXT_YEAR.search(text, time.start, time.end) is None


def _was_festival(text: str, clause: Clause, time: TimeFinding) -> bool:
    """Tell whether a festival that has passed is told of without a promise: “五一”期间接待游客3万人次."""
    is_while = text.endswith(_WHILE, time.start, time.end)
    return is_while and not _PROMISING.search(text, time.end, min(clause.end, time.end + _AROUND))


def _has_happened(text: str, clause: Clause, time: TimeFinding, reference: date | None) -> bool:
    """Tell whether a clause says that what a time tells of is past or under way."""
    body = text[max(clause.start, time.start - _AROUND) : min(clause.end, time.end + _AROUND)]
    if "已" in body or "正在" in body or _TOLD_OF.search(body):
        return True
    return _has_just_gone(text, clause, time, reference)


def _has_just_gone(text: str, clause: Clause, time: TimeFinding, reference: date | None) -> bool:
    """Tell whether a part of the year has just gone: in the summer, 上半年完成投资10亿元."""
    body = text[clause.start : clause.end]
    part = next((part for part in _JUST_GONE if text.endswith(part, time.start, time.end)), None)
    if part is None or reference is None or time.interval is None:
        return False
    is_to_come = time.interval[0] > reference and time.notice is None
    just_gone = reference.month in _JUST_GONE[part] and not is_to_come
    told = just_gone and _ACHIEVED.match(text, time.end, clause.end) is not None
    return told and not _PROMISING.search(body)


def _is_news(
    text: str, clause: Clause, time: TimeFinding, sentence: Sequence[Clause], reference: date | None
) -> bool:
    """Tell whether a day is told without a word of what will be: 8月20日竣工交付, 9月30日正式开工.

    A day of the last weeks, the day on which a work began, or any in a sentence on what has been done
    (已通车14条,其中A路5月5日通车).
    """
    if reference is None or time.due is None or time.type not in (TimeType.DATE, TimeType.INTERVAL):
        return False
    if _PROMISING.search(text, clause.start, clause.end):
        return False
    days_ago = (reference - one_year_before(time.due)).days
    is_day = text[time.end - 1] in "日号"
    began = _BEGAN.match(text, time.end) is not None and (is_day or text[time.start - 1] == "于")
    told = _ALREADY.search(text, sentence[0].start, clause.start) is not None and not any(
        _PROMISING.search(text, other.start, other.end) for other in sentence if other.end <= clause.start
    )
    later = any(
        text.startswith(_NOW, other.start) or _BY_NOW.match(text, other.start, other.end)
        for other in sentence
        if other.start > clause.start
    )
    return (is_day and 0 <= days_ago <= _NEWS_DAYS) or began or told or later


def _promises(text: str, clause: Clause, time: TimeFinding, patterns: Patterns, *, headline: bool) -> bool:
    """Tell whether a frame of time (今年, 下半年) stands right before what is promised.

    In a headline it must be said that it will be done: 2021年推进安排 only names the year.
    """
    after = _WHOSE.sub("", text[time.end : clause.end], count=1)
    if after.startswith(_ARRANGED) and not _is_arranged(after[len(_ARRANGED) :], patterns):
        return False
    if (_INVENTORY.match(after) and text[time.start : time.end] != "全年") or _ALL_DONE.search(after):
        return False
    boundary = patterns.boundary.match(after)
    is_verb = boundary is not None and len(boundary.group()) > 1
    works = (patterns.clause_pattern["works"].match(after) and re.search(r"\d", after)) or (
        headline and (_SO_MANY.match(after) or _MANY_DO.match(after))
    )
    counted = works or (boundary is not None and is_verb and after[boundary.end() :][:1].isdigit())
    to_each = _TO_EACH.match(after) is not None
    told = headline and is_verb and _COUNTED.search(text, clause.start, time.start) is not None
    if (text[time.end - 1] == "度" and not _SO_MANY.match(after)) or (
        headline and not (_WILL_DO.match(after) or counted or told)
    ):
        return False
    if told:
        return True
    if patterns.steps.fullmatch(after) and after.endswith(patterns.clause["steps"]):
        return True
    head = text[clause.start : time.start]
    head = head[max(head.rfind("("), head.rfind(",")) + 1 :]
    goes_on = _WILL_DO.match(after) is not None or to_each or is_verb or bool(works)
    whose = headline and (works or _COUNTED.search(after)) and _TOWN.fullmatch(head) is not None
    return (
        goes_on and (head in _HEADS or bool(whose) or head.endswith(_SUBJECT_ENDS)) and "已" not in after[:3]
    )


def _is_arranged(what: str, patterns: Patterns) -> bool:
    """Tell whether what is arranged is a promise: 安排|开工4条, 安排|9座天桥."""
    return what[:1].isdigit() or what.startswith(patterns.clause["works"])
