"""Build one page with one library, in this process: ``web_peers.py LIBRARY FRAME PAGE``.

FRAME is a pickled frame of generated features, PAGE the file to write. No library is given a base map.
Each first builds a page of a few rows, so that its modules are loaded. Prints one JSON object: the
library with its version, seconds from the frame in memory to the file, the greatest resident size of the
process, and the size of the file.
"""

from __future__ import annotations

import base64
import gzip
import importlib
import json
import logging
import os
import pickle
import resource
import sys
import tempfile
import time
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas as gpd

ATTRIBUTES = ("name", "road", "unit", "category", "status", "zone", "due", "description")
MIDDLE = (34.72, 113.65)
"""Latitude first, as most of these libraries want it."""
ZOOM, MOST_ZOOM = 12, 18
POINT_PX = 4
COLOURS = (
    "#1f77b4", "#aec7e8", "#ff7f0e", "#ffbb78", "#2ca02c", "#98df8a", "#d62728",
    "#ff9896", "#9467bd", "#c5b0d5", "#8c564b", "#c49c94", "#e377c2", "#f7b6d2",
    "#7f7f7f", "#c7c7c7", "#bcbd22", "#dbdb8d", "#17becf", "#9edae5",
)  # fmt: skip
WARM_UP = 100
BYTES_OF_PEAK = 1 if sys.platform == "darwin" else 1024
MEGABYTE = 1_000_000
BARE_PAGE = Path(__file__).with_name("bare_page.html")
LEAFLET = "js_lib_leaflet"


