"""Half-lives."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.measures import half_life, trust_half_life


@given(st.floats(0.001, 0.99))
def test_half_life_when_lived_through(share: float) -> None:
    """Is half left after that long?"""
    assert (1 - share) ** half_life(share) == pytest.approx(0.5)


@given(st.floats(0.5, 40), st.floats(-60, 60).filter(lambda gap: abs(gap) > 0.1), st.floats(0, 100))
def test_trust_half_life_when_it_is_exact(half: float, gap: float, toward: float) -> None:
    """Is the half-life of a clean return found, from below and from above, in any unit?"""
    trust = toward - gap * 0.5 ** (np.arange(26) / half)
    assert trust_half_life(trust, toward=toward) == pytest.approx(half, rel=1e-3)
    assert trust_half_life(trust * 1000, toward=toward * 1000, weeks=np.arange(26) * 7) == pytest.approx(
        half * 7, rel=1e-3
    )


def test_trust_half_life_when_it_is_noisy() -> None:
    """Is it near the truth although late measurements lie on both sides of the level?"""
    rng = np.random.default_rng(31)
    found = [
        trust_half_life(70 - 30 * 0.5 ** (np.arange(40) / 6) + rng.normal(0, 1.5, 40), toward=70) for _ in range(60)
    ]
    assert np.median(found) == pytest.approx(6, rel=0.06)
    assert np.mean(np.abs(np.array(found) / 6 - 1) < 0.25) > 0.9


@pytest.mark.parametrize("trust", [[50, 50, 50, 50], [50, 45, 40, 30]])
def test_trust_half_life_when_it_does_not_come_back(trust: list[float]) -> None:
    """Is never a number of weeks?"""
    assert trust_half_life(trust, toward=70) == math.inf


@pytest.mark.parametrize(
    ("trust", "options", "says"),
    [
        ([50, 60], {}, "three"),
        ([50, 55, 60], {"weeks": [1, 1, 1]}, "three"),
        ([70, 70, 70], {}, "no gap"),
        ([50, 55, 60], {"weeks": [1, 2]}, "fit together"),
        ([50, 55, 60], {"toward": float("nan")}, "toward"),
    ],
)
def test_trust_half_life_when_there_is_none(trust: list[float], options: dict[str, object], says: str) -> None:
    """Does the error say what is missing?"""
    with pytest.raises(ValueError, match=says):
        trust_half_life(trust, **{"toward": 70, **options})
    with pytest.raises(ValueError, match="share"):
        half_life(1)
