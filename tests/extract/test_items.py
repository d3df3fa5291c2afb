from __future__ import annotations

import pytest

TOLD = "位于长江路与黄河路交叉口东侧,占地2600平方米,9月底前开放"


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (f"一、东湖游园。{TOLD}。", [f"一、东湖游园。{TOLD}"]),
        ("长江路(泰山路—华山路)提质改造。全长2.9公里。正在摊铺,年底前通车。",) * 2,
        ("东湖小学、西湖小学。8月底前竣工。9月招生。", ["东湖小学、西湖小学。8月底前竣工", "9月招生"]),
    ],
)
def test_the_name_at_the_head_of_an_item_goes_on_with_what_is_said_of_it(text, tasks, read):
    told = [task.text for task in read(f"区重点项目\n\n{text}").tasks]
    assert told == ([text.rstrip("。")] if isinstance(tasks, str) else tasks)


@pytest.mark.parametrize("head", ["打通长江路。", "长江路年底前通车。", "长江路、黄河路2条。"])
def test_a_sentence_that_says_something_stands_by_itself(head, read):
    first = read(f"区重点项目\n\n{head}东湖游园9月底前开放。").tasks[0]
    assert first.text == head.rstrip("。")


def test_an_item_is_placed_by_its_head(read):
    report = read(f"区重点项目\n\n一、东湖游园。{TOLD}。")
    names = {mention.id: mention for mention in report.mentions}
    (task,) = report.tasks
    assert [(names[id_].name, names[id_].at) for id_ in task.places] == [
        ("东湖游园", "长江路与黄河路交叉口东侧")
    ]


def test_a_list_in_the_next_sentence_belongs_to_its_count(read):
    text = (
        "今年对3条路段开展整治。具体为：长江路（泰山路-三支街）、黄河路（华山路-衡山路）、淮河路,全长8公里。"
    )
    report = read(text)
    (task,) = report.tasks
    names = {mention.id: mention.name for mention in report.mentions}
    assert [names[id_] for id_ in task.places] == ["长江路", "黄河路", "淮河路"]
    assert task.due is not None
    assert [(listed.count, listed.named) for listed in report.lists] == [(3, 3)]


def test_a_road_named_again_without_its_ends_counts_once(read):
    text = "今年整治3条道路。即:长江路(泰山路-华山路)、黄河路、淮河路。长江路9月底前完工。"
    assert [(listed.count, listed.named) for listed in read(text).lists] == [(3, 3)]


def test_the_ends_of_a_road_hold_no_quantity(read):
    assert read("整治长江路（柳汀街-三支街）。").quantities == ()
