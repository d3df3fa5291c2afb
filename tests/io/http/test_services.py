"""All services at once on loopback, each as it publishes itself, behind the real client and the pipeline."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest

from geo import pipeline
from geo.crs import from_wgs84
from geo.io.http.answer_cache import CACHE_FILE
from geo.model import Datum
from tests.io.http.service_acts import reply

REPOSITORY = Path(__file__).parents[3]
DISTRICT = gpd.read_file(REPOSITORY / "layers/source/district.geojson").geometry.iloc[0]
INSIDE = DISTRICT.representative_point()
TAIWAN = (121.5, 25.0)
KEYS = {"PLANMAP_AMAP_KEY": "amap-key", "PLANMAP_TIANDITU_KEY": "tdt-key", "PLANMAP_BAIDU_KEY": "baidu-key"}
NAME = "试验林荫广场"
"""In no gazetteer."""
AREA = "河南省郑州市二七区"


def gcj02(lon, lat):
    return from_wgs84(np.array([[lon, lat]]), datum=Datum.GCJ02)[0]


class Services:
    """Four services that know the same places, in their own forms and datums."""

    def __init__(self, places):
        self.places = places
        self.keys = {"key": "amap-key", "tk": "tdt-key", "ak": "baidu-key"}

    def __call__(self, handler):
        path, params, _ = handler.server.served.seen[-1]
        answers = {
            "/v3/geocode/geo": self.amap,
            "/v3/place/text": self.amap_places,
            "/geocoder": self.tianditu,
            "/v2/search": self.tianditu_places,
            "/geocoding/v3/": self.baidu,
            "/search": self.nominatim,
        }
        reply(json.dumps(answers[path](params), ensure_ascii=False))(handler)

    def find(self, address):
        return next((place for name, place in self.places.items() if address.endswith(name)), None)

    def amap(self, params):
        if params["key"] != self.keys["key"]:
            return {"status": "0", "info": "INVALID_USER_KEY", "infocode": "10001"}
        place = self.find(params["address"])
        lon, lat = gcj02(*(place or (INSIDE.x, INSIDE.y)))
        level = "兴趣点" if place else "区县"
        address = params["address"].replace("郑州市", "河南省郑州市") if place else AREA
        found = {
            "formatted_address": address,
            "location": f"{lon:.6f},{lat:.6f}",
            "level": level,
            "street": [],
        }
        return {"status": "1", "info": "OK", "infocode": "10000", "count": "1", "geocodes": [found]}

    def amap_places(self, params):
        if params["key"] != self.keys["key"]:
            return {"status": "0", "info": "INVALID_USER_KEY", "infocode": "10001"}
        return {"status": "1", "info": "OK", "infocode": "10000", "count": "0", "pois": []}

    def tianditu(self, params):
        if params["tk"] != self.keys["tk"]:
            return {"code": 301001, "msg": "非法key", "resolve": "请到API控制台重新申请Key"}
        place = self.find(json.loads(params["ds"])["keyWord"])
        if place is None:
            return {"msg": "无结果", "status": "101"}
        located = {"lon": str(place[0]), "lat": str(place[1]), "score": 100, "level": "兴趣点"}
        return {"msg": "ok", "status": "0", "location": located}

    def tianditu_places(self, params):
        assert json.loads(params["postStr"])["specify"] == "156410103"
        return {"resultType": 1, "count": "0", "status": {"infocode": 1000, "cndesc": "服务正常"}}

    def baidu(self, params):
        assert params["ret_coordtype"] == "gcj02ll"
        if params["ak"] != self.keys["ak"]:
            return {"status": 200, "message": "APP不存在，AK有误请检查再重试"}
        place = self.find(params["address"])
        if place is None:
            return {"status": 1, "msg": "Internal Service Error:无相关结果", "results": []}
        lon, lat = gcj02(*place)
        sure = {"precise": 1, "confidence": 80, "comprehension": 100, "level": "休闲娱乐"}
        return {"status": 0, "result": {"location": {"lng": lon, "lat": lat}, **sure}}

    def nominatim(self, params):
        place = self.find(params["q"])
        if place is None:
            return []
        kind = {"category": "leisure", "type": "park", "place_rank": 30}
        return [{"lon": str(place[0]), "lat": str(place[1]), "name": params["q"], **kind}]


@pytest.fixture
def workspace(tmp_path):
    """Give a copy of the repository's own workspace, without what is derived."""
    root = tmp_path / "workspace"
    root.mkdir()
    shutil.copy(REPOSITORY / "planmap.toml", root)
    shutil.copytree(REPOSITORY / "reports", root / "reports")
    shutil.copytree(REPOSITORY / "layers" / "source", root / "layers" / "source")
    return root


