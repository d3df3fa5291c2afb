"""Score the reader against annotated texts, with the program that comes with the reference folder.

A score is that program's own object: a fraction or None for each measure, counts of what must not
happen, and under ``wrong`` what was missed. Idioms of time are scored here, in the same terms.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from geo.extract import read_report, report_as_json
from geo.io.documents import read_document
from geo.model import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Lexicon

Score = dict[str, Any]

OWN_TEXTS = Path(__file__).parent / "texts"
TEXTS_BY_HAND = {
    "own texts": OWN_TEXTS,
    "second texts": OWN_TEXTS / "second",
    "third texts": OWN_TEXTS / "third",
    "fourth texts": OWN_TEXTS / "fourth",
    "fifth texts": OWN_TEXTS / "fifth",
    "sixth texts": OWN_TEXTS / "sixth",
    "seventh texts": OWN_TEXTS / "seventh",
    "eighth texts": OWN_TEXTS / "eighth",
    "ninth texts": OWN_TEXTS / "ninth",
    "tenth texts": OWN_TEXTS / "tenth",
}
"""Folders of annotated texts, each by a hand of its own."""
DISTRICT_REPORT = "erqi-2020-08"
SHORT_REPORTS = ("13", "16", "19", "21")
IDIOMS = "deadlines.json"
SCORER = "checks/score_extract.py"

FLAWS = ("tasks_overlapping", "dates_invented")
"""Measures that count what must never happen."""

LEAST_DISTRICT_REPORT = {
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
LEAST_SHORT_REPORT = {
    "place_recall": 0.95,
    "place_precision": 0.95,
    "role_accuracy": 0.9,
    "time_accuracy": 0.95,
    "list_accuracy": 1.0,
    "quantity_recall": 0.95,
}
LEAST_IDIOMS = {"time_accuracy": 0.97}
LEAST_OWN_TEXTS = {
    "place_recall": 0.85,
    "place_precision": 0.9,
    "role_accuracy": 0.85,
    "time_accuracy": 0.95,
    "list_accuracy": 0.9,
}
REACHED = {
    ("fifth texts", "list_accuracy"): 0.84,
    ("seventh texts", "list_accuracy"): 0.75,
    ("eighth texts", "place_recall"): 0.74,
    ("eighth texts", "place_precision"): 0.84,
    ("eighth texts", "time_accuracy"): 0.92,
    ("eighth texts", "list_accuracy"): 0.52,
}
"""What texts reach of a measure where they do not reach the least value yet, by the name of their folder."""
LEAST_OWN_IDIOMS = {"time_accuracy": 0.95}


def own_texts(folder: Path = OWN_TEXTS) -> list[str]:
    """Give the names of our own annotated texts in a folder."""
    return sorted(path.stem for path in folder.glob("*.txt"))


def score_texts(folder: Path, *, reference: Path, lexicon: Lexicon) -> dict[str, Score]:
    """Score all annotated texts of a folder, by name."""
    return {
        name: score_report(
            folder / f"{name}.txt", folder / f"{name}.json", scorer=reference / SCORER, lexicon=lexicon
        )
        for name in own_texts(folder)
    }


def read_gold(path: Path) -> dict[str, Any]:
    """Read an annotation, or a file of idioms."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def report_day(gold: dict[str, Any]) -> date:
    """Give the day that the annotation counts from."""
    return date.fromisoformat(gold.get("reference_date", gold["report_date"]))


def score_report(report: Path, gold: Path, *, scorer: Path, lexicon: Lexicon) -> Score:
    """Read a report as of its annotation's day and score what was read."""
    told = read_report(read_document(report), reference=report_day(read_gold(gold)), lexicon=lexicon)
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(folder, "extract.json")
        extract.write_text(json.dumps(report_as_json(told), ensure_ascii=False), encoding="utf-8")
        command: list[str | Path] = [sys.executable, scorer, report, gold, extract]
        answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    score: Score = json.loads(answer.stdout)
    return score


def score_idioms(path: Path, *, lexicon: Lexicon) -> Score:
    """Read each idiom as a report of one line; its day is the first due day of its times."""
    cases = read_gold(path)["cases"]
    wrong, invented = [], 0
    for case in cases:
        due = _first_due(case["input"], date.fromisoformat(case["report_date"]), lexicon)
        if due not in {case["due"], *case["also_accept_due"]}:
            wrong.append(f"idiom {case['input']} on {case['report_date']}: want {case['due']}, got {due}")
            invented += case["due"] is None
    return {"time_accuracy": 1 - len(wrong) / len(cases), "dates_invented": invented, "wrong": wrong}


def _first_due(line: str, day: date, lexicon: Lexicon) -> str | None:
    told = read_report(Document("idiom.txt", line, ""), reference=day, lexicon=lexicon)
    return next((time.due.isoformat() for time in told.times if time.due), None)


def mean_score(scores: Sequence[Score]) -> Score:
    """Average the fractions over the scores that have them, and add the flaws up."""
    keys = [key for key in scores[0] if key not in {"wrong", "offsets_ok", *FLAWS}]
    told = {key: [score[key] for score in scores if score[key] is not None] for key in keys}
    return {
        **{key: fmean(values) if values else None for key, values in told.items()},
        **{key: sum(score[key] for score in scores) for key in FLAWS},
        "offsets_ok": all(score["offsets_ok"] for score in scores),
        "wrong": [line for score in scores for line in score["wrong"]],
    }


def shortfalls(score: Score, least: dict[str, float]) -> dict[str, Any]:
    """Give the measures that are below their least values, flaws and wrong offsets among them."""
    return {
        key: value
        for key, value in score.items()
        if (key in FLAWS and value > 0)
        or (key == "offsets_ok" and not value)
        or (key in least and value is not None and value < least[key])
    }
