from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent / "samples"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@pytest.fixture
def samples():
    return SAMPLES


def relations(targets):
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{entries}</Relationships>'


def part(root, content):
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{content}</w:{root}>'
    )


def zip_of(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def make_docx():
    """Make a .docx file as Word lays it out: ``make_docx(body, styles=..., numbering=...)``."""

    def make(body, **parts):
        return zip_of(
            {
                "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
                "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
                "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in parts}),
                **{f"word/{name}.xml": part(name, xml) for name, xml in parts.items()},
            }
        )

    return make


@pytest.fixture
def make_zip():
    return zip_of


@pytest.fixture
def make_pdf():
    """Make a PDF of numbered objects, the first of them the catalogue."""

    def make(*objects):
        content, places = b"%PDF-1.7\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(content))
            content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, rows)
        trailer = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(objects) + 1,
            len(content),
        )
        return content + table + trailer

    return make
