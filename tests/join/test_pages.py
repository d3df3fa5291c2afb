import dataclasses

import pytest
from shapely import LineString, Point

from geo.join.pages import pages, sheets
from geo.join.tasks import task_layers
from geo.model import Precision
from geo.schema import SHEETS, validate


def lay_out(layers, settings, zones_frame, district_frame, zone_points=None):
    return pages(
        layers,
        settings=settings,
        zones_frame=zones_frame,
        district_frame=district_frame,
        zone_points=zone_points or {},
    )


@pytest.fixture
def paged(make, settings, zones_frame, district_frame):
    """Lay out tasks of the given zones, each at a place of its own."""

    def lay(*zones, geometry="line", zone_points=None, **precision):
        mentions = [make.mention(number, f"{number}号路") for number in range(len(zones))]
        tasks = [
            make.task(f"T-{number:02d}-01", start=number * 10, zone=zone, places=[mentions[number].id])
            for number, zone in enumerate(zones)
        ]
        placements = {found.id: make.place(found.name, geometry, **precision) for found in mentions}
        layers = task_layers(make.report(tasks, mentions=mentions), placements, settings=settings)
        return lay_out(layers, settings, zones_frame, district_frame, zone_points)

    return lay


def by_id(made):
    return {page.zone.id: page for page in made}


def test_every_configured_zone_has_a_page_in_their_order(paged):
    assert [page.zone.id for page in paged()] == ["Z-01", "Z-02", "Z-03"]


def test_a_task_stands_on_the_page_of_its_zone_by_name_or_alias(paged):
    made = by_id(paged("柳湾镇", "东部新区", "东 新区", "测试区", None))
    assert [made[zone].ledger.tasks for zone in ("Z-01", "Z-02", "Z-03")] == [2, 1, 2]


def test_zones_that_settings_do_not_name_get_the_next_ids_in_the_order_of_the_text(paged):
    made = paged("南部片区", "柳湾镇", "北部片区", "南部片区")
    assert [(page.zone.id, page.zone.name, page.ledger.tasks) for page in made[3:]] == [
        ("Z-04", "南部片区", 2),
        ("Z-05", "北部片区", 1),
    ]


def test_without_a_configured_page_the_district_gets_one_when_it_has_tasks(
    make, settings, zones_frame, district_frame
):
    bare = dataclasses.replace(settings, zones=())
    layers = task_layers(make.report([make.task(zone=None)]), {}, settings=bare)
    made = lay_out(layers, bare, zones_frame, district_frame)
    assert [(page.zone.id, page.zone.name, page.basis) for page in made] == [("Z-01", "测试区", "district")]


def test_a_page_holds_the_rows_of_its_own_tasks_only(paged):
    page = by_id(paged("柳湾镇", "东新区"))["Z-02"]
    assert page.layers.tasks["task_id"].tolist() == ["T-00-01"]
    assert page.layers.lines["task_id"].tolist() == ["T-00-01"]
    assert page.layers.lines.crs == "EPSG:4326"


def test_the_frame_of_a_zone_shows_its_limits_and_its_places(paged):
    page = by_id(paged("东新区"))["Z-01"]
    west, south, east, north = page.frame
    assert page.basis == "limits"
    assert len(page.limits) == 1
    assert west < 113.93
    assert south < 34.0
    assert east > 113.99
    assert north > 34.06


def test_limits_that_nobody_published_are_no_basis(make, settings, zones_frame, district_frame):
    layers = task_layers(make.report([]), {}, settings=settings)
    hull = zones_frame.assign(limits_as_published=None)
    page = by_id(lay_out(layers, settings, hull, district_frame))["Z-01"]
    assert (page.basis, len(page.limits)) == ("places", 1)


def test_the_frame_of_a_zone_without_limits_shows_its_places_with_their_uncertainty(paged):
    near = by_id(paged("柳湾镇", geometry="point", uncertainty_m=10.0))["Z-02"]
    far = by_id(paged("柳湾镇", geometry="point", uncertainty_m=1000.0))["Z-02"]
    assert near.basis == far.basis == "places"
    assert far.frame[2] - far.frame[0] == pytest.approx(2300 / 92_300, rel=0.01)
    assert near.frame[2] - near.frame[0] == pytest.approx(2000 / 92_300, rel=0.01)


def test_the_frame_of_a_zone_without_places_shows_its_own_point(paged, make):
    seat = make.place("柳湾镇", Point(113.92, 34.03), precision=Precision.ZONE, uncertainty_m=500.0)
    page = by_id(paged(zone_points={"柳湾镇": seat}))["Z-02"]
    west, south, east, north = page.frame
    assert page.basis == "places"
    assert ((west + east) / 2, (south + north) / 2) == pytest.approx((113.92, 34.03), abs=1e-4)


def test_a_zone_of_which_nothing_is_known_shows_the_district(paged):
    made = by_id(paged())
    assert made["Z-02"].basis == "district"
    assert made["Z-02"].frame == made["Z-03"].frame


def test_the_district_page_shows_the_district_and_has_no_limits(paged):
    page = by_id(paged("测试区"))["Z-03"]
    assert (page.basis, len(page.limits)) == ("district", 0)
    assert page.frame[0] < 113.9
    assert page.frame[2] > 114.0


LEAVING = LineString([(113.97, 34.05), (114.08, 34.05)])


@pytest.mark.parametrize(("zone", "page"), [("测试区", "Z-03"), ("柳湾镇", "Z-02")])
def test_a_line_outside_the_district_does_not_widen_the_frame(paged, zone, page):
    frame = by_id(paged(zone, geometry=LEAVING))[page].frame
    assert 114.0 < frame[2] < 114.02


def test_a_road_that_leaves_the_district_is_kept_whole(paged):
    page = by_id(paged("柳湾镇", geometry=LEAVING))["Z-02"]
    assert page.layers.lines.geometry.iloc[0].bounds[2] == 114.08


def test_a_line_wholly_outside_the_district_has_its_own_frame(paged):
    frame = by_id(paged("柳湾镇", geometry=LineString([(114.002, 34.05), (114.03, 34.05)])))["Z-02"].frame
    assert frame[0] < 114.002
    assert frame[2] > 114.03


def test_the_sheets_are_the_frames_and_the_counts_of_the_pages(paged):
    made = paged("柳湾镇", "东新区", "东新区")
    frames = sheets(tuple(reversed(made)))
    validate(frames, SHEETS, where="sheets")
    assert frames["id"].tolist() == ["Z-01", "Z-02", "Z-03"]
    assert frames["tasks"].tolist() == [2, 1, 0]
    assert tuple(frames.geometry.iloc[0].bounds) == made[0].frame
