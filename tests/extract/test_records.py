from __future__ import annotations

import pytest

from geo.model import PlaceRole, Scope


def roles(report):
    return [(mention.name, mention.role) for mention in report.mentions]


def names_of(report, task):
    names = {mention.id: mention.name for mention in report.mentions}
    return [names[place] for place in task.places]


# --- What a place does ---------------------------------------------------------------------------


def test_a_place_of_a_task_is_its_subject_and_elsewhere_it_is_context(read):
    report = read("改造长江路。7月30日,区政府召开会议,部署黄河路整治。")
    assert roles(report) == [("长江路", PlaceRole.TASK), ("黄河路", PlaceRole.CONTEXT)]


def test_a_segments_ends_are_places_but_not_the_tasks(read):
    report = read("打通长江路(人民路—金穗大道)。")
    assert roles(report) == [
        ("长江路", PlaceRole.TASK),
        ("人民路", PlaceRole.ENDPOINT),
        ("金穗大道", PlaceRole.ENDPOINT),
    ]
    assert names_of(report, report.tasks[0]) == ["长江路"]


def test_a_segment_names_its_road_and_its_ends_by_their_ids(read):
    report = read("打通长江路(人民路—金穗大道)。")
    names = {mention.id: mention.name for mention in report.mentions}
    (segment,) = report.segments
    assert [names[segment.road], names[segment.from_place], names[segment.to_place]] == [
        "长江路",
        "人民路",
        "金穗大道",
    ]


@pytest.mark.parametrize("office", ["西城区商务局", "湖滨新区管委会", "河口镇人民政府"])
def test_a_place_in_an_offices_name_is_the_offices_and_not_the_tasks(office, read):
    report = read(f"{office}要改造长江路。")
    assert [role for _, role in roles(report)] == [PlaceRole.ORG, PlaceRole.TASK]
    assert names_of(report, report.tasks[0]) == ["长江路"]


def test_the_sections_own_unit_is_an_office(read):
    report = read("## 河口镇\n\n改造长江路。")
    assert roles(report)[0] == ("河口镇", PlaceRole.ORG)


def test_a_relative_name_is_relative_to_the_sections_zone(read):
    report = read("## 河口镇\n\n改造老镇区12条道路。")
    (mention,) = [mention for mention in report.mentions if mention.name == "老镇区"]
    assert (mention.role, mention.within) == (PlaceRole.RELATIVE, "河口镇")


def test_a_name_of_its_own_is_relative_to_nothing(read):
    assert {mention.within for mention in read("## 河口镇\n\n改造长江路。").mentions} == {None}


def test_the_virtues_of_a_place_are_not_the_place(read):
    report = read("打造湖滨新区的品牌,改造长江路。")
    assert roles(report)[0] == ("湖滨新区", PlaceRole.METONYM)
    assert all("湖滨新区" not in names_of(report, task) for task in report.tasks)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在西城区新建长江路小学。", "西城区"),
        ("河口镇柳河村整治。", "河口镇"),
        ("城东街道改造3个小区。", "城东街道"),
        ("河口镇负责改造长江路。", "河口镇"),
    ],
)
def test_an_area_that_only_contains_or_acts_is_context(text, name, read):
    assert dict(roles(read(text)))[name] is PlaceRole.CONTEXT


@pytest.mark.parametrize(
    ("text", "name"), [("整治青山镇。", "青山镇"), ("湖滨新区改造3个小区。", "湖滨新区")]
)
def test_an_area_that_is_worked_on_is_the_tasks(text, name, read):
    assert dict(roles(read(text)))[name] is PlaceRole.TASK


# --- Where it lies -------------------------------------------------------------------------------


def test_regions_lie_outside_the_district(read):
    report = read("盯紧京津冀、长三角重点区域,每个区域新签约两个产业项目。")
    assert {mention.scope for mention in report.mentions} == {Scope.OUT}


def test_another_district_lies_outside_that_of_the_section(read):
    report = read("## 西城区住建局\n\n西城区改造长江路,与鼓楼区对接。")
    scopes = {mention.name: mention.scope for mention in report.mentions}
    assert scopes == {"西城区": Scope.IN, "长江路": Scope.IN, "鼓楼区": Scope.OUT}


def test_without_a_district_every_place_lies_inside(read):
    report = read("鼓楼区改造长江路。")
    assert {mention.scope for mention in report.mentions} == {Scope.IN}


# --- What a task holds ---------------------------------------------------------------------------


def test_a_tasks_places_times_quantities_and_lists_are_its_own(read):
    report = read("9月底前改造长江路、黄河路2条道路,年底前新建口袋公园3个。")
    first, second = report.tasks
    surfaces = {record.id: record.surface for record in (*report.times, *report.quantities)}
    assert names_of(report, first) == ["长江路", "黄河路"]
    assert [[surfaces[id_] for id_ in task.times] for task in (first, second)] == [["9月底前"], ["年底前"]]
    assert [[surfaces[id_] for id_ in task.quantities] for task in (first, second)] == [["2条"], ["3个"]]
    assert [len(task.lists) for task in (first, second)] == [1, 0]


