import pytest

from geo.geocode.resolve import resolve
from geo.geocode.several import split_several
from geo.model import Miss, MissReason, Place, PlaceReason, RunnerUp


@pytest.mark.parametrize(
    ("name", "names"), [("柳湾新老镇区", ("柳湾新镇区", "柳湾老镇区")), ("柳湾新镇区", ()), ("老新村", ())]
)
def test_a_pair_of_characters_says_two_names(name, names):
    assert split_several(name, ["新老"]) == names


def test_both_places_are_found_and_drawn_as_sure_as_the_less_sure(gazetteer):
    place = resolve("柳湾新老镇区", kind="town", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert (place.id, place.geometry.geom_type) == ("P-11+P-14", "MultiPoint")
    assert (place.uncertainty_m, place.reason) == (900, None)
    assert place.source.endswith("stands for 柳湾新镇区、柳湾老镇区")


def test_a_relative_name_says_two_places_too(gazetteer):
    place = resolve("新老镇区", within="柳湾镇", gazetteer=gazetteer)
    assert isinstance(place, Place)
    assert place.id == "P-11+P-14"


def test_a_name_of_which_neither_is_known_is_unknown(gazetteer):
    miss = resolve("云上新老村", gazetteer=gazetteer)
    assert isinstance(miss, Miss)
    assert miss.reason is MissReason.UNKNOWN_NAME


def test_what_was_not_found_of_two_is_listed(sources, make_gazetteer):
    places = sources["places"][sources["places"]["id"] != "P-14"]
    place = resolve("柳湾新老镇区", gazetteer=make_gazetteer(places=places))
    assert isinstance(place, Place)
    assert (place.id, place.reason) == ("P-11", PlaceReason.PARTLY)
    assert RunnerUp("柳湾老镇区", "unknown_name") in place.others
