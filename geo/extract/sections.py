"""Cut a report into sections and tell each one's unit and the zone it answers for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.lexicon_patterns import alternatives
from geo.extract.unwrap import BlockKind

if TYPE_CHECKING:
    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.unwrap import Block, FlatText

_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:自治县|[区县旗市])(?![域内间])")
_LONGEST_UNIT = 24


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
    the section after it.
    """
    groups: list[list[Block]] = []
    for block in flat.blocks:
        only_title = len(groups) == 1 and [b.kind for b in groups[0]] == [BlockKind.TITLE]
        if (block.kind is BlockKind.HEADING and not only_title) or not groups:
            groups.append([block])
        else:
            groups[-1].append(block)
    district = find_district(flat, patterns)
    return [_section(flat, group, district, patterns) for group in groups]


def find_district(flat: FlatText, patterns: Patterns) -> str | None:
    """Return the district (or city) that the title and the headings name most often."""
    counts: dict[str, int] = {}
    for block in flat.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            match = _DISTRICT.match(flat.text, block.start, block.end)
            if match and responsible_unit(flat.text[block.start : block.end], patterns) != match.group():
                counts[match.group()] = counts.get(match.group(), 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else None


def _section(flat: FlatText, blocks: list[Block], district: str | None, patterns: Patterns) -> SectionFinding:
    first = blocks[0]
    headings = [b for b in blocks if b.kind in (BlockKind.HEADING, BlockKind.TITLE)]
    heading = flat.text[headings[-1].start : headings[-1].end] if headings else ""
    unit = responsible_unit(heading, patterns)
    return SectionFinding(
        heading, first.start, blocks[-1].end, unit, answered_zone(unit, district, patterns), tuple(blocks)
    )


def responsible_unit(heading: str, patterns: Patterns) -> str | None:
    """Return the unit that a heading names, or None where it names none."""
    words = patterns.units
    endings = alternatives((*words["committees"], *words["towns"], *words["town_tails"], *words["offices"]))
    name = re.split(r"[:·|]", heading.strip(), maxsplit=1)[0].strip()
    if len(name) <= _LONGEST_UNIT and re.fullmatch(rf"[\w()]+(?:{endings})", name):
        return name
    return None


def answered_zone(unit: str | None, district: str | None, patterns: Patterns) -> str | None:
    """Return the zone that a unit answers for.

    A management committee answers for the zone in its name, a town or subdistrict for itself, any
    other office for the district in its name, or for the report's where its name has none.
    """
    if unit is None:
        return None
    words = patterns.units
    for committee in words["committees"]:
        if unit.endswith(committee) and len(unit) > len(committee):
            return unit.removesuffix(committee)
    town = re.match(
        rf"(.*?(?:{alternatives(words['towns'])}))(?:{alternatives(words['town_tails'])})?$", unit
    )
    if town:
        return town[1]
    own = _DISTRICT.match(unit)
    return own.group() if own else district
