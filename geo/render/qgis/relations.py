"""Relate layers: a task and the places it lies at, a place and the tasks that lie at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo import schema
from geo.render.qgis.data_sources import layer_id
from geo.render.qgis.elements import Element, element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.schema import LayerSchema


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows of one layer that belong to a row of another, by equal values."""

    referencing: str
    column: str
    referenced: str
    key: str

    @property
    def id(self) -> str:
        """Id of the relation, such as ``task_points_of_tasks``."""
        return f"{self.referencing}_of_{self.referenced}"


_PLACED = (schema.TASK_POINTS.name, schema.TASK_LINES.name, schema.TASK_AREAS.name)
_AT = {
    schema.PLACES.name: (schema.TASK_POINTS.name, schema.TASK_AREAS.name),
    schema.ROADS.name: (schema.TASK_LINES.name, schema.TASK_POINTS.name, schema.TASK_AREAS.name),
    schema.ZONES.name: (schema.TASK_AREAS.name,),
}
"""Where the tasks of a kept place come to lie: a point that is only roughly known becomes an area."""

RELATIONS: Sequence[Relation] = (
    *(Relation(placed, "task_id", schema.TASKS.name, "task_id") for placed in _PLACED),
    Relation(schema.MISSES.name, "task_id", schema.TASKS.name, "task_id"),
    *(Relation(placed, "place_id", kept, "id") for kept, placed_in in _AT.items() for placed in placed_in),
)


def relations_of(layer: LayerSchema) -> tuple[Relation, ...]:
    """Return the relations in which other layers' rows belong to this one's."""
    return tuple(relation for relation in RELATIONS if relation.referenced == layer.name)


def task_relation(layer: LayerSchema) -> Relation | None:
    """Return the relation that leads from a row of the layer to its task, or None."""
    to_task = (kept for kept in RELATIONS if kept.referencing == layer.name)
    return next((kept for kept in to_task if kept.referenced == schema.TASKS.name), None)


def relation_elements(names: dict[str, str]) -> Element:
    """Return all relations; `names` has the layers' titles."""
    return element("relations", None, (_relation(relation, names) for relation in RELATIONS))


def _relation(relation: Relation, names: dict[str, str]) -> Element:
    attributes = {
        "id": relation.id,
        "name": f"{names[relation.referenced]} → {names[relation.referencing]}",
        "referencingLayer": layer_id(relation.referencing),
        "referencedLayer": layer_id(relation.referenced),
        "strength": "Association",
    }
    pair = {"referencingField": relation.column, "referencedField": relation.key}
    return element("relation", attributes, [element("fieldRef", pair)])
