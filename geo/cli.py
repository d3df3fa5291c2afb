"""The command: arguments, progress and messages; no logic.

Messages go to standard error, results to standard output. Exit status: 0 done; 1 a check failed;
2 the input or the arguments are wrong.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import unicodedata
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from geo import pipeline
from geo.errors import PlanmapError
from geo.model import Orientation, PaperSize, Precision, SheetFormat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from geo.geocode.source_changes import SourceChange
    from geo.io.gazetteer import ImportReport
    from geo.io.postgis import PushReport
    from geo.join.shortfall import UnplacedName, UnplacedTask
    from geo.model import Report
    from geo.pipeline import BuildResult, NameAnswer

app = typer.Typer(
    help="planmap (项目一张图): from a district's work report to mapped tasks.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_gazetteer = typer.Typer(help="Keep names of one's own, from a street to a province.", no_args_is_help=True)
app.add_typer(_gazetteer, name="gazetteer")
_INTERRUPTED = 130
_STAGES = {
    "read": "reading the report",
    "place": "finding the places",
    "ask": "asking services",
    "draw": "drawing",
    "write": "writing",
}
_WORKSPACE = Annotated[Path, typer.Argument(metavar="DIR", help="The workspace: a folder with planmap.toml.")]
_DATE = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The report's own date."),
]
_ONLINE_HELP = "Ask geocoding services for names without a position; keys come from the environment."
_JSON = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main() -> NoReturn:
    """Run the command; give one message and exit status 2 where planmap refuses something."""
    _set_streams()
    try:
        try:
            app(standalone_mode=True)
        finally:
            sys.stdout.flush()
    except PlanmapError as error:
        _say(str(error))
        sys.exit(2)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:
        _drop_output()
        _say(f"the system refuses to go on: {error}; free space or allow what it names")
        sys.exit(2)
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            _say("interrupted; each file is whole, the old one or the new one")
        raise
    sys.exit(0)


@app.command(
    epilog="Example: planmap build --report reports/erqi-2020-08.md --date 2020-08-01",
)
def build(
    folder: _WORKSPACE = Path(),
    report: Annotated[
        Path | None, typer.Option("--report", help="A report in place of the one in planmap.toml.")
    ] = None,
    date_: _DATE = None,
    online: Annotated[bool, typer.Option("--online/--offline", help=_ONLINE_HELP)] = False,  # noqa: FBT002
) -> None:
    """Make layers and maps from a report.

    Only what has changed is written. What could not be placed is listed.
    """
    with _progress() as announce:
        result = pipeline.build(
            folder, report=report, reference=_day(date_), online=_access(online=online), announce=announce
        )
    for line in _build_lines(folder, result):
        _print(line)


@app.command("print", epilog="Example: planmap print --zone 马寨镇 --size A2 --scale 1:10000")
def print_(
    zone: Annotated[str, typer.Option("--zone", help="The zone: its name, title, alias or id.")],
    folder: _WORKSPACE = Path(),
    size: Annotated[
        PaperSize | None, typer.Option("--size", help="Paper; otherwise what planmap.toml says, or A3.")
    ] = None,
    orientation: Annotated[
        Orientation | None,
        typer.Option("--orientation", help="Otherwise whichever gives the larger scale."),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(
            "--scale", metavar="1:N", help="Otherwise the largest of the standard series that fits."
        ),
    ] = None,
    form: Annotated[SheetFormat, typer.Option("--format", help="What to write.")] = SheetFormat.PDF,
    output: Annotated[
        Path | None, typer.Option("--output", help="The file; otherwise one named by zone, size and scale.")
    ] = None,
) -> None:
    """Print one zone's sheet, true to scale.

    planmap build makes the sheets of all zones in maps/print/. Further pages of a PNG or SVG get a number.
    """
    request = pipeline.print_request(zone, size=size, orientation=orientation, scale=scale, form=form)
    with _progress() as announce:
        printed = pipeline.print_zone(folder, request, output=output, announce=announce)
    if printed.unnamed:
        _say(f"no room on the map for the names of {'、'.join(printed.unnamed)}; the list has them")
    if printed.warning:
        _say(printed.warning)
    for path in printed.paths:
        _print(f"{path}: {printed.scale}")


@app.command(epilog="Example: planmap extract reports/erqi-2020-08.md --date 2020-08-01 --json")
def extract(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="A work report.")],
    date_: _DATE = None,
    as_json: _JSON = False,  # noqa: FBT002 - a flag of the command line
    text: Annotated[bool, typer.Option("--text", help="Print the text to which all offsets refer.")] = False,  # noqa: FBT002
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", help="Know the places of this workspace's layers by name, too."),
    ] = None,
) -> None:
    """Print what a report says.

    Its tasks, places, times and numbers, as the text has them, before any geocoding.
    """
    names = pipeline.workspace_names(workspace) if workspace else None
    told = pipeline.read(report, named=report.as_posix(), reference=_day(date_), names=names)
    if text:
        sys.stdout.write(told.text)
    elif as_json:
        _print_json(pipeline.as_json(told))
    else:
        for line in _task_lines(told):
            _print(line)


@app.command(epilog="Example: planmap geocode 德化步行街 飞翔路 --json")
def geocode(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="Names of places.")],
    zone: Annotated[
        str | None, typer.Option("--zone", help="The zone in which they are named; settles homonyms.")
    ] = None,
    workspace: Annotated[Path, typer.Option("--workspace", help="The workspace to look in.")] = Path(),
    online: Annotated[bool, typer.Option("--online", help=_ONLINE_HELP)] = False,  # noqa: FBT002
    as_json: _JSON = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Say where places are, and how sure.

    The answer names the source, or why there is no position and what would give one.
    """
    answers = pipeline.answer_names(workspace, names, zone=zone, online=_access(online=online))
    if as_json:
        _print_json([found.answer for found in answers])
    else:
        for found in answers:
            _print(_answer_line(found))


