import base64
import gzip
import json

from geo.io.readings import read_readings
from geo.render.web.readings import readings_record
from geo.render.web.zone_page import zone_map


def test_a_character_has_its_first_reading_first():
    readings = read_readings()
    assert readings["行"] == ("xing", "hang")
    assert readings["化"] == ("hua",)


def test_only_characters_of_the_data_are_told():
    record = readings_record({"a": ["德化", 3, None, {"b": "街"}]}, read_readings())
    assert record == {"de": "德", "hua": "化", "jie": "街"}


def unpacked(plugin):
    return json.loads(gzip.decompress(base64.b64decode(plugin.packed_data)))


def test_text_without_a_reading_needs_none():
    assert readings_record("abc 123 🚧𠮷", read_readings()) == {}


def test_a_page_carries_the_readings_of_its_own_words_only(east, base, drawing):
    folium_map = zone_map(east, base=base, **drawing)
    layer = next(
        child for child in folium_map._children.values() if getattr(child, "function", "") == "addTaskLayer"
    )
    readings = unpacked(layer)["readings"]
    assert "改" in readings["gai"]
    assert "chang" in readings
    assert len(json.dumps(readings, ensure_ascii=False).encode()) < 4000


def test_a_page_can_do_without_readings(east, base, drawing):
    folium_map = zone_map(east, base=base, **{**drawing, "readings": {}})
    layer = next(
        child for child in folium_map._children.values() if getattr(child, "function", "") == "addTaskLayer"
    )
    assert unpacked(layer)["readings"] == {}
