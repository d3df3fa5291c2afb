import pytest

from geo.io.http.pacing import LONGEST_WAIT_S, Pace, backoff_s, retry_after_s

DAY = "Mon, 23 Nov 2026 08:00:00 GMT"


def test_waiting_doubles_up_to_a_limit_and_jitter_only_adds():
    assert [backoff_s(n, jitter=lambda: 0.0) for n in range(3)] == [1.0, 2.0, 4.0]
    assert backoff_s(0, jitter=lambda: 1.0) == 1.5
    assert backoff_s(50, jitter=lambda: 0.0) == LONGEST_WAIT_S


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Mon, 23 Nov 2026 08:00:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 07:00:00 GMT", 0.0),
        ("-5", None),
        ("soon", None),
        ("１２", None),
        ("1e9", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_counted_from_the_answers_own(asked, seconds):
    assert retry_after_s({"retry-after": asked, "date": DAY}) == seconds


def test_a_date_without_the_answers_own_says_nothing():
    assert retry_after_s({"retry-after": DAY}) is None


def test_hosts_do_not_wait_for_one_another():
    pace = Pace()
    pace.started("one", now=10.0, per_second=2.0)
    assert pace.wait_s("one", now=10.1) == pytest.approx(0.4)
    assert pace.wait_s("two", now=10.1) == 0.0
    assert pace.wait_s("one", now=99.0) == 0.0
