from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.extract.finding import NameFinding
from geo.extract.spans import Spans, in_order, within

LENGTHS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), max_size=10)
STRETCHES = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def laid_out(lengths):
    """Turn gaps and lengths into spans in order, none overlapping another."""
    spans, position = [], 0
    for gap, length in lengths:
        spans.append((position + gap, position + gap + length))
        position += gap + length
    return spans


@given(LENGTHS, STRETCHES)
def test_a_stretch_overlaps_where_it_shares_a_character(lengths, stretch):
    spans = laid_out(lengths)
    shared = any(begin < stretch[1] and stretch[0] < end for begin, end in spans)
    assert Spans(spans).overlaps(*stretch) == shared


@given(LENGTHS, STRETCHES)
def test_a_span_holds_a_stretch_that_lies_wholly_in_it(lengths, stretch):
    spans = laid_out(lengths)
    held = any(begin <= stretch[0] and stretch[1] <= end for begin, end in spans)
    assert Spans(spans).holds(*stretch) == held


@given(LENGTHS, st.integers(0, 70))
def test_the_last_end_before_a_position_is_never_after_it(lengths, position):
    spans = laid_out(lengths)
    expected = max([0, *(end for _, end in spans if end <= position)])
    assert Spans(spans).last_end_before(position, least=0) == expected


@given(LENGTHS, STRETCHES)
def test_spans_put_in_one_by_one_are_as_those_given_at_once(lengths, stretch):
    spans = laid_out(lengths)
    grown = Spans()
    for span in reversed(spans):
        grown.add(span)
    assert grown.overlaps(*stretch) == Spans(spans).overlaps(*stretch)


def test_findings_are_in_the_order_of_the_text_and_one_of_each_span():
    first, second, again = NameFinding(0, 3, "road"), NameFinding(4, 7, "road"), NameFinding(0, 3, "park")
    assert in_order([second, first, again]) == (again, second)


@given(LENGTHS, STRETCHES)
def test_within_a_stretch_are_the_findings_that_lie_wholly_in_it(lengths, stretch):
    findings = [NameFinding(*span, "road") for span in laid_out(lengths)]
    expected = [f for f in findings if stretch[0] <= f.start and f.end <= stretch[1]]
    assert within(findings, *stretch) == expected
