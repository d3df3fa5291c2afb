"""What a layer's style is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.qgis.data_sources import ProjectHome
from geo.schema import DERIVED_LAYERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import StyleTable
    from geo.render.qgis.content import MapContent, ZoneContent
    from geo.schema import LayerSchema

    Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class StyleRequest:
    """What a layer's style is made from."""

    layer: LayerSchema
    styles: StyleTable
    labels: Labels
    content: MapContent
    zone: ZoneContent | None = None
    """The only zone whose tasks are shown; None for all."""
    named: bool = True
    """Names are drawn."""
    home: ProjectHome = ProjectHome.FOLDER
    """PACKAGE where the layer is a table of the GeoPackage."""

    @property
    def is_derived(self) -> bool:
        """Whether a build writes the layer anew, so that edits of it would be lost."""
        return self.layer in DERIVED_LAYERS or self.home is ProjectHome.PACKAGE

    @property
    def shown(self) -> MapContent | ZoneContent:
        """What is shown: one zone or all."""
        return self.content if self.zone is None else self.zone
