"""NextPurchase: a customer's history, your guess, the chain's chances, and what really came next."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair.widgets._answering import bet_to_come
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._purchases import CUT, SOURCES, Case, cases, purchases

SHELF, NAME = "next_purchase", "guesses"
HISTORY = 8  # purchases shown; who has made more is told so
TRIES = 3
BET = "next_in_three"  # what the chain does on everybody answers it

Guesses = dict[str, str]
"""The category that was guessed, by customer."""


def purchase_view(guesses: Guesses, at: int, source: str, waits: str = "") -> dict[str, Any]:
    """Work out what the face shows: what came next only when there is a guess, and everybody only when no bet waits.

    Example:
        >>> purchase_view({}, 7, SOURCES[1])["told"] is None
        True
        >>> purchase_view({"3101": "knives"}, 7, SOURCES[1])["told"]["outcome"]
        'In week 59 it was a Petty knife: knives. You said knives.'
    """
    case, names = cases()[at], purchases().categories
    guess = guesses.get(str(case.customer_id))
    return {
        "at": at,
        "of": len(cases()),
        "title": f"Customer {case.customer_id}, at the end of week {CUT - 1}",
        "bought": [
            {"week": f"week {week}", "name": name, "category": kind} for week, name, kind in case.bought[-HISTORY:]
        ],
        "more": f"and {len(case.bought) - HISTORY} before that" if len(case.bought) > HISTORY else "",
        "looked": ", ".join(case.looked) or "nothing else",
        "categories": list(names),
        "guess": guess,
        "told": _told(case, guess, source) if guess else None,
        "score": _score(guesses),
        "sources": list(SOURCES[1:]),
        "source": source,
        "waits": waits,
        "overall": None if waits else _overall(source),
    }


def _told(case: Case, guess: str, source: str) -> dict[str, Any]:
    chances = sorted(zip(purchases().categories, case.chances[source], strict=True), key=lambda it: -it[1])
    place = [name for name, _ in chances].index(case.came) + 1
    return {
        "outcome": f"In week {case.came_week} it was a {case.came_name}: {case.came}. You said {guess}.",
        "place": f"From {source}, the chain had {case.came} in place {place} of {len(chances)}.",
        "rows": [
            {
                "name": name + (" (came)" if name == case.came else "") + (" (you)" if name == guess else ""),
                "value": round(100 * float(chance), 1),
                "tone": "a" if name == case.came else "f",
            }
            for name, chance in chances
        ],
    }


def _score(guesses: Guesses) -> str:
    names = purchases().categories
    done = [it for it in cases() if str(it.customer_id) in guesses]
    if not done:
        return ""
    yours = sum(guesses[str(it.customer_id)] == it.came for it in done)
    chain, always = (
        sum(names[int(it.chances[source].argmax())] == it.came for it in done) for source in (SOURCES[1], SOURCES[0])
    )
    likeliest = names[int(done[0].chances[SOURCES[0]].argmax())]
    return (
        f"First guesses right, of {len(done)}: you {yours}, the chain {chain}, "
        f"somebody who always says {likeliest} {always}."
    )


def _overall(source: str) -> dict[str, Any]:
    found = purchases()
    curve = found.calibration(source)
    curve = curve[curve["cases"] >= 100]
    predicted, observed = 100 * curve["predicted"], 100 * curve["observed"]
    top = curve.iloc[-1]
    return {
        "bars": {
            "label": f"Next category among the {TRIES} likeliest, of {len(found.customers):,} customers who came back",
            "unit": "%",
            "to": 100,
            "rows": [
                {
                    "name": it,
                    "value": round(100 * found.among_first(it, TRIES), 1),
                    "tone": "accent" if it == source else "f",
                }
                for it in SOURCES
            ],
        },
        "chart": {
            "label": f"Did the chances come true? From {source}",
            "xLabel": "chance that the chain gave, %",
            "yLabel": "came true, %",
            "xFrom": 0,
            "yFrom": 0,
            "lines": [
                {"name": "as promised", "points": [[0, 0], [35, 35]], "tone": "f"},
                {"name": "what came", "points": _points(predicted, observed), "tone": "accent", "dots": True},
            ],
            "summary": f"Where the chain said {100 * top['predicted']:.0f} %, it came {100 * top['observed']:.0f} % "
            f"of the time ({int(top['cases'])} cases).",
        },
    }


def _points(xs: Any, ys: Any) -> list[list[float]]:
    return [[round(float(x), 1), round(float(y), 1)] for x, y in zip(xs, ys, strict=True)]


class NextPurchase(Face):
    """Eight customers of the shop who came back: guess first, then see the chain's chances and the truth.

    Example:
        >>> NextPurchase()
        NextPurchase: 8 customers, 10 categories; guess, then see what came
    """

    _esm = module("next_purchase.js", "chart.js", "tabs.js")

    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        entry, trouble = recalled(SHELF, NAME)
        self._guesses = _allowed(entry)
        open_places = [place for place, it in enumerate(cases()) if str(it.customer_id) not in self._guesses]
        self._at = open_places[0] if open_places else 0
        self._source = SOURCES[1]
        self._waits = bet_to_come(BET, self._open)
        super().__init__(view=self._now(), trouble=trouble)
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _now(self) -> dict[str, Any]:
        return purchase_view(self._guesses, self._at, self._source, self._waits)

    def _open(self) -> None:
        self._waits = ""
        self.view = self._now()

    def _take(self, wish: Any) -> None:
        who = str(cases()[self._at].customer_id)
        match wish:
            case {"guess": guess} if guess in purchases().categories and who not in self._guesses:
                self._guesses = {**self._guesses, who: guess}
                self.trouble = remember(SHELF, NAME, self._guesses)
            case {"at": at} if at in range(len(cases())):
                self._at = at
            case {"source": source} if source in SOURCES[1:]:
                self._source = source
        self.view = self._now()

    def describe(self) -> str:
        return f"NextPurchase: {len(cases())} customers, {len(purchases().categories)} categories; guess, then see what came"

    def static_html(self) -> str:
        items = "".join(
            f"<li>Customer {it.customer_id} bought {escape(', '.join(name for _, name, _ in it.bought[-HISTORY:]))}."
            f"<details><summary>Guess the next category, then open.</summary>{escape(it.came_name)} ({it.came}).</details></li>"
            for it in cases()
        )
        return f"<p><strong>NextPurchase.</strong> What do they buy next?</p><ol>{items}</ol>"


def _allowed(entry: Any) -> Guesses:
    """Keep what can be a guess: an edited file may say anything."""
    known, names = {str(it.customer_id) for it in cases()}, purchases().categories
    entries = entry if isinstance(entry, dict) else {}
    return {who: guess for who, guess in entries.items() if who in known and guess in names}
