"""The report beside the map, as a planner reads it."""

import pytest

from geo.render.web import page_bytes

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
TAB = "#tab-report"
PANEL = "#panel-report"
SEEN = """mark => {
    const { top, bottom } = mark.getBoundingClientRect();
    const frame = document.querySelector('.panel-body').getBoundingClientRect();
    return top < frame.bottom && bottom > frame.top;
}"""
CENTRE = (
    "document.querySelector('.scale-text').textContent + document.querySelector('.graticule').textContent"
)


def mark(page, number):
    return page.tab.locator(f".text-task[data-task=T-01-{number:02d}]")


def number_of(page, number):
    return mark(page, number).locator(".task-number")


def words_of(page, number):
    return mark(page, number).locator("> bdi").last


def reading(open_page, file, **options):
    page = open_page(file, **STILL, **options)
    page.tab.locator(TAB).click()
    return page


def test_the_page_shows_the_text_of_its_own_sections(told_file, open_page):
    page = reading(open_page, told_file)
    assert page.texts(f"{PANEL} h2") == ["东新区管委会"]
    text = page.tab.locator(".report-text").inner_text()
    assert "𠀀🚧老城面貌要变，老镇区是重点。" in text
    assert "西环路" not in text


def test_a_page_without_a_report_has_no_such_tab(zone_file, open_page):
    assert open_page(zone_file).tab.locator(TAB).count() == 0


def test_marks_stand_where_they_do_behind_rare_han_and_emoji(told_file, open_page):
    page = reading(open_page, told_file)
    assert page.texts(".report-text .text-task") == [
        "01-0110月底前完成长安街整治",
        "01-02年底前建成中心公园",
        "01-039月底前改造幸福小区",
        "01-049月底前改造阳光花园",
    ]
    assert page.texts(".report-text .text-place-located") == ["长安街", "中心公园", "幸福小区"]
    assert page.texts(".report-text .text-place-unlocated") == ["老镇区", "阳光花园"]
    assert page.texts(".report-text .text-time") == ["10月底前", "年底前", "9月底前", "9月底前"]
    assert page.tab.locator(".text-task .text-place-located").count() == 3
    assert page.tab.locator(".report-text .text-time").first.get_attribute("title") == (
        "2020-08-01 至 2020-10-31 · 期限 2020-10-31"
    )


def test_a_task_is_underlined_in_its_familys_colour_and_a_place_is_bold(told_file, open_page):
    page = reading(open_page, told_file)
    shown = mark(page, 1).evaluate("""mark => {
        const { borderBottomColor, borderBottomWidth, backgroundColor } = getComputedStyle(mark);
        return [borderBottomColor, borderBottomWidth, backgroundColor];
    }""")
    assert shown == ["rgb(186, 90, 46)", "2px", "rgba(186, 90, 46, 0.07)"]
    weight = "place => getComputedStyle(place).fontWeight"
    assert mark(page, 1).locator(".text-place").evaluate(weight) == "600"


def test_a_clicked_task_is_chosen_and_the_map_goes_there(told_file, open_page):
    page = reading(open_page, told_file)
    before = page.tab.evaluate(CENTRE)
    words_of(page, 3).click()
    page.tab.wait_for_function(f"before => {CENTRE} !== before", arg=before)
    assert number_of(page, 3).get_attribute("aria-current") == "true"
    assert page.tab.locator(PANEL).is_visible()
    assert "01-03" in page.tab.locator(".report-bar").inner_text()
    words_of(page, 3).click()
    assert number_of(page, 3).get_attribute("aria-current") is None
    assert not page.tab.locator(".report-bar").is_visible()


def test_a_clicked_place_is_chosen_with_its_task(told_file, open_page):
    page = reading(open_page, told_file)
    mark(page, 3).locator(".text-place").click()
    assert "大市场" in page.tab.locator(".popup h2").inner_text()
    assert mark(page, 3).locator(".text-place").get_attribute("aria-current") == "true"
    assert number_of(page, 3).get_attribute("aria-current") == "true"
    assert number_of(page, 1).get_attribute("aria-current") is None


def test_tasks_and_places_are_reached_and_chosen_with_the_keyboard(told_file, open_page):
    page = reading(open_page, told_file)
    reached = []
    for _ in range(5):
        page.tab.keyboard.press("Tab")
        reached.append(page.tab.evaluate("document.activeElement.textContent"))
    assert reached == ["01-01", "长安街", "01-02", "中心公园", "01-03"]
    page.tab.keyboard.press("Enter")
    assert number_of(page, 3).get_attribute("aria-current") == "true"
    page.tab.keyboard.press("Tab")
    page.tab.keyboard.press("Enter")
    assert page.tab.locator(".popup").is_visible()
    page.tab.keyboard.press("Escape")
    assert page.tab.locator(".popup").is_hidden()
    page.tab.keyboard.press("Escape")
    assert page.tab.locator(".report-text [aria-current]").count() == 0
    assert "t=" not in page.tab.evaluate("location.hash")


