"""Which colour a feature gets, and what the legend calls it."""

import pandas as pd
import pytest

from geo.errors import LayerError
from geo.io.assets import read_styles
from geo.render.web.feature_classes import classes_of, column_for_colour
from geo.render.web.feature_columns import code_column

STYLE = read_styles()


def columns(**given):
    return [code_column(pd.Series(cells), name=name) for name, cells in given.items()]


def test_the_column_that_is_asked_for_wins_over_the_usual_one():
    both = columns(category=["道路整治"], kind=["路"])
    assert column_for_colour(both, wanted="kind", where="t").name == "kind"
    assert column_for_colour(both, wanted=None, where="t").name == "category"


def test_without_the_usual_one_the_first_with_few_texts_is_taken():
    some = columns(name=[f"{i}" for i in range(99)], same=["一"] * 99, zone=["东", "西", "南"] * 33)
    assert column_for_colour(some, wanted=None, where="t").name == "zone"
    assert column_for_colour(columns(n=[1.0, 2.0]), wanted=None, where="t") is None


def test_what_differs_from_row_to_row_tells_no_groups_apart():
    aliases = ["甲", "乙", "丙", *[None] * 16]
    ids = columns(id=[f"R-{i:02}" for i in range(19)], aliases=aliases, kind=["路"] * 18 + ["隧道"])
    assert column_for_colour(ids, wanted=None, where="t").name == "kind"


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(LayerError, match=r'"kind".*has no column; take one of zone'):
        column_for_colour(columns(zone=["东"]), wanted="kind", where="t")


def test_known_categories_have_the_families_of_the_style_table():
    [column] = columns(category=["公园绿化", "道路整治", "没有听说过", None])
    made = classes_of(column, STYLE)
    families = [made["classes"][index]["family"] for index in made["classOf"]]
    assert families == [STYLE.families[-1].key, "ENV", "ROD", STYLE.families[-1].key]


def test_the_commonest_values_have_a_look_each_and_the_rest_share_one():
    count = len(STYLE.families)
    [column] = columns(kind=[f"值{i:02}" for i in range(20) for _ in range(20 - i)])
    made = classes_of(column, STYLE)
    assert [each["label"] for each in made["classes"]] == [*(f"值{i:02}" for i in range(count - 1)), None]
    assert made["classOf"][1 : count + 2] == [*range(count - 1), count - 1, count - 1]
    assert len(made["classOf"]) == len(column.texts)
