"""Divide a sheet: margins, title, map, panel, last line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Orientation
from geo.render.sheet.display import Align, Box, Words
from geo.render.sheet.wrapping import fitted_points, wrap

if TYPE_CHECKING:
    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit

_MARGIN_MM, _SMALL_MARGIN_MM = 10.0, 8.0
_TITLE_MM, _FOOT_MM, _GAP_MM = 17.0, 7.0, 3.0
_PANEL_SHARE = 0.285
"""Of the width of a sheet that lies."""
_LOW_PANEL_MM = 90.0
"""Height of the panel on a sheet that stands, on A3."""
_TITLE_POINTS, _LEAST_TITLE_POINTS = 24.0, 12.0
_TITLE_SHARE = 0.92
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on a sheet with a map, in millimetres."""

    paper: Box
    inner: Box
    """Within the margins."""
    body: Box
    """Between the title and the last line."""
    frame: Box
    """Outer neat line of the map."""
    panel: Box


def layout(kit: SheetKit) -> Layout:
    """Return the layout of a paper: the panel beside the map, or below it where the paper stands upright."""
    unit, gap = kit.unit, _GAP_MM * kit.unit
    paper = Box(0, 0, kit.paper.width, kit.paper.height)
    inner = paper.inset(_SMALL_MARGIN_MM if unit < 1 else _MARGIN_MM)
    top, low = _TITLE_MM * unit, _FOOT_MM * unit
    body = Box(inner.x, inner.y + top, inner.width, inner.height - top - low)
    if kit.paper.orientation is Orientation.LANDSCAPE:
        width = round(body.width * _PANEL_SHARE)
        frame = Box(body.x, body.y, body.width - width - gap, body.height)
        return Layout(paper, inner, body, frame, Box(frame.right + gap, body.y, width, body.height))
    height = _LOW_PANEL_MM * unit
    frame = Box(body.x, body.y, body.width, body.height - height - gap)
    return Layout(paper, inner, body, frame, Box(body.x, frame.bottom + gap, body.width, height))


def heading(title: str, plan: Layout, kit: SheetKit) -> list[Item]:
    """Return the sheet's name, centred on the paper: in one line, smaller where it is long, or in two."""
    unit, face, inner = kit.unit, kit.face(bold=True), plan.inner
    width, x = inner.width * _TITLE_SHARE, plan.paper.width / 2
    least = _LEAST_TITLE_POINTS * unit
    points = fitted_points(title, width, points=_TITLE_POINTS * unit, least=least, face=face)
    lines = wrap(title, width, points=points, face=face)[:2]
    step = points * _MM * 1.15
    base = inner.y + 8.4 * unit - (len(lines) - 1) * step * 0.6
    subtitle = kit.word("subtitle", year=kit.as_of.year, month=kit.as_of.month)
    below = Words(x, inner.y + 14.2 * unit, subtitle, 9 * unit, "subtitle", kit.second, align=Align.MIDDLE)
    return [
        *(
            Words(x, base + n * step, line, points, "title", kit.ink, bold=True, align=Align.MIDDLE)
            for n, line in enumerate(lines)
        ),
        below,
    ]


_NOTE_POINTS, _FOOTNOTE_POINTS = 6.2, 7.6


def footer_holds(left: str, plan: Layout, kit: SheetKit) -> bool:
    """Tell whether a text fits into the line below the frame."""
    note = kit.face(bold=True).width(kit.word("footnote"), _FOOTNOTE_POINTS * kit.unit)
    length = kit.face().width(left, _NOTE_POINTS * kit.unit)
    return length + note + 6 * kit.unit <= plan.inner.width


def footer(plan: Layout, kit: SheetKit, *, left: str = "", warning: str = "") -> list[Item]:
    """Return the line below the frame: what the limits are worth, and a warning where there is one."""
    unit, inner = kit.unit, plan.inner
    y, middle = inner.bottom - 2.4 * unit, plan.paper.width / 2
    note, red = kit.word("footnote"), kit.styles.interface["overdue"]
    found: list[Item] = [
        Words(inner.right, y, note, _FOOTNOTE_POINTS * unit, "footnote", kit.ink, bold=True, align=Align.END)
    ]
    if left:
        found.append(Words(inner.x, y, left, _NOTE_POINTS * unit, "footnote", kit.second))
    if warning:
        points = 6.6 * unit
        found.append(Words(middle, y, warning, points, "warning", red, bold=True, align=Align.MIDDLE))
    return found
