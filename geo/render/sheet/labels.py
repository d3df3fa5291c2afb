"""Labels of a map: how large they are, and how they are set where they were placed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.render.sheet.display import Align, Box, Shape, Stroke, Words
from geo.render.sheet.placing import place
from geo.render.sheet.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.render.sheet.display import Item
    from geo.render.sheet.kit import SheetKit
    from geo.render.sheet.placing import Boxes, Spot
    from geo.render.sheet.symbols import SymbolStyle
    from geo.render.sheet.view import MapView

CENTRED = ("zone_name", "zone_name_small", "area_name", "neighbour_name")
_MM = 25.4 / 72
_LEADING = 1.22
_ASCENT = 0.86
"""From the upper side of a line of text to its baseline, in ems: that of Chinese characters."""
_DESCENT = 0.14
_CENTRE = 0.37
"""From the baseline up to the middle of a character, in ems."""
_ICON_EMS = 1.15
_PAD_MM = 0.35
"""Of plate beyond the characters."""
_PLATE_OPACITY = 0.8
_EDGE_MM = 0.6
"""So near to the neat line no label comes."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name, with how it looks."""

    key: str
    lines: tuple[str, ...]
    points: float
    colour: str
    role: str
    bold: bool = False
    icon: SymbolStyle | None = None
    """Symbol before the name."""
    plate: bool = True
    """What lies below it shines through only a little."""

    @property
    def em(self) -> float:
        """Height of a character in millimetres."""
        return self.points * _MM

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.em * _LEADING

    @property
    def ascent(self) -> float:
        """From its upper side to its first baseline."""
        return _PAD_MM + self.em * _ASCENT

    @property
    def icon_width(self) -> float:
        """Room of the symbol before its text."""
        return self.em * _ICON_EMS if self.icon is not None else 0.0

    def size(self, kit: SheetKit) -> tuple[float, float]:
        """Return its width and height."""
        face = kit.face(bold=self.bold)
        width = max(face.width(line, self.points) for line in self.lines) + self.icon_width
        height = (len(self.lines) - 1) * self.leading + self.em
        return width + 2 * _PAD_MM, height + 2 * _PAD_MM

    def piece_widths(self, kit: SheetKit) -> list[float]:
        """Return the widths of what stands below each other where the name is upright."""
        face = kit.face(bold=self.bold)
        icon = [self.icon_width] if self.icon is not None else []
        return icon + [max(face.width(piece, self.points), 0.3) for piece in pieces_of(self.lines[0])]


def pieces_of(text: str) -> list[str]:
    """Return what stands below each other in an upright name: characters, but numbers whole.

    >>> pieces_of("12、3 福寿街")
    ['12、3', '福', '寿', '街']
    """
    head, blank, rest = text.partition(" ")
    return [head, *rest.replace(" ", "")] if blank else list(text)


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """A label and the spots that it may take."""

    label: Label
    spots: Sequence[Spot]


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """The labels of a map, set."""

    items: tuple[Item, ...] = ()
    boxes: tuple[tuple[str, Box], ...] = ()
    """Each label's key with the room of its pieces."""
    left_out: tuple[Label, ...] = ()
    """What found no room."""


def set_labels(
    wishes: Sequence[Wish],
    view: MapView,
    kit: SheetKit,
    *,
    taken: Sequence[Box] = (),
    lines: Iterable[BaseGeometry] = (),
    most_lines: float = math.inf,
) -> Labels:
    """Place labels and set them: leaders lowest, then plates, then texts.

    Parameters
    ----------
    taken
        What no label covers.
    lines
        In millimetres; what labels rather do not cover.
    most_lines
        On so many of them a label may stand; one that would stand on more is left out.
    """
    window = view.box.inset(_EDGE_MM)
    spots, boxes_taken = [wish.spots for wish in wishes], as_boxes(taken)
    placed = place(spots, window=window, taken=boxes_taken, lines=lines, most_lines=most_lines)
    found = [(wish.label, spot) for wish, spot in zip(wishes, placed.spots, strict=True) if spot is not None]
    leaders = [_leader(label, spot, kit) for label, spot in found if spot.leader is not None]
    plates = [item for label, spot in found if label.plate for item in _plates(label, spot, kit)]
    texts = [item for label, spot in found for item in _texts(label, spot, kit)]
    boxes = [
        (label.key, Box(x, y, right - x, bottom - y))
        for label, spot in found
        for x, y, right, bottom in spot.boxes.tolist()
    ]
    left_out = tuple(wishes[index].label for index in placed.left_out)
    return Labels((*leaders, *plates, *texts), tuple(boxes), left_out)


