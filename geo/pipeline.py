# ruff: noqa: PLC0415 - a room is opened when its stage runs: a build where nothing changed must not load GDAL
"""Go from a report to layers and maps, a function a stage.

Each stage names what it takes and what it makes. The rooms are pure; what they need from disk is read
here and handed in, and what they make is written here, in one go at the end.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from geo.errors import InputError, MissingFileError, OutputError, PlanmapError, describe
from geo.io.build_lock import sole_writer
from geo.io.build_state import (
    STATE_FILE,
    digest_inputs,
    is_current,
    load_state,
    remove_stale,
    save_state,
    state_of,
)
from geo.io.outputs import check_writable, find_parts, remove_parts, write_all
from geo.workspace import REPORT_YEARS, STYLE_SUFFIX, Workspace, load_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from geo.geocode.answers import Answer
    from geo.geocode.checks import Finding
    from geo.geocode.gazetteer import Gazetteer
    from geo.geocode.source_changes import SourceChange
    from geo.geocode.sources import SourceFrames
    from geo.io.gazetteer import ImportReport
    from geo.io.http import ServiceClient
    from geo.io.postgis import PushReport
    from geo.join.shortfall import UnplacedName, UnplacedTask
    from geo.model import (
        BaseMap,
        Ledger,
        MapPage,
        Miss,
        Notice,
        Orientation,
        PaperSize,
        Place,
        Precision,
        Report,
        SheetFormat,
        TaskLayers,
        ZoneSetting,
    )
    from geo.printing import PrintedSheet, PrintRequest
    from geo.render.web import ReportText, WebAssets, WebKit
    from geo.schema import LayerSchema

    Announce = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class BuildResult:
    """What a build left, for the person who called it."""

    index: Path
    pages: Mapping[ZoneSetting, Path]
    ledger: Ledger
    unplaced_names: Sequence[UnplacedName]
    unplaced_tasks: Sequence[UnplacedTask]
    notices: Sequence[str]
    """What a person must look at in the report, each with the words around it."""
    changes: Sequence[SourceChange]
    """What was edited in layers/source since the last build."""
    written: int
    """Files whose content changed."""


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """Where a name is, for programs and for people."""

    answer: Answer
    """What ``planmap geocode --json`` prints."""
    reason: str
    """Why it has no position, in words; empty where it has one."""
    would_place: str
    """What would place it, in words; empty where it is placed."""


@dataclass(frozen=True, slots=True, eq=False)
class NotebookContent:
    """A workspace as plugins of a folium map take it."""

    text: ReportText
    """The report and what became of its places."""
    layers: TaskLayers
    pages: Sequence[MapPage]
    """Each with the tasks of one zone."""
    kit: WebKit


@dataclass(frozen=True, slots=True)
class OnlineAccess:
    """What it takes to ask geocoding services; a stage that is given none asks nobody."""

    environment: Mapping[str, str] = field(repr=False)
    """Has the keys, such as PLANMAP_AMAP_KEY."""
    say: Callable[[str], None]
    """Takes messages: which service failed, and for which names."""
    connect: Callable[[Path], ServiceClient] | None = None
    """Makes the client that keeps answers in a folder; None for the network."""


def build(
    folder: Path,
    *,
    report: Path | None = None,
    reference: date | None = None,
    online: OnlineAccess | None = None,
    announce: Announce = lambda _: None,
) -> BuildResult | None:
    """Build a workspace: report, layers, maps; return None where nothing has changed since the last build.

    Parameters
    ----------
    folder
        The workspace.
    report, reference
        In place of the report and the date that planmap.toml names.
    online
        To ask geocoding services for names without a position. Without it nothing that a service ever
        answered is used: the same workspace gives the same maps on every machine. With it the build is
        always made, as a service may know more than the last time.
    announce
        Called with the name of each stage as it begins.

    Raises
    ------
    PlanmapError
        An input is wrong or an output cannot be written. The old outputs are untouched.
    """
    workspace = load_workspace(folder)
    _clear_away(workspace)
    report = report or workspace.report
    reference = reference or workspace.settings.report_date
    inputs = digest_inputs(
        workspace.root,
        (report, *workspace.source_files(), *workspace.gazetteer_files()),
        arguments={
            "report": workspace.name_of(report),
            "date": reference.isoformat(),
            "services": "asked" if online else "not asked",
        },
    )
    if online is None and is_current(workspace.root, inputs=inputs):
        return None
    check_writable(_output_folders(workspace))
    announce("read")
    told = read(report, named=workspace.name_of(report), reference=reference)
    sources, neighbours = read_sources(workspace)
    changes = changes_since_build(sources, workspace)
    check_places(sources, workspace)
    announce("place")
    gazetteer = index_places(workspace, sources)
    is_stated = report.resolve() == workspace.report.resolve()
    told = note_area(told, gazetteer, is_stated=is_stated)
    found = find_places(told, gazetteer, is_stated=is_stated)
    if online is not None:
        announce("ask")
        found = find_online(told, found, sources, workspace, online=online)
    layers = join_places(told, found, workspace)
    pages = lay_out(layers, gazetteer, sources, workspace)
    check_nothing_lost(told, layers, pages)
    announce("draw")
    base = base_map(sources, neighbours)
    contents = {
        # First, as sheets are set in a second process: the peak of both is 40 MB lower before the maps.
        **printed_files(pages, base, workspace, as_of=reference),
        **layer_files(layers, pages, workspace),
        **qgis_files(layers, pages, sources, workspace, as_of=reference),
        **map_files(told, found, pages, base, workspace),
    }
    announce("write")
    written = _write(contents, inputs, sources, workspace)
    return _summary(told, layers, pages, workspace, changes=changes, written=written)


# --- Stages --------------------------------------------------------------------------------------


def read(path: Path, *, named: str, reference: date | None, names: Mapping[str, str] | None = None) -> Report:
    """Read a report: file -> records. `named` is the path that the records show.

    `names` are places that are known beforehand, with their kinds, see `workspace_names`.
    """
    from geo.extract import read_report
    from geo.io.assets import read_lexicon
    from geo.io.documents import read_document

    if reference is not None and reference.year not in REPORT_YEARS:
        remedy = f"give one from {REPORT_YEARS[0]} to {REPORT_YEARS[-1]}"
        what = "is no date of a report"
        raise InputError(describe(where="--date", what=what, value=reference, remedy=remedy))
    document = replace(read_document(path), path=named)
    with _without_collection():
        return read_report(document, reference=reference, lexicon=read_lexicon(), names=names or {})


def workspace_names(folder: Path) -> dict[str, str]:
    """Name the places of a workspace: its source layers -> names and aliases, with their kinds."""
    from geo.geocode.names import split_aliases

    sources, _ = read_sources(load_workspace(folder))
    kinds: dict[str, str] = {}
    for frame, kind in ((sources.places, None), (sources.unlocated, None), (sources.roads, "road")):
        own = frame["kind"] if kind is None else [kind] * len(frame)
        for name, aliases, told in zip(frame["name"], frame["aliases"], own, strict=True):
            kinds.update(dict.fromkeys((name, *split_aliases(aliases)), str(told)))
    return kinds


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the garbage collector from going through records again and again that all are kept."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_sources(workspace: Workspace) -> tuple[SourceFrames, gpd.GeoDataFrame]:
    """Read what is kept by hand: layers/source -> frames of places, and the neighbouring districts."""
    from geo import schema
    from geo.crs import check_ground_crs
    from geo.geocode.checks import check_district
    from geo.geocode.sources import SourceFrames
    from geo.io.layers import read_layer
    from geo.io.tables import read_table

    def layer(kept: schema.LayerSchema) -> gpd.GeoDataFrame:
        return read_layer(workspace.source_layer(kept.name), kept)

    def table(kept: schema.LayerSchema) -> pd.DataFrame:
        return read_table(workspace.source_table(kept.name), kept)

    neighbours = layer(schema.NEIGHBOURS)
    decided = workspace.source_table(schema.OVERRIDES.name).exists()
    sources = SourceFrames(
        district=layer(schema.DISTRICT),
        zones=layer(schema.ZONES),
        places=layer(schema.PLACES),
        roads=layer(schema.ROADS),
        unlocated=table(schema.UNLOCATED),
        admin_names=table(schema.ADMIN_NAMES),
        overrides=table(schema.OVERRIDES) if decided else None,
        neighbours=neighbours,
    )
    check_district(sources.district, settings=workspace.settings)
    middle = sources.district.geometry.iloc[0].representative_point()
    crs_key = f"{workspace.settings_file.as_posix()}: district.crs"
    check_ground_crs(workspace.settings.crs, lon=middle.x, lat=middle.y, where=crs_key)
    return sources, neighbours


def check_places(sources: SourceFrames, workspace: Workspace) -> None:
    """Stop where a place kept by hand lies outside the district or has the id of another."""
    from geo.geocode.checks import check_positions

    check_positions(sources, crs=workspace.settings.crs)


def changes_since_build(sources: SourceFrames, workspace: Workspace) -> tuple[SourceChange, ...]:
    """Tell what was edited by hand: source frames + memory of the last build -> changes; none without it."""
    from geo.geocode.source_changes import source_changes
    from geo.io.source_memory import load_sources

    before = load_sources(workspace.root)
    if before is None:
        return ()
    return source_changes(before, drawn_sources(sources), crs=workspace.settings.crs)


def drawn_sources(sources: SourceFrames) -> dict[str, gpd.GeoDataFrame]:
    """Name the layers that people draw: sources -> frames by name."""
    return {
        kept.name: frame
        for kept, frame in source_frames(sources).items()
        if kept.geometry and frame is not None
    }


def index_places(workspace: Workspace, sources: SourceFrames) -> Gazetteer:
    """Index places by name: frames and what was imported -> gazetteer."""
    from geo.geocode.gazetteer import build_gazetteer
    from geo.geocode.imported import imported_gazetteer
    from geo.geocode.lookup import MAX_OUTSIDE_M
    from geo.io.assets import read_lexicon

    reviewed = build_gazetteer(
        sources,
        lexicon=read_lexicon(),
        crs=workspace.settings.crs,
        city=workspace.settings.city,
        zone_ids={zone.id: zone.name for zone in workspace.settings.zones},
    )
    files = workspace.gazetteer_files()
    if not files:
        return reviewed
    from geo.io.gazetteer import GazetteerIndexes

    names, ground = GazetteerIndexes(files), reviewed.ground
    return replace(reviewed, imported=imported_gazetteer(names, ground=ground, margin_m=MAX_OUTSIDE_M))


def note_area(report: Report, gazetteer: Gazetteer, *, is_stated: bool = True) -> Report:
    """Add a notice to the report of another district, or of nobody's, that none of its places is placed.

    `is_stated` where planmap.toml says that it is the workspace's.
    """
    from geo.geocode.report_area import area_notices

    notices = area_notices(report, gazetteer, is_stated=is_stated)
    return replace(report, notices=(*report.notices, *notices))


def find_places(report: Report, gazetteer: Gazetteer, *, is_stated: bool = True) -> dict[str, Place | Miss]:
    """Look up what a task names as its own place: mentions -> places or misses, by mention id.

    A road that segments name is the pieces between their ends. Of another district's report all are missed,
    and of one that names none, unless planmap.toml states it.
    """
    from geo.geocode.report_area import ReportArea, doubt, report_area
    from geo.geocode.resolve import resolve
    from geo.model import PlaceRole, Scope

    mentions = {mention.id: mention for mention in report.mentions}
    zones = {place: task.zone for task in report.tasks for place in task.places}
    ends: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for segment in report.segments:
        ends[segment.road].append((mentions[segment.from_place].name, mentions[segment.to_place].name))
    area = report_area(report, gazetteer, is_stated=is_stated)
    found = {
        id_: resolve(
            mention.name,
            kind=mention.kind,
            scope=Scope.OUT if area is ReportArea.FOREIGN else mention.scope,
            within=mention.within,
            zone=zones[id_],
            between=ends.get(id_, ()),
            at=mention.at,
            gazetteer=gazetteer,
        )
        for id_, mention in mentions.items()
        if id_ in zones and mention.role is PlaceRole.TASK
    }
    if area is not ReportArea.UNKNOWN:
        return found
    return {id_: doubt(answer, gazetteer) for id_, answer in found.items()}


def find_online(
    report: Report,
    found: Mapping[str, Place | Miss],
    sources: SourceFrames,
    workspace: Workspace,
    *,
    online: OnlineAccess,
) -> dict[str, Place | Miss]:
    """Ask services for what was not found: placements -> placements, by mention id."""
    from geo.geocode.online import with_others_listed
    from geo.model import Miss

    # 老镇区 is a name only beside that of its town: no service knows which one is meant.
    whole = {mention.id for mention in report.mentions if mention.within is None}
    misses = {id_: miss for id_, miss in found.items() if isinstance(miss, Miss) and id_ in whole}
    answered = ask_services(list(misses.values()), sources, workspace, online=online)
    asked = {id_: answered[miss] for id_, miss in misses.items() if miss in answered}
    listed = {id_: with_others_listed(p) if isinstance(p, Miss) else p for id_, p in asked.items()}
    return {**found, **listed}


def ask_services(
    misses: Sequence[Miss], sources: SourceFrames, workspace: Workspace, *, online: OnlineAccess
) -> dict[Miss, Place | Miss]:
    """Ask geocoding services: names without a position -> what each became."""
    from geo.geocode.online import search_area, search_online
    from geo.geocode.services import services_from

    area = search_area(sources, settings=workspace.settings)
    services = services_from(online.environment)
    with _connect(online, (workspace.root / STATE_FILE).parent) as client:
        return search_online(misses, services=services, area=area, fetch=client.fetch, say=online.say)


def join_places(report: Report, found: Mapping[str, Place | Miss], workspace: Workspace) -> TaskLayers:
    """Join tasks and places: report + placements -> task layers."""
    from geo.join.tasks import task_layers

    return task_layers(report, found, settings=workspace.settings)


def lay_out(
    layers: TaskLayers, gazetteer: Gazetteer, sources: SourceFrames, workspace: Workspace
) -> tuple[MapPage, ...]:
    """Divide the layers: task layers -> pages, one a zone."""
    from geo.geocode.resolve import resolve
    from geo.join.pages import pages
    from geo.model import Place

    named = {zone.name for zone in workspace.settings.zones} | set(layers.tasks["zone"])
    found = {name: resolve(name, gazetteer=gazetteer) for name in sorted(named)}
    return pages(
        layers,
        settings=workspace.settings,
        zones_frame=sources.zones,
        district_frame=sources.district,
        zone_points={name: place for name, place in found.items() if isinstance(place, Place)},
    )


def check_nothing_lost(report: Report, layers: TaskLayers, pages: Sequence[MapPage]) -> None:
    """Stop where a task or a place is lost or invented between report, layers and pages."""
    from geo.join.ledger import check_conservation

    check_conservation(report, layers, pages)


def base_map(sources: SourceFrames, neighbours: gpd.GeoDataFrame) -> BaseMap:
    """Gather what lies under the tasks: source frames -> base."""
    from geo.model import BaseMap

    landmarks = sources.places[sources.places["landmark"].astype(bool)].reset_index(drop=True)
    return BaseMap(
        district=sources.district,
        neighbours=neighbours,
        zones=sources.zones,
        roads=sources.roads,
        landmarks=landmarks,
    )


def layer_files(layers: TaskLayers, pages: Sequence[MapPage], workspace: Workspace) -> dict[Path, bytes]:
    """Write out layers: task layers + pages -> bytes of GeoJSON and CSV files."""
    from geo.io.layers import layer_bytes
    from geo.io.tables import table_bytes

    frames = derived_frames(layers, pages)
    return {
        **{
            workspace.layer(kept.name): layer_bytes(frame, kept)
            for kept, frame in frames.items()
            if kept.geometry
        },
        **{
            workspace.table(kept.name): table_bytes(frame, kept)
            for kept, frame in frames.items()
            if not kept.geometry
        },
    }


def derived_frames(layers: TaskLayers, pages: Sequence[MapPage]) -> dict[LayerSchema, Any]:
    """Name the derived layers: task layers + pages -> frames by schema."""
    from geo import schema
    from geo.join.pages import sheets

    return {
        schema.SHEETS: sheets(pages),
        schema.TASK_POINTS: layers.points,
        schema.TASK_LINES: layers.lines,
        schema.TASK_AREAS: layers.areas,
        schema.TASKS: layers.tasks,
        schema.MISSES: layers.misses,
    }


def source_frames(sources: SourceFrames) -> dict[LayerSchema, Any]:
    """Name the layers that are kept by hand: sources -> frames by schema; None of one that there is not."""
    from geo import schema

    return {
        schema.DISTRICT: sources.district,
        schema.NEIGHBOURS: sources.neighbours,
        schema.ZONES: sources.zones,
        schema.PLACES: sources.places,
        schema.ROADS: sources.roads,
        schema.UNLOCATED: sources.unlocated,
        schema.ADMIN_NAMES: sources.admin_names,
        schema.OVERRIDES: sources.overrides,
    }


def qgis_files(
    layers: TaskLayers, pages: Sequence[MapPage], sources: SourceFrames, workspace: Workspace, *, as_of: date
) -> dict[Path, bytes]:
    """Finish layers for QGIS: layers + pages + sources -> a style beside each, the project, the package."""
    from geo.io import assets
    from geo.render.qgis import ProjectHome, layer_style, map_content, project_bytes

    styles, labels = assets.read_styles(), assets.read_labels()
    content = map_content(layers, pages, styles=styles, as_of=as_of, ground_crs=workspace.settings.crs)
    derived, kept_by_hand = derived_frames(layers, pages), source_frames(sources)
    paths = {
        **{kept: workspace.layer(kept.name) for kept in derived if kept.geometry},
        **{kept: workspace.source_layer(kept.name) for kept in kept_by_hand if kept.geometry},
    }
    beside, inside = (
        {kept: layer_style(kept, styles=styles, labels=labels, content=content, home=home) for kept in paths}
        for home in (ProjectHome.FOLDER, ProjectHome.PACKAGE)
    )
    in_folder, in_package = (
        project_bytes(content, settings=workspace.settings, styles=styles, labels=labels, home=home)
        for home in (ProjectHome.FOLDER, ProjectHome.PACKAGE)
    )
    package = package_bytes(
        {**derived, **kept_by_hand},
        workspace,
        styles={kept.name: style for kept, style in inside.items()},
        project=in_package,
    )
    return {
        **{path.with_suffix(STYLE_SUFFIX): beside[kept].encode() for kept, path in paths.items()},
        workspace.qgis_project: in_folder,
        workspace.package: package,
    }


def package_bytes(
    frames: Mapping[LayerSchema, Any], workspace: Workspace, *, styles: Mapping[str, str], project: bytes
) -> bytes:
    """Write out all layers in one file: frames by schema -> bytes of planmap.gpkg.

    `styles` are QML by the name of the layer, `project` is a .qgz; None of a frame is a layer that the
    workspace does without.
    """
    from geo.io.assets import read_labels
    from geo.io.geopackage import PackageTable, geopackage_bytes

    labels = read_labels()
    tables = [
        PackageTable(frame, kept, labels["layers"][kept.name], labels["layer_descriptions"][kept.name])
        for kept, frame in frames.items()
        if frame is not None
    ]
    return geopackage_bytes(
        tables,
        column_labels=labels["columns"],
        styles=styles,
        project=project,
        project_name=labels["words"]["product"],
        when=workspace.settings.report_date,
    )


def map_files(
    report: Report,
    found: Mapping[str, Place | Miss],
    pages: Sequence[MapPage],
    base: BaseMap,
    workspace: Workspace,
) -> dict[Path, bytes]:
    """Draw maps: report + placements + pages + base -> bytes of the files of maps/."""
    from geo.io import assets
    from geo.io.base_maps import read_online_bases
    from geo.io.readings import read_readings
    from geo.render.web import ReportHeading, ReportText, index_map, page_bytes, zone_map

    style, labels = assets.read_styles(), assets.read_labels()
    readings, translations = read_readings(), assets.read_translations()
    carried = carried_by_pages()
    settings = workspace.settings
    online_bases = read_online_bases(settings.base_maps)
    heading = ReportHeading(
        settings.district,
        report.title,
        report.date or settings.report_date,
        lent_deadlines=_lent_deadlines(report),
    )
    zones = [page.zone for page in pages]
    reading = ReportText(report, found, pages_of_tasks(pages))
    maps = {
        workspace.page(page.zone.id): zone_map(
            page,
            base=base,
            style=style,
            labels=labels,
            heading=heading,
            siblings=zones,
            readings=readings,
            report=reading,
            translations=translations,
            online_bases=online_bases,
        )
        for page in pages
    }
    index = index_map(
        pages,
        base=base,
        style=style,
        labels=labels,
        heading=heading,
        readings=readings,
        report=reading,
        translations=translations,
        online_bases=online_bases,
    )
    drawn = {workspace.index: index, **maps}
    return {path: page_bytes(folium_map, assets=carried) for path, folium_map in drawn.items()}


def printed_files(
    pages: Sequence[MapPage], base: BaseMap, workspace: Workspace, *, as_of: date
) -> dict[Path, bytes]:
    """Draw printed sheets: pages + base -> bytes of the files of maps/print/."""
    from geo.printing import print_files

    return print_files(pages, base, workspace, as_of=as_of)


def print_request(
    zone: str,
    *,
    size: PaperSize | None,
    orientation: Orientation | None,
    scale: str | None,
    form: SheetFormat,
) -> PrintRequest:
    """Read what a command asks to print: its words -> request."""
    from geo import printing

    return printing.print_request(zone, size=size, orientation=orientation, scale=scale, form=form)


def print_zone(
    folder: Path, request: PrintRequest, *, output: Path | None, announce: Announce = lambda _: None
) -> PrintedSheet:
    """Print one sheet as it is asked for: workspace + request -> files.

    Raises
    ------
    PlanmapError
        An input is wrong, no zone is of that name, or it does not fit at the scale.
    """
    from geo.printing import print_sheet

    workspace = load_workspace(folder)
    reference = workspace.settings.report_date
    announce("read")
    told = read(workspace.report, named=workspace.name_of(workspace.report), reference=reference)
    sources, neighbours = read_sources(workspace)
    announce("place")
    gazetteer = index_places(workspace, sources)
    layers = join_places(told, find_places(told, gazetteer), workspace)
    pages = lay_out(layers, gazetteer, sources, workspace)
    announce("draw")
    return print_sheet(
        request, pages, base_map(sources, neighbours), workspace, as_of=reference, output=output
    )


def _lent_deadlines(report: Report) -> frozenset[str]:
    """Return the ids of tasks with a last day that no time within their own words gives."""
    times = {time.id: time for time in report.times}
    return frozenset(
        task.id
        for task in report.tasks
        if task.due and not any(task.start <= times[id_].start < task.end for id_ in task.times)
    )


def read_for_notebook(folder: Path) -> NotebookContent:
    """Read a workspace for maps of one's own: report + sources -> what plugins take; nothing is written."""
    from geo.render.web import ReportText

    workspace = load_workspace(folder)
    reference = workspace.settings.report_date
    told = read(workspace.report, named=workspace.name_of(workspace.report), reference=reference)
    sources, _ = read_sources(workspace)
    gazetteer = index_places(workspace, sources)
    found = find_places(told, gazetteer)
    layers = join_places(told, found, workspace)
    pages = lay_out(layers, gazetteer, sources, workspace)
    return NotebookContent(
        text=ReportText(told, found, pages_of_tasks(pages)),
        layers=layers,
        pages=pages,
        kit=read_kit(),
    )


