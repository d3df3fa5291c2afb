"""What build.py, test.py and check.py have in common."""

from __future__ import annotations

import pytest

import entry_point
from entry_point import start
from environment import RUNTIME_LOCK, InstallationError


@pytest.fixture
def prepared(monkeypatch):
    """The arguments with which the environment was prepared or fetched."""
    calls = []
    monkeypatch.setattr(entry_point, "prepare", lambda *given, **options: calls.append((given[1:], options)))
    monkeypatch.setattr(entry_point, "fetch", lambda *given: calls.append(given[1:]))
    return calls


def begin(command, *arguments):
    return start(command, arguments, description="Try it.", passes_on_to="nothing", lock=RUNTIME_LOCK)


def test_the_command_gets_the_arguments_that_are_not_the_scripts_own(prepared, tmp_path):
    def command(_environment, arguments):
        assert arguments == ["--offline", "reports/a.md", "--date", "2020-08-01"]
        return 7

    assert begin(command, "--offline", "--wheels", str(tmp_path), "reports/a.md", "--date", "2020-08-01") == 7
    assert prepared == [((RUNTIME_LOCK,), {"wheels": tmp_path})]


def test_fetching_runs_no_command(prepared, tmp_path):
    assert begin(None, "--fetch", str(tmp_path)) == 0
    assert prepared == [(RUNTIME_LOCK, tmp_path)]


def test_a_problem_is_one_line_and_exit_2(monkeypatch, capsys):
    def fail(*_given, **_options):
        raise InstallationError("no connection")

    monkeypatch.setattr(entry_point, "prepare", fail)
    assert begin(None) == 2
    assert capsys.readouterr().err == "planmap: no connection\n"


@pytest.mark.usefixtures("prepared")
def test_an_interruption_is_no_traceback():
    def interrupt(_environment, _arguments):
        raise KeyboardInterrupt

    assert begin(interrupt) == 130
