from __future__ import annotations

import pytest

from geo.extract.counts import count_enumerations
from geo.extract.findings import SectionReading
from geo.extract.reader import read_section
from geo.extract.sections import split_sections
from geo.extract.unwrap import unwrap

TEXT = "打通长江路(黄河路—淮海路),9月底前改造阳光花园、幸福小区2个小区。推进东湖公园建设。新建学校3所。"


@pytest.fixture(scope="module")
def flat():
    return unwrap(TEXT)


@pytest.fixture(scope="module")
def reading(flat, patterns):
    (section,) = split_sections(flat, patterns)
    return read_section(flat, section, patterns=patterns, reference=None)


def words(flat, findings):
    return [flat.text[found.start : found.end] for found in findings]


def test_a_reading_gathers_what_its_clauses_hold_in_the_order_of_the_text(flat, reading):
    assert words(flat, reading.names) == ["长江路", "黄河路", "淮海路", "阳光花园", "幸福小区", "东湖公园"]
    assert words(flat, reading.times) == ["9月底前"]
    assert words(flat, reading.quantities) == ["2个", "3所"]
    assert len(reading.clauses) == 4
    assert len(reading.tasks) == 4


def test_the_ends_of_segments_are_names_and_known_as_ends(flat, reading):
    assert sorted(flat.text[start:end] for start, end in reading.endpoints) == ["淮海路", "黄河路"]


def test_a_position_is_found_in_its_sentence(flat, reading):
    starts = [flat.text.index(word) for word in ("打通", "阳光花园", "东湖公园", "3所")]
    assert [reading.sentence_at(start) for start in starts] == [0, 0, 1, 2]


def test_a_stretch_lies_in_a_task_or_in_none(flat, reading):
    start = flat.text.index("阳光花园")
    assert reading.task_spans.holds(start, start + 4)
    assert not reading.task_spans.holds(start, flat.text.index("东湖公园"))


def test_enumerations_are_those_of_the_clauses_until_counts_are_looked_at(flat, reading, patterns):
    plain = SectionReading(reading.section, reading.sentences)
    assert [entry.count for entry in plain.enumerations] == [2]
    assert count_enumerations(flat.text, plain, patterns).enumerations == reading.enumerations
