"""Draw the map of a zone: base, limits, tasks, names, grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.errors import InputError, describe
from geo.render.sheet import base_drawing
from geo.render.sheet.display import Box
from geo.render.sheet.label_wishes import (
    area_wishes,
    landmark_boxes,
    landmark_wishes,
    plate_wish,
    road_wishes,
    site_wishes,
    symbol_boxes,
    zone_wish,
)
from geo.render.sheet.labels import Labels, set_labels
from geo.render.sheet.legend import BaseShown
from geo.render.sheet.map_frame import crosses, neat_lines
from geo.render.sheet.paper import SCALES, largest_scale, scale_text
from geo.render.sheet.site_drawing import draw_sites, zone_rim
from geo.render.sheet.view import MapView, frame_in_metres, to_metres

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geo.model import MapPage
    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.sheet_tasks import SheetTask, Site
    from geo.render.sheet.view import Bounds

ROOM_MM = 5.0
"""Between what the map must show and its inner neat line: a symbol fits there."""


_MOST_UNDER_AREA_NAMES = 1
"""On so many lines and hatched areas the name of an area may stand; others of the base stand on none."""


@dataclass(frozen=True, slots=True, eq=False)
class ZoneMap:
    """The map of a sheet, drawn."""

    items: tuple[Item, ...]
    labels: Labels
    shown: BaseShown
    roads: tuple[str, ...]
    """Names of roads on the map that are no tasks."""


def zone_extent(page: MapPage, sites: Sequence[Site], kit: SheetKit) -> Bounds:
    """Return what a zone's map must show, in metres: its limits and its tasks, without any margin.

    Of a line that leaves the district, the part inside counts. Without limits and places it is the
    page's own frame.
    """
    crs = kit.settings.crs
    shapes = list(page.limits.geometry) if page.basis != "district" else list(kit.base.district.geometry)
    metres = [*to_metres(shapes, crs=crs)]
    inside = shapely.union_all(to_metres(kit.base.district.geometry, crs=crs))
    for site, shape in zip(sites, to_metres((site.geometry for site in sites), crs=crs), strict=True):
        if site.dimensions == 1 and shape.intersects(inside):
            shape = shape.intersection(inside)  # noqa: PLW2901 - the part that counts
        grown = shape if site.dimensions == 2 else shapely.buffer(shape, site.uncertainty_m)  # noqa: PLR2004
        metres.append(grown)
    if not metres:
        return frame_in_metres(page.frame, crs=crs)
    west, south, east, north = shapely.total_bounds(np.array(metres, dtype=object)).tolist()
    return west, south, east, north


def zone_view(extent: Bounds, box: Box, kit: SheetKit, *, scale: int | None = None, name: str) -> MapView:
    """Return the window in which an extent stands in the middle, at the largest scale that holds it.

    Raises
    ------
    InputError
        At the scale asked for, or at any of the series, the extent does not fit on the paper.
    """
    west, south, east, north = extent
    room = box.inset(ROOM_MM * kit.unit)
    fits = largest_scale(east - west, north - south, width_mm=room.width, height_mm=room.height)
    paper = f"{kit.paper.size} {kit.paper.orientation}"
    if fits is None:
        what = f"does not fit on {paper} even at {scale_text(SCALES[-1])}"
        remedy = "print it on larger paper, or check its positions"
        raise InputError(describe(where="sheet", what=what, value=name, remedy=remedy))
    if scale is not None and scale < fits:
        what = f"does not fit on {paper} at {scale_text(scale)}"
        remedy = f"take {scale_text(fits)} or larger paper"
        raise InputError(describe(where="sheet", what=what, value=name, remedy=remedy))
    return MapView(
        box, scale or fits, kit.settings.crs, round((west + east) / 2, 1), round((south + north) / 2, 1)
    )


def draw_zone_map(
    page: MapPage, sites: Sequence[Site], tasks: Sequence[SheetTask], view: MapView, kit: SheetKit
) -> ZoneMap:
    """Draw the map of a zone within its neat lines."""
    limits, others = page.limits, _other_limits(page, kit)
    zone_level = [task.number for task in tasks if task.placed == "zone"]
    road_rows = _roads(sites, kit)
    roads = _seen([*road_rows["name"]], view.on_sheet(road_rows.geometry), view)
    labels = _labels(page, sites, zone_level, view, kit, roads=roads, others=others)
    items: list[Item] = [*base_drawing.ground(view, kit), *base_drawing.zone_ground(view, limits, kit)]
    if len(limits) and zone_level:
        items.extend(zone_rim(view, limits, kit))
    items.extend(base_drawing.roads(view, road_rows.geometry, kit))
    items.extend(base_drawing.limits_line(view, others, kit, own=False))
    items.extend(base_drawing.district_line(view, kit))
    items.extend(base_drawing.limits_line(view, limits, kit))
    items.extend(crosses(view, kit, names=[box for _, box in labels.boxes]))
    items.extend(base_drawing.landmarks(view, kit))
    items.extend(draw_sites(view, sites, kit))
    items.extend(labels.items)
    items.extend(neat_lines(view, kit))
    return ZoneMap(
        tuple(items), labels, _shown(items, zone_level), tuple(dict.fromkeys(name for name, _ in roads))
    )


def _labels(
    page: MapPage,
    sites: Sequence[Site],
    zone_level: Sequence[int],
    view: MapView,
    kit: SheetKit,
    *,
    roads: Sequence[tuple[str, BaseGeometry]],
    others: gpd.GeoDataFrame,
) -> Labels:
    """Place names: those of tasks and of the zone first, then what there is room for."""
    zone = shapely.union_all(view.on_sheet(page.limits.geometry)) if len(page.limits) else None
    edges = [shape.boundary for shape in view.on_sheet((*page.limits.geometry, *others.geometry))]
    task_lines = list(view.on_sheet(site.geometry for site in sites if site.dimensions == 1))
    wishes = [*site_wishes(view, sites, kit), *plate_wish(zone_level, zone, view, kit)]
    if zone is not None:
        wishes.append(zone_wish(page.zone.title, zone, view, kit))
    lines = [*task_lines, *edges, *(shape for _, shape in roads)]
    marks = symbol_boxes(view, sites, kit)
    first = set_labels(wishes, view, kit, taken=marks, lines=lines)
    around = [
        *road_wishes(roads, view, kit),
        *landmark_wishes(view, kit),
        *area_wishes(_named(kit.base.neighbours), "neighbour_name", view, kit),
    ]
    within = area_wishes(_named(others), "area_name", view, kit)
    taken = [*marks, *landmark_boxes(view, kit), *(box for _, box in first.boxes), *_line_boxes(task_lines)]
    lines += _busy(sites, view, kit)
    clear = set_labels([*around, *within], view, kit, taken=taken, lines=lines, most_lines=0)
    missing = [wish for wish in within if wish.label in clear.left_out]
    taken += [box for _, box in clear.boxes]
    rest = set_labels(missing, view, kit, taken=taken, lines=lines, most_lines=_MOST_UNDER_AREA_NAMES)
    return Labels(
        (*clear.items, *rest.items, *first.items),
        (*first.boxes, *clear.boxes, *rest.boxes),
        first.left_out,
    )


def _busy(sites: Sequence[Site], view: MapView, kit: SheetKit) -> list[BaseGeometry]:
    """Return what names of the base rather do not stand on, besides lines: outlines, hatched areas."""
    hatched = view.on_sheet(site.geometry for site in sites if site.dimensions == 2)  # noqa: PLR2004
    outlines = view.on_sheet((*kit.base.district.geometry, *kit.base.neighbours.geometry))
    return [*hatched, *(shape.boundary for shape in outlines)]


def _named(areas: gpd.GeoDataFrame) -> list[tuple[str, BaseGeometry]]:
    return [*zip(areas["name"], areas.geometry, strict=True)]


def _line_boxes(lines: Sequence[BaseGeometry]) -> list[Box]:
    """Return small boxes along lines, which names of the base keep off."""
    step, half = 1.5, 0.8
    parts = [part for line in lines for part in shapely.get_parts(line)]
    at = [part.interpolate(np.arange(0, part.length, step)) for part in parts]
    rows = [row for points in at for row in shapely.get_coordinates(points).tolist()]
    return [Box(x - half, y - half, 2 * half, 2 * half) for x, y in rows]


def _other_limits(page: MapPage, kit: SheetKit) -> gpd.GeoDataFrame:
    """Return published limits besides the page's own."""
    zones = kit.base.zones
    return zones[~zones["id"].isin(page.limits["id"])].reset_index(drop=True)


def _roads(sites: Sequence[Site], kit: SheetKit) -> gpd.GeoDataFrame:
    """Return the roads on which the sheet has no task."""
    drawn = {site.place_id for site in sites}
    roads = kit.base.roads
    return roads[~roads["id"].isin(drawn)].reset_index(drop=True)


def _seen(
    names: Sequence[str], shapes: Iterable[BaseGeometry], view: MapView
) -> list[tuple[str, BaseGeometry]]:
    window = shapely.box(view.box.x, view.box.y, view.box.right, view.box.bottom)
    return [(name, shape) for name, shape in zip(names, shapes, strict=True) if shape.intersects(window)]


def _shown(items: Sequence[Item], zone_level: Sequence[int]) -> BaseShown:
    roles = {item.role for item in items}
    return BaseShown(
        zone_limits="zone_limits" in roles,
        other_limits="other_limits" in roles,
        district="district_line" in roles,
        neighbours="neighbour" in roles,
        roads="road" in roles,
        landmarks="landmark" in roles,
        zone_level=len(zone_level) if "zone_rim" in roles else 0,
    )
