"""One request and its whole answer, with limits on time and size.

A service may trickle a byte a second, or send megabytes that unpack to gigabytes. The timeouts of the
HTTP library are for each read, so they stop neither; therefore a request runs in a thread that is left
behind when its time is over, and an answer is unpacked here, up to a limit.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import ServiceRequest

MOST_BYTES = 2_000_000
"""An answer has a few kilobytes."""
SLICE_S = 0.1
"""Ctrl-C is heard so often while an answer is awaited (on Windows a wait is not interrupted)."""

_PACKED = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An answer as it came, unpacked."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no answer."""

    reason: str
    may_pass: bool
    """Whether it is worth asking again."""


def exchange(client: httpx.Client, request: ServiceRequest, *, within_s: float) -> Exchanged | Failed:
    """Send a request and wait for the whole answer, `within_s` seconds at most."""
    outcome: SimpleQueue[Exchanged | Failed] = SimpleQueue()
    Thread(target=lambda: outcome.put(_talk(client, request)), daemon=True).start()
    for _ in range(max(math.ceil(within_s / SLICE_S), 1)):
        try:
            return outcome.get(timeout=min(SLICE_S, within_s))
        except Empty:
            continue
    return Failed(f"gave no whole answer within {within_s:g} s", may_pass=True)


def _talk(client: httpx.Client, request: ServiceRequest) -> Exchanged | Failed:
    """Send a request; every failure of the network and of the protocol becomes a value."""
    login = httpx.BasicAuth(*request.login) if request.login else None
    params = {**request.params, **request.secret_params}
    try:
        with client.stream("GET", request.url, params=params, auth=login) as response:
            body = _unpacked(response)
            headers = {name.lower(): value for name, value in response.headers.items()}
    except httpx.TimeoutException:
        return Failed("does not answer in time", may_pass=True)
    except httpx.TransportError as error:
        return Failed(f"cannot be reached: {error}" if str(error) else "cannot be reached", may_pass=True)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, RuntimeError, ValueError) as error:
        return Failed(f"cannot be asked: {type(error).__name__}", may_pass=False)
    return Exchanged(response.status_code, headers, body) if isinstance(body, bytes) else body


def _unpacked(response: httpx.Response) -> bytes | Failed:
    """Return the body up to the limit; a bomb is never unpacked beyond it."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "", *_PACKED}:
        return Failed(f"packs its answer in a way that was not asked for: {encoding[:20]}", may_pass=False)
    unpack = zlib.decompressobj(_PACKED[encoding]) if encoding in _PACKED else None
    body = bytearray()
    for chunk in response.iter_raw(65_536):
        try:
            body += unpack.decompress(chunk, MOST_BYTES + 1 - len(body)) if unpack else chunk
        except zlib.error:
            return Failed("packs its answer wrongly", may_pass=True)
        if len(body) > MOST_BYTES:
            return Failed(f"sends more than {MOST_BYTES // 1_000_000} MB", may_pass=False)
    if unpack and not unpack.eof:
        return Failed("packs its answer wrongly", may_pass=True)
    return bytes(body)
