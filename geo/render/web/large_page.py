"""Pages of more placed tasks than a page with an object a task answers at once: one row a task at a place."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from geo.crs import WGS84_CRS
from geo.render.web.feature_page import MOST_FEATURES, feature_map
from geo.render.web.plugins import FeatureRefusal, PageFrame
from geo.render.web.records import frame_record
from geo.render.web.shell import OfflineMap, OfflinePage
from geo.render.web.style_sheet import custom_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    import folium

    from geo.model import OnlineBase, TaskLayers, ZoneSetting
    from geo.render.web.assets import WebKit
    from geo.render.web.background import Box
    from geo.render.web.embed import Json
    from geo.render.web.heading import ReportHeading
    from geo.render.web.readings import Readings
    from geo.render.web.records import Translations

MOST_PLACED_TASKS = 500
"""Beyond so many rows a page is drawn from typed arrays: docs/benchmarks.md has where the two ways cross."""
_COLUMNS = (
    "text",
    "place",
    "zone",
    "unit",
    "category",
    "status",
    "due",
    "quantities",
    "placed",
    "precision",
    "uncertainty_m",
    "source",
    "task_id",
)


def rows_of_tasks(layers: TaskLayers) -> gpd.GeoDataFrame:
    """Return a row a task at a place, and one without geometry for each task that has no place."""
    drawn = [frame for frame in (layers.points, layers.lines, layers.areas) if len(frame)]
    placed = set().union(*(frame["task_id"] for frame in drawn))
    others = layers.tasks[~layers.tasks["task_id"].isin(placed)]
    where = layers.tasks.set_index("task_id")["placed"]
    parts = [pd.DataFrame(frame).assign(placed=frame["task_id"].map(where)) for frame in drawn]
    joined = pd.concat([*parts, others.assign(geometry=None)], ignore_index=True)
    kept = [name for name in _COLUMNS if name in joined and joined[name].notna().any()]
    return gpd.GeoDataFrame(joined[kept], geometry=joined["geometry"].to_numpy(), crs=WGS84_CRS)


def is_large(layers: TaskLayers) -> bool:
    """Say whether the rows of a page are more than ``MOST_PLACED_TASKS``."""
    return (
        max(len(layers.tasks), sum(map(len, (layers.points, layers.lines, layers.areas)))) > MOST_PLACED_TASKS
    )


def large_map(  # noqa: PLR0913 - what a page is made of
    layers: TaskLayers,
    *,
    title: str,
    current: str | None,
    frame: Box,
    background: dict[str, Json],
    kit: WebKit,
    heading: ReportHeading,
    siblings: Sequence[ZoneSetting],
    readings: Readings = MappingProxyType({}),
    translations: Translations = MappingProxyType({}),
    online_bases: Sequence[OnlineBase] = (),
) -> folium.Map:
    """Return the page of very many tasks; one that no browser would hold says where they can be seen."""
    rows = rows_of_tasks(layers)
    if len(rows) > MOST_FEATURES:
        return _refusal(
            len(rows),
            title=title,
            current=current,
            frame=frame,
            kit=kit,
            heading=heading,
            siblings=siblings,
            translations=translations,
        )
    return feature_map(
        rows,
        title=title,
        kit=kit,
        title_column="text",
        line_columns=("place", "unit", "due"),
        base=background,
        heading=heading,
        siblings=siblings,
        current=current,
        readings=readings,
        translations=translations,
        online_bases=online_bases,
    )


def _refusal(
    count: int,
    *,
    title: str,
    current: str | None,
    frame: Box,
    kit: WebKit,
    heading: ReportHeading,
    siblings: Sequence[ZoneSetting],
    translations: Translations,
) -> folium.Map:
    page = OfflinePage(
        title=f"{title} · {kit.labels['words']['product']} · {heading.title}",
        custom_properties=custom_properties(kit.style),
        entry="feature_main.js",
    )
    folium_map = OfflineMap(page=page, frame=frame)
    record = frame_record(
        siblings,
        current=current,
        kind="features",
        style=kit.style,
        labels=kit.labels,
        heading=heading,
        translations=translations,
    )
    PageFrame(record).add_to(folium_map)
    FeatureRefusal({"title": title, "count": count, "most": MOST_FEATURES}).add_to(folium_map)
    return folium_map
