"""Write forms and tables of attributes: Chinese names, value maps, tabs, the tip over a feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo import schema
from geo.render.qgis.data_sources import layer_id
from geo.render.qgis.elements import Element, element, options
from geo.render.qgis.expressions import column, escaped, literal
from geo.render.qgis.relations import relations_of, task_relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.render.qgis.relations import Relation
    from geo.schema import Column, LayerSchema

    Labels = Mapping[str, Mapping[str, str]]

TASK_TAB = (
    "task_id", "text", "zone", "unit", "category", "status", "due", "due_alternative", "interval_start",
    "interval_end", "quantities", "hedge", "condition", "list_named", "list_total", "places", "placed",
    "reason",
)  # fmt: skip
PLACE_TAB = (
    "id", "name", "title", "code", "place", "place_id", "aliases", "kind", "within", "landmark",
    "precision", "uncertainty_m", "basis", "tasks", "located", "zone_level", "unplaced",
    "limits_as_published", "published_area_km2", "drawn_area_km2", "lon", "lat", "candidates", "would_place",
)  # fmt: skip
_VALUE_TABLES = {
    "status": "status", "precision": "precision", "placed": "placed", "kind": "kind", "basis": "basis",
}  # fmt: skip
_REASONS = {"tasks": "task_reason", "misses": "miss_reason"}
_LONG_TEXTS = ("text", "limits_as_published", "source_detail", "would_place", "note", "quantities")


def attribute_elements(
    layer: LayerSchema, labels: Labels, *, in_project: bool, derived: bool
) -> list[Element]:
    """Return what a layer's style says of its columns.

    `in_project` where the layers that relations lead to are there; `derived` where a build writes the
    layer anew, so that its cells are not for editing.
    """
    names = layer.column_names
    fields = (_field(layer, kept, labels, in_project=in_project) for kept in layer.columns)
    editable = (element("field", {"name": name, "editable": not derived}) for name in names)
    sorting = {"actionWidgetStyle": "dropDown", "sortExpression": "", "sortOrder": 0}
    return [
        element("fieldConfiguration", None, fields),
        element("aliases", None, (
            element("alias", {"field": name, "index": n, "name": labels["columns"][name]})
            for n, name in enumerate(names))),
        element("attributetableconfig", sorting, [
            element("columns", None, (
                element("column", {"type": "field", "name": name, "hidden": False, "width": _width(name)})
                for name in names))]),
        element("editorlayout", text="tablayout"),
        _form(layer, labels, in_project=in_project),
        element("editable", None, editable),
        element("previewExpression", text=_preview(layer)),
        element("mapTip", text=map_tip(layer, labels)),
    ]  # fmt: skip


def map_tip(layer: LayerSchema, labels: Labels) -> str:
    """Return the tip over a feature: a task's sentence and facts, or what a place is known from."""
    words, columns = labels["words"], labels["columns"]
    if "text" in layer.column_names:
        status = _in_words("status", labels)
        day = f"format_date({column('due')}, 'yyyy-MM-dd')"
        due = f"if({column('due')} IS NULL, {literal(words['no_due'])}, {day})"
        head = column("place") if "place" in layer.column_names else column("task_id")
        facts = " · ".join(
            f"[% {part} %]" for part in (escaped(column("unit")), escaped(column("category")), status, due)
        )
        return f"<b>[% {escaped(head)} %]</b><p>[% {escaped(column('text'))} %]</p><p>{facts}</p>"
    shown = [
        name
        for name in ("kind", "limits_as_published", "precision", "uncertainty_m", "source")
        if name in layer.column_names
    ]
    lines = "".join(f"<br>{columns[name]}：[% {_in_words(name, labels)} %]" for name in shown)
    return f"<b>[% {escaped(column(_naming_column(layer)))} %]</b>{lines}"


def _in_words(name: str, labels: Labels) -> str:
    """Return a column's value as its Chinese word, or as it is where it has none."""
    if name not in _VALUE_TABLES:
        return escaped(f"to_string({column(name)})")
    table = labels[_VALUE_TABLES[name]]
    pairs = ", ".join(f"{literal(value)}, {literal(word)}" for value, word in table.items())
    return escaped(f"coalesce(map_get(map({pairs}), {column(name)}), {column(name)})")


def _naming_column(layer: LayerSchema) -> str:
    return next(
        (name for name in ("name", "place", "task_id") if name in layer.column_names), layer.column_names[0]
    )


