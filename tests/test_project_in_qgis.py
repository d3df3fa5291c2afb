"""The project and the styled layers in real QGIS, as an analyst opens them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from geo import pipeline, schema
from geo.io.assets import read_labels
from geo.io.tables import read_table

REPOSITORY = Path(__file__).parents[1]
INSPECTOR = Path(__file__).parent / "qgis_inspector.py"
LISTED = {
    "planmap_" + kept.name: kept
    for kept in (*schema.SOURCE_LAYERS, *schema.DERIVED_LAYERS)
    if kept.geometry or kept in (schema.TASKS, schema.MISSES)
}
pytestmark = pytest.mark.qgis


@pytest.fixture(scope="module")
def layers_folder(tmp_path_factory):
    """Give layers/ of the repository's workspace, built anew."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", root / "layers" / "source")
    pipeline.build(root)
    return root / "layers"


@pytest.fixture(scope="module")
def told(layers_folder, qgis_python, tmp_path_factory):
    """Open everything in one QGIS: as it is, from a read-only folder, from a path with Chinese and spaces."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "移到 别处" / "图 层"
    shutil.copytree(layers_folder, elsewhere)
    sealed = tmp_path_factory.mktemp("sealed") / "layers"
    shutil.copytree(layers_folder, sealed)
    for path in (*sealed.rglob("*"), sealed):
        path.chmod(0o555 if path.is_dir() else 0o444)
    alone = tmp_path_factory.mktemp("alone") / "只有 一个文件"
    alone.mkdir()
    shutil.copy(layers_folder / "planmap.gpkg", alone)
    places = [*(folder / "planmap.qgz" for folder in (layers_folder, elsewhere, sealed))]
    stored = f"geopackage:{alone / 'planmap.gpkg'}?projectName={read_labels()['words']['product']}"
    files = [*layers_folder.rglob("*.geojson")]
    request = {"projects": [*map(str, places), stored], "files": [str(path) for path in files]}
    result = subprocess.run(
        [qgis_python, INSPECTOR, json.dumps(request)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    for path in (sealed, *sealed.rglob("*")):
        path.chmod(0o755)
    assert result.returncode == 0, result.stderr
    return {**json.loads(result.stdout.splitlines()[-1]), "stderr": result.stderr}


@pytest.fixture(scope="module", params=[0, 1, 2, 3], ids=["in-place", "chinese-path", "read-only", "package"])
def project(told, request):
    return told["projects"][request.param]


# --- The project, from wherever it is opened -----------------------------------------------------


def test_the_project_opens_with_all_its_layers(project):
    assert (project["read"], project["error"], project["crs"]) == (True, "", "EPSG:4547")
    assert set(project["layers"]) == set(LISTED)
    for id_, layer in project["layers"].items():
        kept = LISTED[id_]
        assert layer["valid"], id_
        assert layer["crs"] == ("EPSG:4326" if kept.geometry else ""), id_


def test_layers_come_from_beside_the_project(project):
    folder = Path(project["path"].removeprefix("geopackage:").split("?")[0]).parent
    assert all(
        Path(layer["source"].split("|")[0]).is_relative_to(folder) for layer in project["layers"].values()
    )


def test_nothing_is_complained_of(told, project):
    assert project["messages"] == []
    assert [line for line in told["stderr"].splitlines() if "arning" in line or "ERROR" in line] == []


# --- The project, once ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def opened(told):
    return told["projects"][0]


def test_every_row_is_there(opened, layers_folder):
    for id_, kept in LISTED.items():
        folder = layers_folder / "source" if kept in schema.SOURCE_LAYERS else layers_folder
        rows = (
            len(json.loads((folder / f"{kept.name}.geojson").read_text("utf-8"))["features"])
            if kept.geometry
            else len(read_table(folder / f"{kept.name}.csv", kept))
        )
        assert opened["layers"][id_]["rows"] == rows, id_


def test_dates_are_dates(opened):
    for name in ("task_points", "task_lines", "task_areas", "tasks"):
        fields = opened["layers"][f"planmap_{name}"]["fields"]
        assert {fields[date] for date in ("due", "interval_start", "interval_end")} == {"Date"}


def test_derived_layers_are_read_only_and_kept_ones_can_be_edited(opened):
    for id_, kept in LISTED.items():
        assert opened["layers"][id_]["read_only"] is (kept in schema.DERIVED_LAYERS), id_


def test_in_the_package_everything_is_derived_and_read_only(told):
    layers = told["projects"][-1]["layers"]
    assert {id_ for id_, layer in layers.items() if layer["read_only"]} == set(LISTED)


def test_no_layer_has_one_symbol_for_all_and_every_row_is_drawn(opened):
    for id_, kept in LISTED.items():
        if kept.geometry:
            layer = opened["layers"][id_]
            assert layer["renderer"] in {"categorizedSymbol", "RuleRenderer"}, id_
            assert layer["drawn"] == layer["rows"], id_


def test_names_are_on(opened):
    for name in ("task_points", "task_lines", "task_areas", "zones", "roads", "places", "neighbours"):
        assert opened["layers"][f"planmap_{name}"]["labels"], name


def test_columns_have_chinese_names_and_values_have_words(opened):
    points = opened["layers"]["planmap_task_points"]
    assert (points["aliases"]["due"], points["aliases"]["unit"]) == ("期限", "责任单位")
    assert points["words"]["status"] == {"计划": "planned", "在办": "started", "完成": "done"}
    assert points["words"]["precision"]["沿路"] == "street"
    assert opened["layers"]["planmap_tasks"]["words"]["placed"]["未落图"] == "no"


def test_relations_lead_from_places_to_tasks_and_back(opened):
    relations = opened["relations"]
    assert all(relation["valid"] for relation in relations.values())
    assert relations["task_lines_of_tasks"]["related"] == opened["layers"]["planmap_task_lines"]["rows"]
    assert relations["task_lines_of_roads"]["related"] == opened["layers"]["planmap_task_lines"]["rows"]
    assert relations["task_areas_of_places"]["related"] > 0
    assert "task_lines_of_roads" in opened["layers"]["planmap_roads"]["form_relations"]


def test_a_tip_has_the_tasks_sentence(opened, layers_folder):
    tips = opened["layers"]["planmap_task_lines"]["tips"]
    features = json.loads((layers_folder / "task_lines.geojson").read_text("utf-8"))["features"]
    assert len(tips) == len(features)
    for feature in features:
        assert any(feature["properties"]["text"] in tip for tip in tips)


def test_expressions_are_read(opened):
    assert opened["broken_expressions"] == []
    assert opened["expressions"] > 100


def test_a_theme_a_zone_draws_its_tasks_only(opened, layers_folder):
    sheets = json.loads((layers_folder / "sheets.geojson").read_text("utf-8"))["features"]
    titles = [feature["properties"]["title"] for feature in sheets]
    assert set(opened["themes"]) == {"全部任务", "底图", *(f"片区：{title}" for title in titles)}
    drawn = {
        name: theme["task_lines"] + theme["task_points"] + theme["task_areas"]
        for name, theme in opened["themes"].items()
    }
    assert sum(drawn[f"片区：{title}"] for title in titles) == drawn["全部任务"] > 0
    assert drawn["底图"] == 0


def test_there_is_a_bookmark_a_zone(opened, layers_folder):
    sheets = json.loads((layers_folder / "sheets.geojson").read_text("utf-8"))["features"]
    assert opened["bookmarks"] == {feature["properties"]["title"]: "EPSG:4326" for feature in sheets}


def test_the_sheet_is_printed_and_shows_something(opened):
    sheet = opened["layouts"]["管理片区图"]
    assert sheet["size"] == [420, 297]
    assert len(sheet["pages"]) == 1
    assert sheet["pages"][0]["colours"] > 50


def test_the_atlas_has_one_page_a_zone_none_blank_and_no_two_alike(opened, layers_folder):
    sheets = json.loads((layers_folder / "sheets.geojson").read_text("utf-8"))["features"]
    pages = opened["layouts"]["管理片区图册"]["pages"]
    assert [page["title"] for page in pages] == [feature["properties"]["title"] for feature in sheets]
    assert all(page["colours"] > 50 for page in pages)
    assert len({page["digest"] for page in pages}) == len(pages)
    assert all(page["scale"] % 1000 == 0 for page in pages)


# --- Styles beside GeoJSON -----------------------------------------------------------------------


def test_a_geojson_opens_styled(told):
    assert len(told["files"]) == sum(1 for kept in LISTED.values() if kept.geometry)
    for path, layer in told["files"].items():
        kept = LISTED["planmap_" + Path(path).stem]
        assert layer["valid"]
        assert layer["renderer"] == "categorizedSymbol", path
        assert layer["drawn"] == layer["rows"], path
        assert layer["read_only"] is (kept in schema.DERIVED_LAYERS)
        assert layer["aliases"]["id"] == "编号"


# --- The acceptance check that others use --------------------------------------------------------


def test_the_reference_check_passes(layers_folder, qgis_python, reference, tmp_path):
    project, files = (layers_folder / "planmap.qgz", [layers_folder / "task_points.geojson"])
    expected = {
        "project": {
            "crs": "EPSG:4547", "layers": len(LISTED), "layouts": ["管理片区图", "管理片区图册"],
            "relative_paths": True,
        }
    }  # fmt: skip
    rules = tmp_path / "expected.json"
    rules.write_text(json.dumps(expected, ensure_ascii=False), encoding="utf-8")
    check = reference / "checks" / "qgis_check.py"
    result = subprocess.run(
        [qgis_python, check, "--out", tmp_path / "out", "--expect", rules, "--project", project, *files],
        env=os.environ | {"PYTHONUTF8": "1"}, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert result.returncode == 0, result.stdout[-2000:]
