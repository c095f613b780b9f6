"""EmptyChair: seven decisions, three people and a chair with a say in each; then eight quarters of the shop under them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import traitlets

from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._meeting import Decided, Effect, Item, Outcome, effects, meeting, mends, outcome, policy_of

SHELF, NAME = "empty_chair", "decided"
AS_IT_WAS, CLOSED_LOOP = "as it was", "closed loop"
_TRUST, _USD = 0.05, 1.0  # what is less than this rounds to nothing


def meeting_view(decided: Decided, found: Sequence[Effect] | None = None) -> dict[str, Any]:
    """Work out what the face shows; the quarters are in it only when everything has been decided.

    Args:
        decided: The place of a choice, by item.
        found: What single decisions did, as far as that is known yet.

    Example:
        >>> view = meeting_view({"letters": 3})
        >>> view["done"], view["items"][0]["chosen"], view["told"]
        (1, 3, None)
    """
    items = meeting().items
    return {
        "lede": meeting().lede,
        "items": [_asked(item, decided.get(item.name)) for item in items],
        "done": len(decided),
        "told": _told(decided, found or ()) if len(decided) == len(items) else None,
    }


def _asked(item: Item, chosen: int | None) -> dict[str, Any]:
    return {
        "name": item.name,
        "title": item.title,
        "said": [{"who": meeting().people[who], "text": text} for who, text in item.said.items()],
        "choices": [choice.text for choice in item.choices],
        "chosen": chosen,
    }


def _told(decided: Decided, found: Sequence[Effect]) -> dict[str, Any]:
    yours, before, loop = (outcome(policy) for policy in (policy_of(decided), *references()))
    ends = (yours, before, loop)
    return {
        "trust": _chart([it.trust for it in ends], "Trust at the end of each quarter", "trust, 0 to 100"),
        "profit": _chart(
            [tuple(usd / 1000 for usd in it.profit_usd) for it in ends],
            "Profit of each quarter",
            "thousands of US dollars",
        ),
        "facts": [
            [f"{yours.trust[-1]:.1f}", f"trust at the end; {before.trust[-1]:.1f} as it was"],
            [f"${yours.total_usd:,.0f}", f"profit in eight quarters; ${before.total_usd:,.0f} as it was"],
        ],
        "summary": _summary(yours, before, loop),
        "note": ""
        if mends(decided) or not decided["reply"]
        else "You decided to tell customers what was mended. Nobody who reads the letters mends anything, so there was nothing to tell.",
        "effects": [_row(it, decided[it.item.name]) for it in found],
    }


def references() -> tuple[Any, Any]:
    """The two policies that the learner's is set beside."""
    from emptychair import shop

    return shop.AS_IT_WAS, shop.CLOSED_LOOP


def _chart(lines: Sequence[Sequence[float]], label: str, unit: str) -> dict[str, Any]:
    names, tones = ("you", AS_IT_WAS, CLOSED_LOOP), ("accent", "f", "r")
    return {
        "label": label,
        "xLabel": "quarter",
        "yLabel": unit,
        "yFrom": 0,
        "lines": [
            {
                "name": name,
                "tone": tone,
                "dots": True,
                "points": [[n, round(value, 2)] for n, value in enumerate(values, 1)],
            }
            for name, tone, values in zip(names, tones, lines, strict=True)
        ],
        "summary": "At the end: "
        + ", ".join(f"{name} {values[-1]:.1f}" for name, values in zip(names, lines, strict=True))
        + ".",
    }


def _summary(yours: Outcome, before: Outcome, loop: Outcome) -> str:
    trust, profit = yours.trust[-1] - before.trust[-1], yours.total_usd - before.total_usd
    beyond = yours.total_usd - loop.total_usd
    return (
        f"Against leaving everything as it was, your decisions {_moved(trust, 'trust', '{:.1f} points')} and "
        f"{_moved(profit, 'profit', '${:,.0f}')}. The closed loop, which only listens every day, mends and tells, "
        f"made {_beside(beyond)}."
    )


def _beside(beyond: float) -> str:
    if abs(beyond) < _USD:
        return "as much as you"
    return f"${abs(beyond):,.0f} {'less' if beyond > 0 else 'more'} than you"


def _moved(by: float, what: str, form: str) -> str:
    if abs(by) < (_TRUST if what == "trust" else _USD):
        return f"did not move {what}"
    return f"{'raised' if by > 0 else 'lowered'} {what} by {form.format(abs(by))}"


def _row(effect: Effect, chosen: int) -> dict[str, Any]:
    item = effect.item
    trust = f"trust {effect.trust:+.1f}" if abs(effect.trust) >= _TRUST else "trust as before"
    sign = "+" if effect.profit_usd > 0 else "-"
    profit = f"profit {sign}${abs(effect.profit_usd):,.0f}" if abs(effect.profit_usd) >= _USD else "profit as before"
    return {
        "name": item.name,
        "title": item.title,
        "choice": item.choices[chosen].text,
        "words": "As it was: nothing to compare." if chosen == item.was else f"{trust}, {profit}",
    }


class EmptyChair(Face):
    """A planning day: seven items, the voices of finance, engineering, the competitor watcher and the empty chair.

    What comes of the decisions is a run of the simulated shop under the ``shop.Policy`` that they amount to, beside two
    others: everything as it was, and the closed loop. Decisions are kept, and can be taken again.

    Example:
        >>> EmptyChair()
        EmptyChair: seven decisions, eight quarters of the shop under them
    """

    _esm = module("empty_chair.js", "chart.js")

    view = traitlets.Dict().tag(sync=True)
    decided = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        before, trouble = recalled(SHELF, NAME)
        decided = _allowed(before)
        for policy in references():  # the slow part of the first run is done before anybody waits for it
            outcome(policy)
        super().__init__(view=meeting_view(decided), decided=decided, trouble=trouble)
        self.observe(self._decide, names=["decided"])
        self.on_msg(lambda _face, _wish, _buffers: self.fill())

    def _decide(self, _change: object) -> None:
        decided = _allowed(self.decided)
        self.decided = decided
        self.trouble = remember(SHELF, NAME, decided)
        self.view = meeting_view(decided)

    def fill(self) -> None:
        """Tell what each decision did alone. That takes a second, so the quarters come first and every row when it is known."""
        decided = _allowed(self.decided)
        if len(decided) < len(meeting().items):
            return
        found: list[Effect] = []
        for effect in effects(decided):
            found.append(effect)
            self.view = meeting_view(decided, found)

    def describe(self) -> str:
        return "EmptyChair: seven decisions, eight quarters of the shop under them"

    def static_html(self) -> str:
        items = "".join(_static_item(item) for item in meeting().items)
        return f"<p><strong>EmptyChair.</strong> {escape(meeting().lede)}</p><ol>{items}</ol>"


def _allowed(said: object) -> dict[str, int]:
    """Keep what can be a decision: the browser and an edited file may say anything."""
    entries = said if isinstance(said, dict) else {}
    return {
        item.name: entries[item.name]
        for item in meeting().items
        if type(entries.get(item.name)) is int and entries[item.name] in range(len(item.choices))
    }


def _static_item(item: Item) -> str:
    voices = "".join(f"<li>{escape(meeting().people[who])}: {escape(text)}</li>" for who, text in item.said.items())
    choices = "".join(f"<li>{escape(choice.text)}</li>" for choice in item.choices)
    return f"<li><p>{escape(item.title)}</p><ul>{voices}</ul><p>Choices:</p><ul>{choices}</ul></li>"
