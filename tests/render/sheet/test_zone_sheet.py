from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.errors import InputError
from geo.model import Orientation, PaperSize
from geo.render.sheet.atlas import oriented_sheets
from geo.render.sheet.display import Box
from geo.render.sheet.location_map import location_map
from geo.render.sheet.map_frame import crosses
from geo.render.sheet.paper import SCALES, Paper
from geo.render.sheet.view import MapView, to_metres
from geo.render.sheet.zone_sheet import zone_sheets

NAMES = ["福寿街", "敦睦路", "大同路", "延陵街", "金光路"]


@pytest.fixture(scope="module")
def page(make):
    """Tasks of every kind: on a line, at a point, within a circle, known by the zone, nowhere."""
    tasks = [
        make.task(
            1, placed="yes", reason=None, places="滨河路", category="道路整治", due=dt.date(2022, 6, 30)
        ),
        make.task(2, placed="yes", reason=None, places="钟楼园", category="公园绿化", status="done"),
        make.task(
            3, placed="partly", reason=None, places="老厂、新厂", category="产业项目", status="started"
        ),
        make.task(4, placed="zone", reason=None, category="市政设施", due=dt.date(2022, 1, 1)),
        make.task(5, text="完成7个老旧小区的改造", category="老旧小区改造", reason="count_only"),
    ]
    line = shapely.LineString([(113.902, 34.002), (113.92, 34.006), (113.924, 34.017)])
    circle = shapely.Point(113.915, 34.012).buffer(0.002)
    missed = {
        "name": "新厂",
        "kind": "plant",
        "zone": "东岸片区",
        "reason": "no_coordinate",
        "would_place": "厂址",
    }
    misses = [missed | {"task_id": "T-01-03", "text_start": 1, "text_end": 3}]
    return make.page(
        tasks,
        points=[(make.placed(2, "钟楼园", precision="street", status="done"), shapely.Point(113.91, 34.017))],
        lines=[(make.placed(1, "滨河路"), line)],
        areas=[(make.placed(3, "老厂", precision="area", uncertainty_m=200.0), circle)],
        misses=misses,
    )


@pytest.fixture(scope="module")
def sheet(page, kit):
    return zone_sheets(page, kit, number="01")[0]


def texts(sheet, role=""):
    return [words.text for words in sheet.words(role)]


# --- Scale and place -----------------------------------------------------------------------------


def test_a_position_on_the_sheet_is_its_metres_at_the_scale(sheet, page, kit):
    shape = sheet.shapes("zone_limits")[-1]
    drawn = np.vstack(shape.parts)
    metres = shapely.get_coordinates(to_metres(page.limits.geometry, crs=kit.settings.crs))
    assert np.ptp(drawn[:, 0]) == pytest.approx(np.ptp(metres[:, 0]) * 1000 / sheet.scale, rel=1e-3)
    assert np.ptp(drawn[:, 1]) == pytest.approx(np.ptp(metres[:, 1]) * 1000 / sheet.scale, rel=1e-3)


def test_the_scale_is_the_largest_of_the_series_at_which_zone_and_tasks_fit(sheet):
    assert sheet.scale in SCALES
    larger = SCALES[SCALES.index(sheet.scale) - 1]
    shown = [shape for role in ("zone_limits", "task") for shape in sheet.shapes(role)]
    height = np.ptp(np.vstack([part for shape in shown for part in shape.parts])[:, 1])
    assert height * sheet.scale / larger > sheet.map_box.height - 10


def test_every_grid_cross_stands_at_a_round_metre(sheet):
    west, south, east, north = sheet.ground
    (crosses,) = sheet.shapes("grid_cross")
    middles = np.array([part.mean(axis=0) for part in crosses.parts])
    x = west + (middles[:, 0] - sheet.map_box.x) * sheet.scale / 1000
    y = north - (middles[:, 1] - sheet.map_box.y) * sheet.scale / 1000
    assert np.abs(np.concatenate((x, y)) / 100 - np.round(np.concatenate((x, y)) / 100)).max() < 1e-3
    assert (south < y).all()
    assert (x < east).all()


