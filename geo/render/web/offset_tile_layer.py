"""A tile layer for any folium map whose tiles are drawn in GCJ-02 or BD-09."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure
from folium.template import Template

from geo.errors import InputError, describe
from geo.model import Datum
from geo.render.web.modules import join_modules

if TYPE_CHECKING:
    from geo.render.web.assets import WebKit

_MODULES = ("datum_shift.js", "offset_tiles.js")
_NAME = "planmap_offset_tiles"


class OffsetTileLayer(folium.TileLayer):
    """Tiles of any datum on a map in WGS 84.

    Amap, Tencent and others draw their tiles in GCJ-02, which lies 100 to 700 m beside WGS 84 and drifts by
    25 to 60 m over 5 to 20 km. Here each tile lies where its own corners belong, so that tiles and data
    agree within 3 px anywhere in view at any zoom.

    Parameters
    ----------
    tiles
        A template such as ``https://tiles.example/{z}/{x}/{y}.png``, or a provider of xyzservices. The grid
        is that of Web Mercator, taken of positions in the datum.
    datum
        In what the tiles are drawn.
    kit
        ``pipeline.read_kit()`` gives one; of it the scripts are taken.
    options
        All else that a ``folium.TileLayer`` takes: ``attr``, ``name``, ``max_zoom``, ``overlay``, ``show``.

    Raises
    ------
    InputError
        The kit has no scripts.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = planmapTiles.offsetTiles("
        "{{ this.tiles|tojson }}, {{ this.datum|tojson }}, {{ this.options|tojavascript }});"
        "{% endmacro %}"
    )

    def __init__(self, tiles: str | dict[str, Any], *, datum: Datum, kit: WebKit, **options: Any) -> None:  # noqa: ANN401 - folium's own
        super().__init__(tiles, **options)
        if kit.assets is None:
            remedy = "give the kit that geo.pipeline.read_kit() returns"
            raise InputError(describe(where="OffsetTileLayer", what="the kit has no scripts", remedy=remedy))
        self.datum = str(Datum(datum))
        self._script = _runtime({name: kit.assets.modules[name] for name in _MODULES})

    def render(self, **kwargs: object) -> str:
        """Put the layer into its page, and what it needs before it, once."""
        figure = self.get_root()
        if isinstance(figure, Figure) and _NAME not in figure.script._children:  # noqa: SLF001 - branca has no other way to ask
            figure.script.add_child(_Script(self._script), name=_NAME)
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]  # folium has no types here


class _Script(Element):
    """A script as it is; branca takes an element's text for a template."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def _runtime(modules: dict[str, str]) -> str:
    named = "globalThis.planmapTiles = { offsetTiles };"
    return f'(() => {{\n"use strict";\n{join_modules(modules)}\n{named}\n}})();'
