"""What the face of EmptyChair shows: the agenda, and in charts, facts and sentences what came of the decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from emptychair.widgets._meeting import AS_IT_WAS, CLOSED_LOOP, Decided, Item, meeting, mends
from emptychair.widgets._quarters import Effect, Outcome, effects, outcome

_TRUST, _USD = 0.05, 1.0  # what is less than this rounds to nothing


def meeting_view(decided: Decided) -> dict[str, Any]:
    """Work out what the face shows; the quarters are in it only when everything has been decided.

    Args:
        decided: The place of a choice, by item.

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
        "told": _told(decided) if len(decided) == len(items) else None,
    }


def _asked(item: Item, chosen: int | None) -> dict[str, Any]:
    return {
        "name": item.name,
        "title": item.title,
        "said": [{"who": meeting().people[who], "text": text} for who, text in item.said.items()],
        "choices": [choice.text for choice in item.choices],
        "chosen": chosen,
    }


def _told(decided: Decided) -> dict[str, Any]:
    ends = yours, before, loop = (outcome(decided), outcome(AS_IT_WAS), outcome(CLOSED_LOOP))
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
        "effects": [_row(it, decided[it.item.name]) for it in effects(decided)],
    }


def _chart(lines: Sequence[Sequence[float]], label: str, unit: str) -> dict[str, Any]:
    names, tones = ("you", "as it was", "closed loop"), ("accent", "f", "r")
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
        "words": "As it was: nothing to compare." if chosen == item.was else f"{trust}, {profit}".replace("-", "−"),
    }
