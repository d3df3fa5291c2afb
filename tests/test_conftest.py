"""The mechanisms of conftest.py, each tried in a test session of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
MARKERS = """
[pytest]
markers =
    chromium: needs the Chromium browser
    qgis: needs a Python that imports qgis.core
    postgis: needs PostgreSQL with PostGIS
"""
VARIABLES = (
    "PLANMAP_REQUIRE",
    "PLANMAP_REFERENCE",
    "PLANMAP_CHROMIUM",
    "PLANMAP_QGIS_PYTHON",
    "PLANMAP_POSTGIS",
)


@pytest.fixture
def session(pytester, monkeypatch):
    """A folder with this project's conftest, and none of its environment variables."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest(CONFTEST)
    pytester.makeini(MARKERS)
    return pytester


def run(session, *arguments):
    return session.runpytest_inprocess("-ra", "-p", "no:cacheprovider", *arguments)


def make_marked_test(session, mark):
    session.makepyfile(f"import pytest\n@pytest.mark.{mark}\ndef test_it(): pass")


ABSENT = {
    "chromium": ("PLANMAP_CHROMIUM", "*no Chromium; install one or name it in PLANMAP_CHROMIUM*"),
    "qgis": ("PLANMAP_QGIS_PYTHON", "*no Python with qgis.core; install python3-qgis or name one*"),
}


@pytest.mark.parametrize("mark", ABSENT)
def test_a_marked_test_skips_with_a_clear_line_where_its_program_is_absent(session, monkeypatch, mark):
    variable, line = ABSENT[mark]
    monkeypatch.setenv(variable, "/nowhere/at/all")
    make_marked_test(session, mark)
    result = run(session)
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines([f"SKIPPED{line}"])


@pytest.mark.parametrize("mark", ABSENT)
def test_a_marked_test_fails_where_planmap_require_names_its_absent_program(session, monkeypatch, mark):
    variable, line = ABSENT[mark]
    monkeypatch.setenv(variable, "/nowhere/at/all")
    monkeypatch.setenv("PLANMAP_REQUIRE", "qgis, chromium")
    make_marked_test(session, mark)
    result = run(session)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*PLANMAP_REQUIRE names {mark}: {line[1:]}"])


def test_postgis_is_present_where_a_database_is_named(session, monkeypatch):
    monkeypatch.setenv("PLANMAP_POSTGIS", "postgresql://localhost/planmap")
    make_marked_test(session, "postgis")
    run(session).assert_outcomes(passed=1)


@pytest.mark.parametrize("fixture", ["chromium", "qgis_python"])
def test_a_fixture_skips_like_its_mark(session, monkeypatch, fixture):
    monkeypatch.setenv("PLANMAP_CHROMIUM", "/nowhere/at/all")
    monkeypatch.setenv("PLANMAP_QGIS_PYTHON", "/nowhere/at/all")
    session.makepyfile(f"def test_it({fixture}): pass")
    run(session).assert_outcomes(skipped=1)


def test_the_browser_that_planmap_chromium_names_goes_first(session, monkeypatch):
    monkeypatch.setenv("PLANMAP_CHROMIUM", sys.executable)
    session.makepyfile("import sys\ndef test_it(chromium): assert str(chromium) == sys.executable")
    run(session).assert_outcomes(passed=1)


@pytest.mark.qgis
def test_the_qgis_python_imports_qgis(qgis_python, pytester, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    result = pytester.run(qgis_python, "-c", "import qgis.core; print(qgis.core.Qgis.QGIS_VERSION_INT)")
    assert result.ret == 0
    assert int(result.outlines[-1]) > 30000


@pytest.mark.chromium
def test_the_browser_tells_its_version(chromium, pytester):
    result = pytester.run(chromium, "--version")
    assert result.ret == 0


def test_an_unknown_name_in_planmap_require_stops_the_session(session, monkeypatch):
    monkeypatch.setenv("PLANMAP_REQUIRE", "chromium,qigs")
    make_marked_test(session, "chromium")
    result = run(session)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*unknown qigs; it takes chromium, firefox, node, qgis, postgis*"])


def test_the_reference_is_the_folder_that_planmap_reference_names(session, monkeypatch):
    monkeypatch.setenv("PLANMAP_REFERENCE", str(session.path))
    session.makepyfile("def test_it(reference): assert reference.is_dir()")
    run(session).assert_outcomes(passed=1)


def test_a_test_of_the_reference_skips_where_none_is_named(session):
    session.makepyfile("def test_it(reference): pass")
    result = run(session)
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED*PLANMAP_REFERENCE is not set*"])


def test_a_reference_that_is_no_folder_fails(session, monkeypatch):
    monkeypatch.setenv("PLANMAP_REFERENCE", "/nowhere/at/all")
    session.makepyfile("def test_it(reference): pass")
    run(session).assert_outcomes(errors=1)


def make_golden_test(session, text):
    session.makepyfile(f"def test_it(golden): golden('report.csv', {text!r})")


def test_a_golden_file_is_written_when_asked_and_then_held_against(session):
    make_golden_test(session, "任务\r\n修路\n")
    run(session, "--update-golden").assert_outcomes(passed=1)
    assert (session.path / "golden/report.csv").read_bytes() == "任务\r\n修路\n".encode()
    run(session).assert_outcomes(passed=1)


def test_a_golden_file_that_is_missing_fails_and_says_what_to_do(session):
    make_golden_test(session, "任务\n")
    result = run(session)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*tests/golden/report.csv does not exist; run with --update-golden*"])


def test_a_text_that_differs_from_its_golden_file_fails_with_the_difference(session):
    golden = session.path / "golden" / "report.csv"
    golden.parent.mkdir()
    golden.write_bytes("任务\n修路\n".encode())
    make_golden_test(session, "任务\n修桥\r\n")
    result = run(session)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*-修路\\n", "*+修桥\\r\\n"])
