"""What the styles of a Word document say of its paragraphs: level, weight, hidden, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING_NAME = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE_NAMES = ("title", "标题")
_CONTENTS_NAME = re.compile(r"toc (?:\d|heading)|目录 ?\d", re.IGNORECASE)
_BODY_LEVEL = 9
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Numbering:
    """A paragraph's place in a numbered list."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, by id."""

    styles: dict[str, _Style] = field(default_factory=dict)
    default: str = ""

    def heading_level(self, properties: Element | None) -> int | None:
        """Return the level of the heading that a paragraph is, or None."""
        direct = _outline(properties)
        if direct is not None:
            return direct or None
        for style in self._chain(_style_of(properties, "w-pStyle") or self.default):
            named = _HEADING_NAME.fullmatch(style.name)
            level = int(named[1]) if named else _outline(style.paragraph)
            if style.name.lower() in _TITLE_NAMES:
                return 1
            if level is not None:
                return level or None
        return None

    def is_contents(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is a line of the table of contents."""
        chain = self._chain(_style_of(properties, "w-pStyle") or "")
        return any(_CONTENTS_NAME.fullmatch(style.name) for style in chain)

    def numbering(self, properties: Element | None) -> Numbering | None:
        """Return a paragraph's place in a list, its own or its style's, or None."""
        own = properties.find("w-numPr") if properties is not None else None
        list_id, level = _value(own, "w-numId"), _value(own, "w-ilvl")
        for style in self._chain(_style_of(properties, "w-pStyle") or self.default):
            inherited = style.paragraph.find("w-numPr") if style.paragraph is not None else None
            list_id = list_id or _value(inherited, "w-numId")
            level = level or _value(inherited, "w-ilvl")
        if not list_id or list_id == "0":
            return None
        return Numbering(list_id, int(level) if level and level.isdecimal() else 0)

    def is_set(self, toggle: str, paragraph: Element | None, run: Element | None) -> bool:
        """Tell whether a property such as ``w-b`` holds for a run of a paragraph."""
        own = _toggle(run, toggle)
        if own is not None:
            return own
        styles = [_style_of(run, "w-rStyle"), _style_of(paragraph, "w-pStyle") or self.default]
        for style_id in filter(None, styles):
            for style in self._chain(style_id):
                inherited = _toggle(style.run, toggle)
                if inherited is not None:
                    return inherited
        return False

    def _chain(self, style_id: str) -> list[_Style]:
        """Return a style and those that it is based on, nearest first."""
        chain: list[_Style] = []
        seen: set[str] = set()
        following: str | None = style_id
        while following in self.styles and following not in seen:
            seen.add(following)
            chain.append(self.styles[following])
            following = chain[-1].based_on
        return chain


def read_styles(root: Element | None) -> Styles:
    """Return the styles of a styles part; none where there is no such part."""
    styles: dict[str, _Style] = {}
    default = ""
    for style in root.iter("w-style") if root is not None else ():
        style_id = style.get("w-styleId", "")
        styles[style_id] = _Style(
            _value(style, "w-name") or "",
            _value(style, "w-basedOn"),
            style.find("w-pPr"),
            style.find("w-rPr"),
        )
        if style.get("w-type") == "paragraph" and style.get("w-default", "0") not in _OFF:
            default = style_id
    return Styles(styles, default)


def _outline(properties: Element | None) -> int | None:
    """Return 1 to 9 for a heading's level, 0 for body text, None where nothing is said."""
    level = _value(properties, "w-outlineLvl")
    if level is None or not level.isdecimal():
        return None
    return int(level) + 1 if int(level) < _BODY_LEVEL else 0


def _style_of(properties: Element | None, name: str) -> str | None:
    return _value(properties, name)


def _value(parent: Element | None, name: str) -> str | None:
    child = parent.find(name) if parent is not None else None
    return child.get("w-val") if child is not None else None


def _toggle(properties: Element | None, name: str) -> bool | None:
    child = properties.find(name) if properties is not None else None
    return None if child is None else child.get("w-val", "1").lower() not in _OFF
