"""Tell how well the reader reads annotated texts: ``python -m tests.extract.score_tables [--wrong]``."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.io.assets import read_lexicon
from tests.extract.scoring import (
    DISTRICT_REPORT,
    FLAWS,
    IDIOMS,
    LEAST_DISTRICT_REPORT,
    LEAST_IDIOMS,
    LEAST_OWN_IDIOMS,
    LEAST_OWN_TEXTS,
    LEAST_SHORT_REPORT,
    OWN_TEXTS,
    SCORER,
    SHORT_REPORTS,
    TEXTS_BY_HAND,
    mean_score,
    score_idioms,
    score_report,
    score_texts,
    shortfalls,
)

if TYPE_CHECKING:
    from geo.model import Lexicon
    from tests.extract.scoring import Score

COLUMNS = {
    "offsets_ok": "offsets",
    "tasks_overlapping": "overlaps",
    "place_recall": "places",
    "place_precision": "precision",
    "role_accuracy": "roles",
    "time_accuracy": "times",
    "dates_invented": "invented",
    "list_accuracy": "lists",
    "list_precision": "precision",
    "task_accuracy": "tasks",
    "task_precision": "precision",
    "quantity_recall": "quantities",
    "quantity_precision": "precision",
}
"""Measure and its heading; a precision is that of the column before it."""

WIDTHS = {key: max(len(heading), 6) for key, heading in COLUMNS.items()}
NAME_WIDTH = 26
BELOW = "!"
"""Stands before a value that is below what is asked for."""


@dataclass(frozen=True, slots=True)
class Table:
    """Scores that one set of least values holds for."""

    title: str
    scores: dict[str, Score]
    least: dict[str, float]

    def holds(self) -> bool:
        """Tell whether every score reaches the least values."""
        return not any(shortfalls(score, self.least) for score in self.scores.values())


def main() -> int:
    """Print the tables; give 1 where the reference misses a least value, 2 where there is no scorer."""
    parser = argparse.ArgumentParser(prog="score_extraction.py", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was missed or misread")
    wrong = parser.parse_args().wrong
    named = os.environ.get("PLANMAP_REFERENCE", "")
    if not named or not Path(named, SCORER).is_file():
        where = f"PLANMAP_REFERENCE ({named or 'not set'})"
        sys.stderr.write(f"planmap: {where}: no {SCORER} there; name the folder that has it\n")
        return 2
    lexicon = read_lexicon()
    asked = reference_tables(Path(named), lexicon)
    lines = [
        line for table in (*asked, *own_tables(Path(named), lexicon)) for line in write(table, wrong=wrong)
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(table.holds() for table in asked) else 1


def reference_tables(reference: Path, lexicon: Lexicon) -> list[Table]:
    """Score the reports and idioms of the reference."""

    def score(name: str) -> Score:
        report, gold = reference / f"reports/{name}.txt", reference / f"gold/{name}.json"
        return score_report(report, gold, scorer=reference / SCORER, lexicon=lexicon)

    idioms = score_idioms(reference / "gold" / IDIOMS, lexicon=lexicon)
    return [
        Table("reference report", {DISTRICT_REPORT: score(DISTRICT_REPORT)}, LEAST_DISTRICT_REPORT),
        Table("reference, short reports", {name: score(name) for name in SHORT_REPORTS}, LEAST_SHORT_REPORT),
        Table("reference, idioms", {IDIOMS: idioms}, LEAST_IDIOMS),
    ]


def own_tables(reference: Path, lexicon: Lexicon) -> list[Table]:
    """Score our own texts and idioms; the least values of the texts hold for their mean."""
    tables = []
    for title, folder in TEXTS_BY_HAND.items():
        scores = score_texts(folder, reference=reference, lexicon=lexicon)
        mean = {**mean_score(list(scores.values())), "wrong": []}
        tables += [
            Table(title, scores, {}),
            Table(f"{title}, mean", {"mean": mean}, LEAST_OWN_TEXTS),
        ]
    return [
        *tables,
        Table("own idioms", {IDIOMS: score_idioms(OWN_TEXTS / IDIOMS, lexicon=lexicon)}, LEAST_OWN_IDIOMS),
    ]


def write(table: Table, *, wrong: bool) -> list[str]:
    """Write one row a text, the least values below them, and what was wrong where asked for."""
    lines = [row(table.title, COLUMNS)]
    for name, score in table.scores.items():
        missed = shortfalls(score, table.least)
        lines.append(row(name, {key: cell(score.get(key), below=key in missed) for key in COLUMNS}))
        lines += [f"    {line}" for line in score["wrong"] if wrong]
    if table.least:
        scored = set().union(*table.scores.values())
        least = {"offsets_ok": True, **dict.fromkeys(FLAWS, 0), **table.least}
        cells = {key: cell(least.get(key) if key in scored else None) for key in COLUMNS}
        lines.append(row("  asked for", cells))
    return [*lines, ""]


def row(name: str, cells: dict[str, str]) -> str:
    """Lay the cells of a row out in columns."""
    return " ".join([name.ljust(NAME_WIDTH), *(cells[key].rjust(WIDTHS[key]) for key in COLUMNS)])


def cell(value: float | None, *, below: bool = False) -> str:
    """Write a value as short as it is, with a mark where it is below what is asked for."""
    if value is None:
        return "-"
    told = ("no", "yes")[value] if isinstance(value, bool) else f"{value:.3g}"
    return f"{BELOW}{told}" if below else told


if __name__ == "__main__":
    sys.exit(main())
