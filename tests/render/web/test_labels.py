"""What pages call things: labels.toml against what the other rooms hand over."""

import pytest

from geo.io.assets import read_labels, read_lexicon
from geo.model import MissReason, Precision

WEAK = "weak"
"""Key of suffixes that name a place only beside a proper name; it is no kind."""


def test_every_kind_that_the_reader_finds_has_a_label():
    kinds = set(read_lexicon().words["place_suffixes"]) - {WEAK}
    assert kinds - set(read_labels()["kind"]) == set()


@pytest.mark.parametrize(
    ("kind", "label"), [("junction", "路口"), ("industrial_park", "产业园"), ("hotel", "酒店")]
)
def test_a_kind_is_called_by_its_chinese_name(kind, label):
    assert read_labels()["kind"][kind] == label


@pytest.mark.parametrize(("table", "values"), [("precision", Precision), ("miss_reason", MissReason)])
def test_every_value_of_a_closed_set_has_a_label(table, values):
    assert {value.value for value in values} - set(read_labels()[table]) == set()
