from __future__ import annotations

import re

import pytest

from geo.errors import SettingsError
from geo.io import assets
from geo.io.assets import leaflet_script, leaflet_style, read_labels, read_lexicon, read_styles, web_assets
from geo.schema import DERIVED_LAYERS, MISS_REASONS, PLACED, PRECISIONS, SOURCE_LAYERS, STATUSES

STYLES = """
[[family]]
key = "ROD"
label = "道路交通"
categories = ["道路建设"]
colour = "#BA5A2E"
label_colour = "#864121"
shape = "diamond"

[[family]]
key = "OTH"
label = "其他"
categories = []
colour = "#65727D"
label_colour = "#47545F"
shape = "dot"

[interface]
ink = "#16212B"

[base]
zone = "#FFFFFF"

[line]
symbol = 20
"""


def saved(folder, text, name="styles.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# --- What ships ----------------------------------------------------------------------------------


def test_the_lexicon_that_ships_is_read():
    words = read_lexicon().words
    assert "路" in words["place_suffixes"]["road"]


def test_the_style_table_that_ships_is_read_and_ends_with_the_family_of_all_others():
    families = read_styles().families
    assert families[-1].categories == ()
    assert len({family.key for family in families}) == len(families)
    assert len({(family.colour, family.shape) for family in families}) == len(families)


def test_every_column_has_a_label():
    columns = {name for schema in (*SOURCE_LAYERS, *DERIVED_LAYERS) for name in schema.column_names}
    assert sorted(columns - set(read_labels()["columns"])) == []


@pytest.mark.parametrize("table", ["layers", "layer_descriptions"])
def test_every_layer_has_a_label_of_its_own(table):
    labels = read_labels()[table]
    assert set(labels) == {schema.name for schema in (*SOURCE_LAYERS, *DERIVED_LAYERS)}
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize(
    ("table", "values"),
    [("status", STATUSES), ("precision", PRECISIONS), ("placed", PLACED), ("miss_reason", MISS_REASONS)],
)
def test_every_value_has_a_label(table, values):
    assert sorted(set(values) - set(read_labels()[table])) == []


def test_leaflet_needs_no_other_file():
    assert "sourceMappingURL" not in leaflet_script()
    assert "L.map" in leaflet_script() or "Map" in leaflet_script()
    addresses = re.findall(r"url\(([^)]*)\)", leaflet_style())
    assert all(address.startswith(("data:image/png;base64,", "#")) for address in addresses)


def test_our_scripts_and_style_sheets_come_by_name_in_order(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "ASSETS", tmp_path)
    (tmp_path / "web").mkdir()
    for name in ("page.css", "map.css", "page.js"):
        saved(tmp_path / "web", f"/* 图例 {name} */", name)
    assert list(web_assets(".css").items()) == [
        ("map.css", "/* 图例 map.css */"),
        ("page.css", "/* 图例 page.css */"),
    ]
    assert list(web_assets(".js")) == ["page.js"]


# --- What is wrong -------------------------------------------------------------------------------


def test_a_style_table_is_read_in_its_order(tmp_path):
    styles = read_styles(saved(tmp_path, STYLES))
    assert [family.key for family in styles.families] == ["ROD", "OTH"]
    assert styles.families[0].categories == ("道路建设",)
    assert (styles.interface, styles.base, styles.line) == (
        {"ink": "#16212B"},
        {"zone": "#FFFFFF"},
        {"symbol": 20.0},
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[base]", "[base", "styles.toml: is no TOML"),
        ("[line]\nsymbol = 20", "", "the file line: is missing"),
        ("[line]", "[extra]\n\n[line]", "the file extra: is unknown"),
        ('shape = "dot"', "", "[[family]] shape: is missing"),
        ('shape = "dot"', 'shape = "dot"\nsize = 3', "[[family]] size: is unknown"),
        ('shape = "dot"', "shape = 3", '[[family]] shape ("3"): is no text'),
        ('["道路建设"]', '"道路建设"', '[[family]] categories ("道路建设"): is no list of texts'),
        ("categories = []", 'categories = ["道路建设"]', '("道路建设"): category stands in ROD and in OTH'),
        ('"#BA5A2E"', '"red"', 'ROD colour ("red"): is no colour; write it like #164E78'),
        ('"#16212B"', '"#123"', 'ink ("#123"): is no colour'),
        ("symbol = 20", 'symbol = "20"', '[line] symbol ("20"): is no number'),
        ("symbol = 20", "symbol = true", "is no number"),
        ("ink = ", "ink = 5\npaper = ", '[interface] ink ("5"): is no text'),
    ],
)
def test_a_broken_style_table_is_named_with_its_key(tmp_path, old, new, complaint):
    assert old in STYLES
    with pytest.raises(SettingsError) as caught:
        read_styles(saved(tmp_path, STYLES.replace(old, new)))
    assert complaint in str(caught.value)


def test_a_style_table_without_families_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"\[\[family\]\]: holds no family"):
        read_styles(saved(tmp_path, "family = []\n" + STYLES[STYLES.index("[interface]") :]))


@pytest.mark.parametrize("text", ["road = '路'", "road = [1]", "road = ['']", "[road]\na = ['路']"])
def test_a_broken_lexicon_is_named(tmp_path, text):
    saved(tmp_path, text, "places.toml")
    with pytest.raises(SettingsError, match=r"places\.toml: road: is no list of texts"):
        read_lexicon(tmp_path)


def test_a_lexicon_is_read_by_file_and_key(tmp_path):
    saved(tmp_path, "road = ['路', '街']", "places.toml")
    saved(tmp_path, "not a word", "README.md")
    assert read_lexicon(tmp_path).words == {"places": {"road": ("路", "街")}}


def test_a_broken_label_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"\[columns\] due .*is no text"):
        read_labels(saved(tmp_path, "[columns]\ndue = 3", "labels.toml"))
    with pytest.raises(SettingsError, match=r"due .*is no table"):
        read_labels(saved(tmp_path, "due = '期限'", "labels.toml"))


def test_an_asset_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "labels.toml"
    path.write_bytes("[columns]\ndue = '期限'".encode("gbk"))
    with pytest.raises(SettingsError, match="is not UTF-8 at byte"):
        read_labels(path)
