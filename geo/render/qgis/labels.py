"""Name what is drawn: text, colour, halo and the scales at which a name has room."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.render.qgis.categories import families_of
from geo.render.qgis.elements import Element, as_text, colour_text, data_defined, element
from geo.render.qgis.expressions import MIXED, cases, column, family_key, is_one_of, literal, overdue
from geo.render.qgis.scales import scale_of_zoom
from geo.render.qgis.symbols import mm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.render.qgis.style_request import StyleRequest

FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei")
"""The first one that is installed is taken."""
POINTS_A_PIXEL = 0.75
_CROWDED_ZOOM = 12
"""Below it a sheet of A3 shows more than a district, and names of single places only hide each other."""

_AROUND_POINT, _LINE, _HORIZONTAL, _CARTOGRAPHIC = 0, 2, 4, 6
_ABOVE_LINE, _BELOW_LINE, _FOLLOW_MAP = 2, 4, 8


@dataclass(frozen=True, slots=True)
class _Naming:
    """How the rows of a layer are named."""

    text: str
    """Expression."""
    colour: str
    pixels: float
    weight: str = "Regular"
    placement: Mapping[str, object] = field(default_factory=dict)
    from_scale: int = 0
    """Smallest scale with names, as its denominator; 0 for all."""
    by_feature: Mapping[str, str] = field(default_factory=dict)
    priority: int = 5
    spacing: float = 0.0
    obstacle: float = 1.0
    """How strongly the feature keeps other names away."""
    halo: str | None = "#FFFFFF"


def labeling(request: StyleRequest) -> Element | None:
    """Return the labels of a layer; None where it has none."""
    naming = _NAMINGS.get(request.layer.name)
    return None if naming is None else _labeling(naming(request), halo=request.styles.line["halo"])


def _task_naming(
    request: StyleRequest,
    placement: Mapping[str, object],
    *,
    priority: int,
    by_feature: Mapping[str, str] | None = None,
) -> _Naming:
    families = {family.key: family.label_colour for family in families_of(request)}
    key = family_key(request.styles, mixed=request.shown.mixed_places)
    colour = cases(
        {f"({key}) = {literal(known)}": literal(tint) for known, tint in families.items() if known != MIXED},
        otherwise=literal(families.get(MIXED, request.styles.base["mixed_label"])),
    )
    first = f"{column('id')} = minimum({column('id')}, group_by:={column('place_id')}{_within(request)})"
    return _Naming(
        text=_place_and_doubt(request),
        colour=request.styles.base["mixed_label"],
        pixels=12,
        weight="Medium",
        placement=placement,
        from_scale=scale_of_zoom(_CROWDED_ZOOM),
        by_feature={"Color": colour, "Show": first, **(by_feature or {})},
        priority=priority,
    )


def _within(request: StyleRequest) -> str:
    """Return the filter of an aggregate: a place is named once among the rows that are shown."""
    if request.zone is None:
        return ""
    return f", filter:={is_one_of(column('zone'), request.zone.task_zones)}"


def _place_and_doubt(request: StyleRequest) -> str:
    """Return a place's name with its uncertainty and the number of its tasks: 凤湖 ±2 km · 4 项."""
    words = request.labels["words"]
    radius = column("uncertainty_m")
    metres = f"if({radius} >= 1000, to_string({radius} / 1000) || ' km', to_string({radius}) || ' m')"
    doubt = f"if({column('precision')} IN ('exact', 'street'), '', ' ±' || {metres})"
    count = f"count(1, group_by:={column('place_id')}{_within(request)})"
    items = _quoted(words["items"], "n", f"to_string({count})")
    several = f"if({count} > 1, ' · ' || {items}, '')"
    return f"{column('place')} || {doubt} || {several}"


def _quoted(pattern: str, key: str, expression: str) -> str:
    """Return a pattern of labels.toml such as "{n} 项" as an expression."""
    before, _, after = pattern.partition("{" + key + "}")
    return f"{literal(before)} || {expression} || {literal(after)}"


def _points(request: StyleRequest) -> _Naming:
    placement = {"placement": _CARTOGRAPHIC, "dist": mm(2), "offsetType": 1,
                 "predefinedPositionOrder": "R,L,TR,BR,TL,BL,TSR,BSR"}  # fmt: skip
    return replace(_task_naming(request, placement, priority=9), obstacle=2.0)


def _lines(request: StyleRequest) -> _Naming:
    line_of = request.styles.line
    around = mm(line_of["tunnel_clearance"] + line_of["tunnel_edge"])
    beside = _along_line(line_of["task"])
    tunnel = f"if({column('kind')} = 'tunnel', {as_text(around)}, 0) + {as_text(beside['dist'])}"
    return _task_naming(request, beside, priority=8, by_feature={"LabelDistance": tunnel})


def _along_line(width: float) -> Mapping[str, object]:
    """Return a place beside a line, which its name may overrun: a short street has a name, too."""
    return {
        "placement": _LINE,
        "placementFlags": _ABOVE_LINE | _BELOW_LINE | _FOLLOW_MAP,
        "dist": mm(width / 2 + 2),
        "overrunDistance": mm(60),
    }


def _areas(request: StyleRequest) -> _Naming:
    inside_or_outside = 3
    placement = {"placement": _HORIZONTAL, "polygonPlacementFlags": inside_or_outside}
    named = _task_naming(request, placement, priority=6)
    # An area has no symbol in its middle that could carry the red sign.
    late = f"if({overdue(request.content.as_of)}, ' · ' || {literal(request.labels['words']['overdue'])}, '')"
    return replace(named, text=f"{named.text} || {late}")


