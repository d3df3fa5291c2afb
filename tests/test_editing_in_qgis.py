"""An analyst edits layers/source through planmap.qgz in real QGIS and saves; the next build takes it up."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from geo import pipeline, schema
from geo.errors import PlanmapError
from geo.geocode.checks import Severity
from geo.io.layers import layer_problems, read_layer
from geo.workspace import load_workspace

REPOSITORY = Path(__file__).parents[1]
EDITOR = Path(__file__).parent / "qgis_editor.py"
KEPT = [kept for kept in schema.SOURCE_LAYERS if kept.geometry]
pytestmark = pytest.mark.qgis

NEW_FACTS = {
    "kind": "poi",
    "source": "现场核对",
    "licence": "facts",
    "precision": "exact",
    "uncertainty_m": 20.0,
}
NOTE = "12345678901234567890"
"""A text that looks like a number no 64 bits hold."""

FIRST_SESSION = [
    {"layer": "places", "do": "redraw", "id": "P-01", "wkt": "Point(113.635308123456 34.7253071234)"},
    {"layer": "places", "do": "redraw", "id": "P-10", "wkt": "Point(113.53 34.71)"},
    {"layer": "places", "do": "fill_in", "id": "P-02", "cells": {"landmark": False, "note": None}},
    {"layer": "places", "do": "fill_in", "id": "P-03", "cells": {"uncertainty_m": 123.456789012345}},
    {"layer": "places", "do": "fill_in", "id": "P-04", "cells": {"note": NOTE, "checked_on": "2026-01-01"}},
    {"layer": "places", "do": "draw", "wkt": "Point(113.64 34.73)", "cells": NEW_FACTS | {"name": "新地点"}},
    {"layer": "places", "do": "paste", "id": "P-39", "wkt": "Point(113.64 34.66)",
     "cells": {"name": "另一处", "aliases": None}},
    {"layer": "places", "do": "delete", "id": "P-38"},
    {"layer": "roads", "do": "put_vertex", "id": "R-01", "at": [113.66065, 34.7526], "before": 1},
    {"layer": "roads", "do": "draw", "wkt": "LineString(113.64 34.73, 113.65 34.735, 113.66 34.74)",
     "cells": NEW_FACTS | {"name": "新路", "kind": "road"}},
    {"layer": "roads", "do": "split", "id": "R-18", "along": [[113.5, 34.7085], [113.51, 34.7085]]},
    {"layer": "zones", "do": "widen", "id": "Z-02", "by": 0.001},
    {"layer": "zones", "do": "split", "id": "A-01", "along": [[113.6, 34.68], [113.7, 34.68]]},
    {"layer": "neighbours", "do": "widen", "id": "410102", "by": 0.00001},
    {"layer": "district", "do": "put_vertex", "id": "410103", "at": [113.5101, 34.7177], "before": 1},
]  # fmt: skip
SECOND_SESSION = [
    {"layer": "places", "do": "redraw", "id": "P-10", "wkt": "Point(113.524818 34.712046)"},
    {"layer": "zones", "do": "merge", "id": "A-01", "with": "A-03"},
]

BOW_TIE = "Polygon((113.64 34.74, 113.65 34.75, 113.65 34.742, 113.64 34.75, 113.64 34.74))"
FAULTS = {
    "a zone that crosses itself": (
        {"layer": "zones", "do": "redraw", "id": "Z-02", "wkt": BOW_TIE},
        r"zones\.geojson: feature 4 Z-02 .*Self-intersection.*geometry is not valid",
    ),
    "a point outside the district": (
        {"layer": "places", "do": "redraw", "id": "P-30", "wkt": "Point(113.55 34.78)"},
        r"places\.geojson: P-30 东方大厦: lies \d+ m outside the district, in 中原区; correct its position",
    ),
    "a road of one vertex": (
        {"layer": "roads", "do": "redraw", "id": "R-14", "wkt": "LineString(113.6 34.7)"},
        r'roads\.geojson: feature 14 \("R-14"\): line has one position only; repair it in QGIS',
    ),
    "an id that stands twice": (
        {"layer": "places", "do": "duplicate", "id": "P-07"},
        r'places\.geojson: feature 40 P-07 \("P-07"\): id stands twice; give each row its own',
    ),
    "a road of parts that do not meet": (
        {"layer": "roads", "do": "merge", "id": "R-05", "with": "R-10"},
        r'roads\.geojson: feature 5 R-05 \("MultiLineString"\): is no LineString; .*join its parts',
    ),
    "a value that is gone": (
        {"layer": "roads", "do": "fill_in", "id": "R-05", "cells": {"source": None}},
        r'roads\.geojson: feature 5 \("R-05"\): source is empty; fill it in',
    ),
}  # fmt: skip


def copy_of(built, root):
    for folder in ("layers", "maps", "reports", ".planmap"):
        shutil.copytree(built / folder, root / folder)
    shutil.copy(built / "planmap.toml", root)
    return root


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Give a built workspace for the edits that are right, and one for each that is wrong."""
    built = tmp_path_factory.mktemp("built")
    shutil.copy(REPOSITORY / "planmap.toml", built)
    shutil.copytree(REPOSITORY / "reports", built / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", built / "layers" / "source")
    pipeline.build(built)
    names = ["right", *FAULTS]
    return {name: copy_of(built, tmp_path_factory.mktemp("edited")) for name in names}


@pytest.fixture(scope="module")
def told(folders, qgis_python):
    """Do all edits in one QGIS."""
    sessions = {"right": [FIRST_SESSION, SECOND_SESSION]}
    sessions |= {name: [[edit]] for name, (edit, _) in FAULTS.items()}
    request = [[str(folders[name] / "layers" / "planmap.qgz"), done] for name, done in sessions.items()]
    result = subprocess.run(
        [qgis_python, EDITOR, json.dumps(request)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout.splitlines()[-1])
    return {**told, "projects": dict(zip(sessions, told["projects"], strict=True))}


@pytest.fixture(scope="module")
def edited(folders, told):
    """Give the workspace with the right edits before it is built anew."""
    assert told["projects"]["right"]["wrong"] == []
    return folders["right"]


@pytest.fixture(scope="module")
def rows(edited):
    workspace = load_workspace(edited)
    return {
        kept.name: read_layer(workspace.source_layer(kept.name), kept).set_index("id", drop=False)
        for kept in KEPT
    }


@pytest.fixture(scope="module")
def rebuilt(edited, rows):
    """Check and build; tell what was found, what the build said, and layers/source before and after."""
    assert rows
    source = edited / "layers" / "source"
    before, found = files_of(source), pipeline.check(edited)
    command = [sys.executable, "-m", "geo", "build", edited]
    result = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=REPOSITORY)
    return {"found": found, "said": result.stdout.splitlines(), "before": before, "after": files_of(source)}


# --- What may be edited --------------------------------------------------------------------------


def test_derived_layers_refuse_edits_and_kept_ones_take_them(told):
    for project in told["projects"].values():
        editable = {id_ for id_, answer in project["editable"].items() if answer}
        assert editable == {f"planmap_{kept.name}" for kept in KEPT}


def test_qgis_does_every_edit_and_complains_of_nothing(told):
    assert [project["wrong"] for project in told["projects"].values()] == [[]] * (len(FAULTS) + 1)
    assert told["messages"] == []


# --- What comes back -----------------------------------------------------------------------------


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.name)
def test_every_layer_keeps_its_schema(edited, rows, kept):
    assert layer_problems(load_workspace(edited).source_layer(kept.name), kept) == []
    positions = rows[kept.name].get_coordinates().to_numpy()
    assert (np.round(positions, schema.DECIMALS) == positions).all()


