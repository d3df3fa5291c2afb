import base64
import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.render.web.embed import json_text, packed_json

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    max_leaves=20,
)


@given(ANY_JSON)
def test_what_is_embedded_is_read_back_as_it_was(value):
    assert json.loads(json_text(value)) == value


@given(st.lists(st.text(st.sampled_from("<>&{}%#\u2028\u202e\ud800a"))))
def test_embedded_text_holds_no_markup_and_opens_no_template(value):
    text = json_text(value)
    assert not set("<>&\u2028\u202e\ud800") & set(text)
    assert not any(opening in text for opening in ("{{", "{%", "{#"))


def test_a_number_that_json_cannot_say_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_text(float("nan"))


@given(ANY_JSON)
def test_what_is_packed_is_gzip_of_the_same_text(value):
    packed = packed_json(value)
    assert gzip.decompress(base64.b64decode(packed, validate=True)) == json_text(value).encode()
