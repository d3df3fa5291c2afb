from __future__ import annotations

import pytest

from geo.extract.counted_kinds import kind_of_head
from geo.extract.lists import announced_kinds, read_enumerations
from geo.extract.names import find_names


def enumerations(text, patterns, **choices):
    names = find_names(text, 0, len(text), patterns)
    return read_enumerations(text, 0, len(text), names, patterns, **choices)


def lists(text, patterns, **choices):
    _, found = enumerations(text, patterns, **choices)
    return [
        ([text[name.start : name.end] for name in entry.members], entry.count, entry.head, entry.closed)
        for entry in found
    ]


def named(text, patterns, **choices):
    names, _ = enumerations(text, patterns, **choices)
    return [(text[name.start : name.end], name.kind) for name in names]


@pytest.mark.parametrize(
    ("text", "members", "count", "head", "closed"),
    [
        ("改造长江路、黄河路", ["长江路", "黄河路"], None, None, True),
        ("改造长江路、黄河路以及淮河路", ["长江路", "黄河路", "淮河路"], None, None, True),
        ("改造长江路和黄河路", ["长江路", "黄河路"], None, None, True),
        ("改造长江路、黄河路2条道路", ["长江路", "黄河路"], 2, "道路", True),
        ("改造长江路、黄河路共2条道路", ["长江路", "黄河路"], 2, "道路", True),
        ("改造长江路、黄河路等8条道路", ["长江路", "黄河路"], 8, "道路", False),
        ("改造长江路等8条道路", ["长江路"], 8, "道路", False),
        ("改造长江路等道路", ["长江路"], None, "道路", False),
        ("改造长江路、黄河路等", ["长江路", "黄河路"], None, None, False),
        ("改造阳光花园、幸福小区等5个老旧小区", ["阳光花园", "幸福小区"], 5, "老旧小区", False),
        ("改造长江路、黄河路“一纵一横”", ["长江路", "黄河路"], 2, None, True),
        ("改造长江路(含人行道)、黄河路等12条道路", ["长江路", "黄河路"], 12, "道路", False),
        ("改造长江路两侧、黄河路周边2个片区", ["长江路", "黄河路"], 2, "片区", True),
    ],
)
def test_a_list_keeps_its_count_its_head_and_whether_it_is_closed(
    text, members, count, head, closed, patterns
):
    assert lists(text, patterns) == [(members, count, head, closed)]


def test_two_counted_lists_of_a_clause_are_two(patterns):
    assert lists("改造长江路等10条道路、幸福小区等5个小区", patterns) == [
        (["长江路"], 10, "道路", False),
        (["幸福小区"], 5, "小区", False),
    ]


def test_an_area_before_an_item_is_no_member(patterns):
    assert lists("改造城东街道长江路、城西街道黄河路", patterns) == [(["长江路", "黄河路"], None, None, True)]


def test_one_place_without_a_count_is_no_list(patterns):
    assert lists("改造长江路", patterns) == []


def test_the_roads_of_a_crossing_are_no_list(patterns):
    assert lists("改造长江路、黄河路交叉口", patterns) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "改造世贸商城、欢乐湖、锦荣等专业市场",
            [("世贸商城", "market"), ("欢乐湖", "market"), ("锦荣", "market")],
        ),
        ("改造锦荣、欢乐湖2个市场", [("锦荣", "market"), ("欢乐湖", "market")]),
        ("改造锦荣等5个小区", [("锦荣", "estate")]),
        ("改造长江路、水岸、黄河路等道路", [("长江路", "road"), ("水岸", "road"), ("黄河路", "road")]),
        ("长江路、滨江南、黄河路", [("长江路", "road"), ("滨江南", "road"), ("黄河路", "road")]),
    ],
)
def test_the_company_a_word_keeps_tells_what_it_is(text, expected, patterns):
    assert named(text, patterns) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进供热、供水、供电工程",
        "培育零售、餐饮、住宿等行业",
        "支持锦荣、锦华等企业",
        "加强道路建设、小区改造等工作",
        "完成规划编制、征地拆迁等项目",
    ],
)
def test_doings_trades_and_companies_are_no_places_in_any_company(text, patterns):
    assert named(text, patterns) == []


