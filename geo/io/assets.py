"""Read what ships with planmap: lexicon, style table, labels, the pages' scripts, Leaflet."""

from __future__ import annotations

import base64
import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.errors import MissingFileError, SettingsError, describe
from geo.model import Family, Lexicon, StyleTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

ASSETS = files("geo") / "assets"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FAMILY_KEYS = ("key", "label", "categories", "colour", "label_colour", "shape")
_STYLE_TABLES = ("family", "interface", "base", "line")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$\n?", re.MULTILINE)
_IMAGE = re.compile(r"""url\(["']?(images/[\w.-]+\.png)["']?\)""")


def read_lexicon(folder: Traversable = ASSETS / "lexicon") -> Lexicon:
    """Return the words of every TOML file in a folder, by file name without suffix and key.

    Raises
    ------
    SettingsError
        A file is no TOML, or a key's value is no list of texts.
    """
    sources = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
    )
    return Lexicon(words={file.name.removesuffix(".toml"): _read_words(file) for file in sources})


def read_styles(source: Traversable = ASSETS / "styles.toml") -> StyleTable:
    """Return the style table.

    Raises
    ------
    SettingsError
        A table or key is missing, unknown or of another type, a colour is not ``#RRGGBB``, or a
        category stands in two families.
    """
    document = _read_toml(source)
    _require_keys(document, _STYLE_TABLES, source=source, table="the file")
    families = document["family"]
    if not isinstance(families, list) or not families:
        raise _error(source, "[[family]]", "holds no family", remedy="write at least one")
    table = StyleTable(
        families=tuple(_read_family(family, source=source) for family in families),
        interface=_read_texts(document, "interface", source=source),
        base=_read_texts(document, "base", source=source),
        line=_read_numbers(document, "line", source=source),
    )
    _check_colours(table, source=source)
    _check_categories(table, source=source)
    return table


def read_labels(source: Traversable = ASSETS / "labels.toml") -> Mapping[str, Mapping[str, str]]:
    """Return Chinese words by table and key: ``labels["columns"]["due"]``.

    Raises
    ------
    SettingsError
        The file is no TOML, or holds anything but texts in tables.
    """
    document = _read_toml(source)
    return {table: _read_texts(document, table, source=source) for table in document}


def read_sheet_words() -> Mapping[str, str]:
    """Return the words of printed sheets by key.

    Raises
    ------
    SettingsError
        As :func:`read_labels`.
    """
    return read_labels(ASSETS / "sheet.toml")["sheet"]


def read_translations() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return words in other languages by language tag: ``read_translations()["en"]["columns"]["due"]``."""
    return {"en": read_labels(ASSETS / "labels.en.toml")}


def web_assets(suffix: str) -> Mapping[str, str]:
    """Return our own scripts (``.js``) or style sheets (``.css``) for pages, by file name."""
    names = sorted(file.name for file in (ASSETS / "web").iterdir() if file.name.endswith(suffix))
    return {name: _read_text(ASSETS / "web" / name) for name in names}


def leaflet_script() -> str:
    """Return Leaflet's script, without the link to its source map."""
    return _SOURCE_MAP.sub("", _read_text(_leaflet("leaflet.js")))


def leaflet_style() -> str:
    """Return Leaflet's style sheet with its images inside, so that it needs no other file."""

    def inline(match: re.Match[str]) -> str:
        image = base64.b64encode(_leaflet(match[1]).read_bytes()).decode("ascii")
        return f"url(data:image/png;base64,{image})"

    return _IMAGE.sub(inline, _read_text(_leaflet("leaflet.css")))


def _leaflet(name: str) -> Traversable:
    """Return a file of Leaflet as the package django-js-lib-leaflet carries it."""
    return files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", *name.split("/"))


