"""Set display lists: sheets -> the bytes of a PDF, a PNG or an SVG, through Typst.

Typst is given every position; it breaks no line and moves nothing. Text stays text, lines stay lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import typst

from geo.errors import OutputError, describe
from geo.model import SheetFormat
from geo.render.sheet.display import Align, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geo.render.sheet.display import Item, Sheet, Stroke


@dataclass(frozen=True, slots=True)
class FontFolders:
    """Where the fonts lie, and the names of the families in them."""

    folders: tuple[str, ...]
    regular: str
    bold: str


PNG_PER_INCH = 300.0
_ONLY_HERE = """\
#set text(lang: "zh", region: "CN", top-edge: "baseline", bottom-edge: "baseline", cjk-latin-spacing: none,
  kerning: false, ligatures: false, hyphenate: false, number-type: "lining")
#let t(x, y, s, f, c, b, w, a, r, body) = place(top + left, dx: (x - a * w) * 1mm, dy: y * 1mm, rotate(
  r * 1deg, origin: if a == 0 {{ left + bottom }} else if a == 1 {{ right + bottom }} else {{ bottom }},
  box(width: w * 1mm, align(if a == 0 {{ left }} else if a == 1 {{ right }} else {{ center }}, box(
  width: auto, text(size: s * 1pt, font: f, fill: c, weight: if b {{ 700 }} else {{ 400 }}, body))))))
#let c(d, closed, ..style) = place(top + left, curve(fill-rule: "even-odd", ..style, ..d.split(";").map(
  p => {{
  let n = p.split(" ").map(float)
  (curve.move((n.at(0) * 1mm, n.at(1) * 1mm)),)
  range(1, calc.quo(n.len(), 2)).map(i => curve.line((n.at(2 * i) * 1mm, n.at(2 * i + 1) * 1mm)))
  if closed {{ (curve.close(mode: "straight"),) }}
}}).flatten()))
#let rg = "{regular}"
#let bd = "{bold}"
"""
_SLACK_MM = 2.0
"""Room beyond a text's own width, so that it never wraps."""


def typeset(
    sheets: Sequence[Sheet],
    *,
    fonts: FontFolders,
    title: str,
    when: date,
    form: SheetFormat = SheetFormat.PDF,
) -> tuple[bytes, ...]:
    """Return sheets as the bytes of one PDF, or of a PNG or an SVG each.

    `when` is the time stamp that stands in a PDF, so that the same sheets give the same bytes.
    """
    source = source_of(sheets, fonts=fonts, title=title)
    stamp = datetime(when.year, when.month, when.day, tzinfo=UTC)
    try:
        made, warnings = typst.compile_with_warnings(
            source.encode(),
            font_paths=_fonts(fonts.folders),
            ignore_system_fonts=True,
            format=form.value,
            ppi=PNG_PER_INCH,
            timestamp=stamp,
            pdf_tags=False,
        )
    except typst.TypstError as error:
        raise OutputError(_message(title, str(error))) from error
    if warnings:
        raise OutputError(_message(title, warnings[0].message))
    return _contents(made)


def _contents(made: bytes | list[bytes]) -> tuple[bytes, ...]:
    """Return the files that Typst made: its stubs do not know that several pages of a PNG are a list."""
    return (made,) if isinstance(made, bytes) else tuple(made)


def _message(title: str, said: str) -> str:
    what = f"cannot be set: {said}"
    return describe(where="sheet", what=what, value=title, remedy="report this; the files are untouched")


@lru_cache(maxsize=2)
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """Return the fonts of our own folders and no other: what a machine has besides changes nothing."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


def source_of(sheets: Sequence[Sheet], *, fonts: FontFolders, title: str) -> str:
    """Return sheets as Typst's own text."""
    lines = [
        f"#set document(title: {_quoted(title)})",
        _ONLY_HERE.format(regular=fonts.regular, bold=fonts.bold),
    ]
    for number, sheet in enumerate(sheets):
        size = f"width: {_mm(sheet.width)}mm, height: {_mm(sheet.height)}mm, margin: 0mm, fill: white"
        # The page of the set rule is the one that the first content of it begins.
        lines.append(f"#set page({size})" if number == 0 else f"#pagebreak()\n#set page({size})")
        lines.append("#{")
        lines.extend(line for item in sheet.items for line in _lines(item))
        lines.append("}")
    return "\n".join(lines)


def _lines(item: Item) -> Iterator[str]:
    if isinstance(item, Words):
        yield _text(item)
    elif isinstance(item, Shape):
        yield _curve(item)


def _text(words: Words) -> str:
    at = {Align.START: 0, Align.MIDDLE: 0.5, Align.END: 1}[words.align]
    widest = len(words.text) * words.points * 25.4 / 72 * 1.1 + _SLACK_MM
    face = "bd" if words.bold else "rg"
    return (
        f"t({_mm(words.x)}, {_mm(words.y)}, {_mm(words.points)}, {face}, rgb({_quoted(words.colour)}),"
        f" {str(words.bold).lower()}, {_mm(widest)}, {at}, {_mm(words.turn)}, {_quoted(words.text)})"
    )


def _curve(shape: Shape) -> str:
    fill = "none"
    if shape.fill is not None:
        fill = f"rgb({_quoted(shape.fill)})"
        if shape.opacity < 1.0:
            fill += f".transparentize({_mm(100 * (1 - shape.opacity))}%)"
    # Positions as text take a third of the memory of a call each.
    parts = ";".join(" ".join(map(_mm, part.ravel().tolist())) for part in shape.parts)
    closed = str(shape.closed).lower()
    return f'c("{parts}", {closed}, fill: {fill}, stroke: {_stroke(shape.stroke)})'


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return "none"
    ends = '"round"' if stroke.round else '"butt"'
    corners = '"round"' if stroke.round else '"miter"'
    dash = ""
    if stroke.dash:
        lengths = ", ".join(f"{_mm(length)}mm" for length in stroke.dash)
        dash = f", dash: (array: ({lengths},), phase: 0mm)"
    colour = f"rgb({_quoted(stroke.colour)})"
    return f"(paint: {colour}, thickness: {_mm(stroke.width)}mm, cap: {ends}, join: {corners}{dash})"


def _mm(number: float) -> str:
    """Write a number with four decimals at most: a ten-thousandth of a millimetre."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _quoted(text: str) -> str:
    """Write a text as Typst's string: nothing in it is markup."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
