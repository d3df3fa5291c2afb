from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from geo import crs
from geo.errors import DatumError
from geo.model import Datum, Wgs84

METRES_PER_DEGREE = 111_320.0
ERQI_TOWER = (113.6604, 34.75334)
ZONE_CRS = "EPSG:4547"

SHIFTED = (Datum.GCJ02, Datum.BD09)
# Inside the rectangle of GCJ-02, 0.1 degrees from its edge.
CHINA = st.tuples(st.floats(72.2, 137.7), st.floats(1.0, 55.7))


def convert(pair, *, start, end):
    return crs.from_wgs84(crs.to_wgs84([pair], datum=start), datum=end)[0]


def metres_between(first, second):
    return np.abs(np.asarray(first) - np.asarray(second)).max() * METRES_PER_DEGREE


@pytest.mark.parametrize(
    ("start", "end", "given", "expected"),
    [
        # The examples in the READMEs of wandergis/coordtransform and hujiulong/gcoord.
        (Datum.WGS84, Datum.GCJ02, (116.404, 39.915), (116.41024449916938, 39.91640428150164)),
        (Datum.GCJ02, Datum.BD09, (116.404, 39.915), (116.41036949371029, 39.92133699351021)),
        (Datum.WGS84, Datum.BD09, (116.403988, 39.914266), (116.41661560068297, 39.92196580126834)),
    ],
)
def test_known_pairs_are_met(start, end, given, expected):
    assert convert(given, start=start, end=end) == pytest.approx(expected, abs=1e-9)


def test_the_reference_pairs_are_met(reference):
    names = {"WGS84": Datum.WGS84, "GCJ02": Datum.GCJ02, "BD09": Datum.BD09}
    cases = json.loads((reference / "vectors" / "datums.json").read_text(encoding="utf-8"))["cases"]
    assert len(cases) == 400
    for case in cases:
        found = convert(case["input_lonlat"], start=names[case["from"]], end=names[case["to"]])
        allowed = min(case["tol_deg"] or 1e-5, 1e-5)
        assert np.abs(found - case["expected_lonlat"]).max() <= allowed, case


@pytest.mark.parametrize("datum", SHIFTED)
@given(pairs=st.lists(CHINA, min_size=1, max_size=20))
def test_there_and_back_is_exact(datum, pairs):
    given = Wgs84(np.array(pairs))
    there_and_back = crs.to_wgs84(crs.from_wgs84(given, datum=datum), datum=datum)
    assert metres_between(there_and_back, given) < 1e-6


@pytest.mark.parametrize("datum", SHIFTED)
@given(pairs=st.lists(CHINA, min_size=1, max_size=20))
def test_back_and_there_is_exact(datum, pairs):
    given = np.array(pairs)
    back_and_there = crs.from_wgs84(crs.to_wgs84(given, datum=datum), datum=datum)
    assert metres_between(back_and_there, given) < 1e-6


@pytest.mark.parametrize("datum", SHIFTED)
@given(exponents=st.lists(st.floats(-14, -2), min_size=1, max_size=20), lat=st.floats(1.0, 55.7))
def test_there_and_back_is_exact_at_105_degrees_where_the_shift_has_a_root(datum, exponents, lat):
    given = Wgs84(np.array([(105 + side * 10.0**power, lat) for power in exponents for side in (-1, 0, 1)]))
    there_and_back = crs.to_wgs84(crs.from_wgs84(given, datum=datum), datum=datum)
    assert metres_between(there_and_back, given) < 1e-6


@given(exponents=st.lists(st.floats(-14, -1), min_size=1, max_size=20), lat=st.floats(1.0, 55.7))
def test_back_and_there_is_exact_at_105_degrees(exponents, lat):
    given = np.array([(105 + side * 10.0**power, lat) for power in exponents for side in (-1, 0, 1)])
    back_and_there = crs.from_wgs84(crs.to_wgs84(given, datum=Datum.GCJ02), datum=Datum.GCJ02)
    assert metres_between(back_and_there, given) < 1e-6


@pytest.mark.parametrize("datum", SHIFTED)
def test_many_positions_on_threads_are_converted_as_few_are(datum):
    given = Wgs84(np.random.default_rng(1).uniform((73, 4), (135, 54), (100_000, 2)))
    there = crs.from_wgs84(given, datum=datum)
    back = crs.to_wgs84(there, datum=datum)
    some = slice(70_000, 70_010)
    assert np.array_equal(crs.from_wgs84(given[some], datum=datum), there[some])
    assert np.array_equal(crs.to_wgs84(there[some], datum=datum), back[some])
    assert metres_between(back, given) < 1e-6


@given(pair=CHINA)
def test_gcj02_moves_a_position_by_no_more_than_a_kilometre(pair):
    assert metres_between(convert(pair, start=Datum.WGS84, end=Datum.GCJ02), pair) < 1000