def test_no_grid_cross_stands_under_a_name(kit):
    view = MapView(Box(20, 30, 250, 230), 10_000, kit.settings.crs, 468_000.0, 3_762_000.0)
    (whole,) = crosses(view, kit, names=[])
    x, y = whole.parts[0].mean(axis=0).tolist()
    (fewer,) = crosses(view, kit, names=[Box(x - 10, y - 1, 10, 3)])
    assert len(whole.parts) - len(fewer.parts) == 2
    assert all(abs(part.mean(axis=0) - (x, y)).max() > 1 for part in fewer.parts)


def test_nothing_of_the_map_leaves_its_neat_line(sheet):
    box = sheet.map_box
    for role in ("task", "zone_limits", "road", "district", "neighbour", "landmark", "grid_cross"):
        for shape in sheet.shapes(role):
            for part in shape.parts:
                assert part[:, 0].min() >= box.x - 0.1
                assert part[:, 0].max() <= box.right + 0.1
                assert part[:, 1].min() >= box.y - 0.1
                assert part[:, 1].max() <= box.bottom + 0.1


def test_nothing_leaves_the_paper(sheet, kit):
    for words in sheet.words():
        width = kit.face(bold=words.bold).width(words.text, words.points)
        left = words.x - {"start": 0, "middle": 0.5, "end": 1}[words.align] * width
        if not words.turn:
            assert left >= 5, words.text
            assert left + width <= sheet.width - 5, words.text
        assert 5 <= words.y <= sheet.height - 5


# --- Furniture -----------------------------------------------------------------------------------


def test_the_title_stands_in_the_middle_of_the_paper(sheet):
    (title,) = sheet.words("title")
    assert title.text == "柳湾区重点任务图·东岸片区"
    assert (title.x, title.align) == (sheet.width / 2, "middle")


def test_there_is_all_the_furniture_and_no_wind_rose_without_data(sheet):
    for role in ("neat_line_outer", "neat_line_inner", "grid_tick", "grid_cross", "north_arrow", "scale_bar",
                 "location", "title_block"):  # fmt: skip
        assert sheet.shapes(role), role
    assert sheet.shapes("wind_rose") == ()
    assert texts(sheet, "scale") == ["1:10 000"]
    assert len(texts(sheet, "corner")) == 8
    assert "界线为示意，内部工作用图。" in texts(sheet, "footnote")


def test_no_name_of_the_location_map_stands_on_the_edge_of_its_window(kit):
    box = Box(0, 0, 46, 38)
    for east in range(486_000, 498_000, 400):
        view = MapView(Box(20, 30, 250, 230), 10_000, kit.settings.crs, float(east), 3_765_000.0)
        items = [*location_map(box, view, [], kit)]
        window = items[-2 - sum(hasattr(item, "text") for item in items)]
        assert window.stroke.colour == kit.ink
        edge = shapely.LinearRing(window.parts[0])
        for words in (item for item in items if hasattr(item, "text")):
            half = kit.face(bold=words.bold).width(words.text, words.points) / 2
            assert not shapely.box(words.x - half, words.y - 1, words.x + half, words.y).intersects(edge)


def test_the_scale_bar_is_as_long_as_it_says(sheet):
    bars = [part for shape in sheet.shapes("scale_bar") for part in shape.parts]
    length = np.vstack(bars)[:, 0]
    says = next(text for text in texts(sheet, "scale_bar") if text.endswith(" m"))
    assert np.ptp(length) * sheet.scale / 1000 == pytest.approx(float(says.removesuffix(" m")))


def test_a_wind_rose_needs_data(page, printing):
    rose = (12, 5, 3, 9, 14, 6, 4, 8)
    windy = zone_sheets(page, printing(wind_rose=rose), number="01")[0]
    assert windy.shapes("wind_rose")
    assert windy.shapes("north_arrow") == ()


