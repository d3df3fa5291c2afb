"""Read and write tables: CSV that Excel opens with Chinese text intact.

A table is UTF-8 with a byte order mark (without one Excel takes it for the system's code page), with
line feeds, and with quotation marks only where a cell needs them. Dates are YYYY-MM-DD, flags ``true``
and ``false``; a missing cell is empty, and an empty text is a missing cell.

A text that a spreadsheet would take for a formula (``=``, ``+``, ``-``, ``@``, tab or carriage return
in front) gets an apostrophe in front, as OWASP's note on CSV injection advises, and loses it when it is
read. So that the way back is exact, a text that has apostrophes before such a sign gets one more.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo.errors import EncodingError, LayerError, MissingFileError, describe
from geo.io.sound_rows import sound_rows
from geo.schema import Column, LayerSchema, Type, problems, restore_types, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_NEEDS_QUOTES = re.compile(r'[,"\r\n]')
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_EXCEL_HINT = "sep="
"""Begins a line before the header that tells Excel the separator."""
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_FLAGS = {"true": True, "false": False}


def read_table(path: Path, schema: LayerSchema) -> pd.DataFrame:
    """Return a CSV table that keeps its schema, rows in the file's order, types as the schema says.

    Raises
    ------
    MissingFileError
        The file is not there.
    EncodingError
        It is not UTF-8.
    LayerError
        It is no CSV, a row has more or fewer cells than the header, or the schema is broken.
    """
    table = _read_unchecked(path, schema)
    validate(table, schema, where=path.as_posix())
    return table


def table_problems(path: Path, schema: LayerSchema) -> list[str]:
    """List everything that is wrong with a table's file; empty where it keeps its schema."""
    try:
        table = _read_unchecked(path, schema)
    except (LayerError, EncodingError, MissingFileError) as error:
        return [str(error)]
    return problems(table, schema, where=path.as_posix())


def read_sound_table(path: Path, schema: LayerSchema) -> pd.DataFrame:
    """Return those rows of a table that keep its schema; none where the file cannot be read."""
    nothing = pd.DataFrame({name: pd.Series([], dtype=object) for name in schema.column_names})
    try:
        table = sound_rows(_read_unchecked(path, schema), schema)
    except (LayerError, EncodingError, MissingFileError):
        return nothing
    return nothing if table.empty else table


def table_bytes(table: pd.DataFrame, schema: LayerSchema) -> bytes:
    """Return a table as CSV, sorted by its id where it has one; the same bytes each time.

    Raises
    ------
    LayerError
        The table breaks its schema.
    """
    validate(table, schema, where=f"{schema.name}.csv")
    ordered = table.sort_values(schema.id_column, kind="stable") if schema.id_column else table
    written = pd.DataFrame({column.name: _written(ordered[column.name], column) for column in schema.columns})
    rows = [schema.column_names, *written.itertuples(index=False, name=None)]
    return csv_text(rows, line_end="\n").encode("utf-8-sig")


def csv_text(rows: Iterable[Sequence[str]], *, line_end: str) -> str:
    """Return rows as CSV with quotation marks only where a cell needs them.

    The standard library's writer leaves a carriage return bare in some Python versions, so that the
    row breaks in two when it is read.
    """
    return "".join(f"{','.join(map(_quoted, row))}{line_end}" for row in rows)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _written(cells: pd.Series[Any], column: Column) -> list[str]:
    return [
        "" if missing else _write_cell(cell, column.type)
        for cell, missing in zip(cells.tolist(), cells.isna(), strict=True)
    ]


def _write_cell(cell: Any, kind: Type) -> str:  # noqa: ANN401 - the schema has been held against it
    match kind:
        case Type.TEXT:
            return f"'{cell}" if _FORMULA.match(cell) else str(cell)
        case Type.INTEGER:
            return str(int(cell))
        case Type.NUMBER:
            return repr(float(cell)).removesuffix(".0")
        case Type.DATE:
            return str(cell.isoformat())
        case Type.FLAG:
            return "true" if cell else "false"


def _read_unchecked(path: Path, schema: LayerSchema) -> pd.DataFrame:
    where = path.as_posix()
    header, rows = _read_rows(_read_text(path), where=where)
    cells = {name: [row[position] for row in rows] for position, name in enumerate(header)}
    kinds = {column.name: column.type for column in schema.columns}
    table = pd.DataFrame(
        {name: pd.Series([_read_cell(cell, kinds.get(name, Type.TEXT)) for cell in column], dtype=object)
         for name, column in cells.items()}
    )  # fmt: skip
    return restore_types(table, schema)


def _read_text(path: Path) -> str:
    where = path.as_posix()
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        remedy = "restore it from version control"
        raise MissingFileError(describe(where=where, what="is not there", remedy=remedy)) from error
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise LayerError(describe(where=where, what=what, remedy="allow reading it")) from error
    except UnicodeDecodeError as error:
        remedy = 'save it from Excel as "CSV UTF-8"'
        what = f"is not UTF-8 at byte {error.start}"
        raise EncodingError(describe(where=where, what=what, remedy=remedy)) from error


def _read_rows(text: str, *, where: str) -> tuple[list[str], list[list[str]]]:
    """Return header and rows; a row without any cell is no row."""
    try:
        lines = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
        lines = lines[1:] if lines and lines[0][0].startswith(_EXCEL_HINT) else lines
    except csv.Error as error:
        what = f"is no CSV: {error}"
        raise LayerError(describe(where=where, what=what, remedy="save it as CSV again")) from error
    if not lines:
        raise LayerError(describe(where=where, what="is empty", remedy="write at least the header"))
    header, *rows = [[name.strip() for name in lines[0]], *lines[1:]]
    separator = next((name for sign, name in _SEPARATORS.items() if sign in header[0]), None)
    if len(header) == 1 and separator:
        what, remedy = f"has {separator} between its cells, not commas", 'save it from Excel as "CSV UTF-8"'
        raise LayerError(describe(where=where, what=what, remedy=remedy))
    if len(set(header)) != len(header):
        name = next(name for name in header if header.count(name) > 1)
        raise LayerError(describe(where=where, what="column stands twice", value=name, remedy="remove one"))
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            what = f"has {len(row)} cells, the header has {len(header)}"
            remedy = "put texts with a comma in quotation marks"
            raise LayerError(describe(where=f"{where}: row {number}", what=what, value=row[0], remedy=remedy))
    return header, rows


def _read_cell(cell: str, kind: Type) -> object:
    """Return a cell as its type; as text where it is not of it, for the schema to complain about."""
    if kind is Type.TEXT:
        return (cell[1:] if _GUARDED_FORMULA.match(cell) else cell) or None
    word = cell.strip()
    if not word:
        return None
    if kind is Type.INTEGER and _INTEGER.fullmatch(word):
        return int(word)
    if kind is Type.NUMBER and _NUMBER.fullmatch(word):
        return float(word)
    return _FLAGS.get(word.lower(), word) if kind is Type.FLAG else word
