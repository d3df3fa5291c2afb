"""Draw the keys that no legend of layers has: fills by status, drawing by precision, north."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import StyleTable

_BOX = "-10 -10 20 20"


def status_keys(styles: StyleTable) -> Mapping[str, str]:
    """Return a drawing a status: hollow, lower half filled, solid, and the sign of 逾期."""
    ink, red = styles.interface["ink"], styles.interface["overdue"]
    square = '<rect x="-7" y="-7" width="14" height="14" fill="{}" stroke="' + ink + '" stroke-width="1.8"/>'
    half = f'<rect x="-7" y="0" width="14" height="7" fill="{ink}"/>'
    sign = '<path d="M6-8.4V-5.6M6-4.4V-3.6" stroke="#fff" stroke-width="1.3"/>'
    disc = f'<circle cx="6" cy="-6" r="4" fill="{red}"/>{sign}'
    return {
        "planned": _svg(square.format("#fff")),
        "started": _svg(square.format("#fff") + half),
        "done": _svg(square.format(ink)),
        "overdue": _svg(square.format("#fff") + half + disc),
    }


def precision_keys(styles: StyleTable) -> Mapping[str, str]:
    """Return a drawing a class of precision: symbol, ringed symbol, hatched circle."""
    colour = styles.base["mixed"]
    dot = f'<circle r="{{}}" fill="{colour}"/>'
    ring = f'<circle r="8.6" fill="none" stroke="{colour}" stroke-width="1.2" stroke-dasharray="3 2"/>'
    hatch = f'<path d="M-6.5 3 3-6.5M-7.5 8 8-7.5M-3 6.5 6.5-3" stroke="{colour}" stroke-width="0.9"/>'
    return {
        "exact": _svg(dot.format("6.5")),
        "street_point": _svg(dot.format("4.5") + ring),
        "area": _svg(ring + hatch),
    }


def north_arrow(styles: StyleTable) -> str:
    """Return an arrow to the north."""
    ink = styles.interface["ink"]
    return _svg(
        f'<path d="M0-9.5 5 8 0 4.6Z" fill="#fff" stroke="{ink}" stroke-width="0.8"/>'
        f'<path d="M0-9.5-5 8 0 4.6Z" fill="{ink}" stroke="{ink}" stroke-width="0.8"/>'
    )


def _svg(drawn: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_BOX}" width="20" height="20">{drawn}</svg>'
