from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from geo.errors import OutputError
from geo.io.outputs import Written, check_writable, find_parts, remove_parts, write_all, write_whole


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def fail_at(call, error):
    """Return a stand-in that raises at its n-th call and does nothing else."""
    calls = iter(range(1, 100))

    def stand_in(original):
        def replaced(*arguments, **options):
            if next(calls) == call:
                raise error
            return original(*arguments, **options)

        return replaced

    return stand_in


def test_a_file_is_written_with_its_folder(tmp_path):
    write_whole(tmp_path / "maps" / "a.html", "二七".encode())
    assert files_in(tmp_path) == {"maps/a.html": "二七".encode()}


def test_a_new_file_can_be_read_by_others(tmp_path):
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode & 0o444 == 0o444


def test_an_old_file_keeps_its_permissions(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o640)
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "broken",
    [OSError(errno.ENOSPC, "No space left on device"), PermissionError(errno.EACCES, "Permission denied")],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, step, broken):
    (tmp_path / "a").write_bytes(b"old")
    place = (os, "fsync") if step == "fsync" else (Path, "replace")
    monkeypatch.setattr(*place, fail_at(1, broken)(getattr(*place)))
    with pytest.raises(OutputError, match=rf"a: cannot be written: {broken.strerror}; "):
        write_whole(tmp_path / "a", b"new")
    assert files_in(tmp_path) == {"a": b"old"}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_is_interrupted_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, step):
    (tmp_path / "a").write_bytes(b"old")
    place = (os, "fsync") if step == "fsync" else (Path, "replace")
    monkeypatch.setattr(*place, fail_at(1, KeyboardInterrupt())(getattr(*place)))
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "a": b"new"})
    assert files_in(tmp_path) == {"a": b"old"}


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "maps").write_bytes(b"")
    with pytest.raises(OutputError, match=r"maps/a\.html: cannot be written"):
        write_whole(tmp_path / "maps" / "a.html", b"new")


def test_a_target_that_is_a_folder_is_named(tmp_path):
    (tmp_path / "a.html").mkdir()
    with pytest.raises(OutputError, match=r"a\.html: is a folder"):
        write_whole(tmp_path / "a.html", b"new")


def test_all_files_are_written_and_those_that_are_the_same_are_not_touched(tmp_path):
    (tmp_path / "same").write_bytes(b"same")
    before = (tmp_path / "same").stat()
    done = write_all({tmp_path / "same": b"same", tmp_path / "b" / "new": b"new"})
    assert done == Written(written=(tmp_path / "b" / "new",), unchanged=(tmp_path / "same",))
    assert files_in(tmp_path) == {"same": b"same", "b/new": b"new"}
    after = (tmp_path / "same").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_is_replaced_where_one_file_cannot_be_written(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "z").write_bytes(b"a file where a folder should be")
    with pytest.raises(OutputError):
        write_all({tmp_path / "a": b"new", tmp_path / "z" / "page.html": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert len(files_in(tmp_path)) == 2


def test_a_full_disk_at_the_second_file_leaves_the_first(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(os, "fsync", fail_at(2, full)(os.fsync))
    with pytest.raises(OutputError, match=r"b: cannot be written: No space left on device"):
        write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert files_in(tmp_path) == {"a": b"old"}


def test_folders_are_tried_before_the_work(tmp_path):
    check_writable([tmp_path / "maps"])
    assert files_in(tmp_path) == {}
    (tmp_path / "layers").write_bytes(b"")
    with pytest.raises(OutputError, match=r"layers: is no folder; move it away"):
        check_writable([tmp_path / "layers"])


def test_what_a_killed_write_left_is_removed_and_nothing_else(tmp_path):
    kept = [
        tmp_path / name for name in ("a.html", ".hidden", ".a.part", "notes.part", ".a.html.LONGNAME.part")
    ]
    left = [tmp_path / name for name in (".a.html.x7_k2q9a.part", ".tasks.csv.abcdefgh.part")]
    for path in (*kept, *left):
        path.touch()
    assert find_parts([tmp_path, tmp_path / "absent"]) == tuple(sorted(left))
    remove_parts([tmp_path])
    assert sorted(tmp_path.iterdir()) == sorted(kept)
