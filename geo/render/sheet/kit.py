"""What every sheet of an atlas is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.model import PaperSize
from geo.render.sheet.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.model import BaseMap, Family, Settings, StyleTable
    from geo.render.sheet.faces import Face, Faces

_UNITS = {PaperSize.A4: 0.88, PaperSize.A3: 1.0, PaperSize.A2: 1.2, PaperSize.A1: 1.5}
"""How much larger everything is than on A3: larger sheets are read from further away."""
_MM_A_PIXEL = 0.21
"""A pixel of the style table on A3; at 96 dpi it is 0.26, but paper is finer than a screen."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetKit:
    """What is the same for all sheets."""

    settings: Settings
    base: BaseMap
    styles: StyleTable
    labels: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    """What sheets say, by key."""
    faces: Faces
    as_of: date
    """Day against which 逾期 is told."""
    paper: Paper = field(default_factory=Paper)
    endings: tuple[str, ...] = ()
    """Last words of place names: a name breaks before the longest that it ends with."""

    shrink: float = 1.0
    """Of widths of the style table, on maps that show much."""

    @property
    def unit(self) -> float:
        """Size of texts and symbols, 1 on A3."""
        return _UNITS[self.paper.size]

    def px(self, name: str) -> float:
        """Return a width of the style table in millimetres."""
        return self.styles.line[name] * _MM_A_PIXEL * self.unit * self.shrink

    def face(self, *, bold: bool = False) -> Face:
        """Return the face of a weight."""
        return self.faces.of(bold=bold)

    def word(self, key: str, **values: object) -> str:
        """Return a word of the sheet, with values set in."""
        return self.words[key].format(**values)

    def family(self, category: str) -> Family:
        """Return the family of a category."""
        families = self.styles.families
        return next((family for family in families if category in family.categories), families[-1])

    @property
    def ink(self) -> str:
        """Colour of texts and lines."""
        return self.styles.interface["ink"]

    @property
    def second(self) -> str:
        """Colour of what is less important."""
        return self.styles.interface["second"]
