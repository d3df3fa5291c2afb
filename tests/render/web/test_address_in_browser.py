"""What stands in the address: view, filters and choice, in a real browser without network."""

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
STATE = """() => ({
    rows: [...document.querySelectorAll('#panel-tasks .task')].filter(row => row.offsetParent).map(row => row.dataset.task),
    open: [...document.querySelectorAll('#panel-tasks .is-open')].map(row => row.dataset.task),
    query: document.querySelector('.search-input').value,
    pressed: [...document.querySelectorAll('[aria-pressed=true]')].map(button => button.className),
    popup: document.querySelector('.popup').hidden ? '' : document.querySelector('.popup h2').textContent,
    degrees: [...document.querySelectorAll('.graticule span')].map(span => span.textContent + span.style.left + span.style.top),
    scale: document.querySelector('.scale-text').textContent,
})"""  # noqa: E501


def wait_for_address(page, *parts):
    page.tab.wait_for_function("parts => parts.every(part => location.hash.includes(part))", arg=list(parts))
    return page.tab.evaluate("location.hash")


def test_a_copied_address_shows_the_same(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(".search-input").fill("整治 gw")
    page.tab.locator(".segment", has_text="计划").click()
    page.tab.locator(".legend-row", has_text="道路交通").click()
    page.tab.locator(".preset-yearend").click()
    page.tab.locator("#panel-tasks .row:visible").first.click()
    page.tab.locator("#panel-tasks .place").click()
    page.tab.locator(".map-button").nth(1).click()
    fragment = wait_for_address(
        page, "t=T-01-01", "at=R-01", "q=", "s=planned", "f=ROD", "d=yearend", "v=34."
    )
    before = page.tab.evaluate(STATE)
    fragment = wait_for_address(page, fragment)
    assert before["open"] == ["T-01-01"]
    assert before["popup"] == "长安街"
    again = open_page(zone_file, fragment=fragment, **STILL)
    assert again.tab.evaluate(STATE) == before


def test_a_page_that_nobody_touched_has_a_bare_address(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    assert page.tab.evaluate("location.hash") == ""


def test_a_view_is_told_and_kept(zone_file, open_page):
    page = open_page(zone_file, fragment="#v=34.02,113.955,15", **STILL)
    assert page.texts(".scale-text") == ["200 m"]
    page.tab.locator(".map-button").first.click()
    address = wait_for_address(page, ",16")
    assert [round(float(number), 3) for number in address.removeprefix("#v=").split(",")] == [
        34.02,
        113.955,
        16,
    ]


def test_back_returns_to_what_was_chosen_before(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.locator(".segment", has_text="计划").click()
    rows = page.tab.locator("#panel-tasks .row:visible")
    rows.nth(0).click()
    wait_for_address(page, "t=T-01-01", "v=")
    rows.nth(1).click()
    wait_for_address(page, "t=T-01-04", "v=")
    page.tab.go_back()
    page.tab.wait_for_function("document.querySelector('#panel-tasks .is-open')?.dataset.task === 'T-01-01'")
    page.tab.go_back()
    page.tab.wait_for_function("!document.querySelector('#panel-tasks .is-open')")
    assert page.tab.locator(".segment", has_text="计划").get_attribute("aria-pressed") == "true"
    page.tab.go_forward()
    page.tab.wait_for_function("document.querySelector('#panel-tasks .is-open')?.dataset.task === 'T-01-01'")


@pytest.mark.parametrize(
    "fragment",
    [
        "#t=T-99-99&at=no&u=nobody&c=&f=XXX&s=late&p=1",
        "#v=a,b,c",
        "#v=91,0,3",
        "#v=34,113",
        "#d=9999",
        "#d=2020-10..2020-08",
        "#q=%E4%zz&u=%",
        "#&&==&=",
        "#__proto__=1&constructor=2",
        "#on=yesterday",
    ],
)
def test_what_is_wrong_in_an_address_is_left_out(zone_file, open_page, fragment):
    page = open_page(zone_file, fragment=fragment, **STILL)
    state = page.tab.evaluate(STATE)
    assert len(state["rows"]) == 6
    assert (state["open"], state["query"], state["popup"]) == ([], "", "")


def test_a_range_of_months_and_today_are_told(zone_file, open_page):
    page = open_page(zone_file, fragment="#d=2020-09..2020-10&on=today&u=-,东新区政务中心", **STILL)
    assert page.tab.evaluate(STATE)["rows"] == ["T-01-06"]
    assert page.texts(".dock-chosen") == ["2020.09 至 2020.10"]
    assert page.tab.locator(".as-of", has_text="今天").get_attribute("aria-pressed") == "true"


def test_typing_another_address_changes_the_page(zone_file, open_page):
    page = open_page(zone_file, fragment="#T-01-03", **STILL)
    page.tab.evaluate("location.hash = '#T-01-04'")
    page.tab.wait_for_function("document.querySelector('#panel-tasks .is-open')?.dataset.task === 'T-01-04'")


@pytest.mark.parametrize("button", [".details .copy-link", ".popup .copy-link"])
def test_a_button_copies_the_address(zone_file, open_page, button):
    page = open_page(zone_file, permissions=["clipboard-read", "clipboard-write"], **STILL)
    page.tab.locator("#panel-tasks .row").nth(2).click()
    page.tab.locator("#panel-tasks .place").click()
    page.tab.locator(button).click()
    page.tab.locator(button, has_text="已复制").wait_for()
    assert "t=T-01-03&at=P-02" in page.tab.evaluate("navigator.clipboard.readText()")


def test_without_a_clipboard_the_address_is_copied_all_the_same(zone_file, open_page):
    page = open_page(zone_file, **STILL)
    page.tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.tab.locator(".action").click()
    page.tab.locator("[role=menuitem]", has_text="复制链接").click()
    page.tab.locator(".action", has_text="已复制").wait_for()


def test_the_index_keeps_its_filters_in_the_address(index_file, open_page):
    page = open_page(index_file, fragment="#s=done", **STILL)
    assert page.tab.locator("tbody tr:visible").count() == 1
    page.tab.locator(".search-input").fill("整治")
    wait_for_address(page, "s=done", "q=")
