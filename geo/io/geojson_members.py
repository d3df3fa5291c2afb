"""Find what is wrong with those members of a GeoJSON file that no frame has: bbox, crs, feature ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.crs import DECIMALS
from geo.errors import describe
from geo.schema import DERIVED_LAYERS, SOURCE_LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd

    from geo.schema import LayerSchema

    Json = dict[str, Any]

_BBOX_LENGTHS = (4, 6)
"""Numbers of a bbox without and with heights."""


def member_problems(
    collection: Json, layer: gpd.GeoDataFrame, schema: LayerSchema, *, where: str
) -> Iterator[str]:
    """Yield what breaks RFC 7946, or says something else than the features themselves.

    Parameters
    ----------
    collection, layer
        The file as parsed, and its features as a frame, in the same order.
    where
        The file, as messages name it.
    """
    if schema in SOURCE_LAYERS:  # QGIS keeps a bbox as it was, whatever is drawn: see foreign_habits
        return
    if schema in DERIVED_LAYERS:
        yield from _crs_member(collection, where=where)
        yield from _other_ids(collection, layer, schema, where=where)
    yield from _all_bbox_problems(collection, layer, where=where)


def _all_bbox_problems(collection: Json, layer: gpd.GeoDataFrame, *, where: str) -> Iterator[str]:
    """Yield the bboxes of a file, its features and geometries that are not their extents."""
    shapes = layer.geometry.to_numpy()
    yield from _bbox_problems(collection, shapely.total_bounds(shapes).tolist(), where=where)
    bounds = shapely.bounds(shapes).tolist()
    for number, feature in enumerate(collection["features"], start=1):
        place = f"{where}: feature {number}"
        yield from _bbox_problems(feature, bounds[number - 1], where=place)
        yield from _bbox_problems(feature.get("geometry") or {}, bounds[number - 1], where=place)


def member_warnings(
    collection: Json, layer: gpd.GeoDataFrame, schema: LayerSchema, *, where: str
) -> Iterator[str]:
    """Yield what was probably not meant in a layer kept by hand: a build reads it all the same."""
    if schema in SOURCE_LAYERS:
        yield from _other_ids(collection, layer, schema, where=where)


def foreign_habits(
    collection: Json, layer: gpd.GeoDataFrame, schema: LayerSchema, *, where: str
) -> Iterator[str]:
    """Yield what other programs write by themselves and RFC 7946 does not want; reading sets it right."""
    if schema not in SOURCE_LAYERS:
        return
    yield from _crs_member(collection, where=where)
    yield from _all_bbox_problems(collection, layer, where=where)
    shapes = layer.geometry.to_numpy()
    positions = shapely.get_coordinates(shapes)
    long = int(np.count_nonzero((np.round(positions, DECIMALS) != positions).any(axis=1)))
    if long:
        what = f"{long} positions have more than {DECIMALS} decimals"
        yield describe(where=where, what=what, remedy=f"nothing needs doing: they are read with {DECIMALS}")
    turned = ~shapely.equals_exact(shapes, shapely.orient_polygons(shapes), 0.0)
    for position in np.flatnonzero(turned & ~shapely.is_missing(shapes)).tolist():
        yield describe(
            where=f"{where}: feature {position + 1}", what="ring runs the wrong way",
            value=layer[schema.id_column].iloc[position],
            remedy="nothing needs doing: it is turned when read",
        )  # fmt: skip


def _crs_member(collection: Json, *, where: str) -> Iterator[str]:
    """Yield that a file states a CRS: RFC 7946 has WGS 84 alone, and took the member out."""
    if "crs" in collection:
        remedy = "take it out (in QGIS: RFC7946=YES when saving)"
        yield describe(where=where, what="has the member crs, which RFC 7946 took out", remedy=remedy)


def _other_ids(
    collection: Json, layer: gpd.GeoDataFrame, schema: LayerSchema, *, where: str
) -> Iterator[str]:
    """Yield the features whose id beside the properties is not the one in them."""
    if schema.id_column not in layer.columns:
        return
    pairs = zip(collection["features"], layer[schema.id_column], strict=True)
    for number, (feature, id_) in enumerate(pairs, start=1):
        if "id" in feature and feature["id"] != id_:
            place, what = f"{where}: feature {number}", f"its id is not its {schema.id_column}, {id_}"
            yield describe(where=place, what=what, value=feature["id"], remedy="make both the same")


def _bbox_problems(holder: Json, extent: Sequence[float], *, where: str) -> Iterator[str]:
    """Yield that a member bbox is not west, south, east, north of what it is about."""
    if "bbox" not in holder or not np.isfinite(extent).all():
        return
    box = holder["bbox"]
    if _is_box(box):
        half = len(box) // 2
        flat = [*box[:2], *box[half : half + 2]]
        if np.allclose(flat, extent, rtol=0, atol=10**-DECIMALS):
            return
    right = ", ".join(f"{number:.10g}" for number in extent)
    yield describe(
        where=where, what="bbox is not the extent (west, south, east, north)", value=box,
        remedy=f"take it out, or write [{right}]",
    )  # fmt: skip


def _is_box(box: object) -> bool:
    if not isinstance(box, list) or len(box) not in _BBOX_LENGTHS:
        return False
    return all(isinstance(number, int | float) and not isinstance(number, bool) for number in box)
