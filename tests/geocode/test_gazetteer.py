import pytest

from geo.errors import DatumError, SettingsError
from geo.geocode.gazetteer import build_gazetteer, lookup_words, without_suffix
from geo.geocode.sources import SourceFrames
from geo.model import Lexicon


def test_two_features_of_one_name_are_both_kept(gazetteer):
    assert [entry.place.id for entry in gazetteer.reviewed.by_name["幸福小区"]] == ["P-07", "P-08"]
    assert [entry.place.id for entry in gazetteer.reviewed.by_alias["外环"]] == ["R-02", "R-03"]


def test_the_distance_to_the_district_is_measured_in_metres(gazetteer):
    metres = {entry.place.id: entry.metres_outside for entry in gazetteer.reviewed.entries}
    assert metres["P-05"] == pytest.approx(100, abs=2)
    assert metres["R-05"] == 0


def test_zones_and_towns_are_areas_and_a_road_is_none(gazetteer):
    known = [
        name
        for name in ("东新区", "东部新区", "柳湾镇", "福寿街街道", "福寿街", "测试区")
        if gazetteer.knows_area(name)
    ]
    assert known == ["东新区", "东部新区", "柳湾镇", "福寿街街道"]


def test_empty_layers_make_an_empty_gazetteer(sources, lexicon):
    empty = {name: frame if name == "district" else frame.iloc[:0] for name, frame in sources.items()}
    gazetteer = build_gazetteer(SourceFrames(**empty), lexicon=lexicon, crs="EPSG:4547")
    assert not gazetteer.reviewed.names()


def test_a_layer_without_a_crs_is_refused(sources, lexicon):
    places = sources["places"].set_crs(None, allow_override=True)
    with pytest.raises(DatumError, match="no CRS"):
        build_gazetteer(SourceFrames(**{**sources, "places": places}), lexicon=lexicon, crs="EPSG:4547")


def test_a_missing_list_of_words_is_named():
    with pytest.raises(SettingsError, match="part_suffixes"):
        lookup_words(Lexicon({}))


def test_the_longest_suffix_is_taken_and_two_characters_stay():
    assert without_suffix("大桥建设工程", ("建设工程", "工程")) == "大桥"
    assert without_suffix("二期", ("二期",)) is None
