from __future__ import annotations

import pytest


def lists(report):
    names = {mention.id: mention.name for mention in report.mentions}
    return [([names[member] for member in entry.members], entry.count, entry.head) for entry in report.lists]


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        ("打通3条道路,涉及长江路、黄河路、淮河路。", ["长江路", "黄河路", "淮河路"], 3),
        ("打通4条道路,包括长江路、黄河路,淮河路、珠江路。", ["长江路", "黄河路", "淮河路", "珠江路"], 4),
        ("新建3所学校,分别为长江小学、黄河小学、淮河中学。", ["长江小学", "黄河小学", "淮河中学"], 3),
        ("改造2个小区。其中阳光花园已开工。幸福小区年底前开工。", ["阳光花园", "幸福小区"], 2),
    ],
)
def test_a_count_announces_as_many_places_of_its_kind(text, members, count, read):
    assert (members, count) in [entry[:2] for entry in lists(read(text))]


def test_a_total_sums_up_the_places_before_it(read):
    report = read("改造阳光花园、幸福小区;改造滨江新村。共3个小区。")
    assert (["阳光花园", "幸福小区", "滨江新村"], 3, "小区") in lists(report)


def test_fewer_are_taken_only_where_the_count_announces_them(read):
    assert (["长江小学", "黄河小学"], 8, "学校") in lists(read("新建8所学校,包括长江小学、黄河小学。"))
    assert all(entry[1] is None for entry in lists(read("新建8所学校。改造长江小学、黄河小学。")))


def test_the_first_count_of_many_has_as_members_most_of_them_that_are_named_below(read):
    told = "今年改造6个小区。其中,阳光花园、幸福小区已开工;滨江新村、龙泉花园即将招标。"
    members = ["阳光花园", "幸福小区", "滨江新村", "龙泉花园"]
    assert (members, 6, "小区") in lists(read(told))
    assert all(entry[1] is None for entry in lists(read(told.replace("6", "16"))))


def test_more_places_than_are_counted_are_not_its_members(read):
    assert (["长江路", "黄河路"], 2, "道路") not in lists(read("打通2条道路。长江路、黄河路、淮河路整治。"))


@pytest.mark.parametrize(
    "text",
    [
        "新建2个公园,位于长江路、黄河路。",
        "新建2座公园,在长江路与黄河路交叉口。",
        "新增2处充电站,东至长江路,西至黄河路。",
    ],
)
def test_places_that_only_locate_others_are_not_counted(text, read):
    assert all(entry[1] is None for entry in lists(read(text)))


def test_a_list_that_two_counts_announce_takes_the_place_of_no_other(read):
    owners = "安宝北昌长春德东福富广海和恒宏湖华惠江金锦景康兰"
    report = read(
        "".join(
            f"改造2个小区,其中2个老旧小区:{owner}春花园;{owner}秋花园。打通2条道路,包括:{owner}山路;{owner}川路。"
            for owner in owners
        )
    )
    assert len(report.lists) == 2 * len(owners)


def test_lists_of_several_areas_are_told_apart(read):
    report = read("城厢街道3条:长江路、黄河路、淮河路。石塘街道2条:湘江路、汉江路。")
    assert [entry[:2] for entry in lists(report)] == [
        (["长江路", "黄河路", "淮河路"], 3),
        (["湘江路", "汉江路"], 2),
    ]


def test_a_counted_list_of_places_listed_before_points_back_to_them(read):
    report = read("打通长江路、黄河路、淮河路3条道路。长江路、黄河路2条已开工。")
    first = {mention.name: mention.id for mention in reversed(report.mentions)}
    assert report.lists[1].members == (first["长江路"], first["黄河路"])
    assert report.lists[1].members == report.lists[0].members[:2]


def test_an_uncounted_list_has_its_own_mentions(read):
    report = read("打通长江路、黄河路2条道路。长江路、黄河路已开工。")
    assert not set(report.lists[0].members) & set(report.lists[1].members)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("改造长江路、黄河路、淮河路4条道路。", "4 are stated, 3 are listed"),
        ("办好3件实事:\n1.改造长江路。\n2.改造黄河路。", "3 are stated, 2 are listed"),
    ],
)
def test_a_count_that_its_list_does_not_bear_out_is_noticed(text, message, read):
    assert [(notice.kind, notice.message) for notice in read(text).notices] == [("count", message)]


