"""Describe projects and layers as QGIS sees them; run by QGIS's own Python, prints one line of JSON."""

import hashlib
import json
import os
import sys
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

MESSAGES = []


def drawn_rows(layer, renderer):
    """Count the rows for which the renderer has a symbol."""
    context = QgsRenderContext()
    context.setExpressionContext(
        QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    )
    renderer = renderer.clone()
    renderer.startRender(context, layer.fields())
    count = 0
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        count += renderer.symbolForFeature(feature, context) is not None
    renderer.stopRender(context)
    return count


def words_of(layer):
    words = {}
    for position, field in enumerate(layer.fields()):
        setup = layer.editorWidgetSetup(position)
        if setup.type() == "ValueMap":
            words[field.name()] = {key: pair[key] for pair in setup.config()["map"] for key in pair}
    return words


def tips_of(layer):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    tips = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        tips.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return tips


def describe(layer, *, with_tips):
    renderer = layer.renderer()
    form = layer.editFormConfig()
    return {
        "valid": layer.isValid(),
        "source": layer.source(),
        "crs": layer.crs().authid(),
        "rows": layer.featureCount(),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "renderer": renderer.type() if renderer else None,
        "drawn": drawn_rows(layer, renderer) if renderer else 0,
        "labels": layer.labelsEnabled(),
        "read_only": layer.readOnly(),
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "words": words_of(layer),
        "form_relations": [
            child.name() for tab in form.tabs() for child in tab.children() if child.type() == 2
        ],
        "tips": tips_of(layer) if with_tips else [],
    }


def expressions_in(element):
    """Yield every expression of a layer's style: of its renderer, symbols, labels."""
    for tag, attribute in (("renderer-v2", "attr"), ("text-style", "fieldName")):
        found = element.elementsByTagName(tag)
        for position in range(found.count()):
            yield found.at(position).toElement().attribute(attribute)
    options = element.elementsByTagName("Option")
    for position in range(options.count()):
        option = options.at(position).toElement()
        if option.attribute("name") == "expression":
            yield option.attribute("value")


def all_expressions(project):
    for layer in project.mapLayers().values():
        document = QDomDocument()
        layer.exportNamedStyle(document)
        yield from expressions_in(document.documentElement())


def themes_of(project):
    """Tell how many tasks each theme draws."""
    collection = project.mapThemeCollection()
    told = {}
    for name in collection.mapThemes():
        shown = {layer.id() for layer in collection.mapThemeVisibleLayers(name)}
        styles = collection.mapThemeStyleOverrides(name)
        told[name] = {}
        for kind in ("task_points", "task_lines", "task_areas"):
            layer = project.mapLayer(f"planmap_{kind}").clone()
            override = styles.get(f"planmap_{kind}")
            if override:
                document = QDomDocument()
                document.setContent(override)
                layer.importNamedStyle(document)
            visible = f"planmap_{kind}" in shown
            told[name][kind] = drawn_rows(layer, layer.renderer()) if visible else 0
    return told


def page_of(image, title, scale):
    small = image.scaled(420, 297).convertToFormat(image.Format_RGB32)
    raw = small.constBits().asstring(small.byteCount())
    colours = {raw[at : at + 3] for at in range(0, len(raw), 4)}
    return {
        "title": title,
        "colours": len(colours),
        "digest": hashlib.sha256(raw).hexdigest(),
        "scale": round(scale),
    }


def layouts_of(project):
    told = {}
    for layout in project.layoutManager().printLayouts():
        size = layout.pageCollection().page(0).pageSize()
        chart = next(
            item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "map"
        )
        exporter, atlas, pages = QgsLayoutExporter(layout), layout.atlas(), []
        if atlas.enabled():
            atlas.beginRender()
            while atlas.next():
                layout.refresh()
                title = atlas.nameForPage(atlas.currentFeatureNumber())
                pages.append(page_of(exporter.renderPageToImage(0, dpi=60), title, chart.scale()))
            atlas.endRender()
        else:
            pages.append(page_of(exporter.renderPageToImage(0, dpi=60), layout.name(), chart.scale()))
        told[layout.name()] = {"size": [size.width(), size.height()], "pages": pages}
    return told


def relations_of(project):
    return {
        id_: {
            "valid": relation.isValid(),
            "related": sum(
                1
                for feature in relation.referencedLayer().getFeatures()
                for _ in relation.getRelatedFeatures(feature)
            ),
        }
        for id_, relation in project.relationManager().relations().items()
    }


def open_project(path, *, thoroughly):
    MESSAGES.clear()
    project = QgsProject.instance()
    told = {"path": path, "read": project.read(path), "error": project.error(), "crs": project.crs().authid()}
    told["layers"] = {
        id_: describe(layer, with_tips=thoroughly and id_ == "planmap_task_lines")
        for id_, layer in project.mapLayers().items()
    }
    if thoroughly:
        expressions = list(all_expressions(project))
        told["expressions"] = len(expressions)
        told["broken_expressions"] = [
            text for text in expressions if text and QgsExpression(text).hasParserError()
        ]
        told["relations"] = relations_of(project)
        told["themes"] = themes_of(project)
        told["bookmarks"] = {
            mark.name(): mark.extent().crs().authid() for mark in project.bookmarkManager().bookmarks()
        }
        told["layouts"] = layouts_of(project)
    told["messages"] = list(MESSAGES)
    project.clear()
    return told


def main():
    request = json.loads(sys.argv[1])
    application = QgsApplication([], False)  # noqa: FBT003 - without windows
    application.initQgis()
    application.messageLog().messageReceived.connect(
        lambda text, tag, level: MESSAGES.append(f"{tag}: {text}") if level != Qgis.Info else None
    )
    told = {
        "projects": [open_project(path, thoroughly=n == 0) for n, path in enumerate(request["projects"])],
        "files": {
            path: describe(QgsVectorLayer(path, Path(path).stem, "ogr"), with_tips=False)
            for path in request["files"]
        },
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)


main()