def read_kit() -> WebKit:
    """Read what plugins draw and speak with: files of the package -> kit; no workspace is needed."""
    from geo.io import assets
    from geo.render.web import WebKit

    return WebKit(assets.read_styles(), assets.read_labels(), carried_by_pages())


def carried_by_pages() -> WebAssets:
    """Read scripts and sheets of pages: files of the package -> texts."""
    from geo.io import assets
    from geo.render.web import WebAssets

    return WebAssets(
        leaflet_js=assets.leaflet_script(),
        leaflet_css=assets.leaflet_style(),
        modules=assets.web_assets(".js"),
        sheets=assets.web_assets(".css"),
    )


def pages_of_tasks(pages: Sequence[MapPage]) -> dict[str, str]:
    """Name the page of each task: pages -> ids of pages by task id."""
    return {task: page.zone.id for page in pages for task in page.layers.tasks["task_id"]}


def answer_names(
    folder: Path, names: Sequence[str], *, zone: str | None, online: OnlineAccess | None = None
) -> list[NameAnswer]:
    """Answer for names: workspace + names -> where each is, from which source, how sure."""
    from geo.geocode.answers import answer_with
    from geo.geocode.resolve import resolve
    from geo.io.assets import read_labels
    from geo.model import Miss

    workspace = load_workspace(folder)
    sources, _ = read_sources(workspace)
    gazetteer = index_places(workspace, sources)
    reasons = read_labels()["miss_reason"]
    answers = []
    placements = {name: resolve(name, zone=zone, gazetteer=gazetteer) for name in names}
    if online is not None:
        misses = [found for found in placements.values() if isinstance(found, Miss)]
        asked = ask_services(misses, sources, workspace, online=online)
        placements = {
            name: asked.get(found, found) if isinstance(found, Miss) else found
            for name, found in placements.items()
        }
    for name in names:
        found = placements[name]
        reason, needs = (reasons[found.reason], found.would_place) if isinstance(found, Miss) else ("", "")
        answers.append(NameAnswer(answer_with(name, found, gazetteer=gazetteer), reason, needs))
    return answers


