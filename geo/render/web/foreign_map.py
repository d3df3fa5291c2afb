"""Bring what our plugins need into a folium map that someone else has made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from branca.element import Element
from folium.template import Template

from geo.errors import InputError, describe
from geo.render.web.embed import packed_json
from geo.render.web.modules import join_modules, reached_from
from geo.render.web.page_file import SHEET_OF
from geo.render.web.records import page_labels
from geo.render.web.style_sheet import custom_properties, style_record

if TYPE_CHECKING:
    from branca.element import Figure

    from geo.render.web.assets import WebAssets, WebKit
    from geo.render.web.embed import Json

_ENTRIES = ("main.js", "online_main.js")
"""Modules from which all that such maps need is reached."""
NAME = "planmap_runtime"
_FRAME = "planmap_frame"
_BODY = re.compile(r"^body \{", re.MULTILINE)
_HOST = """
.planmap { position: absolute; inset: 0; z-index: 990; height: auto; background: none; pointer-events: none; }
.planmap > * { pointer-events: auto; }
.planmap > .popup-leader { pointer-events: none; }
.planmap > .legend { bottom: 28px; }
"""
"""Our elements stand in one of their own over the map, which lets the pointer through."""


class _Text(Element):
    """Text that stands in the page as it is; branca takes an element's text for a template."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def bring_runtime(figure: Figure, *, into: str, kit: WebKit | None) -> None:
    """Put style, scripts and words into a page, once.

    Parameters
    ----------
    figure
        The page.
    into
        Name of the map's variable in its script.
    kit
        What is brought; the first plugin of a map must have it.

    Raises
    ------
    InputError
        The first plugin of the map has no scripts.
    """
    if NAME in figure.script._children:  # noqa: SLF001 - branca has no other way to ask
        return
    if kit is None or kit.assets is None:
        remedy = "add a TaskLayer with a kit that has assets first; pipeline.read_for_notebook gives one"
        raise InputError(describe(where="folium map", what="has no scripts of planmap", remedy=remedy))
    record: dict[str, Json] = {
        "kind": "map",
        "current": None,
        "style": style_record(kit.style),
        "labels": page_labels(kit.labels),
        "translations": {},
        "heading": {},
        "zones": [],
    }
    style = f"{custom_properties(kit.style)}\n{_sheet(kit.assets)}"
    figure.header.add_child(_Text(f"<style>{style}</style>"), name=NAME)
    block = f'<script type="application/gzip" id="{_FRAME}">{packed_json(record)}</script>'
    figure.html.add_child(_Text(block), name=NAME)
    script = f'(() => {{\n"use strict";\n{join_modules(reached_from(kit.assets.modules, *_ENTRIES))}\n}})();'
    start = f'planmap.openInMap({into}, planmap.readData("{_FRAME}"));'
    figure.script.add_child(_Text(f"{script}\n{start}"), name=NAME)


def _sheet(assets: WebAssets) -> str:
    """Return our style sheets for what stands in our element, and for nothing else of the page."""
    sheets = "\n".join(text for name, text in sorted(assets.sheets.items()) if name not in SHEET_OF)
    return f".planmap {{\n{_BODY.sub('& {', sheets)}\n}}\n{_HOST}"
