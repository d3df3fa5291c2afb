"""The scripts say in one line that a Python is too old or too new."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from python_version import NEWEST, OLDEST, require_supported_python

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
OLDEST_READER = (3, 6)
READ_BY_ANY_PYTHON = ("python_version.py", "build.py", "test.py", "check.py")


@pytest.mark.parametrize("running", [(3, 6, 15), (3, 10, 13), (3, 14, 0), (4, 0, 0)])
def test_an_unsupported_python_gives_one_line_and_exit_2(monkeypatch, capsys, running):
    monkeypatch.setattr("python_version.sys.version_info", running)
    with pytest.raises(SystemExit) as end:
        require_supported_python()
    assert end.value.code == 2
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert message.startswith(f"planmap: Python {running[0]}.{running[1]}: planmap needs Python 3.11 to 3.13")


@pytest.mark.parametrize("running", [OLDEST, NEWEST])
def test_the_oldest_and_the_newest_supported_python_pass(monkeypatch, running):
    monkeypatch.setattr("python_version.sys.version_info", (*running, 0))
    require_supported_python()


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_an_old_python_can_read_what_runs_before_it_is_refused(name):
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=OLDEST_READER)


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON[1:])
def test_a_script_refuses_an_old_python_before_it_imports_more(name):
    body = ast.parse((SCRIPTS / name).read_text(encoding="utf-8")).body
    refusal = [ast.unparse(statement) for statement in body].index("require_supported_python()")
    imports = [part for part in body[:refusal] if isinstance(part, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(part) for part in imports] == [
        "import sys",
        "from python_version import require_supported_python",
    ]