def as_json(report: Report) -> dict[str, Any]:
    """Give a report as the object that ``planmap extract --json`` prints."""
    from geo.extract import report_as_json

    return report_as_json(report)


def import_gazetteer(
    folder: Path,
    source: Path,
    *,
    datum: str | None,
    layer: str | None = None,
    name_column: str | None = None,
    precision: Precision | None = None,
    uncertainty_m: float | None = None,
    announce: Callable[[int], None] = lambda _: None,
) -> ImportReport:
    """Import names of one's own: file -> index in the workspace; `announce` takes the rows read so far."""
    from geo.geocode.gazetteer import lookup_words
    from geo.geocode.names import normalise_name
    from geo.io.assets import read_lexicon
    from geo.io.gazetteer import ImportOptions, import_places

    simplified = lookup_words(read_lexicon()).simplified
    return import_places(
        source,
        load_workspace(folder).gazetteer_folder,
        options=ImportOptions(datum, layer, name_column, precision, uncertainty_m),
        normalise=lambda name: normalise_name(name, simplified),
        announce=announce,
    )


def convert(source: Path, target: Path, *, datum_from: str | None, datum_to: str) -> int:
    """Convert a file: one datum -> another; return the number of rows."""
    from geo.io.convert import convert_file

    return convert_file(source, target, datum_from=datum_from, datum_to=datum_to)


