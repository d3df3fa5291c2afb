"""Filter by zone: a theme for all tasks and one a zone, to be chosen in one click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo import schema
from geo.render.qgis.data_sources import layer_id
from geo.render.qgis.elements import Element, element
from geo.render.qgis.layer_style import style_document
from geo.render.qgis.layers_tree import DRAWING_ORDER, HIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.render.qgis.content import MapContent, ZoneContent
    from geo.render.qgis.style_request import StyleRequest
    from geo.schema import LayerSchema

    Labels = Mapping[str, Mapping[str, str]]

DRAWN = tuple(layer for layer in DRAWING_ORDER if layer not in HIDDEN)
BASE = (schema.DISTRICT, schema.NEIGHBOURS)
"""What the small map of a sheet shows."""
STYLED_BY_ZONE = (schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS, schema.ZONES, schema.ROADS)


def style_manager(request: StyleRequest) -> Element:
    """Return the named styles of a layer: the current one, and one a zone for what a zone filters."""
    current = theme_of_all(request.labels)
    zones = request.content.zones if request.layer in STYLED_BY_ZONE else ()
    named = [element("map-layer-style", {"name": current})]
    for zone in zones:
        styled = style_document(replace(request, zone=zone), in_project=True)
        named.append(element("map-layer-style", {"name": theme_of(zone, request.labels)}, [styled]))
    if request.layer in BASE:
        unnamed = style_document(replace(request, named=False), in_project=True)
        named.append(element("map-layer-style", {"name": request.labels["words"]["theme_base"]}, [unnamed]))
    return element("map-layer-style-manager", {"current": current}, named)


def themes(content: MapContent, labels: Labels) -> Element:
    """Return the themes of a project."""
    every = theme_of_all(labels)
    of_zones = (_theme(theme_of(zone, labels), every) for zone in content.zones)
    base = _theme(labels["words"]["theme_base"], every, shown=BASE, styled=BASE)
    return element("visibility-presets", None, [_theme(every, every), *of_zones, base])


def theme_of_all(labels: Labels) -> str:
    """Return the name of the theme and style that show all tasks."""
    return labels["words"]["theme_all"]


def theme_of(zone: ZoneContent, labels: Labels) -> str:
    """Return the name of a zone's theme and style."""
    return labels["words"]["theme_zone"].format(name=zone.title)


def _theme(
    name: str,
    every: str,
    *,
    shown: Sequence[LayerSchema] = DRAWN,
    styled: Sequence[LayerSchema] = STYLED_BY_ZONE,
) -> Element:
    layers = (
        element("layer", {
            "id": layer_id(layer.name), "visible": True, "expanded": True,
            "style": name if layer in styled else every,
        })
        for layer in shown
    )  # fmt: skip
    attributes = {"name": name, "has-expanded-info": False, "has-checked-group-info": False}
    return element("visibility-preset", attributes, layers)
