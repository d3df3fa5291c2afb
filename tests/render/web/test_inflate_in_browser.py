"""The pages unpack their data themselves: a browser without DecompressionStream shows them too."""

import base64
import gzip
import random
import zlib

import playwright.sync_api
import pytest

from geo.io.assets import web_assets

pytestmark = pytest.mark.chromium

CHANCE = random.Random(7)  # noqa: S311 - no secret, the same each time
TEXTS = {
    "nothing": b"",
    "one letter": b"a",
    "Chinese and rare Han": "二七区𠀀🚧，".encode() * 50,
    "one letter for long": b"a" * 100_000,
    "chance": CHANCE.randbytes(70_000),
    "numbers": b",".join(str(CHANCE.random()).encode() for _ in range(9000)),
    "far apart": b"0123456789" * 3 + CHANCE.randbytes(32_700) + b"0123456789" * 3,
}
STRATEGIES = {
    "stored": (0, zlib.Z_DEFAULT_STRATEGY),
    "fixed codes": (9, zlib.Z_FIXED),
    "best": (9, zlib.Z_DEFAULT_STRATEGY),
    "letters only": (9, zlib.Z_HUFFMAN_ONLY),
}
UNPACK = """packed => {
    const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
    let text = '';
    for (const byte of gunzip(bytes)) text += String.fromCharCode(byte);
    return btoa(text);
}"""


@pytest.fixture
def tab(browser):
    """A blank page that has the unpacker and no other way to unpack."""
    page = browser.new_page()
    page.add_script_tag(content=web_assets(".js")["inflate.js"].replace("export function", "function"))
    page.evaluate("delete window.DecompressionStream")
    yield page
    page.close()


def packed(text, level, strategy):
    packer = zlib.compressobj(level, zlib.DEFLATED, zlib.MAX_WBITS | 16, 9, strategy)
    return packer.compress(text) + packer.flush()


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize("name", TEXTS)
def test_what_was_packed_comes_out_as_it_was(tab, name, strategy):
    file = packed(TEXTS[name], *STRATEGIES[strategy])
    assert gzip.decompress(file) == TEXTS[name]
    assert base64.b64decode(tab.evaluate(UNPACK, base64.b64encode(file).decode())) == TEXTS[name]


def test_a_cut_file_is_refused(tab):
    file = packed(TEXTS["numbers"], *STRATEGIES["best"])[:-4000]
    with pytest.raises(playwright.sync_api.Error, match="damaged"):
        tab.evaluate(UNPACK, base64.b64encode(file).decode())


@pytest.mark.parametrize("file", ["zone_file", "index_file"])
def test_a_page_opens_without_decompression_stream(request, open_page, file):
    page = open_page(request.getfixturevalue(file), before="delete window.DecompressionStream")
    assert page.tab.evaluate("typeof DecompressionStream") == "undefined"
    assert "完成第1项整治" in page.tab.locator("body").inner_text()
