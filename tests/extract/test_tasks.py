from __future__ import annotations

from datetime import date

import pytest

from geo.model import Status, TimeRole

NEW_YEARS_EVE = date(2020, 12, 31)


def tasks(report):
    return [task.text for task in report.tasks]


def dated(report):
    return [(task.text, task.due) for task in report.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快长江路等5条道路建设,加快东郊变电站建设。", ["加快长江路等5条道路建设", "加快东郊变电站建设"]),
        ("改造长江路。改造黄河路。", ["改造长江路", "改造黄河路"]),
        ("改造长江路;新建学校3所。", ["改造长江路", "新建学校3所"]),
        ("改造长江路、黄河路。", ["改造长江路、黄河路"]),
        ("新建停车泊位8000个。", ["新建停车泊位8000个"]),
        ("推出“一件事”服务。", ["推出“一件事”服务"]),
    ],
)
def test_each_promise_about_a_thing_is_a_task(text, expected, read):
    assert tasks(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "坚持以人民为中心,持续改善民生。",
        "带动周边发展,让群众满意。",
        "请广大市民绕行长江路。",
        "东城区将加快发展。",
        "学习“枫桥”模式。",
        "推进三年行动计划。",
        "打造“三个十”工程。",
        "十一届十次全会召开。",
        "推行一网通办。",
        "公司参加进博会。",
        "地址:长江路12号,电话12345678。",
        "2020年8月1日",
    ],
)
def test_a_slogan_a_tone_an_address_or_a_plans_name_promises_nothing(text, read):
    assert tasks(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依托东方广场,打造消费新地标。", ["依托东方广场,打造消费新地标"]),
        ("以长江路为示范,年底前完成12条道路整治。", ["以长江路为示范,年底前完成12条道路整治"]),
        ("到2025年底,改造长江路。", ["到2025年底,改造长江路"]),
        ("如不受汛情影响,9月底前完成长江路整治。", ["如不受汛情影响,9月底前完成长江路整治"]),
    ],
)
def test_leads_times_and_conditions_belong_to_the_promise_after_them(text, expected, read):
    assert tasks(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("改造长江路,总投资3亿元,位于东郊。", ["改造长江路,总投资3亿元,位于东郊"]),
        ("改造长江路,带动产业发展,让群众满意。", ["改造长江路"]),
        ("坚持以人民为中心,改造长江路。", ["改造长江路"]),
    ],
)
def test_details_belong_to_the_promise_before_them_and_praise_does_not(text, expected, read):
    assert tasks(read(text)) == expected


def test_a_date_belongs_to_the_clause_it_governs(read):
    report = read("加快长江路等5条道路建设,推进热力供应工程,年底前实现供热保障。")
    assert dated(report) == [
        ("加快长江路等5条道路建设", None),
        ("推进热力供应工程,年底前实现供热保障", NEW_YEARS_EVE),
    ]


def test_a_date_without_a_thing_belongs_to_the_clause_before(read):
    report = read("推进凤湖新区行动计划落实,年底形象初现。")
    assert dated(report) == [("推进凤湖新区行动计划落实,年底形象初现", NEW_YEARS_EVE)]


def test_a_date_at_the_head_reaches_clauses_that_only_tell_of_an_end(read):
    report = read("年底前完成环湖路等8条道路施工,景中路带状公园景观全部完工。")
    assert [due for _, due in dated(report)] == [NEW_YEARS_EVE, NEW_YEARS_EVE]


@pytest.mark.parametrize(
    "text",
    [
        "年底前完成长江路施工,推进黄河路建设。",
        "长江路年底前完成施工,黄河路公园开放。",
        "年底前完成长江路施工。黄河路公园全部完工。",
    ],
)
def test_a_date_does_not_reach_other_promises(text, read):
    assert [due for _, due in dated(read(text))] == [NEW_YEARS_EVE, None]


def test_a_second_date_at_the_same_place_is_a_task_of_its_own(read):
    report = read("1月底前完成长江路管线,春节前铺筑沥青。")
    assert dated(report) == [
        ("1月底前完成长江路管线", date(2021, 1, 31)),
        ("春节前铺筑沥青", date(2021, 2, 11)),
    ]