PAGE_SUFFIXES = (".html", ".htm")


def view(
    source: Path,
    target: Path,
    *,
    layer: str | None,
    datum_from: str | None,
    title: str | None,
    title_column: str | None,
    colour_by: str | None,
) -> int:
    """Make a page of any layer: file -> one HTML file; return the number of features."""
    from geo.io import assets
    from geo.io.features import read_features
    from geo.io.outputs import write_all
    from geo.io.readings import read_readings
    from geo.render.web import feature_map, page_bytes

    if target.suffix.lower() not in PAGE_SUFFIXES:
        remedy = f"end it in {PAGE_SUFFIXES[0]}"
        raise OutputError(describe(where=target.as_posix(), what="is no name of a page", remedy=remedy))
    frame = read_features(source, layer=layer, datum_from=datum_from)
    kit = read_kit()
    page = feature_map(
        frame,
        title=title or layer or source.stem,
        source=source.name,
        kit=kit,
        title_column=title_column,
        colour_by=colour_by,
        readings=read_readings(),
        translations=assets.read_translations(),
    )
    write_all({target: page_bytes(page, assets=carried_by_pages())})
    return len(frame)


def push(
    folder: Path, address: str, *, schema: str, say: Callable[[str], None] = lambda _: None
) -> PushReport:
    """Bring layers into PostGIS: files of layers/ -> tables of a schema, in one transaction.

    `say` takes what a person should know and what stops nothing.
    """
    from geo.io.assets import read_labels
    from geo.io.postgis import parse_address, push_layers

    database = parse_address(address)
    if database.has_password:
        say(_SEEN_BY_ALL)
    layers = read_all_layers(load_workspace(folder))
    return push_layers(layers, database, schema=schema, labels=read_labels(), say=say)


