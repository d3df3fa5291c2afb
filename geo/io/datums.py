"""Read what a user and a file say of the datum, and never guess it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.crs import (
    CGCS2000_CRS,
    WGS84_CRS,
    code_of,
    contradicts,
    convert_shapes,
    is_projected,
    project_shapes,
)
from geo.errors import DatumError, describe
from geo.model import Datum

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    Convert = Callable[[NDArray[np.object_]], NDArray[np.object_]]

System = Datum | str
"""A datum, or a projection by its EPSG code or WKT."""

_SYSTEMS: dict[str, Datum] = {
    "wgs84": Datum.WGS84,
    "cgcs2000": Datum.CGCS2000,
    "gcj02": Datum.GCJ02,
    "bd09": Datum.BD09,
    WGS84_CRS.lower(): Datum.WGS84,
    CGCS2000_CRS.lower(): Datum.CGCS2000,
}
_QUESTION = (
    "which datum are its positions in? Say so with {option}: wgs84 (GPS, OpenStreetMap), cgcs2000 (surveys "
    "since 2008, Tianditu), gcj02 (Amap, Tencent), bd09 (Baidu), or EPSG:n for metres"
)


def system_of(name: str) -> System:
    """Return the datum or the EPSG code that a name on the command line means.

    Raises
    ------
    DatumError
        The name is not known.
    """
    if name.lower() in _SYSTEMS:
        return _SYSTEMS[name.lower()]
    code = name.upper()
    if not code.startswith("EPSG:"):
        remedy = "give gcj02, bd09, wgs84, cgcs2000 or EPSG:n"
        raise DatumError(describe(where="datum", what="is not known", value=name, remedy=remedy))
    is_projected(code)
    return code


def settle_system(stated: str | None, *, declared: str | None, option: str) -> System:
    """Return the datum of a file from what the user and the file say of it.

    Parameters
    ----------
    stated
        What the user says: ``gcj02``, ``EPSG:4547``. It wins over a label of degrees, because files in GCJ-02
        and BD-09 are labelled as WGS 84.
    declared
        The CRS that the file itself declares.
    option
        The option with which the user says it.

    Raises
    ------
    DatumError
        Neither says it, or one contradicts the other, or one is not known. It is never guessed.
    """
    if stated is not None:
        system = system_of(stated)
        refuse_contradiction(declared, stated=system, option=option)
        return system
    if declared is None:
        remedy = _QUESTION.format(option=option)
        raise DatumError(describe(where="datum", what="the file does not state it", remedy=remedy))
    code = code_of(declared)
    return _SYSTEMS.get(code.lower(), code)


def refuse_contradiction(declared: str | None, *, stated: System, option: str) -> None:
    """Accept a file that declares no CRS, or one that agrees with what the user says.

    Raises
    ------
    DatumError
        They contradict one another.
    """
    if declared is not None and contradicts(declared, stated=stated):
        raise DatumError(
            describe(
                where="declared CRS",
                what=f"contradicts {option} {stated}",
                value=_name_of(declared),
                remedy=f"name with {option} what the file declares, or correct the file",
            )
        )


def converter(stated: System, wanted: System) -> Convert:
    """Return a function that moves geometries from one datum or projection to another."""

    def convert(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
        if stated == wanted:
            return shapes
        datum = stated if isinstance(stated, Datum) else Datum.WGS84
        lonlat = (
            shapes if isinstance(stated, Datum) else project_shapes(shapes, crs_from=stated, crs_to=WGS84_CRS)
        )
        if isinstance(wanted, Datum):
            return convert_shapes(lonlat, datum_from=datum, datum_to=wanted)
        wgs84 = convert_shapes(lonlat, datum_from=datum, datum_to=Datum.WGS84)
        return project_shapes(wgs84, crs_from=WGS84_CRS, crs_to=wanted)

    return convert


def _name_of(crs: str) -> str:
    """Return the name of a CRS that is written as WKT, or what it is written as."""
    return crs.split("[", maxsplit=2)[1].split(",", maxsplit=1)[0].strip('"') if "[" in crs else crs
