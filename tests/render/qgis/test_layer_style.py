"""The style of a layer, as QML: what an analyst sees without a click."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from geo import schema
from geo.render.qgis import ProjectHome, layer_style
from geo.render.qgis.task_symbols import SHAPES

LAYERS = (*schema.SOURCE_LAYERS, *schema.DERIVED_LAYERS)
DRAWN = [layer for layer in LAYERS if layer.geometry]
TASKS = [schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS]


@pytest.fixture
def styled(styles, labels):
    """Give the root of a layer's style."""

    def style(layer, **more):
        return ET.fromstring(layer_style(layer, styles=styles, labels=labels, **more))  # noqa: S314 - our own

    return style


def settings_of(symbol_layer):
    return {kept.get("name"): kept.get("value") for kept in symbol_layer.find("Option")}


def rgb(colour):
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))


@pytest.mark.parametrize("layer", DRAWN, ids=lambda layer: layer.name)
def test_no_layer_opens_with_one_symbol_for_all(styled, layer):
    renderer = styled(layer).find("renderer-v2")
    assert renderer.get("type") == "categorizedSymbol"
    categories, symbols = (renderer.findall("categories/category"), renderer.findall("symbols/symbol"))
    assert [kept.get("symbol") for kept in categories] == [kept.get("name") for kept in symbols]
    assert all(kept.get("label") for kept in categories)


@pytest.mark.parametrize("layer", TASKS, ids=lambda layer: layer.name)
def test_a_task_layer_has_every_family_in_its_colour_and_order(styled, styles, layer):
    renderer = styled(layer).find("renderer-v2")
    assert [kept.get("value") for kept in renderer.iter("category")] == [f.key for f in styles.families]
    for family, symbol in zip(styles.families, renderer.findall("symbols/symbol"), strict=True):
        assert rgb(family.colour) in ET.tostring(symbol, encoding="unicode")
    for family in styles.families:
        assert all(f"'{category}'" in renderer.get("attr") for category in family.categories)


def test_every_shape_of_the_style_table_is_drawn(styles):
    assert {family.shape for family in styles.families} == set(SHAPES)


def test_a_point_is_hollow_half_or_solid_and_ringed_on_a_street(styled):
    symbol = styled(schema.TASK_POINTS).find("renderer-v2/symbols/symbol")
    kinds = [layer.get("class") for layer in symbol.findall("layer")]
    assert kinds == ["SimpleMarker"] * 4 + ["FilledMarker", "SimpleMarker", "FontMarker"]
    gradient = next(layer for layer in symbol.iter("layer") if layer.get("class") == "GradientFill")
    assert settings_of(gradient)["stops"].startswith("0.499;91,42,158,0:0.5;91,42,158,255")
    text = ET.tostring(symbol, encoding="unicode")
    assert all(word in text for word in ("'started'", "'done'", "'exact'", "'status'", "'precision'"))


def test_what_not_every_feature_has_is_transparent_in_a_legend(styled):
    for layer in TASKS[:2]:
        for symbol in styled(layer).findall("renderer-v2/symbols/symbol"):
            for part in symbol.findall("layer"):
                shown = part.find(".//Option[@name='enabled']")
                if shown is None or part.get("class") in {"FilledMarker", "MarkerLine"}:
                    continue
                colours = [value for name, value in settings_of(part).items() if "color" in name]
                assert {colour.rsplit(",")[-1] for colour in colours} == {"0"}


def test_an_area_is_dashed_and_hatched_and_has_no_symbol_in_its_middle(styled):
    symbol = styled(schema.TASK_AREAS).find("renderer-v2/symbols/symbol")
    layers = symbol.findall("layer")
    assert [layer.get("class") for layer in layers] == ["LinePatternFill", "SimpleLine", "SimpleLine"]
    assert settings_of(layers[0])["angle"] == "45"
    assert settings_of(layers[-1])["use_custom_dash"] == "1"


def test_sizes_are_pixels_of_the_style_table_in_millimetres(styled, styles):
    symbol = styled(schema.TASK_LINES).find("renderer-v2/symbols/symbol")
    widths = [float(settings_of(part)["line_width"]) for part in symbol.findall("layer")[:-1]]
    assert round(styles.line["task"] * 0.26, 4) in widths


def test_overdue_counts_from_the_day_of_the_project_and_else_from_the_reports(styled, content):
    text = ET.tostring(styled(schema.TASK_POINTS, content=content), encoding="unicode")
    assert "to_date(coalesce(@planmap_as_of, '2022-03-01'))" in text
    assert "now()" not in text


def test_places_where_families_meet_are_neutral(styled, content, styles):
    renderer = styled(schema.TASK_AREAS, content=content).find("renderer-v2")
    assert renderer.get("attr").startswith("CASE WHEN \"place_id\" IN ('P-9') THEN 'MIX'")
    assert rgb(styles.base["mixed"]) in ET.tostring(
        renderer.findall("symbols/symbol")[-1], encoding="unicode"
    )


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_every_column_has_its_chinese_name(styled, labels, layer):
    aliases = {kept.get("field"): kept.get("name") for kept in styled(layer).iter("alias")}
    assert aliases == {name: labels["columns"][name] for name in layer.column_names}


def test_closed_values_show_as_words(styled, labels):
    for layer in LAYERS:
        for field in styled(layer).iter("field"):
            column = next((kept for kept in layer.columns if kept.name == field.get("name")), None)
            if field.find("editWidget") is None or column.allowed in {(), schema.DATUMS}:
                continue
            if column.name == "level":
                continue
            assert field.find("editWidget").get("type") == "ValueMap", (layer.name, column.name)
            pairs = {
                kept.get("value"): kept.get("name") for kept in field.iter("Option") if kept.get("value")
            }
            assert set(pairs) == set(column.allowed)
    status = styled(schema.TASKS).find("fieldConfiguration/field[@name='status']")
    assert {kept.get("name") for kept in status.iter("Option")} >= set(labels["status"].values()) - {"示意"}