@pytest.fixture
def access(served, connect):
    """Give what a stage needs to reach the services on loopback; what they say goes to its list."""
    said = []

    def make(services, environment=KEYS):
        served.act(services)
        return pipeline.OnlineAccess(
            environment, said.append, lambda folder: connect(served.port, folder=folder)
        )

    make.said = said
    return make


def where(workspace, access, *names):
    return [found.answer for found in pipeline.answer_names(workspace, names, zone=None, online=access)]


def test_services_that_agree_place_a_name_exactly(workspace, access):
    (answer,) = where(workspace, access(Services({NAME: (INSIDE.x, INSIDE.y)})), NAME)
    assert (answer["status"], answer["place"], answer["precision"]) == ("placed", NAME, "exact")
    assert (answer["lon"], answer["lat"]) == (
        pytest.approx(INSIDE.x, abs=1e-5),
        pytest.approx(INSIDE.y, abs=1e-5),
    )
    assert answer["datum_in"] == "GCJ-02"
    assert all(label in answer["source"] for label in ("高德", "天地图", "百度", "Nominatim", "2026-11-23"))
    assert access.said == []


def test_a_position_outside_the_district_is_refused_whatever_the_services_say(workspace, access):
    neighbour = (INSIDE.x + 0.5, INSIDE.y)
    away = Services({"台湾路": TAIWAN, "邻区广场": neighbour})
    for answer in where(workspace, access(away), "台湾路", "邻区广场"):
        assert (answer["status"], answer["lon"]) == ("miss", None)
        assert {other["why"] for other in answer["others"]} == {"outside"}


def test_the_centre_of_the_district_is_no_place(workspace, access):
    (answer,) = where(workspace, access(Services({})), NAME)
    assert (answer["status"], answer["reason"]) == ("miss", "unknown_name")
    assert [other["why"] for other in answer["others"]] == ["too_coarse"]


def test_one_bad_key_leaves_out_one_service(workspace, access, served):
    services = Services({NAME: (INSIDE.x, INSIDE.y)})
    services.keys["key"] = "another"
    answers = where(workspace, access(services), NAME, f"第二{NAME}")
    assert [answer["precision"] for answer in answers] == ["exact", "exact"]
    assert [path for path, _, _ in served.seen].count("/v3/geocode/geo") == 1
    assert len(access.said) == 2
    assert "高德 Amap (10001 INVALID_USER_KEY): refuses the key" in access.said[0]


def test_all_keys_are_bad_and_none_shows(workspace, access):
    services = Services({})
    services.keys = dict.fromkeys(services.keys, "another")
    where(workspace, access(services), NAME)
    assert len(access.said) == 6
    assert [key for key in KEYS.values() if key in " ".join(access.said)] == []


def test_what_the_gazetteer_knows_is_asked_of_nobody(workspace, access, served):
    (answer,) = where(workspace, access(Services({})), "德化步行街")
    assert (answer["status"], served.seen) == ("placed", [])


