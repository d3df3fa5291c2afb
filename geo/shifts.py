"""Shift positions as GCJ-02 and BD-09 do, and undo the shifts exactly.

The parameters of GCJ-02 were never published; the constants below are those that every open
implementation shares (googollee/eviltransform, wandergis/coordtransform, hujiulong/gcoord), on the
Krasovsky 1940 ellipsoid. BD-09 is GCJ-02 with a second shift, with the constants of the same sources.

Those sources undo a shift by subtracting it once and are 1 to 2 m off. Here the inverse is found by
Newton's method. The shifts bend by less than 1 degree a square degree, so that a first step from within
700 m leaves less than 1 m, and a second one less than 3e-7 m.

The angles of GCJ-02's waves are multiples of two of them, so that two sines and two cosines an axis give
all twelve waves and their slopes. Positions go in blocks that fit the processor's cache, the blocks to as
many threads as there are processors (numpy lets go of Python's lock); neither changes a result.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from geo.model import Bd09, Gcj02, Wgs84

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from geo.model import Degrees

    Numbers = NDArray[np.float64]
    Pair = tuple[Numbers, Numbers]
    Slopes = tuple[Numbers, Numbers, Numbers, Numbers]

KRASOVSKY_SEMI_MAJOR_M = 6378245.0
KRASOVSKY_ECCENTRICITY_SQUARED = 0.00669342162296594323

GCJ02_WEST, GCJ02_EAST = 72.004, 137.8347
GCJ02_SOUTH, GCJ02_NORTH = 0.8293, 55.8271
GCJ02_LARGEST_SHIFT_DEG = 0.05
_CENTRE = (106.0, 35.0)
"""Where the positions that are not shifted are taken to be, so that they disturb no iteration."""

BD09_OFFSET_LON, BD09_OFFSET_LAT = 0.0065, 0.006
BD09_WAVE = np.pi * 3000.0 / 180.0

_BLOCK = 8192
_WORTH_A_THREAD = 8 * _BLOCK
_MOST_THREADS = 8

_ROOT_MERIDIAN = 105.0
_ROOT_REACH_DEG = 0.02
"""Twice what a shift can move a position there."""
_LEAST_ROOT = 0.1
"""Of half of that reach: nearer, the slope of the root at the start says nothing of the end."""
_ROOT_ROUNDS = 6
"""Of the fixed-point iteration, each of which gains nearly two digits."""
_RADIAN = np.pi / 180.0


def wgs84_to_gcj02(lonlat: Wgs84) -> Gcj02:
    """Shift WGS 84 to GCJ-02; outside China's rectangle GCJ-02 is WGS 84.

    The rectangle (72.004 to 137.8347 E, 0.8293 to 55.8271 N) is the border rule of every open
    implementation. It is not the state's border: Seoul and Ulaanbaatar are shifted, too.
    """
    return Gcj02(_in_blocks(_to_gcj02, lonlat))


def gcj02_to_wgs84(lonlat: Gcj02) -> Wgs84:
    """Undo :func:`wgs84_to_gcj02` exactly, save within 1 km of the rectangle's own edge.

    There two WGS 84 positions, one on each side, share a GCJ-02 position; the inner one is given.
    """
    return Wgs84(_in_blocks(_from_gcj02, lonlat))


def gcj02_to_bd09(lonlat: Gcj02) -> Bd09:
    """Shift GCJ-02 to BD-09."""
    return Bd09(_in_blocks(_to_bd09, lonlat))


def bd09_to_gcj02(lonlat: Bd09) -> Gcj02:
    """Undo :func:`gcj02_to_bd09` exactly."""
    return Gcj02(_in_blocks(_from_bd09, lonlat))


def _in_blocks(convert: Callable[[Numbers, Numbers], Pair], lonlat: Degrees) -> Degrees:
    """Apply a function of longitudes and latitudes to positions, shape (n, 2), a block at a time."""
    converted = np.empty_like(lonlat)

    def fill(start: int) -> None:
        block = slice(start, start + _BLOCK)
        lon, lat = convert(lonlat[block, 0].copy(), lonlat[block, 1].copy())
        converted[block, 0], converted[block, 1] = lon, lat

    starts = range(0, len(lonlat), _BLOCK)
    threads = min(os.cpu_count() or 1, _MOST_THREADS)
    if len(lonlat) < _WORTH_A_THREAD or threads == 1:
        for start in starts:
            fill(start)
        return converted
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(fill, starts):
            pass
    return converted


# --- GCJ-02 --------------------------------------------------------------------------------------


def _to_gcj02(lon: Numbers, lat: Numbers) -> Pair:
    inside = _inside_china(lon, lat)
    (east, north), _ = _gcj02_shift(lon, lat)
    return np.where(inside, lon + east, lon), np.where(inside, lat + north, lat)


def _from_gcj02(lon: Numbers, lat: Numbers) -> Pair:
    near = _inside_china(lon, lat, margin_deg=GCJ02_LARGEST_SHIFT_DEG)
    # Far outside the shift's polynomial grows and the iteration would run away.
    shifted = np.where(near, lon, _CENTRE[0]), np.where(near, lat, _CENTRE[1])
    unshifted = _undo(_gcj02_shift, shifted, start=shifted)
    _settle_at_the_root(shifted, unshifted)
    given = near & _inside_china(*unshifted)
    return np.where(given, unshifted[0], lon), np.where(given, unshifted[1], lat)


def _inside_china(lon: Numbers, lat: Numbers, *, margin_deg: float = 0.0) -> NDArray[np.bool_]:
    """Tell which positions lie in the rectangle of GCJ-02."""
    inside: NDArray[np.bool_] = (
        (lon >= GCJ02_WEST - margin_deg)
        & (lon <= GCJ02_EAST + margin_deg)
        & (lat >= GCJ02_SOUTH - margin_deg)
        & (lat <= GCJ02_NORTH + margin_deg)
    )
    return inside


def _settle_at_the_root(shifted: Pair, unshifted: Pair) -> None:
    """Go on near 105 E, where the square root of the distance to it is too steep for Newton's method."""
    steep = np.abs(unshifted[0] - _ROOT_MERIDIAN) < _ROOT_REACH_DEG
    if not steep.any():
        return
    goal = shifted[0][steep], shifted[1][steep]
    lon, lat = unshifted[0][steep], unshifted[1][steep]
    for _ in range(_ROOT_ROUNDS):
        (east, north), _ = _gcj02_shift(lon, lat)
        lon, lat = goal[0] - east, goal[1] - north
    unshifted[0][steep], unshifted[1][steep] = lon, lat


