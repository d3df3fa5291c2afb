"""Write spatial bookmarks: one a zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.crs import WGS84_CRS
from geo.render.qgis.elements import Element, as_text, element
from geo.render.qgis.spatial_reference import spatial_reference_element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.render.qgis.content import MapContent, ZoneContent


def bookmarks(content: MapContent, labels: Mapping[str, Mapping[str, str]]) -> Element:
    """Return a bookmark a zone, in one group."""
    group = labels["words"]["group_zones"]
    return element("Bookmarks", None, (_bookmark(zone, group) for zone in content.zones))


def _bookmark(zone: ZoneContent, group: str) -> Element:
    west, south, east, north = (as_text(part) for part in zone.frame)
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    outline = ", ".join(" ".join(corner) for corner in corners)
    attributes = {"id": zone.id, "name": zone.title, "group": group, "extent": f"POLYGON(({outline}))"}
    return element("Bookmark", attributes, [spatial_reference_element(WGS84_CRS)])
