from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.render.sheet.spreading import spread


def test_symbols_at_one_place_stand_beside_each_other():
    moved = spread(np.array([(50.0, 50.0), (50.0, 50.0)]), size=4)
    assert np.hypot(*(moved[0] - moved[1])) == pytest.approx(4 * 1.08, abs=0.01)
    assert moved.mean(axis=0) == pytest.approx([50, 50])


def test_symbols_that_are_far_apart_stay():
    positions = np.array([(10.0, 10.0), (20.0, 10.0)])
    assert (spread(positions, size=4) == positions).all()


def test_no_symbol_leaves_its_place_by_far():
    positions = np.full((40, 2), 50.0)
    moved = spread(positions, size=4)
    assert np.hypot(*(moved - positions).T).max() <= 4 * 1.6 + 1e-9
    assert len(np.unique(moved.round(3), axis=0)) == 40


def test_a_tie_leads_to_the_true_place(kit, make):
    from geo.render.sheet.zone_sheet import zone_sheets  # noqa: PLC0415

    tasks = [make.task(n, placed="yes", reason=None) for n in (1, 2)]
    at = shapely.Point(113.915, 34.01)
    points = [(make.placed(n, name, place_id=f"P-{n}"), at) for n, name in ((1, "甲园"), (2, "乙园"))]
    sheet = zone_sheets(make.page(tasks, points=points), kit, number="01")[0]
    ties = [s for s in sheet.shapes("task T-01-") if not s.closed and len(s.parts[0]) == 2]
    assert len(ties) == 2
    assert ties[0].parts[0][0] == pytest.approx(ties[1].parts[0][0], abs=1e-6)
