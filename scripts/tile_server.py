"""A server on loopback whose tiles are drawn here: pale ground, and a ring round each known position."""

from __future__ import annotations

import base64
import math
import re
import struct
import threading
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import numpy as np

from geo.crs import from_wgs84
from geo.model import Datum, Wgs84

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike, NDArray
    from playwright.sync_api import Page

TILE_PX = 256
RING_PX = 22.0
RING_WIDTH_PX = 5.0
GROUND = (236, 240, 232)
RING = (255, 0, 255)
RING_LEAST, RING_MOST = 200, 120
"""Red and blue of a ring at least, its green at most."""
_ADDRESS = re.compile(r"/(?P<datum>[\w-]+)/(?P<z>\d+)/(?P<x>\d+)/(?P<y>\d+)\.png")


def world_pixels(lonlat: ArrayLike, zoom: float) -> NDArray[np.float64]:
    """Give positions in degrees as pixels of the Web Mercator square at a zoom."""
    lon, lat = np.asarray(lonlat, dtype=float).reshape(-1, 2).T
    size = TILE_PX * 2**zoom
    sine = np.sin(np.radians(lat))
    x = size * (lon / 360 + 0.5)
    y = size * (0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi))
    return np.column_stack((x, y))


def png_bytes(pixels: NDArray[np.uint8]) -> bytes:
    """Give an image, shape (height, width, 3), as PNG."""
    height, width, _ = pixels.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels.reshape(height, -1)], axis=1)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(rows.astype(np.uint8).tobytes(), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def draw_tile(marks: ArrayLike, *, z: int, x: int, y: int) -> bytes:
    """Draw a tile with rings round marks, which are positions in the tile's own datum."""
    middles = world_pixels(marks, z) - (x * TILE_PX, y * TILE_PX)
    near = middles[(np.abs(middles - TILE_PX / 2) < TILE_PX / 2 + 2 * RING_PX).all(axis=1)]
    return _tile_with_rings(tuple(map(tuple, near.tolist())))


@cache
def _tile_with_rings(middles: tuple[tuple[float, float], ...]) -> bytes:
    ground = np.tile(np.array(GROUND, float), (TILE_PX, TILE_PX, 1))
    rows, columns = np.mgrid[0:TILE_PX, 0:TILE_PX] + 0.5
    for x, y in middles:
        away = np.abs(np.hypot(columns - x, rows - y) - RING_PX)
        share = np.clip(RING_WIDTH_PX / 2 + 0.5 - away, 0, 1)[..., None]
        ground = ground * (1 - share) + np.array(RING, float) * share
    return png_bytes(ground.round().astype(np.uint8))


@dataclass
class TileServer:
    """What the server draws, how it answers, and what it was asked."""

    marks: Wgs84
    """Positions in WGS 84, shape (n, 2)."""
    status: int = HTTPStatus.OK
    allows_reading: bool = True
    """Whether a page may read the pictures (CORS)."""
    asked: list[str] = field(default_factory=list)
    referrers: list[str | None] = field(default_factory=list)
    host: str = ""

    def address(self, datum: Datum) -> str:
        """Give the template of the tiles that are drawn in a datum."""
        return f"http://{self.host}/{datum}/{{z}}/{{x}}/{{y}}.png"

    def tile(self, path: str) -> bytes | None:
        """Draw the tile of an address; None where it is none of ours."""
        named = _ADDRESS.match(path)
        if named is None:
            return None
        marks = from_wgs84(self.marks, datum=Datum(named["datum"]))
        return draw_tile(marks, **{key: int(named[key]) for key in "zxy"})


@contextmanager
def serving(marks: ArrayLike) -> Iterator[TileServer]:
    """Serve tiles for positions in WGS 84 as long as the block runs."""
    served = TileServer(Wgs84(np.asarray(marks, float)))

    class Handler(BaseHTTPRequestHandler):
        """Answers with drawn tiles."""

        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.referrers.append(self.headers.get("Referer"))
            body = served.tile(self.path) if served.status == HTTPStatus.OK else b""
            self.send_response(served.status if body is not None else HTTPStatus.NOT_FOUND)
            if served.allows_reading:
                self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.host = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def middle_of(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Give the middle of the pixels that a mask holds, x first."""
    rows, columns = np.nonzero(mask)
    return np.array([columns.mean() + 0.5, rows.mean() + 0.5])


def is_ring(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which pixels are a ring's, seen through whatever opacity the tiles have."""
    red, green, blue = (pixels[..., channel] for channel in range(3))
    held: NDArray[np.bool_] = (red > RING_LEAST) & (blue > RING_LEAST) & (green < RING_MOST)
    return held


def pixels_of(png: bytes, tab: Page) -> NDArray[np.uint8]:
    """Read a screenshot, shape (height, width, 3), by a page that is open and has no policy."""
    width, height, packed = tab.evaluate(_READ_PICTURE, base64.b64encode(png).decode())
    pixels = np.frombuffer(base64.b64decode(packed), np.uint8)
    return pixels.reshape(height, width, 4)[..., :3]


_READ_PICTURE = """async packed => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${packed}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    let text = '';
    for (let at = 0; at < data.length; at += 32768) {
        text += String.fromCharCode(...data.subarray(at, at + 32768));
    }
    return [picture.width, picture.height, btoa(text)];
}"""
