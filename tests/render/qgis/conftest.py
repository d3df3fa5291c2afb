from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from geo.io.assets import read_labels, read_styles
from geo.model import Settings, ZoneSetting
from geo.render.qgis import MapContent, ProjectHome, project_bytes
from geo.render.qgis.content import ZoneContent


@pytest.fixture(scope="session")
def styles():
    return read_styles()


@pytest.fixture(scope="session")
def labels():
    return read_labels()


@pytest.fixture(scope="session")
def settings():
    zones = (ZoneSetting("N-1", "北片区", "北片区"), ZoneSetting("N-2", "南片区", "南片区"))
    return Settings("某某区", "990101", "某市", "EPSG:4545", "reports/r.md", dt.date(2022, 3, 1), zones)


@pytest.fixture(scope="session")
def content():
    """Two zones of a district that is nowhere in the code."""
    north = ZoneContent(
        "N-1", "北片区", "北片区", (108.0, 34.1, 108.1, 34.2), ("北片区", "老北区"), ("N-1",), 2
    )
    south = ZoneContent(
        "N-2", "南片区", "南片区", (108.0, 34.0, 108.1, 34.1), ("南片区",), mixed_places=("P-9",)
    )
    return MapContent(dt.date(2022, 3, 1), (north, south), mixed_places=("P-9",), task_roads=("R-1",))


def project_of(archive):
    """Give the root of a project's document."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return ET.fromstring(opened.read("planmap.qgs"))  # noqa: S314 - our own


@pytest.fixture(scope="session")
def project(content, settings, styles, labels):
    return project_of(project_bytes(content, settings=settings, styles=styles, labels=labels))


@pytest.fixture(scope="session")
def stored_project(content, settings, styles, labels):
    """The project as it is stored inside the GeoPackage."""
    written = project_bytes(
        content, settings=settings, styles=styles, labels=labels, home=ProjectHome.PACKAGE
    )
    return project_of(written)
