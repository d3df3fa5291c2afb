"""Remember the features kept by hand as a build read them, so that the next one can tell what changed.

The memory is ``.planmap/sources.json`` in the workspace: positions and digests, no clock. The layers
themselves are never written.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from geo.io.outputs import write_whole
from geo.model import SourceRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOURCES_FILE = PurePosixPath(".planmap/sources.json")


def save_sources(root: Path, layers: Mapping[str, Mapping[str, SourceRow]]) -> None:
    """Keep the rows of each layer, by layer and id; the same rows give the same bytes.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    plain = {name: {id_: asdict(row) for id_, row in rows.items()} for name, rows in layers.items()}
    content = json.dumps(plain, ensure_ascii=False, indent=0, sort_keys=True)
    write_whole(root / SOURCES_FILE, f"{content}\n".encode())


def load_sources(root: Path) -> dict[str, dict[str, SourceRow]] | None:
    """Return what the last build remembered, or None where there is no such memory or it is broken."""
    try:
        stored = json.loads((root / SOURCES_FILE).read_bytes())
        return {name: {id_: _row(row) for id_, row in rows.items()} for name, rows in stored.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _row(stored: Mapping[str, object]) -> SourceRow:
    match stored:
        case {
            "name": str(name),
            "middle": [int() | float() as lon, int() | float() as lat],
            "shape": str(shape),
            "cells": dict(cells),
        }:
            return SourceRow(
                name, (float(lon), float(lat)), shape, {str(k): str(v) for k, v in cells.items()}
            )
        case _:
            raise ValueError(stored)
