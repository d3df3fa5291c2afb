"""What is named on a map, and where each name may stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.render.sheet.base_drawing import landmarks_shown
from geo.render.sheet.display import Box
from geo.render.sheet.label_spots import Middle, spots_along, spots_round, spots_within
from geo.render.sheet.labels import Label, Wish
from geo.render.sheet.name_lines import broken_name
from geo.render.sheet.placing import Spot
from geo.render.sheet.site_drawing import TUNNEL, symbol_size
from geo.render.sheet.spreading import site_shapes
from geo.render.sheet.view import point_of, pole_of
from geo.render.sheet.wrapping import shortened, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.sheet_tasks import Site
    from geo.render.sheet.view import MapView

_SITE_POINTS, _CONTEXT_POINTS = 7.4, 6.2
_AREA_POINTS = {"neighbour_name": 8.5, "area_name": 6.6, "zone_name_small": 7.6, "zone_name": 15.0}
_MOST_LINE_MM = 34.0
_MOST_LINES = 3
_AREA, _LINE, _POINT = 2, 1, 0
_APART_COST = 8.0
"""Of a label that a leader ties to its area, or to its line, where it could stand within or along."""


def site_wishes(view: MapView, sites: Sequence[Site], kit: SheetKit) -> list[Wish]:
    """Return a wish for every place of a task that the map shows."""
    shapes = site_shapes(view, sites, size=symbol_size(kit))
    window = _window(view)
    seen = [(site, shape.intersection(window)) for site, shape in zip(sites, shapes, strict=True)]
    return [_site_wish(site, shape, view, kit) for site, shape in seen if not shape.is_empty]


def symbol_boxes(view: MapView, sites: Sequence[Site], kit: SheetKit) -> list[Box]:
    """Return the room of the symbols at points."""
    half = symbol_size(kit) / 2
    shapes = site_shapes(view, sites, size=symbol_size(kit))
    at = [point_of(shape) for site, shape in zip(sites, shapes, strict=True) if site.dimensions == _POINT]
    return [Box(x - half, y - half, 2 * half, 2 * half) for x, y in at]


def site_label(site: Site, kit: SheetKit) -> Label:
    """Return the label of a place: the numbers of its tasks, its name, and how far it may be off."""
    numbers = "、".join(map(str, site.numbers))
    name = kit.word("numbers", numbers=numbers, name=site.name)
    if site.dimensions == _AREA and site.precision != "exact":
        name = kit.word("with_uncertainty", label=name, uncertainty=uncertainty_text(site.uncertainty_m))
    points, face = _SITE_POINTS * kit.unit, kit.face(bold=True)
    width = _MOST_LINE_MM * kit.unit
    lines = wrap(name, width, points=points, face=face)
    if len(lines) > _MOST_LINES:
        rest = "".join(lines[_MOST_LINES - 1 :])
        lines = [*lines[: _MOST_LINES - 1], shortened(rest, width, points=points, face=face)]
    # An area has no symbol: a reader would take it for the place.
    icon = replace(site.style, ringed=False, late=False) if site.dimensions == _LINE else None
    colour = site.style.family.label_colour
    return Label(
        f"{site.place_id} {site.name}", tuple(lines), points, colour, "task_label", bold=True, icon=icon
    )


def uncertainty_text(metres: float) -> str:
    """Write by how much a place may be off.

    >>> uncertainty_text(150), uncertainty_text(2000)
    ('150 m', '2 km')
    """
    kilometre = 1000
    return f"{metres / kilometre:g} km" if metres >= kilometre else f"{metres:g} m"


def _site_wish(site: Site, seen: BaseGeometry, view: MapView, kit: SheetKit) -> Wish:
    label = site_label(site, kit)
    size, ascent = label.size(kit), label.ascent
    if site.dimensions == _POINT:
        gap = symbol_size(kit) * (0.68 if site.style.ringed else 0.5) + 0.3
        return Wish(label, list(spots_round(Middle(*point_of(seen), gap), size=size, ascent=ascent)))
    if site.dimensions == _LINE:
        clear = _half_width(site, kit) + 0.35
        along = line_spots(seen, label, view, kit, clear=clear)
        x, y = point_of(_longest(seen).interpolate(0.5, normalized=True))
        beside = spots_round(Middle(x, y, clear), size=size, ascent=ascent)
        return Wish(label, [*along, *_dearer(beside)])
    within = spots_within(seen, size=size, ascent=ascent)
    apart = [
        spot for spot in spots_round(Middle(*pole_of(seen), 0.8), size=size, ascent=ascent) if spot.leader
    ]
    return Wish(label, [*within, *_dearer(apart)])


def _dearer(spots: Iterable[Spot]) -> list[Spot]:
    return [replace(spot, cost=spot.cost + _APART_COST) for spot in spots]


def _half_width(site: Site, kit: SheetKit) -> float:
    """Return the room from the middle of a task's line to its side."""
    tunnel = kit.px("tunnel_clearance") + kit.px("tunnel_edge") if site.kind == TUNNEL else 0.0
    return kit.px("task") / 2 + tunnel + kit.px("task_casing")


def _longest(shape: BaseGeometry) -> BaseGeometry:
    parts: list[BaseGeometry] = shapely.get_parts(shape).tolist()
    return max(parts, key=lambda part: part.length)


