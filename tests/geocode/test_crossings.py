import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, Point

from geo.geocode.crossings import find_crossings

EAST = LineString([(0, 0), (1000, 0)])


def test_lines_that_cross_do_so_where_they_cross():
    north = LineString([(400, -300), (400, 300)])
    assert find_crossings(EAST, north, tolerance_m=100) == (Point(400, 0),)


def test_lines_with_a_small_gap_cross_in_its_middle():
    north = LineString([(400, 3.4), (400, 300)])
    (crossing,) = find_crossings(EAST, north, tolerance_m=140)
    assert (crossing.x, crossing.y) == pytest.approx((400, 1.7))


def test_lines_with_a_gap_wider_than_both_uncertainties_do_not_cross():
    north = LineString([(400, 141), (400, 300)])
    assert find_crossings(EAST, north, tolerance_m=140) == ()


def test_lines_that_run_side_by_side_do_not_cross():
    beside = LineString([(100, 60), (900, 75)])
    assert find_crossings(EAST, beside, tolerance_m=140) == ()


def test_a_road_that_goes_on_under_another_name_meets_it_end_to_end():
    onwards = LineString([(1020, 4), (1800, 60)])
    (crossing,) = find_crossings(EAST, onwards, tolerance_m=140)
    assert (crossing.x, crossing.y) == pytest.approx((1010, 2))


def test_lines_that_cross_twice_have_two_crossings_from_west_to_east():
    bow = LineString([(800, -200), (800, 300), (200, 300), (200, -200)])
    assert find_crossings(EAST, bow, tolerance_m=100) == (Point(200, 0), Point(800, 0))


def test_crossings_nearer_than_both_uncertainties_are_one():
    carriageways = MultiLineString([[(400, -300), (400, 300)], [(430, -300), (430, 300)]])
    assert find_crossings(EAST, carriageways, tolerance_m=100) == (Point(415, 0),)


def test_a_shared_stretch_has_both_its_ends():
    shared = LineString([(300, 0), (700, 0), (700, 400)])
    assert find_crossings(EAST, shared, tolerance_m=100) == (Point(300, 0), Point(700, 0))


@given(st.integers(10, 990), st.integers(-200, 200), st.floats(0, 150))
def test_a_crossing_is_as_far_from_both_lines_at_most_as_half_their_gap(x, y, tolerance_m):
    north = LineString([(x, y), (x + 30, y + 400)])
    for crossing in find_crossings(EAST, north, tolerance_m=tolerance_m):
        gap = EAST.distance(north)
        assert crossing.distance(EAST) <= gap / 2 + 1e-6
        assert find_crossings(north, EAST, tolerance_m=tolerance_m)[0].distance(crossing) < 1e-6
