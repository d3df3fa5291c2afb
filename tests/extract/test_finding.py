from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.finding import NameFinding, is_proper, keep_longest

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(
    lambda span: NameFinding(span[0], span[0] + span[1], "road")
)


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("长江", "road"),
        ("工业", "road"),
        ("幸福", "estate"),
        ("东城", "district"),
        ("A", "road"),
        ("中山", "park"),
    ],
)
def test_a_proper_name_is_more_than_a_common_noun(prefix, kind, patterns):
    assert is_proper(prefix, kind, patterns)


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("", "road"),
        ("断头", "road"),
        ("老旧", "estate"),
        ("核心", "zone"),
        ("智慧", "community"),
        ("的老旧", "estate"),
        ("为农贸", "market"),
        ("12", "road"),
        ("3个", "estate"),
        ("城", "district"),
        ("和", "road"),
    ],
)
def test_a_common_noun_a_number_or_a_count_is_no_name(prefix, kind, patterns):
    assert not is_proper(prefix, kind, patterns)


def test_a_street_may_be_called_what_no_other_place_may(patterns):
    assert is_proper("平安", "road", patterns)
    assert not is_proper("平安", "community", patterns)


def test_of_two_that_overlap_the_longer_stays():
    short, long = NameFinding(2, 5, "road"), NameFinding(0, 6, "school")
    assert keep_longest([short, long]) == [long]


def test_of_two_of_one_length_the_first_stays():
    first, second = NameFinding(0, 3, "road"), NameFinding(2, 5, "road")
    assert keep_longest([second, first]) == [first]


@given(st.lists(SPANS, max_size=12))
def test_what_is_kept_is_in_order_without_overlap_and_all_else_overlaps_it(candidates):
    kept = keep_longest(candidates)
    edges = [edge for name in kept for edge in (name.start, name.end)]
    assert edges == sorted(edges)
    for candidate in candidates:
        assert any(candidate.start < name.end and name.start < candidate.end for name in kept)


@given(st.lists(SPANS, max_size=12), st.randoms())
def test_the_order_of_candidates_does_not_matter(candidates, chance):
    shuffled = list(candidates)
    chance.shuffle(shuffled)
    assert keep_longest(shuffled) == keep_longest(candidates)


def test_a_word_may_make_a_common_noun_by_itself_only(patterns):
    assert not is_proper("马", "road", patterns)
    assert is_proper("一马", "road", patterns)
