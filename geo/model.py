"""The records that flow through planmap, in the order the data flows.

All are frozen. Offsets are Python string indexes (code points) into the text of the report as it
stands in its file, end exclusive: ``report.text[r.start:r.end] == r.surface`` for every record.
A position is WGS 84 lon-lat in degrees unless its type says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import geopandas as gpd
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

# --- Positions -----------------------------------------------------------------------------------

Degrees = NDArray[np.float64]

Wgs84 = NewType("Wgs84", Degrees)
"""Longitude and latitude in degrees, WGS 84, shape (n, 2)."""

Gcj02 = NewType("Gcj02", Degrees)
"""Longitude and latitude in degrees as Amap and Tencent give them, GCJ-02, shape (n, 2)."""

Bd09 = NewType("Bd09", Degrees)
"""Longitude and latitude in degrees as Baidu gives them, BD-09, shape (n, 2)."""


class Datum(StrEnum):
    """The datum in which a position arrived."""

    WGS84 = "WGS84"
    CGCS2000 = "CGCS2000"
    GCJ02 = "GCJ-02"
    BD09 = "BD-09"


@dataclass(frozen=True, slots=True)
class SpatialReference:
    """A CRS in the words of other programs."""

    authid: str
    """Such as ``EPSG:4547``."""
    code: int
    """Its number there; 0 where it has none."""
    description: str
    proj4: str
    projection: str
    """PROJ's short name: ``tmerc``, ``longlat``."""
    ellipsoid: str
    """Such as ``EPSG:1024``; empty where it has none."""
    geographic: bool


class Precision(StrEnum):
    """How much is known of a position, from the best to the coarsest."""

    EXACT = "exact"
    STREET = "street"
    AREA = "area"
    ZONE = "zone"
    DISTRICT = "district"


# --- What a report says --------------------------------------------------------------------------


class Status(StrEnum):
    """How far a task is, as the sentence itself says."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"


class Scope(StrEnum):
    """Whether a place lies in the report's own district."""

    IN = "in"
    OUT = "out"


class PlaceRole(StrEnum):
    """What a place name does in its sentence."""

    TASK = "task"
    ENDPOINT = "endpoint"
    CONTEXT = "context"
    ORG = "org"
    METONYM = "metonym"
    RELATIVE = "relative"


class TimeType(StrEnum):
    """What kind of time an expression gives."""

    DATE = "date"
    INTERVAL = "interval"
    BEFORE = "before"
    SET = "set"
    VAGUE = "vague"
    DURATION = "duration"


class TimeRole(StrEnum):
    """What a time expression does in its sentence."""

    DEADLINE = "deadline"
    HORIZON = "horizon"
    EVENT = "event"
    PLAN_NAME = "plan_name"
    RECURRENCE = "recurrence"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it stands in its file."""

    path: str
    """Path as it was given, with forward slashes."""
    text: str
    """The whole text, line ends as they are, without a byte order mark."""
    sha256: str
    """Hex digest of the file's bytes."""


