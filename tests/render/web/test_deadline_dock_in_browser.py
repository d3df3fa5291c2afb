"""The dock of deadlines under the map, in a real browser without network."""

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
LATER = "2020-11-05T09:00:00"


def shown(page):
    return page.tab.eval_on_selector_all(
        "#panel-tasks .task", "rows => rows.filter(row => row.offsetParent).map(row => row.dataset.task)"
    )


def preset(page, name):
    return page.tab.locator(f".preset-{name}")


def test_presets_count_from_the_day_of_the_report(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    assert [text.replace("\n", "") for text in page.texts(".preset")] == [
        "逾期0",
        "本月0",
        "年底前5",
        "无期限1",
        "全部6",
    ]
    assert page.texts(".as-of-day") == ["截至 2020-08-01"]


def test_tasks_without_a_deadline_are_a_choice_of_their_own(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    preset(page, "undated").click()
    assert shown(page) == ["T-01-02"]
    preset(page, "yearend").click()
    assert shown(page) == ["T-01-01", "T-01-03", "T-01-04", "T-01-05", "T-01-06"]
    assert page.texts(".filter-line span") == ["显示 5 / 6 项，不含无期限 1 项"]
    preset(page, "all").click()
    assert len(shown(page)) == 6


def test_a_handle_is_moved_with_the_keys(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    handle = page.tab.get_by_role("slider", name="到哪个月止")
    handle.focus()
    page.tab.keyboard.press("Home")
    assert handle.get_attribute("aria-valuetext") == "2020年8月"
    assert shown(page) == []
    page.tab.keyboard.press("ArrowRight")
    page.tab.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuenow") == "2"
    assert len(shown(page)) == 5
    assert page.texts(".dock-chosen") == ["2020.08 至 2020.10"]
    page.tab.keyboard.press("End")
    assert len(shown(page)) == 6


def test_handles_do_not_pass_each_other(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.get_by_role("slider", name="到哪个月止").focus()
    page.tab.keyboard.press("Home")
    first = page.tab.get_by_role("slider", name="从哪个月起")
    first.focus()
    page.tab.keyboard.press("End")
    assert first.get_attribute("aria-valuenow") == "0"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768)])
def test_a_handle_is_dragged(zone_file, open_page, width, height):
    page = open_page(zone_file, width=width, height=height, **STILL)
    track = page.tab.locator(".track").bounding_box()
    handle = page.tab.locator(".handle-to").bounding_box()
    y = handle["y"] + handle["height"] / 2
    page.tab.mouse.move(handle["x"] + 7, y)
    page.tab.mouse.down()
    page.tab.mouse.move(track["x"] + track["width"] * 2 / 6, y, steps=6)
    page.tab.mouse.up()
    assert page.tab.locator(".handle-to").get_attribute("aria-valuetext") == "2020年9月"
    assert shown(page) == []


def test_bars_stand_for_months_and_lent_deadlines_are_lighter(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    counts = page.tab.locator(".bar-count").all_inner_texts()
    assert counts == ["", "", "5", "", "", ""]
    october = page.tab.locator(".month").nth(2)
    assert october.get_attribute("title") == "2020年10月"
    assert (
        0
        < october.locator(".bar-lent").bounding_box()["height"]
        < october.locator(".bar-own").bounding_box()["height"]
    )
    assert october.locator(".bar-lent").get_attribute("title") == "其中 1 项期限取自段首"


def test_the_reader_can_count_from_today(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.clock.set_fixed_time(LATER)
    page.tab.get_by_role("button", name="今天").click()
    assert page.texts(".as-of-day") == ["截至 2020-11-05"]
    assert page.texts(".figure dd") == ["6", "4", "1", "1", "4"]
    assert page.texts("#panel-tasks .chip-overdue") == ["逾期 5 天"] * 4
    preset(page, "overdue").click()
    assert shown(page) == ["T-01-01", "T-01-04", "T-01-05", "T-01-06"]
    assert page.tab.locator(".segment-overdue").get_attribute("aria-pressed") == "true"
    assert page.texts(".day-line") == ["今天"]


def test_a_day_long_after_the_last_deadline_is_still_shown(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.clock.set_fixed_time("2026-03-01T09:00:00")
    page.tab.get_by_role("button", name="今天").click()
    assert page.texts(".day-line") == ["今天 2026.03"]
    line = page.tab.locator(".day-line span").bounding_box()
    assert line["x"] + line["width"] <= 1440


def test_the_middle_width_keeps_three_presets(zone_file, open_page):
    page = open_page(zone_file, width=1024, height=768, **STILL)
    assert page.tab.locator(".preset:visible").count() == 3
    assert page.tab.locator(".dock").bounding_box()["height"] == 72


def test_the_phone_has_the_dock_in_the_sheet(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    assert not page.tab.locator(".dock").is_visible()
    page.tab.locator(".facet-due").click()
    dock = page.tab.locator(".panel .dock")
    assert dock.is_visible()
    box = dock.bounding_box()
    assert box["y"] + box["height"] <= 844
    preset(page, "undated").click()
    assert shown(page) == ["T-01-02"]
    assert page.texts(".facet-due .facet-chosen") == ["无期限"]


def test_the_dock_moves_with_the_width_of_the_window(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    page.tab.set_viewport_size({"width": 1440, "height": 900})
    page.tab.locator(".stage > .dock").wait_for()
    page.tab.set_viewport_size({"width": 390, "height": 844})
    page.tab.locator(".panel .dock").wait_for(state="attached")
