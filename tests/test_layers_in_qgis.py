"""The committed layers in real QGIS: each loads, is valid, and its dates are dates."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from geo import schema

REPOSITORY = Path(__file__).parents[1]
DESCRIBE = """
import json, os, sys
from qgis.core import QgsApplication, QgsVectorLayer, QgsWkbTypes
application = QgsApplication([], False)
application.initQgis()
told = {}
for path in sys.argv[1:]:
    layer = QgsVectorLayer(path, os.path.basename(path), "ogr")
    features = list(layer.getFeatures())
    told[path] = {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "geometry": QgsWkbTypes.displayString(QgsWkbTypes.singleType(layer.wkbType())),
        "rows": len(features),
        "invalid": sum(1 for feature in features if not feature.geometry().isGeosValid()),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "texts": [str(f["text"]) for f in features] if layer.fields().indexOf("text") >= 0 else [],
    }
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""
TYPES = {
    schema.Type.TEXT: {"String"},
    schema.Type.INTEGER: {"Integer", "Integer64"},
    schema.Type.NUMBER: {"Real", "Integer", "Integer64"},
    schema.Type.DATE: {"Date"},
    schema.Type.FLAG: {"Integer", "Integer(Boolean)", "Boolean"},
}
LAYERS = {
    **{
        REPOSITORY / f"layers/source/{kept.name}.geojson": kept
        for kept in schema.SOURCE_LAYERS
        if kept.geometry
    },
    **{REPOSITORY / f"layers/{kept.name}.geojson": kept for kept in schema.DERIVED_LAYERS if kept.geometry},
}


@pytest.fixture(scope="module")
def described(qgis_python):
    result = subprocess.run(
        [qgis_python, "-c", DESCRIBE, *LAYERS],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return json.loads(result.stdout.splitlines()[-1])


@pytest.mark.qgis
@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_a_layer_opens_valid_in_its_crs_with_every_row(described, path):
    layer, kept = described[str(path)], LAYERS[path]
    rows = len(json.loads(path.read_text(encoding="utf-8"))["features"])
    assert (layer["valid"], layer["crs"], layer["rows"], layer["invalid"]) == (True, "EPSG:4326", rows, 0)
    assert layer["geometry"] == kept.geometry.removeprefix("Multi")


@pytest.mark.qgis
@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_a_column_that_holds_values_has_its_type(described, path):
    fields, kept = described[str(path)]["fields"], LAYERS[path]
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    for column in kept.columns:
        assert column.name in fields
        if any(feature["properties"][column.name] is not None for feature in features):
            assert fields[column.name] in TYPES[column.type], column.name


@pytest.mark.qgis
def test_chinese_text_arrives_as_it_was_written(described):
    path = next(path for path in LAYERS if path.stem == "task_lines")
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert sorted(described[str(path)]["texts"]) == sorted(
        feature["properties"]["text"] for feature in features
    )
