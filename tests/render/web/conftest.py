"""A small district of squares: one zone with limits, one without, tasks of every precision and status."""

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString, MultiPolygon, Point, box

from geo import schema
from geo.extract import read_report
from geo.io.assets import (
    leaflet_script,
    leaflet_style,
    read_labels,
    read_lexicon,
    read_styles,
    read_translations,
    web_assets,
)
from geo.io.readings import read_readings
from geo.model import (
    BaseMap,
    Datum,
    Document,
    Ledger,
    MapPage,
    Miss,
    MissReason,
    OnlineBase,
    Place,
    Precision,
    TaskLayers,
    ZoneSetting,
)
from geo.render.web import ReportHeading, ReportText, WebAssets, index_map, page_bytes, zone_map

DISTRICT = "测试区"
EAST = ZoneSetting("Z-01", "东新区", "东新区")
WEST = ZoneSetting("Z-02", "西园区", "西园区")
PLACED = {"yes": "located", "partly": "located", "zone": "zone_level", "no": "unplaced"}
PROVENANCE = {
    "datum_in": "WGS84", "source": "测绘资料", "source_detail": None, "licence": "facts",
    "precision": "exact", "uncertainty_m": 100.0, "checked_on": date(2020, 8, 1), "note": None,
}  # fmt: skip


def layer(rows, geometries, kept):
    rows = [{name: row.get(name) for name in kept.column_names} for row in rows]
    return gpd.GeoDataFrame(rows, geometry=geometries, columns=[*kept.column_names, "geometry"], crs=4326)


def task(number, **given):
    return {
        "task_id": f"T-01-{number:02d}", "zone": EAST.name, "unit": "东新区管委会", "category": "道路整治",
        "status": "planned", "due": date(2020, 10, 31), "interval_start": date(2020, 8, 1),
        "interval_end": date(2020, 10, 31), "text": f"完成第{number}项整治", "placed": "yes",
        "report": "reports/r.md", "text_start": number * 20, "text_end": number * 20 + 9, **given,
    }  # fmt: skip


TASKS = [
    task(1, list_named=1, list_total=8, hedge="力争", condition="如不受汛情影响", quantities="8条道路"),
    task(2, category="公园绿化", status="started", due=None, interval_start=None, interval_end=None),
    task(3, category="商业提升", status="done"),
    task(4, category="没有听说过的类别", text="做别的事"),
    task(5, category="老旧小区改造", placed="zone", reason="no_coordinate", text="改造某院"),
    task(
        6,
        category="政务服务",
        placed="no",
        reason="count_only",
        unit="东新区政务中心",
        text="改造7个老旧小区",
    ),
    task(7, category="道路建设", zone=WEST.name, unit="西园区管委会", placed="zone", reason="no_coordinate"),
]
AT = [
    (1, "R-01", "长安街", "road", "street", 90.0, LineString([(113.94, 34.03), (113.97, 34.045)])),
    (2, "P-01", "中心公园", "park", "area", 300.0, Point(113.96, 34.02).buffer(0.003)),
    (3, "P-02", "大市场", "market", "exact", 20.0, Point(113.95, 34.02)),
    (4, "P-02", "大市场", "market", "exact", 20.0, Point(113.95, 34.02)),
    (4, "R-02", "地下通道", "tunnel", "street", 60.0, LineString([(113.945, 34.01), (113.975, 34.012)])),
]


def placed_rows(tasks, places):
    facts = {row["task_id"]: row for row in tasks}
    for number, place_id, place, kind, precision, uncertainty_m, geometry in places:
        task_id = f"T-01-{number:02d}"
        middle = geometry.centroid
        circle = {"lon": round(middle.x, 6), "lat": round(middle.y, 6)} if precision == "area" else {}
        yield {
            **facts[task_id], **circle, "id": f"{task_id}-{place_id}", "place_id": place_id, "place": place,
            "kind": kind, "precision": precision, "uncertainty_m": uncertainty_m, "datum_in": "GCJ-02",
            "source": "实地核对",
        }, geometry  # fmt: skip