@dataclass(frozen=True, slots=True)
class Section:
    """One unit's part of a report."""

    id: str
    heading: str
    start: int
    end: int
    unit: str | None
    """Responsible unit (责任单位), or None where the section names none."""
    zone: str | None
    """Management zone, town, or the district for a district-wide office."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name where it stands in the text."""

    id: str
    start: int
    end: int
    surface: str
    name: str
    """The name with wraps removed and full width folded."""
    kind: str
    scope: Scope
    role: PlaceRole
    within: str | None
    """Name of the place that a relative name is relative to (老镇区 of 马寨镇)."""
    at: str | None = None
    """Where the text says that it lies (大同路与德化街交叉口东南角), or None."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A road from one crossing to another: 丰华街（人民路—金穗大道）."""

    id: str
    road: str
    """Id of the road's mention."""
    from_place: str
    to_place: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time where it stands in the text, read against the report's date."""

    id: str
    start: int
    end: int
    surface: str
    type: TimeType
    interval: tuple[date, date] | None
    """First and last day, both inclusive."""
    due: date | None
    """Last allowed day, inclusive; only where something is promised by then."""
    alternatives: tuple[date, ...]
    """Other due days that the same words may mean (年前: before Spring Festival)."""
    rrule: str | None
    """Recurrence rule of RFC 5545."""
    role: TimeRole


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things: 1~2个引领性项目."""

    id: str
    start: int
    end: int
    surface: str
    min: float
    max: float
    unit: str
    of: str
    """What is counted; empty where the text does not say."""
    total: bool
    """True where one number is said to be the total over several things."""


@dataclass(frozen=True, slots=True)
class NamedList:
    """Places that stand in one enumeration, and how many there are said to be."""

    id: str
    members: tuple[str, ...]
    """Ids of the mentions."""
    count: int | None
    """The stated number, or None."""
    head: str | None
    """What is counted: 道路."""
    closed: bool
    """False after 等: there are more than are named."""
    named: int
    unnamed: int | None
    """Stated less named; None where no number is stated."""


@dataclass(frozen=True, slots=True)
class Task:
    """One promise of the report."""

    id: str
    section: str
    start: int
    end: int
    surface: str
    text: str
    """The surface with wraps removed."""
    unit: str | None
    zone: str | None
    category: str
    status: Status
    due: date | None
    interval: tuple[date, date] | None
    hedge: str | None
    condition: str | None
    places: tuple[str, ...]
    times: tuple[str, ...]
    quantities: tuple[str, ...]
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in the text that a person must look at."""

    kind: str
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, a heading or a slogan, as it was before lines were broken."""

    kind: str
    """``title``, ``heading``, ``slogan``, ``label`` or ``body``."""
    pieces: tuple[tuple[int, int], ...]
    """Start and end of what is left of it without broken lines and marks of a format."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says, before any geocoding."""

    title: str
    path: str
    sha256: str
    date: date | None
    text: str
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    mentions: tuple[Mention, ...]
    segments: tuple[Segment, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    lists: tuple[NamedList, ...]
    notices: tuple[Notice, ...]
    blocks: tuple[TextBlock, ...] = ()
    """The text in the order of reading; nothing but white space and marks of a format is left out."""


# --- Where a place is ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A place that answered to a name too, and why it lost."""

    place: str
    why: str


class PlaceReason(StrEnum):
    """Why a geometry is less than its name says."""

    NO_CROSSING = "no_crossing"
    """The whole road: it has no one crossing where the piece should end."""
    ITS_STREET = "its_street"
    """The street on which it stands."""
    BESIDE = "beside"
    """The area beside a road, somewhere along it."""
    PARENT = "parent"
    """The place of which it is a part."""
    PARTLY = "partly"
    """Of several places that the name says at once, not all."""
    STATED_SITE = "stated_site"
    """Where the report says that it lies; the name itself is not known."""
    OTHER_ENDING = "other_ending"
    """The one place that is known with another ending: 路 for 街, 镇 for 乡."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name with a geometry."""

    id: str
    name: str
    kind: str
    geometry: BaseGeometry
    """WGS 84 lon-lat."""
    precision: Precision
    uncertainty_m: float
    datum_in: str
    source: str
    others: tuple[RunnerUp, ...] = ()
    reason: PlaceReason | None = None
    """Why the geometry is less than the name says; None where it is not."""


class MissReason(StrEnum):
    """Why a name has no geometry."""

    NO_COORDINATE = "no_coordinate"
    UNKNOWN_NAME = "unknown_name"
    OUTSIDE = "outside"
    AMBIGUOUS = "ambiguous"
    NOT_A_PLACE = "not_a_place"
    """A person has decided so."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A name without a geometry of its own."""

    name: str
    kind: str
    reason: MissReason
    within: str | None
    """Name of the zone or town that the place is known to lie in, or None."""
    would_place: str
    """What would place it, in words for a planner."""
    candidates: tuple[str, ...] = ()
    others: tuple[RunnerUp, ...] = ()
    """Places of that name that were refused, and why."""
    source: str | None = None
    """Who decided so, when and why; None where nobody did."""


# --- What is asked of a geocoding service --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """A question to a geocoding service; what is secret in it shows in no ``repr``."""

    service: str
    """Key of the service, such as ``amap``."""
    label: str
    """The service as messages name it."""
    what: str
    """What is asked for: ``geocode`` or ``places``."""
    url: str = field(repr=False)
    """Address without query and without login."""
    params: Mapping[str, str]
    """Parameters that anyone may see."""
    secret_params: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The user's key: sent, and never shown or kept."""
    login: tuple[str, str] | None = field(default=None, repr=False)
    """User and password of one's own server."""
    per_second: float | None = None
    """Most requests a second that the service wants; None where it is one's own."""


@dataclass(frozen=True, slots=True)
class ServiceReply:
    """What a geocoding service answered."""

    text: str
    """Body of the answer, without the user's key wherever it was echoed."""
    answered_on: date | None
    """Day of the answer as the service states it, or None."""


# --- What a person can edit ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ZoneSetting:
    """A page of the atlas as planmap.toml names it."""

    id: str
    name: str
    title: str
    aliases: tuple[str, ...] = ()


class PaperSize(StrEnum):
    """Paper of ISO 216."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"


class Orientation(StrEnum):
    """Which way paper lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class SheetFormat(StrEnum):
    """What a sheet is written as."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What planmap.toml says of printed sheets; what it does not say stays empty on them."""

    organisation: str = ""
    drawn_by: str = ""
    checked_by: str = ""
    date: str = ""
    number_prefix: str = ""
    """Before the number of each sheet."""
    review_number: str = ""
    size: PaperSize = PaperSize.A3
    orientation: Orientation | None = None
    """Which way sheets lie; None for whichever gives the larger scale."""
    wind_rose: tuple[float, ...] = ()
    """How often the wind blows from each of 4, 8 or 16 directions, from north, clockwise."""


class BaseProvider(StrEnum):
    """An online base that planmap knows by name; its facts stand in assets/base_maps.toml."""

    TIANDITU_VECTOR = "tianditu_vector"
    TIANDITU_IMAGERY = "tianditu_imagery"
    AMAP = "amap"
    AMAP_IMAGERY = "amap_imagery"
    TENCENT = "tencent"
    OSM = "osm"

    @property
    def needs_key(self) -> bool:
        """Whether the service answers only to a key of the user's own."""
        return self in {BaseProvider.TIANDITU_VECTOR, BaseProvider.TIANDITU_IMAGERY}


@dataclass(frozen=True, slots=True)
class ProvidedBase:
    """An online base that planmap.toml names by its provider."""

    provider: BaseProvider
    key: str = field(default="", repr=False)
    """The user's own; it goes into the pages that are built, and nowhere else."""

    @property
    def id(self) -> str:
        """What the address of a page calls it."""
        return self.provider


@dataclass(frozen=True, slots=True)
class OnlineBase:
    """Tiles of a server that a reader may choose as the base of a page."""

    id: str
    """What the address of a page calls it."""
    name: str
    """Empty where the labels name it."""
    datum: Datum
    """In what its tiles are drawn."""
    addresses: tuple[str, ...] = field(repr=False)
    """Templates of Web Mercator tiles, the lowest first; a key is filled in, {z} {x} {y} {-y} {s} are not."""
    subdomains: tuple[str, ...] = ()
    max_zoom: int = 18
    """The last zoom for which there are tiles; beyond it they are enlarged."""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """planmap.toml."""

    district: str
    adcode: str
    city: str
    crs: str
    """Projected CRS for lengths and areas, such as EPSG:4547."""
    report: str
    report_date: date
    zones: tuple[ZoneSetting, ...]
    print: PrintSettings = PrintSettings()
    base_maps: tuple[ProvidedBase | OnlineBase, ...] = ()
    """Online bases that pages offer beside their own; none unless planmap.toml names them."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that the reader knows, from assets/lexicon/*.toml."""

    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """File, then table key, then words: ``words["places"]["road"]``."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family of categories: one colour and one shape in all three media."""

    key: str
    label: str
    categories: tuple[str, ...]
    colour: str
    label_colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class StyleTable:
    """assets/styles.toml: the only place of colours, symbols, line widths and order."""

    families: tuple[Family, ...]
    """In legend order; the last one takes every unknown category."""
    interface: Mapping[str, str] = field(default_factory=dict)
    """Colours of pages and sheets by name."""
    base: Mapping[str, str] = field(default_factory=dict)
    """Colours of the map base by name."""
    line: Mapping[str, float] = field(default_factory=dict)
    """Widths in pixels by name."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where the tasks of a page went; ``tasks == located + zone_level + unplaced`` always."""

    tasks: int
    located: int
    zone_level: int
    unplaced: int


# --- What is drawn -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class TaskLayers:
    """The derived layers of a report, or of one page of it."""

    tasks: pd.DataFrame
    """schema.TASKS: one row a task, placed or not."""
    points: gpd.GeoDataFrame
    """schema.TASK_POINTS: one row a task at a place."""
    lines: gpd.GeoDataFrame
    """schema.TASK_LINES."""
    areas: gpd.GeoDataFrame
    """schema.TASK_AREAS: circles of the uncertainty, and real areas."""
    misses: pd.DataFrame
    """schema.MISSES: one row a mention that has no geometry."""


@dataclass(frozen=True, slots=True, eq=False)
class BaseMap:
    """What lies under the tasks; needs no network."""

    district: gpd.GeoDataFrame
    neighbours: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    """schema.ZONES: every published limit, of management zones and of other areas."""
    roads: gpd.GeoDataFrame
    landmarks: gpd.GeoDataFrame
    """Rows of schema.PLACES with ``landmark`` true."""


@dataclass(frozen=True, slots=True, eq=False)
class MapPage:
    """One page: a management zone, or all district-wide offices together."""

    zone: ZoneSetting
    layers: TaskLayers
    """Rows of this page's tasks only."""
    limits: gpd.GeoDataFrame
    """The zone's own row of schema.ZONES; no row where no limits are published."""
    frame: tuple[float, float, float, float]
    """West, south, east, north in degrees: what the page must show."""
    ledger: Ledger
    basis: str = "places"
    """What the frame is the extent of: ``limits``, ``places`` or ``district``."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What a build remembers of a feature kept by hand."""

    name: str
    middle: tuple[float, float]
    """Longitude and latitude, WGS 84, of its centroid."""
    shape: str
    """Digest of its geometry."""
    cells: Mapping[str, str]
    """Digest of each value, by column; a column without a value is not there."""
