"""The buttons on the map, used with mouse, keys and fingers."""

import re

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
MEASURE, CARD = ".button-measure", ".measure"
TOOLS = ("zoom_in", "zoom_out", "fit", "measure", "full_screen")
PHONE = {"width": 390, "height": 844, "has_touch": True}


def metres(text):
    number, unit = re.fullmatch(r"([\d\u202f.]+) (k?m²?)", text).groups()
    return float(number.replace("\u202f", "")) * {"m": 1, "km": 1000, "m²": 1, "km²": 1_000_000}[unit]


def length(page):
    return metres(page.tab.locator(f"{CARD} dd").first.inner_text())


def area(page):
    return metres(page.tab.locator(f"{CARD} dd").nth(1).inner_text())


def scale(page):
    """Return how many metres a pixel is, as the scale bar says."""
    said = metres(page.tab.locator(".scale-text").inner_text())
    return said / page.tab.locator(".scale-line").evaluate("e => parseFloat(e.style.width)")


def middle(page):
    box = page.tab.locator(".folium-map").bounding_box()
    return box["x"] + box["width"] * 0.35, box["y"] + box["height"] / 2


def pan(page, key):
    """Move the map with an arrow key, by 80 px, and wait until it stands."""
    style = "getComputedStyle(document.querySelector('.leaflet-map-pane')).transform"
    where = f"(({{ m41, m42 }}) => m41 + m42)(new DOMMatrix({style}))"
    before = page.tab.evaluate(where)
    page.tab.keyboard.press(key)
    page.tab.wait_for_function(f"before => Math.abs({where} - before) === 80", arg=before)


