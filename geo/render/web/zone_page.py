"""The page of one management zone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.render.web.assets import WebKit
from geo.render.web.background import background
from geo.render.web.large_page import is_large, large_map
from geo.render.web.online_bases import tile_hosts
from geo.render.web.plugins import (
    BaseLayer,
    Legend,
    OnlineBases,
    PageFrame,
    ReportPanel,
    TaskLayer,
    TaskPanel,
)
from geo.render.web.records import frame_record, misses_record, page_record
from geo.render.web.shell import OfflineMap, OfflinePage
from geo.render.web.style_sheet import custom_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    import folium
    import geopandas as gpd

    from geo.model import BaseMap, MapPage, OnlineBase, StyleTable, ZoneSetting
    from geo.render.web.heading import ReportHeading
    from geo.render.web.readings import Readings
    from geo.render.web.records import Labels, Translations
    from geo.render.web.report_text import ReportText


def zone_map(  # noqa: PLR0913 - what a page is made of
    page: MapPage,
    *,
    base: BaseMap,
    style: StyleTable,
    labels: Labels,
    heading: ReportHeading,
    siblings: Sequence[ZoneSetting] = (),
    readings: Readings = MappingProxyType({}),
    report: ReportText | None = None,
    translations: Translations = MappingProxyType({}),
    online_bases: Sequence[OnlineBase] = (),
) -> folium.Map:
    """Return the map of one management zone, or of all district-wide offices.

    Parameters
    ----------
    page
        Tasks, limits and frame of the page. A page without limits is given no drawn limit.
    base
        The map base; only what lies round the frame goes into the page.
    style, labels
        The style table, and Chinese words by table and key.
    heading
        Which report this is.
    siblings
        The zones of all pages in order, this one included: the menu of pages, whose links are
        ``<zone id>.html`` in the same folder.
    readings
        Syllables of characters, for the search by sound. Without them a search finds what is written.
    report
        The report, to be read beside the map: the sections of the page's tasks, all of them on the page of
        the whole district. Without it the page has no such tab.
    translations
        Words in other languages, for a switch in the top bar; without them there is none.
    online_bases
        Tiles of servers that the reader may choose instead of the page's own base; without them the page
        asks for nothing.
    """
    kit = WebKit(style, labels)
    whole_district = page.zone.name == heading.district
    title = f"{page.zone.title} · {labels['words']['product']} · {heading.title}"
    ground = background(
        base,
        frame=page.frame,
        limits=page.limits,
        other_limits=_limits_of(siblings, base) if whole_district else base.zones.iloc[:0],
        drawn_as_tasks=set(page.layers.lines["place_id"]),
        source_words=labels["source_words"],
    )
    if is_large(page.layers):
        return large_map(
            page.layers,
            title=page.zone.title,
            current=page.zone.id,
            frame=page.frame,
            background=ground,
            kit=kit,
            heading=heading,
            siblings=siblings,
            readings=readings,
            translations=translations,
            online_bases=online_bases,
        )
    folium_map = OfflineMap(
        page=OfflinePage(
            title=title,
            custom_properties=custom_properties(style),
            picture_hosts=tile_hosts(online_bases),
        ),
        frame=page.frame,
    )
    PageFrame(
        frame_record(
            siblings,
            current=page.zone.id,
            style=style,
            labels=labels,
            heading=heading,
            translations=translations,
        )
    ).add_to(folium_map)
    BaseLayer(ground).add_to(folium_map)
    if online_bases:
        OnlineBases(online_bases).add_to(folium_map)
    TaskLayer(
        page.layers, pages=[page], kit=kit, lent_deadlines=heading.lent_deadlines, readings=readings
    ).add_to(folium_map)
    if report is not None:
        tasks = None if whole_district else page.layers.tasks["task_id"]
        ReportPanel(report, tasks=tasks, kit=kit).add_to(folium_map)
    TaskPanel(
        {"page": page_record(page, district=heading.district), "misses": misses_record(page.layers)}
    ).add_to(folium_map)
    Legend().add_to(folium_map)
    return folium_map


def _limits_of(zones: Sequence[ZoneSetting], base: BaseMap) -> gpd.GeoDataFrame:
    names = {name for zone in zones for name in (zone.name, *zone.aliases)}
    return base.zones[base.zones["name"].isin(names)]
