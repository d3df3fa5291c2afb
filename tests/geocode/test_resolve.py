import pytest

from geo.geocode.gazetteer import build_gazetteer
from geo.geocode.lookup import PART_UNCERTAINTY_M
from geo.geocode.resolve import resolve
from geo.geocode.sources import SourceFrames
from geo.model import Miss, MissReason, Place, PlaceReason, Precision, RunnerUp, Scope


@pytest.mark.parametrize("spelling", ["和平广场", "和平 广场", "“和平广场”", "和平・广场"])
def test_a_name_is_found_however_it_is_spelt(gazetteer, spelling):
    place = resolve(spelling, gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.name, place.precision) == ("P-01", spelling, Precision.EXACT)


def test_an_alias_is_found(gazetteer):
    place = resolve("柳树社区", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.id == "P-02"


def test_a_point_known_to_an_area_stays_a_point(gazetteer):
    place = resolve("柳树村", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.geometry.geom_type, place.precision, place.uncertainty_m) == ("Point", "area", 400.0)


def test_a_project_is_found_by_its_name_without_the_word_for_work(gazetteer):
    place = resolve("湖滨1872", kind="project", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.precision) == ("P-04", "exact")


@pytest.mark.parametrize("name", ["樱花谷民宿", "樱花谷二期", "樱花谷三期工程", "樱花谷项目"])
def test_a_part_of_a_place_is_an_area_around_it(gazetteer, name):
    place = resolve(name, gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.name, place.precision) == ("P-10", name, "area")
    assert place.uncertainty_m == PART_UNCERTAINTY_M
    assert place.source.endswith("located by its parent 樱花谷")


def test_a_part_is_no_surer_than_its_place(gazetteer):
    place = resolve("福寿街街道安置区", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.uncertainty_m == 900.0


def test_work_on_a_tunnel_is_done_along_the_tunnel(gazetteer):
    place = resolve("广场隧道工程", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.precision, place.geometry.geom_type) == ("R-04", "street", "LineString")


@pytest.mark.parametrize(("name", "within"), [("东新区项目", "东新区"), ("柳湾镇安置区", "柳湾镇")])
def test_a_part_of_a_zone_or_a_town_is_only_known_to_lie_in_it(gazetteer, name, within):
    miss = resolve(name, gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.name, miss.reason, miss.within) == (name, MissReason.NO_COORDINATE, within)


def test_a_zone_is_its_published_limits(gazetteer):
    place = resolve("东部新区", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.geometry.geom_type, place.precision) == ("Z-01", "Polygon", "zone")


def test_the_point_of_a_town_is_its_seat_and_no_exact_place(gazetteer):
    place = resolve("柳湾镇", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.precision is Precision.ZONE


def test_the_parts_of_a_road_are_one_place_as_sure_as_the_least_sure(gazetteer):
    place = resolve("外环", kind="road", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.geometry.geom_type, place.uncertainty_m) == (
        "R-02+R-03",
        "MultiLineString",
        200.0,
    )


def test_two_places_of_one_name_are_ambiguous(gazetteer):
    miss = resolve("幸福小区", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.candidates) == (MissReason.AMBIGUOUS, ("P-07 幸福小区", "P-08 幸福小区"))


@pytest.mark.parametrize(("zone", "place_id"), [("东新区", "P-08"), ("柳湾镇", "P-07")])
def test_the_zone_of_the_task_settles_a_homonym(gazetteer, zone, place_id):
    place = resolve("幸福小区", zone=zone, gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.id == place_id
    assert [other.why for other in place.others] == ["other_zone"]


def test_a_road_is_never_a_subdistrict(gazetteer):
    road = resolve("福寿街", kind="road", gazetteer=gazetteer)
    refused = resolve("福寿街办", kind="road", gazetteer=gazetteer)
    assert isinstance(road, Place)
    assert (road.id, road.others) == ("R-01", ())
    assert isinstance(refused, Miss)


def test_a_market_at_the_station_is_drawn_and_one_far_off_is_not(gazetteer):
    assert isinstance(resolve("站前市场", gazetteer=gazetteer), Place)
    far = resolve("远方市场", gazetteer=gazetteer)
    assert isinstance(far, Miss)
    assert far.reason is MissReason.OUTSIDE


def test_a_road_may_cross_the_outline(gazetteer):
    place = resolve("出城路", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.geometry.bounds[2] == 114.05


@pytest.mark.parametrize(
    ("name", "kind", "scope"),
    [("和平广场", "poi", Scope.OUT), ("京津冀", "region", Scope.IN), ("邻区", "district", Scope.IN)],
)
def test_what_lies_beyond_the_district_is_outside(gazetteer, name, kind, scope):
    miss = resolve(name, kind=kind, scope=scope, gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.OUTSIDE, None)


def test_the_district_itself_is_no_place_of_a_task(gazetteer):
    miss = resolve("测试区", kind="district", zone="测试区", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.NO_COORDINATE, None)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("月亮公园", "柳湾镇"),
        ("月亮公园二期", "柳湾镇"),
        ("飞翔大道", "东新区"),
        ("槐树村", "柳湾镇"),
        ("槐树社区", "柳湾镇"),
        ("槐树村安置区", "柳湾镇"),
        ("福寿街街道办", None),
        ("全区产业园", None),
    ],
)
def test_a_name_without_a_coordinate_is_missed_within_its_zone_or_town(gazetteer, name, within):
    miss = resolve(name, zone="测试区", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.within == within
    assert miss.would_place


def test_what_would_place_a_known_name_is_said(gazetteer):
    miss = resolve("月亮公园", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.would_place) == (MissReason.NO_COORDINATE, "柳湾镇提供公园四至")


def test_a_village_name_of_two_towns_is_ambiguous_until_the_zone_tells(gazetteer):
    both = resolve("前进社区", kind="village", gazetteer=gazetteer)
    one = resolve("前进社区", kind="village", zone="柳湾镇", gazetteer=gazetteer)
    assert isinstance(both, Miss)
    assert isinstance(one, Miss)
    assert both.reason is MissReason.AMBIGUOUS
    assert (one.reason, one.within) == (MissReason.NO_COORDINATE, "柳湾镇")


def test_a_relative_name_is_looked_up_with_the_place_it_is_relative_to(gazetteer):
    place = resolve("新镇区", within="柳湾镇", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.id == "P-11"


def test_an_unknown_relative_name_lies_in_the_place_it_is_relative_to(gazetteer):
    miss = resolve("老城区", within="柳湾镇", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.NO_COORDINATE, "柳湾镇")


def test_a_relative_name_is_never_that_of_another_town(gazetteer):
    miss = resolve("幸福小区", within="福寿街街道", gazetteer=gazetteer)
    assert isinstance(miss, Miss)


@pytest.mark.parametrize(
    ("zone", "within"), [("东新区", "东新区"), ("柳湾镇", "柳湾镇"), ("测试区", None), ("哪里", None)]
)
def test_an_unknown_name_lies_in_the_zone_of_its_task(gazetteer, zone, within):
    miss = resolve("云上基地", zone=zone, gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.within) == (MissReason.UNKNOWN_NAME, within)


@pytest.mark.parametrize(
    ("name", "offered"), [("福受街", "福寿街"), ("飞祥路", "飞翔路"), ("和平小广场", ())]
)
def test_a_name_spelt_alike_is_offered_and_never_taken(gazetteer, name, offered):
    miss = resolve(name, kind="road", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.candidates == ((offered,) if offered else ())


@pytest.mark.parametrize(
    ("name", "kind", "place_id"),
    [
        ("福寿路", "road", "R-01"),
        ("福寿路", None, "R-01"),
        ("柳湾乡", None, "P-03"),
        ("北园街", "road", "R-07"),
    ],
)
def test_a_name_that_nobody_knows_is_taken_with_another_ending_and_says_so(gazetteer, name, kind, place_id):
    place = resolve(name, kind=kind, gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.reason, place.name) == (place_id, PlaceReason.OTHER_ENDING, name)
    assert f"{name} is taken for " in place.source


def test_another_ending_leads_to_what_is_known_of_a_zone(gazetteer):
    miss = resolve("飞翔街", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert (miss.name, miss.within) == ("飞翔街", "东新区")
    assert RunnerUp("飞翔路", "other_ending") in miss.others


@pytest.mark.parametrize(("name", "kind"), [("福寿镇", "town"), ("云上街", "road"), ("路", None)])
def test_no_other_ending_is_taken_for_what_is_another_kind_or_unknown(gazetteer, name, kind):
    assert isinstance(resolve(name, kind=kind, gazetteer=gazetteer), Miss)


def test_a_name_with_two_other_endings_is_not_taken_for_either(make_gazetteer, sources):
    rows = sources["places"].iloc[[2, 2]].assign(id=["P-30", "P-31"], name=["青山镇", "青山街道"])
    rows = rows.assign(kind=["town", "subdistrict"])
    miss = resolve("青山乡", gazetteer=make_gazetteer(places=rows))
    assert isinstance(miss, Miss)
    assert miss.reason is MissReason.UNKNOWN_NAME


def test_names_spelt_alike_stand_beside_the_place_that_was_found(gazetteer):
    place = resolve("和平广场", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.others) == ("P-01", (RunnerUp("和平购物广场", "alike"),))


def test_the_order_of_rows_changes_no_answer(sources, lexicon, gazetteer):
    turned = {name: frame.iloc[::-1] for name, frame in sources.items()}
    other = build_gazetteer(SourceFrames(**turned), lexicon=lexicon, crs="EPSG:4547")
    names = [*gazetteer.reviewed.names(), *gazetteer.unlocated.names(), *gazetteer.administrative.names()]
    for name in sorted(names):
        assert resolve(name, zone="柳湾镇", gazetteer=other) == resolve(
            name, zone="柳湾镇", gazetteer=gazetteer
        )
