from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from geo import pipeline
from geo.crs import from_wgs84
from geo.model import Datum, Wgs84

REPOSITORY = Path(__file__).parents[1]
STATION = (113.62, 34.70)
FAR = (113.1, 34.2)


@pytest.fixture
def workspace(tmp_path):
    root = tmp_path / "workspace"
    shutil.copytree(REPOSITORY / "layers" / "source", root / "layers" / "source")
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    return root


def planmap(*arguments, folder):
    return subprocess.run(
        [sys.executable, "-m", "geo", *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def table(folder, *rows):
    moved = from_wgs84(Wgs84(np.array([lonlat for _, lonlat in rows])), datum=Datum.GCJ02)
    lines = [f"{name},{lon},{lat}" for (name, _), (lon, lat) in zip(rows, moved, strict=True)]
    path = folder / "names.csv"
    path.write_text("\n".join(("地名,经度,纬度", *lines)) + "\n", encoding="utf-8")
    return path


def test_an_imported_name_is_answered_by_geocode(workspace):
    source = table(workspace, ("星火加油泵站", STATION), ("远方加油泵站", FAR), ("", STATION))
    imported = planmap("gazetteer", "import", source, "--datum", "gcj02", folder=workspace)
    assert (imported.returncode, imported.stderr) == (0, "")
    assert "names.csv.sqlite: 2 places, 2 different names, from GCJ-02" in imported.stdout
    assert "left out: 1 with no name (row 4)" in imported.stdout
    asked = planmap("geocode", "星火加油泵站", "远方加油泵站", "星伙加油泵站", "--json", folder=workspace)
    found, far, misspelt = json.loads(asked.stdout)
    assert (found["lon"], found["lat"]) == pytest.approx(STATION, abs=1e-6)
    assert (found["place"], found["datum_in"]) == ("星火加油泵站", "GCJ-02")
    assert found["source"].startswith("names.csv, ")
    assert (far["status"], far["lon"]) == ("miss", None)
    assert (misspelt["lon"], misspelt["others"][0]["place"]) == (None, "星火加油泵站")


def test_a_file_that_does_not_state_its_datum_is_refused_with_a_question(workspace):
    source = table(workspace, ("星火加油泵站", STATION))
    result = planmap("gazetteer", "import", source, folder=workspace)
    assert (result.returncode, result.stdout) == (2, "")
    assert "which datum are its positions in? Say so with --datum" in result.stderr
    result = planmap("convert", source, "out.csv", "--to", "wgs84", folder=workspace)
    assert result.returncode == 2
    assert "which datum are its positions in? Say so with --from" in result.stderr


def test_help_of_the_import_has_an_example(workspace):
    result = planmap("gazetteer", "import", "--help", folder=workspace)
    assert (result.returncode, "Example: planmap gazetteer import" in result.stdout) == (0, True)


def test_an_import_makes_the_next_build_a_new_one(workspace):
    pipeline.build(workspace)
    assert pipeline.build(workspace) is None
    pipeline.import_gazetteer(workspace, table(workspace, ("星火加油泵站", STATION)), datum="gcj02")
    assert pipeline.build(workspace) is not None
    assert pipeline.build(workspace) is None
