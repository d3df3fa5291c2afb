from __future__ import annotations

import datetime as dt
from io import BytesIO

import pypdf
import pytest

from geo.model import SheetFormat
from geo.render.sheet.display import Align, Box, Sheet, Stroke, Words, rectangle
from geo.render.sheet.typesetting import typeset

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


def set_one(sheet, fonts, **given):
    (content,) = typeset([sheet], fonts=fonts, title="图", when=DAY, **given)
    return content


def test_the_same_sheet_gives_the_same_bytes(sheet, fonts):
    assert set_one(sheet, fonts) == set_one(sheet, fonts)


def test_the_page_is_as_large_as_the_paper(sheet, fonts):
    (page,) = pypdf.PdfReader(BytesIO(set_one(sheet, fonts))).pages
    assert float(page.mediabox.width) == pytest.approx(420 / 25.4 * 72, abs=0.05)
    assert float(page.mediabox.height) == pytest.approx(297 / 25.4 * 72, abs=0.05)


def test_text_is_never_markup_and_is_found_as_typed(sheet, fonts):
    (page,) = pypdf.PdfReader(BytesIO(set_one(sheet, fonts))).pages
    found = page.extract_text()
    assert '德化步行街 "引号" \\ #strong[x] $a$ // 1' in found
    assert "㙍埔𫭟村" in found
    assert "斜路" in found


def test_the_time_stamp_is_the_day_that_was_given(sheet, fonts):
    reader = pypdf.PdfReader(BytesIO(set_one(sheet, fonts)))
    assert reader.metadata.creation_date.date() == DAY
    assert reader.metadata.title == "图"


def test_a_picture_and_a_drawing_come_page_by_page(sheet, fonts):
    pngs = typeset([sheet, sheet], fonts=fonts, title="图", when=DAY, form=SheetFormat.PNG)
    (svg,) = typeset([sheet], fonts=fonts, title="图", when=DAY, form=SheetFormat.SVG)
    assert [png[:4] for png in pngs] == [b"\x89PNG", b"\x89PNG"]
    assert b"<svg" in svg[:200]
