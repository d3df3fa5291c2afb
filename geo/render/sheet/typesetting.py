"""Write display lists in Typst's own language: sheets -> text, which :mod:`geo.io.typesetting` sets.

Typst is given every position; it breaks no line and moves nothing. Text stays text, lines stay lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.render.sheet.display import Align, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.render.sheet.display import Item, Sheet, Stroke


_ONLY_HERE = """\
#set text(lang: "zh", region: "CN", top-edge: "baseline", bottom-edge: "baseline", cjk-latin-spacing: none,
  kerning: false, ligatures: false, hyphenate: false, number-type: "lining")
#let t(x, y, s, f, c, b, w, a, r, body) = {{
  let body = box(width: w * 1mm, {{
    set align(if a == 0 {{ left }} else if a == 1 {{ right }} else {{ center }})
    set text(size: s * 1pt, font: f, fill: c, weight: if b {{ 700 }} else {{ 400 }})
    body
  }})
  if r != 0 {{
    let around = if a == 0 {{ left + bottom }} else if a == 1 {{ right + bottom }} else {{ bottom }}
    body = rotate(r * 1deg, origin: around, body)
  }}
  place(top + left, dx: (x - a * w) * 1mm, dy: y * 1mm, body)
}}
#let c(d, closed, ..style) = {{
  let steps = ()
  for part in d.split(";") {{
    let (first, ..others) = part.split(" ").map(float).chunks(2)
    steps.push(curve.move((first.at(0) * 1mm, first.at(1) * 1mm)))
    for (x, y) in others {{ steps.push(curve.line((x * 1mm, y * 1mm))) }}
    if closed {{ steps.push(curve.close(mode: "straight")) }}
  }}
  place(top + left, curve(fill-rule: "even-odd", ..style, ..steps))
}}
#let rg = "{regular}"
#let bd = "{bold}"
"""
"""Steps are made in a loop, since Typst keeps what each call of a function gave until it ends."""
_SLACK_MM = 2.0
"""Room beyond a text's own width, so that it never wraps."""


def typst_text(sheets: Sequence[Sheet], *, regular: str, bold: str, title: str) -> str:
    """Return sheets in Typst's language, a page each.

    `regular` and `bold` are the families of the fonts, `title` is what the file says that it is.
    """
    lines = [
        f"#set document(title: {_quoted(title)})",
        _ONLY_HERE.format(regular=regular, bold=bold),
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