def layers_of(tasks, places=(), misses=()):
    drawn = list(placed_rows(tasks, places))
    of_type = [
        (kept, [pair for pair in drawn if pair[1].geom_type == geometry])
        for kept, geometry in [
            (schema.TASK_POINTS, "Point"),
            (schema.TASK_LINES, "LineString"),
            (schema.TASK_AREAS, "Polygon"),
        ]
    ]
    points, lines, areas = (
        layer([row for row, _ in pairs], [geometry for _, geometry in pairs], kept) for kept, pairs in of_type
    )
    return TaskLayers(
        tasks=pd.DataFrame(tasks, columns=list(schema.TASKS.column_names)),
        points=points,
        lines=lines,
        areas=areas,
        misses=pd.DataFrame(misses, columns=list(schema.MISSES.column_names)),
    )


def ledger_of(tasks):
    counts = pd.Series([PLACED[row["placed"]] for row in tasks]).value_counts()
    return Ledger(len(tasks), *(int(counts.get(name, 0)) for name in ("located", "zone_level", "unplaced")))


def limits_row(**given):
    return {
        **PROVENANCE, "id": EAST.id, "name": EAST.name, "status": "示意：已知村庄的凸包，不是公布界线",
        "limits_as_published": "北至甲路；南至乙河、丙路", "published_area_km2": 12.0,
        "drawn_area_km2": 12.5, **given,
    }  # fmt: skip


def base_of(zones, *, name=DISTRICT):
    return BaseMap(
        district=layer(
            [{**PROVENANCE, "id": "1", "name": name}], [box(113.9, 34.0, 114.0, 34.06)], schema.DISTRICT
        ),
        neighbours=layer(
            [{**PROVENANCE, "id": "2", "name": "邻区"}],
            [MultiPolygon([box(114.0, 34.0, 114.1, 34.06)])],
            schema.NEIGHBOURS,
        ),
        zones=zones,
        roads=layer(
            [{**PROVENANCE, "id": "R-09", "name": "环路", "kind": "road", "landmark": False}],
            [LineString([(113.91, 34.01), (113.99, 34.015)])],
            schema.ROADS,
        ),
        landmarks=layer(
            [{**PROVENANCE, "id": "P-09", "name": "钟楼", "kind": "poi", "landmark": True}],
            [Point(113.955, 34.04)],
            schema.PLACES,
        ),
    )


def page_of(zone, tasks, *, places=(), misses=(), limits):
    frame = (113.93, 34.0, 113.98, 34.05)
    return MapPage(zone, layers_of(tasks, places, misses), limits, frame, ledger_of(tasks))


@pytest.fixture(scope="session")
def zones():
    return layer([limits_row()], [box(113.94, 34.005, 113.98, 34.048)], schema.ZONES)


@pytest.fixture(scope="session")
def base(zones):
    return base_of(zones)


@pytest.fixture(scope="session")
def east(zones):
    misses = [
        {
            "task_id": "T-01-05", "name": "某院", "kind": "compound", "zone": EAST.name, "within": EAST.name,
            "reason": "no_coordinate", "would_place": "门牌号", "text_start": 1, "text_end": 3,
        }
    ]  # fmt: skip
    return page_of(EAST, TASKS[:6], places=AT, misses=misses, limits=zones)


@pytest.fixture(scope="session")
def west(zones):
    return page_of(WEST, TASKS[6:], limits=zones.iloc[:0])


@pytest.fixture(scope="session")
def drawing():
    """What every page is given besides its own content."""
    heading = ReportHeading(
        DISTRICT, "2020年工作报告", date(2020, 8, 1), lent_deadlines=frozenset({"T-01-03"})
    )
    return {
        "style": read_styles(),
        "labels": read_labels(),
        "heading": heading,
        "readings": read_readings(),
    }


@pytest.fixture(scope="session")
def translations():
    return read_translations()