def test_clicks_measure_a_length_and_then_an_area(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(MEASURE).click()
    x, y = middle(page)
    page.tab.mouse.click(x, y)
    page.tab.mouse.click(x + 200, y)
    assert length(page) == pytest.approx(200 * scale(page), rel=0.01)
    assert not page.tab.locator(f"{CARD} dt", has_text="面积").is_visible()
    page.tab.mouse.click(x + 200, y + 150)
    assert length(page) == pytest.approx(350 * scale(page), rel=0.01)
    assert area(page) == pytest.approx(15_000 * scale(page) ** 2, rel=0.02)
    land = page.tab.locator(".measure-land").inner_text()
    hectares, mu = (float(number.replace("\u202f", "")) for number in re.findall(r"[\d\u202f.]+(?= )", land))
    assert hectares == pytest.approx(area(page) / 10_000, rel=0.01)
    assert mu == pytest.approx(hectares * 15, rel=0.01)


def test_the_next_point_is_measured_under_the_pointer_until_a_double_click_ends_it(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(MEASURE).click()
    x, y = middle(page)
    page.tab.mouse.click(x, y)
    page.tab.mouse.move(x + 100, y)
    assert length(page) == pytest.approx(100 * scale(page), rel=0.02)
    zoom = scale(page)
    page.tab.mouse.dblclick(x + 180, y)
    ended = length(page)
    assert ended == pytest.approx(180 * scale(page), rel=0.01)
    page.tab.mouse.move(x + 10, y + 50)
    page.tab.mouse.click(x + 10, y + 60)
    assert length(page) == ended
    assert scale(page) == zoom


def test_a_click_chooses_nothing_while_measuring(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(MEASURE).click()
    box = page.tab.locator(".folium-map").bounding_box()
    for share in (0.2, 0.3, 0.4, 0.5, 0.6):
        page.tab.mouse.click(box["x"] + box["width"] * 0.47, box["y"] + box["height"] * share)
    assert page.tab.locator("[aria-expanded=true]").count() == 0
    assert not page.tab.locator(".popup").is_visible()


def test_escape_clears_the_measured_and_gives_the_pointer_back(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator("#panel-tasks .row").first.click()
    page.tab.locator(MEASURE).click()
    assert page.tab.locator(MEASURE).get_attribute("aria-pressed") == "true"
    x, y = middle(page)
    page.tab.mouse.click(x, y)
    page.tab.mouse.click(x + 50, y)
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator(CARD).is_visible()
    assert page.tab.locator(MEASURE).get_attribute("aria-pressed") == "false"
    assert page.tab.locator(".is-measuring").count() == 0


def test_a_length_is_measured_with_the_keyboard_alone(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(MEASURE).focus()
    page.tab.keyboard.press("Enter")
    assert page.tab.locator(".crosshair").is_visible()
    page.tab.keyboard.press(" ")
    pan(page, "ArrowRight")
    page.tab.keyboard.press(" ")
    assert length(page) == pytest.approx(80 * scale(page), rel=0.02)
    pan(page, "ArrowDown")
    page.tab.keyboard.press(" ")
    assert length(page) == pytest.approx(160 * scale(page), rel=0.02)
    page.tab.keyboard.press("Backspace")
    assert length(page) == pytest.approx(80 * scale(page), rel=0.02)
    page.tab.keyboard.press("Enter")
    assert page.tab.locator(".measure-hint").inner_text() == "Esc 清除"
    page.tab.keyboard.press("Escape")
    assert not page.tab.locator(CARD).is_visible()


def test_fingers_measure_on_the_phone(zone_file, open_page):
    page = open_page(zone_file, **PHONE, **STILL)
    page.tab.locator(MEASURE).tap()
    for x, y in ((80, 250), (180, 250), (180, 350)):
        page.tab.touchscreen.tap(x, y)
    assert length(page) == pytest.approx(200 * scale(page), rel=0.02)
    buttons = page.tab.locator(".measure-button:visible")
    assert buttons.all_inner_texts() == ["结束", "撤回一点", "清除"]
    assert all(buttons.nth(i).bounding_box()["height"] >= 44 for i in range(3))
    page.tab.touchscreen.tap(180, 350)
    page.tab.touchscreen.tap(180, 350)
    page.tab.locator(".measure-button", has_text="结束").wait_for(state="hidden")
    assert length(page) == pytest.approx(200 * scale(page), rel=0.02)
    assert page.tab.locator("[aria-expanded=true]").count() == 0
    page.tab.locator(".measure-button", has_text="清除").tap()
    assert not page.tab.locator(CARD).is_visible()


@pytest.mark.parametrize("file", ["zone_file", "district_file", "index_file"])
def test_every_tool_has_a_chinese_name_and_is_large_enough_for_a_finger(request, open_page, file):
    page = open_page(request.getfixturevalue(file), **PHONE)
    for tool in TOOLS:
        button = page.tab.locator(f".button-{tool}")
        assert re.search(r"[\u4e00-\u9fff]", button.get_attribute("aria-label"))
        assert button.get_attribute("title") == button.get_attribute("aria-label")
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44


def test_the_page_takes_the_whole_screen_and_gives_it_back(zone_file, open_page):
    page = open_page(zone_file)
    button = page.tab.locator(".button-full_screen")
    button.click()
    page.tab.get_by_label("退出全屏").wait_for()
    assert page.tab.evaluate("document.fullscreenElement !== null")
    button.click()
    page.tab.get_by_label("全屏", exact=True).wait_for()
    assert page.tab.evaluate("document.fullscreenElement === null")


def test_a_browser_that_gives_no_whole_screen_has_no_button_for_it(zone_file, open_page):
    page = open_page(
        zone_file, before="Object.defineProperty(document, 'fullscreenEnabled', { value: false })"
    )
    assert page.tab.locator(".map-button").count() == 4


def test_the_zone_is_brought_back_into_view(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    bar = "document.querySelector('.scale').innerHTML"
    opened = page.tab.evaluate(bar)
    page.tab.locator(".button-zoom_in").click()
    page.tab.wait_for_function(f"opened => {bar} !== opened", arg=opened)
    page.tab.locator(".button-fit").focus()
    page.tab.keyboard.press("Enter")
    page.tab.wait_for_function(f"opened => {bar} === opened", arg=opened)
    assert page.tab.locator(".button-fit").get_attribute("title") == "缩放到本片区"
