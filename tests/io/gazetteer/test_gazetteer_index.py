from __future__ import annotations

import shutil
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import LayerError
from geo.geocode.names import normalise_name
from geo.io.gazetteer import CloseName, GazetteerIndex, GazetteerIndexes, ImportOptions, import_places
from geo.io.gazetteer.index import within_one_edit

ERQI = (113.5, 34.6, 113.8, 34.9)
ELSEWHERE = (110.0, 30.0, 111.0, 31.0)


@pytest.fixture
def index_of(tmp_path):
    """Index names at one place in the district; a name with an @ lies elsewhere."""
    opened = []

    def make(*names, file="names.csv"):
        lonlats = {True: "110.5,30.5", False: "113.66,34.75"}
        rows = [f"{name.rstrip('@')},{lonlats[name.endswith('@')]}" for name in names]
        source = tmp_path / file
        source.write_text("\n".join(("name,lon,lat", *rows)) + "\n", encoding="utf-8")
        report = import_places(
            source, tmp_path / "indexes", options=ImportOptions(datum="wgs84"), normalise=normalise_name
        )
        opened.append(GazetteerIndex(report.path))
        return opened[-1]

    yield make
    for index in opened:
        index.close_file()


def close(index, name, **more):
    return [other.name for other in index.close(name, **more)]


# --- Exact ---------------------------------------------------------------------------------------


def test_all_places_of_a_name_are_found_in_the_order_of_the_file(index_of):
    index = index_of("人民路", "二七塔", "人民路")
    assert [place.id for place in index.exact("人民路")] == ["names.csv#row 2", "names.csv#row 4"]
    assert index.exact("人民") == ()


def test_a_name_is_found_however_it_was_written(index_of):
    index = index_of("“公园１８７２”")
    (place,) = index.exact(normalise_name("公园1872"))
    assert place.name == "“公园１８７２”"
    assert index.names_within(ERQI) == {"公园1872"}


def test_a_homonym_outside_the_rectangle_is_not_found(index_of):
    index = index_of("飞翔路@", "飞翔路")
    assert [place.id for place in index.exact("飞翔路", bounds=ERQI)] == ["names.csv#row 3"]
    assert [place.id for place in index.exact("飞翔路", bounds=ELSEWHERE)] == ["names.csv#row 2"]


# --- Close ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("飞翔路", "飞祥路"),
        ("兴盛路", "兴盛街"),
        ("西四环", "西四环路"),
        ("中原西路", "中原路"),
        ("王庄", "小王庄"),
    ],
)
def test_a_name_that_is_one_character_apart_is_close(index_of, name, other):
    assert close(index_of(other, "大同路"), name) == [other]


def test_names_of_two_characters_are_not_close_because_they_share_one(index_of):
    assert close(index_of("王庄", "李庄"), "张庄") == []


def test_names_that_sound_alike_come_first(index_of):
    index = index_of("飞扬路", "飞祥路", "非详录")
    assert index.close("飞翔路") == (
        CloseName("非详录", same_sound=True),
        CloseName("飞祥路", same_sound=True),
        CloseName("飞扬路", same_sound=False),
    )


@pytest.mark.parametrize("letters", ["feixianglu", "FeiXiangLu", "fxl", "FXL"])
def test_letters_are_read_as_a_sound_or_as_initials(index_of, letters):
    assert close(index_of("飞翔路", "大同路"), letters) == ["飞翔路"]


def test_a_name_that_contains_the_whole_name_is_close(index_of):
    assert close(index_of("二七世贸商城", "百荣世贸商城", "商城路"), "世贸商城") == [
        "二七世贸商城",
        "百荣世贸商城",
    ]


def test_a_piece_of_two_characters_is_found_in_names(index_of):
    index = index_of("世贸商城", "商贸城", "商城路", "A座 1号")
    assert index.containing("商城") == ["世贸商城", "商城路"]
    assert index.containing("a座") == []
    assert index.containing("A座") == ["A座1号"]
    assert index.containing("城") == index.containing('"') == index.containing('""') == []


def test_only_names_of_the_district_are_offered(index_of):
    index = index_of("飞祥路@", "飞扬路")
    assert close(index, "飞翔路", bounds=ERQI) == ["飞扬路"]
    assert close(index, "飞翔路", bounds=ELSEWHERE) == ["飞祥路"]


def test_no_more_than_twenty_names_are_offered(index_of):
    assert len(close(index_of(*(f"{chr(0x4E00 + number)}祥路" for number in range(50))), "飞祥路")) == 20


names = st.text(alphabet="二七塔路人民飞翔祥A1", min_size=1, max_size=6)


@settings(max_examples=20, deadline=None)
@given(
    known=st.lists(names, min_size=1, max_size=8),
    asked=names,
    where=st.integers(0, 6),
    letter=st.sampled_from("路翔祥"),
)
def test_whatever_is_one_edit_apart_is_offered(tmp_path_factory, known, asked, where, letter):
    folder = tmp_path_factory.mktemp("index")
    changed = asked[:where] + letter + asked[where + 1 :]
    source = folder / "a.csv"
    rows = [f"{name},113.66,34.75" for name in (*known, changed)]
    source.write_text("\n".join(("name,lon,lat", *rows)), encoding="utf-8")
    report = import_places(source, folder, options=ImportOptions(datum="wgs84"), normalise=str)
    with GazetteerIndex(report.path) as index:
        offered = close(index, asked)
    long_enough = [
        name for name in (*known, changed) if len(name) > 2 and (len(asked) > 2 or len(name) > len(asked))
    ]
    expected = {name for name in long_enough if name != asked and within_one_edit(asked, name)}
    assert expected <= set(offered)
    assert asked not in offered


# --- Files ---------------------------------------------------------------------------------------


def test_several_indexes_answer_as_one(index_of):
    paths = [index_of("飞翔路", file="a.csv").path, index_of("飞翔路", "飞祥路", file="b.csv").path]
    indexes = GazetteerIndexes(paths)
    assert [place.id for place in indexes.exact("飞翔路")] == ["a.csv#row 2", "b.csv#row 2"]
    assert [other.name for other in indexes.close("飞翔路")] == ["飞祥路"]
    nothing = GazetteerIndexes([])
    assert nothing.exact("飞翔路") == nothing.close("飞翔路") == ()


def test_a_file_that_is_no_index_is_refused_with_what_to_do(tmp_path, index_of):
    broken = tmp_path / "a.sqlite"
    broken.write_text("no database", encoding="utf-8")
    with pytest.raises(LayerError, match=r"a\.sqlite: cannot be read: .*; import the file again"):
        GazetteerIndex(broken)
    with pytest.raises(LayerError, match="cannot be read"):
        GazetteerIndex(tmp_path / "nowhere.sqlite")
    other = tmp_path / "b.sqlite"
    shutil.copyfile(index_of("二七塔").path, other)
    database = sqlite3.connect(other)
    database.execute("UPDATE about SET value = '0' WHERE key = 'format'")
    database.commit()
    database.close()
    with pytest.raises(LayerError, match="it has format 0, not 1"):
        GazetteerIndex(other)
