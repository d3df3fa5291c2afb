"""Open a .docx file, a ZIP archive of XML parts, without trusting anything that it says of itself."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree as ET

from geo.io.documents.refusal import refusal

if TYPE_CHECKING:
    from geo.errors import ReportError

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 10_000
MOST_DECLARED = 1024 * MEGABYTE
"""Bytes that all members together say they hold; a report with many photographs says less."""
LARGEST_PART = 48 * MEGABYTE
"""Bytes of one XML part; 3,000 pages of text have as many."""
HIGHEST_RATIO = 400
"""Bytes out for one byte in; Word's XML has 5 to 50."""
RATIO_COUNTS_FROM = MEGABYTE
_CHUNK = 64 * 1024
_DAMAGED = "is damaged or was cut off"
_SAVE_ANEW = "open it in Word or WPS, save it anew and try again"
_ENCRYPTED = 0x1

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""The standard's own prefixes; names become w-p for w:p, as a colon has a meaning in ElementTree's paths.
Transitional and strict documents get the same names."""
_EXPANDED = re.compile(r"\{([^}]*)\}(.*)", re.DOTALL)

_OTHER_KINDS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "OFD.xml": "an OFD document",
    "mimetype": "an OpenDocument or e-book",
    "AndroidManifest.xml": "a program",
}


class _Builder(ET.TreeBuilder):
    """A tree with short names, of an XML document without a document type."""

    def __init__(self, *, where: str) -> None:
        super().__init__()
        self._where = where
        self._names: dict[str, str] = {}

    def doctype(self, *_: str | None) -> None:
        """Refuse: only a document type can define entities, and Office's parts have none (ISO 29500-2)."""
        raise refusal(self._where, "defines XML entities, which no Word document does", remedy=_SAVE_ANEW)

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        """Open an element."""
        return super().start(self._short(tag), {self._short(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> ET.Element:
        """Close an element."""
        return super().end(self._short(tag))

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            match = _EXPANDED.fullmatch(name)
            prefix = _PREFIXES.get(match[1]) if match else None
            short = self._names[name] = f"{prefix}-{match[2]}" if match and prefix else name
        return short


@dataclass(frozen=True, slots=True)
class WordPackage:
    """A .docx file that has been found sound, and the parts that its main text refers to."""

    archive: zipfile.ZipFile
    main: str
    related: dict[str, str]
    """Names of parts by the last word of their relation's type: styles, numbering, footnotes."""
    where: str

    def part(self, relation: str) -> ET.Element | None:
        """Return the root of a part that the main text refers to, or None where there is none."""
        name = self.related.get(relation)
        return _read_part(self.archive, name, where=self.where) if name else None

    def main_part(self) -> ET.Element:
        """Return the root of the main text."""
        root = _read_part(self.archive, self.main, where=self.where)
        if root is None:
            raise refusal(self.where, _DAMAGED, value=self.main, remedy=_SAVE_ANEW)
        return root

    def has_pictures(self) -> bool:
        """Tell whether there are pictures in it."""
        return any("/media/" in name for name in self.archive.namelist())


def open_package(file: BinaryIO, *, where: str) -> WordPackage:
    """Return the package in a file.

    Raises
    ------
    ReportError
        The file is no ZIP archive, damaged, a bomb, has a password, or holds no Word document.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise refusal(where, _DAMAGED, remedy=_SAVE_ANEW) from error
    _check_members(archive, where=where)
    main = _find_main(archive, where=where)
    folder, name = posixpath.split(main)
    relations = _read_relations(archive, posixpath.join(folder, "_rels", f"{name}.rels"), folder, where=where)
    return WordPackage(archive, main, relations, where)


def _check_members(archive: zipfile.ZipFile, *, where: str) -> None:
    members = archive.infolist()
    packed = sum(member.compress_size for member in members)
    declared = sum(member.file_size for member in members)
    archive_size = archive.start_dir
    if len(members) > MOST_MEMBERS or declared > MOST_DECLARED or packed > archive_size:
        raise _bomb(where, f"{len(members)} members, {declared // MEGABYTE} MB")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise refusal(where, "is an archive with a password", remedy="save it without the password")


def _bomb(where: str, value: str) -> ReportError:
    return refusal(
        where, "would unpack to far more than a report holds (a zip bomb)", value=value, remedy=_SAVE_ANEW
    )


def _find_main(archive: zipfile.ZipFile, *, where: str) -> str:
    main = _read_relations(archive, "_rels/.rels", "", where=where).get("officeDocument", "word/document.xml")
    names = set(archive.namelist())
    for name, kind in _OTHER_KINDS.items():
        if name in names:
            raise refusal(
                where,
                f"is {kind}, not a Word document",
                remedy="save the report as .docx or print it to .pdf",
            )
    if main not in names:
        raise refusal(
            where, "is a ZIP archive without a Word document in it",
            remedy="unpack it and give the report that it holds",
        )  # fmt: skip
    return main


def _read_relations(archive: zipfile.ZipFile, name: str, folder: str, *, where: str) -> dict[str, str]:
    root = _read_part(archive, name, where=where)
    relations: dict[str, str] = {}
    for relation in root.iter("rel-Relationship") if root is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            relations.setdefault(relation.get("Type", "").rpartition("/")[2], target)
    return relations


def _read_part(archive: zipfile.ZipFile, name: str, *, where: str) -> ET.Element | None:
    """Return the root of an XML part, or None where there is no such part."""
    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    content = _inflate(archive, member, where=where)
    parser = ET.XMLParser(target=_Builder(where=where))  # noqa: S314 - the builder refuses entities
    try:
        parser.feed(content)
        return parser.close()
    except ET.ParseError as error:
        raise refusal(where, f"{_DAMAGED}: {name} is no XML", value=error, remedy=_SAVE_ANEW) from error


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, where: str) -> bytes:
    """Return what a member really holds, however little it says that is."""
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                ratio = size / max(member.compress_size, 1)
                if size > LARGEST_PART or (size > RATIO_COUNTS_FROM and ratio > HIGHEST_RATIO):
                    raise _bomb(where, member.filename)
                chunks.append(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise refusal(where, _DAMAGED, value=member.filename, remedy=_SAVE_ANEW) from error
    return b"".join(chunks)
