import pytest
from shapely import Point

from geo.geocode.offsets import BEARINGS, shifted


@pytest.mark.parametrize(
    ("direction", "x", "y"), [("北", 0, 60), ("东", 60, 0), ("南", 0, -60), ("西", -60, 0)]
)
def test_a_point_moves_by_the_compass(direction, x, y):
    moved = shifted(Point(0, 0), direction=direction, metres=60)
    assert (moved.x, moved.y) == pytest.approx((x, y), abs=1e-9)


def test_every_direction_goes_as_far():
    for direction in BEARINGS:
        assert shifted(Point(0, 0), direction=direction, metres=60).distance(Point(0, 0)) == pytest.approx(60)
