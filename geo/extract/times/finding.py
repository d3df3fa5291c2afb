"""Find times in a text: the rules, in the order in which they are tried at each place."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.extract.times import days, festivals, months, recurring, spans, year_parts
from geo.extract.times.meaning import Doubt, Meaning, Rule, TimeFinding
from geo.model import TimeRole, TimeType

if TYPE_CHECKING:
    from geo.extract.times.meaning import Reader


def _read_vague(_: re.Match[str], __: date) -> Meaning:
    return Meaning(TimeType.VAGUE, TimeRole.VAGUE)


VAGUE: Rule = (r"尽快|适时|近期|尽早|早日|近日|不日|(?<!\d)日前", _read_vague)

RULES: tuple[Rule, ...] = (
    spans.PLAN_NAME,
    recurring.YEARLY,
    recurring.MONTH_DAYS,
    recurring.MONTH_END,
    recurring.WEEKDAYS,
    recurring.FREQUENCY,
    days.NUMERIC,
    days.CALLED,
    days.FROM_NOW,
    days.RANGE,
    days.AS_OF,
    year_parts.YEARS,
    days.START,
    festivals.LUNAR_YEAR,
    months.RANGE_OF_PARTS,
    months.TWO_MONTHS,
    months.RANGE,
    days.DAY,
    days.THIS_MONTH,
    months.THIRD,
    months.END,
    months.LAST_MONTH,
    months.NEXT_MONTH,
    months.BARE_END,
    months.MONTH,
    months.THIS_MONTH,
    months.SAME_MONTH_LAST_YEAR,
    year_parts.OTHER_QUARTER,
    year_parts.QUARTER,
    year_parts.HALF,
    year_parts.REST,
    year_parts.NAMED_END,
    year_parts.END,
    year_parts.BEFORE_NEW_YEAR,
    year_parts.WITHIN,
    year_parts.MIDDLE,
    year_parts.NAMED_START,
    year_parts.SO_FAR,
    festivals.BOTH,
    festivals.FESTIVAL,
    festivals.FESTIVAL_OF_YEAR,
    spans.FIVE_YEARS,
    spans.MONTHS,
    spans.DAYS,
    spans.WEEKDAY,
    spans.WEEK,
    spans.HALF_YEAR,
    year_parts.BEFORE_YEAR,
    year_parts.TWO_YEARS,
    year_parts.BY_YEAR,
    year_parts.YEAR_ALONE,
    VAGUE,
)
"""The more particular rule stands first."""

_ANY_DAY = date(2000, 1, 1)
"""Stands in for a report's date that is not known; what is read against it is thrown away."""
_STATED_YEAR = re.compile(
    r"\d{4}|[〇○零一二三四五六七八九]{4}年|[自从截到至][至止到]?\d{4}|[2-4]\d年|“?十[二三四五六]五"
)


def find_times(text: str, start: int, end: int, *, reference: date | None) -> list[TimeFinding]:
    """Return the times of a stretch of flat text, in order, none overlapping another.

    A time that ended before the report's date is an event: nothing can be due any more. Without a
    reference day nothing is made up: a time that needs one has neither interval nor due day, and a
    notice says why.
    """
    found: list[TimeFinding] = []
    if not _MAY_HOLD.search(text, start, end):
        return found
    for match in _ANY.finditer(text, start, end):
        if not match.lastgroup:
            continue
        # The alternation only says which rule applies; the rule's own pattern gives the groups.
        pattern, reader = _COMPILED[int(match.lastgroup[1:])]
        own = pattern.match(text, match.start(), end)
        finding = _read(own, reader, reference) if own else None
        if finding is not None:
            found.append(finding)
    return found


def _read(match: re.Match[str], reader: Reader, reference: date | None) -> TimeFinding | None:
    meaning = reader(match, reference or _ANY_DAY)
    if meaning is None:
        return None
    if reference is None and (meaning.interval or meaning.due) and not _STATED_YEAR.match(match.group()):
        notice = Doubt("year_unknown", "the year is not in the text and no report date is given")
        meaning = replace(meaning, interval=None, due=None, alternatives=(), notice=notice)
    if reference is None and meaning.type is TimeType.BEFORE:
        meaning = replace(meaning, interval=None)
    if reference is not None and meaning.due is not None and meaning.due < reference:
        past = (meaning.due, meaning.due) if meaning.type is TimeType.BEFORE else meaning.interval
        meaning = replace(meaning, role=TimeRole.EVENT, interval=past, due=None, alternatives=(), notice=None)
    return TimeFinding(**_fields_of(meaning), start=match.start(), end=match.end())


def _fields_of(meaning: Meaning) -> dict[str, Any]:
    return {field.name: getattr(meaning, field.name) for field in fields(meaning)}


def _unnamed(source: str) -> str:
    return re.sub(r"\(\?P=\w+\)", r"[./-]", re.sub(r"\(\?P<\w+>", "(?:", source))


_COMPILED = tuple((re.compile(source), reader) for source, reader in RULES)
_MAY_HOLD = re.compile(r"[年月日号季周旬天前内期快时近早岁]|十[二三四五六]五|\d[./-]\d")
"""Every time has one of these."""
_FIRST = "0-9〇○零一二两三四五六七八九十百今明次后去上前本当每这下即截自从到至岁年月全近尽适早不日半第周农腊“"
"""What a time begins with, beside a festival's name; so that the rules are not tried at every character."""
_FIRST_OF_FESTIVAL = "".join(sorted({name[0] for name in festivals.NAMES}))
_ALTERNATIVES = "|".join(f"(?P<r{i}>{_unnamed(source)})" for i, (source, _) in enumerate(RULES))
_ANY = re.compile(f"(?=[{_FIRST}{_FIRST_OF_FESTIVAL}])(?:{_ALTERNATIVES})")
