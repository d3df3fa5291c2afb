"""The block of bytes holds what went in: read back here as the page reads it."""

import json

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import GeometryCollection, LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from geo.errors import LayerError
from geo.render.web.feature_block import feature_block
from geo.render.web.feature_columns import code_column
from geo.render.web.feature_positions import positions_of

TYPES = {1: "u1", 2: "<u2", 4: "<u4"}


def shapes(*geometries):
    return np.array([*geometries, None], dtype=object)[:-1]


def read_block(block):
    """Return head, columns as lists of texts, and the positions of each row, part by part."""
    length = int.from_bytes(block[:4], "little")
    head = json.loads(block[4 : 4 + length])
    at = -(-(4 + length) // 4) * 4
    sections = []
    for size, count in head["sections"]:
        assert at % 4 == 0
        sections.append(np.frombuffer(block, TYPES[size], count, at))
        at += -(-size * count // 4) * 4
    assert at == len(block)
    take = iter(sections)
    columns = []
    for _ in head["columns"]:
        units = next(take).tobytes().decode().encode("utf-16-le")
        ends = np.cumsum(next(take).astype(int)) * 2
        texts = [units[start:end].decode("utf-16-le") for start, end in zip([0, *ends], ends, strict=False)]
        columns.append([texts[code] for code in next(take)])
    dimensions, parts, sizes = next(take), next(take), next(take)
    axes = []
    for _ in "xy":
        planes = next(take).reshape(4, -1).astype(np.int64)
        zigzag = planes[0] | planes[1] << 8 | planes[2] << 16 | planes[3] << 24
        axes.append(np.cumsum((zigzag >> 1) ^ -(zigzag & 1)) / 1e6)
    assert next(take, None) is None
    positions = (
        iter(np.split(np.stack(axes, axis=1), np.cumsum(sizes.astype(int))[:-1])) if len(sizes) else iter(())
    )
    rows = [[next(positions).tolist() for _ in range(count)] for count in parts]
    return head, columns, dimensions.tolist(), rows


def block_of(geometries, **columns):
    coded = [code_column(pd.Series(cells), name=name) for name, cells in columns.items()]
    return feature_block(coded, positions_of(geometries, where="t"), facts={"title": "题"})


def test_every_kind_of_geometry_comes_back():
    holed = Polygon(box(0, 0, 9, 9).exterior, [box(1, 1, 2, 2).exterior])
    drawn = shapes(
        Point(113.5, 34.5),
        LineString([(0, 0), (1, 2)]),
        None,
        holed,
        MultiPolygon([box(20, 0, 21, 1), box(30, 0, 31, 1)]),
        MultiPoint([(1, 1), (2, 2)]),
        Point(),
    )
    head, columns, dimensions, rows = read_block(
        block_of(drawn, name=["甲", "乙", None, "丁", "戊", "己", "𠮷"])
    )
    assert head["title"] == "题"
    assert head["rows"] == 7
    assert columns == [["甲", "乙", "", "丁", "戊", "己", "𠮷"]]
    assert dimensions == [0, 1, 3, 2, 2, 0, 3]
    assert [len(row) for row in rows] == [1, 1, 0, 2, 2, 2, 0]
    assert rows[0] == [[[113.5, 34.5]]]
    assert rows[1] == [[[0, 0], [1, 2]]]
    assert Polygon(rows[3][0], rows[3][1:]).equals(holed)
    assert all(Polygon(row[0]).exterior.is_ccw for row in (rows[3], rows[4]))


@given(
    st.lists(
        st.lists(
            st.tuples(st.floats(-180, 180, width=32), st.floats(-85, 85, width=32)), min_size=2, max_size=6
        ),
        max_size=6,
    )
)
def test_no_position_is_further_off_than_its_last_decimal(lines):
    geometries = np.array([LineString(line) for line in lines], dtype=object)
    rows = read_block(block_of(geometries))[3]
    for line, row in zip(lines, rows, strict=True):
        assert np.abs(np.array(row[0]) - np.array(line)).max() <= 5.1e-7


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]))), min_size=1))
def test_no_text_is_changed(texts):
    points = shapely.points(np.zeros((len(texts), 2)))
    columns = read_block(block_of(points, text=pd.Series(texts, dtype=object)))[1]
    assert columns == [[text or "" for text in texts]]


def test_a_collection_is_refused_by_its_number():
    with pytest.raises(LayerError, match=r"t, feature 2: is a GeometryCollection"):
        positions_of(shapes(Point(0, 0), GeometryCollection([Point(0, 0), box(0, 0, 1, 1)])), where="t")


@pytest.mark.parametrize("at", [(181, 0), (0, 86), (3_850_000, 459_000), (float("inf"), 1)])
def test_what_a_mercator_map_cannot_show_is_refused(at):
    with pytest.raises(LayerError, match=r"feature 1.*Mercator"):
        positions_of(shapes(LineString([(0, 0), at])), where="t")
