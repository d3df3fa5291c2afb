"""Write symbols: stacks of markers, lines and fills, sizes in pixels of the style table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.qgis.elements import Element, as_text, colour_text, data_defined, element, options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MM_A_PIXEL = 0.26
"""Millimetres of a pixel at 96 dpi: sizes hold on paper and on every screen."""

NO_COLOUR = "0,0,0,0"


@dataclass(frozen=True, slots=True)
class Stroke:
    """The edge of a marker."""

    colour: str
    width: float
    """In pixels."""
    dashed: bool = False


def mm(pixels: float) -> float:
    """Return pixels of the style table as millimetres.

    >>> mm(5.5)
    1.43
    """
    return round(pixels * MM_A_PIXEL, 4)


def symbol(kind: str, layers: Sequence[Element], *, name: str = "0", opacity: float = 1.0) -> Element:
    """Return a symbol of a kind (marker, line, fill) from its layers, the lowest first."""
    attributes = {"type": kind, "name": name, "alpha": opacity, "clip_to_extent": True, "force_rhr": False}
    return element("symbol", attributes, layers)


def marker(
    name: str,
    *,
    size: float,
    fill: str | None,
    stroke: Stroke | None = None,
    angle: float = 0.0,
    offset: tuple[float, float] = (0.0, 0.0),
    shown: str | None = None,
    by_feature: Mapping[str, str] | None = None,
) -> Element:
    """Return a simple marker; `name` is QGIS's name of a shape, lengths are pixels.

    `shown` is the condition under which it is drawn. Icons of legends and lists do not ask for it, so
    that such a marker is transparent unless the condition gives it its colours.
    """
    edge = stroke or Stroke("", 0.0)
    by_feature = dict(by_feature or {}) | _shown(shown, fillColor=fill, outlineColor=edge.colour or None)
    values = _marker_place(name, size=size, angle=angle, offset=offset) | {
        "color": colour_text(fill) if fill and shown is None else NO_COLOUR,
        "outline_color": colour_text(edge.colour) if edge.colour and shown is None else NO_COLOUR,
        "outline_style": "no" if stroke is None else "dash" if edge.dashed else "solid",
        "outline_width": mm(edge.width),
        "outline_width_unit": "MM",
        "joinstyle": "round",
        "cap_style": "flat",
    }
    return _layer("SimpleMarker", values, by_feature)


def half_marker(
    name: str, *, size: float, colour: str, angle: float = 0.0, by_feature: Mapping[str, str] | None = None
) -> Element:
    """Return a marker whose lower half is filled: a gradient that is one step at its middle.

    Of two stops at one place Qt keeps the second only, so the step has a width that nobody sees.
    """
    clear = colour_text(colour, opacity=0)
    gradient = {
        "color_type": "1",
        "color1": clear,
        "color2": colour_text(colour),
        "stops": f"0.499;{clear}:0.5;{colour_text(colour)}",
        "rampType": "gradient",
        "discrete": "0",
        "coordinate_mode": "0",
        "reference_point1": "0.5,0",
        "reference_point2": "0.5,1",
        "spread": "0",
        "type": "0",
        "angle": "0",
    }
    filled = symbol("fill", [_layer("GradientFill", gradient)])
    values = _marker_place(name, size=size, angle=angle) | {"color": colour_text(colour)}
    return _layer("FilledMarker", values, by_feature, [filled])


def letter(
    text: str, *, size: float, colour: str, offset: tuple[float, float] = (0.0, 0.0), shown: str
) -> Element:
    """Return a marker that is a letter, drawn where a condition holds."""
    values = {
        "chr": text,
        "font": "Arial",
        "font_style": "Bold",
        "color": NO_COLOUR,
        "size": mm(size),
        "size_unit": "MM",
        "offset": ",".join(as_text(mm(part)) for part in offset),
        "offset_unit": "MM",
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
        "angle": "0",
        "outline_width": "0",
    }
    return _layer("FontMarker", values, _shown(shown, fillColor=colour))


def line(
    colour: str,
    *,
    width: float,
    dash: tuple[float, float] | None = None,
    cap: str = "flat",
    offset: float = 0.0,
    opacity: float = 1.0,
    shown: str | None = None,
    by_feature: Mapping[str, str] | None = None,
) -> Element:
    """Return a simple line; on the outline of an area, an offset above zero leads inside."""
    by_feature = dict(by_feature or {}) | _shown(shown, outlineColor=colour)
    values: dict[str, object] = {
        "line_color": colour_text(colour, opacity) if shown is None else NO_COLOUR,
        "line_style": "solid",
        "line_width": mm(width),
        "line_width_unit": "MM",
        "capstyle": cap,
        "joinstyle": "round",
        "offset": mm(offset),
        "offset_unit": "MM",
        "use_custom_dash": dash is not None,
    }
    if dash is not None:
        values |= {"customdash": ";".join(as_text(mm(part)) for part in dash), "customdash_unit": "MM"}
    return _layer("SimpleLine", values, by_feature)


def hatched_rim(colour: str, *, depth: float, step: float, width: float) -> Element:
    """Return a hatch that fills an area along the inner side of its outline only."""
    values = {
        "SymbolType": "Fill",
        "geometryModifier": f"difference($geometry, buffer($geometry, -{as_text(mm(depth))}))",
        "units": "MM",
    }
    drawn = symbol("fill", [hatch(colour, step=step, width=width, opacity=1)])
    return _layer("GeometryGenerator", values, None, [drawn])


def marks_on_line(markers: Sequence[Element], *, shown: str) -> Element:
    """Return markers at the middle of a line, where a condition holds."""
    values = {"placement": "centralpoint", "rotate": "0", "interval": "3", "interval_unit": "MM"}
    return _layer("MarkerLine", values, {"enabled": shown}, [symbol("marker", markers)])


def fill(colour: str, *, opacity: float = 1.0) -> Element:
    """Return a plain fill without an outline."""
    values = {"color": colour_text(colour, opacity), "style": "solid", "outline_style": "no"}
    return _layer("SimpleFill", values)


def hatch(colour: str, *, step: float, width: float, opacity: float) -> Element:
    """Return a fill of lines at 45 degrees."""
    drawn = symbol("line", [line(colour, width=width, opacity=opacity)])
    values = {
        "angle": "45",
        "distance": mm(step),
        "distance_unit": "MM",
        "line_width": mm(width),
        "line_width_unit": "MM",
        "color": colour_text(colour, opacity),
    }
    return _layer("LinePatternFill", values, None, [drawn])


def _shown(condition: str | None, **colours: str | None) -> dict[str, str]:
    """Return properties that draw a layer of a symbol only where a condition holds."""
    if condition is None:
        return {}
    tints = {key: f"if({condition}, '{tint}', '{NO_COLOUR}')" for key, tint in colours.items() if tint}
    return {"enabled": condition, **tints}


def _marker_place(
    name: str, *, size: float, angle: float, offset: tuple[float, float] = (0.0, 0.0)
) -> dict[str, object]:
    return {
        "name": name,
        "angle": as_text(angle),
        "size": mm(size),
        "size_unit": "MM",
        "scale_method": "diameter",
        "offset": ",".join(as_text(mm(part)) for part in offset),
        "offset_unit": "MM",
        "horizontal_anchor_point": "1",
        "vertical_anchor_point": "1",
    }


def _layer(
    kind: str,
    values: Mapping[str, object],
    by_feature: Mapping[str, str] | None = None,
    inner: Sequence[Element] = (),
) -> Element:
    """Return a layer of a symbol; `by_feature` has expressions by QGIS's keys of properties."""
    attributes = {"class": kind, "enabled": True, "locked": False, "pass": 0}
    texts = {name: as_text(value) for name, value in values.items()}
    by_feature = by_feature or {}
    return element("layer", attributes, [options(texts), data_defined(by_feature), *inner])