def test_members_of_counted_subdistricts_are_no_roads(patterns):
    assert named("涉及长江路、黄河路等8个街道", patterns) == [
        ("长江路", "subdistrict"),
        ("黄河路", "subdistrict"),
    ]


def test_an_item_in_quotation_marks_is_named_by_what_is_inside(patterns):
    assert named("打造“锦荣”、“水岸”等市场", patterns) == [("锦荣", "market"), ("水岸", "market")]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("3个城中村为:东甲庄、乙堡", [("东甲庄、乙堡", "village")]),
        ("改造5个小区:锦荣、水岸。其余", [("锦荣、水岸", "estate")]),
        ("分布在3个社区,分别是:甲乙、丙丁。", []),
        ("12条措施:甲乙、丙丁", []),
        ("改造5个小区", []),
    ],
)
def test_a_count_and_a_colon_announce_bare_names_of_a_kind(text, stretches, patterns):
    found = announced_kinds(text, 0, len(text), patterns)
    assert [(text[start:end], kind) for start, end, kind in found] == stretches


def test_every_item_of_an_announced_list_is_a_name(patterns):
    assert named("甲乙、城东街道丙丁、戊己", patterns, announced="village") == [
        ("甲乙", "village"),
        ("城东街道", "subdistrict"),
        ("丙丁", "village"),
        ("戊己", "village"),
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("道路", "road"),
        ("断头路", "road"),
        ("背街小巷", "road"),
        ("老旧小区", "estate"),
        ("农贸市场", "market"),
        ("学校", "school"),
        ("街道", "subdistrict"),
        ("行政村", "village"),
        ("项目", "project"),
        ("园区", "project"),
        ("", "project"),
    ],
)
def test_the_counted_noun_tells_the_kind(head, kind, patterns):
    assert kind_of_head(head, patterns) == kind


def test_an_area_and_its_particle_stand_between_two_members(read):
    text = "第一批为东关街道的曙光小区、光明小区和西关街道的铁路宿舍、龙华路126号院,共4个,9月底前完工。"
    report = read(text)
    names = {mention.id: mention.name for mention in report.mentions}
    (listed,) = (entry for entry in report.lists if entry.count == 4)
    assert [names[id_] for id_ in listed.members] == ["曙光小区", "光明小区", "铁路宿舍", "龙华路126号院"]


def test_what_stands_behind_an_area_may_be_told_by_its_company(read):
    report = read("第三批为卜奎街道的化机住宅、永安里等5个小区,年底前完工。")
    names = {mention.id: mention.name for mention in report.mentions}
    (listed,) = report.lists
    assert [names[id_] for id_ in listed.members] == ["化机住宅", "永安里"]


def test_as_many_buildings_as_are_counted_are_places(read):
    report = read("藏药产业基地二期、高原食品加工中心2个项目8月上旬开工。")
    assert [mention.name for mention in report.mentions] == ["藏药产业基地二期", "高原食品加工中心"]
    assert read("征地拆迁、招商引资2个项目8月上旬开工。").mentions == ()


def test_roads_are_counted_as_projects(read):
    text = "今年实施市政道路项目3个。长江路9月底前通车;黄河路、淮河路年底前通车。"
    assert next((entry.count, entry.named) for entry in read(text).lists) == (3, 3)


def test_what_stands_in_brackets_behind_its_count_is_counted(read):
    report = read(
        "具体为:东关街道4条（裕华中街、机场北巷、西山南街、煤医巷）;西关街道2条(乔屯东街、光明巷)。"
    )
    assert [(entry.count, entry.named) for entry in report.lists] == [(4, 4), (2, 2)]


def test_a_total_before_its_list_counts_what_comes_after(read):
    text = "积水点改造共4处,分别为:园林路地道桥、南华立交桥、东山街(对炉街至矿工路)、解放小区。"
    assert [(entry.count, entry.named) for entry in read(text).lists] == [(4, 4)]


def test_subdistricts_over_which_works_are_spread_are_context(read):
    report = read("今年改造老旧小区9个,分布在华山、大观、龙翔、普吉4个街道。")
    assert {mention.role.value for mention in report.mentions} == {"context"}


def counted(read, text):
    report = read(f"区里的工作\n\n{text}")
    names = {mention.id: mention.name for mention in report.mentions}
    return {entry.count: [names[id_] for id_ in entry.members] for entry in report.lists}


