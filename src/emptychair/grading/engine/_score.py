"""From what became of a test cell to points. Points need evidence; whatever is not evidence earns none."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from emptychair.grading.engine._outputs import Output

# Their text is a whole sentence already; the name of the exception would only be noise before it.
SPEAKING = ("AssertionError", "NotAnswered", "NotImplementedError")


@dataclass(frozen=True, slots=True)
class Score:
    """The points of a test cell.

    Attributes:
        points: What it earned.
        needs_manual: A person has to look.
        reason: Why it did not earn everything.
        error: The exception behind the reason.
    """

    points: float
    needs_manual: bool = False
    reason: str = ""
    error: str = ""


def score(
    most: float, *, fault: str, error: tuple[str, str] | None, results: Sequence[Any], outputs: Sequence[Output]
) -> Score:
    """Give the points of a test cell.

    Args:
        most: What it can earn.
        fault: Why nothing that happened in the cell can be relied on; empty when it can.
        error: Name and text of the exception that ended the cell.
        results: The values of its last line.
        outputs: What it showed.

    >>> score(2, fault="", error=None, results=[0.5], outputs=[]).points
    0.5
    >>> score(2, fault="", error=None, results=["well done"], outputs=[])
    Score(points=0.0, needs_manual=True, reason="its last line gave 'well done', which is no number of points", error='')
    """
    if fault:
        return Score(0.0, True, fault)
    if error is not None:
        return Score(0.0, False, sentence(*error), error[0])
    noise = "".join(one["text"] for one in outputs if one.get("name") == "stderr").strip()
    if noise:  # as nbgrader has it, which takes a warning for a failure; but a person is told
        return Score(0.0, True, f"it wrote to stderr: {noise[:500]}")
    if len(results) > 1:
        return Score(0.0, True, f"it gave {len(results)} results; one number of points is wanted")
    if not results:
        return Score(most)
    return _partial(results[0], most)


def _partial(value: Any, most: float) -> Score:
    shown = repr(value)[:80]
    if not _is_number(value) or not math.isfinite(value):
        return Score(0.0, True, f"its last line gave {shown}, which is no number of points")
    points = float(value)
    if not 0 <= points <= most:
        return Score(0.0, True, f"its last line gave {shown} points, but the cell has 0 to {most:g}")
    return Score(points)


def _is_number(value: Any) -> bool:
    if type(value) in (int, float):
        return True
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.integer | numpy.floating)


def number_of(text: str) -> Any:
    """The number that a kernel shows, in the way of its language; the text itself when it is none.

    >>> number_of("0.5"), number_of("[1] 2"), number_of("TRUE")
    (0.5, 2.0, 'TRUE')
    """
    try:
        return float(text.strip().removeprefix("[1]"))
    except ValueError:
        return text


def sentence(name: str, text: str) -> str:
    """What an exception says, with its name where that helps.

    >>> sentence("AssertionError", "four is expected"), sentence("NameError", "name 'x' is not defined")
    ('four is expected', "NameError: name 'x' is not defined")
    """
    text = text.strip()
    return text if text and name in SPEAKING else ": ".join(part for part in (name, text) if part)