def _gcj02_shift(lon: Numbers, lat: Numbers) -> tuple[Pair, Callable[[], Slopes]]:
    """Return what GCJ-02 adds to WGS 84, in degrees, and a function that gives its slopes.

    Everything is as if it were inside the rectangle. The slopes are d east / d lon, d east / d lat,
    d north / d lon, d north / d lat; where they change nothing in the inverse, small terms are left out.
    """
    x, y = lon - _ROOT_MERIDIAN, lat - 35.0
    root = np.sqrt(np.abs(x))
    along, across = _Waves(x), _Waves(y)
    ripple = 20.0 * (along.sines[3] + along.sines[4])
    east_m = 300.0 + x + 2.0 * y + 0.1 * (x * (x + y) + root)
    east_m += (ripple + along.sum(150.0, 300.0)) * (2.0 / 3.0)
    north_m = -100.0 + 2.0 * x + 3.0 * y + 0.2 * (y * y + root) + 0.1 * x * y
    north_m += (ripple + across.sum(160.0, 320.0)) * (2.0 / 3.0)
    sine, cosine = np.sin(lat * _RADIAN), np.cos(lat * _RADIAN)
    flattening = 1.0 - KRASOVSKY_ECCENTRICITY_SQUARED * sine * sine
    bow = np.sqrt(flattening)
    a_lon = bow / (cosine * (KRASOVSKY_SEMI_MAJOR_M * _RADIAN))
    a_lat = bow * flattening / (KRASOVSKY_SEMI_MAJOR_M * (1.0 - KRASOVSKY_ECCENTRICITY_SQUARED) * _RADIAN)
    east, north = east_m * a_lon, north_m * a_lat

    def slopes() -> Slopes:
        at_root = np.copysign(0.05 / np.maximum(root, _LEAST_ROOT), x)
        rippling = (along.cosines[3] * 2.0 + along.cosines[4] * 6.0) * 20.0
        return (
            a_lon
            * (1.0 + 0.2 * x + 0.1 * y + at_root + _WAVE_SLOPE * (rippling + along.slope(150.0, 300.0))),
            a_lon * (2.0 + 0.1 * x) + east * _RADIAN * sine / cosine,
            a_lat * (2.0 + 0.1 * y + 2.0 * at_root + _WAVE_SLOPE * rippling),
            a_lat * (3.0 + 0.4 * y + 0.1 * x + _WAVE_SLOPE * across.slope(160.0, 320.0)),
        )

    return (east, north), slopes


