import json

import pytest

from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError
from geo.geocode.services.levels import SITE
from geo.geocode.services.tianditu import read_geocode, read_places, tianditu


def located(**location):
    return {"msg": "ok", "location": location, "searchVersion": "6.4.9V", "status": "0"}


def searched(pois, result_type=1):
    return {"count": str(len(pois)), "resultType": result_type, "pois": pois, "status": {"infocode": 1000}}


def test_the_questions_are_json_and_the_key_apart(question):
    geocode, places = (ask.request(question) for ask in tianditu("a-key").asks)
    assert geocode.params == {"ds": '{"keyWord":"测试市测试区和平广场"}'}
    query = json.loads(places.params["postStr"])
    assert (query["keyWord"], query["specify"], query["queryType"]) == ("和平广场", "156410199", 12)
    assert geocode.secret_params == places.secret_params == {"tk": "a-key"}
    assert "a-key" not in f"{geocode}{places}"


@pytest.mark.parametrize(("lon", "lat"), [(113.95, 34.05), ("113.95", "34.05")])
def test_numbers_may_come_as_text(as_text, lon, lat):
    (found,) = read_geocode(as_text(located(lon=lon, lat=lat, score=100, level="兴趣点")))
    assert (found.name, found.lon, found.lat, found.grade) == (None, 113.95, 34.05, SITE)


@pytest.mark.parametrize("status", ["101", 101])
def test_nothing_is_an_answer(as_text, status):
    assert read_geocode(as_text({"msg": "无结果", "status": status})) == ()


@pytest.mark.parametrize("score", [12, "81", None])
def test_a_far_point_with_a_low_score_is_refused(as_text, score):
    (found,) = read_geocode(as_text(located(lon=113.95, lat=34.05, score=score, level="兴趣点")))
    assert found.refusal == "low_confidence"


def test_the_centre_of_a_district_is_refused(as_text):
    (found,) = read_geocode(as_text(located(lon=113.95, lat=34.05, score=100, level="区县")))
    assert found.refusal == "too_coarse"


def test_places_have_names(as_text):
    (found,) = read_places(as_text(searched([{"name": "和平广场", "lonlat": "113.95,34.05"}])))
    assert (found.name, found.lon, found.lat) == ("和平广场", 113.95, 34.05)


@pytest.mark.parametrize(
    "answer", [searched([]), searched([], result_type=2), {"status": {"infocode": 1000}}]
)
def test_a_search_without_places_is_an_answer(as_text, answer):
    assert read_places(as_text(answer)) == ()


@pytest.mark.parametrize(
    "answer",
    [
        {"code": 301001, "msg": "非法key", "resolve": "请到API控制台重新申请Key"},
        {"code": 308011, "message": "请求参数非法长度或不合规"},
        {"code": 301003, "msg": "权限类型错误"},
        {"code": 1, "msg": "服务调用次数超限"},
    ],
)
@pytest.mark.parametrize("read", [read_geocode, read_places])
def test_a_refused_key_and_a_spent_quota_are_refusals(as_text, read, answer):
    with pytest.raises(ServiceRefusedError):
        read(as_text(answer))


def test_too_fast_is_worth_waiting(as_text):
    with pytest.raises(ServiceUnavailableError):
        read_geocode(as_text({"code": 2, "msg": "访问过于频繁"}))


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "404", "msg": "参数错误"},
        {"status": {"infocode": 2003, "cndesc": "缺少参数：mapBound"}},
        {},
        {"status": "0"},
        {"status": "0", "location": {"lon": "", "lat": ""}},
        [],
    ],
)
@pytest.mark.parametrize("read", [read_geocode, read_places])
def test_what_is_no_answer_is_an_error(as_text, read, answer):
    with pytest.raises(ServiceAnswerError):
        read(as_text(answer))
