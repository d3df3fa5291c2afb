import re
from html.parser import HTMLParser

import folium
import pytest

from geo import schema
from geo.render.web import index_map, page_bytes, zone_map

LARGEST_ZONE_PAGE = 450_000
RESOURCE_ATTRIBUTES = {"src", "href", "srcset", "data", "action", "poster"}


class References(HTMLParser):
    """Collect what a page would load, and its elements."""

    def __init__(self):
        super().__init__()
        self.found, self.elements = [], []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.found += [value for name, value in attributes if name in RESOURCE_ATTRIBUTES]


def parsed(page):
    references = References()
    references.feed(page.decode())
    return references


def test_a_zone_map_is_a_folium_map(east, base, drawing):
    assert isinstance(zone_map(east, base=base, **drawing), folium.Map)


def test_the_same_input_gives_the_same_bytes(east, west, base, drawing, assets, zone_file, index_file):
    again = zone_map(east, base=base, siblings=[east.zone, west.zone], **drawing)
    assert page_bytes(again, assets=assets) == zone_file
    assert page_bytes(index_map([east, west], base=base, **drawing), assets=assets) == index_file


def test_a_map_can_be_written_twice(east, base, drawing, assets):
    folium_map = zone_map(east, base=base, **drawing)
    assert page_bytes(folium_map, assets=assets) == page_bytes(folium_map, assets=assets)


@pytest.mark.parametrize("page", ["zone_file", "west_file", "online_file", "index_file"])
def test_a_page_loads_nothing(page, request):
    page = request.getfixturevalue(page)
    assert parsed(page).found == []
    assert not re.findall(rb"@import|importScripts|sourceMappingURL", page)
    assert not any(b"url(" in sheet for sheet in re.findall(rb"<style>(.*?)</style>", page, re.DOTALL))


def test_a_zone_page_is_small(zone_file):
    assert len(zone_file) <= LARGEST_ZONE_PAGE


def test_a_page_is_chinese_and_has_a_title(zone_file):
    elements = dict(parsed(zone_file).elements)
    assert elements["html"] == {"lang": "zh-CN"}
    assert "<title>东新区 · 项目一张图 · 2020年工作报告</title>" in zone_file.decode()


def test_the_policy_lets_nothing_in(zone_file):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', zone_file.decode())[1]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r"img-src|https?:|\*", policy)


@pytest.mark.parametrize("kind", ["zone", "index"])
def test_hostile_text_adds_no_element(kind, hostile_pages, assets, zone_file):
    elements = parsed(page_bytes(hostile_pages[kind], assets=assets)).elements
    assert {tag for tag, _ in elements} <= {tag for tag, _ in parsed(zone_file).elements}
    assert all(
        name in {"type", "id"} for tag, attributes in elements if tag == "script" for name in attributes
    )


def test_every_column_has_a_chinese_label(drawing):
    layers = (*schema.SOURCE_LAYERS, *schema.DERIVED_LAYERS)
    columns = {name for layer in layers for name in layer.column_names}
    assert columns <= set(drawing["labels"]["columns"])


def test_every_value_of_a_closed_set_has_a_chinese_label(drawing):
    labels = drawing["labels"]
    assert set(schema.STATUSES) <= set(labels["status"])
    assert set(schema.PRECISIONS) <= set(labels["precision"])
    assert set(schema.PLACED) <= set(labels["placed"])
    assert set(schema.MISS_REASONS) <= set(labels["miss_reason"])


def test_the_scripts_say_only_words_that_exist(drawing, assets):
    words = drawing["labels"]["words"]
    said = {word for text in assets.modules.values() for word in re.findall(r"\bsay\('(\w+)'", text)}
    assert said <= set(words)
