"""A page of any features, up to two hundred thousand: list, search, facets and map over typed arrays."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.crs import WGS84_CRS, project
from geo.errors import LayerError, describe
from geo.render.web.background import surroundings_of
from geo.render.web.feature_block import feature_block
from geo.render.web.feature_classes import classes_of, column_for_colour, no_such_column
from geo.render.web.feature_columns import code_column
from geo.render.web.feature_positions import positions_of
from geo.render.web.online_bases import tile_hosts
from geo.render.web.plugins import BaseLayer, FeatureLayer, OnlineBases, PageFrame
from geo.render.web.readings import readings_record
from geo.render.web.records import frame_record
from geo.render.web.shell import OfflineMap, OfflinePage
from geo.render.web.style_sheet import custom_properties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import folium
    import geopandas as gpd

    from geo.model import OnlineBase, ZoneSetting
    from geo.render.web.assets import WebKit
    from geo.render.web.embed import Json
    from geo.render.web.feature_columns import CodedColumn
    from geo.render.web.heading import ReportHeading
    from geo.render.web.readings import Readings
    from geo.render.web.records import Translations

MOST_FEATURES = 200_000
"""Rows of one page: docs/benchmarks.md has what they cost a browser."""
_TITLE_COLUMNS = ("name", "place", "title", "名称", "名字", "text")
_LABELLED = ("status", "precision", "placed", "kind")
"""Columns whose values the table of labels of the same name translates."""
_EVERYWHERE = (-180.0, -85.0, 180.0, 85.0)
_LEAST_DEGREES = 0.002
"""Of the frame of a single point: 200 m."""


def feature_map(  # noqa: PLR0913 - what a page is made of
    frame: gpd.GeoDataFrame,
    *,
    title: str,
    kit: WebKit,
    source: str = "",
    title_column: str | None = None,
    colour_by: str | None = None,
    line_columns: Sequence[str] = (),
    base: Mapping[str, Json] | None = None,
    heading: ReportHeading | None = None,
    siblings: Sequence[ZoneSetting] = (),
    current: str | None = None,
    readings: Readings = MappingProxyType({}),
    translations: Translations = MappingProxyType({}),
    online_bases: Sequence[OnlineBase] = (),
) -> folium.Map:
    """Return the map of any features, with a list, a search, facets and exports of what is shown.

    Parameters
    ----------
    frame
        Features with their columns, in a CRS that the frame states; they are drawn in WGS 84. Rows without
        geometry are listed and counted.
    title, source
        What the page is called, and what its footer names as the origin.
    kit
        Style and words.
    title_column
        What names a feature in the list; by default name, place, title or the first text.
    colour_by
        What gives a feature colour and symbol; by default category, or the first column with few texts.
    line_columns
        What the second line of a row says; by default what colours it, and columns with few short texts.
    base
        What ``background`` gives; without it the map has a graticule alone.
    heading, siblings, current
        The report that the features are from, the zones of its pages, and the id of this page's own, where
        the page is one of a report.
    readings
        Syllables of characters, for the search by sound.
    translations
        Words in other languages.
    online_bases
        As a zone's page has them.

    Raises
    ------
    LayerError
        There are more than ``MOST_FEATURES``, none, a column is not there, or a geometry cannot be drawn.
    DatumError
        The frame states no CRS.
    """
    where = source or title
    _check_size(len(frame), where)
    drawn = project(frame, WGS84_CRS)
    columns = [
        code_column(drawn[name], name=str(name)) for name in drawn.columns if name != drawn.geometry.name
    ]
    names = [column.name for column in columns]
    shapes = positions_of(drawn.geometry.to_numpy(), where=where)
    colour = column_for_colour(columns, wanted=colour_by, where=where)
    box = _frame_of(drawn)
    facts: dict[str, Json] = {
        "title": title,
        "source": source,
        "frame": list(box),
        "titleColumn": names.index(_title_of(columns, title_column, where)),
        "lineColumns": [names.index(name) for name in line_columns if name in names],
        "statusColumn": names.index("status") if "status" in names else None,
        "colourColumn": names.index(colour.name) if colour else None,
        **classes_of(colour, kit.style),
        "tables": {name: name for name in _LABELLED if name in names},
    }
    characters = "".join(sorted(set().union(*(text for column in columns for text in column.texts))))
    facts["readings"] = readings_record(characters, readings)
    page = OfflinePage(
        title=f"{title} · {kit.labels['words']['product']}",
        custom_properties=custom_properties(kit.style),
        picture_hosts=tile_hosts(online_bases),
        entry="feature_main.js",
    )
    folium_map = OfflineMap(page=page, frame=box)
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
    BaseLayer(base or _no_base(box)).add_to(folium_map)
    if online_bases:
        OnlineBases(online_bases).add_to(folium_map)
    FeatureLayer(feature_block(columns, shapes, facts=facts)).add_to(folium_map)
    return folium_map


def _check_size(count: int, where: str) -> None:
    if count == 0:
        remedy = "give a layer that holds some"
        raise LayerError(describe(where=where, what="holds no feature", remedy=remedy))
    if count > MOST_FEATURES:
        raise LayerError(
            describe(
                where=where,
                what=f"holds more features than the {MOST_FEATURES:,} of one page",
                value=f"{count:,}",
                remedy="open the layer in QGIS or bring it into PostGIS, or make a page of a part of it",
            )
        )


def _title_of(columns: Sequence[CodedColumn], wanted: str | None, where: str) -> str:
    names = [column.name for column in columns]
    if wanted is not None and wanted not in names:
        raise no_such_column(wanted, columns, where=where)
    known = [name for name in (wanted, *_TITLE_COLUMNS) if name in names]
    texts = [column.name for column in columns if column.kind == "text"]
    return str(next(iter([*known, *texts, *names])))


def _frame_of(frame: gpd.GeoDataFrame) -> tuple[float, float, float, float]:
    west, south, east, north = frame.total_bounds
    if not west <= east:
        return _EVERYWHERE
    across, up = (max(0.0, (_LEAST_DEGREES - size) / 2) for size in (east - west, north - south))
    return (float(west - across), float(south - up), float(east + across), float(north + up))


def _no_base(box: tuple[float, float, float, float]) -> dict[str, Json]:
    tables = ("district", "neighbours", "zones", "otherZones", "roads", "landmarks")
    return {"around": [round(side, 4) for side in surroundings_of([box])], **{table: [] for table in tables}}
