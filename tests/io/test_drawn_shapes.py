"""Geometries as QGIS leaves them, and what a layer kept by hand makes of them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo.io.drawn_shapes import settle_shapes


def settled(shape, geometry):
    return settle_shapes(np.array([shape], dtype=object), geometry=geometry)[0]


def test_positions_get_seven_decimals():
    drawn = Point(113.635123456700001, 34.725123456779997)
    assert settled(drawn, "Point").coords[0] == (113.6351235, 34.7251235)


def test_rings_turn_the_right_way():
    clockwise = Polygon([(113.5, 34.5), (113.5, 34.6), (113.6, 34.6)])
    assert settled(clockwise, "Polygon").exterior.is_ccw


@pytest.mark.parametrize(
    ("drawn", "one"),
    [
        (MultiPoint([(113.5, 34.5)]), Point(113.5, 34.5)),
        (MultiLineString([[(1, 1), (2, 2)]]), LineString([(1, 1), (2, 2)])),
        (MultiLineString([[(1, 1), (2, 2)], [(2, 2), (3, 2)]]), LineString([(1, 1), (2, 2), (3, 2)])),
        (MultiPolygon([box(1, 1, 2, 2)]), box(1, 1, 2, 2)),
    ],
    ids=["point", "line", "lines that meet", "polygon"],
)
def test_what_is_one_becomes_one(drawn, one):
    found = settled(drawn, one.geom_type)
    assert found.geom_type == one.geom_type
    assert found.equals(one)


def test_a_layer_of_several_parts_takes_one_alone():
    found = settled(box(1, 1, 2, 2), "MultiPolygon")
    assert (found.geom_type, found.area) == ("MultiPolygon", 1.0)


@pytest.mark.parametrize(
    ("drawn", "geometry"),
    [
        (None, "Point"),
        (Point(113.5, 34.5, 90.123456789), "Point"),
        (MultiLineString([[(1, 1), (2, 2)], [(3, 3), (4, 4)]]), "LineString"),
        (MultiPolygon([box(1, 1, 2, 2), box(3, 3, 4, 4)]), "Polygon"),
        (LineString([(1, 1), (2, 2)]), "Point"),
    ],
    ids=["missing", "with heights", "lines apart", "polygons apart", "of another type"],
)
def test_what_cannot_be_one_stays_as_it_is(drawn, geometry):
    found = settled(drawn, geometry)
    assert shapely.to_wkt(found) == shapely.to_wkt(drawn)
    assert shapely.has_z(found) == shapely.has_z(drawn)


def test_no_geometry_at_all_is_no_trouble():
    assert settle_shapes(np.array([], dtype=object), geometry="LineString").tolist() == []
