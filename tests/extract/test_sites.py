from __future__ import annotations

import pytest


@pytest.fixture
def told(read):
    """Return of each mention of a text its surface, its name, its role and its site."""

    def tell(text):
        return [(m.surface, m.name, m.role.value, m.at) for m in read(text).mentions]

    return tell


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("柳湖游园位于长江路与黄河路交叉口东南角。", "长江路与黄河路交叉口东南角"),
        ("新建柳湖游园,位于长江路、黄河路交汇处,9月底前建成。", "长江路、黄河路交汇处"),
        ("建设柳湖游园(长江路与黄河路交叉口西北角)。", "长江路与黄河路交叉口西北角"),
        ("9月底前建成长江路和黄河路交会处的柳湖游园。", "长江路和黄河路交会处"),
        ("在长江路与黄河路交叉口建设柳湖游园。", "长江路与黄河路交叉口"),
        ("新建柳湖游园,位于长江路以北、黄河路以东,10月底前开放。", "长江路以北、黄河路以东"),
        ("柳湖游园位于长江路北侧。", "长江路北侧"),
        ("柳湖游园位于长江路北60米处。", "长江路北60米处"),
        ("柳湖游园位于长江路中段。", "长江路"),
        ("柳湖游园(长江路12号)10月底前开放。", "长江路12号"),
        ("柳湖农贸市场迁至长江路与黄河路交叉口。", "长江路与黄河路交叉口"),
    ],
)
def test_what_is_named_at_a_site_keeps_its_words(text, site, told):
    mentions = {surface: (role, at) for surface, _, role, at in told(text)}
    (park,) = (name for name in mentions if name.startswith("柳湖"))
    assert mentions.pop(park) == ("task", site)
    assert {role for role, _ in mentions.values()} == {"endpoint"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("年底前完成长江路与黄河路交叉口渠化改造。", "长江路与黄河路交叉口", "junction"),
        ("在长江路与黄河路交叉口东南角新建口袋公园1处。", "长江路与黄河路交叉口东南角", "junction"),
        ("实施长江路以东地块开发。", "长江路以东", "poi"),
        ("打通长江路北60米处的断头路。", "长江路北60米处", "poi"),
    ],
)
def test_a_site_where_nothing_is_named_is_the_place_of_the_task(text, name, kind, read):
    report = read(text)
    (task,) = report.tasks
    (place,) = (mention for mention in report.mentions if mention.id in task.places)
    assert (place.surface, place.name, place.kind, place.at) == ("长江路", name, kind, None)
    assert {m.role.value for m in report.mentions if m is not place} <= {"endpoint"}


def test_the_crossings_of_a_list_share_its_last_word(read):
    report = read("改造长江路与黄河路、淮河路与渭河路等5个路口。")
    names = {mention.id: mention.name for mention in report.mentions}
    (listed,) = report.lists
    assert [names[member] for member in listed.members] == ["长江路与黄河路交叉口", "淮河路与渭河路交叉口"]
    assert (listed.count, listed.named, listed.unnamed) == (5, 2, 3)


def test_other_cells_of_a_row_say_where_its_first_place_lies(told):
    text = "停车场建设计划\n\n柳湖停车场\t长江路与黄河路交叉口\t泊位220个\t9月底前\n"
    text += "东湖停车场\t渭河路（泰山路至华山路）\t泊位90个\t年底前"
    assert [mention for mention in told(text) if mention[2] == "task"] == [
        ("柳湖停车场", "柳湖停车场", "task", "长江路与黄河路交叉口"),
        ("东湖停车场", "东湖停车场", "task", "渭河路(泰山路至华山路)"),
    ]


@pytest.mark.parametrize(
    "text", ["对长江路东侧人行道进行改造。", "打通长江路、黄河路2条道路。", "长江路东延至黄河路。"]
)
def test_a_road_that_is_worked_on_is_no_site(text, told):
    assert ("长江路", "长江路", "task", None) in told(text) or "长江路东延" in told(text)[0][0]
    assert all(at is None for *_, at in told(text))
