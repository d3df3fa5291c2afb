"""Convert a file from one datum or projection to another, everything else untouched.

GeoJSON, GeoPackage and Shapefile are converted into one another, CSV into CSV. A Shapefile that would cut
a name or a text is refused. A GeoJSON that stays one keeps every member as it is, save ``crs`` and ``bbox``,
which would be wrong.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.crs import CGCS2000_CRS, DECIMALS, WGS84_CRS, is_projected
from geo.errors import DatumError, LayerError, MissingFileError, describe
from geo.io.datums import converter, settle_system, system_of
from geo.io.documents import decode_text
from geo.io.layers import parse_json
from geo.io.outputs import write_all
from geo.io.tables import csv_text
from geo.io.vector_files import DRIVERS, read_vectors, vector_files
from geo.model import Datum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from geo.io.datums import Convert, System

_LABELS: dict[str, str | None] = {
    Datum.WGS84: WGS84_CRS,
    Datum.CGCS2000: CGCS2000_CRS,
    Datum.GCJ02: None,
    Datum.BD09: None,
}
"""The CRS that a file in a datum declares; GCJ-02 and BD-09 have no code."""
_METRE_DECIMALS = 4
_OPTION = "--from"
_COLUMN_PAIRS = (("lon", "lat"), ("lng", "lat"), ("longitude", "latitude"), ("经度", "纬度"), ("x", "y"))
JSON_SUFFIXES = tuple(suffix for suffix, driver in DRIVERS.items() if driver == "GeoJSON")


def convert_file(source: Path, target: Path, *, datum_from: str | None, datum_to: str) -> int:
    """Write a file's content in another datum or projection and return the number of its rows.

    Rows, their order and all other columns stay. GeoJSON and CSV get 7 decimals of a degree, 4 of a
    metre. A GeoJSON in GCJ-02 or BD-09 is no RFC 7946 file; it is written because it is asked for.

    Parameters
    ----------
    source, target
        ``.geojson``, ``.json``, ``.gpkg``, ``.shp``, or both ``.csv``. A CSV has the columns lon and lat
        (lng, longitude, 经度 …), or x and y; a row where both are empty stays so. Between degrees and
        metres the columns are renamed to x, y or lon, lat.
    datum_from, datum_to
        ``wgs84``, ``cgcs2000``, ``gcj02``, ``bd09`` or ``EPSG:n``. `datum_from` may be None where the source
        declares its CRS.

    Raises
    ------
    MissingFileError
        The source is not there.
    DatumError
        A datum is unknown, the source declares another, nobody states it, or a position cannot be in it.
    LayerError
        The source is broken, or the target's format cannot hold it.
    OutputError
        The target cannot be written.
    """
    wanted = system_of(datum_to)
    read, write = source.suffix.lower(), target.suffix.lower()
    _check_formats(source, target)
    try:
        if read == ".csv":
            count, content = _convert_table(source, stated=datum_from, wanted=wanted)
            contents = {target: content}
        elif read in JSON_SUFFIXES and write in JSON_SUFFIXES:
            count, content = _convert_json(source, stated=datum_from, wanted=wanted)
            contents = {target: content}
        else:
            count, files = _convert_vectors(source, suffix=write, stated=datum_from, wanted=wanted)
            contents = {target.with_suffix(suffix): content for suffix, content in files.items()}
    except DatumError as error:
        raise DatumError(f"{source.as_posix()}: {error}") from error
    write_all(contents)
    return count


def _check_formats(source: Path, target: Path) -> None:
    known = (*DRIVERS, ".csv")
    for path in (source, target):
        if path.suffix.lower() not in known:
            what = f"is of a format that is not converted ({path.suffix or 'no suffix'})"
            raise LayerError(describe(where=path.as_posix(), what=what, remedy=f"use {', '.join(known)}"))
    if (source.suffix.lower() == ".csv") != (target.suffix.lower() == ".csv"):
        what = f"a table and a layer are not converted into one another ({source.suffix} to {target.suffix})"
        raise LayerError(describe(where=target.as_posix(), what=what, remedy="convert CSV to CSV"))
    if not source.is_file():
        raise MissingFileError(
            describe(where=source.as_posix(), what="is not there", remedy="check the path")
        )


def _label(system: System) -> str | None:
    return _LABELS.get(system, system)


def _in_metres(system: System) -> bool:
    return not isinstance(system, Datum) and is_projected(system)


def _decimals(system: System) -> int:
    return _METRE_DECIMALS if _in_metres(system) else DECIMALS


# --- GeoPackage, Shapefile, and between formats --------------------------------------------------


def _convert_vectors(
    source: Path, *, suffix: str, stated: str | None, wanted: System
) -> tuple[int, dict[str, bytes]]:
    vectors = read_vectors(source)
    declared = declared_in_json(source) if source.suffix.lower() in JSON_SUFFIXES else vectors.crs
    arrived = settle_system(stated, declared=declared, option=_OPTION)
    shapes = converter(arrived, wanted)(vectors.shapes)
    if suffix in JSON_SUFFIXES:
        shapes = _rounded(shapes, decimals=_decimals(wanted))
    files = vector_files(replace(vectors, shapes=shapes), suffix=suffix, crs=_label(wanted))
    return len(shapes), files


def _rounded(shapes: NDArray[np.object_], *, decimals: int) -> NDArray[np.object_]:
    with_heights = bool(shapely.has_z(shapes).any())
    rounded: NDArray[np.object_] = shapely.transform(
        shapes, lambda positions: np.round(positions, decimals), include_z=with_heights
    )
    return rounded


# --- GeoJSON as it is ----------------------------------------------------------------------------


def _convert_json(source: Path, *, stated: str | None, wanted: System) -> tuple[int, bytes]:
    """Return number of features and bytes of a GeoJSON whose positions alone have been changed."""
    document = parse_json(source.read_bytes(), where=source.as_posix())
    arrived = settle_system(stated, declared=_declared_crs(document), option=_OPTION)
    features = document.get("features")
    members = (
        features if document.get("type") == "FeatureCollection" and isinstance(features, list) else [document]
    )
    positions = [position for member in members for position in _positions(member)]
    _convert_positions(positions, converter(arrived, wanted), decimals=_decimals(wanted))
    for member in (document, *members):
        member.pop("bbox", None)
    document.pop("crs", None)
    label = _label(wanted)
    if label not in (None, WGS84_CRS):
        document = {"crs": {"type": "name", "properties": {"name": label}}, **document}
    return len(members), _dump(document).encode()


def _dump(document: dict[str, Any]) -> str:
    """Return JSON with a feature a line."""
    features = document.get("features")
    if not isinstance(features, list):
        return f"{json.dumps(document, ensure_ascii=False)}\n"
    head = json.dumps(
        {key: value for key, value in document.items() if key != "features"}, ensure_ascii=False
    )
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{head[:-1]}, "features": [\n{lines}\n]}}\n'


def declared_in_json(source: Path) -> str | None:
    """Return the CRS that a GeoJSON file declares; None where it declares none.

    Raises
    ------
    LayerError
        It is no JSON.
    """
    return _declared_crs(parse_json(source.read_bytes(), where=source.as_posix()))


def _declared_crs(document: dict[str, Any]) -> str | None:
    """Return the name in a ``crs`` member, which RFC 7946 has removed and many files still have."""
    member = document.get("crs")
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return name if isinstance(name, str) else None


def _positions(member: object) -> Iterator[list[Any]]:
    """Yield the positions of a feature or geometry, as the lists that stand in the document."""
    if not isinstance(member, dict):
        return
    if "geometry" in member:
        yield from _positions(member["geometry"])
    for geometry in member.get("geometries") or []:
        yield from _positions(geometry)
    waiting = [member.get("coordinates")]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, list) or not item:
            continue
        if isinstance(item[0], list):
            waiting.extend(item)
        else:
            yield item


def _convert_positions(positions: list[list[Any]], convert: Convert, *, decimals: int) -> None:
    """Change positions in place, all in one vectorised call; heights stay."""
    if not positions:
        return
    try:
        lonlat = np.array([position[:2] for position in positions], dtype=np.float64)
    except (TypeError, ValueError) as error:
        remedy = "repair the file in QGIS"
        raise LayerError(
            describe(where="coordinates", what=f"are no numbers: {error}", remedy=remedy)
        ) from error
    converted = shapely.get_coordinates(convert(np.asarray(shapely.points(lonlat))))
    for position, pair in zip(positions, np.round(converted, decimals).tolist(), strict=True):
        position[:2] = pair


# --- CSV -----------------------------------------------------------------------------------------


def _convert_table(source: Path, *, stated: str | None, wanted: System) -> tuple[int, bytes]:
    """Return number of rows and bytes of a CSV whose two position columns alone have been changed."""
    arrived = settle_system(stated, declared=None, option=_OPTION)
    where, content = source.as_posix(), source.read_bytes()
    text = decode_text(content, where=where)
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    if not rows:
        raise LayerError(describe(where=where, what="is empty", remedy="write at least the header"))
    header, *rows = rows
    columns = _position_columns(header, where=where)
    placed, pairs = _read_pairs(rows, columns, where=where)
    if len(placed):
        converted = shapely.get_coordinates(converter(arrived, wanted)(np.asarray(shapely.points(pairs))))
        for number, pair in zip(placed, np.round(converted, _decimals(wanted)).tolist(), strict=True):
            for column, value in zip(columns, pair, strict=True):
                rows[number][column] = _number(value)
    if _in_metres(arrived) != _in_metres(wanted):
        header[columns[0]], header[columns[1]] = ("x", "y") if _in_metres(wanted) else ("lon", "lat")
    written = csv_text([header, *rows], line_end="\r\n" if "\r\n" in text else "\n")
    return len(rows), written.encode("utf-8-sig" if _needs_mark(content) else "utf-8")


def _position_columns(header: list[str], *, where: str) -> tuple[int, int]:
    names = [name.strip().lower() for name in header]
    for first, second in _COLUMN_PAIRS:
        if first in names and second in names:
            return names.index(first), names.index(second)
    pairs = ", ".join(f"{first}/{second}" for first, second in _COLUMN_PAIRS)
    what = "has no columns of positions"
    raise LayerError(describe(where=where, what=what, value=", ".join(header), remedy=f"name them {pairs}"))


def _read_pairs(
    rows: list[list[str]], columns: tuple[int, int], *, where: str
) -> tuple[list[int], NDArray[np.float64]]:
    """Return which rows have a position, and the positions."""
    placed: list[int] = []
    pairs: list[tuple[float, float]] = []
    for number, row in enumerate(rows):
        cells = [row[column].strip() if column < len(row) else "" for column in columns]
        if cells == ["", ""]:
            continue
        try:
            pairs.append((float(cells[0]), float(cells[1])))
        except ValueError as error:
            place, value = f"{where}: row {number + 2}", ", ".join(cells)
            remedy = "write two numbers, or leave both empty"
            raise LayerError(
                describe(where=place, what="is no position", value=value, remedy=remedy)
            ) from error
        placed.append(number)
    return placed, np.array(pairs, dtype=np.float64).reshape(-1, 2)


def _number(value: float) -> str:
    return np.format_float_positional(value, trim="-")


def _needs_mark(content: bytes) -> bool:
    """Tell whether a CSV that Excel wrote must keep, or get, a mark to be read by Excel again."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return content.startswith(b"\xef\xbb\xbf")
