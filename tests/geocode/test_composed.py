import numpy as np
import pytest
import shapely
from shapely import Point

from geo.crs import project_shapes
from geo.geocode.resolve import resolve
from geo.model import Miss, MissReason, Place, PlaceReason, Precision, RunnerUp


def metres(*shapes):
    return project_shapes(np.array(shapes, dtype=object), crs_from="EPSG:4326", crs_to="EPSG:4547")


def placed(name, gazetteer, **asked):
    found = resolve(name, gazetteer=gazetteer, **asked)
    assert isinstance(found, Place), found
    return found


def missed(name, gazetteer, **asked):
    found = resolve(name, gazetteer=gazetteer, **asked)
    assert isinstance(found, Miss), found
    return found


# --- Crossings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["福寿街与长安大道交叉口", "长安大道×福寿街", "福寿街、长安大道交汇处", "测试区福寿街与长安大道路口"],
)
def test_a_crossing_is_where_its_roads_cross(gazetteer, name):
    place = placed(name, gazetteer)
    assert (place.geometry.x, place.geometry.y) == pytest.approx((113.94, 34.075), abs=5e-6)
    assert (place.name, place.kind, place.precision) == (name, "junction", Precision.STREET)
    assert place.uncertainty_m == pytest.approx(np.hypot(90, 60), abs=1)


def test_roads_with_a_gap_within_their_uncertainties_cross_in_the_middle_of_it(gazetteer):
    place = placed("长安大道与北园路交叉口", gazetteer)
    assert (place.id, place.geometry.y) == ("R-06×R-07", pytest.approx(34.07515, abs=5e-6))
    assert place.uncertainty_m == pytest.approx(np.hypot(60, 80) + 33.3 / 2, abs=1)


def test_two_crossings_are_ambiguous_and_both_are_offered(gazetteer):
    miss = missed("长安大道与弓背路交叉口", gazetteer)
    assert miss.reason is MissReason.AMBIGUOUS
    assert [round(float(where.split(", ")[0]), 3) for where in miss.candidates] == [113.925, 113.935]


def test_a_corner_moves_nothing_and_stands_in_the_source(gazetteer):
    corner, whole = (placed(f"福寿街与长安大道交叉口{word}", gazetteer) for word in ("东南角", ""))
    assert (corner.geometry, corner.uncertainty_m) == (whole.geometry, whole.uncertainty_m)
    assert corner.source == f"{whole.source}; said to be at its 东南角"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("福寿街与出城路交叉口", MissReason.NO_COORDINATE),
        ("福寿街与金光路交叉口", MissReason.NO_COORDINATE),
        ("福寿街与飞翔路交叉口", MissReason.NO_COORDINATE),
        ("福寿街与云上路交叉口", MissReason.UNKNOWN_NAME),
    ],
)
def test_no_crossing_is_made_of_roads_that_do_not_meet_or_have_no_line(gazetteer, name, reason):
    miss = missed(name, gazetteer)
    assert (miss.name, miss.reason) == (name, reason)
    assert miss.would_place


# --- Pieces of a road ----------------------------------------------------------------------------


def test_a_piece_of_a_road_lies_between_its_crossings(gazetteer):
    place = placed("长安大道（福寿街—北园路）", gazetteer)
    (line,) = metres(place.geometry)
    assert line.length == pytest.approx(0.015 * 92_300, rel=0.01)
    assert (place.id, place.reason) == ("R-06[R-01,R-07]", None)
    assert place.uncertainty_m == 90.0
    assert place.source.endswith("piece between 福寿街、北园路")


def test_the_segment_of_a_report_is_the_same_piece(gazetteer):
    written = placed("长安大道（福寿街—北园路）", gazetteer)
    told = placed("长安大道", gazetteer, kind="road", between=[("福寿街", "北园路")])
    assert (told.id, told.geometry) == (written.id, written.geometry)


def test_several_pieces_of_a_road_are_all_drawn(make_gazetteer, sources):
    between = [("福寿街", "北园路"), ("西口", "福寿街")]
    west = Point(113.925, 34.075)
    entries = sources["places"].iloc[[0]].assign(id="P-20", name="西口", geometry=[west])
    gazetteer = make_gazetteer(places=entries)
    both = placed("长安大道", gazetteer, kind="road", between=between)
    pieces = [placed("长安大道", gazetteer, kind="road", between=[ends]) for ends in between]
    (whole,) = metres(both.geometry)
    assert whole.length == pytest.approx(sum(line.length for line in metres(*(p.geometry for p in pieces))))
    assert both.id == "R-06[R-01,R-07]+R-06[P-20,R-01]"
    assert both.source.endswith("; piece between 福寿街、北园路; piece between 西口、福寿街")
    assert placed("长安大道(福寿街—北园路、西口—福寿街)", gazetteer).geometry == both.geometry


