from __future__ import annotations

import sys
from dataclasses import replace

import pytest
import shapely

from geo.model import Orientation, ZoneSetting
from geo.render.sheet.atlas import atlas, publishing_warning
from geo.render.sheet.display import Sheet
from geo.render.sheet.paper import Paper

atlas_module = sys.modules["geo.render.sheet.atlas"]
"""The package names the function alike."""


@pytest.fixture(scope="module")
def pages(make):
    tasks = [make.task(1, placed="yes", reason=None), make.task(2, placed="zone", reason=None), make.task(3)]
    at = shapely.Point(113.91, 34.01)
    first = make.page(tasks, points=[(make.placed(1, "水塔"), at)])
    other = make.page([make.task(4)], limits=shapely.box(113.87, 34.02, 113.89, 34.03), name="西岸片区")
    return [first, replace(other, zone=ZoneSetting("Z-02", "西岸片区", "西岸片区"))]


@pytest.fixture(scope="module")
def made(pages, kit):
    return atlas(pages, kit)


def texts(sheet, role):
    return [words.text for words in sheet.words(role)]


def test_the_atlas_is_cover_zones_and_indexes(made):
    assert [sheet.name for sheet in made.sheets] == ["cover", "Z-01", "Z-02", "tasks-1", "places-1"]


def test_the_index_of_sheets_adds_up(made):
    cells = texts(made.sheets[0], "table")
    assert cells[:7] == ["图号", "图名", "比例尺", "任务", "已落图", "片区级", "未落图"]
    assert cells[7:14] == ["01", "东岸片区", "1:10 000", "3", "1", "1", "1"]
    assert cells[-5:] == ["合计", "4", "1", "1", "2"]


def test_the_cover_has_the_frames_of_the_sheets(made):
    assert texts(made.sheets[0], "sheet_frame_name") == ["01 东岸片区", "02 西岸片区"]
    assert texts(made.sheets[0], "title") == ["柳湾区重点任务图集"]


def test_the_indexes_have_every_task_and_place_once(made):
    tasks, places = (set(texts(sheet, "table")) for sheet in made.sheets[-2:])
    assert {"T-01-01", "T-01-02", "T-01-03", "T-01-04"} <= tasks
    assert {"水塔", "01（1）"} <= places


def test_the_index_of_places_fills_its_columns_alike(make, kit):
    tasks = [make.task(1, placed="yes", reason=None)]
    at = [shapely.Point(113.905 + 0.001 * number, 34.01) for number in range(8)]
    page = make.page(tasks, points=[(make.placed(1, f"水塔{n}"), point) for n, point in enumerate(at)])
    names = [words for words in atlas([page], kit).sheets[-1].words("table") if "水塔" in words.text]
    columns = {words.x for words in names}
    assert sorted(sum(words.x == x for words in names) for x in columns) == [2, 3, 3]


def test_the_atlas_stands_upright_too(pages, kit):
    upright = replace(kit, paper=Paper(orientation=Orientation.PORTRAIT))
    cover = atlas(pages, upright).sheets[0]
    assert (cover.width, cover.height) == (297, 420)
    assert texts(cover, "table")[-5:] == ["合计", "4", "1", "1", "2"]


def test_an_atlas_of_a_report_without_places_has_its_sheets(make, kit):
    assert [sheet.name for sheet in atlas([make.page([])], kit).sheets] == ["cover", "Z-01"]


@pytest.mark.parametrize(
    ("scales", "warns"),
    [((5_000, 5_000), True), ((10_000, 10_000), False), ((5_000, 10_000), False), ((2_000, 5_000), True)],
)
def test_more_than_25_km2_at_1_5000_or_larger_is_warned_of(kit, scales, warns):
    """Each sheet shows 4 by 4 km, the second one 3 km further east."""
    sheets = [
        Sheet(420, 297, (), "x", scale=scale, ground=(3_000.0 * n, 0.0, 3_000.0 * n + 4_000, 4_000.0))
        for n, scale in enumerate(scales)
    ]
    warning = publishing_warning(sheets, kit)
    assert bool(warning) is warns
    assert "28.0 km²" in warning or not warns


def test_the_warning_stands_on_every_sheet(kit, make, monkeypatch):
    """No single paper shows 25 km² at 1:5 000; a twentieth of it does."""
    monkeypatch.setattr(atlas_module, "PUBLIC_AREA_KM2", 0.01)
    task, row = make.task(1, placed="yes", reason=None), make.placed(1, "水塔", uncertainty_m=1.0)
    page = make.page([task], points=[(row, shapely.Point(113.91, 34.01))], limits=None)
    made = atlas([page], kit)
    (warning,) = {text for sheet in made.sheets[:2] for text in texts(sheet, "warning")}
    assert warning.endswith("依保密规定不得公开。")
    assert [sheet.warning for sheet in made.sheets[:2]] == [warning] * 2