@app.command(epilog="Example: planmap check --strict")
def check(
    folder: _WORKSPACE = Path(),
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,  # noqa: FBT002
) -> None:
    """Hold a workspace against every rule.

    All findings are listed; the exit status is 1 where one fails the check.
    """
    findings = pipeline.check(folder)
    for finding in findings:
        _print(str(finding))
    failed = [finding for finding in findings if pipeline.fails(finding, strict=strict)]
    _say(f"{len(failed)} of {len(findings)} findings fail the check" if failed else "every rule holds")
    if failed:
        raise typer.Exit(1)


@app.command(epilog="Example: planmap convert shops.csv shops-wgs84.csv --from gcj02 --to wgs84")
def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="GeoJSON, GeoPackage, Shapefile or CSV.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    datum_to: Annotated[
        str, typer.Option("--to", help="Datum of OUT: wgs84, gcj02, bd09, cgcs2000, EPSG:n.")
    ],
    datum_from: Annotated[
        str | None, typer.Option("--from", help="Datum of IN, likewise; needed where IN does not state it.")
    ] = None,
) -> None:
    """Write a file in another datum.

    Or in another projection; everything else stays as it is.
    """
    rows = pipeline.convert(source, target, datum_from=datum_from, datum_to=datum_to)
    _print(f"{target}: {rows} rows, {datum_from or 'as it states'} -> {datum_to}")


