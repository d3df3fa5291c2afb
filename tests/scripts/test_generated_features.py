"""The features that pages are measured with."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal

from generated_features import (
    CATEGORIES,
    DECIMALS,
    HALF_DEGREES,
    MIDDLE,
    SHARES,
    UNITS,
    ZONES,
    generate_features,
)

STYLES = Path(__file__).parents[2] / "geo" / "assets" / "styles.toml"
COUNT = 3000
KINDS = {"point": "Point", "line": "LineString", "polygon": "Polygon"}


@pytest.fixture(scope="module")
def features():
    return generate_features(COUNT, seed=1)


def test_the_same_seed_gives_the_same_features(features):
    assert_geodataframe_equal(features, generate_features(COUNT, seed=1))
    assert not features["name"].equals(generate_features(COUNT, seed=2)["name"])


@pytest.mark.parametrize(("kind", "share"), SHARES.items())
def test_kinds_of_geometry_have_their_shares(features, kind, share):
    assert (features.geom_type == KINDS[kind]).mean() == pytest.approx(share, abs=0.03)


def test_geometries_are_valid_and_have_six_decimals(features):
    assert features.is_valid.all()
    vertices = shapely.get_coordinates(features.geometry.to_numpy())
    assert (vertices.round(DECIMALS) == vertices).all()


def test_points_are_all_over_the_district(features):
    points = features[features.geom_type == "Point"]
    west, south, east, north = points.total_bounds
    assert east - west == pytest.approx(2 * HALF_DEGREES[0], rel=0.05)
    assert north - south == pytest.approx(2 * HALF_DEGREES[1], rel=0.05)
    assert (west + east) / 2 == pytest.approx(MIDDLE[0], abs=0.01)


def test_lines_and_polygons_have_few_and_many_vertices(features):
    lines = shapely.get_num_coordinates(features.geometry[features.geom_type == "LineString"])
    rings = shapely.get_num_coordinates(features.geometry[features.geom_type == "Polygon"]) - 1
    assert (lines.min(), lines.max()) == (2, 12)
    assert (rings.min(), rings.max()) == (4, 12)


def test_attributes_repeat_as_promised(features):
    different = features.drop(columns="geometry").nunique()
    assert different["name"] > 0.9 * COUNT
    assert different["description"] > 0.9 * COUNT
    assert (different["unit"], different["category"], different["zone"]) == (
        len(UNITS),
        len(CATEGORIES),
        len(ZONES),
    )
    assert set(features["status"]) == {"planned", "started", "done"}
    assert features["description"].str.len().between(15, 40).all()


def test_categories_are_those_of_the_style_table():
    families = tomllib.loads(STYLES.read_text(encoding="utf-8"))["family"]
    assert set(CATEGORIES) <= {category for family in families for category in family["categories"]}
