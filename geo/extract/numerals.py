"""Read numbers as Chinese texts write them."""

from __future__ import annotations

import re

_DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

CHINESE = "〇○零一二两三四五六七八九十百千万亿"
_IN_DIGITS = r"(?<![\d.])\d{1,15}(?:\.\d{1,6})?(?:[十百千]?[万亿]|[百千])?(?!\d)"
_IN_CHARACTERS = rf"(?<![{CHINESE}])[{CHINESE}]{{1,12}}(?![{CHINESE}])"
NUMBER = rf"(?:{_IN_DIGITS}|{_IN_CHARACTERS})"
"""A whole number, in digits with or without 万, or in characters; no longer than numbers are."""

_MIXED = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿]*)$")


def parse_number(text: str) -> float | None:
    """Return the value of a number in digits, in characters or in both; None where it is none.

    >>> parse_number("1500"), parse_number("二十三"), parse_number("200万"), parse_number("二〇二〇")
    (1500.0, 23.0, 2000000.0, 2020.0)
    """
    mixed = _MIXED.match(text)
    if mixed:
        factor = 1
        for unit in mixed[2]:
            factor *= _UNITS.get(unit) or _MYRIADS[unit]
        return round(float(mixed[1]) * factor, 6)
    if not text or any(char not in CHINESE for char in text):
        return None
    if not any(char in _UNITS or char in _MYRIADS for char in text):
        return float("".join(str(_DIGITS[char]) for char in text))
    return float(_read_places(text))


def _read_places(text: str) -> int:
    for myriad, factor in (("亿", 100_000_000), ("万", 10_000)):
        if myriad in text:
            high, _, low = text.partition(myriad)
            return (_read_places(high) if high else 1) * factor + _read_places(low)
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * _UNITS[char]
            digit = 0
    return total + digit
