import pandas as pd

from geo.join.shortfall import UnplacedName, UnplacedTask, unplaced_names, unplaced_tasks

REASONS = {"no_coordinate": "查无坐标", "outside": "所写地点在区外"}


def misses(*rows):
    return pd.DataFrame(rows, columns=["task_id", "name", "reason", "would_place", "text_start"])


def test_a_name_stands_once_with_all_of_its_tasks_and_mentions():
    frame = misses(
        ("T-01-01", "柳树路", "no_coordinate", "测绘", 5),
        ("T-01-02", "柳树路", "no_coordinate", "测绘", 25),
        ("T-01-02", "柳树路", "no_coordinate", "测绘", 45),
    )
    assert unplaced_names(frame, reasons=REASONS) == (
        UnplacedName("柳树路", ("T-01-01", "T-01-02"), 3, "查无坐标", "测绘"),
    )


def test_names_stand_by_reason_and_then_in_the_order_of_the_text():
    frame = misses(
        ("T-01-01", "京津冀", "outside", "不落图", 1),
        ("T-02-01", "柳树路", "no_coordinate", "测绘", 90),
        ("T-01-01", "和平路", "no_coordinate", "测绘", 30),
    )
    for rows in (frame, frame[::-1]):
        assert [name.name for name in unplaced_names(rows, reasons=REASONS)] == ["和平路", "柳树路", "京津冀"]


def test_a_name_with_two_remedies_keeps_both():
    frame = misses(
        ("T-01-01", "老镇区", "no_coordinate", "东镇测绘", 1),
        ("T-02-01", "老镇区", "no_coordinate", "西镇测绘", 9),
    )
    names = unplaced_names(frame, reasons=REASONS)
    assert [(name.tasks, name.would_place) for name in names] == [
        (("T-01-01",), "东镇测绘"),
        (("T-02-01",), "西镇测绘"),
    ]
    assert sum(name.mentions for name in names) == len(frame)


def test_only_tasks_that_are_on_no_map_are_listed_by_reason():
    tasks = pd.DataFrame(
        [
            ("T-01-01", "yes", None, "甲"),
            ("T-01-02", "no", "outside", "乙"),
            ("T-01-03", "zone", "no_coordinate", "丙"),
            ("T-01-04", "no", "no_coordinate", "丁"),
        ],
        columns=["task_id", "placed", "reason", "text"],
    )
    assert unplaced_tasks(tasks, reasons=REASONS) == (
        UnplacedTask("T-01-04", "查无坐标", "丁"),
        UnplacedTask("T-01-02", "所写地点在区外", "乙"),
    )
