from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from geo.errors import MissingFileError, SettingsError
from geo.model import BaseProvider, Datum, OnlineBase, ProvidedBase, ZoneSetting
from geo.workspace import load_workspace, read_settings

GOOD = """
[district]
name = "金水区"
adcode = "410105"
city = "郑州市"
crs = "EPSG:4547"

[report]
path = "reports/2024.md"
date = 2024-03-01

[[zones]]
id = "kexuegu"
name = "金水科学谷"
aliases = ["科学谷"]

[[zones]]
id = "offices"
name = "金水区"
title = "全区部门"
"""


def read(text):
    return read_settings(text.encode(), where="planmap.toml")


def test_a_workspace_knows_its_settings_and_its_paths(tmp_path):
    (tmp_path / "planmap.toml").write_text(GOOD, encoding="utf-8")
    workspace = load_workspace(tmp_path)
    assert workspace.settings.district == "金水区"
    assert workspace.settings.report_date == dt.date(2024, 3, 1)
    assert workspace.settings.zones == (
        ZoneSetting("kexuegu", "金水科学谷", "金水科学谷", ("科学谷",)),
        ZoneSetting("offices", "金水区", "全区部门"),
    )
    assert workspace.report == tmp_path / "reports" / "2024.md"
    assert workspace.source_layer("places") == tmp_path / "layers" / "source" / "places.geojson"
    assert workspace.source_table("unlocated") == tmp_path / "layers" / "source" / "unlocated.csv"
    assert workspace.layer("task_points") == tmp_path / "layers" / "task_points.geojson"
    assert workspace.table("tasks") == tmp_path / "layers" / "tasks.csv"
    assert workspace.page("offices") == tmp_path / "maps" / "offices.html"
    assert workspace.index == tmp_path / "maps" / "index.html"


def test_the_kept_files_are_listed_in_order(tmp_path):
    (tmp_path / "planmap.toml").write_text(GOOD, encoding="utf-8")
    source = tmp_path / "layers" / "source"
    source.mkdir(parents=True)
    for name in ("zones.geojson", "places.geojson", "unlocated.csv"):
        (source / name).touch()
    workspace = load_workspace(tmp_path)
    assert [workspace.name_of(path) for path in workspace.source_files()] == [
        "planmap.toml",
        "layers/source/places.geojson",
        "layers/source/unlocated.csv",
        "layers/source/zones.geojson",
    ]


@pytest.mark.parametrize("folder", ["", "absent", "planmap.toml/x"])
def test_a_folder_without_planmap_toml_is_no_workspace(tmp_path, folder):
    (tmp_path / "planmap.toml.bak").touch()
    with pytest.raises(
        MissingFileError, match=r"planmap\.toml: is not there; name a workspace: a folder with planmap\.toml"
    ):
        load_workspace(tmp_path / folder)


def test_a_quoted_date_is_a_date():
    assert read(GOOD.replace("2024-03-01", '"2024-03-01"')).report_date == dt.date(2024, 3, 1)


def test_a_byte_order_mark_does_not_matter():
    assert read("\ufeff" + GOOD).adcode == "410105"


