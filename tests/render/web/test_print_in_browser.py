"""Paper: the page as PDF, as a reader's printer gets it."""

import re
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.chromium

STILL = {"reduced_motion": "reduce"}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler-utils")
@pytest.mark.parametrize(("paper", "size"), [("A4", "594.96 x 841.92"), ("A3", "1191.12 x 841.92")])
def test_a_print_has_title_list_and_numbered_pages(zone_file, open_page, tmp_path, paper, size):
    page = open_page(zone_file, **STILL)
    page.tab.evaluate("() => { window.print = () => {}; }")
    page.tab.locator(".action").click()
    page.tab.locator("[role=menuitem]", has_text=paper).click()
    file = tmp_path / "page.pdf"
    page.tab.pdf(path=file, prefer_css_page_size=True)
    told, text = (
        subprocess.run([program, *options], check=True, capture_output=True, text=True).stdout
        for program, *options in [("pdfinfo", file), ("pdftotext", "-layout", file, "-")]
    )
    assert size in told
    for words in ("东新区", "任务清单", "完成第1项整治", "改造7个老旧小区", "内部工作用图"):
        assert words in text
    assert re.search(r"2 ?/ ?2\s*$", text)
    assert page.tab.locator(".print-sheet").count() == 0
    assert page.tab.evaluate("location.hash") == ""