def test_what_is_said_in_brackets_of_a_member_does_not_end_its_list(read):
    text = "槐岭公园（槐岭路与建华街交叉口东南角）、方北公园（方北路以南）、塔南游园（塔南路北侧）3处。"
    assert counted(read, text) == {3: ["槐岭公园", "方北公园", "塔南游园"]}


def test_a_crossing_is_a_member_of_its_list(read):
    text = "完成4处积水点整治,分别为弋江立交、九华路与黄山路交叉口、文化路（北京路—赭山路）、汀苑小区。"
    assert counted(read, text)[4] == ["弋江立交", "九华路与黄山路交叉口", "文化路", "汀苑小区"]


def test_lists_whose_counts_add_up_to_a_count_before_them_are_its_parts(read):
    text = (
        "建设停车场9个。红梅停车场、兰陵立体停车场等6个停车场已建成。其余3个停车场中,桃园路停车场年底前启用;"
    )
    text += "竹林路停车场、茶山公园停车场明年启用。青洋路、劳动路、凤凰新城3座充电站已建成。"
    lists = counted(read, text)
    named = ["红梅停车场", "兰陵立体停车场", "桃园路停车场", "竹林路停车场", "茶山公园停车场"]
    assert (lists[9], lists[6]) == (named, named[:2])


def test_of_so_many_the_next_sentences_name_each(read):
    text = "尚未开工的5条中,利民巷（民族街—玉皇街）、双渠巷6月进场;塔寺巷、光华巷和宗睦巷3条下半年实施。"
    assert counted(read, text)[5] == ["利民巷", "双渠巷", "塔寺巷", "光华巷", "宗睦巷"]


def test_subdistricts_of_whose_things_so_many_are_counted_are_context(read):
    report = read("对凤凰北街、文化街、前进街3个街道的17条背街小巷进行改造。")
    assert {mention.role.value for mention in report.mentions} == {"context"}


def test_the_rest_that_is_only_counted_is_a_part_too(read):
    text = "改造老旧小区10个,涉及居民6420户。首批师范路小区、丹凤小区2个小区年底竣工。其余8个小区明年启动。"
    assert counted(read, text)[10] == ["师范路小区", "丹凤小区"]


def test_a_pocket_park_is_no_crossing(read):
    text = "新建口袋公园3处。公园分别为塔头路街头公园、远洋路口袋公园、秀山路串珠公园。塔头路街头公园开工。"
    assert counted(read, text)[3] == ["塔头路街头公园", "远洋路口袋公园", "秀山路串珠公园"]


def test_items_may_say_in_brackets_where_they_lie_and_have_no_suffix(patterns):
    text = "长江路(黄河路与淮河路交口)、三里湾节点(人民路与颍上路交口)、文昌阁东侧(珠江路)等3处口袋公园"
    assert lists(text, patterns) == [(["长江路", "三里湾", "文昌阁"], 3, "口袋公园", False)]


def test_what_lies_at_a_crossing_in_brackets_is_a_place_whatever_is_counted(patterns):
    text = "柳湖大桥(两侧)、甲乙税务所隔壁(人民路与颍上路交汇处)2处"
    assert [words for words, _ in named(text, patterns)][:2] == ["柳湖大桥", "甲乙税务所"]


def test_a_few_bare_items_are_told_by_many_of_one_kind(patterns):
    text = "长江花园、幸福小区、柳湖新村、教授楼、甲厂宿舍、乙厂宿舍、东大阁"
    assert lists(text, patterns)[0][0] == text.split("、")


def test_a_road_may_be_called_by_what_it_joins(patterns):
    text = "民清路、碧岭至三洲田道路、东港路等3条断头路"
    assert lists(text, patterns)[0][0] == ["民清路", "碧岭至三洲田道路", "东港路"]


def test_what_is_built_at_the_last_crossing_stands_before_the_count(patterns):
    text = "柳湖公园、长江路与黄河路交叉路口口袋公园2个子项目"
    assert lists(text, patterns)[0][:2] == (["柳湖公园", "长江路"], 2)


def test_a_lane_may_be_called_by_an_estate_and_its_side(patterns):
    text = "建工里、东小区东里、长江胡同等14条小街巷"
    assert lists(text, patterns)[0][0] == ["建工里", "东小区东里", "长江胡同"]