_SEEN_BY_ALL = (
    "a password in the address can be seen in the list of processes and stays in the shell's history;"
    " set PGPASSWORD or use ~/.pgpass or a service instead"
)


def read_all_layers(workspace: Workspace) -> dict[LayerSchema, pd.DataFrame]:
    """Read layers, those kept by hand and those of the last build: files of layers/ -> frames by schema."""
    from geo.schema import DERIVED_LAYERS, SOURCE_LAYERS

    by_hand = {
        kept: workspace.source_layer(kept.name) if kept.geometry else workspace.source_table(kept.name)
        for kept in SOURCE_LAYERS
    }
    made = {
        kept: workspace.layer(kept.name) if kept.geometry else workspace.table(kept.name)
        for kept in DERIVED_LAYERS
    }
    with sole_writer(workspace.root):
        for path in made.values():
            if not path.exists():
                remedy = "run planmap build first"
                raise MissingFileError(describe(where=path.as_posix(), what="is not there", remedy=remedy))
        return {kept: _read_frame(path, kept) for kept, path in (by_hand | made).items()}


def _read_frame(path: Path, kept: LayerSchema) -> pd.DataFrame:
    """Read a layer or table; one that a workspace may do without has no rows where it is missing."""
    import pandas as pd

    from geo.io.layers import read_layer
    from geo.io.tables import read_table

    if kept.optional and not path.exists():
        return pd.DataFrame(columns=list(kept.column_names))
    return read_layer(path, kept) if kept.geometry else read_table(path, kept)


