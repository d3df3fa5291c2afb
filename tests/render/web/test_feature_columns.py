"""Columns as codes: nothing of a cell is lost, and order is kept where ranges need it."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from geo.render.web.feature_columns import MISSING, code_column, utf16_lengths


def said(coded):
    return [coded.texts[code] for code in coded.codes]


def test_each_row_says_what_its_cell_says():
    coded = code_column(pd.Series(["路", None, "街", "路", ""]), name="kind")
    assert said(coded) == ["路", "", "街", "路", ""]
    assert coded.codes[1] == MISSING
    assert coded.codes[4] != MISSING


def test_numbers_stand_in_their_order_and_are_written_as_short_as_they_are():
    coded = code_column(pd.Series([10.0, 2.5, np.nan, -3.0, 1e20]), name="n")
    assert coded.kind == "number"
    assert coded.texts == ("", "-3", "2.5", "10", "1e+20")
    assert said(coded) == ["10", "2.5", "", "-3", "1e+20"]


@pytest.mark.parametrize(
    "days",
    [
        pd.Series([date(2021, 3, 1), None, date(2020, 12, 31)], dtype=object),
        pd.to_datetime(pd.Series(["2021-03-01", None, "2020-12-31"])),
    ],
)
def test_days_stand_in_their_order_without_an_hour(days):
    coded = code_column(days, name="due")
    assert coded.kind == "date"
    assert coded.texts == ("", "2020-12-31", "2021-03-01")


def test_an_hour_is_kept():
    at = pd.to_datetime(pd.Series(["2021-03-01 08:30"]))
    assert said(code_column(at, name="at")) == ["2021-03-01 08:30:00"]


def test_truth_lists_and_mixed_cells_become_texts():
    assert said(code_column(pd.Series([True, False]), name="b")) == ["true", "false"]
    assert said(code_column(pd.Series([["甲", 1], {"乙": None}], dtype=object), name="l")) == [
        '["甲", 1]',
        '{"乙": null}',
    ]
    assert said(code_column(pd.Series(["甲", 2, date(2020, 1, 1)], dtype=object), name="m")) == [
        "甲",
        "2",
        "2020-01-01",
    ]


@pytest.mark.parametrize(("count", "size"), [(255, 1), (256, 2), (65_536, 4)])
def test_codes_are_no_wider_than_they_must_be(count, size):
    coded = code_column(pd.Series([f"{number}" for number in range(count)]), name="id")
    assert coded.codes.itemsize == size
    assert said(coded)[-1] == f"{count - 1}"


def test_a_column_without_any_value_has_one_code():
    assert code_column(pd.Series([None, None], dtype=object), name="x").texts == ("",)


def test_lengths_are_those_of_a_browser():
    assert utf16_lengths(["", "路", "𠮷a", "🚧"]).tolist() == [0, 1, 3, 2]
