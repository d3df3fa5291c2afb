import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.io.http.redaction import Redactor

KEYS = st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=40)


@given(key=KEYS, around=st.text(max_size=5))
def test_a_key_shows_in_no_form(key, around):
    redactor = Redactor()
    redactor.learn([key])
    for form in (key, quote(key), quote(key, safe=""), quote_plus(key), json.dumps(key)):
        assert key not in redactor.redact(f"{around}{form}").replace(around, "")
        assert form.strip('"') not in redactor.redact(f"key={form}&x=1")


@pytest.mark.parametrize("order", [("abcdefgh", "abcdef"), ("abcdef", "abcdefgh")])
def test_a_key_that_begins_like_another_leaves_no_rest(order):
    redactor = Redactor()
    for key in order:
        redactor.learn([key])
    assert redactor.redact("x=abcdefgh") == "x=[key]"


@pytest.mark.parametrize("secret", ["", "lat"])
def test_no_key_and_what_is_too_short_for_one_change_nothing(secret):
    redactor = Redactor()
    redactor.learn([secret])
    assert redactor.redact('[{"lat":"34.05"}]') == '[{"lat":"34.05"}]'
