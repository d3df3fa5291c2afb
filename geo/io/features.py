"""Read any vector file for looking at it: its columns as they are, its positions in WGS 84."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pyogrio

from geo.crs import WGS84_CRS
from geo.errors import DatumError, LayerError, MissingFileError, describe
from geo.io.convert import JSON_SUFFIXES, declared_in_json
from geo.io.datums import converter, settle_system
from geo.io.vector_files import DRIVERS, shapefile_encoding
from geo.model import Datum

if TYPE_CHECKING:
    from pathlib import Path


def read_features(path: Path, *, layer: str | None = None, datum_from: str | None = None) -> gpd.GeoDataFrame:
    """Return the features of a file in WGS 84 degrees, with all columns.

    Parameters
    ----------
    path
        ``.geojson``, ``.json``, ``.gpkg`` or ``.shp``.
    layer
        Which of several layers.
    datum_from
        As ``convert_file`` takes it; None where the file states its CRS.

    Raises
    ------
    MissingFileError
        The file is not there.
    LayerError
        It cannot be read, or the layer is not named.
    DatumError
        Nobody states the datum, or file and user contradict one another.
    """
    frame = _read_frame(path, layer)
    try:
        if path.suffix.lower() in JSON_SUFFIXES:
            declared = declared_in_json(path)
        else:
            declared = frame.crs.to_wkt() if frame.crs else None
        arrived = settle_system(datum_from, declared=declared, option="--from")
        shapes = converter(arrived, Datum.WGS84)(frame.geometry.to_numpy())
    except DatumError as error:
        raise DatumError(f"{path.as_posix()}: {error}") from error
    return frame.set_geometry(shapes, crs=None).set_crs(WGS84_CRS, allow_override=True)


def _read_frame(path: Path, layer: str | None) -> gpd.GeoDataFrame:
    """Return a layer as it is in the file, whole columns at once, of the types that GDAL finds."""
    where = path.as_posix()
    if not path.is_file():
        raise MissingFileError(describe(where=where, what="is not there", remedy="check the path"))
    if path.suffix.lower() not in DRIVERS:
        remedy = f"give a file that ends in {', '.join(DRIVERS)}"
        raise LayerError(describe(where=where, what="is of no format that has layers", remedy=remedy))
    encoding = shapefile_encoding(path) if path.suffix.lower() == ".shp" else None
    try:
        names = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None or layer == name]
    except pyogrio.errors.DataSourceError as error:
        raise _unreadable(where, error) from error
    chosen = _chosen_layer(names, layer, where)
    try:
        frame = pyogrio.read_dataframe(path, layer=chosen, encoding=encoding)
    except (pyogrio.errors.DataSourceError, ValueError) as error:
        raise _unreadable(where, error) from error
    if not isinstance(frame, gpd.GeoDataFrame):
        remedy = "give a layer with geometries"
        raise LayerError(describe(where=where, what="has no geometries", remedy=remedy))
    return frame


def _chosen_layer(names: list[str], wanted: str | None, where: str) -> str:
    if wanted in names:
        return str(wanted)
    if wanted is None and len(names) == 1:
        return names[0]
    what = f"holds {len(names)} layers" if wanted is None else "has no such layer"
    remedy = f"name with --layer one of {', '.join(names)}" if names else "give a file that holds a layer"
    raise LayerError(describe(where=where, what=what, value=wanted, remedy=remedy))


def _unreadable(where: str, error: Exception) -> LayerError:
    remedy = "open it in QGIS and save it again"
    return LayerError(describe(where=where, what=f"cannot be read: {error}", remedy=remedy))