def test_the_title_block_says_what_planmap_toml_says_and_stays_empty_else(page, sheet, printing):
    given = {"organisation": "某某规划院", "drawn_by": "甲乙", "checked_by": "丙丁", "date": "2022-03-05",
             "review_number": "豫S(2022)1号"}  # fmt: skip
    filled = zone_sheets(page, printing(**given), number="LW-01")[0]
    assert {*given.values(), "LW-01"} <= set(texts(filled, "title_block"))
    assert any("EPSG:4547" in text and "114" in text for text in texts(sheet, "title_block"))
    assert {"编制单位", "审核", "审图号"} <= set(texts(sheet, "title_block"))
    assert len(texts(filled, "title_block")) == len(texts(sheet, "title_block")) + len(given)


def test_the_legend_has_what_is_on_the_map_with_its_counts_and_nothing_else(sheet):
    legend = texts(sheet, "legend")
    assert {"道路交通（1）", "生态环境（1）", "产业招商（1）", "计划（1）", "在办（1）", "完成（1）"} <= set(
        legend
    )
    assert {
        "沿路，线为路段（1）",
        "沿路，走向不明（1）",
        "范围内，圈为误差（1）",
        "片区级，位置不详（1）",
    } <= set(legend)
    assert not any(
        word in text for text in legend for word in ("工程设施", "居住安置", "隧道", "位置准确", "其他公布")
    )


# --- Tasks ---------------------------------------------------------------------------------------


def test_the_list_has_every_task_once_with_unit_deadline_and_sentence(sheet):
    assert sorted(texts(sheet, "list_number")) == ["1", "2", "3", "4", "5"]
    facts = "".join(texts(sheet, "list_facts"))
    assert "T-01-01　东岸管委会　道路整治·计划　期限 2022-06-30" in facts
    assert "期限：原文未写" in facts
    assert "市政设施·计划·逾期" in facts
    assert "完成7个老旧小区的改造" in texts(sheet, "list_text")
    assert texts(sheet, "list_heading") == ["已落图（3）", "片区级：只知道在片区内（1）", "未落图及原因（1）"]


def test_what_is_not_on_the_map_has_its_reason(sheet):
    facts = texts(sheet, "list_facts")
    assert "原文只有数量，没有点名" in facts
    assert "未落图：新厂（查无坐标）" in facts


def test_the_sum_adds_up(sheet):
    assert texts(sheet, "sum") == ["任务 5 ＝ 已落图 3 ＋ 片区级 1 ＋ 未落图 1"]


def test_a_place_that_is_not_known_well_is_no_symbol(sheet):
    circle = [s for s in sheet.shapes("task T-01-03") if s.stroke is not None and s.stroke.dash]
    assert circle
    assert "3 老厂 ±200 m" in texts(sheet, "task_label")
    assert sheet.shapes("zone_rim")
    assert texts(sheet, "zone_plate") == ["片区级 1 项：4"]


def test_a_road_beyond_the_district_is_only_hinted_at(kit, make):
    task = make.task(1, placed="yes", reason=None)
    line = shapely.LineString([(113.90, 34.01), (113.97, 34.012)])
    drawn = zone_sheets(make.page([task], lines=[(make.placed(1, "东西路"), line)]), kit, number="01")[0]
    widths = {shape.stroke.width for shape in drawn.shapes("task T-01-01") if shape.stroke.dash}
    assert widths == {kit.px("task_edge")}


def test_places_of_one_task_have_its_number_and_count_once(kit, make):
    task = make.task(1, placed="yes", reason=None, places="、".join(NAMES), list_named=5, list_total=5)
    points = [
        (
            make.placed(1, name, id=f"T-01-01-0{n}", precision="street"),
            shapely.Point(113.903 + 0.005 * n, 34.01),
        )
        for n, name in enumerate(NAMES)
    ]
    sheet = zone_sheets(make.page([task], points=points), kit, number="01")[0]
    assert sorted(texts(sheet, "task_label")) == sorted(f"1 {name}" for name in NAMES)
    assert "道路交通（1）" in texts(sheet, "legend")
    assert "沿路，走向不明（5）" in texts(sheet, "legend")
    assert texts(sheet, "list_number") == ["1"]


