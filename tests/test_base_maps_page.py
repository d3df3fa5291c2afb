"""docs/base-maps.md says what is so."""

from __future__ import annotations

import re
import textwrap
import tomllib
from pathlib import Path

from geo.io.base_maps import read_online_bases
from geo.model import BaseProvider, ProvidedBase
from geo.workspace import read_settings

REPOSITORY = Path(__file__).parents[1]
TEXT = (REPOSITORY / "docs/base-maps.md").read_text(encoding="utf-8")
SETTINGS = (REPOSITORY / "planmap.toml").read_text(encoding="utf-8")


def test_the_example_is_read_as_it_stands():
    [example] = re.findall(r"((?:^    .*\n|^\n)+)", TEXT, re.MULTILINE)[1:2]
    bases = read_settings((SETTINGS + textwrap.dedent(example)).encode(), where="planmap.toml").base_maps
    assert [base.id for base in bases] == ["tianditu_vector", "amap", "bureau"]


def test_each_provider_has_its_row_with_its_datum_and_whether_it_needs_a_key():
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in re.findall(r"^\| `.*$", TEXT, re.MULTILINE)
    ]
    listed = {name: row for row in rows for name in re.findall(r"`(\w+)`", row[0]) if name != "provider"}
    assert set(listed) == set(BaseProvider)
    for provider in BaseProvider:
        [base] = read_online_bases([ProvidedBase(provider, "k")])
        _, _, datum, key, _ = listed[provider]
        assert datum.replace(" ", "") == str(base.datum)
        assert (key == "yes") == provider.needs_key


def test_the_repository_names_no_base_and_holds_no_key():
    assert "base_maps" not in tomllib.loads(SETTINGS)
    pages = sorted((REPOSITORY / "maps").glob("*.html"))
    assert [page.name for page in pages if b"img-src" in page.read_bytes()] == []
