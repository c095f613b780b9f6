"""AnticipatoryShipping: send a parcel before the order when the chance is above a line, and see what each line does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from emptychair import shop
from emptychair.widgets._answering import bet_to_come
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._parcels import KEEPS, LEAST, Line, curve, trust

SHELF, NAME = "anticipatory_shipping", "dials"
LIMITS = {"threshold": (round(100 * LEAST), 60), "gain": (1, 40), "cost": (1, 40)}
START = {"threshold": 10, "gain": 8, "cost": 2}
ALL = "everything"
BET = "worth_sending"  # every figure here answers it
SMALL, CROWDED = 300, 10  # dollars below which a chart of gains shows its losses; percent left of which nobody ships

Dials = dict[str, Any]
"""``threshold`` in percent, ``gain`` and ``cost`` in dollars, ``keep``: how much history."""


def shipping_view(dials: Dials) -> dict[str, Any]:
    """Work out what the face shows for a position of the dials.

    Example:
        >>> view = shipping_view({"threshold": 20, "gain": 8, "cost": 2, "keep": "everything"})
        >>> view["facts"][0], view["line"]
        (['778', 'parcels sent'], 20.0)
    """
    gain, cost, keep = dials["gain"], dials["cost"], dials["keep"]
    line = 100 * shop.measures.early_shipping_threshold(gain, cost)
    table = curve(keep, gain, cost)
    here = table[dials["threshold"]]
    return {
        "dials": dials,
        "line": round(line, 1),
        "facts": [
            [f"{here.shipped:,}", "parcels sent"],
            [f"{here.days_saved:,.0f}", "days saved"],
            [f"{here.misrouted:,}", "misrouted"],
            [_dollars(here.profit), "over half a year"],
        ],
        "verdict": _verdict(here, dials["threshold"], line),
        "privacy": _privacy(keep, table),
        "money": _money_chart(table, dials["threshold"], line),
        "trade": _trade_chart(dials, table),
    }


def _dollars(value: float) -> str:
    return f"{'−' if value < 0 else ''}${abs(value):,.0f}"


def _verdict(here: Line, threshold: int, line: float) -> str:
    side = "on" if abs(threshold - line) < 0.5 else "above" if threshold > line else "below"
    position = f"C / (B + C) is {line:.0f} %; your line is {side} it."
    if not here.shipped:
        return f"{position} Nothing is sent."
    return f"{position} Of 100 parcels sent, {100 * here.right / here.shipped:.0f} were ordered in time."


def _privacy(keep: str, table: Sequence[Line]) -> str:
    best = max(table, key=lambda it: it.profit)
    return (
        f"History kept: {keep}. The best line for it earns {_dollars(best.profit)} and saves {best.days_saved:,.0f} days. "
        f"In the same half year data leaked once; customers' mean trust ended at {100 * trust(keep):.1f} of 100."
    )


def _money_chart(table: Sequence[Line], threshold: int, line: float) -> dict[str, Any]:
    low, high = LIMITS["threshold"]
    earned = {percent: round(table[percent].profit) for percent in range(low, high + 1)}
    best = max(earned, key=lambda it: earned[it])
    floor = max(min(earned.values()), -3 * max(earned[best], SMALL))
    return {
        "label": "What each line earns",
        "xLabel": "send when the chance is above, %",
        "yLabel": "dollars",
        "xFrom": low,
        "xTo": high,
        "yFrom": floor,
        "yTo": earned[best] + round((earned[best] - floor) / 6),  # room for the name of the mark
        "lines": [
            {"name": "earned", "points": [[it, sum] for it, sum in earned.items() if sum >= floor], "tone": "accent"},
            {"name": "you", "points": [[threshold, max(earned[threshold], floor)]], "tone": "r"},
        ],
        "marks": [{"x": round(min(line, high), 1), "text": "C / (B + C)"}],
        "summary": f"The best line for this half year was {best} % ({_dollars(earned[best])}); C / (B + C) is {line:.0f} %. "
        f"What loses more than {_dollars(-floor)} is not drawn.",
    }


def _trade_chart(dials: Dials, table: Sequence[Line]) -> dict[str, Any]:
    here, keep = table[dials["threshold"]], dials["keep"]
    lines = [(f"kept: {keep}", table, "accent")]
    if keep != ALL:
        lines.append((f"kept: {ALL}", curve(ALL, dials["gain"], dials["cost"]), "f"))
    # Far to the left, misrouted parcels outnumber everything else.
    part = range(min(CROWDED, dials["threshold"]), LIMITS["threshold"][1] + 1)
    return {
        "label": "Days saved against parcels misrouted",
        "xLabel": "parcels misrouted",
        "yLabel": "days saved",
        "xFrom": 0,
        "yFrom": 0,
        "lines": [
            {"name": name, "points": [[one[it].misrouted, one[it].days_saved] for it in reversed(part)], "tone": tone}
            for name, one, tone in lines
        ]
        + [{"name": "you", "points": [[here.misrouted, here.days_saved]], "tone": "r"}],
        "summary": f"At your line: {here.days_saved:,.0f} days saved, {here.misrouted:,} parcels misrouted.",
    }


class AnticipatoryShipping(Face):
    """Four dials: the line, what a right guess earns, what a wrong one costs, how much history is kept.

    Example:
        >>> AnticipatoryShipping()
        AnticipatoryShipping: a line, a gain, a cost, and how much history is kept
    """

    _esm = module("anticipatory_shipping.js", "chart.js")

    view = traitlets.Dict().tag(sync=True)
    limits = traitlets.Dict().tag(sync=True)
    keeps = traitlets.List().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        entry, trouble = recalled(SHELF, NAME)
        self._dials = _allowed(entry)
        for keep in KEEPS:  # once, so that no dial waits
            curve(keep, START["gain"], START["cost"])
            trust(keep)
        limits = {name: list(ends) for name, ends in LIMITS.items()}
        self._waits = bet_to_come(BET, self._open)
        super().__init__(view=self._now(), limits=limits, keeps=list(KEEPS), trouble=trouble)
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _now(self) -> dict[str, Any]:
        return {"dials": self._dials, "waits": self._waits} if self._waits else shipping_view(self._dials)

    def _open(self) -> None:
        self._waits = ""
        self.view = self._now()

    def _take(self, wish: Any) -> None:
        self._dials = _allowed({**self._dials, **wish} if isinstance(wish, dict) else self._dials)
        self.view = self._now()
        self.trouble = remember(SHELF, NAME, self._dials)

    def describe(self) -> str:
        return "AnticipatoryShipping: a line, a gain, a cost, and how much history is kept"

    def static_html(self) -> str:
        table = curve(ALL, START["gain"], START["cost"])
        rows = "".join(
            f"<tr><td>{place} %</td><td>{table[place].shipped:,}</td><td>{table[place].days_saved:,.0f}</td>"
            f"<td>{table[place].misrouted:,}</td><td>{_dollars(table[place].profit)}</td></tr>"
            for place in (5, 10, 15, 20, 25, 30, 40)
        )
        return (
            f"<p><strong>AnticipatoryShipping.</strong> A right guess earns ${START['gain']}, a wrong one costs ${START['cost']}; "
            "everything is kept.</p><details><summary>Open this when you have committed to a line.</summary>"
            "<table><tr><th>line</th><th>sent</th><th>days saved</th><th>misrouted</th>"
            f"<th>earned</th></tr>{rows}</table></details>"
        )


def _allowed(entry: Any) -> Dials:
    """Keep what can be a position of a dial, else its start."""
    entries = entry if isinstance(entry, dict) else {}
    dials: Dials = dict(START)
    for name, (low, high) in LIMITS.items():
        value = entries.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            dials[name] = round(value)
    keep = entries.get("keep")
    return {**dials, "keep": keep if isinstance(keep, str) and keep in KEEPS else ALL}
