"""What all geocoding services have in common: the question, the candidates, reading JSON without trust."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.crs import to_wgs84
from geo.errors import DatumError, ServiceAnswerError, describe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.geocode.services.levels import Level
    from geo.model import Datum, ServiceRequest

SHOWN_CHARACTERS = 60
"""So much of a service's own words stands in a message."""


@dataclass(frozen=True, slots=True)
class Question:
    """A name, and the district in which it is looked for."""

    name: str
    city: str
    district: str
    adcode: str
    bounds: tuple[float, float, float, float]
    """West, south, east, north of the district, in degrees WGS 84."""

    @property
    def address(self) -> str:
        """The name as a structured address, from large to small."""
        return f"{self.city}{self.district}{self.name}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position that a service offers for a name."""

    name: str | None
    """What the service says lies there, or None where its answers do not say."""
    lon: float
    """Degrees WGS 84."""
    lat: float
    level: str
    """In the service's own word: 兴趣点."""
    grade: Level | None
    """What that level is worth; None where it is worth nothing here."""
    refusal: str | None = None
    """Why the service's own words rule it out: ``too_coarse``, ``unknown_level``, ``low_confidence``."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One way of asking a service."""

    request: Callable[[Question], ServiceRequest]
    read: Callable[[str], tuple[Candidate, ...]]
    """Read the body of an answer: candidates in WGS 84, none where the service knows no such name.

    Raises a ServiceError where the body is no answer.
    """
    words: str
    """What was asked, for the source of a place: 地理编码."""


@dataclass(frozen=True, slots=True)
class Service:
    """A geocoding service with the key to ask it."""

    id: str
    label: str
    datum: Datum
    """What its positions are in before they are converted."""
    asks: tuple[Ask, ...]
    """Tried in this order until one gives a place that can be accepted."""
    most_names: int | None = None
    """It may not be asked for more names in one run; None where there is no such rule."""


def read_json(text: str, *, label: str) -> object:
    """Return the JSON value of a body.

    Raises
    ------
    ServiceAnswerError
        The body is empty, cut, or no JSON at all (a login page).
    """
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        shown = " ".join(text.split())[:SHOWN_CHARACTERS]
        raise _no_answer(label, "sent no JSON" if shown else "sent an empty answer", shown or None) from error
    return value


def read_object(text: str, *, label: str) -> Mapping[str, object]:
    """Return the JSON object of a body; raise ServiceAnswerError where it is something else."""
    value = read_json(text, label=label)
    if not isinstance(value, dict):
        raise _no_answer(label, "sent JSON that is no object", type(value).__name__)
    return value


def objects_in(value: object, *, label: str, field: str) -> list[Mapping[str, object]]:
    """Return a list of JSON objects; raise ServiceAnswerError where it is something else."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _no_answer(label, f"sent no list of objects in {field}", type(value).__name__)
    return value


def object_in(value: object, *, label: str, field: str) -> Mapping[str, object]:
    """Return a JSON object; raise ServiceAnswerError where it is something else."""
    if not isinstance(value, dict):
        raise _no_answer(label, f"sent no object in {field}", type(value).__name__)
    return value


def text_in(value: object) -> str | None:
    """Return a text, or None where the field is absent, empty or ``[]``; a number becomes its text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None


def number_in(value: object) -> float | None:
    """Return a number that came as number or as text; None where it is neither, or not finite."""
    text = text_in(value)
    try:
        number = float(text) if text is not None else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def position_in(lon: object, lat: object, *, datum: Datum, label: str) -> tuple[float, float]:
    """Return a position as WGS 84 longitude and latitude.

    Raises
    ------
    ServiceAnswerError
        A number is missing, or the pair is no degrees.
    """
    pair = number_in(lon), number_in(lat)
    if pair[0] is None or pair[1] is None:
        raise _no_answer(label, "sent a place without a position", f"{lon}, {lat}")
    try:
        degrees = to_wgs84(np.array([pair], dtype=np.float64), datum=datum)
    except DatumError as error:
        raise _no_answer(label, "sent a position that is no degrees", f"{lon}, {lat}") from error
    return float(degrees[0, 0]), float(degrees[0, 1])


def pair_in(value: object, *, datum: Datum, label: str) -> tuple[float, float]:
    """Return a position that came as one text, ``"lon,lat"``, as WGS 84; errors as :func:`position_in`."""
    lon, comma, lat = (text_in(value) or "").partition(",")
    return position_in(lon, lat if comma else None, datum=datum, label=label)


def own_words(label: str, code: str, said: object) -> str:
    """Return how a message names what a service said: its code and a few of its words."""
    return f"{label} ({code}{f' {said}'[:SHOWN_CHARACTERS] if text_in(said) else ''})"


def _no_answer(label: str, what: str, value: object) -> ServiceAnswerError:
    shown = None if value is None else str(value)[:SHOWN_CHARACTERS]
    remedy = "it was not asked whether it knows the name; try again later"
    return ServiceAnswerError(describe(where=label, what=what, value=shown, remedy=remedy))
