"""Ask Amap (高德): geocoding and, for what has a name but no address, places by keyword.

Contract: lbs.amap.com/api/webservice/guide/api/georegeo and .../search, codes in .../tools/info. An error
is HTTP 200 with ``status`` "0" and an ``infocode``; a field without a value is ``[]``; positions are
"lon,lat" in GCJ-02. Where the list of codes and common lore differ, the list counts: 20003 is an unknown
error of the server and no wrong parameter, 10044 is the day's quota of the account, 10010 (an address
that asked too often) does not end by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import ServiceAnswerError, ServiceRefusedError, ServiceUnavailableError, describe
from geo.geocode.services.contract import (
    Ask,
    Candidate,
    Question,
    Service,
    objects_in,
    own_words,
    pair_in,
    read_object,
    text_in,
)
from geo.geocode.services.levels import BRIDGE, CROSSING, ROAD, SITE, TUNNEL, grade
from geo.model import Datum, ServiceRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

ID = "amap"
LABEL = "高德 Amap"
HOST = "https://restapi.amap.com"
PER_SECOND = 3.0
"""Free keys are limited to three requests a second and interface."""
MOST_PLACES = 10
PLACE_LEVEL = "兴趣点"
WAYS_BY_TYPE = {
    **dict.fromkeys(("190301", "190308", "190309", "190310"), ("道路名", ROAD)),
    "190302": ("路口名", CROSSING),
    **dict.fromkeys(("190306", "190307"), ("桥", BRIDGE)),
    "190311": ("隧道", TUNNEL),
}
"""Places that are ways, by ``typecode`` (Amap's table of POI codes, 交通地名)."""

TOO_FAST = frozenset({"10004", "10014", "10015", "10019", "10020", "10021", "10022", "10023"})
SERVER_AT_FAULT = frozenset({"10016", "10017", "20003"})
MINUTE_S = 60.0
"""10004 is lifted with the next minute."""
QUOTA_SPENT = frozenset({"10003", "10010", "10029", "10044", "10045", "40000", "40002", "40003"})
KEY_REFUSED = frozenset(
    {
        "10001",
        "10002",
        "10005",
        "10006",
        "10007",
        "10008",
        "10009",
        "10011",
        "10012",
        "10013",
        "10026",
        "10041",
    }
)


def amap(key: str) -> Service:
    """Return Amap with the key of a user."""

    def request(what: str, path: str, params: Mapping[str, str]) -> ServiceRequest:
        return ServiceRequest(
            service=ID,
            label=LABEL,
            what=what,
            url=HOST + path,
            params={**params, "output": "JSON"},
            secret_params={"key": key},
            per_second=PER_SECOND,
        )

    def geocode(question: Question) -> ServiceRequest:
        params = {"address": question.address, "city": question.city}
        return request("geocode", "/v3/geocode/geo", params)

    def places(question: Question) -> ServiceRequest:
        params = {"keywords": question.name, "city": question.adcode, "citylimit": "true"}
        return request("places", "/v3/place/text", {**params, "offset": str(MOST_PLACES), "page": "1"})

    asks = (Ask(geocode, read_geocodes, "地理编码"), Ask(places, read_places, "地点搜索"))
    return Service(ID, LABEL, Datum.GCJ02, asks)


def read_geocodes(text: str) -> tuple[Candidate, ...]:
    """Read an answer of ``/v3/geocode/geo``; the name is the whole formatted address."""
    answer = _read_answer(text)
    return tuple(_geocode(found) for found in _listed(answer, "geocodes"))


def read_places(text: str) -> tuple[Candidate, ...]:
    """Read an answer of ``/v3/place/text``."""
    answer = _read_answer(text)
    return tuple(_place(found) for found in _listed(answer, "pois") if text_in(found.get("location")))


def _geocode(found: Mapping[str, object]) -> Candidate:
    lon, lat = pair_in(found.get("location"), datum=Datum.GCJ02, label=LABEL)
    level = text_in(found.get("level")) or "未知"
    worth, refusal = grade(level)
    return Candidate(text_in(found.get("formatted_address")), lon, lat, level, worth, refusal)


def _place(found: Mapping[str, object]) -> Candidate:
    lon, lat = pair_in(found.get("location"), datum=Datum.GCJ02, label=LABEL)
    level, worth = WAYS_BY_TYPE.get(text_in(found.get("typecode")) or "", (PLACE_LEVEL, SITE))
    return Candidate(text_in(found.get("name")) or "", lon, lat, level, worth)


def _listed(answer: Mapping[str, object], field: str) -> list[Mapping[str, object]]:
    return objects_in(answer.get(field), label=LABEL, field=field)


def _read_answer(text: str) -> Mapping[str, object]:
    """Return an answer whose own status is good."""
    answer = read_object(text, label=LABEL)
    if text_in(answer.get("status")) == "1":
        return answer
    code = text_in(answer.get("infocode")) or "no infocode"
    where = own_words(LABEL, code, answer.get("info"))
    if code in KEY_REFUSED:
        raise ServiceRefusedError(
            describe(where=where, what="refuses the key", remedy="set PLANMAP_AMAP_KEY to a key for Web服务")
        )
    if code in QUOTA_SPENT:
        raise ServiceRefusedError(
            describe(where=where, what="the quota is spent", remedy="ask on when it is renewed")
        )
    if code in TOO_FAST:
        wait_s = MINUTE_S if code == "10004" else None
        raise ServiceUnavailableError(f"{where}: was asked too fast", wait_s=wait_s)
    if code in SERVER_AT_FAULT or code.startswith("300"):
        raise ServiceUnavailableError(f"{where}: has a fault of its own")
    raise ServiceAnswerError(
        describe(where=where, what="does not take the question", remedy="look the name up by hand")
    )
