from __future__ import annotations

import os

import pytest

from geo.io import build_state
from geo.io.build_state import (
    STATE_FILE,
    BuildState,
    digest_inputs,
    is_current,
    load_state,
    remove_stale,
    save_state,
    state_of,
)
from geo.io.outputs import write_all


@pytest.fixture
def inputs(tmp_path):
    for name in ("planmap.toml", "report.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return [tmp_path / "planmap.toml", tmp_path / "report.md"]


def digest(root, files, **arguments):
    return digest_inputs(root, files, arguments=arguments)


def build(root, names):
    """Write some files as a build does and return the state that it leaves."""
    contents = {root / name: name.encode() for name in names}
    write_all(contents)
    state = state_of("inputs", contents, root=root)
    save_state(root, state)
    return state


def test_the_digest_depends_on_content_alone(tmp_path, inputs):
    first = digest(tmp_path, inputs, date="2020-08-01")
    inputs[0].write_text("planmap.toml", encoding="utf-8")
    assert digest(tmp_path, reversed(inputs), date="2020-08-01") == first


def test_the_digest_tells_a_changed_a_missing_and_another_file(tmp_path, inputs):
    digests = [digest(tmp_path, inputs)]
    inputs[1].write_text("changed", encoding="utf-8")
    digests.append(digest(tmp_path, inputs))
    inputs[1].unlink()
    digests.append(digest(tmp_path, inputs))
    digests.append(digest(tmp_path, inputs[:1]))
    assert len(set(digests)) == 4


def test_the_digest_tells_other_arguments(tmp_path, inputs):
    assert digest(tmp_path, inputs, date="2020-08-01") != digest(tmp_path, inputs, date="2020-09-01")


def test_the_digest_tells_another_planmap(tmp_path, inputs, monkeypatch):
    package = tmp_path / "package"
    (package / "assets").mkdir(parents=True)
    (package / "assets" / "styles.toml").write_text("a", encoding="utf-8")
    monkeypatch.setattr("geo.__file__", str(package / "__init__.py"))
    before = digest(tmp_path, inputs)
    (package / "assets" / "styles.toml").write_text("b", encoding="utf-8")
    assert digest(tmp_path, inputs) != before


def test_the_digest_tells_other_libraries(tmp_path, inputs, monkeypatch):
    before = digest(tmp_path, inputs)
    monkeypatch.setattr(build_state, "_installed_distributions", lambda: ["folium-0.0"])
    assert digest(tmp_path, inputs) != before


def test_a_copy_of_a_workspace_has_the_same_digest(tmp_path, inputs):
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in inputs:
        (copy / path.name).write_bytes(path.read_bytes())
    assert digest(copy, [copy / path.name for path in inputs]) == digest(tmp_path, inputs)


def test_a_build_is_current_until_something_changes(tmp_path):
    build(tmp_path, ["maps/a.html", "layers/tasks.csv"])
    assert is_current(tmp_path, inputs="inputs")
    assert not is_current(tmp_path, inputs="others")
    (tmp_path / "maps" / "a.html").write_text("by hand", encoding="utf-8")
    assert not is_current(tmp_path, inputs="inputs")
    (tmp_path / "maps" / "a.html").write_text("maps/a.html", encoding="utf-8")
    assert is_current(tmp_path, inputs="inputs")
    (tmp_path / "layers" / "tasks.csv").unlink()
    assert not is_current(tmp_path, inputs="inputs")


def test_a_workspace_that_was_never_built_is_not_current(tmp_path):
    assert load_state(tmp_path) is None
    assert not is_current(tmp_path, inputs="inputs")


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"inputs": 1, "outputs": {}}', '{"inputs": "i", "outputs": []}',
     '{"inputs": "i", "outputs": {"../../secret": "d"}}', '{"inputs": "i", "outputs": {"/etc/hosts": "d"}}',
     '{"inputs": "i", "outputs": {"a": 1}}'],
)  # fmt: skip
def test_a_memory_that_planmap_did_not_write_is_no_memory(tmp_path, content):
    (tmp_path / STATE_FILE).parent.mkdir()
    (tmp_path / STATE_FILE).write_text(content, encoding="utf-8")
    assert load_state(tmp_path) is None


def test_the_memory_comes_back_and_is_the_same_each_time(tmp_path):
    state = build(tmp_path, ["maps/二七新区.html", "maps/a.html"])
    first = (tmp_path / STATE_FILE).read_bytes()
    assert load_state(tmp_path) == state
    build(tmp_path, ["maps/a.html", "maps/二七新区.html"])
    assert (tmp_path / STATE_FILE).read_bytes() == first


def test_files_that_are_no_longer_made_are_removed_if_they_are_ours(tmp_path):
    previous = build(tmp_path, ["maps/a.html", "maps/old.html", "maps/edited.html"])
    (tmp_path / "maps" / "edited.html").write_text("by hand", encoding="utf-8")
    (tmp_path / "maps" / "mine.html").write_text("mine", encoding="utf-8")
    current = BuildState(inputs="new", outputs={"maps/a.html": "d"})
    assert remove_stale(tmp_path, previous=previous, current=current) == (tmp_path / "maps" / "old.html",)
    assert sorted(path.name for path in (tmp_path / "maps").iterdir()) == [
        "a.html",
        "edited.html",
        "mine.html",
    ]
    assert remove_stale(tmp_path, previous=None, current=current) == ()


def test_a_pipe_among_the_inputs_is_not_waited_for(tmp_path, inputs):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with a name")
    os.mkfifo(tmp_path / "pipe")
    assert digest(tmp_path, [*inputs, tmp_path / "pipe"]) == digest(tmp_path, [*inputs, tmp_path / "pipe"])


def test_a_name_that_is_too_long_is_a_missing_file(tmp_path, inputs):
    assert digest(tmp_path, [*inputs, tmp_path / ("x" * 5000)])


def test_a_memory_that_is_nested_too_deep_is_no_memory(tmp_path):
    (tmp_path / STATE_FILE).parent.mkdir()
    (tmp_path / STATE_FILE).write_text("[" * 100_000, encoding="utf-8")
    assert load_state(tmp_path) is None
