import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.numerals import parse_number

NUMBERS = {
    "十": 10, "十二": 12, "二十三": 23, "一百零五": 105, "两千": 2000, "三万五千": 35000, "一亿": 1e8,
    "二〇二〇": 2020, "1500": 1500, "2.5": 2.5, "200万": 2_000_000, "1.2亿": 120_000_000, "3千": 3000,
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_number_is_read_as_it_is_written(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "路", "三路", "12路"])
def test_what_is_no_number_has_no_value(text):
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_give_their_value(number):
    assert parse_number(str(number)) == number