def by_planmap(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write the page with list, search and facets; what every page is made of is read anew."""
    pipeline, web = importlib.import_module("geo.pipeline"), importlib.import_module("geo.render.web")
    kit = pipeline.read_kit()
    made = web.feature_map(features, title="要素一张图", kit=kit)
    page.write_bytes(web.page_bytes(made, assets=kit.assets))


def by_bare_page(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write what anybody would by hand: Leaflet and packed GeoJSON in one file, drawn on a canvas."""
    packed = gzip.compress(as_text(features).to_json(drop_id=True, ensure_ascii=False).encode(), mtime=0)
    leaflet = files(LEAFLET).joinpath("static", LEAFLET)
    parts = {
        "style": leaflet.joinpath("leaflet.css").read_text(encoding="utf-8"),
        "leaflet": leaflet.joinpath("leaflet.js").read_text(encoding="utf-8"),
        "features": base64.b64encode(packed).decode(),
        "colours": json.dumps(colour_of_category(features), ensure_ascii=False),
    }
    page.write_text(Template(BARE_PAGE.read_text(encoding="utf-8")).substitute(parts), encoding="utf-8")


def by_explore(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write what GeoDataFrame.explore gives, on a canvas."""
    chart = as_text(features).explore(
        column="category",
        categorical=True,
        cmap=list(COLOURS),
        tooltip=list(ATTRIBUTES),
        popup=list(ATTRIBUTES),
        tiles=None,
        prefer_canvas=True,
        marker_kwds={"radius": POINT_PX},
    )
    chart.save(page)


def by_folium(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write folium's own layer of GeoJSON, on a canvas."""
    folium = importlib.import_module("folium")
    chart = folium.Map(location=MIDDLE, zoom_start=ZOOM, tiles=None, prefer_canvas=True)
    layer = folium.GeoJson(
        as_text(features),
        style_function=category_style(features),
        marker=folium.CircleMarker(radius=POINT_PX, fill=True),
        tooltip=folium.GeoJsonTooltip(list(ATTRIBUTES)),
    )
    layer.add_to(chart)
    chart.save(page)


def by_cluster(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write folium's fast clusters: one point a feature, no attributes."""
    folium, plugins = importlib.import_module("folium"), importlib.import_module("folium.plugins")
    points = features.representative_point()
    # Clusters ask the map how far one may zoom, which tiles would tell it.
    chart = folium.Map(location=MIDDLE, zoom_start=ZOOM, tiles=None, prefer_canvas=True, maxZoom=MOST_ZOOM)
    plugins.FastMarkerCluster(list(zip(points.y, points.x, strict=True))).add_to(chart)
    chart.save(page)


def by_leafmap(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write leafmap's layer of a frame, with its folium half, on a canvas."""
    folium, leafmap = importlib.import_module("folium"), importlib.import_module("leafmap.foliumap")
    chart = leafmap.Map(center=list(MIDDLE), zoom=ZOOM, tiles=None, prefer_canvas=True)
    chart.add_gdf(
        as_text(features),
        layer_name="features",
        style_callback=category_style(features),
        marker=folium.CircleMarker(radius=POINT_PX, fill=True),
    )
    chart.to_html(str(page))


def by_pydeck(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write deck.gl's layer of GeoJSON, drawn by WebGL."""
    pydeck = importlib.import_module("pydeck")
    colours = {category: rgb(colour) for category, colour in colour_of_category(features).items()}
    coloured = as_text(features).assign(colour=features["category"].map(colours))
    layer = pydeck.Layer(
        "GeoJsonLayer",
        json.loads(coloured.to_json()),
        pickable=True,
        auto_highlight=True,
        get_fill_color="properties.colour",
        get_line_color="properties.colour",
        point_radius_units="'pixels'",
        get_point_radius=POINT_PX,
        line_width_units="'pixels'",
        get_line_width=2,
    )
    view = pydeck.ViewState(latitude=MIDDLE[0], longitude=MIDDLE[1], zoom=ZOOM - 1)
    tooltip = {"text": "\n".join(f"{name}: {{{name}}}" for name in ATTRIBUTES)}
    deck = pydeck.Deck([layer], initial_view_state=view, map_provider=None, tooltip=tooltip)
    deck.to_html(str(page), notebook_display=False)


def by_maplibre(features: gpd.GeoDataFrame, page: Path) -> None:
    """Write MapLibre's source of GeoJSON with a layer for each kind of geometry, drawn by WebGL."""
    logging.getLogger("maplibre").setLevel(logging.ERROR)  # it warns of what it can do besides
    maplibre = importlib.import_module("maplibre")
    white = {"id": "ground", "type": "background", "paint": {"background-color": "#ffffff"}}
    style = {"version": 8, "sources": {}, "layers": [white]}
    options = maplibre.MapOptions(style=style, center=MIDDLE[::-1], zoom=ZOOM - 1)
    chart = maplibre.Map(options)
    chart.add_source("features", as_text(features))
    pairs = [part for pair in colour_of_category(features).items() for part in pair]
    colour = ["match", ["get", "category"], *pairs, "#000000"]
    layers = {
        "Polygon": ("fill", {"fill-color": colour, "fill-opacity": 0.4}),
        "LineString": ("line", {"line-color": colour, "line-width": 2}),
        "Point": ("circle", {"circle-color": colour, "circle-radius": POINT_PX}),
    }
    for shape, (kind, paint) in layers.items():
        shown = ["==", ["geometry-type"], shape]
        chart.add_layer(maplibre.Layer(type=kind, id=kind, source="features", paint=paint, filter=shown))
        chart.add_tooltip(kind)
    page.write_text(chart.to_html(style="height: 100vh"), encoding="utf-8")


LIBRARIES: dict[str, tuple[str, Callable[[gpd.GeoDataFrame, Path], None]]] = {
    "planmap": ("planmap", by_planmap),
    "bare page": ("django-js-lib-leaflet", by_bare_page),
    "explore": ("geopandas", by_explore),
    "folium GeoJson": ("folium", by_folium),
    "FastMarkerCluster": ("folium", by_cluster),
    "leafmap": ("leafmap", by_leafmap),
    "pydeck": ("pydeck", by_pydeck),
    "maplibre": ("maplibre", by_maplibre),
}
"""The package whose version is told, and what builds the page."""


def as_text(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the dates as text: JSON knows no dates."""
    return features.assign(due=[None if day is None else day.isoformat() for day in features["due"]])


def colour_of_category(features: gpd.GeoDataFrame) -> dict[str, str]:
    """Give each category a colour."""
    return dict(zip(sorted(features["category"].unique()), COLOURS, strict=False))


def category_style(features: gpd.GeoDataFrame) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Give the style of a feature as folium asks for it."""
    colours = colour_of_category(features)

    def style(feature: dict[str, Any]) -> dict[str, Any]:
        return {"color": colours[feature["properties"]["category"]], "weight": 2, "fillOpacity": 0.4}

    return style


def rgb(colour: str) -> list[int]:
    """Give a colour as three numbers."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def measure(library: str, frame: Path, page: Path) -> dict[str, Any]:
    """Build the page and tell what it took."""
    package, build = LIBRARIES[library]
    features = pickle.loads(frame.read_bytes())  # noqa: S301 - our own
    with tempfile.TemporaryDirectory() as aside:
        build(features.head(WARM_UP), Path(aside, "page.html"))
    began, began_core = time.perf_counter(), time.process_time()
    build(features, page)
    seconds, core_seconds = time.perf_counter() - began, time.process_time() - began_core
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_PEAK / MEGABYTE
    return {
        "label": label(library, package),
        "seconds": seconds,
        "core_seconds": core_seconds,
        "peak_mb": peak,
        "file_mb": page.stat().st_size / MEGABYTE,
        "load": os.getloadavg()[0],
    }


def label(library: str, package: str) -> str:
    """Name a library with the version of what makes its page."""
    told = {"bare page": "Leaflet", "explore": "geopandas", "FastMarkerCluster": "folium"}.get(library)
    return f"{library} ({told} {version(package)})" if told else f"{library} {version(package)}"


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
