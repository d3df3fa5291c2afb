from __future__ import annotations

import subprocess
import sys

from geo.io.build_lock import LOCK_FILE, sole_writer

HOLD = """
import sys
from pathlib import Path
from geo.io.build_lock import sole_writer
with sole_writer(Path(sys.argv[1])) as alone:
    print(alone, flush=True)
    sys.stdin.read()
"""


def hold(root):
    """Start a process that writes into the workspace until its standard input closes."""
    command = [sys.executable, "-c", HOLD, str(root)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_one_writer_after_the_other_is_alone(tmp_path):
    for _ in range(2):
        with sole_writer(tmp_path) as alone:
            assert alone
    assert (tmp_path / LOCK_FILE).exists()


def test_a_second_writer_waits_for_the_first(tmp_path):
    first = hold(tmp_path)
    assert first.stdout.readline() == "True\n"
    second = hold(tmp_path)
    assert first.poll() is None
    first.communicate()
    assert second.stdout.readline() == "True\n"
    second.communicate()


def test_a_writer_that_is_killed_lets_the_next_one_in(tmp_path):
    killed = hold(tmp_path)
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    with sole_writer(tmp_path) as alone:
        assert alone