def _preview(layer: LayerSchema) -> str:
    if "text" in layer.column_names:
        return f"{column('task_id')} || ' ' || left({column('text')}, 30)"
    return column(_naming_column(layer))


def _width(name: str) -> int:
    return 420 if name == "text" else -1


def _field(layer: LayerSchema, kept: Column, labels: Labels, *, in_project: bool) -> Element:
    kind, config = _widget(layer, kept, labels, in_project=in_project)
    widget = element("editWidget", {"type": kind}, [element("config", None, [config])])
    return element("field", {"name": kept.name, "configurationFlags": "None"}, [widget])


def _widget(layer: LayerSchema, kept: Column, labels: Labels, *, in_project: bool) -> tuple[str, Element]:
    relation = task_relation(layer) if in_project and kept.name == "task_id" else None
    if relation is not None:
        return "RelationReference", options({
            "Relation": relation.id, "ShowForm": True, "AllowNULL": True, "ReadOnly": True,
            "ReferencedLayerId": layer_id(relation.referenced),
        })  # fmt: skip
    words = value_words(layer, kept, labels)
    if words:
        pairs = element("Option", {"type": "List"}, (options({word: value}) for value, word in words.items()))
        return "ValueMap", options({"map": pairs})
    match kept.type:
        case schema.Type.DATE:
            return "DateTime", options({
                "display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd", "field_iso_format": False,
                "calendar_popup": True, "allow_null": True,
            })  # fmt: skip
        case schema.Type.FLAG:
            return "CheckBox", options({"TextDisplayMethod": 0})
        case _:
            return "TextEdit", options({"IsMultiline": kept.name in _LONG_TEXTS, "UseHtml": False})


def value_words(layer: LayerSchema, kept: Column, labels: Labels) -> Mapping[str, str]:
    """Return the words of a column's values; empty where any value may stand in it.

    The status of limits is a sentence, that of a task one of three values: the schema tells.
    """
    if kept.name == "status" and not kept.allowed:
        return {}
    table = _REASONS.get(layer.name, "") if kept.name == "reason" else _VALUE_TABLES.get(kept.name, "")
    known = labels.get(table, {})
    return {value: known[value] for value in kept.allowed} if kept.allowed and known else known


def _form(layer: LayerSchema, labels: Labels, *, in_project: bool) -> Element:
    return element("attributeEditorForm", None, _tabs(layer, labels, in_project=in_project))


def _tabs(layer: LayerSchema, labels: Labels, *, in_project: bool) -> Iterator[Element]:
    words = labels["words"]
    names = layer.column_names
    if "text" in names:
        yield _tab(words["form_task"], layer, [name for name in TASK_TAB if name in names])
        place = [name for name in PLACE_TAB if name in names and name != "id"]
    else:
        place = [name for name in (*PLACE_TAB, "zone", "task_id", "status", "reason") if name in names]
    if place:
        yield _tab(words["form_place"], layer, place)
    told = {*TASK_TAB, *place} if "text" in names else set(place)
    rest = [name for name in names if name not in told]
    if rest:
        yield _tab(words["form_source"], layer, rest)
    if in_project:
        for relation in relations_of(layer):
            yield _container(labels["layers"][relation.referencing], [_related(relation)])


def _tab(title: str, layer: LayerSchema, names: Sequence[str]) -> Element:
    place = layer.column_names.index
    fields = [{"name": name, "index": place(name), "showLabel": True} for name in names]
    return _container(title, [element("attributeEditorField", field) for field in fields])


def _container(title: str, children: Sequence[Element]) -> Element:
    attributes = {"name": title, "columnCount": 1, "groupBox": False, "showLabel": True,
                  "visibilityExpressionEnabled": False, "visibilityExpression": ""}  # fmt: skip
    return element("attributeEditorContainer", attributes, children)


def _related(relation: Relation) -> Element:
    attributes = {"relation": relation.id, "name": relation.id, "label": "", "showLabel": True,
                  "nmRelationId": "",
                  "relationWidgetTypeId": "relation_editor", "forceSuppressFormPopup": False}  # fmt: skip
    settings = options({"buttons": "ZoomToChildFeature", "show_first_feature": "true"})
    settings.set("name", "editor_configuration")
    return element(
        "attributeEditorRelation",
        attributes,
        [element("editor_configuration", {"type": "Map"}, list(settings))],
    )
