import pytest

from geo.extract.names import find_names


def names(text, patterns):
    return [text[name.start : name.end] for name in find_names(text, 0, len(text), patterns)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成福寿街、敦睦路整治", ["福寿街", "敦睦路"]),
        ("推进凤湖智能新区三年行动计划", ["凤湖智能新区"]),
        ("以东方路整治为示范点", ["东方路"]),
        ("金水路和人和路", ["金水路", "人和路"]),
        ("加快建设建设路", ["建设路"]),
        ("打造王庄示范点", ["王庄"]),
        ("依托东方大厦打造地标", ["东方大厦"]),
        ("二七广场隧道工程", ["二七广场隧道"]),
        ("棉纺路中学", ["棉纺路中学"]),
        ("环城公园路", ["环城公园路"]),
        ("南南街37号院", ["南南街37号院"]),
        ("刘庄小区二期", ["刘庄小区二期"]),
        ("南三环、西四环", ["南三环", "西四环"]),
        ("改造G107沿线", ["G107"]),
        ("启动火车站周边外迁", ["火车站"]),
        ("景中路、椰风路带状公园", ["景中路", "椰风路"]),
        ("盯紧京津冀、长三角重点区域", ["京津冀", "长三角"]),
    ],
)
def test_a_name_lies_between_a_boundary_and_its_suffix(text, expected, patterns):
    assert names(text, patterns) == expected


COMMON = """改造7个老旧小区 3个核心板块 打通断头路 4条道路 提质一批批发市场 建设智慧社区 全区各街道
城市道路标线 路灯整修 乡镇街道 进博会 委托北建院编制 金茂集团 建设大数据中心 十个行政村 国家中心城市
区域发展 推进集聚区
"""


@pytest.mark.parametrize("text", COMMON.split())
def test_a_common_noun_an_office_or_an_event_is_no_place(text, patterns):
    assert names(text, patterns) == []


def test_no_name_reaches_into_a_time(patterns):
    text = "9月人民路完工"
    found = find_names(text, 0, len(text), patterns, taken=[(0, 2)])
    assert [text[name.start : name.end] for name in found] == ["人民路"]