def test_values_are_what_was_filled_in(rows):
    places = rows["places"]
    assert places.loc["P-01"].geometry.coords[0] == (113.6353081, 34.7253071)
    assert places["landmark"].dtype == bool
    assert not places.loc["P-02", "landmark"]
    assert places.loc["P-02", "note"] is None
    assert places.loc["P-03", "uncertainty_m"] == 123.456789012345
    assert places.loc["P-04", "note"] == NOTE
    assert "P-38" not in places.index


def test_what_was_not_touched_is_as_it_was(rows):
    for kept in KEPT:
        before = read_layer(REPOSITORY / "layers" / "source" / f"{kept.name}.geojson", kept).set_index(
            "id", drop=False
        )
        touched = {edit["id"] for edit in FIRST_SESSION if edit["layer"] == kept.name and "id" in edit}
        for id_ in set(before.index) - touched:
            assert rows[kept.name].loc[id_].to_dict() == before.loc[id_].to_dict(), id_


def test_new_features_have_ids_of_their_own(rows):
    names = {name: layer["name"].to_dict() for name, layer in rows.items()}
    assert (names["places"]["P-40"], names["places"]["P-41"]) == ("新地点", "另一处")
    assert (names["roads"]["R-20"], names["roads"]["R-21"]) == ("新路", names["roads"]["R-18"])
    assert rows["places"].loc["P-40", "datum_in"] == "WGS84"
    assert not rows["places"].loc["P-40", "landmark"]


