"""Put the atlas together: a cover with the district and the sheet index, a sheet a zone, index tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from geo.model import Orientation
from geo.render.sheet.cover import cover
from geo.render.sheet.index_tables import index_sheets, sheet_number
from geo.render.sheet.zone_sheet import scale_that_fits, zone_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import MapPage
    from geo.render.sheet.display import Sheet
    from geo.render.sheet.kit import SheetKit

PUBLIC_SCALE = 5_000
PUBLIC_AREA_KM2 = 25.0
"""Maps at 1:5 000 and larger that together cover more may not be published (the rules of 2020 on the range
of state secrets in surveying)."""


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """All sheets of a district."""

    front: tuple[Sheet, ...]
    zones: tuple[tuple[str, tuple[Sheet, ...]], ...]
    """By the id of the zone, each its sheets."""
    back: tuple[Sheet, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All of them in order."""
        return (*self.front, *(sheet for _, own in self.zones for sheet in own), *self.back)


def atlas(pages: Sequence[MapPage], kit: SheetKit) -> Atlas:
    """Return the atlas of all pages, in their order.

    The cover lies as the kit's paper does; a zone's sheet lies so, too, unless planmap.toml leaves it
    open and its scale becomes larger the other way.
    """
    chosen = kit.settings.print.orientation

    def drawn(warning: str) -> list[tuple[Sheet, ...]]:
        return [
            oriented_sheets(
                page, kit, number=sheet_number(position, kit), orientation=chosen, warning=warning
            )
            for position, page in enumerate(pages, start=1)
        ]

    made = drawn("")
    warning = publishing_warning([own[0] for own in made], kit)
    if warning:
        made = drawn(warning)
    zones = tuple((page.zone.id, own) for page, own in zip(pages, made, strict=True))
    front = cover(pages, [own[0] for own in made], kit, warning=warning)
    return Atlas((front,), zones, index_sheets(pages, kit))


def oriented_sheets(
    page: MapPage,
    kit: SheetKit,
    *,
    number: str,
    orientation: Orientation | None,
    scale: int | None = None,
    warning: str = "",
) -> tuple[Sheet, ...]:
    """Return the sheets of a zone on paper that lies one way; without a choice the way of the larger scale.

    Raises
    ------
    InputError
        The zone does not fit on the paper.
    """
    ways = [orientation] if orientation else [Orientation.LANDSCAPE, Orientation.PORTRAIT]
    kits = [replace(kit, paper=replace(kit.paper, orientation=way)) for way in ways]
    best = min(kits, key=lambda lying: scale_that_fits(page, lying))
    made = zone_sheets(page, best, number=number, scale=scale, warning=warning)
    alone = publishing_warning(made[:1], kit)
    return (
        made if warning or not alone else zone_sheets(page, best, number=number, scale=scale, warning=alone)
    )


def publishing_warning(sheets: Sequence[Sheet], kit: SheetKit) -> str:
    """Return a warning where sheets together show more, at a large scale, than may be published."""
    windows = [
        shapely.box(*sheet.ground)
        for sheet in sheets
        if sheet.scale is not None and sheet.ground is not None and sheet.scale <= PUBLIC_SCALE
    ]
    area = float(shapely.union_all(windows).area) / 1e6 if windows else 0.0
    return kit.word("warning", area=f"{area:.1f}") if area > PUBLIC_AREA_KM2 else ""
