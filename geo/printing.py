"""Make printed sheets: pages + base -> bytes of the files of maps/print/, or of one sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import InputError, describe
from geo.io import assets
from geo.io.fonts import bold_font, regular_font
from geo.io.outputs import write_all
from geo.io.typesetting import typeset
from geo.model import Orientation, PaperSize, SheetFormat
from geo.render.sheet import (
    SCALES,
    Faces,
    Legible,
    Paper,
    SheetKit,
    atlas,
    oriented_sheets,
    read_face,
    scale_text,
    sheet_number,
    typst_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import BaseMap, MapPage
    from geo.render.sheet import Sheet
    from geo.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What ``planmap print`` is asked for."""

    zone: str
    """Name, title, alias or id of a zone."""
    size: PaperSize | None = None
    """None for that of planmap.toml."""
    orientation: Orientation | None = None
    """None for whichever gives the larger scale."""
    scale: int | None = None
    """Denominator; None for the largest one of the series that fits."""
    form: SheetFormat = SheetFormat.PDF


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What ``planmap print`` made."""

    paths: tuple[Path, ...]
    """One of a PDF; one a page of other formats."""
    scale: str
    """As it stands on the sheet: 1:10 000."""
    unnamed: tuple[str, ...]
    """Places whose names found no room on the map."""
    warning: str
    """Why it may not be published; empty where it may."""


def print_request(
    zone: str,
    *,
    size: PaperSize | None,
    orientation: Orientation | None,
    scale: str | None,
    form: SheetFormat,
) -> PrintRequest:
    """Return a request from the words of a command.

    Raises
    ------
    InputError
        The scale is no scale, or none of the standard series.
    """
    denominator = None if scale is None else read_scale(scale)
    return PrintRequest(zone, size, orientation, denominator, form)


def read_scale(text: str) -> int:
    """Return the denominator of a scale of the standard series.

    Raises
    ------
    InputError
        It is none.

    >>> read_scale("1:10 000"), read_scale("1：2000"), read_scale("500")
    (10000, 2000, 500)
    """
    digits = re.sub(r"[\s,，]", "", text).replace("：", ":").removeprefix("1:")
    if digits.isdecimal() and len(digits) < _MOST_DIGITS and int(digits) in SCALES:
        return int(digits)
    remedy = f"give one of {', '.join(map(scale_text, SCALES))}"
    raise InputError(describe(where="--scale", what="is no standard scale", value=text, remedy=remedy))


_MOST_DIGITS = 12


def print_files(
    pages: Sequence[MapPage], base: BaseMap, workspace: Workspace, *, as_of: date
) -> dict[Path, bytes]:
    """Draw printed sheets: pages + base -> bytes of the atlas and of one file a zone."""
    kit = sheet_kit(base, workspace, as_of=as_of)
    pages = [Legible(kit.faces).page(page) for page in pages]
    made = atlas(pages, kit)
    titles = {page.zone.id: page.zone.title for page in pages}
    district = workspace.settings.district
    whole = kit.word("atlas_title", district=district)
    return {
        workspace.atlas: set_sheets(made.sheets, title=whole, when=as_of)[0],
        **{
            workspace.printed(zone): set_sheets(
                sheets, title=kit.word("zone_title", district=district, title=titles[zone]), when=as_of
            )[0]
            for zone, sheets in made.zones
        },
    }


def print_sheet(
    request: PrintRequest,
    pages: Sequence[MapPage],
    base: BaseMap,
    workspace: Workspace,
    *,
    as_of: date,
    output: Path | None,
) -> PrintedSheet:
    """Draw one zone as it is asked for, and write it.

    Raises
    ------
    InputError
        No page is of that name, or it does not fit at the scale.
    OutputError
        The file cannot be written.
    """
    position, found = find_page(request.zone, pages)
    kit = sheet_kit(base, workspace, as_of=as_of, size=request.size)
    page = Legible(kit.faces).page(found)
    number = sheet_number(position, kit)
    sheets = oriented_sheets(page, kit, number=number, orientation=request.orientation, scale=request.scale)
    title = kit.word("zone_title", district=workspace.settings.district, title=page.zone.title)
    contents = set_sheets(sheets, title=title, when=as_of, form=request.form)
    scale = sheets[0].scale or 0
    first = output or Path(f"{page.zone.id}-{kit.paper.size}-{scale}.{request.form}")
    paths = [first, *(first.with_stem(f"{first.stem}-{n}") for n in range(2, len(contents) + 1))]
    write_all(dict(zip(paths, contents, strict=True)))
    return PrintedSheet(tuple(paths), scale_text(scale), sheets[0].unnamed, sheets[0].warning)


def find_page(zone: str, pages: Sequence[MapPage]) -> tuple[int, MapPage]:
    """Return the page of a zone, by its name, title, alias or id, and its position from 1.

    Raises
    ------
    InputError
        No page is of that name.
    """
    for position, page in enumerate(pages, start=1):
        own = page.zone
        if zone in (own.id, own.name, own.title, *own.aliases):
            return position, page
    known = "、".join(page.zone.title for page in pages)
    raise InputError(describe(where="--zone", what="is no zone", value=zone, remedy=f"there are {known}"))


def sheet_kit(base: BaseMap, workspace: Workspace, *, as_of: date, size: PaperSize | None = None) -> SheetKit:
    """Gather what all sheets are made from: base + workspace -> kit, with texts that the fonts can show."""
    faces = _faces()
    given, legible = workspace.settings.print, Legible(faces)
    return SheetKit(
        settings=legible.settings(workspace.settings),
        base=legible.base(base),
        styles=assets.read_styles(),
        labels=assets.read_labels(),
        words=assets.read_sheet_words(),
        faces=faces,
        as_of=as_of,
        paper=Paper(size or given.size, given.orientation or Orientation.LANDSCAPE),
        endings=tuple(
            word for words in assets.read_lexicon().words["place_suffixes"].values() for word in words
        ),
    )


@lru_cache(maxsize=1)
def _faces() -> Faces:
    """Return what the fonts say of themselves; their files are not kept in memory."""
    regular, bold = regular_font(), bold_font()
    with regular.opened() as content:
        plain = read_face(content, family=regular.family, bold=False)
    with bold.opened() as content:
        return Faces(plain, read_face(content, family=bold.family, bold=True))


def set_sheets(
    sheets: Sequence[Sheet], *, title: str, when: date, form: SheetFormat = SheetFormat.PDF
) -> tuple[bytes, ...]:
    """Set sheets: display lists -> the bytes of one PDF, or of a PNG or an SVG each.

    Raises
    ------
    OutputError
        They cannot be set.
    """
    text = typst_text(sheets, regular=regular_font().family, bold=bold_font().family, title=title)
    return typeset(text, named=title, when=when, form=form)
