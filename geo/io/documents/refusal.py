"""The one way to refuse a document."""

from __future__ import annotations

from geo.errors import ReportError, describe


def refusal(where: str, what: str, *, value: object = None, remedy: str) -> ReportError:
    """Return the error that says why a document cannot be read, and what to do."""
    return ReportError(describe(where=where, what=what, value=value, remedy=remedy))
