from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from io import BytesIO

import pypdf
import pytest

from geo.errors import OutputError
from geo.io import typesetting
from geo.model import SheetFormat
from geo.printing import set_sheets
from geo.render.sheet.display import Align, Box, Sheet, Stroke, Words, rectangle

DAY = dt.date(2022, 3, 1)


@pytest.fixture(scope="module")
def sheet():
    return Sheet(
        420,
        297,
        (
            rectangle(Box(10, 20, 300, 200), "x", stroke=Stroke("#123456", 0.5)),
            Words(210, 30, '德化步行街 "引号" \\ #strong[x] $a$ // 1', 12, "t", align=Align.MIDDLE),
            Words(20, 60, "㙍埔𫭟村", 12, "t", bold=True),
            Words(100, 100, "斜路", 12, "t", turn=-30),
        ),
        "x",
    )


def set_one(sheet, **given):
    (content,) = set_sheets([sheet], title="图", when=DAY, **given)
    return content


def test_the_same_sheet_gives_the_same_bytes(sheet):
    assert set_one(sheet) == set_one(sheet)


def test_the_page_is_as_large_as_the_paper(sheet):
    (page,) = pypdf.PdfReader(BytesIO(set_one(sheet))).pages
    assert float(page.mediabox.width) == pytest.approx(420 / 25.4 * 72, abs=0.05)
    assert float(page.mediabox.height) == pytest.approx(297 / 25.4 * 72, abs=0.05)


def test_text_is_never_markup_and_is_found_as_typed(sheet):
    (page,) = pypdf.PdfReader(BytesIO(set_one(sheet))).pages
    found = page.extract_text()
    assert '德化步行街 "引号" \\ #strong[x] $a$ // 1' in found
    assert "㙍埔𫭟村" in found
    assert "斜路" in found


def test_the_time_stamp_is_the_day_that_was_given(sheet):
    reader = pypdf.PdfReader(BytesIO(set_one(sheet)))
    assert reader.metadata.creation_date.date() == DAY
    assert reader.metadata.title == "图"


def test_a_picture_and_a_drawing_come_page_by_page(sheet):
    pngs = set_sheets([sheet, sheet], title="图", when=DAY, form=SheetFormat.PNG)
    (svg,) = set_sheets([sheet], title="图", when=DAY, form=SheetFormat.SVG)
    assert [png[:4] for png in pngs] == [b"\x89PNG", b"\x89PNG"]
    assert b"<svg" in svg[:200]


def test_what_typst_refuses_is_one_message_with_the_name_of_the_sheet():
    with pytest.raises(OutputError, match=r'sheet \("图"\): cannot be set: unknown variable: nothing'):
        typesetting.typeset("#nothing", named="图", when=DAY, form=SheetFormat.PDF)


def test_what_typst_warns_of_is_refused_too():
    with pytest.raises(OutputError, match="unknown font family: 某字体"):
        typesetting.typeset('#set text(font: "某字体")\na', named="图", when=DAY, form=SheetFormat.PDF)


def test_a_process_that_is_killed_is_one_message(monkeypatch):
    def end_at_once(command, **_):
        return subprocess.CompletedProcess(command, -9, stdout=b"half a file", stderr=b"line\nMemoryError")

    monkeypatch.setattr(typesetting.subprocess, "run", end_at_once)
    with pytest.raises(OutputError, match=r"ended before it was done, with status -9 \(MemoryError\); free"):
        typesetting.typeset("a", named="图", when=DAY, form=SheetFormat.PDF)


def test_typst_is_not_loaded_where_sheets_are_drawn():
    code = "import sys, geo.printing; sys.exit('typst' in sys.modules)"
    assert subprocess.call([sys.executable, "-c", code], env=os.environ) == 0


def test_the_process_that_sets_sheets_loads_nothing_large():
    code = "import sys, geo.io.typesetting_worker; sys.exit(bool({'numpy', 'pandas'} & {*sys.modules}))"
    assert subprocess.call([sys.executable, "-c", code], env=os.environ) == 0
