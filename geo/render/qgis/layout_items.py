"""Write the items of a print layout: map, text, legend, scale bar, picture, frame; lengths in millimetres."""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.qgis.elements import Element, as_text, colour_text, data_defined, element
from geo.render.qgis.labels import FONTS, text_style
from geo.render.qgis.symbols import fill, line, symbol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PAGE, _MAP, _PICTURE, _LABEL, _LEGEND, _SHAPE, _SCALE_BAR = 65638, 65639, 65640, 65641, 65642, 65643, 65646
MM_A_POINT = 0.352778
_PIXELS_A_POINT = 4 / 3


@dataclass(frozen=True, slots=True)
class Box:
    """Where an item stands on the page."""

    x: float
    y: float
    width: float
    height: float


def item_id(layout: str, name: str) -> str:
    """Return the id of an item: the same for the same layout and name."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'planmap:{layout}/{name}')}}}"


def page(layout: str, *, width: float, height: float) -> Element:
    """Return the collection of one page."""
    blank = element("symbol", {"type": "fill", "name": "", "alpha": 1, "clip_to_extent": True},
                    [fill("#FFFFFF")])  # fmt: skip
    sheet = _item(_PAGE, layout, "page", Box(0, 0, width, height), children=[blank], ground="#FFFFFF")
    return element("PageCollection", None, [blank, sheet, element("GuideCollection", {"visible": True})])


def label(
    layout: str,
    name: str,
    box: Box,
    text: str,
    *,
    points: float,
    colour: str,
    bold: bool = False,
    align: str = "left",
) -> Element:
    """Return a text; what stands in [% %] is an expression."""
    weight = "Bold" if bold else "Regular"
    font = {
        "description": f"{FONTS[0]},{as_text(points)},-1,5,{75 if bold else 50},0,0,0,0,0",
        "style": weight,
    }
    red, green, blue, alpha = colour_text(colour).split(",")
    attributes = {
        "labelText": text, "htmlState": 0, "marginX": 0, "marginY": 0,
        "halign": {"left": 1, "right": 2, "centre": 4}[align], "valign": 128,
    }  # fmt: skip
    children = [
        element("LabelFont", font),
        element("FontColor", {"red": red, "green": green, "blue": blue, "alpha": alpha}),
        text_style(points * _PIXELS_A_POINT, colour=colour, weight=weight),
    ]
    return _item(_LABEL, layout, name, box, attributes, children)


def frame(layout: str, name: str, box: Box, *, colour: str, width: float) -> Element:
    """Return a rectangle without a fill."""
    drawn = symbol("fill", [line(colour, width=width / 0.26, cap="square")])
    return _item(_SHAPE, layout, name, box, {"shapeType": 1, "cornerRadiusMeasure": "0,mm"}, [drawn])


def picture(layout: str, name: str, box: Box, svg: str) -> Element:
    """Return a drawing, kept in the project itself."""
    kept = "base64:" + base64.b64encode(svg.encode()).decode("ascii")
    attributes = {
        "file": kept, "mode": 0, "resizeMode": 0, "anchorPoint": 4, "pictureRotation": 0, "northMode": 0,
        "northOffset": 0, "svgFillColor": "255,255,255,255", "svgBorderColor": "0,0,0,255",
        "svgBorderWidth": 0,
    }  # fmt: skip
    return _item(_PICTURE, layout, name, box, attributes)


def map_item(
    layout: str,
    name: str,
    box: Box,
    extent: tuple[float, float, float, float],
    children: Sequence[Element],
    *,
    ground: str,
    theme: str,
    by_feature: Mapping[str, str] | None = None,
) -> Element:
    """Return a map of a theme; `extent` is west, south, east, north in metres.

    With `by_feature`, properties that each page of an atlas gives, the map follows the atlas.
    """
    west, south, east, north = extent
    attributes = {
        "keepLayerSet": "false", "followPreset": "true", "followPresetName": theme,
        "drawCanvasItems": "false",
        "mapRotation": 0, "mapFlags": 0, "labelMargin": "1,mm", "isTemporal": 0, "frame": "true",
    }  # fmt: skip
    auto = 2
    atlas = {"atlasDriven": by_feature is not None, "margin": 0, "scalingMode": auto}
    inner = [
        element("Extent", {"xmin": west, "ymin": south, "xmax": east, "ymax": north}),
        element("LayerSet"),
        *children,
        element("AtlasMap", atlas),
    ]
    return _item(_MAP, layout, name, box, attributes, inner, ground=ground, by_feature=by_feature)


def grid(layout: str, *, colour: str) -> Element:
    """Return crosses at round metres, and their figures in kilometres outside the map."""
    attributes: dict[str, object] = {
        "name": "grid", "uuid": item_id(layout, "grid"), "show": True, "position": 3, "blendMode": 0,
        "unit": 3, "minimumIntervalWidth": 40, "maximumIntervalWidth": 80,
        "intervalX": 1000, "intervalY": 1000, "offsetX": 0, "offsetY": 0,
        "gridStyle": 1, "crossLength": 2.4,
        "gridFrameStyle": 3, "gridFrameWidth": 1.2, "gridFrameMargin": 0, "gridFramePenThickness": 0.2,
        "gridFramePenColor": colour_text(colour), "gridFrameSideFlags": 15,
        "frameFillColor1": "255,255,255,255", "frameFillColor2": "0,0,0,255",
        "showAnnotation": True, "annotationFormat": 8, "annotationPrecision": 1,
        "frameAnnotationDistance": 1.2,
        "annotationExpression": "to_string(round(@grid_number / 1000, 1))",
    }  # fmt: skip
    horizontal, upwards, outside, all_lines, none_shown = 0, 1, 1, 0, 3
    for side, direction, shown in (
        ("left", upwards, all_lines),
        ("right", upwards, none_shown),
        ("top", horizontal, none_shown),
        ("bottom", horizontal, all_lines),
    ):
        attributes |= {
            f"{side}AnnotationDisplay": shown, f"{side}AnnotationPosition": outside,
            f"{side}AnnotationDirection": direction, f"{side}FrameDivisions": 0,
        }  # fmt: skip
    drawn = element("lineStyle", None, [symbol("line", [line(colour, width=0.6)])])
    text = text_style(6 * _PIXELS_A_POINT, colour=colour)
    return element("ComposerMapGrid", attributes, [drawn, text, _object()])


def overview(layout: str, *, of: str, colour: str) -> Element:
    """Return the frame that shows where another map of the layout lies."""
    drawn = symbol("fill", [fill(colour, opacity=0.10), line(colour, width=2)])
    attributes = {"name": "overview", "uuid": item_id(layout, "overview"), "frameMap": item_id(layout, of),
                  "show": True, "position": 3, "blendMode": 0, "inverted": False,
                  "centered": False}  # fmt: skip
    return element("ComposerMapOverview", attributes, [drawn, _object()])


def legend(layout: str, box: Box, layers: Element, *, of: str, colour: str, columns: int) -> Element:
    """Return a legend of what a map shows."""
    styles = [
        _legend_style("title", points=1, bottom=0),
        _legend_style("group", points=9, top=2),
        _legend_style("subgroup", points=9, top=3, bottom=0.5, bold=True),
        _legend_style("symbol", points=8.5, top=1.6),
        _legend_style("symbolLabel", points=8.5, top=1.6, left=1.8),
    ]
    attributes = {
        "title": "", "titleAlignment": 1, "map_uuid": item_id(layout, of), "legendFilterByMap": True,
        "legendFilterByAtlas": False, "columnCount": columns, "splitLayer": True, "equalColumnWidth": False,
        "columnSpace": 4, "boxSpace": 0, "symbolWidth": 7, "symbolHeight": 4.4, "symbolAlignment": 1,
        "maxSymbolSize": 0, "minSymbolSize": 0, "lineSpacing": 0.6, "wrapChar": "", "resizeToContents": True,
        "fontColor": colour, "rasterBorder": False,
    }  # fmt: skip
    return _item(_LEGEND, layout, "legend", box, attributes, [element("styles", None, styles), layers])


def scale_bar(layout: str, box: Box, *, of: str, colour: str) -> Element:
    """Return a scale bar whose segments stay between two widths whatever the scale is."""
    red, green, blue, alpha = colour_text(colour).split(",")
    ink = {"red": red, "green": green, "blue": blue, "alpha": alpha}
    white = {"red": 255, "green": 255, "blue": 255, "alpha": 255}
    fit_width = 1
    attributes = {
        "mapUuid": item_id(layout, of), "style": "Single Box", "unitType": "meters", "unitLabel": "m",
        "numMapUnitsPerScaleBarUnit": 1, "numUnitsPerSegment": 1000, "numSegments": 2, "numSegmentsLeft": 0,
        "segmentSizeMode": fit_width, "minBarWidth": 40, "maxBarWidth": 64, "segmentMillimeters": 20,
        "height": 1.6, "labelBarSpace": 1.2, "boxContentSpace": 0, "outlineWidth": 0.2, "alignment": 1,
        "labelVerticalPlacement": 0, "labelHorizontalPlacement": 0, "lineJoinStyle": "miter",
        "lineCapStyle": "square",
    }  # fmt: skip
    children = [
        text_style(7 * _PIXELS_A_POINT, colour=colour),
        element("fillColor", ink),
        element("fillColor2", white),
        element("strokeColor", ink),
    ]
    return _item(_SCALE_BAR, layout, "scale_bar", box, attributes, children)


def _legend_style(
    name: str, *, points: float, top: float = 0, bottom: float = 0, left: float = 0, bold: bool = False
) -> Element:
    weight = 75 if bold else 50
    font = {"description": f"{FONTS[0]},{as_text(points)},-1,5,{weight},0,0,0,0,0",
            "style": "Bold" if bold else "Regular"}  # fmt: skip
    margins = {"marginTop": top, "marginBottom": bottom, "marginLeft": left}
    return element(
        "style", {"name": name, "alignment": 1, "indent": 0, **margins}, [element("styleFont", font)]
    )


def _item(
    kind: int,
    layout: str,
    name: str,
    box: Box,
    attributes: Mapping[str, object] | None = None,
    children: Sequence[Element] = (),
    *,
    ground: str | None = None,
    by_feature: Mapping[str, str] | None = None,
) -> Element:
    place, size = (
        f"{as_text(float(box.x))},{as_text(float(box.y))},mm",
        f"{as_text(float(box.width))},{as_text(float(box.height))},mm",
    )
    red, green, blue, _ = colour_text(ground or "#FFFFFF").split(",")
    common: dict[str, object] = {
        "type": kind, "id": name, "uuid": item_id(layout, name), "templateUuid": item_id(layout, name),
        "position": place, "positionOnPage": place, "size": size, "referencePoint": 0, "itemRotation": 0,
        "visibility": True, "opacity": 1, "blendMode": 0, "positionLock": "false", "groupUuid": "",
        "background": str(ground is not None).lower(), "frame": "false", "frameJoinStyle": "miter",
        "outlineWidthM": "0.3,mm", "excludeFromExports": False,
    }  # fmt: skip
    colours = [
        element("FrameColor", {"red": 22, "green": 33, "blue": 43, "alpha": 255}),
        element("BackgroundColor", {"red": red, "green": green, "blue": blue, "alpha": 255}),
    ]
    return element("LayoutItem", {**common, **(attributes or {})}, [*colours, _object(by_feature), *children])


def _object(by_feature: Mapping[str, str] | None = None) -> Element:
    return element("LayoutObject", None, [data_defined(by_feature or {}, tag="dataDefinedProperties")])
