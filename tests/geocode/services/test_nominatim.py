import pytest

from geo.errors import ServiceAnswerError, SettingsError
from geo.geocode.services.nominatim import PUBLIC_MOST_NAMES, own_nominatim, public_nominatim, read_places


def found(**place):
    return {
        "lat": "34.05",
        "lon": "113.95",
        "name": "和平广场",
        "display_name": "和平广场, 测试区",
        "category": "place",
        "type": "square",
        "place_rank": 30,
        "boundingbox": ["34.0495", "34.0505", "113.9495", "113.9505"],
        **place,
    }


def test_the_public_server_is_asked_slowly_and_for_few_names(question):
    service = public_nominatim()
    request = service.asks[0].request(question)
    assert (service.most_names, request.per_second) == (PUBLIC_MOST_NAMES, 1.0)
    assert request.params["viewbox"] == "113.90000,34.00000,114.00000,34.10000"
    assert (request.params["bounded"], request.params["countrycodes"]) == ("1", "cn")


def test_ones_own_server_has_no_such_rules_and_its_login_shows_nowhere(question):
    service = own_nominatim("https://someone:a-secret@maps.example:8443/nominatim/")
    request = service.asks[0].request(question)
    assert (service.most_names, request.per_second) == (None, None)
    assert request.url == "https://maps.example:8443/nominatim/search"
    assert request.login == ("someone", "a-secret")
    assert "a-secret" not in f"{request}{service}"
    assert "maps.example" not in repr(request)


@pytest.mark.parametrize(
    "address", ["maps.example", "ftp://maps.example", "http://[", "http://a:b", "http://a/?key=s"]
)
def test_what_is_no_address_is_refused_and_not_shown(address):
    with pytest.raises(SettingsError, match="PLANMAP_NOMINATIM_URL") as caught:
        own_nominatim(address)
    assert address not in str(caught.value)


def test_numbers_come_as_text(as_text):
    (place,) = read_places(as_text([found()]))
    assert (place.lon, place.lat, place.name, place.level) == (113.95, 34.05, "和平广场", "place/square")


def test_how_far_a_thing_reaches_is_its_uncertainty(as_text):
    road = found(
        category="highway", type="primary", place_rank=26, boundingbox=["34.00", "34.02", "113.9", "113.9"]
    )
    (place,) = read_places(as_text([road]))
    assert place.grade.kind == "road"
    assert place.grade.uncertainty_m == pytest.approx(1114, abs=2)


@pytest.mark.parametrize("rank", [4, 8, 12, 16])
def test_a_city_or_a_district_is_too_coarse(as_text, rank):
    (place,) = read_places(as_text([found(category="boundary", type="administrative", place_rank=rank)]))
    assert place.refusal == "too_coarse"


def test_a_shop_is_known_as_one(as_text):
    (place,) = read_places(as_text([found(category="shop", type="supermarket")]))
    assert place.grade.kind == "shop"


def test_nothing_is_an_answer():
    assert read_places("[]") == ()


@pytest.mark.parametrize(
    "text", ['{"error":{"code":400,"message":"x"}}', '{"error":"Unable"}', "", "<html>", '[{"lat":"34"}]']
)
def test_what_is_no_answer_is_an_error(text):
    with pytest.raises(ServiceAnswerError):
        read_places(text)