def line_spots(
    shape: BaseGeometry, label: Label, view: MapView, kit: SheetKit, *, clear: float
) -> list[Spot]:
    """Return the spots of a label along each line of a shape within the map."""
    if len(label.lines) > 1:
        return []
    seen = shape.intersection(_window(view))
    lines = [part for part in shapely.get_parts(seen) if part.geom_type == "LineString" and part.length > 0]
    if not lines:
        return []
    merged = shapely.line_merge(shapely.multilinestrings([lines]))[0]
    widths = label.piece_widths(kit)
    spots = [
        spot
        for part in shapely.get_parts(merged)
        for spot in spots_along(shapely.simplify(part, 0.1), widths=widths, size=label.em, clear=clear)
    ]
    return sorted(spots, key=lambda spot: spot.cost)


def _window(view: MapView) -> BaseGeometry:
    box = view.box
    return shapely.box(box.x, box.y, box.right, box.bottom)


# --- Zones -----------------------------------------------------------------------------------------


def zone_wish(name: str, zone: BaseGeometry, view: MapView, kit: SheetKit) -> Wish:
    """Return the wish of a zone's large name; `zone` is in millimetres."""
    points, colour = _AREA_POINTS["zone_name"] * kit.unit, kit.styles.base["zone_label"]
    label = Label(name, broken_name(name, kit.endings), points, colour, "zone_name", bold=True, plate=False)
    seen = zone.intersection(_window(view))
    return Wish(label, spots_within(seen, size=label.size(kit), ascent=label.ascent))


def plate_wish(numbers: Sequence[int], zone: BaseGeometry | None, view: MapView, kit: SheetKit) -> list[Wish]:
    """Return the wish of the plate that names the tasks which are only known to lie in a zone.

    Without limits it stands in a corner of the map.
    """
    if not numbers:
        return []
    text = kit.word("zone_plate", n=len(numbers), numbers="、".join(map(str, numbers)))
    points, colour = _SITE_POINTS * kit.unit, kit.styles.base["zone_label"]
    lines = wrap(text, 2 * _MOST_LINE_MM * kit.unit, points=points, face=kit.face(bold=True))
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], "…"]
    label = Label("zone level", tuple(lines), points, colour, "zone_plate", bold=True)
    if zone is None:
        return [Wish(label, _corner_spots(view, label, kit))]
    seen = zone.intersection(_window(view))
    return [Wish(label, spots_within(seen, size=label.size(kit), ascent=label.ascent))]


def _corner_spots(view: MapView, label: Label, kit: SheetKit) -> list[Spot]:
    """Return spots over the whole map, the best in its upper left corner."""
    width, height = label.size(kit)
    box = view.box.inset(2.0 * kit.unit)
    return [
        Spot(
            np.array([[x, y, x + width, y + height]]),
            0.05 * float(np.hypot(x - box.x, y - box.y)),
            x,
            y + label.ascent,
        )
        for x in np.linspace(box.x, box.right - width, 12).tolist()
        for y in np.linspace(box.y, box.bottom - height, 12).tolist()
    ]


# --- What lies around ------------------------------------------------------------------------------


def road_wishes(roads: Sequence[tuple[str, BaseGeometry]], view: MapView, kit: SheetKit) -> list[Wish]:
    """Return the wishes of roads on which nothing is done; shapes in millimetres."""
    found = []
    for name, shape in roads:
        label = Label(name, (name,), _CONTEXT_POINTS * kit.unit, kit.second, "road_name", plate=False)
        clear = kit.px("road_casing") * 0.375 + 0.3
        found.append(Wish(label, line_spots(shape, label, view, kit, clear=clear)))
    return found


def landmark_wishes(view: MapView, kit: SheetKit) -> list[Wish]:
    """Return the wishes of landmarks: beside their squares, or apart with a leader."""
    colour, gap = kit.styles.base["context_label"], kit.px("landmark") / 2 + 0.4
    found = []
    for (x, y), name in landmarks_shown(view, kit):
        label = Label(name, (name,), _CONTEXT_POINTS * kit.unit, colour, "landmark_name", plate=False)
        spots = spots_round(Middle(x, y, gap), size=label.size(kit), ascent=label.ascent)
        found.append(Wish(label, list(spots)))
    return found


def landmark_boxes(view: MapView, kit: SheetKit) -> list[Box]:
    """Return the room of the squares of landmarks."""
    side = kit.px("landmark")
    return [Box(x - side / 2, y - side / 2, side, side) for (x, y), _ in landmarks_shown(view, kit)]


def area_wishes(
    areas: Sequence[tuple[str, BaseGeometry]], role: str, view: MapView, kit: SheetKit
) -> list[Wish]:
    """Return the wishes of areas, WGS 84, at their poles of inaccessibility."""
    colours, points = kit.styles.base, _AREA_POINTS[role] * kit.unit
    colour = colours["neighbour_label"] if role == "neighbour_name" else colours["zone_label"]
    shapes = view.on_sheet(shape for _, shape in areas)
    window = _window(view)
    found = []
    for (name, _), shape in zip(areas, shapes, strict=True):
        bold = role == "zone_name_small"
        label = Label(name, (name,), points, colour, role, bold=bold, plate=False)
        seen = shapely.make_valid(shape).intersection(window)
        spots = spots_within(seen, size=label.size(kit), ascent=label.ascent)
        found.append(Wish(label, [spot for spot in spots if not spot.leaves_area]))
    return found
