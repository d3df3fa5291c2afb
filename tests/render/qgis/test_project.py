"""The project as XML: groups, sources, relations, themes, bookmarks, layouts."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from geo import schema
from geo.render.qgis import project_bytes
from geo.render.qgis.layers_tree import DRAWING_ORDER, LISTED


def test_the_same_input_gives_the_same_bytes_and_no_clock(content, settings, styles, labels):
    one, other = (project_bytes(content, settings=settings, styles=styles, labels=labels) for _ in range(2))
    assert one == other
    (entry,) = zipfile.ZipFile(BytesIO(one)).infolist()
    assert (entry.filename, entry.date_time) == ("planmap.qgs", (1980, 1, 1, 0, 0, 0))


def test_the_layers_stand_in_their_groups(project, labels):
    groups = {
        group.get("name"): [layer.get("id").removeprefix("planmap_") for layer in group]
        for group in project.findall("layer-tree-group/layer-tree-group")
    }
    assert list(groups) == ["管理片区", "任务", "道路", "参考"]
    assert groups["任务"] == ["task_points", "task_lines", "task_areas", "tasks", "misses"]
    names = {layer.get("name") for layer in project.findall("layer-tree-group//layer-tree-layer")}
    assert names == {labels["layers"][layer.name] for layer in LISTED}


def test_tasks_are_drawn_over_all_and_frames_are_not_shown(project):
    order = [item.text for item in project.findall("layer-tree-group/custom-order/item")]
    assert order[: len(DRAWING_ORDER)] == [f"planmap_{layer.name}" for layer in DRAWING_ORDER]
    hidden = [
        layer.get("id")
        for layer in project.findall("layer-tree-group//layer-tree-layer")
        if layer.get("checked") == "Qt::Unchecked"
    ]
    assert hidden == ["planmap_sheets"]


def test_derived_layers_come_from_the_package_and_kept_ones_from_their_files(project):
    sources = {layer.findtext("id"): layer.findtext("datasource") for layer in project.iter("maplayer")}
    for layer in LISTED:
        kept = layer in schema.SOURCE_LAYERS
        expected = f"./source/{layer.name}.geojson" if kept else f"./planmap.gpkg|layername={layer.name}"
        assert sources[f"planmap_{layer.name}"] == expected


def test_inside_the_package_every_layer_is_a_table_of_it(stored_project):
    sources = {layer.findtext("datasource") for layer in stored_project.iter("maplayer")}
    assert sources == {f"./planmap.gpkg|layername={layer.name}" for layer in LISTED}


def test_the_project_has_the_districts_crs_and_the_layers_have_degrees(project):
    assert project.findtext("projectCrs/spatialrefsys/authid") == "EPSG:4545"
    codes = {layer.findtext("srs/spatialrefsys/authid") for layer in project.iter("maplayer")}
    assert codes == {"EPSG:4326", None}
    assert all(int(found.text) > 0 for found in project.iter("srsid"))
    assert project.findtext("properties/SpatialRefSys/ProjectionsEnabled") == "1"
    assert project.findtext("properties/Paths/Absolute") == "false"


def test_an_id_is_long_enough_for_qgis_to_keep_it(project):
    assert [found for found in project.iter("maplayer") if len(found.findtext("id")) <= 10] == []


def test_relations_join_columns_that_are_there(project):
    known = {f"planmap_{layer.name}": layer.column_names for layer in LISTED}
    relations = project.findall("relations/relation")
    ends = set()
    for relation in relations:
        pair = relation.find("fieldRef")
        assert pair.get("referencingField") in known[relation.get("referencingLayer")]
        assert pair.get("referencedField") in known[relation.get("referencedLayer")]
        ends.add((relation.get("referencingLayer"), relation.get("referencedLayer")))
    assert ("planmap_task_lines", "planmap_tasks") in ends
    assert ("planmap_task_lines", "planmap_roads") in ends
    assert ("planmap_task_areas", "planmap_places") in ends


def test_a_place_shows_its_tasks_and_a_task_its_places_in_their_forms(project):
    shown = {
        layer.findtext("id"): [
            kept.get("relation") for kept in layer.findall("attributeEditorForm//attributeEditorRelation")
        ]
        for layer in project.iter("maplayer")
    }
    assert shown["planmap_places"] == ["task_points_of_places", "task_areas_of_places"]
    assert shown["planmap_tasks"][:3] == [
        "task_points_of_tasks",
        "task_lines_of_tasks",
        "task_areas_of_tasks",
    ]
    declared = {kept.get("id") for kept in project.findall("relations/relation")}
    assert {name for names in shown.values() for name in names} <= declared


def test_a_theme_a_zone_shows_its_tasks_only(project):
    presets = {kept.get("name"): kept for kept in project.iter("visibility-preset")}
    assert list(presets) == ["全部任务", "片区：北片区", "片区：南片区", "底图"]
    north = presets["片区：北片区"].find("layer[@id='planmap_task_points']")
    points = next(kept for kept in project.iter("maplayer") if kept.findtext("id") == "planmap_task_points")
    style = points.find(f"map-layer-style-manager/map-layer-style[@name='{north.get('style')}']")
    attr = style.find("qgis/renderer-v2").get("attr")
    assert attr.startswith("CASE WHEN NOT \"zone\" IN ('北片区', '老北区') THEN NULL")


def test_every_style_that_a_theme_names_is_there(project):
    styles = {
        layer.findtext("id"): {kept.get("name") for kept in layer.iter("map-layer-style")}
        for layer in project.iter("maplayer")
    }
    for preset in project.iter("visibility-preset"):
        for layer in preset:
            assert layer.get("style") in styles[layer.get("id")]


def test_a_bookmark_a_zone_leads_to_its_frame(project):
    marks = {kept.get("name"): kept for kept in project.findall("Bookmarks/Bookmark")}
    assert list(marks) == ["北片区", "南片区"]
    assert marks["北片区"].get("extent").startswith("POLYGON((108 34.1, 108.1 34.1,")
    assert marks["北片区"].findtext("spatialrefsys/authid") == "EPSG:4326"


def test_the_layouts_have_their_names_and_the_atlas_its_pages(project):
    layouts = {layout.get("name"): layout for layout in project.findall("Layouts/Layout")}
    assert list(layouts) == ["管理片区图", "管理片区图册"]
    district, atlas = (layout.find("Atlas") for layout in layouts.values())
    assert (district.get("enabled"), atlas.get("enabled")) == ("0", "1")
    assert (atlas.get("coverageLayer"), atlas.get("hideCoverage")) == ("planmap_sheets", "1")
    for layout in layouts.values():
        assert layout.find("PageCollection/LayoutItem").get("size") == "420,297,mm"


@pytest.mark.parametrize("name", ["title", "map", "legend", "scale_bar", "north", "footnote", "cell_1"])
def test_a_sheet_has_what_a_sheet_needs(project, name):
    for layout in project.findall("Layouts/Layout"):
        assert [item for item in layout.findall("LayoutItem") if item.get("id") == name]


def test_every_text_of_a_sheet_has_both_forms_of_its_font(project):
    texts = [item for item in project.iter("LayoutItem") if item.get("labelText") is not None]
    assert texts
    for item in texts:
        assert item.find("LabelFont") is not None
        assert item.find("text-style") is not None


def test_a_map_of_a_sheet_has_a_round_scale_that_holds_the_zone(project, content):
    atlas = project.findall("Layouts/Layout")[1]
    scale = atlas.find(
        "LayoutItem[@id='map']//Option[@name='dataDefinedMapScale']/Option[@name='expression']"
    )
    scales = [int(found) for found in re.findall(r"THEN (\d+)", scale.get("value"))]
    assert len(scales) == len(content.zones)
    assert all(found % 1000 == 0 for found in scales)
    west, _, east, _ = content.zones[0].frame
    metres = (east - west) * 111_320 * 0.827  # the cosine of 34.2 degrees
    assert metres * 1000 / scales[0] <= 302


def test_items_do_not_overlap_the_page_and_ids_are_unique(project):
    for layout in project.findall("Layouts/Layout"):
        items = layout.findall("LayoutItem")
        assert len({item.get("uuid") for item in items}) == len(items)
        for item in items:
            x, y, width, height = (
                float(part) for key in ("position", "size") for part in item.get(key).split(",")[:2]
            )
            assert 0 <= x <= x + width <= 420
            assert 0 <= y <= y + height <= 297


def test_nothing_of_another_district_is_in_a_project(project):
    text = ET.tostring(project, encoding="unicode")
    assert "二七" not in text
    assert "郑州" not in text
    assert "4547" not in text
