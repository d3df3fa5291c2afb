"""Write the style of one layer: QML, as it lies beside a GeoJSON and in a GeoPackage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.render.qgis.categories import renderer
from geo.render.qgis.content import MapContent
from geo.render.qgis.data_sources import ProjectHome
from geo.render.qgis.defaults import editing_elements
from geo.render.qgis.elements import VERSION, Element, document, element
from geo.render.qgis.forms import attribute_elements
from geo.render.qgis.labels import labeling
from geo.render.qgis.style_request import StyleRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import StyleTable
    from geo.schema import LayerSchema


def layer_style(
    layer: LayerSchema,
    *,
    styles: StyleTable,
    labels: Mapping[str, Mapping[str, str]],
    content: MapContent | None = None,
    home: ProjectHome = ProjectHome.FOLDER,
) -> str:
    """Return the QML of a layer: symbols, labels, names, forms, defaults, tip, whether it is derived.

    Parameters
    ----------
    layer
        A layer or table of geo.schema.
    content
        What the rows are, for hatched zones, shared places and 逾期; without it the style fits any rows.
    home
        PACKAGE for the style of a table in the GeoPackage: all of it is derived.
    """
    request = StyleRequest(layer, styles, labels, content or MapContent(), home=home)
    return document(style_document(request, in_project=False))


def style_document(request: StyleRequest, *, in_project: bool) -> Element:
    """Return a whole style as an element."""
    attributes = {"version": VERSION, "styleCategories": "AllStyleCategories", **style_attributes(request)}
    return element("qgis", attributes, style_elements(request, in_project=in_project))


def style_attributes(request: StyleRequest) -> dict[str, object]:
    """Return the part of a style that stands in attributes."""
    return {
        "readOnly": request.is_derived,
        "labelsEnabled": request.named
        and request.layer.geometry is not None
        and labeling(request) is not None,
        "hasScaleBasedVisibilityFlag": False,
        "minScale": 100_000_000,
        "maxScale": 0,
        "simplifyDrawingHints": True,
        "simplifyDrawingTol": 1,
        "simplifyLocal": True,
        "simplifyMaxScale": 1,
        "simplifyAlgorithm": 0,
        "symbologyReferenceScale": -1,
    }


def style_elements(request: StyleRequest, *, in_project: bool) -> list[Element]:
    """Return the part of a style that stands in elements."""
    flags = {"Identifiable": 1, "Removable": 1, "Searchable": 1, "Private": 0}
    flags_element = element("flags", None, (element(name, text=str(value)) for name, value in flags.items()))
    attributes = attribute_elements(
        request.layer, request.labels, in_project=in_project, derived=request.is_derived
    )
    if not request.is_derived:
        attributes += editing_elements(request.layer, ground_crs=request.content.ground_crs)
    if request.layer.geometry is None:
        return [flags_element, *attributes]
    named = labeling(request)
    drawn = [renderer(request), *([] if named is None else [named])]
    plain = [
        element("blendMode", text="0"),
        element("featureBlendMode", text="0"),
        element("layerOpacity", text="1"),
    ]
    return [flags_element, *drawn, *plain, *attributes]
