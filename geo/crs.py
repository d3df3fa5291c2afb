"""Convert between the datums of Chinese map services, and to metres on the ground.

A datum (WGS 84, CGCS2000, GCJ-02, BD-09) says what a pair of degrees means; a projection turns
degrees into metres. Both live here and nowhere else: no other module calls ``to_crs`` or pyproj.

GCJ-02 is not a datum in the geodesist's sense but WGS 84 with a smooth shift of 100 to 700 m, and BD-09
is GCJ-02 with a second one: see :mod:`geo.shifts`.

CGCS2000 (EPSG:4490) differs from WGS 84 by centimetres (both follow ITRF; the epochs differ) and is
taken as WGS 84.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import CRS, Proj, Transformer
from pyproj.exceptions import CRSError

from geo.errors import DatumError, describe
from geo.model import Bd09, Datum, Degrees, Gcj02, SpatialReference, Wgs84
from geo.shifts import bd09_to_gcj02, gcj02_to_bd09, gcj02_to_wgs84, wgs84_to_gcj02

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import geopandas as gpd
    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

WGS84_CRS = "EPSG:4326"
CGCS2000_CRS = "EPSG:4490"

DECIMALS = 7
"""Decimals of a position that is written: 1e-7 degrees is 1 cm."""

CIRCLE_VERTICES = 64

_LARGEST = (180.0, 90.0)

# --- Datums --------------------------------------------------------------------------------------


def to_wgs84(lonlat: ArrayLike, *, datum: Datum) -> Wgs84:
    """Return positions of a datum as WGS 84.

    Parameters
    ----------
    lonlat
        Longitude and latitude in degrees, shape (n, 2). NaN stays NaN.
    datum
        What the degrees mean.

    Raises
    ------
    DatumError
        The shape is another, or a value is no degree (projected metres, swapped axes).
    """
    degrees = _degrees(lonlat)
    match datum:
        case Datum.WGS84 | Datum.CGCS2000:
            return Wgs84(degrees)
        case Datum.GCJ02:
            return gcj02_to_wgs84(Gcj02(degrees))
        case Datum.BD09:
            return gcj02_to_wgs84(bd09_to_gcj02(Bd09(degrees)))


def from_wgs84(lonlat: Wgs84, *, datum: Datum) -> Degrees:
    """Return WGS 84 positions, shape (n, 2), as degrees of another datum.

    Raises
    ------
    DatumError
        The shape is another, or a value is no degree.
    """
    degrees = Wgs84(_degrees(lonlat))
    match datum:
        case Datum.WGS84 | Datum.CGCS2000:
            return degrees
        case Datum.GCJ02:
            return wgs84_to_gcj02(degrees)
        case Datum.BD09:
            return gcj02_to_bd09(wgs84_to_gcj02(degrees))


def convert_geometries(frame: gpd.GeoDataFrame, *, datum_from: Datum, datum_to: Datum) -> gpd.GeoDataFrame:
    """Return a copy of a frame in degrees with its geometry moved from one datum to another.

    Rows, order, other columns, heights and the CRS label stay. All vertices go through one
    vectorised call.
    """
    converted = frame.copy()
    converted[frame.geometry.name] = convert_shapes(
        frame.geometry.to_numpy(), datum_from=datum_from, datum_to=datum_to
    )
    return converted.set_geometry(frame.geometry.name, crs=frame.crs)


def convert_shapes(shapes: NDArray[np.object_], *, datum_from: Datum, datum_to: Datum) -> NDArray[np.object_]:
    """Return geometries, shape (n,), moved from one datum to another; heights stay as they are."""

    def convert(lonlat: Degrees) -> Degrees:
        return from_wgs84(to_wgs84(lonlat, datum=datum_from), datum=datum_to)

    return _transform(shapes, convert)


def _degrees(lonlat: ArrayLike) -> Degrees:
    degrees = np.asarray(lonlat, dtype=np.float64)
    if degrees.shape[1:] != (2,):
        raise DatumError(
            describe(
                where="positions",
                what="not an array of longitude and latitude, shape (n, 2)",
                value=f"shape {degrees.shape}",
                remedy="give one row a position",
            )
        )
    largest_lon, largest_lat = _LARGEST
    beyond = (np.abs(degrees[:, 0]) > largest_lon) | (np.abs(degrees[:, 1]) > largest_lat)
    if beyond.any():
        index = int(np.argmax(beyond))
        raise DatumError(
            describe(
                where=f"position {index + 1}",
                what="not longitude and latitude in degrees",
                value=", ".join(f"{number:.10g}" for number in degrees[index]),
                remedy="give longitude first, and name the projection if these are metres",
            )
        )
    return degrees


def _transform(shapes: NDArray[np.object_], convert: Callable[[Degrees], Degrees]) -> NDArray[np.object_]:
    """Apply a conversion of positions to all vertices of geometries, heights untouched."""

    def keep_heights(positions: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack((convert(positions[:, :2]), positions[:, 2:]))

    moved = np.array(shapes, dtype=object)
    for with_heights in (False, True):
        chosen = shapely.has_z(moved) == with_heights
        moved[chosen] = shapely.transform(moved[chosen], keep_heights, include_z=with_heights)
    return moved


# --- Metres --------------------------------------------------------------------------------------


def project(frame: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    """Return a copy of a frame in another CRS, x (east or longitude) first.

    Raises
    ------
    DatumError
        The frame says no CRS, or the one asked for is unknown.
    """
    if frame.crs is None:
        raise DatumError(
            describe(
                where="layer",
                what="has no CRS",
                remedy="say which CRS its coordinates are in before it is projected",
            )
        )
    try:
        return frame.to_crs(crs)
    except CRSError as error:
        raise _unknown_crs(crs) from error


def project_shapes(shapes: NDArray[np.object_], *, crs_from: str, crs_to: str) -> NDArray[np.object_]:
    """Return geometries, shape (n,), from one CRS in another, x first; heights stay as they are."""
    transformer = _transformer(crs_from, crs_to)

    def convert(positions: Degrees) -> Degrees:
        return np.column_stack(transformer.transform(positions[:, 0], positions[:, 1]))

    return _transform(shapes, convert)


def check_ground_crs(crs: str, *, lon: float, lat: float, where: str) -> None:
    """Accept a CRS in which lengths at a position are metres on the ground.

    Parameters
    ----------
    lon, lat
        Position in degrees WGS 84.
    where
        Who names the CRS, for the message.

    Raises
    ------
    DatumError
        The CRS is unknown, is no projection in metres, or stretches lengths there by more than
        MOST_STRETCHED. The zone beside a district's own stays below that.
    """
    remedy = "name the district's own zone, such as EPSG:4547"
    try:
        ground = CRS.from_user_input(crs)
    except CRSError as error:
        raise DatumError(describe(where=where, what="is not known", value=crs, remedy=remedy)) from error
    if not ground.is_projected or any(axis.unit_name != "metre" for axis in ground.axis_info):
        raise DatumError(describe(where=where, what="is no projection in metres", value=crs, remedy=remedy))
    factors = Proj(ground).get_factors(lon, lat)
    stretched = max(abs(factors.meridional_scale - 1.0), abs(factors.parallel_scale - 1.0))
    if not stretched <= MOST_STRETCHED:
        what = f"stretches lengths in the district by {stretched:.1%}"
        raise DatumError(describe(where=where, what=what, value=crs, remedy=remedy))


MOST_STRETCHED = 0.005
"""So far a length on the map may differ from the one on the ground."""


def length_m(frame: gpd.GeoDataFrame, *, crs: str) -> pd.Series[float]:
    """Return the length of each row in metres, measured in a projected CRS such as EPSG:4547."""
    lengths: pd.Series[float] = project(frame, crs).length
    return lengths


def area_m2(frame: gpd.GeoDataFrame, *, crs: str) -> pd.Series[float]:
    """Return the area of each row in square metres, measured in a projected CRS."""
    areas: pd.Series[float] = project(frame, crs).area
    return areas


def gauss_kruger_zone(lon: float) -> str:
    """Return the CGCS2000 3-degree Gauss-Kruger zone of a longitude, as its EPSG code.

    The zones are EPSG:4534 (central meridian 75 E) to EPSG:4554 (135 E), eastings without the
    zone's number in front (EPSG registry).

    >>> gauss_kruger_zone(113.63)
    'EPSG:4547'
    """
    first, last = 4534, 4554
    code = first + int(np.floor((lon + 1.5) / 3.0)) - 25
    if not first <= code <= last:
        raise DatumError(
            describe(
                where="longitude",
                what="lies in no 3-degree zone of CGCS2000 (73.5 to 136.5 E)",
                value=lon,
                remedy="name a projected CRS",
            )
        )
    return f"EPSG:{code}"


def circle(
    lon: ArrayLike,
    lat: ArrayLike,
    radius_m: ArrayLike,
    *,
    crs: str,
    vertices: int = CIRCLE_VERTICES,
) -> NDArray[np.object_]:
    """Return circles true to scale on the ground, as WGS 84 polygons.

    Parameters
    ----------
    lon, lat
        Centres in degrees WGS 84, shape (n,) or one number.
    radius_m
        Radii in metres, shape (n,) or one number; above zero.
    crs
        Projected CRS in which the circle is drawn: the Gauss-Kruger zone of the district.
    vertices
        Corners of each polygon.

    Returns
    -------
    numpy.ndarray
        Polygons, shape (n,), counter-clockwise, 7 decimals. The corners lie on the circle, so that
        64 of them hold 99.8 % of its area.
    """
    lons, lats, radii = (
        np.atleast_1d(values)
        for values in np.broadcast_arrays(
            *(np.asarray(given, dtype=np.float64) for given in (lon, lat, radius_m))
        )
    )
    if not (radii > 0.0).all():
        raise DatumError(
            describe(
                where="circle",
                what="radius is not above zero",
                value=radii[~(radii > 0.0)][0],
                remedy="give the uncertainty in metres",
            )
        )
    ground = _transformer(WGS84_CRS, crs)
    east, north = ground.transform(lons, lats)
    angles = np.linspace(0.0, 2.0 * np.pi, vertices, endpoint=False)
    x = east[:, None] + radii[:, None] * np.cos(angles)
    y = north[:, None] + radii[:, None] * np.sin(angles)
    corners = np.stack(ground.transform(x, y, direction="INVERSE"), axis=-1)
    return np.asarray(shapely.polygons(np.round(corners, DECIMALS)), dtype=object)


def round_lonlat(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return geometries as a layer may hold them: 7 decimals, outer rings counter-clockwise."""
    rounded = shapely.transform(np.asarray(shapes, dtype=object), lambda lonlat: np.round(lonlat, DECIMALS))
    oriented: NDArray[np.object_] = shapely.orient_polygons(rounded, exterior_cw=False)
    return oriented


