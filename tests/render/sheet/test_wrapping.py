from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.render.sheet.faces import MM_A_POINT
from geo.render.sheet.wrapping import fitted_points, shortened, wrap

EM = 10 * MM_A_POINT


def test_no_line_begins_with_a_comma_or_ends_with_a_bracket(faces):
    lines = wrap("修建甲路、乙路、丙路（含丁路）、戊路。", 4.2 * EM, points=10, face=faces.regular)
    assert "".join(lines) == "修建甲路、乙路、丙路（含丁路）、戊路。"
    assert not any(line[0] in "、。）" or line[-1] == "（" for line in lines)


def test_a_number_and_a_latin_word_stay_whole(faces):
    lines = wrap("共2020-12-31前建成5G基站1500个", 7 * EM, points=10, face=faces.regular)
    assert any("2020-12-31" in line for line in lines)
    assert any("1500" in line for line in lines)


def test_a_name_stays_on_one_line_where_it_fits_on_one(faces):
    text = "年底前完成德化步行街的提升"
    broken = wrap(text, 7 * EM, points=10, face=faces.regular)
    kept = wrap(text, 7 * EM, points=10, face=faces.regular, keep=["德化步行街"])
    assert not any("德化步行街" in line for line in broken)
    assert any("德化步行街" in line for line in kept)


def test_a_word_longer_than_a_line_is_broken_where_it_must_be(faces):
    lines = wrap("A" * 100, 10 * EM, points=10, face=faces.regular)
    assert "".join(lines) == "A" * 100
    assert len(lines) > 1


@given(st.text(alphabet="路街（）、。，“”A1 福寿", max_size=60), st.floats(2, 12))
def test_nothing_but_blanks_is_lost_and_every_line_fits(faces, text, ems):
    width = ems * EM
    lines = wrap(text, width, points=10, face=faces.regular)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(faces.regular.width(line, 10) <= width + 1e-6 for line in lines)


@pytest.mark.parametrize(("text", "fits"), [("短", True), ("很长的一个名字" * 5, False)])
def test_a_text_is_made_smaller_before_it_is_cut(faces, text, fits):
    points = fitted_points(text, 20 * EM, points=24, least=12, face=faces.regular)
    assert (points == 24) is fits
    cut = shortened(text, 5 * EM, points=10, face=faces.regular)
    assert cut == text if fits else cut.endswith("…")
    assert faces.regular.width(cut, 10) <= 5 * EM
