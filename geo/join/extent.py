"""Measure the rectangle that a page must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.crs import WGS84_CRS, project_shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.model import TaskLayers

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

PADDING = 0.04
"""Share of the longer side that is left free around what a page must show."""
MIN_PADDING_M = 150.0
MIN_SIDE_M = 2000.0
"""Around a single point a page shows so much at least, or nobody can tell where it is."""
_DECIMALS = 6
"""A tenth of a metre: enough for a frame."""


def padded_bounds(
    geometries: Sequence[BaseGeometry], uncertainties_m: Sequence[float], *, crs: str
) -> Bounds:
    """Return the bounds of geometries, each with its uncertainty around it, and some room.

    Parameters
    ----------
    geometries
        WGS 84, at least one.
    uncertainties_m
        One a geometry; 0 where the geometry is the uncertainty's own circle.
    crs
        Projected CRS in which the metres are added.
    """
    shapes = np.empty(len(geometries), dtype=object)
    shapes[:] = list(geometries)
    metres = project_shapes(shapes, crs_from=WGS84_CRS, crs_to=crs)
    bounds = shapely.bounds(metres) + np.outer(np.asarray(uncertainties_m, dtype=float), (-1, -1, 1, 1))
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    room = max(PADDING * max(east - west, north - south), MIN_PADDING_M)
    wide, high = (max(room, (MIN_SIDE_M - side) / 2) for side in (east - west, north - south))
    frame = np.array([shapely.box(west - wide, south - high, east + wide, north + high)], dtype=object)
    degrees = shapely.bounds(project_shapes(frame, crs_from=crs, crs_to=WGS84_CRS))[0]
    west, south, east, north = (round(float(side), _DECIMALS) for side in degrees)
    return west, south, east, north


def inside_first(geometries: Sequence[BaseGeometry], outline: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Cut what lies outside an outline off the lines that cross it; nothing else is changed.

    A ring road leaves the district by far: the page draws it whole, but its frame is of the part inside.
    """
    inside = shapely.union_all(list(outline))
    shapely.prepare(inside)

    def part_inside(geometry: BaseGeometry) -> BaseGeometry:
        is_line = shapely.get_dimensions(geometry) == 1
        return geometry.intersection(inside) if is_line and geometry.intersects(inside) else geometry

    return [part_inside(geometry) for geometry in geometries]


def drawn_places(layers: TaskLayers) -> tuple[list[BaseGeometry], list[float]]:
    """Return what the layers draw, and the uncertainty that lies around each.

    Areas carry theirs inside: they are its circle, or the limits of a zone.
    """
    geometries = [*layers.points.geometry, *layers.lines.geometry, *layers.areas.geometry]
    uncertainties = [*layers.points["uncertainty_m"], *layers.lines["uncertainty_m"]]
    return geometries, [*map(float, uncertainties), *[0.0] * len(layers.areas)]