def test_a_district_may_have_no_zones_yet():
    assert read(GOOD.partition("[[zones]]")[0]).zones == ()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[district]", "[district", "is no TOML"),
        ("[report]", "[reports]", "reports: key is unknown"),
        ('city = "郑州市"\n', "", "district.city: key is missing"),
        ('city = "郑州市"', "town = 1", "district.town: key is unknown"),
        ('city = "郑州市"', "city = 5", 'district.city ("5"): is no text'),
        ('city = "郑州市"', 'city = " "', "district.city"),
        ('"410105"', "410105", 'district.adcode ("410105"): is no text'),
        ('"410105"', '"41010"', 'district.adcode ("41010"): is not of its form'),
        ('"410105"', '"４１０１０５"', "district.adcode"),
        ('"EPSG:4547"', '"4547"', 'district.crs ("4547"): is not of its form; write it like "EPSG:4547"'),
        ("2024-03-01", '"2024年3月"', 'report.date ("2024年3月"): is no date; write it like 2020-08-01'),
        ("2024-03-01", '"2024-02-30"', 'report.date ("2024-02-30"): is no date'),
        ("2024-03-01", "2024-03-01T08:00:00", "report.date"),
        ("2024-03-01", "20240301", "report.date"),
        ("2024-03-01", "0001-01-01", 'report.date ("0001-01-01"): is no date of a report; write one'),
        ("2024-03-01", "9999-12-31", "is no date of a report"),
        ("reports/2024.md", "reports/\\u0000.md", "holds a control character"),
        ('city = "郑州市"', f"city = {'[' * 5000}", "planmap.toml: is nested too deep"),
        ("reports/2024.md", "reports\\\\2024.md", "report.path"),
        ('id = "offices"', 'id = "Kexuegu"', 'zones.id ("kexuegu"): stands for two zones'),
        ('id = "offices"', 'id = "a/b"', 'zones[2].id ("a/b"): is not of its form'),
        ('id = "offices"', 'id = "index"', 'zones[2].id ("index"): is a reserved file name'),
        ('id = "offices"', 'id = "CON"', "is a reserved file name"),
        ('id = "offices"\n', "", "zones[2].id: key is missing"),
        ('title = "全区部门"', 'aliases = ["科学谷"]', 'zones.name and zones.aliases ("科学谷")'),
        ('title = "全区部门"', 'aliases = "科学谷"', "zones[2].aliases"),
        ('title = "全区部门"', 'colour = "red"', "zones[2].colour: key is unknown"),
    ],
)
def test_what_is_wrong_is_named_with_key_and_value(old, new, complaint):
    assert old in GOOD
    with pytest.raises(SettingsError) as caught:
        read(GOOD.replace(old, new))
    assert str(caught.value).startswith("planmap.toml: ")
    assert complaint in str(caught.value)


def test_a_folder_in_place_of_the_settings_is_named(tmp_path):
    (tmp_path / "planmap.toml").mkdir()
    with pytest.raises(SettingsError, match=r"planmap\.toml: cannot be read: .*; make it a file"):
        load_workspace(tmp_path)


def test_a_path_that_leads_nowhere_has_a_name_all_the_same(tmp_path):
    (tmp_path / "planmap.toml").write_text(GOOD, encoding="utf-8")
    workspace = load_workspace(tmp_path)
    assert workspace.name_of(tmp_path / "reports" / ".." / "a.md") == "a.md"
    assert workspace.name_of(tmp_path / ("x" * 5000)).endswith("xxx")


@pytest.mark.parametrize("table", ["[district]", "[report]"])
def test_a_missing_table_is_named_with_its_keys(table):
    name = table.strip("[]")
    start = GOOD.index(table)
    end = GOOD.index("\n\n", start)
    with pytest.raises(SettingsError, match=f"{name}: table is missing; add \\[{name}\\] with"):
        read(GOOD[:start] + GOOD[end:])


def test_zones_are_a_list_of_tables():
    with pytest.raises(SettingsError, match="zones: is no list of tables"):
        read('zones = "all"\n' + GOOD.partition("[[zones]]")[0])


def test_a_file_in_another_encoding_is_named():
    with pytest.raises(SettingsError, match="is not UTF-8 at byte"):
        read_settings(GOOD.encode("gb18030"), where="planmap.toml")


@pytest.mark.parametrize("module", ["geo.workspace", "geo.io.outputs", "geo.io.build_state"])
def test_what_a_build_without_changes_needs_is_light(module):
    heavy = {"pandas", "geopandas", "fiona", "pyogrio", "shapely", "folium"}
    program = f"import sys, {module}; print(*sorted({heavy!r} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert result.stdout.split() == []


# --- Online bases --------------------------------------------------------------------------------

OWN_BASE = """
[[base_maps]]
id = "ours"
name = "市测绘院"
url = "https://t{s}.tiles.example:8443/wmts/{TileMatrix}/{TileRow}/{TileCol}.png?tk={key}"
labels_url = "https://t{s}.tiles.example/labels/{z}/{x}/{-y}.png"
subdomains = ["a", "b"]
datum = "gcj02"
max_zoom = 17
attribution = "© 某市测绘院"
key = "geheim&1"
"""


