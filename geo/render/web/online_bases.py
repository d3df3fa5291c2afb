"""Online bases as a page holds them, and the hosts that it then may ask for pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.model import OnlineBase
    from geo.render.web.embed import Json


def online_base_record(base: OnlineBase) -> dict[str, Json]:
    """Return an online base for the page's scripts."""
    return {
        "id": base.id,
        "name": base.name,
        "datum": str(base.datum),
        "addresses": list(base.addresses),
        "subdomains": list(base.subdomains),
        "maxZoom": base.max_zoom,
        "attribution": base.attribution,
    }


def tile_hosts(bases: Iterable[OnlineBase]) -> tuple[str, ...]:
    """Return the origins of all tiles, sorted: ``https://t0.tiles.example``."""
    return tuple(sorted({host for base in bases for host in _hosts_of(base)}))


def _hosts_of(base: OnlineBase) -> Iterable[str]:
    for address in base.addresses:
        for subdomain in base.subdomains or ("",):
            parts = urlsplit(address.replace("{s}", subdomain))
            yield f"{parts.scheme}://{parts.netloc}"
