"""Order the layers of a project: groups of its tree, the order of drawing, what shows at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo import schema
from geo.render.qgis.data_sources import ProjectHome, data_source, layer_id
from geo.render.qgis.elements import Element, element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.schema import LayerSchema

    Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class LayerGroup:
    """A group of the tree."""

    label: str
    """Key of its name in labels.toml."""
    layers: Sequence[LayerSchema]


GROUPS = (
    LayerGroup("group_zones", (schema.ZONES, schema.SHEETS)),
    LayerGroup(
        "group_tasks",
        (schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS, schema.TASKS, schema.MISSES),
    ),
    LayerGroup("group_roads", (schema.ROADS,)),
    LayerGroup("group_reference", (schema.PLACES, schema.DISTRICT, schema.NEIGHBOURS)),
)
DRAWING_ORDER = (
    schema.TASK_POINTS,
    schema.TASK_LINES,
    schema.TASK_AREAS,
    schema.SHEETS,
    schema.PLACES,
    schema.ROADS,
    schema.ZONES,
    schema.DISTRICT,
    schema.NEIGHBOURS,
)
"""The uppermost first. It is not the tree's: names of places lie over limits, tasks over all."""
HIDDEN = (schema.SHEETS,)
"""A frame of a page is never drawn as a limit; the atlas needs it all the same."""
LISTED = tuple(layer for group in GROUPS for layer in group.layers)


def layers_tree(home: ProjectHome, labels: Labels) -> Element:
    """Return the tree of layers with its groups."""
    order = (
        element("item", text=layer_id(layer.name)) for layer in (*DRAWING_ORDER, schema.TASKS, schema.MISSES)
    )
    return element(
        "layer-tree-group",
        None,
        [
            *(_group(group, home, labels) for group in GROUPS),
            element("custom-order", {"enabled": True}, order),
        ],
    )


def tree_layer(layer: LayerSchema, home: ProjectHome, labels: Labels) -> Element:
    """Return a layer as trees and legends name it."""
    return element(
        "layer-tree-layer",
        {
            "id": layer_id(layer.name),
            "name": labels["layers"][layer.name],
            "source": data_source(layer, home),
            "providerKey": "ogr",
            "checked": "Qt::Unchecked" if layer in HIDDEN else "Qt::Checked",
            "expanded": layer.geometry is not None and layer in GROUPS[1].layers[:2],
            "legend_exp": "",
            "legend_split_behavior": 0,
            "patch_size": "-1,-1",
        },
        [element("customproperties", None, [element("Option")])],
    )


def _group(group: LayerGroup, home: ProjectHome, labels: Labels) -> Element:
    attributes = {"name": labels["words"][group.label], "checked": "Qt::Checked", "expanded": True}
    return element(
        "layer-tree-group", attributes, (tree_layer(layer, home, labels) for layer in group.layers)
    )
