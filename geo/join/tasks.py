"""Join the tasks of a report with the places that they name, into the derived layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Point

from geo.crs import DECIMALS, circle
from geo.errors import ConservationError, describe
from geo.join.facts import SEPARATOR, Records, Row, index_records, origin, task_facts
from geo.join.frames import layer, table
from geo.join.named_places import NamedPlace, named_places
from geo.join.placed import Placement, is_rejected, with_places, without_places
from geo.model import Miss, Place, Precision, Report, Settings, Task, TaskLayers
from geo.schema import MISSES, TASK_AREAS, TASK_LINES, TASK_POINTS, TASKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

PINNED = frozenset({Precision.EXACT, Precision.STREET})
"""Precisions fine enough for a point to be drawn as one."""

_POINT, _LINE, _AREA = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What is joined."""

    report: Report
    placements: Mapping[str, Placement]
    records: Records
    settings: Settings


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A row of a layer and its geometry."""

    row: Row
    geometry: BaseGeometry


def task_layers(report: Report, placements: Mapping[str, Place | Miss], *, settings: Settings) -> TaskLayers:
    """Join tasks and places.

    Parameters
    ----------
    report
        What the text says.
    placements
        By mention id: of every mention that a task names as its own place and that lies in the
        district. A mention of another district may have its miss here; a place of it is not drawn.
    settings
        District, and the projected CRS in which circles are drawn.

    Returns
    -------
    TaskLayers
        Frames of the schemas, sorted by id; every task has one row in `tasks`. A task with three
        roads has three rows in `lines`. A point of precision ``area`` or coarser is the circle of its
        uncertainty in `areas`. Places of several parts have a row a part.

    Raises
    ------
    ConservationError
        A named place of the district has no placement.
    """
    inputs = _Inputs(report, placements, index_records(report), settings)
    named = named_places(report)
    _require_placements(named, placements)
    facts = {task.id: task_facts(task, inputs.records, settings=settings) for task in report.tasks}
    drawn = [part for place in named for part in _draw(place, facts[place.task.id], inputs)]
    return TaskLayers(
        tasks=table(_task_rows(named, facts, inputs), TASKS),
        points=_layer_of(drawn, _POINT, settings.crs),
        lines=_layer_of(drawn, _LINE, settings.crs),
        areas=_layer_of(drawn, _AREA, settings.crs),
        misses=table(_miss_rows(named, inputs), MISSES),
    )


def _require_placements(named: Iterable[NamedPlace], placements: Mapping[str, Placement]) -> None:
    for place in named:
        if place.in_district and place.mention.id not in placements:
            raise ConservationError(
                describe(
                    where=f"task {place.task.id}: mention {place.mention.id}",
                    what="was never looked up",
                    value=place.mention.name,
                    remedy="resolve every place that a task names",
                )
            )


def _task_rows(named: Iterable[NamedPlace], facts: Mapping[str, Row], inputs: _Inputs) -> list[Row]:
    places: dict[str, list[NamedPlace]] = {task_id: [] for task_id in facts}
    for place in named:
        places[place.task.id].append(place)
    return [
        {
            "task_id": task.id,
            **facts[task.id],
            "places": SEPARATOR.join(place.mention.name for place in places[task.id]) or None,
            **_placed_columns(task, places[task.id], inputs),
            **origin(task, inputs.report),
        }
        for task in sorted(inputs.report.tasks, key=lambda task: task.id)
    ]


def _placed_columns(task: Task, places: Sequence[NamedPlace], inputs: _Inputs) -> Row:
    district = inputs.settings.district
    real = [place for place in places if not is_rejected(inputs.placements.get(place.mention.id))]
    if real:
        found = [inputs.placements[place.mention.id] for place in real if place.in_district]
        placed, reason = with_places(found, district=district)
    else:
        quantities = [inputs.records.quantities[quantity] for quantity in task.quantities]
        placed, reason = without_places(quantities, district_wide=task.zone in {None, district})
    return {"placed": placed.value, "reason": None if reason is None else reason.value}


def _draw(named: NamedPlace, facts: Row, inputs: _Inputs) -> list[_Drawn]:
    """Return what is drawn of a named place: nothing, one geometry, or one for each of its parts."""
    placement = inputs.placements.get(named.mention.id)
    if not isinstance(placement, Place) or not named.in_district:
        return []
    row: Row = {
        "task_id": named.task.id,
        "place_id": placement.id,
        "place": placement.name,
        "kind": placement.kind,
        **facts,
        "precision": placement.precision.value,
        "uncertainty_m": placement.uncertainty_m,
        "datum_in": placement.datum_in,
        "source": placement.source,
        **origin(named.task, inputs.report),
    }
    parts = _parts(placement.geometry)
    ids = [named.id] if len(parts) == 1 else [f"{named.id}-{part:02d}" for part in range(1, len(parts) + 1)]
    return [_Drawn({"id": row_id, **row}, part) for row_id, part in zip(ids, parts, strict=True)]


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Split a geometry of many parts; lines that meet end to end become one before."""
    merged = shapely.line_merge(geometry) if shapely.get_dimensions(geometry) == _LINE else geometry
    return list(shapely.get_parts(merged))


def _layer_of(drawn: Iterable[_Drawn], dimensions: int, crs: str) -> gpd.GeoDataFrame:
    chosen = sorted(
        (part for part in drawn if _drawn_dimensions(part) == dimensions),
        key=lambda part: str(part.row["id"]),
    )
    schema = (TASK_POINTS, TASK_LINES, TASK_AREAS)[dimensions]
    if dimensions == _AREA:
        chosen = _as_areas(chosen, crs)
    return layer([part.row for part in chosen], [part.geometry for part in chosen], schema)


def _drawn_dimensions(part: _Drawn) -> int:
    """Return the dimensions in which a part is drawn: an imprecise point is an area."""
    if isinstance(part.geometry, Point):
        return _POINT if part.row["precision"] in PINNED else _AREA
    return int(shapely.get_dimensions(part.geometry))


def _as_areas(parts: Sequence[_Drawn], crs: str) -> list[_Drawn]:
    """Turn points into circles of their uncertainty, true to scale, and keep the point in lon and lat."""
    points = [part for part in parts if isinstance(part.geometry, Point)]
    if not points:
        return list(parts)
    lonlat = np.round(shapely.get_coordinates([part.geometry for part in points]), DECIMALS)
    radii = np.array([part.row["uncertainty_m"] for part in points], dtype=float)
    discs = circle(lonlat[:, 0], lonlat[:, 1], radii, crs=crs)
    circles = {
        str(part.row["id"]): _Drawn({**part.row, "lon": lon, "lat": lat}, disc)
        for part, (lon, lat), disc in zip(points, lonlat.tolist(), discs, strict=True)
    }
    return [circles.get(str(part.row["id"]), part) for part in parts]


def _miss_rows(named: Iterable[NamedPlace], inputs: _Inputs) -> list[Row]:
    found = ((place, inputs.placements.get(place.mention.id)) for place in named)
    district = inputs.settings.district
    return [_miss_row(place, miss, district) for place, miss in found if isinstance(miss, Miss)]


def _miss_row(place: NamedPlace, miss: Miss, district: str) -> Row:
    return {
        "task_id": place.task.id,
        "name": place.mention.name,
        "kind": miss.kind,
        "zone": place.task.zone or district,
        "within": miss.within,
        "reason": miss.reason.value,
        "candidates": SEPARATOR.join(miss.candidates) or None,
        "would_place": miss.would_place,
        "text_start": place.mention.start,
        "text_end": place.mention.end,
    }
