"""What the benchmark of pages says of its figures."""

from __future__ import annotations

import pytest

from web_section import BARE, EXPLORE, OURS, ratio_to, section, verdict

FIGURES = {
    "label": "a page 1.0",
    "seconds": 4.0,
    "core_seconds": 3.0,
    "peak_mb": 200.0,
    "file_mb": 2.0,
    "requests": 0,
    "interactive_ms": 800.0,
    "core_ms": 600.0,
    "longest_ms": 100.0,
    "heap_mb": 10.0,
    "pan_ms": 16.7,
    "pan_worst_ms": 20.0,
    "zoom_worst_ms": 90.0,
    "load": 0.5,
    "browser": "1.2.3",
    "width": 1440,
    "height": 900,
}
ANSWERS = [{"listed": 5.0, "drawn": 40.0}, {"listed": 9.0, "drawn": 60.0}, {"listed": 7.0, "drawn": 50.0}]


def run(**changed):
    return FIGURES | changed


def ours(**changed):
    return run(search=ANSWERS, filter=ANSWERS) | changed


def test_a_ratio_is_between_medians():
    runs = {OURS: [ours(heap_mb=heap) for heap in (1.0, 30.0, 2.0)], BARE: [run(heap_mb=4.0)]}
    assert ratio_to(runs, "heap_mb", BARE) == 0.5


def test_nothing_is_divided_by_what_was_not_measured():
    assert ratio_to({OURS: [ours()], BARE: []}, "heap_mb", BARE) is None
    assert ratio_to({OURS: [ours()]}, "heap_mb", BARE) is None


def test_no_long_task_beside_which_to_compare_is_no_ratio():
    runs = {OURS: [ours()], BARE: [run(longest_ms=0)]}
    assert ratio_to(runs, "longest_ms", BARE) is None


def test_the_verdict_gives_all_ratios():
    bare = run(file_mb=4.0, interactive_ms=1600.0, core_ms=800.0, heap_mb=100.0, longest_ms=50.0)
    runs = {OURS: [ours()], BARE: [bare], EXPLORE: [run(seconds=16.0, core_seconds=15.0, peak_mb=800.0)]}
    said = " ".join(line.strip() for line in verdict(10_000, runs))
    assert said == (
        "- At 10,000 features, by the medians: the file 0.50, the time to interactive 0.50, 0.75 on the "
        "core, the heap 0.10, the longest task 2.00 times that of the bare page; the build 0.25, 0.20 on "
        "the core, its memory 0.25 times that of explore()."
    )


def test_there_is_no_verdict_without_our_page():
    assert verdict(10_000, {BARE: [run()]}) == []


@pytest.fixture
def text():
    measured = {10_000: {OURS: [ours()], BARE: [run()], EXPLORE: []}}
    return "\n".join(section(measured, command="the command", names=(OURS, BARE, EXPLORE)))


def test_a_page_that_took_too_long_has_a_row(text):
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert "| explore | beyond the limit |" in text
    assert len({row.count("|") for row in rows if row.startswith(("| a page", "| explore", "| page"))}) == 1


def test_answers_have_median_and_longest(text):
    assert "| 10,000 | 7 (9) | 50 (60) | 7 (9) | 50 (60) |" in text
