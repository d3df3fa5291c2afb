"""Take a composed name apart: a crossing, a piece of a road, an offset, sides, a house on a street."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TO = r"(?:[—–~-]+|至|到)"
_ROAD = r"[^()—–~、,;×]{2,}?"
_SPAN = re.compile(rf"(?:自|从)?(?P<start>{_ROAD}){_TO}(?P<end>{_ROAD})(?:路?段)?")
_SPANS = re.compile(r"(?P<road>[^()—–~、,;×]{2,})\((?P<spans>[^()]+)\)")
_FROM_TO = re.compile(rf"(?P<road>{_ROAD})(?=自|从)(?P<span>.+)")
_BETWEEN_SPANS = re.compile("[、,;]")
_COMPASS = "东南|东北|西南|西北|东|南|西|北"
_CORNER = rf"(?:\(?(?P<corner>(?:{_COMPASS})(?:侧?角|侧|口)?)\)?)?"
_CROSSING_WORD = r"(?:交叉路口|交叉口|交汇处|交会处|交口|路口)"
_PARTED = re.compile(
    rf"(?P<a>{_ROAD})(?:×(?P<b>{_ROAD}){_CROSSING_WORD}?|[与和及、](?P<c>{_ROAD}){_CROSSING_WORD})处?{_CORNER}"
)
_UNPARTED = re.compile(rf"(?P<a>{_ROAD}(?<=[路街道巷]))(?P<b>{_ROAD}){_CROSSING_WORD}处?{_CORNER}")
_OFFSET = re.compile(
    rf"(?P<base>.+?)[以之向往]?正?(?P<direction>{_COMPASS})(?:侧|边|面|方向|方)?约?"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>公里|千米|米|km|m)(?:处|的)?(?P<thing>.*)"
)
_SIDE = re.compile(rf"(?P<base>[^、,;()]+?)(?:[以之](?P<beyond>{_COMPASS})|(?P<flank>{_COMPASS})[侧边面])")
_BETWEEN_SIDES = re.compile("[、,和]")
_METRES = {"米": 1.0, "m": 1.0, "公里": 1000.0, "千米": 1000.0, "km": 1000.0}
_HOUSE = re.compile(r"(?P<street>.*[^\d附之-])(?P<number>\d+(?:[-附之]\d+)*)号(?P<thing>.*)")


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where two roads cross: 大同路与德化街交叉口东南角."""

    road: str
    other: str
    corner: str | None
    """Corner or side of it, as the name says; None where it says none."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A road between two of its crossings, or several such pieces: 丰华街(人民路—金穗大道)."""

    road: str
    ends: tuple[tuple[str, str], ...]
    """Of each piece."""


@dataclass(frozen=True, slots=True)
class Offset:
    """So far from a place in a direction: 航海西路北60米."""

    base: str
    direction: str
    """A key of offsets.BEARINGS."""
    metres: float


@dataclass(frozen=True, slots=True)
class Sides:
    """On a side of a place, or of several: 航海西路以北、京广路以东."""

    of: tuple[tuple[str, str], ...]
    """Place and direction, a key of offsets.BEARINGS."""


@dataclass(frozen=True, slots=True)
class House:
    """A house or a yard by its number in a street: 大同路131号院."""

    street: str


Phrase = Crossing | Pieces | Offset | Sides | House


def read_phrase(name: str) -> Phrase | None:
    """Return what a normalised name is composed of; None where it is one name.

    >>> read_phrase("大同路与德化街交叉口东南角")
    Crossing(road='大同路', other='德化街', corner='东南角')
    >>> read_phrase("丰华街(人民路—金穗大道)")
    Pieces(road='丰华街', ends=(('人民路', '金穗大道'),))
    >>> read_phrase("航海西路北60米")
    Offset(base='航海西路', direction='北', metres=60.0)
    >>> read_phrase("航海西路以北、京广路以东")
    Sides(of=(('航海西路', '北'), ('京广路', '东')))
    >>> read_phrase("大同路131号院")
    House(street='大同路')
    """
    if found := _OFFSET.fullmatch(name):
        return Offset(found["base"], found["direction"], float(found["number"]) * _METRES[found["unit"]])
    if found := _PARTED.fullmatch(name):
        return Crossing(found["a"], found["b"] or found["c"], found["corner"])
    if found := _UNPARTED.fullmatch(name):
        return Crossing(found["a"], found["b"], found["corner"])
    if phrase := _read_pieces(name) or _read_sides(name):
        return phrase
    found = _HOUSE.fullmatch(name)
    return House(found["street"]) if found else None


def _read_pieces(name: str) -> Pieces | None:
    if found := _FROM_TO.fullmatch(name):
        spans = [_SPAN.fullmatch(found["span"])]
    elif found := _SPANS.fullmatch(name):
        spans = [_SPAN.fullmatch(span) for span in _BETWEEN_SPANS.split(found["spans"])]
    else:
        return None
    read = [(span["start"], span["end"]) for span in spans if span is not None]
    return Pieces(found["road"], tuple(dict.fromkeys(read))) if len(read) == len(spans) else None


def _read_sides(name: str) -> Sides | None:
    read = [_SIDE.fullmatch(part) for part in _BETWEEN_SIDES.split(name)]
    sides = tuple((side["base"], side["beyond"] or side["flank"]) for side in read if side is not None)
    return Sides(sides) if len(sides) == len(read) else None