def _read_words(source: Traversable) -> Mapping[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for key, values in _read_toml(source).items():
        if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
            raise _error(source, key, "is no list of texts", remedy='write it like ["路", "街"]')
        words[key] = tuple(values)
    return words


def _read_family(family: object, *, source: Traversable) -> Family:
    if not isinstance(family, dict):
        raise _error(source, "[[family]]", "is no table", value=family, remedy="write [[family]]")
    _require_keys(family, _FAMILY_KEYS, source=source, table="[[family]]")
    categories = family["categories"]
    if not isinstance(categories, list) or not all(isinstance(category, str) for category in categories):
        raise _error(
            source, "[[family]] categories", "is no list of texts", value=categories, remedy='write ["…"]'
        )
    texts = {key: family[key] for key in _FAMILY_KEYS if key != "categories"}
    for key, text in texts.items():
        if not isinstance(text, str) or not text:
            raise _error(source, f"[[family]] {key}", "is no text", value=text, remedy="write a text")
    return Family(categories=tuple(categories), **texts)


def _read_texts(document: Mapping[str, object], name: str, *, source: Traversable) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    for key, text in _table(document, name, source=source).items():
        if not isinstance(text, str):
            raise _error(
                source, f"[{name}] {key}", "is no text", value=text, remedy="write it in quotation marks"
            )
        texts[key] = text
    return texts


def _read_numbers(document: Mapping[str, object], name: str, *, source: Traversable) -> Mapping[str, float]:
    numbers: dict[str, float] = {}
    for key, number in _table(document, name, source=source).items():
        if not isinstance(number, int | float) or isinstance(number, bool):
            raise _error(source, f"[{name}] {key}", "is no number", value=number, remedy="write it like 1.5")
        numbers[key] = float(number)
    return numbers


def _table(document: Mapping[str, object], name: str, *, source: Traversable) -> Mapping[str, object]:
    table = document[name]
    if not isinstance(table, dict):
        raise _error(source, name, "is no table", value=table, remedy=f"write [{name}]")
    return table


def _require_keys(
    table_content: Mapping[str, object], keys: tuple[str, ...], *, source: Traversable, table: str
) -> None:
    for key in keys:
        if key not in table_content:
            raise _error(source, f"{table} {key}", "is missing", remedy="add it")
    for key in table_content:
        if key not in keys:
            raise _error(source, f"{table} {key}", "is unknown", remedy=f"known are {', '.join(keys)}")


def _check_colours(table: StyleTable, *, source: Traversable) -> None:
    colours = {**table.interface, **table.base}
    for family in table.families:
        colours |= {f"{family.key} colour": family.colour, f"{family.key} label_colour": family.label_colour}
    for key, colour in colours.items():
        if not _COLOUR.fullmatch(colour):
            raise _error(source, key, "is no colour", value=colour, remedy="write it like #164E78")


def _check_categories(table: StyleTable, *, source: Traversable) -> None:
    seen: dict[str, str] = {}
    for family in table.families:
        for category in family.categories:
            if category in seen:
                what = f"category stands in {seen[category]} and in {family.key}"
                raise _error(source, "[[family]]", what, value=category, remedy="leave it in one")
            seen[category] = family.key


def _read_toml(source: Traversable) -> Mapping[str, object]:
    try:
        return tomllib.loads(_read_text(source))
    except tomllib.TOMLDecodeError as error:
        raise _error(source, "", f"is no TOML: {error}", remedy="correct that line") from error


def _read_text(source: Traversable) -> str:
    try:
        return source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        remedy = "install planmap again"
        raise MissingFileError(describe(where=source.name, what="is not there", remedy=remedy)) from error
    except UnicodeDecodeError as error:
        raise _error(source, "", f"is not UTF-8 at byte {error.start}", remedy="save it as UTF-8") from error


def _error(source: Traversable, key: str, what: str, *, value: object = None, remedy: str) -> SettingsError:
    where = f"{source.name}: {key}" if key else source.name
    return SettingsError(describe(where=where, what=what, value=value, remedy=remedy))
