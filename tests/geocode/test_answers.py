import json

import pytest

from geo.geocode.answers import answer

KEYS = [
    "name", "status", "place", "geometry_type", "lon", "lat",
    "precision", "uncertainty_m", "datum_in", "source", "reason", "others",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "status", "place", "reason"),
    [
        ("和平广场", "placed", "和平广场", None),
        ("柳树社区", "placed", "柳树村", None),
        ("外环", "placed", "外环西段、外环中段", None),
        ("东新区", "zone", "东新区", None),
        ("月亮公园", "zone", "柳湾镇", "no_coordinate"),
        ("幸福小区", "ambiguous", None, "ambiguous"),
        ("云上基地", "miss", None, "unknown_name"),
    ],
)
def test_an_answer_has_every_key_and_its_status(gazetteer, name, status, place, reason):
    found = answer(name, gazetteer=gazetteer)
    assert list(found) == KEYS
    assert (found["name"], found["status"], found["place"], found["reason"]) == (name, status, place, reason)
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_the_position_of_a_line_is_the_middle_of_its_longest_part(gazetteer):
    found = answer("外环", gazetteer=gazetteer)
    assert (found["geometry_type"], found["lon"], found["lat"]) == ("MultiLineString", 113.925, 34.01)


def test_the_position_of_a_zone_lies_in_it(gazetteer):
    found = answer("东新区", gazetteer=gazetteer)
    assert (found["lon"], found["lat"], found["precision"]) == (113.97, 34.025, "zone")


def test_candidates_say_why_they_were_not_taken(gazetteer):
    assert answer("飞祥路", gazetteer=gazetteer)["others"] == [{"place": "飞翔路", "why": "alike"}]
    assert {other["why"] for other in answer("幸福小区", gazetteer=gazetteer)["others"]} == {"same_name"}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("月亮公园", "layers/source/unlocated.csv: 网页：均无"),
        ("飞翔路", "layers/source/unlocated.csv: 网页：均无"),
        ("槐树村委会", "layers/source/admin_names.csv: 名录"),
    ],
)
def test_a_name_that_is_known_by_its_zone_names_who_says_so(gazetteer, name, source):
    found = answer(name, gazetteer=gazetteer)
    assert (found["status"], found["precision"], found["source"]) == ("zone", "zone", source)


def test_a_name_taken_with_another_ending_says_so(gazetteer):
    found = answer("福寿路", gazetteer=gazetteer)
    assert (found["status"], found["place"], found["reason"]) == ("placed", "福寿街", "other_ending")
    assert found["source"].endswith("; 福寿路 is taken for 福寿街")
