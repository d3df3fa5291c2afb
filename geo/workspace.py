"""Read planmap.toml and know where everything of a workspace lies."""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.errors import MissingFileError, SettingsError, describe
from geo.model import (
    BaseProvider,
    Datum,
    OnlineBase,
    Orientation,
    PaperSize,
    PrintSettings,
    ProvidedBase,
    Settings,
    ZoneSetting,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum

SETTINGS_FILE = "planmap.toml"
STYLE_SUFFIX = ".qml"
"""QGIS reads the style of a layer from a file of its name beside it."""

_TABLES = {
    "district": ("name", "adcode", "city", "crs"),
    "report": ("path", "date"),
}
_PRINT_TEXTS = ("organisation", "drawn_by", "checked_by", "date", "number_prefix", "review_number")
_PRINT_CHOICES = {"size": PaperSize, "orientation": Orientation}
_PRINT_KEYS = (*_PRINT_TEXTS, *_PRINT_CHOICES, "wind_rose")
_WIND_DIRECTIONS = (4, 8, 16)
_ZONE_KEYS = ("id", "name", "title", "aliases")
_BASE_KEYS = ("id", "name", "datum", "url", "labels_url", "subdomains", "max_zoom", "attribution", "key")
_DATUMS = {
    "wgs84": Datum.WGS84,
    "cgcs2000": Datum.CGCS2000,
    "gcj02": Datum.GCJ02,
    "bd09": Datum.BD09,
}
_TILE_URL = re.compile(
    r"https?://(?=[A-Za-z0-9{])[A-Za-z0-9.-]*(?:\{s\}[A-Za-z0-9.-]*)?(?::\d{1,5})?/[\x21-\x7e]*", re.ASCII
)
_PLACEHOLDER = re.compile(r"\{([^}]*)\}")
_WMTS_PLACEHOLDERS = {"{TileMatrix}": "{z}", "{TileRow}": "{y}", "{TileCol}": "{x}"}
"""As OGC 07-057r7 spells them in the templates of a service, and as XYZ addresses do."""
_MOST_ZOOM = 22
_ADCODE = re.compile(r"[1-9]\d{5}", re.ASCII)
_EPSG = re.compile(r"EPSG:\d{4,6}", re.ASCII)
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_RESERVED_NAMES = {
    "index",
    "atlas",
    "print",
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
"""``index`` and ``atlas`` are the district's own, ``print`` is a folder; Windows has the others."""

REPORT_YEARS = range(1949, 2100)
"""Years in which a report can be written: the lunar calendar, by which festivals are read, ends in 2100."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a report, its layers and its maps, and the settings that lie in it."""

    root: Path
    settings: Settings

    @property
    def settings_file(self) -> Path:
        """planmap.toml itself."""
        return self.root / SETTINGS_FILE

    @property
    def report(self) -> Path:
        """The work report that planmap.toml names."""
        return self.root / self.settings.report

    @property
    def source_folder(self) -> Path:
        """Layers kept by hand."""
        return self.root / "layers" / "source"

    @property
    def layers_folder(self) -> Path:
        """Derived layers."""
        return self.root / "layers"

    @property
    def maps_folder(self) -> Path:
        """Derived maps."""
        return self.root / "maps"

    @property
    def index(self) -> Path:
        """The district's own page."""
        return self.maps_folder / "index.html"

    def page(self, zone_id: str) -> Path:
        """Return the page of a zone."""
        return self.maps_folder / f"{zone_id}.html"

    @property
    def print_folder(self) -> Path:
        """Derived sheets for printing."""
        return self.maps_folder / "print"

    @property
    def atlas(self) -> Path:
        """All sheets in one file."""
        return self.print_folder / "atlas.pdf"

    def printed(self, zone_id: str) -> Path:
        """Return the printed sheet of a zone."""
        return self.print_folder / f"{zone_id}.pdf"

    def source_layer(self, name: str) -> Path:
        """Return a layer with geometry that is kept by hand, by its schema's name."""
        return self.source_folder / f"{name}.geojson"

    def source_table(self, name: str) -> Path:
        """Return a table that is kept by hand, by its schema's name."""
        return self.source_folder / f"{name}.csv"

    def layer(self, name: str) -> Path:
        """Return a derived layer with geometry, by its schema's name."""
        return self.layers_folder / f"{name}.geojson"

    def table(self, name: str) -> Path:
        """Return a derived table, by its schema's name."""
        return self.layers_folder / f"{name}.csv"

    @property
    def qgis_project(self) -> Path:
        """The project that opens all layers in QGIS."""
        return self.layers_folder / "planmap.qgz"

    def source_files(self) -> tuple[Path, ...]:
        """Return what a build reads beside the report: planmap.toml and all of layers/source, sorted.

        Styles there are what a build writes beside the layers.
        """
        kept = (
            path for path in self.source_folder.rglob("*") if path.is_file() and path.suffix != STYLE_SUFFIX
        )
        return (self.settings_file, *sorted(kept))

    @property
    def package(self) -> Path:
        """All layers in one GeoPackage."""
        return self.layers_folder / "planmap.gpkg"

    @property
    def gazetteer_folder(self) -> Path:
        """Indexes of imported gazetteers: derived from files that are the user's own."""
        return self.root / ".planmap" / "gazetteer"

    def gazetteer_files(self) -> tuple[Path, ...]:
        """Return the indexes of imported gazetteers, by name."""
        return tuple(sorted(self.gazetteer_folder.glob("*.sqlite")))

    def name_of(self, path: Path) -> str:
        """Return a path as messages and layers name it: from the workspace, with forward slashes."""
        # Unlike Path.resolve, realpath takes a loop of links and a name that is too long.
        absolute, base = Path(os.path.realpath(path)), Path(os.path.realpath(self.root))
        return absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else path.as_posix()


def load_workspace(folder: Path) -> Workspace:
    """Return the workspace of a folder, with its planmap.toml read and checked.

    Raises
    ------
    MissingFileError
        The folder or its planmap.toml is not there.
    SettingsError
        planmap.toml is no TOML, or a key is missing, unknown, or has an impossible value. The message
        names file, key, value and what to do.
    """
    path = folder / SETTINGS_FILE
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        remedy = "name a workspace: a folder with planmap.toml, reports/ and layers/source/"
        raise MissingFileError(describe(where=path.as_posix(), what="is not there", remedy=remedy)) from error
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        remedy = "make it a file that you may read"
        raise SettingsError(describe(where=path.as_posix(), what=what, remedy=remedy)) from error
    return Workspace(root=folder, settings=read_settings(content, where=path.as_posix()))


def read_settings(content: bytes, *, where: str) -> Settings:
    """Return the settings that the bytes of a planmap.toml state.

    Raises
    ------
    SettingsError
        As :func:`load_workspace`.
    """
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 at byte {error.start}"
        raise SettingsError(describe(where=where, what=what, remedy="save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        what = f"is no TOML: {error}"
        raise SettingsError(describe(where=where, what=what, remedy="correct that line")) from error
    except RecursionError as error:
        what = "is nested too deep"
        raise SettingsError(describe(where=where, what=what, remedy="take out what is no setting")) from error
    return _Reader(where).settings(document)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads parsed TOML and names the file in every complaint."""

    where: str

    def settings(self, document: Mapping[str, object]) -> Settings:
        self._refuse_unknown(document, known=(*_TABLES, "zones", "print", "base_maps"), table_key="")
        district = self._table(document, "district")
        report = self._table(document, "report")
        return Settings(
            district=self._text(district, "district.name"),
            adcode=self._matching(
                district, "district.adcode", _ADCODE, remedy='write six digits, like "410103"'
            ),
            city=self._text(district, "district.city"),
            crs=self._matching(district, "district.crs", _EPSG, remedy='write it like "EPSG:4547"'),
            report=self._path(report, "report.path"),
            report_date=self._date(report, "report.date"),
            zones=self._zones(document.get("zones", [])),
            print=self._print(document.get("print", {})),
            base_maps=self._base_maps(document.get("base_maps", [])),
        )

    def _print(self, table: object) -> PrintSettings:
        """Return what is said of printed sheets; no key of it is needed."""
        if not isinstance(table, dict):
            remedy = f"write [print] with any of {', '.join(_PRINT_KEYS)}"
            raise self._error("print", "is no table", value=table, remedy=remedy)
        self._refuse_unknown(table, known=_PRINT_KEYS, table_key="print")
        texts = {key: self._optional_text(table, f"print.{key}") for key in _PRINT_TEXTS if key in table}
        choices = {key: self._choice(table, f"print.{key}") for key in _PRINT_CHOICES if key in table}
        return PrintSettings(**texts, **choices, wind_rose=self._wind_rose(table))  # type: ignore[arg-type]

    def _optional_text(self, table: Mapping[str, object], key: str) -> str:
        """Return a text that may be empty; a date is written as its days are."""
        value = self._value(table, key)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        return "" if value == "" else self._text(table, key)

    def _choice(self, table: Mapping[str, object], key: str) -> StrEnum:
        value, choices = self._text(table, key), _PRINT_CHOICES[key.rpartition(".")[2]]
        if value not in list(choices):
            remedy = f"write one of {', '.join(choices)}"
            raise self._error(key, "is none of its values", value=value, remedy=remedy)
        return choices(value)

    def _wind_rose(self, table: Mapping[str, object]) -> tuple[float, ...]:
        values = table.get("wind_rose", [])
        remedy = "write 4, 8 or 16 frequencies in percent, from north, clockwise"
        if not isinstance(values, list) or not all(map(_is_frequency, values)):
            raise self._error("print.wind_rose", "is no list of frequencies", value=values, remedy=remedy)
        if values and (len(values) not in _WIND_DIRECTIONS or not any(values)):
            raise self._error("print.wind_rose", "is no wind rose", value=values, remedy=remedy)
        return tuple(map(float, values))

    def _zones(self, tables: object) -> tuple[ZoneSetting, ...]:
        if not isinstance(tables, list):
            raise self._error(
                "zones", "is no list of tables", remedy="write each zone under its own [[zones]]"
            )
        zones = tuple(self._zone(table, f"zones[{number}]") for number, table in enumerate(tables, start=1))
        self._refuse_repeated((zone.id.lower() for zone in zones), key="zones.id")
        self._refuse_repeated(
            (name for zone in zones for name in {zone.name, *zone.aliases}),
            key="zones.name and zones.aliases",
        )
        return zones

    def _zone(self, table: object, key: str) -> ZoneSetting:
        if not isinstance(table, dict):
            raise self._error(key, "is no table", remedy="write each zone under its own [[zones]]")
        self._refuse_unknown(table, known=_ZONE_KEYS, table_key=key)
        zone_id = self._matching(
            table, f"{key}.id", _FILE_NAME, remedy="it names a file: use letters a-z, digits, - and _"
        )
        if zone_id.lower() in _RESERVED_NAMES:
            raise self._error(f"{key}.id", "is a reserved file name", value=zone_id, remedy="choose another")
        name = self._text(table, f"{key}.name")
        title = self._text(table, f"{key}.title") if "title" in table else name
        return ZoneSetting(id=zone_id, name=name, title=title, aliases=self._texts(table, f"{key}.aliases"))

    def _base_maps(self, tables: object) -> tuple[ProvidedBase | OnlineBase, ...]:
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            remedy = "write each base under its own [[base_maps]]"
            raise self._error("base_maps", "is no list of tables", remedy=remedy)
        bases = tuple(self._base_map(table, f"base_maps[{n}]") for n, table in enumerate(tables, start=1))
        self._refuse_repeated(
            (base.id.lower() for base in bases), key="base_maps.id", what="stands for two bases"
        )
        return bases

    def _base_map(self, table: Mapping[str, object], key: str) -> ProvidedBase | OnlineBase:
        if "provider" not in table:
            return self._own_base(table, key)
        named = self._text(table, f"{key}.provider")
        if named not in set(BaseProvider):
            remedy = f"known are {', '.join(BaseProvider)}; or give id, name, url and datum of your own"
            raise self._error(f"{key}.provider", "is not known", value=named, remedy=remedy)
        provider = BaseProvider(named)
        known = ("provider", "key") if provider.needs_key else ("provider",)
        self._refuse_unknown(table, known=known, table_key=key)
        if not provider.needs_key:
            return ProvidedBase(provider)
        return ProvidedBase(provider, self._secret(table, f"{key}.key"))

    def _own_base(self, table: Mapping[str, object], key: str) -> OnlineBase:
        self._refuse_unknown(table, known=_BASE_KEYS, table_key=key)
        datum = self._text(table, f"{key}.datum")
        if datum.lower() not in _DATUMS:
            remedy = f"say in what the tiles are drawn: {', '.join(_DATUMS)}"
            raise self._error(f"{key}.datum", "is not known", value=datum, remedy=remedy)
        subdomains = self._texts(table, f"{key}.subdomains")
        if not all(re.fullmatch(r"[A-Za-z0-9-]+", name) for name in subdomains):
            remedy = "they are parts of a host's name: use letters, digits and -"
            raise self._error(f"{key}.subdomains", "is not of its form", value=subdomains, remedy=remedy)
        addresses = [f"{key}.{name}" for name in ("url", "labels_url") if name == "url" or name in table]
        if "key" in table and not any("{key}" in str(table.get(name)) for name in ("url", "labels_url")):
            raise self._error(f"{key}.key", "is in no address", remedy="write {key} where it stands in url")
        return OnlineBase(
            id=self._matching(
                table,
                f"{key}.id",
                _FILE_NAME,
                remedy="it stands in addresses: use letters a-z, digits, - and _",
            ),
            name=self._text(table, f"{key}.name"),
            datum=_DATUMS[datum.lower()],
            addresses=tuple(self._address(table, each, subdomains=subdomains) for each in addresses),
            subdomains=subdomains,
            max_zoom=self._zoom(table, f"{key}.max_zoom"),
            attribution=self._text(table, f"{key}.attribution") if "attribution" in table else "",
        )

    def _address(self, table: Mapping[str, object], key: str, *, subdomains: tuple[str, ...]) -> str:
        """Read a template of tiles, with its key filled in; no message repeats what may hold a key."""
        address = _plain_placeholders(self._secret(table, key))
        held = set(_PLACEHOLDER.findall(address))
        if not _TILE_URL.fullmatch(address):
            remedy = "write it like https://tiles.example/{z}/{x}/{y}.png, host in ASCII, no password"
            raise self._error(key, "is no address of tiles", remedy=remedy)
        if not ({"z", "x"} <= held and len(held & {"y", "-y"}) == 1) or held - _PLACEHOLDERS:
            remedy = (
                "it needs {z}, {x} and {y} (or {-y} where rows count from the south); {s} and {key} may stand"
            )
            raise self._error(key, "lacks a placeholder or has an unknown one", remedy=remedy)
        if ("s" in held) != bool(subdomains):
            remedy = 'give both or none: {s} in the address and subdomains = ["a", "b"]'
            raise self._error(key, "and subdomains do not fit together", remedy=remedy)
        if "key" not in held:
            return address
        secret = self._secret(table, f"{key.rpartition('.')[0]}.key")
        return address.replace("{key}", quote(secret, safe=""))

    def _zoom(self, table: Mapping[str, object], key: str) -> int:
        zoom = table.get("max_zoom", 18)
        if not isinstance(zoom, int) or isinstance(zoom, bool) or not 1 <= zoom <= _MOST_ZOOM:
            remedy = f"write a whole number from 1 to {_MOST_ZOOM}"
            raise self._error(key, "is no zoom", value=zoom, remedy=remedy)
        return zoom

    def _secret(self, table: Mapping[str, object], key: str) -> str:
        """Read a text that no message may repeat."""
        value = self._value(table, key)
        if not isinstance(value, str) or not value.strip() or _CONTROL.search(value):
            raise self._error(key, "is no text", remedy="write it in quotation marks, on one line")
        return value.strip()

    def _table(self, document: Mapping[str, object], key: str) -> Mapping[str, object]:
        table = document.get(key)
        if table is None:
            raise self._error(key, "table is missing", remedy=f"add [{key}] with {', '.join(_TABLES[key])}")
        if not isinstance(table, dict):
            raise self._error(
                key, "is no table", value=table, remedy=f"write [{key}] with {', '.join(_TABLES[key])}"
            )
        self._refuse_unknown(table, known=_TABLES[key], table_key=key)
        return table

    def _value(self, table: Mapping[str, object], key: str) -> object:
        name = key.rpartition(".")[2]
        if name not in table:
            raise self._error(key, "key is missing", remedy=f"add {name} = …")
        return table[name]

    def _text(self, table: Mapping[str, object], key: str) -> str:
        value = self._value(table, key)
        if not isinstance(value, str) or not value.strip():
            raise self._error(key, "is no text", value=value, remedy="write it in quotation marks")
        if _CONTROL.search(value):
            raise self._error(key, "holds a control character", value=value, remedy="take it out")
        return value

    def _matching(
        self, table: Mapping[str, object], key: str, pattern: re.Pattern[str], *, remedy: str
    ) -> str:
        value = self._text(table, key)
        if not pattern.fullmatch(value):
            raise self._error(key, "is not of its form", value=value, remedy=remedy)
        return value

    def _path(self, table: Mapping[str, object], key: str) -> str:
        value = self._text(table, key)
        if "\\" in value:
            raise self._error(
                key, "has backslashes", value=value, remedy="write forward slashes; they work everywhere"
            )
        return value

    def _date(self, table: Mapping[str, object], key: str) -> dt.date:
        value = self._value(table, key)
        day = _as_day(value)
        if day is None:
            raise self._error(key, "is no date", value=value, remedy="write it like 2020-08-01")
        if day.year not in REPORT_YEARS:
            remedy = f"write one from {REPORT_YEARS[0]} to {REPORT_YEARS[-1]}"
            raise self._error(key, "is no date of a report", value=day, remedy=remedy)
        return day

    def _texts(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        values = table.get(key.rpartition(".")[2], [])
        if not isinstance(values, list) or not all(
            isinstance(value, str) and value.strip() for value in values
        ):
            raise self._error(key, "is no list of texts", value=values, remedy='write it like ["二七新区"]')
        return tuple(values)

    def _refuse_unknown(self, table: Mapping[str, object], *, known: tuple[str, ...], table_key: str) -> None:
        for key in table:
            if key not in known:
                full = f"{table_key}.{key}" if table_key else key
                raise self._error(full, "key is unknown", remedy=f"remove it; known are {', '.join(known)}")

    def _refuse_repeated(self, names: Iterator[str], *, key: str, what: str = "stands for two zones") -> None:
        for name, count in Counter(names).items():
            if count > 1:
                remedy = f"give each {key.partition('.')[0].removesuffix('s').replace('_', ' ')} its own"
                raise self._error(key, what, value=name, remedy=remedy)

    def _error(self, key: str, what: str, *, value: object = None, remedy: str) -> SettingsError:
        return SettingsError(describe(where=f"{self.where}: {key}", what=what, value=value, remedy=remedy))


def _is_frequency(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 <= value <= _WHOLE  # type: ignore[operator]


_WHOLE = 100
_PLACEHOLDERS = {"z", "x", "y", "-y", "s", "key"}


def _plain_placeholders(address: str) -> str:
    """Return a WMTS template in the placeholders of XYZ addresses."""
    for wmts, plain in _WMTS_PLACEHOLDERS.items():
        address = re.sub(re.escape(wmts), plain, address, flags=re.IGNORECASE)
    return address


def _as_day(value: object) -> dt.date | None:
    """Return a TOML date, or a text that is one, as a day; None for anything else."""
    if isinstance(value, dt.datetime):
        return None
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
