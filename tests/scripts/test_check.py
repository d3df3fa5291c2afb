"""check.py runs every check, and names those that failed."""

from __future__ import annotations

import pytest

import check
from environment import Environment


def run_checks(monkeypatch, tmp_path, failing):
    monkeypatch.setattr(check, "run", lambda command, **_: int(command[0].stem == failing))
    monkeypatch.setattr(check, "check_page_types", lambda _: int(failing == "tsc"))
    return check.check(Environment(tmp_path), [])


def test_all_checks_hold(monkeypatch, tmp_path, capsys):
    assert run_checks(monkeypatch, tmp_path, failing=None) == 0
    assert capsys.readouterr().err == "planmap: style, types and import contracts hold\n"


@pytest.mark.parametrize(
    ("failing", "named"),
    [("ruff", "ruff check, ruff format --check"), ("lint-imports", "lint-imports"), ("tsc", "tsc")],
)
def test_a_check_that_fails_is_named_at_the_end(monkeypatch, tmp_path, capsys, failing, named):
    assert run_checks(monkeypatch, tmp_path, failing=failing) == 1
    assert capsys.readouterr().err == f"planmap: failed: {named}\n"


def test_an_argument_is_refused(tmp_path, capsys):
    assert check.check(Environment(tmp_path), ["geo"]) == 2
    assert capsys.readouterr().err == "planmap: geo: check.py takes no further arguments\n"
