"""The palettes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from emptychair.shop.plot._theme import DASHES, SERIES, THEMES, Theme


def linear(color: str) -> np.ndarray:
    """Light of a color in each of the three primaries, 0 to 1 (sRGB)."""
    part = np.array([int(color[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio, from 1 to 21."""
    light, dark = sorted((float(linear(color) @ (0.2126, 0.7152, 0.0722)) for color in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# What is left of the primaries for people without one kind of cone (Machado, Oliveira & Fernandes 2009, severity 1).
SIGHT = {
    "all three": np.eye(3),
    "no long waves": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no middle waves": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}


def lab(color: str, sight: np.ndarray) -> np.ndarray:
    """Place of a color in CIELAB, in which distances are about what the eye sees."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.clip(xyz @ (sight @ linear(color)) / (0.9505, 1.0, 1.089), 1e-6, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.fixture(params=THEMES.values(), ids=THEMES.keys())
def theme(request: pytest.FixtureRequest) -> Theme:
    """Light and dark."""
    return request.param


def test_text_when_measured(theme: Theme) -> None:
    """Does every text color reach 4.5 to 1 on every paper?"""
    colors = {theme.ink, theme.soft, *(theme.text(hue) for hue in theme.marks)}
    assert {
        (color, paper): ratio for color in colors for paper in theme.papers if (ratio := contrast(color, paper)) < 4.5
    } == {}


def test_marks_when_measured(theme: Theme) -> None:
    """Does every mark reach 3 to 1 on every paper?"""
    colors = theme.marks.values()
    assert {
        (color, paper): ratio for color in colors for paper in theme.papers if (ratio := contrast(color, paper)) < 3
    } == {}


@pytest.mark.parametrize("hues", [SERIES[:4], ("bad", "gray", "green"), ("accent", "bad")], ids="-".join)
@pytest.mark.parametrize("sight", SIGHT.values(), ids=SIGHT.keys())
def test_hues_of_a_panel_when_seen_by_others(theme: Theme, sight: np.ndarray, hues: tuple[str, ...]) -> None:
    """Do hues that share a panel stay apart for people who see two primaries?"""
    near = [
        (one, other)
        for one, other in combinations(hues, 2)
        if np.linalg.norm(lab(theme.mark(one), sight) - lab(theme.mark(other), sight)) < 12
    ]
    assert near == []


def test_series_when_printed_in_gray() -> None:
    """Has every line a dash of its own as well?"""
    assert len(set(map(str, DASHES))) == len(DASHES) >= len(SERIES)


def test_contrast_when_known() -> None:
    """Is black on white 21 to 1, and WCAG's own gray at the border?"""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
