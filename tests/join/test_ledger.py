import dataclasses

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from geo.errors import ConservationError
from geo.join.ledger import check_conservation, count_tasks
from geo.join.pages import pages
from geo.join.tasks import task_layers
from geo.model import Ledger, PlaceRole, Precision, Scope

FEW = trials(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FRAMES = ("tasks", "points", "lines", "areas", "misses")
ZONES = ("东新区", "柳湾镇", "测试区", "南部片区", None)
FOUND = ("line", "point", "circle", "zone", "in_zone", "unknown")


def lay_out(layers, settings, zones_frame, district_frame):
    return pages(
        layers, settings=settings, zones_frame=zones_frame, district_frame=district_frame, zone_points={}
    )


def placement(make, name, found):
    match found:
        case "circle":
            return make.place(name, "point", precision=Precision.AREA)
        case "zone":
            return make.place(name, "area", precision=Precision.ZONE)
        case "in_zone":
            return make.miss(name, within="东新区")
        case "unknown":
            return make.miss(name)
        case geometry:
            return make.place(name, geometry)


@st.composite
def outlines(draw):
    """Draw what each task has: its zone, and the role, scope and finding of each of its names."""
    names = st.tuples(
        st.sampled_from((PlaceRole.TASK, PlaceRole.TASK, PlaceRole.CONTEXT)),
        st.sampled_from((Scope.IN, Scope.IN, Scope.OUT)),
        st.sampled_from(FOUND),
    )
    return draw(st.lists(st.tuples(st.sampled_from(ZONES), st.lists(names, max_size=4)), max_size=6))


def records(make, outline):
    """Make the tasks, mentions and placements of an outline."""
    tasks, mentions, placements = [], [], {}
    for number, (zone, names) in enumerate(outline):
        own = [
            make.mention(number * 10 + place, f"{number}{place}路", role=role, scope=scope)
            for place, (role, scope, _) in enumerate(names)
        ]
        mentions += own
        tasks.append(
            make.task(f"T-{number:02d}-01", start=number * 100, zone=zone, places=[one.id for one in own])
        )
        placements |= {
            one.id: placement(make, one.name, found) for one, (_, _, found) in zip(own, names, strict=True)
        }
    return tasks, mentions, placements


@FEW
@given(outline=outlines())
def test_whatever_a_report_says_no_task_and_no_place_is_lost(
    make, settings, zones_frame, district_frame, outline
):
    tasks, mentions, placements = records(make, outline)
    report = make.report(tasks, mentions=mentions)
    layers = task_layers(report, placements, settings=settings)
    made = lay_out(layers, settings, zones_frame, district_frame)
    check_conservation(report, layers, made)
    assert len(layers.tasks) == len(tasks)
    assert sum(page.ledger.tasks for page in made) == len(tasks)


@FEW
@given(outline=outlines(), order=st.randoms(use_true_random=False))
def test_the_order_of_records_changes_no_layer(make, settings, outline, order):
    tasks, mentions, placements = records(make, outline)
    layers = task_layers(make.report(tasks, mentions=mentions), placements, settings=settings)
    shuffle = order.sample
    turned = [
        dataclasses.replace(task, places=tuple(shuffle(task.places, len(task.places)))) for task in tasks
    ]
    report = make.report(shuffle(turned, len(turned)), mentions=shuffle(mentions, len(mentions)))
    keys = shuffle(list(placements), len(placements))
    again = task_layers(report, {key: placements[key] for key in keys}, settings=settings)
    for name in FRAMES:
        assert_frame_equal(getattr(layers, name), getattr(again, name))


@pytest.fixture
def built(make, settings, zones_frame, district_frame):
    outline = [
        ("东新区", [(PlaceRole.TASK, Scope.IN, "line"), (PlaceRole.TASK, Scope.IN, "unknown")]),
        ("柳湾镇", [(PlaceRole.TASK, Scope.IN, "in_zone")]),
        (None, []),
    ]
    tasks, mentions, placements = records(make, outline)
    report = make.report(tasks, mentions=mentions)
    layers = task_layers(report, placements, settings=settings)
    return report, layers, lay_out(layers, settings, zones_frame, district_frame)


def test_tasks_are_counted_by_how_far_they_are_placed(built):
    _, layers, _ = built
    assert count_tasks(layers.tasks) == Ledger(tasks=3, located=1, zone_level=1, unplaced=1)


@pytest.mark.parametrize("name", ["tasks", "lines", "misses"])
def test_a_lost_row_stops_the_build(built, name):
    report, layers, made = built
    fewer = dataclasses.replace(layers, **{name: getattr(layers, name).iloc[1:]})
    with pytest.raises(ConservationError, match="lost"):
        check_conservation(report, fewer, made)


@pytest.mark.parametrize("name", ["tasks", "misses"])
def test_a_row_that_stands_twice_stops_the_build(built, name):
    report, layers, made = built
    frame = getattr(layers, name)
    more = dataclasses.replace(layers, **{name: pd.concat([frame, frame.iloc[:1]])})
    with pytest.raises(ConservationError, match="twice"):
        check_conservation(report, more, made)


def test_a_feature_of_no_task_stops_the_build(built):
    report, layers, made = built
    strange = layers.lines.assign(id="T-99-01-01", task_id="T-99-01")
    more = dataclasses.replace(layers, lines=pd.concat([layers.lines, strange]))
    with pytest.raises(ConservationError, match="T-99-01"):
        check_conservation(report, more, made)


def test_a_task_on_two_pages_stops_the_build(built):
    report, layers, made = built
    with pytest.raises(ConservationError, match="the pages"):
        check_conservation(report, layers, (*made, made[0]))


def test_a_lost_page_stops_the_build(built):
    report, layers, made = built
    with pytest.raises(ConservationError, match="the pages"):
        check_conservation(report, layers, made[1:])


def test_a_ledger_that_counts_wrong_stops_the_build(built):
    report, layers, made = built
    wrong = dataclasses.replace(made[0], ledger=Ledger(tasks=1, located=0, zone_level=1, unplaced=0))
    with pytest.raises(ConservationError, match="ledger"):
        check_conservation(report, layers, (wrong, *made[1:]))
