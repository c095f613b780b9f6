"""Numbers in words: what the text alternative of a figure is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill
from typing import Any

import numpy as np
import numpy.typing as npt


def number(value: float) -> str:
    """Three digits that matter, thousands apart, a true minus.

    Example:
        >>> number(12345.6), number(0.12345), number(-4), number(0)
        ('12,346', '0.123', '−4', '0')
    """
    if not np.isfinite(value):
        return "unknown"
    if abs(value) >= 100:
        text = f"{value:,.0f}"
    else:
        digits = max(0, 2 - int(np.floor(np.log10(abs(value))))) if value else 0
        text = f"{value:.{digits}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", "−")


def percent(share: float) -> str:
    """A share as per cent, whole from ten up.

    Example:
        >>> percent(0.6667), percent(0.034), percent(0.05)
        ('67 %', '3.4 %', '5 %')
    """
    text = f"{100 * share:.0f}" if abs(share) >= 0.0995 else f"{100 * share:.1f}".removesuffix(".0")
    return f"{text} %".replace("-", "−")


def points(share: float) -> str:
    """A difference of shares in percentage points, with its sign.

    Example:
        >>> points(-0.014), points(0.05)
        ('−1.4 points', '+5.0 points')
    """
    return f"{100 * share:+.1f} points".replace("-", "−")


def signed(value: float) -> str:
    """A whole number with its sign.

    Example:
        >>> signed(30.2), signed(-4), signed(0.2)
        ('+30', '−4', '0')
    """
    return f"{value:+.0f}".replace("-", "−") if round(value) else "0"


def course(name: str, x: Sequence[Any], y: npt.NDArray[np.float64], unit: Callable[[float], str], at: str) -> str:
    """How a line runs: where it starts, turns and ends.

    Example:
        >>> course("Trust", [0, 1, 2], np.array([50, 80, 60]), number, "week")
        'Trust starts at 50 (week 0), is highest at 80 (week 1) and ends at 60 (week 2).'
    """
    known = [place for place, value in enumerate(y) if np.isfinite(value)]
    if not known:
        return f"{name} has no values."
    first, last = known[0], known[-1]
    high, low = max(known, key=lambda place: y[place]), min(known, key=lambda place: y[place])
    parts = [f"starts at {unit(y[first])} ({at} {x[first]})"]
    turns = [("highest", high), ("lowest", low)]
    parts += [
        f"is {word} at {unit(y[place])} ({at} {x[place]})"
        for word, place in sorted(turns, key=lambda turn: turn[1])
        if y[place] not in (y[first], y[last])
    ]
    if last != first:
        parts.append(f"ends at {unit(y[last])} ({at} {x[last]})")
    return f"{name} {listed(parts)}."


def name_of(value: Any) -> str:
    """A week or a quarter as one says it.

    Example:
        >>> name_of(3.0), name_of("Q4")
        ('3', 'Q4')
    """
    return number(float(value)) if isinstance(value, (int, float, np.number)) else str(value)


def short(name: object, most: int = 30) -> str:
    """A name as it is written on a figure: no underscores, not longer than a figure bears.

    Example:
        >>> short("where_is_my_order"), short("a reason that somebody wrote as a whole sentence")
        ('where is my order', 'a reason that somebody wrote …')
    """
    words = " ".join(str(name).replace("_", " ").split())
    return words if len(words) <= most else f"{words[: most - 2].rstrip()} …"


def two_lines(name: object, width: int = 26) -> str:
    """A name that has a row to itself: broken once where it is long, and not longer than that.

    Example:
        >>> two_lines("Brolly Barn: new logo, umbrellas")
        'Brolly Barn: new logo,\\numbrellas'
    """
    return fill(short(name, 2 * width - 4), width)


def listed(parts: Sequence[str]) -> str:
    """A list as one writes it.

    Example:
        >>> listed(["a", "b", "c"])
        'a, b and c'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
