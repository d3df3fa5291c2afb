"""Pages as they look, held against small pictures of how they are meant to look."""

import pytest

pytestmark = pytest.mark.chromium

SIZES = {1440: 900, 1024: 768, 390: 844}
STILL = {"reduced_motion": "reduce"}
PAGES = {
    "zone": ("zone_file", {}),
    "chosen": ("zone_file", {"fragment": "#t=T-01-04&at=R-02"}),
    "report": ("told_file", {}),
    "index": ("index_file", {}),
}


def screen(page):
    page.tab.evaluate("document.fonts.ready")
    page.tab.mouse.move(0, 0)
    return page.tab.screenshot(animations="disabled", caret="hide")


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_is_meant_to(name, width, open_page, look_alike, request):
    fixture, options = PAGES[name]
    page = open_page(request.getfixturevalue(fixture), width=width, height=SIZES[width], **options, **STILL)
    if name == "report":
        page.tab.locator("#tab-report").click()
    look_alike(f"{name}-{width}", screen(page))


SPOILED = {
    "without its panel": "document.querySelector('.panel').style.visibility = 'hidden'",
    "with its legend elsewhere": "document.querySelector('.legend').style.translate = '0 -60px'",
    "with a list that slipped": "document.querySelector('.panel-body').style.paddingTop = '24px'",
    "without what is drawn": "document.querySelector('.leaflet-tasks-pane').style.visibility = 'hidden'",
    "in letters too large": "document.body.style.zoom = 1.1",
}


@pytest.mark.parametrize("spoil", SPOILED)
def test_a_page_that_is_spoiled_looks_otherwise(spoil, zone_file, open_page, pictures):
    page = open_page(zone_file, **STILL)
    before = pictures.smaller(screen(page))
    assert not pictures.differ(before, pictures.smaller(screen(page)))[0]
    page.tab.evaluate(SPOILED[spoil])
    assert pictures.differ(before, pictures.smaller(screen(page)))[0]


def test_letters_that_are_drawn_a_little_otherwise_are_no_difference(zone_file, open_page, pictures):
    page = open_page(zone_file, **STILL)
    before = pictures.smaller(screen(page))
    page.tab.evaluate(
        "document.body.style.cssText = '-webkit-text-stroke: 0.15px; text-rendering: geometricPrecision'"
    )
    differs, shares = pictures.differ(before, pictures.smaller(screen(page)))
    assert not differs, shares
    assert shares["whole"] > 0