@app.command(epilog="Example: planmap view layers/planmap.gpkg roads.html --layer roads --title 道路")
def view(
    source: Annotated[Path, typer.Argument(metavar="IN", help="GeoJSON, GeoPackage or Shapefile.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The page to write: a name in .html.")],
    layer: Annotated[str | None, typer.Option("--layer", help="Which of several layers.")] = None,
    datum_from: Annotated[
        str | None,
        typer.Option("--from", help="Datum of IN, as for convert; needed where IN does not state it."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the page is called.")] = None,
    title_column: Annotated[
        str | None, typer.Option("--name-column", help="The column that names a feature.")
    ] = None,
    colour_by: Annotated[
        str | None, typer.Option("--colour-by", help="The column that gives colour and symbol.")
    ] = None,
) -> None:
    """Make one offline page of any layer, with list, search and facets.

    It holds up to 200,000 features; what is larger is for QGIS or PostGIS.
    """
    count = pipeline.view(
        source,
        target,
        layer=layer,
        datum_from=datum_from,
        title=title,
        title_column=title_column,
        colour_by=colour_by,
    )
    _print(f"{target}: {count} features, {target.stat().st_size / 1e6:.1f} MB")


@app.command(epilog="Example: planmap push postgresql://gis@localhost/erqi --schema planmap")
def push(
    address: Annotated[
        str,
        typer.Argument(
            metavar="ADDRESS",
            help="postgresql://user@host/database; what is left out comes from "
            "PGHOST, PGUSER, PGPASSWORD and the like, ~/.pgpass or a service.",
        ),
    ],
    folder: _WORKSPACE = Path(),
    schema: Annotated[str, typer.Option("--schema", help="Schema that takes the tables.")] = "planmap",
) -> None:
    """Bring the layers into PostGIS.

    All tables or none are brought to what layers/ says; what others hung on them stays. Pushing again
    changes nothing.
    """
    for line in _push_lines(pipeline.push(folder, address, schema=schema, say=_say)):
        _print(line)


@_gazetteer.command("import", epilog="Example: planmap gazetteer import henan-latest.osm.pbf --datum wgs84")
def import_gazetteer(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".osm.pbf, .gpkg, .geojson, .shp or .csv.")],
    datum: Annotated[
        str | None,
        typer.Option("--datum", help="wgs84, gcj02, bd09, cgcs2000, EPSG:n; needed where FILE states none."),
    ] = None,
    layer: Annotated[str | None, typer.Option("--layer", help="The layer of a GeoPackage.")] = None,
    name_column: Annotated[str | None, typer.Option("--name-column", help="The column of names.")] = None,
    precision: Annotated[
        Precision | None, typer.Option("--precision", help="Of every place, in place of what is usual.")
    ] = None,
    uncertainty_m: Annotated[
        float | None, typer.Option("--uncertainty-m", min=0.1, help="Metres by which a place may be off.")
    ] = None,
    workspace: Annotated[Path, typer.Option("--workspace", help="The workspace to import into.")] = Path(),
) -> None:
    """Import places to look names up in.

    They are asked after the reviewed layers, and only for what lies in the district. Importing a file
    again replaces what it gave before.
    """
    with _progress() as announce:
        report = pipeline.import_gazetteer(
            workspace,
            file,
            datum=datum,
            layer=layer,
            name_column=name_column,
            precision=precision,
            uncertainty_m=uncertainty_m,
            announce=lambda rows: announce(f"{rows} rows read"),
        )
    for line in _import_lines(report):
        _print(line)


# --- What is said --------------------------------------------------------------------------------


def _build_lines(folder: Path, result: BuildResult | None) -> Iterator[str]:
    if result is None:
        yield f"Nothing has changed since the last build; open {pipeline.index_of(folder)}"
        return
    yield from _change_lines(result.changes)
    ledger = result.ledger
    yield (
        f"{ledger.tasks} tasks = {ledger.located} located + {ledger.zone_level} known by zone"
        f" + {ledger.unplaced} unplaced"
    )
    yield from _name_lines(result.unplaced_names)
    yield from _unplaced_task_lines(result.unplaced_tasks)
    if result.notices:
        yield from ("", "To look at in the report:")
        yield from (f"  {notice}" for notice in result.notices)
    yield from ("", f"{result.written} files changed. Open {result.index}")
    titles = [_shortened(zone.title) for zone in result.pages]
    widest = max(map(cell_len, titles), default=0)
    for title, path in zip(titles, result.pages.values(), strict=True):
        yield f"  {set_cell_size(title, widest)}  {path}"


def _change_lines(changes: Sequence[SourceChange]) -> Iterator[str]:
    if not changes:
        return
    yield "layers/source since the last build:"
    yield from (f"  {change}" for change in changes[:_MOST_CHANGES])
    if len(changes) > _MOST_CHANGES:
        yield f"  … and {len(changes) - _MOST_CHANGES} more"
    yield ""


_MOST_CHANGES = 20
"""Lines that are still read; git shows all."""


def _import_lines(report: ImportReport) -> Iterator[str]:
    counts = report.counts
    yield f"{report.path}: {counts.places} places, {counts.names} different names, from {report.datum}"
    for reason, (rows, first) in report.skipped.items():
        more = ", …" if rows > len(first) else ""
        yield f"  left out: {rows} with {reason} ({', '.join(first)}{more})"


def _push_lines(report: PushReport) -> Iterator[str]:
    rows = sum(table.rows for table in report.tables)
    yield f"{report.shown}: schema {report.schema}, {len(report.tables)} tables, {rows} rows"
    if not any(table.wrote for table in report.tables):
        yield "  nothing has changed since the last push"
        return
    for table in report.tables:
        if table.is_new:
            yield f"  {table.name}: new, {table.rows} rows"
        elif table.wrote:
            yield f"  {table.name}: {table.added} added, {table.changed} changed, {table.removed} removed"


def _name_lines(names: Sequence[UnplacedName]) -> Iterator[str]:
    if not names:
        return
    different, mentions = len({name.name for name in names}), sum(name.mentions for name in names)
    yield from ("", f"{different} names, {mentions} mentions without a position (layers/misses.csv):")
    for reason, alike in groupby(names, key=lambda name: name.reason):
        yield f"  {reason}"
        yield from _aligned((f"    {name.name}", " ".join(name.tasks), name.would_place) for name in alike)


