"""Gather what a project shows beyond the columns of its layers: zones, their counts, shared places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import MapPage, StyleTable, TaskLayers


@dataclass(frozen=True, slots=True)
class ZoneContent:
    """A page of the atlas, as a project filters and frames it."""

    id: str
    name: str
    title: str
    frame: tuple[float, float, float, float]
    """West, south, east, north in degrees."""
    task_zones: tuple[str, ...] = ()
    """What the column ``zone`` says of the page's tasks."""
    limits: tuple[str, ...] = ()
    """Id of the zone's row among the published limits, where there is one."""
    zone_level: int = 0
    """Tasks that are only known to lie in the zone."""
    mixed_places: tuple[str, ...] = ()
    """Ids of places where tasks of several families meet."""
    task_roads: tuple[str, ...] = ()
    """Ids of roads that are drawn as tasks."""


@dataclass(frozen=True, slots=True)
class MapContent:
    """What the layers of a build hold; a style made without it fits any rows."""

    as_of: date | None = None
    """Day against which 逾期 is told."""
    zones: tuple[ZoneContent, ...] = ()
    mixed_places: tuple[str, ...] = ()
    """Ids of places where tasks of several families meet."""

    task_roads: tuple[str, ...] = ()
    """Ids of roads that are drawn as tasks."""
    ground_crs: str = ""
    """Projected CRS in which areas are measured; empty where none is known."""

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """West, south, east, north of all pages."""
        west, south, east, north = zip(*(zone.frame for zone in self.zones), strict=True)
        return min(west), min(south), max(east), max(north)


def map_content(
    layers: TaskLayers, pages: Sequence[MapPage], *, styles: StyleTable, as_of: date, ground_crs: str = ""
) -> MapContent:
    """Return what a project must know of the layers and pages of a build."""
    return MapContent(
        as_of=as_of,
        zones=tuple(_zone_content(page, styles) for page in pages),
        mixed_places=_mixed_places(layers, styles),
        task_roads=_task_roads(layers),
        ground_crs=ground_crs,
    )


def _zone_content(page: MapPage, styles: StyleTable) -> ZoneContent:
    return ZoneContent(
        id=page.zone.id,
        name=page.zone.name,
        title=page.zone.title,
        frame=page.frame,
        task_zones=tuple(sorted({page.zone.name, *page.layers.tasks["zone"]})),
        limits=tuple(page.limits["id"]),
        zone_level=page.ledger.zone_level,
        mixed_places=_mixed_places(page.layers, styles),
        task_roads=_task_roads(page.layers),
    )


def _task_roads(layers: TaskLayers) -> tuple[str, ...]:
    return tuple(sorted(set(layers.lines["place_id"])))


def _mixed_places(layers: TaskLayers, styles: StyleTable) -> tuple[str, ...]:
    """Return the places of one layer where tasks of several families meet, sorted."""
    families = {category: family.key for family in styles.families for category in family.categories}
    found: set[str] = set()
    for placed in (layers.points, layers.lines, layers.areas):
        keys = pd.Series(placed["category"].map(families).fillna(styles.families[-1].key))
        counts = keys.groupby(placed["place_id"].to_numpy()).nunique()
        found.update(counts.index[counts > 1])
    return tuple(sorted(found))
