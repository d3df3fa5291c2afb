"""Edit layers through a project as an analyst does; run by QGIS's own Python, prints one line of JSON.

The argument is a JSON list: for each project the sessions, for each session its edits. The changes of a
session are saved at its end, in all layers.
"""

import json
import os
import sys

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayerUtils,
)

MESSAGES = []


def feature_of(layer, id_):
    return next(feature for feature in layer.getFeatures() if feature["id"] == id_)


def named(layer, cells):
    return {layer.fields().indexOf(name): value for name, value in cells.items()}


def redraw(layer, edit):
    """Give a feature another geometry, as the vertex tool does."""
    return layer.changeGeometry(feature_of(layer, edit["id"]).id(), QgsGeometry.fromWkt(edit["wkt"]))


def widen(layer, edit):
    feature = feature_of(layer, edit["id"])
    return layer.changeGeometry(feature.id(), feature.geometry().buffer(edit["by"], 4))


def put_vertex(layer, edit):
    feature = feature_of(layer, edit["id"])
    geometry = feature.geometry()
    return geometry.insertVertex(*edit["at"], edit["before"]) and layer.changeGeometry(feature.id(), geometry)


def fill_in(layer, edit):
    """Change cells as the form does."""
    return layer.changeAttributeValues(feature_of(layer, edit["id"]).id(), named(layer, edit["cells"]))


def draw(layer, edit):
    """Draw a new feature: the form opens with the layer's defaults, and cells are filled in."""
    geometry, context = QgsGeometry.fromWkt(edit["wkt"]), layer.createExpressionContext()
    feature = QgsVectorLayerUtils.createFeature(layer, geometry, {}, context)
    for name, value in edit["cells"].items():
        feature[name] = value
    return layer.addFeature(feature)


def paste(layer, edit):
    """Paste a copy of a feature."""
    copied = feature_of(layer, edit["id"])
    cells = dict(enumerate(copied.attributes())) | named(layer, edit["cells"])
    pasted = QgsVectorLayerUtils.createFeature(
        layer, QgsGeometry.fromWkt(edit["wkt"]), cells, layer.createExpressionContext()
    )
    return layer.addFeature(pasted)


def duplicate(layer, edit):
    """Add a copy as a script does, which asks for no defaults."""
    copied = QgsFeature(feature_of(layer, edit["id"]))
    copied.setId(-1)
    return layer.addFeature(copied)


def split(layer, edit):
    layer.selectByIds([feature_of(layer, edit["id"]).id()])
    cut = layer.splitFeatures([QgsPointXY(*position) for position in edit["along"]], False)  # noqa: FBT003
    layer.removeSelection()
    return int(cut) == 0


def merge(layer, edit):
    """Join one feature to another and delete it."""
    kept, other = feature_of(layer, edit["id"]), feature_of(layer, edit["with"])
    joined = layer.changeGeometry(kept.id(), kept.geometry().combine(other.geometry()))
    return joined and layer.deleteFeature(other.id())


def delete(layer, edit):
    return layer.deleteFeature(feature_of(layer, edit["id"]).id())


EDITS = {
    edit.__name__: edit
    for edit in (redraw, widen, put_vertex, fill_in, draw, paste, duplicate, split, merge, delete)
}


def run(project, edits):
    """Do the edits of one session and save; tell what went wrong."""
    layers = {name: project.mapLayer(f"planmap_{name}") for name in {edit["layer"] for edit in edits}}
    wrong = [name for name, layer in layers.items() if not layer.startEditing()]
    wrong += [edit for edit in edits if not EDITS[edit["do"]](layers[edit["layer"]], edit)]
    wrong += [layer.commitErrors() for layer in layers.values() if not layer.commitChanges()]
    return wrong


def edit_project(path, sessions):
    project = QgsProject.instance()
    assert project.read(path), project.error()
    editable = {layer.id(): layer.startEditing() for layer in project.mapLayers().values()}
    for layer in project.mapLayers().values():
        layer.rollBack()
    wrong = [said for edits in sessions for said in run(project, edits)]
    project.clear()
    return {"editable": editable, "wrong": wrong}


def main():
    application = QgsApplication([], False)  # noqa: FBT003 - Qt's own signature
    application.initQgis()
    application.messageLog().messageReceived.connect(
        lambda text, tag, level: MESSAGES.append(f"{tag}: {text}") if level != Qgis.Info else None
    )
    told = [edit_project(path, sessions) for path, sessions in json.loads(sys.argv[1])]
    user = application.userFullName() or application.userLoginName()
    sys.stdout.write(json.dumps({"projects": told, "messages": MESSAGES, "user": user}, default=str) + "\n")
    sys.stdout.flush()
    os._exit(0)  # QGIS may fail while it tears itself down


main()
