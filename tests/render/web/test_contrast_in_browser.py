"""Every text can be read: WCAG 2.2 AA, 4.5 to 1, and 3 to 1 where it is large."""

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}
FAINT = """() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const rgba = colour => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
    const ground = element => {
        const layers = [];
        for (let at = element; at; at = at.parentElement) {
            layers.push(rgba(getComputedStyle(at).backgroundColor));
        }
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
    };
    const light = colour => {
        const [r, g, b] = colour.map(part => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint = new Set();
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const text = walker.currentNode.data.trim();
        if (!text || !element.checkVisibility() || element.closest('script')) continue;
        const style = getComputedStyle(element);
        const behind = ground(element);
        const [dark, bright] = [light(over(rgba(style.color), behind)), light(behind)].sort((a, b) => a - b);
        const ratio = (bright + 0.05) / (dark + 0.05);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        if (ratio < (large ? 3 : 4.5)) faint.add(`${text} ${ratio.toFixed(2)}`);
    }
    return [...faint];
}"""


@pytest.mark.parametrize("width", [1440, 390])
def test_the_texts_of_a_zone_page_stand_out(told_file, open_page, width):
    page = open_page(told_file, width=width, **STILL)
    assert page.tab.evaluate(FAINT) == []
    page.tab.locator("#panel-tasks .row").nth(2).click()
    assert page.tab.evaluate(FAINT) == []
    page.tab.locator("#tab-unplaced").click()
    assert page.tab.evaluate(FAINT) == []
    page.tab.locator("#tab-report").click()
    assert page.tab.evaluate(FAINT) == []
    page.tab.locator(".button-measure").click()
    assert page.tab.evaluate(FAINT) == []


def test_the_texts_of_the_index_stand_out(index_file, open_page):
    page = open_page(index_file, **STILL)
    for fold in page.tab.locator("main summary:visible").all():
        fold.click()
    assert page.tab.evaluate(FAINT) == []