def test_objects_that_share_a_verb_are_tasks_each_with_the_shared_date_and_hedge(read):
    report = read("启动北郊片区控规方案的编制报批、东郊新镇区控规方案的调整,力争年底前报批。")
    assert [(task.text, task.due, task.hedge) for task in report.tasks] == [
        ("启动北郊片区控规方案的编制报批", NEW_YEARS_EVE, "力争"),
        ("东郊新镇区控规方案的调整", NEW_YEARS_EVE, "力争"),
    ]


def test_the_first_of_several_days_governs(read):
    assert read("9月底前启动、年底前完成长江路整治。").tasks[0].due == date(2020, 9, 30)


def test_an_offices_own_orientation_is_no_task(read):
    assert tasks(read("东区管委会将以商圈复兴为主线,抓实规划设计和产业升级。")) == []


@pytest.mark.parametrize(
    "text", ["住建局要在年底前完成12个项目。", "住建局将改造长江路。", "下半年,住建局将改造长江路。"]
)
def test_an_office_that_counts_dates_or_acts_on_a_place_promises(text, read):
    assert len(read(text).tasks) == 1


@pytest.mark.parametrize(
    "text",
    [
        "7月30日,某市召开会议,部署长江路整治等工作。",
        "7月30日,区政府举行签约仪式,签约3个项目。",
    ],
)
def test_what_happened_at_a_meeting_is_no_task(text, read):
    report = read(text)
    assert report.tasks == ()
    assert report.times[0].role is TimeRole.EVENT


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("改造长江路。", Status.PLANNED),
        ("力争完成长江路80%的工程量。", Status.PLANNED),
        ("确保长江路年底前建成通车。", Status.PLANNED),
        ("长江路已开工。", Status.STARTED),
        ("长江路已经全面启动建设。", Status.STARTED),
        ("长江路正在铺设管线。", Status.STARTED),
        ("长江大厦主体封顶。", Status.STARTED),
        ("长江路完成工程量的80%。", Status.STARTED),
        ("湖畔民宿、山间民宿等已落地开工。", Status.STARTED),
        ("长江路已完工。", Status.DONE),
        ("长江路已于7月建成通车。", Status.DONE),
        ("已完成长江路整治。", Status.DONE),
        ("长江路已“竣工”。", Status.DONE),
    ],
)
def test_the_words_tell_how_far_a_task_is(text, status, read):
    assert [task.status for task in read(text).tasks] == [status]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("力争年底前完成长江路整治。", "力争"),
        ("争取长江路9月底通车。", "争取"),
        ("长江路有望年底完工。", "有望"),
        ("预计9月底前完成长江路整治。", "预计"),
        ("计划9月底前完成长江路整治。", "计划"),
        ("9月底前拟完成长江路整治。", "拟"),
        ("编制长江路行动计划。", None),
        ("年底前完成长江路整治。", None),
    ],
)
def test_a_hedge_is_kept_beside_the_date(text, hedge, read):
    assert read(text).tasks[0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("如不受汛情影响,9月底前完成长江路整治。", "如不受汛情影响"),
        ("待手续办结后,改造长江路。", "待手续办结后"),
        ("改造长江路。", None),
    ],
)
def test_a_condition_is_kept_with_the_task_that_hangs_on_it(text, condition, read):
    assert read(text).tasks[0].condition == condition


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("下半年将改造长江路。", TimeRole.DEADLINE),
        ("今年要完成长江路整治。", TimeRole.DEADLINE),
        ("下半年,改造长江路。", TimeRole.HORIZON),
        ("2021年度改造长江路。", TimeRole.HORIZON),
        ("今年长江路已完工。", TimeRole.HORIZON),
    ],
)
def test_a_frame_of_time_is_a_deadline_only_right_before_what_is_promised(text, role, read):
    assert [time.role for time in read(text).times] == [role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "打通长江路、黄河路、淮河路3条道路。长江路、黄河路2条已开工。其余年底前完工。",
            ["淮河路"],
        ),
        ("改造长江路、黄河路、淮河路。淮河路已完工。其他9月底前完工。", ["长江路", "黄河路"]),
    ],
)
def test_the_rest_are_the_places_of_the_list_that_were_not_named_since(text, expected, read):
    report = read(text)
    names = {mention.id: mention.name for mention in report.mentions}
    assert [names[place] for place in report.tasks[-1].places] == expected


