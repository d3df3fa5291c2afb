from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

REPOSITORY = Path(__file__).parents[1]
REPORT = "年底前完成人民路等5条道路整治。\n"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    root = tmp_path_factory.mktemp("workspace")
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", root / "layers" / "source")
    return root


@pytest.fixture
def planmap(tmp_path):
    """Run the command as a person would."""

    def run(*arguments, folder=tmp_path):
        return subprocess.run(
            [sys.executable, "-m", "geo", *map(str, arguments)],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_build_says_where_to_look_and_what_could_not_be_placed(planmap, workspace):
    shutil.rmtree(workspace / ".planmap", ignore_errors=True)
    result = planmap("build", folder=workspace)
    assert result.returncode == 0, result.stderr
    assert "maps/index.html" in result.stdout.replace(os.sep, "/")
    assert "20 names, 24 mentions without a position" in result.stdout
    assert "no_coordinate" not in result.stdout
    assert result.stderr == ""


def test_what_could_not_be_placed_is_complete_and_set_in_columns(planmap, workspace):
    shutil.rmtree(workspace / ".planmap", ignore_errors=True)
    lines = planmap("build", folder=workspace).stdout.splitlines()
    first, last = lines.index("  查无坐标") + 1, lines.index("  所写地点在区外")
    assert sum(1 for line in lines[first:last] if line.startswith("    ") and line[4] != " ") == 17
    columns = {cell_len(line[: line.index("T-")]) for line in lines[first:last] if "T-" in line}
    assert len(columns) == 1
    assert max(map(cell_len, lines[first:last])) <= 100


def test_a_second_build_says_that_nothing_has_changed(planmap, workspace):
    planmap("build", folder=workspace)
    result = planmap("build", folder=workspace)
    assert (result.returncode, result.stdout.split(";")[0]) == (0, "Nothing has changed since the last build")


def test_extract_prints_json_and_nothing_else_on_standard_output(planmap, report):
    result = planmap("extract", report, "--date", "2020-08-01", "--json")
    assert (result.returncode, result.stderr) == (0, "")
    told = json.loads(result.stdout)
    assert [task["due"] for task in told["tasks"]] == ["2020-12-31"]
    assert list(told) == [
        "report", "sections", "tasks", "places", "segments", "times", "quantities", "lists", "notices",
    ]  # fmt: skip


def test_extract_prints_the_text_to_which_offsets_refer(planmap, report):
    assert planmap("extract", report, "--text").stdout == REPORT


def test_extract_without_a_date_makes_up_none_and_says_why(planmap, report):
    told = json.loads(planmap("extract", report, "--json").stdout)
    assert [task["due"] for task in told["tasks"]] == [None]
    assert "no report date" in told["notices"][0]["message"]


def test_extract_knows_the_places_of_a_workspace_by_name(planmap, workspace, tmp_path):
    report = tmp_path / "known.md"
    report.write_text("年底前完成对欢乐湖的整治。\n\n对锦荣进行改造。\n", encoding="utf-8")
    known = json.loads(planmap("extract", report, "--json", "--workspace", workspace).stdout)
    assert [place["surface"] for place in known["places"]] == ["欢乐湖", "锦荣"]
    alone = json.loads(planmap("extract", report, "--json").stdout)
    assert alone["places"] == []


def test_extract_for_people_lists_the_tasks(planmap, report):
    assert "T-01-01" in planmap("extract", report, "--date", "2020-08-01").stdout


def test_geocode_answers_for_each_name_whether_found_or_not(planmap, workspace):
    result = planmap("geocode", "德化步行街", "飞翔路", "无此地名路", "--json", folder=workspace)
    answers = json.loads(result.stdout)
    assert result.returncode == 0
    assert [answer["status"] for answer in answers] == ["placed", "zone", "miss"]
    keys = "name status place geometry_type lon lat precision uncertainty_m datum_in source reason others"
    assert set(answers[0]) == set(keys.split())


def test_geocode_tells_people_what_would_place_a_name(planmap, workspace):
    result = planmap("geocode", "飞翔路", "无此地名路", folder=workspace)
    known, unknown = result.stdout.splitlines()
    assert "; layers/source/unlocated.csv: " in known
    assert known.endswith("; not meant: 航空港区飞翔路 (outside)")
    assert known.startswith(
        "飞翔路: no position, but it lies in 马寨镇 (zone): 查无坐标; 马寨产业集聚区管委会提供"
    )
    assert unknown.startswith("无此地名路: no position: 地名库中没有这个名称; 核对写法")


def test_a_report_cannot_steer_the_terminal(planmap, tmp_path):
    (tmp_path / "report.md").write_text("年底前完成\x1b[2J人民路\u202e整治。\n", encoding="utf-8")
    result = planmap("extract", "report.md", "--date", "2020-08-01")
    assert result.returncode == 0
    assert {"\x1b", "\u202e"}.isdisjoint(result.stdout)


def test_results_are_utf_8_with_bare_line_feeds_where_a_program_reads(tmp_path, report):
    result = subprocess.run(
        [sys.executable, "-m", "geo", "extract", str(report), "--text"],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "ascii"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert result.stdout == report.read_bytes()


def test_check_passes_and_says_so(planmap, workspace):
    result = planmap("check", folder=workspace)
    assert (result.returncode, result.stderr) == (0, "planmap: every rule holds\n")


def test_check_fails_with_1_and_names_the_fault(planmap, tmp_path, workspace):
    broken = shutil.copytree(workspace, tmp_path / "broken")
    roads = broken / "layers/source/roads.geojson"
    roads.write_text(
        roads.read_text(encoding="utf-8").replace('"kind": "road"', '"kind": null', 1), encoding="utf-8"
    )
    result = planmap("check", broken)
    assert result.returncode == 1
    assert "roads.geojson" in result.stdout


def test_convert_changes_the_datum_and_nothing_else(planmap, tmp_path):
    (tmp_path / "shops.csv").write_text("name,lon,lat\n东店,113.666725,34.749904\n", encoding="utf-8")
    result = planmap("convert", "shops.csv", "wgs.csv", "--from", "gcj02", "--to", "wgs84")
    assert result.returncode == 0, result.stderr
    name, lon, lat = (tmp_path / "wgs.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")
    assert (name, round(float(lon), 5), round(float(lat), 5)) == ("东店", 113.66063, 34.75103)


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "no-such-folder"),
        ("extract", "missing.md"),
        ("extract", "report.xyz"),
        ("geocode", "德化步行街", "--workspace", "no-such-folder"),
        ("check", "no-such-folder"),
        ("convert", "missing.csv", "out.csv", "--from", "gcj02", "--to", "wgs84"),
        ("convert", "shops.csv", "out.csv", "--from", "nad27", "--to", "wgs84"),
        ("view", "missing.gpkg", "out.html"),
        ("view", "shops.csv", "out.html"),
    ],
)
def test_wrong_input_gives_one_message_and_exit_2(planmap, tmp_path, arguments):
    (tmp_path / "report.xyz").write_text("x", encoding="utf-8")
    (tmp_path / "shops.csv").write_text("lon,lat\n1,2\n", encoding="utf-8")
    result = planmap(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("planmap: ")
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments", [("build", "--frobnicate"), ("extract",), ("build", "--date", "gestern")]
)
def test_wrong_arguments_exit_with_2(planmap, arguments):
    result = planmap(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["build", "extract", "geocode", "check", "convert"])
def test_help_of_each_command_has_an_example(planmap, command):
    result = planmap(command, "--help")
    assert (result.returncode, "Example: planmap" in result.stdout) == (0, True)


def test_the_list_of_commands_cuts_no_sentence_off(planmap):
    commands = planmap("--help").stdout.partition("Commands:")[2]
    assert commands.count(".\n") == len(commands.strip().splitlines())


def test_a_report_that_is_named_and_missing_is_not_blamed_on_the_settings(planmap, workspace):
    result = planmap("build", "--report", "nope.md", folder=workspace)
    assert result.returncode == 2
    assert "nope.md: report is not there; check the path" in result.stderr
    assert "planmap.toml" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_output_that_is_full_is_one_message(report):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "geo", "extract", str(report), "--json"],
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    assert result.returncode == 2
    assert result.stderr.startswith("planmap: the system refuses to go on: ")
    assert len(result.stderr.splitlines()) == 1
