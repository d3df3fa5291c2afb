"""The geocoding services that the environment has keys for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import SettingsError, describe
from geo.geocode.services.amap import amap
from geo.geocode.services.baidu import baidu
from geo.geocode.services.nominatim import ADDRESS_VARIABLE, own_nominatim, public_nominatim
from geo.geocode.services.tianditu import tianditu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.geocode.services.contract import Service

WITH_KEY = {"PLANMAP_AMAP_KEY": amap, "PLANMAP_TIANDITU_KEY": tianditu, "PLANMAP_BAIDU_KEY": baidu}
"""By the variable that holds the key, in the order in which they are asked."""


def services_from(environment: Mapping[str, str]) -> tuple[Service, ...]:
    """Return the services that can be asked: those with a key, then one's own Nominatim or the public one.

    Raises
    ------
    SettingsError
        A key or an address has a form that none has; the message does not show it.
    """
    keyed = [make(_key(environment, name)) for name, make in WITH_KEY.items() if environment.get(name)]
    address = environment.get(ADDRESS_VARIABLE, "").strip()
    return (*keyed, own_nominatim(address) if address else public_nominatim())


def _key(environment: Mapping[str, str], name: str) -> str:
    key = environment[name].strip()
    if not key.isascii() or not key.isprintable() or not key or " " in key:
        what = "holds what is no key"
        raise SettingsError(describe(where=name, what=what, remedy="set it to the key alone, or unset it"))
    return key