@given(
    pair=st.one_of(
        st.tuples(st.floats(-180, 71.9), st.floats(-90, 90)),
        st.tuples(st.floats(-180, 180), st.floats(56, 90)),
    )
)
def test_outside_china_gcj02_is_wgs84(pair):
    assert tuple(convert(pair, start=Datum.WGS84, end=Datum.GCJ02)) == pair
    assert tuple(convert(pair, start=Datum.GCJ02, end=Datum.WGS84)) == pair


def test_rows_do_not_influence_one_another():
    pairs = np.array([ERQI_TOWER, (0.0, 51.0), (116.39, 39.9)])
    together = crs.to_wgs84(pairs, datum=Datum.BD09)
    alone = np.vstack([crs.to_wgs84([pair], datum=Datum.BD09) for pair in pairs])
    assert np.array_equal(together, alone)


def test_cgcs2000_is_taken_as_wgs84():
    assert tuple(convert(ERQI_TOWER, start=Datum.CGCS2000, end=Datum.WGS84)) == ERQI_TOWER


def test_an_unknown_position_stays_unknown():
    assert np.isnan(crs.to_wgs84([(np.nan, np.nan)], datum=Datum.GCJ02)).all()


def test_no_positions_give_no_positions():
    assert crs.to_wgs84(np.empty((0, 2)), datum=Datum.BD09).shape == (0, 2)


@pytest.mark.parametrize("wrong", [[(34.75, 113.66)], [(469372.3, 3847175.5)], [(np.inf, 34.0)]])
def test_what_is_no_degree_is_refused(wrong):
    with pytest.raises(DatumError, match=r"position 1 .*not longitude and latitude"):
        crs.to_wgs84(wrong, datum=Datum.GCJ02)


@pytest.mark.parametrize("wrong", [[113.6, 34.7], [(113.6, 34.7, 90.0)], [[[113.6, 34.7]]]])
def test_an_array_of_another_shape_is_refused(wrong):
    with pytest.raises(DatumError, match="shape"):
        crs.to_wgs84(wrong, datum=Datum.WGS84)


def test_frames_are_converted_with_all_that_hangs_on_them():
    places = gpd.GeoDataFrame(
        {"name": ["二七塔", "京广路", "无坐标"]},
        geometry=[Point(113.66, 34.75, 110.0), LineString([(113.6, 34.7), (113.7, 34.8)]), None],
        crs="EPSG:4326",
        index=[7, 3, 5],
    )
    there = crs.convert_geometries(places, datum_from=Datum.WGS84, datum_to=Datum.BD09)
    back = crs.convert_geometries(there, datum_from=Datum.BD09, datum_to=Datum.WGS84)
    assert list(there.index) == [7, 3, 5]
    assert there["name"].equals(places["name"])
    assert there.geometry.iloc[0].z == 110.0
    assert there.geometry.iloc[2] is None
    assert 500 < metres_between(there.geometry.iloc[0].coords[0][:2], (113.66, 34.75)) < 2000
    assert shapely.equals_exact(
        back.geometry.iloc[:2].to_numpy(), places.geometry.iloc[:2].to_numpy(), 1e-10
    ).all()


def test_control_points_of_the_gauss_kruger_zones_are_met(reference):
    cases = json.loads((reference / "vectors" / "cgcs2000.json").read_text(encoding="utf-8"))["cases"]
    assert cases
    for case in cases:
        points = np.array([Point(case["input_lonlat_epsg4490"])], dtype=object)
        projected = crs.project_shapes(points, crs_from="EPSG:4490", crs_to=case["crs"])
        easting, northing = case["expected_easting_northing_m"]
        assert shapely.get_coordinates(projected)[0] == pytest.approx((easting, northing), abs=case["tol_m"])


def test_a_projected_frame_has_east_first():
    tower = gpd.GeoDataFrame(geometry=[Point(113.6655, 34.7524)], crs="EPSG:4326")
    position = crs.project(tower, ZONE_CRS).geometry.iloc[0]
    assert (position.x, position.y) == pytest.approx((469372.3492, 3847175.5395), abs=0.01)


def test_a_frame_without_a_crs_is_not_projected():
    with pytest.raises(DatumError, match="has no CRS"):
        crs.project(gpd.GeoDataFrame(geometry=[Point(ERQI_TOWER)]), ZONE_CRS)


def test_an_unknown_crs_is_named():
    tower = gpd.GeoDataFrame(geometry=[Point(ERQI_TOWER)], crs="EPSG:4326")
    with pytest.raises(DatumError, match=r"EPSG:99999"):
        crs.project(tower, "EPSG:99999")