@pytest.fixture(scope="session")
def assets():
    return WebAssets(leaflet_script(), leaflet_style(), web_assets(".js"), web_assets(".css"))


@pytest.fixture(scope="session")
def zone_file(east, base, drawing, assets):
    return page_bytes(zone_map(east, base=base, siblings=[EAST, WEST], **drawing), assets=assets)


@pytest.fixture(scope="session")
def district_file(zones, base, drawing, assets):
    """Page of the whole district, far from square: the sheet of the phone leaves little room for it."""
    zone = ZoneSetting("Z-03", DISTRICT, "全区任务")
    page = MapPage(zone, layers_of([]), zones.iloc[:0], (113.9, 34.0, 114.0, 34.06), ledger_of([]))
    return page_bytes(zone_map(page, base=base, siblings=[EAST, WEST, zone], **drawing), assets=assets)


TOLD = f"""## 东新区管委会

𠀀🚧老城面貌要变，老镇区是重点。{"各单位同心协力。" * 60}

10月底前完成长安街整治。年底前建成中心公园，9月底前改造幸福小区。

{"持续发力。" * 80}

9月底前改造阳光花园。

## 西园区管委会

11月底前扩建西环路。
"""
FOUND = {"长安街": "R-01", "中心公园": "P-01", "幸福小区": "P-02"}
"""What the text names, by the ids of AT; the rest is missed."""


def answer_to(mention):
    if mention.name in FOUND:
        return Place(FOUND[mention.name], mention.name, "road", Point(), Precision.STREET, 90.0, "WGS84", "x")
    return Miss(mention.name, mention.kind, MissReason.NO_COORDINATE, None, "门牌号")


def told_of(text):
    """Read a report whose tasks are the first of TASKS, in their order."""
    report = read_report(Document("r.md", text, ""), reference=date(2020, 8, 1), lexicon=read_lexicon())
    placements = {mention.id: answer_to(mention) for mention in report.mentions}
    pages = {task.id: EAST.id if task.section == "S-01" else WEST.id for task in report.tasks}
    return ReportText(report, placements, pages)


@pytest.fixture(scope="session")
def told():
    return told_of(TOLD)


@pytest.fixture(scope="session")
def told_file(east, base, drawing, assets, told):
    """The page of the zone with the report to read beside it."""
    return page_bytes(zone_map(east, base=base, siblings=[EAST, WEST], report=told, **drawing), assets=assets)


@pytest.fixture(scope="session")
def whole_file(east, base, drawing, assets, told):
    """The page of the whole district, which shows the whole report."""
    page = replace(east, zone=ZoneSetting("Z-03", DISTRICT, "全区任务"))
    siblings = [EAST, WEST, page.zone]
    return page_bytes(zone_map(page, base=base, siblings=siblings, report=told, **drawing), assets=assets)


@pytest.fixture(scope="session")
def online_file(east, base, drawing, assets):
    """The page of the zone with an online base that nobody has chosen."""
    online = OnlineBase("ours", "某图", Datum.GCJ02, ("https://tiles.example/{z}/{x}/{y}.png",))
    drawn = zone_map(east, base=base, siblings=[EAST, WEST], online_bases=[online], **drawing)
    return page_bytes(drawn, assets=assets)


@pytest.fixture(scope="session")
def west_file(west, base, drawing, assets):
    return page_bytes(zone_map(west, base=base, siblings=[EAST, WEST], **drawing), assets=assets)


@pytest.fixture(scope="session")
def long_source_file(east, base, drawing, assets):
    """The page of the zone with a source as an analyst writes it down."""
    source = (
        "GitHub someone/some-pois @1a2b3c4, data/t.csv (Amap POI export); news.example.com/1 (某晚报, 2019)"
    )
    layers = replace(east.layers, points=east.layers.points.assign(source=source))
    page = replace(east, layers=layers)
    return page_bytes(zone_map(page, base=base, siblings=[EAST, WEST], **drawing), assets=assets)


