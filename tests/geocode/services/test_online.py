"""How answers are judged, and what several services make of one name."""

from datetime import date

import pytest

from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError
from geo.geocode.online import MOST_FAILURES, search_area, search_online, with_others_listed
from geo.geocode.services.contract import Ask, Candidate, Service
from geo.geocode.services.levels import ADDRESS, ESTATE, ROAD, SITE, TOWN
from geo.geocode.sources import SourceFrames
from geo.model import (
    Datum,
    Miss,
    MissReason,
    Place,
    Precision,
    RunnerUp,
    ServiceReply,
    ServiceRequest,
    Settings,
)

METRE_EAST = 1 / 92_300
"""Degrees of longitude to a metre at 34 N."""
SETTINGS = Settings("测试区", "410199", "测试市", "EPSG:4547", "r.md", date(2020, 8, 1), ())


def missed(name="和平广场", kind="poi", reason=MissReason.UNKNOWN_NAME, *, within=None, **more):
    return Miss(name, kind, reason, within, "", **more)


def offered(name="和平广场", *, east_m=0.0, level=SITE, refusal=None, lon=113.95, lat=34.05):
    return Candidate(name, lon + east_m * METRE_EAST, lat, "兴趣点", level, refusal)


def service(id_, *answers, most_names=None):
    """A service that gives the same candidates for each name, one answer a way of asking."""

    def ask(turn, answer):
        return Ask(
            request=lambda question: ServiceRequest(id_, id_, f"{turn}", "", {"name": question.name}),
            read=lambda _: answer,
            words="地理编码",
        )

    asks = tuple(ask(turn, answer) for turn, answer in enumerate(answers))
    return Service(id_, id_, Datum.GCJ02, asks, most_names)


@pytest.fixture
def search(area):
    """Search for misses; gives what was found, what was asked of whom, and what was said."""

    def run(*misses, services, failing=None, area=area):
        asked, said = [], []

        def fetch(request, _):
            asked.append((request.service, request.what, request.params["name"]))
            if failing and request.service in failing:
                raise failing[request.service]
            return ServiceReply("", date(2026, 11, 23))

        found = search_online(misses, services=services, area=area, fetch=fetch, say=said.append)
        return found, asked, said

    return run


# --- One candidate -------------------------------------------------------------------------------


def test_a_place_says_from_where_it_is_and_how_sure(search):
    miss = missed()
    found, _, said = search(miss, services=[service("amap", (offered(),))])
    place = found[miss]
    assert isinstance(place, Place)
    assert (place.id, place.name, place.datum_in) == ("amap:和平广场", "和平广场", "GCJ-02")
    assert (place.precision, place.uncertainty_m) == (Precision.STREET, 100.0)
    assert place.source == "amap 地理编码（兴趣点，2026-11-23）"
    assert said == []


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        (offered(lon=113.89), "outside"),
        (offered(lon=121.5, lat=25.0), "outside"),
        (offered("和平购物广场"), "other_name"),
        (offered("另一市测试区外和平广场"), "other_name"),
        (offered(level=None, refusal="too_coarse"), "too_coarse"),
        (offered(refusal="low_confidence"), "low_confidence"),
    ],
)
def test_what_is_refused_is_named_with_the_reason(search, candidate, why):
    miss = missed()
    found, _, _ = search(miss, services=[service("amap", (candidate,))])
    still = found[miss]
    assert isinstance(still, Miss)
    assert (still.reason, [other.why for other in still.others]) == (MissReason.UNKNOWN_NAME, [why])
    assert f"[{why}]" in with_others_listed(still).candidates[0]


@pytest.mark.parametrize(
    "said", ["和平广场", "和平 广场", "河南省测试市测试区和平广场", "测试市和平广场", None]
)
def test_a_name_may_stand_alone_or_at_the_end_of_its_address(search, said):
    miss = missed()
    found, _, _ = search(miss, services=[service("amap", (offered(said),))])
    assert isinstance(found[miss], Place)


def test_a_shop_that_has_the_name_of_a_road_is_not_the_road(search):
    miss = missed("和平路", "road")
    found, _, _ = search(miss, services=[service("osm", (offered("和平路"),))])
    assert found[miss].others[0].why == "other_kind"


def test_the_point_of_a_road_is_said_to_be_no_line(search):
    miss = missed("和平路", "road")
    found, _, _ = search(miss, services=[service("amap", (offered("和平路", level=ROAD),))])
    assert (found[miss].precision, found[miss].uncertainty_m) == (Precision.STREET, 500.0)
    assert "路上一点，不是走向" in found[miss].source


@pytest.mark.parametrize(("level", "precision"), [(ESTATE, Precision.AREA), (TOWN, Precision.ZONE)])
def test_a_coarser_level_is_a_coarser_place(search, level, precision):
    miss = missed()
    found, _, _ = search(miss, services=[service("amap", (offered(level=level),))])
    assert found[miss].precision is precision


