"""A folium map as one self-contained file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.render.web.compact import compact_script, compact_style
from geo.render.web.modules import join_modules, reached_from
from geo.render.web.policy import content_policy
from geo.render.web.shell import POLICY_SLOT, OfflinePage

if TYPE_CHECKING:
    import folium

    from geo.render.web.assets import WebAssets

# Leaflet's style sheet names pictures of controls and markers that no page uses, and behaviours of
# old browsers; its script names a source map.
_OUTSIDE_REFERENCE = re.compile(r"[\w-]+\s*:\s*url\([^)]*\)[^;}]*;?")
_ONLINE_ENTRY = "online_main.js"
"""Module from which all others are reached that online bases need."""
SHEET_OF = {"features.css": "feature_main.js"}
"""Sheets that only pages of one entry need."""
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


_NOT_OURS = "page_bytes takes maps of zone_map, index_map and feature_map; any other saves itself"


@dataclass(frozen=True, slots=True)
class InlineTexts:
    """The texts of a page's script and style elements."""

    leaflet_js: str
    leaflet_css: str
    page_js: str
    page_css: str


def page_bytes(folium_map: folium.Map, *, assets: WebAssets) -> bytes:
    """Return the page of a map from ``zone_map`` or ``index_map`` as one HTML file, UTF-8.

    Scripts, styles and data are in the file, and its policy lets run only what it was made with; nothing
    in it points outside but the tiles of online bases, which the reader must choose. The same map and
    assets give the same bytes.
    """
    figure = folium_map.get_root()
    if not isinstance(figure, OfflinePage):
        raise TypeError(_NOT_OURS)
    hosts = figure.picture_hosts
    entries = (figure.entry, _ONLINE_ENTRY) if hosts else (figure.entry,)
    html = figure.render(assets=_inline_texts(assets, entries))
    return html.replace(POLICY_SLOT, content_policy(html, picture_hosts=hosts), 1).encode()


def _inline_texts(assets: WebAssets, entries: tuple[str, ...]) -> InlineTexts:
    sheets = [text for name, text in sorted(assets.sheets.items()) if SHEET_OF.get(name) in (None, *entries)]
    return InlineTexts(
        leaflet_js=_SOURCE_MAP.sub("", assets.leaflet_js),
        leaflet_css=compact_style(_OUTSIDE_REFERENCE.sub("", assets.leaflet_css)),
        page_js=compact_script(join_modules(reached_from(assets.modules, *entries))),
        page_css=compact_style("\n".join(sheets)),
    )
