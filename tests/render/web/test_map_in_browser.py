"""What the map shows and how sharply, in a real browser."""

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
FRAME_ON_SCREEN = """(() => {
    const free = document.querySelector('.folium-map').getBoundingClientRect();
    const covering = [...document.querySelectorAll('.panel, .map-footer')];
    const tops = covering.map(element => element.getBoundingClientRect().top);
    return { top: free.top, left: free.left, right: free.right, bottom: Math.min(free.bottom, ...tops) };
})()"""
CANVAS_EDGES = """[...document.querySelectorAll('canvas.planmap-canvas')].map(canvas => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [left, top, width, height].map(edge => edge * devicePixelRatio)
        .concat([canvas.width - width * devicePixelRatio, canvas.height - height * devicePixelRatio]);
})"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("file", ["zone_file", "district_file"])
def test_the_phone_shows_the_page_above_the_sheet(request, open_page, read_drawn, file, motion):
    page = open_page(request.getfixturevalue(file), width=390, height=844, reduced_motion=motion)
    free = page.tab.evaluate(FRAME_ON_SCREEN)
    [limits] = [rim.exterior.bounds for rim in read_drawn(page.tab).rims][:1]
    west, north, east, south = limits
    assert free["left"] <= west < east <= free["right"]
    assert free["top"] <= north < south <= free["bottom"]
    assert (
        max((east - west) / (free["right"] - free["left"]), (south - north) / (free["bottom"] - free["top"]))
        > 0.3
    )


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (1023, 767), (390, 844)])
def test_canvases_lie_on_whole_pixels_of_the_screen(zone_file, open_page, width, height, ratio):
    page = open_page(zone_file, width=width, height=height, device_scale_factor=ratio, **STILL)
    opened = page.tab.evaluate(CANVAS_EDGES)
    scale = page.tab.locator(".scale").inner_html()
    page.tab.locator(".map-button").first.click()
    page.tab.wait_for_function("before => document.querySelector('.scale').innerHTML !== before", arg=scale)
    edges = [edge for canvas in [*opened, *page.tab.evaluate(CANVAS_EDGES)] for edge in canvas]
    assert len(edges) == 36
    assert [edge for edge in edges if abs(edge - round(edge)) > 0.01] == []


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_popup_stands_beside_its_place_with_a_leader(zone_file, open_page, width):
    page = open_page(zone_file, width=width, height=768, **STILL)
    page.tab.locator("#panel-tasks .row").nth(3).click()
    page.tab.locator("#panel-tasks .place", has_text="地下通道").click()
    covered = page.tab.evaluate(
        """() => {
            const { left, top, right, bottom } = document.querySelector('.popup').getBoundingClientRect();
            const legend = document.querySelector('.legend').getBoundingClientRect();
            const points = window.shown().flatMap(canvas => canvas.lines);
            const beside = left >= legend.right || right <= legend.left;
            const apart = beside || top >= legend.bottom || bottom <= legend.top;
            return {
                points: points.length,
                hidden: points.filter(([x, y]) => x > left && x < right && y > top && y < bottom).length,
                underLegend: !apart,
            };
        }"""
    )
    assert covered["points"] > 1
    assert (covered["hidden"], covered["underLegend"]) == (0, False)
    ends = [
        page.tab.locator(".popup-leader line").last.get_attribute(name) for name in ("x1", "y1", "x2", "y2")
    ]
    x1, y1, x2, y2 = map(float, ends)
    assert 12 <= ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 <= 120


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("file", ["zone_file", "district_file", "index_file"])
def test_the_footer_is_never_cut(request, open_page, file, width, height):
    page = open_page(request.getfixturevalue(file), width=width, height=height)
    footer = page.tab.locator(".map-footer")
    assert "界线来源 测绘资料" in footer.inner_text()
    assert footer.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight")
    notes = page.tab.locator(".map-footer .note")
    assert all(
        notes.nth(i).evaluate("e => e.scrollWidth <= Math.max(e.clientWidth, e.offsetWidth)")
        for i in range(2)
    )


def test_the_footer_keeps_its_height_whatever_the_pointer_and_the_scale_say(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    heights = set()
    for _ in range(4):
        page.tab.mouse.move(700, 400)
        heights.add(page.tab.locator(".map-footer").bounding_box()["height"])
        page.tab.locator(".map-button").nth(1).click()
    assert len(heights) == 1


def test_the_scale_bar_is_as_long_as_it_says_on_the_phone(zone_file, open_page):
    page = open_page(zone_file, width=390, height=844, **STILL)
    wanted = page.tab.locator(".scale-line").evaluate("e => parseFloat(e.style.width)")
    assert page.tab.locator(".scale-line").bounding_box()["width"] == pytest.approx(wanted, abs=0.6)
