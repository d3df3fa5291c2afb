from __future__ import annotations

import pytest

from geo.errors import SettingsError
from geo.io.fonts import bold_font, regular_font
from geo.render.sheet.faces import MM_A_POINT, read_face


@pytest.mark.parametrize("character", ["福", "A", "7", "±", "、", "（", "㙍", "𫭟", "°", "′", "″"])
def test_both_faces_have_what_a_sheet_writes(faces, character):
    assert faces.has(character)


@pytest.mark.parametrize("character", ["\ue000", "😀"])
def test_what_no_face_has_is_known(faces, character):
    assert not faces.has(character)


def test_a_chinese_character_is_an_em_wide_and_a_figure_about_half(faces):
    assert faces.regular.width("福寿街", 10) == pytest.approx(3 * 10 * MM_A_POINT)
    assert 0.5 < faces.regular.width("8", 10) / (10 * MM_A_POINT) < 0.6
    assert faces.bold.width("8", 10) > faces.regular.width("8", 10)


def test_a_font_without_the_family_is_named():
    with bold_font().opened() as content, pytest.raises(SettingsError, match="Nobody Sans"):
        read_face(content, family="Nobody Sans", bold=True)


def test_fonts_come_from_packages_and_not_from_the_system():
    for font in (regular_font(), bold_font()):
        assert "site-packages" in font.folder
        assert (font.path.parent.parent / f"{font.path.parent.name}-0.0.1.dist-info").is_dir()
