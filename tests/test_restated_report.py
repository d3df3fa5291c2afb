"""The restated report keeps every fact of the real one, in other sentences."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

REPORT = Path(__file__).parents[1] / "reports" / "erqi-2020-08.md"
TEXT = REPORT.read_text(encoding="utf-8")
JOINED = re.sub(r"\s", "", TEXT)

HEADINGS = [
    "二七区委十一届十次全体(扩大)会议·落实",
    "二七新区管委会",
    "二七特色商业区管委会",
    "马寨产业集聚区管委会",
    "樱桃沟景区管委会",
    "二七区发展和改革委员会",
    "二七区商务局",
    "二七区政务服务中心",
    "马寨镇",
]
TASK_PLACES = {
    "二七新区管委会": "康养产业板块 华侨城文旅板块 总部经济板块 总部经济产业园 热源厂片区 侯寨新镇区",
    "二七特色商业区管委会": "二七广场隧道 福寿街 敦睦路 大同路 延陵街 金光路 德化东街 彩虹路 兴盛路 共建路"
    " 南南街37号院 德化步行街",
    "马寨产业集聚区管委会": "飞翔路 马寨变电站 张河变电站 凤湖智能新区 宜华环路 景中路 椰风路 公园1872",
    "樱桃沟景区管委会": "樱桃沟民宿 长安古寨民宿 MCN网红经济直播基地",
    "二七区发展和改革委员会": "二七智慧商圈 侯寨新老镇区 刘胡垌二期 二七华侨城 中原数字经济科创园",
    "二七区商务局": "京津冀 长三角 珠三角 凤湖智能新区 侯寨新老镇区 世贸商城 欢乐湖 锦荣 东方大厦",
    "马寨镇": "东方路 工业路 西四环 王庄 水磨森林公园 滨湖公园二期",
}
QUANTITIES = {
    "二七区委十一届十次全体(扩大)会议·落实": "八个发力点",
    "二七新区管委会": "3个核心板块 8个地下空间规划 1~2个引领性项目",
    "二七特色商业区管委会": "七大类 48项工作任务 4条道路 5条道路 7个老旧小区",
    "马寨产业集聚区管委会": "两大核心 5条道路 8条道路",
    "樱桃沟景区管委会": "10个行政村 5个村 六大产业",
    "二七区发展和改革委员会": "297个老旧小区 37个安置区 六大“动力源”组团板块 64个产业转型升级项目"
    " 570家规上企业 260个重点项目",
    "二七区商务局": "2~3家合作平台 两个产业项目",
    "二七区政务服务中心": "100%",
    "马寨镇": "3个板块 四大行动 5个示范点 4条卓越路段 6条主干道 3个停车场 1500个停车位 14个生态项目",
}
TIMES = {
    "二七区委十一届十次全体(扩大)会议·落实": "7月30日",
    "二七新区管委会": "下半年 9月 年前",
    "二七特色商业区管委会": "今年8至10月 2021年3至6月 年底前",
    "马寨产业集聚区管委会": "年底前 年底",
    "樱桃沟景区管委会": "今年剩余的5个月",
    "二七区发展和改革委员会": "下半年",
    "二七区商务局": "下半年",
    "二七区政务服务中心": "下半年 每月2日、7日、27日",
    "马寨镇": "10月底前",
}
NAMES_THAT_ARE_NEITHER_PLACE_NOR_NUMBER = (
    "三个二七 温暖二七 六稳 六保 三项工程、一项管理 北建院 第二批 一批批发市场 园中园 三年行动计划 四轮驱动"
    " 六美 西美 5G 三送一强 六字要求 一对一 金茂集团 华润集团 投洽会 进博会 一件事 一网通办 一纵一横一环"
)
COMMITMENT_WORDS = {
    "二七新区管委会": "尽快 9月争取 力争年前",
    "二七特色商业区管委会": "确保",
    "樱桃沟景区管委会": "已落地开工",
    "二七区政务服务中心": "力争“一网通办”率",
}
LONGEST_SHARED_CLAUSE = 17


def section(heading):
    body = TEXT.split(f"## {heading}\n", maxsplit=1)[1]
    return re.sub(r"\s", "", body.split("\n## ", maxsplit=1)[0])


def facts(table):
    return [(heading, fact) for heading, said in table.items() for fact in said.split()]


def clauses(text):
    parts = re.split(r"[,，。；;!！\n]", re.sub(r"\n\s*\n", "", text))
    return {part.strip() for part in parts if len(part.strip()) > LONGEST_SHARED_CLAUSE}


@pytest.fixture(scope="module")
def gold(reference):
    return json.loads((reference / "gold" / "erqi-2020-08.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def original(reference):
    return (reference / "reports" / "erqi-2020-08.txt").read_text(encoding="utf-8")


def test_the_units_stand_in_their_order():
    assert re.findall(r"^## (.+)$", TEXT, flags=re.MULTILINE) == HEADINGS


@pytest.mark.parametrize(("heading", "place"), facts(TASK_PLACES))
def test_each_place_of_a_task_stands_under_its_unit(heading, place):
    assert place in section(heading)


@pytest.mark.parametrize(("heading", "quantity"), facts(QUANTITIES))
def test_each_quantity_stands_under_its_unit(heading, quantity):
    assert quantity in section(heading)


@pytest.mark.parametrize(("heading", "time"), facts(TIMES))
def test_each_time_stands_under_its_unit(heading, time):
    assert time in section(heading)


@pytest.mark.parametrize(("heading", "words"), facts(COMMITMENT_WORDS))
def test_each_commitment_is_as_firm_as_it_was(heading, words):
    assert words in section(heading)


@pytest.mark.parametrize("name", NAMES_THAT_ARE_NEITHER_PLACE_NOR_NUMBER.split())
def test_slogans_units_and_events_are_kept(name):
    assert name in JOINED


def test_at_least_five_sentences_are_broken_by_a_blank_line():
    breaks = re.findall(r"([^\n]{4})\n\n([^\n#]{4})", TEXT)
    broken = [(before, after) for before, after in breaks if before[-1] not in "。!?;:”)》"]
    assert len(broken) >= 5
    assert ("021年", "3至6月") in broken
    assert any(before.endswith("东方") and after.startswith("路、") for before, after in broken)


def test_slogans_are_pairs_with_a_hard_break():
    assert len(re.findall(r"^[^\n]+  \n[^\n]+$", TEXT, flags=re.MULTILINE)) == len(HEADINGS) - 1


def test_by_lines_are_left_out():
    assert not re.search("记者|通讯员", TEXT)


def test_no_clause_is_shared_with_the_real_report(original):
    ours = re.sub(r"\n\s*\n", "", TEXT)
    assert not [clause for clause in clauses(original) if clause in ours or clause in TEXT]


@pytest.mark.parametrize("kind", ["places", "times", "quantities"])
def test_every_place_time_and_quantity_stands_as_often_as_in_the_real_report(gold, original, kind):
    real = re.sub(r"\s", "", original)
    surfaces = {re.sub(r"\s", "", entry["surface"]) for entry in gold[kind]}
    counts = {surface: (real.count(surface), JOINED.count(surface)) for surface in surfaces}
    assert {surface: pair for surface, pair in counts.items() if pair[0] != pair[1]} == {}


def test_no_number_is_added_or_lost(original):
    assert sorted(re.findall(r"\d+", JOINED)) == sorted(re.findall(r"\d+", re.sub(r"\s", "", original)))