@pytest.mark.parametrize(
    ("zone", "lon", "lat", "why"),
    [
        ("东新区", 113.97, 34.02, None),
        ("东部新区", 113.97, 34.02, None),
        ("东新区", 113.92, 34.02, "other_zone"),
        ("东新区", 113.95 - 350 * METRE_EAST, 34.02, None),
        ("东新区", 113.95 - 450 * METRE_EAST, 34.02, "other_zone"),
        ("柳湾镇", 113.97, 34.06, None),
        ("柳湾镇", 113.99, 34.095, "other_zone"),
        ("无界区", 113.92, 34.02, None),
        (None, 113.92, 34.02, None),
    ],
)
def test_an_answer_in_another_zone_than_the_tasks_is_refused(search, sources, zone, lon, lat, why):
    area = search_area(SourceFrames(**sources), settings=SETTINGS)
    miss = missed(within=zone)
    found = search(miss, services=[service("amap", (offered(lon=lon, lat=lat),))], area=area)[0][miss]
    assert isinstance(found, Place) is (why is None)
    assert [other.why for other in found.others] == ([] if why is None else [why])


# --- Several services ----------------------------------------------------------------------------


def test_a_second_way_of_asking_is_used_only_where_the_first_gave_nothing(search):
    both = service("amap", (), (offered(),))
    found, asked, _ = search(missed(), services=[both])
    assert [what for _, what, _ in asked] == ["0", "1"]
    assert isinstance(found[missed()], Place)
    _, asked, _ = search(missed(), services=[service("amap", (offered(),), (offered(),))])
    assert [what for _, what, _ in asked] == ["0"]


def test_two_services_that_agree_make_an_exact_place(search):
    two = [service("amap", (offered(),)), service("baidu", (offered(None, east_m=120, level=ADDRESS),))]
    place = search(missed(), services=two)[0][missed()]
    assert (place.precision, place.id) == (Precision.EXACT, "baidu:和平广场")
    assert 115 < place.uncertainty_m < 125
    assert place.source.count("; ") == 1


def test_one_service_that_agrees_with_itself_is_no_second_witness(search):
    place = search(missed(), services=[service("amap", (offered(), offered(east_m=30)))])[0][missed()]
    assert place.precision is Precision.STREET


def test_services_that_contradict_one_another_place_nothing(search):
    two = [service("amap", (offered(),)), service("baidu", (offered(east_m=2500),))]
    miss = search(missed(), services=two)[0][missed()]
    assert isinstance(miss, Miss)
    assert (miss.reason, len(miss.candidates)) == (MissReason.AMBIGUOUS, 2)


def test_the_order_of_candidates_changes_nothing(search):
    some = (offered(), offered(east_m=60), offered("别处"), offered(level=ADDRESS, east_m=20))
    forward = search(missed(), services=[service("amap", some)])[0]
    backward = search(missed(), services=[service("amap", some[::-1])])[0]
    assert forward == backward


# --- Who is asked, and who no longer -------------------------------------------------------------


@pytest.mark.parametrize(
    "miss",
    [
        missed(reason=MissReason.OUTSIDE),
        missed(reason=MissReason.AMBIGUOUS),
        missed(reason=MissReason.NOT_A_PLACE),
        missed(kind="zone"),
        missed(kind="district"),
        missed(source="人工裁定"),
    ],
)
def test_nobody_is_asked_for_areas_nor_for_what_is_decided(search, miss):
    assert search(miss, services=[service("amap", (offered(),))])[:2] == ({}, [])


def test_a_name_is_asked_for_once(search):
    _, asked, _ = search(missed(), missed(), services=[service("amap", (offered(),))])
    assert len(asked) == 1


def test_a_service_that_refuses_is_left_out_and_the_others_go_on(search):
    two = [service("amap", ()), service("baidu", (offered(None),))]
    refusal = {"amap": ServiceRefusedError("amap refuses the key")}
    first, second = missed("甲"), missed("乙")
    found, asked, said = search(first, second, services=two, failing=refusal)
    assert [who for who, _, _ in asked] == ["amap", "baidu", "baidu"]
    assert all(isinstance(place, Place) for place in found.values())
    assert said == [
        "amap refuses the key; it is not asked again",
        "amap: no answer for 甲、乙; that is not the same as not found",
    ]


@pytest.mark.parametrize("error", [ServiceUnavailableError("down"), ServiceAnswerError("a page")])
def test_a_service_that_fails_again_and_again_is_left_out(search, error):
    misses = [missed(name) for name in "甲乙丙丁戊"]
    _, asked, said = search(*misses, services=[service("amap", ())], failing={"amap": error})
    assert len(asked) == MOST_FAILURES
    assert said[-1] == "amap: no answer for 甲、乙、丙、丁、戊; that is not the same as not found"


def test_more_names_than_a_service_allows_are_not_asked_for(search):
    few = service("public", (offered(None),), most_names=1)
    found, asked, said = search(missed("甲"), missed("乙"), services=[few])
    assert asked == []
    assert all(isinstance(miss, Miss) for miss in found.values())
    assert "its rules allow 1" in said[0]


def test_what_was_refused_before_stays_listed(search):
    before = RunnerUp("别处和平广场", "outside")
    miss = missed(others=(before,))
    place = search(miss, services=[service("amap", (offered(), offered("别处")))])[0][miss]
    assert [other.why for other in place.others] == ["outside", "other_name"]
