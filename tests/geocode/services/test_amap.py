import numpy as np
import pytest

from geo.crs import from_wgs84
from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError
from geo.geocode.services.amap import amap, read_geocodes, read_places
from geo.geocode.services.levels import ROAD, SITE
from geo.model import Datum

GCJ = from_wgs84(np.array([[113.95, 34.05]]), datum=Datum.GCJ02)[0]
LOCATION = f"{GCJ[0]:.6f},{GCJ[1]:.6f}"


def geocodes(**found):
    return {"status": "1", "info": "OK", "infocode": "10000", "count": "1", "geocodes": [found]}


def error(infocode, info="SAID"):
    return {"status": "0", "info": info, "infocode": infocode}


def test_the_address_is_whole_and_the_key_apart(question):
    request = amap("a-key").asks[0].request(question)
    assert request.params == {"address": "测试市测试区和平广场", "city": "测试市", "output": "JSON"}
    assert (request.secret_params, request.per_second) == ({"key": "a-key"}, 3.0)
    assert "a-key" not in repr(request)


def test_places_are_looked_for_in_the_district_alone(question):
    request = amap("a-key").asks[1].request(question)
    assert request.url.endswith("/v3/place/text")
    assert {"keywords": "和平广场", "city": "410199", "citylimit": "true"}.items() <= request.params.items()


def test_positions_come_in_gcj02_and_leave_in_wgs84(as_text):
    (found,) = read_geocodes(as_text(geocodes(location=LOCATION, level="兴趣点", formatted_address="某地")))
    assert (found.lon, found.lat) == (pytest.approx(113.95, abs=1e-6), pytest.approx(34.05, abs=1e-6))
    assert (found.name, found.level, found.grade) == ("某地", "兴趣点", SITE)


def test_empty_fields_are_lists(as_text):
    found = geocodes(location=LOCATION, level="道路", formatted_address=[], township=[], street=[])
    assert read_geocodes(as_text(found))[0].name is None


def test_a_name_that_is_not_found_is_an_answer(as_text):
    assert read_geocodes(as_text({"status": "1", "infocode": "10000", "count": "0", "geocodes": []})) == ()
    assert read_places(as_text({"status": "1", "infocode": "10000", "count": "0", "pois": []})) == ()


@pytest.mark.parametrize("level", ["市", "区县", "省", "国家"])
def test_the_centre_of_a_city_is_no_answer_to_an_unknown_name(as_text, level):
    (found,) = read_geocodes(as_text(geocodes(location=LOCATION, level=level, formatted_address="测试市")))
    assert (found.grade, found.refusal) == (None, "too_coarse")


def test_an_unknown_level_is_worth_nothing(as_text):
    (found,) = read_geocodes(as_text(geocodes(location=LOCATION, level="未知", formatted_address="某地")))
    assert (found.grade, found.refusal) == (None, "unknown_level")


def test_a_place_that_is_a_road_is_told_by_its_type(as_text):
    pois = [{"name": "和平路", "location": LOCATION, "typecode": "190301", "address": []}]
    (found,) = read_places(as_text({"status": "1", "pois": pois}))
    assert (found.level, found.grade) == ("道路名", ROAD)


@pytest.mark.parametrize("infocode", ["10001", "10005", "10009", "10012", "10013", "10026"])
def test_a_refused_key_is_a_refusal(as_text, infocode):
    with pytest.raises(ServiceRefusedError, match="PLANMAP_AMAP_KEY"):
        read_geocodes(as_text(error(infocode)))


@pytest.mark.parametrize("infocode", ["10003", "10010", "10044", "40000"])
def test_a_spent_quota_is_a_refusal(as_text, infocode):
    with pytest.raises(ServiceRefusedError, match="quota"):
        read_places(as_text(error(infocode)))


@pytest.mark.parametrize(
    ("infocode", "wait_s"), [("10004", 60.0), ("10014", None), ("10019", None), ("10021", None)]
)
def test_too_fast_is_worth_waiting(as_text, infocode, wait_s):
    with pytest.raises(ServiceUnavailableError, match="too fast") as caught:
        read_geocodes(as_text(error(infocode)))
    assert caught.value.wait_s == wait_s


@pytest.mark.parametrize("infocode", ["20000", "20001", "20012", "99999"])
def test_a_question_that_is_not_taken_is_no_name_that_is_not_found(as_text, infocode):
    with pytest.raises(ServiceAnswerError, match="does not take the question"):
        read_geocodes(as_text(error(infocode, info=[])))


@pytest.mark.parametrize("infocode", ["10016", "20003", "30001"])
def test_a_fault_of_the_server_may_pass(as_text, infocode):
    with pytest.raises(ServiceUnavailableError, match="fault of its own"):
        read_geocodes(as_text(error(infocode)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        '{"status":"1","geoco',
        "[]",
        "null",
        '{"status":"1"}',
        '{"status":"1","geocodes":[1]}',
        '{"status":"1","geocodes":[{"location":[],"level":"道路"}]}',
        '{"status":"1","geocodes":[{"location":"113.9","level":"道路"}]}',
        '{"status":"1","geocodes":[{"location":"34.1,113.9","level":"道路"}]}',
        '{"status":"1","geocodes":[{"location":"NaN,34.1","level":"道路"}]}',
    ],
)
def test_what_is_no_answer_is_an_error(text):
    with pytest.raises(ServiceAnswerError):
        read_geocodes(text)
