"""build.py runs ``planmap build`` on the repository."""

from __future__ import annotations

import pytest

import build
from environment import Environment


@pytest.fixture
def commands(monkeypatch):
    """The commands that were run; each ends with status 7."""
    ran = []

    def run(command):
        ran.append(command)
        return 7

    monkeypatch.setattr(build, "run", run)
    return ran


def test_planmap_builds_the_repository_from_wherever_the_script_was_started(commands, tmp_path):
    environment = Environment(tmp_path)
    assert build.build(environment, ["--offline"]) == 7
    assert commands == [[environment.program("planmap"), "build", tmp_path, "--offline"]]


def test_paths_are_short_where_the_script_was_started_in_the_repository(commands, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    build.build(Environment(tmp_path), [])
    assert commands[0][1:] == ["build", "."]
