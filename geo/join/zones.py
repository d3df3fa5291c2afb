"""Give each task its page: a management zone's, or that of the whole district."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from geo.model import Settings, ZoneSetting

if TYPE_CHECKING:
    from collections.abc import Iterable

_ZONE_ID = re.compile(r"Z-(\d+)", re.ASCII)


def zone_key(name: str) -> str:
    """Return a zone's name with width folded and spaces dropped; two names of one key are one zone."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def zone_names(zone: ZoneSetting) -> frozenset[str]:
    """Return the keys of a zone's name and aliases."""
    return frozenset(map(zone_key, (zone.name, *zone.aliases)))


def zones_of_tasks(task_zones: Iterable[str], *, settings: Settings) -> tuple[ZoneSetting, ...]:
    """Return the zones of planmap.toml, then those that only the tasks name.

    A zone that is not configured gets the next free id after the configured ones, in the order of
    `task_zones`; the district itself is such a zone, too.
    """
    zones = list(settings.zones)
    for name in task_zones:
        if not any(zone_key(name) in zone_names(zone) for zone in zones):
            zones.append(ZoneSetting(id=_next_id(zones), name=name, title=name))
    return tuple(zones)


def find_zone(name: str, zones: Iterable[ZoneSetting]) -> ZoneSetting | None:
    """Return the first zone of that name or alias."""
    return next((zone for zone in zones if zone_key(name) in zone_names(zone)), None)


def is_district(zone: ZoneSetting, settings: Settings) -> bool:
    """Say whether a zone stands for the whole district."""
    return zone_key(settings.district) in zone_names(zone)


def _next_id(zones: Iterable[ZoneSetting]) -> str:
    numbers = [int(match[1]) for zone in zones if (match := _ZONE_ID.fullmatch(zone.id))]
    return f"Z-{max(numbers, default=0) + 1:02d}"
