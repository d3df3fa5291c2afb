import datetime as dt
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point
from shapely.affinity import translate

from geo.errors import LayerError
from geo.geocode.checks import Severity, check_district, check_positions, check_sources
from geo.geocode.sources import SourceFrames
from geo.model import Settings

ROADS = "layers/source/roads.geojson"


SETTINGS = Settings("测试区", "410199", "测试市", "EPSG:4547", "r.md", dt.date(2020, 8, 1), ())


def test_the_district_of_the_settings_is_accepted(sources):
    check_district(sources["district"], settings=SETTINGS)


@pytest.mark.parametrize(
    ("other", "complaint"),
    [
        ({"district": "别区"}, 'district.geojson ("410199 测试区"): is not the district of planmap.toml'),
        ({"adcode": "410198"}, "district.adcode and district.name (410198 测试区) there"),
    ],
)
def test_another_district_is_refused(sources, other, complaint):
    with pytest.raises(LayerError) as caught:
        check_district(sources["district"], settings=replace(SETTINGS, **other))
    assert complaint in str(caught.value)


def test_there_is_one_district(sources):
    district = sources["district"]
    for frame in (district.iloc[:0], pd.concat([district, district])):
        with pytest.raises(
            LayerError, match=rf"holds {len(frame)} features; keep the outline of 测试区 alone"
        ):
            check_district(frame, settings=SETTINGS)


def findings(sources, **changed):
    return check_sources(SourceFrames(**{**sources, **changed}), crs="EPSG:4547")


def about(found, text):
    return [(finding.severity, finding.message) for finding in found if text in finding.where]


def moved(sources, place_id, point):
    places = sources["places"].copy()
    places.loc[places["id"] == place_id, "geometry"] = gpd.GeoSeries([point], crs=places.crs).iloc[0]
    return places


def test_a_place_is_told_its_metres_outside(sources):
    found = findings(sources)
    assert about(found, "站前市场") == [
        (Severity.INFO, "lies 100 m outside the district and is drawn, as it is within 300 m")
    ]
    assert [severity for severity, _ in about(found, "远方市场")] == [Severity.FAULT]


def test_a_finding_is_one_line_without_a_remedy_where_there_is_none(sources):
    said = [str(finding) for finding in findings(sources)]
    assert f"info: {ROADS}: R-05 出城路: crosses the district's outline, 4617 m of it lie outside" in said
    assert any(
        line.endswith("outside the district, in 邻区; correct its position or its datum, or take it out")
        for line in said
    )
    assert not any("none" in line or line.endswith("; ") for line in said)


def test_faults_come_first(sources):
    severities = [finding.severity for finding in findings(sources)]
    assert severities == sorted(severities, key=["fault", "warning", "info"].index)


def test_a_road_and_a_zone_that_cross_the_outline_are_right_but_mentioned(sources):
    zones = sources["zones"].assign(geometry=[translate(sources["zones"].geometry.iloc[0], xoff=0.03)])
    found = findings(sources, zones=zones)
    assert about(found, "出城路") == [
        (Severity.INFO, "crosses the district's outline, 4617 m of it lie outside")
    ]
    assert about(found, "Z-01") == [(Severity.INFO, "overlaps the district's outline, 50% of it lie outside")]


def test_null_island_and_swapped_axes_are_faults(sources):
    at_zero = findings(sources, places=moved(sources, "P-01", Point(0, 0)))
    swapped = findings(sources, places=moved(sources, "P-01", Point(34.06, 113.93)))
    assert about(at_zero, "P-01") == [(Severity.FAULT, "lies at 0, 0")]
    assert about(swapped, "P-01") == [(Severity.FAULT, "has latitude and longitude swapped")]


def test_an_id_of_two_layers_is_a_fault(sources):
    roads = sources["roads"].assign(id=["P-01", *sources["roads"]["id"].iloc[1:]])
    found = findings(sources, roads=roads)
    assert [finding.message for finding in found if "its id" in finding.message] == [
        "its id P-01 is also that of layers/source/roads.geojson: P-01 福寿街"
    ]


def test_a_name_of_two_places_is_a_warning_and_of_two_parts_of_a_road_is_none(sources):
    found = findings(sources)
    assert about(found, "P-07") == [
        (Severity.WARNING, "the name 幸福小区 is also that of layers/source/places.geojson: P-08 幸福小区")
    ]
    assert [severity for severity, _ in about(found, "R-02")] == [Severity.INFO]


def test_an_alias_of_two_places_is_a_fault_and_of_two_parts_of_a_road_is_none(sources):
    aliases = sources["places"]["aliases"].where(~sources["places"]["id"].isin(["P-01", "P-10"]), "老地方")
    found = findings(sources, places=sources["places"].assign(aliases=aliases))
    assert (
        Severity.FAULT,
        "the name 老地方 is also that of layers/source/places.geojson: P-10 樱花谷, as an alias",
    ) in about(found, "P-01")


def test_a_name_that_is_located_and_unlocated_is_a_warning(sources):
    extra = pd.DataFrame(
        [{"name": "柳树", "aliases": None, "kind": "village", "within": "柳湾镇", "would_place": "-"}]
    )
    found = findings(sources, unlocated=pd.concat([sources["unlocated"], extra]))
    assert about(found, "unlocated.csv: 柳树") == [
        (Severity.WARNING, "柳树 is located in layers/source/places.geojson: P-02 柳树村")
    ]


def test_an_unlocated_name_in_an_unknown_zone_is_a_warning(sources):
    found = findings(sources, unlocated=sources["unlocated"].assign(within="无此镇"))
    assert {severity for severity, _ in about(found, "unlocated.csv")} == {Severity.WARNING}
    assert not about(findings(sources), "unlocated.csv")


def test_a_drawn_place_in_an_area_that_was_deleted_is_a_warning(sources):
    roads = sources["roads"].copy()
    roads["within"] = "无此镇"
    where = f"{ROADS}: {roads['id'].iloc[0]}"
    assert about(findings(sources, roads=roads), where)[0] == (
        Severity.WARNING,
        "lies within 无此镇, which no layer and no list of names has",
    )


def test_a_build_stops_for_a_place_outside_and_for_an_id_of_two_layers(sources):
    inside = {**sources, "places": sources["places"].query("id != 'P-06'")}
    check_positions(SourceFrames(**inside), crs="EPSG:4547")
    with pytest.raises(
        LayerError, match=r"places\.geojson: P-06 .*outside the district, in 邻区; correct its"
    ):
        check_positions(SourceFrames(**sources), crs="EPSG:4547")
    roads = sources["roads"].assign(id=[*sources["places"]["id"][:1], *sources["roads"]["id"][1:]])
    with pytest.raises(LayerError, match="is also that of"):
        check_positions(SourceFrames(**{**inside, "roads": roads}), crs="EPSG:4547")


def test_the_order_of_rows_changes_no_finding(sources):
    turned = {name: frame.iloc[::-1] for name, frame in sources.items()}
    assert findings(turned) == findings(sources)