def _unplaced_task_lines(tasks: Sequence[UnplacedTask]) -> Iterator[str]:
    if not tasks:
        return
    yield from ("", f"{len(tasks)} tasks on no map, only in its lists (layers/tasks.csv):")
    for reason, alike in groupby(tasks, key=lambda task: task.reason):
        yield f"  {reason}"
        yield from (f"    {task.id}  {_shortened(task.text)}" for task in alike)


def _task_lines(report: Report) -> Iterator[str]:
    sections = {section.id: section for section in report.sections}
    heading = None
    for task in report.tasks:
        if task.section != heading:
            heading = task.section
            section = sections[heading]
            yield ""
            yield f"{section.heading or report.title}" + (f" ({section.zone})" if section.zone else "")
        due = f" until {task.due}" if task.due else ""
        yield f"  {task.id} [{task.category}, {task.status}{due}] {task.text}"
    for notice in report.notices:
        yield f"! {notice.start}-{notice.end} {report.text[notice.start : notice.end]}: {notice.message}"


def _answer_line(found: NameAnswer) -> str:
    answer = found.answer
    if not found.reason:
        return (
            f"{answer['name']}: {answer['place']} {answer['lon']}, {answer['lat']} ({answer['precision']},"
            f" ±{answer['uncertainty_m']:g} m, {answer['datum_in']}) {answer['source']}{_others(answer)}"
        )
    known = f", but it lies in {answer['place']} ({answer['precision']})" if answer["place"] else ""
    source = f"; {answer['source']}" if answer["source"] else ""
    return (
        f"{answer['name']}: no position{known}: {found.reason}; {found.would_place}{source}{_others(answer)}"
    )


def _others(answer: Mapping[str, Any]) -> str:
    """Give the runners-up, what is offered before what is refused, with why."""
    others = answer["others"]
    offered = "、".join(other["place"] for other in others if other["why"] in _OFFERED)
    refused = "、".join(
        f"{other['place']} ({other['why']})" for other in others if other["why"] not in _OFFERED
    )
    alike = f"; alike: {offered}" if offered else ""
    return f"{alike}; not meant: {refused}" if refused else alike


_OFFERED = {"alike", "same_name", "other_ending"}
"""Why a name is offered to choose from; the others are refused."""


def _shortened(text: str, *, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _access(*, online: bool) -> pipeline.OnlineAccess | None:
    return pipeline.OnlineAccess(os.environ, _say) if online else None


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


# --- How it is said ------------------------------------------------------------------------------


class _progress:  # noqa: N801 - used like a function
    """Show the stage on a terminal; elsewhere nothing."""

    def __enter__(self) -> pipeline.Announce:
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"))
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._bar.start()
        row = self._bar.add_task("", total=None)
        return lambda stage: self._bar.update(row, description=_STAGES.get(stage, stage))

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


_WIDEST_CELLS = (40, 15, None)
"""Of a name with its indent (18 Chinese characters), of the ids of two tasks, and of what fills the rest;
what is wider goes on below."""


def _aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Set rows in columns that fit the terminal (100 cells where there is none), with nothing cut off.

    A Chinese character is two cells wide, which rich knows.
    """
    table = Table.grid(padding=(0, 2, 0, 0))
    for widest in _WIDEST_CELLS:
        table.add_column(overflow="fold", max_width=widest)
    for row in rows:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    canvas = io.StringIO()
    Console(file=canvas, width=max(shutil.get_terminal_size((100, 0)).columns, 60)).print(table)
    return (line.rstrip() for line in canvas.getvalue().splitlines())


def _print(line: str) -> None:
    """Put a line on standard output as it is: data may hold what looks like markup."""
    sys.stdout.write(f"{_shown(line)}\n")


def _print_json(value: Sequence[Any] | dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _say(message: str) -> None:
    sys.stderr.write(f"planmap: {_shown(message)}\n")


def _shown(text: str) -> str:
    """Replace what would steer a terminal: a report and a path may hold escape sequences."""
    return "".join("\ufffd" if unicodedata.category(sign) in {"Cc", "Cf"} else sign for sign in text)


def _drop_output() -> None:
    """Let what is still to be printed go nowhere: Python would fail at its end for want of a reader."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _set_streams() -> None:
    """Write UTF-8 where a program reads, and what a terminal cannot show as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