@pytest.fixture(scope="session")
def long_list_file(base, zones, drawing, assets):
    """More tasks than stand beside a map on A3."""
    tasks = [task(number, text=f"完成第{number}号路段的整治") for number in range(1, 46)]
    places = [
        (1, "R-01", "长安街", "road", "street", 60.0, LineString([(113.945, 34.03), (113.975, 34.035)]))
    ]
    page = page_of(EAST, tasks, places=places, limits=zones)
    return page_bytes(zone_map(page, base=base, siblings=[EAST, WEST], **drawing), assets=assets)


@pytest.fixture(scope="session")
def index_file(east, west, base, drawing, assets):
    return page_bytes(index_map([east, west], base=base, **drawing), assets=assets)


CROWD = [
    (1, "R-01", "东西大街", "road", "street", 90.0, LineString([(113.945, 34.02), (113.9797, 34.02)])),
    (2, "P-11", "大片区", "zone", "area", 800.0, Point(113.958, 34.026).buffer(0.008)),
    (3, "P-12", "小院", "compound", "area", 250.0, Point(113.956, 34.029).buffer(0.003)),
    (4, "P-13", "里面的点", "market", "exact", 20.0, Point(113.960, 34.024)),
    (4, "P-14", "邻近片区", "zone", "area", 500.0, Point(113.966, 34.022).buffer(0.005)),
    (4, "R-12", "短街", "road", "street", 60.0, LineString([(113.955, 34.022), (113.958, 34.022)])),
]


@pytest.fixture(scope="session")
def crowded_file(zones, base, drawing, assets):
    """Circles within and across each other, a point and a street inside them, a road up to hatched limits."""
    page = page_of(EAST, TASKS[:6], places=CROWD, limits=zones)
    return page_bytes(zone_map(page, base=base, siblings=[EAST, WEST], **drawing), assets=assets)


HOSTILE = (
    "</script><script>window.hit=1</script>",
    '<img src=x onerror="window.hit=2">',
    "${window.hit=3}`${1}`",
    r"\u003c\\n\'\"",
    "{{ 7 * 7 }}{% raw %}{# a #}",
    "a\u202eb\u2066c\u200f",
    "\u2028x\u2029",
    "&lt;b&gt;&amp;",
    "𠮷🚧",
    "]]>-->",
)
"""What a careless page would run, drop or reorder."""


@pytest.fixture(scope="session")
def hostile_pages(drawing):
    """Pages in which every text is hostile; the name of the whole stands in front of each."""
    text = " ".join(HOSTILE)
    named = {"name": f"名{text}", "source": f"源{text}", "note": f"注{text}"}
    zones = layer(
        [limits_row(**named, limits_as_published=f"北至{text}")],
        [box(113.94, 34.005, 113.98, 34.048)],
        schema.ZONES,
    )
    zone = ZoneSetting("Z-01", named["name"], f"题{text}")
    given = {
        "unit": f"单位{text}", "category": f"类{text}", "hedge": text, "condition": text, "quantities": text,
        "report": text,
    }  # fmt: skip
    tasks = [
        task(1, text=f"任务一{text}", **given),
        task(2, text=f"任务二{text}", placed="no", reason=text, **given),
    ]
    places = [(1, "P-01", f"地点{text}", text, "exact", 20.0, Point(113.95, 34.02))]
    miss = {
        "task_id": "T-01-02", "name": f"缺{text}", "kind": text, "zone": zone.name, "within": text,
        "reason": text, "candidates": text, "would_place": text, "text_start": 1, "text_end": 2,
    }  # fmt: skip
    page = page_of(zone, tasks, places=places, misses=[miss], limits=zones)
    heading = ReportHeading(f"区{text}", f"报告{text}", date(2020, 8, 1))
    given = drawing | {"heading": heading}
    told = told_of(f"## 东新区管委会{text}\n\n{text}，10月底前完成长安街整治{text}。\n")
    base = base_of(zones, name=text)
    return {
        "zone": zone_map(page, base=base, siblings=[zone, WEST], report=told, **given),
        "index": index_map([page], base=base, **given),
    }


