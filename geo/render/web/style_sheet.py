"""The style table as the page's scripts and style sheets see it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import StyleTable
    from geo.render.web.embed import Json


def style_record(style: StyleTable) -> dict[str, Json]:
    """Return the whole table for drawing."""
    return {
        "families": [asdict(family) | {"categories": list(family.categories)} for family in style.families],
        "interface": dict(style.interface),
        "base": dict(style.base),
        "line": dict(style.line),
    }


def custom_properties(style: StyleTable) -> str:
    """Return a rule that names every colour of the interface and the base: ``--ink: #16212B``."""
    colours = dict(style.interface) | {f"base-{name}": colour for name, colour in style.base.items()}
    lines = (f"--{name.replace('_', '-')}: {colour};" for name, colour in colours.items())
    return f":root {{ {' '.join(lines)} }}"


def family_key(style: StyleTable, category: str) -> str:
    """Return the key of the family that takes ``category``; the last family takes an unknown one."""
    for family in style.families:
        if category in family.categories:
            return family.key
    return style.families[-1].key