def is_projected(crs: str) -> bool:
    """Tell whether positions in a CRS are metres, not degrees.

    Raises
    ------
    DatumError
        The CRS is unknown.
    """
    return _crs(crs).is_projected


def code_of(crs: str) -> str:
    """Return the EPSG code of a CRS, or the CRS as it is written where it has none.

    Raises
    ------
    DatumError
        The CRS is unknown.
    """
    code = _crs(crs).to_epsg(_SURE_OF_CODE)
    if code is None and _crs(crs).equals(_crs(WGS84_CRS), ignore_axis_order=True):
        return WGS84_CRS
    return crs if code is None else f"EPSG:{code}"


def spatial_reference(crs: str) -> SpatialReference:
    """Return how programs that know no EPSG codes are told of a CRS.

    Raises
    ------
    DatumError
        The CRS is unknown.
    """
    known = _crs(crs)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "You will likely lose important projection information")
        proj4 = known.to_proj4().removesuffix(" +type=crs")
    code, ellipsoid = known.to_epsg(), known.ellipsoid
    return SpatialReference(
        authid=crs if code is None else f"EPSG:{code}",
        code=code or 0,
        description=known.name,
        proj4=proj4,
        projection=proj4.partition("+proj=")[2].partition(" ")[0],
        ellipsoid=_authid(ellipsoid.to_json_dict()) if ellipsoid else "",
        geographic=known.is_geographic,
    )


