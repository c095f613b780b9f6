"""ABTest: did the fix work? How many orders to watch, what the two halves say, and what it does to look every week."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any, ClassVar

from emptychair import shop
from emptychair.shop.measures import sample_size
from emptychair.widgets._banner import LOOKS, alarms_told, banner_view, tempting
from emptychair.widgets._base import module
from emptychair.widgets._chooser import Choice, Chooser, one_of
from emptychair.widgets._trial_numbers import Halves, Trial, Watched, alike, fix_trial, power

VERDICTS = {"works": "The fix works", "nothing": "The fix does nothing", "unknown": "These orders cannot tell"}
STEP = 50
"""Orders in each half, by which the size goes up."""


@cache
def _numbers() -> tuple[Trial, Halves]:
    world = shop.load()
    return fix_trial(world), alike(world)


def sizes_of(orders: Watched) -> range:
    """The sizes that can be watched."""
    return range(STEP, orders.most + 1, STEP)


def plan_told(base: float, drop: int, size: int) -> str:
    """Say what a size can see.

    Example:
        >>> plan_told(0.24, 5, 400)
        'Before the trial, 24.0 of 100 such orders led to a contact. To see a drop of 5 points, 4 times in 5, takes 1,059 orders in \
each half. With 400 it is seen 41 times in 100.'
    """
    after = base - drop / 100
    needed = sample_size(base, after)
    return (
        f"Before the trial, {100 * base:.1f} of 100 such orders led to a contact. To see a drop of {drop} points, 4 times in 5, "
        f"takes {needed:,} orders in each half. With {size:,} it is seen {100 * power(base, after, size):.0f} times in 100."
    )


def result_told(orders: Watched, size: int) -> dict[str, Any]:
    """Say what the first orders of each half show: how many fewer contacts per 100 orders, from where to where."""
    test, week, (a, b) = orders.first(size)
    fewer, low, high = (round(100 * value, 1) for value in (-test.difference, -test.high, -test.low))
    return {
        "sentence": f"After {week} weeks: {a} of {size:,} orders led to a contact with the new carrier, {b} of {size:,} with the old one. "
        f"That is {fewer:.1f} fewer per 100 orders, {low:.1f} to {high:.1f}.".replace("-", "−"),
        "value": fewer,
        "low": low,
        "high": high,
        "clear": "zero is outside the interval" if test.clear else "zero is inside the interval",
    }


class ABTest(Chooser):
    """A fix that half of the customers got, and a banner that changes nothing.

    Example:
        >>> ABTest()
        ABTest: did the fix work, and what looking every week does to the answer
    """

    _esm = module("ab_test.js", "chart.js", "chooser.js", "tabs.js")
    name: ClassVar[str] = "ab_test"
    start: ClassVar[Choice] = {
        "orders": "all orders",
        "drop": 5,
        "size": 200,
        "looks": 0,
        "at": 0,
        "verdict": "",
        "judged": [],
        "week": 0,
        "stopped": 0,
    }

    def __init__(self) -> None:
        self._trial, self._halves = _numbers()
        self._tempting = tempting(self._halves)
        super().__init__()

    @property
    def false_alarms(self) -> float:
        """Of 100 trials of nothing, those in which one of 26 weekly looks finds something."""
        return round(100 * self._halves.false_alarms(LOOKS[-1]), 1)

    def fits(self, field: str, value: Any) -> bool:
        widest = sizes_of(max(self._trial.orders.values(), key=lambda it: it.most))
        weeks = range(self._halves.alarm.shape[1] + 1)
        if field == "judged":
            return isinstance(value, list) and (not value or self._watched(value))
        known = {
            "orders": self._trial.orders,
            "drop": range(1, 16),
            "size": widest,
            "looks": range(1000),
            "at": (0, *widest),
            "verdict": ["", *VERDICTS],
            "week": weeks,
            "stopped": weeks,
        }
        return one_of(value, known[field])

    def _watched(self, value: list[Any]) -> bool:
        orders = self._trial.orders
        return len(value) == 2 and one_of(value[0], orders) and one_of(value[1], sizes_of(orders[value[0]]))

    def settled(self, before: Choice, now: Choice) -> Choice:
        now = now | {"size": min(now["size"], sizes_of(self._trial.orders[now["orders"]])[-1])}
        if now["orders"] != before["orders"]:
            now = now | {"at": 0}
        for once in ("verdict", "stopped", "judged"):
            now = now | {once: before[once] or now[once]}
        if not now["at"] and not now["judged"]:
            now = now | {"verdict": ""}
        return now | {"judged": [now["orders"], now["at"]]} if now["verdict"] and not now["judged"] else now

    def seen(self, choice: Choice) -> dict[str, Any]:
        orders = self._trial.orders[choice["orders"]]
        base = self._trial.base[choice["orders"]]
        return {
            "orders": list(self._trial.orders),
            "most": sizes_of(orders)[-1],
            "step": STEP,
            "verdicts": [{"name": name, "text": text} for name, text in VERDICTS.items()],
            "plan": plan_told(base, min(choice["drop"], int(100 * base)), choice["size"]),
            "result": result_told(orders, choice["size"]) if choice["at"] == choice["size"] else None,
            "looks": _looks_told(choice["looks"]),
            "truth": self._truth(choice) if choice["judged"] else None,
            "banner": banner_view(self._halves, self._tempting, choice["week"], choice["stopped"]),
        }

    def _truth(self, choice: Choice) -> dict[str, Any]:
        orders, size = choice["judged"]
        return truth_told(self._trial, orders, size, choice["verdict"])

    def describe(self) -> str:
        return "ABTest: did the fix work, and what looking every week does to the answer"

    def static_html(self) -> str:
        told = [result_told(orders, sizes_of(orders)[-1])["sentence"] for orders in self._trial.orders.values()]
        told.append(alarms_told(self._halves))
        return (
            "<p><strong>ABTest.</strong> The old carrier is back for half of the customers. Did it work?</p>"
            f"<details><summary>Open this when you have decided.</summary><p>{escape(' '.join(told))}</p></details>"
        )


def _looks_told(looks: int) -> str:
    if looks < 2:
        return ""
    return f"This is look number {looks}. The interval keeps its promise for one look; the banner shows what becomes of it."


def truth_told(trial: Trial, name: str, size: int, verdict: str) -> dict[str, Any]:
    """Set a verdict beside what the shop knows."""
    effect = round(-100 * trial.effect[name], 1)
    test = trial.orders[name].first(size)[0]
    right = {"works": test.clear, "unknown": not test.clear, "nothing": False}[verdict]
    why = {
        "works": "The interval leaves zero out, and so may you."
        if test.clear
        else "True, as it turns out; but zero is inside the interval, so these orders did not say so.",
        "unknown": "The interval holds zero and large effects alike. That is what too few orders look like."
        if not test.clear
        else "They can: zero is outside the interval.",
        "nothing": "An interval that holds zero has not shown that there is nothing; a wide one has shown very little.",
    }[verdict]
    return {
        "effect": effect,
        "right": right,
        "title": f"You said: {VERDICTS[verdict][:1].lower()}{VERDICTS[verdict][1:]}. The books say {effect:.1f} fewer per 100 {name}.",
        "why": why,
    }
