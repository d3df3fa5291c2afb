"""Draw what lies under the tasks: districts, limits, roads, landmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from geo.render.sheet.display import Box, Shape, Stroke, rectangle
from geo.render.sheet.view import area_parts, line_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.view import MapView

LIMITS_DASH = (3.2, 1.2, 0.5, 1.2)
"""Of limits, in millimetres: a long dash and a dot, as administrative lines are drawn."""
OTHER_LIMITS_DASH = (1.6, 1.2)


def ground(view: MapView, kit: SheetKit) -> Iterator[Item]:
    """Draw the paper's ground, the neighbouring districts and the district."""
    colours = kit.styles.base
    yield rectangle(view.box, "outside", fill=colours["outside"])
    neighbours = view.on_sheet(kit.base.neighbours.geometry)
    line = Stroke(colours["neighbour_line"], kit.px("neighbour") * 1.4)
    for shape in view.cut(neighbours):
        yield from _area(shape, "neighbour", fill=colours["neighbour"])
    for shape in view.cut(shapely.boundary(neighbours)):
        yield from _line(shape, "neighbour_line", line)
    district = view.on_sheet(kit.base.district.geometry)
    for shape in view.cut(district):
        yield from _area(shape, "district", fill=colours["district"])
    band = kit.px("district_band")
    for shape in view.cut(shapely.difference(district, shapely.buffer(district, -band))):
        yield from _area(shape, "district_band", fill=colours["district_band"])


def district_line(view: MapView, kit: SheetKit) -> Iterator[Item]:
    """Draw the outline of the district."""
    stroke = Stroke(kit.styles.base["district_line"], kit.px("district") * 1.3)
    for shape in view.cut(shapely.boundary(view.on_sheet(kit.base.district.geometry))):
        yield from _line(shape, "district_line", stroke)


def zone_ground(view: MapView, limits: gpd.GeoDataFrame, kit: SheetKit) -> Iterator[Item]:
    """Draw the ground of a zone whose limits are known."""
    for shape in view.cut(view.on_sheet(limits.geometry)):
        yield from _area(shape, "zone", fill=kit.styles.base["zone"])


def limits_line(
    view: MapView, limits: gpd.GeoDataFrame, kit: SheetKit, *, own: bool = True
) -> Iterator[Item]:
    """Draw limits as a dashed line, those of other areas thinner."""
    colour = kit.styles.base["zone_line"]
    dash = tuple(length * kit.unit for length in (LIMITS_DASH if own else OTHER_LIMITS_DASH))
    width = kit.px("zone") * (1.25 if own else 0.7)
    role = "zone_limits" if own else "other_limits"
    for shape in view.cut(shapely.boundary(view.on_sheet(limits.geometry))):
        yield from _line(shape, role, Stroke(kit.styles.base["casing"], width + 2 * kit.px("task_casing")))
        yield from _line(shape, role, Stroke(colour, width, dash=dash))


def roads(view: MapView, lines: Iterable[BaseGeometry], kit: SheetKit) -> Iterator[Item]:
    """Draw roads on which nothing is done, with their casing."""
    colours = kit.styles.base
    shapes = [shape for shape in view.cut(view.on_sheet(lines)) if not shape.is_empty]
    casing = Stroke(colours["landmark"], kit.px("road_casing") * 0.75, round=True)
    core = Stroke(colours["road"], kit.px("road") * 0.72, round=True)
    for stroke, role in ((casing, "road_casing"), (core, "road")):
        for shape in shapes:
            yield from _line(shape, role, stroke)


def landmarks(view: MapView, kit: SheetKit) -> Iterator[Item]:
    """Draw landmarks as small squares."""
    half = kit.px("landmark") / 2
    for (x, y), _ in landmarks_shown(view, kit):
        box = Box(x - half, y - half, 2 * half, 2 * half)
        yield rectangle(box, "landmark", fill=kit.styles.base["context_label"])


def landmarks_shown(view: MapView, kit: SheetKit) -> list[tuple[tuple[float, float], str]]:
    """Return where the landmarks stand that the map shows, and their names."""
    room = view.box.inset(kit.px("landmark"))
    points = shapely.get_coordinates(shapely.centroid(view.on_sheet(kit.base.landmarks.geometry)))
    return [
        ((x, y), name)
        for (x, y), name in zip(points.tolist(), kit.base.landmarks["name"], strict=True)
        if room.x <= x <= room.right and room.y <= y <= room.bottom
    ]


def _area(shape: BaseGeometry, role: str, *, fill: str) -> Iterator[Item]:
    parts = area_parts(shape)
    if parts:
        yield Shape(parts, role, closed=True, fill=fill)


def _line(shape: BaseGeometry, role: str, stroke: Stroke) -> Iterator[Item]:
    parts = line_parts(shape)
    if parts:
        yield Shape(parts, role, stroke=stroke)