def test_two_tasks_at_one_place_are_drawn_once_in_neutral_colour(kit, make):
    tasks = [
        make.task(n, placed="yes", reason=None, category=c) for n, c in ((1, "道路整治"), (2, "公园绿化"))
    ]
    at = shapely.Point(113.91, 34.01)
    points = [
        (make.placed(n, "湖心岛", category=task["category"]), at)
        for n, task in ((1, tasks[0]), (2, tasks[1]))
    ]
    sheet = zone_sheets(make.page(tasks, points=points), kit, number="01")[0]
    assert texts(sheet, "task_label") == ["1、2 湖心岛"]
    colours = {s.stroke.colour for s in sheet.shapes("task T-01-01 T-01-02") if s.stroke}
    assert kit.styles.base["mixed"] in colours


# --- Labels --------------------------------------------------------------------------------------


def test_no_label_overlaps_another_or_the_edge(sheet):
    for (one, first), (other, second) in itertools.combinations(sheet.label_boxes, 2):
        assert one == other or not first.overlaps(second), (one, other)
    assert all(sheet.map_box.holds(box) for _, box in sheet.label_boxes)


def test_a_flat_road_is_named_as_one_text_and_a_steep_one_character_by_character(sheet):
    names = texts(sheet, "road_name")
    assert "河滨大道" in names
    assert [text for text in names if len(text) == 1] == list("南北街")
    assert any("图上道路：河滨大道、南北街" in text for text in texts(sheet, "footnote"))


def test_every_colour_is_the_style_tables(sheet, kit):
    styles = kit.styles
    table = {*styles.interface.values(), *styles.base.values()}
    table |= {colour for family in styles.families for colour in (family.colour, family.label_colour)}
    shapes = sheet.shapes()
    used = {words.colour for words in sheet.words()} | {shape.fill for shape in shapes if shape.fill}
    used |= {shape.stroke.colour for shape in shapes if shape.stroke}
    assert used - table == set()


# --- Paper ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_each_paper_takes_the_whole_of_a_zone(page, kit, size, orientation):
    sheets = zone_sheets(page, replace(kit, paper=Paper(size, orientation)), number="01")
    short, long = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841)}[size]
    wanted = (long, short) if orientation == "landscape" else (short, long)
    assert {(sheet.width, sheet.height) for sheet in sheets} == {wanted}
    numbers = [text for sheet in sheets for text in texts(sheet, "list_number")]
    assert sorted(numbers) == ["1", "2", "3", "4", "5"]
    for sheet in sheets:
        words = [w for w in sheet.words() if w.role.startswith("list_")]
        assert all(w.y < sheet.height - 12 for w in words)


def test_a_high_zone_lies_upright_where_that_gives_a_larger_scale(kit, make):
    tall = shapely.box(113.90, 34.00, 113.912, 34.0232)
    page = make.page([make.task(1)], limits=tall)
    landscape = oriented_sheets(page, kit, number="01", orientation=Orientation.LANDSCAPE)[0]
    free = oriented_sheets(page, kit, number="01", orientation=None)[0]
    assert (landscape.scale, free.scale) == (25_000, 10_000)
    assert free.height > free.width


def test_a_scale_that_is_too_large_is_refused_and_one_that_is_smaller_taken(page, kit):
    with pytest.raises(InputError, match=r"does not fit on A3 landscape at 1:2 000; take 1:10 000"):
        zone_sheets(page, kit, number="01", scale=2_000)
    assert zone_sheets(page, kit, number="01", scale=50_000)[0].scale == 50_000


# --- What may come -------------------------------------------------------------------------------


def test_a_zone_without_tasks_has_a_sheet_that_says_so(kit, make):
    sheet = zone_sheets(make.page([]), kit, number="01")[0]
    assert "报告中没有本片区的任务。" in texts(sheet)
    assert texts(sheet, "sum") == ["任务 0 ＝ 已落图 0 ＋ 片区级 0 ＋ 未落图 0"]


