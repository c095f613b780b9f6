"""What Stockroom shows: four lines, the terms of an order, and what came of it beside other orders."""

from __future__ import annotations

from typing import Any

from emptychair.widgets._orders import RECENT, Monday, Outcome, Style, mondays

MOST = 400  # pieces; more than any style was ever wanted in eight weeks
TONES = ("s", "t", "a", "r")

Said = dict[str, dict[str, Any]]
"""What was decided, by Monday: ``style`` and then ``order``."""


def stockroom_view(said: Said, at: int) -> dict[str, Any]:
    """Work out what the face shows; what customers wanted afterwards is in it only when the order has been placed.

    Example:
        >>> view = stockroom_view({"flannel": {"style": "flannel", "order": 200}}, 0)
        >>> view["told"]["facts"][0]
        ['210', 'wanted in the 8 weeks']
        >>> stockroom_view({"flannel": {"style": "clip"}}, 0)["told"] is None
        True
    """
    monday = mondays()[at]
    here = said.get(monday.name, {})
    style = monday.style(here["style"]) if "style" in here else None
    order = here.get("order")
    told = _told(monday, style, order) if style and order is not None else None
    return {
        "at": at,
        "of": len(mondays()),
        "title": f"Monday of week {monday.week}",
        "styles": [{"name": it.name, "title": it.title} for it in monday.styles],
        "style": style.name if style else None,
        "terms": _terms(style) if style else [],
        "most": MOST,
        "order": order,
        "told": told,
        "chart": _chart(monday, style, open_now=told is not None),
        "score": _score(said),
    }


def _terms(style: Style) -> list[str]:
    pace = sum(style.seen[-RECENT:]) / RECENT
    return [
        f"{style.title}: ${style.price:.2f} in the shop, ${style.cost:.2f} to buy. "
        f"The order has to last {len(style.came)} weeks; there is no second one.",
        f"A piece too few costs the margin, ${style.short:.2f}. "
        f"A piece too many is sold off for {100 * style.salvage:.0f} % of what it cost and loses ${style.over:.2f}.",
        f"The last {RECENT} weeks brought {pace:.1f} a week, {len(style.seen)} weeks {sum(style.seen) / len(style.seen):.1f}.",
    ]


def _told(monday: Monday, style: Style, order: int) -> dict[str, Any]:
    star = monday.style(monday.takes_off)
    came = style.outcome(order)
    hit = style.name == star.name
    head = (
        f"{star.title} took off, and you saw it."
        if hit
        else f"{star.title} took off. You ordered {style.title.lower()} instead."
    )
    return {
        "head": head,
        "facts": [
            [f"{sum(style.came)}", f"wanted in the {len(style.came)} weeks"],
            [f"{came.left}", "left over"],
            [f"{came.missed}", "wanted and not there"],
            [f"${came.profit:,.0f}", "earned"],
        ],
        "text": _missed(star) if not hit else "",
        "bars": {
            "label": f"What an order of {style.title.lower()} would have earned",
            "unit": "dollars",
            "rows": _orders(style, order),
        },
        "lesson": monday.told,
    }


def _orders(style: Style, order: int) -> list[dict[str, Any]]:
    rows = (
        ("your order", order, "accent"),
        ("as in all weeks before", style.usual, "f"),
        (f"pace of the last {RECENT} weeks, {100 * style.fractile:.0f} % fractile", style.advised, "a"),
        ("with hindsight", sum(style.came), "f"),
    )
    return [
        {
            "name": f"{name}: {pieces} pieces",
            "value": max(0.0, round(style.outcome(pieces).profit)),
            "note": _note(style.outcome(pieces)),
            "tone": tone,
        }
        for name, pieces, tone in rows
    ]


def _note(came: Outcome) -> str:
    loss = f"; a loss of ${-came.profit:,.0f}" if came.profit < 0 else ""
    if came.left:
        return f"{came.left} left over{loss}"
    return f"{came.missed} wanted and not there" if came.missed else "not one over, not one short"


def _missed(star: Style) -> str:
    short = star.outcome(star.usual)
    return (
        f"Of {star.title.lower()} the usual order of {star.usual} pieces sold out: {short.missed} more were wanted, "
        f"${short.missed * star.short:,.0f} of margin."
    )


def _chart(monday: Monday, style: Style | None, *, open_now: bool) -> dict[str, Any]:
    first = monday.week - len(monday.styles[0].seen)
    told = {monday.takes_off, style.name} if open_now and style else set()
    lines: list[dict[str, Any]] = [
        {
            "name": it.title,
            "points": [[first + place, value] for place, value in enumerate(it.seen + it.came * (it.name in told))],
            "tone": tone,
        }
        for it, tone in zip(monday.styles, TONES, strict=True)
    ]
    last = ", ".join(f"{it.title} {it.seen[-1]}" for it in monday.styles)
    return {
        "label": "Pieces wanted, week by week",
        "xLabel": "week",
        "yLabel": "pieces",
        "yFrom": 0,
        "yTo": round(1.2 * max(value for line in lines for _, value in line["points"])),  # room for the mark
        "lines": lines,
        "marks": [{"x": monday.week, "text": "your order"}] if told else [],
        "summary": f"In week {monday.week - 1}: {last}.",
    }


def _score(said: Said) -> str:
    done = [(it, said[it.name]) for it in mondays() if "order" in said.get(it.name, {})]
    if len(done) < len(mondays()):
        return ""
    right = sum(it.takes_off == here["style"] for it, here in done)
    earned = sum(it.style(here["style"]).outcome(here["order"]).profit for it, here in done)
    could = sum(it.style(it.takes_off).outcome(it.style(it.takes_off).advised).profit for it, _ in done)
    return (
        f"Three Mondays: {right} of 3 styles seen in time, ${earned:,.0f} earned. "
        f"The right styles at the critical fractile would have earned ${could:,.0f}."
    )
