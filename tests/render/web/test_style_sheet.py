from geo.io.assets import read_styles
from geo.render.web.style_sheet import custom_properties, family_key


def test_a_category_has_the_family_that_names_it():
    assert family_key(read_styles(), "公园绿化") == "ENV"


def test_an_unknown_category_goes_to_the_last_family():
    style = read_styles()
    assert family_key(style, "没有听说过的类别") == style.families[-1].key


def test_colours_of_the_table_are_custom_properties():
    properties = custom_properties(read_styles())
    assert "--ink: #16212B;" in properties
    assert "--base-zone-line: #34506A;" in properties