_WAVE_SLOPE = np.pi * 2.0 / 3.0


class _Waves:
    """Sines and cosines of an axis: of pi times x over 12, over 3, x, 2 x, 6 x, and x over 30."""

    __slots__ = ("cosines", "sines")

    def __init__(self, x: Numbers) -> None:
        twelfth, thirtieth = x * (np.pi / 12.0), x * (np.pi / 30.0)
        first = np.sin(twelfth), np.cos(twelfth)
        third = _doubled(*_doubled(*first))
        whole = _tripled(*third)
        double = _doubled(*whole)
        waves = (first, third, whole, double, _tripled(*double), (np.sin(thirtieth), np.cos(thirtieth)))
        self.sines = tuple(sine for sine, _ in waves)
        self.cosines = tuple(cosine for _, cosine in waves)

    def sum(self, long: float, longest: float) -> Numbers:
        """Return the waves that are the axis's own, with the heights of the two long ones."""
        first, third, whole, _, _, thirtieth = self.sines
        return 20.0 * whole + 40.0 * third + long * first + longest * thirtieth

    def slope(self, long: float, longest: float) -> Numbers:
        """Return the slope of :meth:`sum` over pi."""
        first, third, whole, _, _, thirtieth = self.cosines
        return 20.0 * whole + 40.0 / 3.0 * third + long / 12.0 * first + longest / 30.0 * thirtieth


def _doubled(sine: Numbers, cosine: Numbers) -> Pair:
    return 2.0 * sine * cosine, 1.0 - 2.0 * sine * sine


def _tripled(sine: Numbers, cosine: Numbers) -> Pair:
    return sine * (3.0 - 4.0 * sine * sine), cosine * (4.0 * cosine * cosine - 3.0)


# --- BD-09 ---------------------------------------------------------------------------------------


def _to_bd09(lon: Numbers, lat: Numbers) -> Pair:
    (east, north), _ = _bd09_shift(lon, lat)
    return lon + east, lat + north


def _from_bd09(lon: Numbers, lat: Numbers) -> Pair:
    start = lon - BD09_OFFSET_LON, lat - BD09_OFFSET_LAT
    return _undo(_bd09_shift, (lon, lat), start=start)


def _bd09_shift(lon: Numbers, lat: Numbers) -> tuple[Pair, Callable[[], Slopes]]:
    """Return what BD-09 adds to GCJ-02, in degrees, and a function that gives its slopes.

    The published formula adds a wave to the radius and another to the angle of the position in polar
    form. Adding the angle is a rotation, which needs no angle: its sine and cosine by their series are
    exact for 0.000003.
    """
    wave_lon, wave_lat = lon * BD09_WAVE, lat * BD09_WAVE
    radius = np.hypot(lon, lat)
    turn = 0.000003 * np.cos(wave_lon)
    grown = 0.00002 * np.sin(wave_lat) / np.where(radius > 0.0, radius, 1.0)
    half_square = turn * turn * 0.5
    swing = turn - turn * half_square / 3.0
    east = lon * (grown - half_square) - lat * swing
    north = lat * (grown - half_square) + lon * swing
    east += grown * (east - lon * grown) + BD09_OFFSET_LON
    north += grown * (north - lat * grown) + BD09_OFFSET_LAT

    def slopes() -> Slopes:
        turning = -0.000003 * BD09_WAVE * np.sin(wave_lon)
        growing = 0.00002 * BD09_WAVE * np.cos(wave_lat) / np.where(radius > 0.0, radius, 1.0)
        return grown - lat * turning, lon * growing - turn, turn + lon * turning, grown + lat * growing

    return (east, north), slopes


# --- Newton's method -----------------------------------------------------------------------------


def _undo(
    shift: Callable[[Numbers, Numbers], tuple[Pair, Callable[[], Slopes]]], shifted: Pair, *, start: Pair
) -> Pair:
    """Solve ``x + shift(x) = shifted`` with two steps of Newton's method."""
    lon, lat = start
    for _ in range(2):
        (east, north), slopes = shift(lon, lat)
        east_east, east_north, north_east, north_north = slopes()
        rest_east, rest_north = shifted[0] - lon - east, shifted[1] - lat - north
        east_east, north_north = east_east + 1.0, north_north + 1.0
        determinant = east_east * north_north - east_north * north_east
        lon = lon + (north_north * rest_east - east_north * rest_north) / determinant
        lat = lat + (east_east * rest_north - north_east * rest_east) / determinant
    return lon, lat