def check(folder: Path) -> list[Finding]:
    """List everything in a workspace that breaks a rule or is worth a look.

    The rules are the schemas of the layers kept by hand and of the derived ones, and what no schema can
    see: places far off, names that clash, a report that cannot be read. Derived layers that are not
    there are no fault.
    """
    from geo import schema
    from geo.geocode.checks import Finding, Severity, check_sources
    from geo.geocode.source_changes import change_findings
    from geo.io.documents import read_document
    from geo.io.layers import layer_notes, layer_problems, layer_warnings
    from geo.io.tables import table_problems

    workspace = load_workspace(folder)
    listed: list[str] = []
    for kept in schema.SOURCE_LAYERS:
        path = workspace.source_layer(kept.name) if kept.geometry else workspace.source_table(kept.name)
        if kept.optional and not path.exists():
            continue
        listed += layer_problems(path, kept) if kept.geometry else table_problems(path, kept)
    listed += _problems_of(lambda: read_document(workspace.report))
    if not listed:
        listed += _problems_of(lambda: read_sources(workspace))
    if listed:
        faults = [Finding(Severity.FAULT, *_where_and_rest(problem)) for problem in listed]
        return faults + _faults_of_sound_rows(workspace)
    sources, _ = read_sources(workspace)
    derived: list[str] = []
    for made in schema.DERIVED_LAYERS:
        path = workspace.layer(made.name) if made.geometry else workspace.table(made.name)
        if path.exists():
            derived += layer_problems(path, made) if made.geometry else table_problems(path, made)
    drawn = [kept for kept in schema.SOURCE_LAYERS if kept.geometry]
    doubtful = [said for kept in drawn for said in layer_warnings(workspace.source_layer(kept.name), kept)]
    noted = [said for kept in drawn for said in layer_notes(workspace.source_layer(kept.name), kept)]
    return [
        *check_sources(sources, crs=workspace.settings.crs),
        *_decision_findings(workspace, sources),
        *change_findings(changes_since_build(sources, workspace)),
        *(Finding(Severity.FAULT, *_where_and_rest(problem)) for problem in derived),
        *(Finding(Severity.WARNING, *_where_and_rest(problem)) for problem in doubtful),
        *(Finding(Severity.INFO, *_where_and_rest(problem)) for problem in noted),
    ]


