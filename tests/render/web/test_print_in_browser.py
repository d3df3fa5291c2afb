"""Paper: the page as PDF, as a reader's printer gets it, read and looked at page by page."""

import re

import numpy as np
import pypdfium2
import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
POINTS_PER_MM = 72 / 25.4
PAPERS = {"A4": (210, 297), "A3": (420, 297)}
EDGE_MM = 12
FOOT_MM = 16
FOOT = "内部工作用图·片区界线仅示意·WGS84"
LOOK = 2
"""Pixels of a look at a page, for a point."""
ROAD = (0xBA, 0x5A, 0x2E)
INK = (0x16, 0x21, 0x2B)


class Printed:
    """A PDF in millimetres from the upper left corner."""

    def __init__(self, file):
        self.pages = list(pypdfium2.PdfDocument(file))
        self.texts = [flat(page.get_textpage().get_text_range()) for page in self.pages]

    def size(self, number):
        return tuple(round(side / POINTS_PER_MM) for side in self.pages[number].get_size())

    def characters(self, number):
        """Give each character of a page with its box: left, top, right, bottom."""
        page, text = self.pages[number], self.pages[number].get_textpage()
        height = page.get_height()
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            if character.strip():
                left, bottom, right, top = text.get_charbox(index)
                box = (left, height - top, right, height - bottom)
                yield character, tuple(side / POINTS_PER_MM for side in box)

    def picture(self, number):
        """Give what is seen of a page: rows of pixels, red, green, blue."""
        return self.pages[number].render(scale=LOOK, rev_byteorder=True).to_numpy()[..., :3]


def flat(text):
    """Give a text without spaces and line ends."""
    return re.sub(r"\s|\ufffe|\u0000", "", text)


@pytest.fixture
def print_page(open_page, tmp_path):
    """Open a page, choose a paper in its menu, and give what comes out of the printer."""

    def print_on(page, paper, **options):
        opened = open_page(page, **STILL, **options)
        opened.tab.evaluate("() => { window.print = () => {}; }")
        opened.tab.locator(".action").click()
        opened.tab.locator("[role=menuitem]", has_text=paper).click()
        file = tmp_path / f"{paper}.pdf"
        opened.tab.pdf(path=file, prefer_css_page_size=True)
        assert opened.tab.locator(".print-sheet").count() == 0
        return Printed(file), opened

    return print_on


def near(pixels, colour):
    return (np.abs(pixels.astype(int) - colour).max(axis=-1) < 24).sum()


def part(picture, left, top, right, bottom):
    """Cut out a part of a page, given in millimetres."""
    at = [round(side * POINTS_PER_MM * LOOK) for side in (left, top, right, bottom)]
    return picture[at[1] : at[3], at[0] : at[2]]


@pytest.mark.parametrize(("paper", "pages"), [("A4", 2), ("A3", 1)])
def test_a_print_has_title_legend_list_and_numbered_pages(zone_file, print_page, paper, pages):
    printed, opened = print_page(zone_file, paper)
    assert [printed.size(number) for number in range(len(printed.pages))] == [PAPERS[paper]] * pages
    whole = "".join(printed.texts)
    assert printed.texts[0].startswith(f"{FOOT}1/{pages}东新区2020年8月报告·6项·截至2020-08-01")
    for words in ("类别", "状态", "位置把握", "道路交通", "生态环境", "准确（符号）"):
        assert words in printed.texts[0]
    told = opened.tab.locator("#panel-tasks .task .title").all_text_contents()
    assert len(told) == 6
    assert [whole.count(flat(text)) for text in told] == [1] * 6
    for number, text in enumerate(printed.texts, start=1):
        assert text.startswith(f"{FOOT}{number}/{pages}")
    assert opened.tab.evaluate("location.hash") == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_cut_at_the_edges_of_the_paper(zone_file, print_page, paper):
    printed, _ = print_page(zone_file, paper)
    width, height = PAPERS[paper]
    for number in range(len(printed.pages)):
        outside = [
            (character, box)
            for character, box in printed.characters(number)
            if box[0] < EDGE_MM - 1 or box[2] > width - EDGE_MM + 1 or box[1] < EDGE_MM - 1 or box[3] > height
        ]
        assert outside == []
        in_foot = [box[1] for _, box in printed.characters(number) if box[3] > height - FOOT_MM]
        assert in_foot
        assert min(in_foot) > height - FOOT_MM


@pytest.mark.parametrize(("paper", "frame"), [("A4", (12, 28, 198, 178)), ("A3", (12, 28, 276, 220))])
def test_the_map_is_on_paper_with_its_tasks_and_a_scale(zone_file, print_page, paper, frame):
    picture = print_page(zone_file, paper)[0].picture(0)
    left, top, right, bottom = frame
    road_by_colour = part(picture, *frame)
    assert near(road_by_colour, ROAD) > 200
    scale = part(picture, left, bottom - 8, left + 70, bottom - 1)
    rows = (np.abs(scale.astype(int) - INK).max(axis=-1) < 60).sum(axis=1)
    assert rows.max() > 10 * POINTS_PER_MM
    middle = part(
        picture, (left + right) / 2 - 40, (top + bottom) / 2 - 40, (left + right) / 2 + 40, bottom - 10
    )
    assert len(np.unique(middle.reshape(-1, 3), axis=0)) > 50


def test_on_a3_the_list_stands_beside_the_map(zone_file, print_page):
    printed, _ = print_page(zone_file, "A3")
    heading = next(box for character, box in printed.characters(0) if character == "清")
    assert heading[0] > 280
    assert heading[1] < 25


def test_a_list_that_is_too_long_goes_on_where_it_stopped(long_list_file, print_page):
    printed, opened = print_page(long_list_file, "A3")
    told = [flat(text) for text in opened.tab.locator("#panel-tasks .task .title").all_text_contents()]
    assert len(printed.pages) == 2
    beside = [text for text in told if text in printed.texts[0]]
    rest = [text for text in told if text in printed.texts[1]]
    assert beside + rest == told
    assert 10 < len(beside) < len(rest)
    lowest = max(box[3] for _, box in printed.characters(0) if box[0] > 280 and box[3] < 297 - FOOT_MM)
    assert 240 < lowest < 297 - FOOT_MM


def test_a_print_shows_what_the_filters_leave(zone_file, print_page):
    printed, _ = print_page(zone_file, "A3", fragment="#s=done")
    assert "·显示1/6项·" in printed.texts[0]
    assert "完成第3项整治" in printed.texts[0]
    assert "完成第1项整治" not in printed.texts[0]
