"""Lay out sheets of A3: the district's map, and an atlas with one page a zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo import schema
from geo.crs import WGS84_CRS, project_shapes, spatial_reference
from geo.render.qgis.data_sources import data_source, layer_id
from geo.render.qgis.elements import Element, element, option
from geo.render.qgis.expressions import cases, column, literal
from geo.render.qgis.keys import north_arrow, precision_keys, status_keys
from geo.render.qgis.layers_tree import tree_layer
from geo.render.qgis.layout_items import (
    Box,
    frame,
    grid,
    label,
    legend,
    map_item,
    overview,
    page,
    picture,
    scale_bar,
)
from geo.render.qgis.scales import sheet_scale
from geo.render.qgis.themes import theme_of, theme_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.model import Settings, StyleTable
    from geo.render.qgis.content import MapContent
    from geo.render.qgis.data_sources import ProjectHome

    Bounds = tuple[float, float, float, float]

PAGE = Box(0, 0, 420, 297)
_OUTER, _MAP, _PANEL = Box(10, 26, 312, 256), Box(17, 29, 302, 246), Box(325, 26, 85, 256)
_LEFT, _INNER = _PANEL.x + 4, _PANEL.width - 8
_KEYS_Y, _PLACE_Y, _TABLE_Y = 168.0, 194.0, 240.0
_ROW = 7.0
_MARGIN = 1.04
_LEGEND_LAYERS = (
    schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS, schema.ZONES, schema.DISTRICT
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """What the layouts of a project are made from."""

    content: MapContent
    settings: Settings
    styles: StyleTable
    labels: Mapping[str, Mapping[str, str]]
    home: ProjectHome


def layouts(request: SheetRequest) -> Element:
    """Return the layouts of a project: the sheet of the district, and the atlas."""
    words, settings = request.labels["words"], request.settings
    whole = frame_in_metres(request.content.frame, crs=settings.crs)
    district = _Sheet(
        request,
        name=words["layout_district"],
        title=words["layout_title"].format(district=settings.district),
        number="1",
        extent=_fitted(whole),
        theme=theme_of_all(request.labels),
    )
    title = "[% " + _before_and_after(words["layout_page_title"].format(
        district=settings.district, title="{title}"), "title") + " %]"  # fmt: skip
    atlas = _Sheet(
        request,
        name=words["layout_atlas"],
        title=title,
        number="[% @atlas_featurenumber %] / [% @atlas_totalfeatures %]",
        extent=_fitted(whole),
        theme=theme_of_all(request.labels),
        is_atlas=True,
    )
    return element("Layouts", None, [district.element(), atlas.element()])


def _before_and_after(pattern: str, name: str) -> str:
    before, _, after = pattern.partition("{" + name + "}")
    return f"{literal(before)} || attribute(@atlas_feature, {literal(name)}) || {literal(after)}"


def frame_in_metres(frame_degrees: Bounds, *, crs: str) -> Bounds:
    """Return the extent of a frame of degrees in a projected CRS."""
    # A straight side of degrees is bent in metres: its middle counts, too.
    outline = shapely.segmentize(shapely.box(*frame_degrees), 0.01)
    projected = project_shapes(np.array([outline], dtype=object), crs_from=WGS84_CRS, crs_to=crs)
    west, south, east, north = shapely.bounds(projected[0]).tolist()
    return west, south, east, north


def _fitted(extent: Bounds) -> Bounds:
    """Return the extent of the map at the largest round scale that holds another extent, with its middle."""
    west, south, east, north = extent
    scale = _scale(extent)
    half_width, half_height = _MAP.width * scale / 2000, _MAP.height * scale / 2000
    x, y = (west + east) / 2, (south + north) / 2
    return (
        round(x - half_width, 3),
        round(y - half_height, 3),
        round(x + half_width, 3),
        round(y + half_height, 3),
    )


def _scale(extent: Bounds) -> int:
    west, south, east, north = extent
    return sheet_scale(east - west, north - south, width_mm=_MAP.width, height_mm=_MAP.height)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One layout."""

    request: SheetRequest
    name: str
    title: str
    number: str
    extent: Bounds
    theme: str
    is_atlas: bool = False

    def element(self) -> Element:
        """Return the layout with its items, the lowest first, and its atlas."""
        items = list(self._items())
        for height, item in enumerate(items, start=1):
            item.set("zValue", str(height))
        attributes = {"name": self.name, "units": "mm", "printResolution": 300, "worldFileMap": ""}
        snapping = element("Snapper", {"tolerance": 5, "snapToGrid": 0, "snapToGuides": 1, "snapToItems": 1})
        return element("Layout", attributes, [
            snapping, page(self.name, width=PAGE.width, height=PAGE.height), *reversed(items), self._atlas()
        ])  # fmt: skip

    def _atlas(self) -> Element:
        """Return the atlas over the frames of pages; the layer is never drawn."""
        layer = schema.SHEETS
        return element("Atlas", {
            "enabled": self.is_atlas, "coverageLayer": layer_id(layer.name), "coverageLayerProvider": "ogr",
            "coverageLayerName": self.request.labels["layers"][layer.name],
            "coverageLayerSource": data_source(layer, self.request.home),
            "pageNameExpression": column("title"), "hideCoverage": True,
            "filenamePattern": "coalesce(attribute(@atlas_feature, 'id'), 'page')",
            "sortFeatures": True, "sortKey": column("id"), "sortAscending": True, "filterFeatures": False,
        })  # fmt: skip

    def _items(self) -> Iterator[Element]:
        interface = self.request.styles.interface
        ink = interface["ink"]
        yield self._map()
        yield frame(self.name, "outer", _OUTER, colour=ink, width=0.6)
        yield frame(self.name, "panel", _PANEL, colour=ink, width=0.6)
        yield self._text("title", Box(10, 8, 400, 13), self.title, points=26, bold=True, align="centre")
        if self.is_atlas:
            yield self._text("counts", Box(10, 20.4, 312, 5), self._counts(), points=8.5, soft=True)
        yield from self._legend()
        yield from self._keys()
        yield from self._location()
        yield from self._table()
        yield self._text("footnote", Box(10, 284, 400, 6), self._footnote(), points=8, soft=True)

    def _text(
        self, name: str, box: Box, text: str, *, points: float, bold: bool = False,
        align: str = "left", soft: bool = False,
    ) -> Element:  # fmt: skip
        colour = self.request.styles.interface["second" if soft else "ink"]
        return label(self.name, name, box, text, points=points, colour=colour, bold=bold, align=align)

    def _map(self) -> Element:
        themes = {
            f"attribute(@atlas_feature, 'id') = {literal(zone.id)}": literal(
                theme_of(zone, self.request.labels)
            )
            for zone in self.request.content.zones
        }
        chosen = {
            "dataDefinedMapStylePreset": cases(themes, otherwise=literal(self.theme)),
            "dataDefinedMapScale": cases(self._scales(), otherwise="@map_scale"),
        }
        return map_item(
            self.name, "map", _MAP, self.extent,
            [grid(self.name, colour=self.request.styles.interface["second"])],
            ground=self.request.styles.base["outside"], theme=self.theme,
            by_feature=chosen if self.is_atlas else None,
        )  # fmt: skip

    def _scales(self) -> Mapping[str, str]:
        """Return the scale of each page: the largest round one at which its frame fits."""
        crs = self.request.settings.crs
        return {
            f"attribute(@atlas_feature, 'id') = {literal(zone.id)}": str(
                _scale(frame_in_metres(zone.frame, crs=crs))
            )
            for zone in self.request.content.zones
        }

    def _counts(self) -> str:
        pattern = self.request.labels["words"]["ledger_district"]
        for name in ("tasks", "located", "zone_level", "unplaced"):
            pattern = pattern.replace("{" + name + "}", f"[% attribute(@atlas_feature, '{name}') %]")
        return pattern

    def _legend(self) -> Iterator[Element]:
        words = self.request.labels["words"]
        yield self._text(
            "legend_title", Box(_LEFT, 29, _INNER, 8), words["legend"], points=14, bold=True, align="centre"
        )
        nodes = [tree_layer(layer, self.request.home, self.request.labels) for layer in _LEGEND_LAYERS]
        for layer, node in zip(_LEGEND_LAYERS, nodes, strict=True):
            node.set("checked", "Qt::Checked")
            properties = node.find("customproperties/Option")
            is_task = layer.name.startswith("task_")
            if properties is not None:
                properties.set("type", "Map")
                properties.append(option("legend/title-style", "subgroup" if is_task else "hidden"))
        tree = element("layer-tree-group", None, [*nodes, element("custom-order", {"enabled": False})])
        box = Box(_LEFT, 38, _INNER, 100)
        yield legend(self.name, box, tree, of="map", colour=self.request.styles.interface["ink"], columns=2)

    def _keys(self) -> Iterator[Element]:
        """Yield the keys of status and precision, which hold for every family."""
        labels, styles = self.request.labels, self.request.styles
        words = labels["words"]
        status_words = {**labels["status"], "overdue": words["overdue"]}
        precision_words = {
            "exact": words["legend_exact"],
            "street_point": words["legend_street_point"],
            "area": words["legend_area"],
        }  # fmt: skip
        yield self._text(
            "status", Box(_LEFT, _KEYS_Y, _INNER, 5), words["legend_status"], points=8.5, bold=True
        )
        step = _INNER / 4
        for place, (key, svg) in enumerate(status_keys(styles).items()):
            yield from self._key(
                f"status_{key}", _LEFT + place * step, _KEYS_Y + 5, svg, status_words[key], step
            )
        y = _KEYS_Y + 12
        yield self._text(
            "precision", Box(_LEFT, y, _INNER, 5), words["legend_precision"], points=8.5, bold=True
        )
        step = _INNER / 3
        for place, (key, svg) in enumerate(precision_keys(styles).items()):
            yield from self._key(
                f"precision_{key}", _LEFT + place * step, y + 5, svg, precision_words[key], step
            )

    def _key(self, name: str, x: float, y: float, svg: str, word: str, width: float) -> Iterator[Element]:
        yield picture(self.name, name, Box(x, y, 4.6, 4.6), svg)
        yield self._text(f"{name}_word", Box(x + 5.4, y, width - 5.4, 4.6), word, points=6.5)

    def _location(self) -> Iterator[Element]:
        """Yield the north arrow, the scale and, on a page of a zone, where the page lies."""
        words, styles = self.request.labels["words"], self.request.styles
        y = _PLACE_Y
        yield self._text(
            "north_word", Box(_LEFT, y, 16, 5), words["sheet_north"], points=9, bold=True, align="centre"
        )
        yield picture(self.name, "north", Box(_LEFT, y + 5, 16, 18), north_arrow(styles))
        scale = "1:[% format_number(map_get(item_variables('map'), 'map_scale'), 0) %]"
        yield self._text("scale", Box(_LEFT, y + 26, _INNER, 6), scale, points=11, bold=True, align="centre")
        yield scale_bar(
            self.name, Box(_LEFT + 6, y + 33, _INNER - 12, 9), of="map", colour=styles.interface["ink"]
        )
        if self.is_atlas:
            yield self._inset(Box(_LEFT + 27, y, 50, 24))
            yield self._text(
                "inset_word", Box(_LEFT + 28, y + 0.6, 30, 4), words["sheet_location"], points=6.5
            )

    def _inset(self, box: Box) -> Element:
        west, south, east, north = frame_in_metres(self.request.content.frame, crs=self.request.settings.crs)
        metres_a_mm = max((east - west) / box.width, (north - south) / box.height) * _MARGIN
        x, y = (west + east) / 2, (south + north) / 2
        half_width, half_height = box.width * metres_a_mm / 2, box.height * metres_a_mm / 2
        extent = (
            round(x - half_width, 3),
            round(y - half_height, 3),
            round(x + half_width, 3),
            round(y + half_height, 3),
        )
        styles, words = self.request.styles, self.request.labels["words"]
        found = [overview(self.name, of="map", colour=styles.base["zone_line"])]
        return map_item(self.name, "inset", box, extent, found, ground=styles.base["outside"],
                        theme=words["theme_base"])  # fmt: skip

    def _table(self) -> Iterator[Element]:
        settings, words = self.request.settings, self.request.labels["words"]
        as_of = self.request.content.as_of or settings.report_date
        facts = spatial_reference(settings.crs)
        rows = {
            words["sheet_crs"]: f"{facts.description.replace('Gauss-Kruger', 'GK')}（{facts.authid}）",
            words["sheet_sources"]: words["sheet_source_line"].format(
                district=settings.district, year=as_of.year, month=as_of.month
            ),
            words["sheet_report_date"]: as_of.isoformat(),
            words["sheet_basis"]: words["limits_only_indicative"],
            words["sheet_number"]: self.number,
        }
        ink = self.request.styles.interface["ink"]
        row = (_PANEL.y + _PANEL.height - _TABLE_Y) / len(rows)
        for place, (head, text) in enumerate(rows.items()):
            y = _TABLE_Y + place * row
            yield frame(self.name, f"row_{place}", Box(_PANEL.x, y, _PANEL.width, row), colour=ink, width=0.2)
            yield self._text(f"head_{place}", Box(_PANEL.x, y, 20, row), head, points=7.5, align="centre")
            yield self._text(f"cell_{place}", Box(_PANEL.x + 22, y, _PANEL.width - 24, row), text, points=7.5)
        yield frame(self.name, "heads", Box(_PANEL.x, _TABLE_Y, 20, row * len(rows)), colour=ink, width=0.2)

    def _footnote(self) -> str:
        words = self.request.labels["words"]
        return words["sheet_footnote"]
