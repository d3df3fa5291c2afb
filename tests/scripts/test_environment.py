"""The environment is made when something changed, and only then."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

import environment as environment_module
from environment import (
    RUNTIME_LOCK,
    TEST_LOCK,
    Environment,
    InstallationError,
    fetch,
    make_empty,
    prepare,
    run,
)

PROJECT = (
    '[build-system]\nrequires = ["flit-core"]\n[project]\nname = "planmap"\n[tool.ruff]\nline-length = 110\n'
)


class Installer:
    """Stands in for venv and pip: notes what was asked for and makes the files that they would make."""

    def __init__(self):
        self.steps = []
        self.failure = None

    def make_empty(self, folder):
        self.steps.append("make empty")
        if folder.is_file():
            folder.unlink()
        for name in ("python", "planmap"):
            program = environment_module.program_in(folder, name)
            program.parent.mkdir(parents=True, exist_ok=True)
            program.touch()
        environment_module.packages_in(folder).mkdir(parents=True, exist_ok=True)

    def run_pip(self, _python, arguments):
        self.steps.append(arguments)
        if self.failure:
            raise self.failure


@pytest.fixture
def installer(monkeypatch):
    installer = Installer()
    monkeypatch.setattr(environment_module, "make_empty", installer.make_empty)
    monkeypatch.setattr(environment_module, "run_pip", installer.run_pip)
    return installer


@pytest.fixture
def environment(tmp_path):
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / RUNTIME_LOCK).write_text("attrs==26.1.0\n")
    (tmp_path / TEST_LOCK).write_text("attrs==26.1.0\npytest==9.2.0\n")
    return Environment(tmp_path)


def steps_of(installer, environment, lock=RUNTIME_LOCK, **options):
    installer.steps.clear()
    prepare(environment, lock, **options)
    return installer.steps


def replace_text(path, old, new):
    path.write_text(path.read_text().replace(old, new))


def test_a_new_environment_gets_the_lock_and_then_the_project(installer, environment):
    first, locked, project = steps_of(installer, environment)
    assert first == "make empty"
    assert {"--require-hashes", str(environment.root / RUNTIME_LOCK)} <= set(locked)
    assert project[-2:] == ["--editable", str(environment.root)]
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(project)


@pytest.mark.usefixtures("installer")
def test_the_project_is_found_by_a_path_that_every_locale_can_read(environment, tmp_path):
    chinese = tmp_path.with_name("二七 区")
    environment.root.rename(chinese)
    prepare(Environment(chinese), RUNTIME_LOCK)
    packages = environment_module.packages_in(chinese / ".venv")
    path = (packages / "geo.pth").read_bytes().decode("ascii").rstrip()
    assert (packages / path).resolve() == chinese


def test_nothing_is_done_where_nothing_changed(installer, environment):
    prepare(environment, RUNTIME_LOCK)
    assert steps_of(installer, environment) == []


def test_a_setting_of_a_tool_changes_nothing(installer, environment):
    prepare(environment, RUNTIME_LOCK)
    replace_text(environment.root / "pyproject.toml", "110", "100")
    assert steps_of(installer, environment) == []


def test_the_tests_are_added_to_an_environment_that_fits(installer, environment):
    prepare(environment, RUNTIME_LOCK)
    assert "make empty" not in steps_of(installer, environment, TEST_LOCK)
    assert steps_of(installer, environment, TEST_LOCK) == []
    assert steps_of(installer, environment, RUNTIME_LOCK) == []


def change_lock(environment):
    (environment.root / RUNTIME_LOCK).write_text("attrs==26.2.0\n")


def change_dependencies(environment):
    replace_text(environment.root / "pyproject.toml", 'name = "planmap"', 'name = "planmap"\nversion = "2"')


def remove_python(environment):
    environment.python.unlink()


def remove_stamp(environment):
    environment.stamp.unlink()


def break_stamp(environment):
    environment.stamp.write_text('{"requirements.lock": ')


def empty_stamp(environment):
    environment.stamp.write_text("[]")


def remove_a_command(environment):
    environment.program("planmap").unlink()


def remove_a_package(environment):
    (environment_module.packages_in(environment.folder) / "geo.pth").unlink()


def remove_all_packages(environment):
    shutil.rmtree(environment_module.packages_in(environment.folder))


def put_a_file_in_its_place(environment):
    environment.folder.rename(environment.root / "elsewhere")
    environment.folder.touch()


@pytest.mark.parametrize(
    "change",
    [
        put_a_file_in_its_place,
        change_lock,
        change_dependencies,
        remove_python,
        remove_stamp,
        remove_a_command,
        remove_a_package,
        remove_all_packages,
        break_stamp,
        empty_stamp,
    ],
)
def test_an_environment_that_does_not_fit_is_made_anew(installer, environment, change):
    prepare(environment, RUNTIME_LOCK)
    change(environment)
    assert steps_of(installer, environment)[0] == "make empty"
    assert steps_of(installer, environment) == []


def test_a_changed_test_lock_makes_the_environment_anew_for_the_tests_only(installer, environment):
    prepare(environment, TEST_LOCK)
    (environment.root / TEST_LOCK).write_text("attrs==26.1.0\n")
    assert steps_of(installer, environment, RUNTIME_LOCK) == []
    assert steps_of(installer, environment, TEST_LOCK)[0] == "make empty"


def test_another_python_makes_the_environment_anew(installer, environment, monkeypatch):
    prepare(environment, RUNTIME_LOCK)
    monkeypatch.setattr("environment.sys.version", "3.13.0 (main)")
    assert steps_of(installer, environment)[0] == "make empty"


def test_a_repository_that_was_moved_gets_a_new_environment(installer, environment, tmp_path):
    prepare(environment, RUNTIME_LOCK)
    moved = tmp_path.with_name("moved")
    environment.root.rename(moved)
    assert steps_of(installer, Environment(moved))[0] == "make empty"


def test_an_installation_that_fails_leaves_no_stamp(installer, environment):
    prepare(environment, RUNTIME_LOCK)
    installer.failure = InstallationError("no connection")
    with pytest.raises(InstallationError):
        prepare(environment, TEST_LOCK)
    assert not environment.stamp.exists()


def test_an_installation_that_is_interrupted_leaves_no_stamp(installer, environment):
    installer.failure = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        prepare(environment, RUNTIME_LOCK)
    assert not environment.stamp.exists()


@pytest.mark.parametrize(
    ("number", "message"),
    [(errno.ENOSPC, "no space left on the disk"), (errno.EACCES, r"\.venv/lib: Permission denied")],
)
def test_an_error_of_the_disk_is_one_line(installer, environment, number, message):
    installer.failure = OSError(number, os.strerror(number), ".venv/lib")
    with pytest.raises(InstallationError, match=message):
        prepare(environment, RUNTIME_LOCK)


def test_wheels_are_installed_without_an_index(installer, environment, tmp_path):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "attrs-26.1.0-py3-none-any.whl").touch()
    _, locked, _ = steps_of(installer, environment, wheels=wheels)
    assert locked[locked.index("--no-index") :][:3] == ["--no-index", "--find-links", str(wheels)]


def test_a_folder_without_wheels_is_refused_before_anything_is_removed(installer, environment, tmp_path):
    with pytest.raises(InstallationError, match=r"no wheels here; fill the folder with build\.py"):
        prepare(environment, RUNTIME_LOCK, wheels=tmp_path / "nowhere")
    assert installer.steps == []


def test_fetching_fills_the_folder_and_leaves_the_environment_alone(installer, environment, tmp_path):
    fetch(environment, RUNTIME_LOCK, tmp_path / "wheels")
    download = installer.steps[-1]
    assert download[:3] == ["download", "--dest", str(tmp_path / "wheels")]
    assert "--require-hashes" in download
    assert not environment.folder.exists()


def test_a_missing_lock_is_one_line(environment):
    (environment.root / RUNTIME_LOCK).unlink()
    with pytest.raises(InstallationError, match=r"requirements\.lock: No such file .*git checkout"):
        prepare(environment, RUNTIME_LOCK)


def test_a_broken_pyproject_is_one_line(environment):
    (environment.root / "pyproject.toml").write_text("[project\n")
    with pytest.raises(InstallationError, match=r"pyproject\.toml: .*mend the file"):
        prepare(environment, RUNTIME_LOCK)


def test_a_python_without_ensurepip_names_the_package_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(
        "environment.importlib.util.find_spec", lambda name: None if name == "ensurepip" else name
    )
    with pytest.raises(InstallationError, match=r"apt install python3\.\d+-venv"):
        make_empty(tmp_path / ".venv")


def fill_with_rubbish(folder):
    folder.mkdir()
    (folder / "half-made").touch()


def put_a_file(folder):
    folder.touch()


def put_a_broken_link(folder):
    folder.symlink_to(folder.parent / "nowhere")


@pytest.mark.parametrize("obstacle", [fill_with_rubbish, put_a_file, put_a_broken_link])
def test_whatever_stood_in_the_way_gives_room_to_an_empty_environment(tmp_path, monkeypatch, obstacle):
    commands = []
    monkeypatch.setattr(environment_module, "run_quietly", lambda command, **_: commands.append(command))
    folder = tmp_path / ".venv"
    obstacle(folder)
    make_empty(folder)
    assert not os.path.lexists(folder)
    assert [command[3] for command in commands] == ["venv", "ensurepip"]


def test_a_link_to_another_folder_is_removed_and_the_folder_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(environment_module, "run_quietly", lambda _command, **_: None)
    kept = tmp_path / "kept"
    fill_with_rubbish(kept)
    (tmp_path / ".venv").symlink_to(kept)
    make_empty(tmp_path / ".venv")
    assert list(kept.iterdir()) == [kept / "half-made"]


def test_the_stamp_names_the_locks_that_the_environment_satisfies(installer, environment):
    prepare(environment, TEST_LOCK)
    assert set(environment_module.read_stamp(environment)) == {RUNTIME_LOCK, TEST_LOCK}
    assert installer.steps


@pytest.mark.parametrize("status", [0, 1, 2, 7])
def test_the_exit_status_of_a_command_is_passed_on(status):
    python = Path(environment_module.sys.executable)
    assert run([python, "-c", f"raise SystemExit({status})"]) == status
