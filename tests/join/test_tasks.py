from datetime import date

import pytest
from shapely import LineString, MultiLineString, Point

from geo.errors import ConservationError
from geo.join.tasks import task_layers
from geo.model import MissReason, PlaceRole, Precision, Scope, Status
from geo.schema import MISSES, TASK_AREAS, TASK_LINES, TASK_POINTS, TASKS, validate


def join(make, settings, task, mentions=(), placements=None, **records):
    return task_layers(make.report([task], mentions=mentions, **records), placements or {}, settings=settings)


def test_every_layer_keeps_its_schema(make, settings):
    mentions = [
        make.mention(number, name) for number, name in enumerate(["甲路", "乙路", "丙路", "丁路", "戊路"])
    ]
    placements = {
        "P000": make.place("甲路"),
        "P001": make.place("乙路", "point"),
        "P002": make.place("丙路", "point", precision=Precision.AREA, uncertainty_m=150.0),
        "P003": make.place("丁路", "area", precision=Precision.ZONE),
        "P004": make.miss("戊路", within="东新区", candidates=("戌路",)),
    }
    task = make.task(
        places=placements, due=date(2020, 12, 31), interval=(date(2020, 8, 1), date(2020, 12, 31)),
        quantities=("Q1",), lists=("L1",), times=("X1",), status=Status.STARTED,
    )  # fmt: skip
    layers = join(
        make, settings, task, mentions, placements, quantities=[make.quantity()],
        lists=[make.named_list(8, 5)], times=[make.time(date(2020, 12, 31), date(2021, 2, 11))],
    )  # fmt: skip
    for frame, schema in (
        (layers.tasks, TASKS),
        (layers.points, TASK_POINTS),
        (layers.lines, TASK_LINES),
        (layers.areas, TASK_AREAS),
        (layers.misses, MISSES),
    ):
        validate(frame, schema, where=schema.name)
        assert list(frame.columns)[: len(schema.column_names)] == list(schema.column_names)
    assert [len(layers.points), len(layers.lines), len(layers.areas), len(layers.misses)] == [1, 1, 2, 1]


def test_layers_without_rows_keep_their_schemas_too(make, settings):
    layers = task_layers(make.report([]), {}, settings=settings)
    validate(layers.tasks, TASKS, where="tasks")
    validate(layers.areas, TASK_AREAS, where="areas")
    validate(layers.points, TASK_POINTS, where="points")


def test_a_task_with_three_roads_has_three_rows_in_the_order_of_mention(make, settings):
    mentions = [make.mention(3, "丙路"), make.mention(1, "甲路"), make.mention(2, "乙路")]
    placements = {found.id: make.place(found.name) for found in mentions}
    layers = join(make, settings, make.task(places=["P003", "P001", "P002"]), mentions, placements)
    assert layers.lines[["id", "place"]].to_numpy().tolist() == [
        ["T-01-01-01", "甲路"],
        ["T-01-01-02", "乙路"],
        ["T-01-01-03", "丙路"],
    ]
    assert layers.tasks["places"].tolist() == ["甲路、乙路、丙路"]


def test_a_place_that_is_located_later_renumbers_no_other(make, settings):
    mentions = [make.mention(1, "甲路"), make.mention(2, "乙路")]
    task = make.task(places=["P001", "P002"])
    before = join(make, settings, task, mentions, {"P001": make.miss("甲路"), "P002": make.place("乙路")})
    after = join(make, settings, task, mentions, {"P001": make.place("甲路"), "P002": make.place("乙路")})
    assert before.lines["id"].tolist() == ["T-01-01-02"]
    assert after.lines["id"].tolist() == ["T-01-01-01", "T-01-01-02"]


def test_an_imprecise_point_becomes_the_circle_of_its_uncertainty(make, settings):
    centre = Point(113.950000012, 34.02)
    placed = make.place("兴盛路", centre, precision=Precision.AREA, uncertainty_m=150.0)
    layers = join(make, settings, make.task(places=["P001"]), [make.mention(1, "兴盛路")], {"P001": placed})
    row = layers.areas.iloc[0]
    assert (row["lon"], row["lat"], row["uncertainty_m"]) == (113.95, 34.02, 150.0)
    assert layers.areas.to_crs(settings.crs).area.iloc[0] == pytest.approx(3.1416 * 150**2, rel=0.01)
    assert layers.points.empty


def test_an_area_that_is_no_circle_has_no_point(make, settings):
    placed = make.place("东新区", "area", precision=Precision.ZONE)
    layers = join(make, settings, make.task(places=["P001"]), [make.mention(1, "东新区")], {"P001": placed})
    assert layers.areas[["lon", "lat"]].isna().all(axis=None)


