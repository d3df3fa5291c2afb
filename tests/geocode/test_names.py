import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geocode.names import are_alike, normalise_name, split_aliases

DISTINGUISHING = tuple("东西南北中一二三0123")
GENERIC = ("路", "街", "道", "村")


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("南南街 37 号院", "南南街37号院"),
        ("“公园１８７２”", "公园1872"),
        ("ＡＢ路", "AB路"),
        ("大同路 ", "大同路"),
        ("阿·波罗广场", "阿波罗广场"),
        ("MCN 网红基地", "MCN网红基地"),
        ("New Town 社区", "New Town社区"),
    ],
)
def test_spellings_of_one_name_become_one(spelling, name):
    assert normalise_name(spelling) == name


def test_a_generic_word_is_never_changed_for_another():
    assert normalise_name("兴盛路") != normalise_name("兴盛街")


@given(st.text(st.sampled_from("路街 １A“”·é\u0301\u200b\u3000か\u3099"), max_size=12) | st.text(max_size=12))
def test_a_normalised_name_is_its_own_normalised_name(text):
    assert normalise_name(normalise_name(text)) == normalise_name(text)


@pytest.mark.parametrize(
    ("name", "other"),
    [("飞翔路", "飞祥路"), ("兴盛路", "兴盛街"), ("西四环", "西四环路"), ("水磨公园", "水磨森林公园")],
)
def test_names_spelt_alike_are_alike_both_ways(name, other):
    for one, two in ((name, other), (other, name)):
        assert are_alike(one, two, distinguishing=DISTINGUISHING, generic=GENERIC)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("中原路", "中原西路"),
        ("一马路", "二马路"),
        ("大同路", "大同路"),
        ("和平路", "解放街"),
        ("王庄", "李庄"),
    ],
)
def test_names_of_different_places_are_not_alike(name, other):
    assert not are_alike(name, other, distinguishing=DISTINGUISHING, generic=GENERIC)


def test_aliases_are_split_at_the_enumeration_comma():
    assert split_aliases("柳树社区、 柳树") == ("柳树社区", "柳树")
    assert split_aliases(None) == ()