def test_each_edit_is_signed(rows, told):
    for layer, id_ in (("places", "P-01"), ("places", "P-40"), ("roads", "R-01"), ("zones", "Z-02"),
                       ("neighbours", "410102"), ("district", "410103")):  # fmt: skip
        row = rows[layer].loc[id_]
        assert row["checked_by"] == told["user"]
        assert isinstance(row["checked_on"], dt.date)
        assert row["checked_on"] >= dt.date(2026, 1, 2), "the day of the edit, whatever stood there"
    assert rows["places"].loc["P-05", "checked_by"] is None


def test_limits_have_the_area_that_was_drawn(rows):
    zones = rows["zones"].to_crs("EPSG:4547")
    assert zones.loc["Z-02", "drawn_area_km2"] == pytest.approx(zones.area["Z-02"] / 1e6, abs=0.001)
    assert zones.loc["A-01", "drawn_area_km2"] == pytest.approx(11.92, abs=0.02), "split, and joined again"
    assert set(zones.index) == {"A-01", "A-02", "Z-01", "Z-02", "Z-04"}


# --- The next build ------------------------------------------------------------------------------


def test_nothing_of_it_fails_the_check(rebuilt):
    assert [str(finding) for finding in rebuilt["found"] if finding.severity is Severity.FAULT] == []
    signed = [finding for finding in rebuilt["found"] if "since the last build" in finding.message]
    assert {finding.severity for finding in signed} == {Severity.INFO}


def test_the_build_says_what_was_edited(rebuilt, rows, told):
    said = rebuilt["said"]
    assert said[0] == "layers/source since the last build:"
    changes = [line.strip() for line in said[1 : said.index("")]]
    signature = f"({told['user']}, {rows['places'].loc['P-01', 'checked_on']})"
    assert f"places P-01 二七区政府 moved 105 m {signature}" in changes
    assert f"places P-02 二七纪念塔 changed: landmark, note {signature}" in changes
    assert any(re.match(r"places P-10 马寨产业集聚区 checked anew", line) for line in changes), (
        "moved and back"
    )
    assert "places P-38 绿地滨湖国际城 removed" in changes
    assert f"places P-40 新地点 added {signature}" in changes
    assert any(re.match(r"roads R-01 德化步行街 redrawn, its middle moved \d", line) for line in changes)
    assert any(re.match(r"zones Z-02 二七特色商业区 redrawn", line) for line in changes)
    assert any(re.match(r"district 410103 二七区 redrawn", line) for line in changes)


def test_the_build_takes_the_edits_up_and_never_writes_them(rebuilt, edited, rows):
    layers = {path: content for path, content in rebuilt["after"].items() if path.suffix != ".qml"}
    assert layers == {path: content for path, content in rebuilt["before"].items() if path.suffix != ".qml"}
    drawn = read_layer(load_workspace(edited).layer("task_lines"), schema.TASK_LINES)
    (shape,) = drawn.geometry[drawn["place_id"] == "R-01"].unique()
    assert shape.equals(rows["roads"].loc["R-01"].geometry)
    assert (113.66065, 34.7526) in shape.coords


def test_a_second_build_has_nothing_to_say(rebuilt, edited):
    assert rebuilt["said"]
    assert pipeline.build(edited) is None
    assert [finding for finding in pipeline.check(edited) if "since the last" in finding.message] == []


# --- What is wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_edit_is_named_and_old_outputs_stay(folders, told, name):
    root, (_, message) = folders[name], FAULTS[name]
    assert told["projects"][name]["wrong"] == []
    before = files_of(root)
    faults = [str(finding) for finding in pipeline.check(root) if finding.severity is Severity.FAULT]
    assert [said for said in faults if re.search(message, said)] == faults != []
    with pytest.raises(PlanmapError, match=message):
        pipeline.build(root)
    assert files_of(root) == before


def test_a_place_that_is_gone_and_still_referred_to_is_named(folders, told):
    root = folders["right"]
    assert told["projects"]["right"]["wrong"] == []
    path = root / "layers" / "source" / "overrides.csv"
    before = path.read_bytes()
    path.write_bytes(before + "绿地滨湖,,P-38,现场核对,王工,2020-08-01\n".encode())
    found = [finding for finding in pipeline.check(root) if finding.severity is Severity.FAULT]
    path.write_bytes(before)
    assert [finding.message for finding in found] == [
        "its decision P-38 is no place, no zone and no position that is known"
    ]
