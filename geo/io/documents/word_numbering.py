"""Count the paragraphs that Word numbers by itself, and write the numbers that it draws."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.io.documents.markup import BULLET
from geo.io.documents.numerals import write_number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    only_digits: bool = False
    restarts_after: int | None = None
    """Count of the levels above that make it start again; None for all of them."""


@dataclass(slots=True)
class ListLabels:
    """The labels of a document's lists, in the order in which its paragraphs are read."""

    levels: dict[str, dict[int, Level]]
    """By list and level."""
    families: dict[str, str]
    """The abstract list of each list; lists of one family count on from each other."""
    restarts: dict[str, dict[int, int]]
    """Where a list sets the count of a level anew when it begins."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, list_id: str, number: int) -> str:
        """Count a paragraph and return what Word draws in front of it, with a space where one is seen."""
        levels = self.levels.get(list_id)
        if levels is None:
            return ""
        counts = self._counts.setdefault(self.families[list_id], {})
        level = levels.get(number, Level())
        anew = self.restarts[list_id].get(number)
        if anew is not None and (list_id, number) not in self._begun:
            counts[number] = anew
        else:
            counts[number] = counts.get(number, level.start - 1) + 1
        self._begun.add((list_id, number))
        _restart_below(counts, levels, number)
        return _write_label(level, levels, counts)


def _restart_below(counts: dict[int, int], levels: dict[int, Level], number: int) -> None:
    for below in [key for key in counts if key > number]:
        after = levels.get(below, Level()).restarts_after
        if after is None or number < after:
            del counts[below]


def _write_label(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if level.style == "bullet":
        return BULLET

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = levels.get(place, Level())
        if other.style == "none":
            return ""
        count = counts.get(place, other.start)
        return write_number(count, "decimal" if level.only_digits else other.style)

    label = _PLACEHOLDER.sub(number, level.text).strip()
    return f"{label} " if label and label[-1].isascii() else label


def read_numbering(root: Element | None) -> ListLabels:
    """Return the lists of a numbering part; none where there is no such part."""
    families = {
        family.get("w-abstractNumId", ""): {
            _whole(level.get("w-ilvl"), 0): _read_level(level) for level in family.findall("w-lvl")
        }
        for family in (root.findall("w-abstractNum") if root is not None else ())
    }
    labels = ListLabels({}, {}, {})
    for entry in root.findall("w-num") if root is not None else ():
        list_id = entry.get("w-numId", "")
        family = _value(entry, "w-abstractNumId") or ""
        levels = dict(families.get(family, {}))
        restarts: dict[int, int] = {}
        for override in entry.findall("w-lvlOverride"):
            number = _whole(override.get("w-ilvl"), 0)
            own = override.find("w-lvl")
            if own is not None:
                levels[number] = _read_level(own)
            start = _value(override, "w-startOverride")
            if start is not None:
                restarts[number] = _whole(start, 1)
        labels.levels[list_id], labels.families[list_id] = levels, family
        labels.restarts[list_id] = restarts
    return labels


def _read_level(level: Element) -> Level:
    restart = _value(level, "w-lvlRestart")
    legal = level.find("w-isLgl")
    return Level(
        start=_whole(_value(level, "w-start"), 0),
        style=_number_format(level),
        text=_value(level, "w-lvlText") or "",
        only_digits=legal is not None and legal.get("w-val", "1") not in ("0", "false"),
        restarts_after=None if restart is None else _whole(restart, 0),
    )


def _number_format(level: Element) -> str:
    """Return the style of a level's numbers, also where it stands in an alternative for newer Words."""
    direct = _value(level, "w-numFmt")
    if direct is not None:
        return direct
    alternatives = [*level.iter("w-numFmt")]
    return alternatives[-1].get("w-val", "decimal") if alternatives else "decimal"


def _value(parent: Element, name: str) -> str | None:
    child = parent.find(name)
    return child.get("w-val") if child is not None else None


def _whole(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdecimal() else default
