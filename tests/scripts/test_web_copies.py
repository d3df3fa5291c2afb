"""The network as pages find it while they are measured."""

from __future__ import annotations

import pytest

from web_copies import NO_PICTURE, NoCopyError, copy_name, copy_of

CDN = "https://cdn.example/npm"
NAMES = {
    "/npm/leaflet@1.9.3/dist/leaflet.js": "leaflet@1.9.3/dist/leaflet.js",
    "/npm/@fortawesome/fontawesome-free@6.2.0/css/all.min.css": (
        "@fortawesome/fontawesome-free@6.2.0/css/all.min.css"
    ),
    "/maplibre-gl@5.14.0/dist/maplibre-gl.css": "maplibre-gl@5.14.0/dist/maplibre-gl.css",
    "/npm/@deck.gl/widgets@~9.3.*/dist/stylesheet.css": "@deck.gl/widgets@9.3.11/dist/stylesheet.css",
    "/npm/@deck.gl/jupyter-widget@~9.3.*/dist/index.js": "wheel/jupyter-widget.js",
    "/npm/leaflet.fullscreen@3.0.0/Control.FullScreen.min.js": (
        "leaflet.fullscreen@3.0.0/Control.FullScreen.js"
    ),
    "/jquery-3.7.1.min.js": "jquery@3.7.1/dist/jquery.min.js",
    "/ajax/libs/leaflet.markercluster/1.1.0/leaflet.markercluster.js": (
        "leaflet.markercluster@1.1.0/dist/leaflet.markercluster.js"
    ),
}


@pytest.mark.parametrize(("path", "name"), NAMES.items())
def test_a_path_names_its_copy(path, name):
    assert copy_name(path) == name


def test_a_copy_is_given_as_it_is(tmp_path):
    file = tmp_path / "leaflet@1.9.3" / "dist" / "leaflet.js"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"L = {};")
    assert copy_of(f"{CDN}/leaflet@1.9.3/dist/leaflet.js?v=1", tmp_path) == b"L = {};"


def test_an_address_without_a_copy_is_named(tmp_path):
    address = f"{CDN}/leaflet@9.9.9/dist/leaflet.js"
    with pytest.raises(NoCopyError, match=r"leaflet@9\.9\.9/dist/leaflet\.js: no local copy"):
        copy_of(address, tmp_path)


def test_a_tile_is_an_empty_picture(tmp_path):
    assert copy_of("https://tiles.example/12/3340/1620.png", tmp_path) == NO_PICTURE
