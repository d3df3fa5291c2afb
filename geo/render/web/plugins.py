"""What planmap adds to a folium map: each plugin carries its data once and starts one function.

The functions are those of the ES modules in ``geo/assets/web``; ``main.js`` gives them to the page
under one name, ``planmap``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from branca.element import MacroElement
from folium.template import Template

from geo.render.web.embed import packed_json

if TYPE_CHECKING:
    from geo.render.web.embed import Json


class ScriptPlugin(MacroElement):
    """Call a function of ``planmap`` with the map."""

    function = ""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "planmap.{{ this.function }}({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types here
        self._name = type(self).__name__
        self._id = "plugin"


class DataPlugin(ScriptPlugin):
    """Put data into the page as one packed block and hand it to the function too."""

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<script type="application/gzip" id="{{ this.get_name() }}">{{ this.packed_data }}</script>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "planmap.{{ this.function }}"
        "({{ this._parent.get_name() }}, planmap.readData({{ this.get_name()|tojson }}));"
        "{% endmacro %}"
    )

    def __init__(self, data: Json) -> None:
        super().__init__()
        self.packed_data = packed_json(data)


class PageFrame(DataPlugin):
    """Style, words, top bar and footer; stands before all others."""

    function = "openPage"


class BaseLayer(DataPlugin):
    """District, neighbours, limits, roads, landmarks and the graticule."""

    function = "addBaseLayer"


class TaskLayer(DataPlugin):
    """Tasks at their places, drawn by family, status and precision."""

    function = "addTaskLayer"


class ReportPanel(DataPlugin):
    """The report's text with its tasks, places and times marked; stands before the panel that shows it."""

    function = "addReportPanel"


class TaskPanel(DataPlugin):
    """The list of tasks beside the map, with what could not be placed."""

    function = "addTaskPanel"


class DistrictBoard(DataPlugin):
    """Cards, totals and tables round the map of the index page."""

    function = "addDistrictBoard"


class Legend(ScriptPlugin):
    """Families, status and precision of what the map shows, with counts."""

    function = "addLegend"
