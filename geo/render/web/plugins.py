"""What planmap adds to a folium map: each plugin carries its data once and starts one function.

The functions are those of the ES modules in ``geo/assets/web``; ``main.js`` gives them to the page
under one name, ``planmap``. ``TaskLayer``, ``ReportPanel`` and ``Legend`` go into any folium map:
where the map is none of ours, the first of them brings scripts and style along.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from branca.element import Figure, MacroElement
from folium.template import Template

from geo.render.web.embed import packed_bytes, packed_json
from geo.render.web.foreign_map import bring_runtime
from geo.render.web.online_bases import online_base_record
from geo.render.web.records import task_layer_record
from geo.render.web.report_text import report_record
from geo.render.web.shell import OfflinePage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from geo.model import MapPage, OnlineBase, TaskLayers
    from geo.render.web.assets import WebKit
    from geo.render.web.embed import Json
    from geo.render.web.readings import Readings
    from geo.render.web.report_text import ReportText


_QUICK = 6
"""zlib's effort for large blocks: 3 % larger than its best, in a quarter of the time."""


class ScriptPlugin(MacroElement):
    """Call a function of ``planmap`` with the map."""

    function = ""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "planmap.{{ this.function }}({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self, *, kit: WebKit | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types here
        self._name = type(self).__name__
        self._id = "plugin"
        self._kit = kit

    def render(self, **kwargs: object) -> str:
        """Put the plugin into its page; into a page of someone else what it needs goes first."""
        figure = self.get_root()
        if isinstance(figure, Figure) and not isinstance(figure, OfflinePage) and self._parent:
            bring_runtime(figure, into=self._parent.get_name(), kit=self._kit)
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]  # branca has no types here


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

    def __init__(self, data: Json, *, kit: WebKit | None = None) -> None:
        super().__init__(kit=kit)
        self.packed_data = packed_json(data)


class PageFrame(DataPlugin):
    """Style, words, top bar and footer; stands before all others."""

    function = "openPage"


class BaseLayer(DataPlugin):
    """District, neighbours, limits, roads, landmarks and the graticule."""

    function = "addBaseLayer"


class OnlineBases(DataPlugin):
    """Tiles of servers that the reader may choose as the base; until then nobody is asked."""

    function = "addOnlineBases"

    def __init__(self, bases: Sequence[OnlineBase]) -> None:
        super().__init__([online_base_record(base) for base in bases])


class TaskLayer(DataPlugin):
    """Tasks at their places, drawn by family, status and precision; a click on a place tells of it.

    Parameters
    ----------
    layers
        The tasks and their places.
    kit
        Style, words and, for a map that is none of ours, scripts.
    pages
        Pages on which the tasks are, where there are pages.
    lent_deadlines
        Ids of tasks whose last day stands outside their own words.
    readings
        Syllables of characters, for the search by sound.
    """

    function = "addTaskLayer"

    def __init__(
        self,
        layers: TaskLayers,
        *,
        kit: WebKit,
        pages: Sequence[MapPage] = (),
        lent_deadlines: AbstractSet[str] = frozenset(),
        readings: Readings = MappingProxyType({}),
    ) -> None:
        record = task_layer_record(
            pages,
            layers,
            style=kit.style,
            labels=kit.labels,
            lent_deadlines=lent_deadlines,
            readings=readings,
        )
        super().__init__(record, kit=kit)


class ReportPanel(DataPlugin):
    """The report's text with its tasks, places and times marked; text and map lead to each other.

    It stands after the ``TaskLayer`` whose tasks it marks, and on a page of ours before the panel of
    which it becomes a tab.

    Parameters
    ----------
    text
        The report and what became of its places.
    kit
        As the task layer has it.
    tasks
        Ids of tasks: only the sections that hold them are shown. None shows the whole report.
    """

    function = "addReportPanel"

    def __init__(self, text: ReportText, *, kit: WebKit, tasks: Iterable[str] | None = None) -> None:
        super().__init__(report_record(text, tasks=tasks, style=kit.style), kit=kit)


class FeatureLayer(DataPlugin):
    """Any features with list, search and facets, from the bytes of ``feature_block``."""

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<script type="application/gzip" id="{{ this.get_name() }}">{{ this.packed_data }}</script>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "planmap.addFeatures({{ this._parent.get_name() }}, {{ this.get_name()|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, block: bytes) -> None:
        ScriptPlugin.__init__(self)
        self.packed_data = packed_bytes(block, effort=_QUICK)


class FeatureRefusal(DataPlugin):
    """A note in place of a map that holds too much."""

    function = "refuseFeatures"


class TaskPanel(DataPlugin):
    """The list of tasks beside the map, with what could not be placed."""

    function = "addTaskPanel"


class DistrictBoard(DataPlugin):
    """Cards, totals and tables round the map of the index page."""

    function = "addDistrictBoard"


class Legend(ScriptPlugin):
    """Families, status and precision of what the map shows, with counts."""

    function = "addLegend"
