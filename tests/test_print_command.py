from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdf
import pytest
from typer.testing import CliRunner

from geo import pipeline
from geo.cli import app
from geo.errors import InputError, SettingsError
from geo.model import SheetFormat
from geo.printing import read_scale
from geo.workspace import load_workspace, read_settings

REPOSITORY = Path(__file__).parents[1]
SETTINGS = (REPOSITORY / "planmap.toml").read_bytes()


def settings_with(lines):
    """Give the settings of planmap.toml with lines under its [print]."""
    content = SETTINGS.replace(b"[print]\n", b"[print]\n" + lines.encode() + b"\n")
    return read_settings(content, where="planmap.toml")


def run(*arguments, folder=REPOSITORY):
    return CliRunner().invoke(app, ["print", *arguments, str(folder)])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_zone_is_printed_by_its_name_on_the_paper_that_is_asked_for(here):
    result = run("--zone", "马寨镇", "--size", "A4", "--orientation", "portrait", "--scale", "1:50000")
    assert result.exit_code == 0, result.output
    assert result.output.strip() == "Z-05-A4-50000.pdf: 1:50 000"
    page = pypdf.PdfReader(here / "Z-05-A4-50000.pdf").pages[0]
    assert float(page.mediabox.width) == pytest.approx(210 / 25.4 * 72, abs=0.1)
    assert "1:50 000" in page.extract_text()


def test_a_build_and_the_command_make_the_same_sheet(here):
    result = run("--zone", "Z-04", "--output", "sheet.pdf")
    assert result.exit_code == 0, result.output
    assert (here / "sheet.pdf").read_bytes() == (REPOSITORY / "maps" / "print" / "Z-04.pdf").read_bytes()


def test_a_drawing_of_several_pages_is_several_files(here):
    result = run("--zone", "全区性任务", "--format", "svg", "--output", "district.svg")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in here.iterdir()) == ["district-2.svg", "district.svg"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--zone", "月亮湾"), r'--zone \("月亮湾"\): is no zone; there are 二七新区、'),
        (
            ("--zone", "Z-01", "--scale", "1:1234"),
            r'--scale \("1:1234"\): is no standard scale; give one of 1:500,',
        ),
        (("--zone", "Z-01", "--scale", "1:500"), r"does not fit on A3 landscape at 1:500; take 1:50 000"),
    ],
)
def test_what_cannot_be_printed_is_one_clear_message(here, arguments, message):
    result = run(*arguments)
    assert isinstance(result.exception, InputError)
    assert re.search(message, str(result.exception))
    assert [*here.iterdir()] == []


def test_paper_that_there_is_not_is_refused():
    result = run("--zone", "Z-01", "--size", "A9")
    assert result.exit_code == 2
    assert "A9" in result.output


@pytest.mark.parametrize(
    ("text", "scale"), [("1:10 000", 10_000), ("1：2000", 2_000), ("500", 500), ("1:25,000", 25_000)]
)
def test_a_scale_is_read_however_it_is_written(text, scale):
    assert read_scale(text) == scale


@pytest.mark.parametrize("text", ["", "1:", "1:0", "-1", "1:10000:2", "²", "9" * 5_000, "1:0.5"])
def test_what_is_no_scale_is_refused(text):
    with pytest.raises(InputError, match="no standard scale"):
        read_scale(text)


def test_a_workspace_may_say_nothing_of_printed_sheets():
    assert load_workspace(REPOSITORY).settings.print.size == "A3"
    without = SETTINGS.replace(b"[print]\n", b"")
    assert read_settings(without, where="planmap.toml").print == load_workspace(REPOSITORY).settings.print


def test_the_title_block_is_filled_from_planmap_toml():
    said = 'organisation = "某某院"\ndate = 2020-08-05\nsize = "A2"\norientation = "portrait"\n'
    said += "wind_rose = [9, 5, 4, 6, 8, 7, 3, 10]\n"
    given = settings_with(said).print
    assert (given.organisation, given.date, given.size, given.orientation) == (
        "某某院",
        "2020-08-05",
        "A2",
        "portrait",
    )
    assert len(given.wind_rose) == 8


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('size = "A5"', r"print.size \(\"A5\"\): is none of its values; write one of A4, A3, A2, A1"),
        ('orientation = "quer"', "print.orientation"),
        ("organisation = 3", "print.organisation"),
        ("wind_rose = [1, 2, 3]", "is no wind rose; write 4, 8 or 16"),
        ("wind_rose = [0, 0, 0, 0]", "is no wind rose"),
        ('wind_rose = ["N"]', "is no list of frequencies"),
        ("wind_rose = [true, 1, 1, 1]", "is no list of frequencies"),
        ("wind_rose = [-1, 1, 1, 1]", "is no list of frequencies"),
        ('printer = "HP"', "key is unknown"),
    ],
)
def test_a_wrong_word_about_sheets_is_named(line, message):
    with pytest.raises(SettingsError, match=message):
        settings_with(line)


def test_a_sheet_with_an_unknown_character_is_printed_and_the_character_named_by_its_code(here):
    workspace = here / "workspace"
    shutil.copytree(REPOSITORY / "reports", workspace / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", workspace / "layers" / "source")
    shutil.copy(REPOSITORY / "planmap.toml", workspace)
    report = next((workspace / "reports").glob("*.md"))
    report.write_text(
        report.read_text(encoding="utf-8").replace("飞翔路等", "飞翔路\ue123等"), encoding="utf-8"
    )
    request = pipeline.print_request("Z-03", size=None, orientation=None, scale=None, form=SheetFormat.PDF)
    pipeline.print_zone(workspace, request, output=here / "sheet.pdf")
    assert "〔U+E123〕" in "".join(page.extract_text() for page in pypdf.PdfReader(here / "sheet.pdf").pages)
