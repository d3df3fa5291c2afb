"""What a sheet says of its tasks: their numbers, their sites on the map, their entries in the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from geo.model import Family
from geo.render.sheet.symbols import SymbolStyle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geo.model import MapPage
    from geo.render.sheet.kit import SheetKit

_FROM_LEAST = ("planned", "started", "done")
_SEPARATOR = "、"


@dataclass(frozen=True, slots=True)
class SheetTask:
    """A task as the list of a sheet shows it."""

    number: int
    id: str
    text: str
    facts: str
    """Unit, category, status and deadline in one line."""
    places: tuple[str, ...]
    placed: str
    """Value of schema.PLACED."""
    why: str
    """Why it, or some of it, is not on the map; empty where all of it is."""
    style: SymbolStyle


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A place on the map, with every task of the sheet that is done there."""

    place_id: str
    name: str
    kind: str
    geometry: BaseGeometry
    """WGS 84: a point, a line or an area."""
    precision: str
    uncertainty_m: float
    numbers: tuple[int, ...]
    tasks: tuple[str, ...]
    """Ids."""
    style: SymbolStyle
    families: tuple[str, ...]
    """Keys of the families that meet here."""

    @property
    def dimensions(self) -> int:
        """0 for a point, 1 for a line, 2 for an area."""
        return int(shapely.get_dimensions(self.geometry))

    @property
    def role(self) -> str:
        """Role of what is drawn for it."""
        return f"task {' '.join(self.tasks)}"


def sheet_tasks(page: MapPage, kit: SheetKit) -> tuple[SheetTask, ...]:
    """Return the tasks of a page, numbered in the order of the report."""
    ordered = page.layers.tasks.sort_values(["text_start", "task_id"])
    rows: list[Any] = ordered.to_dict("records")
    return tuple(
        _task(number, row, kit, _missing(row["task_id"], page.layers.misses, kit))
        for number, row in enumerate(rows, start=1)
    )


def _missing(task_id: str, misses: pd.DataFrame, kit: SheetKit) -> str:
    """Return the names of a task that have no position, each reason once."""
    own = misses[misses["task_id"] == task_id]
    by_reason: dict[str, dict[str, None]] = {}
    for name, reason in zip(own["name"], own["reason"], strict=True):
        by_reason.setdefault(kit.labels["miss_reason"][reason], {})[name] = None
    return "；".join(f"{_SEPARATOR.join(names)}（{reason}）" for reason, names in by_reason.items())


def _task(number: int, row: Mapping[str, Any], kit: SheetKit, missing: str) -> SheetTask:
    due = _day(row["due"])
    placed = str(row["placed"])
    reason = kit.labels["task_reason"].get(row["reason"], "") if _given(row["reason"]) else ""
    why = ""
    if placed == "no":
        why = f"{reason}：{missing}" if missing and reason else reason or missing
    elif missing:
        why = kit.word("missing", names=missing)
    return SheetTask(
        number=number,
        id=row["task_id"],
        text=str(row["text"]),
        facts=_facts(row, due, kit),
        places=tuple(str(row["places"]).split(_SEPARATOR)) if _given(row["places"]) else (),
        placed=placed,
        why=why,
        style=SymbolStyle(
            kit.family(row["category"]),
            row["status"],
            late=is_late(due, row["status"], as_of=kit.as_of),
            nowhere=placed in ("no", "zone"),
        ),
    )


def _facts(row: Mapping[str, Any], due: date | None, kit: SheetKit) -> str:
    status = kit.labels["status"][row["status"]]
    if is_late(due, row["status"], as_of=kit.as_of):
        status = kit.word("late", status=status)
    facts = [
        row["unit"] if _given(row["unit"]) else kit.word("no_unit"),
        f"{row['category']}·{status}",
        kit.word("due", day=due.isoformat()) if due else kit.word("no_due"),
    ]
    if _given(row["list_total"]):
        facts.append(kit.word("named_of", named=int(row["list_named"]), total=int(row["list_total"])))
    return "　".join(facts)


def is_late(due: date | None, status: str, *, as_of: date) -> bool:
    """Tell whether the deadline of a task has passed."""
    return due is not None and due < as_of and status != "done"


def _given(value: Any) -> bool:  # noqa: ANN401 - a cell
    return not bool(pd.isna(value))


def _day(value: Any) -> date | None:  # noqa: ANN401 - a date, a Timestamp or a missing value
    if not _given(value):
        return None
    day: date = value.date() if isinstance(value, pd.Timestamp) else value
    return day


def sites(page: MapPage, tasks: Sequence[SheetTask], kit: SheetKit) -> tuple[Site, ...]:
    """Return every place of a page once, areas first, then lines, then points, each by its id."""
    by_id = {task.id: task for task in tasks}
    found: list[Site] = []
    for placed in (page.layers.areas, page.layers.lines, page.layers.points):
        for _, rows in placed.sort_values(["place_id", "task_id"]).groupby("place_id", sort=True):
            # A road in pieces has a row a piece.
            for _, alike in rows.groupby(rows.geometry.to_wkb(), sort=False):
                found.append(_site(alike, by_id, kit))
    return tuple(found)


def _site(rows: gpd.GeoDataFrame, by_id: Mapping[str, SheetTask], kit: SheetKit) -> Site:
    tasks = sorted({by_id[id_] for id_ in rows["task_id"]}, key=lambda task: task.number)
    first = rows.iloc[0]
    families = tuple(dict.fromkeys(task.style.family.key for task in tasks))
    least = min((task.style.status for task in tasks), key=_FROM_LEAST.index)
    precision = str(first["precision"])
    return Site(
        place_id=str(first["place_id"]),
        name=str(first["place"]),
        kind=str(first["kind"]),
        geometry=first.geometry,
        precision=precision,
        uncertainty_m=float(first["uncertainty_m"]),
        numbers=tuple(task.number for task in tasks),
        tasks=tuple(task.id for task in tasks),
        style=SymbolStyle(
            tasks[0].style.family if len(families) == 1 else mixed_family(kit),
            least,
            late=any(task.style.late for task in tasks),
            ringed=precision != "exact",
        ),
        families=families,
    )


def merged_sites(sites: Sequence[Site], kit: SheetKit) -> tuple[Site, ...]:
    """Return the sites of several pages with each place once; its numbers stand for nothing then."""
    found: dict[tuple[str, bytes], Site] = {}
    for site in sites:
        key = site.place_id, shapely.to_wkb(site.geometry)
        before = found.get(key)
        found[key] = site if before is None else _merge(before, site, kit)
    return tuple(found.values())


def _merge(one: Site, other: Site, kit: SheetKit) -> Site:
    families = tuple(dict.fromkeys((*one.families, *other.families)))
    style = replace(
        one.style,
        family=one.style.family if len(families) == 1 else mixed_family(kit),
        status=min(one.style.status, other.style.status, key=_FROM_LEAST.index),
        late=one.style.late or other.style.late,
    )
    tasks = tuple(dict.fromkeys((*one.tasks, *other.tasks)))
    return replace(one, tasks=tasks, style=style, families=families)


def mixed_family(kit: SheetKit) -> Family:
    """Return the neutral family of places where tasks of several families meet."""
    base = kit.styles.base
    label = kit.labels["words"]["several_families"]
    return Family("MIX", label, (), base["mixed"], base["mixed_label"], "circle")
