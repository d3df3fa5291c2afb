"""axe-core finds nothing serious, whatever is open."""

from importlib.resources import files

import pytest

pytestmark = pytest.mark.chromium

SIZES = [(1440, 900), (390, 844)]
OPENERS = (
    ".action", ".pages-menu summary", ".facet-unit", ".facet-category", ".facet-precision", ".facet-due",
    "#panel-tasks .row",
)  # fmt: skip
VIOLATIONS = """() => axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)))"""


@pytest.fixture(scope="session")
def axe():
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("file", ["zone_file", "online_file", "district_file", "index_file"])
def test_axe_finds_nothing_serious(file, width, height, open_page, axe, request):
    page = open_page(request.getfixturevalue(file), width=width, height=height, reduced_motion="reduce")
    page.tab.evaluate(axe)
    assert page.tab.evaluate(VIOLATIONS) == []
    opened = 0
    for opener in OPENERS:
        button = page.tab.locator(opener).first
        if not (page.tab.locator(opener).count() and button.is_visible()):
            continue
        button.click()
        assert (opener, page.tab.evaluate(VIOLATIONS)) == (opener, [])
        page.tab.keyboard.press("Escape")
        opened += 1
    assert opened >= 2
