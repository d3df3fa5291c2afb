"""Write a QGIS project: one XML document in a zip archive, without a clock."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from geo.crs import WGS84_CRS
from geo.render.qgis.bookmarks import bookmarks
from geo.render.qgis.data_sources import ProjectHome, data_source, layer_id
from geo.render.qgis.elements import VERSION, Element, colour_text, element
from geo.render.qgis.expressions import AS_OF
from geo.render.qgis.layer_style import style_attributes, style_elements
from geo.render.qgis.layers_tree import LISTED, layers_tree
from geo.render.qgis.layouts import SheetRequest, frame_in_metres, layouts
from geo.render.qgis.relations import relation_elements
from geo.render.qgis.scales import SHEET_SCALES
from geo.render.qgis.spatial_reference import spatial_reference_element
from geo.render.qgis.style_request import StyleRequest
from geo.render.qgis.themes import style_manager, themes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import Settings, StyleTable
    from geo.render.qgis.content import MapContent
    from geo.schema import LayerSchema

_DOCUMENT = "planmap.qgs"
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip archive can name."""


def project_bytes(
    content: MapContent,
    *,
    settings: Settings,
    styles: StyleTable,
    labels: Mapping[str, Mapping[str, str]],
    home: ProjectHome = ProjectHome.FOLDER,
) -> bytes:
    """Return the bytes of planmap.qgz; the same input gives the same bytes.

    Parameters
    ----------
    content
        Zones and counts of a build; it has one zone at least.
    settings
        District, its projected CRS, and the report's date.
    home
        PACKAGE for the project that is stored inside the GeoPackage.
    """
    request = SheetRequest(content, settings, styles, labels, home)
    text = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(
        _project(request), encoding="unicode"
    )
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        entry = zipfile.ZipInfo(_DOCUMENT, date_time=_NO_CLOCK)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        opened.writestr(entry, text.encode())
    return archive.getvalue()


def _project(request: SheetRequest) -> Element:
    labels, settings = request.labels, request.settings
    title = labels["words"]["layout_title"].format(district=settings.district)
    return element("qgis", {"version": VERSION, "projectname": title}, [
        element("homePath", {"path": ""}),
        element("title", text=title),
        element("autotransaction", {"active": 0}),
        element("evaluateDefaultValues", {"active": 0}),
        element("trust", {"active": 0}),
        element("projectCrs", None, [spatial_reference_element(settings.crs)]),
        layers_tree(request.home, labels),
        relation_elements({layer.name: labels["layers"][layer.name] for layer in LISTED}),
        element("projectlayers", None, (_layer(layer, request) for layer in LISTED)),
        _properties(request),
        themes(request.content, labels),
        layouts(request),
        bookmarks(request.content, labels),
        _canvas(request),
        _view(request),
    ])  # fmt: skip


def _layer(layer: LayerSchema, request: SheetRequest) -> Element:
    """Return a layer with its style, its named styles and its source."""
    styled = StyleRequest(layer, request.styles, request.labels, request.content, home=request.home)
    attributes = {"type": "vector", "geometry": _GEOMETRIES[layer.geometry], **style_attributes(styled)}
    reference = [spatial_reference_element(WGS84_CRS)] if layer.geometry else []
    return element("maplayer", attributes, [
        element("id", text=layer_id(layer.name)),
        element("datasource", text=data_source(layer, request.home)),
        element("layername", text=request.labels["layers"][layer.name]),
        element("srs", None, reference),
        element("provider", {"encoding": "UTF-8"}, text="ogr"),
        style_manager(styled),
        *style_elements(styled, in_project=True),
    ])  # fmt: skip


_GEOMETRIES = {
    "Point": "Point",
    "LineString": "Line",
    "Polygon": "Polygon",
    "MultiPolygon": "Polygon",
    None: "No geometry",
}


def _properties(request: SheetRequest) -> Element:
    """Return settings of the project: the canvas, relative paths, variables."""
    as_of = request.content.as_of or request.settings.report_date
    red, green, blue, _ = colour_text(request.styles.base["outside"]).split(",")
    canvas = {"CanvasColorRedPart": red, "CanvasColorGreenPart": green, "CanvasColorBluePart": blue}
    selected = dict(
        zip(
            (f"SelectionColor{part}Part" for part in ("Red", "Green", "Blue", "Alpha")),
            colour_text(request.styles.interface["selected_halo"]).split(","), strict=True,
        )
    )  # fmt: skip
    colours = (element(key, {"type": "int"}, text=part) for key, part in (canvas | selected).items())
    return element("properties", None, [
        element("Gui", None, colours),
        element("Paths", None, [element("Absolute", {"type": "bool"}, text="false")]),
        element("SpatialRefSys", None, [element("ProjectionsEnabled", {"type": "int"}, text="1")]),
        element("Measurement", None, [
            element("AreaUnits", {"type": "QString"}, text="m2"),
            element("DistanceUnits", {"type": "QString"}, text="meters")]),
        element("Variables", None, [
            _texts("variableNames", [AS_OF]), _texts("variableValues", [as_of.isoformat()])]),
    ])  # fmt: skip


def _texts(tag: str, texts: list[str]) -> Element:
    return element(tag, {"type": "QStringList"}, (element("value", text=text) for text in texts))


def _canvas(request: SheetRequest) -> Element:
    """Return what the main map shows when the project opens."""
    west, south, east, north = frame_in_metres(request.content.frame, crs=request.settings.crs)
    bounds = {"xmin": west, "ymin": south, "xmax": east, "ymax": north}
    return element("mapcanvas", {"name": "theMapCanvas", "annotationsVisible": True}, [
        element("units", text="meters"),
        element("extent", None, (element(side, text=f"{at:.3f}") for side, at in bounds.items())),
        element("rotation", text="0"),
        element("destinationsrs", None, [spatial_reference_element(request.settings.crs)]),
    ])  # fmt: skip


def _view(request: SheetRequest) -> Element:
    """Return what is seen when the project opens, and the scales to choose from."""
    west, south, east, north = request.content.frame
    extent = {"xmin": west, "ymin": south, "xmax": east, "ymax": north}
    return element("ProjectViewSettings", {"UseProjectScales": 1, "rotation": 0}, [
        element("Scales", None, (element("Scale", {"Value": scale}) for scale in SHEET_SCALES)),
        element("DefaultViewExtent", extent, [spatial_reference_element(WGS84_CRS)]),
    ])  # fmt: skip
