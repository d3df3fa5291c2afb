from __future__ import annotations

from datetime import date

import pytest

from geo.extract import read_report
from geo.model import Document


def lists(report):
    names = {mention.id: mention.surface for mention in report.mentions}
    return [([names[member] for member in entry.members], entry.count) for entry in report.lists]


FIRST = "改造五眼桥、甲鹤、东兴3个农贸市场。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其中东兴和甲鹤两个市场为三星级。", (["甲鹤", "东兴"], 2)),
        ("改造甲鹤、东兴2个市场。", (["甲鹤", "东兴"], 2)),
    ],
)
def test_a_name_told_by_its_company_is_known_when_it_stands_again(text, expected, read):
    found = lists(read(FIRST + text))
    assert (sorted(expected[0]), expected[1]) in [(sorted(members), count) for members, count in found]


def test_a_name_within_another_word_is_not_that_name(read):
    report = read(FIRST + "振东兴和公司已经签约。")
    assert [mention.surface for mention in report.mentions].count("东兴") == 1


def test_a_name_of_another_section_is_not_known(read):
    report = read(f"# 甲局\n\n{FIRST}\n\n# 乙局\n\n其中东兴和甲鹤两项已办结。")
    assert [mention.surface for mention in report.mentions].count("甲鹤") == 1


def test_a_name_told_by_its_company_is_known_where_it_stood_before(read):
    report = read("甲鹤、东兴正在招商。" + FIRST)
    assert [mention.surface for mention in report.mentions].count("甲鹤") == 2
    assert (["甲鹤", "东兴"], None) in lists(report)


def test_a_long_name_is_known_whatever_stands_around_it(read):
    report = read("改造东方农大二期、五眼桥东片、东兴3个农贸市场。记者在东方农大二期看到,工人正在忙碌。")
    assert [mention.surface for mention in report.mentions].count("东方农大二期") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对甲鹤进行整治。", ["甲鹤"]),
        ("年底前完成甲鹤、东兴改造。", ["甲鹤", "东兴"]),
        ("甲鹤公司已经签约。", []),
        ("改造甲鹤花园。", ["甲鹤花园"]),
        ("记者在东方甲鹤湖看到,工人正在忙碌。", ["东方甲鹤湖"]),
    ],
)
def test_a_name_that_is_known_beforehand_needs_no_company(text, expected, lexicon):
    given = {"甲鹤": "market", "东兴": "market", "东方甲鹤湖": "scenic"}
    report = read_report(
        Document("t.txt", text, ""), reference=date(2020, 8, 1), lexicon=lexicon, names=given
    )
    assert [mention.surface for mention in report.mentions] == expected


def test_without_names_given_a_word_without_a_suffix_is_no_place(read):
    assert read("对甲鹤进行整治。").mentions == ()