def test_lines_that_meet_become_one_row_and_lines_apart_have_one_each(make, settings):
    meeting = MultiLineString([[(113.9, 34.0), (113.91, 34.0)], [(113.91, 34.0), (113.92, 34.0)]])
    apart = MultiLineString([[(113.9, 34.0), (113.91, 34.0)], [(113.93, 34.0), (113.94, 34.0)]])
    mentions = [make.mention(1, "甲路"), make.mention(2, "外环")]
    placements = {"P001": make.place("甲路", meeting), "P002": make.place("外环", apart)}
    layers = join(make, settings, make.task(places=["P001", "P002"]), mentions, placements)
    assert layers.lines["id"].tolist() == ["T-01-01-01", "T-01-01-02-01", "T-01-01-02-02"]
    assert layers.lines.geometry.iloc[0].equals(LineString([(113.9, 34.0), (113.92, 34.0)]))


def test_a_place_named_twice_in_a_task_is_drawn_once(make, settings):
    mentions = [make.mention(1, "甲路"), make.mention(2, "甲路")]
    placements = {found.id: make.place("甲路") for found in mentions}
    assert len(join(make, settings, make.task(places=placements), mentions, placements).lines) == 1


@pytest.mark.parametrize("role", [role for role in PlaceRole if role is not PlaceRole.TASK])
def test_a_name_that_is_no_place_of_the_task_is_not_drawn(make, settings, role):
    found = make.mention(1, "甲路", role=role)
    layers = join(make, settings, make.task(places=["P001"]), [found], {"P001": make.place("甲路")})
    assert layers.lines.empty
    assert layers.tasks["places"].tolist() == [None]


def test_a_place_beyond_the_district_is_never_drawn(make, settings):
    beyond = make.mention(1, "京津冀", scope=Scope.OUT)
    task = make.task(places=["P001"])
    layers = join(make, settings, task, [beyond], {"P001": make.place("京津冀", "area")})
    listed = join(make, settings, task, [beyond], {"P001": make.miss("京津冀", MissReason.OUTSIDE)})
    assert layers.areas.empty
    assert layers.tasks[["placed", "reason"]].to_numpy().tolist() == [["no", "outside"]]
    assert listed.misses["reason"].tolist() == ["outside"]


def test_a_named_place_that_nobody_looked_up_stops_the_join(make, settings):
    with pytest.raises(ConservationError, match=r"T-01-01.*P001.*甲路"):
        join(make, settings, make.task(places=["P001"]), [make.mention(1, "甲路")])


def test_a_miss_points_at_its_name_and_a_feature_at_its_sentence(make, settings):
    mentions = [make.mention(1, "甲路"), make.mention(2, "乙路")]
    placements = {"P001": make.place("甲路"), "P002": make.miss("乙路", within="柳湾镇")}
    layers = join(make, settings, make.task(places=placements, start=5), mentions, placements)
    assert layers.lines[["text_start", "text_end"]].to_numpy().tolist() == [[5, 14]]
    assert layers.misses[["text_start", "text_end", "within"]].to_numpy().tolist() == [[20, 22, "柳湾镇"]]


def test_the_facts_of_a_task_stand_in_its_row(make, settings):
    task = make.task(
        zone=None, due=date(2020, 12, 31), interval=(date(2020, 8, 1), date(2020, 12, 31)), hedge="力争",
        condition="如不受汛情影响", quantities=("Q1", "Q2"), lists=("L1",), times=("X1",),
    )  # fmt: skip
    layers = join(
        make, settings, task,
        quantities=[make.quantity("1~2个\n\n项目", 1, 2, "个", "项目"), make.quantity(number=2)],
        lists=[make.named_list(8, 1)], times=[make.time(date(2020, 12, 31), date(2021, 2, 11))],
    )  # fmt: skip
    row = layers.tasks.iloc[0]
    assert row["zone"] == "测试区"
    assert (row["due"], row["due_alternative"]) == (date(2020, 12, 31), date(2021, 2, 11))
    assert (row["interval_start"], row["interval_end"]) == (date(2020, 8, 1), date(2020, 12, 31))
    assert (row["quantity"], row["quantity_max"], row["quantity_unit"], row["quantity_of"]) == (
        1,
        2,
        "个",
        "项目",
    )
    assert row["quantities"] == "1~2个项目、4条道路"
    assert (row["list_named"], row["list_total"]) == (1, 8)
    assert (row["hedge"], row["condition"], row["report"]) == ("力争", "如不受汛情影响", "reports/r.md")


def test_an_exact_number_has_no_maximum_and_a_list_without_a_count_no_total(make, settings):
    task = make.task(quantities=("Q1",), lists=("L1",))
    layers = join(make, settings, task, quantities=[make.quantity()], lists=[make.named_list(None, 2)])
    assert layers.tasks[["quantity_max", "list_named", "list_total"]].isna().all(axis=None)
