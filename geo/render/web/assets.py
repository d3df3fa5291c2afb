"""The script and style texts that a page carries, as the caller read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import StyleTable
    from geo.render.web.records import Labels


@dataclass(frozen=True, slots=True)
class WebAssets:
    """Everything that a page needs beside its data."""

    leaflet_js: str
    leaflet_css: str
    modules: Mapping[str, str]
    """Our ES modules: file name (``panel.js``) to text."""
    sheets: Mapping[str, str]
    """Our style sheets: file name (``panel.css``) to text, put in by sorted name."""


@dataclass(frozen=True, slots=True)
class WebKit:
    """What every plugin draws and speaks with."""

    style: StyleTable
    labels: Labels
    assets: WebAssets | None = None
    """Scripts and sheets for a map of someone else; a page of ours takes them when it is saved."""
