"""Say how far a task could be placed, and why not further."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from geo.model import Miss, MissReason, Place, Precision, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

Placement = Place | Miss

_SHARES = frozenset({"%", "％", "‰"})
"""Units of a share, which counts no things."""
_ZONE_OR_COARSER = frozenset({Precision.ZONE, Precision.DISTRICT})


class Placed(StrEnum):
    """How far a task is on the map."""

    YES = "yes"
    """Every place that it names."""
    PARTLY = "partly"
    """Some of them."""
    ZONE = "zone"
    """None, but all are known to lie in a zone or a town."""
    NO = "no"


class TaskReason(StrEnum):
    """Why a task is not wholly on the map; the words are in labels.toml under task_reason."""

    COUNT_ONLY = "count_only"
    DISTRICT_WIDE = "district_wide"
    NO_PLACE = "no_place"
    OUTSIDE = "outside"
    NO_COORDINATE = "no_coordinate"
    UNKNOWN_NAME = "unknown_name"
    AMBIGUOUS = "ambiguous"
    NOT_A_PLACE = "not_a_place"


def without_places(quantities: Sequence[Quantity], *, district_wide: bool) -> tuple[Placed, TaskReason]:
    """Judge a task that names no place: it only counts, or is the whole district's, or just names none."""
    if any(quantity.unit not in _SHARES for quantity in quantities):
        return Placed.NO, TaskReason.COUNT_ONLY
    return Placed.NO, TaskReason.DISTRICT_WIDE if district_wide else TaskReason.NO_PLACE


def with_places(placements: Sequence[Placement], *, district: str) -> tuple[Placed, TaskReason | None]:
    """Judge a task by the placements of the places in the district that it names.

    A task that names places outside the district only has no placement, and is ``outside``.
    """
    if not placements:
        return Placed.NO, TaskReason.OUTSIDE
    located = [placement for placement in placements if is_located(placement)]
    if len(located) == len(placements):
        return Placed.YES, None
    if located:
        return Placed.PARTLY, _first_reason(placements, district)
    unknown = [placement for placement in placements if not _is_zone_level(placement, district)]
    if unknown:
        return Placed.NO, _first_reason(unknown, district)
    return Placed.ZONE, _first_reason(placements, district)


def is_located(placement: Placement) -> bool:
    """Say whether a placement is finer than a whole zone."""
    return isinstance(placement, Place) and placement.precision not in _ZONE_OR_COARSER


def is_rejected(placement: Placement | None) -> bool:
    """Say whether a person has decided that a name is no place: its task does not name it, then."""
    return isinstance(placement, Miss) and placement.reason is MissReason.NOT_A_PLACE


def _is_zone_level(placement: Placement, district: str) -> bool:
    match placement:
        case Place():
            return placement.precision is Precision.ZONE
        case Miss():
            return placement.within not in {None, district}


def _first_reason(placements: Sequence[Placement], district: str) -> TaskReason | None:
    """Return the reason of the first miss; None where a zone itself is named."""
    miss = next((placement for placement in placements if isinstance(placement, Miss)), None)
    if miss is None:
        return None
    whole_district = miss.name == district and miss.reason is MissReason.NO_COORDINATE
    return TaskReason.DISTRICT_WIDE if whole_district else TaskReason(miss.reason.value)
