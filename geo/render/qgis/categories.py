"""Write renderers: tasks by family, the map base by what it is; never one symbol for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import Family
from geo.render.qgis.base_symbols import BASE_CATEGORIES, Category
from geo.render.qgis.elements import Element, element
from geo.render.qgis.expressions import MIXED, cases, column, family_key, is_one_of, overdue
from geo.render.qgis.task_symbols import area_symbol, line_symbol, point_symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.render.qgis.style_request import StyleRequest

    Labels = Mapping[str, Mapping[str, str]]


def renderer(request: StyleRequest) -> Element:
    """Return the renderer of a layer with geometry."""
    draw = _TASK_SYMBOLS.get(request.layer.name)
    if draw is None:
        categories, expression = BASE_CATEGORIES[request.layer.name](request)
        return _categorised(expression, categories)
    expression = family_key(request.styles, mixed=request.shown.mixed_places)
    if request.zone is not None:
        others = f"NOT {is_one_of(column('zone'), request.zone.task_zones)}"
        expression = cases({others: "NULL"}, otherwise=expression)
    categories = [
        Category(family.key, family.label, draw(family, request, str(number)))
        for number, family in enumerate(families_of(request))
    ]
    return _categorised(expression, categories)


def families_of(request: StyleRequest) -> Sequence[Family]:
    """Return the families in legend order, and the neutral one where several families meet."""
    styles = request.styles
    mixed = Family(
        key=MIXED,
        label=request.labels["words"]["several_families"],
        categories=(),
        colour=styles.base["mixed"],
        label_colour=styles.base["mixed_label"],
        shape="circle",
    )
    return (*styles.families, mixed) if request.shown.mixed_places else styles.families


def _point(family: Family, request: StyleRequest, name: str) -> Element:
    return point_symbol(family, request.styles, overdue=overdue(request.content.as_of), name=name)


def _line(family: Family, request: StyleRequest, name: str) -> Element:
    return line_symbol(family, request.styles, overdue=overdue(request.content.as_of), name=name)


def _area(family: Family, request: StyleRequest, name: str) -> Element:
    return area_symbol(family, request.styles, name=name)


_TASK_SYMBOLS: Mapping[str, Callable[[Family, StyleRequest, str], Element]] = {
    "task_points": _point,
    "task_lines": _line,
    "task_areas": _area,
}


def _categorised(expression: str, categories: Sequence[Category]) -> Element:
    listed = element(
        "categories",
        None,
        (
            element("category", {"value": kept.value, "label": kept.label, "symbol": n, "render": "true"})
            for n, kept in enumerate(categories)
        ),
    )
    symbols = [kept.symbol for kept in categories]
    for number, drawn in enumerate(symbols):
        drawn.set("name", str(number))
    levels = any(layer.get("pass") != "0" for drawn in symbols for layer in drawn.iter("layer"))
    attributes = {
        "type": "categorizedSymbol", "attr": expression, "symbollevels": levels,
        "forceraster": False, "enableorderby": False, "referencescale": "-1",
    }  # fmt: skip
    parts = [listed, element("symbols", None, symbols), element("rotation"), element("sizescale")]
    return element("renderer-v2", attributes, parts)
