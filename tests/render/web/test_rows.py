from datetime import UTC, date, datetime

import numpy as np
import pandas as pd

from geo.render.web.rows import rows_of


def test_empty_values_are_left_out():
    table = pd.DataFrame({"a": ["x", None, ""], "b": [1.5, np.nan, None], "c": [pd.NaT, pd.NaT, pd.NaT]})
    assert rows_of(table) == [{"a": "x", "b": 1.5}, {}, {}]


def test_days_are_text_whatever_holds_them():
    day = date(2020, 8, 1)
    stamped = pd.Timestamp(datetime(2020, 8, 1, tzinfo=UTC))
    assert rows_of(pd.DataFrame({"d": [day]})) == [{"d": "2020-08-01"}]
    assert rows_of(pd.DataFrame({"d": [stamped]})) == [{"d": "2020-08-01"}]


def test_only_the_wanted_columns_are_taken_and_missing_ones_are_no_fault():
    assert rows_of(pd.DataFrame({"a": [1], "b": [2]}), ["b", "z"]) == [{"b": 2}]


def test_numbers_and_flags_are_plain():
    [row] = rows_of(pd.DataFrame({"n": np.array([3], dtype="int32"), "f": [True]}))
    assert (type(row["n"]), row["f"]) == (int, True)
