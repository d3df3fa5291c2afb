"""The reader held against the reference's annotations, scored by the program that comes with them."""

from __future__ import annotations

import pytest

from tests.extract.scoring import (
    DISTRICT_REPORT,
    IDIOMS,
    LEAST_DISTRICT_REPORT,
    LEAST_IDIOMS,
    LEAST_SHORT_REPORT,
    SCORER,
    SHORT_REPORTS,
    score_idioms,
    score_report,
    shortfalls,
)


@pytest.fixture
def scored(reference, lexicon):
    def score(name):
        report, gold = reference / f"reports/{name}.txt", reference / f"gold/{name}.json"
        return score_report(report, gold, scorer=reference / SCORER, lexicon=lexicon)

    return score


def test_the_district_report_is_read_as_it_was_annotated(scored):
    score = scored(DISTRICT_REPORT)
    assert not shortfalls(score, LEAST_DISTRICT_REPORT), score["wrong"]


@pytest.mark.parametrize("name", SHORT_REPORTS)
def test_each_short_report_is_read_as_it_was_annotated(scored, name):
    score = scored(name)
    assert not shortfalls(score, LEAST_SHORT_REPORT), score["wrong"]


def test_idioms_of_time_give_their_day_or_none(reference, lexicon):
    score = score_idioms(reference / "gold" / IDIOMS, lexicon=lexicon)
    assert not shortfalls(score, LEAST_IDIOMS), score["wrong"]
