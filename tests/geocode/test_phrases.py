import pytest

from geo.geocode.names import normalise_name
from geo.geocode.phrases import Crossing, House, Offset, Pieces, read_phrase


@pytest.mark.parametrize(
    ("name", "roads"),
    [
        ("大同路与德化街交叉口", ("大同路", "德化街")),
        ("大同路×德化街", ("大同路", "德化街")),
        ("大同路和德化街交汇处", ("大同路", "德化街")),
        ("大同路、德化街路口", ("大同路", "德化街")),
        ("一马路陇海东路交叉口", ("一马路", "陇海东路")),
        ("和平路与共和街交叉口", ("和平路", "共和街")),
    ],
)
def test_two_roads_and_a_word_for_their_meeting_are_a_crossing(name, roads):
    assert read_phrase(name) == Crossing(*roads, corner=None)


@pytest.mark.parametrize("name", ["大同路与德化街交叉口东南角", "大同路和德化街交汇处（东南角）"])
def test_the_corner_of_a_crossing_is_kept(name):
    found = read_phrase(normalise_name(name))
    assert isinstance(found, Crossing)
    assert found.corner == "东南角"


@pytest.mark.parametrize(
    "name",
    [
        "丰华街（人民路—金穗大道）",
        "丰华街(人民路-金穗大道段)",
        "丰华街（自人民路至金穗大道）",
        "丰华街从人民路到金穗大道段",
    ],
)
def test_a_road_with_two_ends_is_a_piece(name):
    assert read_phrase(normalise_name(name)) == Pieces("丰华街", (("人民路", "金穗大道"),))


def test_a_road_may_have_several_pieces():
    found = read_phrase(normalise_name("丰华街（人民路—和平路、新飞大道至学院街段）"))
    assert found == Pieces("丰华街", (("人民路", "和平路"), ("新飞大道", "学院街")))
    assert read_phrase("丰华街(人民路—和平路、学院街)") is None


@pytest.mark.parametrize(
    ("name", "base", "direction", "metres"),
    [
        ("航海西路北60米", "航海西路", "北", 60),
        ("大同路与福寿街交叉口北60米", "大同路与福寿街交叉口", "北", 60),
        ("东方大厦以东200米", "东方大厦", "东", 200),
        ("东方大厦东北侧约1.5公里处", "东方大厦", "东北", 1500),
        ("航海西路北60米泵站", "航海西路", "北", 60),
    ],
)
def test_metres_in_a_direction_are_an_offset(name, base, direction, metres):
    assert read_phrase(name) == Offset(base, direction, metres)


@pytest.mark.parametrize("name", ["大同路131号院", "大同路131号", "大同路4-2号楼"])
def test_a_number_in_a_street_is_a_house(name):
    assert read_phrase(name) == House("大同路")


@pytest.mark.parametrize(
    "name", ["和平路", "航海西路", "东方大厦", "37号院", "G107", "柳湾镇", "和平里与幸福村"]
)
def test_a_single_name_is_no_phrase(name):
    assert read_phrase(name) is None