def test_a_condition_without_a_comma_leaves_a_task(read):
    (task,) = read("待批复后启动长江路改造。").tasks
    assert (task.places, task.condition) == (("P-001",), "待批复后启动长江路改造")


def test_the_next_step_is_at_the_same_places(read):
    first, second = read("1月底前完成长江路管线,春节前铺筑沥青。").tasks
    assert first.places == second.places == ("P-001",)
    assert first.due != second.due


def test_any_number_of_steps_are_at_the_same_places(read):
    report = read("1月底前完成长江路管线," + "春节前铺筑沥青," * 3000 + "年底前完工。")
    assert {task.places for task in report.tasks} == {("P-001",)}


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("到2025年,绿地率达到40%,新建道路8条。", [date(2025, 12, 31)] * 2),
        ("9月底前新建管网41公里,消除长江路易涝点。", [date(2020, 9, 30)] * 2),
        ("新建管网41公里9月底前完工,消除长江路易涝点。", [date(2020, 9, 30), None]),
        ("9月底前新建管网41公里,长江路正在施工。", [date(2020, 9, 30), None]),
    ],
)
def test_a_date_at_the_head_reaches_what_takes_it_up(text, dues, read):
    told = [task.due for task in read(text).tasks]
    assert set(told) == set(dues)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("长江大桥主体封顶,预计年底投用。", Status.STARTED),
        ("长江大桥年底前合龙。", Status.PLANNED),
        ("力争长江大桥主体封顶。", Status.PLANNED),
        ("长江大桥桩基全部完成,力争11月底合龙。", Status.STARTED),
    ],
)
def test_a_milestone_is_reached_where_no_day_is_set_for_it(text, status, read):
    assert [task.status for task in read(text).tasks] == [status]


def test_what_follows_on_what_is_done_is_the_next_step(read):
    report = read("长江小学已于6月20日竣工验收,8月10日前完成空气检测。")
    assert [(task.status, task.due) for task in report.tasks] == [
        (Status.DONE, None),
        (Status.PLANNED, date(2020, 8, 10)),
    ]


def test_what_somebody_told_is_read_without_who_told_it(read):
    assert tasks(read("记者8月1日从区城管局获悉,今年将新建口袋公园6个。")) == ["今年将新建口袋公园6个"]


def test_a_day_that_was_given_up_is_none(read):
    report = read("长江大桥竣工时间由原定的2020年10月调整为2021年3月。")
    assert [task.due for task in report.tasks] == [date(2021, 3, 31)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("东苑小区路基已贯通,年底前通车。", Status.STARTED),
        ("东苑小区已完成改造。", Status.DONE),
        ("东苑小区已完成主体验收,年底投用。", Status.STARTED),
    ],
)
def test_a_step_that_is_done_is_not_the_whole(text, status, read):
    assert [task.status for task in read(text).tasks] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "东苑小区已完成招投标,9月底前进场施工。",
        "东苑小区正在办理施工许可,计划四季度开工。",
    ],
)
def test_what_is_only_made_ready_for_its_start_is_planned(text, read):
    assert [task.status for task in read(text).tasks] == [Status.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "长江路已于3月18日进场,完成路基处理60%,预计9月底竣工通车。",
        "长江路小学2栋教学楼主体封顶,力争12月底前竣工。",
        "长江路沿线涉及26户征收,由东关街道办事处负责,9月底前完成签约。",
    ],
)
def test_progress_and_who_does_it_belong_to_the_task_before(text, read):
    (task,) = read(text).tasks
    assert task.text == text.rstrip("。")
    assert task.due is not None


def test_the_town_of_a_place_is_no_place_of_its_task(read):
    report = read("东关街道的长江路10月底前通车。")
    names = {mention.id: mention.name for mention in report.mentions}
    assert [[names[place] for place in task.places] for task in report.tasks] == [["长江路"]]
