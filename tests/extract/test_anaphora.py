from __future__ import annotations

from datetime import date

import pytest

LIST = "打通长江路、黄河路、淮河路、渭河路4条断头路。"


@pytest.fixture
def about(read):
    """Return what each task of a text says, and the names of the places that it is about."""

    def tell(text):
        report = read(text)
        names = {mention.id: mention.name for mention in report.mentions}
        return {task.text: [names[place] for place in task.places] for task in report.tasks}

    return tell


@pytest.mark.parametrize(
    ("text", "task", "places"),
    [
        (
            "改造长江路、黄河路2条道路,3月底前全部开工,年底前完工。",
            "年底前完工",
            ["长江路", "黄河路"],
        ),
        ("长江路3月开工、年底通车。", "年底通车", ["长江路"]),
        (
            LIST + "其中长江路9月底前通车,其余年底前通车,明年6月底前移交。",
            "明年6月底前移交",
            ["黄河路", "淮河路", "渭河路"],
        ),
    ],
)
def test_the_next_step_is_taken_at_the_places_of_the_one_before(text, task, places, about):
    assert about(text)[task] == places


@pytest.mark.parametrize(
    ("text", "task", "places"),
    [
        (LIST + "其中长江路已通车;其余年底前通车。", "其余年底前通车", ["黄河路", "淮河路", "渭河路"]),
        (LIST + "长江路、黄河路9月底前通车,其余2条年底前通车。", "其余2条年底前通车", ["淮河路", "渭河路"]),
        (LIST + "前2条9月底前通车,其余年底前通车。", "其余年底前通车", ["淮河路", "渭河路"]),
    ],
)
def test_the_rest_is_what_was_not_singled_out(text, task, places, about):
    assert about(text)[task] == places


def test_the_rest_is_of_the_list_from_which_some_were_singled_out(about):
    text = "在长江路、黄河路、淮河路等8个街道整治渭南路、咸阳路、宝鸡路3条街巷。"
    text += "咸阳路已完工,其余街巷9月底前完成。"
    assert about(text)["其余街巷9月底前完成"] == ["渭南路", "宝鸡路"]


def test_the_rest_of_a_list_is_told_by_its_count(about):
    text = "改造甲苑小区、乙苑小区、丙苑小区3个小区,整治长江路、黄河路2条道路。"
    text += "甲苑小区、长江路已完工,其余2个年底前完成。"
    assert about(text)["其余2个年底前完成"] == ["乙苑小区", "丙苑小区"]


@pytest.mark.parametrize(
    "text",
    [
        "其余道路年底前完工。",
        "打通8条断头路,其中长江路、黄河路、淮河路3条6月底前打通,其余5条年底前打通。",
        "改造长江路。其余工作年底前完成。",
    ],
)
def test_where_nothing_tells_what_the_rest_is_it_has_no_place(text, about):
    assert next(places for task, places in about(text).items() if task.startswith("其余")) == []


@pytest.mark.parametrize(
    ("task", "places"),
    [
        ("前2条9月底前通车", ["长江路", "黄河路"]),
        ("后3条年底前通车", ["黄河路", "淮河路", "渭河路"]),
        ("上述道路年底前通车", ["长江路", "黄河路", "淮河路", "渭河路"]),
        ("上述学校年底前竣工", []),
        ("上述4条断头路年底前通车", ["长江路", "黄河路", "淮河路", "渭河路"]),
        ("上述断头路年底前通车", ["长江路", "黄河路", "淮河路", "渭河路"]),
        ("前9条年底前通车", []),
    ],
)
def test_a_count_or_a_noun_points_back_to_its_list(task, places, about):
    assert about(f"{LIST}{task}。")[task] == places


def test_this_project_is_the_one_just_named(about):
    text = "建设东郊变电站。该项目年底前投产。"
    assert about(text)["该项目年底前投产"] == ["东郊变电站"]


def test_this_project_is_none_of_two(about):
    text = "建设东郊变电站、西郊变电站。该项目年底前投产。"
    assert about(text)["该项目年底前投产"] == []


def test_works_are_called_by_what_was_done_there(about):
    text = "新建东郊小学、西郊小学2所,改扩建南郊小学、北郊小学2所。改扩建项目8月底前竣工。"
    assert about(text)["改扩建项目8月底前竣工"] == ["南郊小学", "北郊小学"]


def test_a_part_belongs_to_what_was_named_before(about):
    assert about("东郊排涝站12月底前完成,其中水下部分9月底前验收。")["其中水下部分9月底前验收"] == [
        "东郊排涝站"
    ]


def test_a_counted_part_has_no_place_of_its_own(about):
    text = "改造东苑小区、西苑小区等9个小区,其中3个小区9月底前完工。"
    assert about(text)["其中3个小区9月底前完工"] == []


def test_a_count_stands_for_its_list_before_or_below_it(about):
    told = about(
        "新建口袋公园2处,面积约3000平方米。\n\n1.东湖游园,面积1000平方米;\n2.西湖游园,面积2000平方米。"
    )
    assert told["新建口袋公园2处,面积约3000平方米"] == ["东湖游园", "西湖游园"]


def test_another_paragraph_is_no_step_of_the_one_before(about):
    told = about("改造长江路。\n\n该项目年底前完工。")
    assert told["该项目年底前完工"] == []


def test_days_of_the_rest_are_its_own(read):
    report = read(LIST + "长江路9月底前通车,其余年底前通车。")
    assert [task.due for task in report.tasks] == [None, date(2020, 9, 30), date(2020, 12, 31)]


def test_what_only_says_where_a_place_lies_is_not_what_is_worked_on(about):
    told = about("东湖游园,位于长江路与黄河路交叉口东侧,9月底前开放。")
    assert list(told.values()) == [["东湖游园"]]
