"""The names that carry the tasks of the real report, against this workspace's own source layers."""

import pytest

from geo.geocode.checks import Severity, check_sources
from geo.geocode.resolve import resolve
from geo.geocode.sources import SourceFrames
from geo.model import Miss, Place, Precision

CRS = "EPSG:4547"
KINDS = {"mgmt_zone": "zone", "planning_block": "zone", "town_area": "town"}
WITHOUT_A_COORDINATE = {
    "南南街37号院": "二七特色商业区", "总部经济产业园": "二七新区", "热源厂片区": "二七新区",
    "椰风路": "凤湖智能新区", "宜华环路": "凤湖智能新区", "飞翔路": "马寨镇", "马寨变电站": "马寨镇",
    "张河变电站": "马寨镇", "王庄": "马寨镇", "水磨森林公园": "马寨镇", "滨湖公园二期": "马寨镇",
    "中原数字经济科创园": None, "康养产业板块": "二七新区", "华侨城文旅板块": "二七新区",
    "总部经济板块": "二七新区", "MCN网红经济直播基地": "樱桃沟景区", "二七智慧商圈": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def answers(gold, real_gazetteer):
    """Resolve each name of a task's own place in the district, as its task has it."""
    places = {place["id"]: place for place in gold["places"]}
    found = {}
    for task in gold["tasks"]:
        for place in (places[place_id] for place_id in task["places"]):
            if place["role"] == "task" and place["scope"] == "in":
                kind, zone = KINDS.get(place["kind"], place["kind"]), task["zone"].removesuffix("(全区)")
                found[place["name"]] = resolve(place["name"], kind=kind, zone=zone, gazetteer=real_gazetteer)
    return found


def test_all_names_with_evidence_have_a_geometry_and_no_other_has(answers):
    missed = {name: found.within for name, found in answers.items() if isinstance(found, Miss)}
    assert missed == WITHOUT_A_COORDINATE
    assert len(answers) - len(missed) == 27


def test_no_place_is_surer_than_its_evidence(answers, real_gazetteer):
    reviewed = {entry.place.id: entry.place for entry in real_gazetteer.reviewed.entries}
    order = list(Precision)
    for found in answers.values():
        if isinstance(found, Place):
            evidence = reviewed[found.id]
            assert order.index(found.precision) >= order.index(evidence.precision)
            assert found.uncertainty_m >= evidence.uncertainty_m


def test_the_source_layers_of_this_workspace_have_nothing_wrong(real_sources):
    findings = check_sources(SourceFrames(**real_sources), crs=CRS)
    assert {finding.severity for finding in findings} <= {Severity.INFO}