def test_a_workspace_has_no_online_base_unless_it_names_one():
    assert read(GOOD).base_maps == ()
    assert load_workspace(Path(__file__).parents[1]).settings.base_maps == ()


def test_a_known_base_needs_its_name_and_maybe_a_key():
    given = '[[base_maps]]\nprovider = "tianditu_imagery"\nkey = "geheim"\n[[base_maps]]\nprovider = "osm"\n'
    assert read(GOOD + given).base_maps == (
        ProvidedBase(BaseProvider.TIANDITU_IMAGERY, "geheim"),
        ProvidedBase(BaseProvider.OSM),
    )


def test_a_base_of_ones_own_states_address_and_datum():
    [base] = read(GOOD + OWN_BASE).base_maps
    assert base == OnlineBase(
        "ours",
        "市测绘院",
        Datum.GCJ02,
        (
            "https://t{s}.tiles.example:8443/wmts/{z}/{y}/{x}.png?tk=geheim%261",
            "https://t{s}.tiles.example/labels/{z}/{x}/{-y}.png",
        ),
        subdomains=("a", "b"),
        max_zoom=17,
        attribution="© 某市测绘院",
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("[[base_maps]]", "[base_maps]", "base_maps: is no list of tables"),
        ('id = "ours"', 'provider = "google"', 'base_maps[1].provider ("google"): is not known; known are'),
        ('id = "ours"', 'provider = "amap"', "base_maps[1].name: key is unknown"),
        ('datum = "gcj02"\n', "", "base_maps[1].datum: key is missing"),
        ('"gcj02"', '"mars"', 'base_maps[1].datum ("mars"): is not known; say in what the tiles are drawn'),
        ("https://t{s}.tiles.example:8443", "ftp://tiles.example", "base_maps[1].url: is no address"),
        ("https://t{s}.tiles.example:8443", "https://me:pw@tiles.example", "base_maps[1].url: is no address"),
        ("https://t{s}.tiles.example:8443", "https://a;b", "base_maps[1].url: is no address"),
        ("/{TileRow}", "", "base_maps[1].url: lacks a placeholder or has an unknown one"),
        ("/{TileRow}", "/{row}", "base_maps[1].url: lacks a placeholder or has an unknown one"),
        ("/{-y}", "/{y}/{-y}", "base_maps[1].labels_url: lacks a placeholder"),
        ('subdomains = ["a", "b"]\n', "", "base_maps[1].url: and subdomains do not fit together"),
        ('["a", "b"]', '["a b"]', "base_maps[1].subdomains"),
        ("max_zoom = 17", "max_zoom = 0", 'base_maps[1].max_zoom ("0"): is no zoom'),
        ("max_zoom = 17", "max_zoom = true", "base_maps[1].max_zoom"),
        ('key = "geheim&1"', "", "base_maps[1].key: key is missing"),
        ("?tk={key}", "", "base_maps[1].key: is in no address"),
        ("https://t{s}.tiles.example:8443", "https://", "base_maps[1].url: is no address"),
        ('key = "geheim&1"', "key = 7", "base_maps[1].key: is no text"),
        ('id = "ours"', 'id = "a b"', 'base_maps[1].id ("a b"): is not of its form'),
        ('key = "geheim&1"', 'colour = "red"', "base_maps[1].colour: key is unknown"),
    ],
)
def test_what_is_wrong_with_a_base_is_named_and_no_key_is_repeated(old, new, complaint):
    assert old in OWN_BASE
    with pytest.raises(SettingsError) as caught:
        read(GOOD + OWN_BASE.replace(old, new, 1))
    assert str(caught.value).startswith("planmap.toml: base_maps")
    assert complaint in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_two_bases_of_one_id_are_refused():
    with pytest.raises(SettingsError, match="stands for two bases; give each base map its own"):
        read(GOOD + 2 * '[[base_maps]]\nprovider = "osm"\n')


def test_settings_do_not_show_a_key():
    given = OWN_BASE + '[[base_maps]]\nprovider = "tianditu_vector"\nkey = "geheim2"\n'
    assert "geheim" not in repr(read(GOOD + given))
