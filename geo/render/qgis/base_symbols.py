"""Draw the map base: district, neighbours, limits of zones, roads, landmarks, frames of pages."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.qgis.elements import as_text
from geo.render.qgis.expressions import cases, column, is_one_of
from geo.render.qgis.scales import scale_of_zoom
from geo.render.qgis.symbols import Stroke, fill, hatched_rim, line, marker, mm, symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.render.qgis.elements import Element
    from geo.render.qgis.style_request import StyleRequest


@dataclass(frozen=True, slots=True)
class Category:
    """One class of a layer's rows, and how it is drawn."""

    value: str
    label: str
    symbol: Element


Drawn = tuple["Sequence[Category]", str]
"""Categories, and the expression that tells which one a row belongs to."""


def _district(request: StyleRequest) -> Drawn:
    base, line_of = request.styles.base, request.styles.line
    band = line_of["district_band"]
    drawn = symbol(
        "fill",
        [
            fill(base["district"]),
            line(base["district_band"], width=band, offset=band / 2),
            line(base["district_line"], width=line_of["district"]),
        ],
    )
    return [Category("district", request.labels["words"]["district_limits"], drawn)], "'district'"


def _neighbours(request: StyleRequest) -> Drawn:
    base = request.styles.base
    outline = line(base["neighbour_line"], width=request.styles.line["neighbour"])
    drawn = symbol("fill", [fill(base["neighbour"]), outline])
    return [Category("neighbour", request.labels["words"]["neighbours"], drawn)], "'neighbour'"


def _zones(request: StyleRequest) -> Drawn:
    """Return limits of zones, hatched inside where tasks are only known by zone, and other limits."""
    base, line_of, words = request.styles.base, request.styles.line, request.labels["words"]
    zones = request.content.zones if request.zone is None else (request.zone,)
    dash = (line_of["zone_dash"], line_of["zone_gap"])
    outline = line(base["zone_line"], width=line_of["zone"], dash=dash)
    rim = hatched_rim(
        base["zone_hatch"], depth=line_of["zone_rim"], step=line_of["hatch_step"], width=line_of["hatch"]
    )
    other = line(base["zone_line"], width=line_of["zone"] / 2, dash=dash, opacity=0.6)
    hatched = [id_ for zone in zones if zone.zone_level for id_ in zone.limits]
    plain = [id_ for zone in zones if not zone.zone_level for id_ in zone.limits]
    expression = cases(
        {is_one_of(column("id"), hatched): "'hatched'", is_one_of(column("id"), plain): "'zone'"},
        otherwise="'other'" if request.content.zones else "'zone'",
    )
    return [
        Category("hatched", words["legend_zone"], symbol("fill", [rim, _again(outline)])),
        Category("zone", words["legend_limits"], symbol("fill", [outline])),
        Category("other", words["other_limits"], symbol("fill", [other])),
    ], expression


def _again(drawn: Element) -> Element:
    """Return a copy of a layer of a symbol: an element stands in one place."""
    return deepcopy(drawn)


def _roads(request: StyleRequest) -> Drawn:
    base, line_of, words = request.styles.base, request.styles.line, request.labels["words"]
    scale = scale_of_zoom(line_of["task_far_below_zoom"])
    share = round(line_of["task_far"] / line_of["task"], 3)

    def width(pixels: float) -> dict[str, str]:
        return {"outlineWidth": f"if(coalesce(@map_scale, 0) > {scale}, {share}, 1) * {as_text(mm(pixels))}"}

    def drawn(*, dash: tuple[float, float] | None = None) -> Element:
        casing, core = line_of["road_casing"], line_of["road"]
        inner = line(base["road"], width=core, cap="round", by_feature=width(core))
        inner.set("pass", "1")  # over the edges of all roads, so that crossings are open
        return symbol(
            "line",
            [
                line(base["road_casing"], width=casing, cap="round" if dash is None else "flat", dash=dash,
                     by_feature=width(casing)),
                inner,
            ],
        )  # fmt: skip

    tunnel_dash = (line_of["tunnel_dash"], line_of["tunnel_gap"])
    return [
        Category("road", words["roads"], drawn()),
        Category("tunnel", request.labels["kind"]["tunnel"], drawn(dash=tunnel_dash)),
    ], cases({f"{column('kind')} = 'tunnel'": "'tunnel'"}, otherwise="'road'")


def _places(request: StyleRequest) -> Drawn:
    base, words, size = request.styles.base, request.labels["words"], request.styles.line["landmark"]
    near = scale_of_zoom(request.styles.line["landmark_label_from_zoom"] - 1)
    shown = f"coalesce(@map_scale, 0) < {near}"
    landmark = symbol(
        "marker", [marker("square", size=size, fill=base["landmark"], by_feature={"enabled": shown})]
    )
    dot = marker("circle", size=size, fill=base["casing"], stroke=Stroke(base["landmark"], 1),
                 by_feature={"enabled": shown})  # fmt: skip
    return [
        Category("landmark", words["landmarks"], landmark),
        Category("place", words["known_places"], symbol("marker", [dot])),
    ], cases({f"coalesce({column('landmark')}, FALSE)": "'landmark'"}, otherwise="'place'")


def _sheets(request: StyleRequest) -> Drawn:
    interface, words = request.styles.interface, request.labels["words"]
    outline = line(interface["rule_strong"], width=1, dash=(2, 2))
    return [Category("sheet", words["page_frames"], symbol("fill", [outline]))], "'sheet'"


BASE_CATEGORIES: Mapping[str, Callable[[StyleRequest], Drawn]] = {
    "district": _district,
    "neighbours": _neighbours,
    "zones": _zones,
    "roads": _roads,
    "places": _places,
    "sheets": _sheets,
}
