import pytest

from geo.geocode.report_area import ReportArea, area_notices, doubt, foreign_area, report_area
from geo.geocode.resolve import resolve
from geo.model import Mention, MissReason, PlaceRole, Report, Scope, Section


def report(text, *, heading="", title="work", names=()):
    section = Section("S-01", heading, 0, len(text), None, None)
    mentions = tuple(
        Mention("P-001", 0, 0, name, name, kind, Scope.OUT, PlaceRole.CONTEXT, None) for name, kind in names
    )
    return Report(title, "a.md", "", None, text, (section,), (), mentions, (), (), (), (), ())


@pytest.mark.parametrize(
    "told",
    [
        report("年底前完成和平路整治。"),
        report("测试区年底前完成和平路整治。", heading="邻区城管局"),
        report("年底前完成和平路整治。", heading="柳湾镇", names=[("邻区", "district")]),
        report("年底前完成和平路整治。", title="东新区半年工作"),
        report("学习别处市经验,测试市年底前完成和平路整治。", names=[("别处市", "city")]),
        report("加快主城区改造。", names=[("主城区", "district")]),
    ],
)
def test_a_report_may_be_the_workspaces_unless_it_names_another_district_alone(gazetteer, told):
    assert foreign_area(told, gazetteer) is None
    assert area_notices(told, gazetteer, is_stated=True) == ()
    assert report_area(told, gazetteer, is_stated=True) is ReportArea.OWN


@pytest.mark.parametrize(
    ("told", "area"),
    [
        (report("年底前完成和平路整治。", heading="历下区城管局"), "历下区"),
        (report("年底前完成和平路整治。", title="某某省别处市历下区半年工作"), "历下区"),
        (report("历下区完成和平路整治。", names=[("历下区", "district")]), "历下区"),
        (report("测试市邻区完成和平路整治。", names=[("测试市", "city"), ("邻区", "district")]), "邻区"),
        (report("年底前完成和平路整治。", title="别处市住建局:打通断头路"), "别处市"),
    ],
)
def test_a_report_of_another_district_or_city_is_told_by_its_headings_and_names(gazetteer, told, area):
    assert foreign_area(told, gazetteer) == area
    assert report_area(told, gazetteer, is_stated=True) is ReportArea.FOREIGN
    (notice,) = area_notices(told, gazetteer, is_stated=True)
    assert f"is about {area} and never names 测试区" in notice.message
    assert told.text[notice.start : notice.end] in {area, ""}


@pytest.mark.parametrize(
    "told",
    [
        report("测试区年底前完成福寿街整治。"),
        report("测试市年底前完成福寿街整治。"),
        report("柳湾镇年底前完成福寿街整治。"),
        report("年底前完成福寿街整治。", heading="东新区管委会"),
    ],
)
def test_a_report_that_names_the_district_or_part_of_it_is_its_own(gazetteer, told):
    assert report_area(told, gazetteer, is_stated=False) is ReportArea.OWN


def test_a_report_that_names_no_area_is_nobodys_unless_the_settings_state_it(gazetteer):
    told = report("年底前完成福寿街整治。", names=[("福寿街", "road")])
    assert report_area(told, gazetteer, is_stated=False) is ReportArea.UNKNOWN
    (notice,) = area_notices(told, gazetteer, is_stated=False)
    assert "names neither 测试区 nor its city" in notice.message
    assert area_notices(report("今天天气很好。"), gazetteer, is_stated=False) == ()


def test_what_nobodys_report_names_is_a_choice_and_no_place(gazetteer):
    miss = doubt(resolve("福寿街", gazetteer=gazetteer), gazetteer)
    assert (miss.reason, miss.candidates) == (MissReason.AMBIGUOUS, ("R-01 测试区福寿街",))
    assert "planmap.toml" in miss.would_place
    lost = doubt(resolve("云上街", gazetteer=gazetteer), gazetteer)
    assert (lost.reason, lost.within, lost.candidates) == (MissReason.AMBIGUOUS, None, ())
