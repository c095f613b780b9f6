"""TrustLedger: schedule what happens to one customer, and see what goes into the account and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import traitlets

from emptychair import shop
from emptychair.shop._ledger import EVENTS, ORDERS
from emptychair.shop._settings import read, setting
from emptychair.widgets._base import Face, module, recalled, remember

SHELF, NAME = "trust_ledger", "events"
FIRST = ((8, "north_carrier"), (14, "apology"))
"""What stands in the ledger when it is opened for the first time."""
MOST = 12  # events; more cannot be read

NEAR = 2  # orders

Event = tuple[int, str]


def ledger_view(events: Sequence[Event]) -> dict[str, Any]:
    """Work out everything the face shows; trust in points from 0 to 100.

    Example:
        >>> view = ledger_view([(8, "kettle_seal")])
        >>> view["rows"][0]["effect"], view["back"]
        ('−22 points at once, −7 by order 40', 'Order 23 is the first at which trust is back where it was before order 8.')
    """
    book, calm = (_points(events), _points(()))
    half = shop.measures.half_life(setting("trust")["gain"])
    worst = max(range(1, ORDERS + 1), key=lambda order: book[order - 1] - book[order])
    return {
        "rows": [_row(events, place) for place in range(len(events))],
        "lines": [
            {"name": f"as scheduled, {book[-1]:.0f}", "points": _drawn(book), "tone": "accent"},
            {"name": f"nothing happens, {calm[-1]:.0f}", "points": _drawn(calm), "tone": "f"},
        ],
        "marks": _marks(events),
        "summary": f"After {ORDERS} orders trust stands at {book[-1]:.0f} of 100, against {calm[-1]:.0f} if nothing had happened.",
        "back": _back(book, worst),
        "facts": [
            [f"{book[-1] - calm[-1]:+.0f}".replace("-", "−"), "points against nothing happening"],
            [f"{max(0.0, book[worst - 1] - book[worst]):.1f}", "points lost by the worst order"],
            [f"{max(b - a for a, b in zip(book, book[1:], strict=False)):.1f}", "points won by the best"],
            [f"{half:.1f}", "good orders: half-life of lost trust"],
        ],
    }


def _points(events: Iterable[Event]) -> list[float]:
    return [100 * trust for trust in shop.ledger(events)["trust"]]


def _drawn(book: Sequence[float]) -> list[list[float]]:
    return [[order, round(level, 2)] for order, level in enumerate(book)]


def _marks(events: Sequence[Event]) -> list[dict[str, Any]]:
    """The numbers of the events at their orders; what is next to each other shares a mark, or the numbers would overlap."""
    marks: list[dict[str, Any]] = []
    for place, (order, _) in enumerate(events, 1):
        if marks and order - marks[-1]["x"] <= NEAR:
            marks[-1]["text"] += f", {place}"
        else:
            marks.append({"x": order, "text": f"{place}"})
    return marks


def _row(events: Sequence[Event], place: int) -> dict[str, Any]:
    """One event, and what the ledger would be without it."""
    order, name = events[place]
    others = [it for n, it in enumerate(events) if n != place]
    moved = [a - b for a, b in zip(_points(events), _points(others), strict=True)]
    at_once, later = (f"{round(value):+d}".replace("-", "−").replace("+0", "±0") for value in (moved[order], moved[-1]))
    return {
        "order": order,
        "name": name,
        "title": read("ledger")[name]["title"],
        "said": read("ledger")[name]["said"],
        "effect": f"{at_once} points at once, {later} by order {ORDERS}",
    }


def _back(book: Sequence[float], worst: int) -> str:
    """When the worst loss is made good."""
    before = book[worst - 1]
    if book[worst] >= before:
        return "No order loses trust."
    again = next((order for order in range(worst + 1, ORDERS + 1) if book[order] >= before), None)
    if again is None:
        return f"After {ORDERS} orders trust is not back where it was before order {worst}."
    return f"Order {again} is the first at which trust is back where it was before order {worst}."


def readable(events: object) -> tuple[Event, ...]:
    """Keep of a list what can be scheduled, in order of time.

    Example:
        >>> readable([[9, "fix"], [3, "late"], [99, "fix"], [1, "gift"], "x"])
        ((3, 'late'), (9, 'fix'))
    """
    pairs = (
        [it for it in events if isinstance(it, list | tuple) and len(it) == 2]
        if isinstance(events, list | tuple)
        else []
    )
    good = [(order, name) for order, name in pairs if type(order) is int and 1 <= order <= ORDERS and name in EVENTS]
    return tuple(sorted(good, key=lambda it: it[0]))[:MOST]


class TrustLedger(Face):
    """What happens to one customer of Tern Lane, order by order; what was scheduled last is kept.

    Example:
        >>> TrustLedger()
        TrustLedger: what 40 orders put into a customer's trust, and what takes it out
    """

    _esm = module("trust_ledger.js", "chart.js")

    choices = traitlets.List([{"name": name, **read("ledger")[name]} for name in EVENTS]).tag(sync=True)
    orders = traitlets.Int(ORDERS).tag(sync=True)
    most = traitlets.Int(MOST).tag(sync=True)
    events = traitlets.List([]).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        known, trouble = recalled(SHELF, NAME)
        events = FIRST if known is None else readable(known)
        super().__init__(events=[list(it) for it in events], view=ledger_view(events), trouble=trouble)
        self.observe(self._schedule, names=["events"])

    def _schedule(self, _change: object) -> None:
        events = readable(self.events)
        self.view = ledger_view(events)
        self.trouble = remember(SHELF, NAME, [list(it) for it in events])

    def describe(self) -> str:
        return f"TrustLedger: what {ORDERS} orders put into a customer's trust, and what takes it out"

    def static_html(self) -> str:
        view = ledger_view(FIRST)
        rows = "".join(f"<li>Order {it['order']}: {it['title']}. {it['effect']}.</li>" for it in view["rows"])
        return (
            "<p><strong>TrustLedger.</strong> Run the cell to schedule what happens to one customer. To begin with:</p>"
            f"<ul>{rows}</ul><p>{view['summary']}</p>"
        )
