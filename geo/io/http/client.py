"""Ask services: from the cache, else over HTTP at their pace, again where they say so, within a budget."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

import httpx

from geo import __version__
from geo.errors import (
    ServiceAnswerError,
    ServiceError,
    ServiceRefusedError,
    ServiceUnavailableError,
    describe,
)
from geo.io.http.answer_cache import CACHE_FILE, AnswerCache
from geo.io.http.exchange import Exchanged, Failed, exchange
from geo.io.http.pacing import Pace, answered_at, backoff_s, retry_after_s
from geo.io.http.redaction import LogGuard, Redactor
from geo.model import ServiceReply

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from geo.model import ServiceRequest

    Read = Callable[[str], object]
    """Raises a ServiceError where a body is no answer."""

USER_AGENT = f"planmap/{__version__} (maps the tasks of a district's work report)"
"""Nominatim's policy wants the application's own name."""
OK = 200
REFUSALS = frozenset({401, 402, 403, 418})
"""Key, payment, permission; 418 is what the firewall before Tianditu says where there is no key."""
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 509})
"""Worth asking again; 509 is Nominatim's page for too many requests."""
REDIRECTS = range(300, 400)
JSON_TYPES = frozenset(
    {"application/json", "text/json", "text/plain", "text/javascript", "application/javascript", ""}
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much patience there is."""

    request_s: float = 10.0
    """For one request and its whole answer."""
    total_s: float = 300.0
    """For all requests of a run together, with all waiting."""
    tries: int = 3
    """Of one question."""


class ServiceClient:
    """Asks services; use it in a ``with`` statement.

    Parameters
    ----------
    folder
        Where answers are kept.
    transport
        Of the HTTP library; None for the network.
    clock, sleep, jitter
        Seconds that only grow, waiting, and a number from 0 to 1.
    undated
        Day of an answer that does not state its own, or None.
    """

    def __init__(
        self,
        folder: Path,
        *,
        limits: Limits = Limits(),
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
        undated: date | None = None,
    ) -> None:
        self._cache = AnswerCache(folder / CACHE_FILE)
        self._limits = limits
        self._clock, self._sleep, self._jitter = clock, sleep, jitter
        self._undated = undated
        self._pace = Pace()
        self._ends_at: float | None = None
        self._redactor = Redactor()
        self._guard = LogGuard(self._redactor)
        # Redirects are not followed: they would carry the key to another address.
        self._client = httpx.Client(
            transport=transport,
            timeout=limits.request_s,
            follow_redirects=False,
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "Accept-Language": "zh-CN",
            },
        )

    def __enter__(self) -> Self:
        """Guard the logs for as long as keys are about."""
        self._guard.put_in_place()
        return self

    def __exit__(self, *_: object) -> None:
        """Close all connections, also those of requests that were given up."""
        self._client.close()
        self._guard.take_away()

    def fetch(self, request: ServiceRequest, read: Read) -> ServiceReply:
        """Return the answer to a request: the one that was kept, else one from the service.

        Raises
        ------
        ServiceRefusedError
            The key is refused or the quota spent.
        ServiceUnavailableError
            It was too fast, down or out of reach each time, or the budget is spent.
        ServiceAnswerError
            What came is no answer.
        OutputError
            The answer cannot be kept.
        """
        kept = self._cache.find(request)
        if kept is not None and _is_readable(kept.text, read):
            return kept
        self._redactor.learn((*request.secret_params.values(), *(request.login or ())[1:]))
        reply = self._ask_patiently(request, read)
        self._cache.keep(request, reply)
        return reply

    def _ask_patiently(self, request: ServiceRequest, read: Read) -> ServiceReply:
        """Ask up to the number of tries, and wait between them as told."""
        attempt = 0
        while True:
            asked = self._ask(request, read)
            attempt += 1
            if isinstance(asked, ServiceReply):
                return asked
            if not isinstance(asked, ServiceUnavailableError) or attempt >= self._limits.tries:
                raise asked
            wait_s = asked.wait_s
            if wait_s is None:
                wait_s = backoff_s(attempt - 1, jitter=self._jitter)
            self._wait(wait_s, why=str(asked))

    def _ask(self, request: ServiceRequest, read: Read) -> ServiceReply | ServiceError:
        """Ask once. An error is returned, not raised: what it is made of may hold the key."""
        host = urlsplit(request.url).netloc
        self._wait(self._pace.wait_s(host, now=self._clock()), why=f"{request.label}: keeps its pace")
        self._pace.started(host, now=self._clock(), per_second=request.per_second)
        came = exchange(self._client, request, within_s=self._limits.request_s)
        if isinstance(came, Failed):
            return self._failed(request, came)
        text = self._redactor.redact(came.body.decode("utf-8-sig", "replace"))
        error = _error_of_status(request, came) or _error_of_form(request, came)
        said = _error_said(text, read)
        if error is None or isinstance(said, ServiceRefusedError):
            error = said
        if error is not None:
            return self._without_secrets(error)
        moment = answered_at(came.headers)
        return ServiceReply(text, moment.date() if moment else self._undated)

    def _wait(self, wait_s: float, *, why: str) -> None:
        """Wait where the budget allows it, else raise ServiceUnavailableError."""
        now = self._clock()
        if self._ends_at is None:
            self._ends_at = now + self._limits.total_s
        if now + wait_s > self._ends_at:
            what = f"to wait {wait_s:.0f} s is more than is left of {self._limits.total_s:g} s in all"
            raise ServiceUnavailableError(f"{why}; {what}; run again later: what was answered is kept")
        if wait_s > 0.0:
            self._sleep(wait_s)

    def _failed(self, request: ServiceRequest, came: Failed) -> ServiceError:
        message = f"{request.label}: {came.reason}"
        kind = ServiceUnavailableError if came.may_pass else ServiceAnswerError
        return self._without_secrets(kind(message))

    def _without_secrets(self, error: ServiceError) -> ServiceError:
        """Return an error with no secret in its text and nothing that led to it attached."""
        message = self._redactor.redact(str(error))
        if isinstance(error, ServiceUnavailableError):
            return ServiceUnavailableError(message, wait_s=error.wait_s)
        return type(error)(message)


def _is_readable(text: str, read: Read) -> bool:
    return _error_said(text, read) is None


def _error_said(text: str, read: Read) -> ServiceError | None:
    """Return the error that a body is, or None where it is an answer."""
    said: ServiceError | None = None
    try:
        read(text)
    except ServiceError as error:
        said = error
    return said


def _error_of_status(request: ServiceRequest, came: Exchanged) -> ServiceError | None:
    """Return what the HTTP status says against an answer."""
    if came.status == OK:
        return None
    where = f"{request.label} (HTTP {came.status})"
    if came.status in REFUSALS:
        what, remedy = "refuses the key, or the quota is spent", "see to the key and its quota"
        return ServiceRefusedError(describe(where=where, what=what, remedy=remedy))
    if came.status in PASSING:
        return ServiceUnavailableError(
            f"{where}: is asked too much or is down", wait_s=retry_after_s(came.headers)
        )
    if came.status in REDIRECTS:
        what, remedy = (
            "sends elsewhere, which is not followed",
            "see whether this network wants a login first",
        )
        return ServiceAnswerError(describe(where=where, what=what, remedy=remedy))
    remedy = "look the name up by hand"
    return ServiceAnswerError(describe(where=where, what="does not take the question", remedy=remedy))


def _error_of_form(request: ServiceRequest, came: Exchanged) -> ServiceError | None:
    """Return what the form of an answer says against it: a page is none, and JSON is UTF-8."""
    kind = came.headers.get("content-type", "").partition(";")[0].strip().lower()
    remedy = "see whether this network wants a login first"
    if kind not in JSON_TYPES and not kind.endswith("+json"):
        what = "sent a page or a file, and no JSON"
        return ServiceAnswerError(describe(where=request.label, what=what, value=kind[:40], remedy=remedy))
    if not _is_utf8(came.body):
        return ServiceAnswerError(describe(where=request.label, what="sent no UTF-8", remedy=remedy))
    return None


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
