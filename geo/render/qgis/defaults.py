"""Say what QGIS fills in where a layer kept by hand is edited, and what it does not let be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.crs import WGS84_CRS
from geo.model import Datum
from geo.render.qgis.elements import Element, element
from geo.render.qgis.expressions import column, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.schema import LayerSchema

_WHO = "coalesce(nullif(@user_full_name, ''), @user_account_name)"
_TODAY = "to_date(now())"
_EACH_EDIT = {"checked_on": _TODAY, "checked_by": _WHO}
_NEW = {"datum_in": literal(Datum.WGS84.value), "landmark": "false"}
_NOT_NULL, _UNIQUE = 1, 2
_HARD = 1
"""The form cannot be closed before it holds."""


def editing_elements(layer: LayerSchema, *, ground_crs: str) -> list[Element]:
    """Return the default values and the constraints of a layer that is edited in QGIS.

    Who and when are set anew by each edit, of a cell or of a geometry, and so is the area of limits.
    A feature that is pasted or split off gets an id of its own, as ids are unique. `ground_crs` is the
    projected CRS in which areas are measured; empty where none is known.
    """
    return [
        element("defaults", None, _defaults(layer, ground_crs)),
        element("constraints", None, _constraints(layer)),
    ]


def _defaults(layer: LayerSchema, ground_crs: str) -> Iterator[Element]:
    new = dict(_NEW)
    if layer.id_prefix:
        new[layer.id_column] = next_id(layer)
    each_edit = dict(_EACH_EDIT)
    if ground_crs:
        each_edit["drawn_area_km2"] = _area_km2(ground_crs)
    for name in layer.column_names:
        expression = each_edit.get(name) or new.get(name)
        if expression:
            yield element(
                "default", {"field": name, "expression": expression, "applyOnUpdate": name in each_edit}
            )


def next_id(layer: LayerSchema) -> str:
    """Return the expression of the id after the highest one of the layer's own, of two digits at least."""
    prefix = layer.id_prefix
    own = f"regexp_match({column(layer.id_column)}, {literal(f'^{prefix}[0-9]+$')})"
    number = f"to_int(substr({column(layer.id_column)}, {len(prefix) + 1}))"
    following = f"coalesce(maximum({number}, filter:={own}), 0) + 1"
    digits = "if(@number < 10, '0', '') || to_string(@number)"
    return f"with_variable('number', {following}, {literal(prefix)} || {digits})"


def _area_km2(crs: str) -> str:
    return f"round(area(transform($geometry, {literal(WGS84_CRS)}, {literal(crs)})) / 1000000, 3)"


def _constraints(layer: LayerSchema) -> Iterator[Element]:
    for kept in layer.columns:
        unique = kept.name == layer.id_column
        if kept.required or unique:
            yield element("constraint", {
                "field": kept.name,
                "constraints": (_NOT_NULL if kept.required else 0) | (_UNIQUE if unique else 0),
                "notnull_strength": _HARD if kept.required else 0,
                "unique_strength": _HARD if unique else 0,
                "exp_strength": 0,
            })  # fmt: skip