def _faults_of_sound_rows(workspace: Workspace) -> list[Finding]:
    """Look over the rows that keep their schema, beside others that do not: each fault shows at once."""
    from geo import schema
    from geo.geocode.checks import Severity, check_sources
    from geo.geocode.sources import SourceFrames
    from geo.io.layers import read_sound_layer
    from geo.io.tables import read_sound_table

    layers = (schema.DISTRICT, schema.ZONES, schema.PLACES, schema.ROADS, schema.NEIGHBOURS)
    tables = (schema.UNLOCATED, schema.ADMIN_NAMES)
    frames = {kept.name: read_sound_layer(workspace.source_layer(kept.name), kept) for kept in layers}
    listed = {kept.name: read_sound_table(workspace.source_table(kept.name), kept) for kept in tables}
    sources = SourceFrames(**frames, **listed)
    if sources.district.empty:
        return []
    try:
        found = check_sources(sources, crs=workspace.settings.crs)
    except PlanmapError:
        return []
    return [finding for finding in found if finding.severity is Severity.FAULT]


def _decision_findings(workspace: Workspace, sources: SourceFrames) -> Sequence[Finding]:
    """Look over overrides.csv; only then is the report read, to say which rows it has no use for."""
    from geo.geocode.decision_checks import check_decisions

    gazetteer = index_places(workspace, sources)
    if not gazetteer.decisions:
        return ()
    named = workspace.name_of(workspace.report)
    told = read(workspace.report, named=named, reference=workspace.settings.report_date)
    return check_decisions(gazetteer, told)


