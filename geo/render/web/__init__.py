"""Task maps as single HTML files that need no network.

``zone_map`` and ``index_map`` return a ``folium.Map``; ``page_bytes`` turns it into the file.
"""

from geo.render.web.assets import WebAssets
from geo.render.web.heading import ReportHeading
from geo.render.web.index_page import index_map
from geo.render.web.page_file import page_bytes
from geo.render.web.report_text import ReportText
from geo.render.web.zone_page import zone_map

__all__ = ["ReportHeading", "ReportText", "WebAssets", "index_map", "page_bytes", "zone_map"]
