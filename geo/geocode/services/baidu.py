"""Ask Baidu (百度): geocoding 3.0, with positions in GCJ-02 as the request asks for.

Contract: lbsyun.baidu.com/index.php?title=webapi/guide/webservice-geocoding, codes in
lbsyun.baidu.com/faq/details?id=2273. An address has at most 84 bytes; without ``ret_coordtype`` positions
are BD-09, with ``gcj02ll`` they are GCJ-02. An answer has no name, only how sure it is: ``comprehension``
is what the reference tells one to judge by, ``confidence`` says within how many metres the point lies. A
vague name gives the centre of a town with little of both. Where the list of codes and common lore differ,
the list counts: 402 is too fast, not a bill to pay, and 502 and 503 want a licence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError, describe
from geo.geocode.services.contract import (
    Ask,
    Candidate,
    Question,
    Service,
    number_in,
    object_in,
    own_words,
    position_in,
    read_object,
    text_in,
)
from geo.geocode.services.levels import CROSSING, SITE, Level, grade
from geo.model import Datum, ServiceRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

ID = "baidu"
LABEL = "百度 Baidu"
HOST = "https://api.map.baidu.com"
PER_SECOND = 3.0
MOST_ADDRESS_BYTES = 84
MIN_COMPREHENSION = 80.0
"""From here on 95 % of the points lie within 500 m, says the reference."""
METRES_BY_CONFIDENCE = (
    (100.0, 20.0),
    (90.0, 50.0),
    (80.0, 100.0),
    (75.0, 200.0),
    (70.0, 300.0),
    (60.0, 500.0),
    (50.0, 1000.0),
)
"""From a confidence on, the point lies within so many metres; below the last it is no place."""

FOUND = "0"
SERVER_AT_FAULT = "1"
NOTHING_WORDS = "无相关结果"
"""A name that is not known is a server's fault (1) in its status, and only in its words what it is."""
TOO_FAST = frozenset({"401", "402"})
QUOTA_SPENT = frozenset({"4", *map(str, range(300, 400))})
KEY_REFUSED = frozenset({"3", "5", "101", "102", "502", "503", *map(str, range(200, 300))})


def baidu(key: str) -> Service:
    """Return Baidu with the key of a user."""

    def geocode(question: Question) -> ServiceRequest:
        params = {
            "address": _fitting(question),
            "city": question.city,
            "output": "json",
            "ret_coordtype": "gcj02ll",
        }
        return ServiceRequest(
            service=ID,
            label=LABEL,
            what="geocode",
            url=f"{HOST}/geocoding/v3/",
            params=params,
            secret_params={"ak": key},
            per_second=PER_SECOND,
        )

    return Service(ID, LABEL, Datum.GCJ02, (Ask(geocode, read_geocode, "地理编码"),))


def read_geocode(text: str) -> tuple[Candidate, ...]:
    """Read an answer of ``/geocoding/v3/``; it gives one position and no name."""
    answer = read_object(text, label=LABEL)
    status = text_in(answer.get("status"))
    said = text_in(answer.get("message")) or text_in(answer.get("msg")) or ""
    if status == SERVER_AT_FAULT and NOTHING_WORDS in said:
        return ()
    if status != FOUND:
        raise _error(status or "no status", said)
    result = answer.get("result")
    if result in ([], {}, None):
        return ()
    found = object_in(result, label=LABEL, field="result")
    location = object_in(found.get("location"), label=LABEL, field="result.location")
    lon, lat = position_in(location.get("lng"), location.get("lat"), datum=Datum.GCJ02, label=LABEL)
    level = text_in(found.get("level")) or "UNKNOWN"
    worth, refusal = grade(level)
    if worth is not None:
        worth, refusal = _as_sure_as(worth, found)
    return (Candidate(None, lon, lat, level, worth, refusal),)


def _as_sure_as(level: Level, found: Mapping[str, object]) -> tuple[Level | None, str | None]:
    """Return a level with the metres that Baidu gives for its confidence, or why it is not sure enough."""
    comprehension = number_in(found.get("comprehension"))
    confidence = number_in(found.get("confidence"))
    blurred = level in {SITE, CROSSING} and number_in(found.get("precise")) != 1
    if comprehension is None or comprehension < MIN_COMPREHENSION or confidence is None or blurred:
        return None, "low_confidence"
    metres = next((metres for least, metres in METRES_BY_CONFIDENCE if confidence >= least), None)
    if metres is None:
        return None, "low_confidence"
    return replace(level, uncertainty_m=max(level.uncertainty_m, metres)), None


def _fitting(question: Question) -> str:
    """Return the longest form of the address that Baidu takes."""
    forms = (question.address, question.district + question.name, question.name)
    return next((form for form in forms if len(form.encode()) <= MOST_ADDRESS_BYTES), question.name)


def _error(code: str, said: str) -> Exception:
    """Return what an answer with a status other than 0 means."""
    where = own_words(LABEL, code, said)
    if code in KEY_REFUSED:
        remedy = "set PLANMAP_BAIDU_KEY to a key for servers (服务端) with geocoding"
        return ServiceRefusedError(describe(where=where, what="refuses the key", remedy=remedy))
    if code in QUOTA_SPENT:
        return ServiceRefusedError(
            describe(where=where, what="the quota is spent", remedy="ask on when it is renewed")
        )
    if code in TOO_FAST:
        return ServiceUnavailableError(f"{where}: was asked too fast")
    if code == SERVER_AT_FAULT:
        return ServiceUnavailableError(f"{where}: has a fault of its own")
    return ServiceAnswerError(
        describe(where=where, what="does not take the question", remedy="look the name up by hand")
    )