def test_lengths_and_areas_are_in_metres():
    square = crs.project_shapes(
        np.array([box(469000, 3847000, 469200, 3847100)], dtype=object), crs_from=ZONE_CRS, crs_to="EPSG:4326"
    )
    frame = gpd.GeoDataFrame(geometry=square, crs="EPSG:4326")
    assert crs.area_m2(frame, crs=ZONE_CRS).iloc[0] == pytest.approx(20_000, rel=1e-6)
    assert crs.length_m(frame, crs=ZONE_CRS).iloc[0] == pytest.approx(600, rel=1e-6)


@pytest.mark.parametrize(
    ("lon", "zone"),
    [
        (113.63, "EPSG:4547"),
        (112.5, "EPSG:4547"),
        (112.49, "EPSG:4546"),
        (115.49, "EPSG:4547"),
        (73.5, "EPSG:4534"),
        (136.49, "EPSG:4554"),
    ],
)
def test_each_longitude_has_its_zone(lon, zone):
    assert crs.gauss_kruger_zone(lon) == zone


@pytest.mark.parametrize("lon", [73.4, 136.5, 0.0, 34.7])
def test_a_longitude_outside_china_has_no_zone(lon):
    with pytest.raises(DatumError, match="no 3-degree zone"):
        crs.gauss_kruger_zone(lon)


@given(lon=st.floats(112.6, 115.4), lat=st.floats(20, 45), radius_m=st.floats(50, 5000))
def test_a_circle_is_true_to_scale(lon, lat, radius_m):
    (circle,) = crs.circle(lon, lat, radius_m, crs=ZONE_CRS)
    corners = gpd.GeoSeries([Point(corner) for corner in circle.exterior.coords], crs="EPSG:4326").to_crs(
        ZONE_CRS
    )
    centre = gpd.GeoSeries([Point(lon, lat)], crs="EPSG:4326").to_crs(ZONE_CRS).iloc[0]
    # 7 decimals are 1 cm.
    assert corners.distance(centre).to_numpy() == pytest.approx(radius_m, abs=0.02)


def test_circles_are_as_a_layer_wants_them():
    circles = crs.circle([113.6, 113.7], [34.7, 34.8], [150, 1200], crs=ZONE_CRS)
    assert shapely.is_valid(circles).all()
    assert shapely.is_ccw(shapely.get_exterior_ring(circles)).all()
    assert (shapely.get_num_coordinates(circles) == crs.CIRCLE_VERTICES + 1).all()
    assert np.array_equal(np.round(shapely.get_coordinates(circles), 7), shapely.get_coordinates(circles))


@pytest.mark.parametrize("radius_m", [0.0, -1.0, np.nan])
def test_a_circle_needs_a_radius(radius_m):
    with pytest.raises(DatumError, match="radius"):
        crs.circle(113.6, 34.7, radius_m, crs=ZONE_CRS)


def test_rounding_gives_seven_decimals_and_turns_rings():
    clockwise = shapely.Polygon([(113.123456789, 34.5), (113.2, 34.6), (113.3, 34.5)])
    (rounded,) = crs.round_lonlat(np.array([clockwise], dtype=object))
    assert rounded.exterior.is_ccw
    assert 113.1234568 in shapely.get_coordinates(rounded)


@pytest.mark.parametrize(
    ("declared", "stated", "speaks_against"),
    [
        ("EPSG:4326", Datum.WGS84, False),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", Datum.WGS84, False),
        ("EPSG:4326", Datum.GCJ02, False),
        ("EPSG:4490", Datum.WGS84, True),
        ("EPSG:4547", Datum.GCJ02, True),
        ("EPSG:4547", "EPSG:4547", False),
        ("EPSG:4547", "EPSG:4548", True),
    ],
)
def test_a_label_is_held_against_what_is_said(declared, stated, speaks_against):
    assert crs.contradicts(declared, stated=stated) is speaks_against


def test_a_projection_in_metres_that_stretches_little_is_a_ground_crs():
    for own_or_beside in ("EPSG:4547", "EPSG:4548", "EPSG:32649"):
        crs.check_ground_crs(own_or_beside, lon=113.6, lat=34.7, where="planmap.toml: district.crs")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("EPSG:9999", "is not known"),
        ("EPSG:4490", "is no projection in metres"),
        ("EPSG:2263", "is no projection in metres"),
        ("EPSG:3857", "stretches lengths in the district by 21.6%"),
        ("EPSG:32601", "stretches lengths"),
    ],
)
def test_a_crs_whose_metres_are_none_is_refused(given, fault):
    with pytest.raises(DatumError, match=rf'district.crs \("{given}"\): {fault}.*; name the district'):
        crs.check_ground_crs(given, lon=113.6, lat=34.7, where="planmap.toml: district.crs")
