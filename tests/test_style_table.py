"""The style table, seen by eyes of every kind: no two families look alike in colour and shape."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from geo.io.assets import read_styles

# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15(6), table of severity 1.0; they act on linear RGB.
SIMULATIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
# Ottosson 2020, "A perceptual color space for image processing".
LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]]
)  # fmt: skip
OKLAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]]
)  # fmt: skip
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])

FAMILIES = {family.key: family for family in read_styles().families}
PAIRS = list(itertools.combinations(FAMILIES, 2))
CLOSEST = {"normal": 0.12, "protan": 0.05, "deutan": 0.06, "tritan": 0.08}
"""Least distance in OKLab between two families of one sight; the table's own figures lie just above."""
TELLS_ALONE = 0.10
"""From this distance a colour needs no shape to be told from another."""


def linear(colour):
    """Give the linear RGB of ``#RRGGBB`` (IEC 61966-2-1)."""
    encoded = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def seen(colour, sight):
    """Give the OKLab of a colour as an eye of that sight sees it."""
    return OKLAB @ np.cbrt(LMS @ np.clip(SIMULATIONS[sight] @ linear(colour), 0, 1))


def distance(one, other, sight):
    """Give how far apart two families' colours are."""
    return float(np.linalg.norm(seen(FAMILIES[one].colour, sight) - seen(FAMILIES[other].colour, sight)))


def grey(key):
    """Give a family's lightness on a grey copy, 0 to 1."""
    return float(seen(FAMILIES[key].colour, "normal")[0])


def contrast(colour, ground):
    """Give the contrast of WCAG 2.2."""
    low, high = sorted(float(LUMINANCE @ linear(tint)) for tint in (colour, ground))
    return (high + 0.05) / (low + 0.05)


def test_the_simulation_leaves_grey_grey_and_tells_what_the_visual_guide_measured():
    for sight, matrix in SIMULATIONS.items():
        assert matrix.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-5), sight
    assert distance("ENV", "ROD", "protan") == pytest.approx(0.054, abs=0.002)
    assert distance("COM", "ROD", "deutan") == pytest.approx(0.068, abs=0.002)
    assert distance("SRV", "IND", "tritan") == pytest.approx(0.097, abs=0.002)


@pytest.mark.parametrize("sight", SIMULATIONS)
def test_no_two_families_have_one_colour_to_any_eye(sight):
    named = [pair for pair in PAIRS if "OTH" not in pair]
    distances = {pair: distance(*pair, sight) for pair in named}
    assert min(distances.values()) >= CLOSEST[sight], min(distances, key=distances.get)


@pytest.mark.parametrize("sight", SIMULATIONS)
def test_families_of_close_colours_have_different_shapes(sight):
    close = [pair for pair in PAIRS if distance(*pair, sight) < TELLS_ALONE]
    assert [pair for pair in close if FAMILIES[pair[0]].shape == FAMILIES[pair[1]].shape] == []


def test_on_a_grey_copy_families_are_told_by_shape_where_not_by_lightness():
    close = [(one, other) for one, other in PAIRS if abs(grey(one) - grey(other)) < TELLS_ALONE]
    assert [pair for pair in close if FAMILIES[pair[0]].shape == FAMILIES[pair[1]].shape] == []
    assert len({family.shape for family in FAMILIES.values()}) == len(FAMILIES)


def test_names_are_read_easily_and_symbols_are_seen_on_white():
    paper = "#FFFFFF"
    assert [key for key, family in FAMILIES.items() if contrast(family.label_colour, paper) < 5.5] == []
    assert [key for key, family in FAMILIES.items() if contrast(family.colour, paper) < 3.0] == []


def test_overdue_is_red_alone_and_never_without_its_sign():
    red = read_styles().interface["overdue"]
    seen_red = seen(red, "normal")
    apart = {
        key: float(np.linalg.norm(seen_red - seen(family.colour, "normal")))
        for key, family in FAMILIES.items()
    }
    assert min(apart.values()) >= TELLS_ALONE
    # Under deuteranopia red comes close to brown, which is why the sign is part of it.
    assert float(np.linalg.norm(seen(red, "deutan") - seen(FAMILIES["ROD"].colour, "deutan"))) < TELLS_ALONE
