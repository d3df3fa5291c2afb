"""Draw tasks: colour and shape by family, fill by status, texture by precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.qgis.elements import as_text
from geo.render.qgis.expressions import cell, has, holds
from geo.render.qgis.scales import scale_of_zoom
from geo.render.qgis.symbols import (
    Stroke,
    half_marker,
    hatch,
    letter,
    line,
    marker,
    marks_on_line,
    mm,
    symbol,
)

if TYPE_CHECKING:
    from geo.model import Family, StyleTable
    from geo.render.qgis.elements import Element


@dataclass(frozen=True, slots=True)
class MarkerShape:
    """A shape of the style table as QGIS draws it."""

    name: str
    angle: float
    share: float
    """Size within the symbol's box, so that all shapes look equally large."""


SHAPES = {
    "hexagon": MarkerShape("hexagon", 30, 0.88),
    "diamond": MarkerShape("diamond", 0, 0.92),
    "square": MarkerShape("square", 0, 0.70),
    "house": MarkerShape("pentagon", 0, 0.86),
    "circle": MarkerShape("circle", 0, 0.78),
    "triangle_down": MarkerShape("triangle", 180, 0.82),
    "triangle_up": MarkerShape("triangle", 0, 0.82),
    "cross": MarkerShape("cross_fill", 0, 0.92),
    "dot": MarkerShape("circle", 0, 0.50),
}
"""By the style table's names."""

_STARTED = has("status", "started")
_DONE = holds(f"{cell('status')} = 'done'", otherwise="TRUE")
"""A legend shows a family's symbol solid."""
_RINGED = holds(f"{cell('precision')} <> 'exact'")


def point_symbol(family: Family, styles: StyleTable, *, overdue: str, name: str) -> Element:
    """Return the marker of a task at a point: hollow, lower half filled or solid; ringed on a street."""
    line_of, shape = styles.line, SHAPES.get(family.shape, SHAPES["dot"])
    casing, size = styles.base["casing"], shape.share * line_of["symbol"]
    width, ring_width = line_of["symbol_stroke"], line_of["ring_stroke"]
    ring = 2 * line_of["ring_radius"]
    shrunk = f"if({_RINGED}, {as_text(line_of['street_symbol_share'])}, 1) * {as_text(mm(size))}"
    filled = {"fillColor": f"if({_DONE}, '{family.colour}', '{casing}')"}
    around = Stroke(casing, width + 2 * line_of["symbol_casing"])
    return symbol(
        "marker",
        [
            marker("circle", size=ring, fill=None, stroke=Stroke(casing, ring_width + 2), shown=_RINGED),
            marker("circle", size=ring, fill=None, stroke=Stroke(family.colour, ring_width, dashed=True),
                   shown=_RINGED),
            marker(shape.name, size=size, angle=shape.angle, fill=casing, stroke=around,
                   by_feature={"size": shrunk}),
            marker(shape.name, size=size, angle=shape.angle, fill=family.colour,
                   stroke=Stroke(family.colour, width), by_feature={"size": shrunk, **filled}),
            half_marker(shape.name, size=size, angle=shape.angle, colour=family.colour,
                        by_feature={"size": shrunk, "enabled": _STARTED}),
            *_overdue_mark(styles, radius=4, offset=(7, -7), overdue=overdue),
        ],
        name=name,
    )  # fmt: skip


def line_symbol(family: Family, styles: StyleTable, *, overdue: str, name: str) -> Element:
    """Return the line of a task: two thin edges, a dashed core between them, or solid."""
    line_of, casing, colour = styles.line, styles.base["casing"], family.colour
    width, edge = line_of["task"], line_of["task_edge"]
    around = 2 * (line_of["tunnel_clearance"] + line_of["tunnel_edge"])
    tunnel, far = has("kind", "tunnel"), _far(styles)

    def thin(pixels: float, *, extra: float = 0.0) -> dict[str, str]:
        return {"outlineWidth": f"{far} * {as_text(mm(pixels))} + {as_text(mm(extra))}"}

    return symbol(
        "line",
        [
            line(casing, width=width + around, shown=tunnel,
                 by_feature=thin(width, extra=around + 2 * line_of["task_casing"])),
            line(colour, width=width + around, dash=(line_of["tunnel_dash"], line_of["tunnel_gap"]),
                 shown=tunnel, by_feature=thin(width, extra=around)),
            line(casing, width=width, shown=tunnel,
                 by_feature=thin(width, extra=2 * line_of["tunnel_clearance"])),
            line(casing, width=width, cap="round", shown=f"NOT {tunnel}",
                 by_feature=thin(width, extra=2 * line_of["task_casing"])),
            line(colour, width=width, by_feature=thin(width)),
            line(casing, width=width - 2 * edge, shown=f"NOT {_DONE}", by_feature=thin(width - 2 * edge)),
            line(colour, width=width - 2 * edge, dash=(line_of["started_dash"], line_of["started_gap"]),
                 shown=_STARTED, by_feature=thin(width - 2 * edge)),
            marks_on_line(_overdue_mark(styles, radius=7, overdue=overdue), shown=overdue),
        ],
        name=name,
    )  # fmt: skip


def area_symbol(family: Family, styles: StyleTable, *, name: str) -> Element:
    """Return the area of a task: dashed and hatched, since somewhere in it is all that is known."""
    line_of, colour = styles.line, family.colour
    return symbol(
        "fill",
        [
            hatch(colour, step=line_of["hatch_step"], width=line_of["hatch"],
                  opacity=line_of["area_hatch_opacity"]),
            line(styles.base["casing"], width=line_of["area"] + 2 * line_of["task_casing"], opacity=0.8),
            line(colour, width=line_of["area"], dash=(line_of["area_dash"], line_of["area_gap"])),
        ],
        name=name,
    )  # fmt: skip


def _overdue_mark(
    styles: StyleTable, *, radius: float, overdue: str, offset: tuple[float, float] = (0.0, 0.0)
) -> list[Element]:
    """Return the red disc with its sign: red is for 逾期 only, and never stands without the sign."""
    casing = styles.base["casing"]
    disc = marker("circle", size=2 * radius, fill=styles.interface["overdue"], stroke=Stroke(casing, 1),
                  offset=offset, shown=overdue)  # fmt: skip
    return [disc, letter("!", size=1.6 * radius, colour=casing, offset=offset, shown=overdue)]


def _far(styles: StyleTable) -> str:
    """Return the share of a line's width that is left on a map that shows much."""
    share = round(styles.line["task_far"] / styles.line["task"], 3)
    scale = scale_of_zoom(styles.line["task_far_below_zoom"])
    return f"if(coalesce(@map_scale, 0) > {scale}, {share}, 1)"