def test_a_zone_without_limits_and_places_shows_its_frame_and_says_why(kit, make):
    sheet = zone_sheets(make.page([make.task(1, placed="zone", reason=None)], limits=None), kit, number="01")[
        0
    ]
    assert any("未见公布界线" in text for text in texts(sheet, "footnote"))
    assert sheet.shapes("zone_limits") == ()
    assert texts(sheet, "zone_plate") == ["片区级 1 项：1"]


def test_a_single_point_has_a_map_around_it(kit, make):
    task, row = make.task(1, placed="yes", reason=None), make.placed(1, "水塔", uncertainty_m=1.0)
    at = shapely.Point(113.91, 34.01)
    sheet = zone_sheets(make.page([task], points=[(row, at)], limits=None), kit, number="01")[0]
    assert sheet.scale == SCALES[0]
    assert texts(sheet, "task_label") == ["1 水塔"]


def test_a_zone_100_km_long_fits_at_a_small_scale(kit, make):
    limits = shapely.box(113.3, 34.0, 114.4, 34.2)
    assert zone_sheets(make.page([make.task(1)], limits=limits), kit, number="01")[0].scale == 500_000


def test_a_zone_that_no_scale_holds_is_one_clear_message(kit, make):
    limits = shapely.box(112.0, 33.0, 116.0, 36.0)
    with pytest.raises(
        InputError, match='sheet \\("东岸片区"\\): does not fit on A3 landscape even at 1:500 000'
    ):
        zone_sheets(make.page([make.task(1)], limits=limits), kit, number="01")


def test_500_tasks_flow_over_as_many_sheets_as_they_need(kit, make):
    tasks = [make.task(n, text=f"第{n}项：{'完成道路和管网的整治，' * (n % 9)}") for n in range(1, 501)]
    sheets = zone_sheets(make.page(tasks), kit, number="01")
    numbers = [int(text) for sheet in sheets for text in texts(sheet, "list_number")]
    assert sorted(numbers) == list(range(1, 501))
    assert all(
        w.y < sheet.height - 12 for sheet in sheets for w in sheet.words() if w.role.startswith("list_")
    )
    assert [sheet.name for sheet in sheets][:3] == ["Z-01", "Z-01-2", "Z-01-3"]


def test_the_end_of_a_list_fills_all_columns_alike(kit, make):
    tasks = [make.task(number) for number in range(1, 41)]
    last = oriented_sheets(make.page(tasks), kit, number="01", orientation=None)[-1]
    numbers = [(words.x, words.y) for words in last.words("list_number")]
    ends = [max(y for x, y in numbers if x == column) for column in {x for x, _ in numbers}]
    assert len(ends) == 4
    assert max(ends) - min(ends) < 15


def test_a_sentence_longer_than_a_column_is_divided_and_nothing_is_lost(kit, make):
    text = "".join(f"第{n}段，" for n in range(2_000))
    sheets = zone_sheets(make.page([make.task(1, text=text)]), kit, number="01")
    assert "".join(line for sheet in sheets for line in texts(sheet, "list_text")) == text
    assert all(w.y < sheet.height - 12 for sheet in sheets for w in sheet.words("list_text"))


def test_a_name_of_60_characters_is_shortened_on_the_map_and_whole_in_the_list(kit, make):
    name = "国家级历史文化街区保护更新与老旧厂区改造示范基地配套道路" * 2 + "北段东侧"
    task = make.task(1, placed="yes", reason=None, text=f"完成{name}", places=name)
    at = shapely.Point(113.91, 34.01)
    sheet = zone_sheets(make.page([task], points=[(make.placed(1, name), at)], name=name), kit, number="01")[
        0
    ]
    label = texts(sheet, "task_label")
    assert len(label) == 3
    assert label[-1].endswith("…")
    assert name in "".join(texts(sheet, "list_text"))
    assert name in "".join(texts(sheet, "title"))
    assert all(kit.face(bold=True).width(t.text, t.points) < sheet.width - 20 for t in sheet.words("title"))