def as_boxes(boxes: Sequence[Box]) -> Boxes:
    """Return rectangles as rows of left, top, right and bottom."""
    return np.array([(box.x, box.y, box.right, box.bottom) for box in boxes], dtype=float).reshape(-1, 4)


def _leader(label: Label, spot: Spot, kit: SheetKit) -> Item:
    x, y, to_x, to_y = spot.leader or (0.0, 0.0, 0.0, 0.0)
    return Shape((np.array([(x, y), (to_x, to_y)]),), "leader", stroke=Stroke(label.colour, 0.16 * kit.unit))


def _plates(label: Label, spot: Spot, kit: SheetKit) -> Iterator[Item]:
    paper = kit.styles.base["casing"]
    rooms = [np.array([(x, y), (r, y), (r, b), (x, b)]) for x, y, r, b in spot.boxes.tolist()]
    if spot.is_turned:
        along, up = _axes(spot)
        start = np.array((spot.x, spot.y)) - up * _DESCENT * label.em
        end, high = start + along * sum(label.piece_widths(kit)), up * label.em
        rooms = [np.array([start, end, end + high, start + high])]
    for room in rooms:
        yield Shape((room,), "plate", closed=True, fill=paper, opacity=_PLATE_OPACITY)


def _axes(spot: Spot) -> tuple[np.ndarray, np.ndarray]:
    """Return the directions along a turned text, and up from it."""
    angle = np.radians(spot.turns[0])
    return np.array([np.cos(angle), np.sin(angle)]), np.array([np.sin(angle), -np.cos(angle)])


def _texts(label: Label, spot: Spot, kit: SheetKit) -> Iterator[Item]:
    if spot.is_turned:
        return _turned(label, spot, kit)
    return _stacked(label, spot, kit) if spot.turns else _block(label, spot, kit)


def _turned(label: Label, spot: Spot, kit: SheetKit) -> Iterator[Item]:
    along, up = _axes(spot)
    start = np.array((spot.x, spot.y))
    icon_x, icon_y = (start + along * label.icon_width * 0.45 + up * _CENTRE * label.em).tolist()
    yield from _icon(label, icon_x, icon_y, kit)
    x, y = (start + along * label.icon_width).tolist()
    text, turn = label.lines[0], spot.turns[0]
    yield Words(x, y, text, label.points, label.role, label.colour, bold=label.bold, turn=turn)


def _stacked(label: Label, spot: Spot, kit: SheetKit) -> Iterator[Item]:
    boxes = spot.boxes.tolist()
    if label.icon is not None:
        x, y, right, bottom = boxes.pop(0)
        yield from _icon(label, (x + right) / 2, (y + bottom) / 2, kit)
    for piece, (x, y, right, bottom) in zip(pieces_of(label.lines[0]), boxes, strict=True):
        yield _line(label, piece, (x + right) / 2, (y + bottom) / 2 + _CENTRE * label.em, Align.MIDDLE)


def _block(label: Label, spot: Spot, kit: SheetKit) -> Iterator[Item]:
    x, _, right, _ = spot.boxes[0].tolist()
    icon_y = spot.y - _CENTRE * label.em
    yield from _icon(label, x + _PAD_MM + label.icon_width * 0.45, icon_y, kit)
    starts = {
        Align.START: x + _PAD_MM + label.icon_width,
        Align.MIDDLE: (x + right) / 2,
        Align.END: right - _PAD_MM,
    }
    align = Align.MIDDLE if label.role in CENTRED else spot.align
    for number, line in enumerate(label.lines):
        yield _line(label, line, starts[align], spot.y + number * label.leading, align)


def _line(label: Label, text: str, x: float, y: float, align: Align) -> Words:
    return Words(x, y, text, label.points, label.role, label.colour, bold=label.bold, align=align)


def _icon(label: Label, x: float, y: float, kit: SheetKit) -> Iterator[Item]:
    if label.icon is not None:
        yield from symbol(x, y, label.icon, size=label.em * 1.02, styles=kit.styles, role="label_icon")
