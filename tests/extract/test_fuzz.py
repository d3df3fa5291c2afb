"""Whatever is read: no error but the reader's own, no law broken, no clock looked at, no endless work."""

from __future__ import annotations

import datetime as dt
import signal
import sys
import time
from contextlib import contextmanager

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.io.assets import read_lexicon
from tests.extract.laws import DAY, PIECES, PIECES_WITHOUT_YEAR, broken_laws, read
from tests.extract.scoring import OWN_TEXTS

LEXICON = read_lexicon()
LINES = sorted({line for path in OWN_TEXTS.glob("*.txt") for line in path.read_text("utf-8").splitlines()})
CUTS = st.builds(
    lambda line, a, b: line[min(a, b) :][: max(a, b)], st.sampled_from(LINES), *[st.integers(0, 80)] * 2
)
REPEATED = st.builds(
    lambda piece, times: piece * times, st.sampled_from(PIECES), st.sampled_from([2, 5, 30, 400])
)
TEXTS = st.lists(st.sampled_from(PIECES) | CUTS | REPEATED, max_size=40).map("".join)
LENGTH = 20_000
TIMES_AS_LONG = 10


# --- Laws ----------------------------------------------------------------------------------------


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    report = read(text, LEXICON)
    assert report is None or not broken_laws(report)


@settings(max_examples=300)
@given(TEXTS)
@example("人民路至东方路至中原路至黄河路至长江路")
@example("西路(A路钢铁街—友街")
@example("## \n改造长江路。\n## 河口镇\n改造黄河路。")
@example("9" * 400 + "条道路:人民路、东方路")
def test_no_text_made_of_the_language_of_reports_breaks_the_reader(text):
    report = read(text, LEXICON)
    assert report is None or not broken_laws(report)


@settings(max_examples=100)
@given(TEXTS)
def test_the_same_text_is_always_read_alike(text):
    assert read(text, LEXICON) == read(text, LEXICON)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES_WITHOUT_YEAR), max_size=40).map("".join))
def test_without_a_day_and_a_year_no_date_is_made_up(text):
    report = read(text, LEXICON, day=None)
    assert report is None or [time.due for time in report.times if time.due or time.interval] == []


# --- The clock -----------------------------------------------------------------------------------


@contextmanager
def no_clock(monkeypatch):
    """Let every look at the clock fail."""

    def look(*_given, **_options):
        raise AssertionError("the reader looked at the clock")

    with monkeypatch.context() as patch:
        for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime"):
            patch.setattr(time, name, look)
        yield


def test_a_date_does_not_depend_on_today(monkeypatch):
    texts = [
        "\n".join(LINES),
        "".join(PIECES),
        "年底前完成人民路建设。9月底前完工。春节前开通,本月底前验收。",
    ]
    before = [read(text, LEXICON, day=day) for text in texts for day in (DAY, None)]
    with no_clock(monkeypatch):
        with pytest.raises(AssertionError, match="clock"):
            dt.date.today()  # noqa: DTZ011 - the clock is indeed stopped
        after = [read(text, LEXICON, day=day) for text in texts for day in (DAY, None)]
    assert before == after


def test_the_reader_knows_no_class_that_asks_the_system_itself():
    rooms = [module for name, module in sys.modules.items() if name.startswith("geo.extract")]
    assert rooms
    for module in rooms:
        assert not {dt, dt.datetime, time} & {*filter(callable_or_module, vars(module).values())}


def callable_or_module(value):
    return isinstance(value, (type, type(sys)))


# --- Work in proportion --------------------------------------------------------------------------


class TooSlowError(Exception):
    """A text took more than its share of time."""


@contextmanager
def seconds_of_work(seconds):
    """Interrupt the work after so much processor time, even inside a regular expression."""

    def stop(*_given):
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(scope="module")
def ordinary_seconds():
    """What an ordinary text of the same length costs on this machine."""
    text = ("\n".join(LINES) * 20)[:LENGTH]
    started = time.process_time()
    read(text, LEXICON)
    return time.process_time() - started


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer for processor time")
@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_without_end_takes_no_endless_time(piece, ordinary_seconds):
    with seconds_of_work(TIMES_AS_LONG * ordinary_seconds):
        read((piece * LENGTH)[:LENGTH], LEXICON)
