from __future__ import annotations

import pytest

from geo.errors import OutputError
from geo.io.source_memory import SOURCES_FILE, load_sources, save_sources
from geo.model import SourceRow

ROWS = {
    "places": {
        "P-02": SourceRow("二七纪念塔", (113.6604, 34.75334), "ab12", {}),
        "P-01": SourceRow("二七区政府", (113.634158, 34.725307), "cd34", {"note": "ef56"}),
    },
    "roads": {},
}


def test_what_is_saved_is_loaded(tmp_path):
    save_sources(tmp_path, ROWS)
    assert load_sources(tmp_path) == ROWS


def test_the_order_of_rows_makes_no_difference(tmp_path):
    save_sources(tmp_path, ROWS)
    first = (tmp_path / SOURCES_FILE).read_bytes()
    save_sources(tmp_path, {name: dict(reversed(rows.items())) for name, rows in reversed(ROWS.items())})
    assert (tmp_path / SOURCES_FILE).read_bytes() == first


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"\xff", b'{"places": []}', b'{"places": {"P-01": {}}}',
        b'{"places": {"P-01": {"name": "a", "middle": [1], "shape": "b", "cells": {}}}}',
    ],
)  # fmt: skip
def test_a_memory_that_is_none_is_forgotten(tmp_path, content):
    (tmp_path / SOURCES_FILE).parent.mkdir()
    (tmp_path / SOURCES_FILE).write_bytes(content)
    assert load_sources(tmp_path) is None


def test_without_a_build_nothing_is_remembered(tmp_path):
    assert load_sources(tmp_path) is None


def test_a_memory_that_cannot_be_kept_is_said(tmp_path):
    (tmp_path / SOURCES_FILE.parent).write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match=r"sources\.json"):
        save_sources(tmp_path, ROWS)
