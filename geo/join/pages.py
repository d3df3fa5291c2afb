"""Lay out the pages: which tasks, limits and frame each one has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from geo.join.extent import Bounds, drawn_places, inside_first, padded_bounds
from geo.join.facts import SEPARATOR
from geo.join.frames import layer
from geo.join.ledger import count_tasks
from geo.join.zones import find_zone, is_district, zone_key, zone_names, zones_of_tasks
from geo.model import MapPage, Place, Settings, TaskLayers, ZoneSetting
from geo.schema import SHEETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from geo.join.facts import Row

LIMITS, PLACES, DISTRICT = "limits", "places", "district"
"""Basis of a frame: what it is the extent of."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is known of the district besides its tasks."""

    settings: Settings
    zones: gpd.GeoDataFrame
    district: gpd.GeoDataFrame
    points: Mapping[str, Place]


def pages(
    layers: TaskLayers,
    *,
    settings: Settings,
    zones_frame: gpd.GeoDataFrame,
    district_frame: gpd.GeoDataFrame,
    zone_points: Mapping[str, Place],
) -> tuple[MapPage, ...]:
    """Divide the layers into pages.

    Parameters
    ----------
    layers
        All tasks; each comes to stand on exactly one page.
    settings
        Every zone that it names has a page, be it without tasks; zones that only the tasks name follow.
    zones_frame, district_frame
        Frames of schema.ZONES and schema.DISTRICT.
    zone_points
        By name of a zone, where it is, for zones of which no limits are published.

    Returns
    -------
    tuple of MapPage
        A zone's frame is the extent of its limits and of its places with their uncertainty; without
        either, its own point; without that, the district. The district's page frames the district.
        The part of a line outside the district does not widen a frame.
    """
    ground = _Ground(settings, zones_frame, district_frame, zone_points)
    in_order = layers.tasks.sort_values(["text_start", "task_id"])["zone"]
    zones = zones_of_tasks(in_order, settings=settings)
    homes = {name: find_zone(name, zones) for name in layers.tasks["zone"].unique()}
    home = layers.tasks["zone"].map(homes)
    return tuple(
        _page(zone, _only(layers, layers.tasks.loc[home == zone, "task_id"]), ground) for zone in zones
    )


def sheets(pages: Sequence[MapPage]) -> gpd.GeoDataFrame:
    """Return the frames of pages as a layer of schema.SHEETS, sorted by id."""
    ordered = sorted(pages, key=lambda page: page.zone.id)
    rows: list[Row] = [
        {
            "id": page.zone.id,
            "name": page.zone.name,
            "title": page.zone.title,
            "basis": page.basis,
            "tasks": page.ledger.tasks,
            "located": page.ledger.located,
            "zone_level": page.ledger.zone_level,
            "unplaced": page.ledger.unplaced,
        }
        for page in ordered
    ]
    return layer(rows, [shapely.box(*page.frame) for page in ordered], SHEETS)


def _page(zone: ZoneSetting, own: TaskLayers, ground: _Ground) -> MapPage:
    """Return the page of a zone that has these tasks."""
    whole = is_district(zone, ground.settings)
    limits = _limits(zone, ground.zones.iloc[:0] if whole else ground.zones)
    basis, frame = _district_frame(own, ground) if whole else _zone_frame(zone, own, limits, ground)
    return MapPage(
        zone=zone, layers=own, limits=limits, frame=frame, ledger=count_tasks(own.tasks), basis=basis
    )


def _only(layers: TaskLayers, task_ids: pd.Series[str]) -> TaskLayers:
    """Return the rows of some tasks."""

    def only(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["task_id"].isin(task_ids)].reset_index(drop=True)

    return TaskLayers(
        tasks=only(layers.tasks),
        points=gpd.GeoDataFrame(only(layers.points)),
        lines=gpd.GeoDataFrame(only(layers.lines)),
        areas=gpd.GeoDataFrame(only(layers.areas)),
        misses=only(layers.misses),
    )


def _limits(zone: ZoneSetting, zones_frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the zone's own row of the limits: the one of its name, else of an alias."""
    keys = zone_names(zone)
    by_name = zones_frame["name"].map(zone_key) == zone_key(zone.name)
    by_alias = (
        zones_frame["aliases"]
        .fillna("")
        .map(lambda aliases: not keys.isdisjoint(map(zone_key, aliases.split(SEPARATOR))))
    )
    chosen = by_name if by_name.any() else by_alias.astype(bool)
    return gpd.GeoDataFrame(zones_frame[chosen.astype(bool)].sort_values("id").head(1).reset_index(drop=True))


def _point_of(zone: ZoneSetting, zone_points: Mapping[str, Place]) -> Place | None:
    keys = zone_names(zone)
    return next((place for name, place in zone_points.items() if zone_key(name) in keys), None)


def _district_frame(own: TaskLayers, ground: _Ground) -> tuple[str, Bounds]:
    """Return the frame of the whole district, and of the points and areas beyond it."""
    geometries, uncertainties = drawn_places(own)
    outline = list(ground.district.geometry)
    shown = [*outline, *inside_first(geometries, outline)]
    return DISTRICT, padded_bounds(shown, [*[0.0] * len(outline), *uncertainties], crs=ground.settings.crs)


def _zone_frame(
    zone: ZoneSetting, own: TaskLayers, limits: gpd.GeoDataFrame, ground: _Ground
) -> tuple[str, Bounds]:
    """Return a zone's frame and what it is the extent of."""
    geometries, uncertainties = drawn_places(own)
    crs = ground.settings.crs
    if geometries or len(limits):
        shown = [*inside_first(geometries, list(ground.district.geometry)), *limits.geometry]
        return _basis(limits), padded_bounds(shown, [*uncertainties, *[0.0] * len(limits)], crs=crs)
    point = _point_of(zone, ground.points)
    if point is None:
        return _district_frame(own, ground)
    return PLACES, padded_bounds([point.geometry], [point.uncertainty_m], crs=crs)


def _basis(limits: gpd.GeoDataFrame) -> str:
    """Tell limits that someone published from an outline drawn around known places."""
    return LIMITS if limits["limits_as_published"].notna().any() else PLACES
