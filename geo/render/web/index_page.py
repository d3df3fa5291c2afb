"""The page of the whole district."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from geo.model import TaskLayers
from geo.render.web.assets import WebKit
from geo.render.web.background import background
from geo.render.web.large_page import is_large, large_map
from geo.render.web.online_bases import tile_hosts
from geo.render.web.plugins import (
    BaseLayer,
    DistrictBoard,
    Legend,
    OnlineBases,
    PageFrame,
    ReportPanel,
    TaskLayer,
)
from geo.render.web.records import frame_record, misses_record, page_record
from geo.render.web.shell import OfflineMap, OfflinePage
from geo.render.web.style_sheet import custom_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    import folium
    import geopandas as gpd

    from geo.model import BaseMap, MapPage, OnlineBase, StyleTable
    from geo.render.web.background import Box
    from geo.render.web.heading import ReportHeading
    from geo.render.web.readings import Readings
    from geo.render.web.records import Labels, Translations
    from geo.render.web.report_text import ReportText


def index_map(  # noqa: PLR0913 - what a page is made of
    pages: Sequence[MapPage],
    *,
    base: BaseMap,
    style: StyleTable,
    labels: Labels,
    heading: ReportHeading,
    readings: Readings = MappingProxyType({}),
    translations: Translations = MappingProxyType({}),
    report: ReportText | None = None,
    online_bases: Sequence[OnlineBase] = (),
) -> folium.Map:
    """Return the map of the whole district, with a card for each page and totals over all of them.

    The pages stand in the order of their cards; together they hold each task of the report once.
    ``readings``, ``report`` and ``online_bases`` are as in ``zone_map``; the report is shown whole.
    """
    layers = _joined([page.layers for page in pages])
    frame = _frame_round(pages, base)
    title = labels["words"]["index_title"].replace("{district}", heading.district)
    zones = [page.zone for page in pages]
    limits = _stacked([page.limits for page in pages])
    ground = background(
        base,
        frame=frame,
        limits=limits,
        other_limits=limits.iloc[:0],
        drawn_as_tasks=set(layers.lines["place_id"]),
        source_words=labels["source_words"],
    )
    if is_large(layers):
        return large_map(
            layers,
            title=title,
            current=None,
            frame=frame,
            background=ground,
            kit=WebKit(style, labels),
            heading=heading,
            siblings=zones,
            readings=readings,
            translations=translations,
            online_bases=online_bases,
        )
    folium_map = OfflineMap(
        page=OfflinePage(
            title=f"{title} · {heading.title}",
            custom_properties=custom_properties(style),
            picture_hosts=tile_hosts(online_bases),
        ),
        frame=frame,
    )
    PageFrame(
        frame_record(
            zones, current=None, style=style, labels=labels, heading=heading, translations=translations
        )
    ).add_to(folium_map)
    BaseLayer(ground).add_to(folium_map)
    if online_bases:
        OnlineBases(online_bases).add_to(folium_map)
    TaskLayer(
        layers,
        pages=pages,
        kit=WebKit(style, labels),
        lent_deadlines=heading.lent_deadlines,
        readings=readings,
    ).add_to(folium_map)
    if report is not None:
        ReportPanel(report, tasks=None, kit=WebKit(style, labels)).add_to(folium_map)
    DistrictBoard(
        {
            "frame": list(frame),
            "pages": [page_record(page, district=heading.district) for page in pages],
            "limitsOfPage": {page.zone.id: list(page.limits["id"]) for page in pages},
            "misses": misses_record(layers),
        }
    ).add_to(folium_map)
    Legend().add_to(folium_map)
    return folium_map


def _frame_round(pages: Sequence[MapPage], base: BaseMap) -> Box:
    boxes = np.asarray([base.district.total_bounds, *(page.frame for page in pages)])
    west, south = boxes[:, :2].min(axis=0)
    east, north = boxes[:, 2:].max(axis=0)
    return float(west), float(south), float(east), float(north)


def _joined(layers: Sequence[TaskLayers]) -> TaskLayers:
    return TaskLayers(
        tasks=pd.concat([each.tasks for each in layers], ignore_index=True),
        points=_stacked([each.points for each in layers]),
        lines=_stacked([each.lines for each in layers]),
        areas=_stacked([each.areas for each in layers]),
        misses=pd.concat([each.misses for each in layers], ignore_index=True),
    )


def _stacked(parts: Sequence[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """Put frames below each other; empty ones would change the types of columns."""
    filled = [part for part in parts if len(part)] or list(parts[:1])
    return cast("gpd.GeoDataFrame", pd.concat(filled, ignore_index=True))
