"""Calibration curve."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.calibration import calibration_curve as by_sklearn

from emptychair.shop.measures import calibration_curve


@pytest.mark.parametrize("bins", [1, 5, 10, 20])
def test_calibration_when_chances_are_honest(bins: int) -> None:
    """Do the intervals hold the predicted chances, and do the cases add up?"""
    rng = np.random.default_rng(21)
    chances = np.round(rng.random(5000), 2)  # rounding puts many on the edges of bins
    came = rng.random(5000) < chances
    table = calibration_curve(chances, came, bins=bins)
    observed, predicted = by_sklearn(came, chances, n_bins=bins)
    assert table["observed"].tolist() == observed.tolist()
    assert table["predicted"].tolist() == predicted.tolist()
    assert table["cases"].sum() == 5000
    assert (table["observed"] * table["cases"]).sum() == pytest.approx(came.sum())
    sure = calibration_curve(chances, came, bins=bins, confidence=0.9999)
    assert sure["predicted"].between(sure["low"], sure["high"]).all()


def test_calibration_when_a_guess_is_too_sure() -> None:
    """Does a guess that says 90 % and is right half the time lie outside?"""
    table = calibration_curve([0.9] * 100, [1, 0] * 50)
    assert table["high"].item() < 0.9


def test_calibration_when_all_came_true() -> None:
    """Is there a curve when nothing, or everything, happened?"""
    assert calibration_curve([0.1, 0.9], [1, 1])["observed"].tolist() == [1, 1]
    assert calibration_curve([0.0, 1.0], [0, 0])["observed"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("chances", "came", "says"),
    [([70], [1], "outside 0 to 1"), ([0.7], [2], "happened"), ([0.7], [1, 0], "fit together"), ([], [], "empty")],
)
def test_calibration_when_columns_are_wrong(chances: list[float], came: list[int], says: str) -> None:
    """Are per cents instead of shares, and outcomes other than yes and no, refused?"""
    with pytest.raises(ValueError, match=says):
        calibration_curve(chances, came)
