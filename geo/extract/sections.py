"""Cut a report into sections and tell each one's unit and the zone it answers for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.lexicon_patterns import alternatives
from geo.extract.unwrap import BlockKind

if TYPE_CHECKING:
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.unwrap import Block, FlatText

_DISTRICT = re.compile(
    r"(?![区县市](?:城市|住|自))(?:[\u4e00-\u9fff]{2,3}市)?(?P<district>[\u4e00-\u9fff]{2,4}?(?:自治县|(?<![小社园景片])区|[县旗]))(?![域内间])|(?P<city>[\u4e00-\u9fff]{2,4}?市)"
)
_NAMED_DISTRICT = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,3}市)?([\u4e00-\u9fff]{2,3}[区县旗])(?![域内间])"
)
_NO_DISTRICT = re.compile(
    r".*(?:新|社|小|园|景|片|街|地|老城|主城|中心城|县城|市|辖|本|全|各|我)区$|.*(?:全|各|本|我)县$"
)
_SHORTEST_UNIT, _LONGEST_UNIT = 3, 24
_NUMBERED = re.compile(
    r"(?:(?P<top>[一二三四五六七八九十]+、|第[一二三四五六七八九十]+(?:章|节|部分))|(?P<sub>\([一二三四五六七八九十]+\)))"
)
_AFTER_UNIT = re.compile(r"[:·|(]|关于|(?:二〇)?\d{4}年|[上下]半年|今年")
"""Where the unit of a heading ends and what it does begins."""
_UNIT_LABEL = re.compile(r"(?:责任|牵头|主管|主办|填报|报送|编制|发布)(?:单位|部门)\s*:\s*(?P<unit>\S+)")
_SIGNED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|二〇\w{2}年\w{1,3}月\w{1,3}日")
_BLOCK = re.compile(r"【(?P<name>[^【】]+)】$")


@dataclass(frozen=True, slots=True)
class SectionFinding:
    """A section of the flat text."""

    heading: str
    start: int
    end: int
    unit: str | None
    zone: str | None
    blocks: tuple[Block, ...]


def split_sections(flat: FlatText, patterns: Patterns) -> list[SectionFinding]:
    """Return the sections in order; a text without headings is one section.

    Text before the first heading is a section of its own where there is any; a title alone belongs to
    the section after it. A heading that names no unit takes that of the heading above it, told by its
    numbering: 一、 stands above （一）. Where no heading names a unit, all sections are the issuer's,
    where the text says who that is, or else the district's.
    """
    headings = [_heading(flat, group) for group in _groups(flat)]
    units = _inherit([(heading, responsible_unit(_plain(heading), patterns)) for heading in headings])
    district = find_district(flat, headings, patterns)
    nobody = not any(units)
    issuer = find_issuer(flat, patterns) if nobody else None
    return [
        SectionFinding(
            _plain(heading),
            group[0].start,
            group[-1].end,
            _more_exact(unit, _labelled_unit(flat, group), patterns) or issuer,
            district if nobody and not issuer else answered_zone(unit or issuer, district, patterns),
            tuple(group),
        )
        for heading, unit, group in zip(headings, units, _groups(flat), strict=True)
    ]


def _groups(flat: FlatText) -> list[list[Block]]:
    groups: list[list[Block]] = []
    for block in flat.blocks:
        only_title = len(groups) == 1 and len(groups[0]) == 1 and groups[0][0].kind is BlockKind.TITLE
        if (block.kind is BlockKind.HEADING and not only_title) or not groups:
            groups.append([block])
        else:
            groups[-1].append(block)
    return groups


def _heading(flat: FlatText, group: list[Block]) -> str:
    named = [block for block in group if block.kind in (BlockKind.HEADING, BlockKind.TITLE)]
    return flat.text[named[-1].start : named[-1].end] if named else ""


def _plain(heading: str) -> str:
    block = _BLOCK.match(heading)
    return block["name"] if block else heading


def _rank(heading: str) -> int:
    """Return how deep a heading stands: one without a number at the top."""
    numbered = _NUMBERED.match(heading)
    if numbered is None:
        return 0
    return 1 if numbered["top"] else 2


def _inherit(named: list[tuple[str, str | None]]) -> list[str | None]:
    above: dict[int, str | None] = {}
    units = []
    for heading, unit in named:
        rank = _rank(heading)
        above = {other: known for other, known in above.items() if other < rank}
        above[rank] = unit
        known = [above[other] for other in sorted(above, reverse=True) if above[other]]
        units.append(known[0] if known else None)
    return units


def find_district(flat: FlatText, headings: list[str], patterns: Patterns) -> str | None:
    """Return the district that the headings name most often; else the one that the text does."""
    counts: Counter[str] = Counter()
    for heading in headings:
        named = _own_district(_plain(heading))
        if named and responsible_unit(_plain(heading), patterns) != named:
            counts[named] += 1
    if not counts:
        districts = (match[1] for match in _NAMED_DISTRICT.finditer(flat.text))
        counts.update(district for district in districts if not _NO_DISTRICT.match(district))
    return counts.most_common(1)[0][0] if counts else None


def find_issuer(flat: FlatText, patterns: Patterns) -> str | None:
    """Return the office that says in the first lines what it will do, or that signs above the last day."""
    bodies = [block for block in flat.blocks if block.kind is BlockKind.BODY]
    if not bodies:
        return None
    office = rf"[\u4e00-\u9fff]{{2,16}}?(?:{alternatives(patterns.units['offices'])})"
    acts = re.compile(
        rf"(?:^|(?<=[,。;]))(?P<unit>{office})(?:将?会同|牵头|将|拟|计划|负责|印发|制定|发布|组织)"
    )
    said = acts.search(flat.text[bodies[0].start : bodies[0].end])
    if said:
        return said["unit"] if _names_its_level(said["unit"]) else None
    lines = [flat.text[block.start : block.end] for block in flat.blocks[-2:]]
    if len(lines) == 2 and _SIGNED.fullmatch(lines[1]) and re.fullmatch(office, lines[0]):  # noqa: PLR2004 - name and day
        return lines[0] if _names_its_level(lines[0]) else None
    return None


def _names_its_level(unit: str) -> bool:
    """Tell whether an office says whose it is: 区住建局, 东城区住建局."""
    return unit[0] in "区县市" or _DISTRICT.match(unit) is not None


def responsible_unit(heading: str, patterns: Patterns) -> str | None:
    """Return the unit that a heading names, or None where it names none."""
    bare = _NUMBERED.sub("", heading.strip(), count=1)
    name = _AFTER_UNIT.split(bare, maxsplit=1)[0].strip()
    if _SHORTEST_UNIT <= len(name) <= _LONGEST_UNIT and patterns.unit.fullmatch(name):
        return name
    return None


def _more_exact(unit: str | None, labelled: str | None, patterns: Patterns) -> str | None:
    """Return the unit of the label where the heading names none, or only the town."""
    is_town = unit is not None and unit.endswith(patterns.units["towns"])
    return labelled if labelled and (unit is None or is_town) else unit


def _labelled_unit(flat: FlatText, group: list[Block]) -> str | None:
    """Return the unit that a label names: 责任单位:某局、某处."""
    labels = (flat.text[block.start : block.end] for block in group if block.kind is BlockKind.LABEL)
    named = (_UNIT_LABEL.match(label) for label in labels)
    return next((match["unit"].strip() for match in named if match), None)


def answered_zone(unit: str | None, district: str | None, patterns: Patterns) -> str | None:
    """Return the zone that a unit answers for.

    A management committee answers for the zone in its name, a town or subdistrict for itself, any
    other office for the district in its name, or for the report's where its name has none.
    """
    if unit is None:
        return None
    for committee in patterns.units["committees"]:
        if unit.endswith(committee) and len(unit) > len(committee):
            return unit.removesuffix(committee)
    town = patterns.town_unit.match(unit)
    if town:
        return town[1]
    return _own_district(unit) or district


def _own_district(name: str) -> str | None:
    """Return the district that a name begins with, or the city where it names none: 绵阳市|涪城区|住建局."""
    match = _DISTRICT.match(name)
    return (match["district"] or match["city"]) if match else None
