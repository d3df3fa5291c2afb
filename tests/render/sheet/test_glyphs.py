from __future__ import annotations

import pytest

from geo.render.sheet.glyphs import Legible, unknown_characters


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("福寿街 1:10 000", "福寿街 1:10 000"),
        ("㙍埔𫭟村", "㙍埔𫭟村"),
        ("⼆七⼴场", "二七广场"),
        ("完成😀整治", "完成〔U+1F600〕整治"),
        ("\ue123号院", "〔U+E123〕号院"),
        ("分\n行\t制表", "分 行 制表"),
        ("零\u200b宽\ufeff", "零宽"),
        ("⺀部", "〔U+2E80〕部"),
    ],
)
def test_what_stands_on_a_sheet_is_what_its_fonts_show(faces, given, shown):
    assert Legible(faces).text(given) == shown
    assert all(map(faces.has, shown))


def test_the_characters_that_are_written_by_their_codes_are_told(faces):
    assert unknown_characters(["完成😀整治", "⼆七", "\u200b"], faces) == ("😀",)


def test_every_text_of_a_page_is_rewritten(faces, make):
    task = make.task(1, text="修⼆七路😀", unit="⼴场办")
    page = Legible(faces).page(make.page([task], name="⼆道片区"))
    assert page.layers.tasks["text"].tolist() == ["修二七路〔U+1F600〕"]
    assert page.layers.tasks["unit"].tolist() == ["广场办"]
    assert page.zone.title == "二道片区"
    assert page.limits["name"].tolist() == ["二道片区"]
