"""Lay out the pages: which tasks, limits and frame each one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from geo.join.extent import Bounds, drawn_places, padded_bounds
from geo.join.facts import SEPARATOR
from geo.join.frames import layer
from geo.join.ledger import count_tasks
from geo.join.zones import find_zone, is_district, zone_key, zone_names, zones_of_tasks
from geo.model import MapPage, Place, Settings, TaskLayers, ZoneSetting
from geo.schema import SHEETS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from geo.join.facts import Row

LIMITS, PLACES, DISTRICT = "limits", "places", "district"
"""Basis of a frame: what it is the extent of."""


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
    """
    in_order = layers.tasks.sort_values(["text_start", "task_id"])["zone"]
    zones = zones_of_tasks(in_order, settings=settings)
    homes = {name: find_zone(name, zones) for name in layers.tasks["zone"].unique()}
    home_ids = layers.tasks["zone"].map(lambda name: getattr(homes[name], "id", None))
    made = []
    for zone in zones:
        own = _only(layers, set(layers.tasks.loc[home_ids == zone.id, "task_id"]))
        whole = is_district(zone, settings)
        limits = _limits(zone, zones_frame.iloc[:0] if whole else zones_frame)
        basis, frame = _frame(
            own,
            district_frame if whole else limits,
            _point_of(zone, zone_points),
            district_frame,
            settings.crs,
        )
        made.append(
            MapPage(
                zone=zone,
                layers=own,
                limits=limits,
                frame=frame,
                ledger=count_tasks(own.tasks),
                basis=DISTRICT if whole else basis,
            )
        )
    return tuple(made)


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


def _only(layers: TaskLayers, task_ids: Collection[str]) -> TaskLayers:
    """Return the rows of some tasks."""

    def only(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["task_id"].isin(list(task_ids))].reset_index(drop=True)

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


def _frame(
    own: TaskLayers,
    limits: gpd.GeoDataFrame,
    point: Place | None,
    district_frame: gpd.GeoDataFrame,
    crs: str,
) -> tuple[str, Bounds]:
    """Return a zone's frame and what it is the extent of."""
    geometries, uncertainties = drawn_places(own)
    geometries += list(limits.geometry)
    uncertainties += [0.0] * len(limits)
    if geometries:
        return _basis(limits), padded_bounds(geometries, uncertainties, crs=crs)
    if point is not None:
        return PLACES, padded_bounds([point.geometry], [point.uncertainty_m], crs=crs)
    return DISTRICT, padded_bounds(list(district_frame.geometry), [0.0] * len(district_frame), crs=crs)


def _basis(limits: gpd.GeoDataFrame) -> str:
    """Tell limits that someone published from an outline drawn around known places."""
    published = "limits_as_published" in limits.columns and limits["limits_as_published"].notna().any()
    return LIMITS if published else PLACES
