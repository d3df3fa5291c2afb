import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, Point

from geo.geocode.segments import cut_between, find_end

BENT = LineString([(0, 0), (600, 0), (600, 400)])


def test_a_piece_follows_the_road_between_its_ends():
    piece = cut_between(BENT, Point(200, 10), Point(610, 300))
    assert list(piece.coords) == [(200, 0), (600, 0), (600, 300)]


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_a_piece_is_the_same_from_either_end_and_as_long_as_what_lies_between(one, other):
    start, end = BENT.interpolate(one), BENT.interpolate(other)
    piece = cut_between(BENT, start, end)
    assert piece == cut_between(BENT, end, start)
    if piece is None:
        assert abs(one - other) < 1.001
    else:
        assert piece.length == pytest.approx(abs(one - other), abs=1e-6)


def test_the_parts_of_one_road_that_meet_are_cut_as_one():
    parts = MultiLineString([[(0, 0), (500, 0)], [(500, 0), (1000, 0)]])
    assert cut_between(parts, Point(400, 0), Point(700, 0)).length == pytest.approx(300)


@pytest.mark.parametrize(
    "road",
    [
        MultiLineString([[(0, 0), (300, 0)], [(600, 0), (1000, 0)]]),
        LineString([(0, 0), (1000, 0), (1000, 500), (0, 0)]),
    ],
)
def test_no_one_piece_lies_between_ends_on_two_parts_or_on_a_ring(road):
    assert cut_between(road, Point(100, 0), Point(900, 0)) is None


def test_a_road_ends_at_a_crossing_or_beside_a_place():
    crossing = LineString([(200, -100), (200, 100)])
    assert find_end(BENT, crossing, tolerance_m=50) == Point(200, 0)
    assert find_end(BENT, Point(300, 40), tolerance_m=50) == Point(300, 40)


@pytest.mark.parametrize(
    "end",
    [
        LineString([(200, 100), (200, 400)]),
        LineString([(200, -100), (200, 100), (400, 100), (400, -100)]),
        Point(300, 60),
        Point(300, 0).buffer(100),
    ],
)
def test_a_road_does_not_end_at_what_it_misses_or_meets_twice_or_at_an_area(end):
    assert find_end(BENT, end, tolerance_m=50) is None
