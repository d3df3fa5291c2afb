from __future__ import annotations

import pytest

from geo.io.documents.numerals import write_number


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (10, "chineseCounting", "十"),
        (19, "chineseCountingThousand", "十九"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "taiwaneseCountingThousand", "一百一十"),
        (2024, "ideographDigital", "二〇二四"),
        (12, "chineseLegalSimplified", "拾贰"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"),
        (12, "ideographZodiac", "亥"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "decimalEnclosedParen", "⑷"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (1994, "upperRoman", "MCMXCIV"),
        (28, "lowerLetter", "bb"),
        (5, "noSuchStyle", "5"),
        (0, "chineseCounting", "0"),
    ],
)
def test_a_number_is_written_as_its_style_says(number, style, written):
    assert write_number(number, style) == written
