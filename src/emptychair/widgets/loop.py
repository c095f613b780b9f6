"""Loop: twenty-six weeks of one shop under four ways to listen; predicted first, then stepped or played through."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any, ClassVar

from emptychair import shop
from emptychair.shop import Run, World
from emptychair.widgets._base import module
from emptychair.widgets._chooser import Choice, Chooser, one_of
from emptychair.widgets._loop_numbers import MEASURES, events, incidents, loop_runs, weekly_values

TONES = ("accent", "s", "t", "r")
LOW, HIGH = 30, 90
"""Ends of the dial for a prediction of trust."""
WHAT = {
    "closed loop": "Somebody reads every day, mends the cause, and writes to those who were hit.",
    "listen always": "Somebody reads every day and mends the cause. Nobody is told.",
    "only on Tuesdays": "The same, one day a week: feedback is optional.",
    "for marketing only": "Feedback is read for praise to print.",
}


@cache
def _numbers() -> tuple[World, tuple[Run, ...]]:
    world = shop.load()
    return world, loop_runs(world)


def loop_cards(names: list[str], guesses: list[float], ends: list[float]) -> list[dict[str, Any]]:
    """Set each prediction beside what came of it; within two points is near.

    Example:
        >>> loop_cards(["closed loop"], [70], [58.1])
        [{'near': False, 'word': 'You said 70', 'title': 'Closed loop: 58.1, which is 11.9 lower.'}]
    """
    cards = []
    for name, guess, end in zip(names, guesses, ends, strict=True):
        off = round(end - guess, 1)
        how = (
            "as near as one can say" if abs(off) <= 2 else f"which is {abs(off):.1f} {'higher' if off > 0 else 'lower'}"
        )
        title = f"{name[:1].upper()}{name[1:]}: {end:.1f}, {how}."
        cards.append({"near": abs(off) <= 2, "word": f"You said {guess:g}", "title": title})
    return cards


class Loop(Chooser):
    """The same shop with the same luck under four policies. The weeks open when the learner has predicted where trust will end.

    Example:
        >>> Loop()
        Loop: 26 weeks of one shop under four ways to listen
    """

    _esm = module("loop.js", "chart.js")
    name: ClassVar[str] = "loop"
    start: ClassVar[Choice] = {"guess": [], "week": 1, "measure": "trust"}

    def __init__(self) -> None:
        world, self._runs = _numbers()
        self._names = [it.policy.name for it in self._runs]
        self._values = [weekly_values(it) for it in self._runs]
        self._events = [events(it, world.truth.causes) for it in self._runs]
        self._weeks = len(self._values[0]["trust"])
        self._incidents = incidents(world, self._runs[0].start)
        super().__init__()

    def fits(self, field: str, value: Any) -> bool:
        if field == "guess":
            return isinstance(value, list) and (not value or self._whole(value))
        known = {"week": range(1, self._weeks + 1), "measure": [it.name for it in MEASURES]}
        return one_of(value, known[field])

    def _whole(self, value: list[Any]) -> bool:
        return len(value) == len(self._names) and all(type(it) in (int, float) and LOW <= it <= HIGH for it in value)

    def settled(self, before: Choice, now: Choice) -> Choice:
        guess = before["guess"] or now["guess"]
        return now | {"guess": guess} if guess else self.start  # without a prediction there are no weeks to see

    def seen(self, choice: Choice) -> dict[str, Any]:
        return {
            "policies": [
                {"name": name, "what": WHAT[name], "tone": tone} for name, tone in zip(self._names, TONES, strict=True)
            ],
            "begin": self._values[0]["trust"][0],
            "low": LOW,
            "high": HIGH,
            "weeks": self._weeks,
            "measures": [it._asdict() for it in MEASURES],
            "told": self._told(choice["guess"]) if choice["guess"] else None,
        }

    def _told(self, guess: list[float]) -> dict[str, Any]:
        ends = [values["trust"][-1] for values in self._values]
        return {
            "values": self._values,
            "events": [[list(it) for it in happened] for happened in self._events],
            "incidents": [{"x": week, "text": what} for week, what in self._incidents],
            "cards": loop_cards(self._names, guess, ends),
            "summary": self.summary(),
        }

    def summary(self) -> str:
        """Say what the twenty-six weeks did, from their numbers."""
        trust, profit = (
            {name: it[what][-1] for name, it in zip(self._names, self._values, strict=True)}
            for what in ("trust", "profit")
        )
        best, worst = self._names[0], self._names[-1]
        told = trust[best] - trust[self._names[1]]
        return (
            f"Trust stood at {self._values[0]['trust'][0]:.1f} and ends between {trust[worst]:.1f} ({worst}) "
            f"and {trust[best]:.1f} ({best}). "
            f"Telling those who were hit is worth {told:.1f} points of it. "
            f"Between best and worst lie {profit[best] - profit[worst]:.1f} thousand dollars of profit."
        )

    def describe(self) -> str:
        return "Loop: 26 weeks of one shop under four ways to listen"

    def static_html(self) -> str:
        what = "".join(f"<li><strong>{name}</strong>: {escape(WHAT[name])}</li>" for name in self._names)
        return (
            f"<p><strong>Loop.</strong> The same 26 weeks, with the same luck, under four policies:</p><ul>{what}</ul>"
            f"<details><summary>Open this when you have predicted.</summary><p>{escape(self.summary())}</p></details>"
        )
