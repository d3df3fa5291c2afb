"""Read any vector file for looking at it: its columns as they are, its positions in WGS 84."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.crs import WGS84_CRS
from geo.errors import DatumError
from geo.io.convert import JSON_SUFFIXES, declared_in_json
from geo.io.datums import converter, settle_system
from geo.io.layers import read_frame
from geo.model import Datum

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd


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
    frame = read_frame(path, layer=layer)
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
