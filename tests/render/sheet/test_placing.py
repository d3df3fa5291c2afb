from __future__ import annotations

import itertools

import numpy as np
import shapely

from geo.render.sheet.display import Box
from geo.render.sheet.label_spots import Middle, spots_along, spots_round, spots_within
from geo.render.sheet.placing import place

WINDOW = Box(0, 0, 267, 239)
"""Map of a sheet of A3."""


def crowd(count, *, seed):
    """Give points all over a sheet of A3 and the sizes of their names, 2 to 8 characters of 7.4 points."""
    random = np.random.default_rng(seed)
    points = np.column_stack((random.uniform(4, 263, count), random.uniform(4, 235, count)))
    return points, [(2.6 * n + 4.5, 3.3) for n in random.integers(2, 9, count)]


def symbol_boxes(points):
    return np.column_stack((points - 2.1, points + 2.1))


def place_names(points, sizes, **given):
    choices = [
        list(spots_round(Middle(x, y, 2.4), size=size, ascent=2.5))
        for (x, y), size in zip(points, sizes, strict=True)
    ]
    return place(choices, window=WINDOW, taken=symbol_boxes(points), **given)


def overlapping(one, other):
    return (one[0] < other[2] and other[0] < one[2]) and (one[1] < other[3] and other[1] < one[3])


def test_of_150_names_on_a_crowded_sheet_at_most_2_percent_find_no_room():
    for seed in (1, 2, 3):
        points, sizes = crowd(150, seed=seed)
        assert len(place_names(points, sizes).left_out) <= 3


def test_no_two_names_overlap_and_none_covers_a_symbol_or_leaves_the_map():
    points, sizes = crowd(200, seed=4)
    spots = [spot for spot in place_names(points, sizes).spots if spot is not None]
    boxes = [spot.boxes[0] for spot in spots]
    assert [pair for pair in itertools.combinations(boxes, 2) if overlapping(*pair)] == []
    symbols = symbol_boxes(points)
    assert [box for box in boxes for symbol in symbols if overlapping(box, symbol)] == []
    assert all(WINDOW.holds(Box(x, y, r - x, b - y)) for x, y, r, b in boxes)


def test_no_leader_runs_through_a_name_or_another_leader():
    points, sizes = crowd(200, seed=5)
    spots = [spot for spot in place_names(points, sizes).spots if spot is not None]
    lines = {
        n: shapely.LineString([spot.leader[:2], spot.leader[2:]])
        for n, spot in enumerate(spots)
        if spot.leader
    }
    assert len(lines) > 5
    for number, line in lines.items():
        for other, spot in enumerate(spots):
            if other != number:
                inner = shapely.box(*spot.boxes[0]).buffer(-0.01)
                assert not line.crosses(inner)
        assert not any(line.crosses(second) for other, second in lines.items() if other != number)


def test_the_same_labels_take_the_same_spots():
    points, sizes = crowd(80, seed=6)
    first, second = (place_names(points, sizes).spots for _ in range(2))
    assert [spot and spot.boxes.tolist() for spot in first] == [
        spot and spot.boxes.tolist() for spot in second
    ]


def test_a_name_without_neighbours_stands_at_the_right_of_its_symbol():
    (spot,) = place_names(np.array([(100.0, 100.0)]), [(20.0, 3.0)]).spots
    assert spot.leader is None
    assert spot.boxes[0].tolist() == [102.4, 98.5, 122.4, 101.5]


def test_a_name_at_the_right_edge_stands_at_the_left():
    (spot,) = place_names(np.array([(262.0, 100.0)]), [(20.0, 3.0)]).spots
    assert spot.boxes[0][2] < 262


def test_a_name_keeps_off_a_line_where_it_can():
    road = shapely.LineString([(100, 100), (150, 100)])
    (spot,) = place_names(np.array([(100.0, 100.0)]), [(20.0, 3.0)], lines=[road]).spots
    assert not shapely.box(*spot.boxes[0]).intersects(road)


def test_a_name_that_would_stand_on_more_lines_than_it_may_is_left_out():
    points, sizes = np.array([(100.0, 100.0)]), [(12.0, 3.3)]
    everywhere = [shapely.box(0, 0, 267, 239), shapely.box(0, 0, 268, 240)]
    assert place_names(points, sizes, lines=everywhere).left_out == ()
    assert place_names(points, sizes, lines=everywhere[:1], most_lines=1).left_out == ()
    assert place_names(points, sizes, lines=everywhere, most_lines=1).left_out == (0,)


def test_a_label_of_an_area_stands_at_its_pole():
    area = shapely.Polygon([(0, 0), (60, 0), (60, 30), (30, 30), (30, 60), (0, 60)])
    best = spots_within(area, size=(12, 3), ascent=2)[0]
    x, y = (best.boxes[0][:2] + best.boxes[0][2:]) / 2
    assert not best.leaves_area
    assert abs(x - 17.6) < 1.5
    assert abs(y - 17.6) < 1.5


def test_a_flat_road_has_its_name_turned_along_it_and_a_steep_one_upright_characters():
    widths = [3.0] * 3
    flat = spots_along(shapely.LineString([(0, 50), (60, 40)]), widths=widths, size=3, clear=1)[0]
    steep = spots_along(shapely.LineString([(10, 0), (12, 60)]), widths=widths, size=3, clear=1)[0]
    assert len(flat.turns) == 1
    assert flat.is_turned
    assert abs(flat.turns[0] + 9.46) < 0.1
    assert steep.turns == (0.0,) * 3
    assert (np.diff(steep.boxes[:, 1]) > 2.9).all()


def test_no_character_of_a_name_stands_on_its_own_road():
    for line in ([(0, 50), (60, 40)], [(10, 0), (12, 60)], [(0, 0), (40, 60)], [(0, 60), (30, 30), (80, 20)]):
        road = shapely.LineString(line)
        for spot in spots_along(road, widths=[3.0] * 4, size=3, clear=1):
            assert shapely.box(*spot.boxes.T).tolist()
            middles = shapely.points((spot.boxes[:, :2] + spot.boxes[:, 2:]) / 2)
            assert (shapely.distance(middles, road) >= 1 + 1.5 - 0.2).all()


def test_a_road_that_is_too_short_has_no_spot_along_it():
    assert spots_along(shapely.LineString([(0, 0), (5, 0)]), widths=[3.0] * 4, size=3, clear=1) == []