def _zones(request: StyleRequest) -> _Naming:
    """Return the name of a zone, that its limits are indicative, and the tasks known by zone only."""
    words, zones = request.labels["words"], request.content.zones
    shown = zones if request.zone is None else (request.zone,)
    plates = {
        is_one_of(column("id"), zone.limits): literal(words["zone_level_n"].format(n=zone.zone_level))
        for zone in shown
        if zone.zone_level and zone.limits
    }
    near = scale_of_zoom(request.styles.line["names_from_zoom"])
    plate = f"coalesce('\n' || {cases(plates, otherwise='NULL')}, '')"
    below = f"'\n' || {literal(words['limits_indicative'])} || {plate}"
    known = [id_ for zone in shown for id_ in zone.limits]
    return _Naming(
        text=f"{column('name')} || if(@map_scale < {near}, {below}, '')",
        colour=request.styles.base["zone_label"],
        pixels=15,
        weight="Bold",
        placement={"placement": _HORIZONTAL, "polygonPlacementFlags": 2, "centroidInside": 1},
        by_feature={"Show": is_one_of(column("id"), known)} if zones else {},
        priority=10,
        obstacle=0.0,
    )


def _roads(request: StyleRequest) -> _Naming:
    named_as_task = is_one_of(column("id"), request.shown.task_roads)
    return _Naming(
        text=column("name"),
        colour=request.styles.base["context_label"],
        pixels=11,
        by_feature={"Show": f"NOT {named_as_task}"},
        placement={**_along_line(request.styles.line["road"]), "overrunDistance": 0},
        from_scale=scale_of_zoom(request.styles.line["names_from_zoom"] - 1),
        priority=3,
        obstacle=0.0,
    )


def _landmarks(request: StyleRequest) -> _Naming:
    return _Naming(
        text=column("name"),
        colour=request.styles.base["context_label"],
        pixels=11,
        placement={"placement": _CARTOGRAPHIC, "dist": mm(2), "offsetType": 1},
        from_scale=scale_of_zoom(request.styles.line["landmark_label_from_zoom"]),
        by_feature={"Show": f"coalesce({column('landmark')}, FALSE)"},
        priority=2,
    )


def _neighbours(request: StyleRequest) -> _Naming:
    return _Naming(
        text=column("name"),
        colour=request.styles.base["neighbour_label"],
        pixels=13,
        placement={"placement": _HORIZONTAL, "polygonPlacementFlags": 2},
        priority=1,
        spacing=4,
        halo=None,
        obstacle=0.0,
    )


def _sheets(request: StyleRequest) -> _Naming:
    return _Naming(
        text=column("title"),
        colour=request.styles.base["context_label"],
        pixels=11,
        placement={"placement": _HORIZONTAL},
        obstacle=0.0,
    )


_NAMINGS: Mapping[str, Callable[[StyleRequest], _Naming]] = {
    "task_points": _points,
    "task_lines": _lines,
    "task_areas": _areas,
    "zones": _zones,
    "roads": _roads,
    "places": _landmarks,
    "neighbours": _neighbours,
    "sheets": _sheets,
}


def _labeling(naming: _Naming, *, halo: float) -> Element:
    limits = {"scaleVisibility": naming.from_scale > 0, "scaleMin": 0, "scaleMax": naming.from_scale}
    settings = [
        text_style(
            naming.pixels, colour=naming.colour, weight=naming.weight, halo=halo if naming.halo else 0,
            halo_colour=naming.halo or "#FFFFFF",
            expression=naming.text, spacing=naming.spacing,
        ),
        element("text-format", {"multilineAlign": 1, "wrapChar": ""}),
        element("placement", _PLACEMENT | dict(naming.placement) | {"priority": naming.priority}),
        element("rendering", {"drawLabels": True, "obstacle": naming.obstacle > 0, "obstacleType": 1,
                              "obstacleFactor": max(naming.obstacle, 1.0), "mergeLines": True, **limits}),
        data_defined(naming.by_feature, tag="dd_properties"),
    ]  # fmt: skip
    return element("labeling", {"type": "simple"}, [element("settings", {"calloutType": "simple"}, settings)])


_PLACEMENT = {
    "distUnits": "MM", "offsetUnits": "MM", "overrunDistanceUnit": "MM", "repeatDistanceUnits": "MM",
    "quadOffset": 4, "centroidWhole": 0, "fitInPolygonOnly": False, "preserveRotation": True,
}  # fmt: skip


def text_style(
    pixels: float,
    *,
    colour: str,
    weight: str = "Regular",
    halo: float = 0.0,
    halo_colour: str = "#FFFFFF",
    expression: str = "",
    spacing: float = 0.0,
) -> Element:
    """Return the style of a text; `halo` is the width of the white edge in pixels, both sides together."""
    attributes: dict[str, object] = {
        "fontFamily": FONTS[0], "namedStyle": weight, "fontWeight": _WEIGHTS[weight],
        "fontSize": pixels * POINTS_A_PIXEL, "fontSizeUnit": "Point", "fontLetterSpacing": spacing,
        "textColor": colour_text(colour), "textOpacity": 1, "multilineHeight": 1,
        "textOrientation": "horizontal",
        "fieldName": expression, "isExpression": bool(expression), "blendMode": 0, "allowHtml": False,
    }  # fmt: skip
    families: Sequence[Element] = [element("family", {"name": font}) for font in FONTS]
    buffer = {
        "bufferDraw": halo > 0, "bufferSize": mm(halo / 2), "bufferSizeUnits": "MM", "bufferOpacity": 1,
        "bufferColor": colour_text(halo_colour), "bufferNoFill": True, "bufferJoinStyle": 128,
    }  # fmt: skip
    return element(
        "text-style", attributes, [element("families", None, families), element("text-buffer", buffer)]
    )


_WEIGHTS = {"Regular": 50, "Medium": 57, "Bold": 75}
"""By Qt 5's scale."""
