import numpy as np
import pytest

from geo.crs import from_wgs84
from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError
from geo.geocode.services.baidu import MOST_ADDRESS_BYTES, baidu, read_geocode
from geo.model import Datum

GCJ = from_wgs84(np.array([[113.95, 34.05]]), datum=Datum.GCJ02)[0]


def found(**result):
    sure = {"precise": 1, "confidence": 80, "comprehension": 100, "level": "购物"}
    return {"status": 0, "result": {"location": {"lng": GCJ[0], "lat": GCJ[1]}, **sure, **result}}


def test_gcj02_is_asked_for_without_a_callback(question):
    request = baidu("a-key").asks[0].request(question)
    assert request.params["ret_coordtype"] == "gcj02ll"
    assert "callback" not in request.params
    assert request.secret_params == {"ak": "a-key"}
    assert "a-key" not in repr(request)


def test_a_long_address_is_shortened_to_what_is_taken(area):
    request = baidu("a-key").asks[0].request(area.question("和平" * 12))
    assert len(request.params["address"].encode()) <= MOST_ADDRESS_BYTES
    assert request.params["address"].endswith("和平" * 12)


def test_positions_come_in_gcj02_and_leave_in_wgs84(as_text):
    (place,) = read_geocode(as_text(found()))
    assert (place.lon, place.lat) == (pytest.approx(113.95), pytest.approx(34.05))
    assert place.refusal is None


def test_a_lower_confidence_is_a_larger_uncertainty(as_text):
    assert read_geocode(as_text(found(confidence=75)))[0].grade.uncertainty_m == 200.0
    assert read_geocode(as_text(found(confidence="50")))[0].grade.uncertainty_m == 1000.0


@pytest.mark.parametrize(
    "doubt", [{"precise": 0}, {"confidence": 20}, {"comprehension": 50}, {"comprehension": []}]
)
def test_a_vague_answer_is_refused(as_text, doubt):
    assert read_geocode(as_text(found(**doubt)))[0].refusal == "low_confidence"


@pytest.mark.parametrize(
    ("level", "why"), [("区县", "too_coarse"), ("城市", "too_coarse"), ("UNKNOWN", "unknown_level")]
)
def test_a_coarse_level_is_refused(as_text, level, why):
    assert read_geocode(as_text(found(level=level)))[0].refusal == why


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 0, "result": []},
        {"status": 1, "msg": "Internal Service Error:无相关结果", "results": []},
    ],
)
def test_a_name_that_is_not_found_is_an_answer(as_text, answer):
    assert read_geocode(as_text(answer)) == ()


@pytest.mark.parametrize("status", [3, 5, 101, 200, 211, 240, 261, 502])
def test_a_refused_key_is_a_refusal(as_text, status):
    with pytest.raises(ServiceRefusedError, match="PLANMAP_BAIDU_KEY"):
        read_geocode(as_text({"status": status, "message": "APP 不存在"}))


@pytest.mark.parametrize("status", [4, 301, 302, "302"])
def test_a_spent_quota_is_a_refusal(as_text, status):
    with pytest.raises(ServiceRefusedError, match="quota"):
        read_geocode(as_text({"status": status, "message": "天配额超限"}))


@pytest.mark.parametrize("status", [401, 402])
def test_too_fast_is_worth_waiting(as_text, status):
    with pytest.raises(ServiceUnavailableError, match="too fast"):
        read_geocode(as_text({"status": status, "message": "并发超限"}))


def test_a_fault_of_the_server_may_pass(as_text):
    with pytest.raises(ServiceUnavailableError, match="fault of its own"):
        read_geocode(as_text({"status": 1, "message": "服务器内部错误"}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        'showLocation&&showLocation({"status":0})',
        '{"status":2,"message":"参数"}',
        '{"status":0,"result":7}',
        "{}",
    ],
)
def test_what_is_no_answer_is_an_error(text):
    with pytest.raises(ServiceAnswerError):
        read_geocode(text)
