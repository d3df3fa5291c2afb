"""Where names stand on the map, in a real browser."""

import pytest
from shapely import Polygon

pytestmark = pytest.mark.chromium

SIZES = [(1440, 900), (1024, 768), (390, 844)]
STILL = {"reduced_motion": "reduce"}


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}px")
def crowded(request, crowded_file, open_page, read_drawn):
    width, height = request.param
    return read_drawn(open_page(crowded_file, width=width, height=height, **STILL).tab)


def test_no_name_stands_in_the_circle_of_another_place(crowded):
    assert len(crowded.circles) >= 2
    assert crowded.in_strange_circles() == set()


def test_names_and_leaders_keep_clear_of_each_other(crowded):
    assert crowded.leaders
    assert crowded.colliding() == set()


def test_areas_in_each_others_circles_keep_their_names(crowded):
    assert {"小院 ±250 m", "邻近片区 ±500 m", "大片区 ±800 m"} <= set(crowded.labels)


def test_a_point_in_a_circle_is_named_outside_of_it(crowded_file, open_page, read_drawn):
    drawn = read_drawn(open_page(crowded_file, **STILL).tab)
    assert not any(circle.intersects(drawn.labels["里面的点"]) for circle in drawn.circles)


def test_the_names_of_tasks_keep_off_the_hatching_of_limits(crowded):
    [rim] = [rim for rim in crowded.rims if rim.area > 0][:1]
    near = {
        text for text, box in crowded.labels.items() if "±" not in text and box.buffer(-1).intersects(rim)
    }
    assert near & {"里面的点", "东西大街", "短街"} == set()


def test_a_chosen_task_keeps_the_name_of_its_place(crowded_file, open_page, read_drawn):
    page = open_page(crowded_file, fragment="#T-01-03", **STILL)
    assert "小院 ±250 m" in read_drawn(page.tab).labels


def test_the_limit_of_a_side_that_is_out_of_view_is_not_named(crowded_file, open_page, read_drawn):
    page = open_page(crowded_file, fragment="#T-01-03", **STILL)
    drawn = read_drawn(page.tab)
    window = Polygon([(408, 56), (1440, 56), (1440, 900), (408, 900)])
    assert not any(rim.exterior.within(window) for rim in drawn.rims)
    assert "南至 乙河等" not in drawn.labels