def test_a_task_chosen_in_the_list_is_in_sight_when_the_report_is_opened(told_file, open_page):
    page = open_page(told_file, **STILL)
    page.tab.locator("#panel-tasks .row").nth(3).click()
    page.tab.locator(TAB).click()
    assert mark(page, 4).evaluate(SEEN)
    assert number_of(page, 4).get_attribute("aria-current") == "true"


def test_a_place_chosen_on_the_map_brings_the_report_to_its_task(told_file, open_page):
    page = reading(open_page, told_file)
    assert not mark(page, 1).evaluate(SEEN)
    box = page.tab.locator(".folium-map").bounding_box()
    column = box["x"] + box["width"] * 0.47
    for y in range(int(box["y"]) + 80, int(box["y"] + box["height"]) - 40, 10):
        page.tab.mouse.move(column, y)
        if page.tab.evaluate("getComputedStyle(document.querySelector('.folium-map')).cursor") == "pointer":
            page.tab.mouse.click(column, y)
            break
    chosen = page.tab.locator(".text-task.is-chosen")
    assert chosen.count() == 1
    assert chosen.evaluate(SEEN)
    assert page.tab.locator(PANEL).is_visible()


def test_a_task_that_is_pointed_at_is_pointed_at_in_the_text(told_file, open_page):
    page = reading(open_page, told_file)
    mark(page, 1).locator(".text-place").hover()
    assert page.tab.locator(".text-task.is-pointed").count() == 1


def test_the_bar_leads_to_the_row_of_the_task(told_file, open_page):
    page = reading(open_page, told_file)
    words_of(page, 2).click()
    page.tab.locator(".report-open").click()
    assert page.tab.locator("#panel-tasks .row[aria-expanded=true]").is_visible()
    assert "完成第2项整治" in page.tab.locator("#panel-tasks .row[aria-expanded=true]").inner_text()


def test_a_row_leads_to_its_sentence(told_file, open_page):
    page = open_page(told_file, **STILL)
    page.tab.locator("#panel-tasks .row").nth(3).click()
    page.tab.locator("#panel-tasks .read-in-report").click()
    assert mark(page, 4).evaluate(SEEN)


def test_the_page_of_the_district_has_the_whole_report_and_leads_to_the_other_pages(whole_file, open_page):
    page = reading(open_page, whole_file)
    assert page.texts(f"{PANEL} h2") == ["东新区管委会", "西园区管委会"]
    other = page.tab.locator(".text-task-elsewhere .task-number")
    assert other.get_attribute("href") == "Z-02.html#T-02-01"


def test_a_zone_leads_to_the_section_behind_its_own(told_file, open_page):
    page = reading(open_page, told_file)
    link = page.tab.locator(".report-neighbours a")
    assert (link.inner_text().strip(), link.get_attribute("href")) == ("西园区管委会", "Z-02.html")


def test_on_the_phone_the_report_is_read_in_the_sheet(told_file, open_page):
    page = reading(open_page, told_file, width=390, height=844, has_touch=True)
    assert page.tab.evaluate("document.documentElement.scrollWidth") == 390
    number_of(page, 3).tap()
    assert mark(page, 3).evaluate(SEEN)
    assert page.tab.locator(".report-open").bounding_box()["height"] >= 44
    text = page.tab.locator(".report-text").bounding_box()
    assert text["x"] >= 0
    assert text["x"] + text["width"] <= 390


def test_on_the_phone_a_sheet_that_covers_the_map_gives_way_to_it(told_file, open_page):
    page = reading(open_page, told_file, width=390, height=844, has_touch=True)
    page.tab.locator(".sheet-handle").click()
    assert page.tab.locator(".panel").get_attribute("data-stop") == "full"
    number_of(page, 1).tap()
    assert page.tab.locator(".panel").get_attribute("data-stop") == "half"


def test_the_bar_never_covers_the_task_that_was_clicked(told_file, open_page):
    page = reading(open_page, told_file)
    number = number_of(page, 4)
    number.evaluate("link => link.scrollIntoView({ block: 'end' })")
    number.click()
    bar = page.tab.locator(".report-bar").bounding_box()
    box = number.bounding_box()
    assert box["y"] + box["height"] <= bar["y"]


def test_hostile_text_is_shown_as_typed_and_never_run(hostile_pages, assets, open_page):
    page = reading(open_page, page_bytes(hostile_pages["zone"], assets=assets))
    shown = page.tab.locator(".report-text").evaluate("article => article.textContent")
    for typed in (
        "</script><script>window.hit=1</script>",
        '<img src=x onerror="window.hit=2">',
        "${window.hit=3}`${1}`",
        "{{ 7 * 7 }}{% raw %}{# a #}",
        "a\u202eb\u2066c\u200f",
        "&lt;b&gt;&amp;",
        "𠮷🚧",
        "]]>-->",
    ):
        assert shown.count(typed) == 3, typed
    assert page.tab.evaluate("window.hit") is None
    assert page.tab.locator(".report-text :is(img, script, b)").count() == 0
