"""Ask Nominatim (OpenStreetMap): the public server with care, or one's own.

Contract: nominatim.org/release-docs/latest/api/Search and /Output. Positions are WGS 84 as texts; the
bounding box is south, north, west, east. ``bounded=1`` is no promise: it has let other countries through,
so the district's outline decides (`geo.geocode.online`). A shop may have the name of a road.

The public server is bound by operations.osmfoundation.org/policies/nominatim: one request a second, an
own User-Agent, no bulk. So it is asked for a few names only; who has more runs a server.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import numpy as np

from geo.errors import ServiceAnswerError, SettingsError, describe
from geo.geocode.services.contract import (
    Ask,
    Candidate,
    Question,
    Service,
    number_in,
    objects_in,
    position_in,
    read_json,
    text_in,
)
from geo.geocode.services.levels import ADDRESS, QUARTER, ROAD, SITE, TOWN, VILLAGE, Level
from geo.model import Datum, ServiceRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLIC_ID, OWN_ID = "nominatim", "nominatim-own"
LABEL = "Nominatim (© OpenStreetMap, ODbL)"
PUBLIC_URL = "https://nominatim.openstreetmap.org"
PUBLIC_PER_SECOND = 1.0
PUBLIC_MOST_NAMES = 25
"""More names in one run are bulk geocoding, which the public server forbids."""
MOST_PLACES = 10
ADDRESS_VARIABLE = "PLANMAP_NOMINATIM_URL"

SHOPS = frozenset({"shop", "office", "craft"})
HOUSE_RANK, ROAD_RANK, VILLAGE_RANK, TOWN_RANK = 28, 26, 19, 17
"""Ranks of nominatim.org/release-docs/latest/customize/Ranking: from each on, a thing is as small as that."""


def public_nominatim() -> Service:
    """Return the public server."""
    asks = (_search(PUBLIC_ID, PUBLIC_URL, None, PUBLIC_PER_SECOND),)
    return Service(PUBLIC_ID, LABEL, Datum.WGS84, asks, PUBLIC_MOST_NAMES)


def own_nominatim(address: str) -> Service:
    """Return one's own server: ``https://[user:password@]host[:port][/path]``.

    Raises
    ------
    SettingsError
        The address is none; the message does not show it.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if host is None or parts.scheme not in {"http", "https"} or parts.query or parts.fragment:
        what = "is no address of a server"
        remedy = "write it like https://nominatim.example.org"
        raise SettingsError(describe(where=ADDRESS_VARIABLE, what=what, remedy=remedy))
    netloc = f"[{host}]" if ":" in host else host
    bare = urlunsplit((parts.scheme, f"{netloc}:{port}" if port else netloc, parts.path.rstrip("/"), "", ""))
    login = (parts.username, parts.password or "") if parts.username else None
    return Service(OWN_ID, f"{LABEL}, own server", Datum.WGS84, (_search(OWN_ID, bare, login, None),))


def read_places(text: str) -> tuple[Candidate, ...]:
    """Read an answer of ``/search`` in the format jsonv2."""
    answer = read_json(text, label=LABEL)
    if isinstance(answer, dict):
        said = text_in(answer.get("error")) or "an object"
        remedy = "look the name up by hand"
        raise ServiceAnswerError(describe(where=LABEL, what="does not answer", value=said, remedy=remedy))
    return tuple(_place(found) for found in objects_in(answer, label=LABEL, field="the answer"))


def _search(service: str, base: str, login: tuple[str, str] | None, per_second: float | None) -> Ask:
    def request(question: Question) -> ServiceRequest:
        params = {
            "q": question.name,
            "format": "jsonv2",
            "countrycodes": "cn",
            "viewbox": ",".join(f"{degrees:.5f}" for degrees in question.bounds),
            "bounded": "1",
            "limit": str(MOST_PLACES),
            "accept-language": "zh",
        }
        return ServiceRequest(
            service=service,
            label=LABEL,
            what="places",
            url=f"{base}/search",
            params=params,
            login=login,
            per_second=per_second,
        )

    return Ask(request, read_places, "搜索")


def _place(found: Mapping[str, object]) -> Candidate:
    lon, lat = position_in(found.get("lon"), found.get("lat"), datum=Datum.WGS84, label=LABEL)
    category = text_in(found.get("category")) or ""
    name = text_in(found.get("name")) or (text_in(found.get("display_name")) or "").partition(",")[0]
    level = "/".join(filter(None, (category, text_in(found.get("type")))))
    rank = number_in(found.get("place_rank"))
    worth = _worth(category, rank)
    if worth is None:
        return Candidate(name, lon, lat, level, None, "too_coarse" if rank is not None else "unknown_level")
    return Candidate(name, lon, lat, level, replace(worth, uncertainty_m=_reach_m(found, worth)))


def _worth(category: str, rank: float | None) -> Level | None:
    if rank is None or rank < TOWN_RANK:
        return None
    if category == "highway":
        return ROAD
    if rank >= HOUSE_RANK:
        return (
            replace(SITE, kind="shop") if category in SHOPS else ADDRESS if category == "building" else SITE
        )
    if rank >= ROAD_RANK:
        return QUARTER
    return VILLAGE if rank >= VILLAGE_RANK else TOWN


def _reach_m(found: Mapping[str, object], worth: Level) -> float:
    """Return how far the thing reaches from its point: half its bounding box's diagonal, or its level's."""
    box = found.get("boundingbox")
    edges = [number_in(edge) for edge in box] if isinstance(box, list) else []
    numbers = [edge for edge in edges if edge is not None]
    if len(numbers) != len(("south", "north", "west", "east")):
        return worth.uncertainty_m
    south, north, west, east = numbers
    middle = np.radians((south + north) / 2.0)
    metres = _METRES_A_DEGREE * np.hypot(north - south, (east - west) * np.cos(middle)) / 2.0
    return max(worth.uncertainty_m if worth is not ROAD else ADDRESS.uncertainty_m, float(np.ceil(metres)))


_METRES_A_DEGREE = 111_320.0
"""Of latitude, to 1 %: enough for an uncertainty."""
