from __future__ import annotations

import pytest
import shapely

from geo.render.sheet.symbols import CORNERS, SymbolStyle, symbol


def area_of(items, fill):
    return sum(
        shapely.Polygon(part).area
        for item in items
        if getattr(item, "fill", None) == fill
        for part in item.parts
    )


@pytest.mark.parametrize("status", ["planned", "started", "done"])
def test_a_symbol_is_hollow_half_filled_or_solid(kit, status):
    for family in kit.styles.families:
        items = [*symbol(0, 0, SymbolStyle(family, status), size=20, styles=kit.styles, role="x")]
        whole = shapely.Polygon(CORNERS[family.shape]).area
        filled = area_of(items, family.colour) / whole
        low, high = {"planned": (0, 0), "started": (0.3, 0.7), "done": (1, 1)}[status]
        assert low - 1e-9 <= filled <= high + 1e-9


def test_the_families_differ_in_shape_and_not_in_colour_alone(kit):
    shapes = [family.shape for family in kit.styles.families]
    assert len(set(shapes)) == len(shapes)
    assert set(shapes) == set(CORNERS)


def test_what_is_late_has_the_sign_and_not_only_the_red(kit):
    style = SymbolStyle(kit.styles.families[0], "planned", late=True)
    items = [*symbol(0, 0, style, size=20, styles=kit.styles, role="x")]
    assert any(getattr(item, "text", "") == "!" for item in items)
