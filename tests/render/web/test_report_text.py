"""A report's text cut into runs, whatever stands in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extract import read_report
from geo.io.assets import read_lexicon, read_styles
from geo.model import Document, Miss, MissReason, Place, Precision
from geo.render.web.report_text import ReportText, report_record

STYLE = read_styles()
LEXICON = read_lexicon()
WORDS = "年底前 完成 人民路 、 𠀀路 🚧 等5条道路 整治 , 。 ## 9月"
PIECES = st.sampled_from([*WORDS.split(), " 某区住建局", "\n\n"])
TEXTS = st.lists(PIECES, max_size=40).map("".join)
REPORT = """## 东新区管委会

🚧𠀀下半年,9月底前完成长安街、和平路2条道路整治。

## 西园区管委会

年底前建成阳光花园。
"""


def read(text):
    return read_report(Document("r.md", text, ""), reference=date(2020, 8, 1), lexicon=LEXICON)


def record_of(text, *, placements=None, pages=None, tasks=None):
    return report_record(ReportText(read(text), placements or {}, pages or {}), tasks=tasks, style=STYLE)


def words(record):
    return ["".join(run[0] for run in b["runs"]) for s in record["sections"] for b in s["blocks"]]


def marked(record, kind):
    """Give the text that stands in each mark of a kind."""
    found = {}
    for section in record["sections"]:
        for block in section["blocks"]:
            for characters, *holders in block["runs"]:
                for index in holders:
                    if record["marks"][index]["kind"] == kind:
                        found[index] = found.get(index, "") + characters
    return list(found.values())


def test_marks_stand_where_they_do_behind_rare_han_and_emoji():
    record = record_of(REPORT)
    assert "🚧𠀀下半年,9月底前完成长安街、和平路2条道路整治。" in words(record)
    assert marked(record, "task") == ["9月底前完成长安街、和平路2条道路整治", "年底前建成阳光花园"]
    assert {"长安街", "和平路"} <= set(marked(record, "place"))
    assert {"下半年", "9月底前"} <= set(marked(record, "time"))


@given(TEXTS.filter(lambda text: "人民路" in text))
def test_runs_are_the_text_and_marks_are_what_the_records_say(text):
    report = read(text)
    record = report_record(ReportText(report, {}, {}), tasks=None, style=STYLE)
    assert words(record) == [
        "".join(text[start:end] for start, end in block.pieces) for block in report.blocks
    ]
    surfaces = ["".join(task.surface.split()) for task in report.tasks]
    assert ["".join(found.split()).replace("##", "") for found in marked(record, "task")] == [
        surface.replace("##", "") for surface in surfaces
    ]


def test_a_task_holds_its_places_and_times():
    record = record_of(REPORT)
    kinds = [
        [record["marks"][index]["kind"] for index in holders]
        for section in record["sections"]
        for block in section["blocks"]
        for _, *holders in block["runs"]
    ]
    assert ["task", "place"] in kinds
    assert ["task", "time"] in kinds
    assert not any(held[1:].count("task") for held in kinds)


def test_a_page_has_the_sections_of_its_tasks_and_leads_to_the_next():
    pages = {"T-01-01": "Z-01", "T-02-01": "Z-02"}
    record = record_of(REPORT, pages=pages, tasks=["T-01-01"])
    assert [section["id"] for section in record["sections"]] == ["S-01"]
    assert record["after"] == {"heading": "西园区管委会", "page": "Z-02"}
    assert "before" not in record
    assert not record["whole"]
    assert record_of(REPORT, pages=pages)["whole"]


@pytest.mark.parametrize("known", [True, False])
def test_a_place_says_where_it_is_or_why_nowhere(known):
    report = read(REPORT)
    [street] = [mention for mention in report.mentions if mention.name == "长安街"]
    place = Place("R-01", "长安街", "road", None, Precision.STREET, 90.0, "WGS84", "x")
    miss = Miss("长安街", "road", MissReason.NO_COORDINATE, None, "图")
    record = record_of(REPORT, placements={street.id: place if known else miss})
    said = {"place": "R-01"} if known else {"reason": "no_coordinate"}
    assert {"kind": "place", "task": "T-01-01", **said} in record["marks"]


def test_a_time_says_its_days():
    record = record_of(REPORT)
    assert {"kind": "time", "from": "2020-08-01", "to": "2020-09-30", "due": "2020-09-30"} in record["marks"]


def test_a_text_without_a_task_of_the_page_has_no_section():
    record = record_of(REPORT, tasks=[])
    assert record["sections"] == []
    assert record["marks"] == []
