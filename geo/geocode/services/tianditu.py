"""Ask Tianditu (天地图): the geocoder and, for what has a name but no address, the search of places.

Contract: lbs.tianditu.gov.cn/server/geocodinginterface.html and /server/search2.html. Positions are
CGCS2000, taken as WGS 84 (`geo.crs`). ``status`` is "0", "101" for nothing and "404" for an error, as a
text or a number; the search has an object with ``infocode`` 1000 instead. A name that is not known may
still give a far point with a low ``score``, so that only sure ones count.

What is sent for a bad key or a spent quota is not published. Seen by those who use it: an object with
``code``, ``msg`` or ``message``, and ``resolve``, for a bad key with 301001 and HTTP 403, for one of a wrong
length with 308011 and HTTP 400, and a firewall's page with HTTP 418 for none. The rest is told by its words.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError, describe
from geo.geocode.services.contract import (
    Ask,
    Candidate,
    Question,
    Service,
    number_in,
    object_in,
    objects_in,
    own_words,
    pair_in,
    position_in,
    read_object,
    text_in,
)
from geo.geocode.services.levels import SITE, grade
from geo.model import Datum, ServiceRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

ID = "tianditu"
LABEL = "天地图 Tianditu"
HOST = "https://api.tianditu.gov.cn"
PER_SECOND = 3.0
MIN_SCORE = 90.0
MOST_PLACES = 10
PLACE_LEVEL = "兴趣点"
COUNTRY_CODE = "156"
"""In front of the code of a district: the search's own way of naming an area."""

FOUND, NOTHING = "0", "101"
SEARCH_DONE = "1000"
NO_POSITIONS = frozenset({"2", "3", "4", "5"})
"""Kinds of search result that hold no places: statistics, an area, suggestions, bus lines."""

KEY_REFUSED = frozenset({"301001", "308011"})
_TOO_FAST_WORDS = ("频繁", "QPS", "并发", "过快")
_QUOTA_WORDS = ("超限", "配额", "上限", "次数")
_KEY_WORDS = ("key", "Key", "KEY", "密钥", "权限", "白名单")


def tianditu(key: str) -> Service:
    """Return Tianditu with the key of a user."""

    def request(what: str, path: str, params: Mapping[str, str]) -> ServiceRequest:
        return ServiceRequest(
            service=ID,
            label=LABEL,
            what=what,
            url=HOST + path,
            params=params,
            secret_params={"tk": key},
            per_second=PER_SECOND,
        )

    def geocode(question: Question) -> ServiceRequest:
        return request("geocode", "/geocoder", {"ds": _compact({"keyWord": question.address})})

    def places(question: Question) -> ServiceRequest:
        query = {
            "keyWord": question.name,
            "queryType": 12,
            "specify": COUNTRY_CODE + question.adcode,
            "start": 0,
            "count": MOST_PLACES,
        }
        return request("places", "/v2/search", {"postStr": _compact(query), "type": "query"})

    asks = (Ask(geocode, read_geocode, "地理编码"), Ask(places, read_places, "地名搜索"))
    return Service(ID, LABEL, Datum.CGCS2000, asks)


def read_geocode(text: str) -> tuple[Candidate, ...]:
    """Read an answer of ``/geocoder``; it gives one position, and no name but the one asked for."""
    answer = read_object(text, label=LABEL)
    status = text_in(answer.get("status"))
    if status == NOTHING:
        return ()
    if status != FOUND:
        raise _error(answer)
    found = object_in(answer.get("location"), label=LABEL, field="location")
    lon, lat = position_in(found.get("lon"), found.get("lat"), datum=Datum.CGCS2000, label=LABEL)
    level = text_in(found.get("level")) or ""
    worth, refusal = grade(level)
    score = number_in(found.get("score"))
    if refusal is None and (score is None or score < MIN_SCORE):
        refusal = "low_confidence"
    return (Candidate(None, lon, lat, level, worth, refusal),)


def read_places(text: str) -> tuple[Candidate, ...]:
    """Read an answer of ``/v2/search``."""
    answer = read_object(text, label=LABEL)
    status = answer.get("status")
    if not isinstance(status, dict) or text_in(status.get("infocode")) != SEARCH_DONE:
        raise _error(answer)
    if text_in(answer.get("resultType")) in NO_POSITIONS or "pois" not in answer:
        return ()
    found = objects_in(answer["pois"], label=LABEL, field="pois")
    return tuple(_place(place) for place in found)


def _place(found: Mapping[str, object]) -> Candidate:
    lon, lat = pair_in(found.get("lonlat"), datum=Datum.CGCS2000, label=LABEL)
    return Candidate(text_in(found.get("name")) or "", lon, lat, PLACE_LEVEL, SITE)


def _error(answer: Mapping[str, object]) -> Exception:
    """Return what an answer with a bad status means."""
    status = answer.get("status")
    inner = status if isinstance(status, dict) else {}
    code = text_in(answer.get("code")) or text_in(inner.get("infocode")) or text_in(status) or "no status"
    said = text_in(answer.get("msg")) or text_in(answer.get("message")) or text_in(inner.get("cndesc")) or ""
    words = f"{said}{text_in(answer.get('resolve')) or ''}"
    where = own_words(LABEL, code, said)
    if any(word in words for word in _TOO_FAST_WORDS):
        return ServiceUnavailableError(f"{where}: was asked too fast")
    if any(word in words for word in _QUOTA_WORDS):
        return ServiceRefusedError(
            describe(where=where, what="the quota is spent", remedy="ask on when it is renewed")
        )
    if code in KEY_REFUSED or any(word in words for word in _KEY_WORDS):
        remedy = "set PLANMAP_TIANDITU_KEY to a key for servers (服务器端)"
        return ServiceRefusedError(describe(where=where, what="refuses the key", remedy=remedy))
    return ServiceAnswerError(
        describe(where=where, what="does not take the question", remedy="look the name up by hand")
    )


def _compact(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
