"""Keep what services answered: a line of JSON an answer, appended as it comes.

Only an answer that its service's reader takes is kept, never a failure, and never a key: a line has the
service, what was asked, the parameters without the key, the day that the answer states, and the body.
A line that was cut when the program was killed, or that is not understood, counts as not there.
"""

from __future__ import annotations

import json
import os
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from geo.errors import OutputError, describe
from geo.model import ServiceReply

if TYPE_CHECKING:
    from pathlib import Path

    from geo.model import ServiceRequest

CACHE_FILE = "geocode-cache.jsonl"
VERSION = 1


class AnswerCache:
    """The answers in a file; the newest of each question counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._replies: dict[str, ServiceReply] | None = None

    def find(self, request: ServiceRequest) -> ServiceReply | None:
        """Return the answer to a request, or None."""
        if self._replies is None:
            self._replies = dict(filter(None, map(_read_line, self._lines())))
        return self._replies.get(_question(request))

    def keep(self, request: ServiceRequest, reply: ServiceReply) -> None:
        """Append an answer; it is on disk when this returns.

        Raises
        ------
        OutputError
            The file cannot be written.
        """
        day = reply.answered_on.isoformat() if reply.answered_on else None
        question = _question(request)
        entry = {"version": VERSION, "question": json.loads(question), "answered_on": day, "body": reply.text}
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a+b") as file:
                _end_line(file)
                file.write(line.encode("utf-8", "backslashreplace"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            what = f"cannot be written: {error.strerror or error}"
            remedy = "allow writing there or free space; answers that were kept before are still there"
            raise OutputError(describe(where=self._path.as_posix(), what=what, remedy=remedy)) from error
        if self._replies is not None:
            self._replies[question] = reply

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().splitlines()
        except OSError:
            return []


def _question(request: ServiceRequest) -> str:
    """Return what makes two requests the same question, without key, login and address."""
    asked = [request.service, request.what, sorted(request.params.items())]
    return json.dumps(asked, ensure_ascii=False)


def _read_line(line: bytes) -> tuple[str, ServiceReply] | None:
    """Return the question and the answer of a line, or None where it is no whole line of this version."""
    try:
        entry = json.loads(line)
        if entry["version"] != VERSION:
            return None
        day = None if entry["answered_on"] is None else date.fromisoformat(entry["answered_on"])
        question, body = json.dumps(entry["question"], ensure_ascii=False), entry["body"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return (question, ServiceReply(body, day)) if isinstance(body, str) else None


def _end_line(file: BinaryIO) -> None:
    """Begin a new line where the last one was cut."""
    if file.seek(0, os.SEEK_END):
        file.seek(-1, os.SEEK_END)
        if file.read(1) != b"\n":
            file.write(b"\n")
