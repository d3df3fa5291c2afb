from __future__ import annotations

from geo.render.qgis.expressions import cases, escaped, family_key, is_one_of, literal


def test_a_quotation_mark_and_a_backslash_stay_what_they_are():
    assert literal("a'b\\n") == "'a''b\\\\n'"


def test_none_of_no_values_holds():
    assert is_one_of('"id"', []) == "FALSE"


def test_without_cases_the_rest_is_taken():
    assert cases({}, otherwise="'x'") == "'x'"


def test_an_unknown_category_falls_to_the_last_family(styles):
    assert family_key(styles).endswith("ELSE 'OTH' END")


def test_markup_in_a_report_is_text():
    assert escaped('"text"') == "replace(replace(coalesce(\"text\", ''), '&', '&amp;'), '<', '&lt;')"
