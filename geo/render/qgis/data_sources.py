"""Say where a project's layers lie, relative to the project."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from geo import schema

if TYPE_CHECKING:
    from geo.schema import LayerSchema

PACKAGE = "planmap.gpkg"


class ProjectHome(StrEnum):
    """Where a project is kept."""

    FOLDER = "folder"
    """planmap.qgz in layers/: derived layers from the GeoPackage beside it, kept ones from source/."""
    PACKAGE = "package"
    """Inside the GeoPackage: all layers are its tables, and nothing else is needed."""


def layer_id(name: str) -> str:
    """Return a layer's id in a project; QGIS makes up another where it has less than 11 letters."""
    return f"planmap_{name}"


def data_source(layer: LayerSchema, home: ProjectHome) -> str:
    """Return the path of a layer as QGIS resolves it from the project's own."""
    if home is ProjectHome.FOLDER and layer in schema.SOURCE_LAYERS:
        return f"./source/{layer.name}.geojson"
    return f"./{PACKAGE}|layername={layer.name}"
