from __future__ import annotations

import pytest

from geo.extract.categories import UNKNOWN, categorise, compile_categories
from geo.io.assets import read_lexicon


def test_the_first_category_of_which_a_word_stands_in_the_text_is_taken():
    table = compile_categories({"整治": ("整治",), "道路": ("道路", "整治")})
    assert categorise("道路整治", table) == "整治"


def test_where_no_word_of_the_table_stands_it_is_another():
    table = compile_categories({"道路": ("道路",)})
    assert categorise("改造", table) == UNKNOWN
    assert categorise("", table) == UNKNOWN
    assert categorise("道路", compile_categories({})) == UNKNOWN


def test_a_particle_between_does_not_hide_a_word():
    assert categorise("道路的整治", compile_categories({"整治": ("道路整治",)})) == "整治"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("长江路控规方案报批", "规划审批"),
        ("推行一网通办", "政务服务"),
        ("新建停车泊位300个", "停车设施"),
        ("建设长江路隧道", "重大工程"),
        ("改造老旧小区12个", "老旧小区改造"),
        ("建设安置房300套", "安置区建设"),
        ("建设5G基站120座", "新基建"),
        ("完成长江路整治", "道路整治"),
        ("建设城东变电站", "市政设施"),
        ("新建口袋公园3个", "公园绿化"),
        ("打通断头路2条", "道路建设"),
        ("改造12个行政村", "乡村整治"),
        ("新建学校3所", UNKNOWN),
    ],
)
def test_the_table_that_comes_with_planmap_tells_what_a_task_is_about(text, category, patterns):
    assert categorise(text, patterns.categories) == category


def test_every_category_has_words_and_none_is_out_of_reach(patterns):
    for category, words in read_lexicon().words["categories"].items():
        assert any(categorise(word, patterns.categories) == category for word in words)
