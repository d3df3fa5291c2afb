import pytest
import shapely
from shapely import LineString, Point, box

from geo.geocode.offsets import BEARINGS, shifted, swept


@pytest.mark.parametrize(
    ("direction", "x", "y"), [("北", 0, 60), ("东", 60, 0), ("南", 0, -60), ("西", -60, 0)]
)
def test_a_point_moves_by_the_compass(direction, x, y):
    moved = shifted(Point(0, 0), direction=direction, metres=60)
    assert (moved.x, moved.y) == pytest.approx((x, y), abs=1e-9)


def test_every_direction_goes_as_far():
    for direction in BEARINGS:
        assert shifted(Point(0, 0), direction=direction, metres=60).distance(Point(0, 0)) == pytest.approx(60)


def test_a_bent_road_sweeps_the_land_on_its_side():
    bent = LineString([(0, 0), (0, 100), (50, 100)])
    land = swept(bent, direction="东", metres=200)
    assert shapely.covers(shapely.buffer(land, 1e-6), bent)
    assert land.area == pytest.approx(200 * 100)


def test_a_point_sweeps_a_line():
    assert swept(Point(0, 0), direction="北", metres=30).equals(LineString([(0, 0), (0, 30)]))


def test_an_area_sweeps_beyond_its_outline():
    land = swept(box(0, 0, 10, 10), direction="南", metres=20)
    assert land.bounds == pytest.approx((0, -20, 10, 10))
