from __future__ import annotations

import dataclasses
import json
from datetime import date

from geo.extract import report_as_json
from geo.model import Mention, NamedList, Notice, Quantity, Section, Task, TimeExpression

KEYS = {
    "sections": Section,
    "tasks": Task,
    "places": Mention,
    "times": TimeExpression,
    "quantities": Quantity,
    "lists": NamedList,
    "notices": Notice,
}
TEXT = "## 河口镇\n\n3月底前打通长江路(黄河路—淮海路)1.5公里,改造阳光花园、幸福小区3个小区,力争年前完工。"


def test_the_interface_is_plain_json(read):
    told = report_as_json(read(TEXT))
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


def test_each_key_lists_records_with_all_their_fields(read):
    told = report_as_json(read(TEXT))
    assert set(told) == {"report", "segments", *KEYS}
    for key, record in KEYS.items():
        assert told[key], key
        assert set(told[key][0]) == {field.name for field in dataclasses.fields(record)}


def test_a_segment_is_told_by_its_road_from_and_to(read):
    (segment,) = report_as_json(read(TEXT))["segments"]
    assert set(segment) == {"id", "road", "from", "to"}


def test_the_report_tells_its_title_its_file_its_day_and_its_length(read):
    assert report_as_json(read("改造长江路。"))["report"] == {
        "title": "report",
        "path": "report.txt",
        "sha256": "",
        "date": "2020-08-01",
        "length": 6,
    }


def test_days_are_written_with_dashes_and_a_missing_one_is_null(read):
    told = report_as_json(read("年底前改造长江路。改造黄河路。"))
    assert [task["due"] for task in told["tasks"]] == ["2020-12-31", None]
    assert told["tasks"][0]["interval"] == ["2020-08-01", "2020-12-31"]
    assert report_as_json(read("改造长江路。", reference=None))["report"]["date"] is None


def test_closed_sets_are_written_as_their_words(read):
    told = report_as_json(read("长江路已开工。"))
    assert told["tasks"][0]["status"] == "started"
    assert (told["places"][0]["role"], told["places"][0]["scope"]) == ("task", "in")


def test_a_whole_number_is_written_without_a_point(read):
    numbers = [quantity["min"] for quantity in report_as_json(read("新建道路3条1.5公里。"))["quantities"]]
    assert [str(number) for number in numbers] == ["3", "1.5"]


def test_the_order_of_records_is_that_of_the_text(read):
    told = report_as_json(read(TEXT))
    for key in ("tasks", "places", "times", "quantities"):
        starts = [record["start"] for record in told[key]]
        assert starts == sorted(starts)


def test_the_day_of_the_report_is_a_date_in_the_records_and_words_in_the_interface(read):
    report = read("改造长江路。")
    assert (report.date, report_as_json(report)["report"]["date"]) == (date(2020, 8, 1), "2020-08-01")
