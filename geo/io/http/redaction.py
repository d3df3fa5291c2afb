"""Take keys out of texts before anyone sees them."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable

REDACTED = "[key]"
SHORTEST = 6
"""A shorter secret is a word like any other: to replace it would garble what has nothing to do with it."""
_TALKATIVE = ("httpx", "httpcore")
"""Libraries that write addresses with their query, key and all, into their logs."""


class Redactor:
    """Knows the secrets of a run and replaces each, in every form in which it is sent or echoed."""

    def __init__(self) -> None:
        self._forms: tuple[str, ...] = ()

    def learn(self, secrets: Iterable[str]) -> None:
        """Add secrets to those that are replaced."""
        forms = {form for secret in secrets if len(secret) >= SHORTEST for form in _forms(secret)}
        # The longest first: a key may be part of another.
        self._forms = tuple(sorted(forms.union(self._forms), key=lambda form: (-len(form), form)))

    def redact(self, text: str) -> str:
        """Return a text without any secret."""
        for form in self._forms:
            text = text.replace(form, REDACTED)
        return text


class LogGuard(logging.Filter):
    """Redacts what the HTTP libraries log, while it is in place."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor
        self._loggers: list[logging.Logger] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the record's message by a redacted one; keep every record."""
        record.msg = self._redactor.redact(record.getMessage())
        record.args = ()
        return True

    def put_in_place(self) -> None:
        """Guard every logger of the HTTP libraries: a filter does not reach a logger's children."""
        known = logging.root.manager.loggerDict
        names = {*_TALKATIVE, *(name for name in known if name.partition(".")[0] in _TALKATIVE)}
        self._loggers = [logging.getLogger(name) for name in sorted(names)]
        for logger in self._loggers:
            logger.addFilter(self)

    def take_away(self) -> None:
        """Leave the loggers as they were."""
        for logger in self._loggers:
            logger.removeFilter(self)
        self._loggers = []


def _forms(secret: str) -> set[str]:
    """Return a secret as it is, as it stands in an address, and as it stands in JSON."""
    return {
        secret,
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
    }
