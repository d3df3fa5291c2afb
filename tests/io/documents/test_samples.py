"""What other programs wrote is read as the report that it was made from."""

from __future__ import annotations

from datetime import date

import pytest

from geo.extract import read_report
from geo.io.assets import read_lexicon
from geo.io.documents import read_document

REPORT = date(2020, 8, 1)
OF_REPORT = (
    "report.html",
    "report-writer.docx",
    "report-writer.html",
    "report-writer.pdf",
    "report-chromium.pdf",
    "report-chromium-heads.pdf",
)
OF_LAYOUT = ("layout-writer.docx", "layout-writer.html", "layout-writer.pdf")


@pytest.fixture(scope="module")
def lexicon():
    return read_lexicon()


def tasks_of(path, lexicon):
    report = read_report(read_document(path), reference=REPORT, lexicon=lexicon)
    names = {mention.id: mention.name for mention in report.mentions}
    return [(task.text, [names[place] for place in task.places], task.due) for task in report.tasks]


@pytest.mark.parametrize("name", OF_REPORT)
def test_the_tasks_are_those_of_the_markdown(samples, lexicon, name):
    expected = tasks_of(samples / "report.md", lexicon)
    assert len(expected) > 10
    assert tasks_of(samples / name, lexicon) == expected


@pytest.mark.parametrize("name", OF_LAYOUT)
def test_the_tasks_do_not_depend_on_the_format(samples, lexicon, name):
    assert tasks_of(samples / name, lexicon) == tasks_of(samples / "layout-writer.docx", lexicon)


@pytest.mark.parametrize("name", OF_REPORT)
def test_the_sections_are_those_of_the_markdown(samples, lexicon, name):
    read, expected = (
        read_report(read_document(samples / file), reference=REPORT, lexicon=lexicon)
        for file in (name, "report.md")
    )
    assert [(section.heading, section.unit, section.zone) for section in read.sections] == [
        (section.heading, section.unit, section.zone) for section in expected.sections
    ]


@pytest.mark.parametrize("name", OF_REPORT + OF_LAYOUT)
def test_the_text_is_as_it_was(samples, golden, name):
    golden(f"documents/{name}.txt", read_document(samples / name).text)


@pytest.mark.parametrize("name", OF_REPORT + OF_LAYOUT)
def test_every_offset_points_into_the_text(samples, lexicon, name):
    document = read_document(samples / name)
    report = read_report(document, reference=REPORT, lexicon=lexicon)
    for record in (*report.tasks, *report.mentions, *report.times):
        assert document.text[record.start : record.end] == record.surface


def test_each_sample_is_small(samples):
    assert {path.name for path in samples.iterdir() if path.stat().st_size > 60_000} == set()
