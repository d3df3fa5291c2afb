from __future__ import annotations

import csv
import datetime as dt
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EncodingError, LayerError, MissingFileError
from geo.io.tables import read_table, table_bytes, table_problems
from geo.schema import MISSES, Column, LayerSchema, Type

SCHEMA = LayerSchema(
    "rows",
    None,
    (
        Column("id", required=True),
        Column("text"),
        Column("count", Type.INTEGER),
        Column("quantity", Type.NUMBER),
        Column("due", Type.DATE),
        Column("landmark", Type.FLAG),
    ),
    "id",
)
HEADER = "id,text,count,quantity,due,landmark"


def table_of(*rows):
    cells = {name: [row.get(name) for row in rows] for name in SCHEMA.column_names}
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in cells.items()})


def read(folder, content):
    path = folder / "rows.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, SCHEMA)


def test_a_table_is_written_for_excel():
    table = table_of(
        {
            "id": "T-02",
            "text": "人民路,一期",
            "count": 3,
            "quantity": 1.5,
            "due": dt.date(2020, 12, 31),
            "landmark": True,
        },
        {"id": "T-01", "text": None, "quantity": 2.0, "landmark": False},
    )
    assert table_bytes(table, SCHEMA).decode("utf-8").split("\n") == [
        f"\ufeff{HEADER}",
        "T-01,,,2,,false",
        'T-02,"人民路,一期",3,1.5,2020-12-31,true',
        "",
    ]


def test_types_come_back_as_the_schema_says(tmp_path):
    table = read(tmp_path, f"{HEADER}\r\nT-1,007,3,1.5,2020-12-31,TRUE\r\nT-2,,,,,\r\n")
    typed = {"count": 3, "quantity": 1.5, "due": dt.date(2020, 12, 31), "landmark": True}
    assert table.iloc[0].to_dict() == {"id": "T-1", "text": "007"} | typed
    assert table.iloc[1][["text", "count", "due", "landmark"]].tolist() == [None, None, None, None]
    assert table["quantity"].isna().tolist() == [False, True]


texts = st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
rows = st.fixed_dictionaries(
    {
        "text": texts,
        "count": st.none() | st.integers(-(10**15), 10**15),
        "quantity": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "due": st.none() | st.dates(min_value=dt.date(1000, 1, 1)),
        "landmark": st.none() | st.booleans(),
    }
)


@given(st.lists(rows, max_size=5))
def test_what_is_written_comes_back(tmp_path_factory, given):
    table = table_of(*({"id": f"T-{number}"} | row for number, row in enumerate(given)))
    written = table_bytes(table, SCHEMA)
    back = read(tmp_path_factory.mktemp("table"), written)
    plain = back.astype(object).where(back.notna(), None)
    assert plain.to_dict("records") == table.to_dict("records")
    assert table_bytes(back, SCHEMA) == written


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 371", "-5米", "@某", "\t=1", "'=1", "''=1", "'二七", "=HYPERLINK(1)"]
)
def test_no_text_is_a_formula_and_each_comes_back(tmp_path, text):
    written = table_bytes(table_of({"id": "T-1", "text": text}), SCHEMA)
    (_, row) = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert row[1][0] not in "=+-@\t\r"
    assert read(tmp_path, written)["text"].tolist() == [text]


def test_a_negative_number_is_no_formula():
    assert b"T-1,,-3,-1.5,," in table_bytes(table_of({"id": "T-1", "count": -3, "quantity": -1.5}), SCHEMA)


def test_a_table_without_an_id_keeps_its_order(tmp_path):
    row = {"task_id": "T-2", "name": "宜华环路", "kind": "road", "zone": "二七新区", "reason": "unknown_name",
           "would_place": "坐标", "text_start": 5, "text_end": 9}  # fmt: skip
    misses = pd.DataFrame([row, row | {"task_id": "T-1"}]).reindex(columns=MISSES.column_names)
    path = tmp_path / "misses.csv"
    path.write_bytes(table_bytes(misses, MISSES))
    assert read_table(path, MISSES)["task_id"].tolist() == ["T-2", "T-1"]


def test_a_table_without_rows_keeps_its_columns(tmp_path):
    written = table_bytes(table_of(), SCHEMA)
    assert written.decode("utf-8-sig") == f"{HEADER}\n"
    assert list(read(tmp_path, written).columns) == list(SCHEMA.column_names)


def test_a_table_that_breaks_its_schema_is_not_written():
    with pytest.raises(LayerError, match=r"rows\.csv: row 2: id is empty"):
        table_bytes(table_of({"text": "x"}), SCHEMA)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "is empty"),
        ("id,text,id\nT-1,a,b\n", 'rows.csv ("id"): column stands twice'),
        (f"{HEADER}\nT-1,a,3\n", 'row 2 ("T-1"): has 3 cells, the header has 6; put texts with a comma'),
        (f'{HEADER}\nT-1,"a"b,,,,\n', "is no CSV"),
        ("id,text\nT-1,a\n", 'rows.csv ("count"): column is missing'),
        (f"{HEADER}\n".replace(",", ";"), "has semicolons between its cells, not commas; save it from Excel"),
        (f"{HEADER}\n".replace(",", "\t"), "has tabs between its cells"),
        (f"{HEADER}\nT-1,,三,,,\n", 'row 2 T-1 ("三"): count is not a whole number'),
        (f"{HEADER}\nT-1,,1.0,,,\n", "count is not a whole number"),
        (f"{HEADER}\nT-1,,,nan,,\n", 'row 2 T-1 ("nan"): quantity is not a number'),
        (f"{HEADER}\nT-1,,,1_000,,\n", "quantity is not a number"),
        (
            f"{HEADER}\nT-1,,,,2020/12/31,\n",
            'row 2 T-1 ("2020/12/31"): due is not a date; write it like 2020-08-01',
        ),
        (f"{HEADER}\nT-1,,,,,是\n", 'row 2 T-1 ("是"): landmark is not true or false'),
        (f"{HEADER}\nT-1,,,,,\nT-1,,,,,\n", 'row 3 T-1 ("T-1"): id stands twice'),
    ],
)
def test_what_is_wrong_is_named_with_row_and_value(tmp_path, content, complaint):
    with pytest.raises(LayerError) as caught:
        read(tmp_path, content)
    assert complaint in str(caught.value)
    assert table_problems(tmp_path / "rows.csv", SCHEMA)[0] in str(caught.value)


@pytest.mark.parametrize("header", [f"sep=,\n{HEADER}", HEADER.replace(",", " , ")])
def test_a_hint_for_excel_and_blanks_in_the_header_do_not_matter(tmp_path, header):
    assert list(read(tmp_path, f"{header}\nT-1,a,3,,,\n").columns) == HEADER.split(",")


def test_a_table_from_chinese_excel_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(EncodingError, match=r'is not UTF-8 at byte 40; save it from Excel as "CSV UTF-8"'):
        read(tmp_path, f"{HEADER}\nT-1,人民路,,,,\n".encode("gbk"))


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(MissingFileError, match=r"none\.csv: is not there"):
        read_table(tmp_path / "none.csv", SCHEMA)
    assert "is not there" in table_problems(tmp_path / "none.csv", SCHEMA)[0]