def test_the_status_of_limits_is_a_sentence_and_no_closed_value(styled):
    field = styled(schema.ZONES).find("fieldConfiguration/field[@name='status']/editWidget")
    assert field.get("type") == "TextEdit"


def test_dates_have_a_calendar(styled):
    field = styled(schema.TASK_POINTS).find("fieldConfiguration/field[@name='due']/editWidget")
    assert field.get("type") == "DateTime"


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_what_a_build_makes_is_read_only_and_what_is_kept_by_hand_is_not(styled, layer):
    derived = layer in schema.DERIVED_LAYERS
    root = styled(layer)
    assert root.get("readOnly") == ("1" if derived else "0")
    assert {kept.get("editable") for kept in root.find("editable")} == {"0" if derived else "1"}


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_every_column_stands_in_one_tab_of_the_form(styled, layer):
    shown = [field.get("name") for field in styled(layer).iter("attributeEditorField")]
    assert sorted(shown) == sorted(layer.column_names)


def test_a_tip_shows_a_tasks_sentence_as_text(styled):
    tip = styled(schema.TASK_LINES).findtext("mapTip")
    assert '"text"' in tip
    assert "&lt;" in tip
    assert re.findall(r"<(\w+)", re.sub(r"\[%.*?%\]", "", tip)) == ["b", "p", "p"]


def test_names_are_haloed_and_vanish_where_they_have_no_room(styled):
    for layer in (schema.TASK_POINTS, schema.TASK_LINES, schema.TASK_AREAS, schema.PLACES, schema.ROADS):
        root = styled(layer)
        assert root.get("labelsEnabled") == "1"
        assert root.find(".//text-buffer").get("bufferDraw") == "1"
        rendering = root.find(".//rendering")
        assert rendering.get("scaleVisibility") == "1"
        # QGIS writes the smallest scale as scaleMax.
        assert int(rendering.get("scaleMax")) > 10_000


def test_a_zone_with_tasks_of_its_own_is_hatched_and_says_how_many(styled, content):
    root = styled(schema.ZONES, content=content)
    assert "\"id\" IN ('N-1') THEN 'hatched'" in root.find("renderer-v2").get("attr")
    assert "片区级 2 项" in root.find(".//text-style").get("fieldName")


def test_hostile_names_stay_literals(styled, content):
    sly = replace(content, mixed_places=("P'); x",))
    attr = styled(schema.TASK_AREAS, content=sly).find("renderer-v2").get("attr")
    assert "IN ('P''); x')" in attr


def test_the_same_input_gives_the_same_text(styles, labels, content):
    for layer in LAYERS:
        one, other = (layer_style(layer, styles=styles, labels=labels, content=content) for _ in range(2))
        assert one == other


# --- Editing -------------------------------------------------------------------------------------


KEPT = [layer for layer in schema.SOURCE_LAYERS if layer.geometry]


def defaults_of(style):
    return {kept.get("field"): kept.attrib for kept in style.findall("defaults/default")}


@pytest.mark.parametrize("layer", KEPT, ids=lambda layer: layer.name)
def test_each_edit_says_who_and_when(styled, layer):
    defaults = defaults_of(styled(layer))
    assert [defaults[name]["applyOnUpdate"] for name in ("checked_on", "checked_by")] == ["1", "1"]
    assert defaults["checked_on"]["expression"] == "to_date(now())"
    assert "@user_full_name" in defaults["checked_by"]["expression"]


@pytest.mark.parametrize("layer", KEPT, ids=lambda layer: layer.name)
def test_ids_are_unique_and_what_is_required_must_be_given(styled, layer):
    constraints = {kept.get("field"): kept for kept in styled(layer).findall("constraints/constraint")}
    assert set(constraints) == {column.name for column in layer.columns if column.required}
    assert {name: kept.get("constraints") for name, kept in constraints.items() if name == "id"} == {
        "id": "3"
    }


def test_a_new_feature_gets_the_next_id_of_its_layer(styled):
    begins = {layer.name: defaults_of(styled(layer)).get("id") for layer in KEPT}
    assert begins["district"] is begins["neighbours"] is None
    for name, prefix in (("places", "P-"), ("roads", "R-"), ("zones", "A-")):
        assert begins[name]["applyOnUpdate"] == "0"
        assert f"'^{prefix}[0-9]+$'" in begins[name]["expression"]


def test_the_area_of_limits_is_measured_where_a_projected_crs_is_known(styled, content):
    assert "drawn_area_km2" not in defaults_of(styled(schema.ZONES))
    known = replace(content, ground_crs="EPSG:4547")
    area = defaults_of(styled(schema.ZONES, content=known))["drawn_area_km2"]
    assert "'EPSG:4547'" in area["expression"]
    assert area["applyOnUpdate"] == "1"


def test_what_a_build_makes_is_read_only_and_fills_in_nothing(styled):
    made = [styled(layer) for layer in schema.DERIVED_LAYERS]
    tables = [styled(layer, home=ProjectHome.PACKAGE) for layer in LAYERS]
    for style in (*made, *tables):
        assert style.get("readOnly") == "1"
        assert style.find("defaults") is style.find("constraints") is None
        assert {kept.get("editable") for kept in style.findall("editable/field")} == {"0"}
    assert {styled(layer).get("readOnly") for layer in KEPT} == {"0"}
