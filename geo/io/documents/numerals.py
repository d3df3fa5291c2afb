"""Write the numbers that a program puts in front of paragraphs, in the ways of WordprocessingML."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 9999
_ENCLOSED = {
    "decimalEnclosedCircle": 0x2460,
    "decimalEnclosedCircleChinese": 0x2460,
    "decimalEnclosedParen": 0x2474,
    "decimalEnclosedFullstop": 0x2488,
    "ideographEnclosedCircle": 0x3280,
}
"""Where the signs for 1, 2, 3… begin in Unicode."""
_MOST_ENCLOSED = {"ideographEnclosedCircle": 10}
_COUNTED = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting"), (_DIGITS, "十百千")),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand"), (_DIGITS, "十百千")),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), (_LEGAL_DIGITS, "拾佰仟")),
}
"""The digits and the units of styles that count in tens, hundreds and thousands."""
_SERIES = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}
_TRANSLATED = {
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), "０１２３４５６７８９"),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _DIGITS),
}
"""The digits of styles that write one sign for each digit."""


def write_number(number: int, style: str) -> str:
    """Return a number as the numbering style (``ST_NumberFormat``) writes it; unknown styles as digits.

    >>> [write_number(12, style) for style in ("chineseCounting", "upperRoman", "lowerLetter", "decimalZero")]
    ['十二', 'XII', 'l', '12']
    """
    if not 0 < number <= _LARGEST:
        return str(number)
    if style in _COUNTED:
        return _count(number, *_COUNTED[style])
    if style in _TRANSLATED:
        return str(number).translate(
            {ord("0") + digit: sign for digit, sign in enumerate(_TRANSLATED[style])}
        )
    if style in _ENCLOSED and number <= _MOST_ENCLOSED.get(style, 20):
        return chr(_ENCLOSED[style] + number - 1)
    if style in _SERIES and number <= len(_SERIES[style]):
        return _SERIES[style][number - 1]
    return _western(number, style)


def _western(number: int, style: str) -> str:
    match style:
        case "upperRoman" | "lowerRoman":
            written = _roman(number)
        case "upperLetter" | "lowerLetter":
            written = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        case "decimalZero":
            written = f"{number:02d}"
        case _:
            written = str(number)
    return written.upper() if style.startswith("upper") else written


def _count(number: int, digits: str, units: str) -> str:
    """Return a number up to 9,999 in Chinese: 十二, 一百〇五 written as 一百零五."""
    places = ["", *units]
    written = ""
    skipped = False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            skipped = True
            continue
        written += ("零" if skipped and written else "") + digits[digit] + places[place]
        skipped = False
    return written.removeprefix(digits[1]) if 10 <= number < 20 else written  # noqa: PLR2004


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
