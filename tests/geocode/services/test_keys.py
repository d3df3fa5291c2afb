import pytest

from geo.errors import SettingsError
from geo.geocode.services import services_from


def test_only_services_with_a_key_are_asked_and_nominatim_last():
    keys = {"PLANMAP_BAIDU_KEY": "b", "PLANMAP_AMAP_KEY": "a", "PLANMAP_TIANDITU_KEY": " "}
    with pytest.raises(SettingsError, match="PLANMAP_TIANDITU_KEY"):
        services_from(keys)
    del keys["PLANMAP_TIANDITU_KEY"]
    assert [service.id for service in services_from(keys)] == ["amap", "baidu", "nominatim"]
    assert [service.id for service in services_from({})] == ["nominatim"]


def test_ones_own_nominatim_takes_the_place_of_the_public_one():
    (service,) = services_from({"PLANMAP_NOMINATIM_URL": "http://127.0.0.1:8080"})
    assert service.id == "nominatim-own"


@pytest.mark.parametrize("key", ["a\nb", "钥匙", "two words", "\x1b[2J"])
def test_what_is_no_key_is_refused_and_not_shown(key):
    with pytest.raises(SettingsError, match="PLANMAP_AMAP_KEY") as caught:
        services_from({"PLANMAP_AMAP_KEY": key})
    assert key not in str(caught.value)


def test_a_key_shows_in_no_service():
    assert "a-secret-key" not in repr(services_from({"PLANMAP_AMAP_KEY": "a-secret-key"}))
