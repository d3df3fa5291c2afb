"""Read places from a GeoJSON file, a feature at a time, so that memory does not grow with the file."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.errors import LayerError, describe
from geo.io.gazetteer.columns import choose_columns, split_names
from geo.io.gazetteer.kinds import read_kinds
from geo.io.gazetteer.rows import BATCH, PlaceRows, RowSource, SkippedRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from numpy.typing import NDArray

    from geo.io.gazetteer.columns import NameColumns

    Json = dict[str, Any]

_CHUNK = 1 << 20
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_CRS = re.compile(r'"crs"\s*:\s*(?=\{)')
_SEPARATOR = re.compile(r"[\s,]*")
_SAMPLE = 1000


def open_features(path: Path, *, name_column: str | None) -> RowSource:
    """Open a GeoJSON FeatureCollection whose members before ``features`` take no more than a megabyte.

    The usual columns are sought among the properties of the first thousand features.

    Raises
    ------
    LayerError
        The file is no FeatureCollection, is broken, or has no property with names.
    """
    where = path.as_posix()
    sample = list(islice(_features(path), _SAMPLE))
    found = dict.fromkeys(key for feature in sample for key in feature.get("properties") or {})
    columns = choose_columns(list(found), stated=name_column, where=where)
    skipped = SkippedRows()
    batches = _batches(_features(path), columns=columns)
    return RowSource(declared=_declared_crs(path), batches=batches, skipped=skipped)


def _batches(features: Iterator[Json], *, columns: NameColumns) -> Iterator[PlaceRows]:
    first = 1
    while batch := list(islice(features, BATCH)):
        yield _places(batch, columns=columns, first=first)
        first += len(batch)


def _places(features: Sequence[Json], *, columns: NameColumns, first: int) -> PlaceRows:
    kinds = read_kinds()
    rows = [feature.get("properties") or {} for feature in features]
    names = [_text(row.get(columns.name)) for row in rows]
    words = [_text(row.get(columns.kind)) if columns.kind else "" for row in rows]
    return PlaceRows(
        labels=[f"feature {number}" for number in range(first, first + len(features))],
        names=names,
        aliases=[split_names(*(row.get(column) for column in columns.aliases)) for row in rows],
        kinds=[kinds.kind_of(name, word=word) for name, word in zip(names, words, strict=True)],
        shapes=_shapes([feature.get("geometry") for feature in features]),
    )


def _shapes(geometries: Sequence[object]) -> NDArray[np.object_]:
    """Return geometries; None where one is null or is none."""
    texts = np.array([json.dumps(geometry) for geometry in geometries], dtype=object)
    texts[texts == "null"] = None
    shapes: NDArray[np.object_] = shapely.from_geojson(texts, on_invalid="ignore")
    return shapes


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _features(path: Path) -> Iterator[Json]:
    """Yield the features of a collection, parsing no more than one at a time."""
    where = path.as_posix()
    try:
        with path.open(encoding="utf-8-sig") as file:
            parts = _Parts(file, _after_opening(file, where=where))
            number = 1
            while (feature := parts.take(where=f"{where}: feature {number}")) is not None:
                if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
                    raise _broken(f"{where}: feature {number}", "is no Feature")
                yield feature
                number += 1
    except UnicodeDecodeError as error:
        raise _broken(where, "is not UTF-8") from error


class _Parts:
    """The members of a JSON list, parsed one at a time from as much of the file as they need."""

    def __init__(self, file: TextIO, start: str) -> None:
        self._file, self._text, self._at = file, start, 0
        self._decoder = json.JSONDecoder()

    def take(self, *, where: str) -> object:
        """Return the next member; None after the last one."""
        while True:
            separator = _SEPARATOR.match(self._text, self._at)
            self._at = separator.end() if separator else self._at
            if self._text.startswith("]", self._at):
                return None
            try:
                member, self._at = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._read_on():
                    raise _broken(where, f"is no JSON: {error.msg}") from error
                continue
            return member

    def _read_on(self) -> bool:
        rest = self._text[self._at :]
        more = self._file.read(max(_CHUNK, len(rest)))
        self._text, self._at = rest + more, 0
        return bool(more)


def _after_opening(file: TextIO, *, where: str) -> str:
    """Return the text after ``"features": [``."""
    start = file.read(_CHUNK)
    opening = _FEATURES.search(start)
    if opening is None:
        raise _broken(where, "is no FeatureCollection")
    return start[opening.end() :]


def _declared_crs(path: Path) -> str | None:
    """Return the name in a ``crs`` member before the features, which RFC 7946 has removed."""
    with path.open(encoding="utf-8-sig") as file:
        start = file.read(_CHUNK)
    features = _FEATURES.search(start)
    member = _CRS.search(start, 0, features.start() if features else len(start))
    if member is None:
        return None
    try:
        crs, _ = json.JSONDecoder().raw_decode(start, member.end())
    except json.JSONDecodeError:
        return None
    properties = crs.get("properties")
    name = properties.get("name") if isinstance(properties, dict) else None
    return name if isinstance(name, str) else None


def _broken(where: str, what: str) -> LayerError:
    return LayerError(describe(where=where, what=what, remedy="save it as GeoJSON from QGIS"))
