"""Folium's figure and map as one page without anything from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium
from branca.element import Figure
from folium.template import Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.render.web.background import Box

POLICY_SLOT = "policy-of-this-page"
"""Stands in the head until the page's scripts and styles are known."""


class OfflinePage(Figure):
    """A page that carries its scripts and styles; they are handed to ``render`` as ``assets``."""

    _template = Template(
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY_SLOT}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        "<title>{{ this.title|e }}</title>\n"
        "<style>{{ kwargs.assets.leaflet_css }}</style>\n"
        "<style>{{ this.custom_properties }}\n{{ kwargs.assets.page_css }}</style>\n"
        "</head>\n<body>\n"
        "{{ this.html.render(**kwargs) }}\n"
        "<script>{{ kwargs.assets.leaflet_js }}</script>\n"
        '<script type="module">{{ kwargs.assets.page_js }}\n{{ this.script.render(**kwargs) }}</script>\n'
        "</body>\n</html>\n"
    )

    def __init__(
        self,
        *,
        title: str,
        custom_properties: str,
        picture_hosts: Sequence[str] = (),
        entry: str = "main.js",
    ) -> None:
        super().__init__(title=title)
        self.entry = entry
        self.custom_properties = custom_properties
        self.picture_hosts = picture_hosts


class OfflineMap(folium.Map):
    """A folium map without tiles and links, named after what it shows instead of at random."""

    _template = Template(
        """
        {%- macro html(this, kwargs) -%}
        <div id="{{ this.get_name() }}" class="folium-map"></div>
        {%- endmacro -%}
        {%- macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
            center: {{ this.location|tojson }}, ...{{ this.options|tojavascript }} });
        {%- endmacro -%}
        """
    )

    def __init__(self, *, page: OfflinePage, frame: Box) -> None:
        west, south, east, north = frame
        super().__init__(
            location=[(south + north) / 2, (west + east) / 2],
            tiles=None,
            zoom_start=13,
            zoom_control=False,
            zoomSnap=0.25,
            zoomDelta=0.5,
            wheelPxPerZoomLevel=120,
            maxZoom=18,
            attributionControl=False,
        )
        self._id = "page"
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
        page.add_child(self, name=self.get_name())
