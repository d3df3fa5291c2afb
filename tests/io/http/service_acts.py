"""What a service does and what a client needs to reach it on loopback alone."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

import httpx

DAY = "Mon, 23 Nov 2026 08:00:00 GMT"
KEY = "Secret/key+7"
"""Has what is written otherwise in an address."""


@dataclass
class Served:
    """What a test tells the server to do, and what the server saw."""

    port: int
    acts: list = field(default_factory=list)
    """Functions of the handler, one a request; the last one stays."""
    seen: list = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    """Set when the test ends, so that a hanging handler ends, too."""

    def act(self, *acts):
        self.acts[:] = acts


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        served = self.server.served
        address = urlsplit(self.path)
        params = {name: values[0] for name, values in parse_qs(address.query).items()}
        served.seen.append((address.path, params, dict(self.headers)))
        act = served.acts.pop(0) if len(served.acts) > 1 else served.acts[0]
        try:
            act(self)
        except (ConnectionError, ValueError):
            self.close_connection = True

    def date_time_string(self, _=None):
        return DAY

    def log_message(self, *_):
        pass


def reply(body=b"{}", status=200, kind="application/json", **headers):
    """Act: answer like this."""
    content = body if isinstance(body, bytes) else body.encode()

    def act(handler):
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return act


class ToLoopback(httpx.BaseTransport):
    """Sends everything to one port of this machine, whatever host is asked for."""

    def __init__(self, port):
        self._port = port
        self._network = httpx.HTTPTransport()
        self.hosts = []

    def handle_request(self, request):
        self.hosts.append(request.url.host)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return self._network.handle_request(request)

    def close(self):
        self._network.close()


@dataclass
class Clock:
    """Time that passes only by waiting."""

    now: float = 1000.0
    waits: list = field(default_factory=list)

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.now += seconds
