"""PrivacyDial: how long data are kept, what that buys, what a leak takes, and the learner's own decision with its reason."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import traitlets

from emptychair import shop
from emptychair.shop._run import RUN_WEEKS
from emptychair.widgets._base import Face, module, recalled, remember

SHELF, NAME = "privacy_dial", "decision"
START, LONGEST = 26, 78  # weeks
CHECKS = {
    "what customers get": r"\b(?:days?|sooner|earlier|faster|quicker|in time|guess\w*|right|accura\w+|recommend\w*|parcels?)\b",
    "what a leak takes": r"\b(?:leak\w*|trust|privacy|private|breach\w*|stolen|exposed|risk\w*|harm\w*|lose[sn]?|lost)\b",
    "a number": r"\d",
}
"""What a reason for keeping data should name; by the words that usually do."""


@cache
def table() -> pd.DataFrame:
    """The shop's table; it takes about a second and is made once."""
    return shop.retention(shop.load())


def leak_chance() -> float:
    """Percent: the chance of a leak within half a year, at the one leak in the weeks on record.

    Example:
        >>> round(leak_chance())
        28
    """
    world = shop.load()
    leaks = int((world.incidents["incident"] == "data leak").sum())
    return float(100 * -np.expm1(-leaks * RUN_WEEKS / world.weeks))


def dial_view(rows: pd.DataFrame, weeks: float, chance: float) -> dict[str, Any]:
    """Work out what the face shows for so many weeks and a chance of a leak in percent; between rows in a straight line.

    Example:
        >>> rows = pd.DataFrame({"weeks": [0, 78], "accuracy": [0.2, 0.3], "days_saved": [0, 400], "early_usd": [0.0, 100.0],
        ...     "trust_lost": [0.01, 0.05], "leak_usd": [0.0, 1000.0]})
        >>> dial_view(rows, 39, 10)["expected"]
        'Expected in half a year: $50 from parcels sent ahead, and $500 times 10 % lost in a leak. Together $0.'
    """
    at = {name: float(np.interp(weeks, rows["weeks"], rows[name])) for name in rows}
    first = rows.iloc[0]
    net = at["early_usd"] - chance / 100 * at["leak_usd"]
    return {
        "weeks": weeks,
        "line": [[float(x), round(100 * float(y), 2)] for x, y in zip(rows["weeks"], rows["accuracy"], strict=True)],
        "summary": f"With {_weeks(weeks)} kept, {100 * at['accuracy']:.1f} of 100 next categories are guessed right; "
        f"with nothing kept {100 * first['accuracy']:.1f}.",
        "facts": [
            [f"{100 * at['accuracy']:.1f} %", "next category guessed right"],
            [f"{at['days_saved']:,.0f}", "days of waiting saved, all customers"],
            [f"{100 * at['trust_lost']:.1f}", "points of trust lost if it leaks"],
        ],
        "expected": f"Expected in half a year: {_usd(at['early_usd'])} from parcels sent ahead, and {_usd(at['leak_usd'])} "
        f"times {chance:g} % lost in a leak. Together {_usd(net)}.",
        "extra": f"Dollars are against keeping nothing. With nothing kept the same leak takes {100 * first['trust_lost']:.1f} points.",
    }


def _weeks(weeks: float) -> str:
    return "1 week" if weeks == 1 else f"{weeks:g} weeks"


def _usd(value: float) -> str:
    return f"{'−' if round(value) < 0 else ''}${abs(round(value)):,}"


def reason_checks(text: str) -> list[dict[str, Any]]:
    """Say what a reason names and what it leaves out.

    Example:
        >>> [it["there"] for it in reason_checks("13 weeks: a leak would take 3 points of trust.")]
        [False, True, True]
    """
    return [{"name": name, "there": bool(re.search(form, text, re.IGNORECASE))} for name, form in CHECKS.items()]


def outcome(rows: pd.DataFrame, weeks: float) -> str:
    """What the leak of the recorded history would have done.

    Example:
        >>> rows = pd.DataFrame({"weeks": [0, 78], "trust_lost": [0.01, 0.05]})
        >>> outcome(rows, 39)
        'Then a backup leaked, as it did. Trust fell by 3.0 points; had nothing been kept, by 1.0.'
    """
    lost = 100 * float(np.interp(weeks, rows["weeks"], rows["trust_lost"]))
    least = 100 * float(rows["trust_lost"].iloc[0])
    return f"Then a backup leaked, as it did. Trust fell by {lost:.1f} points; had nothing been kept, by {least:.1f}."


class PrivacyDial(Face):
    """How many weeks of data to keep. A decision needs a reason; both are kept, and then it leaks.

    Args:
        rows: What ``shop.retention`` gives; that of the lessons' shop, which takes a second, when it is not given.

    Example:
        >>> PrivacyDial()
        PrivacyDial: how long to keep what customers did, and why
    """

    _esm = module("privacy_dial.js", "chart.js")

    weeks = traitlets.Float(START).tag(sync=True)
    chance = traitlets.Float(0).tag(sync=True)
    reason = traitlets.Unicode("").tag(sync=True)
    decided = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    checks = traitlets.List([]).tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, rows: pd.DataFrame | None = None) -> None:
        self._rows = table() if rows is None else rows
        known, trouble = recalled(SHELF, NAME)
        decided = _readable(known)
        weeks = decided.get("weeks", START)
        chance = round(leak_chance())
        super().__init__(weeks=weeks, chance=chance, reason=decided.get("reason", ""), trouble=trouble)
        self._draw()
        self._tell(decided)
        self.observe(self._draw, names=["weeks", "chance", "reason"])
        self.on_msg(self._decide)

    def _draw(self, _change: object = None) -> None:
        self.view = dial_view(self._rows, min(max(self.weeks, 0), LONGEST), min(max(self.chance, 0), 100))
        self.checks = reason_checks(self.reason)

    def _decide(self, _face: object, wish: object, _buffers: object) -> None:
        if not (isinstance(wish, dict) and wish.get("decide") and self.reason.strip()):
            return
        decided = {"weeks": min(max(self.weeks, 0.0), float(LONGEST)), "reason": self.reason}
        self.trouble = remember(SHELF, NAME, decided)
        self._tell(decided)

    def _tell(self, decided: dict[str, Any]) -> None:
        self.decided = {**decided, "outcome": outcome(self._rows, decided["weeks"])} if decided else {}

    def describe(self) -> str:
        return "PrivacyDial: how long to keep what customers did, and why"

    def static_html(self) -> str:
        view = dial_view(self._rows, START, round(leak_chance()))
        return (
            "<p><strong>PrivacyDial.</strong> Run the cell to turn it. It begins here:</p>"
            f"<p>{view['summary']} {view['expected']}</p>"
        )


def _readable(known: object) -> dict[str, Any]:
    """A decision that was kept, if it can be one."""
    if not isinstance(known, dict):
        return {}
    weeks, reason = known.get("weeks"), known.get("reason")
    good = (
        isinstance(weeks, int | float)
        and not isinstance(weeks, bool)
        and 0 <= weeks <= LONGEST
        and isinstance(reason, str)
    )
    return {"weeks": float(weeks), "reason": reason} if good and weeks is not None else {}