@pytest.mark.parametrize(
    "text",
    [
        "改造长江路、黄河路2条道路。",
        "改造长江路、黄河路等8条道路。",
        "办好2件实事:\n1.改造长江路。\n2.改造黄河路。",
    ],
)
def test_a_count_that_is_borne_out_or_left_open_is_not(text, read):
    assert read(text).notices == ()


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        ("新开工穿山隧道1座(柳湖隧道,年内开建)。", ["柳湖隧道"], 1),
        (
            "改造7座桥梁,4月底完工,分别是甲江大桥、乙江大桥、丙桥、丁江大桥、戊江大桥、己江大桥、庚江大桥。",
            ["甲江大桥", "乙江大桥", "丙桥", "丁江大桥", "戊江大桥", "己江大桥", "庚江大桥"],
            7,
        ),
        (
            "24个小区列入计划。第一批已经公布。\n第二批具体有:阳光花园、幸福小区等;滨江新村、柳湖花园等。",
            ["阳光花园", "幸福小区", "滨江新村", "柳湖花园"],
            24,
        ),
    ],
)
def test_a_count_has_what_is_told_in_brackets_behind_a_date_or_below(text, members, count, read):
    assert (members, count) in [entry[:2] for entry in lists(read(text))]


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        ("游园4个,为石化游园、中原游园、总站游园、苏北游园;", "石化游园 中原游园 总站游园 苏北游园", 4),
        (
            "改造城厢街道南山社区、杏花社区,鲸园街道北仓社区、河东社区,竹岛街道观海社区等共9个社区。",
            "南山社区 杏花社区 北仓社区 河东社区 观海社区",
            9,
        ),
        ("新建秦古小学、宝丰小学,改建竹山学校、明清小学等7所学校。", "竹山学校 明清小学", 7),
        ("道路绿化3条,为长江路、黄河路、淮河路、汉江路。", "长江路 黄河路 淮河路 汉江路", 3),
        (
            "10个口袋公园中,位于甲路与乙路交叉口的嘉元游园最大;其余为城南游园、古元游园、润元游园、采莲游园、御窑游园、安元游园、春申游园、文灵游园、聚金游园。",
            "嘉元游园 城南游园 古元游园 润元游园 采莲游园 御窑游园 安元游园 春申游园 文灵游园 聚金游园",
            10,
        ),
        (
            "改造毓璜街道的大海阳小区、南山小区,白石街道的福来里小区等2个街道16个小区。",
            "大海阳小区 南山小区 福来里小区",
            16,
        ),
        (
            "中央门立交、热河南路、龙江地铁站、三汊河口等4处已整治。",
            "中央门立交 热河南路 龙江地铁站 三汊河口",
            4,
        ),
        (
            "县城有5个易涝点内涝严重,分别是梅溪凤凰湾、贵坑路、旧邮政局、金茂花园、过垅路。",
            "梅溪凤凰湾 贵坑路 旧邮政局 金茂花园 过垅路",
            5,
        ),
        ("地面停车场1个:人社局停车场;", "人社局停车场", 1),
        ("新建福康广场停车场等地下停车场2个。", "福康广场停车场", 2),
        (
            "十大菜市场改造过半。列入的有东市场、西安市场、南安市场、北安市场、中安市场、福民市场、新华市场、盛业市场、华隆市场、长安市场。",
            "东市场 西安市场 南安市场 北安市场 中安市场 福民市场 新华市场 盛业市场 华隆市场 长安市场",
            10,
        ),
    ],
)
def test_a_count_is_that_of_the_list_it_leads_to(text, members, count, read):
    report = read(text)
    told = {mention.id: mention.surface for mention in report.mentions}
    lists = [(" ".join(told[member] for member in entry.members), entry.count) for entry in report.lists]
    assert (members, count) in lists
