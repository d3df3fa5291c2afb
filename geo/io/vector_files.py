"""Read and write any vector file as it is, with the columns that it declares: fiona keeps their types.

The layers of a workspace, which have a schema, are the business of :mod:`geo.io.layers`.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fiona
import numpy as np
import shapely
from shapely.geometry import mapping, shape

from geo.crs import WGS84_CRS
from geo.errors import LayerError, MissingFileError, describe
from geo.io.documents import encoding_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

DRIVERS = {".geojson": "GeoJSON", ".json": "GeoJSON", ".gpkg": "GPKG", ".shp": "ESRI Shapefile"}

_NO_CLOCK = "2000-01-01T00:00:00.000Z"
"""What a file says of its last change, so that the same input gives the same bytes."""


@dataclass(frozen=True, slots=True, eq=False)
class VectorFile:
    """The content of a vector file, apart from its format."""

    name: str
    """Layer name."""
    crs: str | None
    """As the file declares it; None where it declares none."""
    fields: Mapping[str, str]
    """Columns in order, with fiona's types."""
    rows: tuple[Mapping[str, object], ...]
    shapes: NDArray[np.object_]
    """Geometries, one a row; None where a row has none."""


def read_vectors(path: Path) -> VectorFile:
    """Return all that a GeoJSON, GeoPackage or Shapefile with one layer holds, in the file's order.

    Raises
    ------
    MissingFileError
        The file is not there.
    LayerError
        It cannot be read, or it holds several layers.
    """
    where = path.as_posix()
    if not path.is_file():
        raise MissingFileError(describe(where=where, what="is not there", remedy="check the path"))
    try:
        layers = fiona.listlayers(path)
        if len(layers) != 1:
            what = f"holds {len(layers)} layers"
            remedy = "save the one you mean as its own file"
            raise LayerError(describe(where=where, what=what, value=", ".join(layers), remedy=remedy))
        return _read_collection(path)
    except (fiona.errors.FionaError, shapely.errors.GEOSException) as error:
        what = f"cannot be read: {error}"
        raise LayerError(
            describe(where=where, what=what, remedy="open it in QGIS and save it again")
        ) from error


def vector_files(vectors: VectorFile, *, suffix: str, crs: str | None) -> dict[str, bytes]:
    """Return the files that hold the content in another format, by their suffixes.

    There is one file, or several for a Shapefile. Whatever the format would cut or change (a
    Shapefile's long names and texts) is refused, not lost.

    Raises
    ------
    LayerError
        The format cannot hold the content.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{vectors.name}{suffix}"
        try:
            _write_collection(path, vectors, crs=crs)
            _refuse_losses(vectors, _read_collection(path), suffix=suffix)
        except (fiona.errors.FionaError, fiona.errors.FionaValueError, RuntimeError) as error:
            raise _cannot_hold(suffix, str(error)) from error
        return {
            file.name.removeprefix(vectors.name): file.read_bytes() for file in sorted(Path(folder).iterdir())
        }


def _read_collection(path: Path) -> VectorFile:
    driver = DRIVERS[path.suffix.lower()]
    options: dict[str, str | None] = {"DATE_AS_STRING": "YES"} if driver == "GeoJSON" else {}
    if driver == "ESRI Shapefile":
        options = {"encoding": shapefile_encoding(path)}
    with fiona.open(path, **options) as source:
        features = list(source)
        return VectorFile(
            name=source.name,
            crs=source.crs.to_wkt() if source.crs else None,
            fields=dict(source.schema["properties"]),
            rows=tuple(dict(feature.properties) for feature in features),
            shapes=_shapes([feature.geometry for feature in features]),
        )


def shapefile_encoding(path: Path) -> str | None:
    """Return the encoding of a Shapefile that names none; None where it names one.

    OGR takes such a file for Latin-1, but those of Chinese offices hold GBK or UTF-8.
    """
    table = path.with_suffix(".dbf")
    if not table.is_file():
        remedy = "copy it with the .shp; a Shapefile is several files"
        raise MissingFileError(describe(where=table.as_posix(), what="is not there", remedy=remedy))
    language = table.read_bytes()[_LANGUAGE_BYTE : _LANGUAGE_BYTE + 1]
    if path.with_suffix(".cpg").exists() or language not in _NO_LANGUAGE:
        return None
    with fiona.open(path, encoding="ISO-8859-1") as source:
        texts = [*source.schema["properties"]]
        texts += [cell for feature in source for cell in feature.properties.values() if isinstance(cell, str)]
    return encoding_of("\n".join(texts).encode("latin-1"), where=path.as_posix()).removesuffix("-sig")


_LANGUAGE_BYTE = 29
"""Where a dBase header names its code page."""
_NO_LANGUAGE = (b"\x00", b"\x57")
"""None, and "ANSI", which ArcGIS writes whatever the code page."""


def _shapes(geometries: list[Any]) -> NDArray[np.object_]:
    shapes = np.empty(len(geometries), dtype=object)
    shapes[:] = [None if geometry is None else shape(geometry) for geometry in geometries]
    return shapes


def _write_collection(path: Path, vectors: VectorFile, *, crs: str | None) -> None:
    driver = DRIVERS[path.suffix.lower()]
    schema = {"geometry": _geometry_type(vectors.shapes, driver=driver), "properties": dict(vectors.fields)}
    options = {}
    if driver == "ESRI Shapefile":
        options = {"encoding": "UTF-8", "DBF_DATE_LAST_UPDATE": _NO_CLOCK[:10]}
    if driver == "GeoJSON" and crs == WGS84_CRS:
        options = {"RFC7946": "YES", "COORDINATE_PRECISION": "9"}
    with (
        fiona.Env(OGR_CURRENT_DATE=_NO_CLOCK),
        fiona.open(path, "w", driver=driver, schema=schema, crs=crs, layer=vectors.name, **options) as sink,
    ):
        sink.writerecords(
            {
                "type": "Feature",
                "geometry": None if geometry is None else mapping(geometry),
                "properties": dict(row),
            }
            for geometry, row in zip(vectors.shapes, vectors.rows, strict=True)
        )


def _geometry_type(shapes: NDArray[np.object_], *, driver: str) -> str:
    kinds = {geometry.geom_type for geometry in shapes if geometry is not None}
    if driver == "ESRI Shapefile":
        kinds = {kind.removeprefix("Multi") if kind != "MultiPoint" else kind for kind in kinds}
    if len(kinds) != 1:
        return "Unknown"
    prefix = "3D " if shapely.has_z(shapes).any() else ""
    return f"{prefix}{kinds.pop()}"


def _refuse_losses(vectors: VectorFile, written: VectorFile, *, suffix: str) -> None:
    """Compare what was written with what should have been."""
    lost = [name for name in vectors.fields if name not in written.fields]
    if lost:
        raise _cannot_hold(suffix, f"column {lost[0]}")
    if len(written.rows) != len(vectors.rows):
        raise _cannot_hold(suffix, f"{len(vectors.rows) - len(written.rows)} of {len(vectors.rows)} rows")
    for number, (before, after) in enumerate(zip(vectors.rows, written.rows, strict=True), start=1):
        changed = [name for name in vectors.fields if before[name] != after[name]]
        if changed:
            raise _cannot_hold(suffix, f"{changed[0]} of row {number}: {before[changed[0]]}")


def _cannot_hold(suffix: str, what: str) -> LayerError:
    return LayerError(
        describe(where=suffix, what=f"this format cannot hold {what}", remedy="convert to .gpkg instead")
    )