def test_without_online_nobody_is_asked_and_no_answer_is_used(workspace, access, served):
    where(workspace, access(Services({NAME: (INSIDE.x, INSIDE.y)})), NAME)
    asked = len(served.seen)
    assert (workspace / ".planmap" / CACHE_FILE).exists()
    (answer,) = where(workspace, None, NAME)
    assert (answer["status"], len(served.seen)) == ("miss", asked)


def test_a_second_run_asks_nobody(workspace, access, served):
    online = access(Services({NAME: (INSIDE.x, INSIDE.y)}))
    first = where(workspace, online, NAME)
    asked = len(served.seen)
    assert where(workspace, online, NAME) == first
    assert len(served.seen) == asked


# --- A build -------------------------------------------------------------------------------------


def made(root):
    return {path.name: path.read_bytes() for path in (*root.glob("layers/*.*"), *root.glob("maps/*.*"))}


def test_a_build_places_names_from_services_says_so_and_forgets_them_offline(workspace, access):
    report = workspace / "report.txt"
    report.write_text(f"二七区工作报告\n\n2020年底前，完成{NAME}改造提升。\n", encoding="utf-8")
    offline = pipeline.build(workspace, report=report)
    before = made(workspace)
    online = access(Services({NAME: (INSIDE.x, INSIDE.y)}))
    result = pipeline.build(workspace, report=report, online=online)
    assert (offline.ledger.located, result.ledger.located) == (0, 1)
    (row,) = json.loads((workspace / "layers/task_points.geojson").read_bytes())["features"]
    assert row["properties"]["source"].startswith("高德 Amap 地理编码")
    assert row["properties"]["precision"] == "exact"
    assert pipeline.build(workspace, report=report) is not None
    assert made(workspace) == before


def test_two_builds_with_the_same_answers_give_the_same_bytes(workspace, access):
    online = access(Services({}))
    pipeline.build(workspace, online=online)
    first = made(workspace)
    pipeline.build(workspace, online=online)
    assert made(workspace) == first
    written = b"".join(first.values()) + (workspace / ".planmap" / CACHE_FILE).read_bytes()
    assert [key for key in KEYS.values() if key.encode() in written] == []


# --- The command ---------------------------------------------------------------------------------


def run(*arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
    return subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**kept, "PYTHONPATH": str(REPOSITORY), **environment},
        timeout=120,
    )


def test_the_command_asks_ones_own_server(workspace, served):
    served.act(Services({NAME: (INSIDE.x, INSIDE.y)}))
    url = f"http://someone:a-secret@127.0.0.1:{served.port}"
    asked = run(
        "geocode", NAME, "--online", "--json", "--workspace", str(workspace), PLANMAP_NOMINATIM_URL=url
    )
    (answer,) = json.loads(asked.stdout)
    assert (answer["status"], answer["datum_in"]) == ("placed", "WGS84")
    assert served.seen[0][2]["Authorization"].startswith("Basic ")
    assert "a-secret" not in asked.stdout + asked.stderr
    assert (asked.returncode, asked.stderr) == (0, "")


def test_the_command_says_what_failed_and_answers_what_it_knows(workspace, served):
    served.act(reply("<html>", status=403, kind="text/html"))
    url = f"http://127.0.0.1:{served.port}"
    asked = run("geocode", NAME, "--online", "--workspace", str(workspace), PLANMAP_NOMINATIM_URL=url)
    assert asked.returncode == 0
    assert "HTTP 403" in asked.stderr
    assert "Traceback" not in asked.stderr
    assert asked.stdout.startswith(f"{NAME}: no position")


def test_the_command_refuses_an_address_that_is_none(workspace):
    asked = run(
        "geocode", NAME, "--online", "--workspace", str(workspace), PLANMAP_NOMINATIM_URL="a-secret@host"
    )
    assert asked.returncode == 2
    assert "PLANMAP_NOMINATIM_URL" in asked.stderr
    assert "a-secret" not in asked.stderr
