"""The reader held against our own annotated texts: what may be expected of a report never seen."""

from __future__ import annotations

import pytest

from tests.extract.scoring import (
    FLAWS,
    IDIOMS,
    LEAST_OWN_IDIOMS,
    LEAST_OWN_TEXTS,
    OWN_TEXTS,
    REACHED,
    TEXTS_BY_HAND,
    mean_score,
    score_idioms,
    score_texts,
    shortfalls,
)


@pytest.fixture(scope="module", params=TEXTS_BY_HAND)
def hand(request):
    return request.param


@pytest.fixture(scope="module")
def scores(hand, reference, lexicon):
    return score_texts(TEXTS_BY_HAND[hand], reference=reference, lexicon=lexicon)


@pytest.mark.parametrize("measure", LEAST_OWN_TEXTS)
def test_on_average_a_text_is_read_as_well_as_asked_for(hand, scores, measure):
    mean = mean_score(list(scores.values()))
    wrong = {name: score["wrong"] for name, score in scores.items() if score[measure] not in {None, 1}}
    assert mean[measure] >= REACHED.get((hand, measure), LEAST_OWN_TEXTS[measure]), wrong


@pytest.mark.parametrize("flaw", FLAWS)
def test_no_text_has_a_flaw(scores, flaw):
    assert not {name: score["wrong"] for name, score in scores.items() if score[flaw]}


def test_every_offset_is_true(scores):
    assert all(score["offsets_ok"] for score in scores.values())


def test_idioms_of_time_give_their_day_or_none(lexicon):
    score = score_idioms(OWN_TEXTS / IDIOMS, lexicon=lexicon)
    assert not shortfalls(score, LEAST_OWN_IDIOMS), score["wrong"]
