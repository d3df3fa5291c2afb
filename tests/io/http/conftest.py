"""Services and faults on loopback: a real server, a client that reaches no other, a clock of its own."""

from __future__ import annotations

import socket
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest

from geo.errors import ServiceAnswerError
from geo.io.http import Limits, ServiceClient
from geo.model import ServiceRequest
from tests.io.http.service_acts import KEY, Clock, Handler, Served, ToLoopback


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch):
    """Fail whatever looks for another machine than this one."""
    resolve = socket.getaddrinfo

    def resolve_here(host, *more, **named):
        assert host in {"127.0.0.1", b"127.0.0.1"}, f"a test looks for {host}"
        return resolve(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolve_here)


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Say nothing of clients that hang up: that is what is tested."""


@pytest.fixture
def served():
    server = QuietServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.served = Served(server.server_port)
    thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.01), daemon=True)
    thread.start()
    yield server.served
    server.served.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def connect(tmp_path, clock):
    """Make clients that reach only a port of this machine and never really wait."""
    clients = []

    def make(port, *, folder=tmp_path, limits=None, **more):
        client = ServiceClient(
            folder,
            limits=limits or Limits(request_s=5.0),
            transport=ToLoopback(port),
            clock=clock,
            sleep=clock.sleep,
            jitter=lambda: 0.0,
            **more,
        )
        clients.append(client.__enter__())
        return client

    yield make
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def client(served, connect):
    return connect(served.port)


@pytest.fixture
def request_for():
    def make(name="和平广场", *, per_second=None, what="geocode"):
        return ServiceRequest(
            service="fake",
            label="Fake",
            what=what,
            url="https://geocoder.invalid/v1",
            params={"q": name},
            secret_params={"key": KEY},
            per_second=per_second,
        )

    return make


@pytest.fixture
def read():
    """Read an answer as a service's reader would: JSON objects are answers, all else is none."""

    def take(text):
        if not text.startswith("{") or not text.endswith("}"):
            raise ServiceAnswerError(f"Fake: sent no JSON: {text[:40]}")

    return take
