"""The PDFs of maps/print, as they are committed: measured, searched and looked into.

test_pipeline.py holds them against what a build makes.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pandas as pd
import pypdf
import pytest

from geo import pipeline, printing
from geo.render.sheet import atlas
from geo.render.sheet.map_frame import grid_interval
from geo.workspace import load_workspace

REPOSITORY = Path(__file__).parents[1]
PRINT = REPOSITORY / "maps" / "print"
ZONES = [zone.id for zone in load_workspace(REPOSITORY).settings.zones]
MM = 72 / 25.4
CROSS_MM = 2.4
RADICALS = re.compile("[\u2e80-\u2fdf]")

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler-utils")


PAINTS = {b"S", b"s", b"f", b"f*", b"B", b"B*", b"b", b"b*", b"n"}


def segments(page):
    """Give every straight line of a page that is no part of a longer one: its ends in millimetres."""
    matrix, stack, path, kept = pypdf.Transformation(), [], [], []
    for operands, operator in page.get_contents().operations:
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop()
        elif operator == b"cm":
            matrix = pypdf.Transformation(tuple(map(float, operands))).transform(matrix)
        elif operator in (b"m", b"l"):
            x, y = matrix.apply_on(tuple(map(float, operands)))
            path = [*path, []] if operator == b"m" else path
            path[-1].append((x / MM, y / MM))
        elif operator in PAINTS:
            kept += [part for part in path if len(part) == 2]
            path = []
    return kept


def said_by(program, *arguments):
    command = [shutil.which(program), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("zone", ZONES)
def test_the_scale_measured_from_the_vectors_is_right_within_a_thousandth(zone):
    reader = pypdf.PdfReader(PRINT / f"{zone}.pdf")
    page = reader.pages[0]
    (scale,) = {int(found.replace(" ", "")) for found in re.findall(r"1:(\d[\d ]*\d)", page.extract_text())}
    crosses = [
        (start, end)
        for start, end in segments(page)
        if abs(math.dist(start, end) - CROSS_MM) < 0.01 and abs(start[1] - end[1]) < 0.001
    ]
    columns = sorted({round((start[0] + end[0]) / 2, 3) for start, end in crosses})
    rows = sorted({round(start[1], 3) for start, _ in crosses})
    assert len(columns) > 2
    assert len(rows) > 2
    for lines in (columns, rows):
        apart = (lines[-1] - lines[0]) / (len(lines) - 1)
        assert grid_interval(scale) * 1000 / apart == pytest.approx(scale, rel=1e-3)


@pytest.mark.parametrize("name", [*ZONES, "atlas"])
def test_each_page_is_a3_within_a_tenth_of_a_point(name):
    for page in pypdf.PdfReader(PRINT / f"{name}.pdf").pages:
        sides = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert sides == pytest.approx([297 * MM, 420 * MM], abs=0.1)


@needs_poppler
@pytest.mark.parametrize("zone", ZONES)
def test_each_name_and_task_is_found_as_typed(zone):
    tasks = pd.read_csv(REPOSITORY / "layers" / "tasks.csv", encoding="utf-8-sig")
    (home,) = [entry for entry in load_workspace(REPOSITORY).settings.zones if entry.id == zone]
    own = tasks[tasks["zone"] == home.name]
    found = said_by("pdftotext", "-layout", PRINT / f"{zone}.pdf", "-")
    assert home.title in found
    assert RADICALS.search(found) is None
    places = {place for listed in own["places"].dropna() for place in listed.split("、")}
    assert sorted(place for place in places if place not in found) == []
    assert sorted(id_ for id_ in own["task_id"] if id_ not in found) == []


@needs_poppler
@pytest.mark.parametrize("order", [["-layout"], ["-raw"], []])
def test_each_road_of_a_sheet_is_found_as_one_text_in_any_order_of_reading(sheets, order):
    """On the map, a name along a steep road is a column of characters, and a turned one is a slope."""
    found = said_by("pdftotext", *order, PRINT / "atlas.pdf", "-").split("\f")
    for sheet, page in zip(sheets, found, strict=False):
        names = {words.text for words in sheet.words("road_name") if len(words.text) > 1}
        assert sorted(name for name in names if name not in page) == []
    roads = pd.DataFrame(json.loads((REPOSITORY / "layers/source/roads.geojson").read_bytes())["features"])
    names = {feature["name"] for feature in roads["properties"]}
    assert sorted(name for name in names if name not in found[len(ZONES)]) == []


@needs_poppler
def test_the_atlas_has_every_task_of_the_table():
    tasks = pd.read_csv(REPOSITORY / "layers" / "tasks.csv", encoding="utf-8-sig")
    found = re.sub(r"\s", "", said_by("pdftotext", "-layout", PRINT / "atlas.pdf", "-"))
    assert [text for text in tasks["text"] if re.sub(r"\s", "", text)[:20] not in found] == []
    assert f"合计{len(tasks)}" in found
    assert RADICALS.search(found) is None


@needs_poppler
@pytest.mark.parametrize("name", [*ZONES, "atlas"])
def test_fonts_are_embedded_as_subsets_and_there_is_no_picture(name):
    path = PRINT / f"{name}.pdf"
    fonts = said_by("pdffonts", path).splitlines()[2:]
    assert {
        re.split(r"\s{2,}", line.strip())[0].partition("+")[2].split("-Identity")[0] for line in fonts
    } == {
        "NotoSansCJKsc-Regular",
        "NotoSansCJKjp-Bold",
    }
    assert all(re.search(r"yes +yes +yes +\d+ +\d+$", line) for line in fonts)
    images = said_by("pdfimages", "-list", path)
    assert len(images.splitlines()) == 2


@pytest.fixture(scope="module")
def sheets():
    """The display lists of the atlas."""
    workspace = load_workspace(REPOSITORY)
    day = workspace.settings.report_date
    report = pipeline.read(workspace.report, named="report", reference=day)
    sources, neighbours = pipeline.read_sources(workspace)
    gazetteer = pipeline.index_places(workspace, sources)
    layers = pipeline.join_places(report, pipeline.find_places(report, gazetteer), workspace)
    pages = pipeline.lay_out(layers, gazetteer, sources, workspace)
    kit = printing.sheet_kit(pipeline.base_map(sources, neighbours), workspace, as_of=day)
    return atlas(pages, kit).sheets


def test_no_label_of_the_atlas_overlaps_another_or_the_edge_and_none_is_left_out(sheets):
    maps = [sheet for sheet in sheets if sheet.map_box is not None]
    assert len(maps) == len(ZONES) + 1
    for sheet in maps:
        assert sheet.label_boxes
        overlapping = [
            (one, other)
            for (one, first), (other, second) in combinations(sheet.label_boxes, 2)
            if one != other and first.overlaps(second)
        ]
        assert overlapping == []
        assert all(sheet.map_box.holds(box) for _, box in sheet.label_boxes)
        assert sheet.unnamed == ()


def test_every_task_stands_on_one_sheet_of_the_atlas_and_sums_add_up(sheets):
    tasks = pd.read_csv(REPOSITORY / "layers" / "tasks.csv", encoding="utf-8-sig")
    facts = [words.text for sheet in sheets for words in sheet.words("list_facts")]
    listed = [text.split("　")[0] for text in facts if text.startswith("T-")]
    assert sorted(listed) == sorted(tasks["task_id"])
    sums = {words.text for sheet in sheets for words in sheet.words("sum")}
    counts = [[int(number) for number in re.findall(r"\d+", text)] for text in sums]
    assert all(total == sum(parts) for total, *parts in counts)


@pytest.mark.parametrize("zone", ZONES)
def test_a_sheet_takes_no_more_than_150_kb(zone):
    assert (PRINT / f"{zone}.pdf").stat().st_size <= 150_000
