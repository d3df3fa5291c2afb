"""The reader held against careful annotations, scored by the program that comes with them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from geo.extract import read_report, report_as_json
from geo.io.documents import read_document

DISTRICT_REPORT = {
    "place_recall": 0.98,
    "place_precision": 0.97,
    "role_accuracy": 0.95,
    "time_accuracy": 1.0,
    "list_accuracy": 1.0,
    "list_precision": 0.85,
    "task_accuracy": 0.97,
    "task_precision": 0.8,
    "quantity_recall": 0.97,
    "quantity_precision": 0.9,
}


@pytest.fixture
def scored(reference, lexicon, tmp_path):
    def score(name, day):
        report = reference / "reports" / f"{name}.txt"
        told = read_report(read_document(report), reference=day, lexicon=lexicon)
        extract = tmp_path / "extract.json"
        extract.write_text(json.dumps(report_as_json(told), ensure_ascii=False), encoding="utf-8")
        command = [
            sys.executable,
            reference / "checks/score_extract.py",
            report,
            reference / f"gold/{name}.json",
            extract,
        ]
        return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)

    return score


def test_the_district_report_is_read_as_it_was_annotated(scored):
    result = scored("erqi-2020-08", date(2020, 8, 1))
    assert (result["offsets_ok"], result["tasks_overlapping"], result["dates_invented"]) == (True, 0, 0)
    short = {key: (result[key], least) for key, least in DISTRICT_REPORT.items() if result[key] < least}
    assert not short, result["wrong"]
