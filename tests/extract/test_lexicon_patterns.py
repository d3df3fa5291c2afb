from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.lexicon_patterns import alternatives, find_suffixes

WORDS = st.lists(st.text("路街道大小.*()|", min_size=1, max_size=5), min_size=1, max_size=8)


def test_the_longest_alternative_goes_first():
    assert re.match(alternatives(["路", "快速路", "环路"]), "快速路").group() == "快速路"
    assert alternatives(["路", "大道"]) == "大道|路"


def test_a_word_is_taken_by_its_letters_and_is_no_pattern():
    assert re.fullmatch(alternatives(["m²", "a.c"]), "abc") is None


@given(WORDS)
def test_every_word_is_matched_whole(words):
    for word in words:
        assert re.fullmatch(alternatives(words), word)


@given(WORDS)
def test_the_order_and_the_repeats_of_words_do_not_matter(words):
    assert alternatives(words) == alternatives([*reversed(words), *words])


def test_every_suffix_but_the_weak_ones_has_its_kind(lexicon, patterns):
    suffixes = lexicon.words["place_suffixes"]
    for kind, listed in suffixes.items():
        for suffix in listed:
            assert patterns.suffix_kind[suffix] == ("project" if kind == "weak" else kind)


def test_no_suffix_has_two_kinds(lexicon):
    listed = [suffix for suffixes in lexicon.words["place_suffixes"].values() for suffix in suffixes]
    assert sorted(listed) == sorted(set(listed))


def test_of_suffixes_that_end_alike_the_longest_is_found_first(patterns):
    text = "长江森林公园"
    found = [text[slice(*span)] for span in find_suffixes(text, 0, len(text), patterns)]
    assert found == ["森林公园", "公园"]


@pytest.mark.parametrize("file", ["place_not_followed", "place_not_preceded"])
def test_what_may_not_stand_beside_a_suffix_is_said_of_known_suffixes(file, lexicon, patterns):
    assert set(lexicon.words[file]) <= set(patterns.suffix_kind)


def test_words_that_no_name_begins_with_have_two_characters_and_letters_have_one(lexicon):
    place = lexicon.words["place_words"]
    assert all(len(word) > 1 for word in (*place["boundaries"], *place["boundary_nouns"]))
    assert all(len(letter) == 1 for letter in place["boundary_letters"])


@pytest.mark.parametrize("words", ["已完工", "已经全部建成", "已于7月通车", "已完成竣工验收"])
def test_what_is_done_is_told_by_a_word_with_already(words, patterns):
    assert patterns.done.search(words)


@pytest.mark.parametrize("words", ["完工", "年底前建成", "确保通车", "已开工"])
def test_without_already_or_with_a_beginning_nothing_is_done(words, patterns):
    assert not patterns.done.search(words)


@pytest.mark.parametrize("words", ["已开工", "已全面启动", "已顺利封顶", "已于6月进场"])
def test_what_has_begun_is_told_by_a_word_with_already(words, patterns):
    assert patterns.begun.search(words)


def test_a_new_thing_is_told_by_a_verb_before_its_name_in_quotes(patterns):
    assert patterns.opening.search("推出“一件事”服务")
    assert patterns.opening.search("出台《招商办法》")
    assert not patterns.opening.search("坚持“三个文明”")