def fails(finding: Finding, *, strict: bool) -> bool:
    """Tell whether a finding makes the check fail."""
    from geo.geocode.checks import Severity

    return finding.severity is Severity.FAULT or (strict and finding.severity is Severity.WARNING)


def index_of(folder: Path) -> Path:
    """Return the page of a workspace to open first."""
    return load_workspace(folder).index


def _problems_of(reading: Callable[[], object]) -> list[str]:
    """Return what is wrong with what is read, as a list of one message or of none."""
    try:
        reading()
    except PlanmapError as error:
        return [str(error)]
    return []


def _where_and_rest(problem: str) -> tuple[str, str, str]:
    """Split a message of errors.describe: where, what, what to do."""
    where, _, rest = problem.partition(": ")
    what, _, remedy = rest.rpartition("; ")
    return where, what, remedy


# --- Ends ----------------------------------------------------------------------------------------


_EPOCH_DIGITS = 11
"""Seconds up to the year 5138: what is longer is no date."""


def _connect(online: OnlineAccess, folder: Path) -> ServiceClient:
    from geo.io.http import ServiceClient

    if online.connect is not None:
        return online.connect(folder)
    epoch = online.environment.get("SOURCE_DATE_EPOCH", "")
    undated = (
        datetime.fromtimestamp(int(epoch), UTC).date()
        if epoch.isdecimal() and len(epoch) <= _EPOCH_DIGITS
        else None
    )
    return ServiceClient(folder, undated=undated)


def _write(contents: Mapping[Path, bytes], inputs: str, sources: SourceFrames, workspace: Workspace) -> int:
    from geo.geocode.source_changes import remember
    from geo.io.source_memory import save_sources

    with sole_writer(workspace.root):
        previous = load_state(workspace.root)
        state = state_of(inputs, contents, root=workspace.root)
        written = write_all(contents)
        remove_stale(workspace.root, previous=previous, current=state)
        save_state(workspace.root, state)
        save_sources(workspace.root, remember(drawn_sources(sources)))
    return len(written.written)


def _clear_away(workspace: Workspace) -> None:
    """Remove what a build that was killed left; while another one writes, wait for it."""
    folders = _output_folders(workspace)
    if not find_parts(folders):
        return
    with sole_writer(workspace.root) as alone:
        if alone:
            remove_parts(folders)


def _output_folders(workspace: Workspace) -> tuple[Path, ...]:
    return (
        workspace.layers_folder,
        workspace.source_folder,
        workspace.maps_folder,
        workspace.print_folder,
        (workspace.root / STATE_FILE).parent,
    )


def _summary(
    report: Report,
    layers: TaskLayers,
    pages: Sequence[MapPage],
    workspace: Workspace,
    *,
    changes: Sequence[SourceChange],
    written: int,
) -> BuildResult:
    from geo.io.assets import read_labels
    from geo.join.ledger import count_tasks
    from geo.join.shortfall import unplaced_names, unplaced_tasks

    labels = read_labels()
    return BuildResult(
        index=workspace.index,
        pages={page.zone: workspace.page(page.zone.id) for page in pages},
        ledger=count_tasks(layers.tasks),
        unplaced_names=unplaced_names(layers.misses, reasons=labels["miss_reason"]),
        unplaced_tasks=unplaced_tasks(layers.tasks, reasons=labels["task_reason"]),
        notices=[in_context(notice, report.text) for notice in report.notices],
        changes=changes,
        written=written,
    )


def in_context(notice: Notice, text: str) -> str:
    """Give a notice with the words around it: …镇区整治。「年前」完成道路…: two readings."""
    before = _unbroken(text[max(0, notice.start - _LOOKED_AT) : notice.start])[-_AROUND:]
    after = _unbroken(text[notice.end : notice.end + _LOOKED_AT])[:_AROUND]
    return f"…{before}「{_unbroken(text[notice.start : notice.end])}」{after}…: {notice.message}"


_AROUND = 10
"""Characters shown on either side of a notice."""
_LOOKED_AT = 6 * _AROUND
"""Characters among which these are found: blank lines may stand in mid-sentence."""


def _unbroken(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())