def test_what_lies_around_a_crossing_or_a_stretch_joins_the_list(patterns):
    text = "长江路与黄河路交叉口片区、淮海路(城南段)片区、珠江路两厢和辽河路周边片区"
    assert lists(text, patterns)[0][0] == ["长江路", "淮海路", "珠江路", "辽河路"]


@pytest.mark.parametrize(
    ("text", "members", "count", "head"),
    [
        ("在汽车站、长江路、滨河市场新建3座天桥", ["汽车站", "长江路", "滨河市场"], 3, "天桥"),
        ("投用包括青山公园在内的7个公园", ["青山公园"], 7, "公园"),
    ],
)
def test_what_is_counted_behind_its_places_counts_them(text, members, count, head, patterns):
    assert [entry[:3] for entry in lists(text, patterns)] == [(members, count, head)]


def test_another_number_of_things_than_places_counts_no_places(patterns):
    assert [entry[1] for entry in lists("在汽车站、长江路新建3座天桥", patterns)] == [None]


def test_some_of_what_was_just_counted_are_places_of_its_kind(patterns):
    text = "列入计划的市场共8家,甲兰、乙岭等已在去年完工"
    begin, end, kind = announced_kinds(text, 0, len(text), patterns)[0]
    assert (text[begin:end], kind) == ("甲兰、乙岭等", "market")
    other = "施工人员共8家,甲兰、乙岭等已在去年完工"
    assert announced_kinds(other, 0, len(other), patterns) == []


@pytest.mark.parametrize(
    "text", ["由长江热力、黄河热力2家供热公司承担", "由长江一局、黄河二局、淮河路3家单位承担"]
)
def test_companies_that_are_counted_are_no_places(text, patterns):
    assert [name for name, _ in named(text, patterns)] in ([], ["淮河路"])


def test_what_is_done_to_roads_is_none_of_them(patterns):
    text = "长江路、黄河路和淮河路3条道路已完成路基、路面、排水"
    assert [name for name, _ in named(text, patterns)] == ["长江路", "黄河路", "淮河路"]


def test_a_road_at_which_a_place_lies_is_no_member(patterns):
    text = "长江路的汽车站天桥、黄河路东段的石桥天桥2座"
    assert lists(text, patterns)[0][:2] == (["汽车站天桥", "石桥天桥"], 2)


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        ("正在建设5处,分别是清风园、揽月园、望江园、文华园、春晓园", "清风园 揽月园 望江园 文华园 春晓园", 5),
        ("完成3处,分别为清风园、揽月园、望江园", "清风园 揽月园 望江园", 3),
    ],
)
def test_what_is_counted_by_a_measure_of_places_is_one_each(text, members, count, read):
    report = read(f"累计建成公园12处,{text}。")
    names = {mention.id: mention.surface for mention in report.mentions}
    assert ([*members.split()], count) in [
        ([names[member] for member in entry.members], entry.count) for entry in report.lists
    ]


def test_short_words_are_no_places_by_their_count(read):
    assert read("查出隐患2处,分别是用电、消防。").mentions == ()


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        (
            "对解放桥下、铁路涵洞、东门口、农科所门前4处积水点改造",
            ["解放桥", "铁路涵洞", "东门口", "农科所"],
            4,
        ),
        ("G107国道改线工程、龙江快速路等项目", ["G107国道", "龙江快速路"], None),
        ("西关、南关、北关等片区热力管网改造", ["西关", "南关", "北关"], None),
    ],
)
def test_a_part_or_a_work_behind_an_item_is_no_part_of_it(text, members, count, patterns):
    assert lists(text, patterns)[0][:2] == (members, count)


def test_the_last_item_ends_before_a_whole_name_behind_a_joiner(patterns):
    text = "长江路、柳山上段和黄河路等5条"
    assert lists(text, patterns) == [(["长江路", "柳山上段", "黄河路"], 5, None, False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成法岩、金岐旧村改造", [("法岩", "village"), ("金岐", "village")]),
        ("完成法岩、金岐两项任务", []),
        ("完成绿化、亮化旧村改造", []),
    ],
)
def test_a_noun_for_places_behind_bare_names_tells_them(text, expected, patterns):
    assert named(text, patterns) == expected


def test_where_things_go_is_no_noun_for_them(patterns):
    assert named("推动健身角、食堂等便民设施进小区", patterns) == []
