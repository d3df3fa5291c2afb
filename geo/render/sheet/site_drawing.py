"""Draw tasks on the map: lines by status, areas as wide as the doubt, symbols at points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import LineString

from geo.render.sheet.display import Shape, Stroke, disc, straight
from geo.render.sheet.hatching import hatch
from geo.render.sheet.spreading import site_shapes
from geo.render.sheet.symbols import late_disc, symbol
from geo.render.sheet.view import area_parts, line_parts, point_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.display import Item, Positions
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.sheet_tasks import Site
    from geo.render.sheet.symbols import SymbolStyle
    from geo.render.sheet.view import MapView

TUNNEL = "tunnel"
_GREY_ANGLES = (45.0, 135.0, 0.0, 90.0, 30.0, 120.0, 60.0, 150.0, 15.0)
"""Directions of the hatch, one a family, so that areas are told apart in grey, too."""


def draw_sites(view: MapView, sites: Sequence[Site], kit: SheetKit) -> Iterator[Item]:
    """Draw every place: areas, then lines, then points."""
    shapes = site_shapes(view, sites, size=symbol_size(kit))
    inside = shapely.union_all(view.on_sheet(kit.base.district.geometry))
    for dimensions, draw in ((2, _area), (1, _line), (0, _point)):
        for site, shape in zip(sites, shapes, strict=True):
            if site.dimensions == dimensions:
                yield from draw(site, shape, inside, view, kit)


def symbol_size(kit: SheetKit) -> float:
    """Return the side of a symbol's box in millimetres."""
    return kit.px("symbol")


def hatch_angle(style: SymbolStyle, kit: SheetKit) -> float:
    """Return the direction of a family's hatch in degrees."""
    keys = [family.key for family in kit.styles.families]
    place = keys.index(style.family.key) if style.family.key in keys else 0
    return _GREY_ANGLES[place % len(_GREY_ANGLES)]


def _point(site: Site, shape: BaseGeometry, _: BaseGeometry, view: MapView, kit: SheetKit) -> Iterator[Item]:
    box = view.box
    if shapely.box(box.x, box.y, box.right, box.bottom).contains(shape):
        x, y = point_of(shape)
        yield from _tie(site, (x, y), view, kit)
        yield from symbol(x, y, site.style, size=symbol_size(kit), styles=kit.styles, role=site.role)


_MOVED_MM = 0.3
"""What is moved by less needs no line."""


def _tie(site: Site, at: tuple[float, float], view: MapView, kit: SheetKit) -> Iterator[Item]:
    """Lead from a symbol that was moved aside to its true position."""
    (true,) = view.on_sheet([site.geometry])
    x, y = point_of(true)
    if abs(x - at[0]) + abs(y - at[1]) > _MOVED_MM:
        colour = site.style.family.label_colour
        yield straight((x, y), at, site.role, stroke=Stroke(colour, 0.2 * kit.unit))
        yield disc(x, y, 0.45 * kit.unit, site.role, fill=colour)


def _area(site: Site, shape: BaseGeometry, _: BaseGeometry, view: MapView, kit: SheetKit) -> Iterator[Item]:
    yield from area_fill(shape, site.style, view, kit, role=site.role)


def area_fill(
    shape: BaseGeometry, style: SymbolStyle, view: MapView, kit: SheetKit, *, role: str
) -> Iterator[Item]:
    """Draw an area of doubt: hatched, with a dashed rim."""
    body, rim = view.cut_one(shape), view.cut_one(shapely.boundary(shape))
    width = kit.px("area")
    colour = style.family.colour
    parts = area_parts(body)
    if parts:
        yield Shape(parts, role, closed=True, fill=colour, opacity=0.06)
    lines = hatch(
        body,
        step=kit.px("hatch_step") * 1.25,
        stroke=Stroke(colour, kit.px("hatch") * 0.7),
        role=role,
        degrees=hatch_angle(style, kit),
    )
    if lines is not None:
        yield lines
    edge = line_parts(rim)
    if edge:
        casing = kit.styles.base["casing"]
        dash = (kit.px("area_dash") * 1.4, kit.px("area_gap"))
        yield Shape(edge, role, stroke=Stroke(casing, width + 2 * kit.px("task_casing")))
        yield Shape(edge, role, stroke=Stroke(colour, width * 1.2, dash=dash))


def _line(
    site: Site, shape: BaseGeometry, inside: BaseGeometry, view: MapView, kit: SheetKit
) -> Iterator[Item]:
    within, beyond = (
        line_parts(view.cut_one(part)) for part in (shape.intersection(inside), shape.difference(inside))
    )
    tunnel = site.kind == TUNNEL
    if beyond:
        yield Shape(beyond, site.role, stroke=Stroke(kit.styles.base["casing"], kit.px("task") * 0.9))
        dash = (kit.px("area_dash"), kit.px("area_gap"))
        yield Shape(
            beyond, site.role, stroke=Stroke(site.style.family.colour, kit.px("task_edge"), dash=dash)
        )
    if within:
        yield from task_line(within, site.style, kit, tunnel=tunnel, role=site.role)
        if site.style.late:
            x, y = _middle(within)
            yield from late_disc(x, y, 7 * kit.px("task_edge") / 1.3, styles=kit.styles, role=site.role)


def _middle(parts: tuple[Positions, ...]) -> tuple[float, float]:
    longest = max(map(LineString, parts), key=lambda line: line.length)
    return point_of(longest.interpolate(0.5, normalized=True))


def task_line(
    parts: tuple[Positions, ...], style: SymbolStyle, kit: SheetKit, *, tunnel: bool = False, role: str
) -> Iterator[Item]:
    """Draw a line by its status: two thin edges, a dashed core between them, or solid; a tunnel in dashes."""
    casing, colour = kit.styles.base["casing"], style.family.colour
    width, edge, around = kit.px("task"), kit.px("task_edge"), kit.px("task_casing")
    ends = not tunnel
    if tunnel:
        outer = width + 2 * (kit.px("tunnel_clearance") + kit.px("tunnel_edge"))
        dash = (kit.px("tunnel_dash"), kit.px("tunnel_gap"))
        yield Shape(parts, role, stroke=Stroke(casing, outer + 2 * around))
        yield Shape(parts, role, stroke=Stroke(colour, outer, dash=dash))
        yield Shape(parts, role, stroke=Stroke(casing, width + 2 * kit.px("tunnel_clearance")))
    else:
        yield Shape(parts, role, stroke=Stroke(casing, width + 2 * around, round=True))
    yield Shape(parts, role, stroke=Stroke(colour, width, round=ends))
    if style.status != "done":
        yield Shape(parts, role, stroke=Stroke(casing, width - 2 * edge, round=ends))
    if style.status == "started":
        dash = (kit.px("started_dash"), kit.px("started_gap"))
        yield Shape(parts, role, stroke=Stroke(colour, width - 2 * edge, dash=dash))


def zone_rim(view: MapView, limits: gpd.GeoDataFrame, kit: SheetKit) -> Iterator[Item]:
    """Draw the hatched rim within a zone's limits: something is to be done, nobody knows where."""
    colour = kit.styles.base["zone_hatch"]
    zone = shapely.union_all(view.on_sheet(limits.geometry))
    rim = shapely.difference(zone, shapely.buffer(zone, -kit.px("zone_rim") * 1.3))
    lines = hatch(
        view.cut_one(rim),
        step=kit.px("hatch_step") * 1.1,
        stroke=Stroke(colour, kit.px("hatch")),
        role="zone_rim",
    )
    if lines is not None:
        yield lines
