from __future__ import annotations

import gc
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from geo import pipeline, schema
from geo.errors import (
    DatumError,
    EncodingError,
    InputError,
    LayerError,
    MissingFileError,
    OutputError,
    PlanmapError,
    ReportError,
    SettingsError,
)
from geo.io.layers import layer_problems, read_layer
from geo.io.tables import read_table, table_problems
from geo.model import Notice
from geo.workspace import load_workspace

REPOSITORY = Path(__file__).parents[1]
PAGES = ["Z-01", "Z-02", "Z-03", "Z-04", "Z-05", "Z-06", "index"]


@pytest.fixture
def workspace(tmp_path):
    """Give a copy of the repository's own workspace, without what is derived."""
    root = tmp_path / "workspace"
    root.mkdir()
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", root / "layers" / "source")
    return root


def derived(root):
    files = [*root.glob("layers/*.*"), *root.glob("maps/*.*"), *root.glob("maps/print/*.*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp("built")
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", root / "layers" / "source")
    result = pipeline.build(root)
    return root, result


# --- What a build makes --------------------------------------------------------------------------


def test_reading_leaves_the_garbage_collector_as_it_was(workspace):
    report = next((workspace / "reports").glob("*.md"))
    for keep in (gc.disable, gc.enable):
        keep()
        before = gc.isenabled()
        pipeline.read(report, named="report.md", reference=date(2020, 8, 1))
        assert gc.isenabled() is before


def test_a_build_makes_every_layer_and_every_page(built):
    root, result = built
    assert sorted(path.stem for path in root.glob("maps/*.html")) == PAGES
    assert sorted(path.stem for path in root.glob("maps/print/*.pdf")) == [*PAGES[:-1], "atlas"]
    names = {kept.name for kept in schema.DERIVED_LAYERS}
    assert {path.stem for path in root.glob("layers/*.*")} == {*names, "planmap"}
    drawn = {kept.name for kept in (*schema.SOURCE_LAYERS, *schema.DERIVED_LAYERS) if kept.geometry}
    assert {path.stem for path in root.glob("layers/**/*.qml")} == drawn
    assert [zone.name for zone in result.pages][-1] == load_workspace(root).settings.district


def test_what_is_committed_is_what_a_build_makes(built):
    root, _ = built
    made = derived(root)
    committed = derived(REPOSITORY)
    committed.pop("layers/README.md")
    assert sorted(made) == sorted(committed)
    changed = [name for name in made if made[name] != committed[name]]
    assert changed == [], "run planmap build and commit layers/ and maps/"


def test_derived_layers_keep_their_schemas(built):
    root, _ = built
    workspace = load_workspace(root)
    for kept in schema.DERIVED_LAYERS:
        found = (
            layer_problems(workspace.layer(kept.name), kept)
            if kept.geometry
            else table_problems(workspace.table(kept.name), kept)
        )
        assert found == []


def test_every_task_is_located_known_by_zone_or_listed_with_its_reason(built):
    root, result = built
    tasks = read_table(load_workspace(root).table("tasks"), schema.TASKS)
    ledger = result.ledger
    assert len(tasks) == ledger.tasks == ledger.located + ledger.zone_level + ledger.unplaced
    assert tasks.loc[tasks["placed"] != "yes", "reason"].notna().all()


def test_features_lead_back_to_their_sentence(built):
    root, _ = built
    text = (root / "reports/erqi-2020-08.md").read_text(encoding="utf-8")
    for kept in (schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS):
        rows = read_layer(load_workspace(root).layer(kept.name), kept)
        for row in rows.itertuples():
            assert text[row.text_start : row.text_end].replace("\n", "") == row.text


def test_nothing_outside_the_district_is_drawn(built):
    root, _ = built
    layers = [
        read_layer(load_workspace(root).layer(kept.name), kept)
        for kept in (schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS)
    ]
    drawn = set(pd.concat([layer["place"] for layer in layers]))
    assert drawn.isdisjoint({"京津冀", "长三角", "珠三角", "飞翔路", "二七区"})


def test_nothing_coarser_than_a_street_is_a_pin(built):
    root, _ = built
    points = read_layer(load_workspace(root).layer("task_points"), schema.TASK_POINTS)
    assert set(points["precision"]) <= {"exact", "street"}


def test_a_place_that_carries_tasks_is_drawn_or_missed_with_what_would_place_it(built):
    root, _ = built
    misses = read_table(load_workspace(root).table("misses"), schema.MISSES)
    inside = misses[misses["reason"] != "outside"]
    assert len(set(inside["name"])) == 17
    assert inside["would_place"].str.len().min() > 0


def test_the_result_counts_every_row_of_misses_under_a_name(built):
    root, result = built
    misses = read_table(load_workspace(root).table("misses"), schema.MISSES)
    assert sum(name.mentions for name in result.unplaced_names) == len(misses)
    assert {name.name for name in result.unplaced_names} == set(misses["name"])


def test_the_result_says_in_chinese_why_a_task_is_on_no_map(built):
    _, result = built
    assert len(result.unplaced_tasks) == result.ledger.unplaced
    assert all(task.reason and not task.reason.isascii() for task in result.unplaced_tasks)


def test_pages_know_which_deadlines_a_section_lends_to_its_tasks():
    document = REPOSITORY / "reports" / "erqi-2020-08.md"
    report = pipeline.read(document, named="r.md", reference=date(2020, 8, 1))
    due = {task.id for task in report.tasks if task.due}
    lent = pipeline._lent_deadlines(report)
    assert lent < due
    surfaces = [task.surface for task in report.tasks if task.id in lent]
    assert surfaces
    assert not any("月" in surface and "底前" in surface for surface in surfaces)


def test_a_notice_stands_among_the_ten_characters_before_and_after_it():
    text = "二七区将在今年的工作中\n\n加快年前完成人民\n路的整治工作和其他工作"
    start = text.index("年前")
    notice = Notice("time", start, start + 2, "two readings")
    shown = pipeline.in_context(notice, text)
    assert shown == "…将在今年的工作中加快「年前」完成人民路的整治工作…: two readings"


# --- How it behaves ------------------------------------------------------------------------------


def test_two_builds_give_the_same_bytes(built, workspace):
    root, _ = built
    pipeline.build(workspace)
    assert derived(workspace) == derived(root)


def test_a_build_where_nothing_changed_does_nothing(workspace):
    assert pipeline.build(workspace) is not None
    before = {path: path.stat().st_mtime_ns for path in workspace.glob("maps/*")}
    assert pipeline.build(workspace) is None
    assert {path: path.stat().st_mtime_ns for path in workspace.glob("maps/*")} == before


@pytest.mark.parametrize("name", ["maps/Z-02.html", "layers/tasks.csv"])
def test_a_changed_or_missing_result_is_made_again(workspace, name):
    pipeline.build(workspace)
    made = (workspace / name).read_bytes()
    (workspace / name).unlink()
    assert pipeline.build(workspace).written == 1
    assert (workspace / name).read_bytes() == made


def test_a_changed_source_is_seen_and_never_overwritten(workspace):
    pipeline.build(workspace)
    source = workspace / "layers/source/unlocated.csv"
    edited = source.read_bytes().replace("飞翔路".encode(), "飞翔大道".encode())
    source.write_bytes(edited)
    assert pipeline.build(workspace) is not None
    assert source.read_bytes() == edited
    misses = read_table(workspace / "layers/misses.csv", schema.MISSES)
    assert list(misses.loc[misses["name"] == "飞翔路", "reason"]) == ["unknown_name"]


def test_another_report_can_be_built_in_place_of_the_workspaces(workspace):
    report = workspace / "reports/next.md"
    report.write_text("## 马寨镇\n\n年底前完成东方路、工业路2条道路整治。\n", encoding="utf-8")
    result = pipeline.build(workspace, report=report, reference=date(2021, 3, 1))
    tasks = read_table(workspace / "layers/tasks.csv", schema.TASKS)
    assert (result.ledger.tasks, result.ledger.located) == (1, 1)
    assert list(tasks["due"]) == [date(2021, 12, 31)]
    assert set(tasks["report"]) == {"reports/next.md"}


def test_a_segment_of_a_report_is_drawn_as_the_piece_between_its_crossings(workspace):
    report = workspace / "reports/next.md"
    text = "年底前完成大同路（福寿街—德化街）道路整治，完成彩虹路（德化街—云上路）道路整治。"
    report.write_text(f"## 二七特色商业区管委会\n\n{text}\n", encoding="utf-8")
    pipeline.build(workspace, report=report)
    lines = read_layer(workspace / "layers/task_lines.geojson", schema.TASK_LINES)
    assert sorted(lines["place_id"]) == ["R-03", "R-05[R-04,R-01]"]
    assert lines.set_index("place_id")["source"]["R-03"].endswith(
        "whole road without one crossing with 云上路"
    )


def test_a_crossing_of_a_report_is_one_place_and_locates_what_nobody_knows(workspace):
    report = workspace / "reports/crossing.md"
    report.write_text(
        "# 二七区工作报告\n\n年底前完成大同路与德化街交叉口改造。\n\n"
        "新建海棠小游园，位于大同路与德化街交叉口东南角，9月底前建成。\n",
        encoding="utf-8",
    )
    pipeline.build(workspace, report=report)
    points = read_layer(workspace / "layers/task_points.geojson", schema.TASK_POINTS)
    assert list(points["place"]) == ["大同路与德化街交叉口", "海棠小游园"]
    assert points.geometry.iloc[0].equals(points.geometry.iloc[1])
    assert list(points["uncertainty_m"]) == [102.0, 150.0]
    assert points["source"].str.contains("大同路、德化街").all()
    assert not len(read_layer(workspace / "layers/task_lines.geojson", schema.TASK_LINES))


@pytest.mark.parametrize(("stated", "located"), [(False, 0), (True, 1)])
def test_a_report_that_names_no_area_places_nothing_unless_the_settings_state_it(workspace, stated, located):
    report = workspace / ("reports/erqi-2020-08.md" if stated else "reports/nobodys.md")
    report.write_text("年底前完成大同路、东方路2条道路整治。\n", encoding="utf-8")
    result = pipeline.build(workspace, report=report)
    assert (result.ledger.tasks, result.ledger.located) == (1, located)
    misses = read_table(workspace / "layers/misses.csv", schema.MISSES)
    assert list(misses["candidates"]) == ([] if stated else ["R-05 二七区大同路", "R-09 二七区东方路"])
    assert any("report.path in planmap.toml" in notice for notice in result.notices) is not stated


def test_two_segments_of_one_mention_are_both_drawn(workspace):
    path = workspace / "reports/next.md"
    path.write_text(
        "## 二七区\n\n年底前完成大同路（福寿街—德化街）道路整治，打通延陵街。\n", encoding="utf-8"
    )
    told = pipeline.read(path, named="reports/next.md", reference=date(2020, 8, 1))
    (segment,) = told.segments
    farther = next(mention.id for mention in told.mentions if mention.name == "延陵街")
    told = replace(
        told, segments=(segment, replace(segment, id="G-002", from_place=segment.to_place, to_place=farther))
    )
    settled = load_workspace(workspace)
    sources, _ = pipeline.read_sources(settled)
    found = pipeline.find_places(told, pipeline.index_places(settled, sources))
    assert found[segment.road].id == "R-05[R-04,R-01]+R-05[R-01,R-06]"


def decide(root, *rows):
    text = "\n".join(
        ["name,within,decision,reason,by,on", *(f"{row},现场核对,张三,2020-08-05" for row in rows)]
    )
    (root / "layers/source/overrides.csv").write_text(text + "\n", encoding="utf-8")


def test_a_persons_word_goes_into_the_layers_with_its_reason_and_day(workspace):
    before = pipeline.build(workspace).ledger
    decide(workspace, "飞翔路,,R-10", "马寨变电站,,不是地名")
    after = pipeline.build(workspace).ledger
    lines = read_layer(workspace / "layers/task_lines.geojson", schema.TASK_LINES)
    (source,) = lines.loc[lines["place"] == "飞翔路", "source"]
    misses = read_table(workspace / "layers/misses.csv", schema.MISSES)
    assert source.endswith("decided by 张三 on 2020-08-05: 现场核对")
    assert list(misses.loc[misses["name"] == "马寨变电站", "reason"]) == ["not_a_place"]
    assert (after.tasks, after.located) == (before.tasks, before.located + 1)


def test_a_check_names_decisions_that_mean_nothing_or_are_not_used(workspace):
    decide(workspace, "飞翔路,,R-99", "云上路,,R-10")
    found = [finding for finding in pipeline.check(workspace) if "overrides" in finding.where]
    file = "layers/source/overrides.csv"
    assert [(finding.where, finding.message.split(":")[0]) for finding in found] == [
        (f"{file}: row 2 飞翔路", "its decision R-99 is no place, no zone and no position that is known"),
        (f"{file}: row 3 云上路", "is not used"),
    ]


def test_a_workspace_does_without_overrides(workspace):
    (workspace / "layers/source/overrides.csv").unlink()
    assert pipeline.build(workspace) is not None
    assert [finding for finding in pipeline.check(workspace) if pipeline.fails(finding, strict=True)] == []


@pytest.mark.parametrize("year", [1, 9999])
def test_a_date_of_no_report_is_refused(workspace, year):
    with pytest.raises(InputError, match=r"--date .*: is no date of a report; give one from 1949 to 2099"):
        pipeline.build(workspace, reference=date(year, 1, 1))


def test_what_a_killed_build_left_is_cleared_away(workspace):
    (workspace / "maps").mkdir()
    left = workspace / "maps/.Z-01.html.a1b2c3d4.part"
    for nothing_changed in (False, True):
        left.write_bytes(b"half a page")
        assert (pipeline.build(workspace) is None) is nothing_changed
        assert not left.exists()


def test_a_report_without_tasks_still_makes_pages(workspace):
    (workspace / "reports/erqi-2020-08.md").write_text("今天天气很好。\n", encoding="utf-8")
    assert pipeline.build(workspace).ledger.tasks == 0


def test_the_real_report_gives_the_same_tasks_on_every_page(reference, workspace, built):
    _, ours = built
    real = pipeline.build(workspace, report=reference / "reports/erqi-2020-08.txt")
    assert real.ledger == ours.ledger
    assert [name.name for name in real.unplaced_names] == [name.name for name in ours.unplaced_names]


# --- Bad input -----------------------------------------------------------------------------------


def remove_report(root):
    (root / "reports/erqi-2020-08.md").unlink()


def spoil_encoding(root):
    (root / "reports/erqi-2020-08.md").write_bytes(b"\xff\xd8\x00\x81 no text \x80")


def empty_report(root):
    (root / "reports/erqi-2020-08.md").write_text("\n \n", encoding="utf-8")


def cut_layer(root):
    path = root / "layers/source/zones.geojson"
    path.write_bytes(path.read_bytes()[:-200])


def open_ring(root):
    path = root / "layers/source/zones.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    layer["features"][2]["geometry"]["coordinates"][0].pop()
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")


def drop_column(root):
    path = root / "layers/source/unlocated.csv"
    path.write_text(
        path.read_text(encoding="utf-8-sig").replace("would_place", "placed_by", 1), encoding="utf-8"
    )


def remove_layer(root):
    (root / "layers/source/roads.geojson").unlink()


def spoil_settings(root):
    path = root / "planmap.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("EPSG:4547", "4547"), encoding="utf-8")


def remove_settings(root):
    (root / "planmap.toml").unlink()


def edit_place(root, **changes):
    path = root / "layers/source/places.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    layer["features"][0]["properties"] |= changes
    path.write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")


def name_with_control_character(root):
    edit_place(root, name="二七\x1b[2J塔")


def no_uncertainty(root):
    edit_place(root, uncertainty_m=0)


def boundless_uncertainty(root):
    edit_place(root, uncertainty_m=1e9)


def another_district(root):
    path = root / "planmap.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"410103"', '"410105"'), encoding="utf-8")


def degrees_for_metres(root):
    path = root / "planmap.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("EPSG:4547", "EPSG:4490"), encoding="utf-8")


BROKEN = [
    (name_with_control_character, LayerError, "name holds a control character"),
    (no_uncertainty, LayerError, "uncertainty_m is not above 0"),
    (boundless_uncertainty, LayerError, "uncertainty_m is above 100000"),
    (another_district, LayerError, "is not the district of planmap.toml"),
    (degrees_for_metres, DatumError, "district.crs .* is no projection in metres"),
    (remove_report, MissingFileError, "erqi-2020-08.md"),
    (spoil_encoding, EncodingError, "erqi-2020-08.md"),
    (empty_report, ReportError, "erqi-2020-08.md"),
    (cut_layer, LayerError, "zones.geojson"),
    (open_ring, LayerError, "zones.geojson: feature 3"),
    (drop_column, LayerError, "unlocated.csv"),
    (remove_layer, MissingFileError, "roads.geojson"),
    (spoil_settings, SettingsError, "district.crs"),
    (remove_settings, MissingFileError, "planmap.toml"),
]


@pytest.mark.parametrize(("spoil", "error", "named"), BROKEN)
def test_bad_input_is_named_and_the_old_outputs_stay(workspace, spoil, error, named):
    pipeline.build(workspace)
    before = derived(workspace)
    spoil(workspace)
    with pytest.raises(error, match=named) as raised:
        pipeline.build(workspace)
    assert isinstance(raised.value, PlanmapError)
    assert "; " in str(raised.value), "the message says what to do"
    assert derived(workspace) == before


def test_a_folder_that_takes_no_file_stops_the_build_before_it_begins(workspace):
    (workspace / "maps").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="maps"):
        pipeline.build(workspace)
    assert not (workspace / "layers/tasks.csv").exists()


# --- Checks --------------------------------------------------------------------------------------


def test_the_repositorys_own_workspace_passes_every_check(built):
    root, _ = built
    assert [finding for finding in pipeline.check(root) if pipeline.fails(finding, strict=True)] == []


def test_a_check_says_how_far_a_reviewed_place_lies_outside(built):
    root, _ = built
    messages = [f"{finding.where}: {finding.message}" for finding in pipeline.check(root)]
    assert any("锦荣商贸城" in message and " m " in message for message in messages)


@pytest.mark.parametrize("spoil", [remove_report, empty_report, another_district, degrees_for_metres])
def test_a_check_sees_what_a_build_would_stop_at(workspace, spoil):
    spoil(workspace)
    (finding,) = pipeline.check(workspace)
    assert pipeline.fails(finding, strict=False)


def test_a_check_lists_every_fault_of_a_source_layer(workspace):
    open_ring(workspace)
    drop_column(workspace)
    findings = pipeline.check(workspace)
    files = {Path(finding.where.split(" ")[0].split(":")[0]).name for finding in findings}
    assert files == {"zones.geojson", "unlocated.csv"}
    assert all(pipeline.fails(finding, strict=False) for finding in findings)
