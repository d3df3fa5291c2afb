from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from geo.io.geopackage.spatial_index import create_spatial_index


def indexed(bounds):
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA page_size = 4096")
    create_spatial_index(database, "places", bounds)
    return closing(database)


def rectangles(count):
    random = np.random.default_rng(3)
    corners = random.uniform((113.0, 34.0), (114.0, 35.0), (count, 2))
    return np.hstack([corners, corners + random.uniform(0, 0.02, (count, 2))])


def found(database, west, south, east, north):
    rows = database.execute(
        "SELECT id FROM places WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? ORDER BY id",
        (west, east, south, north),
    )
    return [number for (number,) in rows]


@pytest.mark.parametrize("count", [0, 1, 51, 52, 102, 2601, 2602, 150_000])
def test_sqlite_finds_nothing_wrong_with_the_index(count):
    with indexed(rectangles(count)) as database:
        assert database.execute("SELECT rtreecheck('places')").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM places").fetchone() == (count,)


@pytest.mark.parametrize("window", [(113.2, 34.2, 113.3, 34.3), (113.0, 34.0, 115.0, 36.0), (0, 0, 1, 1)])
def test_a_window_finds_what_lies_in_it(window):
    bounds = rectangles(5000)
    west, south, east, north = window
    inside = (
        (bounds[:, 2] >= west) & (bounds[:, 0] <= east) & (bounds[:, 3] >= south) & (bounds[:, 1] <= north)
    )
    # Single precision may find a neighbour too many, never one too few.
    near = {number + 1 for number in np.flatnonzero(inside).tolist()}
    with indexed(bounds) as database:
        assert near <= set(found(database, *window))
        assert len(found(database, *window)) <= len(near) + 2


def test_every_rectangle_is_found_at_its_own_place():
    bounds = rectangles(3000)
    with indexed(bounds) as database:
        for number, own in enumerate(bounds.tolist(), start=1):
            assert number in found(database, *own)


def test_rows_can_be_added_and_taken_out_afterwards():
    bounds = rectangles(500)
    with indexed(bounds) as database:
        database.executemany("DELETE FROM places WHERE id = ?", [(number,) for number in range(1, 400)])
        database.executemany(
            "INSERT INTO places VALUES (?, 113.5, 113.6, 34.5, 34.6)",
            [(number,) for number in range(1000, 1300)],
        )
        assert database.execute("SELECT rtreecheck('places')").fetchone() == ("ok",)
        assert set(range(1000, 1300)) <= set(found(database, 113.5, 34.5, 113.6, 34.6))


def test_the_same_rectangles_give_the_same_nodes():
    def nodes(bounds):
        with indexed(bounds) as database:
            return database.execute("SELECT nodeno, data FROM places_node ORDER BY nodeno").fetchall()

    assert nodes(rectangles(1000)) == nodes(rectangles(1000))
