"""Pushed tables in real QGIS, through its own way to PostGIS: each opens as an analyst would open it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from geo import pipeline, schema
from geo.workspace import load_workspace

REPOSITORY = Path(__file__).parents[1]
DESCRIBE = """
import json, os, sys
from qgis.core import QgsApplication, QgsDataSourceUri, QgsVectorLayer, QgsWkbTypes
application = QgsApplication([], False)
application.initQgis()
host, port, database, user, tables = json.loads(sys.argv[1])
told = {}
for table, key, geometry in tables:
    uri = QgsDataSourceUri()
    uri.setConnection(host, port, database, user, "")
    uri.setDataSource("planmap", table, geometry, "", key)
    layer = QgsVectorLayer(uri.uri(False), table, "postgres")
    features = list(layer.getFeatures())
    names = [field.name() for field in layer.fields()]
    told[table] = {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "rows": len(features),
        "invalid": sum(1 for f in features if geometry and not f.geometry().isGeosValid()),
        "fields": {field.name(): [field.typeName(), field.comment()] for field in layer.fields()},
        "dates": [f["due"].toString("yyyy-MM-dd") for f in features if "due" in names and f["due"]],
        "comment": layer.dataComment(),
        "indexed": int(layer.hasSpatialIndex()) if geometry else None,
    }
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""
LAYERS = (*schema.SOURCE_LAYERS, *schema.DERIVED_LAYERS)
TYPES = {
    schema.Type.TEXT: "text",
    schema.Type.INTEGER: "int8",
    schema.Type.NUMBER: "float8",
    schema.Type.DATE: "date",
    schema.Type.FLAG: "bool",
}


@pytest.mark.qgis
@pytest.mark.postgis
def test_each_table_opens_valid_with_crs_rows_types_and_comments(database, qgis_python):
    pipeline.push(REPOSITORY, database.address, schema="planmap")
    parts = urlsplit(database.address)
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    where = (options.get("host") or parts.hostname, options.get("port") or str(parts.port or 5432))
    tables = [
        (layer.name, layer.id_column or "row_number", "geometry" if layer.geometry else None)
        for layer in LAYERS
    ]
    asked = (*where, parts.path.removeprefix("/"), parts.username or "", tables)
    result = subprocess.run(
        [qgis_python, "-c", DESCRIBE, json.dumps(asked)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    described = json.loads(result.stdout.splitlines()[-1])
    frames = pipeline.read_all_layers(load_workspace(REPOSITORY))
    for layer, frame in frames.items():
        told = described[layer.name]
        assert (told["valid"], told["rows"], told["invalid"]) == (True, len(frame), 0)
        if layer.geometry:
            assert (told["crs"], told["geometry"]) == ("EPSG:4326", layer.geometry)
            assert told["indexed"] == 2  # QgsFeatureSource.SpatialIndexPresent
        kinds = {name: kind for name, (kind, _) in told["fields"].items()}
        assert kinds == {column.name: TYPES[column.type] for column in layer.columns} | (
            {} if layer.id_column else {"row_number": "int8"}
        )
        assert told["comment"]
    assert described["tasks"]["fields"]["due"][1] == "期限"
    due = frames[schema.TASKS]["due"].dropna()
    assert sorted(described["tasks"]["dates"]) == sorted(day.isoformat() for day in due)