def _authid(described: Mapping[str, Any]) -> str:
    """Return the register's id of a part of a CRS; empty where it has none."""
    named = described.get("id", {})
    return f"{named['authority']}:{named['code']}" if named else ""


def contradicts(declared: str, *, stated: Datum | str) -> bool:
    """Tell whether a file's own CRS speaks against what its positions are said to be.

    GCJ-02 and BD-09 have no code, so that files in them are labelled with a geographic CRS, mostly
    EPSG:4326: only a projected one speaks against them.

    Raises
    ------
    DatumError
        One of them is unknown.
    """
    label = _crs(declared)
    if stated in (Datum.GCJ02, Datum.BD09):
        return label.is_projected
    meant = _crs(_CRS_OF_DATUM.get(stated, stated))
    return not label.equals(meant, ignore_axis_order=True) and label.to_epsg(_SURE_OF_CODE) != meant.to_epsg()


_SURE_OF_CODE = 25
"""Least confidence, in percent, with which pyproj may name a code: ArcGIS writes other names than EPSG."""
_CRS_OF_DATUM: dict[str, str] = {Datum.WGS84: WGS84_CRS, Datum.CGCS2000: CGCS2000_CRS}


@lru_cache(maxsize=32)
def _transformer(crs_from: str, crs_to: str) -> Transformer:
    return Transformer.from_crs(_crs(crs_from), _crs(crs_to), always_xy=True)


def _crs(crs: str) -> CRS:
    try:
        return CRS.from_user_input(crs)
    except CRSError as error:
        raise _unknown_crs(crs) from error


def _unknown_crs(crs: str) -> DatumError:
    return DatumError(
        describe(where="CRS", what="not known", value=crs, remedy="give a code such as EPSG:4547")
    )
