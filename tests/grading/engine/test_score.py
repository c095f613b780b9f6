"""Points need evidence."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from emptychair.grading.engine._score import Score, number_of, score

STDERR = {"output_type": "stream", "name": "stderr", "text": "careful"}
STDOUT = {"output_type": "stream", "name": "stdout", "text": "fine"}


@pytest.mark.parametrize(
    ("found", "points"),
    [
        ({}, 4.0),
        ({"outputs": [STDOUT]}, 4.0),
        ({"results": [2.5]}, 2.5),
        ({"results": [0]}, 0.0),
        ({"results": [4]}, 4.0),
        ({"results": [np.float64(1.25)]}, 1.25),
        ({"results": [np.int8(3)]}, 3.0),
    ],
)
def test_score_when_there_is_evidence(found: dict[str, Any], points: float) -> None:
    """Does a test that ran to its end earn what it says, or everything?"""
    assert score(4, **{"fault": "", "error": None, "results": [], "outputs": [], **found}) == Score(points)


@pytest.mark.parametrize(
    ("found", "reason", "manual"),
    [
        ({"fault": "it took too long"}, "it took too long", True),
        ({"fault": "it took too long", "results": [4]}, "it took too long", True),
        ({"error": ("AssertionError", "three is expected")}, "three is expected", False),
        ({"error": ("AssertionError", "")}, "AssertionError", False),
        ({"error": ("KeyError", "'a'"), "results": [4]}, "KeyError: 'a'", False),
        ({"results": [True]}, "its last line gave True, which is no number of points", True),
        ({"results": ["4"]}, "its last line gave '4', which is no number of points", True),
        ({"results": [float("nan")]}, "its last line gave nan, which is no number of points", True),
        ({"results": [Fraction(1, 2)]}, "its last line gave Fraction(1, 2), which is no number of points", True),
        ({"results": [np.bool_(True)]}, "its last line gave np.True_, which is no number of points", True),
        ({"results": [np.arange(3)]}, "its last line gave array([0, 1, 2]), which is no number of points", True),
        ({"results": [-1]}, "its last line gave -1 points, but the cell has 0 to 4", True),
        ({"results": [4.001]}, "its last line gave 4.001 points, but the cell has 0 to 4", True),
        ({"results": [1, 1]}, "it gave 2 results; one number of points is wanted", True),
        ({"outputs": [STDOUT, STDERR]}, "it wrote to stderr: careful", True),
    ],
)
def test_score_when_there_is_none(found: dict[str, Any], reason: str, manual: bool) -> None:
    """Is it nothing, in words, and does a person look where the test cannot know?"""
    got = score(4, **{"fault": "", "error": None, "results": [], "outputs": [], **found})
    assert (got.points, got.reason, got.needs_manual) == (0.0, reason, manual)


@pytest.mark.parametrize(("text", "value"), [("1.5", 1.5), ("[1] 1.5", 1.5), (" 2\n", 2.0), ("TRUE", "TRUE"), ("", "")])
def test_number_of_what_a_kernel_shows(text: str, value: object) -> None:
    """Is a number read in the way of Python and of R?"""
    assert number_of(text) == value
