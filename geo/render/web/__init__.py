"""Task maps as single HTML files that need no network.

``zone_map`` and ``index_map`` return a ``folium.Map``; ``page_bytes`` turns it into the file. ``TaskLayer``,
``ReportPanel``, ``Legend`` and ``OffsetTileLayer`` go into a folium map of one's own: docs/notebook.md.
"""

from geo.render.web.assets import WebAssets, WebKit
from geo.render.web.feature_page import MOST_FEATURES, feature_map
from geo.render.web.heading import ReportHeading
from geo.render.web.index_page import index_map
from geo.render.web.offset_tile_layer import OffsetTileLayer
from geo.render.web.page_file import page_bytes
from geo.render.web.plugins import Legend, ReportPanel, TaskLayer
from geo.render.web.report_text import ReportText
from geo.render.web.zone_page import zone_map

__all__ = [
    "MOST_FEATURES",
    "Legend",
    "OffsetTileLayer",
    "ReportHeading",
    "ReportPanel",
    "ReportText",
    "TaskLayer",
    "WebAssets",
    "WebKit",
    "feature_map",
    "index_map",
    "page_bytes",
    "zone_map",
]
