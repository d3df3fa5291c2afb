"""The committed pages in Firefox: drawn, of the size that was asked for, and not blank."""

import os
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

pytestmark = pytest.mark.firefox

MAPS = Path(__file__).parents[1] / "maps"
PAGES = sorted(path.name for path in MAPS.glob("*.html"))
SIZE = (1440, 900)


def picture(png):
    """Give width, height and the raw rows of a PNG."""
    position, data, size = 8, b"", ()
    while position < len(png):
        (length,) = struct.unpack(">I", png[position : position + 4])
        kind, body = png[position + 4 : position + 8], png[position + 8 : position + 8 + length]
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
        data += body if kind == b"IDAT" else b""
        position += length + 12
    return *size, zlib.decompress(data)


@pytest.mark.parametrize("name", PAGES)
def test_firefox_draws_the_page(name, firefox, tmp_path):
    shot, profile = tmp_path / "shot.png", tmp_path / "profile"
    profile.mkdir()
    subprocess.run(
        [
            firefox, "--headless", "--no-remote", "--profile", profile,
            "--window-size", ",".join(map(str, SIZE)),
            "--screenshot", shot, (MAPS / name).as_uri(),
        ],
        check=True, capture_output=True, timeout=120, env=os.environ | {"HOME": str(tmp_path)},
    )  # fmt: skip
    width, height, rows = picture(shot.read_bytes())
    assert (width, height >= SIZE[1]) == (SIZE[0], True)
    assert len(shot.read_bytes()) > 60_000
    assert len(set(rows[:: 4 * 97])) > 20
