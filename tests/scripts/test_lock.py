"""lock.py writes the two locks so that they agree."""

from __future__ import annotations

import subprocess

import pytest

import lock


@pytest.fixture
def calls(monkeypatch):
    """The calls of uv, each with its command and its options."""
    made = []
    monkeypatch.setattr("sys.argv", ["lock.py"])
    monkeypatch.setattr("lock.shutil.which", lambda _name: "uv")
    monkeypatch.setattr("lock.subprocess.run", lambda command, **options: made.append((command, options)))
    return made


def test_the_runtime_lock_is_made_from_the_pins_of_the_test_lock(calls):
    assert lock.main() == 0
    (tests, _), (runtime, _) = calls
    assert "--all-extras" in tests
    assert tests[tests.index("--output-file") + 1] == "requirements-test.lock"
    assert runtime[runtime.index("--constraints") + 1] == "requirements-test.lock"
    assert runtime[runtime.index("--output-file") + 1] == "requirements.lock"


def test_the_build_backend_is_locked_too(calls):
    lock.main()
    assert [options["input"].partition(">")[0] for _, options in calls] == ["flit-core", "flit-core"]


def test_an_upgrade_is_asked_for(calls, monkeypatch):
    monkeypatch.setattr("sys.argv", ["lock.py", "--upgrade"])
    lock.main()
    assert all("--upgrade" in command for command, _ in calls)


def test_a_missing_uv_is_one_line_and_exit_2(calls, monkeypatch, capsys):
    monkeypatch.setattr("lock.shutil.which", lambda _name: None)
    assert lock.main() == 2
    assert (
        capsys.readouterr().err
        == "planmap: uv is not on the PATH; install it (pip install uv) and try again\n"
    )
    assert calls == []


def test_bounds_that_nothing_fits_end_with_2(calls, monkeypatch):
    def fail(command, **_options):
        calls.append(command)
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr("lock.subprocess.run", fail)
    assert lock.main() == 2
    assert len(calls) == 1
