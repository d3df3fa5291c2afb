"""Put a zone's sheet together: title, map, panel, list; and the sheets on which the list goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.render.sheet.display import Sheet
from geo.render.sheet.layout import footer, footer_holds, heading, layout
from geo.render.sheet.legend import legend_groups
from geo.render.sheet.list_sheets import ListHeading, list_sheets
from geo.render.sheet.map_frame import grid_interval, map_box
from geo.render.sheet.panels import PanelContent, list_head, zone_panel
from geo.render.sheet.paper import largest_scale
from geo.render.sheet.sheet_tasks import sheet_tasks, sites
from geo.render.sheet.task_list import entries, flow
from geo.render.sheet.zone_map import ROOM_MM, draw_zone_map, zone_extent, zone_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import MapPage
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.view import MapView


def zone_sheets(
    page: MapPage, kit: SheetKit, *, number: str, scale: int | None = None, warning: str = ""
) -> tuple[Sheet, ...]:
    """Return the sheet of a zone, and those on which its list goes on.

    Parameters
    ----------
    number
        Of the sheet in the atlas, as its title block says it.
    scale
        Denominator; None for the largest one of the series that fits.

    Raises
    ------
    InputError
        The zone does not fit on the paper.
    """
    tasks = sheet_tasks(page, kit)
    places = sites(page, tasks, kit)
    plan = layout(kit)
    extent = zone_extent(page, places, kit)
    view = zone_view(extent, map_box(plan.frame, kit), kit, scale=scale, name=page.zone.title)
    drawn = draw_zone_map(page, places, tasks, view, kit)
    groups = legend_groups(places, tasks, drawn.shown, kit)
    panel = zone_panel(plan.panel, PanelContent(page, view, groups, number), kit)
    notes = [_grid_note(view, kit), *_limits_note(page, kit)]
    named = _roads_note(drawn.roads, kit)
    is_short = not warning and footer_holds("；".join([*notes, *named]), plan, kit)
    flowed = flow(entries(tasks, kit, note="" if is_short else "".join(named)), panel.columns, kit)
    title = kit.word("zone_title", district=kit.settings.district, title=page.zone.title)
    items = (
        *heading(title, plan, kit),
        *drawn.items,
        *panel.items,
        *list_head(kit.word("list_goes_on" if flowed.rest else "list"), panel.head, page, kit),
        *flowed.items,
        *footer(plan, kit, left="；".join([*notes, *named] if is_short else notes), warning=warning),
    )
    first = Sheet(
        plan.paper.width,
        plan.paper.height,
        items,
        page.zone.id,
        number=number,
        scale=view.scale,
        map_box=view.box,
        ground=view.bounds,
        label_boxes=drawn.labels.boxes,
        unnamed=tuple(label.key.partition(" ")[2] for label in drawn.labels.left_out),
        warning=warning,
    )
    return first, *list_sheets(flowed.rest, ListHeading(page, title, number), kit)


def scale_that_fits(page: MapPage, kit: SheetKit) -> float:
    """Return the denominator of the largest scale at which a zone fits on the kit's paper; inf for none."""
    west, south, east, north = zone_extent(page, sites(page, sheet_tasks(page, kit), kit), kit)
    room = map_box(layout(kit).frame, kit).inset(ROOM_MM * kit.unit)
    fits = largest_scale(east - west, north - south, width_mm=room.width, height_mm=room.height)
    return float("inf") if fits is None else fits


def _grid_note(view: MapView, kit: SheetKit) -> str:
    """Return what the frame's figures mean."""
    return kit.word("grid_note", interval=f"{grid_interval(view.scale, unit=kit.unit) / 1000:g}")


def _limits_note(page: MapPage, kit: SheetKit) -> list[str]:
    """Return that no limits are drawn, where none were published."""
    return [kit.word("no_limits")] if page.limits.empty and page.basis != "district" else []


def _roads_note(roads: Sequence[str], kit: SheetKit) -> list[str]:
    """Return the roads of the map as text: a name that stands upright there is not found as one."""
    return [kit.word("roads_on_sheet", names="、".join(roads))] if roads else []