def test_one_piece_that_cannot_be_cut_makes_all_of_them_the_whole_road(gazetteer):
    between = [("福寿街", "北园路"), ("福寿街", "云上路")]
    place, road = placed("长安大道", gazetteer, between=between), placed("长安大道", gazetteer)
    assert (place.geometry, place.reason) == (road.geometry, PlaceReason.NO_CROSSING)
    assert RunnerUp("云上路", "no_crossing") in place.others


@pytest.mark.parametrize("end", ["云上路", "弓背路", "金光路", "出城路"])
def test_without_one_crossing_at_its_end_a_piece_is_the_whole_road_and_says_so(gazetteer, end):
    place, road = placed(f"长安大道（福寿街—{end}）", gazetteer), placed("长安大道", gazetteer)
    assert (place.id, place.geometry, place.uncertainty_m) == ("R-06", road.geometry, road.uncertainty_m)
    assert place.reason is PlaceReason.NO_CROSSING
    assert place.source == f"{road.source}; whole road without one crossing with {end}"
    assert RunnerUp(end, "no_crossing") in place.others


def test_a_piece_of_an_unknown_road_is_a_miss(gazetteer):
    miss = missed("云上路（福寿街—北园路）", gazetteer, zone="柳湾镇")
    assert (miss.reason, miss.within) == (MissReason.UNKNOWN_NAME, "柳湾镇")


# --- Offsets -------------------------------------------------------------------------------------


def test_an_offset_from_a_crossing_is_a_point_so_many_metres_off(gazetteer):
    place, crossing = (placed(f"福寿街与长安大道交叉口{word}", gazetteer) for word in ("北60米", ""))
    there, here = metres(place.geometry, crossing.geometry)
    assert (there.x - here.x, there.y - here.y) == pytest.approx((0, 60), abs=1e-3)
    assert place.uncertainty_m > crossing.uncertainty_m


def test_an_offset_from_a_place_is_exact_only_while_it_is_near(gazetteer):
    near, far = (placed(f"和平广场以东{metres}米", gazetteer) for metres in (200, 600))
    assert (near.precision, near.uncertainty_m) == (Precision.EXACT, 127)
    assert (far.precision, far.uncertainty_m) == (Precision.AREA, 280)


def test_an_offset_from_a_road_without_a_crossing_is_an_area_beside_it(gazetteer):
    place = placed("长安大道北200米泵站", gazetteer, kind="facility")
    area, road = metres(place.geometry, placed("长安大道", gazetteer).geometry)
    assert (place.precision, place.reason, place.kind) == ("area", PlaceReason.BESIDE, "facility")
    assert shapely.distance(area, road) == pytest.approx(200 - 60, abs=1)


@pytest.mark.parametrize("name", ["柳湾镇北200米", "东新区以东1公里", "云上路北60米"])
def test_no_offset_is_taken_from_a_zone_a_town_or_an_unknown_place(gazetteer, name):
    missed(name, gazetteer)


def test_an_offset_that_leads_out_of_the_district_is_refused(gazetteer):
    assert missed("和平广场以东20公里", gazetteer).reason is MissReason.OUTSIDE


# --- Houses --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["福寿街131号院", "福寿街 131 号院", "福寿街131号院改造项目"])
def test_a_house_is_somewhere_on_its_street(gazetteer, name):
    place, street = placed(name, gazetteer, kind="compound"), placed("福寿街", gazetteer)
    (line,) = metres(street.geometry)
    assert (place.geometry, place.precision, place.kind) == (street.geometry, Precision.STREET, "compound")
    assert (place.reason, place.uncertainty_m) == (PlaceReason.ITS_STREET, round(line.length / 2))
    assert place.source.endswith("on its street 福寿街")


def test_a_house_on_a_street_of_which_only_a_point_is_known_is_an_area(gazetteer):
    place = placed("金光路4号", gazetteer)
    assert (place.precision, place.uncertainty_m) == (Precision.AREA, 500)


@pytest.mark.parametrize(
    ("name", "reason", "within"),
    [
        ("云上路4号院", MissReason.UNKNOWN_NAME, None),
        ("飞翔路4号院", MissReason.NO_COORDINATE, "东新区"),
        ("柳树村4号", MissReason.UNKNOWN_NAME, None),
    ],
)
def test_a_house_on_a_street_without_a_line_is_a_miss(gazetteer, name, reason, within):
    miss = missed(name, gazetteer)
    assert (miss.reason, miss.within) == (reason, within)