def test_a_tasks_text_is_its_surface_without_wraps(read):
    task = read("改造人民路。完成长江路、黄\n\n河路整治。").tasks[-1]
    assert (task.surface, task.text) == ("完成长江路、黄\n\n河路整治", "完成长江路、黄河路整治")


def test_a_name_is_folded_and_without_wraps_and_its_surface_is_not(read):
    report = read("年底前完成长江路,９\n号院,黄\n\n河路整治。")
    mention = report.mentions[-1]
    assert (mention.surface, mention.name) == ("黄\n\n河路", "黄河路")


def test_a_house_that_leaves_its_road_out_has_its_whole_name(read):
    report = read("改造建设路12号院、14号院。")
    assert [(mention.surface, mention.name) for mention in report.mentions] == [
        ("建设路12号院", "建设路12号院"),
        ("14号院", "建设路14号院"),
    ]


def test_a_tasks_due_day_is_that_of_the_time_that_governs_it(read):
    report = read("9月底前改造长江路。")
    assert (report.tasks[0].due, report.tasks[0].interval) == (report.times[0].due, report.times[0].interval)


def test_a_count_means_the_list_that_was_named_before(read):
    report = read("规划建设康养板块、滨海文旅板块、湖滨板块3个核心板块。3个核心板块要实现1~2个项目开工。")
    assert names_of(report, report.tasks[1]) == ["康养板块", "滨海文旅板块", "湖滨板块"]
    assert report.tasks[1].lists == report.tasks[0].lists


# --- Lists ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count", "named", "unnamed", "closed"),
    [
        ("完成环湖路等8条道路施工。", 8, 1, 7, False),
        ("改造长江路、黄河路2条道路。", 2, 2, 0, True),
        ("改造长江路、黄河路等道路。", None, 2, None, False),
        ("改造长江路、黄河路。", None, 2, None, True),
    ],
)
def test_a_lists_stated_count_is_kept_beside_what_is_named(text, count, named, unnamed, closed, read):
    (entry,) = read(text).lists
    assert (entry.count, entry.named, entry.unnamed, entry.closed) == (count, named, unnamed, closed)


# --- Ids and notices -----------------------------------------------------------------------------


def test_ids_say_the_kind_and_run_on_through_the_report(read):
    report = read("## 河口镇\n\n9月底前改造长江路3公里。\n\n## 青山镇\n\n年底前改造黄河路、淮河路2条道路。")
    assert [section.id for section in report.sections] == ["S-01", "S-02"]
    assert [task.id for task in report.tasks] == ["T-01-01", "T-02-01"]
    assert [mention.id for mention in report.mentions] == [f"P-{n:03d}" for n in range(1, 6)]
    assert [time.id for time in report.times] == ["X-001", "X-002"]
    assert [quantity.id for quantity in report.quantities] == ["Q-001", "Q-002"]
    assert [entry.id for entry in report.lists] == ["L-001"]


@pytest.mark.parametrize(
    ("text", "kind", "surface"),
    [
        ("3月底前改造长江路。", "next_year", "3月底前"),
        ("年前改造长江路。", "two_readings", "年前"),
        ("11月31日前改造长江路。", "impossible_date", "11月31日前"),
        ("改造长江路、黄河路3条道路。", "count", "长江路、黄河路"),
    ],
)
def test_a_notice_says_what_a_person_must_look_at_and_where(text, kind, surface, read):
    (notice,) = read(text).notices
    assert (notice.kind, text[notice.start : notice.end]) == (kind, surface)


def test_without_a_date_of_the_report_a_notice_says_why_nothing_is_due(read):
    report = read("年底前改造长江路。", reference=None)
    assert [notice.kind for notice in report.notices] == ["year_unknown"]
    assert report.tasks[0].due is None


# --- Title and sections --------------------------------------------------------------------------


def test_a_title_is_the_texts_own_or_the_files_name(read):
    assert read("# 下半年重点工作\n\n## 河口镇\n\n改造长江路。").title == "下半年重点工作"
    assert read("## 河口镇\n\n改造长江路。").title == "report"


def test_sections_begin_with_their_headings_line_and_leave_no_gap(read):
    text = "# 下半年重点工作\n\n## 河口镇\n\n改造长江路。\n\n## 青山镇\n改造黄河路。\n"
    report = read(text)
    assert [text[section.start : section.end] for section in report.sections] == [
        "# 下半年重点工作\n\n## 河口镇\n\n改造长江路。\n\n",
        "## 青山镇\n改造黄河路。\n",
    ]


def test_a_zone_of_which_so_many_are_told_and_one_whose_people_are_is_context(read):
    report = read("打通3条断头路,其中柳湖新区2条,方便滨江片区居民出行。")
    assert {role for _, role in roles(report)} == {PlaceRole.CONTEXT}
