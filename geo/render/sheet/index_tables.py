"""The indexes of the atlas: of its sheets, of all tasks, of all places."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from geo.model import Orientation
from geo.render.sheet.display import Align, Box, Sheet
from geo.render.sheet.layout import footer, heading, layout
from geo.render.sheet.paper import scale_text
from geo.render.sheet.sheet_tasks import sheet_tasks, sites
from geo.render.sheet.tables import Table, TableColumn, set_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import MapPage
    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit

_GAP_MM = 4.0


def sheet_number(position: int, kit: SheetKit) -> str:
    """Return the number of a sheet: what planmap.toml puts in front, and two digits; the cover is 00."""
    return f"{kit.settings.print.number_prefix}{position:02d}"


def sheet_index(pages: Sequence[MapPage], sheets: Sequence[Sheet], kit: SheetKit) -> Table:
    """Return the index of the sheets; each task is counted on one of them, so that columns add up."""
    counted = ("tasks", "located", "zone_level", "unplaced")
    columns = (
        TableColumn(kit.word("column_number"), 1.2),
        TableColumn(kit.word("column_title"), 3.4),
        TableColumn(kit.word("column_scale"), 1.9),
        *(TableColumn(kit.word(f"column_{key}"), 1.25, Align.END) for key in counted),
    )
    counts = [[getattr(page.ledger, key) for key in counted] for page in pages]
    rows = tuple(
        (sheet.number, page.zone.title, scale_text(sheet.scale or 0), *map(str, own))
        for page, sheet, own in zip(pages, sheets, counts, strict=True)
    )
    sums = [str(sum(own[column] for own in counts)) for column in range(len(counted))]
    return Table(columns, rows, (kit.word("total"), "", "", *sums))


def index_sheets(pages: Sequence[MapPage], kit: SheetKit) -> tuple[Sheet, ...]:
    """Return the index of all tasks and that of all places."""
    return (
        *_table_sheets(task_index(pages, kit), kit.word("index_tasks"), "tasks", kit),
        *_table_sheets(place_index(pages, kit), kit.word("index_places"), "places", kit, columns=3),
    )


def task_index(pages: Sequence[MapPage], kit: SheetKit) -> Table:
    """Return every task once: where it stands in the atlas, what it says, and whether it is on the map."""
    columns = (
        TableColumn(kit.word("column_number"), 6),
        TableColumn(kit.word("column_order"), 5, Align.END),
        TableColumn(kit.word("column_task"), 8),
        TableColumn(kit.word("column_text"), 62),
        TableColumn(kit.word("column_facts"), 38),
        TableColumn(kit.word("column_state"), 30),
    )
    state = kit.labels["placed"]
    rows = tuple(
        (
            sheet_number(position, kit),
            str(task.number),
            task.id,
            task.text,
            task.facts,
            f"{state[task.placed]}：{task.why}" if task.why else state[task.placed],
        )
        for position, page in enumerate(pages, start=1)
        for task in sheet_tasks(page, kit)
    )
    return Table(columns, rows)


def place_index(pages: Sequence[MapPage], kit: SheetKit) -> Table:
    """Return every place on a map once, with the sheets on which it stands and the tasks there."""
    found: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for position, page in enumerate(pages, start=1):
        for site in sites(page, sheet_tasks(page, kit), kit):
            kind = kit.labels["kind"].get(site.kind, site.kind)
            precision = f"{kit.labels['precision'][site.precision]} ±{site.uncertainty_m:g} m"
            numbers = "、".join(map(str, site.numbers))
            found[site.name, kind, precision][f"{sheet_number(position, kit)}（{numbers}）"] = None
    columns = (
        TableColumn(kit.word("column_place"), 11),
        TableColumn(kit.labels["columns"]["kind"], 5),
        TableColumn(kit.labels["columns"]["precision"], 10),
        TableColumn(kit.word("column_sheets"), 9),
    )
    return Table(columns, tuple((*key, "；".join(entries)) for key, entries in sorted(found.items())))


def _table_sheets(
    table: Table, title: str, name: str, kit: SheetKit, *, columns: int = 1
) -> tuple[Sheet, ...]:
    """Return a table on as many sheets as it needs, in columns side by side."""
    plan = layout(kit)
    upright = kit.paper.orientation is Orientation.PORTRAIT
    count = max(1, columns - 1 if upright else columns)
    title = f"{kit.settings.district}·{title}"
    found: list[Sheet] = []
    start, rows = 0, len(table.all_rows())
    while start < rows:
        head = kit.word("title_more", title=title, n=len(found)) if found else title
        items: list[Item] = [*heading(head, plan, kit), *footer(plan, kit)]
        for number, box in enumerate(_columns(plan.body, count, _GAP_MM * kit.unit)):
            if start < rows:
                share = math.ceil((rows - start) / (count - number))
                part = set_table(table, box, kit, start=start, most=share)
                items.extend(part.items)
                start += part.used
        found.append(Sheet(plan.paper.width, plan.paper.height, tuple(items), f"{name}-{len(found) + 1}"))
    return tuple(found)


def _columns(body: Box, count: int, gap: float) -> list[Box]:
    width = (body.width - gap * (count - 1)) / count
    return [Box(body.x + number * (width + gap), body.y, width, body.height) for number in range(count)]