# --- A real browser ------------------------------------------------------------------------------


class Opened:
    """A page in a browser without network, and everything that went wrong in it."""

    def __init__(self, tab):
        self.tab, self.faults, self.requests = tab, [], []
        tab.on("console", lambda message: self.faults.append(message.text))
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("request", lambda request: self.requests.append(request.url))

    def texts(self, selector):
        return self.tab.locator(selector).all_inner_texts()


@pytest.fixture
def open_page(browser, canvas_record, tmp_path):
    """Open the bytes of a page as a reader would, by its file; after the test nothing may have gone wrong."""
    contexts, opened = [], []

    def open_bytes(page, *, width=1440, height=900, fragment="", query="", before="", **context):
        file = tmp_path / "page.html"
        file.write_bytes(page)
        contexts.append(
            browser.new_context(viewport={"width": width, "height": height}, offline=True, **context)
        )
        contexts[-1].add_init_script(canvas_record)
        contexts[-1].add_init_script(before)
        opened.append(Opened(contexts[-1].new_page()))
        opened[-1].tab.goto(file.as_uri() + query + fragment)
        return opened[-1]

    yield open_bytes
    for page in opened:
        assert page.faults == []
        assert {re.split("[?#]", url)[0] for url in page.requests} == {(tmp_path / "page.html").as_uri()}
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def make_page(zones):
    """Make a page of the zone with a surveyed point at each position."""

    def make(positions):
        tasks = [task(number, category="项目开工", status="done") for number in range(1, 1 + len(positions))]
        places = [
            (number, f"P-{number:02d}", f"点{number}", "poi", "exact", 20.0, Point(position))
            for number, position in enumerate(positions, start=1)
        ]
        return page_of(EAST, tasks, places=places, limits=zones)

    return make


# --- Pictures ------------------------------------------------------------------------------------

PICTURES = Path(__file__).parents[2] / "pictures.js"
GOLDEN_PICTURES = Path(__file__).parents[2] / "golden" / "screens"
GOLDEN_WIDTH = 320
"""Of a golden picture, in pixels, or half of a phone: small to keep, and still shows what moved."""
PIXEL_TOLERANCE = 20
"""Levels of a channel: letters are a little other where fonts are drawn otherwise."""
TILE = 20
MOST_OF_WHOLE, MOST_OF_TILE = 0.012, 0.12
"""Shares of pixels that may be beyond it."""


class Pictures:
    """Reads PNGs in a tab of its own."""

    def __init__(self, tab):
        self._tab = tab
        tab.add_script_tag(path=PICTURES)

    def ask(self, function, png, *arguments):
        """Call a function of pictures.js."""
        packed = [b64encode(each).decode() if isinstance(each, bytes) else each for each in (png, *arguments)]
        return self._tab.evaluate(f"given => pictures.{function}(...given)", packed)

    def smaller(self, png):
        return b64decode(self.ask("smaller", png, min(GOLDEN_WIDTH, width_of(png) // 2)))

    def differ(self, one, other):
        """Say whether two pictures differ by more than fonts do, and by how much."""
        shares = self.ask("difference", one, other, {"tolerance": PIXEL_TOLERANCE, "tile": TILE})
        return shares["whole"] > MOST_OF_WHOLE or shares["worst"] > MOST_OF_TILE, shares


def width_of(png):
    return int.from_bytes(png[16:20])


@pytest.fixture(scope="session")
def pictures(browser):
    context = browser.new_context()
    yield Pictures(context.new_page())
    context.close()


@pytest.fixture
def look_alike(pictures, request):
    """Hold a screenshot against its golden picture: ``look_alike("zone-1440", png)``."""

    def compare(name, png):
        file = GOLDEN_PICTURES / f"{name}.png"
        small = pictures.smaller(png)
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(small)
            return
        differs, shares = pictures.differ(file.read_bytes(), small)
        assert not differs, f"{name} looks otherwise: {shares}; run with --update-golden if it is right now"

    return compare
