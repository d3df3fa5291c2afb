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
_COUNTED = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting")  # fmt: skip


def write_number(number: int, style: str) -> str:
    """Return a number as the numbering style (``ST_NumberFormat``) writes it; unknown styles as digits.

    >>> [write_number(12, style) for style in ("chineseCounting", "upperRoman", "lowerLetter", "decimalZero")]
    ['十二', 'XII', 'l', '12']
    """
    if not 0 < number <= _LARGEST:
        return str(number)
    if style in _ENCLOSED:
        most = _MOST_ENCLOSED.get(style, 20)
        return chr(_ENCLOSED[style] + number - 1) if number <= most else str(number)
    if style in _COUNTED:
        return _count(number, _DIGITS, "十百千")
    return _plain(number, style)


def _plain(number: int, style: str) -> str:
    match style:
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            return _count(number, _LEGAL_DIGITS, "拾佰仟")
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        case "ideographTraditional" if number <= len(_STEMS):
            return _STEMS[number - 1]
        case "ideographZodiac" if number <= len(_BRANCHES):
            return _BRANCHES[number - 1]
        case "upperRoman" | "lowerRoman":
            return _roman(number).upper() if style == "upperRoman" else _roman(number)
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if style == "upperLetter" else letter
        case "decimalFullWidth" | "decimalFullWidth2":
            return "".join(chr(0xFF10 + int(digit)) for digit in str(number))
        case "decimalZero":
            return f"{number:02d}"
    return str(number)


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
