"""Write only what the fonts can show: no box ever stands for a character.

A radical that a PDF gave for a character (U+2F00 to U+2FDF) becomes that character, so that it is found;
what neither face has is written by its code, such as 〔U+1F600〕; what has no look at all is left out.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd

    from geo.model import BaseMap, MapPage, Settings
    from geo.render.sheet.faces import Faces

    FrameT = TypeVar("FrameT", pd.DataFrame, gpd.GeoDataFrame)

_RADICALS = range(0x2E80, 0x2FE0)
_WITHOUT_LOOK = ("Cf", "Mn")
"""Categories of what joins, directs or marks other characters."""


@dataclass(frozen=True, slots=True)
class Legible:
    """Rewrites texts for a pair of faces."""

    faces: Faces

    def text(self, text: str) -> str:
        """Return a text that both faces can show, in one line."""
        return text if text.isascii() and text.isprintable() else "".join(map(self._character, text))

    def _character(self, character: str) -> str:
        if character.isspace():
            return "　" if character == "　" else " "
        if ord(character) in _RADICALS:
            character = unicodedata.normalize("NFKC", character)
        if ord(character[0]) not in _RADICALS and all(map(self.faces.has, character)):
            return character
        if unicodedata.category(character[0]) in (*_WITHOUT_LOOK, "Cc"):
            return ""
        return f"〔U+{ord(character[0]):04X}〕"

    def frame(self, frame: FrameT) -> FrameT:
        """Return a frame with its texts rewritten."""
        shown = frame.copy()
        for name in frame.columns:
            if name != "geometry" and not pd.api.types.is_numeric_dtype(frame[name].dtype):
                shown[name] = frame[name].map(lambda cell: self.text(cell) if isinstance(cell, str) else cell)
        return shown

    def page(self, page: MapPage) -> MapPage:
        """Return a page with its texts rewritten."""
        layers = page.layers
        shown = replace(
            layers,
            tasks=self.frame(layers.tasks),
            points=self.frame(layers.points),
            lines=self.frame(layers.lines),
            areas=self.frame(layers.areas),
            misses=self.frame(layers.misses),
        )
        zone = replace(page.zone, name=self.text(page.zone.name), title=self.text(page.zone.title))
        return replace(page, zone=zone, layers=shown, limits=self.frame(page.limits))

    def base(self, base: BaseMap) -> BaseMap:
        """Return a base with its texts rewritten."""
        return replace(
            base,
            district=self.frame(base.district),
            neighbours=self.frame(base.neighbours),
            zones=self.frame(base.zones),
            roads=self.frame(base.roads),
            landmarks=self.frame(base.landmarks),
        )

    def settings(self, settings: Settings) -> Settings:
        """Return settings with the texts of sheets rewritten."""
        given = settings.print
        shown = replace(
            given,
            organisation=self.text(given.organisation),
            drawn_by=self.text(given.drawn_by),
            checked_by=self.text(given.checked_by),
            date=self.text(given.date),
            number_prefix=self.text(given.number_prefix),
            review_number=self.text(given.review_number),
        )
        return replace(settings, district=self.text(settings.district), print=shown)


def unknown_characters(texts: Iterable[str], faces: Faces) -> tuple[str, ...]:
    """Return the characters of texts that neither is a face's nor has no look, each once, sorted."""
    legible = Legible(faces)
    characters = {character for text in texts for character in text}
    return tuple(sorted(c for c in characters if legible.text(c).startswith("〔U+")))
