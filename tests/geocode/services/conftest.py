"""A question about a made-up district, and its outline: a square of about 9 by 11 km."""

import json

import pytest
from shapely import box

from geo.geocode.online import SearchArea


@pytest.fixture
def area():
    return SearchArea(
        city="测试市",
        district="测试区",
        adcode="410199",
        outline=box(113.9, 34.0, 114.0, 34.1),
        crs="EPSG:4547",
    )


@pytest.fixture
def question(area):
    return area.question("和平广场")


@pytest.fixture
def as_text():
    return lambda answer: json.dumps(answer, ensure_ascii=False)
