"""What pages call things: labels.toml against what the other rooms hand over."""

import re

import pytest

from geo.extract.categories import UNKNOWN
from geo.io.assets import read_labels, read_lexicon, read_styles, read_translations, web_assets
from geo.model import MissReason, Precision
from geo.render.web.modules import reached_from
from geo.render.web.records import page_labels

WEAK = "weak"
"""Key of suffixes that name a place only beside a proper name; it is no kind."""


def test_every_kind_that_the_reader_finds_has_a_label():
    kinds = set(read_lexicon().words["place_suffixes"]) - {WEAK}
    assert kinds - set(read_labels()["kind"]) == set()


@pytest.mark.parametrize(
    ("kind", "label"), [("junction", "路口"), ("industrial_park", "产业园"), ("hotel", "酒店")]
)
def test_a_kind_is_called_by_its_chinese_name(kind, label):
    assert read_labels()["kind"][kind] == label


@pytest.mark.parametrize(("table", "values"), [("precision", Precision), ("miss_reason", MissReason)])
def test_every_value_of_a_closed_set_has_a_label(table, values):
    assert {value.value for value in values} - set(read_labels()[table]) == set()


NOT_ON_PAGES = {"source_words", "layers", "layer_descriptions", "database", "basis"}
PLACES = re.compile(r"\{(\w+)\}")


def test_every_word_has_one_in_english_and_every_english_word_one_in_chinese():
    chinese, english = read_labels(), read_translations()["en"]
    assert set(english) == set(chinese) - NOT_ON_PAGES | {"family", "category"}
    for table in set(english) - {"family", "category"}:
        assert set(english[table]) == set(chinese[table]), table
    families = read_styles().families
    assert set(english["family"]) == {family.key for family in families}
    assert set(english["category"]) == {category for family in families for category in family.categories} | {
        UNKNOWN
    }


def test_an_english_word_has_the_places_of_the_chinese_one():
    chinese, english = read_labels()["words"], read_translations()["en"]["words"]
    for key, word in english.items():
        for form in word.split("|"):
            assert set(PLACES.findall(form)) == set(PLACES.findall(chinese[key])), key


def test_english_is_written_without_han():
    said = {key: word for words in read_translations()["en"].values() for key, word in words.items()}
    assert [key for key, word in said.items() if re.search("[\u3400-\u9fff]", word)] == [
        "other_language",
        "other_language_short",
    ]


MADE_OF_PARTS = re.compile(r"`(\w*)\$\{[^}]*\}(\w*)`")


def test_a_page_carries_the_words_that_its_scripts_say_and_no_others():
    scripts = "\n".join(reached_from(web_assets(".js"), "main.js", "online_main.js").values())
    named = set(re.findall(r"'(\w+)'", scripts))
    parts = [
        re.compile(f"{before}\\w+{after}")
        for before, after in MADE_OF_PARTS.findall(scripts)
        if before or after
    ]
    carried = set(page_labels(read_labels())["words"])
    assert {key for key in carried - named if not any(part.fullmatch(key) for part in parts)} == set()
    assert said_in(scripts) - carried == set()


def said_in(scripts):
    return set(re.findall(r"\bsay\('(\w+)'", scripts))


def test_a_page_of_features_carries_the_words_that_its_scripts_say():
    scripts = "\n".join(reached_from(web_assets(".js"), "feature_main.js").values())
    carried = set(page_labels(read_labels(), of_features=True)["words"])
    assert said_in(scripts) - carried == set()
    own = {key for key in carried if key.startswith("feature_")}
    assert {key for key in own if f"'{key}'" not in scripts} == set()


def test_words_of_qgis_and_paper_stay_at_home():
    carried = page_labels(read_labels())["words"]
    assert {"layout_title", "theme_all", "form_place", "group_roads", "sheet_north", "page_frames"} & set(
        carried
    ) == set()
