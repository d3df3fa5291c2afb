"""Place 150 names on a crowded sheet with one library, in this process: ``label_speed.py LIBRARY SEED``.

The points are spread over a map of A3 (267 by 239 mm), the names have 2 to 8 characters of 7.4 points. Prints
one JSON object: names that found no room, pairs of names that overlap, names over a symbol, seconds.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
import time
from itertools import combinations

WIDTH, HEIGHT = 267.0, 239.0
COUNT = 150
CHARACTER_MM, LINE_MM, NUMBER_MM = 2.61, 3.3, 4.5
SYMBOL_MM = 2.1
"""Half the side of a symbol."""

WIDE_M_MM, HIGH_M_POINTS = 2.77, 9.1
"""An M of matplotlib's own font is 3.3 mm high at this size, as a name is on our sheets."""

Boxes = list[tuple[float, float, float, float]]


def crowd(seed: int) -> tuple[list[tuple[float, float]], list[int]]:
    """Return points in millimetres and the number of characters of each name."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    points = [(chance.uniform(4, WIDTH - 4), chance.uniform(4, HEIGHT - 4)) for _ in range(COUNT)]
    return points, [chance.randint(2, 8) for _ in range(COUNT)]


def planmap(points: list[tuple[float, float]], lengths: list[int]) -> Boxes:
    """Our own: spots after Imhof, leaders, two others moved aside."""
    numpy = importlib.import_module("numpy")
    spots, placing = (
        importlib.import_module(f"geo.render.sheet.{name}") for name in ("label_spots", "placing")
    )
    window = importlib.import_module("geo.render.sheet.display").Box(0, 0, WIDTH, HEIGHT)
    sizes = [(CHARACTER_MM * length + NUMBER_MM, LINE_MM) for length in lengths]
    choices = [
        list(spots.spots_round(spots.Middle(x, y, SYMBOL_MM + 0.3), size=size, ascent=2.5))
        for (x, y), size in zip(points, sizes, strict=True)
    ]
    symbols = numpy.array([(x - SYMBOL_MM, y - SYMBOL_MM, x + SYMBOL_MM, y + SYMBOL_MM) for x, y in points])
    placed = placing.place(choices, window=window, taken=symbols)
    return [tuple(spot.boxes[0].tolist()) for spot in placed.spots if spot is not None]


def textalloc(points: list[tuple[float, float]], lengths: list[int]) -> Boxes:
    """Textalloc on a figure of matplotlib, with the same sizes of names."""
    library = importlib.import_module("textalloc")
    figure_of = importlib.import_module("matplotlib.figure").Figure
    figure = figure_of(figsize=(WIDTH / 25.4, HEIGHT / 25.4), dpi=100)
    importlib.import_module("matplotlib.backends.backend_agg").FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    across, down = ([point[axis] for point in points] for axis in (0, 1))
    texts = ["M" * round((CHARACTER_MM * length + NUMBER_MM) / WIDE_M_MM) for length in lengths]
    squares = axes.scatter(across, down, s=(2 * SYMBOL_MM * 72 / 25.4) ** 2, marker="s")
    _, _, made, _ = library.allocate(
        axes, across, down, texts, scatter_plot=squares, textsize=HIGH_M_POINTS, draw_all=False
    )
    figure.canvas.draw()
    inverse = axes.transData.inverted()
    extents = [inverse.transform_bbox(text.get_window_extent()) for text in made if text is not None]
    return [(float(box.x0), float(box.y0), float(box.x1), float(box.y1)) for box in extents]


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two rectangles share room, hair lines apart."""
    hair = 0.05
    across = one[0] + hair < other[2] and other[0] + hair < one[2]
    return across and one[1] + hair < other[3] and other[1] + hair < one[3]


def main() -> None:
    """Place with the library that is named, and print what came of it."""
    name, seed = sys.argv[1], int(sys.argv[2])
    points, lengths = crowd(seed)
    place = {"planmap": planmap, "textalloc": textalloc}[name]
    place(points[:2], lengths[:2])  # what is imported is no part of it
    began = time.perf_counter()
    boxes = place(points, lengths)
    seconds = time.perf_counter() - began
    symbols = [(x - SYMBOL_MM, y - SYMBOL_MM, x + SYMBOL_MM, y + SYMBOL_MM) for x, y in points]
    taken = {
        "left": COUNT - len(boxes),
        "overlapping": sum(bool(overlap(one, other)) for one, other in combinations(boxes, 2)),
        "over_symbols": sum(any(overlap(box, symbol) for symbol in symbols) for box in boxes),
        "seconds": seconds,
        "width": sum(box[2] - box[0] for box in boxes) / max(len(boxes), 1),
    }
    sys.stdout.write(f"{json.dumps(taken)}\n")


if __name__ == "__main__":
    main()
