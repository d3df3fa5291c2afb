"""The table of the names that carry tasks, in layers/README.md, against what the gazetteer answers."""

import re
from pathlib import Path

import pytest

from geo.geocode.resolve import resolve
from geo.model import Miss, Place

CATALOGUE = (Path(__file__).parents[2] / "layers" / "README.md").read_text(encoding="utf-8")
TABLE = CATALOGUE.split("## The 44 names that carry tasks", 1)[1].split("\n## ", 1)[0]
PLACED = re.findall(r"^\| ([^|`]+) \| `([^`]+)` ([^|]+) \| (\w+), ±(\d+) m([^|]*) \|$", TABLE, re.MULTILINE)
UNPLACED = TABLE.split("| what would place it |\n", 1)[1]
MISSED = re.findall(r"^\| ([^|`]+) \| ([^|`]+) \| ([^|]+) \| ([^|]+) \|$", UNPLACED, re.MULTILINE)


def test_the_table_has_all_44_names_once():
    names = [row[0] for row in (*PLACED, *MISSED)]
    assert (len(PLACED), len(MISSED), len(set(names))) == (27, 17, 44)


@pytest.mark.parametrize("row", PLACED, ids=lambda row: row[0])
def test_a_placed_name_is_the_feature_in_its_row_and_as_sure(row, real_gazetteer):
    name, feature, feature_name, precision, metres, _ = row
    found = resolve(name, gazetteer=real_gazetteer)
    entries = {entry.place.id: entry.name for entry in real_gazetteer.reviewed.entries}
    assert isinstance(found, Place)
    assert (found.id, entries[found.id]) == (feature, feature_name)
    assert (found.precision, found.uncertainty_m) == (precision, float(metres))


@pytest.mark.parametrize("row", MISSED, ids=lambda row: row[0])
def test_a_name_without_a_position_says_where_it_lies_and_what_would_place_it(row, real_gazetteer):
    name, within, _, would_place = row
    found = resolve(name, gazetteer=real_gazetteer)
    assert isinstance(found, Miss)
    assert found.within == (None if within == real_gazetteer.district else within)
    assert found.would_place == would_place


def test_the_table_has_the_names_of_the_real_report(gold_names):
    assert {row[0] for row in (*PLACED, *MISSED)} == gold_names
