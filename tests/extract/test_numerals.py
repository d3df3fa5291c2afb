import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract.numerals import NUMBER, parse_number

NUMBERS = {
    "十": 10, "十二": 12, "二十三": 23, "一百零五": 105, "两千": 2000, "三万五千": 35000, "一亿": 1e8,
    "二〇二〇": 2020, "1500": 1500, "2.5": 2.5, "200万": 2_000_000, "1.2亿": 120_000_000, "3千": 3000,
    "二○二一": 2021, "0.35": 0.35, "一亿二千万": 120_000_000,
    "一百一十": 110, "百": 100, "零": 0, "两": 2, "三百二十万": 3_200_000, "5百万": 5_000_000,
}  # fmt: skip
DIGITS = "零一二三四五六七八九"


def in_characters(number):
    """Write a number below ten thousand as Chinese does."""
    words = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += DIGITS[digit] + unit
        elif words and not words.endswith("零") and number % place:
            words += "零"
    return words


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_number_is_read_as_it_is_written(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "路", "三路", "12路", "一二三路", "-5", "1.2.3", "〇路"])
def test_what_is_no_number_has_no_value(text):
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_give_their_value(number):
    assert parse_number(str(number)) == number


@given(st.integers(min_value=1, max_value=9999))
def test_characters_give_their_value(number):
    assert parse_number(in_characters(number)) == number


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("万", 10_000), ("亿", 100_000_000)]))
def test_a_myriad_after_digits_or_characters_multiplies_them(number, myriad):
    word, factor = myriad
    assert parse_number(f"{number}{word}") == number * factor
    assert parse_number(in_characters(number) + word) == number * factor


@given(st.text("〇○零一二两三四五六七八九十百千万亿0123456789.", max_size=12))
def test_a_number_is_read_or_refused_but_never_breaks(text):
    value = parse_number(text)
    assert value is None or value >= 0


@pytest.mark.parametrize("text", ["8", "12", "1.5", "3万", "2.4亿", "3百万", "十二", "两千", "5千"])
def test_the_pattern_of_a_number_takes_the_whole_of_it(text):
    assert re.fullmatch(NUMBER, text)
